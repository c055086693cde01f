/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short names: "Yvonne van ’t Hof" as "Y. van ’t Hof", for a place where there is no room for all of it. */
#ifndef SV_DRAW_SHORT_NAME_H
#define SV_DRAW_SHORT_NAME_H

#include "../base/text.h"

/*
 * A person's name with its first name as an initial, one for each part of a double first name; titles in front are left out.
 * All else stays, as nobody can tell by its form where a family name begins. A name of one word, one that begins with its family name
 * ("Jansen, Piet", "van Dam"), and one in a script without capitals stay whole. Behind the initials stands a space that no line
 * breaks at. Added to `out`.
 */
void sv_short_name(const char *name, sv_text *out);

#endif

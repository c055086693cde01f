/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people call the five circles, and what actors are sorted by. */
#ifndef SV_REPORT_CIRCLE_WORDS_H
#define SV_REPORT_CIRCLE_WORDS_H

#include <speelveld/advice.h>

/* The English words for the circle with this id, to be translated; the id itself where there is none. */
const char *circle_word(const char *id);

/* True when it follows from who we are who is in this circle: colleagues, clients and the other organisations. */
bool circle_needs_us(const char *id);

/* "neighbourhood", the same for programs and, to be translated, for people. */
const char *dimension_id(sv_dimension by);
const char *dimension_word(sv_dimension by);

#endif

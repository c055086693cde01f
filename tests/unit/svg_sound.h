/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether an SVG is sound: safe to open anywhere, and made for people who cannot see it too. */
#ifndef SV_TEST_SVG_SOUND_H
#define SV_TEST_SVG_SOUND_H

#include <stddef.h>

/*
 * Well-formed, with a <title>, a <desc> and a language; only the elements we draw with, so no script, style, image or foreign content; no
 * event attribute; no address but http(s), and that only on links; every group of an actor with an id, more classes than "actor", and a
 * <title> for a tooltip. Each fault is printed on standard error; returns how many there are. *actors is how many such groups there are.
 */
size_t svg_sound_faults(const char *svg, size_t length, size_t *actors);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the legend is that of the picture: all that is drawn is in it, and nothing else. */
#ifndef SV_TEST_SVG_LEGEND_H
#define SV_TEST_SVG_LEGEND_H

#include "svg_boxes.h"

/*
 * Looks are compared, not words. Of each sample in the legend (a fill, a sign, a form, a thick or dashed border, a line by colour, dash and
 * head, two sizes) something on the picture must look so; and of everything drawn that says something, each of these must be in the legend.
 * What all actors share needs no word, nor does where things stand: grounds, axes and rules explain themselves. `by_place`: what colours
 * and signs say is written where the actors stand (on an axis, above a part), and the legend may leave them out. Each fault is printed on
 * standard error; returns how many there are.
 */
size_t svg_legend_faults(const svg_boxes *boxes, bool by_place);

#endif

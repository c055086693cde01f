/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What must not be on a picture, looked for in its boxes. Each fault is printed on standard error; the functions return how many there
 * are.
 */
#ifndef SV_TEST_SVG_FAULTS_H
#define SV_TEST_SVG_FAULTS_H

#include "svg_boxes.h"

/* Contrast of two colours, 1 to 21, by the formula of WCAG 2.1. */
double svg_contrast(unsigned a, unsigned b);

/* Text that cannot be read on what is behind it (4.5:1), shapes whose outline and lines of whose colour cannot be seen (3:1). */
size_t svg_boxes_faint(const svg_boxes *boxes);
/* How many groups have a colour in them that is not grey. */
size_t svg_boxes_coloured(const svg_boxes *boxes);

/*
 * Where things are: a label on a label, on a badge, or on another actor's shape or ring; any line but a tie under a label; actors' shapes
 * on each other; text on the legend's text; text that leaves its own shape; anything off the page; type smaller than `smallest`; a title
 * of 20 or less; two groups with one id.
 */
size_t svg_boxes_faults(const svg_boxes *boxes, double smallest);

#endif

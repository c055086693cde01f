/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Boxes of an SVG that we drew: where every text and shape really is, for tests of "nothing covers anything".
 * Widths and heights of texts are Pango's ink, measured here, and not what the picture itself believes.
 */
#ifndef SV_TEST_SVG_BOXES_H
#define SV_TEST_SVG_BOXES_H

#include <stdbool.h>
#include <stddef.h>

/* One group with an id: the box of all texts in it and that of all shapes in it, y down from the top of the page. */
typedef struct svg_box {
    char *id, *classes, *text; /* text: lines parted by a space */
    bool has_text, has_shape;
    double text_left, text_top, text_right, text_bottom;
    double left, top, right, bottom;  /* of the shapes, half their border included */
    double font_size;                 /* the smallest in the group; 0 without text */
    bool has_fill, has_stroke;        /* of its first shape */
    unsigned fill, stroke, text_fill; /* 0xRRGGBB; fill and stroke as seen on the page where they let something through */
    bool grey;                        /* no colour in it but greys */
} svg_box;

typedef struct svg_boxes {
    svg_box *items;
    size_t n;
    double width, height; /* of the page */
    unsigned page;        /* its colour */
} svg_boxes;

/* False when it is not an SVG that we drew. */
bool svg_boxes_read(const char *svg, size_t length, svg_boxes *boxes);
void svg_boxes_clear(svg_boxes *boxes);

/* The group with an id; NULL when there is none. How many groups have a class among theirs. */
const svg_box *svg_boxes_find(const svg_boxes *boxes, const char *id);
size_t svg_boxes_count(const svg_boxes *boxes, const char *class);

/* Contrast of two colours, 1 to 21, by the formula of WCAG 2.1. */
double svg_contrast(unsigned a, unsigned b);

/*
 * Text that cannot be read on what is behind it (4.5:1), actors whose outline and lines of whose colour cannot be seen (3:1).
 * Each is printed on standard error; returns how many there are.
 */
size_t svg_boxes_faint(const svg_boxes *boxes);
/* How many groups have a colour in them that is not grey. */
size_t svg_boxes_coloured(const svg_boxes *boxes);

/*
 * Everything that must not be: a label on a label, on a badge, or on another actor's shape or ring, actors' shapes on each other, text on
 * the legend's text, anything off the page, type smaller than `smallest`, a title of less than 20, two groups with one id. Each is printed
 * on standard error; returns how many there are.
 */
size_t svg_boxes_faults(const svg_boxes *boxes, double smallest);

#endif

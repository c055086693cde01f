/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Boxes of an SVG that we drew: where every text and shape really is, for tests of "nothing covers anything".
 * Widths and heights of texts are Pango's ink, measured here, and not what the picture itself believes.
 */
#ifndef SV_TEST_SVG_BOXES_H
#define SV_TEST_SVG_BOXES_H

#include <stdbool.h>
#include <stddef.h>

/* What a shape is, whatever its size. */
typedef enum svg_form {
    SVG_NO_FORM = 0,
    SVG_ELLIPSE,
    SVG_BOX,
    SVG_ROUNDED,
    SVG_DIAMOND,
    SVG_TRIANGLE,
    SVG_PENTAGON,
    SVG_HEXAGON,
    SVG_OCTAGON,
    SVG_LINE,
    SVG_OTHER_FORM
} svg_form;

typedef struct svg_point {
    double x, y;
} svg_point;

/* One group with an id: the box of all texts in it and that of all shapes in it, y down from the top of the page. */
typedef struct svg_box {
    char *id, *classes, *text, *tooltip; /* text: lines parted by a space */
    bool has_text, has_shape;
    double text_left, text_top, text_right, text_bottom;
    double left, top, right, bottom;  /* of the shapes, half their border included */
    double font_size;                 /* the smallest in the group; 0 without text */
    svg_form form;                    /* of its first shape, as all that follows */
    bool has_fill, has_stroke, arrow; /* arrow: a head at the end of a line */
    unsigned fill, stroke, text_fill; /* 0xRRGGBB; fill and stroke as seen on the page where they let something through */
    double stroke_width;              /* 0 without a stroke */
    unsigned dash;                    /* the length of its first dash; 0 for a whole line */
    bool grey;                        /* no colour in it but greys */
    svg_point *curve;                 /* of a line: its start, and two control points and an end for each cubic curve */
    size_t n_curve;
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

/* The group with an id; NULL when there is none. How many groups have a class among theirs, and whether one has. */
const svg_box *svg_boxes_find(const svg_boxes *boxes, const char *id);
size_t svg_boxes_count(const svg_boxes *boxes, const char *class);
bool svg_box_is(const svg_box *box, const char *class);

/* A point of a line of four or more points, from 0 at its start to 1 at its end. */
svg_point svg_box_along(const svg_box *box, double share);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * speelveld/picture.h - the plain picture: marks with text and shape, lines between them, on a page.
 *
 * Views compose it; the program speelveld-render turns it into SVG, PDF, PNG or DOT. It knows nothing of
 * maps or councils, and every text in it is data: never markup, file name or command.
 *
 * Units: points (1/72 inch). The origin is the lower left corner of the page, y goes up (as in Graphviz).
 * Colours: 0xRRGGBBAA. Ownership: a picture owns copies of all texts given to it.
 */
#ifndef SPEELVELD_PICTURE_H
#define SPEELVELD_PICTURE_H

#include <speelveld/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sv_shape {
    SV_SHAPE_NONE = 0, /* text only; fill is drawn as a rectangle behind it when not transparent */
    SV_SHAPE_CIRCLE,   /* an ellipse of width x height */
    SV_SHAPE_BOX,
    SV_SHAPE_ROUNDED,
    SV_SHAPE_DIAMOND,
    SV_SHAPE_HEXAGON,
    SV_SHAPE_OCTAGON,
    SV_SHAPE_TRIANGLE,
    SV_SHAPE_PENTAGON, /* "house" shaped */
    SV_SHAPES
} sv_shape;

typedef enum sv_align { SV_ALIGN_CENTRE = 0, SV_ALIGN_LEFT, SV_ALIGN_RIGHT } sv_align;
typedef enum sv_stroke { SV_STROKE_SOLID = 0, SV_STROKE_DASHED, SV_STROKE_DOTTED } sv_stroke;
typedef enum sv_picture_format { SV_PICTURE_SVG = 0, SV_PICTURE_PDF, SV_PICTURE_PNG, SV_PICTURE_DOT, SV_PICTURE_FORMATS } sv_picture_format;

/* One thing on the page: an actor's disc, a label, a legend's square, the title. */
typedef struct sv_mark {
    const char *id;      /* unique in the picture, becomes the SVG id: letters of any kind, digits, - _ . stay as they are,
                            anything else becomes _ (also put before a digit, - or . in front); twins get -2, -3 … NULL for none */
    const char *classes; /* words parted by spaces, become the SVG class; NULL for none */
    const char *tooltip; /* plain text; NULL for none */
    const char *link;    /* http:// or https:// only, anything else is left out; NULL for none */
    sv_shape shape;
    double x, y;          /* the centre */
    double width, height; /* of the shape; for text only marks, of the box the text stands in */
    uint32_t fill, stroke;
    double stroke_width;
    sv_stroke stroke_style;
    const char *text; /* lines parted by \n; NULL or "" for none. Never wrapped; a line over 500 bytes ends in "…", at most 200 lines */
    double font_size;
    bool bold;
    uint32_t text_colour;
    sv_align align;
    bool behind; /* under the lines: a ground on which others stand */
} sv_mark;

#define SV_NO_MARK SIZE_MAX

/* A tie, an arrow, an axis, a leader: a straight line or one cubic curve. */
typedef struct sv_line {
    const char *id, *classes, *tooltip; /* as in sv_mark */
    size_t from, to;   /* the marks it joins (indices), or SV_NO_MARK; lines are drawn in their order, above the marks that are `behind` and under all others */
    double points[8];  /* x0 y0 x1 y1 x2 y2 x3 y3: start, two control points, end */
    uint32_t colour;
    double width;
    sv_stroke style;
    bool arrow;        /* an arrow head at the end */
} sv_line;

typedef struct sv_picture {
    double width, height; /* the page */
    uint32_t background;
    const char *title, *description; /* for SVG <title> and <desc>, and the PDF's title where the format can */
    const char *language;            /* "nl" or "en": SVG xml:lang */
    sv_mark *marks;
    size_t n_marks, marks_capacity;
    sv_line *lines;
    size_t n_lines, lines_capacity;
    struct sv_picture_texts *texts;  /* owns every text above */
    bool failed;                     /* memory ran out while adding; look once, at the end */
} sv_picture;

void sv_picture_init(sv_picture *picture, double width, double height);
void sv_picture_clear(sv_picture *picture);
void sv_picture_describe(sv_picture *picture, const char *title, const char *description, const char *language);
/* Add a copy of a mark or a line (its texts are copied). Returns its index; SIZE_MAX without memory (and sets failed). */
size_t sv_picture_mark(sv_picture *picture, const sv_mark *mark);
size_t sv_picture_line(sv_picture *picture, const sv_line *line);

/* A text whose size on paper is wanted: the widest it gets in any of the formats. */
typedef struct sv_measure {
    const char *text; /* may hold \n */
    double font_size;
    bool bold;
    double width, height; /* filled in, points */
} sv_measure;

/* Engines the renderer can place marks with. Each starts from x, y when `use_positions` is set. */
typedef enum sv_engine { SV_ENGINE_NEATO = 0, SV_ENGINE_SFDP, SV_ENGINE_DOT /* left to right */, SV_ENGINE_ENGINES } sv_engine;

/*
 * Boxes to be placed: sizes in points, ties by index; x and y (centres) are filled in, in no particular corner of the plane.
 * Always the same for the same input. Boxes without ties or position stand in rows below the rest. Pinned boxes come out
 * exactly where they went in (neato, sfdp; dot knows no pins); a NaN position is none. Over 1,000 boxes: sfdp.
 */
typedef struct sv_placement {
    size_t n_boxes;
    double *width, *height; /* n_boxes each */
    double *x, *y;          /* n_boxes each: in (when use_positions or pinned) and out */
    const bool *pinned;     /* n_boxes, or NULL */
    size_t n_ties;
    const size_t *from, *to;   /* n_ties each */
    const double *length;      /* n_ties, wanted length in points, or NULL */
    sv_engine engine;
    bool use_positions;
    bool spread;            /* move boxes apart until none overlap (prism) */
} sv_placement;

#ifdef __cplusplus
}
#endif
#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Arranging: how large shapes and names are, so that all of them fit on the page. From large to small type is tried
 * until there is room; below the page's smallest type it does not go. What then does not fit, the caller leaves out.
 */
#ifndef SV_DRAW_ARRANGE_H
#define SV_DRAW_ARRANGE_H

#include "../base/text.h"
#include "layout.h"
#include "theme.h"

enum {
    SV_NAMED_MOST = 400 /* no page has room for more names */,
    SV_NAMED_OF_CELL = 60 /* nor for more of one cell of a plot, beside others */
};

/* What must be known of an actor to give it a place: nothing of what it stands for. */
typedef struct sv_look {
    const char *name;
    sv_shape shape;
    double share;  /* how large, 0 (smallest) to 1 */
    bool inside;   /* the name stands in the shape, which is made to hold it */
    bool in_lines; /* the name has its lines already, parted by \n */
    bool ring;     /* there is a ring around it */
    double around; /* points that its border or ring takes around it */
    bool bold;
    bool named; /* its name is measured, also behind the first SV_NAMED_MOST, of which all are */
    bool pinned;
    double x, y; /* where, when pinned: points on the page */
    bool sided;
    sv_side side; /* of the name, when sided: as it was before */
} sv_look;

typedef struct sv_arrangement {
    size_t n;
    sv_figure *figures;     /* sizes here include border and ring */
    sv_text *labels;        /* names in lines */
    double *width, *height; /* of the shapes alone */
    size_t step, line; /* which size was taken, and the characters of a name's lines; no such step: smaller than any */
    double font_size;
    double gap;         /* between any two things, about */
    double least, most; /* the smallest and largest shape, across */
    sv_rect apart;      /* where those without lines stand; empty when there are none, or only such */
    bool clear;         /* nothing touches */
} sv_arrangement;

/* Sizes are tried from large to small: how many there are, and what is needed of one for placing otherwise than here. */
size_t sv_arrange_steps(void);
/* Room for n figures. False without memory; sv_arrange_clear either way. */
bool sv_arrange_begin(sv_arrangement *arrangement, size_t n);
/*
 * Set the sizes of all shapes and names in a step (0 is the largest), names at the right of their shapes and in
 * narrow lines, all shapes about as large. *gap: what belongs between two things. Steps beyond the last are as small, with lines of one
 * character less each.
 */
sv_status sv_arrange_sizes(sv_renderer *renderer, const sv_page *page, size_t step, const sv_look *looks, sv_arrangement *arrangement,
                           double *gap, sv_error *error);

/* True when sv_arrange_sizes measures the name of the i-th. */
bool sv_arrange_names(const sv_look *looks, size_t i);
/* Measure all labels there are, as they are broken, in arrangement->font_size: fills in the figures' label sizes, with padding at both
 * sides. */
sv_status sv_arrange_measure(sv_renderer *renderer, const sv_look *looks, double padding, sv_arrangement *arrangement, sv_error *error);
/*
 * Set all sizes as on the picture itself: those of a step, names in lines of so many characters (0: as the step has them), the largest
 * shapes smaller by a share (0: not).
 */
sv_status sv_arrange_type(sv_renderer *renderer, const sv_page *page, size_t step, size_t line, double smaller, const sv_look *looks,
                          sv_arrangement *arrangement, sv_error *error);

/* How many looks, counted from the first, are likely to fit on an area with the smallest type. */
sv_status sv_arrange_room(sv_renderer *renderer, const sv_page *page, const sv_look *looks, size_t n, const sv_rect *area, size_t *room,
                          sv_error *error);

/*
 * Arrange all of a scene (looks in the order of its actors). With `all`, names that find no room are left out, from the
 * last in the scene; without it, look at `clear`. Clear it, also after a fault.
 */
sv_status sv_arrange(sv_renderer *renderer, const sv_page *page, const sv_scene *scene, const sv_look *looks, const sv_rect *area, bool all,
                     sv_arrangement *arrangement, sv_error *error);
/* Shift shapes and turn names a little, where the lines of the scene are then easier to follow. */
sv_status sv_arrange_ease(const sv_page *page, const sv_scene *scene, const sv_rect *area, sv_arrangement *arrangement, sv_error *error);
void sv_arrange_clear(sv_arrangement *arrangement);

#endif

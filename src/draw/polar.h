/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The polar plot: actors around a middle, and a column at the side for those who belong in no part of it. It comes in two forms: a half
 * circle, parted in wedges; and whole rings, long as the page is, each parted in sectors.
 *
 * An actor stands in the cell of its ring and sector, never outside it. Rings and sectors get room by what those in them need; the
 * sectors of a ring come in the same order everywhere, and not in the same direction. A cell is filled with lines of shapes, each with its
 * name beside it, the most important nearest to the middle of the cell. The largest type in which all of it fits is taken. Those for
 * whom there is no room even in the smallest are counted in their cell ("+7"), and in the frame.
 */
#ifndef SV_DRAW_POLAR_H
#define SV_DRAW_POLAR_H

#include "crowd.h"

enum { SV_RINGS_MOST = 5, SV_SECTORS_MOST = 10, SV_POLAR_CELLS = SV_RINGS_MOST * SV_SECTORS_MOST + 1 };

/* A name in the plot, with advice in smaller type below it, and where it stands: filled in. */
typedef struct sv_polar_name {
    const char *text, *advice;               /* NULL for none */
    sv_text lines;                           /* the text as it is broken */
    double width, height, name_height, x, y; /* of both together: their box, and its centre */
    bool placed;
} sv_polar_name;

typedef struct sv_polar {
    bool half; /* one ring over the middle, its wedges from the left to the right; else rings around it, their sectors from the top
                  clockwise */
    size_t n_rings, n_sectors;
    sv_polar_name ring[SV_RINGS_MOST];  /* from the middle outwards; named at its top */
    sv_polar_name name[SV_POLAR_CELLS]; /* of a cell, at its outer edge; and of the column at the right: without it there is none */
    bool faint;                         /* cells are named in small type */
    double name_size;                   /* filled in: type of the other names, in a half circle no smaller than that of who stands in it */
    size_t *cell;                       /* of each place in the cast: sv_polar_cell, or sv_polar_side */
    double middle;                      /* of a half circle: share of the radius that is kept free in the middle */
    double rim, above;                  /* points kept free around the outermost edge, and above all of it */
    bool turned;                        /* at the left of the middle, names stand at the left of their shapes */
    bool everyone;                      /* draw those who find no room for their names without them */
    sv_arrangement arrangement;         /* from here on filled in by sv_polar_compose */
    double x, y, across, up;            /* the middle, and from there to the outermost edge, to the right and upwards */
    double wide[SV_RINGS_MOST], high[SV_RINGS_MOST], corner[SV_RINGS_MOST]; /* of the outer edges of whole rings: half sizes, rounding */
    double turn[SV_RINGS_MOST][SV_SECTORS_MOST + 1];       /* of the sectors of each ring: radians from the first edge, clockwise */
    sv_rect column;                                        /* at the side */
    size_t hidden[SV_POLAR_CELLS];                         /* of each cell: how many found no room, */
    double more_x[SV_POLAR_CELLS], more_y[SV_POLAR_CELLS]; /* and where to say so: the left end and the middle of a line; NaN for nowhere */
    size_t shown, named;
} sv_polar;

/* A polar plot for everyone in a cast. False without memory; clear it either way. */
bool sv_polar_begin(sv_polar *polar, const sv_cast *cast);
void sv_polar_clear(sv_polar *polar);

/* The number of a cell, and of the column at the side, which is the last. */
size_t sv_polar_cell(const sv_polar *polar, size_t ring, size_t sector);
size_t sv_polar_side(const sv_polar *polar);

/* From the first edge to the last, radians: half a turn or a whole one. */
double sv_polar_sweep(const sv_polar *polar);
/* The direction of a place on the page: radians clockwise from the first edge. */
double sv_polar_turn(const sv_polar *polar, double x, double y);
/* The ring a place is in; n_rings for none. */
size_t sv_polar_ring(const sv_polar *polar, double x, double y);
/* Where a direction crosses the outer edge of a ring, or, for SIZE_MAX, begins. */
void sv_polar_edge(const sv_polar *polar, size_t ring, double turn, double *x, double *y);

/* Place everyone within an area. Those without room have cast->shown false; the cast is counted anew. */
sv_status sv_polar_place(sv_polar *polar, sv_cast *cast, const sv_rect *area);

/* Draw all but the cast: edges, names and counts, with the ground of each ring, or, of a half circle, a coloured edge for each wedge. */
void sv_polar_draw(const sv_polar *polar, sv_cast *cast, const uint32_t *fill);

/*
 * Legend and frame, then placing, with what was left out said in the frame; drawing is the view's. `legend` fills the legend from the
 * cast. `unplaced`: a sentence on whom this view has no place for, NULL for none.
 */
sv_status sv_polar_compose(sv_polar *polar, sv_cast *cast, const sv_frame *frame, const char *unplaced, sv_crowd_legend *legend,
                           void *context);

#endif

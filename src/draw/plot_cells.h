/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of a plot while they are filled: who stands in each, in how many stacks, and how high that is. */
#ifndef SV_DRAW_PLOT_CELLS_H
#define SV_DRAW_PLOT_CELLS_H

#include "plot.h"

#define SV_CELL_PADDING 3.0
#define SV_AXIS_GAP 5.0
#define SV_ZONE_PADDING 6.0      /* before the name of a zone */
#define SV_LINE 1.25             /* height of a line of type, as a share of its size */
#define SV_COLUMN_NAME_MOST 96.0 /* width of the name of a column on one line */
enum { SV_PLACED_MOST = SV_NAMED_MOST, SV_STEPS_MOST = 96 /* of height */, SV_STACKS_KEPT = 24 };

/* What was worked out for a number of stacks in a column, until sizes change; NaN where it was not. */
typedef struct sv_cells_kept {
    double height[SV_BANDS_MOST][SV_BANDS_MOST][SV_STACKS_KEPT];
    double worth[SV_BANDS_MOST][SV_BANDS_MOST][SV_STACKS_KEPT][SV_STEPS_MOST + 1];
} sv_cells_kept;

typedef struct sv_cells {
    sv_plot *plot;
    sv_cast *cast;
    const sv_rect *area;
    double scale, gap;
    bool crowded;                                                                    /* not all fit: those not on the scales make way, */
    bool relaxed;                                                                    /* and not even everyone without a name, */
    double bare;                                                                     /* with shapes of this share of their size */
    double axis_left, axis_bottom;                                                   /* room for the names of rows and of columns */
    double name[SV_BANDS_MOST];                                                      /* width of the name of each column */
    double zone[SV_BANDS_MOST];                                                      /* and of what stands at the top of it */
    size_t *order;                                                                   /* places, cell after cell, the most important first */
    size_t first[SV_BANDS_MOST][SV_BANDS_MOST], count[SV_BANDS_MOST][SV_BANDS_MOST]; /* of each cell in it: [row][column] */
    size_t own[SV_BANDS_MOST][SV_BANDS_MOST];                                        /* of these are us */
    double shape[SV_BANDS_MOST], widest[SV_BANDS_MOST]; /* in each column: a shape without a ring, and one with its name */
    double least[SV_BANDS_MOST];                        /* the highest line in each row */
    size_t stacks[SV_BANDS_MOST];                       /* beside each other in a column */
    double height[SV_BANDS_MOST];                       /* of each row, without padding and the names of zones */
    sv_cells_kept *kept;
} sv_cells;

/* Put everyone in their cell. False without memory; clear it either way. */
bool sv_cells_begin(sv_cells *g);
void sv_cells_clear(sv_cells *g);
/* Sizes have changed: what was kept is worth nothing any more. */
void sv_cells_forget(sv_cells *g);

/* The gap before a band that is not on the scale; the width of a column; a row's height, and what of it is not for lines. */
double sv_cells_gap(const sv_cells *g, const sv_axis *axis, size_t band);
double sv_cells_column(const sv_cells *g, size_t column);
/* The same if its stacks took so much. */
double sv_cells_column_with(const sv_cells *g, size_t column, double stacks);
double sv_cells_row(const sv_cells *g, size_t row);
double sv_cells_around_row(const sv_cells *g, size_t row);
/* The sum of one of these over n bands; the height of all rows. */
double sv_cells_sum(const sv_cells *g, double (*size)(const sv_cells *, size_t), size_t n);
double sv_cells_whole(const sv_cells *g);
/* The room there is for all columns, for all rows, and whether the columns fit. */
double sv_cells_across(const sv_cells *g);
double sv_cells_up(const sv_cells *g);
bool sv_cells_fit_across(const sv_cells *g);

/* Not all fit: heights and stacks that show most; where not even everyone without a name, as many as can. Gives back what it is worth. */
double sv_cells_show_most(sv_cells *g);

/* Height of one shape with its name, and width of a stack, space included. */
double sv_cells_line(const sv_cells *g, size_t place);
/* Width of a name and the space before it. */
double sv_cells_beside(const sv_cells *g, size_t place);
double sv_cells_stack_width(const sv_cells *g, size_t column);

/* How high a cell must be for all in it, with names or bare (but for us); for the first in it (0 when empty). */
double sv_cells_height(const sv_cells *g, size_t row, size_t column, bool bare);
double sv_cells_first(const sv_cells *g, size_t row, size_t column);
/* And of the line that counts those who found no room. */
double sv_cells_more(const sv_cells *g);
/* How many of a cell are shown at this height, and how many of those with a name. */
size_t sv_cells_held(const sv_cells *g, size_t row, size_t column, double height, size_t *named);

/* Give everyone their place, now that bands have theirs. */
void sv_cells_put(sv_cells *g);

#endif

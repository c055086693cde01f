/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The plot: actors in columns and rows that mean something, such as for and against by power, or power by interest.
 *
 * An actor stands in the cell of its column and row, never outside it, so nobody is drawn as more in favour or more
 * powerful than the map says. Where a cell is full, columns and rows widen at the cost of those with room to spare;
 * within a cell actors stand in tidy rows, the most important first, each with its name at its right. Those for whom there
 * is no room even in the smallest type are counted in their cell ("+7"), and in the frame.
 */
#ifndef SV_DRAW_PLOT_H
#define SV_DRAW_PLOT_H

#include "crowd.h"

#define SV_PLOT_POWER_RISE 1.5 /* where rows are power: those who decide are shown first */
enum { SV_BANDS_MOST = 12, SV_ZONES_MOST = 12 };

/* A column or a row. */
typedef struct sv_band {
    const char *name; /* on the axis; NULL for none */
    bool apart;       /* not on the scale, such as "unknown": a gap parts it from the band before, or the one after when it is the first */
} sv_band;

/*
 * A named part: the columns and rows it covers, both ends included. It gets a ground, and its name in its upper left corner; its advice
 * beside that where there is room. One that covers a single column makes it wide enough for its name and, below that, its advice.
 */
typedef struct sv_zone {
    size_t left, right, bottom, top;
    const char *name, *advice; /* what it is, and in smaller type what to do; NULL for none */
    uint32_t fill;
} sv_zone;

typedef struct sv_axis {
    const char *name; /* what it measures: "power" */
    sv_band bands[SV_BANDS_MOST];
    size_t n;
    double low[SV_BANDS_MOST], high[SV_BANDS_MOST]; /* filled in: where each band begins and ends, points */
} sv_axis;

typedef struct sv_plot {
    sv_axis x, y;         /* columns from left to right, rows from the bottom up */
    size_t *column, *row; /* of each place in the cast; sv_plot_begin makes room for them */
    sv_zone zones[SV_ZONES_MOST];
    size_t n_zones;
    double foot; /* points kept free below the axis, for the view itself */
    double
        soon_enough; /* with more than fit: so many of a cell shown, and one more is worth half of the first; fewer: cells are more alike */
    double rise;     /* with more than fit: how much more an actor in the top row is worth than one in the bottom row; 0: as much */
    bool everyone;   /* draw those who find no room for their names without them */
    sv_arrangement arrangement; /* from here on filled in by sv_plot_place */
    sv_rect ground;             /* all cells together */
    size_t *hidden;             /* for each cell (row * x.n + column): how many found no room, */
    double *more_x, *more_y;    /* and the place for saying so */
    double header;              /* height of a zone's name and advice */
    double *header_of_row;      /* what of it is kept free at the top of each row */
    size_t shown, named;        /* actors */
} sv_plot;

/* A plot for everyone in a cast. False without memory; clear it either way. */
bool sv_plot_begin(sv_plot *plot, const sv_cast *cast);
void sv_plot_clear(sv_plot *plot);

/* Add a band, or a zone. */
void sv_plot_band(sv_axis *axis, const char *name, bool apart);
void sv_plot_zone(sv_plot *plot, const sv_zone *zone);

/* An axis of a scale of 0 to 4, from "none" to "decisive" or whatever five words are given; a number's band on it is sv_plot_scale_band. */
void sv_plot_scale(sv_stage *stage, sv_axis *axis, const char *const words[5]);
size_t sv_plot_scale_band(double value);
/*
 * An axis of bands that hold about as many actors each, `most` at most, for numbers without a scale (values[place], finite); band[place]
 * is filled in. Names are like "3" and "4–7".
 */
sv_status sv_plot_spread(sv_stage *stage, sv_axis *axis, const double *values, size_t n, size_t most, size_t *band);

/* Place everyone within an area. Those without room have cast->shown false; the cast is counted anew. */
sv_status sv_plot_place(sv_plot *plot, sv_cast *cast, const sv_rect *area);

/*
 * All of it: legend and frame, placing, and drawing, with what was left out said in the frame. `legend` fills the legend from
 * the cast. `unplaced`: a sentence on whom this view has no place for, NULL for none.
 */
sv_status sv_plot_compose(sv_plot *plot, sv_cast *cast, const sv_frame *frame, const char *unplaced, sv_crowd_legend *legend,
                          void *context);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The lines of a polar plot while it is filled. Lines of one height run across the whole page; where one lies within a cell over its full
 * height it is a stretch, on which shapes with their names stand beside each other. What is higher than a line takes two or more.
 */
#ifndef SV_DRAW_POLAR_LINES_H
#define SV_DRAW_POLAR_LINES_H

#include "polar.h"

#define SV_BESIDE 4.0 /* between a shape and its name */
enum {
    SV_SAMPLE_ROWS = 3 /* of a line: near its upper edge, in its middle, near its lower edge */,
    SV_LINES_MOST = 120,
    SV_SAMPLES_MOST = 400 /* across */,
    SV_STRETCHES_MOST = 2000
};

/* A free stretch of a line. */
typedef struct sv_stretch {
    size_t cell, line;
    double left, right, used;
    double far; /* of its nearest point from where the cell is filled from */
} sv_stretch;

/* What the angles of samples rest on. */
typedef struct sv_turned {
    double x, y, across, up, left, top, line, step;
    size_t n_lines, samples;
} sv_turned;

typedef struct sv_lines {
    sv_polar *polar;
    sv_cast *cast;
    double scale, gap;
    sv_rect area;     /* of all cells, the column at the side included */
    double line, top; /* height of a line; the upper edge of the first */
    size_t n_lines, samples;
    double step;         /* between samples */
    double *turn;        /* of each sample, row after row: SV_SAMPLE_ROWS for each line */
    sv_turned turned;    /* and for what those were computed */
    unsigned char *ring; /* of the same; n_rings and more for none */
    size_t *order;       /* places, cell after cell, the most important first */
    size_t first[SV_POLAR_CELLS], count[SV_POLAR_CELLS], own[SV_POLAR_CELLS];
    double *width;                                         /* of each place: shape, name, and the gap behind */
    size_t *high;                                          /* lines that it takes */
    double bare, more, behind;                             /* width of a shape without a name, of "+888", and the space behind it */
    double from_x[SV_POLAR_CELLS], from_y[SV_POLAR_CELLS]; /* where a cell is filled from: its middle; the upper left corner of the side */
    sv_stretch *stretches, *trial; /* cell after cell, the nearest first; and those of one cell while it is filled */
    size_t n, n_trial;
    size_t begin[SV_POLAR_CELLS], end[SV_POLAR_CELLS]; /* of each cell, in `stretches` */
    size_t *on;    /* of each in `order`, and last of "+7": the stretch of the trial it is on; SIZE_MAX for none, */
    double *x, *y; /* and its left end and middle */
    size_t held[SV_POLAR_CELLS], named[SV_POLAR_CELLS]; /* found room; with a name */
    size_t names_left;                                  /* of rings, cells and the side: found no room */
} sv_lines;

/* Everyone in the order of their cells. False without memory; clear it either way. */
bool sv_lines_begin(sv_lines *lines);
void sv_lines_clear(sv_lines *lines);

size_t sv_lines_cells(const sv_lines *lines);
/* Names of rings, cells and the side; and all sizes of a step (arrange.h). */
sv_status sv_lines_measure_names(sv_lines *lines);
sv_status sv_lines_measure(sv_lines *lines, size_t step);
/* Lines and samples for the sizes there are now; then the ring of each sample, for the rings there are now. */
void sv_lines_sample(sv_lines *lines);
void sv_lines_find_rings(sv_lines *lines);
/* Stretches for the edges there are now, with names put on them. */
void sv_lines_stretch(sv_lines *lines);
/* All of that, and every cell filled. */
void sv_lines_fill(sv_lines *lines);
/* Give everyone shown their place. */
void sv_lines_put(sv_lines *lines);

/* What takes more than a line: where it should be, and then where it is: its left end and its middle. */
typedef struct sv_block {
    size_t first_cell, last_cell, high;
    double width, across; /* across: what a step aside counts beside one up or down */
    bool first;           /* at the left end of a stretch, and nowhere else */
    double x, y;
} sv_block;

/* Put a block on stretches, as near as can be to where it should be. False when there is no room. */
bool sv_lines_block(const sv_lines *lines, sv_stretch *list, size_t *n, sv_block *block);
/* The middle of so many lines. */
double sv_lines_middle(const sv_lines *lines, size_t line, size_t high);
/* For sorting stretches: cell after cell, the nearest first. */
int sv_stretch_nearest(const void *left, const void *right);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Labels: shapes with a name beside them, moved until nothing covers anything. A label never lies over another
 * label or another shape, and nothing leaves the area. Beneath its shape is where a label is looked for first.
 */
#ifndef SV_DRAW_LABELS_H
#define SV_DRAW_LABELS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct sv_rect {
    double left, bottom, right, top;
} sv_rect;

typedef struct sv_segment {
    double x0, y0, x1, y1;
} sv_segment;

/*
 * Where a label stands. AWAY: at a place of its own, a leader runs to it. INSIDE: in the shape itself, which was made large
 * enough. NOWHERE: it found no room.
 */
typedef enum sv_side {
    SV_SIDE_BELOW = 0,
    SV_SIDE_RIGHT,
    SV_SIDE_LEFT,
    SV_SIDE_ABOVE,
    SV_SIDE_AWAY,
    SV_SIDE_INSIDE,
    SV_SIDE_NOWHERE
} sv_side;
enum { SV_SIDES_OUTSIDE = 4 };

typedef struct sv_figure {
    double x, y;                      /* centre of the shape */
    double width, height;             /* of the shape, its border and ring included */
    double label_width, label_height; /* of the label's box */
    double scale;                     /* of the space between shape and label; 0 is 1 */
    double away_x, away_y;            /* centre of the label, from that of the shape, when it stands AWAY */
    sv_side side;
    bool pinned; /* stays where it is */
} sv_figure;

/* The box of a shape, of its label (empty, at the shape's centre, when it has none outside), and of both together. */
sv_rect sv_figure_shape(const sv_figure *figure);
sv_rect sv_figure_label(const sv_figure *figure);
sv_rect sv_figure_both(const sv_figure *figure);

/* The leader of a label that stands AWAY: from the edge of the shape to the nearest point of the label. */
sv_segment sv_figure_leader(const sv_figure *figure);

/* Length of a line within a box. */
double sv_segment_within(const sv_segment *line, const sv_rect *box);

/* True when two figures keep less than `gap` between any of their boxes. */
bool sv_figures_touch(const sv_figure *a, const sv_figure *b, double gap);

/*
 * Move figures apart within the area until nothing touches. True when that was reached (pages filled for two
 * thirds always are). Same input, same result. Cost: n x neighbours x rounds; 80 figures take a few milliseconds.
 */
bool sv_labels_settle(sv_figure *figures, size_t n, const sv_rect *area, double gap);

/*
 * Give labels that are NOWHERE, the first figure's first, a side where they touch nothing and stay within the area;
 * only the first `tries` figures are looked at. Nothing moves. Returns how many have a label in the end.
 */
size_t sv_labels_choose(sv_figure *figures, size_t n, size_t tries, const sv_rect *area, double gap);

/*
 * The same for figures that stand close together: a label that finds no side goes AWAY, at most `farthest` points, to the nearest
 * place where neither it nor its leader touches anything. Nothing else moves. Returns how many have a label in the end.
 */
size_t sv_labels_call_out(sv_figure *figures, size_t n, const sv_rect *area, double gap, double farthest);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines: see lines.h. A curve is looked at as a row of short straight pieces. */
#include "lines.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "outline.h"

enum { pieces = 10, near_most = 64 };
static const double bends[] = {0, 8, -8, 16, -16, 24, -24, 33, -33};
static const double bend_share = 0.22; /* of a line's length, at most */
static const double margin = 1.5;      /* around a shape that a line should keep clear of */

/* The shapes near a line, which are the only ones it can meet. */
typedef struct nearby {
    sv_rect boxes[near_most];
    size_t n;
} nearby;

static sv_rect widened(const sv_rect *box, double by)
{
    return (sv_rect){box->left - by, box->bottom - by, box->right + by, box->top + by};
}

static void look_around(const sv_surroundings *around, const sv_strand *strand, double scale, nearby *near)
{
    const sv_figure *a = &around->figures[strand->from], *b = &around->figures[strand->to];
    sv_rect way = {fmin(a->x, b->x), fmin(a->y, b->y), fmax(a->x, b->x), fmax(a->y, b->y)};
    way = widened(&way, 40 * scale);
    near->n = 0;
    for (size_t i = 0; i < around->n && near->n < near_most; i++) {
        sv_rect box = sv_figure_shape(&around->figures[i]);
        if (i == strand->from || i == strand->to || box.right < way.left || box.left > way.right || box.top < way.bottom ||
            box.bottom > way.top)
            continue;
        near->boxes[near->n++] = widened(&box, margin * scale);
    }
}

/* How much of a curve runs over shapes near it, points; no end to it when it leaves the area. */
static double beneath(const double points[8], const nearby *near, const sv_rect *area)
{
    double sum = 0, x0 = points[0], y0 = points[1];
    for (int i = 1; i <= pieces; i++) {
        double x1, y1;
        sv_segment piece;
        sv_outline_at(points, (double)i / pieces, &x1, &y1);
        piece = (sv_segment){x0, y0, x1, y1};
        if (x1 < area->left || x1 > area->right || y1 < area->bottom || y1 > area->top)
            return HUGE_VAL;
        for (size_t k = 0; k < near->n; k++)
            sum += sv_segment_within(&piece, &near->boxes[k]);
        x0 = x1;
        y0 = y1;
    }
    return sum;
}

void sv_lines_route(const sv_surroundings *around, sv_strand *strands, size_t n_strands, double scale)
{
    for (size_t i = 0; i < n_strands; i++) {
        sv_strand *strand = &strands[i];
        const sv_mark *from = &around->outlines[strand->from], *to = &around->outlines[strand->to];
        double usual = strand->bend, least, most = bend_share * hypot(to->x - from->x, to->y - from->y), points[8];
        nearby near;
        sv_outline_join(from, to, usual, strand->points);
        look_around(around, strand, scale, &near);
        least = beneath(strand->points, &near, around->area);
        for (size_t k = 1; k < sizeof bends / sizeof *bends && least > 0; k++) {
            double bend = usual + bends[k] * scale, sum;
            if (fabs(bend) > most)
                continue;
            sv_outline_join(from, to, bend, points);
            sum = beneath(points, &near, around->area);
            if (sum >= least - 1e-9)
                continue;
            least = sum;
            strand->bend = bend;
            for (int p = 0; p < 8; p++)
                strand->points[p] = points[p];
        }
    }
}

static bool touches_figure(const sv_surroundings *around, const sv_rect *box, double gap)
{
    const sv_figure text = {.x = (box->left + box->right) / 2,
                            .y = (box->bottom + box->top) / 2,
                            .width = box->right - box->left,
                            .height = box->top - box->bottom,
                            .side = SV_SIDE_NOWHERE};
    for (size_t i = 0; i < around->n; i++)
        if (sv_figures_touch(&text, &around->figures[i], gap))
            return true;
    return false;
}

static bool touches_text(const sv_rect *box, const sv_rect *taken, size_t n, double gap)
{
    for (size_t i = 0; i < n; i++)
        if (box->left < taken[i].right + gap && taken[i].left < box->right + gap && box->bottom < taken[i].top + gap &&
            taken[i].bottom < box->top + gap)
            return true;
    return false;
}

size_t sv_lines_label(const sv_surroundings *around, sv_strand *strands, size_t n_strands, double gap)
{
    const sv_rect *area = around->area;
    static const double shares[] = {0.5, 0.44, 0.56, 0.38, 0.62, 0.31, 0.69, 0.24, 0.76};
    sv_rect *taken = sv_alloc(n_strands, sizeof *taken);
    size_t found = 0;
    if (!taken)
        return SIZE_MAX;
    for (size_t i = 0; i < n_strands; i++) {
        sv_strand *strand = &strands[i];
        double w = strand->text_width / 2, h = strand->text_height / 2;
        strand->text_x = strand->text_y = NAN;
        for (size_t k = 0; k < sizeof shares / sizeof *shares && w > 0 && isnan(strand->text_x); k++) {
            double x, y;
            sv_rect box;
            sv_outline_at(strand->points, shares[k], &x, &y);
            box = (sv_rect){x - w, y - h, x + w, y + h};
            if (box.left < area->left || box.right > area->right || box.bottom < area->bottom || box.top > area->top ||
                touches_figure(around, &box, gap) || touches_text(&box, taken, found, gap))
                continue;
            strand->text_x = x;
            strand->text_y = y;
            taken[found++] = box;
        }
    }
    free(taken);
    return found;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Around pins: figures that must stay where they are, and others that join them. Where most are pinned, each that joins
 * goes to the free place nearest to where its ties draw it; where most are not, all of those settle together.
 */
#include "layout_pinned.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

enum {
    middle_rounds = 30,
    sides_rounds = 2,
    turns = 24,
    steps_most = 160, /* of a third of a shape */
    fair_from = 7,    /* of those: about two shapes */
    fair_to = 11
};
static const double least_gap = 0.6; /* share of the gap that must be there in the end, as when figures settle */
static const double beyond = 6;      /* points that a pinned figure may stick out, when it is larger than it was */

bool sv_layout_is_joined(const sv_figure *figures, size_t n)
{
    size_t pinned = 0;
    for (size_t i = 0; i < n; i++)
        pinned += figures[i].pinned;
    return pinned > 0 && 2 * pinned >= n;
}

/* Add where a neighbour stands to the sum of a figure, when it stands anywhere. */
static void lean_on(const sv_layout *layout, const sv_figure *figures, size_t which, size_t neighbour, double *sum_x, double *sum_y,
                    double *n)
{
    if (figures[which].pinned || isnan(layout->x[neighbour]))
        return;
    sum_x[which] += layout->x[neighbour];
    sum_y[which] += layout->y[neighbour];
    n[which]++;
}

sv_status sv_layout_draw_in(const sv_figure *figures, const sv_scene *scene, sv_layout *layout, sv_error *error)
{
    double *sum_x = sv_alloc(scene->n, sizeof *sum_x), *sum_y = sv_alloc(scene->n, sizeof *sum_y), *n = sv_alloc(scene->n, sizeof *n);
    bool fine = sum_x && sum_y && n;
    for (size_t i = 0; i < scene->n; i++) {
        layout->x[i] = figures[i].pinned ? figures[i].x : NAN;
        layout->y[i] = figures[i].pinned ? figures[i].y : NAN;
    }
    for (int round = 0; fine && round < middle_rounds; round++) {
        for (size_t i = 0; i < scene->n; i++)
            sum_x[i] = sum_y[i] = n[i] = 0;
        for (size_t i = 0; i < scene->n_links; i++) {
            lean_on(layout, figures, scene->links[i].from, scene->links[i].to, sum_x, sum_y, n);
            lean_on(layout, figures, scene->links[i].to, scene->links[i].from, sum_x, sum_y, n);
        }
        for (size_t i = 0; i < scene->n; i++)
            if (n[i] > 0) {
                layout->x[i] = sum_x[i] / n[i];
                layout->y[i] = sum_y[i] / n[i];
            }
    }
    free(sum_x);
    free(sum_y);
    free(n);
    return fine ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

static bool lies_within(const sv_figure *figure, const sv_rect *area, double slack)
{
    sv_rect box = sv_figure_both(figure);
    return box.left >= area->left - slack && box.right <= area->right + slack && box.bottom >= area->bottom - slack &&
           box.top <= area->top + slack;
}

/* True when a figure touches none of those that have their place. */
static bool is_free(const sv_figure *figures, const bool *placed, size_t n, size_t which, double gap)
{
    for (size_t i = 0; i < n; i++)
        if (i != which && placed[i] && sv_figures_touch(&figures[which], &figures[i], gap))
            return false;
    return true;
}

/* A side for the name where it touches nothing that is placed: the one it has, when that is free. False when there is none. */
static bool turn_name(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double slack, double gap)
{
    sv_side usual = figures[which].side;
    bool outside = usual < SV_SIDE_AWAY;
    int sides = outside ? SV_SIDES_OUTSIDE : 1;
    for (int turn = 0; turn < sides; turn++) {
        if (outside)
            figures[which].side = (sv_side)((usual + turn) % SV_SIDES_OUTSIDE);
        if (lies_within(&figures[which], area, slack) && is_free(figures, placed, n, which, gap))
            return true;
    }
    figures[which].side = usual;
    return false;
}

/* To a free place on circles around a point, from one to another. */
static bool search(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap, int from, int to)
{
    sv_figure *figure = &figures[which];
    double x = figure->x, y = figure->y, step = fmax(figure->height / 3, 4);
    for (int i = from; i < to; i++)
        for (int turn = 0; turn < (i ? turns : 1); turn++) {
            double angle = 2 * 3.14159265358979323846 * turn / turns;
            figure->x = x + step * i * cos(angle);
            figure->y = y + step * i * sin(angle);
            if (turn_name(figures, placed, n, which, area, 0, gap))
                return true;
        }
    figure->x = x;
    figure->y = y;
    return false;
}

/*
 * To the place where its ties draw it. Where that is taken, as by the only one it is tied to, to one at a fair distance, so that the
 * line between them can be seen; else to the nearest that is free. False when there is none on the whole area.
 */
bool sv_layout_join_one(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap)
{
    sv_figure *figure = &figures[which];
    figure->x = isnan(figure->x) ? area->left : fmin(fmax(figure->x, area->left), area->right); /* tied to nobody: in the corner */
    figure->y = isnan(figure->y) ? area->bottom : fmin(fmax(figure->y, area->bottom), area->top);
    return search(figures, placed, n, which, area, gap, 0, 1) || search(figures, placed, n, which, area, gap, fair_from, fair_to) ||
           search(figures, placed, n, which, area, gap, 1, steps_most);
}

sv_status sv_layout_join(const sv_layout *layout, sv_figure *figures, const sv_rect *area, double gap, bool *clear, sv_error *error)
{
    size_t n = layout->n;
    bool joined = sv_layout_is_joined(figures, n);
    bool *placed = sv_alloc(n, sizeof *placed);
    if (!placed)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < n; i++) {
        figures[i].x = layout->x[i];
        figures[i].y = layout->y[i];
        placed[i] = figures[i].pinned;
    }
    *clear = true;
    for (int round = 0; round < sides_rounds; round++) {
        *clear = true;
        for (size_t i = 0; i < n; i++)
            if (figures[i].pinned)
                *clear &= turn_name(figures, placed, n, i, area, beyond * layout->scale, gap * least_gap);
    }
    if (!joined) {
        *clear = sv_labels_settle(figures, n, area, gap);
    } else {
        for (size_t i = 0; i < n; i++)
            if (!figures[i].pinned) {
                *clear &= sv_layout_join_one(figures, placed, n, i, area, gap * least_gap);
                placed[i] = true;
            }
    }
    free(placed);
    return SV_OK;
}

/* SPDX-License-Identifier: MIT */
/*
 * Boxes moved apart around others that may not move. Graphviz' own removal of overlaps (prism) moves pinned boxes
 * too, and people who wrote a place down expect it to be kept. Two steps: boxes push each other along the shorter way out,
 * round after round; a box that then still lies on another goes to the nearest free place on a spiral.
 */
#include "finish.h"

#include <math.h>
#include <stdlib.h>

#define GAP 8.0 /* points between two boxes, as prism leaves */
enum { rounds_most = 200, spiral_steps_most = 4000 };

typedef struct edge_of_box {
    double left;
    size_t box;
} edge_of_box;

static int by_left(const void *a, const void *b)
{
    const edge_of_box *first = a, *second = b;
    if (first->left != second->left)
        return first->left < second->left ? -1 : 1;
    return first->box < second->box ? -1 : first->box > second->box;
}

static bool is_pinned(const sv_placement *p, size_t i)
{
    return p->pinned && p->pinned[i];
}

/* How deep two boxes lie in each other, across and up; both positive when they overlap. */
static bool overlap(const sv_placement *p, size_t a, size_t b, double *across, double *up)
{
    *across = (p->width[a] + p->width[b]) / 2 + GAP - fabs(p->x[a] - p->x[b]);
    *up = (p->height[a] + p->height[b]) / 2 + GAP - fabs(p->y[a] - p->y[b]);
    return *across > 1e-6 && *up > 1e-6;
}

/* Move two boxes apart; what a pinned box cannot do, the other does alone. False when they did not overlap. */
static bool push(sv_placement *p, size_t a, size_t b)
{
    double across, up, share_b, *at;
    bool a_stays = is_pinned(p, a), b_stays = is_pinned(p, b);
    if ((a_stays && b_stays) || !overlap(p, a, b, &across, &up))
        return false;
    at = across < up ? p->x : p->y;
    across = fmin(across, up) * (at[b] > at[a] || (at[b] == at[a] && b > a) ? 1 : -1);
    share_b = b_stays ? 0 : a_stays ? 1 : 0.5;
    at[b] += across * share_b;
    at[a] -= across * (1 - share_b);
    return true;
}

/* One round over all pairs that can touch, by a sweep from left to right. Returns whether anything moved. */
static bool push_all(sv_placement *p, edge_of_box *order, size_t n)
{
    bool moved = false;
    for (size_t i = 0; i < n; i++)
        order[i].left = p->x[order[i].box] - p->width[order[i].box] / 2;
    qsort(order, n, sizeof *order, by_left);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n && order[j].left < order[i].left + p->width[order[i].box] + GAP; j++)
            moved |= push(p, order[i].box, order[j].box);
    return moved;
}

static bool is_free(const sv_placement *p, const edge_of_box *order, size_t n, size_t box)
{
    double across, up;
    for (size_t i = 0; i < n; i++)
        if (order[i].box != box && overlap(p, box, order[i].box, &across, &up))
            return false;
    return true;
}

static void move_to_free_place(sv_placement *p, const edge_of_box *order, size_t n, size_t box)
{
    double x = p->x[box], y = p->y[box], step = fmax(GAP, fmin(p->width[box], p->height[box]) / 2);
    for (int i = 1; i < spiral_steps_most && !is_free(p, order, n, box); i++) {
        double turn = sqrt(4.0 * M_PI * i), radius = step * turn / (2 * M_PI);
        p->x[box] = x + radius * cos(turn);
        p->y[box] = y + radius * sin(turn);
    }
}

sv_status spread_around_pins(sv_placement *placement, sv_error *error)
{
    edge_of_box *order = sv_alloc(placement->n_boxes, sizeof *order);
    size_t n = 0;
    bool moved = true;
    if (!order)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < placement->n_boxes; i++)
        if (isfinite(placement->x[i]))
            order[n++].box = i;
    for (int round = 0; round < rounds_most && moved; round++)
        moved = push_all(placement, order, n);
    for (size_t i = 0; i < n && moved; i++)
        if (!is_pinned(placement, order[i].box))
            move_to_free_place(placement, order, n, order[i].box);
    free(order);
    return SV_OK;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Core number: the largest k for which an actor stands in a part where everyone has at least k ties (Seidman 1983). Whoever
 * has fewest ties goes first, and takes a tie from each of its neighbours (Batagelj & Zaversnik 2003).
 */
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

/* Vertices by how many ties they have left; those with d stand from first[d] on, and `turn` says where each stands. */
typedef struct queue {
    size_t *left, *order, *turn, *first;
} queue;

static void fill(const bench *shared, queue *q)
{
    size_t n = shared->n;
    for (size_t v = 0; v < n; v++)
        q->first[(q->left[v] = shared->start[v + 1] - shared->start[v]) + 1]++;
    for (size_t d = 0; d < n; d++)
        q->first[d + 1] += q->first[d];
    for (size_t v = n; v-- > 0;) { /* from the back: first[d + 1] walks down to where those with d begin */
        q->turn[v] = --q->first[q->left[v] + 1];
        q->order[q->turn[v]] = v;
    }
    for (size_t d = 0; d < n; d++)
        q->first[d] = q->first[d + 1];
}

/* One tie fewer: the vertex changes places with the first of those that have as many, who then begin behind it. */
static void take_tie(queue *q, size_t v)
{
    size_t at = q->first[q->left[v]]++, other = q->order[at];
    q->order[q->turn[v]] = other;
    q->turn[other] = q->turn[v];
    q->order[at] = v;
    q->turn[v] = at;
    q->left[v]--;
}

sv_status measure_core(bench *shared, double *values, sv_error *error)
{
    queue q = {0};
    sv_status status = bench_neighbours(shared, error);
    if (status != SV_OK)
        return status;
    q.left = sv_alloc(shared->n, sizeof *q.left);
    q.order = sv_alloc(shared->n, sizeof *q.order);
    q.turn = sv_alloc(shared->n, sizeof *q.turn);
    q.first = sv_alloc(shared->n + 1, sizeof *q.first);
    if (!q.left || !q.order || !q.turn || !q.first) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    fill(shared, &q);
    for (size_t i = 0; i < shared->n; i++) {
        size_t v = q.order[i];
        values[v] = (double)q.left[v];
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++)
            if (q.left[shared->neighbour[e]] > q.left[v])
                take_tie(&q, shared->neighbour[e]);
    }
done:
    free(q.left);
    free(q.order);
    free(q.turn);
    free(q.first);
    return status;
}

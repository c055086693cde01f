/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How much a set of actors reaches: KPP-Pos (Borgatti 2006). The steps to the nearest of the set are kept, so that what
 * one more would add is found by going only where it is nearer than the set is already.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "key_players.h"

enum { nowhere = UINT32_MAX };

typedef struct reach {
    uint32_t *steps; /* from each vertex to the nearest of the set */
    uint32_t *seen;  /* the number of the walk that saw it last */
    uint32_t *depth; /* steps in that walk */
    size_t *queue;
    uint32_t walks;
} reach;

static void end(void *scratch)
{
    reach *r = scratch;
    free(r->steps);
    free(r->seen);
    free(r->depth);
    free(r->queue);
    free(r);
}

static void *begin(const sv_neighbours *graph)
{
    reach *r = sv_alloc(1, sizeof *r);
    if (!r)
        return NULL;
    r->steps = sv_alloc(graph->n, sizeof *r->steps);
    r->seen = sv_alloc(graph->n, sizeof *r->seen);
    r->depth = sv_alloc(graph->n, sizeof *r->depth);
    r->queue = sv_alloc(graph->n, sizeof *r->queue);
    if (r->steps && r->seen && r->depth && r->queue)
        return r;
    end(r);
    return NULL;
}

/* What an actor counts for at so many steps. */
static double worth(sv_key_measure measure, uint32_t steps)
{
    if (steps <= 1)
        return 1;
    return measure == SV_KEY_NEIGHBOURS || steps == nowhere ? 0 : 1 / (double)steps;
}

/* Walks from a vertex to wherever it is nearer than the set; returns what that adds, and with `keep` makes it part of the set. */
static double walk(key_search *search, size_t from, bool keep)
{
    const sv_neighbours *graph = search->graph;
    reach *r = search->scratch;
    size_t head = 0, tail = 0;
    double gain = 0;
    uint32_t number = ++r->walks;
    if (r->steps[from] == 0)
        return 0;
    r->queue[tail++] = from;
    r->seen[from] = number;
    r->depth[from] = 0;
    while (head < tail) {
        size_t v = r->queue[head++];
        uint32_t depth = r->depth[v];
        gain += worth(search->measure, depth) - worth(search->measure, r->steps[v]);
        if (keep)
            r->steps[v] = depth;
        if (search->measure == SV_KEY_NEIGHBOURS && depth == 1)
            continue;
        for (size_t at = graph->start[v]; at < graph->start[v + 1]; at++) {
            size_t next = graph->neighbour[at];
            if (r->seen[next] == number || r->steps[next] <= depth + 1)
                continue;
            r->seen[next] = number;
            r->depth[next] = depth + 1;
            r->queue[tail++] = next;
        }
    }
    return gain;
}

static double scale(const key_search *search, double sum)
{
    return search->measure == SV_KEY_NEIGHBOURS ? sum : sum / (double)search->graph->n;
}

/* The steps to the chosen set, from scratch; what they are worth together. */
static double measure_set(key_search *search)
{
    reach *r = search->scratch;
    double sum = 0;
    for (size_t v = 0; v < search->graph->n; v++)
        r->steps[v] = nowhere;
    for (size_t i = 0; i < search->n_chosen; i++)
        sum += walk(search, search->chosen[i], true);
    return sum;
}

static double value(key_search *search)
{
    double vertices = (double)search->graph->n, arcs = (double)search->graph->start[search->graph->n];
    search->work = search->measure == SV_KEY_NEIGHBOURS ? 1 + arcs / fmax(vertices, 1) : vertices + arcs;
    return scale(search, measure_set(search));
}

static void values(key_search *search, const size_t *pool, size_t n, double *found)
{
    double sum = measure_set(search);
    for (size_t i = 0; i < n; i++)
        found[i] = scale(search, sum + walk(search, pool[i], false));
}

const key_scorer key_reach = {begin, end, value, values, false};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who is most often in between, roughly: betweenness from a sample of sources (Brandes & Pich 2007), to choose in a large
 * network whom to look at more closely.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "key_players.h"

enum { most_sources = 64, seed_of_sample = 42 };

size_t key_draw(uint64_t *seed, size_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407); /* Knuth's MMIX generator */
    return (size_t)(*seed >> 33) % below;
}

typedef struct passage {
    size_t *queue, *steps; /* steps from the source, plus 1; 0 = not reached */
    double *ways, *share;  /* shortest ways from the source; pairs with the source that pass, this vertex included */
} passage;

/* Adds what passes each vertex on the shortest ways from one source (Brandes 2001). */
static void pass(const sv_neighbours *graph, size_t source, passage *p, double *between)
{
    size_t n = 0;
    for (size_t v = 0; v < graph->n; v++) {
        p->steps[v] = 0;
        p->ways[v] = p->share[v] = 0;
    }
    p->queue[n++] = source;
    p->steps[source] = 1;
    p->ways[source] = 1;
    for (size_t head = 0; head < n; head++) {
        size_t v = p->queue[head];
        for (size_t at = graph->start[v]; at < graph->start[v + 1]; at++) {
            size_t to = graph->neighbour[at];
            if (!p->steps[to]) {
                p->steps[to] = p->steps[v] + 1;
                p->queue[n++] = to;
            }
            if (p->steps[to] == p->steps[v] + 1)
                p->ways[to] += p->ways[v];
        }
    }
    while (n-- > 1) {
        size_t v = p->queue[n];
        for (size_t at = graph->start[v]; at < graph->start[v + 1]; at++) {
            size_t from = graph->neighbour[at];
            if (p->steps[from] + 1 == p->steps[v])
                p->share[from] += p->ways[from] / p->ways[v] * (1 + p->share[v]);
        }
        between[v] += p->share[v];
    }
}

/* Adds up what passes each vertex from a sample of the pool. False without memory. */
static bool sample(const sv_neighbours *graph, const size_t *pool, size_t n, double *between)
{
    passage p = {.queue = sv_alloc(graph->n, sizeof *p.queue),
                 .steps = sv_alloc(graph->n, sizeof *p.steps),
                 .ways = sv_alloc(graph->n, sizeof *p.ways),
                 .share = sv_alloc(graph->n, sizeof *p.share)};
    size_t *left = sv_alloc(n, sizeof *left);
    bool done = p.queue && p.steps && p.ways && p.share && left;
    uint64_t seed = seed_of_sample;
    for (size_t i = 0; done && i < n; i++)
        left[i] = pool[i];
    for (size_t i = 0; done && i < n && i < most_sources; i++) {
        size_t drawn = i + key_draw(&seed, n - i), source = left[drawn];
        left[drawn] = left[i];
        pass(graph, source, &p, between);
    }
    free(p.queue);
    free(p.steps);
    free(p.ways);
    free(p.share);
    free(left);
    return done;
}

typedef struct candidate {
    size_t place, vertex;
    double between;
} candidate;

static int by_place(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    return left->place < right->place ? -1 : left->place > right->place;
}

static int most_between_first(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    if (left->between != right->between)
        return left->between > right->between ? -1 : 1;
    return by_place(a, b);
}

bool key_most_between(const sv_neighbours *graph, size_t *pool, size_t n, size_t most)
{
    double *between = sv_alloc(graph->n, sizeof *between);
    candidate *all = sv_alloc(n, sizeof *all);
    bool done = between && all && sample(graph, pool, n, between);
    for (size_t i = 0; done && i < n; i++) /* rounded, so that the order of adding up does not part what is equal */
        all[i] = (candidate){i, pool[i], nearbyint(between[pool[i]] * 1e6)};
    if (done) {
        qsort(all, n, sizeof *all, most_between_first);
        qsort(all, most, sizeof *all, by_place);
        for (size_t i = 0; i < most; i++)
            pool[i] = all[i].vertex;
    }
    free(between);
    free(all);
    return done;
}

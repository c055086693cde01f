/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How far apart the rest is without a set of actors: D_F of KPP-Neg (Borgatti 2006). The steps between all pairs are
 * counted from 256 vertices at once, a bit for each.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "key_players.h"

enum { words = 4, sources_at_once = 64 * words };

/* A bit for each source. */
typedef struct bits {
    uint64_t word[words];
} bits;

typedef struct distances {
    bits *seen, *now, *next; /* per vertex: whose walk was here; came here in the last step, in this one */
    size_t *front, *behind;  /* the vertices that a walk came to in the last step, in this one */
    uint64_t *count;         /* ordered pairs, by steps */
} distances;

static void end(void *scratch)
{
    distances *d = scratch;
    free(d->seen);
    free(d->now);
    free(d->next);
    free(d->front);
    free(d->behind);
    free(d->count);
    free(d);
}

static void *begin(const sv_neighbours *graph)
{
    distances *d = sv_alloc(1, sizeof *d);
    if (!d)
        return NULL;
    d->seen = sv_alloc(graph->n, sizeof *d->seen);
    d->now = sv_alloc(graph->n, sizeof *d->now);
    d->next = sv_alloc(graph->n, sizeof *d->next);
    d->front = sv_alloc(graph->n, sizeof *d->front);
    d->behind = sv_alloc(graph->n, sizeof *d->behind);
    d->count = sv_alloc(graph->n, sizeof *d->count);
    if (d->seen && d->now && d->next && d->front && d->behind && d->count)
        return d;
    end(d);
    return NULL;
}

/* Those who come from one vertex to another where they never were; true when they are the first there in this step. */
static bool come(const bits *now, const bits *seen, bits *next)
{
    uint64_t fresh = 0, before = 0;
    for (int i = 0; i < words; i++) {
        uint64_t word = now->word[i] & ~seen->word[i];
        before |= next->word[i];
        fresh |= word;
        next->word[i] |= word;
    }
    return fresh && !before;
}

/* Those who came in this step were there from now on; how many they are. */
static unsigned arrive(bits *seen, bits *now, bits *next)
{
    unsigned count = 0;
    for (int i = 0; i < words; i++) {
        count += (unsigned)__builtin_popcountll(next->word[i]);
        seen->word[i] |= next->word[i];
    }
    *now = *next;
    *next = (bits){{0}};
    return count;
}

/* One step of all walks: from the vertices in front to those behind; how many those are. */
static size_t step(key_search *search, distances *d, size_t n_front)
{
    const sv_neighbours *graph = search->graph;
    size_t n = 0;
    for (size_t i = 0; i < n_front; i++) {
        size_t v = d->front[i];
        search->work += (double)(words * (graph->start[v + 1] - graph->start[v]));
        for (size_t at = graph->start[v]; at < graph->start[v + 1]; at++) {
            size_t to = graph->neighbour[at];
            if (!search->taken[to] && come(&d->now[v], &d->seen[to], &d->next[to]))
                d->behind[n++] = to;
        }
    }
    return n;
}

/* Walks from the sources that stand in front, each with its bit, until none comes anywhere new. */
static void walk(key_search *search, distances *d, size_t n_front)
{
    for (size_t steps = 1; n_front > 0; steps++) {
        size_t n = step(search, d, n_front), *swap = d->front;
        for (size_t i = 0; i < n_front; i++)
            d->now[d->front[i]] = (bits){{0}};
        for (size_t i = 0; i < n; i++) {
            size_t v = d->behind[i];
            d->count[steps] += arrive(&d->seen[v], &d->now[v], &d->next[v]);
        }
        d->front = d->behind;
        d->behind = swap;
        n_front = n;
    }
}

static double value(key_search *search)
{
    distances *d = search->scratch;
    size_t n = search->graph->n, left = n - search->n_chosen;
    double sum = 0;
    search->work = 0;
    for (size_t i = 0; i < n; i++)
        d->count[i] = 0;
    for (size_t v = 0; v < n;) {
        size_t sources = 0;
        search->work += (double)n;
        for (size_t i = 0; i < n; i++)
            d->seen[i] = (bits){{0}};
        for (; v < n && sources < sources_at_once; v++)
            if (!search->taken[v]) {
                d->seen[v].word[sources / 64] |= UINT64_C(1) << sources % 64;
                d->now[v] = d->seen[v];
                d->front[sources++] = v;
            }
        walk(search, d, sources);
    }
    for (size_t steps = 1; steps < n; steps++)
        sum += (double)d->count[steps] / (double)steps;
    return left < 2 ? NAN : 1 - sum / ((double)left * ((double)left - 1));
}

static void values(key_search *search, const size_t *pool, size_t n, double *found)
{
    for (size_t i = 0; i < n; i++) {
        if (search->taken[pool[i]])
            continue;
        search->taken[pool[i]] = true;
        search->n_chosen++;
        found[i] = value(search);
        search->n_chosen--;
        search->taken[pool[i]] = false;
    }
}

const key_scorer key_distance = {begin, end, value, values, false};

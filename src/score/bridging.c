/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bridging beyond betweenness: how much of it an actor holds per tie (Everett & Valente 2016), between better tied
 * others (Hwang et al. 2006), and how much farther apart everyone comes when its ties go (Valente & Fujimoto 2010).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

static size_t degree_of(const bench *shared, size_t v)
{
    return shared->start[v + 1] - shared->start[v];
}

/* Betweenness, neighbours and components, which both rest on. */
static sv_status prepare(bench *shared, double *betweenness, sv_error *error)
{
    sv_status status = measure_betweenness(shared, betweenness, error);
    if (status == SV_OK)
        status = bench_neighbours(shared, error);
    return status == SV_OK ? bench_components(shared, error) : status;
}

sv_status measure_everett_valente(bench *shared, double *values, sv_error *error)
{
    sv_status status = prepare(shared, values, error);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        if (values[v] > 0)
            values[v] = (2 * values[v] + (double)shared->size[v] - 1) / (double)degree_of(shared, v);
    return status;
}

sv_status measure_hwang(bench *shared, double *values, sv_error *error)
{
    sv_status status = prepare(shared, values, error);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++) {
        double around = 0;
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++)
            around += 1 / (double)degree_of(shared, shared->neighbour[e]);
        values[v] = around > 0 ? values[v] / (double)degree_of(shared, v) / around : NAN;
    }
    return status;
}

/*
 * Distances from one vertex, in steps, and what becomes of them without one tie. Only vertices that are reached through
 * that tie alone come farther away; they are found and measured anew, the rest is left as it is.
 */
typedef struct steps {
    size_t *distance, *queue;  /* queue: in the order in which they were met */
    size_t *parents;           /* through how many vertices one step nearer a vertex is reached */
    size_t *lost, *order;      /* lost: how many of those parents are lost without the tie; order: the vertices that lost all */
    size_t *again;             /* their new distance */
    size_t n_queue;
} steps;

static bool steps_begin(steps *s, size_t n)
{
    size_t **arrays[] = {&s->distance, &s->queue, &s->parents, &s->lost, &s->order, &s->again};
    bool done = true;
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = sv_alloc(n, sizeof **arrays[i]);
        done &= *arrays[i] != NULL;
    }
    return done;
}

static void steps_end(steps *s)
{
    size_t *arrays[] = {s->distance, s->queue, s->parents, s->lost, s->order, s->again};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
}

static void count_from(const bench *shared, steps *s, size_t source)
{
    for (size_t v = 0; v < shared->n; v++) {
        s->distance[v] = SIZE_MAX;
        s->parents[v] = 0;
    }
    s->distance[source] = 0;
    s->queue[0] = source;
    s->n_queue = 1;
    for (size_t i = 0; i < s->n_queue; i++) {
        size_t v = s->queue[i];
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++) {
            size_t next = shared->neighbour[e];
            if (s->distance[next] == SIZE_MAX) {
                s->distance[next] = s->distance[v] + 1;
                s->queue[s->n_queue++] = next;
            }
            s->parents[next] += s->distance[next] == s->distance[v] + 1;
        }
    }
}

/* The vertices that are reached only through the tie into `child`, nearest first, into s->order. */
static size_t find_dependent(const bench *shared, steps *s, size_t child)
{
    size_t n = 1, met = 0;
    s->order[0] = child;
    for (size_t i = 0; i < n; i++) {
        size_t v = s->order[i];
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++) {
            size_t next = shared->neighbour[e];
            if (s->distance[next] == s->distance[v] + 1 && ++s->lost[next] == s->parents[next])
                s->order[n++] = next;
        }
    }
    for (size_t i = 0; i < n; i++, met++)
        for (size_t e = shared->start[s->order[i]]; e < shared->start[s->order[i] + 1]; e++)
            s->lost[shared->neighbour[e]] = 0;
    return met;
}

/* How near (the sum of 1/distance) the vertices that depend on the tie from parent to child were, less how near they are without it. */
static double find_drop(const bench *shared, steps *s, size_t parent, size_t child)
{
    size_t n = find_dependent(shared, s, child);
    double drop = 0;
    bool moved = true;
    for (size_t i = 0; i < n; i++)
        s->again[s->order[i]] = SIZE_MAX;
    while (moved) { /* as far as the ways around are long */
        moved = false;
        for (size_t i = 0; i < n; i++) {
            size_t v = s->order[i];
            for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++) {
                size_t from = shared->neighbour[e], reached = s->again[from] ? s->again[from] : s->distance[from];
                if ((v == child && from == parent) || reached == SIZE_MAX || reached + 1 >= s->again[v])
                    continue;
                s->again[v] = reached + 1;
                moved = true;
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        size_t v = s->order[i];
        drop += 1 / (double)s->distance[v] - (s->again[v] == SIZE_MAX ? 0 : 1 / (double)s->again[v]);
    }
    for (size_t i = 0; i < n; i++)
        s->again[s->order[i]] = 0;
    return drop;
}

/*
 * Of every actor the mean, over its ties, of how much the nearness of all pairs (the sum of 1/distance, as a share of
 * all pairs) drops when the tie goes. Cost: for each source its dependent vertices and their ties.
 */
sv_status measure_valente_fujimoto(bench *shared, double *values, sv_error *error)
{
    double pairs = (double)shared->n * ((double)shared->n - 1);
    steps s = {0};
    sv_status status = bench_neighbours(shared, error);
    if (status == SV_OK && !steps_begin(&s, shared->n))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t source = 0; status == SV_OK && source < shared->n; source++) {
        count_from(shared, &s, source);
        for (size_t i = 1; i < s.n_queue; i++) {
            size_t child = s.queue[i];
            if (s.parents[child] != 1)
                continue;
            for (size_t e = shared->start[child]; e < shared->start[child + 1]; e++) {
                size_t parent = shared->neighbour[e];
                if (s.distance[parent] + 1 == s.distance[child]) {
                    double drop = find_drop(shared, &s, parent, child);
                    values[parent] += drop;
                    values[child] += drop;
                }
            }
        }
    }
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        values[v] = degree_of(shared, v) ? values[v] / (double)degree_of(shared, v) / pairs : NAN;
    steps_end(&s);
    return status;
}

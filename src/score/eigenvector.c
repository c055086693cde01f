/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Eigenvector centrality: whether an actor's contacts are themselves well tied (Bonacich 1972). Taken in the
 * component with the largest eigenvalue, scaled to a maximum of 1; actors in other components get 0. Found by
 * repeated multiplication with A + I, a component at a time: the shift makes bipartite networks converge, and
 * on several equal components at once the answer would hang on where the search starts.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

static const double settled = 1e-14;     /* largest change of a value, of at most 1, in a round */
static const double most_visits = 4e9;   /* ties looked at before giving up: half a minute */

/* The vertices grouped by component; component c holds order[starts[c - 1]] up to order[starts[c]]. NULL without memory. */
static size_t *group_vertices(const bench *shared, size_t *starts)
{
    size_t *order = sv_alloc(shared->n, sizeof *order);
    for (size_t i = 0; order && i < shared->n; i++)
        starts[shared->component[i]]++;
    for (size_t c = 1; order && c <= shared->n_components; c++)
        starts[c] += starts[c - 1];
    for (size_t i = shared->n; order && i-- > 0;)
        order[--starts[shared->component[i]]] = i;
    for (size_t c = 1; order && c <= shared->n_components; c++)
        starts[c - 1] = starts[c];
    if (order)
        starts[shared->n_components] = shared->n;
    return order;
}

/* The largest sum of weights of any member: no eigenvalue of the component is above it. */
static double bound(const bench *shared, const size_t *vertices, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t at = shared->start[vertices[i]]; at < shared->start[vertices[i] + 1]; at++)
            sum += shared->weight[at];
        if (sum > most)
            most = sum;
    }
    return most;
}

/* One round: next = (A + I) now, scaled to a maximum of 1. Returns the largest change; *scale gets what it was divided by. */
static double multiply(const bench *shared, const size_t *vertices, size_t n, const double *now, double *next, double *scale)
{
    double most = 0, change = 0;
    for (size_t i = 0; i < n; i++) {
        size_t v = vertices[i];
        double sum = now[v];
        for (size_t at = shared->start[v]; at < shared->start[v + 1]; at++)
            sum += shared->weight[at] * now[shared->neighbour[at]];
        next[v] = sum;
        if (sum > most)
            most = sum;
    }
    for (size_t i = 0; i < n; i++) {
        next[vertices[i]] /= most;
        change = fmax(change, fabs(next[vertices[i]] - now[vertices[i]]));
    }
    *scale = most;
    return change;
}

/* The eigenvalue of a component, its vector in now[] and next[]; NaN when it does not settle. */
static double iterate(const bench *shared, const size_t *vertices, size_t n, double *now, double *next)
{
    double visits = 0, scale = 1;
    for (size_t i = 0; i < n; i++) {
        now[vertices[i]] = 1;
        visits += (double)(shared->start[vertices[i] + 1] - shared->start[vertices[i]] + 1);
    }
    for (double round = 1; round * visits < most_visits; round += 2) {
        double change = multiply(shared, vertices, n, now, next, &scale);
        change = fmax(change, multiply(shared, vertices, n, next, now, &scale));
        if (change <= settled)
            return scale - 1;
    }
    return NAN;
}

static void take_best(const bench *shared, const size_t *order, const size_t *starts, double *now, double *next, double *values)
{
    double best = 0;
    for (size_t c = 0; c < shared->n_components; c++) {
        const size_t *vertices = order + starts[c];
        size_t n = starts[c + 1] - starts[c];
        double value;
        if (n < 2 || bound(shared, vertices, n) <= best)
            continue;
        value = iterate(shared, vertices, n, now, next);
        if (!(value > best * (1 + 1e-9)))
            continue;
        best = value;
        memset(values, 0, shared->n * sizeof *values);
        for (size_t i = 0; i < n; i++)
            values[vertices[i]] = now[vertices[i]];
    }
    for (size_t i = 0; !(best > 0) && i < shared->n; i++)
        values[i] = NAN;
}

sv_status measure_eigenvector(bench *shared, double *values, sv_error *error)
{
    size_t *starts = NULL, *order = NULL;
    double *now = NULL, *next = NULL;
    sv_status status = bench_components(shared, error);
    if (status == SV_OK)
        status = bench_neighbours(shared, error);
    if (status != SV_OK)
        return status;
    starts = sv_alloc(shared->n_components + 1, sizeof *starts);
    now = sv_alloc(shared->n, sizeof *now);
    next = sv_alloc(shared->n, sizeof *next);
    if (starts)
        order = group_vertices(shared, starts);
    if (order && now && next)
        take_best(shared, order, starts, now, next, values);
    else
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    free(starts);
    free(order);
    free(now);
    free(next);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * PageRank: where a walk along ties that starts anew with chance 0.15 spends its time (Brin & Page 1998).
 * Computed over our own flat array: igraph's own differs in the last digits with the number of threads, and
 * the same map must give the same bytes.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

static const double damping = 0.85;
enum { most_rounds = 1000 }; /* each round divides what is left by 1/0.85: 230 reach the last digit */

/*
 * Where ties have a direction, the walk goes from who is influenced to who influences: against them. What leaves u is
 * then what arrives at u along its ties.
 */
static void add_leaving(const bench *shared, double *leaving)
{
    for (size_t v = 0; v < shared->n; v++)
        for (size_t at = shared->start[v]; at < shared->start[v + 1]; at++)
            leaving[shared->neighbour[at]] += shared->along[at];
}

/* One round from now to next; the time of who has nowhere to go is spread over all. Returns the sum of changes. */
static double walk(const bench *shared, const double *leaving, const double *now, double *next)
{
    double idle = 0, change = 0;
    for (size_t v = 0; v < shared->n; v++)
        if (!(leaving[v] > 0))
            idle += now[v];
    for (size_t v = 0; v < shared->n; v++) {
        double sum = 0;
        for (size_t at = shared->start[v]; at < shared->start[v + 1]; at++)
            if (shared->along[at] > 0)
                sum += shared->along[at] * now[shared->neighbour[at]] / leaving[shared->neighbour[at]];
        next[v] = (1 - damping) / (double)shared->n + damping * (sum + idle / (double)shared->n);
        change += fabs(next[v] - now[v]);
    }
    return change;
}

sv_status measure_pagerank(bench *shared, double *values, sv_error *error)
{
    double *leaving = NULL, *next = NULL;
    sv_status status = bench_neighbours(shared, error);
    if (status != SV_OK)
        return status;
    leaving = sv_alloc(shared->n, sizeof *leaving);
    next = sv_alloc(shared->n, sizeof *next);
    if (!leaving || !next) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    add_leaving(shared, leaving);
    for (size_t v = 0; v < shared->n; v++)
        values[v] = 1 / (double)shared->n;
    for (int round = 0; round < most_rounds; round++) {
        double change = walk(shared, leaving, values, next);
        memcpy(values, next, shared->n * sizeof *values);
        if (change < 1e-15)
            break;
    }
done:
    free(leaving);
    free(next);
    return status;
}

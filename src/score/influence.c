/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Influence as one number, for who asks for it: the mean of an actor's percentile ranks by harmonic closeness, stated
 * power and competitiveness, as far as they are known, each counting the same. It mixes kinds of influence that work
 * in different ways (Borgatti 2005), so it is never shown unasked.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

/* How many of the sorted values are below one; with `too`, or equal to it. */
static size_t count_below(const double *sorted, size_t n, double value, bool too)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle] < value || (too && sorted[middle] == value))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Equal to the nine decimals that rankings look at. */
static double nearly(double value)
{
    return nearbyint(value * 1e9) / 1e9;
}

/* Adds the share of the others an actor is above, those equal to it counting half. Of fewer than two known values nothing can be said. */
static void add_ranks(const double *column, size_t n, double *sorted, double *sums, size_t *counts)
{
    size_t known = 0;
    for (size_t v = 0; v < n; v++)
        if (!isnan(column[v]))
            sorted[known++] = nearly(column[v]);
    if (known < 2)
        return;
    qsort(sorted, known, sizeof *sorted, by_value);
    for (size_t v = 0; v < n; v++) {
        size_t below, equal;
        if (isnan(column[v]))
            continue;
        below = count_below(sorted, known, nearly(column[v]), false);
        equal = count_below(sorted, known, nearly(column[v]), true) - below - 1;
        sums[v] += ((double)below + (double)equal / 2) / (double)(known - 1);
        counts[v]++;
    }
}

sv_status measure_influence(bench *shared, double *values, sv_error *error)
{
    static measure *const parts[] = {measure_harmonic, measure_power, measure_competitiveness};
    double *column = sv_alloc(shared->n, sizeof *column), *sorted = sv_alloc(shared->n, sizeof *sorted);
    size_t *counts = sv_alloc(shared->n, sizeof *counts);
    sv_status status = SV_OK;
    if (!column || !sorted || !counts)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; status == SV_OK && i < sizeof parts / sizeof *parts; i++) {
        status = parts[i](shared, column, error);
        if (status == SV_OK && (parts[i] != measure_competitiveness || shared->mactor.n)) /* 1 for all is not known */
            add_ranks(column, shared->n, sorted, values, counts);
    }
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        values[v] = counts[v] ? values[v] / (double)counts[v] : NAN;
    free(column);
    free(sorted);
    free(counts);
    return status;
}

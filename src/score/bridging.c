/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bridging beyond betweenness: how much of it an actor holds per tie (Everett & Valente 2016), and between better tied
 * others (Hwang et al. 2006).
 */
#include <math.h>

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

/* Betweenness counts every pair once, but both ways apart where ties have a direction: ties that all run both ways give the same. */
sv_status measure_everett_valente(bench *shared, double *values, sv_error *error)
{
    sv_status status = prepare(shared, values, error);
    double ways = shared->network->options.directed ? 1 : 2;
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        if (values[v] > 0)
            values[v] = (ways * values[v] + (double)shared->size[v] - 1) / (double)degree_of(shared, v);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness: on how many shortest ways between two others an actor stands (Freeman 1977; Brandes 2001). */
#include <math.h>
#include <string.h>

#include "measure.h"

bool rests_on_betweenness(measure *one)
{
    return one == measure_betweenness || one == measure_betweenness_norm || one == measure_everett_valente || one == measure_hwang;
}

sv_status measure_betweenness(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_paths(shared, true, error);
    if (status == SV_OK)
        memcpy(values, shared->paths.betweenness, shared->n * sizeof *values);
    return status;
}

sv_status measure_betweenness_norm(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_paths(shared, true, error);
    double pairs = ((double)shared->n - 1) * ((double)shared->n - 2);
    if (!shared->network->options.directed)
        pairs /= 2;
    for (size_t i = 0; status == SV_OK && i < shared->n; i++)
        values[i] = shared->n > 2 ? shared->paths.betweenness[i] / pairs : NAN;
    return status;
}

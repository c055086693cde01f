/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Closeness: how near an actor is to the others. Harmonic closeness adds up 1/distance and is right when the
 * network falls apart (Boldi & Vigna 2014); classic closeness is (c-1)/sum of distances within the component
 * of size c, and undefined for an isolate (Freeman 1979); eccentricity is the distance to the farthest
 * (Harary 1969). Where ties have a direction, distances are those of news that goes out from the actor.
 */
#include <math.h>
#include <string.h>

#include "measure.h"

sv_status measure_harmonic(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_paths(shared, false, error);
    if (status == SV_OK)
        memcpy(values, shared->paths.harmonic, shared->n * sizeof *values);
    return status;
}

sv_status measure_harmonic_norm(bench *shared, double *values, sv_error *error)
{
    sv_status status = measure_harmonic(shared, values, error);
    for (size_t i = 0; status == SV_OK && i < shared->n; i++)
        values[i] = shared->n > 1 ? values[i] / (double)(shared->n - 1) : NAN;
    return status;
}

sv_status measure_closeness(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_paths(shared, false, error);
    if (status == SV_OK)
        memcpy(values, shared->paths.closeness, shared->n * sizeof *values);
    return status;
}

sv_status measure_eccentricity(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_paths(shared, false, error);
    if (status == SV_OK)
        memcpy(values, shared->paths.eccentricity, shared->n * sizeof *values);
    return status;
}

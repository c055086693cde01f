/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Closeness: how near an actor is to the others. Harmonic closeness adds up 1/distance and is right when the
 * network falls apart (Boldi & Vigna 2014); classic closeness is (c-1)/sum of distances within the component
 * of size c, and undefined for an isolate (Freeman 1979).
 */
#include <math.h>

#include "measure.h"

sv_status measure_harmonic(bench *shared, double *values, sv_error *error)
{
    igraph_vector_t result;
    sv_guard guard;
    igraph_error_t code;
    sv_guard_begin(&guard);
    code = igraph_vector_init(&result, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_harmonic_centrality(&shared->network->graph, &result, igraph_vss_all(), IGRAPH_ALL, network_lengths(shared->network), false);
        if (code == IGRAPH_SUCCESS)
            values_from(&result, values);
        igraph_vector_destroy(&result);
    }
    return sv_guard_end(&guard, code, error);
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
    igraph_vector_t result;
    sv_guard guard;
    igraph_error_t code;
    sv_guard_begin(&guard);
    code = igraph_vector_init(&result, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_closeness(&shared->network->graph, &result, NULL, NULL, igraph_vss_all(), IGRAPH_ALL, network_lengths(shared->network), true);
        if (code == IGRAPH_SUCCESS)
            values_from(&result, values);
        igraph_vector_destroy(&result);
    }
    return sv_guard_end(&guard, code, error);
}

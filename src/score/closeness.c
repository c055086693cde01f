/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Closeness: how near an actor is to the others. Harmonic closeness adds up 1/distance and is right when the
 * network falls apart (Boldi & Vigna 2014); classic closeness is (c-1)/sum of distances within the component
 * of size c, and undefined for an isolate (Freeman 1979).
 */
#include <math.h>

#include "measure.h"

static igraph_error_t call_harmonic(const sv_network *network, igraph_vector_t *result)
{
    return igraph_harmonic_centrality(&network->graph, result, igraph_vss_all(), IGRAPH_ALL, network_lengths(network), false);
}

static igraph_error_t call_closeness(const sv_network *network, igraph_vector_t *result)
{
    return igraph_closeness(&network->graph, result, NULL, NULL, igraph_vss_all(), IGRAPH_ALL, network_lengths(network), true);
}

sv_status measure_harmonic(bench *shared, double *values, sv_error *error)
{
    return measure_by(call_harmonic, shared, values, error);
}

sv_status measure_harmonic_norm(bench *shared, double *values, sv_error *error)
{
    sv_status status = measure_by(call_harmonic, shared, values, error);
    for (size_t i = 0; status == SV_OK && i < shared->n; i++)
        values[i] = shared->n > 1 ? values[i] / (double)(shared->n - 1) : NAN;
    return status;
}

sv_status measure_closeness(bench *shared, double *values, sv_error *error)
{
    return measure_by(call_closeness, shared, values, error);
}

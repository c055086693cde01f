/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness: on how many shortest ways between two others an actor stands (Freeman 1977; Brandes 2001). */
#include <math.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

static igraph_error_t call_betweenness(const sv_network *network, igraph_vector_t *result)
{
    return igraph_betweenness(&network->graph, result, igraph_vss_all(), IGRAPH_UNDIRECTED, network_lengths(network));
}

/* Once for both scores that rest on it: it is the dearest of all. */
static sv_status find_betweenness(bench *shared, sv_error *error)
{
    if (shared->betweenness)
        return SV_OK;
    shared->betweenness = sv_alloc(shared->n, sizeof *shared->betweenness);
    if (!shared->betweenness)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return measure_by(call_betweenness, shared, shared->betweenness, error);
}

sv_status measure_betweenness(bench *shared, double *values, sv_error *error)
{
    sv_status status = find_betweenness(shared, error);
    if (status == SV_OK)
        memcpy(values, shared->betweenness, shared->n * sizeof *values);
    return status;
}

sv_status measure_betweenness_norm(bench *shared, double *values, sv_error *error)
{
    sv_status status = find_betweenness(shared, error);
    double pairs = ((double)shared->n - 1) * ((double)shared->n - 2) / 2;
    for (size_t i = 0; status == SV_OK && i < shared->n; i++)
        values[i] = shared->n > 2 ? shared->betweenness[i] / pairs : NAN;
    return status;
}

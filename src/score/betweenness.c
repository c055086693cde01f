/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness: on how many shortest ways between two others an actor stands (Freeman 1977; Brandes 2001). */
#include <math.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

static sv_status find_betweenness(bench *shared, sv_error *error)
{
    igraph_vector_t result;
    sv_guard guard;
    igraph_error_t code;
    double *found;
    if (shared->betweenness)
        return SV_OK;
    found = sv_alloc(shared->n, sizeof *found);
    if (!found)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    shared->betweenness = found;
    sv_guard_begin(&guard);
    code = igraph_vector_init(&result, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_betweenness(&shared->network->graph, &result, igraph_vss_all(), IGRAPH_UNDIRECTED, network_lengths(shared->network));
        if (code == IGRAPH_SUCCESS)
            values_from(&result, found);
        igraph_vector_destroy(&result);
    }
    return sv_guard_end(&guard, code, error);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reach: how many others an actor reaches within two steps (Borgatti, Everett & Johnson 2013). Steps are counted, never weighed. */
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

/* Those not met before are marked with the source, so that nothing needs to be wiped for the next. */
static double count_near(const arcs *out, uint32_t source, uint32_t *met_by)
{
    uint32_t met = 0;
    met_by[source] = source;
    for (uint32_t i = out->start[source]; i < out->start[source + 1]; i++) {
        uint32_t near = out->to[i];
        met += met_by[near] != source;
        met_by[near] = source;
        for (uint32_t k = out->start[near]; k < out->start[near + 1]; k++) {
            met += met_by[out->to[k]] != source;
            met_by[out->to[k]] = source;
        }
    }
    return met;
}

sv_status measure_reach2(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_adjacency(shared, error);
    uint32_t *met_by = NULL;
    if (status != SV_OK)
        return status;
    met_by = sv_alloc(shared->n, sizeof *met_by);
    if (!met_by)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (uint32_t p = 0; p < shared->adj.n; p++)
        met_by[p] = UINT32_MAX;
    for (uint32_t p = 0; p < shared->adj.n; p++)
        values[shared->adj.vertex[p]] = count_near(&shared->adj.out, p, met_by);
    free(met_by);
    return SV_OK;
}

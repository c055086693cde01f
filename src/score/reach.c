/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reach: how many others an actor reaches within two steps (Borgatti, Everett & Johnson 2013). Steps are counted, never weighed. */
#include "measure.h"

sv_status measure_reach2(bench *shared, double *values, sv_error *error)
{
    igraph_vector_int_t sizes;
    sv_guard guard;
    igraph_error_t code;
    sv_guard_begin(&guard);
    code = igraph_vector_int_init(&sizes, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_neighborhood_size(&shared->network->graph, &sizes, igraph_vss_all(), 2, IGRAPH_ALL, 1);
        for (size_t i = 0; code == IGRAPH_SUCCESS && i < shared->n; i++)
            values[i] = (double)VECTOR(sizes)[i];
        igraph_vector_int_destroy(&sizes);
    }
    return sv_guard_end(&guard, code, error);
}

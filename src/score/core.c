/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core number: the largest k for which an actor stands in a part where everyone has at least k ties (Seidman 1983). */
#include "measure.h"

sv_status measure_core(bench *shared, double *values, sv_error *error)
{
    igraph_vector_int_t cores;
    sv_guard guard;
    igraph_error_t code;
    sv_guard_begin(&guard);
    code = igraph_vector_int_init(&cores, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_coreness(&shared->network->graph, &cores, IGRAPH_ALL);
        for (size_t i = 0; code == IGRAPH_SUCCESS && i < shared->n; i++)
            values[i] = (double)VECTOR(cores)[i];
        igraph_vector_int_destroy(&cores);
    }
    return sv_guard_end(&guard, code, error);
}

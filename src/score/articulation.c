/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cut points: actors without whom the network falls into more parts than it has now (Tarjan 1972). */
#include "measure.h"

sv_status measure_articulation(bench *shared, double *values, sv_error *error)
{
    igraph_vector_int_t points;
    sv_guard guard;
    igraph_error_t code;
    sv_guard_begin(&guard);
    code = igraph_vector_int_init(&points, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_articulation_points(&shared->network->graph, &points);
        for (igraph_integer_t i = 0; code == IGRAPH_SUCCESS && i < igraph_vector_int_size(&points); i++)
            values[VECTOR(points)[i]] = 1;
        igraph_vector_int_destroy(&points);
    }
    return sv_guard_end(&guard, code, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Constraint: how much an actor's contacts are all tied to each other (Burt 1992). Undefined without ties. */
#include <math.h>

#include "measure.h"

sv_status measure_constraint(bench *shared, double *values, sv_error *error)
{
    igraph_vector_t result;
    sv_guard guard;
    igraph_error_t code;
    sv_guard_begin(&guard);
    code = igraph_vector_init(&result, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_constraint(&shared->network->graph, &result, igraph_vss_all(), network_weights(shared->network));
        if (code == IGRAPH_SUCCESS)
            values_from(&result, values);
        igraph_vector_destroy(&result);
    }
    return sv_guard_end(&guard, code, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Constraint: how much an actor's contacts are all tied to each other (Burt 1992). Undefined without ties. */
#include "measure.h"

static igraph_error_t call_constraint(const sv_network *network, igraph_vector_t *result)
{
    return igraph_constraint(&network->graph, result, igraph_vss_all(), network_weights(network));
}

sv_status measure_constraint(bench *shared, double *values, sv_error *error)
{
    return measure_by(call_constraint, shared, values, error);
}

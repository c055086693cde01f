/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core number: the largest k for which an actor stands in a part where everyone has at least k ties (Seidman 1983). */
#include "measure.h"

static igraph_error_t call_coreness(const sv_network *network, igraph_vector_int_t *result)
{
    return igraph_coreness(&network->graph, result, IGRAPH_ALL);
}

sv_status measure_core(bench *shared, double *values, sv_error *error)
{
    return measure_count_by(call_coreness, shared, values, error);
}

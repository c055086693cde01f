/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reach: how many others an actor reaches within two steps (Borgatti, Everett & Johnson 2013). Steps are counted, never weighed. */
#include "measure.h"

static igraph_error_t call_reach(const sv_network *network, igraph_vector_int_t *result)
{
    return igraph_neighborhood_size(&network->graph, result, igraph_vss_all(), 2, IGRAPH_ALL, 1);
}

sv_status measure_reach2(bench *shared, double *values, sv_error *error)
{
    return measure_count_by(call_reach, shared, values, error);
}

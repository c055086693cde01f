/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Degree and strength: with how many others an actor is tied, and how strongly in all (Freeman 1979; Barrat et al. 2004). */
#include "measure.h"

sv_status measure_degree(bench *shared, double *values, sv_error *error)
{
    const sv_network *network = shared->network;
    (void)error;
    for (size_t i = 0; i < network->n_ties; i++) {
        values[network->from[i]]++;
        values[network->to[i]]++;
    }
    return SV_OK;
}

sv_status measure_strength(bench *shared, double *values, sv_error *error)
{
    const sv_network *network = shared->network;
    (void)error;
    for (size_t i = 0; i < network->n_ties; i++) {
        values[network->from[i]] += network->strength[i];
        values[network->to[i]] += network->strength[i];
    }
    return SV_OK;
}

/* How many ties run from v, or to v; one that runs both ways does both. */
static sv_status count_ways(const bench *shared, bool arriving, double *values)
{
    const sv_network *network = shared->network;
    for (size_t i = 0; i < network->n_ties; i++) {
        values[arriving ? network->to[i] : network->from[i]] += network->there[i] > 0;
        values[arriving ? network->from[i] : network->to[i]] += network->back[i] > 0;
    }
    return SV_OK;
}

sv_status measure_in_degree(bench *shared, double *values, sv_error *error)
{
    (void)error;
    return count_ways(shared, true, values);
}

sv_status measure_out_degree(bench *shared, double *values, sv_error *error)
{
    (void)error;
    return count_ways(shared, false, values);
}

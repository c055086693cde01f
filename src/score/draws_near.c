/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Nearness in a drawn network, by the walks that sampling does, here to all. */
#include "draws_near.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

bool near_suits(measure *one, const sv_network *network)
{
    return !network->options.strength &&
           (one == measure_harmonic || one == measure_harmonic_norm || one == measure_closeness || one == measure_eccentricity);
}

bool near_begin(const sv_network *network, near_room *made)
{
    const adjacency size = {.n = (uint32_t)network->n_vertices};
    const some_job about = {.adj = &size};
    made->walk = some_in_steps_begin(&about);
    made->places = sv_alloc(size.n, sizeof *made->places);
    made->sums = sv_alloc(size.n, 4 * sizeof *made->sums);
    made->farthest = sv_alloc(size.n, sizeof *made->farthest);
    for (uint32_t p = 0; made->places && p < size.n; p++)
        made->places[p] = p;
    return made->walk && made->places && made->sums && made->farthest;
}

void near_end(near_room *of)
{
    some_in_steps_end(of->walk);
    free(of->places);
    free(of->sums);
    free(of->farthest);
}

/* From what the walks add up to: nearness, distance and how many were met, each of all places. */
static double value_of(measure *one, const some_job *about, const double *sums, uint32_t p)
{
    size_t n = about->n;
    double met = sums[2 * n + p];
    if (one == measure_harmonic)
        return sums[p];
    if (one == measure_harmonic_norm)
        return n > 1 ? sums[p] / (double)(n - 1) : NAN;
    if (!(met > 0))
        return NAN;
    return one == measure_closeness ? met / sums[n + p] : farthest_of(about, p);
}

sv_status near_measure(const crew_member *member, measure *one, bench *shared, near_room *room, double *values, sv_error *error)
{
    const some_job about = {&shared->adj, room->places, shared->n, one == measure_eccentricity ? room->farthest : NULL};
    sv_status status = bench_adjacency(shared, error);
    if (status != SV_OK)
        return status;
    memset(room->sums, 0, 4 * shared->n * sizeof *room->sums);
    for (size_t p = 0; about.farthest && p < shared->n; p++)
        atomic_init(&room->farthest[p], 0);
    for (size_t block = 0; block * some_in_block < shared->n; block++)
        some_in_steps_walk(member, &about, room->walk, block, room->sums);
    for (uint32_t p = 0; p < shared->n; p++)
        values[shared->adj.vertex[p]] = value_of(one, &about, room->sums, p);
    return SV_OK;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All shortest ways: the sources are split over threads, and what their walks add up to is handed to the vertices and ties. */
#include "measure.h"
#include "sampling.h"

#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"

void paths_put(const paths_job *job, uint32_t source, double nearness, double distance, double met, double farthest)
{
    uint32_t vertex = job->adj->vertex[source];
    job->sums->harmonic[vertex] = nearness;
    job->sums->closeness[vertex] = met > 0 ? met / distance : NAN;
    job->sums->eccentricity[vertex] = met > 0 ? farthest : NAN;
}

/* From places and arcs to vertices and ties. Without direction every pair was met from both ends. */
static void hand_out(const adjacency *adj, const double *total, path_sums *sums)
{
    double each = adj->directed ? 1 : 0.5;
    for (uint32_t p = 0; p < adj->n; p++)
        sums->betweenness[adj->vertex[p]] = total[p] * each;
    for (uint32_t at = 0; at < adj->n_arcs; at++)
        sums->ties[adj->out.tie[at]] += total[adj->n + at] * each;
}

sv_status paths_find(const adjacency *adj, const sv_scores_options *options, path_sums *sums, sv_error *error)
{
    const paths_job about = {adj, sums};
    const bool by_length = adj->out.length != NULL;
    const crew_job job = {
        .about = &about,
        .blocks = ((size_t)adj->n + sources_each - 1) / sources_each,
        .sums = sums->betweenness ? (size_t)adj->n + adj->n_arcs : 0,
        .cost = (double)adj->n * adj->n_arcs * (by_length ? 10 : 1),
        .begin = by_length ? paths_lengths_begin : paths_steps_begin,
        .end = by_length ? paths_lengths_end : paths_steps_end,
        .work = by_length ? paths_lengths_walk : paths_steps_walk,
    };
    double *total = sv_alloc(job.sums, sizeof *total);
    sv_status status;
    if (!total)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = crew_run(&job, options, SV_TR("computing shortest ways"), total, error);
    if (status == SV_OK && sums->betweenness)
        hand_out(adj, total, sums);
    free(total);
    return status;
}

static void clear_sums(path_sums *sums)
{
    free(sums->harmonic);
    free(sums->closeness);
    free(sums->eccentricity);
    free(sums->betweenness);
    free(sums->ties);
    *sums = (path_sums){0};
}

void bench_paths_clear(bench *shared)
{
    clear_sums(&shared->paths);
    adjacency_clear(&shared->adj);
}

sv_status bench_adjacency(bench *shared, sv_error *error)
{
    if (!shared->has_adj && !adjacency_make(shared->network, shared->network->options.directed, &shared->adj))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    shared->has_adj = true;
    return SV_OK;
}

sv_status bench_paths(bench *shared, bool betweenness, sv_error *error)
{
    path_sums *sums = &shared->paths;
    bool all = betweenness || shared->wants_betweenness;
    sv_status status = bench_adjacency(shared, error);
    if (status != SV_OK || (all ? sums->betweenness : sums->harmonic))
        return status;
    clear_sums(sums);
    sums->harmonic = sv_alloc(shared->n, sizeof *sums->harmonic);
    sums->closeness = sv_alloc(shared->n, sizeof *sums->closeness);
    sums->eccentricity = sv_alloc(shared->n, sizeof *sums->eccentricity);
    sums->betweenness = all ? sv_alloc(shared->n, sizeof *sums->betweenness) : NULL;
    sums->ties = all ? sv_alloc(shared->network->n_ties, sizeof *sums->ties) : NULL;
    if (!sums->harmonic || !sums->closeness || !sums->eccentricity || (all && (!sums->betweenness || !sums->ties)))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else if (sampling_wanted(&shared->adj, shared->options))
        status = paths_sample(&shared->adj, shared->options, sums, &shared->sampling, error);
    else
        status = paths_find(&shared->adj, shared->options, sums, error);
    if (status != SV_OK)
        clear_sums(sums);
    return status;
}

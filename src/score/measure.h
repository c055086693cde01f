/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The measures behind the catalogue: each fills one number a vertex. They share a bench of what several of
 * them need, so that a network's components or betweenness are found once however many scores ask for them.
 */
#ifndef SV_SCORE_MEASURE_H
#define SV_SCORE_MEASURE_H

#include <speelveld/score.h>

#include "paths.h"

/* What several measures share; filled when first asked for. */
typedef struct bench {
    const sv_network *network;
    size_t n;            /* vertices */
    size_t *component;   /* of each vertex, from 1: by size, then by smallest vertex */
    size_t *size;        /* of the component of each vertex */
    size_t n_components;
    size_t *start, *neighbour; /* vertex v's neighbours: neighbour[start[v]] up to neighbour[start[v + 1]] */
    double *community;         /* of each vertex, from 1; NULL until asked for */
    double *weight;            /* of each of them, whichever way the tie runs: 1 in an unweighted network */
    sv_mactor mactor;          /* when has_mactor */
    bool has_mactor;
    double *along, *mutual;    /* from v to the neighbour only, and both ways together; where ties have no direction the very same array */
    const sv_scores_options *options; /* may be NULL */
    bool wants_betweenness;    /* some score that was asked for rests on it */
    adjacency adj;             /* made when has_adj */
    bool has_adj;
    path_sums paths;
    sv_brokerage *brokers;     /* per vertex; NULL until asked for */
    sv_sampling sampling;      /* how they were found */
    bool left_out;             /* some score was, because the network is sampled */
} bench;

void bench_clear(bench *shared);
sv_status bench_components(bench *shared, sv_error *error);
sv_status bench_neighbours(bench *shared, sv_error *error);
sv_status bench_adjacency(bench *shared, sv_error *error);
sv_status bench_community(bench *shared, sv_error *error);
/* Distances, and betweenness too when it is wanted; both from one walk. */
sv_status bench_paths(bench *shared, bool betweenness, sv_error *error);
void bench_paths_clear(bench *shared);

typedef sv_status measure(bench *shared, double *values, sv_error *error);

measure measure_degree, measure_strength, measure_in_degree, measure_out_degree, measure_reach2;
measure measure_harmonic, measure_harmonic_norm, measure_closeness, measure_eccentricity;
measure measure_eigenvector, measure_pagerank, measure_core;
measure measure_mactor_influence, measure_mactor_dependence, measure_competitiveness, measure_power, measure_influence;
measure measure_betweenness, measure_betweenness_norm, measure_constraint, measure_articulation, measure_component;
measure measure_effective_size, measure_efficiency, measure_hierarchy, measure_cut_off;
measure measure_coordinator, measure_itinerant, measure_gatekeeper, measure_representative, measure_liaison, measure_brokerage;
measure measure_community, measure_participation, measure_alliances;
measure measure_everett_valente, measure_hwang, measure_valente_fujimoto;

/* The column whose groups brokerage is counted between, or SV_GROUPS_ALLIANCES. */
size_t brokerage_groups(const bench *shared);

/* MACTOR of the actors that `named` links name, by other links among them; those become numbers of theirs. */
sv_status mactor_make(const sv_network *network, const network_links *named, network_links *links, sv_mactor *mactor, sv_error *error);

/* Where a row stands among n rows from low to high; SV_NO_ROW when it does not. */
size_t find_row(const size_t *rows, size_t n, size_t row);

/* The function of a score in the catalogue. */
measure *score_measure(size_t score);
/* Whether it rests on betweenness: then the walk that finds distances finds that too. */
bool rests_on_betweenness(measure *one);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Shortest ways from every actor to every other, walked once for all that rests on them: betweenness of actors and
 * ties, harmonic and classic closeness, eccentricity.
 */
#ifndef SV_SCORE_PATHS_H
#define SV_SCORE_PATHS_H

#include "adjacency.h"
#include "threads.h"

/* What the ways give, by vertex; ties by tie. The caller's arrays, zeroed. */
typedef struct path_sums {
    double *harmonic;     /* the sum of 1/distance to all others that are reached */
    double *closeness;    /* their number, divided by the sum of their distances; NaN when none is reached */
    double *eccentricity; /* the distance to the farthest; NaN when none is reached */
    double *betweenness;  /* NULL, with `ties`: only distances are wanted */
    double *ties;
} path_sums;

/* All ways, in steps or by length. Cost: actors x ties, by length times the logarithm of the actors. */
sv_status paths_find(const adjacency *adj, const sv_scores_options *options, path_sums *sums, sv_error *error);

/* ---- For the files that walk ---- */

/* What a block of sources hands in: betweenness of places first, then of arcs; each pair is met once from either end. */
typedef struct paths_job {
    const adjacency *adj;
    path_sums *sums;
} paths_job;

enum { sources_each = 128 }; /* in one block; changing it changes the last digits of betweenness */

/* The sources of a block: places from *first up to *end. */
static inline void block_sources(const adjacency *adj, size_t block, uint32_t *first, uint32_t *end)
{
    *first = (uint32_t)(block * sources_each);
    *end = adj->n - *first > sources_each ? *first + sources_each : adj->n;
}

/* Write down what one source reaches: the sum of 1/distance, of distances, how many, and how far the farthest is. */
void paths_put(const paths_job *job, uint32_t source, double nearness, double distance, double met, double farthest);

/* Per source, in steps: eight at a time. */
void *paths_steps_begin(const void *about);
void paths_steps_end(void *room);
void paths_steps_walk(const crew_member *member, const void *about, void *room, size_t block, double *sums);

/* Per source, by length. */
void *paths_lengths_begin(const void *about);
void paths_lengths_end(void *room);
void paths_lengths_walk(const crew_member *member, const void *about, void *room, size_t block, double *sums);

#endif

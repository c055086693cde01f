/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Networks too large to walk from every actor are sampled, with a stated bound on the error: betweenness by one random
 * shortest way between each of many random pairs (Riondato & Kornaropoulos 2016), found from both ends at once (Borassi &
 * Natale 2016); nearness by walks to some actors only (Eppstein & Wang 2004), until the spread of what they give says that it
 * is near enough (Maurer & Pontil 2009).
 */
#ifndef SV_SCORE_SAMPLING_H
#define SV_SCORE_SAMPLING_H

#include "chance.h"
#include "paths.h"

/* Whether a network of this size is sampled. */
bool sampling_wanted(const adjacency *adj, const sv_scores_options *options);

/* Fill the sums by sampling; *found says how many samples, and how near that is. Where sampling would take as many walks as there are
 * actors, distances are exact. */
sv_status paths_sample(const adjacency *adj, const sv_scores_options *options, path_sums *sums, sv_sampling *found, sv_error *error);

/* ---- For the files that draw ---- */

/* How often places and ties were on the ways drawn. */
typedef struct ways_job {
    const adjacency *adj;
    size_t samples, each; /* in all, and in one block */
} ways_job;

/* One random shortest way between two places, from a room of the same kind: its inner places and its ties are counted. False when there is none. */
typedef bool draw_way(void *room, const adjacency *adj, uint32_t from, uint32_t to, chance *dice, double *places, double *ties);

void *way_in_steps_begin(const void *about);
void way_in_steps_end(void *room);
draw_way way_in_steps;

void *way_by_length_begin(const void *about);
void way_by_length_end(void *room);
draw_way way_by_length;

/* How near every place is to some of them. */
typedef struct some_job {
    const adjacency *adj;
    const uint32_t *places; /* n of them */
    size_t n;
    _Atomic uint64_t *farthest; /* per place: the distance to the farthest of them that it reaches, as the bits of a double, which sort alike; NULL: not wanted */
} some_job;

/* Places in one block. From each place to those: the sum of 1/distance, then of distance, then how many are reached, then of 1/distance². */
enum { some_in_block = 1024 };

/* Write down the distance of a place to the farthest yet, and read it. */
void farthest_put(const some_job *job, size_t place, double distance);
double farthest_of(const some_job *job, size_t place);

/* In steps, from 512 at a time; and by length, from each. */
void *some_in_steps_begin(const void *about);
void some_in_steps_end(void *room);
void some_in_steps_walk(const crew_member *member, const void *about, void *room, size_t block, double *sums);

void *some_by_length_begin(const void *about);
void some_by_length_end(void *room);
void some_by_length_walk(const crew_member *member, const void *about, void *room, size_t block, double *sums);

#endif

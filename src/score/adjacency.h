/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A network as flat arrays for walking over it. Actors are renumbered to places, so that those near each other in the
 * network are near each other in memory: a place is the turn in which a breadth-first search meets the actor, from
 * the best tied one on. A part of the network is therefore an unbroken run of places.
 */
#ifndef SV_SCORE_ADJACENCY_H
#define SV_SCORE_ADJACENCY_H

#include <stdbool.h>
#include <stdint.h>

#include "../network/network.h"

/* The arcs of every place: those of p stand from start[p] up to start[p + 1], by the place at the other end. */
typedef struct arcs {
    uint32_t *start, *to;
    uint32_t *tie;  /* of the network, that each arc is one way of */
    double *length; /* NULL: each is one step */
} arcs;

typedef struct adjacency {
    uint32_t n, n_arcs, n_ties;
    bool directed;
    arcs out, in;             /* of undirected networks one and the same */
    uint32_t *vertex, *place; /* from place to vertex, and back */
    uint32_t *part;           /* of each place, from 0: which part of the network it stands in */
    uint32_t *part_start;     /* part k holds the places from part_start[k] up to part_start[k + 1] */
    uint32_t n_parts;
} adjacency;

/* `directed`: ties are walked the way they run. False without memory; cleared either way with adjacency_clear. Cost: linear in actors and ties. */
bool adjacency_make(const sv_network *network, bool directed, adjacency *made);
void adjacency_clear(adjacency *adj);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of a network, for network/ and score/: igraph's graph, and the same ties as flat arrays. */
#ifndef SV_NETWORK_NETWORK_H
#define SV_NETWORK_NETWORK_H

#include <igraph.h>
#include <speelveld/network.h>

#include "guard.h"

struct sv_network {
    const sv_map *map;
    sv_network_options options;
    size_t n_vertices, n_ties;
    size_t *actor_of;  /* per vertex */
    size_t *vertex_of; /* per actor of the map; SV_NO_ROW when it is not in the network */
    size_t *from, *to; /* per tie, from < to, sorted */
    double *strength;  /* per tie, > 0 */
    igraph_t graph;    /* undirected and simple; edge i is tie i */
    igraph_vector_t weights, lengths; /* per tie: strength, and 1/strength */
    bool has_graph, has_weights, has_lengths;
};

/* What igraph's functions take: NULL when the network is unweighted. */
const igraph_vector_t *network_weights(const sv_network *network);
const igraph_vector_t *network_lengths(const sv_network *network);

/* What counts as a tie, collected from the map into from, to and strength of a network whose vertices are numbered. False without memory. */
bool network_gather(sv_network *network);

/* The ties of one kind, whether it counts in the network or not, with their ways; also of strength 0, where somebody said so. */
typedef struct network_links {
    size_t n;
    size_t *from, *to;       /* vertices; every pair and way once, sorted by its lower and its higher vertex */
    double *strength;
    size_t without_strength; /* rows that do not count because they give no strength, and their kind has none */
} network_links;

/* Collect them, of several informants as in the network. False without memory; what was made is cleared either way. */
bool network_gather_kind(const sv_network *network, const sv_tie_kind *kind, network_links *links);
void network_links_clear(network_links *links);

#endif

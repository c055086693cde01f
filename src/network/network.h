/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of a network, for network/ and score/: its ties as flat arrays. */
#ifndef SV_NETWORK_NETWORK_H
#define SV_NETWORK_NETWORK_H

#include <speelveld/network.h>

struct sv_network {
    const sv_map *map;
    sv_network_options options;
    size_t n_vertices, n_ties;
    size_t *actor_of;  /* per vertex */
    size_t *vertex_of; /* per actor of the map; SV_NO_ROW when it is not in the network */
    size_t *from, *to; /* per tie, from < to, sorted */
    double *strength;  /* per tie, > 0: the strongest of both ways */
    double *there, *back; /* per tie: how strong it is from `from` to `to`, and from `to` to `from`; 0 when it does not run that way */
    double *rows, *shared; /* per tie: its strength by rows of the map, and by bodies that both are in; NULL at level two-mode, where all is rows */
    size_t *fold_start, *fold; /* at level organisation: actor i stands for the vertices from fold[fold_start[i]] up to fold[fold_start[i + 1]] */
};

/* How strong a tie is one way, as the options have it: 0 when it does not run that way, and 1 when strengths do not count. */
double network_strength(const sv_network *network, size_t tie, bool back);
/* How long it is that way, when strengths count: 1/strength^alpha. */
double network_length(const sv_network *network, size_t tie, bool back);

/* What counts as a tie, collected from the map into the arrays per tie of a network whose vertices are numbered. */
sv_status network_gather(sv_network *network, sv_error *error);

/* The ties of one kind, whether it counts in the network or not, with their ways; also of strength 0, where somebody said so. */
typedef struct network_links {
    size_t n;
    size_t *from, *to;       /* vertices; every pair and way once, sorted by its lower and its higher vertex */
    double *strength;
    size_t without_strength; /* rows that do not count because they give no strength, and their kind has none */
} network_links;

/*
 * Collect them, of several informants as in the network; one without a strength has the strength `otherwise` (NaN: it does not count).
 * What was made is cleared either way.
 */
sv_status network_gather_kind(const sv_network *network, const sv_tie_kind *kind, double otherwise, network_links *links, sv_error *error);
void network_links_clear(network_links *links);

#endif

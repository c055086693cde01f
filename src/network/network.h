/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of a network, for network/ and score/: its ties as flat arrays. */
#ifndef SV_NETWORK_NETWORK_H
#define SV_NETWORK_NETWORK_H

#include "records.h"

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

/* What ties rest on: records and pairs that share bodies, both sorted. */
typedef struct network_evidence {
    tie_record *records;
    size_t n;
    struct level_pair *pairs;
    size_t n_pairs;
} network_evidence;

/*
 * The same in steps, for who takes some records otherwise: what the ties of a network rest on, cleared also when it fails; room for so many
 * ties (at most one for each record and pair); and the ties that these records, as many as were collected, and its pairs make, in the place
 * of those there were.
 */
sv_status network_collect(const sv_network *network, network_evidence *made, sv_error *error);
void network_evidence_clear(network_evidence *of);
bool network_make_room(sv_network *network, size_t ties);
void network_combine(sv_network *network, const tie_record *records, const network_evidence *of);
void network_clear_ties(sv_network *network);

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
/* In steps, as above. */
sv_status network_collect_kind(const sv_network *network, const sv_tie_kind *kind, double otherwise, network_evidence *made, size_t *without_strength,
                               sv_error *error);
bool network_links_make_room(network_links *links, size_t n);
void network_combine_links(const tie_record *records, size_t n, network_links *links);

#endif

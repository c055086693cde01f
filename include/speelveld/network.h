/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/network.h - from map to network: which ties count, between whom, on what day.
 *
 * The network holds the actors that are scored: all usable actors but the containers (municipality,
 * council, party, committee). Ties are those of the kinds that count (model/kinds.c), of strength above 0,
 * that hold on the day asked for; memberships are ties between member and organisation or alliance. Ties of
 * an actor with itself are dropped and parallel ties become one; its strength is the largest of their kinds,
 * and within a kind the certainty-weighted mean of what each informant said in their lowest row. A tie of
 * certainty 0 does not count. Options choose which kinds count, and whether all actors stand in it or persons or organisations only.
 *
 * Vertices are numbered from 0 in the order of the actors in the map. Ownership: sv_network_new gives the
 * network to the caller; it borrows the map, which must outlive it.
 */
#ifndef SPEELVELD_NETWORK_H
#define SPEELVELD_NETWORK_H

#include <speelveld/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How strong a membership is as a tie: as works_with, for a member meets the others. */
#define SV_MEMBERSHIP_STRENGTH 3.0

/* Who stands in the network, and what a membership makes of them. */
typedef enum sv_level {
    SV_LEVEL_TWO_MODE = 0, /* everyone, as drawn: a membership is a tie between the member and what it is a member of */
    SV_LEVEL_PERSON,       /* persons: members of one body are tied to each other, and each body they share adds 1/(members - 1) to how strong
                              that tie is (Newman 2001); municipality, council, party and committee are no such bodies */
    SV_LEVEL_ORGANISATION, /* organisations: those that share a member are tied, each person adding 1/(its organisations - 1), and members of
                              one alliance likewise; other ties of a person count for the organisations it is a member of */
    SV_LEVELS
} sv_level;

/* Tying members to each other makes at most so many ties (two thousand members of one body make as many); above: SV_E_LEVEL_LARGE. */
#define SV_LEVEL_TIES_MOST 2000000

/* The bit of memberships among the kinds of ties that count. */
#define SV_TIES_MEMBERSHIPS (UINT64_C(1) << 63)

typedef struct sv_network_options {
    int as_of;     /* yyyymmdd: ties and memberships of that day; 0 = whenever they held */
    bool strength; /* a tie weighs its strength (or a foreign file's weight) and is 1/strength^alpha long; else every tie counts 1 */
    double alpha;  /* how much strength shortens a tie (Opsahl 2010); 0 = 1, above 1 strong ties count for more than many */
    bool acquaintance; /* family counts too: who is family knows each other, though it is no tie in the network */
    bool directed; /* ties that run one way are walked that way only: news goes from the first to the second */
    sv_level level;
    uint64_t ties; /* the kinds of ties that count: bit i for row i of sv_tie_kinds, and SV_TIES_MEMBERSHIPS; 0: what the table of kinds says */
} sv_network_options;

/* Whether ties of a kind count (its row in sv_tie_kinds), and whether memberships do. */
bool sv_network_counts(const sv_network_options *options, size_t kind);
bool sv_network_counts_memberships(const sv_network_options *options);

typedef struct sv_network sv_network;

/*
 * Build it. NULL options: any day, unweighted, as drawn. Cost: linear in actors and ties; at the other levels in the pairs that share a
 * body. Errors: SV_E_LEVEL_LARGE, SV_E_WEIGHTS_APART, SV_MEMORY.
 */
sv_status sv_network_new(const sv_map *map, const sv_network_options *options, sv_network **network, sv_error *error);
void sv_network_free(sv_network *network);

const sv_map *sv_network_map(const sv_network *network);
const sv_network_options *sv_network_get_options(const sv_network *network);
size_t sv_network_actors(const sv_network *network);
size_t sv_network_ties(const sv_network *network);
/* The map's actor at a vertex, and the vertex of an actor (SV_NO_ROW when it is not in the network). */
size_t sv_network_actor(const sv_network *network, size_t vertex);
size_t sv_network_vertex(const sv_network *network, size_t actor);
/* Tie i: its two vertices, the smaller first, and its strength (whatever the options). Ties are sorted by vertices. */
void sv_network_tie(const sv_network *network, size_t tie, size_t *from, size_t *to, double *strength);
/* How strong tie i is from its first vertex to its second, and back (whatever the options); 0 when it does not run that way. */
void sv_network_tie_ways(const sv_network *network, size_t tie, double *there, double *back);
/*
 * What tie i rests on: how strong it is by rows of the map, and how strong by what both are members of (the sum of 1/(members - 1)). Its
 * strength is the larger of the two; either is 0 when there is none. The second always is in a network as drawn.
 */
void sv_network_tie_rests_on(const sv_network *network, size_t tie, double *rows, double *shared);

#ifdef __cplusplus
}
#endif
#endif

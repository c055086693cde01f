/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The signed graph: the ties of a network, and who opposes whom, as flat arrays; actors in the order of their ids. */
#ifndef SV_SCORE_SIGNED_GRAPH_H
#define SV_SCORE_SIGNED_GRAPH_H

#include <speelveld/score.h>

typedef struct signed_tie {
    size_t a, b; /* a < b */
    int sign;    /* 1 or -1 */
} signed_tie;

typedef struct signed_graph {
    size_t n, n_ties;
    signed_tie *ties;          /* sorted; each pair once */
    size_t ambiguous;          /* negative ones that are positive too */
    size_t *start, *neighbour; /* of v: from neighbour[start[v]] up to neighbour[start[v + 1]] */
    int *sign;                 /* of each */
} signed_graph;

sv_status signed_graph_of(const sv_network *network, signed_graph *made, sv_error *error);
/* The same from ties that are sorted already, which it takes over also when there is no memory. */
bool signed_graph_make(size_t n, signed_tie *ties, size_t n_ties, signed_graph *made);
void signed_graph_clear(signed_graph *graph);

/*
 * The fewest ties that two camps leave frustrated, between *least and *most. At most `exact_to` actors in a part that cannot be
 * taken apart: exactly.
 */
sv_status signed_graph_frustration(const signed_graph *graph, size_t exact_to, size_t *least, size_t *most, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Explaining, the inside: what is at hand while one score of one actor is explained. */
#ifndef SV_ADVICE_EXPLAIN_H
#define SV_ADVICE_EXPLAIN_H

#include <speelveld/advice.h>

#include "../score/measure.h"

typedef struct explaining {
    const sv_network *network;
    const sv_scores *scores;
    const sv_explain_options *options;
    bench flat;    /* the neighbours of every vertex */
    size_t vertex; /* the actor's */
    sv_explanation *found;
    uint32_t *queue; /* room for walks: as many as there are vertices */
} explaining;

/* Distances (SIZE_MAX: not reached) and, unless NULL, how many shortest ways there are from a source; one vertex and one tie may be taken
 * away (SV_NO_ROW: none). */
typedef struct removed {
    size_t vertex, from, to;
} removed;
size_t explain_walk(explaining *e, size_t source, removed without, size_t *distance, double *ways);

/* Its contacts, with the row that ties them. False without memory, as are all below. */
bool explain_ties(explaining *e);
/* Put them in order: who gives most first, then who is about most. */
bool explain_sort_ties(explaining *e);

/* How each tie of this kind of score counts. */
bool explain_steps(explaining *e);
bool explain_contacts(explaining *e);
void explain_attention(explaining *e);
bool explain_loss(explaining *e);
/* Who loses the largest part without the actor, and behind which contact. */
bool explain_cut(explaining *e);

/* Groups of all actors, and the pairs between them. */
bool explain_pairs(explaining *e);
sv_status explain_brokerage(explaining *e, sv_error *error);

#endif

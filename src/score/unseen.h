/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Ties that nobody saw. They are drawn so that they look like those that were: the first end in proportion to the ties an
 * actor has (and one more, so that who has none may have one after all); the other end along two of its ties, as often
 * as ties on the map stand between two who share a contact, and else as the first. Strengths and ways are those of a tie
 * on the map, drawn too. Never between two who are tied, nor with one of our own actors: we know our own ties.
 */
#ifndef SV_SCORE_UNSEEN_H
#define SV_SCORE_UNSEEN_H

#include "../network/network.h"
#include "chance.h"

typedef struct unseen {
    const sv_network *network;
    const size_t *start, *neighbour; /* of the map's ties, borrowed */
    bool *own;                       /* per vertex */
    double per_draw;                 /* how many, on average */
    double closed;                   /* the share of the map's ties whose ends share a contact */
} unseen;

/* One tie that was drawn. */
typedef struct new_tie {
    size_t from, to;
    double there, back;
} new_tie;

/* `missing`: how many there are for each one that was seen. Cleared with unseen_clear either way. False without memory. */
bool unseen_make(const sv_network *network, const size_t *start, const size_t *neighbour, double missing, unseen *made);
void unseen_clear(unseen *of);
/* How many a draw may add at most. */
size_t unseen_most(const unseen *of);

/* Adds some to the ties of `drawn`, a network of the same actors that has room for them; `room` for as many as it may add. */
void unseen_draw(const unseen *of, chance *dice, new_tie *room, sv_network *drawn);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks that might as well be the true one, and one score of all actors in each of them. */
#ifndef SV_SCORE_DRAWS_H
#define SV_SCORE_DRAWS_H

#include "draws_near.h"
#include "said.h"
#include "unseen.h"

/* What networks are drawn from. */
typedef struct urn {
    const sv_network *network;
    size_t score;
    bool on_ties, on_influences; /* what the score rests on */
    bool near;                   /* it is found by walks from many at a time */
    network_evidence rest;       /* what the ties rest on */
    said ties, influences;
    network_links named; /* the influences of the map: who takes part */
    bench base;          /* of the map's own network: its neighbours */
    unseen more;
    sv_scores_options options; /* for each draw: on one thread, without a word */
} urn;

/* Cleared with urn_clear either way. */
sv_status urn_fill(const sv_network *network, size_t score, double missing, const sv_scores_options *options, urn *made, sv_error *error);
void urn_clear(urn *of);

/* Whether a draw of this score's networks says anything about it: not of what the map states, nor of the number of a group. */
bool urn_suits(size_t score);

/* Room for one thread's draws. */
void *draw_begin(const void *urn_given);
void draw_end(void *room_or_null);
/* Draw number so much: one value per vertex, always the same for the same draw. */
sv_status draw_score(const crew_member *member, const urn *from, void *room_given, size_t draw, double *values, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What rows say about ties, and how sure they are: a draw makes each of them hold or not. A row of certainty c holds with
 * chance c. Where several informants speak of one tie, the word of one counts: in each draw they stand in a random order, the
 * same for all ties, and it is the first of those who are sure of anything.
 */
#ifndef SV_SCORE_SAID_H
#define SV_SCORE_SAID_H

#include "../network/network.h"
#include "chance.h"

/* Records of one kind of tie, one way, of one pair, about which several informants speak. */
typedef struct contested {
    size_t first, end;
} contested;

typedef struct said {
    tie_record *records; /* sorted, n of them, each with the certainty that the map gives it */
    size_t n;
    size_t *informant; /* per record: who says it, by a number; SV_NO_ROW for nobody */
    size_t n_informants;
    size_t *same;     /* per record: the first that the same row made; they hold together */
    size_t *doubtful; /* the records that do not hold in every draw, n_doubtful of them */
    size_t n_doubtful;
    contested *groups;
    size_t n_groups;
} said;

/* Borrows the records; cleared with said_clear either way. False without memory. */
bool said_make(tie_record *records, size_t n, said *made);
void said_clear(said *of);

/* Room for one draw: a copy of the records, whose certainty becomes 1 or 0. */
typedef struct spoken {
    tie_record *records;
    uint64_t *turn; /* per informant: the lowest speaks first */
} spoken;

bool spoken_begin(const said *of, spoken *made);
void spoken_end(spoken *made);
void said_draw(const said *of, chance *dice, spoken *drawn);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What rows say about the tie between two actors, and how strong they are together. The network makes one tie
 * for each pair of it, and ways make a step each way.
 */
#ifndef SV_NETWORK_RECORDS_H
#define SV_NETWORK_RECORDS_H

#include <speelveld/network.h>

/* One row of the map that counts, between two ends numbered as the caller likes. */
typedef struct tie_record {
    size_t a, b;   /* a < b */
    size_t kind;   /* the row of the kind's table from 1; 0 for a membership */
    bool reversed; /* it goes one way only, from b to a */
    bool both;     /* it goes both ways; memberships do */
    const char *informant;
    double strength, certainty;
    size_t row;
} tie_record;

/* What a row of Ties or Memberships says, whatever its kind; its ends are not filled in. False for a row that cannot be used or does not
 * hold on that day. */
bool record_of_tie(const sv_map *map, size_t row, int day, tie_record *record);
bool record_of_membership(const sv_map *map, size_t row, int day, tie_record *record);

/* Fill in the ends of a record that goes `from` one `to` another. */
void record_between(tie_record *record, size_t from, size_t to);

/* Put records in the order in which they can be combined. */
void records_sort(tie_record *records, size_t n);

/*
 * The strength of one kind of tie one way between one pair, from all its records (sorted); moves *at behind them.
 * Rows that name an informant give a mean, weighted by certainty, of the last row of each; rows that name none stand each for
 * themselves, and the strongest counts. NaN when nobody is sure of anything. *row, when given, is the strongest row of those it rests on.
 */
double records_combine(const tie_record *records, size_t n, size_t *at, size_t *row);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding what changed from one map to another, for the files that do it: rows, scores, and who can be reached. */
#ifndef SV_ADVICE_CHANGES_H
#define SV_ADVICE_CHANGES_H

#include <speelveld/advice.h>

enum { then = 0, now = 1, both_times = 2 }; /* the map before, the map after */

typedef struct changes_work {
    const sv_map *map[both_times];
    sv_alignment *alignment; /* the map after is its first, the one before its second */
    sv_changes *found;
    int as_of;
    const size_t *which;
    size_t n_which;
    sv_network *network[both_times];
    sv_scores *scores[both_times];
} changes_work;

/* The number of an actor or issue in a row of one of the maps, and the other way round (SV_NO_ROW: that map does not have it). */
size_t changes_number(const changes_work *work, int time, sv_sheet sheet, size_t row);
size_t changes_row(const changes_work *work, int time, sv_sheet sheet, size_t number);
/* The row of an issue that can be used in that map, SV_NO_ROW when there is none. */
size_t changes_issue(const changes_work *work, int time, size_t number);
/* The vertex of an actor's number, SV_NO_ROW when it is not in that network. */
size_t changes_vertex(const changes_work *work, int time, size_t number);

/* True for two numbers that are not the same; NaN is the same as NaN. */
bool changes_differ(double a, double b);

/* changes_rows.c: ties, memberships and positions. */
sv_status changes_find_ties(changes_work *work, sv_error *error);
sv_status changes_find_memberships(changes_work *work, sv_error *error);
sv_status changes_find_positions(changes_work *work, sv_error *error);

/* changes_council.c: groups that moved, and whether a proposal would pass. */
sv_status changes_find_council(changes_work *work, sv_error *error);

/* changes_balance.c: the balance of forces; needs `network`. */
sv_status changes_find_balances(changes_work *work, sv_error *error);

/* changes_scores.c: scores and places; needs `scores`. */
sv_status changes_find_scores(changes_work *work, sv_error *error);

/* changes_reach.c: who can be reached; needs `scores` with component. */
sv_status changes_find_reach(changes_work *work, sv_error *error);

/* changes_links.c: through whom only others can be reached; needs `from_us`, of changes_find_reach. */
sv_status changes_find_links(changes_work *work, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whose place by a score changed so that it is worth telling. A network is one cloth: one tie more shifts everyone's
 * number a little. What is told is who comes to stand somewhere else; the rest is summed up.
 */
#ifndef SV_REPORT_CHANGES_MOVERS_H
#define SV_REPORT_CHANGES_MOVERS_H

#include "changes_told.h"

enum { places_front = 3, places_high = 10, places_near = 3 };

/* A change of place that may be told. */
typedef struct mover {
    const sv_score_change *of;
    size_t class; /* persons, organisations, alliances, and those of no kind last */
    size_t best;  /* the better of its two places */
} mover;

/* The changes of one score: items [first, end) of the changes. Begins as all zero. */
typedef struct score_range {
    size_t score, first, end;
} score_range;

/* The next score, beginning behind the one before it; false when there is none left. */
bool movers_next_score(const sv_changes *found, score_range *range);

/* The change of that score of an actor, NULL when it is in neither network. */
const sv_score_change *movers_change(const sv_changes *found, const score_range *range, size_t actor);

/* The better of two places, where 0 is none; and what class an actor is told with, as in a mover. */
size_t movers_better(size_t a, size_t b);
size_t movers_class(const sv_changes *found, size_t actor);

/* How many actors of each class (as in a mover) have a place after. */
void movers_count(const sv_changes *found, const score_range *range, size_t n[SV_CLASSES + 1]);
/*
 * Whether somebody among n comes to stand elsewhere: any step among the first three, three or more among the first ten, or ten or more
 * and a quarter of all.
 */
bool movers_stand_out(const sv_score_change *one, size_t n);

/* Those who stand out by one score, or all whose place or number changed; best places first in each class. NULL without memory. */
mover *movers_find(const teller *by, const score_range *range, bool all, size_t *n);

/* What a score is called in the answer's language. */
const char *movers_score_name(const teller *by, size_t score);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where everybody stands in each of many draws: within a class, by one score, equal ones sharing a place. */
#ifndef SV_SCORE_STANDINGS_H
#define SV_SCORE_STANDINGS_H

#include <speelveld/score.h>

typedef struct standings {
    size_t draws, n;              /* n: how many vertices are ranked */
    size_t *vertex;               /* n: by class */
    size_t start[SV_CLASSES + 1]; /* class c holds vertex[start[c]] up to vertex[start[c + 1]] */
    double *values;               /* n x draws */
    uint32_t *places;             /* n x draws: from 1 */
    bool low_first;               /* a low value comes first */
} standings;

/* Who is ranked: our own actors only when asked for. Cleared with standings_clear either way. False without memory. */
bool standings_make(const sv_network *network, size_t score, bool with_own, size_t draws, standings *made);
void standings_clear(standings *of);

/* One draw: a value per vertex of the network. `keys` has room for as many. */
void standings_put(const standings *of, size_t draw, const double *values, double *keys);

/* Whether the i-th has a value in any draw. */
bool standings_known(const standings *of, size_t i);
/* What came of the i-th in all draws: `top` places count as in front. `room` for as many numbers as there are draws. */
void standings_tell(const standings *of, size_t i, size_t top, double *room, sv_actor_sensitivity *told);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How near everybody is to everybody in a drawn network: in steps, from 512 actors at a time, which is many times faster than walking from
 * eight. */
#ifndef SV_SCORE_DRAWS_NEAR_H
#define SV_SCORE_DRAWS_NEAR_H

#include "measure.h"
#include "sampling.h"

/* Room for one thread, used again for every draw. */
typedef struct near_room {
    void *walk;
    uint32_t *places; /* all */
    double *sums;
    _Atomic uint64_t *farthest;
} near_room;

/* Whether a score is one of these. */
bool near_suits(measure *one, const sv_network *network);
/* False without memory; ended either way with near_end. */
bool near_begin(const sv_network *network, near_room *made);
void near_end(near_room *of);

/* The score of all vertices of the bench's network, which has as many actors as the one the room was made for. */
sv_status near_measure(const crew_member *member, measure *one, bench *shared, near_room *room, double *values, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The levels of a network: who stands in it, for whom an actor that does not stands, and how members of one body
 * are tied to each other.
 */
#ifndef SV_NETWORK_LEVEL_H
#define SV_NETWORK_LEVEL_H

#include "network.h"

/* Whether an actor stands in a network of this level. */
bool level_holds(sv_level level, const sv_actor *actor);

/* At level organisation: find out which organisations every person is a member of. False without memory. */
bool level_fold(sv_network *network);

/* The vertices an actor of the map stands for: itself, or what it is folded into. Gives how many. */
size_t level_stands_for(const sv_network *network, size_t actor, const size_t **vertices);

/* Somebody in a body, an actor of the map that is no vertex itself: all in it are tied to each other. */
typedef struct level_seat {
    size_t body, vertex;
    size_t size, first; /* how many are in the body, and where the first of them stands */
} level_seat;

typedef struct level_seats {
    level_seat *items;
    size_t n, capacity;
} level_seats;

/* What a membership that is no tie by itself seats. False without memory. */
bool level_seat_members(const sv_network *network, const sv_membership *membership, level_seats *seats);

/* Two vertices that share bodies. */
typedef struct level_pair {
    size_t a, b; /* a < b */
    double strength;
} level_pair;

/* All of them, sorted; freed with free(). What each body adds does not hang on the order of the rows. */
sv_status level_pairs(const sv_network *network, level_seats *seats, level_pair **pairs, size_t *n, sv_error *error);

/* Tying all to each other would make too many ties: because of this actor most of all, through whom `others` are. */
sv_status level_refuse(const sv_network *network, size_t actor, size_t others, sv_error *error);

#endif

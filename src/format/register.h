/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A council register as it was read, before it becomes a map: bodies, persons, and who holds which role where. */
#ifndef SV_FORMAT_REGISTER_H
#define SV_FORMAT_REGISTER_H

#include <speelveld/model.h>

#include "../base/lookup.h"
#include "../base/memory.h"

/* Ids that begin so are not the register's own. */
#define REGISTER_NO_ID "\x01"

/* Where an entry stood. */
typedef struct entry_place {
    const char *file;
    uint64_t number; /* in its array, from 1 */
} entry_place;

typedef struct register_body {
    const char *id, *name, *classification; /* classification may be NULL */
    entry_place at;
    const char *kind;     /* filled in later: an actor kind, or the classification where it is none */
    const char *actor_id; /* filled in later */
    bool is_group;        /* a council group (fractie), which may differ from its party */
} register_body;

typedef struct register_person {
    const char *id, *name;
    entry_place at;
    size_t joined; /* filled in later: the person this one is the same as; itself when it is the first */
    size_t rank;   /* what follows is filled in later as well: how far up its highest office is */
    const char *kind, *roles, *actor_id;
    size_t party, group, council; /* bodies; SIZE_MAX for none */
} register_person;

typedef struct register_seat {
    size_t person, body;
    const char *role; /* "" where none is given */
    int since, until; /* yyyymmdd, 0 = open */
    entry_place at;
} register_seat;

/* Texts belong to the arena. `failed`: memory ran out. */
typedef struct council_register {
    register_body *bodies;
    register_person *persons;
    register_seat *seats;
    size_t n_bodies, bodies_capacity, n_persons, persons_capacity, n_seats, seats_capacity;
    sv_lookup body_ids, person_ids;
    sv_arena texts;
    bool is_ori; /* from Open Raadsinformatie */
    bool failed;
} council_register;

/* Join who is listed twice, find everybody's kind, and put it all into a map. False without memory. */
bool register_fill_map(council_register *from, sv_map *map, sv_problems *problems);

#endif

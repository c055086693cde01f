/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One actor's turn: how urgent, before when, through whom and where to meet. For contacts, and for a single conversation. */
#ifndef SV_ADVICE_TURN_H
#define SV_ADVICE_TURN_H

#include "last_contact.h"
#include "phases.h"
#include "ways.h"

/* What turns are found with; made once for an issue. */
typedef struct turns {
    const sv_map *map;
    size_t issue;
    const sv_contacts_options *options;
    sv_moment *moments;
    size_t n_moments;
    sv_ways *ways;
    sv_warmest *warmest;
    last_contacts spoken;
    double *stance;   /* per actor */
    bool *positioned; /* per actor: it has a row of its own on the issue */
    bool *speaks;     /* per actor: for its group, on the issue's themes */
    bool *from;       /* per actor: it is us */
    bool *held;       /* per actor: it holds the office of its kind */
} turns;

/* Caller clears, also after a fault. The options are borrowed. */
sv_status turns_init(turns *made, const sv_map *map, size_t issue, const sv_contacts_options *options, sv_error *error);
void turns_clear(turns *of);

/* All of an actor's turn but the way and where to meet. False without memory. */
bool turns_make(const turns *in, size_t actor, sv_turn *turn);
/* The way to them and where to meet. False without memory; what was found is cleared with sv_way_clear. */
bool turns_finish(const turns *in, sv_turn *turn);

#endif

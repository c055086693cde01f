/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What keeps an actor from speaking freely: money, an employer, a rule. For exposure and allies. */
#ifndef SV_ADVICE_BONDS_H
#define SV_ADVICE_BONDS_H

#include "bodies.h"

typedef struct bonds {
    const sv_map *map;
    bodies belongs;
    sv_dependence *dependences;
    size_t n_dependences;
    sv_forbidden *forbidden;
    size_t *houses; /* the councils and municipalities that a rule may keep somebody from */
    size_t n_houses;
} bonds;

/* Caller clears, also after a fault. */
sv_status bonds_init(bonds *to, const sv_map *map, int as_of, sv_error *error);
void bonds_clear(bonds *to);

/*
 * What binds an actor when these are the stances on the issue: fills bonds, through, funder, amount, share and rule of
 * `voice`. Every actor with a stance below 0 is an opponent.
 */
void bonds_of(const bonds *from, size_t actor, const double *stance, sv_voice *voice);

/* How much of an actor's freedom is gone, 0..1: the share that binds it, 1 for an employer, 0 when there is neither. */
double bonds_weight(const sv_voice *voice);

#endif

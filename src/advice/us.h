/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Us, a little wider than the own actors: with the organisations they belong to and the alliances those take part in. */
#ifndef SV_ADVICE_US_H
#define SV_ADVICE_US_H

#include "acquainted.h"

typedef enum us_place { US_NOT = 0, US_OWN, US_ORGANISATION, US_ALLIANCE } us_place;

typedef struct us {
    size_t *own; /* the own actors */
    size_t n_own;
    unsigned char *place; /* per actor: a us_place */
    bool *tied;           /* per actor: one of us, or tied to one of us in a way that is not hostile */
} us;

/*
 * Who we are: the own actors, or `speaker` alone when it is not SV_NO_ROW. Councils, parties, committees and municipalities never
 * become ours. To be cleared in any case.
 */
sv_status us_init(us *to, const sv_map *map, const acquaintances *known, size_t speaker, sv_error *error);
void us_clear(us *to);

#endif

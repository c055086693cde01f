/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who holds the office that its kind names, on a day. */
#ifndef SV_ADVICE_OFFICE_H
#define SV_ADVICE_OFFICE_H

#include <speelveld/advice.h>

/*
 * held[actor]: false for who was in the body that goes with its kind (a council member in a council, an alderman or an
 * official in a municipality, a committee member in a committee) at some time, but not on the day; true for all others,
 * also where the map has no such memberships. Cost: linear in the memberships.
 */
void office_held(const sv_map *map, int as_of, bool *held);

/* True for who may take sides and hand on a message: no container (a council, a party), and not the clerk, who is there for procedure only. */
bool office_takes_sides(const sv_actor_kind *kind);

#endif

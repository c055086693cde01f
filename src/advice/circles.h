/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The five circles, for who already knows who we are. */
#ifndef SV_ADVICE_CIRCLES_H
#define SV_ADVICE_CIRCLES_H

#include "us.h"

/* Serves the whole council and is for nobody: the clerk and the council's adviser. */
bool circles_neutral(const sv_actor_kind *kind);
/* A resident or a volunteer: somebody who can be counted as an active resident. */
bool circles_active_resident(const sv_actor_kind *kind);

/* As sv_circles_find, circle[actor]. False without memory. */
bool circles_fill(const sv_map *map, const bodies *belongs, const us *who, int as_of, sv_circle *circle);

#endif

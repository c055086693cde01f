/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The second half of the check: references between rows, and the checked view of ties, memberships and positions. */
#ifndef SV_MODEL_RESOLVE_H
#define SV_MODEL_RESOLVE_H

#include <speelveld/model.h>

/* Resolve every reference of a map whose actors and issues are indexed. False without memory. */
bool map_resolve(sv_map *map, sv_problems *problems);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Before which moment to speak with whom. */
#ifndef SV_ADVICE_PHASES_H
#define SV_ADVICE_PHASES_H

#include <speelveld/advice.h>

/* True for the words by which a group's own meeting is called in the column kind of Events. */
bool phases_is_group_meeting(const sv_map *map, size_t event);

/* Who speaks for a group on one of the themes of an issue: speaks[actor] is set to true. False without memory. */
bool phases_find_spokespersons(const sv_map *map, size_t issue, bool *speaks);

/*
 * The moment before which to speak with an actor, by its place among the moments: the first one to come of the first sort that its part in
 * the decision asks for. SV_NO_ROW when all are past. False without memory.
 */
bool phases_before(const sv_map *map, const sv_moment *moments, size_t n, size_t actor, bool speaks, int as_of, size_t *moment);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Us: who stands with the own actors without being marked so. */
#include "us.h"

#include <stdlib.h>

#include "../base/memory.h"

/* Every body of this class that one of `place` belongs to becomes ours too. */
static void take_bodies(us *to, const bodies *belongs, us_place place, sv_class of, us_place becomes)
{
    for (size_t who = 0; who < sv_map_rows(belongs->map, SV_ACTORS); who++)
        for (size_t i = belongs->first[who]; to->place[who] == place && i < belongs->first[who + 1]; i++) {
            const sv_actor_kind *kind = sv_map_actor(belongs->map, belongs->of[i])->kind;
            if (to->place[belongs->of[i]] == US_NOT && kind->of == of && !kind->container)
                to->place[belongs->of[i]] = becomes;
        }
}

static sv_status find_own(us *to, const sv_map *map, size_t speaker, sv_error *error)
{
    if (speaker == SV_NO_ROW)
        return sv_own_actors(map, &to->own, &to->n_own, error);
    to->own = sv_alloc(1, sizeof *to->own);
    if (!to->own)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    to->own[to->n_own++] = speaker;
    return SV_OK;
}

sv_status us_init(us *to, const sv_map *map, const acquaintances *known, size_t speaker, sv_error *error)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    sv_status status;
    *to = (us){0};
    status = find_own(to, map, speaker, error);
    to->place = sv_alloc(actors, sizeof *to->place);
    to->tied = sv_alloc(actors, sizeof *to->tied);
    if (status == SV_OK && (!to->place || !to->tied))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status != SV_OK)
        return status;
    for (size_t i = 0; i < to->n_own; i++)
        to->place[to->own[i]] = US_OWN;
    take_bodies(to, &known->belongs, US_OWN, SV_CLASS_ORGANISATION, US_ORGANISATION);
    take_bodies(to, &known->belongs, US_OWN, SV_CLASS_ALLIANCE, US_ALLIANCE);
    take_bodies(to, &known->belongs, US_ORGANISATION, SV_CLASS_ALLIANCE, US_ALLIANCE);
    for (size_t i = 0; i < actors; i++)
        if (to->place[i] != US_NOT) {
            to->tied[i] = true;
            acquaintances_mark(known, i, to->tied);
        }
    return SV_OK;
}

void us_clear(us *to)
{
    free(to->own);
    free(to->place);
    free(to->tied);
    *to = (us){0};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Effort: a cold way and a long way to go in opinion both cost; and who it is that makes the effort. */
#include <speelveld/advice.h>

#include <math.h>

#include "../base/memory.h"

sv_status sv_own_actors(const sv_map *map, size_t **actors, size_t *n, sv_error *error)
{
    size_t all = sv_map_rows(map, SV_ACTORS);
    *n = 0;
    *actors = sv_alloc(all, sizeof **actors);
    if (!*actors)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < all; i++)
        if (sv_map_actor(map, i)->usable && sv_map_actor(map, i)->own)
            (*actors)[(*n)++] = i;
    return SV_OK;
}

double sv_gap(double stance)
{
    return fmax(0, SV_TARGET - (isnan(stance) ? 0 : stance));
}

double sv_effort(double warmth, double stance)
{
    return warmth > 0 ? -log(warmth) + sv_gap(stance) / 4 : HUGE_VAL;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From us: the warmest ways that begin with any of the map's own actors. */
#include "from_us.h"

#include <stdlib.h>

sv_status from_us_init(from_us *to, const sv_map *map, int as_of, sv_error *error)
{
    size_t *own, n;
    sv_status status = sv_own_actors(map, &own, &n, error);
    *to = (from_us){0};
    if (status == SV_OK && n)
        status = sv_ways_new(map, &(sv_ways_options){.as_of = as_of}, &to->ways, error);
    if (status == SV_OK && n)
        status = sv_warmest_new(to->ways, own, n, &to->warmest, error);
    free(own);
    return status;
}

void from_us_clear(from_us *to)
{
    sv_warmest_free(to->warmest);
    sv_ways_free(to->ways);
    *to = (from_us){0};
}

sv_status from_us_way(const from_us *from, size_t actor, sv_way *way, sv_error *error)
{
    *way = (sv_way){0};
    return from->warmest ? sv_warmest_way(from->warmest, actor, way, error) : SV_OK;
}

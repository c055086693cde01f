/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Office: a council member of the map may have left the council, and an alderman the college; their memberships tell. */
#include "office.h"

#include <string.h>

static const char *const offices[][2] = {
    {"council_member", "council"}, {"committee_member", "committee"}, {"alderman", "municipality"},
    {"mayor", "municipality"},     {"official", "municipality"},      {"secretary", "municipality"},
};

/* True when a membership is that of an office: the body goes with the kind of who is in it. */
static bool is_office(const sv_map *map, const sv_membership *membership)
{
    const char *who = sv_map_actor(map, membership->who)->kind->id, *of = sv_map_actor(map, membership->of)->kind->id;
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (strcmp(who, offices[i][0]) == 0)
            return strcmp(of, offices[i][1]) == 0;
    return false;
}

void office_held(const sv_map *map, int as_of, bool *held)
{
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        held[i] = true;
    for (int now = 0; now <= 1; now++) /* first all who ever were in office lose it, then those who are in it have it */
        for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
            const sv_membership *membership = sv_map_membership(map, row);
            if (membership->usable && is_office(map, membership) && (!now || sv_dates_hold(membership->since, membership->until, as_of)))
                held[membership->who] = now;
        }
}

bool office_takes_sides(const sv_actor_kind *kind)
{
    return !kind->container && strcmp(kind->id, "clerk") != 0;
}

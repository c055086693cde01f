/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Alliances and their members, and who of these knows a council member. */
#include <stdlib.h>

#include <speelveld/advice.h>

#include "alliances_parts.h"

bool alliances_is_one(const alliances_view *v, size_t actor)
{
    return sv_map_actor(v->stage->map, actor)->kind->of == SV_CLASS_ALLIANCE;
}

static bool is_drawn(const alliances_view *v, size_t actor)
{
    return sv_network_vertex(v->stage->network, actor) != SV_NO_ROW;
}

/* A membership of an alliance that holds on the day, of an actor that can be drawn. */
static bool counts(const alliances_view *v, const sv_membership *membership)
{
    int day = sv_network_get_options(v->stage->network)->as_of;
    return membership->usable && membership->who != membership->of && alliances_is_one(v, membership->of) && is_drawn(v, membership->of) &&
           is_drawn(v, membership->who) && sv_dates_hold(membership->since, membership->until, day);
}

/* A membership that counts. */
typedef struct joined {
    size_t who, of, row;
} joined;

static int by_ends(const void *left, const void *right)
{
    const joined *a = left, *b = right;
    if (a->who != b->who)
        return a->who < b->who ? -1 : 1;
    if (a->of != b->of)
        return a->of < b->of ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

/* Which rows count: of those that say the same the first. */
static sv_status find_rows(alliances_view *v)
{
    const sv_map *map = v->stage->map;
    size_t rows = sv_map_rows(map, SV_MEMBERSHIPS), n = 0;
    joined *all = sv_alloc(rows, sizeof *all);
    if (!all)
        return sv_stage_no_memory(v->stage);
    for (size_t row = 0; row < rows; row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (counts(v, membership))
            all[n++] = (joined){membership->who, membership->of, row};
    }
    if (n)
        qsort(all, n, sizeof *all, by_ends);
    for (size_t i = 0; i < n; i++)
        v->counts[all[i].row] = i == 0 || all[i].who != all[i - 1].who || all[i].of != all[i - 1].of;
    free(all);
    return SV_OK;
}

static void count_members(alliances_view *v)
{
    const sv_map *map = v->stage->map;
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (!v->counts[row])
            continue;
        v->joins[membership->who]++;
        v->members[membership->of]++;
    }
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        if (is_drawn(v, i) && alliances_is_one(v, i)) {
            size_t at = v->n_alliances++;
            for (; at > 0 && v->members[v->alliances[at - 1]] < v->members[i]; at--)
                v->alliances[at] = v->alliances[at - 1];
            v->alliances[at] = i;
        }
}

/* ---- Who knows a council member ---- */

/* A council member with a seat that an actor has a step to; itself when it is one. The first in the order of seats. */
static size_t knows_directly(const sv_ways *ways, const sv_council *council, size_t actor)
{
    if (sv_council_seat(council, actor) != SV_NO_ROW)
        return actor;
    for (size_t i = 0; i < council->n_seats; i++) {
        sv_step step;
        if (council->seats[i].member != SV_NO_ROW && sv_ways_step(ways, actor, council->seats[i].member, &step))
            return council->seats[i].member;
    }
    return SV_NO_ROW;
}

/* Organisations know whom their people know: persons who belong to them on the day. */
static void add_known_through_people(alliances_view *v, const sv_ways *ways, const sv_council *council)
{
    const sv_map *map = v->stage->map;
    int day = sv_network_get_options(v->stage->network)->as_of;
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        sv_step step;
        if (!membership->usable || !v->joins[membership->of] || v->known[membership->of] != SV_NO_ROW ||
            alliances_is_one(v, membership->of) || sv_map_actor(map, membership->who)->kind->of != SV_CLASS_PERSON ||
            !sv_dates_hold(membership->since, membership->until, day) || !sv_ways_step(ways, membership->of, membership->who, &step))
            continue;
        v->known[membership->of] = knows_directly(ways, council, membership->who);
    }
}

static sv_status find_known(alliances_view *v)
{
    const sv_map *map = v->stage->map;
    int day = sv_network_get_options(v->stage->network)->as_of;
    sv_council council = {0};
    sv_ways *ways = NULL;
    sv_status status = sv_council_new(map, SV_NO_ROW, day, &council, v->stage->error);
    if (status == SV_OK)
        status = sv_ways_new(map, &(sv_ways_options){.as_of = day}, &ways, v->stage->error);
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        v->known[i] = status == SV_OK && v->joins[i] ? knows_directly(ways, &council, i) : SV_NO_ROW;
    if (status == SV_OK)
        add_known_through_people(v, ways, &council);
    for (size_t i = 0; i < council.n_seats; i++)
        v->council |= council.seats[i].member != SV_NO_ROW;
    sv_ways_free(ways);
    sv_council_clear(&council);
    return status;
}

/* ---- Choosing ---- */

/* Members in the order in which they are shown: those of most alliances, then the highest on the score. */
static sv_status order_members(alliances_view *v)
{
    const sv_stage *stage = v->stage;
    size_t n = sv_network_actors(stage->network), most = 0, *ranked = sv_alloc(n, sizeof *ranked);
    sv_status status = ranked ? sv_scores_rank(stage->scores, stage->score, ranked, stage->error) : sv_stage_no_memory(stage);
    for (size_t i = 0; i < n; i++)
        most = v->joins[sv_network_actor(stage->network, i)] > most ? v->joins[sv_network_actor(stage->network, i)] : most;
    for (size_t joins = most; joins > 0 && status == SV_OK; joins--)
        for (size_t i = 0; i < n; i++) {
            size_t actor = sv_network_actor(stage->network, ranked[i]);
            if (v->joins[actor] == joins && !alliances_is_one(v, actor))
                v->order[v->n_members++] = actor;
        }
    free(ranked);
    return status;
}

/* How many join two, how many know a council member, and how many alliances have nobody who does. */
static sv_status count_all(alliances_view *v)
{
    const sv_map *map = v->stage->map;
    bool *knows = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *knows);
    if (!knows)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < v->n_members; i++) {
        v->n_joint += v->joins[v->order[i]] > 1;
        v->n_known += v->known[v->order[i]] != SV_NO_ROW;
    }
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++)
        if (v->counts[row] && v->known[sv_map_membership(map, row)->who] != SV_NO_ROW)
            knows[sv_map_membership(map, row)->of] = true;
    for (size_t i = 0; i < v->n_alliances; i++)
        v->n_blind += !knows[v->alliances[i]];
    free(knows);
    return SV_OK;
}

sv_status alliances_find(alliances_view *v)
{
    size_t rows = sv_map_rows(v->stage->map, SV_ACTORS);
    sv_status status;
    v->joins = sv_alloc(rows, sizeof *v->joins);
    v->members = sv_alloc(rows, sizeof *v->members);
    v->known = sv_alloc(rows, sizeof *v->known);
    v->alliances = sv_alloc(rows, sizeof *v->alliances);
    v->order = sv_alloc(rows, sizeof *v->order);
    v->counts = sv_alloc(sv_map_rows(v->stage->map, SV_MEMBERSHIPS), sizeof *v->counts);
    if (!v->joins || !v->members || !v->known || !v->alliances || !v->order || !v->counts)
        return sv_stage_no_memory(v->stage);
    status = find_rows(v);
    if (status == SV_OK) {
        count_members(v);
        status = find_known(v);
    }
    if (status == SV_OK)
        status = order_members(v);
    if (status == SV_OK)
        status = count_all(v);
    return status;
}

void alliances_clear(alliances_view *v)
{
    sv_cast_clear(&v->cast);
    sv_arrange_clear(&v->arrangement);
    free(v->joins);
    free(v->members);
    free(v->known);
    free(v->alliances);
    free(v->order);
    free(v->counts);
}

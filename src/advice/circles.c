/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The five circles around a community worker: residents, colleagues, the other organisations, who gives the assignment or
 * the money, and politics. In which one an actor stands follows from its kind, and from what ties it to us.
 */
#include "circles.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

static bool is_one_of(const sv_actor_kind *kind, const char *const *ids)
{
    for (; *ids; ids++)
        if (strcmp(kind->id, *ids) == 0)
            return true;
    return false;
}

bool circles_neutral(const sv_actor_kind *kind)
{
    return is_one_of(kind, (const char *const[]){"clerk", "adviser", NULL});
}

static bool is_politics(const sv_actor_kind *kind)
{
    return is_one_of(
        kind, (const char *const[]){"council_member", "committee_member", "alderman", "mayor", "party", "council", "committee", NULL});
}

static bool is_town_hall(const sv_actor_kind *kind)
{
    return is_one_of(kind, (const char *const[]){"municipality", "official", "secretary", NULL});
}

static bool is_residents(const sv_actor_kind *kind)
{
    return is_one_of(kind, (const char *const[]){"resident", "volunteer", "residents_group", NULL});
}

bool circles_active_resident(const sv_actor_kind *kind)
{
    return is_one_of(kind, (const char *const[]){"resident", "volunteer", NULL});
}

/* Who pays one of us or an organisation of ours. */
static void mark_payers(const sv_map *map, const us *who, int day, bool *pays)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        size_t funder, receiver;
        if (!tie->usable || strcmp(tie->kind->id, "funds") != 0 || !sv_dates_hold(tie->since, tie->until, day))
            continue;
        funder = tie->direction == SV_BACK ? tie->to : tie->from;
        receiver = tie->direction == SV_BACK ? tie->from : tie->to;
        if (who->place[receiver] == US_OWN || who->place[receiver] == US_ORGANISATION)
            pays[funder] = true;
    }
}

/* What the bodies say of somebody who belongs to them. */
typedef struct company {
    bool payer, ours, organisation;
} company;

static company company_of(const bodies *belongs, const us *who, const bool *pays, size_t actor)
{
    company found = {0};
    for (size_t i = belongs->first[actor]; i < belongs->first[actor + 1]; i++) {
        size_t body = belongs->of[i];
        const sv_actor_kind *kind = sv_map_actor(belongs->map, body)->kind;
        if (kind->of != SV_CLASS_ORGANISATION || kind->container || is_residents(kind))
            continue;
        found.organisation = true;
        found.payer |= pays[body];
        found.ours |= who->place[body] != US_NOT;
    }
    return found;
}

static sv_circle circle_of(const bodies *belongs, const us *who, const bool *pays, size_t actor)
{
    const sv_actor_kind *kind = sv_map_actor(belongs->map, actor)->kind;
    bool person = kind->of == SV_CLASS_PERSON;
    company in = company_of(belongs, who, pays, actor);
    if (!sv_map_actor(belongs->map, actor)->usable || who->place[actor] == US_OWN || circles_neutral(kind))
        return SV_CIRCLE_NONE;
    if (kind->of == SV_CLASS_ALLIANCE || kind->of == SV_CLASS_UNKNOWN)
        return SV_CIRCLE_NONE;
    if (is_politics(kind))
        return SV_CIRCLE_POLITICS;
    if (is_residents(kind))
        return SV_CIRCLE_RESIDENTS;
    if (is_town_hall(kind) || pays[actor] || (person && in.payer && !in.ours))
        return SV_CIRCLE_CLIENT;
    if (person ? in.ours : who->place[actor] == US_ORGANISATION)
        return SV_CIRCLE_COLLEAGUES;
    if (!person || in.organisation || strcmp(kind->id, "person") != 0)
        return SV_CIRCLE_ORGANISATIONS;
    return SV_CIRCLE_RESIDENTS;
}

bool circles_fill(const sv_map *map, const bodies *belongs, const us *who, int as_of, sv_circle *circle)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    bool *pays = sv_alloc(actors, sizeof *pays);
    if (!pays)
        return false;
    mark_payers(map, who, as_of, pays);
    for (size_t i = 0; i < actors; i++)
        circle[i] = circle_of(belongs, who, pays, i);
    free(pays);
    return true;
}

const char *sv_circle_id(sv_circle circle)
{
    static const char *const ids[SV_CIRCLES] = {"", "residents", "colleagues", "organisations", "client", "politics"};
    return ids[circle];
}

sv_status sv_circles_find(const sv_map *map, int as_of, sv_circle *circle, sv_error *error)
{
    acquaintances known;
    us who = {0};
    sv_status status = SV_OK;
    if (!acquaintances_init(&known, map, as_of))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = us_init(&who, map, &known, SV_NO_ROW, error);
    if (status == SV_OK && !circles_fill(map, &known.belongs, &who, as_of, circle))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    us_clear(&who);
    acquaintances_clear(&known);
    return status;
}

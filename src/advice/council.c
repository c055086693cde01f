/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The council: who has a seat on a day, in which group, and where members and groups stand on an issue. A group may
 * have more seats than the map has names for; a member whose position nobody knows is taken to think as the group.
 */
#include <speelveld/advice.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/lookup.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "office.h"

typedef struct builder {
    const sv_map *map;
    int day;
    sv_council *council;
    size_t capacity;   /* of its groups */
    bool *held;        /* per actor: holds its office on the day */
    size_t *group_of;  /* per actor: the group of a council member with a seat, else SV_NO_ROW */
    double *stances;   /* per actor */
    sv_arena keys;     /* names, folded */
    sv_lookup groups;  /* name -> group */
    sv_lookup parties; /* name -> actor of kind party with a position */
} builder;

/* Put a number under a name as it folds, unless the name has one already. False without memory. */
static bool put_once(builder *b, sv_lookup *lookup, const char *name, size_t number)
{
    sv_text folded = {0};
    const char *key = NULL;
    bool done = sv_text_fold(name, &folded);
    if (done && sv_lookup_get(lookup, sv_text_get(&folded)) == SV_LOOKUP_NONE) {
        key = sv_arena_text(&b->keys, sv_text_get(&folded), folded.length);
        done = key && sv_lookup_put(lookup, key, number);
    }
    sv_text_clear(&folded);
    return done;
}

static sv_council_group *add_group(builder *b, const char *name, size_t row)
{
    sv_council *council = b->council;
    sv_council_group *group;
    if (!sv_grow(&council->groups, &b->capacity, council->n_groups + 1, sizeof *council->groups))
        return NULL;
    group = &council->groups[council->n_groups++];
    *group =
        (sv_council_group){.name = name, .party = "", .row = row, .discipline = SV_DISCIPLINE, .stance = NAN, .party_actor = SV_NO_ROW};
    return group;
}

/* The groups of the sheet. One that stands there twice has the seats of both rows, as check counts them. */
static bool add_sheet_groups(builder *b)
{
    const sv_map *map = b->map;
    for (size_t row = 0; row < sv_map_rows(map, SV_GROUPS); row++) {
        const char *name = sv_map_cell(map, SV_GROUPS, row, SV_GROUP_NAME);
        double seats = sv_map_number(map, SV_GROUPS, row, SV_GROUP_SEATS),
               discipline = sv_map_number(map, SV_GROUPS, row, SV_GROUP_DISCIPLINE);
        size_t known = sv_lookup_get_folded(&b->groups, name);
        sv_council_group *group;
        if (!sv_map_usable(map, SV_GROUPS, row))
            continue;
        group = known == SV_LOOKUP_NONE ? add_group(b, name, row) : &b->council->groups[known];
        if (!group || !put_once(b, &b->groups, name, b->council->n_groups - 1))
            return false;
        group->rows++;
        group->given += (size_t)fmin(seats, SV_SEATS_MOST + 1);
        if (known != SV_LOOKUP_NONE)
            continue;
        group->party = sv_map_cell(map, SV_GROUPS, row, SV_GROUP_PARTY);
        group->coalition = strcmp(sv_map_cell(map, SV_GROUPS, row, SV_GROUP_COALITION), "true") == 0;
        if (!isnan(discipline))
            group->discipline = discipline;
    }
    return true;
}

/* Give a council member its place in a group; the group is made when no row of the sheet did. */
static bool seat_member(builder *b, size_t actor)
{
    const char *name = sv_map_cell(b->map, SV_ACTORS, actor, SV_ACTOR_GROUP);
    size_t known = *name ? sv_lookup_get_folded(&b->groups, name) : SV_LOOKUP_NONE;
    sv_council_group *group = known == SV_LOOKUP_NONE ? NULL : &b->council->groups[known];
    if (!group) {
        group = add_group(b, *name ? name : sv_map_actor(b->map, actor)->name, SV_NO_ROW);
        if (!group || (*name && !put_once(b, &b->groups, name, b->council->n_groups - 1)))
            return false;
    }
    if (!*group->party)
        group->party = sv_map_cell(b->map, SV_ACTORS, actor, SV_ACTOR_PARTY);
    group->named++;
    b->group_of[actor] = (size_t)(group - b->council->groups);
    return true;
}

static bool seat_members(builder *b)
{
    for (size_t i = 0; i < sv_map_rows(b->map, SV_ACTORS); i++) {
        b->group_of[i] = SV_NO_ROW;
        if (!sv_map_actor(b->map, i)->usable || !sv_map_is_kind(b->map, i, "council_member"))
            continue;
        if (!b->held[i])
            b->council->left++;
        else if (!seat_member(b, i))
            return false;
    }
    return true;
}

/* How many councils those with a seat belong to on the day. */
static sv_status count_bodies(builder *b, sv_error *error)
{
    bool *counted = sv_alloc(sv_map_rows(b->map, SV_ACTORS), sizeof *counted);
    if (!counted)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t row = 0; row < sv_map_rows(b->map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(b->map, row);
        if (!membership->usable || b->group_of[membership->who] == SV_NO_ROW || !sv_map_is_kind(b->map, membership->of, "council") ||
            !sv_dates_hold(membership->since, membership->until, b->day))
            continue;
        b->council->bodies += !counted[membership->of];
        counted[membership->of] = true;
    }
    free(counted);
    return SV_OK;
}

/* Lay the seats out by group: a group's members first, then those that nobody is named for. */
static sv_status lay_seats(builder *b, sv_error *error)
{
    sv_council *council = b->council;
    char most[32];
    snprintf(most, sizeof most, "%d", SV_SEATS_MOST);
    for (size_t g = 0; g < council->n_groups; g++) {
        sv_council_group *group = &council->groups[g];
        group->seats = group->given > group->named ? group->given : group->named;
        group->first = council->n_seats;
        council->n_seats += group->seats;
        if (council->n_seats > SV_SEATS_MOST)
            return sv_error_set(error, SV_E_TOO_MANY, SV_TR("seats in the council"), most);
        group->named = 0; /* counted again below */
    }
    council->size = sv_law_council_size(council->n_seats);
    council->seats = sv_alloc(council->n_seats, sizeof *council->seats);
    if (!council->seats)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t g = 0; g < council->n_groups; g++)
        for (size_t i = 0; i < council->groups[g].seats; i++)
            council->seats[council->groups[g].first + i] = (sv_seat){g, SV_NO_ROW, NAN, NAN};
    for (size_t i = 0; i < sv_map_rows(b->map, SV_ACTORS); i++)
        if (b->group_of[i] != SV_NO_ROW) {
            sv_council_group *group = &council->groups[b->group_of[i]];
            council->seats[group->first + group->named++].member = i;
        }
    return SV_OK;
}

/* The parties that have a position of their own, by name. */
static bool find_parties(builder *b)
{
    for (size_t i = 0; i < sv_map_rows(b->map, SV_ACTORS); i++)
        if (sv_map_actor(b->map, i)->usable && sv_map_is_kind(b->map, i, "party") && !isnan(b->stances[i]) &&
            !put_once(b, &b->parties, sv_map_actor(b->map, i)->name, i))
            return false;
    return true;
}

static void find_group_stance(const builder *b, sv_council_group *group)
{
    double sum = 0;
    size_t n = 0, party;
    for (size_t i = group->first; i < group->first + group->named; i++)
        if (!isnan(b->council->seats[i].own)) {
            sum += b->council->seats[i].own;
            n++;
        }
    if (n) {
        group->stance = sum / (double)n;
        return;
    }
    party = sv_lookup_get_folded(&b->parties, group->name);
    if (party == SV_LOOKUP_NONE)
        party = sv_lookup_get_folded(&b->parties, group->party);
    if (party == SV_LOOKUP_NONE)
        return;
    group->party_actor = party;
    group->stance = b->stances[party];
}

static sv_status find_stances(builder *b, size_t issue, sv_error *error)
{
    sv_council *council = b->council;
    sv_status status;
    if (issue == SV_NO_ROW)
        return SV_OK;
    b->stances = sv_alloc(sv_map_rows(b->map, SV_ACTORS), sizeof *b->stances);
    if (!b->stances)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = sv_map_stances(b->map, issue, b->stances, error);
    if (status != SV_OK)
        return status;
    if (!find_parties(b))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < council->n_seats; i++)
        if (council->seats[i].member != SV_NO_ROW)
            council->seats[i].own = b->stances[council->seats[i].member];
    for (size_t g = 0; g < council->n_groups; g++)
        find_group_stance(b, &council->groups[g]);
    for (size_t i = 0; i < council->n_seats; i++) {
        sv_seat *seat = &council->seats[i];
        seat->stance = isnan(seat->own) ? council->groups[seat->group].stance : seat->own;
    }
    return SV_OK;
}

sv_status sv_council_new(const sv_map *map, size_t issue, int as_of, sv_council *council, sv_error *error)
{
    builder b = {.map = map, .day = as_of, .council = council};
    sv_status status = SV_OK;
    *council = (sv_council){0};
    b.held = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *b.held);
    b.group_of = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *b.group_of);
    if (b.held)
        office_held(map, as_of, b.held);
    if (!b.held || !b.group_of || !add_sheet_groups(&b) || !seat_members(&b))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = count_bodies(&b, error);
    if (status == SV_OK)
        status = lay_seats(&b, error);
    if (status == SV_OK)
        status = find_stances(&b, issue, error);
    if (status != SV_OK)
        sv_council_clear(council);
    sv_lookup_clear(&b.groups);
    sv_lookup_clear(&b.parties);
    sv_arena_clear(&b.keys);
    free(b.held);
    free(b.group_of);
    free(b.stances);
    return status;
}

void sv_council_clear(sv_council *council)
{
    free(council->groups);
    free(council->seats);
    *council = (sv_council){0};
}

size_t sv_council_seat(const sv_council *council, size_t actor)
{
    for (size_t i = 0; i < council->n_seats && actor != SV_NO_ROW; i++)
        if (council->seats[i].member == actor)
            return i;
    return SV_NO_ROW;
}

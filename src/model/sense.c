/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sense: what is written right but cannot well be true, or is worth a second look: dates that run backwards,
 * members of a person, councils of a size that the law does not know, political opinions of private persons
 * without a source, ties that a rule forbids to use. All are warnings: the rows count as they stand.
 */
#include "sense.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/text.h"
#include "map.h"

static void warn(const sv_map *map, sv_sheet sheet, size_t row, size_t column, sv_code code, const char *found, const char *expected, sv_problems *problems)
{
    sv_place place;
    sv_map_place(map, sheet, row, column, &place);
    sv_problems_add(problems, code, &place, found, expected);
}

/* Two dates of one row of which the first should not come after the second. */
static const struct {
    sv_sheet sheet;
    size_t first, second;
} date_pairs[] = {
    {SV_TIES, SV_TIE_SINCE, SV_TIE_UNTIL},
    {SV_MEMBERSHIPS, SV_MEMBERSHIP_SINCE, SV_MEMBERSHIP_UNTIL},
    {SV_ACTORS, SV_ACTOR_UPDATED, SV_ACTOR_KEEP_UNTIL},
    {SV_EVENTS, SV_EVENT_SPEAK_BY, SV_EVENT_DATE},
    {SV_CONTACTS, SV_CONTACT_DATE, SV_CONTACT_DUE},
};

static void check_dates(const sv_map *map, sv_problems *problems)
{
    for (size_t i = 0; i < sizeof date_pairs / sizeof *date_pairs; i++) {
        sv_sheet sheet = date_pairs[i].sheet;
        if (!sv_map_has(map, sheet, date_pairs[i].first) || !sv_map_has(map, sheet, date_pairs[i].second))
            continue;
        for (size_t row = 0; row < sv_map_rows(map, sheet); row++) {
            int first = sv_map_date(map, sheet, row, date_pairs[i].first), second = sv_map_date(map, sheet, row, date_pairs[i].second);
            if (first && second && first > second)
                warn(map, sheet, row, date_pairs[i].second, SV_E_DATES_REVERSED, sv_map_cell(map, sheet, row, date_pairs[i].second),
                     sv_map_cell(map, sheet, row, date_pairs[i].first), problems);
        }
    }
}

static void check_memberships(const sv_map *map, sv_problems *problems)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = &map->memberships[row];
        if (membership->usable && map->actors[membership->of].kind->of == SV_CLASS_PERSON)
            warn(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_OF, SV_E_MEMBER_OF_PERSON, map->actors[membership->of].name, "", problems);
    }
}

/* What a person who holds no office thinks of politics is specially protected (AVG 9): a source and a ground should stand beside it. */
static void check_opinions(const sv_map *map, sv_problems *problems)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_POSITIONS); row++) {
        const sv_position *position = &map->positions[row];
        const sv_actor *actor;
        if (!position->usable)
            continue;
        actor = &map->actors[position->actor];
        if (actor->kind->of == SV_CLASS_PERSON && !actor->kind->political && !actor->own && !*sv_map_cell(map, SV_POSITIONS, row, SV_POSITION_SOURCE))
            warn(map, SV_POSITIONS, row, SV_POSITION_SOURCE, SV_E_POSITION_SOURCE, actor->name, "", problems);
    }
}

/* A public answer shows no position that nobody can look up; who marked it public should know. */
static void check_public(const sv_map *map, sv_problems *problems)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_POSITIONS); row++)
        if (map->positions[row].usable && strcmp(sv_map_cell(map, SV_POSITIONS, row, SV_POSITION_VISIBILITY), "public") == 0 &&
            !*sv_map_cell(map, SV_POSITIONS, row, SV_POSITION_SOURCE))
            warn(map, SV_POSITIONS, row, SV_POSITION_SOURCE, SV_E_PUBLIC_SOURCE, map->actors[map->positions[row].actor].name, "", problems);
}

/* What `new` fills in about the map is easily overlooked, and comes out on the first picture. */
static void check_example(const sv_map *map, sv_problems *problems)
{
    static const char *const examples[] = {"Mijn speelveld", "My playing field", "Voorbeeldstad", "Exampleton"};
    static const size_t columns[] = {SV_ABOUT_TITLE, SV_ABOUT_MUNICIPALITY};
    for (size_t c = 0; sv_map_rows(map, SV_ABOUT) > 0 && c < sizeof columns / sizeof *columns; c++)
        for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
            if (strcmp(sv_map_cell(map, SV_ABOUT, 0, columns[c]), examples[i]) == 0)
                warn(map, SV_ABOUT, 0, columns[c], SV_E_EXAMPLE_LEFT, examples[i], "", problems);
}

/* Gemeentewet, article 8: 9 to 39 by twos, and 45. */
static bool law_knows(double seats)
{
    return seats == 45 || (seats >= 9 && seats <= 39 && fmod(seats, 2) == 1);
}

/* Named council members by group, counted once for all groups. False without memory. */
static bool count_members(const sv_map *map, sv_arena *keys, sv_lookup *members)
{
    bool done = true;
    for (size_t i = 0; done && i < sv_map_rows(map, SV_ACTORS); i++) {
        sv_text folded = {0};
        const char *key;
        size_t n;
        if (!map->actors[i].usable || strcmp(map->actors[i].kind->id, "council_member") != 0)
            continue;
        done = sv_text_fold(sv_map_cell(map, SV_ACTORS, i, SV_ACTOR_GROUP), &folded) &&
               (key = sv_arena_text(keys, sv_text_get(&folded), folded.length)) != NULL;
        if (done) {
            n = sv_lookup_get(members, key);
            done = sv_lookup_put(members, key, n == SV_LOOKUP_NONE ? 1 : n + 1);
        }
        sv_text_clear(&folded);
    }
    return done;
}

/* Seats as Groups says, and no more members named in a group than it has seats. */
static void check_seats(const sv_map *map, const sv_lookup *members, sv_problems *problems)
{
    double seats = 0;
    char found[32];
    for (size_t row = 0; row < sv_map_rows(map, SV_GROUPS); row++) {
        double of_group = sv_map_number(map, SV_GROUPS, row, SV_GROUP_SEATS);
        size_t named = sv_lookup_get_folded(members, sv_map_cell(map, SV_GROUPS, row, SV_GROUP_NAME));
        if (isnan(of_group))
            return;
        seats += of_group;
        if (named != SV_LOOKUP_NONE && (double)named > of_group) {
            snprintf(found, sizeof found, "%zu", named);
            warn(map, SV_GROUPS, row, SV_GROUP_SEATS, SV_E_GROUP_MEMBERS, found, sv_map_cell(map, SV_GROUPS, row, SV_GROUP_SEATS), problems);
        }
    }
    if (sv_map_rows(map, SV_GROUPS) > 1 && !law_knows(seats)) { /* of one group alone the others are still to come */
        sv_number_write(seats, found);
        warn(map, SV_GROUPS, SV_NO_ROW, SV_GROUP_SEATS, SV_E_COUNCIL_SIZE, found, "", problems);
    }
}

static bool check_groups(const sv_map *map, sv_problems *problems)
{
    sv_arena keys = {0};
    sv_lookup members = {0};
    bool done = count_members(map, &keys, &members);
    if (done)
        check_seats(map, &members, problems);
    sv_lookup_clear(&members);
    sv_arena_clear(&keys);
    return done;
}

/* A tie between two actors of whom one may not contact the other: no route will use it, and people should know. */
static bool check_forbidden(const sv_map *map, sv_problems *problems)
{
    sv_forbidden *forbidden;
    if (sv_forbidden_new(map, 0, &forbidden, NULL) != SV_OK)
        return false;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = &map->ties[row];
        size_t rule;
        if (!tie->usable || !tie->kind->carries_route || !(tie->strength > 0))
            continue;
        rule = sv_forbidden_rule(forbidden, tie->from, tie->to);
        if (rule != SV_NO_ROW)
            warn(map, SV_TIES, row, SV_TIE_TO, SV_E_TIE_FORBIDDEN, map->actors[tie->to].name, map->actors[map->ties[rule].from].name, problems);
    }
    sv_forbidden_free(forbidden);
    return true;
}

bool map_check_sense(const sv_map *map, sv_problems *problems)
{
    if (!problems)
        return true;
    check_dates(map, problems);
    check_memberships(map, problems);
    check_opinions(map, problems);
    check_public(map, problems);
    check_example(map, problems);
    return check_groups(map, problems) && check_forbidden(map, problems);
}

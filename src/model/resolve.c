/* SPDX-License-Identifier: GPL-2.0-or-later */
/* References: cells that name an actor or an issue by id or by name, found, or reported with what comes close. */
#include "resolve.h"

#include <math.h>
#include <string.h>

#include "../base/text.h"
#include "map.h"

enum { suggest_among = 20000 }; /* beyond this many actors, looking for a name that comes close takes too long */

/* Letters to change, add or leave out to make one short text of the other; more than `most` is not counted further. */
static size_t letters_apart(const char *a, const char *b, size_t most)
{
    size_t previous[40], n = strlen(a), m = strlen(b);
    if (n >= 39 || m >= 39 || n + most < m || m + most < n)
        return most + 1;
    for (size_t j = 0; j <= m; j++)
        previous[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t corner = previous[0];
        previous[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t change = corner + (a[i - 1] != b[j - 1]);
            corner = previous[j];
            if (previous[j - 1] + 1 < change)
                change = previous[j - 1] + 1;
            previous[j] = corner + 1 < change ? corner + 1 : change;
        }
    }
    return previous[m];
}

/* How far a candidate is from what was wanted: letters apart, 0 for a first name or other beginning that stands whole. */
static size_t distance(const sv_text *wanted, const sv_text *candidate)
{
    size_t apart;
    if (wanted->length >= 4 && candidate->length > wanted->length && memcmp(candidate->bytes, wanted->bytes, wanted->length) == 0)
        return 0;
    apart = letters_apart(sv_text_get(wanted), sv_text_get(candidate), 2);
    return apart * 3 <= wanted->length ? apart : SIZE_MAX;
}

/* ` ("Fatima el Idrissi"?)` when one name comes closest; else empty. Needs no words, so it is right in any language. */
static void suggest(const sv_map *map, sv_sheet sheet, size_t name_column, const char *text, sv_text *hint)
{
    sv_text wanted = {0}, candidate = {0};
    size_t best = SV_NO_ROW, least = 3, n = sv_map_rows(map, sheet);
    bool alone = true;
    if (n <= suggest_among && sv_text_fold(text, &wanted))
        for (size_t row = 0; row < n; row++) {
            size_t apart;
            candidate.length = 0;
            if (!sv_text_fold(sv_map_cell(map, sheet, row, name_column), &candidate))
                break;
            apart = distance(&wanted, &candidate);
            if (apart < least) {
                least = apart;
                best = row;
                alone = true;
            } else if (apart == least) {
                alone = false;
            }
        }
    if (best != SV_NO_ROW && alone)
        sv_text_addf(hint, " (\"%s\"?)", sv_map_cell(map, sheet, best, name_column));
    sv_text_clear(&wanted);
    sv_text_clear(&candidate);
}

/* Looking for a name that comes close is dear: it is done for the first hundred faults. */
static bool hints_help(const sv_problems *problems)
{
    return problems && problems->errors < SV_PROBLEMS_KEPT / 100;
}

static void list_candidates(const sv_map *map, sv_sheet sheet, size_t id_column, const size_t *same, size_t first, sv_text *list)
{
    for (size_t row = first; row != SV_NO_ROW && list->length < 200; row = same[row])
        sv_text_addf(list, "%s%s", list->length ? ", " : "", sv_map_cell(map, sheet, row, id_column));
}

/* A cell that names an actor: none, more than one, or one that cannot be used is reported. */
static void resolve_actor(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *text, sv_problems *problems)
{
    size_t actor = sv_map_find_actor(map, text), first;
    sv_text hint = {0};
    if (actor != SV_NO_ROW && map->actors[actor].usable)
        return;
    if (actor != SV_NO_ROW) {
        map_refuse(map, sheet, row, column, SV_E_ROW_DEPENDS, text, "", problems);
        return;
    }
    first = sv_lookup_get_folded(&map->actor_names, text);
    if (first != SV_LOOKUP_NONE) {
        list_candidates(map, SV_ACTORS, SV_ACTOR_ID, map->same_name, first, &hint);
        map_refuse(map, sheet, row, column, SV_E_ACTOR_AMBIGUOUS, text, sv_text_get(&hint), problems);
    } else {
        if (hints_help(problems))
            suggest(map, SV_ACTORS, SV_ACTOR_NAME, text, &hint);
        map_refuse(map, sheet, row, column, SV_E_ACTOR_UNKNOWN, text, sv_text_get(&hint), problems);
    }
    sv_text_clear(&hint);
}

static void resolve_issue(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *text, sv_problems *problems)
{
    size_t issue = sv_map_find_issue(map, text), first = sv_lookup_get_folded(&map->issue_titles, text);
    sv_code code = issue != SV_NO_ROW ? SV_E_ROW_DEPENDS : first != SV_LOOKUP_NONE ? SV_E_ISSUE_AMBIGUOUS : SV_E_ISSUE_UNKNOWN;
    sv_text hint = {0};
    if (issue != SV_NO_ROW && sv_map_usable(map, SV_ISSUES, issue))
        return;
    if (code == SV_E_ISSUE_AMBIGUOUS)
        list_candidates(map, SV_ISSUES, SV_ISSUE_ID, map->same_title, first, &hint);
    else if (code == SV_E_ISSUE_UNKNOWN && hints_help(problems))
        suggest(map, SV_ISSUES, SV_ISSUE_TITLE, text, &hint);
    map_refuse(map, sheet, row, column, code, text, sv_text_get(&hint), problems);
    sv_text_clear(&hint);
}

/* A list of actors, or of theme:actor. */
static bool resolve_list(sv_map *map, sv_sheet sheet, size_t row, size_t column, bool themed, sv_problems *problems)
{
    sv_list_cursor cursor = {sv_map_cell(map, sheet, row, column)};
    sv_text part = {0};
    bool done;
    while (sv_list_next(&cursor, &part)) {
        const char *colon = themed ? strrchr(part.bytes, ':') : NULL;
        const char *name = colon ? colon + 1 + strspn(colon + 1, " ") : part.bytes;
        if (*name)
            resolve_actor(map, sheet, row, column, name, problems);
    }
    done = !part.failed;
    sv_text_clear(&part);
    return done;
}

/* Every reference in a sheet, by the types of its columns. False without memory. */
static bool resolve_sheet(sv_map *map, sv_sheet sheet, sv_problems *problems)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < about->n_columns; column++) {
        sv_type type = about->columns[column].type;
        bool themed = type == SV_TYPE_SPOKESPERSONS;
        if (!sv_map_has(map, sheet, column))
            continue;
        for (size_t row = 0; row < sv_map_rows(map, sheet); row++) {
            const char *text = sv_map_cell(map, sheet, row, column);
            if (!*text)
                continue;
            if (type == SV_TYPE_ACTOR)
                resolve_actor(map, sheet, row, column, text, problems);
            else if (type == SV_TYPE_ISSUE)
                resolve_issue(map, sheet, row, column, text, problems);
            else if ((type == SV_TYPE_ACTORS || themed) && !resolve_list(map, sheet, row, column, themed, problems))
                return false;
        }
    }
    return true;
}

static double number_or(const sv_map *map, sv_sheet sheet, size_t row, size_t column, double otherwise)
{
    double number = sv_map_number(map, sheet, row, column);
    return isnan(number) ? otherwise : number;
}

static sv_direction direction_of(const sv_map *map, size_t row, const sv_tie_kind *kind)
{
    const char *word = sv_map_cell(map, SV_TIES, row, SV_TIE_DIRECTION);
    if (strcmp(word, "forward") == 0)
        return SV_FORWARD;
    if (strcmp(word, "back") == 0)
        return SV_BACK;
    return strcmp(word, "both") == 0 || !kind->directed ? SV_BOTH : SV_FORWARD;
}

/* The actor that a cell which was resolved names. */
static size_t actor_in(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    return sv_map_find_actor(map, sv_map_cell(map, sheet, row, column));
}

static void view_ties(sv_map *map, sv_problems *problems)
{
    size_t n;
    const sv_tie_kind *nameless = sv_tie_kinds(&n);
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie_kind *kind = sv_tie_kind_find(sv_map_cell(map, SV_TIES, row, SV_TIE_KIND));
        sv_tie *tie = &map->ties[row];
        *tie = (sv_tie){.from = SV_NO_ROW, .to = SV_NO_ROW, .kind = kind ? kind : nameless, .usable = sv_map_usable(map, SV_TIES, row)};
        tie->strength = number_or(map, SV_TIES, row, SV_TIE_STRENGTH, tie->kind->default_strength);
        tie->weight = sv_map_number(map, SV_TIES, row, SV_TIE_WEIGHT);
        tie->certainty = number_or(map, SV_TIES, row, SV_TIE_CERTAINTY, 1);
        tie->direction = direction_of(map, row, tie->kind);
        tie->since = sv_map_date(map, SV_TIES, row, SV_TIE_SINCE);
        tie->until = sv_map_date(map, SV_TIES, row, SV_TIE_UNTIL);
        if (!tie->usable)
            continue;
        tie->from = actor_in(map, SV_TIES, row, SV_TIE_FROM);
        tie->to = actor_in(map, SV_TIES, row, SV_TIE_TO);
        if (tie->from == tie->to) {
            sv_place place;
            sv_map_place(map, SV_TIES, row, SV_TIE_TO, &place);
            sv_problems_add(problems, SV_E_TIE_SELF, &place, sv_map_cell(map, SV_TIES, row, SV_TIE_TO), "");
        }
    }
}

static void view_memberships(sv_map *map)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        sv_membership *membership = &map->memberships[row];
        *membership = (sv_membership){.who = SV_NO_ROW, .of = SV_NO_ROW, .usable = sv_map_usable(map, SV_MEMBERSHIPS, row)};
        membership->since = sv_map_date(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_SINCE);
        membership->until = sv_map_date(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_UNTIL);
        if (!membership->usable)
            continue;
        membership->who = actor_in(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_WHO);
        membership->of = actor_in(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_OF);
    }
}

static void view_positions(sv_map *map)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_POSITIONS); row++) {
        sv_position *position = &map->positions[row];
        *position = (sv_position){.actor = SV_NO_ROW, .issue = SV_NO_ROW, .usable = sv_map_usable(map, SV_POSITIONS, row)};
        position->value = sv_map_number(map, SV_POSITIONS, row, SV_POSITION_VALUE);
        position->salience = number_or(map, SV_POSITIONS, row, SV_POSITION_SALIENCE, 1);
        position->certainty = number_or(map, SV_POSITIONS, row, SV_POSITION_CERTAINTY, 1);
        position->date = sv_map_date(map, SV_POSITIONS, row, SV_POSITION_DATE);
        if (!position->usable)
            continue;
        position->actor = actor_in(map, SV_POSITIONS, row, SV_POSITION_ACTOR);
        position->issue = sv_map_find_issue(map, sv_map_cell(map, SV_POSITIONS, row, SV_POSITION_ISSUE));
    }
}

bool map_resolve(sv_map *map, sv_problems *problems)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        if (!resolve_sheet(map, (sv_sheet)sheet, problems))
            return false;
    view_ties(map, problems);
    view_memberships(map);
    view_positions(map);
    return true;
}

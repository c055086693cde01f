/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Privacy: what a map holds on people, and whether it says where it comes from, on what ground and for how long
 * it is kept. What somebody without a public office thinks or believes is specially protected (AVG, article 9).
 */
#include <speelveld/advice.h>

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../base/text.h"
#include "../model/references.h"
#include "../model/table.h"

typedef struct finding {
    const sv_map *map;
    sv_privacy *found;
    size_t *person;   /* per actor its place in found->people, SV_NO_ROW for no person */
    size_t *last_row; /* per actor the last row of the sheet at hand that was counted for it, plus one */
    size_t capacity;  /* of the specials */
} finding;

static bool is_filled(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    return *sv_map_cell(map, sheet, row, column) != '\0';
}

/* What cannot be read is for nobody. */
static sv_audience visibility_of(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    const char *word = sv_map_cell(map, sheet, row, column);
    if (strcmp(word, "public") == 0)
        return SV_PUBLIC;
    return !*word || strcmp(word, "team") == 0 ? SV_TEAM : SV_PRIVATE;
}

static void note_day(sv_held_person *person, int day)
{
    if (day && (!person->oldest || day < person->oldest))
        person->oldest = day;
}

/* ---- People ---- */

static void add_person(finding *f, size_t actor, int as_of)
{
    const sv_map *map = f->map;
    sv_held_person *person = &f->found->people[f->found->n];
    *person = (sv_held_person){.actor = actor,
                               .office = sv_map_actor(map, actor)->kind->political,
                               .source = is_filled(map, SV_ACTORS, actor, SV_ACTOR_SOURCE),
                               .basis = is_filled(map, SV_ACTORS, actor, SV_ACTOR_LEGAL_BASIS),
                               .visibility = visibility_of(map, SV_ACTORS, actor, SV_ACTOR_VISIBILITY),
                               .updated = sv_map_date(map, SV_ACTORS, actor, SV_ACTOR_UPDATED),
                               .keep_until = sv_map_date(map, SV_ACTORS, actor, SV_ACTOR_KEEP_UNTIL)};
    person->expired = as_of && person->keep_until && person->keep_until < as_of;
    note_day(person, person->updated);
    f->person[actor] = f->found->n++;
    f->found->office += person->office;
    f->found->expired += person->expired;
    f->found->no_source += !person->source;
    f->found->no_basis += !person->basis;
    f->found->no_limit += !person->keep_until;
}

static void find_people(finding *f, int as_of)
{
    for (size_t actor = 0; actor < sv_map_rows(f->map, SV_ACTORS); actor++) {
        sv_class of = sv_map_actor(f->map, actor)->kind->of;
        f->person[actor] = SV_NO_ROW;
        f->found->unknown += of == SV_CLASS_UNKNOWN;
        if (of == SV_CLASS_PERSON)
            add_person(f, actor, as_of);
    }
}

/* ---- Rows that name them ---- */

static void count_row(finding *f, const char *name, size_t row, int day)
{
    size_t actor = sv_map_find_actor(f->map, name);
    sv_held_person *person;
    if (actor == SV_NO_ROW || f->person[actor] == SV_NO_ROW)
        return;
    person = &f->found->people[f->person[actor]];
    note_day(person, day);
    person->rows += f->last_row[actor] != row + 1;
    f->last_row[actor] = row + 1;
}

/* A cell of a type that names actors. False without memory. */
static bool count_cell(finding *f, sv_type type, const char *cell, size_t row, int day)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    bool done;
    if (type == SV_TYPE_ACTOR || type == SV_TYPE_ORGANISATION) {
        count_row(f, cell, row, day);
        return true;
    }
    while (sv_list_next(&cursor, &part))
        count_row(f, reference_actor_of(type, part.bytes), row, day);
    done = !part.failed;
    sv_text_clear(&part);
    return done;
}

/* The day on which a row of these sheets was true; SIZE_MAX where none says when it was written down. */
static size_t day_column(sv_sheet sheet)
{
    return sheet == SV_POSITIONS  ? (size_t)SV_POSITION_DATE
           : sheet == SV_CONTACTS ? (size_t)SV_CONTACT_DATE
           : sheet == SV_EVENTS   ? (size_t)SV_EVENT_DATE
                                  : SIZE_MAX;
}

static bool count_sheet(finding *f, sv_sheet sheet)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    size_t day = day_column(sheet);
    memset(f->last_row, 0, sv_map_rows(f->map, SV_ACTORS) * sizeof *f->last_row);
    for (size_t row = 0; row < sv_map_rows(f->map, sheet); row++)
        for (size_t column = 0; column < about->n_columns; column++) {
            const char *cell = sv_map_cell(f->map, sheet, row, column);
            if (*cell && reference_is(about->columns[column].type) && about->columns[column].type != SV_TYPE_ISSUE &&
                !count_cell(f, about->columns[column].type, cell, row, day == SIZE_MAX ? 0 : sv_map_date(f->map, sheet, row, day)))
                return false;
        }
    return true;
}

/* ---- What is specially protected ---- */

static bool add_special(finding *f, const sv_special *one)
{
    sv_privacy *found = f->found;
    if (!sv_grow(&found->specials, &f->capacity, found->n_specials + 1, sizeof *found->specials))
        return false;
    found->specials[found->n_specials++] = *one;
    found->people[f->person[one->actor]].specials++;
    found->specials_lacking += !one->source || !one->basis;
    return true;
}

/* A person who holds and serves no public office. */
static bool is_protected(const finding *f, size_t actor)
{
    return actor != SV_NO_ROW && f->person[actor] != SV_NO_ROW && !f->found->people[f->person[actor]].office;
}

static bool find_positions(finding *f)
{
    for (size_t row = 0; row < sv_map_rows(f->map, SV_POSITIONS); row++) {
        size_t actor = sv_map_find_actor(f->map, sv_map_cell(f->map, SV_POSITIONS, row, SV_POSITION_ACTOR));
        sv_special one = {.actor = actor,
                          .what = SV_SPECIAL_POSITION,
                          .sheet = SV_POSITIONS,
                          .row = row,
                          .source = is_filled(f->map, SV_POSITIONS, row, SV_POSITION_SOURCE),
                          .basis = is_filled(f->map, SV_POSITIONS, row, SV_POSITION_LEGAL_BASIS),
                          .visibility = visibility_of(f->map, SV_POSITIONS, row, SV_POSITION_VISIBILITY)};
        if (is_protected(f, actor) && !add_special(f, &one))
            return false;
    }
    return true;
}

static bool find_parties(finding *f)
{
    for (size_t i = 0; i < f->found->n; i++) {
        const sv_held_person *person = &f->found->people[i];
        sv_special one = {.actor = person->actor,
                          .what = SV_SPECIAL_PARTY,
                          .sheet = SV_ACTORS,
                          .row = person->actor,
                          .source = person->source,
                          .basis = person->basis,
                          .visibility = person->visibility};
        bool said =
            is_filled(f->map, SV_ACTORS, person->actor, SV_ACTOR_PARTY) || is_filled(f->map, SV_ACTORS, person->actor, SV_ACTOR_GROUP);
        if (said && is_protected(f, person->actor) && !add_special(f, &one))
            return false;
    }
    return true;
}

static bool find_members(finding *f)
{
    for (size_t row = 0; row < sv_map_rows(f->map, SV_MEMBERSHIPS); row++) {
        size_t who = sv_map_find_actor(f->map, sv_map_cell(f->map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_WHO));
        size_t of = sv_map_find_actor(f->map, sv_map_cell(f->map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_OF));
        const char *kind = of == SV_NO_ROW ? "" : sv_map_actor(f->map, of)->kind->id;
        sv_special one = {.actor = who,
                          .what = strcmp(kind, "party") == 0 ? SV_SPECIAL_PARTY_MEMBER : SV_SPECIAL_FAITH_MEMBER,
                          .sheet = SV_MEMBERSHIPS,
                          .row = row,
                          .source = is_filled(f->map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_SOURCE),
                          .visibility = visibility_of(f->map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_VISIBILITY)};
        if (!is_protected(f, who) || (strcmp(kind, "party") != 0 && strcmp(kind, "faith") != 0))
            continue;
        one.basis = f->found->people[f->person[who]].basis;
        if (!add_special(f, &one))
            return false;
    }
    return true;
}

/* ---- Order ---- */

/* With what it is sorted by, because qsort passes nothing else along. */
typedef struct sorted_special {
    sv_special one;
    const char *id;
} sorted_special;

typedef struct sorted_person {
    sv_held_person one;
    const char *id;
} sorted_person;

static int lacking_first(const void *a, const void *b)
{
    const sorted_special *left = a, *right = b;
    int missing = (!right->one.source + !right->one.basis) - (!left->one.source + !left->one.basis);
    int order = missing ? missing : strcmp(left->id, right->id);
    if (order || left->one.what != right->one.what)
        return order ? order : left->one.what < right->one.what ? -1 : 1;
    return left->one.row < right->one.row ? -1 : left->one.row > right->one.row;
}

/* How much there is to mend about a person, most important first. */
static int urgency(const sv_held_person *person)
{
    return (person->specials > 0) * 4 + person->expired * 2 + (!person->source || !person->basis);
}

static int urgent_first(const void *a, const void *b)
{
    const sorted_person *left = a, *right = b;
    int order = urgency(&right->one) - urgency(&left->one);
    if (!order)
        order = strcmp(left->id, right->id);
    return order ? order : left->one.actor < right->one.actor ? -1 : 1;
}

static bool sort_specials(finding *f)
{
    sv_privacy *found = f->found;
    sorted_special *list = sv_alloc(found->n_specials, sizeof *list);
    for (size_t i = 0; list && i < found->n_specials; i++)
        list[i] = (sorted_special){found->specials[i], sv_map_actor(f->map, found->specials[i].actor)->id};
    if (list && found->n_specials)
        qsort(list, found->n_specials, sizeof *list, lacking_first);
    for (size_t i = 0; list && i < found->n_specials; i++)
        found->specials[i] = list[i].one;
    free(list);
    return list != NULL;
}

static bool sort_people(finding *f)
{
    sv_privacy *found = f->found;
    sorted_person *list = sv_alloc(found->n, sizeof *list);
    for (size_t i = 0; list && i < found->n; i++)
        list[i] = (sorted_person){found->people[i], sv_map_actor(f->map, found->people[i].actor)->id};
    if (list && found->n)
        qsort(list, found->n, sizeof *list, urgent_first);
    for (size_t i = 0; list && i < found->n; i++)
        found->people[i] = list[i].one;
    free(list);
    return list != NULL;
}

/* ---- All of it ---- */

void sv_privacy_clear(sv_privacy *found)
{
    free(found->people);
    free(found->specials);
    *found = (sv_privacy){0};
}

sv_status sv_privacy_find(const sv_map *map, int as_of, sv_privacy *found, sv_error *error)
{
    size_t n = sv_map_rows(map, SV_ACTORS);
    finding f = {.map = map, .found = found, .person = sv_alloc(n, sizeof *f.person), .last_row = sv_alloc(n, sizeof *f.last_row)};
    bool done;
    *found = (sv_privacy){.people = sv_alloc(n, sizeof *found->people), .own_sheets = sv_extra_sheets(map)};
    done = f.person && f.last_row && found->people;
    if (done)
        find_people(&f, as_of);
    for (int sheet = SV_TIES; done && sheet < SV_SHEETS; sheet++)
        done = count_sheet(&f, (sv_sheet)sheet);
    done = done && find_positions(&f) && find_parties(&f) && find_members(&f) && sort_specials(&f) && sort_people(&f);
    free(f.person);
    free(f.last_row);
    if (done)
        return SV_OK;
    sv_privacy_clear(found);
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

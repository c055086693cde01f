/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The map as it would be: a copy in which somebody is gone, a tie is there, an opinion has moved or an alliance has a
 * member more. Each step is taken in the map that the one before it left; the map itself stays as it is.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "map.h"
#include "merge.h"
#include "references.h"

/* ---- Somebody is gone ---- */

typedef struct absence {
    sv_map *map;
    size_t actor;
} absence;

static bool names(const absence *gone, const char *text)
{
    return *text && sv_map_find_actor(gone->map, text) == gone->actor;
}

/* The list without whoever is gone. False without memory. */
static bool shorten_list(const absence *gone, bool themed, const char *cell, sv_text *kept)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    while (sv_list_next(&cursor, &part)) {
        const char *colon = themed ? strrchr(part.bytes, ':') : NULL;
        if (!names(gone, colon ? colon + 1 + strspn(colon + 1, " ") : part.bytes))
            sv_list_add(kept, part.bytes);
    }
    kept->failed |= part.failed;
    sv_text_clear(&part);
    return !kept->failed;
}

/*
 * A cell that may name whoever is gone, in a row that stays. What an informant has said stays said, by one and the
 * same however they were called; where somebody works stays written as it is. False without memory.
 */
static bool rewrite_cell(const absence *gone, sv_sheet sheet, size_t row, size_t column)
{
    const char *cell = sv_map_cell(gone->map, sheet, row, column), *changed = cell;
    sv_type type = column_type(sheet, column);
    sv_text text = {0};
    bool done = true;
    if (type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS) {
        done = shorten_list(gone, type == SV_TYPE_SPOKESPERSONS, cell, &text);
        changed = sv_text_get(&text);
    } else if (column == merge_informant(sheet) && names(gone, cell)) {
        changed = gone->map->actors[gone->actor].id;
    }
    if (done && strcmp(changed, cell) != 0)
        done = map_store(gone->map, &gone->map->tables[sheet], row, column, changed);
    sv_text_clear(&text);
    return done;
}

/* True for the columns whose row is about whom they name: a contact is no contact without the one who made it. */
static bool row_needs(sv_sheet sheet, size_t column)
{
    return column_type(sheet, column) == SV_TYPE_ACTOR || (sheet == SV_CONTACTS && column == SV_CONTACT_BY);
}

static bool leave_sheet(const absence *gone, sv_sheet sheet)
{
    size_t n = sv_map_rows(gone->map, sheet);
    bool *drop = sv_alloc(n, sizeof *drop), done = drop != NULL;
    if (done && sheet == SV_ACTORS)
        drop[gone->actor] = true;
    for (size_t column = 0; done && column < sv_sheet_get(sheet)->n_columns; column++) {
        if (!reference_is(column_type(sheet, column)) || !sv_map_has(gone->map, sheet, column))
            continue;
        for (size_t row = 0; done && row < n; row++) {
            if (row_needs(sheet, column))
                drop[row] |= names(gone, sv_map_cell(gone->map, sheet, row, column));
            else
                done = rewrite_cell(gone, sheet, row, column);
        }
    }
    if (done)
        map_drop_rows(gone->map, sheet, drop);
    free(drop);
    return done;
}

static bool remove_actor(sv_map *map, size_t actor)
{
    absence gone = {map, actor};
    for (int sheet = SV_SHEETS; sheet-- > 0;) /* the actors last but the map itself: until then the others can be looked up */
        if (sheet != SV_ACTORS && !leave_sheet(&gone, (sv_sheet)sheet))
            return false;
    return leave_sheet(&gone, SV_ACTORS);
}

/* ---- Rows that come ---- */

static size_t add_row(sv_map *map, sv_sheet sheet)
{
    return sv_table_row(map, sheet, NULL, sv_map_rows(map, sheet) + 2); /* the headers are row 1 */
}

static bool put(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *text)
{
    return map_store(map, &map->tables[sheet], row, column, text);
}

static bool put_number(sv_map *map, sv_sheet sheet, size_t row, size_t column, double number)
{
    char text[32];
    sv_number_write(number, text);
    return put(map, sheet, row, column, text);
}

static bool add_tie(sv_map *map, const sv_supposition *step, size_t from, size_t to)
{
    size_t n, row = add_row(map, SV_TIES);
    const sv_tie_kind *kind = step->kind ? step->kind : sv_tie_kinds(&n);
    return row != SV_NO_ROW && put(map, SV_TIES, row, SV_TIE_FROM, map->actors[from].id) &&
           put(map, SV_TIES, row, SV_TIE_TO, map->actors[to].id) && put(map, SV_TIES, row, SV_TIE_KIND, kind->id) &&
           put_number(map, SV_TIES, row, SV_TIE_STRENGTH, step->strength);
}

static bool add_membership(sv_map *map, size_t who, size_t of)
{
    size_t row = add_row(map, SV_MEMBERSHIPS);
    return row != SV_NO_ROW && put(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_WHO, map->actors[who].id) &&
           put(map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_OF, map->actors[of].id);
}

/* ---- An opinion that moves ---- */

static bool is_about(const sv_map *map, size_t row, size_t actor, size_t issue)
{
    const sv_position *position = &map->positions[row];
    return position->usable && position->actor == actor && position->issue == issue;
}

/* All that was said of an actor on an issue makes way for one row, as weighty to the actor as the last that said how much. */
static bool replace_positions(sv_map *map, size_t actor, size_t issue, double value)
{
    size_t n = sv_map_rows(map, SV_POSITIONS), row;
    bool *drop = sv_alloc(n, sizeof *drop), done;
    const char *salience = "";
    if (!drop)
        return false;
    for (row = 0; row < n; row++) {
        drop[row] = is_about(map, row, actor, issue);
        if (drop[row] && *sv_map_cell(map, SV_POSITIONS, row, SV_POSITION_SALIENCE))
            salience = sv_map_cell(map, SV_POSITIONS, row, SV_POSITION_SALIENCE);
    }
    map_drop_rows(map, SV_POSITIONS, drop);
    free(drop);
    if (isnan(value))
        return true;
    row = add_row(map, SV_POSITIONS);
    done = row != SV_NO_ROW && put(map, SV_POSITIONS, row, SV_POSITION_ACTOR, map->actors[actor].id);
    return done && put(map, SV_POSITIONS, row, SV_POSITION_ISSUE, sv_map_cell(map, SV_ISSUES, issue, SV_ISSUE_ID)) &&
           put_number(map, SV_POSITIONS, row, SV_POSITION_VALUE, value) && put(map, SV_POSITIONS, row, SV_POSITION_SALIENCE, salience);
}

/* Whoever now says something of it says the new position, so that salience and informants stay as they are. */
static bool move_position(sv_map *map, size_t actor, size_t issue, double value)
{
    size_t n = sv_map_rows(map, SV_POSITIONS);
    bool moved = false, done = true;
    for (size_t row = 0; !isnan(value) && done && row < n; row++)
        if (is_about(map, row, actor, issue) && map_position_counts(map, row)) {
            done = put_number(map, SV_POSITIONS, row, SV_POSITION_VALUE, value);
            moved = true;
        }
    return done && (moved || replace_positions(map, actor, issue, value));
}

/* ---- Steps ---- */

/* Where an actor of the first map stands now; SV_NO_ROW when an earlier step took it away. */
static size_t actor_now(const sv_map *first, const sv_map *map, size_t actor)
{
    return sv_lookup_get(&map->actor_ids, first->actors[actor].id);
}

static sv_status weigh_step(const sv_map *first, const sv_supposition *step, sv_error *error)
{
    bool tie = step->what == SV_SUPPOSE_TIE, join = step->what == SV_SUPPOSE_JOIN, position = step->what == SV_SUPPOSE_POSITION;
    char number[32];
    sv_number_write(position ? step->value : step->strength, number);
    if ((tie || join) && step->actor == step->other)
        return sv_error_set(error, SV_E_SUPPOSE_ITSELF, first->actors[step->actor].name, NULL);
    if (join && first->actors[step->other].kind->of == SV_CLASS_PERSON)
        return sv_error_set(error, SV_E_SUPPOSE_PERSON, first->actors[step->other].name, NULL);
    if (tie && !isnan(step->strength) && !(step->strength >= 0 && step->strength <= 4))
        return sv_error_set(error, SV_E_SUPPOSE_VALUE, number, SV_TR("0 to 4"));
    if (position && !isnan(step->value) && !(step->value >= -4 && step->value <= 4))
        return sv_error_set(error, SV_E_SUPPOSE_VALUE, number,
                            SV_TR("−4 to 4, or: strongly against, against, neutral, for, strongly for, unknown"));
    return SV_OK;
}

static sv_status take_step(const sv_map *first, sv_map *map, const sv_supposition *step, sv_error *error)
{
    bool two = step->what == SV_SUPPOSE_TIE || step->what == SV_SUPPOSE_JOIN, done = false;
    size_t actor = actor_now(first, map, step->actor), other = two ? actor_now(first, map, step->other) : SV_NO_ROW;
    sv_status status = weigh_step(first, step, error);
    if (status != SV_OK)
        return status;
    if (actor == SV_LOOKUP_NONE || (two && other == SV_LOOKUP_NONE))
        return sv_error_set(error, SV_E_SUPPOSE_GONE, first->actors[actor == SV_LOOKUP_NONE ? step->actor : step->other].name, NULL);
    switch (step->what) {
    case SV_SUPPOSE_REMOVE: done = remove_actor(map, actor); break;
    case SV_SUPPOSE_TIE: done = add_tie(map, step, actor, other); break;
    case SV_SUPPOSE_POSITION: done = move_position(map, actor, step->issue, step->value); break;
    case SV_SUPPOSE_JOIN: done = add_membership(map, actor, other); break;
    }
    return done ? sv_map_check(map, NULL, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

sv_status sv_map_suppose(const sv_map *map, const sv_supposition *steps, size_t n, sv_map **supposed, sv_error *error)
{
    sv_map *to = NULL;
    sv_status status = sv_map_edition(map, SV_PRIVATE, &to, error);
    for (size_t i = 0; status == SV_OK && i < n; i++)
        status = take_step(map, to, &steps[i], error);
    if (status != SV_OK) {
        sv_map_free(to);
        to = NULL;
    }
    *supposed = to;
    return status;
}

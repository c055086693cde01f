/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two actors of one map made one: whatever names the one that goes names the one that is kept, and what its
 * row said and the other's does not is kept in the note. A tie between the two would tie somebody to themselves;
 * such rows are left out, and so is one of two rows that have come to say the same. Everything is told.
 */
#include <stdlib.h>
#include <string.h>

#include "differences.h"
#include "map.h"
#include "merge.h"
#include "references.h"

typedef struct join_work {
    const sv_map *map;
    sv_map *to; /* a copy of the map, in which the two are joined */
    size_t keep, gone;
    bool *touched[SV_SHEETS]; /* rows that named the one that goes */
    bool *drop[SV_SHEETS];    /* rows that are left out */
    sv_differences *differences;
} join_work;

static void say(const join_work *work, const sv_map *map, sv_sheet sheet, size_t row_a, size_t row_b, size_t column,
                const sv_difference *one)
{
    difference_rows rows = {map, map, sheet, row_a, row_b, column};
    differences_add_rows(work->differences, &rows, one);
}

/* ---- References ---- */

static const char *rename_gone(void *context, bool issue, const char *text)
{
    const join_work *work = context;
    if (issue || sv_map_find_actor(work->map, text) != work->gone)
        return text;
    return work->map->actors[work->keep].id;
}

static bool rename_column(join_work *work, sv_sheet sheet, size_t column)
{
    sv_type type = sv_sheet_get(sheet)->columns[column].type;
    sv_text text = {0};
    bool done = true;
    for (size_t row = 0; done && row < sv_map_rows(work->map, sheet); row++) {
        const char *cell = sv_map_cell(work->map, sheet, row, column);
        if (!*cell)
            continue;
        done = reference_rewrite(type, cell, rename_gone, work, &text);
        if (done && strcmp(text.bytes, cell) != 0) {
            work->touched[sheet][row] = true;
            done = map_store(work->to, &work->to->tables[sheet], row, column, text.bytes);
        }
    }
    sv_text_clear(&text);
    return done;
}

static bool rename_all(join_work *work)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t column = 0; column < sv_sheet_get((sv_sheet)sheet)->n_columns; column++)
            if (reference_is(sv_sheet_get((sv_sheet)sheet)->columns[column].type) && sv_map_has(work->map, (sv_sheet)sheet, column) &&
                !rename_column(work, (sv_sheet)sheet, column))
                return false;
    return true;
}

/* ---- The row itself ---- */

static bool store(join_work *work, size_t column, const char *text)
{
    return map_store(work->to, &work->to->tables[SV_ACTORS], work->keep, column, text);
}

static bool fill_cell(join_work *work, size_t column, const char *text)
{
    if (sv_table_is_json(work->to, SV_ACTORS, work->gone, column))
        return sv_table_put_json(work->to, SV_ACTORS, work->keep, column, text);
    return store(work, column, text);
}

static bool join_lists(join_work *work, size_t column, const char *a, const char *b)
{
    sv_text list = {0};
    bool done = reference_join_lists(a, b, &list) && store(work, column, sv_text_get(&list));
    sv_text_clear(&list);
    return done;
}

/* The joined actor is for the fewest people either row was for. */
static bool join_visibility(join_work *work, size_t column, const char *a, const char *b)
{
    sv_difference one = {.code = SV_E_VISIBILITY_DIFFERS, .a = merge_visibility(a), .b = merge_visibility(b)};
    one.chosen = merge_fewest(one.a, one.b);
    if (strcmp(one.a, one.b) == 0)
        return true;
    say(work, work->map, SV_ACTORS, work->keep, work->gone, column, &one);
    return store(work, column, one.chosen == SV_CHOOSE_A ? one.a : one.b);
}

/* One column of the two rows; what differs is added to the note, with its header. */
static bool join_column(join_work *work, size_t column, sv_text *note)
{
    const char *a = sv_map_cell(work->to, SV_ACTORS, work->keep, column), *b = sv_map_cell(work->to, SV_ACTORS, work->gone, column);
    sv_difference one = {.code = SV_E_PUT_IN_NOTE, .a = a, .b = b, .chosen = SV_CHOOSE_A};
    sv_language language = sv_map_language(work->map); /* notes are in that of the headers */
    if (column_type(SV_ACTORS, column) == SV_TYPE_VISIBILITY)
        return join_visibility(work, column, a, b);
    if (!*b || strcmp(a, b) == 0)
        return true;
    if (!*a)
        return fill_cell(work, column, b);
    if (column_type(SV_ACTORS, column) == SV_TYPE_LIST)
        return join_lists(work, column, a, b);
    if (column != SV_ACTOR_NAME) {
        sv_text_addf(note, "%s%s: ", note->length ? "; " : "", sv_map_header(work->map, SV_ACTORS, column));
        difference_value(column_type(SV_ACTORS, column), b, language, note);
    }
    say(work, work->map, SV_ACTORS, work->keep, work->gone, column, &one);
    return !note->failed;
}

/* The note: what it was, the note of the row that goes, then who that was and what else stood there. */
static sv_status write_note(join_work *work, const sv_text *rest, sv_error *error)
{
    const char *old = sv_map_cell(work->map, SV_ACTORS, work->keep, SV_ACTOR_NOTE),
               *more = sv_map_cell(work->map, SV_ACTORS, work->gone, SV_ACTOR_NOTE);
    const sv_actor *gone = sv_map_actor(work->map, work->gone);
    sv_text note = {0};
    sv_status status = SV_OK;
    sv_text_add(&note, old);
    if (*more && strcmp(old, more) != 0)
        sv_text_addf(&note, "%s%s", note.length ? "\n" : "", more);
    sv_text_addf(&note, "%s%s (%s)%s%s", note.length ? "\n" : "", gone->name, gone->id, rest->length ? " – " : "", sv_text_get(rest));
    if (note.failed || rest->failed)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else if (sv_utf8_count(note.bytes) > SV_TEXT_LIMIT)
        status = sv_error_set(error, SV_E_TEXT_LONG, note.bytes, "100000");
    else if (!store(work, SV_ACTOR_NOTE, note.bytes))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_text_clear(&note);
    return status;
}

static sv_status join_rows(join_work *work, sv_error *error)
{
    sv_text rest = {0};
    sv_status status = SV_OK;
    bool done = true;
    for (size_t column = 0; done && column < sv_map_columns(work->to, SV_ACTORS); column++)
        if (column != SV_ACTOR_ID && column != SV_ACTOR_NOTE)
            done = join_column(work, column, &rest);
    status = done ? write_note(work, &rest, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    work->drop[SV_ACTORS][work->gone] = true;
    sv_text_clear(&rest);
    return status;
}

/* ---- Rows that go ---- */

/* Leave out a row that was between the two. */
static void drop_between(join_work *work, sv_sheet sheet, size_t row, size_t one_end, size_t other_end)
{
    size_t column = sheet == SV_TIES ? (size_t)SV_TIE_KIND : (size_t)SV_MEMBERSHIP_ROLE;
    sv_difference one = {.code = SV_E_SELF_LEFT_OUT, .a = sv_map_cell(work->map, sheet, row, column)};
    if (!((one_end == work->keep && other_end == work->gone) || (one_end == work->gone && other_end == work->keep)))
        return;
    if (!*one.a)
        one.a = "–";
    work->drop[sheet][row] = true;
    say(work, work->map, sheet, row, SV_NO_ROW, column, &one);
}

static void drop_self(join_work *work)
{
    for (size_t row = 0; row < sv_map_rows(work->map, SV_TIES); row++)
        drop_between(work, SV_TIES, row, work->map->ties[row].from, work->map->ties[row].to);
    for (size_t row = 0; row < sv_map_rows(work->map, SV_MEMBERSHIPS); row++)
        drop_between(work, SV_MEMBERSHIPS, row, work->map->memberships[row].who, work->map->memberships[row].of);
}

/* Take the rows marked in `drop` out of all sheets; `touched` and `drop` move along. */
static void drop_rows(join_work *work)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        size_t n = sv_map_rows(work->to, (sv_sheet)sheet), to = 0;
        for (size_t row = 0; row < n; row++)
            if (!work->drop[sheet][row])
                work->touched[sheet][to++] = work->touched[sheet][row];
        map_drop_rows(work->to, (sv_sheet)sheet, work->drop[sheet]);
        memset(work->drop[sheet], 0, n * sizeof(bool));
    }
}

/* Mark, of the rows that were touched, those that have come to say what another row says already. */
static bool find_twice(join_work *work, sv_sheet sheet, bool *found)
{
    merge_work keys = {.from = {work->to, work->to}, .to = work->to, .indexed = true};
    static const sv_difference twice = {.code = SV_E_TWICE_LEFT_OUT};
    sv_lookup rows = {0};
    sv_text key = {0};
    bool done = true;
    for (int touched = 0; touched < 2; touched++)
        for (size_t row = 0; done && row < sv_map_rows(work->to, sheet); row++) {
            const char *kept;
            if (work->touched[sheet][row] != (touched == 1))
                continue;
            done = merge_key(&keys, side_a, sheet, row, NULL, &key);
            if (done && touched && sv_lookup_get(&rows, key.bytes) != SV_LOOKUP_NONE) {
                work->drop[sheet][row] = *found = true;
                say(work, work->to, sheet, row, SV_NO_ROW, SIZE_MAX, &twice);
                continue;
            }
            kept = done ? sv_arena_text(&keys.keys, key.bytes, key.length) : NULL;
            done = kept && sv_lookup_put(&rows, kept, row);
        }
    sv_lookup_clear(&rows);
    sv_text_clear(&key);
    sv_arena_clear(&keys.keys);
    return done;
}

static sv_status drop_twice(join_work *work, sv_error *error)
{
    bool found = false;
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        bool any = false;
        for (size_t row = 0; sheet != SV_ACTORS && row < sv_map_rows(work->to, (sv_sheet)sheet); row++)
            any |= work->touched[sheet][row];
        if (any && !find_twice(work, (sv_sheet)sheet, &found))
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (!found)
        return SV_OK;
    drop_rows(work);
    return sv_map_check(work->to, NULL, error);
}

/* ---- All of it ---- */

static sv_status prepare(join_work *work, sv_error *error)
{
    const char *id = work->keep < sv_map_rows(work->map, SV_ACTORS) ? sv_map_cell(work->map, SV_ACTORS, work->keep, SV_ACTOR_ID) : "";
    if (work->keep == work->gone)
        return sv_error_set(error, SV_E_JOIN_ITSELF, id, NULL);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        size_t n = sv_map_rows(work->map, (sv_sheet)sheet);
        work->touched[sheet] = sv_alloc(n, sizeof(bool));
        work->drop[sheet] = sv_alloc(n, sizeof(bool));
        if (!work->touched[sheet] || !work->drop[sheet])
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    return sv_map_edition(work->map, SV_PRIVATE, &work->to, error);
}

sv_status sv_map_join(const sv_map *map, size_t keep, size_t gone, sv_map **joined, sv_differences *differences, sv_error *error)
{
    join_work work = {.map = map, .keep = keep, .gone = gone, .differences = differences};
    const sv_actor *a = &map->actors[keep], *b = &map->actors[gone];
    sv_status status;
    *joined = NULL;
    if (a->kind->of != b->kind->of && a->kind->of != SV_CLASS_UNKNOWN && b->kind->of != SV_CLASS_UNKNOWN)
        return sv_error_set(error, SV_E_JOIN_CLASSES, a->name, b->name);
    status = prepare(&work, error);
    if (status == SV_OK && !rename_all(&work))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = join_rows(&work, error);
    if (status == SV_OK) {
        drop_self(&work);
        drop_rows(&work);
        status = sv_map_check(work.to, NULL, error);
    }
    if (status == SV_OK)
        status = drop_twice(&work, error);
    if (status == SV_OK && differences && differences->incomplete)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    differences_sort(differences);
    if (status == SV_OK) {
        *joined = work.to;
        work.to = NULL;
    }
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        free(work.touched[sheet]);
        free(work.drop[sheet]);
    }
    sv_map_free(work.to);
    return status;
}

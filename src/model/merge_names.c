/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who is who in two maps: actors and issues paired by id and name, and numbered and called in the merged map
 * before anything else, because every other row refers to them. The same id with another name and another kind
 * is somebody else, and gets an id of its own.
 */
#include "merge.h"

#include <string.h>

#include "differences.h"
#include "map.h"

#define END SIZE_MAX

/* What makes two rows one, in the order in which it is tried; the columns up to `named` say who it is. */
static const struct named_sheet {
    sv_sheet sheet;
    size_t id, name, named;
    size_t keys[3][3];
} named_sheets[] = {
    {SV_ACTORS,
     SV_ACTOR_ID,
     SV_ACTOR_NAME,
     SV_ACTOR_KIND + 1,
     {{SV_ACTOR_ID, SV_ACTOR_NAME, END}, {SV_ACTOR_NAME, SV_ACTOR_KIND, END}, {SV_ACTOR_ID, SV_ACTOR_KIND, END}}},
    {SV_ISSUES,
     SV_ISSUE_ID,
     SV_ISSUE_TITLE,
     SV_ISSUE_TITLE + 1,
     {{SV_ISSUE_ID, SV_ISSUE_TITLE, END}, {SV_ISSUE_TITLE, END, END}, {SV_ISSUE_ID, END, END}}},
};

static const sv_lookup *ids_of(const sv_map *map, sv_sheet sheet)
{
    return sheet == SV_ACTORS ? &map->actor_ids : &map->issue_ids;
}

/* An id that neither map has: the old one with -2, -3 … behind it. NULL without memory. */
static const char *fresh_id(merge_work *work, const struct named_sheet *about, const char *id, sv_lookup *fresh)
{
    sv_text text = {0};
    const char *kept = NULL;
    for (size_t n = 2; !text.failed && !kept; n++) {
        text.length = 0;
        sv_text_addf(&text, "%s-%zu", id, n);
        if (text.failed || sv_lookup_get(ids_of(work->from[side_a], about->sheet), text.bytes) != SV_LOOKUP_NONE ||
            sv_lookup_get(ids_of(work->from[side_b], about->sheet), text.bytes) != SV_LOOKUP_NONE ||
            sv_lookup_get(fresh, text.bytes) != SV_LOOKUP_NONE)
            continue;
        kept = sv_arena_text(&work->keys, text.bytes, text.length);
        text.failed = !kept || !sv_lookup_put(fresh, kept, 1);
    }
    if (text.failed)
        kept = NULL;
    sv_text_clear(&text);
    return kept;
}

static void say_clash(const merge_work *work, const struct named_sheet *about, size_t row_a, size_t row_b, const char *id)
{
    difference_rows rows = {work->from[side_a], work->from[side_b], about->sheet, row_a, row_b, about->id};
    sv_difference one = {.code = SV_E_ID_CLASH, .a = merge_cell(work, side_a, about->sheet, row_a, about->name)};
    sv_text other = {0};
    sv_text_addf(&other, "%s (%s)", merge_cell(work, side_b, about->sheet, row_b, about->name), id);
    one.b = sv_text_get(&other);
    differences_add_rows(work->differences, &rows, &one);
    work->differences->incomplete |= other.failed;
    sv_text_clear(&other);
}

/* A row that only B has. A row that cannot be used keeps its id, whatever it is. */
static bool add_named(merge_work *work, const struct named_sheet *about, size_t row_b, sv_lookup *fresh)
{
    const char *id = merge_cell(work, side_b, about->sheet, row_b, about->id);
    size_t taken = sv_lookup_get(ids_of(work->from[side_a], about->sheet), id), to = merge_add_row(work, about->sheet, row_b);
    table_data *table = &work->to->tables[about->sheet];
    if (to == SV_NO_ROW)
        return false;
    work->merged_row[side_b][about->sheet][row_b] = to;
    if (taken != SV_LOOKUP_NONE && sv_map_usable(work->from[side_b], about->sheet, row_b)) {
        id = fresh_id(work, about, id, fresh);
        if (!id)
            return false;
        say_clash(work, about, taken, row_b, id);
    }
    if (*id && !map_store(work->to, table, to, about->id, id))
        return false;
    for (size_t column = about->id + 1; column < about->named; column++) {
        const char *cell = merge_cell(work, side_b, about->sheet, row_b, column);
        if (*cell && !map_store(work->to, table, to, column, cell))
            return false;
    }
    return true;
}

/* Two rows that are one keep A's id. */
static bool join_named(merge_work *work, const struct named_sheet *about, size_t row_a, size_t row_b)
{
    difference_rows rows = {work->from[side_a], work->from[side_b], about->sheet, row_a, row_b, about->id};
    sv_difference one = {.code = SV_E_SAME_NAME_JOINED, .chosen = SV_CHOOSE_A};
    one.a = merge_cell(work, side_a, about->sheet, row_a, about->id);
    one.b = merge_cell(work, side_b, about->sheet, row_b, about->id);
    work->merged_row[side_b][about->sheet][row_b] = row_a;
    if (strcmp(one.a, one.b) != 0)
        differences_add_rows(work->differences, &rows, &one);
    return merge_join_cells(work, about->sheet, row_a, row_b, about->id + 1, about->named);
}

static bool merge_named(merge_work *work, const struct named_sheet *about, merge_pairs *pairs)
{
    size_t n = sv_map_rows(work->from[side_b], about->sheet);
    sv_lookup fresh = {0};
    bool done = merge_pairs_new(work, about->sheet, pairs);
    work->merged_row[side_b][about->sheet] = sv_alloc(n, sizeof(size_t));
    done = done && work->merged_row[side_b][about->sheet];
    for (size_t i = 0; done && i < 3; i++)
        done = merge_pair(work, about->sheet, about->keys[i], NULL, pairs);
    for (size_t row = 0; done && row < n; row++) {
        size_t other = pairs->partner[side_b][row];
        done = other != SV_NO_ROW ? join_named(work, about, other, row) : add_named(work, about, row, &fresh);
    }
    sv_lookup_clear(&fresh);
    sv_arena_clear(&work->keys);
    return done;
}

bool merge_begin_names(merge_work *work, merge_pairs pairs[SV_SHEETS])
{
    for (size_t i = 0; i < sizeof named_sheets / sizeof *named_sheets; i++)
        if (!merge_named(work, &named_sheets[i], &pairs[named_sheets[i].sheet]))
            return false;
    return true;
}

bool merge_end_names(merge_work *work, const merge_pairs pairs[SV_SHEETS])
{
    for (size_t i = 0; i < sizeof named_sheets / sizeof *named_sheets; i++) {
        const struct named_sheet *about = &named_sheets[i];
        const size_t *partner = pairs[about->sheet].partner[side_b];
        size_t columns = sv_map_columns(work->to, about->sheet);
        bool done = true;
        for (size_t row = 0; done && row < sv_map_rows(work->from[side_b], about->sheet); row++)
            done = partner[row] != SV_NO_ROW
                       ? merge_join_cells(work, about->sheet, partner[row], row, about->named, columns)
                       : merge_copy_cells(work, about->sheet, row, work->merged_row[side_b][about->sheet][row], about->named);
        if (!done)
            return false;
    }
    return true;
}

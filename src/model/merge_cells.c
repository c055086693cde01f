/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands in the rows of a merged map. An empty cell takes the other's value; two values are a difference,
 * and then it is for the user to say whose stands. Only who may see a row is not asked: the fewest.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include "differences.h"
#include "map.h"
#include "references.h"

/* ---- Columns and rows ---- */

bool merge_add_columns(merge_work *work, sv_sheet sheet)
{
    const table_data *from = &work->from[side_b]->tables[sheet];
    size_t known = sv_sheet_get(sheet)->n_columns, columns;
    bool named = work->to->tables[sheet].name != NULL;
    if (!named && from->name && !sv_table_name(work->to, sheet, from->file, from->name))
        return false;
    for (size_t column = named ? known : 0; column < from->n_columns; column++)
        if (sv_table_column(work->to, sheet, from->columns[column].header) == SIZE_MAX)
            return false;
    columns = sv_map_columns(work->to, sheet);
    work->column_in_b[sheet] = sv_alloc(columns, sizeof(size_t));
    if (!work->column_in_b[sheet])
        return false;
    for (size_t column = 0; column < columns; column++)
        work->column_in_b[sheet][column] = column < known ? column : SIZE_MAX;
    for (size_t column = known; column < from->n_columns; column++)
        work->column_in_b[sheet][sv_table_column(work->to, sheet, from->columns[column].header)] = column;
    return true;
}

size_t merge_add_row(merge_work *work, sv_sheet sheet, size_t row_b)
{
    const table_data *from = &work->from[side_b]->tables[sheet];
    const row_data *origin = &from->rows[row_b];
    size_t to = sv_table_row(work->to, sheet, origin->file ? origin->file : from->file, origin->number);
    if (to != SV_NO_ROW)
        work->to->tables[sheet].rows[to].spoiled = origin->spoiled;
    return to;
}

/* Put B's cell into a row of the merged map, over what stands there. */
static bool put_cell(merge_work *work, sv_sheet sheet, size_t row_b, size_t to, size_t column)
{
    const char *cell = merge_cell(work, side_b, sheet, row_b, column);
    column_data *data = &work->to->tables[sheet].columns[column];
    sv_text text = {0};
    bool done;
    if (column >= sv_sheet_get(sheet)->n_columns && sv_table_is_json(work->from[side_b], sheet, row_b, work->column_in_b[sheet][column]))
        return sv_table_put_json(work->to, sheet, to, column, cell);
    if (to < data->json_capacity)
        data->json[to] = false;
    done = merge_rewrite(work, side_b, column_type(sheet, column), cell, &text) &&
           map_store(work->to, &work->to->tables[sheet], to, column, text.bytes);
    sv_text_clear(&text);
    return done;
}

bool merge_copy_cells(merge_work *work, sv_sheet sheet, size_t row_b, size_t to, size_t first)
{
    for (size_t column = first; column < sv_map_columns(work->to, sheet); column++)
        if (*merge_cell(work, side_b, sheet, row_b, column) && !put_cell(work, sheet, row_b, to, column))
            return false;
    return true;
}

bool merge_rewrite_sheet(merge_work *work, sv_sheet sheet)
{
    sv_text text = {0};
    bool done = true;
    for (size_t column = 0; column < sv_sheet_get(sheet)->n_columns; column++) {
        sv_type type = column_type(sheet, column);
        if (!reference_is(type) || !sv_map_has(work->from[side_a], sheet, column))
            continue;
        for (size_t row = 0; done && row < sv_map_rows(work->from[side_a], sheet); row++) {
            const char *cell = merge_cell(work, side_a, sheet, row, column);
            if (!*cell)
                continue;
            done = merge_rewrite(work, side_a, type, cell, &text);
            if (done && strcmp(text.bytes, cell) != 0)
                done = map_store(work->to, &work->to->tables[sheet], row, column, text.bytes);
        }
    }
    sv_text_clear(&text);
    return done;
}

/* ---- Cells of two rows that are one ---- */

/* A row is never shown to more people than each of the two who wrote it meant. */
static bool join_visibility(merge_work *work, const difference_rows *rows)
{
    const char *a = merge_visibility(merge_cell(work, side_a, rows->sheet, rows->row_a, rows->column));
    const char *b = merge_visibility(merge_cell(work, side_b, rows->sheet, rows->row_b, rows->column));
    sv_difference one = {.code = SV_E_VISIBILITY_DIFFERS, .a = a, .b = b, .chosen = merge_fewest(a, b)};
    if (strcmp(a, b) == 0)
        return true;
    differences_add_rows(work->differences, rows, &one);
    return one.chosen == SV_CHOOSE_A || map_store(work->to, &work->to->tables[rows->sheet], rows->row_a, rows->column, b);
}

/* The name of a thing is what people know it by: another one under the same id deserves a second look. */
static sv_code code_for(const difference_rows *rows, const char *a, const char *b)
{
    bool name = (rows->sheet == SV_ACTORS && rows->column == SV_ACTOR_NAME) || (rows->sheet == SV_ISSUES && rows->column == SV_ISSUE_TITLE);
    return name && !sv_text_same(a, b) ? SV_E_NAME_DIFFERS : SV_E_CELL_DIFFERS;
}

/* What the map says about itself stays A's unless B is preferred: that needs no answer first. */
static bool choose_cell(merge_work *work, const difference_rows *rows, const char *a, const char *b)
{
    sv_difference one = {.code = code_for(rows, a, b), .a = a, .b = b, .chosen = work->prefer};
    if (rows->sheet == SV_ABOUT && one.chosen == SV_CHOOSE_NONE)
        one.chosen = SV_CHOOSE_A;
    one.open = one.chosen == SV_CHOOSE_NONE;
    differences_add_rows(work->differences, rows, &one);
    return one.chosen != SV_CHOOSE_B || put_cell(work, rows->sheet, rows->row_b, rows->row_a, rows->column);
}

static bool join_cell(merge_work *work, const difference_rows *rows)
{
    const char *a = merge_cell(work, side_a, rows->sheet, rows->row_a, rows->column);
    const char *b = merge_cell(work, side_b, rows->sheet, rows->row_b, rows->column);
    if (!*a && !*b)
        return true;
    if (column_type(rows->sheet, rows->column) == SV_TYPE_VISIBILITY)
        return join_visibility(work, rows);
    if (!*b || (*a && merge_cells_same(work, rows->sheet, rows->row_a, rows->row_b, rows->column)))
        return true;
    return *a ? choose_cell(work, rows, a, b) : put_cell(work, rows->sheet, rows->row_b, rows->row_a, rows->column);
}

bool merge_join_cells(merge_work *work, sv_sheet sheet, size_t row_a, size_t row_b, size_t first, size_t end)
{
    for (size_t column = first; column < end; column++) {
        difference_rows rows = {work->from[side_a], work->from[side_b], sheet, row_a, row_b, column};
        if (sheet == SV_TIES && (column == SV_TIE_FROM || column == SV_TIE_TO))
            continue; /* the same two ends, perhaps the other way round */
        if (!join_cell(work, &rows))
            return false;
    }
    return true;
}

/* ---- Sheets that speelveld does not know ---- */

static sv_extra_sheet *find_extra(const sv_map *map, const char *name)
{
    for (size_t i = 0; i < sv_extra_sheets(map); i++)
        if (strcmp(sv_extra_sheet_name(sv_extra_sheet_get(map, i)), name) == 0)
            return sv_extra_sheet_get(map, i);
    return NULL;
}

/* The cells of a row in the order of the merged columns, as one text. */
static void extra_key(const sv_extra_sheet *sheet, size_t row, const size_t *columns, size_t n, sv_text *key)
{
    key->length = 0;
    sv_text_add(key, "");
    for (size_t i = 0; i < n; i++) {
        const char *cell = columns[i] == SIZE_MAX ? "" : sv_extra_sheet_cell(sheet, row, columns[i]);
        sv_text_addf(key, "%zu:%s", strlen(cell), cell);
    }
}

/* The rows of `from` that `to` does not have, behind those of `to`. For each column of `to`: `same` is its own number, `back` that in
 * `from`. */
static bool add_extra_rows(merge_work *work, const sv_extra_sheet *from, sv_extra_sheet *to, const size_t *same, const size_t *back,
                           size_t n)
{
    sv_lookup rows = {0};
    sv_text key = {0};
    bool done = true;
    for (size_t row = 0; done && row < sv_extra_sheet_rows(to); row++) {
        const char *kept;
        extra_key(to, row, same, n, &key);
        kept = key.failed ? NULL : sv_arena_text(&work->keys, key.bytes, key.length);
        done = kept && sv_lookup_put(&rows, kept, row);
    }
    for (size_t row = 0; done && row < sv_extra_sheet_rows(from); row++) {
        size_t at = sv_extra_sheet_rows(to);
        extra_key(from, row, back, n, &key);
        done = !key.failed;
        if (!done || sv_lookup_get(&rows, key.bytes) != SV_LOOKUP_NONE)
            continue;
        for (size_t i = 0; done && i < n; i++)
            done = sv_extra_sheet_put(work->to, to, at, i, back[i] == SIZE_MAX ? "" : sv_extra_sheet_cell(from, row, back[i]));
    }
    sv_lookup_clear(&rows);
    sv_text_clear(&key);
    sv_arena_clear(&work->keys);
    return done;
}

static bool join_extra(merge_work *work, const sv_extra_sheet *from, sv_extra_sheet *to)
{
    size_t most = sv_extra_sheet_columns(from) + sv_extra_sheet_columns(to), n;
    size_t *back = sv_alloc(most, sizeof *back), *same = sv_alloc(most, sizeof *same);
    bool done = back && same;
    for (size_t i = 0; done && i < most; i++) {
        back[i] = SIZE_MAX;
        same[i] = i;
    }
    for (size_t i = 0; done && i < sv_extra_sheet_columns(from); i++) {
        size_t column = sv_extra_sheet_column(work->to, to, sv_extra_sheet_header(from, i));
        done = column != SIZE_MAX;
        if (done)
            back[column] = i;
    }
    n = sv_extra_sheet_columns(to);
    done = done && add_extra_rows(work, from, to, same, back, n);
    free(back);
    free(same);
    return done;
}

/* A sheet under a name that neither map has. NULL without memory. */
static sv_extra_sheet *add_extra(merge_work *work, const char *name)
{
    sv_difference one = {.code = SV_E_SHEET_RENAMED, .sheet = SV_SHEETS, .column = SIZE_MAX, .about = name, .a = name};
    sv_text free_name = {0};
    sv_extra_sheet *made;
    sv_text_add(&free_name, name);
    for (size_t n = 2;
         !free_name.failed && (find_extra(work->to, free_name.bytes) || (n > 2 && find_extra(work->from[side_b], free_name.bytes))); n++) {
        free_name.length = 0;
        sv_text_addf(&free_name, "%s %zu", name, n);
    }
    made = free_name.failed ? NULL : sv_extra_sheet_add(work->to, free_name.bytes);
    one.b = sv_text_get(&free_name);
    if (made && strcmp(name, free_name.bytes) != 0)
        differences_add(work->differences, &one);
    sv_text_clear(&free_name);
    return made;
}

bool merge_extra_sheets(merge_work *work)
{
    for (size_t i = 0; i < sv_extra_sheets(work->from[side_b]); i++) {
        const sv_extra_sheet *from = sv_extra_sheet_get(work->from[side_b], i);
        const char *json = sv_extra_sheet_json(from);
        sv_extra_sheet *to = find_extra(work->to, sv_extra_sheet_name(from));
        const char *old = to ? sv_extra_sheet_json(to) : NULL;
        if (old && json && strcmp(old, json) == 0)
            continue;
        if (!to || old || json)
            to = add_extra(work, sv_extra_sheet_name(from));
        if (!to || !(json ? sv_extra_sheet_set_json(work->to, to, json) : join_extra(work, from, to)))
            return false;
    }
    return true;
}

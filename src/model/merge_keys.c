/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows as they are compared between two maps: what a cell says rather than how it is written. A reference is
 * the actor it means, a list is a set, no visibility is "team", and a tie that goes both ways has no first end.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include "map.h"
#include "references.h"

const char *merge_cell(const merge_work *work, int side, sv_sheet sheet, size_t row, size_t column)
{
    size_t own = side == side_a || !work->column_in_b[sheet] ? column : work->column_in_b[sheet][column];
    return sv_map_cell(work->from[side], sheet, row, own);
}

const char *merge_visibility(const char *cell)
{
    return *cell ? cell : "team";
}

sv_choice merge_fewest(const char *a, const char *b)
{
    bool fewer = strcmp(b, "public") != 0 && (strcmp(a, "public") == 0 || (strcmp(a, "team") == 0 && strcmp(b, "team") != 0));
    return fewer ? SV_CHOOSE_B : SV_CHOOSE_A;
}

/* The row in the merged map that a text of a side means. A text that means nothing there may still name someone of the other side. */
static size_t meant(const merge_work *work, int side, bool issue, const char *text)
{
    sv_sheet sheet = issue ? SV_ISSUES : SV_ACTORS;
    const sv_map *map = work->from[side];
    size_t row = issue ? sv_map_find_issue(map, text) : sv_map_find_actor(map, text);
    if (row != SV_NO_ROW)
        return work->merged_row[side][sheet] ? work->merged_row[side][sheet][row] : row;
    if (!work->indexed)
        return SV_NO_ROW;
    return issue ? sv_map_find_issue(work->to, text) : sv_map_find_actor(work->to, text);
}

/* ---- Cells ---- */

static void add_reference(const merge_work *work, int side, bool issue, const char *text, sv_text *out)
{
    size_t row = meant(work, side, issue, text);
    if (row == SV_NO_ROW)
        sv_text_addf(out, "t%s", text);
    else
        sv_text_addf(out, "r%zu", row);
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* One part of a list as it is compared; in theme:actor the theme stands behind. */
static void add_part(const merge_work *work, int side, sv_type type, const char *part, sv_text *out)
{
    const char *colon = type == SV_TYPE_SPOKESPERSONS ? strrchr(part, ':') : NULL;
    out->length = 0;
    if (type == SV_TYPE_LIST)
        sv_text_add(out, part);
    else
        add_reference(work, side, false, colon ? colon + 1 + strspn(colon + 1, " ") : part, out);
    if (colon)
        sv_text_add_n(out, part, (size_t)(colon - part));
}

/* The parts of a list in byte order, each with its length. */
static void add_list(const merge_work *work, int side, sv_type type, const char *cell, sv_text *out)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0}, one = {0};
    char **parts = NULL;
    size_t n = 0, capacity = 0;
    while (!out->failed && sv_list_next(&cursor, &part)) {
        add_part(work, side, type, part.bytes, &one);
        if (one.failed || !sv_grow(&parts, &capacity, n + 1, sizeof *parts) || !(parts[n] = sv_copy_text(one.bytes, one.length)))
            out->failed = true;
        else
            n++;
    }
    if (n)
        qsort(parts, n, sizeof *parts, compare_texts);
    for (size_t i = 0; i < n; i++) {
        sv_text_addf(out, "%zu:%s", strlen(parts[i]), parts[i]);
        free(parts[i]);
    }
    out->failed |= part.failed;
    free(parts);
    sv_text_clear(&part);
    sv_text_clear(&one);
}

/* A cell as it is compared. */
static void add_cell(const merge_work *work, int side, sv_sheet sheet, size_t row, size_t column, const char *cell, bool fold, sv_text *out)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    size_t own = side == side_a || !work->column_in_b[sheet] ? column : work->column_in_b[sheet][column];
    sv_type type = column_type(sheet, column);
    if (column >= about->n_columns && sv_table_is_json(work->from[side], sheet, row, own))
        sv_text_add_char(out, 'j');
    if (type == SV_TYPE_LIST || type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS)
        add_list(work, side, type, cell, out);
    else if (reference_is(type) && *cell)
        add_reference(work, side, type == SV_TYPE_ISSUE, cell, out);
    else if (type == SV_TYPE_NAME && fold)
        out->failed |= !sv_text_fold(cell, out);
    else
        sv_text_add(out, type == SV_TYPE_VISIBILITY ? merge_visibility(cell) : cell);
}

bool merge_cells_same(merge_work *work, sv_sheet sheet, size_t row_a, size_t row_b, size_t column)
{
    sv_text a = {0}, b = {0};
    bool same;
    add_cell(work, side_a, sheet, row_a, column, merge_cell(work, side_a, sheet, row_a, column), false, &a);
    add_cell(work, side_b, sheet, row_b, column, merge_cell(work, side_b, sheet, row_b, column), false, &b);
    work->failed |= a.failed || b.failed;
    same = strcmp(sv_text_get(&a), sv_text_get(&b)) == 0;
    sv_text_clear(&a);
    sv_text_clear(&b);
    return same;
}

/* ---- Keys ---- */

/* True for a tie that goes both ways and names the later of its two ends first. */
static bool is_turned(const merge_work *work, int side, sv_sheet sheet, size_t row)
{
    const sv_map *map = work->from[side];
    if (sheet != SV_TIES || !sv_map_usable(map, sheet, row) || sv_map_tie(map, row)->direction != SV_BOTH)
        return false;
    return meant(work, side, false, sv_map_cell(map, sheet, row, SV_TIE_FROM)) >
           meant(work, side, false, sv_map_cell(map, sheet, row, SV_TIE_TO));
}

size_t merge_informant(sv_sheet sheet)
{
    return sheet == SV_TIES ? (size_t)SV_TIE_INFORMANT : sheet == SV_POSITIONS ? (size_t)SV_POSITION_INFORMANT : SIZE_MAX;
}

bool merge_key(const merge_work *work, int side, sv_sheet sheet, size_t row, merge_columns columns, sv_text *key)
{
    size_t n = columns ? 0 : sv_map_columns(work->to, sheet);
    bool turned = is_turned(work, side, sheet, row);
    sv_text cell = {0};
    key->length = 0;
    while (columns && columns[n] != SIZE_MAX)
        n++;
    for (size_t i = 0; i < n && !key->failed; i++) {
        size_t column = columns ? columns[i] : i;
        const char *text;
        if (turned && (column == SV_TIE_FROM || column == SV_TIE_TO))
            column = column == SV_TIE_FROM ? (size_t)SV_TIE_TO : (size_t)SV_TIE_FROM;
        text = merge_cell(work, side, sheet, row, column);
        if (work->assume[side] && column == merge_informant(sheet) && !*text)
            text = work->name[side];
        cell.length = 0;
        sv_text_add(&cell, "");
        add_cell(work, side, sheet, row, column, text, columns != NULL, &cell);
        sv_text_addf(key, "%zu:%s", cell.length, sv_text_get(&cell));
        key->failed |= cell.failed;
    }
    sv_text_clear(&cell);
    return !key->failed;
}

/* ---- Writing ---- */

typedef struct rename_context {
    const merge_work *work;
    int side;
} rename_context;

/* A name or id stays as it is while the merged map reads it as the same one; else it becomes the id. */
static const char *rename_merged(void *context, bool issue, const char *text)
{
    const rename_context *rename = context;
    const merge_work *work = rename->work;
    const sv_map *map = work->from[rename->side];
    size_t row = issue ? sv_map_find_issue(map, text) : sv_map_find_actor(map, text), target;
    if (row == SV_NO_ROW)
        return text;
    target = meant(work, rename->side, issue, text);
    if (target == (issue ? sv_map_find_issue(work->to, text) : sv_map_find_actor(work->to, text)))
        return text;
    return issue ? sv_map_cell(work->to, SV_ISSUES, target, SV_ISSUE_ID) : sv_map_cell(work->to, SV_ACTORS, target, SV_ACTOR_ID);
}

bool merge_rewrite(const merge_work *work, int side, sv_type type, const char *cell, sv_text *out)
{
    rename_context rename = {work, side};
    return reference_rewrite(type, cell, rename_merged, &rename, out);
}

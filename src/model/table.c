/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables: the rows and columns of a map as readers fill them. Cells lie by column, and a column that no row
 * fills takes no room; a cell that repeats the one above it shares its text.
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "map.h"

enum { words_most = 5000 }; /* different words of a column that are remembered */

static const char *keep(sv_map *map, const char *text)
{
    return sv_arena_text(&map->texts, text, strlen(text));
}

size_t map_add_column(sv_map *map, table_data *table, const char *header)
{
    const char *kept = keep(map, header);
    if (!kept || !sv_grow(&table->columns, &table->columns_capacity, table->n_columns + 1, sizeof *table->columns))
        return SIZE_MAX;
    table->columns[table->n_columns] = (column_data){.header = kept};
    return table->n_columns++;
}

/* SIZE_MAX without memory. */
static size_t add_row(sv_map *map, table_data *table, const char *file, uint64_t number)
{
    const char *kept = file ? NULL : table->file;
    if (file && table->n_rows > 0 && table->rows[table->n_rows - 1].file && strcmp(table->rows[table->n_rows - 1].file, file) == 0)
        kept = table->rows[table->n_rows - 1].file;
    else if (file && !(kept = keep(map, file)))
        return SV_NO_ROW;
    if (!sv_grow(&table->rows, &table->rows_capacity, table->n_rows + 1, sizeof *table->rows))
        return SV_NO_ROW;
    table->rows[table->n_rows] = (row_data){.file = kept, .number = number};
    return table->n_rows++;
}

/* Make a column reach `row`; new cells are empty. */
static bool reach(const table_data *table, column_data *column, size_t row)
{
    size_t old = column->capacity;
    if (row < old)
        return true;
    if (!sv_grow(&column->cells, &column->capacity, row + 1 > table->rows_capacity ? row + 1 : table->rows_capacity, sizeof *column->cells))
        return false;
    memset(column->cells + old, 0, (column->capacity - old) * sizeof *column->cells);
    return true;
}

/* Put a text that the arena keeps already. */
static bool store_kept(table_data *table, size_t row, size_t column, const char *kept)
{
    column_data *data = &table->columns[column];
    if (!reach(table, data, row))
        return false;
    data->filled += !data->cells[row];
    data->cells[row] = kept;
    return true;
}

bool map_store(sv_map *map, table_data *table, size_t row, size_t column, const char *text)
{
    column_data *data = &table->columns[column];
    const char *above = map_cell(table, row ? row - 1 : row, column), *kept;
    if (!*text) {
        data->filled -= *map_cell(table, row, column) != '\0';
        if (row < data->capacity)
            data->cells[row] = NULL;
        return true;
    }
    kept = row && *above && strcmp(above, text) == 0 ? above : keep(map, text);
    return kept && store_kept(table, row, column, kept);
}

/* Columns of these types hold the same few words over and over: each is read once. */
static bool has_few_words(sv_type type)
{
    size_t n;
    return type == SV_TYPE_ACTOR_KIND || type == SV_TYPE_TIE_KIND || sv_words(type, &n) != NULL || type == SV_TYPE_SCALE || type == SV_TYPE_DATE;
}

/* Remember how a word reads; beyond so many different ones it is not worth it. Forgetting is no fault. */
static void remember(sv_map *map, column_data *data, const char *text, const char *canonical)
{
    const char *key = data->n_words < words_most ? keep(map, text) : NULL;
    if (!key || !sv_grow(&data->canonical, &data->words_capacity, data->n_words + 1, sizeof *data->canonical))
        return;
    data->canonical[data->n_words] = canonical;
    if (sv_lookup_put(&data->words, key, data->n_words))
        data->n_words++;
}

const char *map_cell(const table_data *table, size_t row, size_t column)
{
    const column_data *data;
    if (column >= table->n_columns)
        return "";
    data = &table->columns[column];
    return row < data->capacity && data->cells[row] ? data->cells[row] : "";
}

/* A sheet's known columns are there from the start, so that their numbers are those of columns.h. */
static bool ensure_known(sv_map *map, sv_sheet sheet)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    table_data *table = &map->tables[sheet];
    while (table->n_columns < about->n_columns)
        if (map_add_column(map, table, about->columns[table->n_columns].en) == SIZE_MAX)
            return false;
    return true;
}

bool sv_table_name(sv_map *map, sv_sheet sheet, const char *file, const char *name)
{
    table_data *table = &map->tables[sheet];
    return ensure_known(map, sheet) && (table->file = keep(map, file)) != NULL && (table->name = keep(map, name)) != NULL;
}

bool sv_table_rename(sv_map *map, sv_sheet sheet, size_t column, const char *header)
{
    const char *start = header + strspn(header, " \t\r\n"), *kept = NULL;
    size_t n = strlen(start);
    while (n > 0 && strchr(" \t\r\n", start[n - 1]))
        n--;
    if (ensure_known(map, sheet))
        kept = sv_arena_text(&map->texts, start, n);
    if (kept)
        map->tables[sheet].columns[column].header = kept;
    return kept != NULL;
}

size_t sv_table_column(sv_map *map, sv_sheet sheet, const char *header)
{
    table_data *table = &map->tables[sheet];
    size_t column;
    if (!ensure_known(map, sheet))
        return SIZE_MAX;
    column = sv_column_find(sheet, header);
    if (column != SIZE_MAX)
        return sv_table_rename(map, sheet, column, header) ? column : SIZE_MAX;
    for (column = sv_sheet_get(sheet)->n_columns; column < table->n_columns; column++)
        if (strcmp(table->columns[column].header, header) == 0)
            return column;
    return map_add_column(map, table, header);
}

size_t sv_table_row(sv_map *map, sv_sheet sheet, const char *file, uint64_t row_number)
{
    return ensure_known(map, sheet) ? add_row(map, &map->tables[sheet], file, row_number) : SV_NO_ROW;
}

/* Unknown kinds are said once each, however many rows have them. */
static bool say_once(sv_map *map, const char *text)
{
    const char *kept;
    if (sv_lookup_get(&map->noted, text) != SV_LOOKUP_NONE)
        return false;
    kept = keep(map, text);
    return kept && sv_lookup_put(&map->noted, kept, 1);
}

static void report(sv_map *map, sv_sheet sheet, size_t row, size_t column, sv_code code, const char *found, const char *expected, sv_problems *problems)
{
    sv_place place;
    if (sv_code_severity(code) == SV_ERROR)
        map->tables[sheet].rows[row].spoiled = true;
    else if (!say_once(map, found))
        return;
    sv_map_place(map, sheet, row, column, &place);
    sv_problems_add(problems, code, &place, found, expected);
}

bool sv_table_put(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *text, sv_problems *problems)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    table_data *table = &map->tables[sheet];
    sv_text canonical = {0};
    const char *expected;
    size_t known;
    sv_code code;
    bool done;
    if (text[strspn(text, " \t\r\n")] == '\0')
        return true;
    if (column >= about->n_columns)
        return map_store(map, table, row, column, text);
    known = sv_lookup_get(&table->columns[column].words, text);
    if (known != SV_LOOKUP_NONE)
        return store_kept(table, row, column, table->columns[column].canonical[known]);
    done = sv_cell_read(about->columns[column].type, text, &canonical, &code, &expected);
    if (done && canonical.length)
        done = map_store(map, table, row, column, canonical.bytes);
    if (done && code == SV_E_NONE && canonical.length && has_few_words(about->columns[column].type))
        remember(map, &table->columns[column], text, map_cell(table, row, column));
    if (done && code != SV_E_NONE)
        report(map, sheet, row, column, code, text, expected, problems);
    sv_text_clear(&canonical);
    return done;
}

bool sv_table_put_number(sv_map *map, sv_sheet sheet, size_t row, size_t column, double number, sv_problems *problems)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    const char *expected;
    char text[32];
    sv_code code;
    sv_number_write(number, text);
    if (column >= about->n_columns || !sv_cell_is_number(about->columns[column].type))
        return sv_table_put(map, sheet, row, column, text, problems);
    code = sv_cell_check_number(about->columns[column].type, number, &expected);
    if (code != SV_E_NONE)
        report(map, sheet, row, column, code, text, expected, problems);
    return map_store(map, &map->tables[sheet], row, column, text);
}

bool sv_table_put_json(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *json)
{
    table_data *table = &map->tables[sheet];
    column_data *data = &table->columns[column];
    size_t old = data->json_capacity;
    if (!map_store(map, table, row, column, json) || !sv_grow(&data->json, &data->json_capacity, row + 1, sizeof *data->json))
        return false;
    memset(data->json + old, 0, (data->json_capacity - old) * sizeof *data->json);
    data->json[row] = true;
    return true;
}

bool sv_table_is_json(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    const table_data *table = &map->tables[sheet];
    return column < table->n_columns && row < table->columns[column].json_capacity && table->columns[column].json[row];
}

void sv_table_spoil(sv_map *map, sv_sheet sheet, size_t row)
{
    map->tables[sheet].rows[row].spoiled = true;
}

/* Move the cells of a column up over the rows that go. */
static void pack_column(column_data *column, size_t n_rows, const bool *drop)
{
    size_t to = 0;
    column->filled = 0;
    for (size_t row = 0; row < n_rows && row < column->capacity; row++) {
        if (drop[row])
            continue;
        if (column->json && to < column->json_capacity)
            column->json[to] = row < column->json_capacity && column->json[row];
        column->cells[to] = column->cells[row];
        column->filled += column->cells[to] != NULL;
        to++;
    }
    for (; to < n_rows && to < column->capacity; to++) {
        column->cells[to] = NULL;
        if (column->json && to < column->json_capacity)
            column->json[to] = false;
    }
}

void map_drop_rows(sv_map *map, sv_sheet sheet, const bool *drop)
{
    table_data *table = &map->tables[sheet];
    size_t to = 0;
    for (size_t column = 0; column < table->n_columns; column++)
        pack_column(&table->columns[column], table->n_rows, drop);
    for (size_t row = 0; row < table->n_rows; row++)
        if (!drop[row])
            table->rows[to++] = table->rows[row];
    table->n_rows = to;
}

/* ---- Sheets that speelveld does not know ---- */

sv_extra_sheet *sv_extra_sheet_add(sv_map *map, const char *name)
{
    sv_extra_sheet *extra;
    if (!sv_grow(&map->extra, &map->extra_capacity, map->n_extra + 1, sizeof *map->extra))
        return NULL;
    extra = sv_alloc(1, sizeof *extra);
    if (!extra)
        return NULL;
    extra->table.name = keep(map, name);
    if (!extra->table.name) {
        free(extra);
        return NULL;
    }
    map->extra[map->n_extra++] = extra;
    return extra;
}

size_t sv_extra_sheets(const sv_map *map)
{
    return map->n_extra;
}

sv_extra_sheet *sv_extra_sheet_get(const sv_map *map, size_t i)
{
    return map->extra[i];
}

const char *sv_extra_sheet_name(const sv_extra_sheet *extra)
{
    return extra->table.name;
}

const char *sv_extra_sheet_json(const sv_extra_sheet *extra)
{
    return extra->json;
}

bool sv_extra_sheet_set_json(sv_map *map, sv_extra_sheet *extra, const char *json)
{
    extra->json = keep(map, json);
    return extra->json != NULL;
}

size_t sv_extra_sheet_column(sv_map *map, sv_extra_sheet *extra, const char *header)
{
    for (size_t i = 0; i < extra->table.n_columns; i++)
        if (strcmp(extra->table.columns[i].header, header) == 0)
            return i;
    return map_add_column(map, &extra->table, header);
}

bool sv_extra_sheet_put(sv_map *map, sv_extra_sheet *extra, size_t row, size_t column, const char *text)
{
    while (extra->table.n_rows <= row)
        if (add_row(map, &extra->table, NULL, extra->table.n_rows + 1) == SV_NO_ROW)
            return false;
    return !*text || map_store(map, &extra->table, row, column, text);
}

size_t sv_extra_sheet_rows(const sv_extra_sheet *extra)
{
    return extra->table.n_rows;
}

size_t sv_extra_sheet_columns(const sv_extra_sheet *extra)
{
    return extra->table.n_columns;
}

const char *sv_extra_sheet_header(const sv_extra_sheet *extra, size_t column)
{
    return extra->table.columns[column].header;
}

const char *sv_extra_sheet_cell(const sv_extra_sheet *extra, size_t row, size_t column)
{
    return map_cell(&extra->table, row, column);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writing a map as JSON: one row to a line, keys in the order of the catalogue, absent cells absent. What
 * could not be read is written as the text it is, so that nothing is lost and it can be mended there.
 */
#include "json.h"

#include <cjson/cJSON.h>

#include <stdlib.h>
#include <string.h>

#include "../model/cell.h"
#include "../model/table.h"

void sv_json_add_text(sv_text *out, const char *text)
{
    sv_text_add_char(out, '"');
    for (const char *plain = text;; text++) {
        unsigned char c = (unsigned char)*text;
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
            continue;
        sv_text_add_n(out, plain, (size_t)(text - plain));
        plain = text + 1;
        if (c == '\0')
            break;
        if (c == '"' || c == '\\')
            sv_text_addf(out, "\\%c", c);
        else if (c == '\n' || c == '\r' || c == '\t')
            sv_text_add(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        else
            sv_text_addf(out, "\\u%04x", c);
    }
    sv_text_add_char(out, '"');
}

/* Deep trees were refused when they were read: this cannot run away. */
void sv_json_add_value(sv_text *out, const cJSON *value)
{
    char number[32];
    if (cJSON_IsString(value)) {
        sv_json_add_text(out, value->valuestring);
    } else if (cJSON_IsNumber(value)) {
        sv_number_write(value->valuedouble, number);
        sv_text_add(out, number);
    } else if (cJSON_IsArray(value) || cJSON_IsObject(value)) {
        sv_text_add_char(out, cJSON_IsArray(value) ? '[' : '{');
        for (const cJSON *part = value->child; part; part = part->next) {
            if (part != value->child)
                sv_text_add(out, ", ");
            if (cJSON_IsObject(value)) {
                sv_json_add_text(out, part->string);
                sv_text_add(out, ": ");
            }
            sv_json_add_value(out, part);
        }
        sv_text_add_char(out, cJSON_IsArray(value) ? ']' : '}');
    } else {
        sv_text_add(out, cJSON_IsTrue(value) ? "true" : cJSON_IsFalse(value) ? "false" : "null");
    }
}

static void add_list(sv_text *out, const char *cell)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    bool first = true;
    sv_text_add_char(out, '[');
    while (sv_list_next(&cursor, &part)) {
        if (!first)
            sv_text_add(out, ", ");
        sv_json_add_text(out, part.bytes);
        first = false;
    }
    sv_text_add_char(out, ']');
    out->failed |= part.failed;
    sv_text_clear(&part);
}

/* A number as we write it ourselves goes as one; any other text ("007", "+1", "unknown") stays a text. */
static void add_number(sv_text *out, const char *cell)
{
    double number;
    char written[32];
    if (sv_number_parse(cell, &number)) {
        sv_number_write(number, written);
        if (strcmp(written, cell) == 0) {
            sv_text_add(out, cell);
            return;
        }
    }
    sv_json_add_text(out, cell);
}

static void add_known(sv_text *out, sv_type type, const char *cell)
{
    if (!sv_cell_is_canonical(type, cell)) {
        sv_json_add_text(out, cell);
        return;
    }
    if (sv_cell_is_number(type)) {
        add_number(out, cell);
        return;
    }
    switch (type) {
    case SV_TYPE_YESNO: sv_text_add(out, cell); break;
    case SV_TYPE_LIST:
    case SV_TYPE_ACTORS:
    case SV_TYPE_SPOKESPERSONS: add_list(out, cell); break;
    default: sv_json_add_text(out, cell); break;
    }
}

/* ---- Rows ---- */

/* A table as the writer sees it: a known sheet of the map, or one of the user's. */
typedef struct table_view {
    const sv_map *map;
    sv_sheet sheet;
    const sv_extra_sheet *extra; /* NULL: the known sheet */
    size_t rows, columns, known; /* known: how many of the columns speelveld knows */
    size_t *order;               /* the columns as they are written */
} table_view;

static const char *cell_of(const table_view *table, size_t row, size_t column)
{
    return table->extra ? sv_extra_sheet_cell(table->extra, row, column) : sv_map_cell(table->map, table->sheet, row, column);
}

static const char *key_of(const table_view *table, size_t column)
{
    if (table->extra)
        return sv_extra_sheet_header(table->extra, column);
    return column < table->known ? sv_sheet_get(table->sheet)->columns[column].en : sv_map_header(table->map, table->sheet, column);
}

/*
 * The user's columns go in the order in which rows first have something in them: that is the order in which
 * they are met when the file is read again, so that it is then written the same.
 */
static bool find_order(table_view *table)
{
    size_t *first = malloc((table->columns + 1) * sizeof *first);
    table->order = malloc((table->columns + 1) * sizeof *table->order);
    for (size_t i = 0; first && table->order && i < table->columns; i++) {
        size_t at = i;
        first[i] = 0;
        while (i >= table->known && first[i] < table->rows && !*cell_of(table, first[i], i))
            first[i]++;
        for (; at > table->known && first[table->order[at - 1]] > first[i]; at--)
            table->order[at] = table->order[at - 1];
        table->order[at] = i;
    }
    free(first);
    return first && table->order;
}

static void add_cell(const table_view *table, size_t row, size_t column, const char *cell, sv_text *out)
{
    if (column < table->known)
        add_known(out, sv_sheet_get(table->sheet)->columns[column].type, cell);
    else if (!table->extra && sv_table_is_json(table->map, table->sheet, row, column))
        sv_text_add(out, cell);
    else
        sv_json_add_text(out, cell);
}

static void add_row(const table_view *table, size_t row, sv_text *out)
{
    bool first = true;
    sv_text_add_char(out, '{');
    for (size_t i = 0; i < table->columns; i++) {
        const char *cell = cell_of(table, row, table->order[i]);
        if (!*cell)
            continue;
        if (!first)
            sv_text_add(out, ", ");
        first = false;
        sv_json_add_text(out, key_of(table, table->order[i]));
        sv_text_add(out, ": ");
        add_cell(table, row, table->order[i], cell, out);
    }
    sv_text_add_char(out, '}');
}

static void add_rows(table_view *table, sv_text *out)
{
    if (!find_order(table))
        out->failed = true;
    sv_text_add_char(out, '[');
    for (size_t row = 0; row < table->rows && !out->failed; row++) {
        sv_text_add(out, row ? ",\n  " : "\n  ");
        add_row(table, row, out);
    }
    sv_text_add(out, table->rows ? "\n]" : "]");
    free(table->order);
}

/* ---- Sheets ---- */

static void add_sheet(const sv_map *map, sv_sheet sheet, sv_text *out)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    table_view table = {
        .map = map, .sheet = sheet, .rows = sv_map_rows(map, sheet), .columns = sv_map_columns(map, sheet), .known = about->n_columns};
    sv_text_addf(out, ",\n\"%s\": ", about->key);
    if (!(about->flags & SV_SHEET_SINGLE)) {
        add_rows(&table, out);
        return;
    }
    if (find_order(&table))
        add_row(&table, 0, out);
    else
        out->failed = true;
    free(table.order);
}

/* A key for the user's sheet that is no other's. */
static void add_extra_key(const sv_map *map, size_t number, sv_text *out)
{
    const char *name = sv_extra_sheet_name(sv_extra_sheet_get(map, number));
    bool taken = sv_sheet_find(name) != SV_SHEETS || strcmp(name, "speelveld") == 0;
    sv_text key = {0};
    for (size_t i = 0; i < number && !taken; i++)
        taken = strcmp(name, sv_extra_sheet_name(sv_extra_sheet_get(map, i))) == 0;
    sv_text_add(&key, name);
    if (taken)
        sv_text_addf(&key, "_%zu", number + 1);
    sv_json_add_text(out, sv_text_get(&key));
    out->failed |= key.failed;
    sv_text_clear(&key);
}

static void add_extra(const sv_map *map, size_t number, sv_text *out)
{
    const sv_extra_sheet *extra = sv_extra_sheet_get(map, number);
    const char *json = sv_extra_sheet_json(extra);
    table_view table = {.map = map, .extra = extra};
    sv_text_add(out, ",\n");
    add_extra_key(map, number, out);
    sv_text_add(out, ": ");
    if (json) {
        sv_text_add(out, json);
        return;
    }
    table.rows = sv_extra_sheet_rows(extra);
    table.columns = sv_extra_sheet_columns(extra);
    add_rows(&table, out);
}

sv_status sv_json_write(const sv_map *map, sv_text *out, sv_error *error)
{
    sv_text_addf(out, "{\n\"speelveld\": %d", SV_JSON_VERSION);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        if (sv_map_rows(map, (sv_sheet)sheet) > 0)
            add_sheet(map, (sv_sheet)sheet, out);
    for (size_t i = 0; i < sv_extra_sheets(map); i++)
        add_extra(map, i, out);
    sv_text_add(out, "\n}\n");
    return out->failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : SV_OK;
}

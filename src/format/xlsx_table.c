/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a workbook is written from: the sheets of a map, ours and the user's, seen as tables; and whether Excel can
 * hold what stands in them, which is looked at before anything is written.
 */
#include "xlsx_write.h"

#include "sheet_fill.h"
#include "sheet_words.h"

#include <string.h>

/* ---- Texts ---- */

/* True where Excel would take what stands here for one of its own marks: _x000D_ */
static bool is_mark(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
}

const char *sv_xlsx_escape(sv_xlsx_writer *writer, const char *text)
{
    sv_text *out = &writer->escaped;
    out->length = 0;
    sv_text_add(out, "");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        bool noncharacter = c == 0xEF && (unsigned char)text[1] == 0xBF && (unsigned char)text[2] >= 0xBE;
        if ((c < 0x20 && c != '\t' && c != '\n') || is_mark(text)) {
            sv_text_addf(out, "_x%04X_", c);
        } else if (noncharacter) {
            sv_text_addf(out, "_x%04X_", 0xFF40u + (unsigned char)text[2]);
            text += 2;
        } else {
            sv_text_add_char(out, *text);
        }
    }
    return out->failed ? NULL : out->bytes;
}

/* The fault that keeps a text out of a workbook, SV_E_NONE when there is none. */
static sv_code text_fault(sv_xlsx_writer *writer, const char *text)
{
    size_t n = strlen(text);
    const char *escaped;
    if (!sv_utf8_valid(text, n, NULL))
        return SV_E_ENCODING_BAD;
    if (n <= SV_XLSX_TEXT / 7)
        return SV_E_NONE;
    escaped = sv_xlsx_escape(writer, text);
    if (!escaped)
        return SV_E_MEMORY;
    n = 0; /* Excel counts characters beyond the first 65,536 twice */
    for (const unsigned char *at = (const unsigned char *)escaped; *at; at++)
        n += (*at & 0xC0) != 0x80 ? 1 + (*at >= 0xF0) : 0;
    return n > SV_XLSX_TEXT ? SV_E_WORKBOOK_TEXT : SV_E_NONE;
}

/* ---- Tables, of ours and of the user's ---- */

sv_xlsx_table sv_xlsx_table_of(const sv_map *map, sv_sheet sheet)
{
    sv_xlsx_table table = {.map = map, .sheet = sheet, .rows = sv_map_rows(map, sheet), .columns = sv_map_columns(map, sheet)};
    sv_place place = {.row = 0};
    if (table.rows)
        sv_map_place(map, sheet, 0, 0, &place);
    table.all = table.rows && !*place.file;
    return table;
}

sv_xlsx_table sv_xlsx_table_of_extra(const sv_map *map, const sv_extra_sheet *extra)
{
    bool json = sv_extra_sheet_json(extra) != NULL;
    return (sv_xlsx_table){.map = map,
                           .sheet = SV_SHEETS,
                           .extra = extra,
                           .rows = json ? 1 : sv_extra_sheet_rows(extra),
                           .columns = json ? 1 : sv_extra_sheet_columns(extra)};
}

bool sv_xlsx_is_written(const sv_xlsx_table *table, size_t column)
{
    return table->extra || table->all || sv_column_is_written(table->map, table->sheet, column);
}

const char *sv_xlsx_cell(const sv_xlsx_table *table, size_t row, size_t column)
{
    if (table->extra && sv_extra_sheet_json(table->extra))
        return sv_extra_sheet_json(table->extra);
    return table->extra ? sv_extra_sheet_cell(table->extra, row, column) : sv_map_cell(table->map, table->sheet, row, column);
}

const char *sv_xlsx_header(const sv_xlsx_table *table, size_t column, sv_language language)
{
    if (table->extra && sv_extra_sheet_json(table->extra))
        return SV_FILL_JSON_HEADER;
    return table->extra ? sv_extra_sheet_header(table->extra, column) : sv_header_word(table->map, table->sheet, column, language);
}

sv_type sv_xlsx_type(const sv_xlsx_table *table, size_t column)
{
    if (table->extra || column >= sv_sheet_get(table->sheet)->n_columns)
        return SV_TYPE_TEXT;
    return sv_sheet_get(table->sheet)->columns[column].type;
}

/* ---- Checks beforehand ---- */

static sv_status refuse(const sv_xlsx_table *table, size_t row, size_t column, sv_code code, const char *text, sv_error *error)
{
    sv_place place = {.row = row == SIZE_MAX ? 1 : row + 2};
    if (!table->extra && row != SIZE_MAX) {
        sv_map_place(table->map, table->sheet, row, column, &place);
    } else {
        sv_text_fit(place.sheet, sizeof place.sheet, table->extra ? sv_extra_sheet_name(table->extra) : sv_sheet_get(table->sheet)->en);
        sv_text_fit(place.column, sizeof place.column, sv_xlsx_header(table, column, SV_ENGLISH));
    }
    return sv_error_at(error, code, &place, text, NULL);
}

static sv_status check_table(sv_xlsx_writer *writer, const sv_xlsx_table *table, sv_error *error)
{
    if (table->rows >= SV_XLSX_ROWS)
        return sv_error_set(error, SV_E_WORKBOOK_ROWS,
                            table->extra ? sv_extra_sheet_name(table->extra) : sv_sheet_word(table->sheet, writer->language), NULL);
    for (size_t column = 0; column < table->columns; column++) {
        if (!sv_xlsx_is_written(table, column))
            continue;
        for (size_t row = SIZE_MAX; row == SIZE_MAX || row < table->rows; row++) {
            const char *text = row == SIZE_MAX ? sv_xlsx_header(table, column, writer->language) : sv_xlsx_cell(table, row, column);
            sv_code code = *text ? text_fault(writer, text) : SV_E_NONE;
            if (code != SV_E_NONE)
                return refuse(table, row, column, code, text, error);
        }
    }
    return SV_OK;
}

sv_status sv_xlsx_check(sv_xlsx_writer *w, size_t *cells, sv_error *error)
{
    sv_status status = SV_OK;
    for (int i = 0; i < SV_SHEETS && status == SV_OK; i++) {
        sv_xlsx_table table = sv_xlsx_table_of(w->map, (sv_sheet)i);
        status = check_table(w, &table, error);
        *cells += table.rows * table.columns;
    }
    for (size_t i = 0; i < sv_extra_sheets(w->map) && status == SV_OK; i++) {
        sv_xlsx_table table = sv_xlsx_table_of_extra(w->map, sv_extra_sheet_get(w->map, i));
        status = check_table(w, &table, error);
        *cells += table.rows * table.columns;
    }
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writing a map as CSV: a file for each sheet, with headers, words, dates and decimal signs as people in the
 * chosen language write them. Every cell reads back as it was.
 */
#include "csv_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../model/cell.h"
#include "../model/table.h"
#include "sheet_fill.h"
#include "sheet_words.h"

/* ---- Cells ---- */

/*
 * A canonical number with the language's decimal sign. In amounts three decimals get a zero behind them:
 * 12.125 would read back as thousands.
 */
static void write_number(sv_text *out, sv_type type, const char *number, sv_language language, bool first)
{
    sv_text text = {0};
    const char *point = strchr(number, '.');
    size_t decimals = point ? strspn(point + 1, "0123456789") : 0;
    if (point) {
        sv_text_add_n(&text, number, (size_t)(point - number));
        sv_text_add_char(&text, language == SV_DUTCH ? ',' : '.');
        sv_text_add_n(&text, point + 1, decimals);
        if (type == SV_TYPE_AMOUNT && decimals == 3)
            sv_text_add_char(&text, '0');
        number = point + 1 + decimals;
    }
    sv_text_add(&text, number);
    sv_csv_write_number(out, sv_text_get(&text), first);
    out->failed |= text.failed;
    sv_text_clear(&text);
}

static void write_date(sv_text *out, const char *date, sv_language language, bool first)
{
    sv_text text = {0};
    if (language == SV_DUTCH)
        sv_text_addf(&text, "%.2s-%.2s-%.4s", date + 8, date + 5, date);
    else
        sv_text_add(&text, date);
    sv_csv_write_text(out, sv_text_get(&text), first);
    out->failed |= text.failed;
    sv_text_clear(&text);
}

static void write_known(sv_text *out, sv_type type, const char *cell, sv_language language, bool first)
{
    double number;
    if (!*cell || !sv_cell_is_canonical(type, cell)) {
        sv_csv_write_text(out, cell, first);
        return;
    }
    if (sv_cell_is_number(type) && sv_number_parse(cell, &number)) /* a position may be a word */
        write_number(out, type, cell, language, first);
    else if (type == SV_TYPE_DATE)
        write_date(out, cell, language, first);
    else
        sv_csv_write_text(out, sv_cell_word(type, cell, language), first);
}

/* ---- Sheets ---- */

static void write_sheet(const sv_map *map, sv_sheet sheet, sv_language language, sv_text *out)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    size_t columns = sv_map_columns(map, sheet);
    bool first = true;
    sv_csv_write_start(out);
    for (size_t i = 0; i < columns; i++)
        if (sv_column_is_written(map, sheet, i)) {
            sv_csv_write_header(out, sv_header_word(map, sheet, i, language), first);
            first = false;
        }
    sv_csv_write_end(out);
    for (size_t row = 0; row < sv_map_rows(map, sheet) && !out->failed; row++) {
        first = true;
        for (size_t i = 0; i < columns; i++)
            if (sv_column_is_written(map, sheet, i)) {
                write_known(out, i < about->n_columns ? about->columns[i].type : SV_TYPE_TEXT, sv_map_cell(map, sheet, row, i), language,
                            first);
                first = false;
            }
        sv_csv_write_end(out);
    }
}

/* A sheet of the user's. What came from JSON and is no table is one cell of JSON under the header "json". */
static void write_extra(const sv_extra_sheet *extra, sv_text *out)
{
    const char *json = sv_extra_sheet_json(extra);
    sv_csv_write_start(out);
    if (json) {
        sv_csv_write_header(out, SV_FILL_JSON_HEADER, true);
        sv_csv_write_end(out);
        sv_csv_write_text(out, json, true);
        sv_csv_write_end(out);
        return;
    }
    for (size_t i = 0; i < sv_extra_sheet_columns(extra); i++)
        sv_csv_write_header(out, sv_extra_sheet_header(extra, i), i == 0);
    sv_csv_write_end(out);
    for (size_t row = 0; row < sv_extra_sheet_rows(extra) && !out->failed; row++) {
        for (size_t i = 0; i < sv_extra_sheet_columns(extra); i++)
            sv_csv_write_text(out, sv_extra_sheet_cell(extra, row, i), i == 0);
        sv_csv_write_end(out);
    }
}

/* ---- Files ---- */

/* Write what was composed to folder/name.csv, and empty it. */
static sv_status save(const char *folder, const char *name, sv_text *out, sv_error *error)
{
    sv_text file = {0};
    char *path;
    sv_status status;
    sv_text_addf(&file, "%s.csv", name);
    path = file.failed ? NULL : sv_file_join(folder, file.bytes);
    if (!path || out->failed)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else
        status = sv_file_write(path, sv_text_get(out), out->length, error);
    free(path);
    sv_text_clear(&file);
    sv_text_clear(out);
    return status;
}

/*
 * Look at what stands in the folder: a sheet under another name than ours (Actors beside Actoren) would make
 * two of it, and is refused. `there` says which sheets stand under our own name.
 */
static sv_status look_around(const char *folder, sv_language language, bool there[SV_SHEETS], sv_error *error)
{
    char **names = NULL;
    size_t n = 0;
    sv_status status = sv_file_list(folder, &names, &n, error);
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        sv_sheet sheet = sv_csv_is_table(names[i]) ? sv_csv_sheet_of(names[i]) : SV_SHEETS;
        char ours[80];
        if (sheet == SV_SHEETS)
            continue;
        snprintf(ours, sizeof ours, "%s.csv", sv_sheet_word(sheet, language));
        there[sheet] = strcmp(names[i], ours) == 0;
        if (!there[sheet])
            status = sv_error_set(error, SV_E_FILE_EXISTS, names[i], NULL);
    }
    sv_file_list_free(names, n);
    return status;
}

enum { longest_file_name = 200 };

/* A file name for a sheet of the user's: no way out of the folder, not hidden, and not the name of one of ours or an earlier one. */
static bool name_extra(const sv_map *map, size_t number, sv_text *name)
{
    const char *wanted = sv_extra_sheet_name(sv_extra_sheet_get(map, number));
    bool taken = sv_sheet_find(wanted) != SV_SHEETS || !*wanted;
    for (size_t i = 0; i < number; i++)
        taken |= sv_text_same(wanted, sv_extra_sheet_name(sv_extra_sheet_get(map, i)));
    for (size_t step; *wanted && name->length < longest_file_name; wanted += step) {
        uint32_t character;
        bool bad = *wanted == '/' || *wanted == '\\' || (unsigned char)*wanted < 0x20 || (!name->length && strchr(".~", *wanted));
        step = sv_utf8_next(wanted, &character);
        sv_text_add_n(name, bad ? "_" : wanted, step);
        taken |= bad;
    }
    if (taken || *wanted)
        sv_text_addf(name, "_%zu", number + 1);
    return !name->failed;
}

static sv_status write_extras(const sv_map *map, const char *folder, sv_error *error)
{
    sv_status status = SV_OK;
    for (size_t i = 0; i < sv_extra_sheets(map) && status == SV_OK; i++) {
        sv_text name = {0}, out = {0};
        write_extra(sv_extra_sheet_get(map, i), &out);
        if (name_extra(map, i, &name)) {
            status = save(folder, name.bytes, &out, error);
        } else {
            sv_text_clear(&out);
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        }
        sv_text_clear(&name);
    }
    return status;
}

sv_status sv_csv_folder_write(const sv_map *map, const char *folder, sv_language language, sv_error *error)
{
    bool there[SV_SHEETS] = {false};
    sv_status status = sv_file_make_folder(folder, error);
    if (status == SV_OK)
        status = look_around(folder, language, there, error);
    for (int i = 0; i < SV_SHEETS && status == SV_OK; i++) {
        sv_sheet sheet = (sv_sheet)i;
        sv_text out = {0};
        /* actors are always there; a file that stands there already would bring its old rows back */
        if (sv_map_rows(map, sheet) == 0 && !there[i] && sheet != SV_ACTORS)
            continue;
        write_sheet(map, sheet, language, &out);
        status = save(folder, sv_sheet_word(sheet, language), &out, error);
    }
    return status == SV_OK ? write_extras(map, folder, error) : status;
}

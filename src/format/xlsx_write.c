/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writing a map as an Excel workbook with libxlsxwriter. Texts are always written as texts, never as formulas,
 * and what could go wrong in the library (bad UTF-8, texts and sheets that are too long) is refused before it is asked.
 */
#include "xlsx_write.h"

#include <speelveld/format.h>

#include "../base/file.h"
#include "../base/memory.h"
#include "../model/cell.h"
#include "../model/table.h"
#include "sheet_fill.h"
#include "sheet_words.h"
#include "workbook_map.h"
#include "xlsx.h"

#include <xlsxwriter.h>

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { looked_at_for_width = 200, narrowest = 7, widest = 50, fits_a_page = 230, many_cells = 200000 };

/* ---- Cells ---- */

/* True when the library's sixteen digits bring the same number back. */
static bool survives(double number)
{
    char text[40];
    snprintf(text, sizeof text, "%.16G", number);
    return strtod(text, NULL) == number;
}

static bool write_text(sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const char *text, sv_look look)
{
    const char *escaped = sv_xlsx_escape(w, text);
    return escaped && worksheet_write_string(sheet, row, at, escaped, w->looks[look]) == LXW_NO_ERROR;
}

/* Days as Excel counts them, from 30 December 1899; NaN for the time before its calendar is right. */
static double serial_of(const char *iso)
{
    int date;
    return sv_date_parse(iso, &date) && date >= 19000301 ? sv_date_days(18991230, date) : NAN;
}

/* The number that a cell is for Excel; NaN when it is text. */
static double number_of(sv_type type, const char *cell)
{
    double number;
    switch (type) {
    case SV_TYPE_DATE: return serial_of(cell);
    case SV_TYPE_TIME: return (strtol(cell, NULL, 10) * 60.0 + strtol(cell + 3, NULL, 10)) / 1440;
    default: return sv_cell_is_number(type) && sv_number_parse(cell, &number) && survives(number) ? number : NAN;
    }
}

/* A number or boolean that came as JSON stays one in a column of the user's; other JSON is text. */
static bool write_json(sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const char *json)
{
    double number;
    if (strcmp(json, "true") == 0 || strcmp(json, "false") == 0)
        return worksheet_write_boolean(sheet, row, at, *json == 't', w->looks[SV_LOOK_PLAIN]) == LXW_NO_ERROR;
    if (sv_xlsx_number(json, &number) && survives(number))
        return worksheet_write_number(sheet, row, at, number, w->looks[SV_LOOK_PLAIN]) == LXW_NO_ERROR;
    return write_text(w, sheet, row, at, json, SV_LOOK_TEXT);
}

static bool write_cell(sv_xlsx_writer *w, lxw_worksheet *sheet, const sv_xlsx_table *table, size_t row, size_t column, lxw_col_t at)
{
    sv_type type = sv_xlsx_type(table, column);
    const char *cell = sv_xlsx_cell(table, row, column);
    double number = NAN;
    if (!*cell)
        return true;
    if (!table->extra && sv_table_is_json(table->map, table->sheet, row, column))
        return write_json(w, sheet, (lxw_row_t)row + 1, at, cell);
    if (type != SV_TYPE_TEXT && sv_cell_is_canonical(type, cell)) {
        number = number_of(type, cell);
        cell = sv_cell_word(type, cell, w->language);
    }
    if (isnan(number))
        return write_text(w, sheet, (lxw_row_t)row + 1, at, cell, type == SV_TYPE_TEXT ? SV_LOOK_NOTE : SV_LOOK_TEXT);
    return worksheet_write_number(sheet, (lxw_row_t)row + 1, at, number, w->looks[sv_xlsx_look(type)]) == LXW_NO_ERROR;
}

/* ---- Sheets ---- */

/* A width that shows most of the texts: the longest line of the first rows, within reason; headers get room for the arrow of the filter. */
static double width_of(const sv_xlsx_writer *w, const sv_xlsx_table *table, size_t column)
{
    sv_type type = sv_xlsx_type(table, column);
    size_t width = sv_utf8_width(sv_xlsx_header(table, column, w->language)) + 3;
    for (size_t row = 0; row < table->rows && row < looked_at_for_width; row++) {
        const char *cell = sv_xlsx_cell(table, row, column);
        size_t n = sv_utf8_width(sv_cell_word(type, cell, w->language)) + 1;
        width = n > width ? n : width;
    }
    if (type == SV_TYPE_DATE && width < 12)
        width = 12;
    return width < narrowest ? narrowest : width > widest ? widest : (double)width;
}

static bool is_required(const sv_xlsx_table *table, size_t column)
{
    return !table->extra && column < sv_sheet_get(table->sheet)->n_columns &&
           sv_sheet_get(table->sheet)->columns[column].flags & SV_COLUMN_REQUIRED;
}

/* Write the headers, and set up the columns below them. *n: how many there are; *width: how wide they are together. */
static bool write_headers(sv_xlsx_writer *w, lxw_worksheet *sheet, const sv_xlsx_table *table, lxw_col_t *n, double *width)
{
    unsigned last = (unsigned)table->rows + SV_XLSX_SPARE_ROWS;
    lxw_col_t at = 0, frozen = 0;
    bool done = true;
    if (last >= SV_XLSX_ROWS)
        last = SV_XLSX_ROWS - 1;
    for (size_t column = 0; column < table->columns && done; column++) {
        sv_type type = sv_xlsx_type(table, column);
        sv_look look = is_required(table, column) ? SV_LOOK_REQUIRED : SV_LOOK_HEADER;
        double wide = width_of(w, table, column);
        if (!sv_xlsx_is_written(table, column))
            continue;
        if (table->sheet == SV_ACTORS && column == SV_ACTOR_NAME)
            frozen = at + 1; /* names stay in sight */
        *width += wide;
        done = worksheet_set_column(sheet, at, at, wide, w->looks[sv_xlsx_look(type)]) == LXW_NO_ERROR &&
               write_text(w, sheet, 0, at, sv_xlsx_header(table, column, w->language), look) &&
               (table->extra || sv_xlsx_offer(w, sheet, at, type, last));
        at++;
    }
    worksheet_freeze_panes(sheet, 1, frozen);
    *n = at;
    return done;
}

static bool write_table(sv_xlsx_writer *w, const char *name, const sv_xlsx_table *table)
{
    lxw_worksheet *sheet = workbook_add_worksheet(w->book, name);
    lxw_col_t n = 0;
    double width = 0;
    bool done = sheet && write_headers(w, sheet, table, &n, &width);
    for (size_t row = 0; row < table->rows && done; row++) {
        lxw_col_t at = 0;
        for (size_t column = 0; column < table->columns && done; column++)
            if (sv_xlsx_is_written(table, column))
                done = write_cell(w, sheet, table, row, column, at++);
    }
    if (done && n > 0)
        done = worksheet_autofilter(sheet, 0, 0, (lxw_row_t)table->rows, n - 1) == LXW_NO_ERROR;
    if (done) {
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9); /* A4 */
        worksheet_repeat_rows(sheet, 0, 0);
        if (width <= fits_a_page)
            worksheet_fit_to_pages(sheet, 1, 0);
    }
    return done;
}

/* A name for a sheet of the user's that Excel takes, that is no other's, and that is read back as the user's. */
static bool name_extra(const sv_map *map, size_t number, sv_text *name)
{
    const char *wanted = sv_extra_sheet_name(sv_extra_sheet_get(map, number));
    bool taken = sv_sheet_find(wanted) != SV_SHEETS || sv_workbook_is_ignored(wanted) || sv_text_same(wanted, "History") || !*wanted;
    size_t units = 0, room;
    char end[24] = "";
    for (size_t i = 0; i < number && !taken; i++)
        taken = strncasecmp(wanted, sv_extra_sheet_name(sv_extra_sheet_get(map, i)), SV_XLSX_NAME - 6) == 0 ||
                sv_text_same(wanted, sv_extra_sheet_name(sv_extra_sheet_get(map, i)));
    if (taken)
        snprintf(end, sizeof end, "_%zu", number + 1);
    room = SV_XLSX_NAME - strlen(end);
    for (size_t step; *wanted; wanted += step) {
        uint32_t character;
        bool bad = strchr("[]:*?/\\()'", *wanted) || (unsigned char)*wanted < 0x20;
        step = sv_utf8_next(wanted, &character);
        units += character > 0xFFFF ? 2 : 1;
        if (units > room)
            break;
        bad = bad && !(strchr("()'", *wanted) && name->length && !taken);
        sv_text_add_n(name, bad ? "_" : wanted, step);
    }
    while (name->length && name->bytes[name->length - 1] == '\'')
        name->bytes[name->length - 1] = '_';
    sv_text_add(name, end);
    return !name->failed;
}

static bool write_tables(sv_xlsx_writer *w)
{
    bool done = true;
    for (int i = 0; i < SV_SHEETS && done; i++) {
        sv_xlsx_table table = sv_xlsx_table_of(w->map, (sv_sheet)i);
        if (table.rows > 0 || i == SV_ACTORS)
            done = write_table(w, sv_sheet_word((sv_sheet)i, w->language), &table);
    }
    for (size_t i = 0; i < sv_extra_sheets(w->map) && done; i++) {
        sv_xlsx_table table = sv_xlsx_table_of_extra(w->map, sv_extra_sheet_get(w->map, i));
        sv_text name = {0};
        done = name_extra(w->map, i, &name) && write_table(w, name.bytes, &table);
        sv_text_clear(&name);
    }
    return done && sv_xlsx_write_guide(w);
}

/* ---- The file ---- */

static void set_properties(sv_xlsx_writer *w)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH"), *title = sv_xlsx_escape(w, sv_map_title(w->map));
    char kept[256] = "";
    lxw_doc_properties properties = {.created = 946684800}; /* 1 January 2000 */
    if (epoch && *epoch && strspn(epoch, "0123456789") == strlen(epoch))
        properties.created = (time_t)strtoll(epoch, NULL, 10);
    if (title)
        sv_text_fit(kept, sizeof kept, title);
    properties.title = kept;
    workbook_set_properties(w->book, &properties);
}

/* Make the workbook in a file of its own; the bytes go on from there. */
static lxw_error make_book(sv_xlsx_writer *w, const char *path, bool large)
{
    lxw_workbook_options options = {.constant_memory = large, .use_zip64 = LXW_FALSE};
    lxw_error fault = LXW_ERROR_MEMORY_MALLOC_FAILED;
    bool done;
    w->book = workbook_new_opt(path, &options);
    if (!w->book)
        return fault;
    set_properties(w);
    done = sv_xlsx_make_looks(w) && write_tables(w);
    fault = workbook_close(w->book); /* frees it in any case */
    w->book = NULL;
    return done ? fault : fault == LXW_NO_ERROR ? LXW_ERROR_MEMORY_MALLOC_FAILED : fault;
}

static sv_status told(lxw_error fault, sv_error *error)
{
    if (fault == LXW_ERROR_MEMORY_MALLOC_FAILED)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return sv_error_set(error, SV_E_WORKBOOK_WRITE, lxw_strerror(fault), NULL);
}

sv_status sv_xlsx_write(const sv_map *map, const char *path, sv_language language, sv_error *error)
{
    sv_xlsx_writer w = {.map = map, .language = language};
    const char *folder = getenv("TMPDIR");
    char *temporary = sv_file_join(folder && *folder ? folder : P_tmpdir, "speelveld-XXXXXX"), *bytes = NULL;
    size_t n = 0, cells = 0;
    int file = -1;
    locale_t old = uselocale(newlocale(LC_ALL_MASK, "C", (locale_t)0)); /* the library prints numbers by the locale */
    sv_status status = temporary ? sv_xlsx_check(&w, &cells, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK && (file = mkostemp(temporary, O_CLOEXEC)) < 0)
        status = sv_error_set(error, SV_E_FILE_WRITE, temporary, strerror(errno));
    if (status == SV_OK) {
        lxw_error fault = make_book(&w, temporary, cells > many_cells);
        status = fault == LXW_NO_ERROR ? sv_file_read(temporary, SIZE_MAX - 1, &bytes, &n, error) : told(fault, error);
    }
    uselocale(old);
    if (file >= 0) {
        close(file);
        unlink(temporary);
    }
    if (status == SV_OK)
        status = sv_file_write(path, bytes, n, error);
    free(bytes);
    free(temporary);
    sv_text_clear(&w.escaped);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Filling a sheet: headers to columns, and cells to the map by what they are. What speelveld does not know
 * (columns, sheets, cells beyond the headers) is kept, and said.
 */
#include "sheet_fill.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "json.h"

bool sv_cell_is_blank(const char *cell)
{
    return cell[strspn(cell, " \t\r\n")] == '\0';
}

/* ---- Headers ---- */

size_t sv_heading_same_before(const char *const *names, size_t i)
{
    size_t same = 0;
    for (size_t j = 0; j < i; j++)
        same += strcmp(names[i], names[j]) == 0;
    return same;
}

void sv_heading_place(const sv_heading *heading, uint64_t row, size_t column, sv_place *place)
{
    *place = (sv_place){.row = row};
    sv_text_fit(place->file, sizeof place->file, heading->file);
    sv_text_fit(place->sheet, sizeof place->sheet, heading->sheet);
    if (column < heading->n && *heading->names[column])
        sv_text_fit(place->column, sizeof place->column, heading->names[column]);
    else if (column != SIZE_MAX)
        snprintf(place->column, sizeof place->column, "%zu", column + 1);
}

/* The number of a sheet's columns that stand in the headers; `dutch` when some can only be Dutch. */
static size_t count_known(const sv_heading *heading, sv_sheet sheet, bool *dutch)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    size_t known = 0;
    for (size_t i = 0; i < heading->n; i++) {
        size_t column = sv_column_find(sheet, heading->names[i]);
        if (column == SIZE_MAX)
            continue;
        known++;
        *dutch |= sv_text_same(heading->names[i], about->columns[column].nl) && !sv_text_same(heading->names[i], about->columns[column].en);
    }
    return known;
}

size_t sv_heading_missing(const sv_heading *heading, sv_sheet sheet)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < about->n_columns; column++) {
        bool found = !(about->columns[column].flags & SV_COLUMN_REQUIRED);
        for (size_t i = 0; i < heading->n && !found; i++)
            found = sv_column_find(sheet, heading->names[i]) == column;
        if (!found)
            return column;
    }
    return SIZE_MAX;
}

sv_sheet sv_heading_sheet(const sv_heading *heading)
{
    sv_sheet best = SV_SHEETS;
    size_t most = 0;
    bool dutch = false;
    for (int sheet = SV_ACTORS; sheet < SV_SHEETS; sheet++) {
        size_t known = count_known(heading, (sv_sheet)sheet, &dutch);
        bool enough = known > 1 || sheet == SV_ACTORS; /* a date alone, or a title, makes no sheet */
        if (enough && known > most && sv_heading_missing(heading, (sv_sheet)sheet) == SIZE_MAX) {
            best = (sv_sheet)sheet;
            most = known;
        }
    }
    return best;
}

static void list_headers(const sv_heading *heading, sv_text *list)
{
    for (size_t i = 0; i < heading->n && list->length < 200; i++)
        sv_text_addf(list, "%s%s", i ? ", " : "", heading->names[i]);
}

/* ---- Columns ---- */

static bool is_taken(const sv_fill *fill, size_t column)
{
    for (size_t i = 0; i < fill->n; i++)
        if (fill->column[i] == column)
            return true;
    return false;
}

/* A column of its own for cell i, whose header is empty or taken: the name, or "name (2)", "name (3)" … SIZE_MAX without memory. */
static size_t own_column(sv_fill *fill, size_t i, const char *wanted)
{
    size_t column = sv_table_column(fill->map, fill->sheet, wanted), same = 0;
    if (i < fill->heading->n)
        same = sv_heading_same_before(fill->heading->names, i);
    for (size_t n = same > 1 ? same + 1 : 2; column != SIZE_MAX && is_taken(fill, column); n++) {
        sv_text name = {0};
        sv_text_addf(&name, "%s (%zu)", wanted, n);
        column = name.failed ? SIZE_MAX : sv_table_column(fill->map, fill->sheet, name.bytes);
        sv_text_clear(&name);
    }
    return column;
}

/* The map's columns for the headers. False without memory. */
static bool read_heading(sv_fill *fill)
{
    const sv_heading *heading = fill->heading;
    size_t known = sv_sheet_get(fill->sheet)->n_columns;
    if (!sv_grow(&fill->column, &fill->capacity, heading->n, sizeof *fill->column))
        return false;
    for (; fill->n < heading->n; fill->n++) {
        const char *header = heading->names[fill->n];
        sv_place place;
        size_t column = SIZE_MAX;
        sv_heading_place(heading, heading->row, fill->n, &place);
        if (!sv_cell_is_blank(header)) {
            bool twice = (column = sv_table_column(fill->map, fill->sheet, header)) != SIZE_MAX && is_taken(fill, column);
            if (twice)
                column = own_column(fill, fill->n, header);
            if (column == SIZE_MAX)
                return false;
            if (twice)
                sv_problems_add(fill->problems, SV_E_HEADER_TWICE, &place, header, NULL);
            else if (column >= known)
                sv_problems_add(fill->problems, SV_E_COLUMN_UNKNOWN, &place, header, NULL);
        }
        fill->column[fill->n] = column;
    }
    return true;
}

/* The column for cell i: found by the header, or made when something stands under no header. SIZE_MAX without memory. */
static size_t column_for(sv_fill *fill, size_t i, uint64_t row)
{
    char name[32];
    sv_place place;
    if (i < fill->n && fill->column[i] != SIZE_MAX)
        return fill->column[i];
    snprintf(name, sizeof name, "column %zu", i + 1);
    while (fill->n <= i) {
        if (!sv_grow(&fill->column, &fill->capacity, fill->n + 1, sizeof *fill->column))
            return SIZE_MAX;
        fill->column[fill->n++] = SIZE_MAX;
    }
    fill->column[i] = own_column(fill, i, name);
    sv_heading_place(fill->heading, row, i, &place);
    if (i < fill->heading->n || fill->heading->loose)
        sv_problems_add(fill->problems, SV_E_HEADER_EMPTY, &place, name, NULL);
    return fill->column[i];
}

/* ---- Rows ---- */

/* A row with more in it than there are headers: the cells are kept, but nobody can say which they are. */
static void report_long(sv_fill *fill, size_t at, const sv_fill_row *row)
{
    sv_text beyond = {0};
    sv_place place;
    char expected[32];
    for (size_t i = fill->heading->n; i < row->n && beyond.length < 200; i++)
        sv_text_addf(&beyond, "%s%s", beyond.length ? " | " : "", row->cells[i]);
    snprintf(expected, sizeof expected, "%zu", fill->heading->n);
    sv_heading_place(fill->heading, row->number, SIZE_MAX, &place);
    place.sheet_number = (unsigned)fill->sheet + 1;
    sv_problems_add(fill->problems, SV_E_ROW_LONG, &place, sv_text_get(&beyond), expected);
    sv_table_spoil(fill->map, fill->sheet, at);
    sv_text_clear(&beyond);
}

/* What a formula that failed shows is kept; in a column of ours the row cannot be used with it. */
static bool put_fault(sv_fill *fill, size_t at, size_t column, const char *text)
{
    bool known = column < sv_sheet_get(fill->sheet)->n_columns;
    sv_place place;
    if (!sv_table_put(fill->map, fill->sheet, at, column, text, NULL))
        return false;
    sv_map_place(fill->map, fill->sheet, at, column, &place);
    sv_problems_add(fill->problems, known ? SV_E_FORMULA_FAILED : SV_E_FORMULA_FAILED_KEPT, &place, text, NULL);
    if (known)
        sv_table_spoil(fill->map, fill->sheet, at);
    return true;
}

static bool put_cell(sv_fill *fill, size_t at, size_t column, sv_cell_is is, const char *text)
{
    bool known = column < sv_sheet_get(fill->sheet)->n_columns;
    double number;
    sv_place place;
    switch (is) {
    case SV_CELL_FAULT: return put_fault(fill, at, column, text);
    case SV_CELL_BLIND:
        sv_map_place(fill->map, fill->sheet, at, column, &place);
        sv_problems_add(fill->problems, SV_E_FORMULA_BLIND, &place, NULL, NULL);
        return true;
    case SV_CELL_NUMBER:
        if (known && sv_number_parse(text, &number))
            return sv_table_put_number(fill->map, fill->sheet, at, column, number, fill->problems);
        return known ? sv_table_put(fill->map, fill->sheet, at, column, text, fill->problems)
                     : sv_table_put_json(fill->map, fill->sheet, at, column, text);
    case SV_CELL_YESNO:
        if (!known)
            return sv_table_put_json(fill->map, fill->sheet, at, column, text);
        break;
    case SV_CELL_TEXT: break;
    }
    return sv_table_put(fill->map, fill->sheet, at, column, text, fill->problems);
}

static bool has_cell(const sv_fill_row *row, size_t i)
{
    return !sv_cell_is_blank(row->cells[i]) || (row->is && row->is[i] == SV_CELL_BLIND);
}

bool sv_fill_cells(sv_fill *fill, size_t at, const sv_fill_row *row)
{
    bool too_long = false;
    for (size_t i = 0; i < row->n; i++) {
        size_t column;
        if (!has_cell(row, i))
            continue;
        too_long |= i >= fill->heading->n && !fill->heading->loose;
        column = column_for(fill, i, row->number);
        if (column == SIZE_MAX || !put_cell(fill, at, column, row->is ? row->is[i] : SV_CELL_TEXT, row->cells[i]))
            return false;
    }
    if (too_long)
        report_long(fill, at, row);
    if (row->broken)
        sv_table_spoil(fill->map, fill->sheet, at);
    return true;
}

/* More rows than the sheet may have are not read on: the check of the map says that there are too many. */
static size_t row_limit(sv_sheet sheet)
{
    if (sv_sheet_get(sheet)->flags & SV_SHEET_SINGLE)
        return 1;
    return sheet == SV_ACTORS ? SV_ACTOR_LIMIT : SV_TIE_LIMIT;
}

/* Make the columns of an unknown sheet reach cell i; each has a header of its own, so that column i holds cell i. */
static bool reach_extra(const sv_fill *fill, size_t i)
{
    const sv_heading *heading = fill->heading;
    for (size_t at = sv_extra_sheet_columns(fill->extra); at <= i; at++) {
        bool named = at < heading->n && !sv_cell_is_blank(heading->names[at]);
        size_t column = SIZE_MAX - 1;
        for (size_t n = named ? sv_heading_same_before(heading->names, at) + 1 : 1; column != at; n++) {
            sv_text name = {0};
            if (named)
                sv_text_add(&name, heading->names[at]);
            else
                sv_text_addf(&name, "column %zu", at + 1);
            if (n > 1)
                sv_text_addf(&name, " (%zu)", n);
            column = name.failed ? SIZE_MAX : sv_extra_sheet_column(fill->map, fill->extra, name.bytes);
            sv_text_clear(&name);
            if (column == SIZE_MAX)
                return false;
        }
    }
    return true;
}

/* A row of a sheet that speelveld does not know: as it stands, or the JSON that we wrote there. */
static bool add_extra(sv_fill *fill, const sv_fill_row *row)
{
    size_t at = fill->extra_rows++;
    if (fill->maybe_json && at == 0 && sv_json_check(row->cells[0], strlen(row->cells[0]), fill->heading->file, NULL) == SV_OK) {
        fill->full = true;
        return sv_extra_sheet_set_json(fill->map, fill->extra, row->cells[0]);
    }
    for (size_t i = 0; i < row->n; i++)
        if (!sv_cell_is_blank(row->cells[i]) &&
            (!reach_extra(fill, i) || !sv_extra_sheet_put(fill->map, fill->extra, at, i, row->cells[i])))
            return false;
    fill->full = fill->extra_rows > SV_TIE_LIMIT;
    return true;
}

bool sv_fill_add(sv_fill *fill, const sv_fill_row *row)
{
    size_t at, limit;
    if (fill->full)
        return true;
    if (fill->extra)
        return add_extra(fill, row);
    limit = row_limit(fill->sheet);
    if (limit == 1 && sv_map_rows(fill->map, fill->sheet) == 1) {
        sv_place place;
        sv_heading_place(fill->heading, row->number, SIZE_MAX, &place);
        place.sheet_number = (unsigned)fill->sheet + 1;
        sv_problems_add(fill->problems, SV_E_ROW_SECOND, &place, SV_TR("Map"), NULL);
        fill->full = true;
        return true;
    }
    at = sv_table_row(fill->map, fill->sheet, NULL, row->number);
    fill->full = sv_map_rows(fill->map, fill->sheet) > limit;
    return at != SV_NO_ROW && sv_fill_cells(fill, at, row);
}

/* ---- Beginning and end ---- */

/* True when a sheet cannot be read as the one that its name says, which is told in `fault`. */
static bool lacks_column(const sv_fill *fill, const char *name, sv_error *fault)
{
    size_t missing = sv_heading_missing(fill->heading, fill->sheet);
    const sv_sheet_about *about = sv_sheet_get(fill->sheet);
    bool dutch = sv_text_same(name, about->nl);
    sv_text found = {0};
    sv_place place;
    if (missing == SIZE_MAX)
        return false;
    (void)count_known(fill->heading, fill->sheet, &dutch);
    list_headers(fill->heading, &found);
    sv_heading_place(fill->heading, fill->heading->row, SIZE_MAX, &place);
    sv_error_at(fault, SV_E_HEADER_MISSING, &place, sv_text_get(&found), dutch ? about->columns[missing].nl : about->columns[missing].en);
    sv_text_clear(&found);
    return true;
}

sv_status sv_fill_begin(sv_fill *fill, sv_map *map, sv_sheet sheet, const char *name, const sv_heading *heading, sv_problems *problems,
                        sv_error *error)
{
    sv_error fault;
    bool done;
    *fill = (sv_fill){.map = map, .problems = problems, .heading = heading, .sheet = sheet};
    if (sheet != SV_SHEETS && lacks_column(fill, name, &fault)) {
        if (sheet == SV_ACTORS) {
            if (error)
                *error = fault;
            return SV_DATA;
        }
        sv_problems_add(problems, fault.code, &fault.place, fault.found, fault.expected);
        fill->sheet = SV_SHEETS;
    }
    if (fill->sheet == SV_SHEETS) {
        fill->extra = sv_extra_sheet_add(map, name);
        fill->maybe_json = heading->n == 1 && strcmp(heading->names[0], SV_FILL_JSON_HEADER) == 0;
        done = fill->extra && (fill->maybe_json || heading->n == 0 || reach_extra(fill, heading->n - 1));
    } else {
        done = sv_table_name(map, sheet, heading->file, heading->sheet) && read_heading(fill);
    }
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

void sv_fill_end(sv_fill *fill)
{
    free(fill->column);
    *fill = (sv_fill){0};
}

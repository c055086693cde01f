/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading a map from CSV: which file is which sheet, which header is which column, and the rows. What
 * speelveld does not know (columns, sheets, cells beyond the headers) is kept, and said.
 */
#include "csv_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../model/table.h"

/* The columns of a sheet being read: column[i] of the map holds cell i; SIZE_MAX until something stands there. */
typedef struct sheet_reader {
    sv_csv *csv;
    sv_map *map;
    sv_sheet sheet;
    size_t *column, n, capacity;
    sv_problems *problems;
} sheet_reader;

static sv_status no_memory(sv_error *error)
{
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* ---- Headers ---- */

static bool is_taken(const sheet_reader *reader, size_t column)
{
    for (size_t i = 0; i < reader->n; i++)
        if (reader->column[i] == column)
            return true;
    return false;
}

/* A column of its own for cell i, whose header is empty or taken: the name, or "name (2)", "name (3)" … SIZE_MAX without memory. */
static size_t own_column(sheet_reader *reader, size_t i, const char *wanted)
{
    size_t column = sv_table_column(reader->map, reader->sheet, wanted), same = sv_csv_same_before(reader->csv, i);
    for (size_t n = same > 1 ? same + 1 : 2; column != SIZE_MAX && is_taken(reader, column); n++) {
        sv_text name = {0};
        sv_text_addf(&name, "%s (%zu)", wanted, n);
        column = name.failed ? SIZE_MAX : sv_table_column(reader->map, reader->sheet, name.bytes);
        sv_text_clear(&name);
    }
    return column;
}

/* The map's columns for the headers. False without memory. */
static bool read_header(sheet_reader *reader)
{
    const sv_csv *csv = reader->csv;
    size_t known = sv_sheet_get(reader->sheet)->n_columns;
    if (!sv_grow(&reader->column, &reader->capacity, csv->n_header, sizeof *reader->column))
        return false;
    for (; reader->n < csv->n_header; reader->n++) {
        const char *header = csv->header[reader->n];
        sv_place place;
        size_t column = SIZE_MAX;
        sv_csv_place(csv, reader->n, &place);
        if (!sv_csv_is_empty(header)) {
            bool twice = (column = sv_table_column(reader->map, reader->sheet, header)) != SIZE_MAX && is_taken(reader, column);
            if (twice)
                column = own_column(reader, reader->n, header);
            if (column == SIZE_MAX)
                return false;
            if (twice)
                sv_problems_add(reader->problems, SV_E_HEADER_TWICE, &place, header, NULL);
            else if (column >= known)
                sv_problems_add(reader->problems, SV_E_COLUMN_UNKNOWN, &place, header, NULL);
        }
        reader->column[reader->n] = column;
    }
    return true;
}

/* The number of a sheet's columns that stand in the header; `dutch` when some can only be Dutch. */
static size_t count_known(const sv_csv *csv, sv_sheet sheet, bool *dutch)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    size_t known = 0;
    for (size_t i = 0; i < csv->n_header; i++) {
        size_t column = sv_column_find(sheet, csv->header[i]);
        if (column == SIZE_MAX)
            continue;
        known++;
        *dutch |= sv_text_same(csv->header[i], about->columns[column].nl) && !sv_text_same(csv->header[i], about->columns[column].en);
    }
    return known;
}

/* The first required column of a sheet that the header lacks; SIZE_MAX when none. */
static size_t missing_column(const sv_csv *csv, sv_sheet sheet)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < about->n_columns; column++) {
        bool found = !(about->columns[column].flags & SV_COLUMN_REQUIRED);
        for (size_t i = 0; i < csv->n_header && !found; i++)
            found = sv_column_find(sheet, csv->header[i]) == column;
        if (!found)
            return column;
    }
    return SIZE_MAX;
}

static void list_headers(const sv_csv *csv, sv_text *list)
{
    for (size_t i = 0; i < csv->n_header && list->length < 200; i++)
        sv_text_addf(list, "%s%s", i ? ", " : "", csv->header[i]);
}

/* ---- Rows ---- */

/* The column for cell i: found by the header, or made when something stands under no header. SIZE_MAX without memory. */
static size_t column_for(sheet_reader *reader, size_t i)
{
    char name[32];
    sv_place place;
    if (i < reader->n && reader->column[i] != SIZE_MAX)
        return reader->column[i];
    snprintf(name, sizeof name, "column %zu", i + 1);
    while (reader->n <= i) {
        if (!sv_grow(&reader->column, &reader->capacity, reader->n + 1, sizeof *reader->column))
            return SIZE_MAX;
        reader->column[reader->n++] = SIZE_MAX;
    }
    reader->column[i] = own_column(reader, i, name);
    sv_csv_place(reader->csv, i, &place);
    if (i < reader->csv->n_header)
        sv_problems_add(reader->problems, SV_E_HEADER_EMPTY, &place, name, NULL);
    return reader->column[i];
}

/* A row with more in it than there are headers: the cells are kept, but nobody can say which they are. */
static void report_long(sheet_reader *reader, size_t row)
{
    const sv_csv *csv = reader->csv;
    sv_text beyond = {0};
    sv_place place;
    char expected[32];
    for (size_t i = csv->n_header; i < csv->n_cells && beyond.length < 200; i++)
        sv_text_addf(&beyond, "%s%s", beyond.length ? " | " : "", csv->cells[i]);
    snprintf(expected, sizeof expected, "%zu", csv->n_header);
    sv_csv_place(csv, SIZE_MAX, &place);
    place.sheet_number = (unsigned)reader->sheet + 1;
    sv_problems_add(reader->problems, SV_E_ROW_LONG, &place, sv_text_get(&beyond), expected);
    sv_table_spoil(reader->map, reader->sheet, row);
    sv_text_clear(&beyond);
}

static bool read_row(sheet_reader *reader)
{
    const sv_csv *csv = reader->csv;
    size_t row = sv_table_row(reader->map, reader->sheet, NULL, csv->row);
    bool too_long = false;
    if (row == SV_NO_ROW)
        return false;
    for (size_t i = 0; i < csv->n_cells; i++) {
        size_t column;
        if (sv_csv_is_empty(csv->cells[i]))
            continue;
        too_long |= i >= csv->n_header;
        column = column_for(reader, i);
        if (column == SIZE_MAX || !sv_table_put(reader->map, reader->sheet, row, column, csv->cells[i], reader->problems))
            return false;
    }
    if (too_long)
        report_long(reader, row);
    if (csv->broken)
        sv_table_spoil(reader->map, reader->sheet, row);
    return true;
}

/* More rows than the sheet may have are not read on: the check of the map says that there are too many. */
static size_t row_limit(sv_sheet sheet)
{
    if (sv_sheet_get(sheet)->flags & SV_SHEET_SINGLE)
        return 1;
    return sheet == SV_ACTORS ? SV_ACTOR_LIMIT : SV_TIE_LIMIT;
}

static bool read_rows(sheet_reader *reader)
{
    size_t limit = row_limit(reader->sheet);
    while (sv_csv_next(reader->csv)) {
        sv_place place;
        if (limit == 1 && sv_map_rows(reader->map, reader->sheet) == 1) {
            sv_csv_place(reader->csv, SIZE_MAX, &place);
            place.sheet_number = (unsigned)reader->sheet + 1;
            sv_problems_add(reader->problems, SV_E_ROW_SECOND, &place, SV_TR("Map"), NULL);
            break;
        }
        if (!read_row(reader))
            return false;
        if (sv_map_rows(reader->map, reader->sheet) > limit)
            break;
    }
    return !reader->csv->failed;
}

/* ---- Sheets ---- */

static bool read_sheet(sv_csv *csv, sv_sheet sheet, sv_map *map, sv_problems *problems)
{
    sheet_reader reader = {.csv = csv, .map = map, .sheet = sheet, .problems = problems};
    bool done = sv_table_name(map, sheet, csv->file, "") && read_header(&reader) && read_rows(&reader);
    free(reader.column);
    return done;
}

/* A sheet without a required column: said once, and kept as it stands rather than faulted row by row. */
static sv_status read_headless(sv_csv *csv, sv_sheet sheet, const char *name, sv_map *map, sv_problems *problems, sv_error *error)
{
    const sv_column *column = &sv_sheet_get(sheet)->columns[missing_column(csv, sheet)];
    sv_text found = {0};
    sv_error fault;
    sv_place place;
    bool dutch = sv_text_same(name, sv_sheet_get(sheet)->nl);
    (void)count_known(csv, sheet, &dutch);
    list_headers(csv, &found);
    sv_csv_place(csv, SIZE_MAX, &place);
    sv_error_at(&fault, SV_E_HEADER_MISSING, &place, sv_text_get(&found), dutch ? column->nl : column->en);
    sv_text_clear(&found);
    if (sheet == SV_ACTORS) {
        if (error)
            *error = fault;
        return SV_DATA;
    }
    sv_problems_add(problems, fault.code, &fault.place, fault.found, fault.expected);
    return sv_csv_extra_read(csv, name, map) ? SV_OK : no_memory(error);
}

static sv_status read_known(sv_csv *csv, sv_sheet sheet, const char *name, sv_map *map, sv_problems *problems, sv_error *error)
{
    if (missing_column(csv, sheet) != SIZE_MAX)
        return read_headless(csv, sheet, name, map, problems, error);
    return read_sheet(csv, sheet, map, problems) ? SV_OK : no_memory(error);
}

/* The name of a file without ".csv" or ".tsv"; NULL without memory. */
static char *stem_of(const char *file)
{
    const char *dot = strrchr(file, '.');
    return sv_copy_text(file, dot ? (size_t)(dot - file) : strlen(file));
}

/* A file without even headers: what should stand in it, in the language of its name. */
static void report_empty(sv_sheet sheet, const char *name, const sv_place *place, sv_problems *problems)
{
    const sv_sheet_about *about = sheet == SV_SHEETS ? NULL : sv_sheet_get(sheet);
    bool dutch = about && sv_text_same(name, about->nl);
    sv_text headers = {0};
    for (size_t i = 0; about && i < about->n_columns; i++)
        if (about->columns[i].flags & SV_COLUMN_REQUIRED)
            sv_text_addf(&headers, "%s%s", headers.length ? ";" : "", dutch ? about->columns[i].nl : about->columns[i].en);
    sv_problems_add(problems, SV_E_SHEET_EMPTY, place, place->file, sv_text_get(&headers));
    sv_text_clear(&headers);
}

bool sv_csv_is_table(const char *file)
{
    const char *dot = strrchr(file, '.');
    return *file != '.' && *file != '~' && dot && (strcasecmp(dot, ".csv") == 0 || strcasecmp(dot, ".tsv") == 0);
}

sv_sheet sv_csv_sheet_of(const char *file)
{
    const char *dot = strrchr(file, '.');
    char stem[64]; /* longer names are none of ours */
    int n = snprintf(stem, sizeof stem, "%.*s", (int)strnlen(file, dot ? (size_t)(dot - file) : sizeof stem), file);
    return n < (int)sizeof stem ? sv_sheet_find(stem) : SV_SHEETS;
}

/* One file of a folder. `seen`: the file that each sheet was read from. */
static sv_status read_file(const char *folder, const char *file, const char *seen[SV_SHEETS], sv_map *map, sv_problems *problems,
                           sv_error *error)
{
    char *path = sv_file_join(folder, file), *name = stem_of(file), *bytes = NULL;
    sv_csv csv = {0};
    sv_error fault = {0};
    sv_place place = {0};
    sv_sheet sheet = sv_csv_sheet_of(file);
    size_t n = 0;
    sv_status status = path && name ? sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, error) : no_memory(error);
    if (status != SV_OK)
        goto done;
    sv_text_fit(place.file, sizeof place.file, file);
    if (sheet != SV_SHEETS && seen[sheet]) {
        sv_text both = {0};
        sv_text_addf(&both, "%s, %s", seen[sheet], file);
        sv_problems_add(problems, SV_E_SHEET_TWICE, &place, name, sv_text_get(&both));
        sv_text_clear(&both);
        free(bytes);
        goto done;
    }
    status = sv_csv_open(&csv, bytes, n, file, problems, &fault);
    if (status != SV_OK && fault.code == SV_E_FILE_EMPTY) {
        report_empty(sheet, name, &place, problems);
        status = SV_OK;
    } else if (status != SV_OK) {
        if (error)
            *error = fault;
    } else if (sheet != SV_SHEETS) {
        seen[sheet] = file;
        status = read_known(&csv, sheet, name, map, problems, error);
    } else if (sv_extra_sheets(map) > SV_COLUMN_LIMIT) {
        status = sv_error_at(error, SV_E_TOO_MANY, &place, SV_TR("sheets"), "1000");
    } else {
        sv_problems_add(problems, SV_E_SHEET_UNKNOWN, &place, name, NULL);
        status = sv_csv_extra_read(&csv, name, map) ? SV_OK : no_memory(error);
    }
done:
    sv_csv_close(&csv);
    free(name);
    free(path);
    return status;
}

sv_status sv_csv_folder_read(const char *folder, sv_map *map, sv_problems *problems, sv_error *error)
{
    const char *seen[SV_SHEETS] = {0};
    char **names = NULL;
    size_t n = 0, known = 0;
    sv_status status = sv_file_list(folder, &names, &n, error);
    for (size_t i = 0; i < n; i++)
        known += sv_csv_is_table(names[i]) && sv_csv_sheet_of(names[i]) != SV_SHEETS;
    if (status == SV_OK && known == 0)
        status = sv_error_set(error, SV_E_FOLDER_EMPTY, folder, NULL);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        if (sv_csv_is_table(names[i]))
            status = read_file(folder, names[i], seen, map, problems, error);
    sv_file_list_free(names, n);
    return status;
}

/* The sheet whose required columns are all there, and of those the one that knows most of the headers. */
static sv_sheet sheet_of_header(const sv_csv *csv)
{
    sv_sheet best = SV_SHEETS;
    size_t most = 0;
    bool dutch = false;
    for (int sheet = SV_ACTORS; sheet < SV_SHEETS; sheet++) {
        size_t known = count_known(csv, (sv_sheet)sheet, &dutch);
        bool enough = known > 1 || sheet == SV_ACTORS; /* a date alone, or a title, makes no sheet */
        if (enough && known > most && missing_column(csv, (sv_sheet)sheet) == SIZE_MAX) {
            best = (sv_sheet)sheet;
            most = known;
        }
    }
    return best;
}

sv_status sv_csv_lone_read(sv_csv *csv, sv_map *map, sv_problems *problems, sv_error *error)
{
    char *name = stem_of(csv->file);
    sv_sheet sheet = sv_csv_sheet_of(csv->file);
    sv_status status = SV_OK;
    if (sheet == SV_SHEETS)
        sheet = sheet_of_header(csv);
    if (!name)
        status = no_memory(error);
    else if (sheet == SV_SHEETS)
        status = sv_error_set(error, SV_E_NOT_A_TABLE, csv->file,
                              SV_TR("a header naam or name (actors), or van and naar, from and to, source and target (ties)"));
    else
        status = read_known(csv, sheet, name, map, problems, error);
    free(name);
    return status;
}

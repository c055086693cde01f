/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading a map from CSV: which file of a folder is which sheet, and the rows of each. */
#include "csv_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "sheet_fill.h"

static sv_heading heading_of(const sv_csv *csv)
{
    return (sv_heading){.file = csv->file, .sheet = "", .row = csv->row, .names = (const char *const *)csv->header, .n = csv->n_header};
}

/* Read an opened file as a sheet of ours, or (SV_SHEETS) of the user's. */
static sv_status read_sheet(sv_csv *csv, sv_sheet sheet, const char *name, sv_map *map, sv_problems *problems, sv_error *error)
{
    sv_fill fill;
    sv_heading heading = heading_of(csv);
    sv_status status = sv_fill_begin(&fill, map, sheet, name, &heading, problems, error);
    while (status == SV_OK && !fill.full && sv_csv_next(csv)) {
        sv_fill_row row = {.number = csv->row, .cells = (const char *const *)csv->cells, .n = csv->n_cells, .broken = csv->broken};
        if (!sv_fill_add(&fill, &row))
            status = sv_no_memory(error);
    }
    if (status == SV_OK && csv->failed)
        status = sv_no_memory(error);
    sv_fill_end(&fill);
    return status;
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
    sv_status status = path && name ? sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, error) : sv_no_memory(error);
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
        status = read_sheet(&csv, sheet, name, map, problems, error);
    } else if (sv_extra_sheets(map) > SV_COLUMN_LIMIT) {
        status = sv_error_at(error, SV_E_TOO_MANY, &place, SV_TR("sheets"), "1000");
    } else {
        sv_problems_add(problems, SV_E_SHEET_UNKNOWN, &place, name, NULL);
        status = read_sheet(&csv, SV_SHEETS, name, map, problems, error);
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

sv_status sv_csv_lone_read(sv_csv *csv, sv_map *map, sv_problems *problems, sv_error *error)
{
    char *name = stem_of(csv->file);
    sv_sheet sheet = sv_csv_sheet_of(csv->file);
    sv_heading heading = heading_of(csv);
    sv_status status = SV_OK;
    if (sheet == SV_SHEETS)
        sheet = sv_heading_sheet(&heading);
    if (!name)
        status = sv_no_memory(error);
    else if (sheet == SV_SHEETS)
        status = sv_error_set(error, SV_E_NOT_A_TABLE, csv->file,
                              SV_TR("a header naam or name (actors), or van and naar, from and to, source and target (ties)"));
    else
        status = read_sheet(csv, sheet, name, map, problems, error);
    free(name);
    return status;
}

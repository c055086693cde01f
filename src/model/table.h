/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Filling a map: what readers use. A reader names the columns of a sheet once, then adds rows and puts cells
 * into them. Putting a cell of a known column reads it by the column's type: the canonical text is kept, and
 * a cell that cannot be read is kept as it stood, reported, and makes its row unusable.
 */
#ifndef SV_MODEL_TABLE_H
#define SV_MODEL_TABLE_H

#include <speelveld/model.h>

#include "../base/text.h"

/* Say that a sheet was there, under this name in this file. Both are copied. False without memory. */
bool sv_table_name(sv_map *map, sv_sheet sheet, const char *file, const char *name);

/* The number of the column with this header; an unknown header makes a new column. SIZE_MAX without memory. */
size_t sv_table_column(sv_map *map, sv_sheet sheet, const char *header);

/* What a file calls a known column, for telling where a fault stands. False without memory. */
bool sv_table_rename(sv_map *map, sv_sheet sheet, size_t column, const char *header);

/* A new, empty row that stands at `row_number` (from 1) of `file` (NULL: the file of sv_table_name). SV_NO_ROW without memory. */
size_t sv_table_row(sv_map *map, sv_sheet sheet, const char *file, uint64_t row_number);

/* Put text as a person wrote it. Empty text (only spaces) is no cell. False without memory. */
bool sv_table_put(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *text, sv_problems *problems);

/* Put a number that is one for certain (from JSON), checked against the column's range. False without memory. */
bool sv_table_put_number(sv_map *map, sv_sheet sheet, size_t row, size_t column, double number, sv_problems *problems);

/* Put a piece of JSON that is not text into a column that speelveld does not know; it is written back as it is. False without memory. */
bool sv_table_put_json(sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *json);
/* True when the cell was put so. */
bool sv_table_is_json(const sv_map *map, sv_sheet sheet, size_t row, size_t column);

/* Mark a row unusable, for faults that only the reader can see (a row that is too long). */
void sv_table_spoil(sv_map *map, sv_sheet sheet, size_t row);

/* True when the text of a known column is canonical for its type, so that it can be written as a number, boolean or list. */
bool sv_cell_is_canonical(sv_type type, const char *text);

/* The parts of a list cell: calls back for each, unescaped. A part's own | ; \ stand behind a backslash in the cell. */
typedef struct sv_list_cursor {
    const char *at;
} sv_list_cursor;
/* The next part into `part` (cleared first); false when there is none left, or without memory (part->failed). */
bool sv_list_next(sv_list_cursor *cursor, sv_text *part);
/* Whether a list cell names an actor. False without memory. */
bool sv_list_names(const sv_map *map, const char *cell, size_t actor, bool *names);
/* Add a part to a list cell under construction. */
void sv_list_add(sv_text *list, const char *part);

/* Sheets that speelveld does not know, kept whole. */
typedef struct sv_extra_sheet sv_extra_sheet;
/* A new one (name copied); NULL without memory. */
sv_extra_sheet *sv_extra_sheet_add(sv_map *map, const char *name);
size_t sv_extra_sheets(const sv_map *map);
sv_extra_sheet *sv_extra_sheet_get(const sv_map *map, size_t i);
const char *sv_extra_sheet_name(const sv_extra_sheet *extra);
/* A sheet that came as JSON of any shape: the whole value as JSON text; NULL when it is a table. */
const char *sv_extra_sheet_json(const sv_extra_sheet *extra);
bool sv_extra_sheet_set_json(sv_map *map, sv_extra_sheet *extra, const char *json);
/* A table's columns and cells; put makes rows and columns as needed (header row not counted). False without memory. */
size_t sv_extra_sheet_column(sv_map *map, sv_extra_sheet *extra, const char *header);
bool sv_extra_sheet_put(sv_map *map, sv_extra_sheet *extra, size_t row, size_t column, const char *text);
size_t sv_extra_sheet_rows(const sv_extra_sheet *extra);
size_t sv_extra_sheet_columns(const sv_extra_sheet *extra);
const char *sv_extra_sheet_header(const sv_extra_sheet *extra, size_t column);
const char *sv_extra_sheet_cell(const sv_extra_sheet *extra, size_t row, size_t column);

#endif

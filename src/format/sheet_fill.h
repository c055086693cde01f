/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Filling a sheet of a map from a table that any reader brings: which headers are which columns, and then row
 * after row. CSV files and workbooks come in through here, so that the same table is read the same from both.
 */
#ifndef SV_FORMAT_SHEET_FILL_H
#define SV_FORMAT_SHEET_FILL_H

#include <speelveld/model.h>

#include "../model/table.h"

/* The headers of a table, and where they stand. All borrowed. */
typedef struct sv_heading {
    const char *file, *sheet; /* sheet: "" where a file is one sheet */
    uint64_t row;
    const char *const *names;
    size_t n;
    bool loose; /* a cell beyond the headers has no name, and did not shift there */
} sv_heading;

/* What is known of a cell beside its text. */
typedef enum sv_cell_is { SV_CELL_TEXT = 0, SV_CELL_NUMBER, SV_CELL_YESNO, SV_CELL_FAULT, SV_CELL_BLIND } sv_cell_is;

/* A row: n cells from the first column on, "" where there is none. All borrowed. */
typedef struct sv_fill_row {
    uint64_t number;
    const char *const *cells;
    const sv_cell_is *is; /* NULL: all are text */
    size_t n;
    bool broken; /* it cannot be trusted */
} sv_fill_row;

/* True when there is nothing but white space in a cell. */
bool sv_cell_is_blank(const char *cell);
/* How many headers before number i are the same as it, letter by letter. */
size_t sv_heading_same_before(const char *const *names, size_t i);
/* Where a cell of a row is; SIZE_MAX: the row. */
void sv_heading_place(const sv_heading *heading, uint64_t row, size_t column, sv_place *place);
/* The sheet whose required columns are all there, and of those the one that knows most of the headers; SV_SHEETS: none. */
sv_sheet sv_heading_sheet(const sv_heading *heading);
/* The first required column of a sheet that the headers lack; SIZE_MAX when none. */
size_t sv_heading_missing(const sv_heading *heading, sv_sheet sheet);

/* A table on its way into a map. */
typedef struct sv_fill {
    sv_map *map;
    sv_problems *problems;
    const sv_heading *heading;
    sv_sheet sheet;              /* SV_SHEETS: one of the user's */
    bool full;                   /* no more rows are taken */
    size_t *column, n, capacity; /* column[i] of the map holds cell i; SIZE_MAX until something stands there */
    sv_extra_sheet *extra;
    size_t extra_rows;
    bool maybe_json;
} sv_fill;

/*
 * Begin to fill `sheet` (SV_SHEETS: a sheet of the user's, called `name`). A sheet of ours without a required
 * column is said, and kept as one of the user's; without names of actors nothing can be read, and that is returned.
 * The heading must outlive the filling. End it whatever came of it.
 */
sv_status sv_fill_begin(sv_fill *fill, sv_map *map, sv_sheet sheet, const char *name, const sv_heading *heading, sv_problems *problems,
                        sv_error *error);
/* Add a row. False without memory. Cost: linear in its cells. */
bool sv_fill_add(sv_fill *fill, const sv_fill_row *row);
/* Put cells into a row that is there, over what stood in it. False without memory. */
bool sv_fill_cells(sv_fill *fill, size_t at, const sv_fill_row *row);
void sv_fill_end(sv_fill *fill);

/* The header of the one column of a sheet that holds JSON which is no table. */
#define SV_FILL_JSON_HEADER "json"

#endif

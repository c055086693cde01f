/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * CSV: tables as spreadsheets save them, read record by record and written cell by cell.
 *
 * A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a CR, perhaps behind
 * apostrophes) gets one apostrophe more when it is written, and one is taken off when it is read: nothing
 * is lost, and "'=1" comes back as "'=1". A negative number is no formula and stays as it is.
 */
#ifndef SV_FORMAT_CSV_H
#define SV_FORMAT_CSV_H

#include <speelveld/base.h>

#include "../base/text.h"

/* A file being read. Cells are texts inside `bytes`: borrowed, ending in NUL, valid until sv_csv_close. */
typedef struct sv_csv {
    const char *file; /* its name, for faults; borrowed */
    sv_problems *problems;
    char **header; /* the first record with something in it */
    size_t n_header;
    char **cells; /* the record at hand */
    size_t n_cells;
    uint64_t row; /* its row in a spreadsheet, counted from 1 */
    bool broken;  /* it cannot be trusted: a quote was never closed */
    bool failed;  /* memory ran out: look after sv_csv_next said there is nothing more */

    char *bytes, *at, *end;
    char separator;
    size_t cells_capacity;
    bool mojibake_said;
} sv_csv;

/*
 * Begin with the n bytes of a file (with a NUL behind them), which the reader owns from here on, also when it fails:
 * encoding, separator and header. An empty file is SV_E_FILE_EMPTY, too many columns SV_E_TOO_MANY.
 * Close it whatever came of it.
 */
sv_status sv_csv_open(sv_csv *csv, char *bytes, size_t n, const char *file, sv_problems *problems, sv_error *error);
/* The next record with something in it; false when there is none. Cost: linear in its length. */
bool sv_csv_next(sv_csv *csv);
/* Where a cell of the record at hand is; SIZE_MAX: the record. */
void sv_csv_place(const sv_csv *csv, size_t column, sv_place *place);
void sv_csv_close(sv_csv *csv);

/* Add the mark and the end of a record; add a cell (a separator before it, when it is not the first). */
void sv_csv_write_start(sv_text *out);
void sv_csv_write_text(sv_text *out, const char *text, bool first);
void sv_csv_write_number(sv_text *out, const char *number, bool first);
void sv_csv_write_header(sv_text *out, const char *header, bool first);
void sv_csv_write_end(sv_text *out);

#endif

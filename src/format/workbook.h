/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Workbook: the sheets of an .xlsx or .ods file as rows of typed cells, one row at a time. What a cell means on
 * a map is not known here; what it is to a person who looks at it is: a text, a number, yes or no, a fault.
 */
#ifndef SV_FORMAT_WORKBOOK_H
#define SV_FORMAT_WORKBOOK_H

#include <speelveld/model.h>

#include "../base/text.h"
#include "archive.h"
#include "xml_part.h"

typedef enum sv_book_kind {
    SV_BOOK_EMPTY = 0,
    SV_BOOK_TEXT,   /* also dates (ISO) and times (hh:mm) */
    SV_BOOK_NUMBER, /* text: the shortest that reads back */
    SV_BOOK_YESNO,  /* text: "true", "false" */
    SV_BOOK_FAULT,  /* text: what the spreadsheet shows, "#N/A" */
    SV_BOOK_BLIND   /* a formula whose outcome was never stored */
} sv_book_kind;

typedef struct sv_book_cell {
    sv_book_kind kind;
    bool cleaned;     /* control characters were taken out */
    const char *text; /* never NULL */
} sv_book_cell;

/* A row with something in it: n cells from the first column on. Borrowed until the next row. */
typedef struct sv_book_row {
    uint64_t number; /* as the spreadsheet shows it */
    const sv_book_cell *cells;
    size_t n;
} sv_book_row;

/* Who reads a book. Any status but SV_OK, with the fault in `error`, stops the reading. */
typedef struct sv_book_visitor {
    void *context;
    /* A sheet begins; *wanted false passes over its rows. */
    sv_status (*sheet)(void *context, const char *name, bool *wanted, sv_error *error);
    sv_status (*row)(void *context, const sv_book_row *row, sv_error *error);
} sv_book_visitor;

/* The names of the sheets, in order; cleared by sv_book_names_clear. */
typedef struct sv_book_names {
    char **names;
    size_t n, capacity;
} sv_book_names;
void sv_book_names_clear(sv_book_names *names);

typedef struct sv_book {
    const char *file;
    sv_archive *archive;
    const char *bytes; /* for a spreadsheet that is one XML file */
    size_t n;
    size_t left; /* how much may still be given out, see sv_book_row_add */
    sv_book_names names;
    struct sv_xlsx *xlsx; /* NULL: OpenDocument */
} sv_book;

/*
 * Open the n bytes (borrowed) of a workbook: its sheets are known, its rows are not read yet. `file` is its name, borrowed.
 * Close it whatever came of it.
 */
sv_status sv_xlsx_open(sv_book *book, const char *bytes, size_t n, const char *file, sv_error *error);
sv_status sv_ods_open(sv_book *book, const char *bytes, size_t n, const char *file, sv_error *error);
void sv_book_close(sv_book *book);

/* Read all sheets in the order in which they stand. Cost: linear in what is in them. */
sv_status sv_book_read(sv_book *book, const sv_book_visitor *visitor, sv_error *error);

/* ---- For the two readers ---- */

sv_status sv_xlsx_read(sv_book *book, const sv_book_visitor *visitor, sv_error *error);
sv_status sv_ods_read(sv_book *book, const sv_book_visitor *visitor, sv_error *error);

/* Add a sheet's name. SV_E_TOO_MANY beyond 1,000. */
sv_status sv_book_add_name(sv_book *book, const char *name, sv_error *error);

/* An ISO date as people write it: no midnight behind it, a space before the time, no seconds that are zero. */
void sv_book_date_text(const char *iso, char text[40]);

/* A row under construction: cells in any order of columns, their texts one behind the other. */
typedef struct sv_book_builder {
    sv_book *book;
    sv_text texts;
    struct sv_book_made {
        sv_book_kind kind;
        bool cleaned;
        size_t at; /* where in texts */
    } made[SV_COLUMN_LIMIT];
    sv_book_cell cells[SV_COLUMN_LIMIT];
    size_t n;
    bool beyond; /* something stood right of the last column that is read */
} sv_book_builder;

/* An empty row. */
void sv_book_row_begin(sv_book_builder *row);
/* Put a cell with a text of n bytes; control characters are taken out. */
void sv_book_row_put(sv_book_builder *row, size_t column, sv_book_kind kind, const char *text, size_t n);
/* Hand the row over when there is something in it. SV_E_WORKBOOK_SWELLS when a small file gives out too much. */
sv_status sv_book_row_give(sv_book_builder *row, const char *sheet, uint64_t number, const sv_book_visitor *visitor, sv_error *error);
void sv_book_builder_clear(sv_book_builder *row);

#endif

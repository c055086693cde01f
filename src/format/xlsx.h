/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of an .xlsx workbook: its parts, its texts, and which numbers are dates. */
#ifndef SV_FORMAT_XLSX_H
#define SV_FORMAT_XLSX_H

#include "workbook.h"

/* How a number is shown; 0 is as a number. */
enum { SV_SHOWN_DATE = 1, SV_SHOWN_TIME = 2, SV_SHOWN_SECONDS = 4, SV_SHOWN_ELAPSED = 8 };

struct sv_xlsx {
    char **parts; /* of each sheet, in the order of the names */
    size_t n_parts, parts_capacity;
    char *strings_part, *styles_part; /* NULL: it has none */
    bool from_1904;                   /* days are counted from 1 January 1904 */
    sv_text texts;                    /* the shared texts, one behind the other */
    size_t *text_at, n_texts, texts_capacity;
    unsigned char *shown; /* per style of a cell */
    size_t n_styles, styles_capacity;
};

/* The styles of a workbook that was opened. */
sv_status sv_xlsx_read_styles(sv_book *book, sv_error *error);

/* How a number format shows a number: by its built-in id, by its code ("dd-mm-jjjj" is written "dd\-mm\-yyyy"). */
unsigned char sv_xlsx_shown_by_id(long id);
unsigned char sv_xlsx_shown_by_code(const char *code);
/* The date or time that a number is, as ISO text; false when it cannot be one. */
bool sv_xlsx_date_text(double serial, unsigned char shown, bool from_1904, char text[40]);

/* A number as every program writes it in XML, whatever the locale. False when it is none, or not finite. */
bool sv_xlsx_number(const char *text, double *number);

#endif

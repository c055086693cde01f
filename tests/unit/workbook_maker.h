/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Workbooks for tests, made byte by byte, so that they can also be what no program would write. */
#ifndef SV_TEST_WORKBOOK_MAKER_H
#define SV_TEST_WORKBOOK_MAKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "reading.h"

/* A part of an archive. `deflated` bytes are raw deflate data already. */
typedef struct zip_part {
    const char *name, *bytes;
    size_t n; /* 0: up to the NUL */
    bool deflated, wrong_checksum;
    uint32_t claims; /* the size it says it has; 0: the true one */
} zip_part;

/* A ZIP file of parts, freed by the caller. */
char *make_zip(const zip_part *parts, size_t n, size_t *length);

/* `before`, then `times` pieces, then `after`, deflated so that it stays small. Freed by the caller. */
char *make_swelling(const char *before, const char *piece, size_t times, const char *after, size_t *length);

/* A workbook of one sheet: what stands between <sheetData> and its end, <si> elements, and <numFmts> and <cellXfs>; all but the first may
 * be NULL. */
typedef struct xlsx_text {
    const char *sheet, *rows, *texts, *styles;
    bool from_1904;
} xlsx_text;
char *make_xlsx(const xlsx_text *text, size_t *length);
/* What stands between <office:spreadsheet> and its end. */
char *make_ods(const char *tables, size_t *length);

/* Read one made so; the bytes are freed. */
reading read_made(const char *name, char *bytes, size_t length);
reading read_rows(const char *sheet, const char *rows);
reading read_tables(const char *tables);

#endif

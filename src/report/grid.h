/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table under construction, written as aligned text or as CSV for a spreadsheet. */
#ifndef SV_REPORT_GRID_H
#define SV_REPORT_GRID_H

#include <speelveld/base.h>

#include "../base/text.h"

typedef struct sv_grid {
    size_t n_columns;
    bool *numeric;   /* per column: set right, and safe as a number in a spreadsheet */
    char **cells;    /* row after row, the headers first */
    size_t n_cells, capacity;
    bool failed;
} sv_grid;

void grid_init(sv_grid *grid, size_t n_columns);
void grid_clear(sv_grid *grid);
/* Add the next cell (copied); rows fill from left to right. */
void grid_add(sv_grid *grid, const char *text);
void grid_add_number(sv_grid *grid, double number, int decimals, sv_language language);
/* A number that is written out already. */
void grid_add_amount(sv_grid *grid, const char *text);

/* As text, indented by two spaces, cells wider than `widest` cut with "…" (0: never). */
void grid_write_text(const sv_grid *grid, size_t widest, sv_text *out);
/* As CSV: UTF-8 with a mark, semicolons, CRLF; text that a spreadsheet would run gets a ' in front. */
void grid_write_csv(const sv_grid *grid, sv_text *out);

#endif

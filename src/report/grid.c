/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables: aligned by what a terminal shows, not by bytes, and as CSV that opens right in a Dutch spreadsheet. */
#include "grid.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

void grid_init(sv_grid *grid, size_t n_columns)
{
    *grid = (sv_grid){.n_columns = n_columns};
    grid->numeric = sv_alloc(n_columns, sizeof *grid->numeric);
    grid->failed = !grid->numeric;
}

void grid_clear(sv_grid *grid)
{
    for (size_t i = 0; i < grid->n_cells; i++)
        free(grid->cells[i]);
    free(grid->cells);
    free(grid->numeric);
    *grid = (sv_grid){0};
}

void grid_add(sv_grid *grid, const char *text)
{
    char *copy = sv_copy_text(text, strlen(text));
    if (!copy || !sv_grow(&grid->cells, &grid->capacity, grid->n_cells + 1, sizeof *grid->cells)) {
        free(copy);
        grid->failed = true;
        return;
    }
    grid->cells[grid->n_cells++] = copy;
}

void grid_add_amount(sv_grid *grid, const char *text)
{
    if (!grid->failed)
        grid->numeric[grid->n_cells % grid->n_columns] = true;
    grid_add(grid, text);
}

void grid_add_number(sv_grid *grid, double number, int decimals, sv_language language)
{
    char text[64];
    sv_number_show(number, decimals, language == SV_DUTCH ? ',' : '.', text);
    grid_add_amount(grid, text);
}

/* How many bytes of a text are shown within `widest` columns (0: all), and how many columns they take with the "…" of a cut. */
static size_t fit_columns(const char *text, size_t widest, size_t *width)
{
    size_t whole = sv_utf8_width(text), bytes = 0, used = 0, n;
    uint32_t character;
    *width = whole;
    if (!widest || whole <= widest)
        return strlen(text);
    while ((n = sv_utf8_next(text + bytes, &character)) > 0) {
        char one[8] = {0};
        size_t more;
        memcpy(one, text + bytes, n);
        more = sv_utf8_width(one);
        if (used + more > widest - 1)
            break;
        used += more;
        bytes += n;
    }
    *width = used + 1;
    return bytes;
}

/* A cell in one line of at most `widest` columns, "…" at the end where it was cut. */
static void add_cut(sv_text *out, const char *text, size_t widest)
{
    size_t width, n = fit_columns(text, widest, &width);
    sv_text_add_line(out, text, n);
    if (text[n])
        sv_text_add(out, "…");
}

static void add_spaces(sv_text *out, size_t n)
{
    while (n-- > 0)
        sv_text_add_char(out, ' ');
}

static size_t shown_width(const char *text, size_t widest)
{
    size_t width;
    fit_columns(text, widest, &width);
    return width;
}

static size_t column_width(const sv_grid *grid, size_t column, size_t widest)
{
    size_t most = 0;
    for (size_t i = column; i < grid->n_cells; i += grid->n_columns) {
        size_t width = shown_width(grid->cells[i], widest);
        if (width > most)
            most = width;
    }
    return most;
}

void grid_write_text(const sv_grid *grid, size_t widest, sv_text *out)
{
    size_t *widths = sv_alloc(grid->n_columns, sizeof *widths);
    if (!widths || grid->failed) {
        out->failed = true;
        free(widths);
        return;
    }
    for (size_t c = 0; c < grid->n_columns; c++)
        widths[c] = column_width(grid, c, widest);
    for (size_t i = 0; i < grid->n_cells; i++) {
        size_t c = i % grid->n_columns, pad = widths[c] - shown_width(grid->cells[i], widest);
        bool last = c + 1 == grid->n_columns;
        add_spaces(out, 2 + (grid->numeric[c] ? pad : 0));
        add_cut(out, grid->cells[i], widest);
        if (!grid->numeric[c] && !last)
            add_spaces(out, pad);
        if (last)
            sv_text_add_char(out, '\n');
    }
    free(widths);
}

static void add_csv_cell(sv_text *out, const char *text, bool numeric)
{
    bool quoted = strpbrk(text, ";\"\r\n") != NULL;
    double number;
    if (quoted)
        sv_text_add_char(out, '"');
    if (!(numeric && sv_number_parse(text, &number)) && *text && strchr("=+-@\t\r", *text))
        sv_text_add_char(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            sv_text_add_char(out, '"');
        sv_text_add_char(out, *text);
    }
    if (quoted)
        sv_text_add_char(out, '"');
}

void grid_write_csv(const sv_grid *grid, sv_text *out)
{
    if (grid->failed) {
        out->failed = true;
        return;
    }
    sv_text_add(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < grid->n_cells; i++) {
        size_t c = i % grid->n_columns;
        add_csv_cell(out, grid->cells[i], grid->numeric[c] && i >= grid->n_columns);
        sv_text_add(out, c + 1 == grid->n_columns ? "\r\n" : ";");
    }
}

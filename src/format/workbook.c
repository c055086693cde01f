/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Workbook: what the readers of .xlsx and .ods share: names of sheets, and rows made cell by cell under limits. */
#include "workbook.h"

#include "../base/language.h"
#include "../base/memory.h"
#include "encoding.h"

#include <stdlib.h>
#include <string.h>

/* What a cell costs whoever keeps it, beside its text. */
enum { most_sheets = 1000, cell_cost = 16, row_cost = 32 };

void sv_book_names_clear(sv_book_names *names)
{
    for (size_t i = 0; i < names->n; i++)
        free(names->names[i]);
    free(names->names);
    *names = (sv_book_names){0};
}

sv_status sv_book_add_name(sv_book *book, const char *name, sv_error *error)
{
    sv_book_names *names = &book->names;
    char *copy;
    if (names->n == most_sheets)
        return sv_error_set(error, SV_E_TOO_MANY, SV_TR("sheets"), "1000");
    copy = sv_copy_text(name, strlen(name));
    if (!copy || !sv_grow(&names->names, &names->capacity, names->n + 1, sizeof *names->names)) {
        free(copy);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    names->names[names->n++] = copy;
    return SV_OK;
}

sv_status sv_book_read(sv_book *book, const sv_book_visitor *visitor, sv_error *error)
{
    return book->xlsx ? sv_xlsx_read(book, visitor, error) : sv_ods_read(book, visitor, error);
}

void sv_book_date_text(const char *iso, char text[40])
{
    char *t;
    size_t n;
    sv_text_fit(text, 40, iso);
    t = strchr(text, 'T');
    if (!t)
        return;
    *t = strspn(t + 1, "0:.Z") == strlen(t + 1) ? '\0' : ' ';
    n = strlen(text);
    if (n == strlen("2026-03-01 19:30:00") && strcmp(text + n - 3, ":00") == 0)
        text[n - 3] = '\0';
}

/* ---- Rows ---- */

void sv_book_row_begin(sv_book_builder *row)
{
    for (size_t i = 0; i < row->n; i++)
        row->made[i] = (struct sv_book_made){0};
    row->n = 0;
    row->texts.length = 0;
}

void sv_book_row_put(sv_book_builder *row, size_t column, sv_book_kind kind, const char *text, size_t n)
{
    if (kind == SV_BOOK_EMPTY || (kind == SV_BOOK_TEXT && n == 0))
        return;
    if (column >= SV_COLUMN_LIMIT) {
        row->beyond = true;
        return;
    }
    row->made[column] = (struct sv_book_made){kind, false, row->texts.length};
    sv_text_add_n(&row->texts, text, n);
    if (!row->texts.failed && kind == SV_BOOK_TEXT) {
        size_t cleaned = sv_encoding_clean(row->texts.bytes + row->texts.length - n, n);
        row->made[column].cleaned = cleaned < n;
        row->texts.length -= n - cleaned;
    }
    sv_text_add_char(&row->texts, '\0');
    if (row->n <= column)
        row->n = column + 1;
}

sv_status sv_book_row_give(sv_book_builder *row, const char *sheet, uint64_t number, const sv_book_visitor *visitor, sv_error *error)
{
    sv_book_row given = {.number = number, .cells = row->cells, .n = row->n};
    size_t cost = row->texts.length + row_cost;
    if (row->texts.failed)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (row->beyond) {
        sv_place place = {.row = number};
        sv_text_fit(place.file, sizeof place.file, row->book->file);
        sv_text_fit(place.sheet, sizeof place.sheet, sheet);
        return sv_error_at(error, SV_E_TOO_MANY, &place, SV_TR("columns"), "1000");
    }
    if (row->n == 0)
        return SV_OK;
    for (size_t i = 0; i < row->n; i++) {
        row->cells[i] =
            (sv_book_cell){row->made[i].kind, row->made[i].cleaned, row->made[i].kind ? row->texts.bytes + row->made[i].at : ""};
        cost += row->made[i].kind ? cell_cost : 0;
    }
    if (cost > row->book->left)
        return sv_error_set(error, SV_E_WORKBOOK_SWELLS, row->book->file, NULL);
    row->book->left -= cost;
    return visitor->row(visitor->context, &given, error);
}

void sv_book_builder_clear(sv_book_builder *row)
{
    sv_text_clear(&row->texts);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A workbook as a map. A sheet is ours by its name, in either language. When no sheet has such a name, the
 * headers say what each is. A title above the headers is passed over, and below a blank row another table may
 * begin, when its first row is a whole set of headers.
 */
#include "workbook_map.h"

#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "encoding.h"

enum { title_rows = 10 };

typedef enum sheet_role { ROLE_NAMED, ROLE_BY_HEADER, ROLE_FOREIGN, ROLE_OWN } sheet_role;

/* A row kept until it is known what it is. */
typedef struct kept_row {
    uint64_t number;
    const char **cells;
    sv_cell_is *is;
    size_t n;
} kept_row;

typedef struct book_reader {
    sv_book *book;
    sv_map *map;
    sv_problems *problems;
    const char *seen[SV_SHEETS]; /* the sheet of the workbook that each sheet was read from */
    bool any_named, any_read, mojibake_said;
    sv_foreign foreign;

    /* the sheet at hand */
    const char *name;
    sheet_role role;
    sv_sheet named;
    uint64_t last; /* the row before this one */
    kept_row above[title_rows];
    size_t n_above;
    sv_heading heading;
    sv_arena texts; /* of the headers and of the rows that are kept */
    const char **names;
    const sv_foreign_sheet *foreign_sheet;
    bool begun;
    sv_fill fill;
    const char *cells[SV_COLUMN_LIMIT];
    sv_cell_is is[SV_COLUMN_LIMIT];
} book_reader;

bool sv_workbook_is_ignored(const char *name)
{
    return strcasestr(name, "(ignore)") || strcasestr(name, "(negeren)");
}

static void place_of(const book_reader *r, uint64_t row, sv_place *place)
{
    *place = (sv_place){.row = row};
    sv_text_fit(place->file, sizeof place->file, r->book->file);
    sv_text_fit(place->sheet, sizeof place->sheet, r->name);
}

/* ---- Headers ---- */

/* Take a row as headers. The texts are copied, for they go with the row. False without memory. */
static bool set_heading(book_reader *r, const sv_fill_row *row, sv_heading *heading)
{
    const char **names = sv_alloc(row->n, sizeof *names);
    *heading = (sv_heading){.file = r->book->file, .sheet = r->name, .row = row->number, .names = names, .n = row->n, .loose = true};
    for (size_t i = 0; names && i < row->n; i++)
        if (!(names[i] = sv_arena_text(&r->texts, row->cells[i], strlen(row->cells[i])))) {
            free(names);
            names = NULL;
        }
    free(r->names);
    r->names = names;
    return names != NULL;
}

/* What a row would be if it were the headers of a table: SV_SHEETS when it is none. */
static sv_sheet sheet_of_row(const book_reader *r, const sv_fill_row *row)
{
    sv_heading heading = {.file = "", .sheet = "", .names = row->cells, .n = row->n};
    for (size_t i = 0; row->is && i < row->n; i++)
        if (row->is[i] == SV_CELL_NUMBER && i < 2)
            return SV_SHEETS; /* headers are words */
    if (r->role == ROLE_NAMED && sv_heading_missing(&heading, r->named) == SIZE_MAX)
        return r->named;
    return sv_heading_sheet(&heading);
}

/* Headers that are those of a program's own get our names. False without memory. */
static bool translate_heading(book_reader *r)
{
    for (size_t i = 0; r->foreign_sheet && i < r->heading.n; i++)
        if (!(r->names[i] = sv_foreign_header(r->foreign_sheet, r->names[i], &r->texts)))
            return false;
    return true;
}

/* Begin a table whose headers stand in `row`. */
static sv_status begin_table(book_reader *r, sv_sheet sheet, const sv_fill_row *row, sv_error *error)
{
    sv_status status;
    if (r->begun)
        sv_fill_end(&r->fill);
    r->begun = false;
    if (!set_heading(r, row, &r->heading) || !translate_heading(r))
        return sv_no_memory(error);
    if (sheet != SV_SHEETS && r->seen[sheet] && r->seen[sheet] != r->name) {
        sv_place place;
        sv_text both = {0};
        place_of(r, row->number, &place);
        sv_text_addf(&both, "%s, %s", r->seen[sheet], r->name);
        sv_problems_add(r->problems, SV_E_SHEET_TWICE, &place, r->name, sv_text_get(&both));
        sv_text_clear(&both);
        sheet = SV_SHEETS;
    }
    if (sheet == SV_SHEETS && sv_extra_sheets(r->map) > SV_COLUMN_LIMIT)
        return sv_error_set(error, SV_E_TOO_MANY, SV_TR("sheets"), "1000");
    status = sv_fill_begin(&r->fill, r->map, sheet, r->name, &r->heading, r->problems, error);
    r->begun = true;
    if (status == SV_OK && !r->fill.extra) {
        r->seen[sheet] = r->name;
        r->any_read = true;
    }
    return status;
}

/* ---- Rows above the headers ---- */

static void drop_row(kept_row *kept)
{
    free(kept->cells);
    free(kept->is);
}

static bool keep_above(book_reader *r, const sv_fill_row *row)
{
    kept_row kept = {
        .number = row->number, .n = row->n, .cells = sv_alloc(row->n, sizeof *kept.cells), .is = sv_alloc(row->n, sizeof *kept.is)};
    bool done = kept.cells && kept.is;
    for (size_t i = 0; done && i < row->n; i++) {
        kept.cells[i] = sv_arena_text(&r->texts, row->cells[i], strlen(row->cells[i]));
        kept.is[i] = row->is[i];
        done = kept.cells[i] != NULL;
    }
    if (done)
        r->above[r->n_above++] = kept;
    else
        drop_row(&kept);
    return done;
}

static void drop_above(book_reader *r)
{
    for (size_t i = 0; i < r->n_above; i++)
        drop_row(&r->above[i]);
    r->n_above = 0;
}

/* The rows above were a title: said, and left out. */
static void pass_over_above(book_reader *r)
{
    sv_text said = {0};
    sv_place place;
    char found[32];
    if (r->n_above == 0)
        return;
    for (size_t i = 0; i < r->n_above; i++)
        for (size_t j = 0; j < r->above[i].n && said.length < 200; j++)
            if (*r->above[i].cells[j])
                sv_text_addf(&said, "%s%s", said.length ? " | " : "", r->above[i].cells[j]);
    place_of(r, r->above[0].number, &place);
    sv_number_write((double)r->n_above, found);
    sv_problems_add(r->problems, SV_E_ROWS_ABOVE, &place, found, sv_text_get(&said));
    sv_text_clear(&said);
    drop_above(r);
}

/* No headers came: the first row is taken for them, and the rest as rows. */
static sv_status replay_above(book_reader *r, sv_error *error)
{
    sv_status status = SV_OK;
    sv_place place;
    for (size_t i = 0; i < r->n_above && status == SV_OK; i++) {
        const kept_row *kept = &r->above[i];
        sv_fill_row row = {.number = kept->number, .cells = kept->cells, .is = kept->is, .n = kept->n};
        if (i > 0) {
            status = sv_fill_add(&r->fill, &row) ? SV_OK : sv_no_memory(error);
            continue;
        }
        place_of(r, 0, &place);
        if (r->role != ROLE_NAMED)
            sv_problems_add(r->problems, SV_E_SHEET_UNKNOWN, &place, r->name, NULL);
        status = begin_table(r, r->role == ROLE_NAMED ? r->named : SV_SHEETS, &row, error);
    }
    drop_above(r);
    return status;
}

/* ---- Rows ---- */

/* Say once in a workbook that accents went wrong on the way. */
static void look_for_mojibake(book_reader *r, uint64_t number, const char *cell)
{
    sv_text found = {0}, expected = {0};
    sv_place place;
    if (sv_encoding_is_mojibake(cell, &found, &expected)) {
        place_of(r, number, &place);
        sv_problems_add(r->problems, SV_E_MOJIBAKE, &place, sv_text_get(&found), sv_text_get(&expected));
        r->mojibake_said = true;
    }
    sv_text_clear(&found);
    sv_text_clear(&expected);
}

/* A row as the map wants it. False when there is nothing in it that can be seen. */
static bool take_row(book_reader *r, const sv_book_row *given, sv_fill_row *row)
{
    bool something = false;
    *row = (sv_fill_row){.number = given->number, .cells = r->cells, .is = r->is, .n = given->n};
    for (size_t i = 0; i < given->n; i++) {
        static const sv_cell_is is[] = {SV_CELL_TEXT, SV_CELL_TEXT, SV_CELL_NUMBER, SV_CELL_YESNO, SV_CELL_FAULT, SV_CELL_BLIND};
        const char *text = given->cells[i].text;
        r->cells[i] = text;
        r->is[i] = is[given->cells[i].kind];
        if (given->cells[i].cleaned) {
            sv_place place;
            place_of(r, given->number, &place);
            if (i < r->heading.n)
                sv_text_fit(place.column, sizeof place.column, r->heading.names[i]);
            sv_problems_add(r->problems, SV_E_CONTROL, &place, text, NULL);
        }
        something |= !sv_cell_is_blank(text) || given->cells[i].kind == SV_BOOK_BLIND;
        if (!r->mojibake_said && given->cells[i].kind == SV_BOOK_TEXT && strpbrk(text, "\xC2\xC3\xE2"))
            look_for_mojibake(r, given->number, text);
    }
    while (row->n > 0 && sv_cell_is_blank(row->cells[row->n - 1]) && row->is[row->n - 1] != SV_CELL_BLIND)
        row->n--;
    return something;
}

/* A row before any table of the sheet has begun. */
static sv_status find_table(book_reader *r, const sv_fill_row *row, sv_error *error)
{
    sv_sheet sheet = SV_SHEETS;
    sv_heading heading = {.file = "", .sheet = "", .names = row->cells, .n = row->n};
    sv_place place;
    if (r->role == ROLE_OWN) {
        place_of(r, 0, &place);
        sv_problems_add(r->problems, SV_E_SHEET_UNKNOWN, &place, r->name, NULL);
        return begin_table(r, SV_SHEETS, row, error);
    }
    if (r->role == ROLE_BY_HEADER && r->n_above == 0 && (r->foreign_sheet = sv_foreign_find(r->name, &heading)) != NULL) {
        r->role = ROLE_FOREIGN;
        return begin_table(r, sv_foreign_target(r->foreign_sheet), row, error);
    }
    sheet = sheet_of_row(r, row);
    if (sheet != SV_SHEETS) {
        pass_over_above(r);
        return begin_table(r, sheet, row, error);
    }
    if (!keep_above(r, row))
        return sv_no_memory(error);
    return r->n_above < title_rows ? SV_OK : replay_above(r, error);
}

static sv_status on_row(void *context, const sv_book_row *given, sv_error *error)
{
    book_reader *r = context;
    sv_fill_row row;
    bool below_blank;
    if (!take_row(r, given, &row))
        return SV_OK;
    below_blank = row.number > r->last + 1;
    r->last = row.number;
    if (!r->begun)
        return find_table(r, &row, error);
    if (below_blank && !r->fill.extra && r->role != ROLE_FOREIGN) {
        sv_sheet sheet = sheet_of_row(r, &row);
        if (sheet != SV_SHEETS)
            return begin_table(r, sheet, &row, error);
    }
    if (r->role == ROLE_FOREIGN)
        return sv_foreign_add(&r->foreign, r->foreign_sheet, &r->fill, &row) ? SV_OK : sv_no_memory(error);
    return sv_fill_add(&r->fill, &row) ? SV_OK : sv_no_memory(error);
}

/* ---- Sheets ---- */

static sv_status finish_sheet(book_reader *r, sv_error *error)
{
    sv_status status = SV_OK;
    if (!r->begun)
        status = replay_above(r, error);
    if (r->begun)
        sv_fill_end(&r->fill);
    r->begun = false;
    drop_above(r);
    free(r->names);
    r->names = NULL;
    r->heading = (sv_heading){0};
    r->foreign_sheet = NULL;
    sv_arena_clear(&r->texts);
    r->last = 0;
    return status;
}

static sv_status on_sheet(void *context, const char *name, bool *wanted, sv_error *error)
{
    book_reader *r = context;
    sv_status status = finish_sheet(r, error);
    sv_place place;
    r->name = name;
    r->named = sv_sheet_find(name);
    r->role = r->named != SV_SHEETS ? ROLE_NAMED : r->any_named ? ROLE_OWN : ROLE_BY_HEADER;
    *wanted = !sv_workbook_is_ignored(name);
    if (!*wanted && strcmp(name, SV_WORKBOOK_GUIDE_NL) != 0 && strcmp(name, SV_WORKBOOK_GUIDE_EN) != 0) {
        place_of(r, 0, &place);
        sv_problems_add(r->problems, SV_E_SHEET_IGNORED, &place, name, NULL);
    }
    return status;
}

sv_status sv_workbook_map_read(const char *bytes, size_t n, const char *file, bool open_document, sv_map *map, sv_problems *problems,
                               sv_error *error)
{
    sv_book book = {0};
    book_reader *r = sv_alloc(1, sizeof *r);
    sv_book_visitor visitor = {.context = r, .sheet = on_sheet, .row = on_row};
    sv_error unheard = {0};
    sv_status last, status = r ? SV_OK : sv_no_memory(error);
    if (status == SV_OK)
        status = open_document ? sv_ods_open(&book, bytes, n, file, error) : sv_xlsx_open(&book, bytes, n, file, error);
    if (status == SV_OK) {
        *r = (book_reader){.book = &book, .map = map, .problems = problems, .foreign.first_tie = sv_map_rows(map, SV_TIES)};
        for (size_t i = 0; i < book.names.n; i++)
            r->any_named |= sv_sheet_find(book.names.names[i]) != SV_SHEETS && !sv_workbook_is_ignored(book.names.names[i]);
        status = sv_book_read(&book, &visitor, error);
    }
    if (r && r->book) {
        if (status != SV_OK)
            drop_above(r);
        last = finish_sheet(r, status == SV_OK ? error : &unheard);
        status = status == SV_OK ? last : status;
        if (status == SV_OK && !r->any_read)
            status = sv_error_set(error, SV_E_NOT_A_TABLE, file, SV_TR("a sheet Actoren or Actors, with a column naam or name"));
        if (status == SV_OK && r->foreign.used && !sv_foreign_finish(&r->foreign, map, problems))
            status = sv_no_memory(error);
        sv_foreign_clear(&r->foreign);
    }
    free(r);
    sv_book_close(&book);
    return status;
}

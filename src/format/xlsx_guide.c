/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sheet with the explanation: for every sheet and column what may stand there, from the tables of the model,
 * and beside it the lists of words, from which Excel makes its lists to choose from.
 */
#include "xlsx_write.h"

#include "../base/language.h"
#include "../model/cell.h"
#include "sheet_words.h"
#include "workbook_map.h"

#include <xlsxwriter.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The lists of words, in the order in which they stand from column `first_list` on. */
static const sv_type lists[] = {SV_TYPE_ACTOR_KIND, SV_TYPE_TIE_KIND,    SV_TYPE_POSITION,  SV_TYPE_VISIBILITY, SV_TYPE_YESNO,
                                SV_TYPE_DIRECTION,  SV_TYPE_INVOLVEMENT, SV_TYPE_COMPETENT, SV_TYPE_PHASE};
static const char *const list_titles[] = {SV_TR("kinds of actors"), SV_TR("kinds of ties"), SV_TR("positions"),
                                          SV_TR("visibility"),      SV_TR("yes or no"),     SV_TR("directions"),
                                          SV_TR("involvement"),     SV_TR("competent"),     SV_TR("phases")};

enum { n_lists = sizeof lists / sizeof *lists, first_list = 6, header_row = 4, columns_of_guide = 5, numbers_of_positions = 9 };

static const char *guide_name(sv_language language)
{
    return language == SV_DUTCH ? SV_WORKBOOK_GUIDE_NL : SV_WORKBOOK_GUIDE_EN;
}

/* ---- Words ---- */

size_t sv_xlsx_count_words(sv_type type)
{
    size_t n;
    if (type == SV_TYPE_ACTOR_KIND)
        (void)sv_actor_kinds(&n);
    else if (type == SV_TYPE_TIE_KIND)
        (void)sv_tie_kinds(&n);
    else
        (void)sv_words(type, &n);
    return type == SV_TYPE_POSITION ? n + numbers_of_positions : n;
}

/* English words for positions are the first of those that are also read; the whole numbers come behind the words. */
void sv_xlsx_word(sv_type type, size_t i, sv_language language, char word[64])
{
    size_t n;
    const sv_word *words = sv_words(type, &n);
    const char *id = type == SV_TYPE_ACTOR_KIND ? sv_actor_kinds(&n)[i].id : type == SV_TYPE_TIE_KIND ? sv_tie_kinds(&n)[i].id : NULL;
    if (!id && i >= n) {
        snprintf(word, 64, "%d", (int)(i - n) - 4);
        return;
    }
    id = id ? id : words[i].id;
    if (type == SV_TYPE_POSITION && language == SV_ENGLISH && strcmp(id, "unknown") != 0)
        snprintf(word, 64, "%.*s", (int)strcspn(words[i].also, "|"), words[i].also);
    else
        snprintf(word, 64, "%s", sv_cell_word(type, id, language));
}

void sv_xlsx_word_range(const sv_xlsx_writer *w, sv_type type, char formula[96])
{
    char column[LXW_MAX_COL_NAME_LENGTH];
    size_t list = 0;
    while (list + 1 < n_lists && lists[list] != type)
        list++;
    lxw_col_to_name(column, (lxw_col_t)(first_list + list), 0);
    snprintf(formula, 96, "='%s'!$%s$%d:$%s$%zu", guide_name(w->language), column, header_row + 2, column,
             (size_t)header_row + 1 + sv_xlsx_count_words(type));
}

static bool put(sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, sv_look look)
{
    const char *escaped = sv_xlsx_escape(w, text);
    return escaped && (!*escaped || worksheet_write_string(sheet, row, column, escaped, w->looks[look]) == LXW_NO_ERROR);
}

/* One row of the lists: word number i of each that has so many. */
static bool write_words(sv_xlsx_writer *w, lxw_worksheet *sheet, size_t i)
{
    bool done = true;
    for (size_t list = 0; list < n_lists && done; list++) {
        lxw_row_t row = (lxw_row_t)(header_row + 1 + i);
        lxw_col_t column = (lxw_col_t)(first_list + list);
        char word[64];
        double number;
        if (i >= sv_xlsx_count_words(lists[list]))
            continue;
        sv_xlsx_word(lists[list], i, w->language, word);
        if (lists[list] == SV_TYPE_POSITION && sv_number_parse(word, &number))
            done = worksheet_write_number(sheet, row, column, number, w->looks[SV_LOOK_PLAIN]) == LXW_NO_ERROR;
        else
            done = put(w, sheet, row, column, word, SV_LOOK_TEXT);
    }
    return done;
}

/* ---- What may stand where ---- */

static const char *what_may_stand(sv_type type)
{
    const char *expected;
    switch (type) {
    case SV_TYPE_TEXT: return SV_TR("any text");
    case SV_TYPE_NAME: return SV_TR("a short text");
    case SV_TYPE_ID: return SV_TR("a short text that names this row and no other; may be left empty");
    case SV_TYPE_DATE: return SV_TR("a date, such as 31-12-2026");
    case SV_TYPE_TIME: return SV_TR("a time, such as 19:30");
    case SV_TYPE_LIST: return SV_TR("one or more texts, parted by |");
    case SV_TYPE_ACTOR: return SV_TR("the id or the name of a row in sheet Actors");
    case SV_TYPE_ACTORS: return SV_TR("ids or names of rows in sheet Actors, parted by |");
    case SV_TYPE_SPOKESPERSONS: return SV_TR("theme:actor, parted by |, such as care:ali");
    case SV_TYPE_ORGANISATION: return SV_TR("the id or the name of a row in sheet Actors, or another short text");
    case SV_TYPE_ISSUE: return SV_TR("the id or the title of a row in sheet Issues");
    case SV_TYPE_ACTOR_KIND:
    case SV_TYPE_TIE_KIND: return SV_TR("one of the words on the right; any other word is kept too");
    case SV_TYPE_POSITION: return SV_TR("a number from −4 (strongly against) to 4 (strongly for), or one of the words on the right");
    case SV_TYPE_YESNO:
    case SV_TYPE_DIRECTION:
    case SV_TYPE_INVOLVEMENT:
    case SV_TYPE_COMPETENT:
    case SV_TYPE_PHASE:
    case SV_TYPE_VISIBILITY: return SV_TR("one of the words on the right");
    default: (void)sv_cell_check_number(type, NAN, &expected); return expected; /* the numbers, each with its range */
    }
}

/* The row of the explanation for a column of a sheet. */
static bool write_column(sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_row_t row, sv_sheet of, size_t column)
{
    const sv_sheet_about *about = sv_sheet_get(of);
    const sv_column *c = &about->columns[column];
    const char *yes = sv_cell_word(SV_TYPE_YESNO, "true", w->language);
    bool is_public = c->flags & SV_COLUMN_PUBLIC && !(about->flags & SV_SHEET_NEVER_PUBLIC);
    return put(w, sheet, row, 0, sv_sheet_word(of, w->language), SV_LOOK_TEXT) &&
           put(w, sheet, row, 1, w->language == SV_DUTCH ? c->nl : c->en, SV_LOOK_TEXT) &&
           put(w, sheet, row, 2, sv_translate(w->language, what_may_stand(c->type)), SV_LOOK_NOTE) &&
           put(w, sheet, row, 3, c->flags & SV_COLUMN_REQUIRED ? yes : "", SV_LOOK_TEXT) &&
           put(w, sheet, row, 4, is_public ? yes : "", SV_LOOK_TEXT);
}

static bool write_intro(sv_xlsx_writer *w, lxw_worksheet *sheet)
{
    static const char *const lines[] = {
        SV_TR("How to fill in this map"),
        SV_TR("Fill in the other sheets. This sheet is passed over when the map is read; it shows what may stand where."),
        SV_TR("A row without its required columns (dark headers) cannot be used. Leave empty what you do not know. Columns and sheets of "
              "your own are kept.")};
    static const char *const headers[columns_of_guide] = {SV_TR("sheet"), SV_TR("column"), SV_TR("what may stand there"), SV_TR("required"),
                                                          SV_TR("may be public")};
    bool done = true;
    for (lxw_row_t i = 0; i < 3 && done; i++)
        done = put(w, sheet, i, 0, sv_translate(w->language, lines[i]), i == 0 ? SV_LOOK_TITLE : SV_LOOK_LINE);
    for (lxw_col_t i = 0; i < columns_of_guide && done; i++)
        done = put(w, sheet, header_row, i, sv_translate(w->language, headers[i]), SV_LOOK_HEADER);
    for (lxw_col_t i = 0; i < n_lists && done; i++)
        done = put(w, sheet, header_row, first_list + i, sv_translate(w->language, list_titles[i]), SV_LOOK_HEADER);
    return done;
}

static void set_widths(lxw_worksheet *sheet)
{
    static const double widths[first_list + n_lists] = {17, 17, 64, 10, 14, 3, 24, 18, 15, 15, 10, 12, 15, 28, 17};
    for (lxw_col_t i = 0; i < first_list + n_lists; i++)
        worksheet_set_column(sheet, i, i, widths[i], NULL);
}

bool sv_xlsx_write_guide(sv_xlsx_writer *w)
{
    lxw_worksheet *sheet = workbook_add_worksheet(w->book, guide_name(w->language));
    size_t rows = 0, longest = 0;
    bool done = sheet && write_intro(w, sheet);
    for (size_t i = 0; i < n_lists; i++) {
        size_t n = sv_xlsx_count_words(lists[i]);
        longest = n > longest ? n : longest;
    }
    for (int of = 0; of < SV_SHEETS && done; of++)
        for (size_t column = 0; column < sv_sheet_get((sv_sheet)of)->n_columns && done; column++, rows++)
            done = write_column(w, sheet, (lxw_row_t)(header_row + 1 + rows), (sv_sheet)of, column) &&
                   (rows >= longest || write_words(w, sheet, rows));
    if (done) {
        set_widths(sheet);
        worksheet_freeze_panes(sheet, header_row + 1, 0);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);
        worksheet_fit_to_pages(sheet, 1, 0);
    }
    return done;
}

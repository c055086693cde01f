/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How a workbook looks, and what it offers: formats, lists to choose from, and colours. Colours of positions run
 * from orange to blue, as in the pictures, so that colour-blind people tell them apart.
 */
#include "xlsx_write.h"

#include "../base/language.h"
#include "../model/cell.h"
#include "sheet_words.h"

#include <xlsxwriter.h>

#include <math.h>
#include <stdio.h>

enum { most_in_short_list = 16, longest_short_list = 255 };

sv_look sv_xlsx_look(sv_type type)
{
    switch (type) {
    case SV_TYPE_TEXT: return SV_LOOK_NOTE;
    case SV_TYPE_DATE: return SV_LOOK_DATE;
    case SV_TYPE_TIME: return SV_LOOK_TIME;
    default: return sv_cell_is_number(type) ? SV_LOOK_PLAIN : SV_LOOK_TEXT;
    }
}

bool sv_xlsx_make_looks(sv_xlsx_writer *w)
{
    static const struct {
        sv_look look;
        lxw_color_t back, ink;
    } colours[] = {
        {SV_LOOK_HEADER, 0xE3E8EF, 0x1A1C1F},         {SV_LOOK_REQUIRED, 0x0B4F8A, 0xFFFFFF},
        {SV_LOOK_STRONG_FOR, 0x0B4F8A, 0xFFFFFF},     {SV_LOOK_FOR, 0x8DC4E8, 0x1A1C1F},
        {SV_LOOK_NEUTRAL, 0xE3E5E8, 0x1A1C1F},        {SV_LOOK_AGAINST, 0xF5A84B, 0x1A1C1F},
        {SV_LOOK_STRONG_AGAINST, 0xA84300, 0xFFFFFF}, {SV_LOOK_PRIVATE, 0xF3D9DC, 0x1A1C1F},
        {SV_LOOK_PUBLIC, 0xD8ECDD, 0x1A1C1F},
    };
    for (int i = 0; i < SV_LOOKS; i++) {
        w->looks[i] = workbook_add_format(w->book);
        if (!w->looks[i])
            return false;
        if (i < SV_LOOK_STRONG_FOR)
            format_set_align(w->looks[i], LXW_ALIGN_VERTICAL_TOP);
    }
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        format_set_bg_color(w->looks[colours[i].look], colours[i].back);
        format_set_font_color(w->looks[colours[i].look], colours[i].ink);
    }
    format_set_align(w->looks[SV_LOOK_PLAIN], LXW_ALIGN_RIGHT);
    format_set_indent(w->looks[SV_LOOK_PLAIN], 1); /* numbers keep clear of the text to their right */
    format_set_num_format(w->looks[SV_LOOK_TEXT], "@");
    format_set_num_format(w->looks[SV_LOOK_NOTE], "@");
    format_set_text_wrap(w->looks[SV_LOOK_TEXT]);
    format_set_text_wrap(w->looks[SV_LOOK_NOTE]);
    format_set_num_format(w->looks[SV_LOOK_DATE], w->language == SV_DUTCH ? "dd\\-mm\\-yyyy" : "yyyy\\-mm\\-dd");
    format_set_align(w->looks[SV_LOOK_DATE], LXW_ALIGN_LEFT);
    format_set_num_format(w->looks[SV_LOOK_TIME], "hh:mm");
    format_set_align(w->looks[SV_LOOK_TIME], LXW_ALIGN_LEFT);
    format_set_bold(w->looks[SV_LOOK_HEADER]);
    format_set_bold(w->looks[SV_LOOK_REQUIRED]);
    format_set_bold(w->looks[SV_LOOK_TITLE]);
    format_set_font_size(w->looks[SV_LOOK_TITLE], 14);
    return true;
}

/* ---- What may be typed ---- */

/* True for the lists of words that are open: what is not in them is kept. A position may also be a number between. */
static bool is_open(sv_type type)
{
    return type == SV_TYPE_ACTOR_KIND || type == SV_TYPE_TIE_KIND || type == SV_TYPE_POSITION;
}

/* The ends of a scale; false for types without. */
static bool range_of(sv_type type, double *low, double *high)
{
    *low = type == SV_TYPE_SIGNED_SCALE ? -4 : 0;
    *high = type == SV_TYPE_SHARE ? 1 : 4;
    return type == SV_TYPE_SCALE || type == SV_TYPE_SIGNED_SCALE || type == SV_TYPE_SHARE;
}

/* The words of a short list, which stands in the column itself; longer ones are in the explanation. False when it is too long. */
static bool short_list(sv_type type, sv_language language, char words[most_in_short_list][64], char *list[most_in_short_list + 1])
{
    size_t n = sv_xlsx_count_words(type), length = 0;
    for (size_t i = 0; i < n && n <= most_in_short_list; i++) {
        sv_xlsx_word(type, i, language, words[i]);
        list[i] = words[i];
        list[i + 1] = NULL;
        length += sv_utf8_count(words[i]) + 1;
    }
    return n <= most_in_short_list && length < longest_short_list;
}

/* What Excel says when something else is typed. */
static bool add_rule(const sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_col_t at, lxw_row_t last, lxw_data_validation *rule,
                     const char *says)
{
    char title[32], message[250];
    sv_text_fit(title, sizeof title, sv_translate(w->language, SV_TR("That cannot stand here")));
    sv_text_fit(message, sizeof message, sv_translate(w->language, says));
    rule->error_title = title;
    rule->error_message = message;
    return worksheet_data_validation_range(sheet, 1, at, last, at, rule) == LXW_NO_ERROR;
}

static bool offer_words(const sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_col_t at, sv_type type, lxw_row_t last)
{
    char formula[96], words[most_in_short_list][64], *list[most_in_short_list + 1];
    lxw_data_validation rule = {.show_error = is_open(type) ? LXW_VALIDATION_OFF : LXW_VALIDATION_DEFAULT};
    if (short_list(type, w->language, words, list)) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list;
    } else {
        sv_xlsx_word_range(w, type, formula);
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = formula;
    }
    return add_rule(w, sheet, at, last, &rule, SV_TR("Choose one of the words in the list."));
}

static bool offer_range(const sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_col_t at, sv_type type, lxw_row_t last)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_DECIMAL, .criteria = LXW_VALIDATION_CRITERIA_BETWEEN};
    const char *expected;
    if (!range_of(type, &rule.minimum_number, &rule.maximum_number))
        return true;
    (void)sv_cell_check_number(type, NAN, &expected);
    return add_rule(w, sheet, at, last, &rule, expected);
}

/* ---- Colours ---- */

static bool colour_when(const sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_col_t at, lxw_row_t last, const char *formula, sv_look look)
{
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = (char *)formula, .format = w->looks[look], .stop_if_true = 1};
    return worksheet_conditional_format_range(sheet, 1, at, last, at, &rule) == LXW_NO_ERROR;
}

static bool colour_positions(const sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_col_t at, lxw_row_t last)
{
    static const struct {
        const char *test;
        size_t word; /* in words.c: from strongly against to strongly for */
        sv_look look;
    } classes[] = {{"<=-3", 0, SV_LOOK_STRONG_AGAINST},
                   {"<0", 1, SV_LOOK_AGAINST},
                   {"=0", 2, SV_LOOK_NEUTRAL},
                   {">=3", 4, SV_LOOK_STRONG_FOR},
                   {">0", 3, SV_LOOK_FOR}};
    char cell[LXW_MAX_CELL_NAME_LENGTH], formula[160], word[64];
    lxw_rowcol_to_cell(cell, 1, at);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        sv_xlsx_word(SV_TYPE_POSITION, classes[i].word, w->language, word);
        snprintf(formula, sizeof formula, "=OR($%s=\"%s\",AND(ISNUMBER($%s),$%s%s))", cell, word, cell, cell, classes[i].test);
        if (!colour_when(w, sheet, at, last, formula, classes[i].look))
            return false;
    }
    return true;
}

static bool colour_visibility(const sv_xlsx_writer *w, lxw_worksheet *sheet, lxw_col_t at, lxw_row_t last)
{
    char cell[LXW_MAX_CELL_NAME_LENGTH], formula[160];
    lxw_rowcol_to_cell(cell, 1, at);
    snprintf(formula, sizeof formula, "=$%s=\"%s\"", cell, sv_cell_word(SV_TYPE_VISIBILITY, "private", w->language));
    if (!colour_when(w, sheet, at, last, formula, SV_LOOK_PRIVATE))
        return false;
    snprintf(formula, sizeof formula, "=$%s=\"%s\"", cell, sv_cell_word(SV_TYPE_VISIBILITY, "public", w->language));
    return colour_when(w, sheet, at, last, formula, SV_LOOK_PUBLIC);
}

bool sv_xlsx_offer(const sv_xlsx_writer *w, lxw_worksheet *sheet, unsigned at, sv_type type, unsigned last)
{
    lxw_col_t column = (lxw_col_t)at;
    bool done = sv_xlsx_count_words(type) ? offer_words(w, sheet, column, type, last) : offer_range(w, sheet, column, type, last);
    if (!done)
        return false;
    if (type == SV_TYPE_POSITION)
        return colour_positions(w, sheet, column, last);
    return type != SV_TYPE_VISIBILITY || colour_visibility(w, sheet, column, last);
}

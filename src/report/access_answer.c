/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All that is held on one person, told row by row for people, and cell by cell for programs. */
#include <speelveld/report.h>

#include "../base/language.h"
#include "../format/sheet_words.h"
#include "../model/references.h"
#include "../model/table.h"
#include "answer.h"

static const answer_column cell_columns[] = {
    {"sheet", SV_TR("sheet"), 0}, {"row", SV_TR("row"), 0}, {"column", SV_TR("column"), 0}, {"text", SV_TR("what stands there"), 0},
    {"how", SV_TR("how"), 0},
};

static const struct {
    const char *id, *word, *heading;
} hows[] = {
    [SV_HELD_OWN] = {"own", SV_TR("own row"), SV_TR("In the row of this person:")},
    [SV_HELD_ABOUT] = {"about", SV_TR("about"), SV_TR("In rows about this person:")},
    [SV_HELD_NAMED] = {"named", SV_TR("named"), SV_TR("Named in other rows:")},
    [SV_HELD_MENTION] = {"mention", SV_TR("name in a text"), SV_TR("The name stands in a text: it may be about this person.")},
    [SV_HELD_SURNAME] = {"surname", SV_TR("last name in a text"), SV_TR("Only the last name stands in a text: it may be somebody else.")},
};

static const char *sheet_name(const answer *to, const sv_held_cell *cell, const sv_place *place)
{
    return cell->spot.sheet == SV_SHEETS ? place->sheet : sv_sheet_word(cell->spot.sheet, to->options.language);
}

static const char *header_of(const answer *to, const sv_held_cell *cell)
{
    return cell->spot.sheet == SV_SHEETS ? sv_spot_header(to->map, &cell->spot)
                                         : sv_header_word(to->map, cell->spot.sheet, cell->spot.column, to->options.language);
}

/* The name of an actor, or the title of an issue, that a cell names by its id. */
static const char *name_of(void *context, bool issue, const char *text)
{
    const sv_map *map = context;
    size_t row = issue ? sv_map_find_issue(map, text) : sv_map_find_actor(map, text);
    if (row == SV_NO_ROW)
        return text;
    return issue ? sv_map_cell(map, SV_ISSUES, row, SV_ISSUE_TITLE) : sv_map_actor(map, row)->name;
}

/* The cell in the words of the reader. */
static void add_text(const answer *to, const sv_held_cell *cell, sv_text *out)
{
    const char *text = sv_spot_text(to->map, &cell->spot);
    sv_type type = cell->spot.sheet == SV_SHEETS ? SV_TYPE_TEXT : column_type(cell->spot.sheet, cell->spot.column);
    int date;
    if (reference_is(type) && to->options.format == SV_REPORT_TABLE) {
        sv_text named = {0};
        out->failed |= !reference_rewrite(type, text, name_of, (void *)to->map, &named);
        sv_text_add(out, sv_text_get(&named));
        sv_text_clear(&named);
        return;
    }
    if (type != SV_TYPE_TEXT && sv_cell_is_canonical(type, text)) {
        if (type == SV_TYPE_DATE && sv_date_parse(text, &date)) {
            answer_fill(to, "{day}", SAYS(SAY_DATE("day", date)), out);
            return;
        }
        text = sv_cell_word(type, text, to->options.language);
    }
    sv_text_add(out, text);
}

static bool in_one_row(const sv_held_cell *a, const sv_held_cell *b)
{
    return a->spot.sheet == b->spot.sheet && a->spot.own_sheet == b->spot.own_sheet && a->spot.row == b->spot.row && a->how == b->how;
}

/* The cells of one row, from *i on; *i goes behind them. */
static void tell_row(answer *to, const sv_held_cell *list, size_t n, size_t *i)
{
    const sv_held_cell *first = &list[*i];
    sv_text cells = {0};
    sv_place place;
    sv_spot_place(to->map, &first->spot, &place);
    for (; *i < n && in_one_row(first, &list[*i]); ++*i) {
        const char *header = header_of(to, &list[*i]);
        sv_text_addf(&cells, "%s%s%s", cells.length ? "; " : "", header, *header ? ": " : "");
        add_text(to, &list[*i], &cells);
    }
    to->failed |= cells.failed;
    if (place.row)
        answer_item(
            to, SV_TR("{sheet}, row {row}: {cells}"),
            SAYS(SAY_TEXT("sheet", sheet_name(to, first, &place)), SAY_COUNT("row", place.row), SAY_TEXT("cells", sv_text_get(&cells))));
    else
        answer_item(to, "{sheet}: {cells}", SAYS(SAY_TEXT("sheet", sheet_name(to, first, &place)), SAY_TEXT("cells", sv_text_get(&cells))));
    sv_text_clear(&cells);
}

static void tell_rows(answer *to, const sv_held_cell *list, size_t n)
{
    for (int how = 0; how <= SV_HELD_SURNAME; how++) {
        bool headed = false;
        for (size_t i = 0; i < n;) {
            if ((int)list[i].how != how) {
                i++;
                continue;
            }
            if (!headed)
                answer_heading(to, hows[how].heading, SAYS());
            headed = true;
            tell_row(to, list, n, &i);
        }
    }
}

static void tell_cells(answer *to, const sv_held_cell *list, size_t n)
{
    answer_table(to, "cells", NULL, cell_columns, sizeof cell_columns / sizeof *cell_columns);
    for (size_t i = 0; i < n; i++) {
        sv_text text = {0};
        sv_place place;
        sv_spot_place(to->map, &list[i].spot, &place);
        add_text(to, &list[i], &text);
        answer_cell(to, sheet_name(to, &list[i], &place));
        answer_cell_number(to, (double)place.row);
        answer_cell(to, header_of(to, &list[i]));
        answer_cell(to, sv_text_get(&text));
        answer_cell_word(to, hows[list[i].how].id, hows[list[i].how].word);
        to->failed |= text.failed;
        sv_text_clear(&text);
    }
}

sv_status sv_report_access(const sv_map *map, size_t actor, const sv_held_cell *list, size_t n, size_t left_out,
                           const sv_answer_options *options, char **text, size_t *length, sv_error *error)
{
    answer made;
    answer_begin(&made, "access", map, options);
    answer_fact_actor(&made, "person", actor);
    answer_fact(&made, "cells", (double)n);
    answer_fact(&made, "not_listed", (double)left_out);
    answer_say(&made, SV_TR("All that this map holds on {who}."), SAYS(SAY_ACTOR("who", map, actor)));
    if (options->format == SV_REPORT_TABLE)
        tell_rows(&made, list, n);
    else
        tell_cells(&made, list, n);
    if (left_out)
        answer_note(&made, SV_TR("Cells that this audience may not see, left out: {n}. All of it: --audience private."),
                    SAYS(SAY_COUNT("n", left_out)));
    answer_note(
        &made,
        SV_TR(
            "Look through it before it is handed over (GDPR, article 15): what is about others too is not simply theirs to have. And look "
            "elsewhere as well: mail, diaries, older copies of the map, pictures that were made of it."),
        SAYS());
    return answer_end(&made, text, length, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What was done to forget somebody, told: what is gone, what was changed and where, and what people must look at themselves. */
#include <speelveld/report.h>

#include <string.h>

#include "../base/language.h"
#include "../format/sheet_words.h"
#include "answer.h"

static const answer_column place_columns[] = {
    {"sheet", SV_TR("sheet"), 0}, {"row", SV_TR("row"), 0}, {"column", SV_TR("column"), 0}, {"what", SV_TR("what was done"), 0}};

static const answer_column look_columns[] = {
    {"sheet", SV_TR("sheet"), 0}, {"row", SV_TR("row"), 0}, {"column", SV_TR("column"), 0}, {"text", SV_TR("what stands there"), 0}};

static const answer_column left_columns[] = {{"file", SV_TR("file"), 0}, {"part", SV_TR("where in it"), 0}, {"line", SV_TR("line"), 0}};

static const answer_column row_columns[] = {{"sheet", SV_TR("sheet"), 0}, {"rows", SV_TR("rows left out"), 0}};

static const answer_column file_columns[] = {{"path", SV_TR("other file"), 0}, {"found", SV_TR("found and taken out"), 0}};

/* ---- What is gone ---- */

static size_t rows_gone(const sv_forgotten *told)
{
    size_t n = 0;
    for (int sheet = 0; sheet <= SV_SHEETS; sheet++)
        n += told->rows[sheet];
    return n;
}

static void tell_rows(answer *to, const sv_forgotten *told)
{
    sv_language language = to->options.language;
    if (!rows_gone(told))
        return;
    answer_table(to, "rows", NULL, row_columns, 2);
    for (int sheet = 0; sheet <= SV_SHEETS; sheet++) {
        if (!told->rows[sheet])
            continue;
        answer_cell(to, sheet < SV_SHEETS ? sv_sheet_word((sv_sheet)sheet, language) : sv_translate(language, SV_TR("sheets of your own")));
        answer_cell_number(to, (double)told->rows[sheet]);
    }
}

/* ---- Where ---- */

static void tell_spot(answer *to, const sv_spot *spot)
{
    sv_language language = to->options.language;
    sv_place place;
    sv_spot_place(to->map, spot, &place);
    answer_cell(to, spot->sheet < SV_SHEETS ? sv_sheet_word(spot->sheet, language) : place.sheet);
    answer_cell_number(to, (double)place.row);
    answer_cell(to, spot->sheet < SV_SHEETS && spot->column != SIZE_MAX ? sv_header_word(to->map, spot->sheet, spot->column, language)
                                                                        : place.column);
}

static size_t count(const sv_forgotten *told, bool unsure)
{
    size_t n = 0;
    for (size_t i = 0; i < told->n; i++)
        n += (told->pieces[i].what == SV_FORGOT_UNSURE) == unsure;
    return n;
}

static void tell_changes(answer *to, const sv_forgotten *told)
{
    static const struct {
        const char *id, *word;
    } what[] = {[SV_FORGOT_CELL] = {"taken-out", SV_TR("taken out")},
                [SV_FORGOT_TEXT] = {"text", SV_TR("name in a text, now […]")},
                [SV_FORGOT_ID] = {"id", SV_TR("an id that gave the name away, now another")}};
    if (!count(told, false))
        return;
    answer_table(to, "changes", NULL, place_columns, 4);
    for (size_t i = 0; i < told->n; i++) {
        if (told->pieces[i].what == SV_FORGOT_UNSURE)
            continue;
        tell_spot(to, &told->pieces[i].spot);
        answer_cell_word(to, what[told->pieces[i].what].id, what[told->pieces[i].what].word);
    }
}

static void tell_unsure(answer *to, const sv_forgotten *told)
{
    if (!count(told, true))
        return;
    answer_table(to, "look",
                 SV_TR("Look for yourself: only the last name stands here, or a word that was the id too. It was left as it was."),
                 look_columns, 4);
    for (size_t i = 0; i < told->n; i++) {
        if (told->pieces[i].what != SV_FORGOT_UNSURE)
            continue;
        tell_spot(to, &told->pieces[i].spot);
        answer_cell(to, told->pieces[i].spot.row == SV_NO_ROW ? "" : sv_spot_text(to->map, &told->pieces[i].spot));
    }
}

/* ---- What is left ---- */

static void tell_left(answer *to, const sv_forget_told *done)
{
    const sv_traces *traces = done->traces;
    if (!traces->found) {
        answer_say(to, SV_TR("It was read again: the name stands nowhere in it, nor the id where actors are named."), SAYS());
        return;
    }
    answer_say(to,
               SV_TR("But it was read again, and the name or the id still stands in {n} places: see below. Take it out there yourself."),
               SAYS(SAY_COUNT("n", traces->found)));
    if (done->told->namesakes)
        answer_say(to, SV_TR("Others on the map are called the same ({n}); that is their own name, and stays."),
                   SAYS(SAY_COUNT("n", done->told->namesakes)));
    answer_table(to, "left", NULL, left_columns, 3);
    for (size_t i = 0; i < traces->n; i++) {
        answer_cell(to, traces->places[i].file);
        answer_cell(to, traces->places[i].sheet);
        answer_cell_number(to, (double)traces->places[i].row);
    }
}

static void tell_files(answer *to, const sv_forget_told *done)
{
    if (!done->n_files)
        return;
    answer_table(to, "files", NULL, file_columns, 2);
    for (size_t i = 0; i < done->n_files; i++) {
        answer_cell(to, done->files[i]);
        answer_cell_number(to, (double)done->changes[i]);
    }
}

/* ---- All of it ---- */

static bool is_workbook(const char *path)
{
    size_t n = strlen(path);
    return n > 5 && strcasecmp(path + n - 5, ".xlsx") == 0;
}

static void say_notes(answer *to, const sv_forget_told *done)
{
    if (*done->traces->unread)
        answer_note(to, SV_TR("Not looked into: {path}"), SAYS(SAY_TEXT("path", done->traces->unread)));
    if (is_workbook(done->path))
        answer_note(to,
                    SV_TR("The workbook was written anew. Colours, formulas, remarks, charts and pictures of your own are not in it; what "
                          "stood in the cells is."),
                    SAYS());
    if (done->in_place)
        answer_note(to, SV_TR("No copy of the old map was kept."), SAYS());
    else
        answer_note(to,
                    SV_TR("The old map still stands where it stood, with everything in it. Remove it, or forget there too: --in-place."),
                    SAYS());
    answer_note(to,
                SV_TR("Think of other places too: copies and earlier versions, the recycle bin, mail, pictures and reports that were made "
                      "of the map."),
                SAYS());
}

sv_status sv_report_forget(const sv_map *rest, const sv_forget_told *done, const sv_answer_options *options, char **text, size_t *length,
                           sv_error *error)
{
    answer made;
    answer_begin(&made, "forget", rest, options);
    answer_fact_text(&made, "name", done->name);
    answer_fact_text(&made, "written", done->path);
    answer_fact(&made, "rows", (double)rows_gone(done->told));
    answer_fact(&made, "changes", (double)count(done->told, false));
    answer_fact(&made, "look", (double)count(done->told, true));
    answer_fact(&made, "namesakes", (double)done->told->namesakes);
    answer_fact(&made, "left", (double)done->traces->found);
    answer_say(&made, SV_TR("{name} is off the map, which was written to {path}."),
               SAYS(SAY_TEXT("name", done->name), SAY_TEXT("path", done->path)));
    tell_left(&made, done);
    tell_rows(&made, done->told);
    tell_changes(&made, done->told);
    tell_unsure(&made, done->told);
    tell_files(&made, done);
    say_notes(&made, done);
    return answer_end(&made, text, length, error);
}

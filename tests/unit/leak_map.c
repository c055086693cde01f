/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A map to look for leaks with: a public, a team and a private row in every sheet, with a mark of its own in every
 * cell that its type lets have one; columns and sheets of the user's own; and public rows that name hidden actors.
 */
#include "leak_map.h"

#include <speelveld/model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { marks_most = 2000 };

static mark marks[marks_most];
static size_t n_marks;

/* Two actors and an issue of each class: others refer to them. */
static char actors[IN_PUBLIC + 1][2][24], issues[IN_PUBLIC + 1][24];

/* ---- Marks ---- */

static mark *new_mark(mark_class class, const char *where)
{
    mark *m = &marks[n_marks++];
    assert_true(n_marks <= marks_most);
    *m = (mark){.class = class};
    snprintf(m->where, sizeof m->where, "%s", where);
    return m;
}

/* Short, so that no picture cuts it; pvq, tmq and klq occur in no word. */
static const char *word_mark(mark_class class, const char *where)
{
    static const char *const stems[] = {"pvq", "tmq", "klq"};
    mark *m = new_mark(class, where);
    snprintf(m->forms[0], sizeof m->forms[0], "%s%04zu", stems[class], n_marks);
    return m->forms[0];
}

/* Nine digits, the last no zero, behind an optional start that keeps the number on its scale. */
static void number_mark(mark_class class, const char *where, const char *start, sv_text *json)
{
    mark *m = new_mark(class, where);
    snprintf(m->forms[0], sizeof m->forms[0], "7391%04zu1", n_marks);
    sv_text_addf(json, "%s%s", start, m->forms[0]);
}

/* Long ago, so that it began, or far off, so that it has not ended. */
static void date_mark(mark_class class, const char *where, bool end, sv_text *json)
{
    mark *m = new_mark(class, where);
    int year = (int)(n_marks % 500) + (end ? 3000 : 1100);
    snprintf(m->forms[0], sizeof m->forms[0], "%d-05-06", year);
    snprintf(m->forms[1], sizeof m->forms[1], "06-05-%d", year);
    snprintf(m->forms[2], sizeof m->forms[2], "%d0506", year);
    snprintf(m->forms[3], sizeof m->forms[3], "6 mei %d", year);
    sv_text_addf(json, "\"%s\"", m->forms[0]);
}

static void own_words(mark_class class, const char *where, const char *english, const char *dutch, sv_text *json)
{
    mark *m = new_mark(class, where);
    snprintf(m->forms[0], sizeof m->forms[0], "%s", english);
    snprintf(m->forms[1], sizeof m->forms[1], "%s", dutch);
    sv_text_addf(json, "\"%s\"", english);
}

/* ---- The map ---- */

/* A cell that anybody may see. */
static void put_plain(const sv_column *column, mark_class row, sv_text *json)
{
    bool second = strcmp(column->en, "to") == 0 || strcmp(column->en, "of") == 0;
    switch (column->type) {
    case SV_TYPE_ACTOR: sv_text_addf(json, "\"%s\"", actors[row][second]); break;
    case SV_TYPE_ISSUE: sv_text_addf(json, "\"%s\"", issues[row]); break;
    case SV_TYPE_ORGANISATION: sv_text_addf(json, "\"%s\"", actors[IN_PRIVATE][0]); break; /* names somebody hidden */
    case SV_TYPE_ACTORS: sv_text_addf(json, "[\"%s\", \"%s\"]", actors[row][0], actors[IN_PRIVATE][0]); break;
    case SV_TYPE_SPOKESPERSONS:
        sv_text_addf(json, "[\"zorg:%s\", \"%s:%s\"]", actors[row][0], word_mark(IN_PRIVATE, "theme of a hidden spokesperson"),
                     actors[IN_PRIVATE][0]);
        break;
    case SV_TYPE_VISIBILITY: sv_text_add(json, row == IN_PUBLIC ? "\"public\"" : row == IN_TEAM ? "\"team\"" : "\"private\""); break;
    case SV_TYPE_YESNO: sv_text_add(json, "true"); break;
    case SV_TYPE_DATE: sv_text_add(json, strcmp(column->en, "until") == 0 ? "\"2099-01-01\"" : "\"2020-01-01\""); break;
    case SV_TYPE_TIME: sv_text_add(json, "\"19:30\""); break;
    case SV_TYPE_ACTOR_KIND: sv_text_add(json, "\"council_member\""); break;
    case SV_TYPE_TIE_KIND: sv_text_add(json, "\"knows\""); break;
    case SV_TYPE_DIRECTION: sv_text_add(json, "\"both\""); break;
    case SV_TYPE_COMPETENT: sv_text_add(json, "\"council\""); break;
    case SV_TYPE_PHASE: sv_text_add(json, "\"exploring\""); break;
    case SV_TYPE_LIST: sv_text_add(json, "[\"gewoon\"]"); break;
    case SV_TYPE_ID:
    case SV_TYPE_TEXT:
    case SV_TYPE_NAME: sv_text_add(json, "\"gewoon\""); break;
    default: sv_text_add(json, "1"); break;
    }
}

/* A cell that not everybody may see, with a mark in it as far as its type lets it have one. */
static void put_secret(const sv_column *column, mark_class row, mark_class class, const char *where, sv_text *json)
{
    static const char *const desired[][2] = {
        [IN_PRIVATE] = {"co_decide", "meebeslissen"}, [IN_TEAM] = {"co_work", "meewerken"}, [IN_PUBLIC] = {"co_think", "meedenken"}};
    switch (column->type) {
    case SV_TYPE_ACTOR:
    case SV_TYPE_ISSUE:
    case SV_TYPE_VISIBILITY:
    case SV_TYPE_DIRECTION:
    case SV_TYPE_COMPETENT:
    case SV_TYPE_PHASE:
    case SV_TYPE_YESNO: put_plain(column, row, json); break;
    case SV_TYPE_ACTORS: sv_text_addf(json, "[\"%s\"]", actors[row != IN_PUBLIC ? row : IN_PRIVATE][0]); break;
    case SV_TYPE_SPOKESPERSONS: sv_text_addf(json, "[\"%s:%s\"]", word_mark(class, where), actors[row][0]); break;
    case SV_TYPE_DATE: date_mark(class, where, strcmp(column->en, "until") == 0, json); break;
    case SV_TYPE_TIME: own_words(class, where, row == IN_PRIVATE ? "03:41" : row == IN_TEAM ? "04:43" : "04:47", "04:53", json); break;
    case SV_TYPE_INVOLVEMENT:
        if (strcmp(column->en, "desired") == 0)
            own_words(class, where, desired[row][0], desired[row][1], json);
        else
            sv_text_add(json, "\"co_know\"");
        break;
    case SV_TYPE_SCALE: number_mark(class, where, "1.", json); break;
    case SV_TYPE_SIGNED_SCALE:
    case SV_TYPE_POSITION: number_mark(class, where, "-1.", json); break;
    case SV_TYPE_SHARE: number_mark(class, where, "0.", json); break;
    case SV_TYPE_NUMBER:
    case SV_TYPE_AMOUNT:
    case SV_TYPE_WEIGHT:
    case SV_TYPE_COUNT: number_mark(class, where, "", json); break;
    case SV_TYPE_LIST: sv_text_addf(json, "[\"%s\", \"%s\"]", word_mark(class, where), word_mark(class, where)); break;
    default: sv_text_addf(json, "\"%s\"", word_mark(class, where)); break;
    }
}

/* A row with something in every known column, and in two of the user's own: a text and a nested piece. */
static void put_row(sv_sheet sheet, mark_class row, sv_text *json)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    bool never = about->flags & SV_SHEET_NEVER_PUBLIC;
    char where[64];
    sv_text_add(json, "{");
    for (size_t i = 0; i < about->n_columns; i++) {
        const sv_column *column = &about->columns[i];
        mark_class class = row == IN_PUBLIC ? IN_HIDDEN_CELL : row;
        snprintf(where, sizeof where, "%s, %s, row %d", about->key, column->en, row);
        sv_text_addf(json, "%s\"%s\": ", i ? ", " : "", column->en);
        if (i == 0 && sheet == SV_ACTORS)
            sv_text_addf(json, "\"%s\"", actors[row][0]);
        else if (i == 0 && sheet == SV_ISSUES)
            sv_text_addf(json, "\"%s\"", issues[row]);
        else if (row == IN_PUBLIC && (column->flags & SV_COLUMN_PUBLIC) && !never)
            put_plain(column, row, json);
        else
            put_secret(column, row, class, where, json);
    }
    snprintf(where, sizeof where, "%s, own columns, row %d", about->key, row);
    sv_text_addf(json, ", \"klqeigen\": \"%s\"", word_mark(row == IN_PUBLIC ? IN_HIDDEN_CELL : row, where));
    sv_text_addf(json, ", \"klqdiep\": {\"a\": [\"%s\"]}}", word_mark(row == IN_PUBLIC ? IN_HIDDEN_CELL : row, where));
}

static void put_second_actors(sv_text *json)
{
    for (int row = 0; row <= IN_PUBLIC; row++)
        if (row != IN_HIDDEN_CELL && row != MARK_CLASSES)
            sv_text_addf(json, ",\n{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"resident\", \"visibility\": \"%s\"}", actors[row][1],
                         row == IN_PUBLIC ? "Tweede" : word_mark((mark_class)row, "name of a second actor"),
                         row == IN_PUBLIC ? "public"
                         : row == IN_TEAM ? "team"
                                          : "private");
}

/* Rows marked public that name somebody or something that is not, and a position without a source. */
static void put_public_rows_that_may_not_be(sv_sheet sheet, sv_text *json)
{
    const char *us = actors[IN_PUBLIC][0], *them = actors[IN_PRIVATE][0];
    if (sheet == SV_TIES)
        sv_text_addf(json, ",\n{\"from\": \"%s\", \"to\": \"%s\", \"kind\": \"%s\", \"visibility\": \"public\"}", us, them,
                     word_mark(IN_PRIVATE, "tie to a hidden actor"));
    if (sheet == SV_MEMBERSHIPS)
        sv_text_addf(json, ",\n{\"who\": \"%s\", \"of\": \"%s\", \"role\": \"%s\", \"visibility\": \"public\"}", us, them,
                     word_mark(IN_PRIVATE, "membership of a hidden actor"));
    if (sheet == SV_SIGNALS || sheet == SV_EVENTS) /* these may be seen, without the issue */
        sv_text_addf(json, ",\n{\"date\": \"2020-01-01\", \"title\": \"gewoon\", \"issue\": \"%s\", \"visibility\": \"public\"}",
                     issues[IN_PRIVATE]);
    if (sheet != SV_POSITIONS)
        return;
    sv_text_addf(json, ",\n{\"actor\": \"%s\", \"issue\": \"%s\", \"position\": 2, \"source\": \"%s\", \"visibility\": \"public\"}", them,
                 issues[IN_PUBLIC], word_mark(IN_PRIVATE, "position of a hidden actor"));
    sv_text_addf(json, ",\n{\"actor\": \"%s\", \"issue\": \"%s\", \"position\": 2, \"source\": \"%s\", \"visibility\": \"public\"}", us,
                 issues[IN_PRIVATE], word_mark(IN_PRIVATE, "position on a hidden issue"));
    sv_text_addf(json, ",\n{\"actor\": \"%s\", \"issue\": \"%s\", \"visibility\": \"public\", \"position\": ", us, issues[IN_PUBLIC]);
    number_mark(IN_HIDDEN_CELL, "position without a source", "-1.", json);
    sv_text_add(json, "}");
}

static void name_everybody(void)
{
    static const char *const where[] = {"private id", "team id"};
    for (int row = IN_PRIVATE; row <= IN_TEAM; row++) {
        for (int i = 0; i < 2; i++)
            snprintf(actors[row][i], sizeof actors[row][i], "%s", word_mark((mark_class)row, where[row]));
        snprintf(issues[row], sizeof issues[row], "%s", word_mark((mark_class)row, where[row]));
    }
    snprintf(actors[IN_PUBLIC][0], sizeof actors[IN_PUBLIC][0], "openbaar");
    snprintf(actors[IN_PUBLIC][1], sizeof actors[IN_PUBLIC][1], "tweede");
    snprintf(issues[IN_PUBLIC], sizeof issues[IN_PUBLIC], "vraagstuk");
}

void leak_map_compose(sv_text *json)
{
    name_everybody();
    sv_text_add(json, "{\"speelveld\": 1");
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        bool single = sv_sheet_get((sv_sheet)sheet)->flags & SV_SHEET_SINGLE;
        sv_text_addf(json, ",\n\"%s\": %s", sv_sheet_get((sv_sheet)sheet)->key, single ? "" : "[");
        put_row((sv_sheet)sheet, IN_PUBLIC, json);
        if (single)
            continue;
        sv_text_add(json, ",\n");
        put_row((sv_sheet)sheet, IN_TEAM, json);
        sv_text_add(json, ",\n");
        put_row((sv_sheet)sheet, IN_PRIVATE, json);
        if (sheet == SV_ACTORS)
            put_second_actors(json);
        put_public_rows_that_may_not_be((sv_sheet)sheet, json);
        sv_text_add(json, "]");
    }
    sv_text_addf(json, ",\n\"klqblad\": [{\"klqkop\": \"%s\"}]", word_mark(IN_HIDDEN_CELL, "a sheet of one's own"));
    sv_text_addf(json, ",\n\"klqboom\": {\"diep\": [\"%s\"]}}\n", word_mark(IN_HIDDEN_CELL, "a tree of one's own"));
    snprintf(new_mark(IN_HIDDEN_CELL, "names of one's own columns and sheets")->forms[0], 24, "klq");
    assert_false(json->failed);
}

const mark *leak_map_marks(size_t *n)
{
    *n = n_marks;
    return marks;
}

size_t leak_map_count(mark_class class)
{
    size_t n = 0;
    for (size_t i = 0; i < n_marks; i++)
        n += marks[i].class == class;
    return n;
}

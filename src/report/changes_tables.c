/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Changes as tables: for people the first rows of each that has any, for programs all of them, for a spreadsheet one table of everything.
 */
#include <math.h>

#include "../base/language.h"
#include "../model/differences.h"
#include "changes_told.h"
#include "counted.h"

enum { rows_shown = 10 };

size_t told_rows(const teller *by, size_t n)
{
    return by->all || !told_to_people(by) || n < rows_shown ? n : (size_t)rows_shown;
}

void tell_more(const teller *by, size_t n)
{
    if (told_rows(by, n) < n)
        answer_say(by->to, SV_TR("And {n} more; all of them with --all."), SAYS(SAY_COUNT("n", n - told_rows(by, n))));
}

/* Begin a table, unless it would be empty before people. */
static bool begin_table(const teller *by, const char *key, const char *heading, const answer_column *columns, size_t n_columns,
                        size_t n_rows)
{
    if (!n_rows && told_to_people(by))
        return false;
    answer_table(by->to, key, heading, columns, n_columns);
    return true;
}

#define COLUMNS(table) table, sizeof(table) / sizeof *(table)

static const struct change_word {
    const char *id, *word;
} change_words[] = {[SV_CAME] = {"came", SV_TR("new")}, [SV_WENT] = {"went", SV_TR("gone")}, [SV_MOVED] = {"moved", SV_TR("changed")}};

void cell_change(const teller *by, sv_change change)
{
    answer_cell_word(by->to, change_words[change].id, change_words[change].word);
}

/* A tie kind is a word of its own in each language. */
static void cell_kind(const teller *by, const sv_tie_kind *kind)
{
    answer_cell_word(by->to, kind->id, by->to->options.language == SV_DUTCH ? kind->nl : kind->en);
}

/* A strength or a position: people see no more decimals than it has. */
static void cell_scale(const teller *by, double value, bool position)
{
    char number[64];
    sv_text text = {0};
    if (!told_to_people(by)) {
        answer_cell_number(by->to, value);
        return;
    }
    sv_number_show(value, value == round(value) ? 0 : 1, by->to->options.language == SV_DUTCH ? ',' : '.', number);
    if (position)
        told_position(by, value, &text);
    else
        sv_text_add(&text, number);
    by->to->failed |= text.failed;
    answer_cell(by->to, sv_text_get(&text));
    sv_text_clear(&text);
}

/* Whether the sentences have named them all. */
static bool all_were_named(const teller *by)
{
    size_t n[2] = {0};
    for (size_t i = 0; i < by->found->n_actors; i++)
        n[by->found->actors[i].change == SV_WENT]++;
    return told_to_people(by) && n[0] <= told_most && n[1] <= told_most;
}

static void table_who(const teller *by)
{
    static const answer_column actors[] = {{"actor", SV_TR("actor"), 0}, {"change", SV_TR("change"), 0}};
    static const answer_column issues[] = {{"issue", NULL, 0}, {"title", SV_TR("issue"), 0}, {"change", SV_TR("change"), 0}};
    const sv_changes *found = by->found;
    size_t shown = told_rows(by, found->n_actors);
    if (!all_were_named(by) && begin_table(by, "actors", SV_TR("Actors"), COLUMNS(actors), found->n_actors)) {
        for (size_t i = 0; i < shown; i++) {
            answer_cell_actor(by->to, found->actors[i].actor);
            cell_change(by, found->actors[i].change);
        }
        tell_more(by, found->n_actors);
    }
    if (begin_table(by, "issues", SV_TR("Issues"), COLUMNS(issues), found->n_issues))
        for (size_t i = 0; i < found->n_issues; i++) {
            answer_cell(by->to, sv_map_cell(found->both, SV_ISSUES, found->issues[i].issue, SV_ISSUE_ID));
            answer_cell(by->to, told_issue(by, found->issues[i].issue));
            cell_change(by, found->issues[i].change);
        }
}

void cell_text(const teller *by, size_t column, const char *text)
{
    sv_text words = {0};
    if (by->to->options.format == SV_REPORT_JSON || !*text)
        sv_text_add(&words, text);
    else
        difference_value(sv_sheet_get(SV_ACTORS)->columns[column].type, text, by->to->options.language, &words);
    by->to->failed |= words.failed;
    answer_cell(by->to, sv_text_get(&words));
    sv_text_clear(&words);
}

const char *told_column(const teller *by, size_t column)
{
    const sv_column *about = &sv_sheet_get(SV_ACTORS)->columns[column];
    return by->to->options.format != SV_REPORT_JSON && by->to->options.language == SV_DUTCH ? about->nl : about->en;
}

bool told_in_money(const sv_tie_change *tie)
{
    return !isnan(tie->amount_before) || !isnan(tie->amount_after);
}

static void table_cells(const teller *by)
{
    static const answer_column columns[] = {
        {"actor", SV_TR("actor"), 0}, {"column", SV_TR("column"), 0}, {"before", SV_TR("then"), 0}, {"after", SV_TR("now"), 0}};
    const sv_changes *found = by->found;
    size_t shown = told_rows(by, found->n_cells);
    if (!begin_table(by, "cells", SV_TR("What is said of actors"), COLUMNS(columns), found->n_cells))
        return;
    for (size_t i = 0; i < shown; i++) {
        const sv_cell_change *one = &found->cells[i];
        answer_cell_actor(by->to, one->actor);
        answer_cell(by->to, told_column(by, one->column));
        cell_text(by, one->column, one->before);
        cell_text(by, one->column, one->after);
    }
    tell_more(by, found->n_cells);
}

static void table_ties(const teller *by)
{
    static const answer_column columns[] = {{"from", SV_TR("from"), 0}, {"to", SV_TR("to"), 0},         {"kind", SV_TR("kind"), 0},
                                            {"both_ways", NULL, 0},     {"change", SV_TR("change"), 0}, {"before", SV_TR("then"), 1},
                                            {"after", SV_TR("now"), 1}, {"amount_before", NULL, 0},     {"amount_after", NULL, 0}};
    const sv_changes *found = by->found;
    size_t shown = told_rows(by, found->n_ties);
    if (!begin_table(by, "ties", SV_TR("Ties"), COLUMNS(columns), found->n_ties))
        return;
    for (size_t i = 0; i < shown; i++) {
        const sv_tie_change *one = &found->ties[i];
        answer_cell_actor(by->to, one->from);
        answer_cell_actor(by->to, one->to);
        cell_kind(by, one->kind);
        answer_cell_yes(by->to, one->both_ways);
        cell_change(by, one->change);
        cell_scale(by, one->before, false);
        cell_scale(by, one->after, false);
        answer_cell_number(by->to, one->amount_before);
        answer_cell_number(by->to, one->amount_after);
    }
    tell_more(by, found->n_ties);
}

static void table_memberships(const teller *by)
{
    static const answer_column columns[] = {{"who", SV_TR("who"), 0}, {"of", SV_TR("of"), 0}, {"change", SV_TR("change"), 0}};
    const sv_changes *found = by->found;
    size_t shown = told_rows(by, found->n_memberships);
    if (!begin_table(by, "memberships", SV_TR("Memberships"), COLUMNS(columns), found->n_memberships))
        return;
    for (size_t i = 0; i < shown; i++) {
        answer_cell_actor(by->to, found->memberships[i].who);
        answer_cell_actor(by->to, found->memberships[i].of);
        cell_change(by, found->memberships[i].change);
    }
    tell_more(by, found->n_memberships);
}

static void table_positions(const teller *by)
{
    static const answer_column columns[] = {{"actor", SV_TR("actor"), 0}, {"issue", SV_TR("issue"), 0}, {"before", SV_TR("then"), 1},
                                            {"after", SV_TR("now"), 1},   {"difference", NULL, 0},      {"salience_before", NULL, 0},
                                            {"salience_after", NULL, 0}};
    const sv_changes *found = by->found;
    size_t shown = told_rows(by, found->n_positions);
    if (!begin_table(by, "positions", SV_TR("Positions"), COLUMNS(columns), found->n_positions))
        return;
    for (size_t i = 0; i < shown; i++) {
        const sv_position_change *one = &found->positions[i];
        answer_cell_actor(by->to, one->actor);
        answer_cell(by->to, sv_map_cell(found->both, SV_ISSUES, one->issue, SV_ISSUE_ID));
        cell_scale(by, one->before, true);
        cell_scale(by, one->after, true);
        answer_cell_number(by->to, one->after - one->before);
        answer_cell_number(by->to, one->salience_before);
        answer_cell_number(by->to, one->salience_after);
    }
    tell_more(by, found->n_positions);
}

/* ---- For programs only ---- */

static void table_groups(const teller *by)
{
    static const answer_column columns[] = {{"group", "", 0}, {"issue", "", 0}, {"members", "", 0}, {"before", "", 0}, {"after", "", 0}};
    answer_table(by->to, "groups", NULL, COLUMNS(columns));
    for (size_t i = 0; i < by->found->n_groups; i++) {
        const sv_group_change *one = &by->found->groups[i];
        answer_cell(by->to, one->group);
        answer_cell(by->to, sv_map_cell(by->found->both, SV_ISSUES, one->issue, SV_ISSUE_ID));
        answer_cell_number(by->to, (double)one->members);
        answer_cell_number(by->to, one->before);
        answer_cell_number(by->to, one->after);
    }
}

static void table_balances(const teller *by)
{
    static const answer_column columns[] = {{"issue", "", 0},         {"for_before", "", 0}, {"against_before", "", 0},
                                            {"median_before", "", 0}, {"for_after", "", 0},  {"against_after", "", 0},
                                            {"median_after", "", 0}};
    answer_table(by->to, "balances", NULL, COLUMNS(columns));
    for (size_t i = 0; i < by->found->n_balances; i++) {
        const sv_balance_change *one = &by->found->balances[i];
        answer_cell(by->to, sv_map_cell(by->found->both, SV_ISSUES, one->issue, SV_ISSUE_ID));
        answer_cell_number(by->to, one->then ? one->before.for_it : NAN);
        answer_cell_number(by->to, one->then ? one->before.against : NAN);
        answer_cell_number(by->to, one->then ? one->before.median : NAN);
        answer_cell_number(by->to, one->now ? one->after.for_it : NAN);
        answer_cell_number(by->to, one->now ? one->after.against : NAN);
        answer_cell_number(by->to, one->now ? one->after.median : NAN);
    }
}

static void cell_vote(const teller *by, const sv_vote_facts *facts)
{
    const size_t counts[] = {facts->seats, facts->needed, facts->in_favour, facts->against, facts->undecided, facts->unknown};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        answer_cell_number(by->to, facts->counted ? (double)counts[i] : NAN);
    answer_cell_number(by->to, facts->chance);
}

static void table_votes(const teller *by)
{
    static const answer_column columns[] = {
        {"issue", "", 0},           {"seats_before", "", 0},     {"needed_before", "", 0},   {"in_favour_before", "", 0},
        {"against_before", "", 0},  {"undecided_before", "", 0}, {"unknown_before", "", 0},  {"chance_before", "", 0},
        {"seats_after", "", 0},     {"needed_after", "", 0},     {"in_favour_after", "", 0}, {"against_after", "", 0},
        {"undecided_after", "", 0}, {"unknown_after", "", 0},    {"chance_after", "", 0}};
    answer_table(by->to, "votes", NULL, COLUMNS(columns));
    for (size_t i = 0; i < by->found->n_votes; i++) {
        answer_cell(by->to, sv_map_cell(by->found->both, SV_ISSUES, by->found->votes[i].issue, SV_ISSUE_ID));
        cell_vote(by, &by->found->votes[i].before);
        cell_vote(by, &by->found->votes[i].after);
    }
}

static void table_links(const teller *by)
{
    static const answer_column columns[] = {{"actor", "", 0}, {"change", "", 0}, {"behind", "", 0}};
    static const answer_column alone[] = {{"actor", "", 0}};
    const sv_changes *found = by->found;
    answer_table(by->to, "only_links", NULL, COLUMNS(columns));
    for (size_t i = 0; i < found->n_links; i++) {
        answer_cell_actor(by->to, found->links[i].actor);
        cell_change(by, found->links[i].change);
        answer_cell_number(by->to, (double)found->links[i].n_behind);
    }
    answer_table(by->to, "lost", NULL, COLUMNS(alone));
    for (size_t i = 0; i < found->n_lost; i++)
        answer_cell_actor(by->to, found->lost[i]);
    answer_table(by->to, "regained", NULL, COLUMNS(alone));
    for (size_t i = 0; i < found->n_regained; i++)
        answer_cell_actor(by->to, found->regained[i]);
}

static void table_counts(const teller *by)
{
    static const answer_column columns[] = {{"sheet", "", 0}, {"came", "", 0}, {"went", "", 0}, {"changed", "", 0}};
    answer_table(by->to, "rows", NULL, COLUMNS(columns));
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        const sv_row_counts *rows = &by->found->rows[sheet];
        if (!rows->came && !rows->went && !rows->changed)
            continue;
        answer_cell(by->to, sv_sheet_get((sv_sheet)sheet)->key);
        answer_cell_number(by->to, (double)rows->came);
        answer_cell_number(by->to, (double)rows->went);
        answer_cell_number(by->to, (double)rows->changed);
    }
}

void table_rows(const teller *by)
{
    const sv_changes *found = by->found;
    table_who(by);
    table_cells(by);
    table_ties(by);
    table_memberships(by);
    table_positions(by);
    if (told_to_people(by))
        return;
    table_groups(by);
    table_balances(by);
    table_votes(by);
    table_links(by);
    table_counts(by);
    answer_fact(by->to, "actors_before", (double)found->before.actors);
    answer_fact(by->to, "actors_after", (double)found->after.actors);
    answer_fact(by->to, "ties_before", (double)found->before.ties);
    answer_fact(by->to, "ties_after", (double)found->after.ties);
    answer_fact(by->to, "components_before", (double)found->before.components);
    answer_fact(by->to, "components_after", (double)found->after.components);
    counted_add_facts(by->to, &found->counted);
}

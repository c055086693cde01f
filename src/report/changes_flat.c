/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All changes as one table, for a spreadsheet to sort and filter. */
#include <math.h>

#include "../base/language.h"
#include "changes_told.h"

/* The first four cells of a row; the two that follow, then and now, are up to the caller. */
static void begin_row(const teller *by, const char *what, sv_change change, size_t who, const char *with)
{
    answer_cell(by->to, what);
    cell_change(by, change);
    if (who == SV_NO_ROW)
        answer_cell(by->to, "");
    else
        answer_cell_actor(by->to, who);
    answer_cell(by->to, with);
}

static void end_row(const teller *by, double before, double after)
{
    answer_cell_number(by->to, before);
    answer_cell_number(by->to, after);
}

static void flat_who(const teller *by, const char *actor, const char *issue)
{
    const sv_changes *found = by->found;
    for (size_t i = 0; i < found->n_actors; i++) {
        begin_row(by, actor, found->actors[i].change, found->actors[i].actor, "");
        end_row(by, NAN, NAN);
    }
    for (size_t i = 0; i < found->n_issues; i++) {
        begin_row(by, issue, found->issues[i].change, SV_NO_ROW, told_issue(by, found->issues[i].issue));
        end_row(by, NAN, NAN);
    }
    for (size_t i = 0; i < found->n_cells; i++) {
        const sv_cell_change *one = &found->cells[i];
        begin_row(by, told_column(by, one->column), SV_MOVED, one->actor, "");
        cell_text(by, one->column, one->before);
        cell_text(by, one->column, one->after);
    }
}

static void flat_ties(const teller *by, const char *membership)
{
    const sv_changes *found = by->found;
    for (size_t i = 0; i < found->n_ties; i++) {
        const sv_tie_change *one = &found->ties[i];
        bool money = told_in_money(one);
        begin_row(by, by->to->options.language == SV_DUTCH ? one->kind->nl : one->kind->en, one->change, one->from,
                  told_actor(by, one->to));
        end_row(by, money ? one->amount_before : one->before, money ? one->amount_after : one->after);
    }
    for (size_t i = 0; i < found->n_memberships; i++) {
        begin_row(by, membership, found->memberships[i].change, found->memberships[i].who, told_actor(by, found->memberships[i].of));
        end_row(by, NAN, NAN);
    }
}

static void flat_positions(const teller *by, const char *position, const char *vote)
{
    const sv_changes *found = by->found;
    for (size_t i = 0; i < found->n_positions; i++) {
        const sv_position_change *one = &found->positions[i];
        begin_row(by, position,
                  isnan(one->before)  ? SV_CAME
                  : isnan(one->after) ? SV_WENT
                                      : SV_MOVED,
                  one->actor, told_issue(by, one->issue));
        end_row(by, one->before, one->after);
    }
    for (size_t i = 0; i < found->n_votes; i++) {
        begin_row(by, vote, SV_MOVED, SV_NO_ROW, told_issue(by, found->votes[i].issue));
        end_row(by, found->votes[i].before.counted ? (double)found->votes[i].before.in_favour : NAN,
                found->votes[i].after.counted ? (double)found->votes[i].after.in_favour : NAN);
    }
}

static void flat_reach(const teller *by, const char *reach, const char *link)
{
    const sv_changes *found = by->found;
    for (size_t i = 0; i < found->n_lost; i++) {
        begin_row(by, reach, SV_WENT, found->lost[i], "");
        end_row(by, NAN, NAN);
    }
    for (size_t i = 0; i < found->n_regained; i++) {
        begin_row(by, reach, SV_CAME, found->regained[i], "");
        end_row(by, NAN, NAN);
    }
    for (size_t i = 0; i < found->n_links; i++) {
        double behind = (double)found->links[i].n_behind;
        begin_row(by, link, found->links[i].change, found->links[i].actor, "");
        end_row(by, found->links[i].change == SV_WENT ? behind : 0, found->links[i].change == SV_CAME ? behind : 0);
    }
}

void table_flat(const teller *by)
{
    static const answer_column columns[] = {{"what", SV_TR("what"), 0},   {"change", SV_TR("change"), 0},
                                            {"who", SV_TR("who"), 0},     {"with", SV_TR("with, or about"), 0},
                                            {"before", SV_TR("then"), 2}, {"after", SV_TR("now"), 2}};
    sv_language language = by->to->options.language;
    answer_table(by->to, "changes", NULL, columns, sizeof columns / sizeof *columns);
    flat_who(by, sv_translate(language, SV_TR("actor")), sv_translate(language, SV_TR("issue")));
    flat_ties(by, sv_translate(language, SV_TR("membership")));
    flat_positions(by, sv_translate(language, SV_TR("position")), sv_translate(language, SV_TR("seats in favour")));
    flat_reach(by, sv_translate(language, SV_TR("within reach")), sv_translate(language, SV_TR("only link")));
    flat_places(by);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of a majority: groups, with whom there is one, and who can still be won. */
#include <math.h>

#include "../base/language.h"
#include "majority_parts.h"
#include "way_cells.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const answer_column group_columns[] = {
    {"group", SV_TR("group"), 0},
    {"votes", SV_TR("votes"), 0},
    {"coalition", SV_TR("coalition"), 0},
    {"for", SV_TR("for"), 0},
    {"undecided", SV_TR("undecided"), 0},
    {"against", SV_TR("against"), 0},
    {"unknown", SV_TR("unknown"), 0},
    {"together", SV_TR("votes as one"), 0},
    {"shapley", SV_TR("power (Shapley–Shubik)"), 0},
    {"banzhaf", SV_TR("power (Banzhaf)"), 0},
    {"seats", NULL, 0},
    {"named", NULL, 0},
    {"assumed", NULL, 0},
    {"stance", NULL, 2},
};

/* What the map says; nothing where it says nothing. */
static void add_coalition(answer *to, const sv_council_group *group)
{
    if (group->row == SV_NO_ROW || !*sv_map_cell(to->map, SV_GROUPS, group->row, SV_GROUP_COALITION))
        answer_cell_actor(to, SV_NO_ROW);
    else
        answer_cell_yes(to, group->coalition);
}

void majority_add_groups(answer *to, const sv_majority *found)
{
    answer_table(to, "groups", SV_TR("By group"), group_columns, COUNT(group_columns));
    for (size_t g = 0; g < found->council.n_groups; g++) {
        const sv_council_group *group = &found->council.groups[g];
        const sv_majority_group *votes = &found->groups[g];
        answer_cell(to, group->name);
        answer_cell_number(to, (double)votes->votes);
        add_coalition(to, group);
        answer_cell_number(to, (double)votes->leans[SV_LEAN_FOR]);
        answer_cell_number(to, (double)votes->leans[SV_LEAN_UNDECIDED]);
        answer_cell_number(to, (double)votes->leans[SV_LEAN_AGAINST]);
        answer_cell_number(to, (double)votes->leans[SV_LEAN_UNKNOWN]);
        answer_cell_share(to, group->discipline);
        answer_cell_share(to, votes->shapley);
        answer_cell_share(to, votes->banzhaf);
        answer_cell_number(to, (double)group->seats);
        answer_cell_number(to, (double)group->named);
        answer_cell_number(to, (double)votes->assumed);
        answer_cell_number(to, group->stance);
    }
}

/* ---- With whom ---- */

/* People read these in lines: the names are too many for a cell. */
static const answer_column coalition_columns[] = {{"groups", NULL, 0}, {"votes", NULL, 0}};

/* "Groen, Rood and Blauw", in the order of the council; for programs parted by |. */
static void add_groups_of(const answer *to, const sv_majority *found, uint64_t groups, bool for_people, sv_text *out)
{
    size_t n = 0, at = 0;
    for (size_t g = 0; g < found->council.n_groups; g++)
        n += groups >> g & 1;
    for (size_t g = 0; g < found->council.n_groups; g++) {
        if (!(groups >> g & 1))
            continue;
        if (for_people)
            answer_join(to, out, found->council.groups[g].name, at++, n);
        else
            sv_text_addf(out, "%s%s", at++ ? "|" : "", found->council.groups[g].name);
    }
}

/* A line for each coalition, and the same as a table for programs. */
static void add_coalitions(answer *to, const sv_majority *found, const char *key, const char *message, const sv_coalition *list, size_t n)
{
    sv_text names = {0};
    for (size_t i = 0; i < n; i++) {
        names.length = 0;
        add_groups_of(to, found, list[i].groups, true, &names);
        answer_item(to, message, SAYS(SAY_TEXT("names", sv_text_get(&names)), SAY_COUNT("n", list[i].seats)));
    }
    answer_table(to, key, NULL, coalition_columns, COUNT(coalition_columns));
    for (size_t i = 0; i < n; i++) {
        names.length = 0;
        add_groups_of(to, found, list[i].groups, false, &names);
        answer_cell(to, sv_text_get(&names));
        answer_cell_number(to, (double)list[i].seats);
    }
    to->failed |= names.failed;
    sv_text_clear(&names);
}

/* Who is in favour as a group, and whether that is enough. */
static void say_supporters(answer *to, const sv_majority *found)
{
    sv_text names = {0};
    const char *message =
        SV_TR("Groups in favour: {names}, {n} votes together. Even with all groups that are not against there is no majority.");
    if (found->n_additions)
        message = SV_TR("Groups in favour: {names}, {n} votes together. With one of these lines there is a majority:");
    else if (found->supporters.seats >= found->vote.needed)
        message = SV_TR("Groups in favour: {names}, {n} votes together. That is enough.");
    if (!found->supporters.seats) {
        answer_say(to, SV_TR("No group is in favour as a whole."), SAYS());
        return;
    }
    add_groups_of(to, found, found->supporters.groups, true, &names);
    to->failed |= names.failed;
    answer_say(to, message, SAYS(SAY_TEXT("names", sv_text_get(&names)), SAY_COUNT("n", found->supporters.seats)));
    sv_text_clear(&names);
}

void majority_add_coalitions(answer *to, const sv_majority *found)
{
    if (!found->minimal)
        return;
    say_supporters(to, found);
    add_coalitions(to, found, "additions", SV_TR("also {names}: {n} votes together"), found->additions, found->n_additions);
    answer_fact(to, "minimal_coalitions", (double)found->minimal);
    answer_say(to, SV_TR("The tightest majorities, whatever they think of it:"), SAYS());
    add_coalitions(to, found, "coalitions", SV_TR("{n} votes: {names}"), found->coalitions, found->n_coalitions);
    if (found->minimal > found->n_coalitions)
        answer_note(to, SV_TR("There are {n} majorities in which no group can be missed; shown are the {k} with the fewest votes."),
                    SAYS(SAY_COUNT("n", found->minimal), SAY_COUNT("k", found->n_coalitions)));
}

/* ---- Who can be won ---- */

static const answer_column winnable_columns[] = {
    {"member", SV_TR("council member"), 0},
    {"group", SV_TR("group"), 0},
    {"stands", SV_TR("stands now"), 0},
    {"chance", SV_TR("chance, if won"), 0},
    WAY_COLUMNS,
    {"effort", NULL, 2},
    {"stance", NULL, 2},
    {"chosen", NULL, 0},
};

void majority_add_name(const answer *to, const sv_majority *found, const sv_winnable *one, sv_text *out)
{
    sv_text through = {0};
    const char *name = sv_map_actor(to->map, found->council.seats[one->seat].member)->name;
    way_add_through(to, &one->way, &through);
    if (one->way.n)
        answer_fill(to, SV_TR("{name} (through {through})"), SAYS(SAY_TEXT("name", name), SAY_TEXT("through", sv_text_get(&through))), out);
    else
        sv_text_add(out, name);
    out->failed |= through.failed;
    sv_text_clear(&through);
}

static void add_stands(answer *to, const sv_seat *seat)
{
    bool undecided = sv_lean_of(seat->stance) == SV_LEAN_UNDECIDED;
    if (!isnan(seat->own))
        answer_cell_word(to, "undecided", SV_TR("undecided"));
    else if (undecided)
        answer_cell_word(to, "unknown_group_undecided", SV_TR("unknown, group undecided"));
    else
        answer_cell_word(to, "unknown", SV_TR("unknown"));
}

void majority_add_winnable(answer *to, const sv_majority *found)
{
    if (!found->n_winnable)
        return;
    answer_table(to, "winnable", SV_TR("Who can still be won; first who brings most for the effort"), winnable_columns,
                 COUNT(winnable_columns));
    for (size_t i = 0; i < found->n_winnable; i++) {
        const sv_winnable *one = &found->winnable[i];
        const sv_seat *seat = &found->council.seats[one->seat];
        answer_cell_actor(to, seat->member);
        answer_cell(to, found->council.groups[seat->group].name);
        add_stands(to, seat);
        answer_cell_share(to, one->chance);
        way_cells_add(to, &one->way);
        answer_cell_number(to, isinf(one->effort) ? NAN : one->effort);
        answer_cell_number(to, seat->own);
        answer_cell_yes(to, one->chosen);
    }
}

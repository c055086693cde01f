/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A majority as an answer: is it the council's, how many votes lack, how likely it is to pass, by which rules, and what would help. */
#include <math.h>

#include "../base/language.h"
#include "majority_parts.h"
#include "way_words.h"

static void add_facts(answer *to, const sv_majority *found, size_t issue)
{
    static const char *const outcomes[SV_OUTCOMES] = {"chance", "chance_rejected", "chance_put_off", "chance_void", "chance_unopened"};
    const sv_turnout *turnout = &found->vote.turnout;
    answer_fact_text(to, "issue", sv_map_cell(to->map, SV_ISSUES, issue, SV_ISSUE_ID));
    answer_fact_text(to, "competent", found->competent);
    if (!found->counted)
        return;
    answer_fact(to, "seats", (double)turnout->sitting);
    answer_fact(to, "present", (double)turnout->present);
    answer_fact(to, "excluded", (double)turnout->excluded);
    answer_fact(to, "votes", (double)turnout->cast);
    answer_fact(to, "to_open", (double)sv_law_to_open(turnout->sitting, turnout->meeting));
    answer_fact(to, "to_vote", (double)sv_law_to_vote(turnout->sitting, turnout->excluded, turnout->meeting));
    answer_fact(to, "needed", (double)found->vote.needed);
    answer_fact(to, "for", (double)found->leans[SV_LEAN_FOR]);
    answer_fact(to, "undecided", (double)found->leans[SV_LEAN_UNDECIDED]);
    answer_fact(to, "against", (double)found->leans[SV_LEAN_AGAINST]);
    answer_fact(to, "unknown", (double)found->leans[SV_LEAN_UNKNOWN]);
    answer_fact(to, "assumed", (double)found->assumed);
    answer_fact(to, "missing", (double)found->missing);
    for (int outcome = 0; outcome < SV_OUTCOMES; outcome++)
        answer_fact(to, outcomes[outcome], found->vote.chance[outcome]);
    answer_fact(to, "chance_if_won", found->n_chosen ? found->chosen_chance : NAN);
}

/* ---- Who is there ---- */

/* The names of those whose seats are kept from voting for this reason. */
static void say_kept(answer *to, const sv_majority *found, unsigned char why, const char *message)
{
    size_t n = 0, at = 0;
    sv_text names = {0};
    for (size_t i = 0; i < found->council.n_seats; i++)
        n += (found->kept[i] & why) != 0;
    for (size_t i = 0; i < found->council.n_seats; i++)
        if (found->kept[i] & why)
            answer_join(to, &names, sv_map_actor(to->map, found->council.seats[i].member)->name, at++, n);
    to->failed |= names.failed;
    if (n)
        answer_say(to, message, SAYS(SAY_TEXT("names", sv_text_get(&names))));
    sv_text_clear(&names);
}

static void say_meeting(answer *to, sv_meeting meeting)
{
    if (meeting == SV_MEETING_AFTER_UNOPENED)
        answer_say(to,
                   SV_TR("This meeting was called again because too few members came: it may begin and vote with any number (Gemeentewet, "
                         "articles 20 and 29)."),
                   SAYS());
    if (meeting == SV_MEETING_AFTER_VOID)
        answer_say(to,
                   SV_TR("This vote is held again because too few members voted: now it counts with any number (Gemeentewet, article 29)."),
                   SAYS());
}

/* Whether there is a vote at all. */
static bool say_stopped(answer *to, const sv_majority *found)
{
    const sv_turnout *turnout = &found->vote.turnout;
    if (found->vote.chance[SV_OUTCOME_UNOPENED] > 0)
        answer_say(to,
                   SV_TR("The meeting cannot begin: {present} of the {sitting} members are there, and it takes {needed} (Gemeentewet, "
                         "article 20). The chair calls it again, and then any number will do."),
                   SAYS(SAY_COUNT("present", turnout->present), SAY_COUNT("sitting", turnout->sitting),
                        SAY_COUNT("needed", sv_law_to_open(turnout->sitting, turnout->meeting))));
    else if (found->vote.chance[SV_OUTCOME_VOID] > 0 && turnout->cast == 0)
        answer_say(to, SV_TR("Nobody is left who may vote: there is no decision."), SAYS());
    else if (found->vote.chance[SV_OUTCOME_VOID] > 0)
        answer_say(to,
                   SV_TR("The vote does not count: {cast} members vote, and it takes {needed} (Gemeentewet, article 29). In a next meeting "
                         "any number will do."),
                   SAYS(SAY_COUNT("cast", turnout->cast),
                        SAY_COUNT("needed", sv_law_to_vote(turnout->sitting, turnout->excluded, turnout->meeting))));
    else
        return false;
    return true;
}

/* ---- How it stands ---- */

static void say_needed(answer *to, const sv_majority *found)
{
    const sv_turnout *turnout = &found->vote.turnout;
    size_t open = found->leans[SV_LEAN_UNDECIDED] + found->leans[SV_LEAN_UNKNOWN];
    const answer_value *values =
        SAYS(SAY_COUNT("sitting", turnout->sitting), SAY_COUNT("cast", turnout->cast), SAY_COUNT("needed", found->vote.needed));
    if (turnout->cast == turnout->sitting)
        answer_say(to, SV_TR("All {sitting} members vote; {needed} votes in favour are enough, more than half (Gemeentewet, article 30)."),
                   values);
    else
        answer_say(
            to,
            SV_TR("Of the {sitting} members {cast} vote; {needed} votes in favour are enough, more than half (Gemeentewet, article 30)."),
            values);
    answer_say(to, SV_TR("In favour: {for}. Against: {against}. Undecided: {undecided}. Not known: {unknown}."),
               SAYS(SAY_COUNT("for", found->leans[SV_LEAN_FOR]), SAY_COUNT("against", found->leans[SV_LEAN_AGAINST]),
                    SAY_COUNT("undecided", found->leans[SV_LEAN_UNDECIDED]), SAY_COUNT("unknown", found->leans[SV_LEAN_UNKNOWN])));
    if (found->missing == 1)
        answer_say(to, SV_TR("One vote is still missing; members who can still give it: {n}."), SAYS(SAY_COUNT("n", open)));
    else if (found->missing)
        answer_say(to, SV_TR("Still missing are {missing} votes; members who can still give them: {n}."),
                   SAYS(SAY_COUNT("missing", found->missing), SAY_COUNT("n", open)));
    else
        answer_say(to, SV_TR("That is enough, if everyone votes so."), SAYS());
}

static void say_chance(answer *to, double chance)
{
    const answer_value *values = SAYS(SAY_SHARE("p", chance), SAY_COUNT("n", lround(10 * chance)));
    if (chance < 0.05)
        answer_say(to, SV_TR("The chance that it is adopted is {p}: hardly any."), values);
    else if (chance > 0.95)
        answer_say(to, SV_TR("The chance that it is adopted is {p}: almost certain."), values);
    else
        answer_say(to, SV_TR("The chance that it is adopted is {p}: about {n} times out of 10."), values);
}

/* With an even number of votes they may be equal. */
static void say_tie(answer *to, const sv_majority *found)
{
    const sv_turnout *turnout = &found->vote.turnout;
    size_t half = turnout->cast / 2;
    const answer_value *values = SAYS(SAY_COUNT("half", half), SAY_SHARE("p", found->vote.in_favour[half]));
    if (turnout->cast % 2)
        return;
    if (found->vote.chance[SV_OUTCOME_PUT_OFF] > 0)
        answer_say(
            to,
            SV_TR("The votes may be equal, {half} against {half}: a chance of {p}. Then a next meeting decides (Gemeentewet, article 32)."),
            values);
    else if (turnout->meeting == SV_MEETING_AFTER_TIE)
        answer_say(to,
                   SV_TR("The votes may be equal again, {half} against {half}: a chance of {p}. This time that means rejected "
                         "(Gemeentewet, article 32)."),
                   values);
    else
        answer_say(
            to,
            SV_TR("The votes may be equal, {half} against {half}: a chance of {p}. As everyone who may vote then has voted, that means "
                  "rejected (Gemeentewet, article 32)."),
            values);
}

/* What would help most: the cheapest missing votes. */
static void say_chosen(answer *to, const sv_majority *found)
{
    sv_text names = {0};
    size_t at = 0;
    const char *message = found->n_chosen < found->missing
                              ? SV_TR("Not enough of them can be reached from us. Who can: {names}. The chance then becomes {p}.")
                          : found->missing ? SV_TR("Quickest to win: {names}. The chance then becomes {p}.")
                                           : SV_TR("What would help most: {names}. The chance then becomes {p}.");
    for (size_t i = 0; i < found->n_winnable; i++) {
        sv_text name = {0};
        if (!found->winnable[i].chosen)
            continue;
        majority_add_name(to, found, &found->winnable[i], &name);
        answer_join(to, &names, sv_text_get(&name), at++, found->n_chosen);
        names.failed |= name.failed;
        sv_text_clear(&name);
    }
    to->failed |= names.failed;
    answer_say(to, message, SAYS(SAY_TEXT("names", sv_text_get(&names)), SAY_SHARE("p", found->chosen_chance)));
    sv_text_clear(&names);
}

static void say_help(answer *to, const sv_majority *found)
{
    if (found->n_chosen)
        say_chosen(to, found);
    else if (!found->n_winnable)
        answer_say(to, SV_TR("Nobody whom the map names is undecided."), SAYS());
    else if (!found->from_us && to->options.audience == SV_PUBLIC)
        answer_say(to, SV_TR("Ways from us to who is undecided are for the team only."), SAYS());
    else if (!found->from_us)
        answer_say(to, SV_TR("The map does not say who you are yourself (column own), so it knows no ways to who is undecided."), SAYS());
    else
        answer_say(to, SV_TR("The map knows no way from us to anyone who is undecided."), SAYS());
}

/* ---- What to mind ---- */

static void note_council(answer *to, const sv_council *council)
{
    if (council->size != council->n_seats || council->n_seats > 45)
        answer_note(
            to,
            SV_TR("Mind: the map has {n} seats, and a council has 9 to 39 (an odd number) or 45 (Gemeentewet, article 8). A seat is "
                  "vacant, missing from the map, or there twice."),
            SAYS(SAY_COUNT("n", council->n_seats)));
    if (council->bodies > 1)
        answer_note(to, SV_TR("Mind: the members belong to {n} councils, and were counted as one."), SAYS(SAY_COUNT("n", council->bodies)));
    if (council->left)
        answer_note(to, SV_TR("Not counted are council members who have no seat on this day: {n}."), SAYS(SAY_COUNT("n", council->left)));
    for (size_t g = 0; g < council->n_groups; g++) {
        const sv_council_group *group = &council->groups[g];
        const answer_value *values = SAYS(SAY_TEXT("group", group->name), SAY_COUNT("n", group->seats), SAY_COUNT("rows", group->rows));
        if (group->rows && group->seats > group->given)
            answer_note(to, SV_TR("Mind: {group} has {n} members in the map, more than its seats; all were counted."), values);
        if (group->rows > 1)
            answer_note(to, SV_TR("Mind: {group} stands {rows} times in the sheet Groups; its seats were added up."), values);
    }
}

static void note_method(answer *to, const sv_majority *found)
{
    if (found->assumed)
        answer_note(to, SV_TR("Members whose own position is not known: {n}. They were counted as their group thinks."),
                    SAYS(SAY_COUNT("n", found->assumed)));
    answer_note(
        to,
        SV_TR("In favour is 2 or more on the scale from −4 to 4, against −2 or less. The chance is an estimate: who is strongly in favour "
              "votes so 98 "
              "times out of 100, in favour 75, neutral or unknown 50, against 25, strongly against 2. A group mostly votes as one, by "
              "the mean of its members (95 times out of 100 where the map does not say how often), and else each apart. Who is there "
              "votes: nobody may abstain (Gemeentewet, article 32)."),
        SAYS());
    answer_note(to, SV_TR("Power: how often a group's votes decide, whatever it thinks (Shapley and Shubik 1954; Banzhaf 1965)."), SAYS());
    if (!found->n_chosen)
        return;
    way_note_warmth(to);
    answer_note(to, SV_TR("Effort: how cold the way is, and how far somebody still has to move."), SAYS());
    if (found->exhaustive)
        answer_note(to, SV_TR("All sets of as many members as votes are missing were compared."), SAYS());
    else
        answer_note(
            to, SV_TR("So many are undecided that members were added one by one, each time the best: another set may be a little better."),
            SAYS());
}

static void say_counted(answer *to, const sv_majority *found, size_t issue)
{
    const char *title = sv_map_cell(to->map, SV_ISSUES, issue, SV_ISSUE_TITLE);
    int day = sv_map_date(to->map, SV_ISSUES, issue, SV_ISSUE_DECISION_DATE);
    if (day && day < to->options.as_of)
        answer_say(to, SV_TR("The day for deciding on “{issue}” was {day}."), SAYS(SAY_TEXT("issue", title), SAY_DATE("day", day)));
    else if (day)
        answer_say(to, SV_TR("The council decides on “{issue}” on {day}."), SAYS(SAY_TEXT("issue", title), SAY_DATE("day", day)));
    else
        answer_say(to, SV_TR("The council decides on “{issue}”."), SAYS(SAY_TEXT("issue", title)));
    say_kept(to, found, SV_SEAT_ABSENT, SV_TR("Not there: {names}."));
    say_kept(to, found, SV_SEAT_EXCLUDED, SV_TR("May not vote, because it concerns them personally (Gemeentewet, article 28): {names}."));
    say_meeting(to, found->vote.turnout.meeting);
    if (!say_stopped(to, found)) {
        say_needed(to, found);
        say_chance(to, found->vote.chance[SV_OUTCOME_ADOPTED]);
        say_tie(to, found);
        say_help(to, found);
    }
    majority_add_groups(to, found);
    majority_add_coalitions(to, found);
    majority_add_winnable(to, found);
    note_council(to, &found->council);
    note_method(to, found);
}

sv_status sv_report_majority(const sv_map *map, const sv_majority *found, size_t issue, const sv_answer_options *options, char **text,
                             size_t *length, sv_error *error)
{
    answer to;
    answer_begin(&to, "majority", map, options);
    add_facts(&to, found, issue);
    if (!found->counted)
        majority_say_not_ours(&to, issue, found->competent);
    else if (!found->council.n_seats)
        answer_say(
            &to,
            SV_TR("The map knows no council members and no groups, so there is nothing to count. Put council members in the sheet Actors, "
                  "or groups with their seats in the sheet Groups."),
            SAYS());
    else
        say_counted(&to, found, issue);
    if (options->audience == SV_PUBLIC)
        answer_note(&to, SV_TR("Counted is only what is public."), SAYS());
    return answer_end(&to, text, length, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose turn it is, as an answer: who, why, before when, through whom and where; what was agreed; the way back from the decision; and the
 * team. */
#include <math.h>

#include "../base/language.h"
#include "moment_words.h"
#include "stance_sentence.h"
#include "way_words.h"

/* ---- Each turn in words ---- */

static void say_why(answer *to, const sv_turn *turn)
{
    sv_text why = {0};
    stance_add(to, turn->actor, turn->stance, turn->power, to->options.audience == SV_PUBLIC ? NULL : &turn->last_contact, &why);
    answer_row_say(to, SV_TR("{sentence}"), SAYS(SAY_TEXT("sentence", sv_text_get(&why))));
    to->failed |= why.failed;
    sv_text_clear(&why);
}

static const char *before_message(sv_moment_sort sort)
{
    switch (sort) {
    case SV_MOMENT_EXPLORING: return SV_TR("Speak before {day} ({when}), when \"{event}\" explores the issue.");
    case SV_MOMENT_SPEAK_BY: return SV_TR("Speak before {day} ({when}): until then one can ask to speak in \"{event}\".");
    case SV_MOMENT_OPINION:
        return SV_TR("Speak before {day} ({when}), when spokespersons say in \"{event}\" where their groups are going.");
    case SV_MOMENT_GROUP: return SV_TR("Speak before {day} ({when}), when the group makes up its mind (\"{event}\").");
    default: return SV_TR("Speak before {day} ({when}), when the decision falls.");
    }
}

static void say_before(answer *to, const sv_contacts *found, const sv_turn *turn)
{
    const sv_moment *moment = turn->moment == SV_NO_ROW ? NULL : &found->moments[turn->moment];
    sv_text when = {0};
    if (!moment) {
        answer_row_say(to, SV_TR("No day is known before which it must be done."), SAYS());
        return;
    }
    moment_add_when(to, moment->day, &when);
    answer_row_say(
        to, before_message(moment->sort),
        SAYS(SAY_DATE("day", moment->day), SAY_TEXT("when", sv_text_get(&when)), SAY_TEXT("event", moment_title(to->map, moment))));
    to->failed |= when.failed;
    sv_text_clear(&when);
}

/* Who of us, and with whom to begin; the rest of a long way by its names only: route tells it step by step. */
static void say_through(answer *to, const sv_turn *turn)
{
    const sv_way *way = &turn->way;
    sv_text steps = {0}, names = {0};
    if (way->n == 1 || way->n == 2)
        way_add(to, way, &steps);
    else if (way->n)
        way_add_step(to, &way->steps[0], &steps);
    for (size_t i = 2; i < way->n; i++)
        answer_join(to, &names, sv_map_actor(to->map, way->steps[i].from)->name, i - 2, way->n - 2);
    answer_row_say(to,
                   way->n == 0   ? SV_TR("No way that is allowed leads there; what can be done: speelveld route MAP --to {id}")
                   : way->n == 1 ? SV_TR("{by} can go there directly: {steps}.")
                   : way->n == 2 ? SV_TR("{by} begins with {first}: {steps}.")
                                 : SV_TR("{by} begins with {first}: {steps}. From there through {names}."),
                   SAYS(SAY_TEXT("id", sv_map_actor(to->map, turn->actor)->id), SAY_TEXT("steps", sv_text_get(&steps)),
                        SAY_TEXT("names", sv_text_get(&names)),
                        SAY_TEXT("by", way->n ? sv_map_actor(to->map, way->steps[0].from)->name : ""),
                        SAY_TEXT("first", way->n ? sv_map_actor(to->map, way->steps[0].to)->name : "")));
    to->failed |= steps.failed || names.failed;
    sv_text_clear(&steps);
    sv_text_clear(&names);
}

static void say_where(answer *to, const sv_turn *turn)
{
    for (size_t i = 0; i < turn->n_meet; i++) {
        const char *place = sv_map_cell(to->map, SV_EVENTS, turn->meet[i], SV_EVENT_PLACE);
        sv_text where = {0};
        if (*place)
            answer_fill(to, SV_TR(", {place}"), SAYS(SAY_TEXT("place", place)), &where);
        answer_row_say(to, turn->attends ? SV_TR("To meet: {event} on {day}{where}.") : SV_TR("Perhaps to meet: {event} on {day}{where}."),
                       SAYS(SAY_TEXT("event", sv_map_cell(to->map, SV_EVENTS, turn->meet[i], SV_EVENT_TITLE)),
                            SAY_DATE("day", sv_map_date(to->map, SV_EVENTS, turn->meet[i], SV_EVENT_DATE)),
                            SAY_TEXT("where", sv_text_get(&where))));
        to->failed |= where.failed;
        sv_text_clear(&where);
    }
}

/* ---- The tables ---- */

static void add_turn_cells(answer *to, const sv_contacts *found, const sv_turn *turn)
{
    const sv_moment *moment = turn->moment == SV_NO_ROW ? NULL : &found->moments[turn->moment];
    bool public = to->options.audience == SV_PUBLIC; /* who is not told of power, contact and strength */
    answer_cell_actor(to, turn->actor);
    stance_add_cell(to, turn->stance);
    answer_cell_number(to, turn->stance);
    answer_cell_number(to, turn->power);
    answer_cell_date(to, moment ? moment->day : 0);
    answer_cell(to, moment ? moment_id(moment->sort) : "");
    answer_cell_number(to, moment ? turn->days_left : NAN);
    answer_cell_actor(to, turn->way.n ? turn->way.steps[0].from : SV_NO_ROW);
    answer_cell_actor(to, turn->way.n ? turn->way.steps[0].to : SV_NO_ROW);
    answer_cell_actor(to, turn->way.n > 1 ? turn->way.steps[turn->way.n - 1].from : SV_NO_ROW);
    answer_cell_number(to, turn->way.n && !public ? turn->way.warmth : NAN);
    answer_cell_date(to, turn->last_contact);
    answer_cell_number(to, turn->gap_part);
    answer_cell_number(to, public ? NAN : turn->power_part);
    answer_cell_number(to, turn->deadline_part);
    answer_cell_number(to, public ? NAN : turn->contact_part);
    answer_cell_number(to, turn->urgency);
}

static void add_turns(answer *to, const sv_contacts *found)
{
    static const answer_column columns[] = {{"who", SV_TR("who"), 0},
                                            {"stands", SV_TR("stands"), 0},
                                            {"position", NULL, 0},
                                            {"power", NULL, 0},
                                            {"before", SV_TR("before"), 0},
                                            {"moment", NULL, 0},
                                            {"days_left", NULL, 0},
                                            {"by", SV_TR("who of us"), 0},
                                            {"begin_with", SV_TR("begins with"), 0},
                                            {"through", NULL, 0},
                                            {"warmth", NULL, 0},
                                            {"last_contact", SV_TR("last spoken"), 0},
                                            {"gap_part", NULL, 0},
                                            {"power_part", NULL, 0},
                                            {"deadline_part", NULL, 0},
                                            {"contact_part", NULL, 0},
                                            {"urgency", NULL, 0}};
    answer_table(to, "turns", SV_TR("Whose turn it is, the most urgent first:"), columns, 17);
    for (size_t i = 0; i < found->n_turns; i++) {
        add_turn_cells(to, found, &found->turns[i]);
        say_why(to, &found->turns[i]);
        say_before(to, found, &found->turns[i]);
        say_through(to, &found->turns[i]);
        say_where(to, &found->turns[i]);
    }
    if (found->turns_more)
        answer_say(to, SV_TR("And {n} more (--top 0 shows all)."), SAYS(SAY_COUNT("n", found->turns_more)));
}

/* Each rule that keeps some of us from somebody in the list, once. */
static void say_rules(answer *to, const sv_contacts *found)
{
    bool any = false;
    for (size_t i = 0; i < found->n_turns; i++) {
        size_t rule = found->turns[i].rule;
        bool said = rule == SV_NO_ROW;
        for (size_t before = 0; !said && before < i; before++)
            said = found->turns[before].rule == rule;
        if (said)
            continue;
        if (!any)
            answer_heading(to, SV_TR("What a rule closes:"), SAYS());
        way_say_rule(to, rule, false);
        any = true;
    }
}

static void add_promises(answer *to, const sv_contacts *found)
{
    static const answer_column columns[] = {{"due", SV_TR("by when"), 0},
                                            {"when", SV_TR("when"), 0},
                                            {"actor", SV_TR("with whom"), 0},
                                            {"by", SV_TR("who does it"), 0},
                                            {"what", SV_TR("what"), 0}};
    const sv_map *map = to->map;
    if (!found->n_promises)
        return;
    answer_table(to, "promises", SV_TR("Agreed, and not spoken of since:"), columns, 5);
    for (size_t i = 0; i < found->n_promises; i++) {
        const sv_promise *promise = &found->promises[i];
        const char *by = sv_map_cell(map, SV_CONTACTS, promise->contact, SV_CONTACT_BY);
        size_t who = *by ? sv_map_find_actor(map, by) : SV_NO_ROW;
        sv_text when = {0};
        if (promise->due && promise->due < to->options.as_of)
            answer_fill(to, SV_TR("overdue"), SAYS(), &when);
        else
            moment_add_when(to, promise->due, &when);
        answer_cell_date(to, promise->due);
        answer_cell(to, sv_text_get(&when));
        answer_cell_actor(to, promise->actor);
        answer_cell(to, who == SV_NO_ROW ? by : sv_map_actor(map, who)->name);
        answer_cell(to, sv_map_cell(map, SV_CONTACTS, promise->contact, SV_CONTACT_NEXT_STEP));
        to->failed |= when.failed;
        sv_text_clear(&when);
    }
}

static void add_moments(answer *to, const sv_contacts *found)
{
    static const answer_column columns[] = {{"day", SV_TR("day"), 0},
                                            {"when", SV_TR("when"), 0},
                                            {"sort", SV_TR("what"), 0},
                                            {"event", SV_TR("meeting"), 0},
                                            {"for_whom", SV_TR("speak before it with"), 0}};
    if (!found->n_moments)
        return;
    answer_table(to, "moments", SV_TR("Back from the decision:"), columns, 5);
    for (size_t i = 0; i < found->n_moments; i++) {
        const sv_moment *moment = &found->moments[i];
        sv_text when = {0};
        moment_add_when(to, moment->day, &when);
        answer_cell_date(to, moment->day);
        answer_cell(to, sv_text_get(&when));
        answer_cell_word(to, moment_id(moment->sort), moment_word(moment->sort));
        answer_cell(to, moment_title(to->map, moment));
        answer_cell(to, sv_translate(to->options.language, moment_for_whom(moment->sort)));
        to->failed |= when.failed;
        sv_text_clear(&when);
    }
}

/* ---- The team ---- */

static void add_members(answer *to, const sv_team *team)
{
    static const answer_column columns[] = {{"who", SV_TR("who"), 0},
                                            {"fewer", SV_TR("fewer without"), 0},
                                            {"through", SV_TR("through"), 0},
                                            {"warmth", SV_TR("comes across"), 0}};
    answer_table(to, "team", NULL, columns, 4);
    for (size_t i = 0; i < team->n; i++) {
        const sv_member *member = &team->members[i];
        sv_text steps = {0};
        answer_cell_actor(to, member->actor);
        answer_cell_number(to, (double)member->fewer);
        answer_cell_actor(to, member->way.n > 1 ? member->way.steps[member->way.n - 1].from : SV_NO_ROW);
        answer_cell_share(to, to->options.audience == SV_PUBLIC ? NAN : member->way.warmth);
        way_add(to, &member->way, &steps);
        answer_row_say(to, SV_TR("{steps}."), SAYS(SAY_TEXT("steps", sv_text_get(&steps))));
        to->failed |= steps.failed;
        sv_text_clear(&steps);
    }
}

static void add_team(answer *to, const sv_team *team)
{
    sv_text names = {0};
    answer_heading(to, SV_TR("With whom to begin, so that the message reaches most:"), SAYS());
    if (!team->n) {
        answer_say(to, SV_TR("There is nobody yet whom you can reach and who could carry the message."), SAYS());
        return;
    }
    for (size_t i = 0; i < team->n; i++)
        answer_join(to, &names, sv_map_actor(to->map, team->members[i].actor)->name, i, team->n);
    answer_say(
        to,
        team->n == 1
            ? SV_TR("{names}: {one} of the {all} people and organisations are one warm tie away from there, and {two} two at most.")
            : SV_TR("{names}: {one} of the {all} people and organisations are one warm tie away from one of them, and {two} two at most."),
        SAYS(SAY_TEXT("names", sv_text_get(&names)), SAY_COUNT("one", team->one), SAY_COUNT("two", team->two),
             SAY_COUNT("all", team->all)));
    if (team->reachable < team->all)
        answer_say(to, SV_TR("Not to be reached along warm ties: {n}."), SAYS(SAY_COUNT("n", team->all - team->reachable)));
    add_members(to, team);
    to->failed |= names.failed;
    sv_text_clear(&names);
}

/* ---- Together ---- */

static void add_facts(answer *to, const sv_contacts *found, const sv_team *team)
{
    char day[16];
    sv_date_write(found->decision, day);
    answer_fact_text(to, "issue", sv_map_cell(to->map, SV_ISSUES, found->issue, SV_ISSUE_ID));
    answer_fact_text(to, "decision_date", found->decision ? day : "");
    answer_fact(to, "turns", (double)(found->n_turns + found->turns_more));
    answer_fact(to, "team_all", (double)team->all);
    answer_fact(to, "team_one", (double)team->one);
    answer_fact(to, "team_two", (double)team->two);
    answer_fact(to, "team_reach", team->reach);
}

static void say_nobody(answer *to, const sv_contacts *found)
{
    if (found->decided)
        answer_say(to, SV_TR("So it is nobody's turn any more. Thank those who helped, and see how it is carried out."), SAYS());
    else
        answer_say(to,
                   SV_TR("It is nobody's turn: everybody whose position is known is in favour, or was spoken to today. Positions that are "
                         "not in the map are asked for best at the next meeting."),
                   SAYS());
}

static void add_note(answer *to)
{
    answer_note(to,
                to->options.audience == SV_PUBLIC ? SV_TR("The order: how far from in favour, times how soon it must be (a month counts "
                                                          "half). How much anybody has to say, and when they "
                                                          "were spoken to, is not known to the public and does not count.")
                                                  : SV_TR("The order: how far from in favour, times how much to say, times how soon it "
                                                          "must be, times how long ago you spoke. A month counts "
                                                          "half, of the days left and of the days since; unknown power counts as 2 of 4."),
                SAYS());
}

sv_status sv_report_contacts(const sv_map *map, const sv_contacts *found, const sv_team *team, const sv_answer_options *options,
                             char **text, size_t *length, sv_error *error)
{
    answer to;
    answer_begin(&to, "contacts", map, options);
    add_facts(&to, found, team);
    moment_say_decision(&to, found->issue, found->decision);
    if (found->n_turns) {
        add_turns(&to, found);
        say_rules(&to, found);
    } else {
        say_nobody(&to, found);
    }
    add_promises(&to, found);
    add_moments(&to, found);
    if (!found->decided) {
        add_team(&to, team);
        way_add_procedure(&to, found->issue, false);
    }
    if (found->n_turns)
        add_note(&to);
    if (!found->decided && team->n)
        way_note_warmth(&to);
    return answer_end(&to, text, length, error);
}

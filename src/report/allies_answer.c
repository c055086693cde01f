/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Allies as an answer: a table with the parts of each rank, and about each what a colleague would say of it. */
#include <math.h>

#include "../base/language.h"
#include "answer.h"
#include "stance_words.h"

enum { most_named = 3 };

static const answer_column columns[] = {
    {"actor", SV_TR("name"), 0},
    {"kind", SV_TR("kind"), 0},
    {"joined", SV_TR("with us"), 0},
    {"rank", SV_TR("total"), 2},
    {"agreement", SV_TR("agreed"), 2},
    {"warmth", SV_TR("way"), 2},
    {"gain", SV_TR("gain"), 2},
    {"dependence", SV_TR("dependent"), 2},
    {"conflict", SV_TR("clash"), 2},
    {"stance", NULL, 2},
    {"agree", NULL, 2},
    {"differ", NULL, 2},
    {"from", NULL, 0},
    {"through", NULL, 0},
    {"forbidden", NULL, 0},
    {"funder", NULL, 0},
};

static bool is_joined(const sv_ally *ally)
{
    return ally->ours || ally->alliance != SV_NO_ROW;
}

/* ---- The sentence about an ally ---- */

static void say_stance(answer *to, const sv_ally *ally)
{
    sv_text word = {0};
    sv_text_add(&word, sv_translate(to->options.language, stance_word(ally->stance)));
    to->failed |= word.failed;
    if (isnan(ally->stance))
        answer_row_say(to, SV_TR("{who} agrees with us elsewhere; what they think of this is not known."),
                       SAYS(SAY_ACTOR("who", to->map, ally->actor)));
    else
        answer_row_say(to, SV_TR("{who} is {stance}."),
                       SAYS(SAY_ACTOR("who", to->map, ally->actor), SAY_TEXT("stance", sv_text_get(&word))));
    sv_text_clear(&word);
    if (ally->gains != SV_NO_ROW)
        answer_row_say(to, SV_TR("What they gain: “{gain}”"),
                       SAYS(SAY_TEXT("gain", sv_map_cell(to->map, SV_POSITIONS, ally->gains, SV_POSITION_GAINS))));
}

static void say_joined(answer *to, const sv_ally *ally)
{
    if (ally->alliance == ally->actor)
        answer_row_say(to, SV_TR("It is an alliance of ours."), SAYS());
    else if (ally->ours)
        answer_row_say(to, SV_TR("It is an organisation of ours."), SAYS());
    else if (ally->alliance != SV_NO_ROW)
        answer_row_say(to, SV_TR("Takes part already in {alliance}."), SAYS(SAY_ACTOR("alliance", to->map, ally->alliance)));
}

/* Whom of us a rule keeps from an ally: the map's own answer, as the result only counts them. */
static void say_forbidden(answer *to, const sv_allies *found, const sv_forbidden *rules, const sv_ally *ally)
{
    sv_text list = {0};
    size_t n = 0;
    for (size_t i = 0; i < found->n_us; i++)
        if (sv_forbidden_rule(rules, found->us[i], ally->actor) != SV_NO_ROW)
            answer_join(to, &list, sv_map_actor(to->map, found->us[i])->name, n++, ally->forbidden);
    to->failed |= list.failed;
    answer_row_say(to, SV_TR("A rule forbids direct contact for {names}."), SAYS(SAY_TEXT("names", sv_text_get(&list))));
    sv_text_clear(&list);
}

static void say_way(answer *to, const sv_allies *found, const sv_forbidden *rules, const sv_ally *ally)
{
    if (isnan(ally->warmth) || ally->ours || ally->alliance == ally->actor)
        return;
    if (ally->from == SV_NO_ROW)
        answer_row_say(to,
                       ally->forbidden ? SV_TR("A rule keeps us from approaching them, and no other way is known.")
                                       : SV_TR("No way to them is known."),
                       SAYS());
    else if (ally->forbidden == found->n_us)
        answer_row_say(to, SV_TR("Do not approach {who} directly, a rule forbids it: ask {through}. The warmest way begins with {from}."),
                       SAYS(SAY_ACTOR("who", to->map, ally->actor), SAY_ACTOR("through", to->map, ally->through),
                            SAY_ACTOR("from", to->map, ally->from)));
    else if (ally->from == ally->through)
        answer_row_say(to, SV_TR("{from} knows {who}."),
                       SAYS(SAY_ACTOR("from", to->map, ally->from), SAY_ACTOR("who", to->map, ally->actor)));
    else
        answer_row_say(to, SV_TR("The warmest way goes from {from} through {through}."),
                       SAYS(SAY_ACTOR("from", to->map, ally->from), SAY_ACTOR("through", to->map, ally->through)));
    if (ally->forbidden && ally->forbidden < found->n_us)
        say_forbidden(to, found, rules, ally);
}

static void say_bonds(answer *to, const sv_ally *ally)
{
    const sv_voice *binds = &ally->binds;
    if (binds->bonds & SV_BOND_EMPLOYER)
        answer_row_say(to, SV_TR("Belongs to the municipality."), SAYS());
    else if (binds->funder != SV_NO_ROW && binds->through == ally->actor)
        answer_row_say(to, SV_TR("Lives for {share} by money of {funder}."),
                       SAYS(SAY_SHARE("share", binds->share), SAY_ACTOR("funder", to->map, binds->funder)));
    else if (binds->funder != SV_NO_ROW)
        answer_row_say(to, SV_TR("Belongs to {through}, which lives for {share} by money of {funder}."),
                       SAYS(SAY_ACTOR("through", to->map, binds->through), SAY_SHARE("share", binds->share),
                            SAY_ACTOR("funder", to->map, binds->funder)));
}

static void say_conflict(answer *to, const sv_ally *ally)
{
    if (ally->opposed != SV_NO_ROW) {
        const sv_tie *tie = sv_map_tie(to->map, ally->opposed);
        answer_row_say(to, SV_TR("Mind: {a} opposes {b}."), SAYS(SAY_ACTOR("a", to->map, tie->from), SAY_ACTOR("b", to->map, tie->to)));
    }
    if (ally->opposite != SV_NO_ROW)
        answer_row_say(to, SV_TR("On “{issue}” they are on the other side."),
                       SAYS(SAY_TEXT("issue", sv_map_cell(to->map, SV_ISSUES, ally->opposite, SV_ISSUE_TITLE))));
}

static void add_allies(answer *to, const sv_allies *found, const sv_forbidden *rules)
{
    answer_table(to, "allies", NULL, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < found->shown; i++) {
        const sv_ally *ally = &found->items[i];
        const double numbers[] = {ally->rank,     ally->agreement, ally->warmth, ally->gain,  ally->dependence,
                                  ally->conflict, ally->stance,    ally->agree,  ally->differ};
        answer_cell_actor(to, ally->actor);
        answer_cell_kind(to, ally->actor);
        answer_cell_yes(to, is_joined(ally));
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            answer_cell_number(to, numbers[n]);
        answer_cell_actor(to, ally->from);
        answer_cell_actor(to, ally->through);
        answer_cell_number(to, (double)ally->forbidden);
        answer_cell_actor(to, ally->binds.funder);
        say_stance(to, ally);
        say_joined(to, ally);
        say_way(to, found, rules, ally);
        say_bonds(to, ally);
        say_conflict(to, ally);
    }
}

/* ---- All of it ---- */

/* The best who do not take part yet: they are what the question is about. Politics and town hall stand apart. */
static void say_new_ones(answer *to, const sv_allies *found, bool political, const char *message)
{
    size_t named[most_named], n = 0;
    sv_text list = {0};
    for (size_t i = 0; i < found->n && n < most_named; i++)
        if (!is_joined(&found->items[i]) && sv_map_actor(to->map, found->items[i].actor)->kind->political == political)
            named[n++] = found->items[i].actor;
    for (size_t i = 0; i < n; i++)
        answer_join(to, &list, sv_map_actor(to->map, named[i])->name, i, n);
    to->failed |= list.failed;
    if (n)
        answer_say(to, message, SAYS(SAY_TEXT("names", sv_text_get(&list))));
    sv_text_clear(&list);
}

static void say_joined_ones(answer *to, const sv_allies *found)
{
    size_t joined = 0;
    for (size_t i = 0; i < found->n; i++)
        joined += is_joined(&found->items[i]);
    answer_fact(to, "joined", (double)joined);
    if (joined)
        answer_say(to, SV_TR("With us already: {n}."), SAYS(SAY_COUNT("n", joined)));
}

static void say_none(answer *to, const sv_allies *found)
{
    if (!found->n_us && to->options.audience == SV_PUBLIC)
        answer_say(to, SV_TR("Who we are is not public. Say with --for who seeks allies."), SAYS());
    else if (!found->n_us)
        answer_say(to, SV_TR("Nobody on the map is marked as one of us (sheet Actors, column own). Say with --for who seeks allies."),
                   SAYS());
    else if (!found->known)
        answer_say(to, SV_TR("Where we stand ourselves is not on the map (sheet Positions), so who agrees with us cannot be said."),
                   SAYS());
    else
        answer_say(
            to,
            SV_TR("Nobody is known to agree with us, but for those on the other side. Who stands where belongs in the sheet Positions."),
            SAYS());
}

static void say_us(answer *to, const sv_allies *found)
{
    size_t most = 2 * most_named, n = found->n_us < most ? found->n_us : most;
    sv_text list = {0};
    for (size_t i = 0; i < n; i++)
        answer_join(to, &list, sv_map_actor(to->map, found->us[i])->name, i, n);
    to->failed |= list.failed;
    answer_note(to,
                found->speaker != SV_NO_ROW ? SV_TR("Sought for {names}.")
                : n == 1                    ? SV_TR("We are {names}.")
                                            : SV_TR("We are {names}; our position is their mean."),
                SAYS(SAY_TEXT("names", sv_text_get(&list))));
    sv_text_clear(&list);
}

static void add_notes(answer *to, const sv_allies *found)
{
    answer_note(to,
                SV_TR("Total = agreed + way + gain − dependent − clash, each from 0 to 1. Agreed: over all issues together, 1 for who "
                      "agrees with us most. Way: how "
                      "well a message gets there by the warmest way. Gain: how much it matters to them, where the map says what they gain. "
                      "Dependent: how much "
                      "of their money comes from the municipality or an opponent. Clash: how much they are on the other side elsewhere, 1 "
                      "when they oppose us."),
                SAYS());
    answer_note(to,
                found->weighed ? SV_TR("In what is agreed, who has more influence weighs more.")
                               : SV_TR("In what is agreed, everyone weighs the same: the map does not say who influences whom."),
                SAYS());
    say_us(to, found);
    answer_note(to,
                SV_TR("Left out: {against} on the other side of this issue, and {unlike} who are not known to agree with us on anything."),
                SAYS(SAY_COUNT("against", found->opponents), SAY_COUNT("unlike", found->unlike)));
}

sv_status sv_report_allies(const sv_map *map, const sv_allies *found, const sv_answer_options *options, char **text, size_t *length,
                           sv_error *error)
{
    answer to;
    sv_forbidden *rules;
    sv_status status = sv_forbidden_new(map, options->as_of, &rules, error);
    *text = NULL;
    if (status != SV_OK)
        return status;
    answer_begin(&to, "allies", map, options);
    answer_fact_text(&to, "issue", sv_map_cell(map, SV_ISSUES, found->issue, SV_ISSUE_ID));
    answer_fact_actor(&to, "for", found->speaker);
    answer_fact(&to, "allies", (double)found->n);
    answer_fact(&to, "our_position", found->ours);
    answer_fact(&to, "opponents", (double)found->opponents);
    if (found->n) {
        answer_say(&to, SV_TR("Allies for “{issue}”, who agree with us and are not against it: {n}."),
                   SAYS(SAY_TEXT("issue", sv_map_cell(map, SV_ISSUES, found->issue, SV_ISSUE_TITLE)), SAY_COUNT("n", found->n)));
        say_joined_ones(&to, found);
        say_new_ones(&to, found, false, SV_TR("To be won over first: {names}."));
        say_new_ones(&to, found, true, SV_TR("In politics and town hall: {names}."));
        add_allies(&to, found, rules);
        add_notes(&to, found);
    } else {
        say_none(&to, found);
    }
    sv_forbidden_free(rules);
    return answer_end(&to, text, length, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An explanation as an answer: at most five sentences, and below them the ties and the pairs they were made from. */
#include <math.h>
#include <stdio.h>

#include "../base/language.h"
#include "explain_words.h"
#include "sensitivity_report.h"

enum { rows_shown = 12 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- Sentences ------------------------------------------------------------------------------------------- */

static const char *class_word(sv_class of)
{
    switch (of) {
    case SV_CLASS_PERSON: return SV_TR("persons");
    case SV_CLASS_ORGANISATION: return SV_TR("organisations");
    case SV_CLASS_ALLIANCE: return SV_TR("alliances");
    default: return SV_TR("actors");
    }
}

static const char *score_name(const answer *to, const sv_explanation *found)
{
    const sv_score *score = sv_score_get(found->score);
    return to->options.language == SV_DUTCH ? score->nl : score->en;
}

static void say_value(answer *to, const sv_explanation *found)
{
    const char *of = sv_translate(to->options.language, class_word(sv_map_actor(to->map, found->actor)->kind->of));
    const char *message = found->by == SV_BY_GROUP ? SV_TR("{who} stands in {score} {why}.")
                          : found->ranked < 2      ? SV_TR("{who} by {score}: {why}.")
                          : found->equal == 1      ? SV_TR("{who} shares place {rank} of {n} {class} by {score} with one other: {why}.")
                          : found->equal ? SV_TR("{who} shares place {rank} of {n} {class} by {score} with {equal} others: {why}.")
                                         : SV_TR("{who} is in place {rank} of {n} {class} by {score}: {why}.");
    sv_text why = {0};
    explain_add_value(to, found, &why);
    answer_say(to, message,
               SAYS(SAY_ACTOR("who", to->map, found->actor), SAY_TEXT("score", score_name(to, found)), SAY_TEXT("why", sv_text_get(&why)),
                    SAY_COUNT("rank", found->rank), SAY_COUNT("n", found->ranked), SAY_COUNT("equal", found->equal),
                    SAY_TEXT("class", of)));
    to->failed |= why.failed;
    sv_text_clear(&why);
}

/* Who would be cut off. */
static void add_without(const answer *to, const sv_explanation *found, sv_text *out)
{
    sv_text names = {0};
    explain_add_names(to, found->cut, found->n_cut, &names);
    answer_fill(to,
                found->n_cut == 1 ? SV_TR("Without {who} one other loses the largest part of the network: {names}")
                : found->n_cut    ? SV_TR("Without {who} {n} lose the largest part of the network: {names}")
                                  : SV_TR("Without {who} nobody is cut off"),
                SAYS(SAY_ACTOR("who", to->map, found->actor), SAY_COUNT("n", found->n_cut), SAY_TEXT("names", sv_text_get(&names))), out);
    out->failed |= names.failed;
    sv_text_clear(&names);
}

/* How firm its place is. */
static void add_draws(const answer *to, const sv_explanation *found, sv_text *out)
{
    char often[64], front[128];
    often_show(found->sensitivity.top_share, to->options.language, often, sizeof often);
    front_show(found->top, to->options.language, front, sizeof front);
    answer_fill(to,
                found->sensitivity.place_low == found->sensitivity.place_high
                    ? SV_TR("in drawn maps that might as well be true {who} is {often} {front}, mostly in place {low}")
                    : SV_TR("in drawn maps that might as well be true {who} is {often} {front}, mostly in places {low} to {high}"),
                SAYS(SAY_ACTOR("who", to->map, found->actor), SAY_TEXT("often", often), SAY_TEXT("front", front),
                     SAY_COUNT("low", found->sensitivity.place_low), SAY_COUNT("high", found->sensitivity.place_high)),
                out);
}

/* What changes it, in one sentence. */
static void say_change(answer *to, const sv_explanation *found)
{
    bool draws = found->has_sensitivity && found->ranked > 1, without = found->by == SV_BY_PAIRS || found->by == SV_BY_STEPS ||
                                                                        found->by == SV_BY_CONTACTS || found->by == SV_BY_BROKERAGE ||
                                                                        found->by == SV_BY_TIES;
    sv_text without_it = {0}, drawn = {0};
    if (without)
        add_without(to, found, &without_it);
    if (draws)
        add_draws(to, found, &drawn);
    if (without && draws)
        answer_say(to, "{without}; {drawn}.", SAYS(SAY_TEXT("without", sv_text_get(&without_it)), SAY_TEXT("drawn", sv_text_get(&drawn))));
    else if (without)
        answer_say(to, "{without}.", SAYS(SAY_TEXT("without", sv_text_get(&without_it))));
    else if (draws)
        answer_say(to, SV_TR("How firm that is: {drawn}."), SAYS(SAY_TEXT("drawn", sv_text_get(&drawn))));
    to->failed |= without_it.failed || drawn.failed;
    sv_text_clear(&without_it);
    sv_text_clear(&drawn);
}

static void say_all(answer *to, const sv_explanation *found)
{
    const answer_value who[] = {SAY_ACTOR("who", to->map, found->actor), {0}};
    if (!found->in_network) {
        const sv_actor_kind *kind = sv_map_actor(to->map, found->actor)->kind;
        answer_say(to, SV_TR("{who} has no scores: a {kind} is drawn on the map but does not count in the network; its members do."),
                   SAYS(who[0], SAY_TEXT("kind", to->options.language == SV_DUTCH ? kind->nl : kind->en)));
        return;
    }
    if (isnan(found->value)) {
        answer_say(to, SV_TR("{who} has no number for {score}: {why}."),
                   SAYS(who[0], SAY_TEXT("score", score_name(to, found)),
                        SAY_TEXT("why", sv_translate(to->options.language, explain_undefined(found->by)))));
        return;
    }
    say_value(to, found);
    explain_say_groups(to, found);
    explain_say_ties(to, found);
    say_change(to, found);
    answer_say(to, explain_limits(found->by), who);
}

/* ---- What it was made from ------------------------------------------------------------------------------- */

#define TIE_COLUMNS(gives, others)                                                                                                         \
    {                                                                                                                                      \
        {"contact", SV_TR("contact"), 0}, {"kind", SV_TR("kind"), 0}, {"tie", SV_TR("tie"), 0}, {"strength", SV_TR("strength"), 1},        \
            {"certainty", SV_TR("certainty"), 2}, {"gives", gives, 3},                                                                     \
        {                                                                                                                                  \
            "others", others, 0                                                                                                            \
        }                                                                                                                                  \
    }

enum { tie_columns = 7 };

static const answer_column columns_of[][tie_columns] = {
    [SV_BY_STEPS] = TIE_COLUMNS(SV_TR("nearness by it"), SV_TR("farther without")),
    [SV_BY_TIES] = TIE_COLUMNS(NULL, NULL),
    [SV_BY_PAIRS] = TIE_COLUMNS(SV_TR("pairs over it"), NULL),
    [SV_BY_CONTACTS] = TIE_COLUMNS(SV_TR("share of constraint"), SV_TR("tied to contacts")),
    [SV_BY_BROKERAGE] = TIE_COLUMNS(NULL, SV_TR("such pairs")),
    [SV_BY_ATTENTION] = TIE_COLUMNS(SV_TR("share given"), NULL),
    [SV_BY_CORE] = TIE_COLUMNS(SV_TR("core"), NULL),
    [SV_BY_LOSS] = TIE_COLUMNS(SV_TR("share lost"), NULL),
    [SV_BY_CUT] = TIE_COLUMNS(NULL, SV_TR("cut off")),
    [SV_BY_INFLUENCES] = TIE_COLUMNS(NULL, NULL),
    [SV_BY_STATEMENT] = TIE_COLUMNS(NULL, NULL),
    [SV_BY_MIX] = TIE_COLUMNS(SV_TR("nearness by it"), SV_TR("farther without")),
    [SV_BY_SPREAD] = TIE_COLUMNS(SV_TR("community"), NULL),
    [SV_BY_ALLIANCES] = TIE_COLUMNS(NULL, NULL),
    [SV_BY_GROUP] = TIE_COLUMNS(SV_TR("in it too"), NULL),
};

static void cell_tie_kind(answer *to, size_t row)
{
    const sv_tie_kind *kind = row == SV_NO_ROW ? NULL : sv_map_tie(to->map, row)->kind;
    answer_cell_word(to, kind ? kind->id : "membership",
                     !kind                              ? SV_TR("membership")
                     : to->options.language == SV_DUTCH ? kind->nl
                                                        : kind->en);
}

/* People see the first of many; programs see all. */
static size_t rows_of(const answer *to, size_t n)
{
    return to->options.format == SV_REPORT_TABLE && n > rows_shown ? rows_shown : n;
}

static void add_ties(answer *to, const sv_explanation *found)
{
    size_t n = rows_of(to, found->n_ties);
    if (n == 0 && to->options.format == SV_REPORT_TABLE)
        return;
    answer_table(to, "ties", n < found->n_ties ? SV_TR("Its first twelve ties in the network") : SV_TR("Its ties in the network"),
                 columns_of[found->by], tie_columns);
    for (size_t i = 0; i < n; i++) {
        const sv_explained_tie *tie = &found->ties[i];
        answer_cell_actor(to, tie->actor);
        answer_cell_kind(to, tie->actor);
        cell_tie_kind(to, tie->row);
        answer_cell_number(to, tie->strength);
        answer_cell_number(to, tie->certainty);
        answer_cell_number(to, tie->gives);
        answer_cell_number(to, (double)tie->others);
    }
}

static void add_between(answer *to, const sv_explanation *found)
{
    static const answer_column columns[] = {{"a", SV_TR("between"), 0},
                                            {"b", SV_TR("and"), 0},
                                            {"pairs", SV_TR("pairs"), 0},
                                            {"some", SV_TR("also through here"), 0},
                                            {"only", SV_TR("only through here"), 0},
                                            {"share", NULL, 3}};
    static const answer_column brokered[] = {
        {"a", SV_TR("between"), 0}, {"b", SV_TR("and"), 0},         {"pairs", SV_TR("pairs of contacts"), 0},
        {"some", NULL, 0},          {"only", SV_TR("not tied"), 0}, {"share", NULL, 3}};
    size_t n = rows_of(to, found->n_between);
    answer_table(to, "between", SV_TR("Between which groups"), found->by == SV_BY_BROKERAGE ? brokered : columns, COUNT(columns));
    for (size_t i = 0; i < n; i++) {
        const sv_explained_between *one = &found->between[i];
        answer_cell_word(to, found->groups[one->a], explain_group(to, found, one->a));
        answer_cell_word(to, found->groups[one->b], explain_group(to, found, one->b));
        answer_cell_number(to, (double)one->pairs);
        answer_cell_number(to, (double)one->some);
        answer_cell_number(to, (double)one->only);
        answer_cell_number(to, one->share);
    }
}

static void add_influences(answer *to, const char *key, const char *heading, const sv_explained_influence *list, size_t n)
{
    static const answer_column columns[] = {{"actor", SV_TR("who"), 0}, {"strength", SV_TR("strength"), 1}};
    if (n == 0 && to->options.format == SV_REPORT_TABLE)
        return;
    answer_table(to, key, heading, columns, COUNT(columns));
    for (size_t i = 0; i < rows_of(to, n); i++) {
        answer_cell_actor(to, list[i].actor);
        answer_cell_number(to, list[i].strength);
    }
}

static void add_cut(answer *to, const sv_explanation *found)
{
    static const answer_column columns[] = {{"actor", NULL, 0}};
    answer_table(to, "cut_off", NULL, columns, COUNT(columns));
    for (size_t i = 0; i < found->n_cut; i++)
        answer_cell_actor(to, found->cut[i]);
}

static void add_steps(answer *to, const sv_explanation *found)
{
    static const answer_column columns[] = {{"steps", NULL, 0}, {"actors", NULL, 0}};
    answer_table(to, "steps", NULL, columns, COUNT(columns));
    for (size_t d = 1; d < found->n_steps; d++) {
        answer_cell_number(to, (double)d);
        answer_cell_number(to, (double)found->steps[d]);
    }
}

static void add_facts(answer *to, const sv_explanation *found)
{
    answer_fact_actor(to, "actor", found->actor);
    answer_fact_text(to, "score", sv_score_get(found->score)->id);
    answer_fact(to, "value", found->value);
    answer_fact(to, "rank", isnan(found->value) ? NAN : (double)found->rank);
    answer_fact(to, "ranked", (double)found->ranked);
    answer_fact(to, "equal", (double)found->equal);
    answer_fact(to, "pairs", (double)found->pairs);
    answer_fact(to, "pairs_some", (double)found->some);
    answer_fact(to, "pairs_only", (double)found->only);
    answer_fact(to, "unreached", (double)found->unreached);
    answer_fact(to, "expected", found->expected);
    answer_fact(to, "top", found->has_sensitivity ? (double)found->top : NAN);
    answer_fact(to, "top_share", found->has_sensitivity ? found->sensitivity.top_share : NAN);
    answer_fact(to, "place_low", found->has_sensitivity ? (double)found->sensitivity.place_low : NAN);
    answer_fact(to, "place_high", found->has_sensitivity ? (double)found->sensitivity.place_high : NAN);
}

static void add_notes(answer *to, const sv_explanation *found)
{
    const sv_score *score = sv_score_get(found->score);
    if (!found->in_network)
        return;
    answer_note(to, SV_TR("{score}: {sentence} ({source})"),
                SAYS(SAY_TEXT("score", score_name(to, found)),
                     SAY_TEXT("sentence", to->options.language == SV_DUTCH ? score->sentence_nl : score->sentence_en),
                     SAY_TEXT("source", score->source)));
    answer_note(to, SV_TR("Every tie counts 1 and goes both ways; our own actors are not ranked but count as others."), SAYS());
    if (found->has_sensitivity)
        answer_note(to,
                    SV_TR("Drawn are 1,000 maps in which unsure rows hold or not and some ties are added that nobody saw; more on that "
                          "with: speelveld scores --sensitivity."),
                    SAYS());
    if (to->options.audience == SV_PUBLIC)
        answer_note(to, SV_TR("Counted is only what is public."), SAYS());
}

sv_status sv_report_explain(const sv_map *map, const sv_explanation *found, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error)
{
    answer to;
    answer_begin(&to, "explain", map, options);
    add_facts(&to, found);
    say_all(&to, found);
    if (found->in_network) {
        if (found->by == SV_BY_INFLUENCES) {
            add_influences(&to, "over", SV_TR("Whom it influences straight"), found->over, found->n_over);
            add_influences(&to, "under", SV_TR("Who influences it straight"), found->under, found->n_under);
        }
        if (found->n_between)
            add_between(&to, found);
        if (found->by != SV_BY_INFLUENCES && found->by != SV_BY_STATEMENT)
            add_ties(&to, found);
        add_cut(&to, found);
        add_steps(&to, found);
    }
    add_notes(&to, found);
    return answer_end(&to, text, length, error);
}

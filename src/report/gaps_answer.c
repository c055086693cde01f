/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps as an answer: circles and places where we know nobody, who should meet whom, and who cannot reach the council. */
#include <math.h>

#include "../base/language.h"
#include "answer.h"
#include "circle_words.h"

enum { most_named = 12 };

static const answer_column place_columns[] = {
    {"by", SV_TR("what"), 0},         {"name", SV_TR("name"), 0},       {"actors", SV_TR("on the map"), 0},
    {"tied", SV_TR("tied to us"), 0}, {"signals", SV_TR("signals"), 0},
};

static const answer_column pair_columns[] = {
    {"a", SV_TR("this one"), 0},
    {"b", SV_TR("and this one"), 0},
    {"issue", SV_TR("both for"), 0},
    {"shared", SV_TR("issues in common"), 0},
    {"introducer", SV_TR("who knows both"), 0},
    {"warmth", NULL, 2},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* In the public edition ties and neighbourhoods are mostly not there: what is missing in it is not missing in the map. */
static bool knows_ties(const answer *to, const sv_gaps *gaps)
{
    return gaps->own > 0 && to->options.audience != SV_PUBLIC;
}

static bool is_known(const sv_gaps *gaps, const sv_gap_place *place)
{
    return place->by != SV_DIMENSION_CIRCLE || gaps->own > 0 || !circle_needs_us(place->name);
}

static bool is_gap(const answer *to, const sv_gaps *gaps, const sv_gap_place *place)
{
    return is_known(gaps, place) && (place->actors == 0 || (knows_ties(to, gaps) && place->tied == 0));
}

static void add_places(answer *to, const sv_gaps *gaps)
{
    answer_table(to, "places", SV_TR("The five circles, and where there is a gap"), place_columns, COUNT(place_columns));
    for (int circles = 1; circles >= 0; circles--)
        for (size_t i = 0; i < gaps->n_places; i++) {
            const sv_gap_place *place = &gaps->places[i];
            if ((place->by == SV_DIMENSION_CIRCLE) != circles || !(circles || is_gap(to, gaps, place)))
                continue;
            answer_cell_word(to, dimension_id(place->by), dimension_word(place->by));
            if (place->by == SV_DIMENSION_CIRCLE)
                answer_cell_word(to, place->name, circle_word(place->name));
            else
                answer_cell(to, place->name);
            answer_cell_number(to, is_known(gaps, place) ? (double)place->actors : NAN);
            answer_cell_number(to, knows_ties(to, gaps) ? (double)place->tied : NAN);
            answer_cell_number(to, place->by == SV_DIMENSION_CIRCLE || place->by == SV_DIMENSION_SECTOR ? NAN : (double)place->signals);
        }
}

/* The names of the gaps of one dimension, without anybody at all or with somebody we are not tied to. How many there are. */
static size_t list_places(answer *to, const sv_gaps *gaps, sv_dimension by, bool empty, sv_text *list)
{
    size_t n = 0, shown = 0;
    for (size_t i = 0; i < gaps->n_places; i++)
        n += gaps->places[i].by == by && is_gap(to, gaps, &gaps->places[i]) && (gaps->places[i].actors == 0) == empty;
    for (size_t i = 0; i < gaps->n_places && shown < most_named; i++)
        if (gaps->places[i].by == by && is_gap(to, gaps, &gaps->places[i]) && (gaps->places[i].actors == 0) == empty) {
            const char *name =
                by == SV_DIMENSION_CIRCLE ? sv_translate(to->options.language, circle_word(gaps->places[i].name)) : gaps->places[i].name;
            answer_join(to, list, name, shown++, n < most_named ? n : most_named);
        }
    to->failed |= list->failed;
    return n;
}

static void say_places(answer *to, const sv_gaps *gaps)
{
    static const struct {
        sv_dimension by;
        const char *empty, *untied;
    } messages[] = {
        {SV_DIMENSION_CIRCLE, SV_TR("Circles of which nobody is on the map: {names}."),
         SV_TR("Circles in which nobody has a tie with us: {names}.")},
        {SV_DIMENSION_NEIGHBOURHOOD, SV_TR("Neighbourhoods that send signals, but of which nobody is on the map: {names}."),
         SV_TR("Neighbourhoods where nobody has a tie with us: {names}.")},
        {SV_DIMENSION_LIFE_DOMAIN, SV_TR("Parts of life that signals are about, but for which nobody is on the map: {names}."),
         SV_TR("Parts of life for which nobody has a tie with us: {names}.")},
        {SV_DIMENSION_SECTOR, "", SV_TR("Sectors in which nobody has a tie with us: {names}.")},
    };
    for (size_t m = 0; m < COUNT(messages); m++)
        for (int empty = 1; empty >= 0; empty--) {
            sv_text list = {0};
            if (list_places(to, gaps, messages[m].by, empty, &list))
                answer_item(to, empty ? messages[m].empty : messages[m].untied, SAYS(SAY_TEXT("names", sv_text_get(&list))));
            sv_text_clear(&list);
        }
}

static void say_strangers(answer *to, const sv_gaps *gaps)
{
    size_t n = gaps->n_strangers, shown = n < most_named ? n : most_named;
    sv_text list = {0};
    for (size_t i = 0; i < shown; i++)
        answer_join(to, &list, sv_map_actor(to->map, gaps->strangers[i])->name, i, shown);
    to->failed |= list.failed;
    if (n && knows_ties(to, gaps))
        answer_item(to,
                    shown < n ? SV_TR("In favour, but without a tie with us ({n}), among them: {names}.")
                              : SV_TR("In favour, but without a tie with us: {names}."),
                    SAYS(SAY_COUNT("n", n), SAY_TEXT("names", sv_text_get(&list))));
    sv_text_clear(&list);
}

static void say_alliances(answer *to, const sv_gaps *gaps)
{
    if (to->options.audience == SV_PUBLIC || !gaps->alliances)
        return;
    if (!gaps->council) {
        answer_item(to, SV_TR("There is no council on the map, so whether alliances have a way to it cannot be said."), SAYS());
        return;
    }
    for (size_t i = 0; i < gaps->n_cut_off; i++)
        answer_item(to, SV_TR("{alliance} has no way to the council: nobody in it knows somebody who knows a council member."),
                    SAYS(SAY_ACTOR("alliance", to->map, gaps->cut_off[i])));
    if (!gaps->n_cut_off)
        answer_item(to, SV_TR("Every alliance on the map has a way to the council."), SAYS());
}

static void say_residents(answer *to, const sv_gaps *gaps)
{
    size_t counted = knows_ties(to, gaps) ? gaps->residents_reached : gaps->residents;
    if (to->options.audience == SV_PUBLIC) {
        answer_item(to, SV_TR("Active residents and volunteers who are public: {n}."), SAYS(SAY_COUNT("n", gaps->residents)));
        return;
    }
    if (knows_ties(to, gaps))
        answer_item(to, SV_TR("Active residents and volunteers: {n} on the map, of whom {reached} can be reached through people we know."),
                    SAYS(SAY_COUNT("n", gaps->residents), SAY_COUNT("reached", gaps->residents_reached)));
    else
        answer_item(to, SV_TR("Active residents and volunteers: {n} on the map."), SAYS(SAY_COUNT("n", gaps->residents)));
    if (counted < SV_ACTIVE_RESIDENTS)
        answer_item(to, SV_TR("The rule of thumb is a hundred active residents: {n} still to be found."),
                    SAYS(SAY_COUNT("n", SV_ACTIVE_RESIDENTS - counted)));
}

static void add_pairs(answer *to, const sv_gaps *gaps)
{
    if (!gaps->all_pairs || to->options.audience == SV_PUBLIC)
        return;
    if (gaps->all_pairs == 1)
        answer_say(to, SV_TR("Once two people or organisations want the same without knowing each other, as far as is known."), SAYS());
    else
        answer_say(to,
                   SV_TR("{n} times two people or organisations want the same without knowing each other, as far as is known. First stand "
                         "those whom somebody can introduce, and who have most in common."),
                   SAYS(SAY_COUNT("n", gaps->all_pairs)));
    answer_table(to, "pairs", NULL, pair_columns, COUNT(pair_columns));
    for (size_t i = 0; i < gaps->n_pairs; i++) {
        const sv_gap_pair *pair = &gaps->pairs[i];
        answer_cell_actor(to, pair->a);
        answer_cell_actor(to, pair->b);
        answer_cell(to, sv_map_cell(to->map, SV_ISSUES, pair->issue, SV_ISSUE_ID));
        answer_cell_number(to, (double)pair->shared);
        answer_cell_actor(to, pair->introducer);
        answer_cell_number(to, pair->introducer == SV_NO_ROW ? NAN : pair->warmth);
    }
}

static void add_notes(answer *to, const sv_gaps *gaps)
{
    if (to->options.audience == SV_PUBLIC)
        answer_note(to,
                    SV_TR("Who knows whom, and who belongs to which neighbourhood, is mostly not public. So this says little about what is "
                          "missing: ask it of "
                          "the whole map."),
                    SAYS());
    else if (!gaps->own)
        answer_note(to,
                    SV_TR("Nobody on the map is marked as one of us (sheet Actors, column own), so who has a tie with us and who our "
                          "colleagues are cannot be said."),
                    SAYS());
    else
        answer_note(to,
                    SV_TR("A tie with us: knows or works with one of our own people, their organisations or our alliances, belongs to "
                          "those, pays them or is "
                          "paid by them. Our own people, the clerk and the council's adviser are not counted."),
                    SAYS());
    answer_note(
        to,
        SV_TR(
            "A hundred active residents is a rule of thumb of the method. Counted are people on the map; the members of residents' groups "
            "mostly are not on it."),
        SAYS());
    if (gaps->looked_at < gaps->supporters)
        answer_note(to, SV_TR("Of {all} supporters the {n} who are for most issues were compared."),
                    SAYS(SAY_COUNT("all", gaps->supporters), SAY_COUNT("n", gaps->looked_at)));
}

sv_status sv_report_gaps(const sv_map *map, const sv_gaps *gaps, const sv_answer_options *options, char **text, size_t *length,
                         sv_error *error)
{
    answer to;
    answer_begin(&to, "gaps", map, options);
    answer_fact_text(&to, "issue", gaps->issue == SV_NO_ROW ? "" : sv_map_cell(map, SV_ISSUES, gaps->issue, SV_ISSUE_ID));
    answer_fact(&to, "pairs", options->audience == SV_PUBLIC ? NAN : (double)gaps->all_pairs);
    answer_fact(&to, "alliances_without_a_way", options->audience == SV_PUBLIC || !gaps->council ? NAN : (double)gaps->n_cut_off);
    answer_fact(&to, "active_residents", (double)gaps->residents);
    answer_fact(&to, "active_residents_reached", knows_ties(&to, gaps) ? (double)gaps->residents_reached : NAN);
    if (sv_gaps_none(gaps))
        answer_say(&to, SV_TR("No gaps were found: there is somebody with a tie to us in every circle and every place."), SAYS());
    say_places(&to, gaps);
    say_strangers(&to, gaps);
    say_alliances(&to, gaps);
    say_residents(&to, gaps);
    add_places(&to, gaps);
    add_pairs(&to, gaps);
    add_notes(&to, gaps);
    return answer_end(&to, text, length, error);
}

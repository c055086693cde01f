/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Matches as an answer: an offer beside a seek, the word they share, and who can introduce the two. */
#include <math.h>

#include "../base/language.h"
#include "answer.h"

static const answer_column match_columns[] = {
    {"offering", SV_TR("who offers"), 0},
    {"offer", SV_TR("offer"), 0},
    {"seeking", SV_TR("who seeks"), 0},
    {"seek", SV_TR("request"), 0},
    {"word", SV_TR("both say"), 0},
    {"introducer", SV_TR("who knows both"), 0},
    {"words", NULL, 0},
    {"phrases", NULL, 0},
    {"warmth", NULL, 2},
};

static const answer_column maker_columns[] = {{"actor", SV_TR("name"), 0}, {"pairs", SV_TR("pairs to introduce"), 0}};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void add_matches(answer *to, const sv_matches *found)
{
    answer_table(to, "matches", NULL, match_columns, COUNT(match_columns));
    for (size_t i = 0; i < found->n; i++) {
        const sv_match *match = &found->items[i];
        answer_cell_actor(to, match->offering);
        answer_cell(to, match->offer);
        answer_cell_actor(to, match->seeking);
        answer_cell(to, match->seek);
        answer_cell(to, match->word);
        answer_cell_actor(to, match->introducer);
        answer_cell_number(to, (double)match->words);
        answer_cell_number(to, (double)match->phrases);
        answer_cell_number(to, match->introducer == SV_NO_ROW ? NAN : match->warmth);
    }
}

static void add_makers(answer *to, const sv_matches *found)
{
    if (!found->n_makers)
        return;
    answer_table(to, "introductions", SV_TR("Who can introduce them"), maker_columns, COUNT(maker_columns));
    for (size_t i = 0; i < found->n_makers; i++) {
        answer_cell_actor(to, found->makers[i].actor);
        answer_cell_number(to, (double)found->makers[i].pairs);
    }
}

static void say_none(answer *to, const sv_matches *found)
{
    if (to->options.audience == SV_PUBLIC)
        answer_say(to, SV_TR("What people offer and seek is not public."), SAYS());
    else if (!found->offering || !found->seeking)
        answer_say(
            to,
            SV_TR("The map does not say what people offer and what they seek: that belongs in the sheet Actors, columns offers and seeks."),
            SAYS());
    else
        answer_say(to,
                   SV_TR("Nobody offers what another seeks, but for those who know each other already. It is the words that are compared: "
                         "others for the same thing are not found."),
                   SAYS());
}

static void say_found(answer *to, const sv_matches *found)
{
    if (found->all == 1)
        answer_say(to, SV_TR("Once somebody seems to offer what another seeks, while as far as is known they are strangers."), SAYS());
    else
        answer_say(to, SV_TR("{n} times somebody seems to offer what another seeks, while as far as is known they are strangers."),
                   SAYS(SAY_COUNT("n", found->all)));
    if (found->n_makers && found->makers[0].pairs > 1)
        answer_say(to, SV_TR("{who} can introduce most of them: {n} of {all} pairs."),
                   SAYS(SAY_ACTOR("who", to->map, found->makers[0].actor), SAY_COUNT("n", found->makers[0].pairs),
                        SAY_COUNT("all", found->pairs)));
    if (found->n < found->all)
        answer_say(to, SV_TR("Below: the first {n}, by how many words they share and how rare those are."), SAYS(SAY_COUNT("n", found->n)));
}

sv_status sv_report_match(const sv_map *map, const sv_matches *found, const sv_answer_options *options, char **text, size_t *length,
                          sv_error *error)
{
    answer to;
    answer_begin(&to, "match", map, options);
    answer_fact(&to, "matches", (double)found->all);
    answer_fact(&to, "pairs", (double)found->pairs);
    answer_fact(&to, "offering", options->audience == SV_PUBLIC ? NAN : (double)found->offering);
    answer_fact(&to, "seeking", options->audience == SV_PUBLIC ? NAN : (double)found->seeking);
    if (found->all)
        say_found(&to, found);
    else
        say_none(&to, found);
    if (found->all) {
        add_matches(&to, found);
        add_makers(&to, found);
        answer_note(&to,
                    SV_TR("Compared are words, not meanings: whether it fits is for you to see. Who knows both of them most warmly stands "
                          "beside it."),
                    SAYS());
    }
    if (found->common)
        answer_note(&to, SV_TR("Not compared: {n} words that many use, and that say little for that reason."),
                    SAYS(SAY_COUNT("n", found->common)));
    if (found->apart)
        answer_note(&to, SV_TR("Left out: {n} that a rule about contact keeps apart."), SAYS(SAY_COUNT("n", found->apart)));
    return answer_end(&to, text, length, error);
}

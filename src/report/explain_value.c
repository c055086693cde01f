/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands behind the number of an explanation, as the end of its first sentence. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "explain_words.h"

bool explain_is(const sv_explanation *found, const char *score)
{
    return strcmp(sv_score_get(found->score)->id, score) == 0;
}

void explain_show_percent(const answer *to, double share, char buffer[72])
{
    char number[64];
    sv_number_show(100 * share, 2, to->options.language == SV_DUTCH ? ',' : '.', number);
    snprintf(buffer, 72, "%s%%", number);
}

/* Whether its own ties are what counts. */
bool explain_rests_on_ties(sv_explained_by by)
{
    return by != SV_BY_INFLUENCES && by != SV_BY_STATEMENT && by != SV_BY_MIX && by != SV_BY_SPREAD;
}

size_t explain_at_step(const sv_explanation *found, size_t d)
{
    return d < found->n_steps ? found->steps[d] : 0;
}

static void add_steps(const answer *to, const sv_explanation *found, sv_text *out)
{
    size_t farther = 0, far = found->n_steps - 1;
    for (size_t d = 3; d < found->n_steps; d++)
        farther += found->steps[d];
    if (explain_is(found, "reach2"))
        answer_fill(to, SV_TR("{one} others straight and {two} through one other, together {n}"),
                    SAYS(SAY_COUNT("one", explain_at_step(found, 1)), SAY_COUNT("two", explain_at_step(found, 2)),
                         SAY_NUMBER("n", found->value, 0)),
                    out);
    else if (explain_is(found, "eccentricity"))
        answer_fill(to, SV_TR("nobody who can be reached is more than {far} steps away"), SAYS(SAY_COUNT("far", far)), out);
    else
        answer_fill(
            to, SV_TR("{one} others are one step away, {two} are two steps away and {farther} farther"),
            SAYS(SAY_COUNT("one", explain_at_step(found, 1)), SAY_COUNT("two", explain_at_step(found, 2)), SAY_COUNT("farther", farther)),
            out);
    if (found->unreached && !explain_is(found, "reach2"))
        answer_fill(to, SV_TR("; {n} cannot be reached"), SAYS(SAY_COUNT("n", found->unreached)), out);
}

static void add_ties(const answer *to, const sv_explanation *found, sv_text *out)
{
    const char *message = explain_is(found, "strength")     ? SV_TR("{n} ties, together {sum} strong")
                          : explain_is(found, "in_degree")  ? SV_TR("of {n} ties {value} run this way")
                          : explain_is(found, "out_degree") ? SV_TR("of {n} ties {value} run from here")
                                                            : SV_TR("{n} ties");
    answer_fill(to, message,
                SAYS(SAY_COUNT("n", found->n_ties), SAY_NUMBER("sum", found->strength_sum, 1), SAY_NUMBER("value", found->value, 0)), out);
}

static void add_pairs(const answer *to, const sv_explanation *found, sv_text *out)
{
    if (found->pairs_left_out)
        answer_fill(to, SV_TR("the number is {value}; counting the pairs takes long in so large a network"),
                    SAYS(SAY_NUMBER("value", found->value, 3)), out);
    else if (!found->some)
        answer_fill(to, SV_TR("of {pairs} pairs of others none has a shortest way through here"), SAYS(SAY_COUNT("pairs", found->pairs)),
                    out);
    else
        answer_fill(to, SV_TR("of {pairs} pairs of others {some} have a shortest way through here, and for {only} no other is as short"),
                    SAYS(SAY_COUNT("pairs", found->pairs), SAY_COUNT("some", found->some), SAY_COUNT("only", found->only)), out);
}

static void add_brokerage(const answer *to, const sv_explanation *found, sv_text *out)
{
    const char *message = explain_is(found, "coordinator") ? SV_TR("{n} pairs of contacts of the own sector are not tied to each other")
                          : explain_is(found, "itinerant")
                              ? SV_TR("{n} pairs of contacts, each of one other sector, are not tied to each other")
                          : explain_is(found, "liaison") ? SV_TR("{n} pairs of contacts of two other sectors are not tied to each other")
                          : explain_is(found, "brokerage")
                              ? SV_TR("{n} pairs of contacts are not tied to each other")
                              : SV_TR("{n} pairs, of a contact of the own sector and one of another, are not tied to each other");
    answer_fill(to, message, SAYS(SAY_COUNT("n", found->only)), out);
}

static void add_cut(const answer *to, const sv_explanation *found, sv_text *out)
{
    answer_fill(to,
                found->n_cut == 1 ? SV_TR("without this actor one other loses the largest part of the network")
                : found->n_cut    ? SV_TR("without this actor {n} others lose the largest part of the network")
                                  : SV_TR("nobody is cut off without this actor"),
                SAYS(SAY_COUNT("n", found->n_cut)), out);
}

static void add_attention(const answer *to, const sv_explanation *found, sv_text *out)
{
    if (explain_is(found, "pagerank"))
        answer_fill(to, SV_TR("of attention that wanders along ties {share} is here, where {mean} would be equal shares"),
                    SAYS(SAY_SHARE("share", found->value), SAY_SHARE("mean", 1 / (double)found->actors)), out);
    else
        answer_fill(to, SV_TR("{value}, where the best tied actor has 1"), SAYS(SAY_NUMBER("value", found->value, 2)), out);
}

void explain_add_value(const answer *to, const sv_explanation *found, sv_text *out)
{
    char percent[72];
    const answer_value contacts[] = {
        SAY_COUNT("k", found->n_ties), SAY_COUNT("pairs", found->open + found->closed), SAY_COUNT("closed", found->closed), {0}};
    const answer_value core[] = {SAY_NUMBER("core", found->value, 0), SAY_COUNT("size", found->group_size), {0}};
    const answer_value influence[] = {SAY_NUMBER("over", found->influence, 0), SAY_NUMBER("under", found->dependence, 0), {0}};
    if (found->n_ties == 0 && explain_rests_on_ties(found->by)) {
        answer_fill(to, SV_TR("there is not one tie in the network"), SAYS(), out);
        return;
    }
    switch (found->by) {
    case SV_BY_STEPS: add_steps(to, found, out); break;
    case SV_BY_TIES: add_ties(to, found, out); break;
    case SV_BY_PAIRS: add_pairs(to, found, out); break;
    case SV_BY_BROKERAGE: add_brokerage(to, found, out); break;
    case SV_BY_CUT: add_cut(to, found, out); break;
    case SV_BY_ATTENTION: add_attention(to, found, out); break;
    case SV_BY_CONTACTS:
        answer_fill(to, SV_TR("of the {pairs} pairs among {k} contacts {closed} are tied to each other"), contacts, out);
        break;
    case SV_BY_CORE: answer_fill(to, SV_TR("part of a core of {size} actors, each tied to at least {core} others in it"), core, out); break;
    case SV_BY_INFLUENCES:
        answer_fill(to,
                    isnan(found->influence)
                        ? SV_TR("the map says nothing about influence, so all have 1")
                        : SV_TR("straight and through one other {over} points of influence on others, against {under} undergone"),
                    influence, out);
        break;
    case SV_BY_LOSS:
        explain_show_percent(to, found->value, percent);
        answer_fill(to,
                    found->n_ties == 1 ? SV_TR("when its only tie goes, {percent} of all nearness goes with it")
                                       : SV_TR("when one of {n} ties goes, on average {percent} of all nearness goes with it"),
                    SAYS(SAY_COUNT("n", found->n_ties), SAY_TEXT("percent", percent)), out);
        break;
    case SV_BY_STATEMENT:
        answer_fill(to, SV_TR("the map states a power of {value}, of at most 4"), SAYS(SAY_NUMBER("value", found->value, 0)), out);
        break;
    case SV_BY_MIX:
        answer_fill(to, SV_TR("{value}, where 1 is above all others in everything"), SAYS(SAY_NUMBER("value", found->value, 2)), out);
        break;
    case SV_BY_SPREAD:
        answer_fill(to, SV_TR("{k} contacts in {size} communities, {same} of them in the one where most are"),
                    SAYS(SAY_COUNT("k", found->n_ties), SAY_COUNT("size", found->group_size), SAY_COUNT("same", found->same)), out);
        break;
    case SV_BY_ALLIANCES: answer_fill(to, SV_TR("member of {n}"), SAYS(SAY_NUMBER("n", found->value, 0)), out); break;
    case SV_BY_GROUP:
        answer_fill(to, SV_TR("number {number}, of {size} actors"),
                    SAYS(SAY_NUMBER("number", found->value, 0), SAY_COUNT("size", found->group_size)), out);
        break;
    }
}

const char *explain_undefined(sv_explained_by by)
{
    switch (by) {
    case SV_BY_STATEMENT: return SV_TR("the map states no power");
    case SV_BY_INFLUENCES: return SV_TR("the map names this actor in no tie of kind influences");
    case SV_BY_BROKERAGE: return SV_TR("the map names no sector for this actor");
    case SV_BY_MIX: return SV_TR("too little is known to compare");
    default: return SV_TR("there are too few ties for it");
    }
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between whom an actor stands, which ties matter most, and what the number does not say: each kind of score by the data behind it. */
#include "explain_words.h"

#include <math.h>
#include <string.h>

#include "../base/language.h"

enum { names_most = 5, ties_named = 3 };

void explain_add_names(const answer *to, const size_t *actors, size_t n, sv_text *out)
{
    size_t shown = n > names_most + 1 ? names_most : n;
    for (size_t i = 0; i < shown; i++)
        answer_join(to, out, sv_map_actor(to->map, actors[i])->name, i, shown < n ? shown + 1 : n);
    if (shown < n) {
        sv_text more = {0};
        answer_fill(to, SV_TR("{n} others"), SAYS(SAY_COUNT("n", n - shown)), &more);
        answer_join(to, out, sv_text_get(&more), shown, shown + 1);
        out->failed |= more.failed;
        sv_text_clear(&more);
    }
}

const char *explain_group(const answer *to, const sv_explanation *found, size_t group)
{
    static const struct {
        const char *id, *word;
    } camps[] = {{"for", SV_TR("those in favour")},
                 {"against", SV_TR("those against")},
                 {"neutral", SV_TR("those in between")},
                 {"unknown", SV_TR("those not known")}};
    const sv_actor_kind *kind = found->is_kind[group] ? sv_actor_kind_find(found->groups[group]) : NULL;
    if (kind)
        return to->options.language == SV_DUTCH ? kind->nl : kind->en;
    for (size_t i = 0; found->by_issue && i < sizeof camps / sizeof *camps; i++)
        if (strcmp(camps[i].id, found->groups[group]) == 0)
            return sv_translate(to->options.language, camps[i].word);
    return found->groups[group];
}

/* ---- Between whom ------------------------------------------------------------------------------------ */

/* Of two groups, how many pairs; `more` is the second that is named. */
static void add_between(const answer *to, const sv_explanation *found, const sv_explained_between *one, bool more, sv_text *out)
{
    bool within = one->a == one->b, only = one->only > 0, broker = found->by == SV_BY_BROKERAGE;
    const char *message = broker ? (within ? SV_TR("within {a}: {n} of {pairs} pairs of contacts")
                                           : SV_TR("between {a} and {b}: {n} of {pairs} pairs of contacts"))
                          : only ? (within ? SV_TR("within {a}: {n} of {pairs} pairs only through here")
                                           : SV_TR("between {a} and {b}: {n} of {pairs} pairs only through here"))
                                 : (within ? SV_TR("within {a}: {n} of {pairs} pairs, and not only through here")
                                           : SV_TR("between {a} and {b}: {n} of {pairs} pairs, and not only through here"));
    if (more)
        sv_text_add(out, "; ");
    answer_fill(to, message,
                SAYS(SAY_TEXT("a", explain_group(to, found, one->a)), SAY_TEXT("b", explain_group(to, found, one->b)),
                     SAY_COUNT("n", only || broker ? one->only : one->some), SAY_COUNT("pairs", one->pairs)),
                out);
}

static void say_between(answer *to, const sv_explanation *found)
{
    sv_text list = {0};
    for (size_t i = 0; i < found->n_between && i < 2; i++)
        add_between(to, found, &found->between[i], i > 0, &list);
    if (found->n_between && found->by == SV_BY_BROKERAGE && found->expected > 0)
        answer_say(to,
                   found->value > (double)found->only
                       ? SV_TR("Most {between}; by chance, with as many ties, the score would be about {expected}, here it is {value}, for "
                               "each pair counts both ways.")
                       : SV_TR("Most {between}; by chance, with as many ties, the score would be about {expected}, here it is {value}."),
                   SAYS(SAY_TEXT("between", sv_text_get(&list)), SAY_NUMBER("expected", found->expected, 1),
                        SAY_NUMBER("value", found->value, 0)));
    else if (found->n_between)
        answer_say(to, SV_TR("Most {between}."), SAYS(SAY_TEXT("between", sv_text_get(&list))));
    to->failed |= list.failed;
    sv_text_clear(&list);
}

static void say_classes(answer *to, const sv_explanation *found)
{
    size_t of[SV_CLASSES] = {0};
    for (size_t i = 0; i < found->n_ties; i++)
        of[sv_map_actor(to->map, found->ties[i].actor)->kind->of]++;
    if (found->n_ties)
        answer_say(to, SV_TR("Of these, {persons} are with persons, {organisations} with organisations and {alliances} with alliances."),
                   SAYS(SAY_COUNT("persons", of[SV_CLASS_PERSON]), SAY_COUNT("organisations", of[SV_CLASS_ORGANISATION]),
                        SAY_COUNT("alliances", of[SV_CLASS_ALLIANCE])));
}

static void add_influences(const answer *to, const sv_explained_influence *list, size_t n, sv_text *out)
{
    size_t shown = n < ties_named ? n : ties_named;
    for (size_t i = 0; i < shown; i++) {
        sv_text one = {0};
        answer_fill(to, SV_TR("{who} ({strength})"),
                    SAYS(SAY_ACTOR("who", to->map, list[i].actor), SAY_NUMBER("strength", list[i].strength, 0)), &one);
        answer_join(to, out, sv_text_get(&one), i, shown);
        out->failed |= one.failed;
        sv_text_clear(&one);
    }
}

static void say_influences(answer *to, const sv_explanation *found)
{
    sv_text over = {0}, under = {0};
    add_influences(to, found->over, found->n_over, &over);
    add_influences(to, found->under, found->n_under, &under);
    if (found->n_over)
        answer_say(to, SV_TR("Straight influence on {n} others, most on {list}; 4 is the strongest."),
                   SAYS(SAY_COUNT("n", found->n_over), SAY_TEXT("list", sv_text_get(&over))));
    if (found->n_under)
        answer_say(to, SV_TR("Straight influence from {n} others, most from {list}."),
                   SAYS(SAY_COUNT("n", found->n_under), SAY_TEXT("list", sv_text_get(&under))));
    to->failed |= over.failed || under.failed;
    sv_text_clear(&over);
    sv_text_clear(&under);
}

static void say_statement(answer *to, const sv_explanation *found)
{
    const char *source = sv_map_cell(to->map, SV_ACTORS, found->actor, SV_ACTOR_SOURCE);
    answer_say(to,
               *source ? SV_TR("Of the {known} others whose power the map states, {below} have less (source: {source}).")
                       : SV_TR("Of the {known} others whose power the map states, {below} have less."),
               SAYS(SAY_COUNT("known", found->power_known), SAY_COUNT("below", found->power_below), SAY_TEXT("source", source)));
}

static void say_mix(answer *to, const sv_explanation *found)
{
    size_t one = explain_at_step(found, 1), two = explain_at_step(found, 2);
    answer_say(to,
               SV_TR("It mixes three things: nearness ({one} others at one step, {two} at two), stated power ({power}) and strength of "
                     "position ({position}); what is – is not known and does not count."),
               SAYS(SAY_COUNT("one", one), SAY_COUNT("two", two), SAY_NUMBER("power", found->power, 0),
                    SAY_NUMBER("position", found->competitiveness, 2)));
}

void explain_say_groups(answer *to, const sv_explanation *found)
{
    sv_text list = {0};
    switch (found->by) {
    case SV_BY_PAIRS:
    case SV_BY_BROKERAGE: say_between(to, found); break;
    case SV_BY_TIES: say_classes(to, found); break;
    case SV_BY_INFLUENCES: say_influences(to, found); break;
    case SV_BY_STATEMENT: say_statement(to, found); break;
    case SV_BY_MIX: say_mix(to, found); break;
    case SV_BY_CORE:
    case SV_BY_GROUP:
        answer_say(to, SV_TR("Of {n} contacts {same} stand in it too."),
                   SAYS(SAY_COUNT("n", found->n_ties), SAY_COUNT("same", found->same)));
        break;
    case SV_BY_STEPS:
        explain_add_names(to, found->farthest, found->n_farthest, &list);
        if (found->n_steps > 2)
            answer_say(to, SV_TR("Farthest away, at {steps} steps: {names}."),
                       SAYS(SAY_COUNT("steps", found->n_steps - 1), SAY_TEXT("names", sv_text_get(&list))));
        break;
    case SV_BY_CUT:
        explain_add_names(to, found->cut, found->n_cut, &list);
        if (found->n_cut)
            answer_say(to, found->n_cut == 1 ? SV_TR("That is {names}.") : SV_TR("Those are {names}."),
                       SAYS(SAY_TEXT("names", sv_text_get(&list))));
        break;
    case SV_BY_CONTACTS:
    case SV_BY_ATTENTION:
    case SV_BY_SPREAD:
    case SV_BY_ALLIANCES:
    case SV_BY_LOSS: break;
    }
    to->failed |= list.failed;
    sv_text_clear(&list);
}

/* ---- The ties that matter most --------------------------------------------------------------------------- */

static const char *steps_message(const sv_explanation *found, size_t others)
{
    if (explain_is(found, "reach2"))
        return others == 1 ? SV_TR("{who} (without it one other is out of reach{sure})")
                           : SV_TR("{who} (without it {others} others are out of reach{sure})");
    return others == 1 ? SV_TR("{who} (without it one other is farther away{sure})")
                       : SV_TR("{who} (without it {others} others are farther away{sure})");
}

/* What a tie does, behind the name of the contact. */
static const char *tie_message(const sv_explanation *found, size_t others)
{
    switch (found->by) {
    case SV_BY_STEPS: return steps_message(found, others);
    case SV_BY_PAIRS: return SV_TR("{who} (about {gives} pairs{sure})");
    case SV_BY_TIES: return SV_TR("{who} (strength {short}{sure})");
    case SV_BY_CONTACTS:
        return others ? SV_TR("{who} ({share}, and tied to {others} of the other contacts{sure})")
                      : SV_TR("{who} ({share}, and tied to none of the other contacts{sure})");
    case SV_BY_BROKERAGE: return SV_TR("{who} (not tied to {others} of the others{sure})");
    case SV_BY_ATTENTION: return SV_TR("{who} ({share}{sure})");
    case SV_BY_LOSS: return SV_TR("{who} ({percent}{sure})");
    case SV_BY_CUT: return SV_TR("{who} ({others}{sure})");
    case SV_BY_CORE: return SV_TR("{who} (core {short}{sure})");
    default: return "{who}";
    }
}

static bool counts(const answer *to, const sv_explanation *found, const sv_explained_tie *tie)
{
    bool is_alliance = sv_map_actor(to->map, tie->actor)->kind->of == SV_CLASS_ALLIANCE;
    switch (found->by) {
    case SV_BY_BROKERAGE:
    case SV_BY_CUT: return tie->others > 0;
    case SV_BY_ALLIANCES: return is_alliance;
    case SV_BY_GROUP: return tie->gives > 0;
    case SV_BY_CORE: return tie->gives >= found->value;
    default: return !isnan(tie->gives) && tie->gives > 0;
    }
}

static const char *ties_message(sv_explained_by by)
{
    switch (by) {
    case SV_BY_STEPS: return SV_TR("Most hangs on the tie with {list}.");
    case SV_BY_PAIRS: return SV_TR("Most of those ways run over the tie with {list}.");
    case SV_BY_TIES: return SV_TR("The strongest ties are those with {list}.");
    case SV_BY_CONTACTS: return SV_TR("Most of the constraint comes from {list}.");
    case SV_BY_BROKERAGE: return SV_TR("Most often on one side of such a pair stands {list}.");
    case SV_BY_ATTENTION: return SV_TR("Most of it comes from {list}.");
    case SV_BY_LOSS: return SV_TR("Most goes with the tie with {list}.");
    case SV_BY_CUT: return SV_TR("The way to them leads through {list}.");
    case SV_BY_ALLIANCES: return SV_TR("Namely {list}.");
    default: return SV_TR("Among them {list}.");
    }
}

static void add_tie(const answer *to, const sv_explanation *found, const sv_explained_tie *tie, sv_text *out)
{
    sv_text sure = {0};
    char percent[72];
    explain_show_percent(to, tie->gives, percent);
    if (tie->certainty < 1)
        answer_fill(to, SV_TR("; {share} sure"), SAYS(SAY_SHARE("share", tie->certainty)), &sure);
    answer_fill(to, tie_message(found, tie->others),
                SAYS(SAY_ACTOR("who", to->map, tie->actor), SAY_COUNT("others", tie->others), SAY_NUMBER("gives", round(tie->gives), 0),
                     SAY_NUMBER("short", tie->gives, tie->gives == floor(tie->gives) ? 0 : 1), SAY_SHARE("share", tie->gives),
                     SAY_TEXT("percent", percent), SAY_TEXT("sure", sv_text_get(&sure))),
                out);
    out->failed |= sure.failed;
    sv_text_clear(&sure);
}

void explain_say_ties(answer *to, const sv_explanation *found)
{
    sv_text list = {0};
    size_t n = 0, shown = 0;
    for (size_t i = 0; i < found->n_ties && n < ties_named; i++)
        n += counts(to, found, &found->ties[i]);
    for (size_t i = 0; i < found->n_ties && shown < n; i++) {
        sv_text one = {0};
        if (!counts(to, found, &found->ties[i]))
            continue;
        add_tie(to, found, &found->ties[i], &one);
        answer_join(to, &list, sv_text_get(&one), shown++, n);
        list.failed |= one.failed;
        sv_text_clear(&one);
    }
    if (shown && explain_rests_on_ties(found->by) && !(found->by == SV_BY_CUT && found->n_cut == 1) &&
        !(found->by == SV_BY_PAIRS && !(found->value > 0)))
        answer_say(to, ties_message(found->by), SAYS(SAY_TEXT("list", sv_text_get(&list))));
    to->failed |= list.failed;
    sv_text_clear(&list);
}

const char *explain_limits(sv_explained_by by)
{
    switch (by) {
    case SV_BY_STATEMENT: return SV_TR("This is what somebody wrote down; it does not say whether that power is used, or for whom.");
    case SV_BY_INFLUENCES: return SV_TR("This says what informants think of influence, not what happens when it comes to it.");
    case SV_BY_GROUP: return SV_TR("This says who is tied to whom, not whether they agree.");
    case SV_BY_PAIRS:
    case SV_BY_CUT:
    case SV_BY_LOSS:
        return SV_TR(
            "This does not say that others talk through {who} or that {who} passes anything on, only how the ties on the map run.");
    default: return SV_TR("This does not say what {who} thinks or wants, only how the ties on the map run.");
    }
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exposure as an answer: first who cannot speak freely and why, then who can, then who pays whom. */
#include <math.h>

#include "../base/language.h"
#include "answer.h"

enum { most_named = 6 };

static const answer_column voice_columns[] = {
    {"actor", SV_TR("name"), 0},
    {"kind", SV_TR("kind"), 0},
    {"free", SV_TR("free"), 0},
    {"because", SV_TR("why not"), 0},
    {"through", SV_TR("through"), 0},
    {"funder", SV_TR("who pays"), 0},
    {"share", SV_TR("share"), 0},
    {"amount", SV_TR("euro a year"), 0},
    {"stance", NULL, 2},
    {"municipality", NULL, 0},
    {"opponent", NULL, 0},
    {"employer", NULL, 0},
    {"rule", NULL, 0},
};

static const answer_column money_columns[] = {
    {"receiver", SV_TR("who receives"), 0}, {"funder", SV_TR("who pays"), 0},       {"amount", SV_TR("euro a year"), 0},
    {"share", SV_TR("share"), 0},           {"funder_is", SV_TR("who pays is"), 0}, {"funder_supports", NULL, 0},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    unsigned bond;
    const char *text;
} reasons[] = {
    {SV_BOND_EMPLOYER, SV_TR("works for the municipality")},
    {SV_BOND_MUNICIPALITY, SV_TR("money of the municipality")},
    {SV_BOND_OPPONENT, SV_TR("money of an opponent")},
    {SV_BOND_RULE, SV_TR("rule about contact")},
};

static void add_reasons(answer *to, unsigned bonds)
{
    sv_text text = {0};
    for (size_t i = 0; i < COUNT(reasons); i++)
        if (bonds & reasons[i].bond)
            sv_text_addf(&text, "%s%s", text.length ? ", " : "", sv_translate(to->options.language, reasons[i].text));
    to->failed |= text.failed;
    if (bonds)
        answer_cell(to, sv_text_get(&text));
    else
        answer_cell_actor(to, SV_NO_ROW);
    sv_text_clear(&text);
}

static void add_voices(answer *to, const sv_exposure *found)
{
    answer_table(to, "voices", SV_TR("Who is for it"), voice_columns, COUNT(voice_columns));
    for (size_t i = 0; i < found->n; i++) {
        const sv_voice *voice = &found->voices[i];
        answer_cell_actor(to, voice->actor);
        answer_cell_kind(to, voice->actor);
        answer_cell_yes(to, !voice->bonds);
        add_reasons(to, voice->bonds);
        answer_cell_actor(to, voice->through == voice->actor ? SV_NO_ROW : voice->through);
        answer_cell_actor(to, voice->funder);
        answer_cell_share(to, voice->share);
        answer_cell_euro(to, voice->amount);
        answer_cell_number(to, voice->stance);
        for (unsigned bond = SV_BOND_MUNICIPALITY; bond <= SV_BOND_RULE; bond <<= 1)
            answer_cell_yes(to, voice->bonds & bond);
    }
}

static void add_side(answer *to, unsigned side)
{
    switch (side) {
    case SV_STANDS_FOR: answer_cell_word(to, "for", SV_TR("in favour")); break;
    case SV_STANDS_AGAINST: answer_cell_word(to, "against", SV_TR("against")); break;
    case SV_STANDS_FOR | SV_STANDS_AGAINST: answer_cell_word(to, "both", SV_TR("in favour and against")); break;
    default: answer_cell_word(to, "unknown", "–");
    }
}

static bool both_support(const sv_exposure *found, const sv_dependence *money)
{
    return found->stands[money->funder] & found->stands[money->receiver] & SV_STANDS_FOR;
}

static void add_money(answer *to, const sv_exposure *found)
{
    if (!found->n_dependences)
        return;
    answer_table(to, "money", SV_TR("Who pays whom"), money_columns, COUNT(money_columns));
    for (size_t i = 0; i < found->n_dependences; i++) {
        const sv_dependence *money = &found->dependences[i];
        answer_cell_actor(to, money->receiver);
        answer_cell_actor(to, money->funder);
        answer_cell_euro(to, money->amount);
        answer_cell_share(to, money->share);
        add_side(to, found->stands[money->funder]);
        answer_cell_yes(to, both_support(found, money));
    }
}

/* "Anna, Bas and Carla": at most `most_named` of those that speak freely. */
static void say_free(answer *to, const sv_exposure *found)
{
    size_t n = found->n - found->bound, named = n < most_named ? n : most_named;
    sv_text list = {0};
    if (!n)
        return;
    for (size_t i = 0; i < named; i++)
        answer_join(to, &list, sv_map_actor(to->map, found->voices[found->bound + i].actor)->name, i, named);
    to->failed |= list.failed;
    answer_say(to, named < n ? SV_TR("Let who is free do the talking; among them are {names}.") : SV_TR("Free to speak: {names}."),
               SAYS(SAY_TEXT("names", sv_text_get(&list))));
    sv_text_clear(&list);
}

/* Whose freedom hangs most on one purse: the first organisation with such money, as people through it come beside it. */
static void say_most_bound(answer *to, const sv_exposure *found)
{
    const sv_voice *most = NULL;
    for (size_t i = 0; i < found->bound; i++)
        if (!isnan(found->voices[i].share) && (!most || found->voices[i].amount > most->amount))
            most = &found->voices[i];
    if (!most)
        return;
    answer_say(to, SV_TR("The largest sum: {through} gets {amount} a year from {funder}, {share} of the money that the map knows of."),
               SAYS(SAY_ACTOR("through", to->map, most->through), SAY_EURO("amount", most->amount),
                    SAY_ACTOR("funder", to->map, most->funder), SAY_SHARE("share", most->share)));
}

static void say_who_is_bound(answer *to, const sv_exposure *found, const char *title)
{
    if (found->n == 1)
        answer_say(to, SV_TR("As far as is known, one person or organisation outside politics is in favour of {issue}."),
                   SAYS(SAY_TEXT("issue", title)));
    else
        answer_say(to, SV_TR("As far as is known, {n} people and organisations outside politics are in favour of {issue}."),
                   SAYS(SAY_COUNT("n", found->n), SAY_TEXT("issue", title)));
    if (!found->bound) {
        answer_say(
            to,
            SV_TR(
                "As far as the map knows, none of them lives by the money of the municipality or of an opponent, and no rule binds them."),
            SAYS());
        return;
    }
    answer_say(to, SV_TR("Not free to speak: {bound}. Free to speak: {free}."),
               SAYS(SAY_COUNT("bound", found->bound), SAY_COUNT("free", found->n - found->bound)));
    say_most_bound(to, found);
    say_free(to, found);
}

static void say_allied_money(answer *to, const sv_exposure *found)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n_dependences; i++)
        n += both_support(found, &found->dependences[i]);
    answer_fact(to, "paid_by_supporters", (double)n);
    if (n)
        answer_say(
            to, SV_TR("Mind this too: {n} times who pays is also in favour. Their support does not stand apart from that of who they pay."),
            SAYS(SAY_COUNT("n", n)));
}

static void add_notes(answer *to, const sv_exposure *found)
{
    answer_note(to,
                SV_TR("Any money counts, however little, and a person counts with each organisation he or she belongs to. What it means to "
                      "somebody the map does not know: ask."),
                SAYS());
    if (!found->n_dependences && to->options.audience != SV_PUBLIC)
        answer_note(to, SV_TR("The map names no money: who pays whom belongs in the sheet Ties, kind funds, column amount."), SAYS());
    if (found->political)
        answer_note(to,
                    SV_TR("Left out are those in favour in the council, the executive and the town hall ({n}): they decide, or speak for "
                          "the municipality."),
                    SAYS(SAY_COUNT("n", found->political)));
    if (to->options.audience == SV_PUBLIC)
        answer_note(to, SV_TR("Counted is only what is public."), SAYS());
}

sv_status sv_report_exposure(const sv_map *map, const sv_exposure *found, const sv_answer_options *options, char **text, size_t *length,
                             sv_error *error)
{
    answer to;
    sv_text title = {0};
    answer_begin(&to, "exposure", map, options);
    if (found->issue == SV_NO_ROW)
        sv_text_add(&title, sv_translate(options->language, SV_TR("any of the issues")));
    else
        sv_text_addf(&title, "“%s”", sv_map_cell(map, SV_ISSUES, found->issue, SV_ISSUE_TITLE));
    answer_fact_text(&to, "issue", found->issue == SV_NO_ROW ? "" : sv_map_cell(map, SV_ISSUES, found->issue, SV_ISSUE_ID));
    answer_fact(&to, "supporters", (double)found->n);
    answer_fact(&to, "bound", (double)found->bound);
    answer_fact(&to, "free", (double)(found->n - found->bound));
    answer_fact(&to, "political", (double)found->political);
    if (found->n) {
        say_who_is_bound(&to, found, sv_text_get(&title));
        say_allied_money(&to, found);
        add_voices(&to, found);
    } else {
        answer_say(&to,
                   SV_TR("Of nobody outside politics is it known that they are in favour of {issue}. Who stands where belongs in the sheet "
                         "Positions."),
                   SAYS(SAY_TEXT("issue", sv_text_get(&title))));
    }
    add_money(&to, found);
    add_notes(&to, found);
    to.failed |= title.failed;
    sv_text_clear(&title);
    return answer_end(&to, text, length, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of the money view: amounts, shares, and what the picture says. */
#include "../model/amount.h"
#include "money_parts.h"
#include "speech.h"

const char *money_name(const money_view *v, size_t actor)
{
    return sv_map_actor(v->stage->map, actor)->name;
}

const char *money_euros(const money_view *v, double amount)
{
    char buffer[64];
    sv_text text = {0};
    amount_show_euro(amount, v->stage->language, buffer);
    sv_text_add(&text, buffer);
    return sv_stage_keep(v->stage, &text);
}

const char *money_share(const money_view *v, double share)
{
    char buffer[64];
    sv_text text = {0};
    amount_show_share(share, buffer);
    sv_text_add(&text, buffer);
    return sv_stage_keep(v->stage, &text);
}

static const double wholly_from = 0.9949; /* told as 100% */

static bool is_for(const money_view *v, size_t actor)
{
    return v->stage->options->issue != SV_NO_ROW && v->flows.exposure.stands[actor] & SV_STANDS_FOR;
}

static bool is_against(const money_view *v, size_t actor)
{
    return v->stage->options->issue != SV_NO_ROW && v->flows.exposure.stands[actor] & SV_STANDS_AGAINST;
}

const char *money_payment_words(const money_view *v, const sv_dependence *payment)
{
    return sv_stage_fill(v->stage, SV_TR("{a} · {b}"), money_euros(v, payment->amount), money_share(v, payment->share), NULL);
}

const char *money_rest_words(const money_view *v, const sv_purse *purse)
{
    size_t shown = money_shown(v, purse);
    double rest = 0, share = 0;
    for (size_t k = shown; k < purse->n; k++) {
        rest += v->flows.exposure.dependences[purse->first + k].amount;
        share += v->flows.exposure.dependences[purse->first + k].share;
    }
    if (shown == purse->n)
        return "";
    return sv_stage_fill(v->stage, SV_TR("{a} more: {b} · {c}"), sv_stage_number(v->stage, (double)(purse->n - shown)),
                         money_euros(v, rest), money_share(v, share));
}

const char *money_purse_words(const money_view *v, const sv_purse *purse, bool pays)
{
    sv_text words = {0};
    if (pays || purse->n != 1)
        sv_text_add(&words, money_euros(v, purse->total));
    if (is_for(v, purse->actor) || is_against(v, purse->actor))
        sv_speech_join(&words, " · ", sv_stage_say(v->stage, is_for(v, purse->actor) ? SV_TR("for") : SV_TR("against")));
    sv_text_add(&words, "");
    return sv_stage_keep(v->stage, &words);
}

/* The one of whom a binding payment is the largest part; of equal parts the one with more money. */
static const sv_purse *most_bound(const money_view *v)
{
    const sv_purse *most = NULL;
    for (size_t i = 0; i < v->flows.n_receivers; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        if (purse->bound && (!most || v->flows.exposure.dependences[purse->most].share > v->flows.exposure.dependences[most->most].share))
            most = purse;
    }
    return most;
}

/* How many receivers are bound, wholly, and in favour; and whether an opponent binds one. */
typedef struct bound_count {
    size_t bound, wholly, in_favour, both;
    bool opponent;
} bound_count;

static bound_count count_bound(const money_view *v)
{
    bound_count count = {0};
    for (size_t i = 0; i < v->flows.n_receivers; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        count.bound += purse->bound != 0;
        count.wholly += purse->bound && v->flows.exposure.dependences[purse->most].share > wholly_from;
        count.opponent |= (purse->bound & SV_FLOW_OPPONENT) != 0;
        count.in_favour += is_for(v, purse->actor);
        count.both += purse->bound && is_for(v, purse->actor);
    }
    return count;
}

/* Those who get it from nobody else, where there are more than one; else the one who depends on it most. */
static const char *most_words(const money_view *v, const bound_count *count)
{
    sv_stage *stage = v->stage;
    const sv_purse *most = most_bound(v);
    if (count->wholly == count->bound && count->bound > 1)
        return sv_stage_say(stage, SV_TR("they get nothing from anybody else"));
    if (count->wholly > 1)
        return sv_stage_fill(stage, SV_TR("{a} of them get nothing from anybody else"), sv_stage_number(stage, (double)count->wholly), NULL,
                             NULL);
    return sv_stage_fill(stage, SV_TR("{a} depends on it most ({b})"), money_name(v, most->actor),
                         money_share(v, v->flows.exposure.dependences[most->most].share), NULL);
}

const char *money_finding(const money_view *v)
{
    sv_stage *stage = v->stage;
    bound_count count = count_bound(v);
    const char *all = sv_stage_number(stage, (double)v->flows.n_receivers);
    if (!count.bound)
        return sv_stage_fill(stage, SV_TR("None of the {a} receivers gets money from the municipality or from an opponent."), all, NULL,
                             NULL);
    if (count.bound == 1)
        return sv_stage_fill(
            stage,
            count.opponent ? SV_TR("One of {a} receivers gets money from the municipality or from an opponent: {b} ({c}).")
                           : SV_TR("One of {a} receivers gets money from the municipality: {b} ({c})."),
            all, money_name(v, most_bound(v)->actor), money_share(v, v->flows.exposure.dependences[most_bound(v)->most].share));
    if (count.bound == v->flows.n_receivers)
        return sv_stage_fill(stage,
                             count.opponent ? SV_TR("All {a} receivers get money from the municipality or from an opponent; {b}.")
                                            : SV_TR("All {a} receivers get money from the municipality; {b}."),
                             all, most_words(v, &count), NULL);
    return sv_stage_fill(stage,
                         count.opponent ? SV_TR("{a} of {b} receivers get money from the municipality or from an opponent; {c}.")
                                        : SV_TR("{a} of {b} receivers get money from the municipality; {c}."),
                         sv_stage_number(stage, (double)count.bound), all, most_words(v, &count));
}

const char *money_in_favour(const money_view *v)
{
    sv_stage *stage = v->stage;
    bound_count count = count_bound(v);
    if (!count.bound || !count.in_favour || (count.in_favour == 1 && !count.both))
        return "";
    if (count.in_favour == 1)
        return sv_stage_say(stage, SV_TR("The one receiver in favour depends on that money."));
    return sv_stage_fill(stage, SV_TR("Of the {a} receivers in favour, {b} depend on that money."),
                         sv_stage_number(stage, (double)count.in_favour), sv_stage_number(stage, (double)count.both), NULL);
}

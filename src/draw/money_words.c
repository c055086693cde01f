/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of the money view: amounts, shares, and what the picture says. */
#include "../model/amount.h"
#include "money_parts.h"

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

static bool is_for(const money_view *v, size_t actor)
{
    return v->stage->options->issue != SV_NO_ROW && v->flows.exposure.stands[actor] & SV_STANDS_FOR;
}

static bool is_against(const money_view *v, size_t actor)
{
    return v->stage->options->issue != SV_NO_ROW && v->flows.exposure.stands[actor] & SV_STANDS_AGAINST;
}

/* "€ 2.945.000 · for" */
const char *money_purse_words(const money_view *v, const sv_purse *purse)
{
    sv_text words = {0};
    sv_text_add(&words, money_euros(v, purse->total));
    if (is_for(v, purse->actor) || is_against(v, purse->actor))
        sv_text_addf(&words, " · %s", sv_stage_say(v->stage, is_for(v, purse->actor) ? SV_TR("for") : SV_TR("against")));
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

/* How many receivers are bound, and who most; and how many of those that are for. */
const char *money_finding(const money_view *v)
{
    sv_stage *stage = v->stage;
    const sv_purse *most = most_bound(v);
    size_t bound = 0, in_favour = 0, both = 0;
    bool opponent = false;
    sv_text text = {0};
    const char *all;
    for (size_t i = 0; i < v->flows.n_receivers; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        bound += purse->bound != 0;
        opponent |= (purse->bound & SV_FLOW_OPPONENT) != 0;
        in_favour += is_for(v, purse->actor);
        both += purse->bound && is_for(v, purse->actor);
    }
    all = sv_stage_number(stage, (double)v->flows.n_receivers);
    if (!bound)
        return sv_stage_fill(stage, SV_TR("None of the {a} receivers gets money from the municipality or from an opponent."), all, NULL,
                             NULL);
    sv_text_add(&text, sv_stage_fill(stage,
                                     opponent ? SV_TR("{a} of {b} receivers get money from the municipality or from an opponent; {c}.")
                                              : SV_TR("{a} of {b} receivers get money from the municipality; {c}."),
                                     sv_stage_number(stage, (double)bound), all,
                                     sv_stage_fill(stage, SV_TR("{a} depends on it most ({b})"), money_name(v, most->actor),
                                                   money_share(v, v->flows.exposure.dependences[most->most].share), NULL)));
    if (in_favour)
        sv_text_addf(&text, " %s",
                     sv_stage_fill(stage, SV_TR("Of the {a} that are for, {b} are among them."), sv_stage_number(stage, (double)in_favour),
                                   sv_stage_number(stage, (double)both), NULL));
    return sv_stage_keep(stage, &text);
}

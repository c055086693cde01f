/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The money view drawn: the cards at both sides, and the lines between them with their amounts. */
#include <math.h>
#include <string.h>

#include "money_parts.h"

static sv_line line_like(const money_view *v, double amount, unsigned bound)
{
    const sv_theme *theme = v->stage->theme;
    bool opponent = bound & SV_FLOW_OPPONENT;
    return (sv_line){.classes = opponent ? "funds opponent" : "funds",
                     .from = SV_NO_MARK,
                     .to = SV_NO_MARK,
                     .colour = opponent ? theme->opposes : theme->funds,
                     .width = fmax(0.9 * v->stage->page->scale, v->line_most * sqrt(v->flows.most > 0 ? amount / v->flows.most : 0)),
                     .style = opponent ? SV_STROKE_DASHED : SV_STROKE_SOLID};
}

sv_status money_draw_funders(money_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double width = (inside->right - inside->left) * MONEY_LEFT, used = 0, y = inside->top, gap;
    sv_status status = SV_OK;
    for (size_t i = 0; i < v->flows.n_funders; i++)
        used += v->outs[v->flows.funders[i].actor] ? money_funder_high(v, v->flows.funders[i].actor, width) : 0;
    gap = fmax(0, (inside->top - inside->bottom - used) / (double)(v->funders + 1));
    for (size_t i = 0; i < v->flows.n_funders && status == SV_OK; i++) {
        const sv_purse *purse = &v->flows.funders[i];
        double high = money_funder_high(v, purse->actor, width);
        if (!v->outs[purse->actor])
            continue;
        y -= gap + high / 2;
        v->funder_y[purse->actor] = y;
        v->funder_high[purse->actor] = high;
        status = sv_card_draw(v->stage,
                              &(sv_card){.actor = purse->actor,
                                         .under = money_purse_words(v, purse, true),
                                         .x = inside->left + width / 2,
                                         .y = y,
                                         .width = width,
                                         .height = high,
                                         .zoom = v->zoom},
                              NULL);
        y -= high / 2;
    }
    return status;
}

/* The line from a funder to the slot of a payment, and the amount behind it. */
static sv_status draw_payment(money_view *v, size_t number, double y)
{
    sv_stage *stage = v->stage;
    const sv_rect *inside = &stage->inside;
    const sv_dependence *payment = &v->flows.exposure.dependences[number];
    double wide = inside->right - inside->left, scale = stage->page->scale, x0 = inside->left + wide * MONEY_LEFT + scale;
    double x1 = inside->right - wide * MONEY_RIGHT - v->labels;
    double thick = money_thickness(v, payment->amount);
    double start = v->funder_y[payment->funder] + v->spread[payment->funder] / 2 - v->out[payment->funder] - thick / 2;
    sv_line line = line_like(v, payment->amount, v->flows.bound[number]);
    sv_note label = {.id = sv_card_id(stage, "amount", number + 1, 0),
                     .classes = "label",
                     .left = x1 + 4 * scale,
                     .y = y,
                     .width = v->labels - 4 * scale,
                     .lines = 1,
                     .align = SV_ALIGN_LEFT,
                     .font_size = stage->page->smallest * v->zoom};
    const double points[8] = {x0, start, x0 + (x1 - x0) * 0.45, start, x0 + (x1 - x0) * 0.55, y, x1, y};
    memcpy(line.points, points, sizeof points);
    v->out[payment->funder] += thick;
    line.id = sv_card_id(stage, "money", number + 1, 0);
    line.tooltip = sv_stage_fill(stage, SV_TR("{a} to {b}: {c} a year"), money_name(v, payment->funder), money_name(v, payment->receiver),
                                 money_euros(v, payment->amount));
    label.text = money_payment_words(v, payment);
    sv_picture_line(&stage->picture, &line);
    return sv_note_draw(stage, &label);
}

/* Those beyond the first of a receiver, in one line of words. */
static sv_status draw_rest(money_view *v, const sv_purse *purse, double y)
{
    const sv_stage *stage = v->stage;
    double wide = stage->inside.right - stage->inside.left;
    return sv_note_draw(v->stage, &(sv_note){.id = sv_card_id(v->stage, "rest", purse->first + 1, 0),
                                             .text = money_rest_words(v, purse),
                                             .classes = "label",
                                             .left = stage->inside.right - wide * MONEY_RIGHT - v->labels + 4 * stage->page->scale,
                                             .y = y,
                                             .width = v->labels - 4 * stage->page->scale,
                                             .lines = 1,
                                             .align = SV_ALIGN_LEFT,
                                             .font_size = stage->page->smallest * v->zoom});
}

sv_status money_draw_receivers(money_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double width = (inside->right - inside->left) * MONEY_RIGHT, used = 0, y = inside->top, gap;
    sv_status status = SV_OK;
    for (size_t i = 0; i < v->receivers; i++)
        used += money_high(v, &v->flows.receivers[i], width);
    gap = fmax(0, (inside->top - inside->bottom - used) / (double)(v->receivers + 1));
    for (size_t i = 0; i < v->receivers && status == SV_OK; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        double high = money_high(v, purse, width);
        size_t lines = money_shown(v, purse) + (money_shown(v, purse) < purse->n);
        y -= gap + high / 2;
        status = sv_card_draw(v->stage,
                              &(sv_card){.actor = purse->actor,
                                         .under = money_purse_words(v, purse, false),
                                         .x = inside->right - width / 2,
                                         .y = y,
                                         .width = width,
                                         .height = high,
                                         .zoom = v->zoom,
                                         .strong = purse->bound != 0},
                              NULL);
        for (size_t k = 0; k < lines && status == SV_OK; k++) {
            double at = y + v->slot * ((double)(lines - 1) / 2 - (double)k);
            status = k < money_shown(v, purse) ? draw_payment(v, purse->first + k, at) : draw_rest(v, purse, at);
        }
        y -= high / 2;
    }
    return status;
}

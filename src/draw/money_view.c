/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The money view: who pays on the left, who receives on the right, a line for each payment with its amount and its share in what the
 * receiver gets (resource dependence, Pfeffer & Salancik 1978). The thicker the line, the more; widths are as the root of the amount, for
 * in one town millions stand beside hundreds. Who depends on the municipality or on an opponent has a thick border.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../model/amount.h"
#include "card.h"
#include "money_flows.h"
#include "views.h"

enum { payments_most = 6 }; /* of one receiver; the rest together */
static const double slot_share = 1.45, funder_slots = 2.4, names_left = 0.2, names_right = 0.25, labels_share = 0.15, share_least = 0.01;

typedef struct money_view {
    sv_stage *stage;
    sv_flows flows;
    size_t receivers, funders; /* shown */
    size_t payments;
    double slot, line_most; /* height of a payment; width of the largest */
    double *funder_y, *funder_high,
        *spread;  /* of each row of Actors: the middle and height of its card; and how high its lines are together */
    double *out;  /* of each row of Actors: how much of that is taken, */
    size_t *outs; /* and how many lines it has */
    sv_card_kinds kinds;
    bool any_usual, any_opponent, any_strong;
} money_view;

/* ---- Words ---- */

static const char *name_of(const money_view *v, size_t actor)
{
    return sv_map_actor(v->stage->map, actor)->name;
}

static const char *euros(const money_view *v, double amount)
{
    char buffer[64];
    sv_text text = {0};
    amount_show_euro(amount, v->stage->language, buffer);
    sv_text_add(&text, buffer);
    return sv_stage_keep(v->stage, &text);
}

static const char *share_of(const money_view *v, double share)
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
static const char *purse_words(const money_view *v, const sv_purse *purse)
{
    sv_text words = {0};
    sv_text_add(&words, euros(v, purse->total));
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
static const char *finding(const money_view *v)
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
                                     sv_stage_fill(stage, SV_TR("{a} depends on it most ({b})"), name_of(v, most->actor),
                                                   share_of(v, v->flows.exposure.dependences[most->most].share), NULL)));
    if (in_favour)
        sv_text_addf(&text, " %s",
                     sv_stage_fill(stage, SV_TR("Of the {a} that are for, {b} are among them."), sv_stage_number(stage, (double)in_favour),
                                   sv_stage_number(stage, (double)both), NULL));
    return sv_stage_keep(stage, &text);
}

/* ---- Placing ---- */

/* The payments of a receiver that get a line: not those of less than a hundredth, unless there is but one. */
static size_t shown_of(const money_view *v, const sv_purse *purse)
{
    size_t shown = 0;
    while (shown < purse->n && (shown == 0 || v->flows.exposure.dependences[purse->first + shown].share >= share_least))
        shown++;
    if (shown + 1 >= purse->n)
        shown = purse->n;
    return shown > payments_most ? payments_most - 1 : shown;
}

/* Lines of a card: two, or as many as its payments, or as its name takes. */
static size_t slots_of(const money_view *v, const sv_purse *purse, double width)
{
    size_t shown = shown_of(v, purse) + (shown_of(v, purse) < purse->n);
    double name = (double)sv_utf8_width(name_of(v, purse->actor)) * v->stage->page->legend * 0.7;
    size_t lines = (size_t)fmin(3, ceil(name / (width - 12 * v->stage->page->scale))) + 1;
    return shown > lines ? shown : lines;
}

static double high_of(const money_view *v, const sv_purse *purse, double width)
{
    return v->slot * ((double)slots_of(v, purse, width) + 0.5);
}

/* A line and the room beside it, where it leaves its funder. */
static double thickness(const money_view *v, double amount)
{
    double width = v->line_most * sqrt(v->flows.most > 0 ? amount / v->flows.most : 0);
    return fmax(width, v->slot * 0.3) + v->slot * 0.12;
}

static double funder_high(const money_view *v, size_t actor, double width)
{
    double lines = (double)slots_of(v, &(sv_purse){.actor = actor}, width);
    return fmax(v->slot * fmax(lines + 0.5, funder_slots), v->spread[actor] + v->slot / 2);
}

/* Give a receiver its lines, or take them away again (sign -1). */
static void count_lines(money_view *v, const sv_purse *purse, int sign)
{
    for (size_t k = 0; k < shown_of(v, purse); k++) {
        const sv_dependence *payment = &v->flows.exposure.dependences[purse->first + k];
        v->outs[payment->funder] += (size_t)sign;
        v->spread[payment->funder] += sign * thickness(v, payment->amount);
    }
}

/* How high the cards of all who pay are together, with a little room between them. */
static double funders_high(money_view *v, double width)
{
    double high = 0;
    v->funders = 0;
    for (size_t i = 0; i < v->flows.n_funders; i++)
        if (v->outs[v->flows.funders[i].actor]) {
            high += funder_high(v, v->flows.funders[i].actor, width) + v->slot / 3;
            v->funders++;
        }
    return high;
}

/* How many receivers fit, with those who pay them. */
static void choose(money_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double high = inside->top - inside->bottom, wide = inside->right - inside->left, used = 0;
    size_t most = v->stage->options->top ? v->stage->options->top : SIZE_MAX, rows = sv_map_rows(v->stage->map, SV_ACTORS);
    memset(v->outs, 0, rows * sizeof *v->outs);
    memset(v->spread, 0, rows * sizeof *v->spread);
    v->receivers = v->payments = 0;
    for (size_t i = 0; i < v->flows.n_receivers && i < most; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        count_lines(v, purse, 1);
        used += high_of(v, purse, wide * names_right) + v->slot / 3;
        if (used > high || funders_high(v, wide * names_left) > high) {
            count_lines(v, purse, -1);
            break;
        }
        v->receivers++;
        v->payments += shown_of(v, purse);
    }
    funders_high(v, wide * names_left);
}

/* ---- Drawing ---- */

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

static sv_status draw_funders(money_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double width = (inside->right - inside->left) * names_left, used = 0, y = inside->top, gap;
    sv_status status = SV_OK;
    for (size_t i = 0; i < v->flows.n_funders; i++)
        used += v->outs[v->flows.funders[i].actor] ? funder_high(v, v->flows.funders[i].actor, width) : 0;
    gap = fmax(0, (inside->top - inside->bottom - used) / (double)(v->funders + 1));
    for (size_t i = 0; i < v->flows.n_funders && status == SV_OK; i++) {
        const sv_purse *purse = &v->flows.funders[i];
        double high = funder_high(v, purse->actor, width);
        if (!v->outs[purse->actor])
            continue;
        y -= gap + high / 2;
        v->funder_y[purse->actor] = y;
        v->funder_high[purse->actor] = high;
        status = sv_card_draw(v->stage,
                              &(sv_card){.actor = purse->actor,
                                         .under = purse_words(v, purse),
                                         .x = inside->left + width / 2,
                                         .y = y,
                                         .width = width,
                                         .height = high},
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
    double wide = inside->right - inside->left, scale = stage->page->scale, x0 = inside->left + wide * names_left + scale;
    double x1 = inside->right - wide * (names_right + labels_share);
    double thick = thickness(v, payment->amount);
    double start = v->funder_y[payment->funder] + v->spread[payment->funder] / 2 - v->out[payment->funder] - thick / 2;
    sv_line line = line_like(v, payment->amount, v->flows.bound[number]);
    sv_note label = {.id = sv_card_id(stage, "amount", number + 1, 0),
                     .classes = "label",
                     .left = x1 + 4 * scale,
                     .y = y,
                     .width = wide * labels_share - 8 * scale,
                     .lines = 1,
                     .align = SV_ALIGN_LEFT};
    const double points[8] = {x0, start, x0 + (x1 - x0) * 0.45, start, x0 + (x1 - x0) * 0.55, y, x1, y};
    memcpy(line.points, points, sizeof points);
    v->out[payment->funder] += thick;
    line.id = sv_card_id(stage, "money", number + 1, 0);
    line.tooltip = sv_stage_fill(stage, SV_TR("{a} to {b}: {c} a year"), name_of(v, payment->funder), name_of(v, payment->receiver),
                                 euros(v, payment->amount));
    label.text = sv_stage_fill(stage, SV_TR("{a} · {b}"), euros(v, payment->amount), share_of(v, payment->share), NULL);
    sv_picture_line(&stage->picture, &line);
    return sv_note_draw(stage, &label);
}

/* Those beyond the first of a receiver, in one line of words. */
static sv_status draw_rest(money_view *v, const sv_purse *purse, double y)
{
    sv_stage *stage = v->stage;
    const sv_rect *inside = &stage->inside;
    double wide = inside->right - inside->left, rest = 0, share = 0;
    sv_note label = {.id = sv_card_id(stage, "rest", purse->first + 1, 0),
                     .classes = "label",
                     .left = inside->right - wide * (names_right + labels_share) + 4 * stage->page->scale,
                     .y = y,
                     .width = wide * labels_share - 8 * stage->page->scale,
                     .lines = 1,
                     .align = SV_ALIGN_LEFT};
    for (size_t k = shown_of(v, purse); k < purse->n; k++) {
        rest += v->flows.exposure.dependences[purse->first + k].amount;
        share += v->flows.exposure.dependences[purse->first + k].share;
    }
    if (shown_of(v, purse) == purse->n)
        return SV_OK;
    label.text = sv_stage_fill(stage, SV_TR("{a} more: {b} · {c}"), sv_stage_number(stage, (double)(purse->n - shown_of(v, purse))),
                               euros(v, rest), share_of(v, share));
    return sv_note_draw(stage, &label);
}

static sv_status draw_receivers(money_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double width = (inside->right - inside->left) * names_right, used = 0, y = inside->top, gap;
    sv_status status = SV_OK;
    for (size_t i = 0; i < v->receivers; i++)
        used += high_of(v, &v->flows.receivers[i], width);
    gap = fmax(0, (inside->top - inside->bottom - used) / (double)(v->receivers + 1));
    for (size_t i = 0; i < v->receivers && status == SV_OK; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        double high = high_of(v, purse, width);
        size_t lines = shown_of(v, purse) + (shown_of(v, purse) < purse->n);
        y -= gap + high / 2;
        status = sv_card_draw(v->stage,
                              &(sv_card){.actor = purse->actor,
                                         .under = purse_words(v, purse),
                                         .x = inside->right - width / 2,
                                         .y = y,
                                         .width = width,
                                         .height = high,
                                         .strong = purse->bound != 0},
                              NULL);
        for (size_t k = 0; k < lines && status == SV_OK; k++) {
            double at = y + v->slot * ((double)(lines - 1) / 2 - (double)k);
            status = k < shown_of(v, purse) ? draw_payment(v, purse->first + k, at) : draw_rest(v, purse, at);
        }
        y -= high / 2;
    }
    return status;
}

/* ---- All of it ---- */

static void fill_legend(money_view *v)
{
    sv_stage *stage = v->stage;
    const sv_theme *theme = stage->theme;
    for (size_t i = 0; i < v->receivers; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        sv_card_kinds_add(&v->kinds, stage->map, purse->actor);
        v->any_strong |= purse->bound != 0;
        for (size_t k = 0; k < shown_of(v, purse); k++) {
            sv_card_kinds_add(&v->kinds, stage->map, v->flows.exposure.dependences[purse->first + k].funder);
            v->any_opponent |= v->flows.bound[purse->first + k] & SV_FLOW_OPPONENT;
            v->any_usual |= !(v->flows.bound[purse->first + k] & SV_FLOW_OPPONENT);
        }
    }
    if (v->any_usual)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("money a year: the thicker, the more")),
                                                         .line = {.colour = theme->funds, .width = 4 * stage->page->scale}});
    if (v->any_opponent)
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("money of an opponent")),
                                         .line = {.colour = theme->opposes, .width = 4 * stage->page->scale, .style = SV_STROKE_DASHED}});
    sv_card_legend(stage, &v->kinds);
    if (v->any_strong)
        sv_legend_add(
            &stage->legend,
            &(sv_legend_entry){.text = sv_stage_say(stage, v->any_opponent ? SV_TR("exposed: by money of the municipality or an opponent")
                                                                           : SV_TR("exposed: by money of the municipality")),
                               .mark = {.shape = SV_SHAPE_BOX,
                                        .width = 18 * stage->page->scale,
                                        .height = 11 * stage->page->scale,
                                        .fill = theme->container,
                                        .stroke = theme->bridge,
                                        .stroke_width = 2.6 * stage->page->scale}});
}

static sv_status begin(money_view *v)
{
    sv_stage *stage = v->stage;
    size_t rows = sv_map_rows(stage->map, SV_ACTORS);
    sv_status status = sv_flows_find(stage->map, stage->options->issue, stage->options->as_of, &v->flows, stage->error);
    v->slot = stage->page->smallest * slot_share;
    v->line_most = v->slot * 0.8;
    v->funder_y = sv_alloc(rows, sizeof *v->funder_y);
    v->funder_high = sv_alloc(rows, sizeof *v->funder_high);
    v->spread = sv_alloc(rows, sizeof *v->spread);
    v->out = sv_alloc(rows, sizeof *v->out);
    v->outs = sv_alloc(rows, sizeof *v->outs);
    if (status == SV_OK && (!v->funder_y || !v->funder_high || !v->spread || !v->out || !v->outs))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK && !v->flows.n_receivers)
        status = sv_error_set(stage->error, SV_E_VIEW_EMPTY, SV_TR("money: ties of kind funds with an amount"), SV_TR("Ties"));
    return status;
}

/* The frame, and once more with what did not fit, which takes a line. */
static sv_status set_frame(money_view *v)
{
    sv_stage *stage = v->stage;
    sv_frame frame = {.sentence = finding(v),
                      .note =
                          sv_stage_say(stage, SV_TR("Amounts are euros a year; the share is of all money in the map for this receiver."))};
    sv_status status;
    v->receivers = v->flows.n_receivers;
    fill_legend(v);
    status = sv_stage_frame(stage, &frame);
    if (status != SV_OK)
        return status;
    choose(v);
    if (v->receivers == v->flows.n_receivers)
        return SV_OK;
    frame.left_out = " ";
    status = sv_stage_frame(stage, &frame);
    choose(v);
    frame.left_out =
        sv_stage_fill(stage, SV_TR("{a} of {b} receivers shown: those with the most money"), sv_stage_number(stage, (double)v->receivers),
                      sv_stage_number(stage, (double)v->flows.n_receivers), NULL);
    sv_legend_clear(&stage->legend);
    v->kinds = (sv_card_kinds){0};
    v->any_usual = v->any_opponent = v->any_strong = false;
    fill_legend(v);
    return status == SV_OK ? sv_stage_frame(stage, &frame) : status;
}

sv_status sv_money_view(sv_stage *stage)
{
    money_view v = {.stage = stage};
    sv_status status = begin(&v);
    stage->legend_below = true;
    if (status == SV_OK)
        status = set_frame(&v);
    if (status == SV_OK)
        status = draw_funders(&v);
    if (status == SV_OK)
        status = draw_receivers(&v);
    stage->report.drawn = v.receivers + v.funders;
    stage->report.ties = v.payments;
    sv_flows_clear(&v.flows);
    free(v.funder_y);
    free(v.funder_high);
    free(v.spread);
    free(v.out);
    free(v.outs);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The money view: who pays on the left, who receives on the right, a line for each payment with its amount and its share in what the
 * receiver gets (resource dependence, Pfeffer & Salancik 1978). The thicker the line, the more; widths are as the root of the amount, for
 * in one town millions stand beside hundreds. Who depends on the municipality or on an opponent has a thick border.
 */
#include <math.h>
#include <stdlib.h>

#include "money_parts.h"
#include "views.h"

static void fill_legend(money_view *v)
{
    sv_stage *stage = v->stage;
    const sv_theme *theme = stage->theme;
    for (size_t i = 0; i < v->receivers; i++) {
        const sv_purse *purse = &v->flows.receivers[i];
        sv_card_kinds_add(&v->kinds, stage->map, purse->actor);
        v->any_strong |= purse->bound != 0;
        for (size_t k = 0; k < money_shown(v, purse); k++) {
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
    v->name_wide = sv_alloc(rows, sizeof *v->name_wide);
    v->funder_y = sv_alloc(rows, sizeof *v->funder_y);
    v->funder_high = sv_alloc(rows, sizeof *v->funder_high);
    v->spread = sv_alloc(rows, sizeof *v->spread);
    v->out = sv_alloc(rows, sizeof *v->out);
    v->outs = sv_alloc(rows, sizeof *v->outs);
    if (status == SV_OK && (!v->name_wide || !v->funder_y || !v->funder_high || !v->spread || !v->out || !v->outs))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK && !v->flows.n_receivers)
        status = sv_error_set(stage->error, SV_E_VIEW_EMPTY, SV_TR("money: ties of kind funds with an amount"), SV_TR("Ties"));
    return status;
}

/* How many receivers are shown, and what all others get together. */
static const char *left_out_words(const money_view *v)
{
    sv_stage *stage = v->stage;
    double rest = 0;
    for (size_t i = v->receivers; i < v->flows.n_receivers; i++)
        rest += v->flows.receivers[i].total;
    return sv_stage_fill(stage, SV_TR("{a} of {b} receivers shown: those with the most money; the others get {c} together"),
                         sv_stage_number(stage, (double)v->receivers), sv_stage_number(stage, (double)v->flows.n_receivers),
                         money_euros(v, rest));
}

/* The frame, and once more with what did not fit, which takes a line. */
static sv_status set_frame(money_view *v)
{
    sv_stage *stage = v->stage;
    sv_frame frame = {.finding = money_finding(v),
                      .sentence = money_in_favour(v),
                      .note =
                          sv_stage_say(stage, SV_TR("Amounts are euros a year; the share is of all money in the map for this receiver."))};
    sv_status status;
    v->receivers = v->flows.n_receivers;
    fill_legend(v);
    status = sv_stage_frame(stage, &frame);
    if (status == SV_OK)
        status = money_place(v);
    if (status != SV_OK || v->receivers == v->flows.n_receivers)
        return status;
    frame.left_out = " ";
    status = sv_stage_frame(stage, &frame);
    if (status == SV_OK)
        status = money_place(v);
    frame.left_out = left_out_words(v);
    sv_legend_clear(&stage->legend);
    v->kinds = (sv_card_kinds){0};
    v->any_usual = v->any_opponent = v->any_strong = false;
    fill_legend(v);
    return status == SV_OK ? sv_stage_frame(stage, &frame) : status;
}

/* Who is on the picture, on one side or both, and who of all that pay or receive is not. */
static sv_status count(const money_view *v)
{
    const sv_flows *flows = &v->flows;
    sv_stage *stage = v->stage;
    bool *there = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof *there);
    sv_draw_report *report = &stage->report;
    if (!there)
        return sv_stage_no_memory(stage);
    for (int left_out = 0; left_out < 2; left_out++)
        for (size_t i = 0; i < flows->n_receivers + flows->n_funders; i++) {
            bool receives = i < flows->n_receivers;
            size_t actor = receives ? flows->receivers[i].actor : flows->funders[i - flows->n_receivers].actor;
            bool shown = receives ? i < v->receivers : v->outs[actor] > 0;
            if (there[actor] || shown == (left_out > 0))
                continue;
            there[actor] = true;
            (*(left_out ? &report->left_out : &report->drawn))++;
        }
    report->full = true;
    report->ties = v->payments;
    free(there);
    return SV_OK;
}

sv_status sv_money_view(sv_stage *stage)
{
    money_view v = {.stage = stage};
    sv_status status = begin(&v);
    stage->legend_below = true;
    if (status == SV_OK)
        status = set_frame(&v);
    if (status == SV_OK)
        status = money_draw_funders(&v);
    if (status == SV_OK)
        status = money_draw_receivers(&v);
    if (status == SV_OK)
        status = count(&v);
    sv_flows_clear(&v.flows);
    free(v.name_wide);
    free(v.funder_y);
    free(v.funder_high);
    free(v.spread);
    free(v.out);
    free(v.outs);
    return status;
}

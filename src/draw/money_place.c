/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many of those who receive stand on the money view, how large the type is, and how high all cards are. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "money_parts.h"
#include "wrap.h"

enum { payments_most = 6 }; /* of one receiver; the rest together */
static const double funder_slots = 2.4, share_least = 0.01, slot_share = 1.45, labels_room = 10, uneven = 0.85;
static const double sure = 0.98; /* of a width: type of another size is not wider by exactly as much */
static const double zooms[] = {2.4, 2.2, 2, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1};

/* The payments of a receiver that get a line: not those of less than a hundredth, unless there is but one. */
size_t money_shown(const money_view *v, const sv_purse *purse)
{
    size_t shown = 0;
    while (shown < purse->n && (shown == 0 || v->flows.exposure.dependences[purse->first + shown].share >= share_least))
        shown++;
    if (shown + 1 >= purse->n)
        shown = purse->n;
    return shown > payments_most ? payments_most - 1 : shown;
}

/* Lines of a card: those of its name and what stands below it, or as many as its payments. */
static size_t slots_of(const money_view *v, const sv_purse *purse, double width, bool pays)
{
    size_t shown = money_shown(v, purse) + (money_shown(v, purse) < purse->n);
    double name = v->name_wide[purse->actor] * v->zoom, inner = sure * sv_card_inner(v->stage, width);
    size_t lines = name <= inner ? 1 : (size_t)fmin(3, fmax(2, ceil(name / (uneven * inner))));
    lines += *money_purse_words(v, purse, pays) != '\0';
    return shown > lines ? shown : lines;
}

double money_high(const money_view *v, const sv_purse *purse, double width)
{
    return v->slot * ((double)slots_of(v, purse, width, false) + 0.5);
}

/* A line and the room beside it, where it leaves its funder. */
double money_thickness(const money_view *v, double amount)
{
    double width = v->line_most * sqrt(v->flows.most > 0 ? amount / v->flows.most : 0);
    return fmax(width, v->slot * 0.3) + v->slot * 0.12;
}

double money_funder_high(const money_view *v, size_t actor, double width)
{
    double lines = (double)slots_of(v, &(sv_purse){.actor = actor, .total = 1}, width, true);
    return fmax(v->slot * fmax(lines + 0.5, funder_slots), v->spread[actor] + v->slot / 2);
}

/* Give a receiver its lines, or take them away again (sign -1). */
static void count_lines(money_view *v, const sv_purse *purse, int sign)
{
    for (size_t k = 0; k < money_shown(v, purse); k++) {
        const sv_dependence *payment = &v->flows.exposure.dependences[purse->first + k];
        v->outs[payment->funder] += (size_t)sign;
        v->spread[payment->funder] += sign * money_thickness(v, payment->amount);
    }
}

/* How high the cards of all who pay are together, with a little room between them. */
static double funders_high(money_view *v, double width)
{
    double high = 0;
    v->funders = 0;
    for (size_t i = 0; i < v->flows.n_funders; i++)
        if (v->outs[v->flows.funders[i].actor]) {
            high += money_funder_high(v, v->flows.funders[i].actor, width) + v->slot / 3;
            v->funders++;
        }
    return high;
}

/* How many receivers fit with the type there is, and those who pay them. */
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
        used += money_high(v, purse, wide * MONEY_RIGHT) + v->slot / 3;
        if (used > high || funders_high(v, wide * MONEY_LEFT) > high) {
            count_lines(v, purse, -1);
            break;
        }
        v->receivers++;
        v->payments += money_shown(v, purse);
    }
    funders_high(v, wide * MONEY_LEFT);
}

static void set_zoom(money_view *v, double zoom)
{
    v->zoom = zoom;
    v->slot = v->stage->page->smallest * slot_share * zoom;
    v->line_most = v->slot * 0.8;
}

/* Those who receive, then those who pay. */
static const sv_purse *purse_at(const sv_flows *flows, size_t i)
{
    return i < flows->n_receivers ? &flows->receivers[i] : &flows->funders[i - flows->n_receivers];
}

/* How wide names and amounts are in the usual type. */
static sv_status measure(money_view *v)
{
    sv_stage *stage = v->stage;
    const sv_flows *flows = &v->flows;
    size_t payments = flows->exposure.n_dependences, n = flows->n_receivers + flows->n_funders, amounts = payments + flows->n_receivers;
    sv_measure *measures = sv_alloc(n + amounts, sizeof *measures);
    sv_status status = measures ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        measures[i] = (sv_measure){.text = money_name(v, purse_at(flows, i)->actor), .font_size = stage->page->legend, .bold = true};
    for (size_t i = 0; i < amounts && status == SV_OK; i++)
        measures[n + i] = (sv_measure){.text = i < payments ? money_payment_words(v, &flows->exposure.dependences[i])
                                                            : money_rest_words(v, &flows->receivers[i - payments]),
                                       .font_size = stage->page->smallest};
    if (status == SV_OK)
        status = sv_renderer_measure(stage->renderer, measures, n + amounts, stage->error);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        v->name_wide[purse_at(flows, i)->actor] = measures[i].width;
    v->labels = 0;
    for (size_t i = 0; i < amounts && status == SV_OK; i++)
        v->labels = fmax(v->labels, measures[n + i].width);
    free(measures);
    return status;
}

/* The most that type on the cards of a side may be enlarged: names whole on two lines, what stands below them on one. */
static sv_status limit(const money_view *v, size_t first, size_t n, double share, double *most)
{
    sv_stage *stage = v->stage;
    const sv_page *page = stage->page;
    double inner = sv_card_inner(stage, share * (stage->inside.right - stage->inside.left));
    sv_fit name = {.font_size = *most * page->legend, .width = inner, .lines = 2, .bold = true};
    sv_fit under = {.font_size = *most * page->smallest, .width = inner, .lines = 1};
    const char **names = sv_alloc(n + 1, sizeof *names), **unders = sv_alloc(n + 1, sizeof *unders);
    sv_status status = names && unders ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        names[i] = money_name(v, purse_at(&v->flows, first + i)->actor);
        unders[i] = money_purse_words(v, purse_at(&v->flows, first + i), first > 0);
    }
    if (status == SV_OK)
        status = sv_wrap_largest(stage->renderer, names, n, page->legend, &name, stage->error);
    if (status == SV_OK)
        status = sv_wrap_largest(stage->renderer, unders, n, page->smallest, &under, stage->error);
    *most = fmin(name.font_size / page->legend, under.font_size / page->smallest);
    free(names);
    free(unders);
    return status;
}

sv_status money_place(money_view *v)
{
    size_t top = v->stage->options->top, wanted = top && top < v->flows.n_receivers ? top : v->flows.n_receivers;
    double most = zooms[0];
    sv_status status = measure(v);
    if (status == SV_OK)
        status = limit(v, 0, v->flows.n_receivers, MONEY_RIGHT, &most);
    if (status == SV_OK)
        status = limit(v, v->flows.n_receivers, v->flows.n_funders, MONEY_LEFT, &most);
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms && status == SV_OK; i++) {
        bool last = i + 1 == sizeof zooms / sizeof *zooms;
        if (!last && zooms[i] > most)
            continue;
        set_zoom(v, zooms[i]);
        choose(v);
        if (v->receivers == wanted)
            break;
    }
    v->labels = v->labels * v->zoom + labels_room * v->stage->page->scale;
    return status;
}

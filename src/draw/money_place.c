/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many of those who receive stand on the money view, and how high all cards are. */
#include <math.h>
#include <string.h>

#include "money_parts.h"

enum { payments_most = 6 }; /* of one receiver; the rest together */
static const double funder_slots = 2.4, share_least = 0.01;

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

/* Lines of a card: two, or as many as its payments, or as its name takes. */
static size_t slots_of(const money_view *v, const sv_purse *purse, double width)
{
    size_t shown = money_shown(v, purse) + (money_shown(v, purse) < purse->n);
    double name = (double)sv_utf8_width(money_name(v, purse->actor)) * v->stage->page->legend * 0.7;
    size_t lines = (size_t)fmin(3, ceil(name / (width - 12 * v->stage->page->scale))) + 1;
    return shown > lines ? shown : lines;
}

double money_high(const money_view *v, const sv_purse *purse, double width)
{
    return v->slot * ((double)slots_of(v, purse, width) + 0.5);
}

/* A line and the room beside it, where it leaves its funder. */
double money_thickness(const money_view *v, double amount)
{
    double width = v->line_most * sqrt(v->flows.most > 0 ? amount / v->flows.most : 0);
    return fmax(width, v->slot * 0.3) + v->slot * 0.12;
}

double money_funder_high(const money_view *v, size_t actor, double width)
{
    double lines = (double)slots_of(v, &(sv_purse){.actor = actor}, width);
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

/* How many receivers fit, with those who pay them. */
void money_choose(money_view *v)
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the lanes of the route view run. */
#include <math.h>

#include "route_parts.h"

static const double card_widest = 150, card_flattest = 34, pitch_least = 126, pitch_most = 400, lane_least = 84, lane_most = 124,
                    card_share = 0.55;

size_t route_start(const route_view *v, size_t lane)
{
    return v->lanes.items[lane].steps[0].step.from;
}

/* How many steps of a lane stand on the page: long ones have their middle in one card. */
size_t route_shown(const route_view *v, size_t lane)
{
    size_t n = v->lanes.items[lane].n;
    return n < v->most ? n : v->most;
}

void route_place(route_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double scale = v->stage->page->scale, wide = inside->right - inside->left, high = inside->top - inside->bottom;
    size_t room = (size_t)fmax(1, floor(high / (lane_least * scale)));
    v->drawn = v->lanes.n < room ? v->lanes.n : room;
    v->most = (size_t)fmax(2, floor((wide / scale - card_widest / 2) / pitch_least));
    v->longest = 1;
    v->one_start = true;
    for (size_t i = 0; i < v->drawn; i++) {
        v->longest = route_shown(v, i) > v->longest ? route_shown(v, i) : v->longest;
        v->one_start &= route_start(v, i) == route_start(v, 0);
    }
    v->pitch = fmin(wide / ((double)v->longest + card_share), pitch_most * scale);
    v->card = fmin(v->pitch * card_share, card_widest * scale);
    v->left = inside->left + (wide - v->pitch * (double)v->longest - v->card) / 2;
    v->lane = v->drawn ? fmin(high / (double)v->drawn, lane_most * scale) : high;
    v->card_height = fmax(card_flattest * scale, v->lane - 34 * scale);
}

/* The middle of a lane's cards: its head stands above them. */
double route_middle(const route_view *v, size_t lane)
{
    return v->stage->inside.top - v->lane * ((double)lane + 0.5) - 7 * v->stage->page->scale;
}

double route_node_x(const route_view *v, size_t lane, size_t node)
{
    double whole = v->pitch * (double)v->longest;
    return v->left + v->card / 2 + whole * (double)node / (double)route_shown(v, lane);
}

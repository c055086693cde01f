/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lanes: see route_lanes.h. */
#include "route_lanes.h"

#include <stdlib.h>

#include "../base/memory.h"

static bool begin(sv_lanes *lanes, sv_lane_kind kind, size_t steps, sv_lane **lane)
{
    *lane = &lanes->items[lanes->n];
    **lane = (sv_lane){.kind = kind, .steps = sv_alloc(steps, sizeof *(*lane)->steps)};
    lanes->n += (*lane)->steps != NULL;
    return (*lane)->steps != NULL;
}

static void add_way(sv_lane *lane, const sv_way *way)
{
    for (size_t i = 0; i < way->n; i++)
        lane->steps[lane->n++] = (sv_lane_step){.step = way->steps[i], .known = true};
}

static void add_unknown(sv_lane *lane, size_t from, size_t to)
{
    if (from != to)
        lane->steps[lane->n++] = (sv_lane_step){.step = {.from = from, .to = to, .tie = SV_NO_ROW, .membership = SV_NO_ROW}};
}

/* From us to them, and from them on; where one of the two is not known, the line says so. */
static bool add_between(const sv_route *route, const sv_between *between, size_t from, sv_lanes *lanes)
{
    sv_lane *lane;
    if (!begin(lanes, SV_LANE_BETWEEN, between->near.n + between->onward.n + 2, &lane))
        return false;
    lane->between = between;
    if (between->near.n)
        add_way(lane, &between->near);
    else if (between->near.warmth <= 0 && from != SV_NO_ROW)
        add_unknown(lane, from, between->actor);
    if (between->onward.n)
        add_way(lane, &between->onward);
    else
        add_unknown(lane, between->actor, route->to);
    return true;
}

bool sv_lanes_of(const sv_route *route, size_t from, sv_lanes *lanes)
{
    sv_lane *lane;
    bool done;
    lanes->n = 0;
    lanes->items = sv_alloc(route->n + 1 + route->n_between + route->n_close, sizeof *lanes->items);
    done = lanes->items != NULL;
    for (size_t i = 0; done && i < route->n; i++)
        if (route->ways[i].n && (done = begin(lanes, SV_LANE_WAY, route->ways[i].n, &lane))) {
            add_way(lane, &route->ways[i]);
            lane->warmth = route->ways[i].warmth;
        }
    if (done && route->closed.n && (done = begin(lanes, SV_LANE_CLOSED, route->closed.n, &lane))) {
        add_way(lane, &route->closed);
        lane->steps[route->rule_at].forbidden = true;
    }
    for (size_t i = 0; done && i < route->n_between; i++)
        done = add_between(route, &route->between[i], from, lanes);
    for (size_t i = 0; done && i < route->n_close; i++)
        if ((done = begin(lanes, SV_LANE_CLOSE, 1, &lane))) {
            add_unknown(lane, route->close[i], route->to);
            lane->steps[0].known = true;
        }
    return done;
}

void sv_lanes_clear(sv_lanes *lanes)
{
    for (size_t i = 0; i < lanes->n; i++)
        free(lanes->items[i].steps);
    free(lanes->items);
    *lanes = (sv_lanes){0};
}

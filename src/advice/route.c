/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Route: through whom to someone. The warmest ways that no rule closes; and where there is none because of a rule, who
 * may speak in our place. A rule is never gone round by stepping over it: who it binds hands on nothing to whom it covers.
 */
#include <stdlib.h>

#include "../base/memory.h"
#include "between.h"
#include "ways.h"

/* The first step of a way that a rule forbids; SV_NO_ROW when all are free. */
static size_t forbidden_step(const sv_ways *ways, const sv_way *way)
{
    for (size_t i = 0; i < way->n; i++)
        if (sv_ways_rule(ways, way->steps[i].from, way->steps[i].to) != SV_NO_ROW)
            return i;
    return SV_NO_ROW;
}

/* The warmest way as if there were no rules, kept when a rule is what closes it. */
static sv_status find_closed(const sv_map *map, const sv_route_options *options, sv_route *route, sv_error *error)
{
    const sv_ways_options all = {.as_of = options->as_of, .avoid = options->avoid, .n_avoid = options->n_avoid, .forbidden_too = true};
    sv_ways *ways = NULL;
    sv_warmest *warmest = NULL;
    sv_status status = sv_ways_new(map, &all, &ways, error);
    if (status == SV_OK)
        status = sv_warmest_new(ways, options->from, options->n_from, &warmest, error);
    if (status == SV_OK)
        status = sv_warmest_way(warmest, route->to, &route->closed, error);
    if (status == SV_OK) {
        route->rule_at = forbidden_step(ways, &route->closed);
        if (route->rule_at == SV_NO_ROW)
            sv_way_clear(&route->closed);
        else
            route->rule = sv_ways_rule(ways, route->closed.steps[route->rule_at].from, route->closed.steps[route->rule_at].to);
    }
    sv_warmest_free(warmest);
    sv_ways_free(ways);
    return status;
}

/* Who of those a way may begin with may not contact its end themselves. */
static sv_status find_bound(const sv_ways *ways, const sv_route_options *options, sv_route *route, sv_error *error)
{
    route->bound = sv_alloc(options->n_from, sizeof *route->bound);
    if (!route->bound)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < options->n_from; i++) {
        size_t rule = sv_ways_rule(ways, options->from[i], route->to);
        if (rule == SV_NO_ROW)
            continue;
        route->bound[route->n_bound++] = options->from[i];
        if (route->rule == SV_NO_ROW)
            route->rule = rule;
    }
    return SV_OK;
}

/* Two who could take the last step, as qsort passes them. */
static int warmest_first(const void *a, const void *b)
{
    const sv_step *left = a, *right = b;
    if (left->warmth != right->warmth)
        return left->warmth > right->warmth ? -1 : 1;
    return left->from < right->from ? -1 : left->from > right->from;
}

/* Who could take the last step, if anybody could reach them. */
static sv_status find_close(const sv_ways *ways, sv_route *route, sv_error *error)
{
    size_t n = 0;
    sv_step *steps = sv_alloc(ways->n_actors, sizeof *steps);
    route->close = sv_alloc(ways->n_actors, sizeof *route->close);
    if (!steps || !route->close) {
        free(steps);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (size_t from = 0; from < ways->n_actors; from++)
        n += sv_ways_step(ways, from, route->to, &steps[n]);
    qsort(steps, n, sizeof *steps, warmest_first);
    for (size_t i = 0; i < n; i++)
        route->close[route->n_close++] = steps[i].from;
    free(steps);
    return SV_OK;
}

sv_status sv_route_find(const sv_map *map, size_t to, const sv_route_options *options, sv_route *route, sv_error *error)
{
    const sv_ways_options steps = {.as_of = options->as_of, .avoid = options->avoid, .n_avoid = options->n_avoid};
    sv_ways *ways = NULL;
    sv_status status;
    *route = (sv_route){.to = to, .rule = SV_NO_ROW, .rule_at = SV_NO_ROW};
    status = sv_ways_new(map, &steps, &ways, error);
    if (status == SV_OK)
        status = sv_warmest_ways(ways, options->from, options->n_from, to, options->k, &route->ways, &route->n, error);
    if (status == SV_OK)
        status = find_closed(map, options, route, error);
    if (status == SV_OK)
        status = find_bound(ways, options, route, error);
    if (status == SV_OK && !route->n)
        status = route->rule != SV_NO_ROW ? between_find(ways, options, route, error) : find_close(ways, route, error);
    sv_ways_free(ways);
    if (status != SV_OK)
        sv_route_clear(route);
    return status;
}

void sv_route_clear(sv_route *route)
{
    for (size_t i = 0; i < route->n_between; i++) {
        sv_way_clear(&route->between[i].near);
        sv_way_clear(&route->between[i].onward);
    }
    sv_way_list_free(route->ways, route->n);
    sv_way_clear(&route->closed);
    free(route->bound);
    free(route->close);
    free(route->between);
    *route = (sv_route){.rule = SV_NO_ROW, .rule_at = SV_NO_ROW};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who may speak in our place: an advisory council, a manager, residents, a colleague of the same party, somebody who sits on
 * a board with them, or whom the rule itself excepts. Never the clerk, who serves all alike, nor anybody whom a rule binds too.
 */
#include "between.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../base/text.h"
#include "../model/table.h"
#include "bodies.h"
#include "office.h"
#include "ways.h"

/* Somebody who may, before the ways are drawn up. */
typedef struct proposal {
    size_t actor, advisory, residents, shared, rank;
    unsigned why;
    double near, onward;
} proposal;

typedef struct proposals {
    const sv_map *map;
    const sv_ways *ways;
    const sv_route *route;
    bodies belongs;
    sv_warmest *near, *onward;
    proposal *items;
    size_t n;
} proposals;

/* True when two actors have the same word in a column. */
static bool is_same(const sv_map *map, size_t a, size_t b, size_t column)
{
    const char *word = sv_map_cell(map, SV_ACTORS, a, column);
    return *word && sv_text_same(word, sv_map_cell(map, SV_ACTORS, b, column));
}

/* The first body of an actor that is of a kind, or the actor itself when it is; SV_NO_ROW. */
static size_t body_of_kind(const proposals *in, size_t actor, const char *kind)
{
    if (sv_map_is_kind(in->map, actor, kind))
        return actor;
    for (size_t i = in->belongs.first[actor]; i < in->belongs.first[actor + 1]; i++)
        if (sv_map_is_kind(in->map, in->belongs.of[i], kind))
            return in->belongs.of[i];
    return SV_NO_ROW;
}

/* The first body, no container, in which two actors sit; or the one of them in which the other sits. */
static size_t shared_body(const proposals *in, size_t a, size_t b)
{
    if (bodies_hold(&in->belongs, a, b))
        return b;
    for (size_t i = in->belongs.first[a]; i < in->belongs.first[a + 1]; i++)
        if (!sv_map_actor(in->map, in->belongs.of[i])->kind->container && bodies_hold(&in->belongs, b, in->belongs.of[i]))
            return in->belongs.of[i];
    return SV_NO_ROW;
}

/* Why this actor may well speak; 0 when nothing says so. False without memory. */
static bool find_reasons(const proposals *in, proposal *of)
{
    const sv_map *map = in->map;
    size_t actor = of->actor, to = in->route->to;
    bool excepted;
    if (!sv_list_names(map, sv_map_cell(map, SV_TIES, in->route->rule, SV_TIE_EXCEPT), actor, &excepted))
        return false;
    of->advisory = body_of_kind(in, actor, "advisory_council");
    of->residents = body_of_kind(in, actor, "residents_group");
    of->shared = shared_body(in, actor, to);
    of->why = (excepted ? SV_BETWEEN_EXCEPTION : 0) | (of->advisory != SV_NO_ROW ? SV_BETWEEN_ADVICE : 0) |
              (of->residents != SV_NO_ROW ? SV_BETWEEN_RESIDENTS : 0) | (of->shared != SV_NO_ROW ? SV_BETWEEN_BOARD : 0) |
              (sv_map_is_kind(map, actor, "manager") ? SV_BETWEEN_MANAGER : 0);
    if (is_same(map, actor, to, SV_ACTOR_PARTY) || is_same(map, actor, to, SV_ACTOR_GROUP))
        of->why |= SV_BETWEEN_COLLEAGUE;
    return true;
}

/* Nobody is sent who is bound too, who is to be avoided, or who may not take sides. */
static bool may_speak(const proposals *in, const sv_route_options *options, size_t actor)
{
    const sv_actor *who = sv_map_actor(in->map, actor);
    for (size_t i = 0; i < options->n_from; i++)
        if (options->from[i] == actor)
            return false;
    return who->usable && actor != in->route->to && office_takes_sides(who->kind) &&
           !in->ways->avoided[actor] && sv_ways_rule(in->ways, actor, in->route->to) == SV_NO_ROW;
}

static bool collect(proposals *in, const sv_route_options *options)
{
    for (size_t actor = 0; actor < in->ways->n_actors; actor++) {
        proposal *made = &in->items[in->n];
        if (!may_speak(in, options, actor))
            continue;
        *made = (proposal){.actor = actor, .rank = in->ways->rank[actor]};
        if (!find_reasons(in, made))
            return false;
        made->near = sv_warmest_warmth(in->near, actor);
        made->onward = sv_warmest_warmth(in->onward, actor);
        in->n += made->why != 0;
    }
    return true;
}

/* Who can be reached and can reach on come first; then who can reach on, and then who can be reached. */
static int warmest_first(const void *a, const void *b)
{
    const proposal *left = a, *right = b;
    int l = 2 * (left->onward > 0) + (left->near > 0), r = 2 * (right->onward > 0) + (right->near > 0);
    double warm_l = (left->near > 0 ? left->near : 1) * (left->onward > 0 ? left->onward : 1);
    double warm_r = (right->near > 0 ? right->near : 1) * (right->onward > 0 ? right->onward : 1);
    if (l != r)
        return l > r ? -1 : 1;
    if (warm_l != warm_r)
        return warm_l > warm_r ? -1 : 1;
    if ((left->why ^ right->why) & SV_BETWEEN_EXCEPTION) /* of equals, whom the rule itself names */
        return left->why & SV_BETWEEN_EXCEPTION ? -1 : 1;
    return left->rank < right->rank ? -1 : left->rank > right->rank;
}

static sv_status hand_over(proposals *in, sv_route *route, sv_error *error)
{
    size_t n = in->n < SV_BETWEEN_MOST ? in->n : SV_BETWEEN_MOST;
    sv_status status = SV_OK;
    qsort(in->items, in->n, sizeof *in->items, warmest_first);
    route->between = sv_alloc(n, sizeof *route->between);
    if (!route->between)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    route->n_between = n;
    route->between_more = in->n - n;
    for (size_t i = 0; status == SV_OK && i < n; i++) {
        const proposal *one = &in->items[i];
        route->between[i] = (sv_between){
            .actor = one->actor, .why = one->why, .advisory = one->advisory, .residents = one->residents, .shared = one->shared};
        status = sv_warmest_way(in->near, one->actor, &route->between[i].near, error);
        if (status == SV_OK)
            status = sv_warmest_way(in->onward, one->actor, &route->between[i].onward, error);
    }
    return status;
}

/* From us; where the map does not say who we are, from where the route begins. */
static sv_status find_near(proposals *in, const sv_route_options *options, sv_error *error)
{
    size_t *own, n_own;
    sv_status status = sv_own_actors(in->map, &own, &n_own, error);
    if (status == SV_OK)
        status = n_own ? sv_warmest_new(in->ways, own, n_own, &in->near, error)
                       : sv_warmest_new(in->ways, options->from, options->n_from, &in->near, error);
    free(own);
    return status;
}

sv_status between_find(const sv_ways *ways, const sv_route_options *options, sv_route *route, sv_error *error)
{
    proposals in = {.map = ways->map, .ways = ways, .route = route};
    sv_status status = SV_OK;
    in.items = sv_alloc(ways->n_actors, sizeof *in.items);
    if (!in.items || !bodies_init(&in.belongs, ways->map, options->as_of))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = find_near(&in, options, error);
    if (status == SV_OK)
        status = sv_warmest_towards_new(ways, route->to, &in.onward, error);
    if (status == SV_OK && !collect(&in, options))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = hand_over(&in, route, error);
    sv_warmest_free(in.near);
    sv_warmest_free(in.onward);
    bodies_clear(&in.belongs);
    free(in.items);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of the network view: who is shown, how large, in what shape, and who is a bridge. */
#include "network_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "network_style.h"

enum { bridges_most = 5, actors_per_bridge = 8 };

static const sv_shape shapes[SV_STANDINGS] = {
    [SV_STANDING_PERSON] = SV_SHAPE_CIRCLE,    [SV_STANDING_OFFICE] = SV_SHAPE_OCTAGON, [SV_STANDING_ORGANISATION] = SV_SHAPE_ROUNDED,
    [SV_STANDING_ALLIANCE] = SV_SHAPE_HEXAGON, [SV_STANDING_CONTAINER] = SV_SHAPE_BOX,  [SV_STANDING_OTHER] = SV_SHAPE_CIRCLE,
};

static sv_standing standing_of(const sv_actor_kind *kind)
{
    static const char *const offices[] = {"council_member", "committee_member", "alderman", "mayor"};
    if (kind->container)
        return SV_STANDING_CONTAINER;
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (strcmp(kind->id, offices[i]) == 0)
            return SV_STANDING_OFFICE;
    switch (kind->of) {
    case SV_CLASS_PERSON: return SV_STANDING_PERSON;
    case SV_CLASS_ORGANISATION: return SV_STANDING_ORGANISATION;
    case SV_CLASS_ALLIANCE: return SV_STANDING_ALLIANCE;
    default: return SV_STANDING_OTHER;
    }
}

/* The range of the score among those shown. */
static void find_range(sv_network_parts *parts)
{
    parts->low = parts->high = NAN;
    for (size_t i = 0; i < parts->scene.n_scored; i++) {
        double value = sv_scores_value(parts->scene.scores, parts->score, parts->scene.actors[i]);
        if (!isfinite(value))
            continue;
        parts->low = isnan(parts->low) ? value : fmin(parts->low, value);
        parts->high = isnan(parts->high) ? value : fmax(parts->high, value);
    }
}

/* 0 to 1: where an actor is between the lowest and the highest, turned round for scores where low is first. */
static double share_of(const sv_network_parts *parts, size_t row)
{
    double value = sv_scores_value(parts->scene.scores, parts->score, row), share;
    if (!isfinite(value) || !(parts->high > parts->low))
        return 0;
    share = (value - parts->low) / (parts->high - parts->low);
    return sv_score_get(parts->score)->low_is_high ? 1 - share : share;
}

/* Points that a border or ring takes around a shape. */
static double around_of(bool own, bool bridge)
{
    return own ? SV_RING_OFF + SV_RING_WIDTH / 2 : bridge ? SV_BORDER_BRIDGE / 2 : SV_BORDER_USUAL / 2;
}

static void set_looks(sv_network_parts *parts)
{
    const sv_map *map = parts->scene.map;
    for (size_t i = 0; i < parts->scene.n; i++) {
        size_t row = parts->scene.actors[i];
        const sv_actor *actor = sv_map_actor(map, row);
        double x = sv_map_number(map, SV_ACTORS, row, SV_ACTOR_X), y = sv_map_number(map, SV_ACTORS, row, SV_ACTOR_Y);
        sv_standing standing = parts->standing[i] = standing_of(actor->kind);
        parts->looks[i] = (sv_look){.name = actor->name,
                                    .shape = shapes[standing],
                                    .share = share_of(parts, row),
                                    .inside = standing == SV_STANDING_CONTAINER,
                                    .ring = actor->own,
                                    .around = around_of(actor->own, parts->bridge[i]),
                                    .bold = actor->own,
                                    .pinned = isfinite(x) && isfinite(y),
                                    .x = x,
                                    .y = y};
        parts->any_pinned |= parts->looks[i].pinned;
    }
}

/* The few that stand most between others. */
static sv_status find_bridges(sv_network_parts *parts, sv_error *error)
{
    const sv_network *network = sv_scores_network(parts->scene.scores);
    size_t betweenness = sv_score_find("betweenness"), n = sv_network_actors(network), most = parts->scene.n_scored / actors_per_bridge,
           found = 0;
    const double *column = sv_scores_column(parts->scene.scores, betweenness);
    size_t *order = sv_alloc(n, sizeof *order);
    sv_status status = order ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK && column)
        status = sv_scores_rank(parts->scene.scores, betweenness, order, error);
    most = most < 1 ? 1 : most > bridges_most ? bridges_most : most;
    for (size_t i = 0; i < n && found < most && status == SV_OK && column; i++) {
        size_t place = parts->scene.place[sv_network_actor(network, order[i])];
        if (!(column[order[i]] > 0))
            break;
        if (place == SV_NO_ROW)
            continue;
        parts->bridge[place] = true;
        found++;
    }
    free(order);
    return status;
}

sv_status sv_network_parts_new(const sv_scores *scores, const sv_draw_options *options, const sv_page *page, const sv_theme *theme,
                               size_t most, sv_network_parts *parts, sv_error *error)
{
    sv_status status;
    *parts = (sv_network_parts){.options = options, .page = page, .theme = theme, .score = sv_draw_size_score(options)};
    status = sv_scene_new(scores, options, most, &parts->scene, error);
    if (status == SV_OK)
        status = sv_paint_new(&parts->scene, options, theme, &parts->paint, error);
    if (status != SV_OK)
        return status;
    parts->looks = sv_alloc(parts->scene.n, sizeof *parts->looks);
    parts->standing = sv_alloc(parts->scene.n, sizeof *parts->standing);
    parts->bridge = sv_alloc(parts->scene.n, sizeof *parts->bridge);
    if (!parts->looks || !parts->standing || !parts->bridge)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = find_bridges(parts, error);
    find_range(parts);
    set_looks(parts);
    return status;
}

void sv_network_parts_clear(sv_network_parts *parts)
{
    sv_scene_clear(&parts->scene);
    sv_paint_clear(&parts->paint);
    free(parts->looks);
    free(parts->standing);
    free(parts->bridge);
    *parts = (sv_network_parts){0};
}

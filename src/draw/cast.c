/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cast: see cast.h. Who is shown, how large, in what shape, and who is a bridge. */
#include "cast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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
static void find_range(sv_cast *cast)
{
    cast->low = cast->high = NAN;
    for (size_t i = 0; i < cast->scene.n_scored; i++) {
        double value = sv_scores_value(cast->stage->scores, cast->stage->score, cast->scene.actors[i]);
        if (!isfinite(value) || !cast->shown[i])
            continue;
        cast->low = isnan(cast->low) ? value : fmin(cast->low, value);
        cast->high = isnan(cast->high) ? value : fmax(cast->high, value);
    }
}

/* 0 to 1: where an actor is between the lowest and the highest, turned round for scores where low is first. */
static double share_of(const sv_cast *cast, size_t row)
{
    double value = sv_scores_value(cast->stage->scores, cast->stage->score, row), share;
    if (!isfinite(value) || !(cast->high > cast->low))
        return 0;
    share = (value - cast->low) / (cast->high - cast->low);
    return sv_score_get(cast->stage->score)->low_is_high ? 1 - share : share;
}

/* Points that a border or ring takes around a shape. */
static double around_of(const sv_cast *cast, bool own, bool bridge)
{
    return cast->stage->page->scale * (own ? SV_RING_OFF + SV_RING_WIDTH / 2 : bridge ? SV_BORDER_BRIDGE / 2 : SV_BORDER_USUAL / 2);
}

static void set_looks(sv_cast *cast)
{
    const sv_map *map = cast->scene.map;
    for (size_t i = 0; i < cast->scene.n; i++) {
        size_t row = cast->scene.actors[i];
        const sv_actor *actor = sv_map_actor(map, row);
        double x = sv_map_number(map, SV_ACTORS, row, SV_ACTOR_X), y = sv_map_number(map, SV_ACTORS, row, SV_ACTOR_Y);
        sv_standing standing = cast->standing[i] = standing_of(actor->kind);
        cast->looks[i] = (sv_look){.name = actor->name,
                                   .shape = shapes[standing],
                                   .share = share_of(cast, row),
                                   .inside = standing == SV_STANDING_CONTAINER,
                                   .ring = actor->own,
                                   .around = around_of(cast, actor->own, false),
                                   .bold = actor->own,
                                   .pinned = isfinite(x) && isfinite(y),
                                   .x = x,
                                   .y = y};
        cast->any_pinned |= cast->looks[i].pinned;
    }
}

sv_status sv_cast_bridges(sv_cast *cast)
{
    const sv_scores *scores = cast->stage->scores;
    size_t betweenness = sv_score_find("betweenness"), n = sv_network_actors(cast->stage->network), found = 0;
    size_t most = cast->scene.n_scored / actors_per_bridge;
    const double *column = sv_scores_column(scores, betweenness);
    size_t *order = sv_alloc(n, sizeof *order);
    sv_status status = order ? SV_OK : sv_stage_no_memory(cast->stage);
    if (status == SV_OK && column)
        status = sv_scores_rank(scores, betweenness, order, cast->stage->error);
    most = most < 1 ? 1 : most > bridges_most ? bridges_most : most;
    for (size_t i = 0; i < n && found < most && status == SV_OK && column; i++) {
        size_t place = cast->scene.place[sv_network_actor(cast->stage->network, order[i])];
        if (!(column[order[i]] > 0))
            break;
        if (place == SV_NO_ROW)
            continue;
        cast->bridge[place] = true;
        cast->looks[place].around = around_of(cast, cast->looks[place].ring, true);
        found++;
    }
    free(order);
    return status;
}

void sv_cast_recount(sv_cast *cast)
{
    sv_paint_count(&cast->paint, &cast->scene, cast->shown);
    find_range(cast);
}

/* What there is to know once the scene stands. */
static sv_status dress(sv_cast *cast)
{
    size_t n = cast->scene.n;
    sv_status status = sv_paint_new(&cast->scene, cast->stage->options, cast->stage->theme, &cast->paint, cast->stage->error);
    if (status != SV_OK)
        return status;
    cast->looks = sv_alloc(n, sizeof *cast->looks);
    cast->standing = sv_alloc(n, sizeof *cast->standing);
    cast->bridge = sv_alloc(n, sizeof *cast->bridge);
    cast->ghost = sv_alloc(n, sizeof *cast->ghost);
    cast->pale = sv_alloc(n, sizeof *cast->pale);
    cast->shown = sv_alloc(n, sizeof *cast->shown);
    cast->more = sv_alloc(n, sizeof *cast->more);
    cast->mark = sv_alloc(n, sizeof *cast->mark);
    if (!cast->looks || !cast->standing || !cast->bridge || !cast->ghost || !cast->pale || !cast->shown || !cast->more || !cast->mark)
        return sv_stage_no_memory(cast->stage);
    for (size_t i = 0; i < n; i++)
        cast->shown[i] = true;
    find_range(cast);
    set_looks(cast);
    return SV_OK;
}

sv_status sv_cast_new(sv_stage *stage, const bool *wanted, size_t most, sv_cast *cast)
{
    sv_status status;
    *cast = (sv_cast){.stage = stage};
    status = sv_scene_new(stage->scores, stage->options, wanted, most, &cast->scene, stage->error);
    return status == SV_OK ? dress(cast) : status;
}

sv_status sv_cast_of(sv_stage *stage, const bool *wanted, sv_cast *cast)
{
    sv_status status;
    *cast = (sv_cast){.stage = stage};
    status = sv_scene_of(stage->scores, stage->options, wanted, &cast->scene, stage->error);
    return status == SV_OK ? dress(cast) : status;
}

const char *sv_cast_size_sentence(const sv_cast *cast)
{
    if (!(cast->high > cast->low))
        return "";
    return sv_stage_fill(cast->stage,
                         sv_score_get(cast->stage->score)->low_is_high ? SV_TR("The larger, the lower on {a} – {b}")
                                                                       : SV_TR("The larger, the higher on {a} – {b}"),
                         sv_stage_score_name(cast->stage), sv_stage_small(cast->stage, sv_stage_score_sentence(cast->stage)), NULL);
}

void sv_cast_clear(sv_cast *cast)
{
    sv_scene_clear(&cast->scene);
    sv_paint_clear(&cast->paint);
    free(cast->looks);
    free(cast->standing);
    free(cast->bridge);
    free(cast->ghost);
    free(cast->pale);
    free(cast->shown);
    free(cast->more);
    free(cast->mark);
    *cast = (sv_cast){0};
}

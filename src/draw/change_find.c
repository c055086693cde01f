/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What changed between two maps, for a picture: who came and went, who moved to another class of positions, and which
 * lines came and went. Lines are those the network view would draw of either map.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "change_parts.h"

void change_enter(change_view *v)
{
    v->map_now = v->stage->map;
    v->network_now = v->stage->network;
    v->scores_now = v->stage->scores;
    v->stage->map = v->both;
    v->stage->network = v->network;
    v->stage->scores = v->scores;
}

void change_leave(change_view *v)
{
    v->stage->map = v->map_now;
    v->stage->network = v->network_now;
    v->stage->scores = v->scores_now;
}

/* The networks of all who are there now or went, and of the map before, as the stage's own is made. */
static sv_status make_networks(change_view *v)
{
    const sv_stage *stage = v->stage;
    const sv_network_options *options = sv_network_get_options(stage->network);
    size_t degree = sv_score_find("degree");
    sv_status status = sv_network_new(v->both, options, &v->network, stage->error);
    if (status == SV_OK)
        status = sv_scores_new(v->network, &stage->score, 1, NULL, &v->scores, stage->error);
    if (status == SV_OK)
        status = sv_network_new(stage->options->before, options, &v->old, stage->error);
    if (status == SV_OK) /* only for drawing from it: any score does */
        status = sv_scores_new(v->old, &degree, 1, NULL, &v->old_scores, stage->error);
    return status;
}

/* ---- Positions ---- */

/* The stances of one map on the issue, by the numbers of both. */
static sv_status find_stances(const change_view *v, bool then, double *stances)
{
    const sv_stage *stage = v->stage;
    const sv_map *map = then ? stage->options->before : stage->map;
    const sv_alignment *alignment = v->changes->alignment;
    size_t issue = stage->options->issue;
    double *own = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *own);
    sv_status status = own ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->n; i++)
        stances[i] = NAN;
    if (issue != SV_NO_ROW)
        issue = sv_alignment_row(alignment, then, SV_ISSUES, issue);
    if (issue != SV_NO_ROW && status == SV_OK)
        status = sv_map_stances(map, issue, own, stage->error);
    for (size_t row = 0; issue != SV_NO_ROW && status == SV_OK && row < sv_map_rows(map, SV_ACTORS); row++)
        if (strcmp(sv_map_actor(map, row)->kind->id, "clerk") != 0) /* takes no side by office, whatever anyone wrote */
            stances[sv_alignment_number(alignment, then, SV_ACTORS, row)] = own[row];
    free(own);
    return status;
}

/* Who stands in another class than before. For the public only of those whose position is public both times: else it would tell more. */
static void find_moves(change_view *v)
{
    size_t issue = v->stage->options->issue;
    bool both_times = issue != SV_NO_ROW && sv_alignment_row(v->changes->alignment, true, SV_ISSUES, issue) != SV_NO_ROW;
    for (size_t i = 0; i < v->n && both_times; i++) {
        bool known = !isnan(v->then[i]) && !isnan(v->now[i]);
        v->moved[i] = v->state[i] == CHANGE_KEPT && sv_stance_class(v->then[i]) != sv_stance_class(v->now[i]) &&
                      (known || v->stage->options->audience != SV_PUBLIC) && sv_network_vertex(v->network, i) != SV_NO_ROW;
        v->n_moved += v->moved[i];
        v->up += v->moved[i] && v->now[i] > v->then[i];
        v->down += v->moved[i] && v->now[i] < v->then[i];
        v->learnt += v->moved[i] && isnan(v->then[i]);
        v->forgotten += v->moved[i] && isnan(v->now[i]);
    }
}

static sv_status find_actors(change_view *v)
{
    const sv_changes *changes = v->changes;
    sv_status status;
    for (size_t i = 0; i < changes->n_actors; i++)
        v->state[changes->actors[i].actor] = changes->actors[i].change == SV_CAME ? CHANGE_CAME : CHANGE_WENT;
    status = find_stances(v, true, v->then);
    if (status == SV_OK)
        status = find_stances(v, false, v->now);
    if (status != SV_OK)
        return status;
    find_moves(v);
    for (size_t i = 0; i < v->n; i++) {
        bool drawn = sv_network_vertex(v->network, i) != SV_NO_ROW;
        v->came += drawn && v->state[i] == CHANGE_CAME;
        v->went += drawn && v->state[i] == CHANGE_WENT;
        v->touched[i] = v->state[i] != CHANGE_KEPT || v->moved[i];
    }
    return SV_OK;
}

/* ---- Lines ---- */

/* The lines the network view would draw of one map. */
static sv_status collect_links(change_view *v, bool then)
{
    const sv_stage *stage = v->stage;
    sv_draw_options options = *stage->options;
    sv_scene scene = {0};
    sv_status status;
    if (then)
        options.size_by = sv_score_find("degree");
    status = sv_scene_new(then ? v->old_scores : stage->scores, &options, NULL, SIZE_MAX, &scene, stage->error);
    for (size_t i = 0; i < scene.n_links && status == SV_OK; i++) {
        const sv_link *link = &scene.links[i];
        size_t from = sv_alignment_number(v->changes->alignment, then, SV_ACTORS, scene.actors[link->from]);
        size_t to = sv_alignment_number(v->changes->alignment, then, SV_ACTORS, scene.actors[link->to]);
        if (sv_network_vertex(v->network, from) == SV_NO_ROW || sv_network_vertex(v->network, to) == SV_NO_ROW)
            continue;
        if (!sv_grow(&v->links, &v->links_capacity, v->n_links + 1, sizeof *v->links))
            status = sv_stage_no_memory(stage);
        else
            v->links[v->n_links++] = (change_link){.a = from < to ? from : to,
                                                   .b = from < to ? to : from,
                                                   .bond = link->bond,
                                                   .strength = link->strength,
                                                   .state = then ? CHANGE_WENT : CHANGE_CAME};
    }
    sv_scene_clear(&scene);
    return status;
}

static int by_ends(const void *left, const void *right)
{
    const change_link *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    if (a->bond != b->bond)
        return a->bond < b->bond ? -1 : 1;
    return a->state < b->state ? -1 : a->state > b->state; /* what is there now before what was */
}

static bool same_line(const change_link *a, const change_link *b)
{
    return a->a == b->a && a->b == b->b && a->bond == b->bond;
}

/* One of each: what both maps have was kept. */
static void join_links(change_view *v)
{
    size_t kept = 0;
    if (v->n_links)
        qsort(v->links, v->n_links, sizeof *v->links, by_ends);
    for (size_t i = 0; i < v->n_links; i++) {
        if (kept && same_line(&v->links[kept - 1], &v->links[i])) {
            if (v->links[kept - 1].state != v->links[i].state)
                v->links[kept - 1].state = CHANGE_KEPT;
            continue;
        }
        v->links[kept++] = v->links[i];
    }
    v->n_links = kept;
    for (size_t i = 0; i < kept; i++) {
        if (v->links[i].state == CHANGE_KEPT)
            continue;
        v->touched[v->links[i].a] = v->touched[v->links[i].b] = true;
        *(v->links[i].state == CHANGE_CAME ? &v->lines_came : &v->lines_went) += 1;
    }
}

/* ---- All of it ---- */

/* Those who changed first, then the ends of lines that did, then the highest on the score. */
static sv_status order_actors(change_view *v)
{
    size_t n = sv_network_actors(v->network), *ranked = sv_alloc(n, sizeof *ranked);
    sv_status status = ranked ? SV_OK : sv_stage_no_memory(v->stage);
    v->order = sv_alloc(n, sizeof *v->order);
    if (status == SV_OK && !v->order)
        status = sv_stage_no_memory(v->stage);
    if (status == SV_OK)
        status = sv_scores_rank(v->scores, v->stage->score, ranked, v->stage->error);
    for (int turn = 0; turn < 3 && status == SV_OK; turn++)
        for (size_t i = 0; i < n; i++) {
            size_t actor = sv_network_actor(v->network, ranked[i]);
            bool changed = v->state[actor] != CHANGE_KEPT || v->moved[actor];
            if (turn == (changed ? 0 : v->touched[actor] ? 1 : 2))
                v->order[v->n_order++] = actor;
        }
    free(ranked);
    return status;
}

static bool make_room(change_view *v)
{
    v->state = sv_alloc(v->n, sizeof *v->state);
    v->then = sv_alloc(v->n, sizeof *v->then);
    v->now = sv_alloc(v->n, sizeof *v->now);
    v->moved = sv_alloc(v->n, sizeof *v->moved);
    v->touched = sv_alloc(v->n, sizeof *v->touched);
    return v->state && v->then && v->now && v->moved && v->touched;
}

sv_status change_find(change_view *v)
{
    const sv_stage *stage = v->stage;
    const size_t none[1] = {0};
    sv_changes_options options = {.as_of = sv_network_get_options(stage->network)->as_of, .which = none};
    sv_status status = sv_changes_new(stage->options->before, stage->map, &options, &v->changes, stage->error);
    if (status != SV_OK)
        return status;
    v->both = v->changes->both;
    v->n = sv_map_rows(v->both, SV_ACTORS);
    if (!make_room(v))
        return sv_stage_no_memory(stage);
    status = make_networks(v);
    if (status == SV_OK)
        status = find_actors(v);
    if (status == SV_OK)
        status = collect_links(v, true);
    if (status == SV_OK)
        status = collect_links(v, false);
    if (status != SV_OK)
        return status;
    join_links(v);
    v->any = v->came || v->went || v->n_moved || v->lines_came || v->lines_went;
    return order_actors(v);
}

void change_clear(change_view *v)
{
    sv_cast_clear(&v->cast);
    sv_arrange_clear(&v->arrangement);
    free(v->state);
    free(v->then);
    free(v->now);
    free(v->moved);
    free(v->touched);
    free(v->links);
    free(v->order);
    sv_scores_free(v->scores);
    sv_scores_free(v->old_scores);
    sv_network_free(v->network);
    sv_network_free(v->old);
    sv_changes_free(v->changes);
}

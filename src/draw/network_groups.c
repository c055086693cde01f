/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Groups: above 150 actors a network is a tangle in every layout, so its communities are drawn: a disc each, with how many
 * actors it has and the names of those who count most in it, and a line for the ties between two of them, with their number.
 * Whoever is tied to nobody is in no group, and is counted.
 */
#include "network_groups.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "network_groups_parts.h"

enum { actors_most = 150 };

bool sv_network_is_grouped(const sv_network *network, const sv_draw_options *options)
{
    const sv_map *map = sv_network_map(network);
    bool placed = sv_map_has(map, SV_ACTORS, SV_ACTOR_X) && sv_map_has(map, SV_ACTORS, SV_ACTOR_Y);
    return sv_network_actors(network) > actors_most && !placed && !options->all && !options->top && !options->group;
}

/* The number a text is: digits alone, above 0; 0 when it is none. */
static size_t number_in(const char *text)
{
    size_t n = strspn(text, "0123456789");
    return n && !text[n] && n < 9 ? strtoul(text, NULL, 10) : 0;
}

sv_status sv_network_open_group(const sv_stage *stage, bool **wanted, size_t *number)
{
    const char *asked = stage->options->group;
    const double *community = sv_scores_column(stage->scores, sv_score_find("community"));
    size_t n = sv_network_actors(stage->network), actor, highest = 0;
    char most[24];
    *wanted = NULL;
    *number = 0;
    if (!asked)
        return SV_OK;
    for (size_t v = 0; v < n; v++)
        highest = (size_t)community[v] > highest ? (size_t)community[v] : highest;
    actor = sv_map_find_actor(stage->map, asked);
    if (actor != SV_NO_ROW && sv_network_vertex(stage->network, actor) != SV_NO_ROW)
        *number = (size_t)community[sv_network_vertex(stage->network, actor)];
    else
        *number = number_in(asked);
    snprintf(most, sizeof most, "%zu", highest);
    if (*number == 0 || *number > highest)
        return sv_error_set(stage->error, SV_E_COMMUNITY_NONE, asked, most);
    *wanted = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof **wanted);
    for (size_t v = 0; *wanted && v < n; v++)
        (*wanted)[sv_network_actor(stage->network, v)] = (size_t)community[v] == *number;
    return *wanted ? SV_OK : sv_stage_no_memory(stage);
}

static void set_looks(groups_view *v)
{
    double least = (double)v->groups[v->n_shown - 1].size, most = (double)v->groups[0].size, scale = v->stage->page->scale;
    for (size_t i = 0; i < v->n_shown; i++) {
        bool own = v->groups[i].own;
        v->looks[i] = (sv_look){.name = groups_label(v, i),
                                .in_lines = true,
                                .shape = SV_SHAPE_CIRCLE,
                                .share = most > least ? ((double)v->groups[i].size - least) / (most - least) : 0.5,
                                .ring = own,
                                .around = scale * (own ? SV_RING_OFF + SV_RING_WIDTH / 2 : SV_BORDER_USUAL / 2)};
    }
}

/* With three names a group, or fewer where there is no room; then the largest groups only. */
static sv_status fit(groups_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status = SV_OK;
    for (v->names = GROUP_NAMES_MOST; status == SV_OK && !v->arrangement.clear && v->n_shown > 0;) {
        sv_scene_clear(&v->scene);
        free(v->ties);
        v->ties = NULL;
        status = sv_stage_tell(stage, SV_TR("placing groups"), 0.2);
        if (status == SV_OK)
            status = groups_choose_lines(v);
        if (status == SV_OK)
            status = groups_set_frame(v);
        if (status != SV_OK)
            break;
        set_looks(v);
        sv_arrange_clear(&v->arrangement);
        status = sv_arrange(stage->renderer, stage->page, &v->scene, v->looks, &stage->inside, false, &v->arrangement, stage->error);
        if (v->arrangement.clear)
            break;
        if (v->names > 1)
            v->names--;
        else
            v->n_shown -= 1 + v->n_shown / 20;
    }
    return status;
}

sv_status sv_network_groups(sv_stage *stage)
{
    groups_view v = {.stage = stage, .community = sv_scores_column(stage->scores, sv_score_find("community"))};
    sv_status status = groups_gather(&v);
    v.looks = sv_alloc(v.n_shown, sizeof *v.looks);
    if (status == SV_OK && !v.looks)
        status = sv_stage_no_memory(stage);
    if (status == SV_OK)
        status = fit(&v);
    if (status == SV_OK)
        status = groups_draw(&v);
    free(v.groups);
    free(v.ties);
    free(v.looks);
    sv_scene_clear(&v.scene);
    sv_arrange_clear(&v.arrangement);
    return status;
}

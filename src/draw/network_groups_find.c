/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding the communities of a network, who counts most in each, and which of the lines between them are drawn. */
#include <math.h>
#include <stdlib.h>

#include "network_groups_parts.h"

enum { groups_most = 60 };
static const double lines_each = 2.2; /* lines for a group that can be told apart, on average */

sv_status groups_gather(groups_view *v)
{
    const sv_stage *stage = v->stage;
    size_t n = sv_network_actors(stage->network), *order = sv_alloc(n, sizeof *order);
    sv_status status = order ? sv_scores_rank(stage->scores, stage->score, order, stage->error) : sv_stage_no_memory(stage);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        v->n_groups = fmax((double)v->n_groups, v->community[i]);
    v->groups = sv_alloc(v->n_groups, sizeof *v->groups);
    if (status == SV_OK && !v->groups)
        status = sv_stage_no_memory(stage);
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        group *in = &v->groups[(size_t)v->community[order[i]] - 1];
        size_t row = sv_network_actor(stage->network, order[i]);
        in->size++;
        if (stage->stance)
            sv_sides_add(stage, &in->sides, row);
        in->own |= sv_map_actor(stage->map, row)->own;
        if (in->named < GROUP_NAMES_MOST)
            in->members[in->named++] = row;
    }
    for (size_t i = 0; i < v->n_groups && status == SV_OK; i++) {
        v->n_alone += v->groups[i].size == 1;
        v->n_shown += v->groups[i].size > 1 && v->n_shown < groups_most;
    }
    free(order);
    return status;
}

/* How many ties run between any two of those shown, as lines. */
static sv_status count_ties(groups_view *v)
{
    const sv_network *network = v->stage->network;
    size_t n = v->n_shown;
    v->ties = sv_alloc(n * n, sizeof *v->ties);
    if (!v->ties)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to, a, b;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        a = (size_t)v->community[from] - 1;
        b = (size_t)v->community[to] - 1;
        if (a != b && a < n && b < n)
            v->ties[a < b ? a * n + b : b * n + a]++;
    }
    v->ties_most = 0;
    for (size_t i = 0; i < n * n; i++)
        v->ties_most = v->ties[i] > v->ties_most ? v->ties[i] : v->ties_most;
    return SV_OK;
}

/* From how many ties on a line is drawn: so that there are about as many lines as can be told apart. */
static void choose_least(groups_view *v)
{
    size_t n = v->n_shown, allowed = (size_t)(lines_each * (double)n) + 8;
    for (v->ties_least = 1; v->ties_least < v->ties_most; v->ties_least++) {
        size_t lines = 0;
        for (size_t i = 0; i < n * n; i++)
            lines += v->ties[i] >= v->ties_least;
        if (lines <= allowed)
            return;
    }
}

/* The strongest line of a group, the first of equal ones. */
static size_t strongest_of(const groups_view *v, size_t i)
{
    size_t n = v->n_shown, best = SV_NO_ROW, most = 0;
    for (size_t k = 0; k < n; k++) {
        size_t many = i < k ? v->ties[i * n + k] : v->ties[k * n + i];
        if (k != i && many > most) {
            most = many;
            best = k;
        }
    }
    return best;
}

sv_status groups_choose_lines(groups_view *v)
{
    size_t n = v->n_shown;
    sv_status status = count_ties(v);
    if (status != SV_OK)
        return status;
    choose_least(v);
    v->some_left = false;
    v->scene = (sv_scene){.n = n, .n_scored = n, .n_all = n};
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++) {
            size_t many = v->ties[a * n + b];
            bool weak = many < v->ties_least && strongest_of(v, a) != b && strongest_of(v, b) != a;
            v->some_left |= many > 0 && weak;
            if (!many || weak)
                continue;
            if (!sv_grow(&v->scene.links, &v->scene.links_capacity, v->scene.n_links + 1, sizeof *v->scene.links))
                return sv_stage_no_memory(v->stage);
            v->scene.links[v->scene.n_links++] = (sv_link){.from = a, .to = b, .strength = 4 * sqrt((double)many / (double)v->ties_most)};
        }
    return SV_OK;
}

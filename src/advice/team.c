/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Team: with whom to begin so that the message comes to most people, along ties that are warm enough for news to travel (KPP-Pos,
 * Borgatti 2006). With who is in favour, as far as is known, and not with who has to stand above it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "office.h"
#include "ways.h"

/* Who counts, numbered through, with the warm ties between them as flat arrays. */
typedef struct warm_graph {
    const sv_map *map;
    const sv_ways *ways;
    sv_neighbours graph;
    size_t *start, *neighbour; /* what the graph borrows */
    size_t *actor_of;          /* per vertex */
    size_t *vertex_of;         /* per actor; SV_NO_ROW for who does not count */
    size_t *candidates, n_candidates;
    size_t *steps, *queue; /* per vertex, for counting */
} warm_graph;

static void clear(warm_graph *of)
{
    free(of->start);
    free(of->neighbour);
    free(of->actor_of);
    free(of->vertex_of);
    free(of->candidates);
    free(of->steps);
    free(of->queue);
}

/* ---- The graph ---- */

static bool number_vertices(warm_graph *made, const sv_team_options *options)
{
    size_t n = made->ways->n_actors;
    made->actor_of = sv_alloc(n, sizeof *made->actor_of);
    made->vertex_of = sv_alloc(n, sizeof *made->vertex_of);
    if (!made->actor_of || !made->vertex_of)
        return false;
    for (size_t i = 0; i < options->n_from; i++)
        made->vertex_of[options->from[i]] = SV_NO_ROW;
    for (size_t actor = 0; actor < n; actor++) {
        const sv_actor *who = sv_map_actor(made->map, actor);
        bool counts = who->usable && !who->own && office_takes_sides(who->kind) && made->vertex_of[actor] == 0;
        made->vertex_of[actor] = counts ? made->graph.n : SV_NO_ROW;
        if (counts)
            made->actor_of[made->graph.n++] = actor;
    }
    return true;
}

/* True for a step along which news travels, or whose way back is one. */
static bool is_warm(const warm_graph *of, const sv_step *step)
{
    sv_step back;
    if (of->vertex_of[step->from] == SV_NO_ROW || of->vertex_of[step->to] == SV_NO_ROW)
        return false;
    return step->warmth >= SV_WARM || (sv_ways_step(of->ways, step->to, step->from, &back) && back.warmth >= SV_WARM);
}

/* A step that has no way back, and so has to be counted at both ends. */
static bool goes_one_way(const warm_graph *of, const sv_step *step)
{
    sv_step back;
    return !sv_ways_step(of->ways, step->to, step->from, &back);
}

static bool join_vertices(warm_graph *made)
{
    size_t n_steps = made->ways->first[made->ways->n_actors];
    made->start = sv_alloc(made->graph.n + 2, sizeof *made->start);
    made->neighbour = sv_alloc(2 * n_steps, sizeof *made->neighbour);
    if (!made->start || !made->neighbour)
        return false;
    for (int fill = 0; fill < 2; fill++) { /* counting how many, two places up, and then putting them in their places */
        for (size_t i = 0; i < n_steps; i++) {
            const sv_step *step = &made->ways->steps[i];
            size_t from = made->vertex_of[step->from], to = made->vertex_of[step->to];
            if (!is_warm(made, step))
                continue;
            if (fill)
                made->neighbour[made->start[from + 1]++] = to;
            else
                made->start[from + 2]++;
            if (!goes_one_way(made, step))
                continue;
            if (fill)
                made->neighbour[made->start[to + 1]++] = from;
            else
                made->start[to + 2]++;
        }
        for (size_t v = 2; !fill && v < made->graph.n + 2; v++)
            made->start[v] += made->start[v - 1];
    }
    made->graph.start = made->start;
    made->graph.neighbour = made->neighbour;
    return true;
}

/* ---- Who may be in it ---- */

static bool stands_above(const char *kind)
{
    static const char *const kinds[] = {"official", "secretary", "adviser", "mayor", "clerk"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kind, kinds[i]) == 0)
            return true;
    return false;
}

/* In the order of ids, so that of equally good teams the first by id is taken. */
static bool choose_candidates(warm_graph *made, const sv_warmest *warmest, const double *stance)
{
    size_t *by_rank = sv_alloc(made->ways->n_actors, sizeof *by_rank);
    made->candidates = sv_alloc(made->graph.n, sizeof *made->candidates);
    if (!by_rank || !made->candidates) {
        free(by_rank);
        return false;
    }
    for (size_t actor = 0; actor < made->ways->n_actors; actor++)
        by_rank[made->ways->rank[actor]] = actor;
    for (size_t i = 0; i < made->ways->n_actors; i++) {
        size_t actor = by_rank[i];
        const sv_actor_kind *kind = sv_map_actor(made->map, actor)->kind;
        if (made->vertex_of[actor] != SV_NO_ROW && (kind->of == SV_CLASS_PERSON || kind->of == SV_CLASS_UNKNOWN) &&
            !stands_above(kind->id) && sv_warmest_warmth(warmest, actor) > 0 && !(stance[actor] <= 0))
            made->candidates[made->n_candidates++] = made->vertex_of[actor];
    }
    free(by_rank);
    return true;
}

/* ---- Counting ---- */

/* How many vertices are at most so many steps away from some (all of them but `left_out`, a place among them). */
static size_t count_within(const warm_graph *of, const size_t *some, size_t n, size_t left_out, size_t most)
{
    size_t reached = 0;
    for (size_t v = 0; v < of->graph.n; v++)
        of->steps[v] = SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        if (i != left_out && of->steps[some[i]] == SIZE_MAX) {
            of->steps[some[i]] = 0;
            of->queue[reached++] = some[i];
        }
    for (size_t at = 0; at < reached; at++) {
        size_t v = of->queue[at];
        for (size_t i = of->start[v]; of->steps[v] < most && i < of->start[v + 1]; i++)
            if (of->steps[of->neighbour[i]] == SIZE_MAX) {
                of->steps[of->neighbour[i]] = of->steps[v] + 1;
                of->queue[reached++] = of->neighbour[i];
            }
    }
    return reached;
}

/* ---- The team ---- */

static sv_status fill_team(const warm_graph *of, const sv_warmest *warmest, const sv_key_players *best, sv_team *team, sv_error *error)
{
    sv_status status = SV_OK;
    team->members = sv_alloc(best->size, sizeof *team->members);
    if (!team->members)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    team->reach = best->value;
    team->exhaustive = best->exhaustive;
    team->one = count_within(of, best->members, best->size, SIZE_MAX, 1);
    team->two = count_within(of, best->members, best->size, SIZE_MAX, 2);
    for (; status == SV_OK && team->n < best->size; team->n++) {
        sv_member *member = &team->members[team->n];
        member->actor = of->actor_of[best->members[team->n]];
        member->fewer = team->two - count_within(of, best->members, best->size, team->n, 2);
        status = sv_warmest_way(warmest, member->actor, &member->way, error);
    }
    return status;
}

static sv_status search(const warm_graph *of, size_t size, sv_key_players *best, sv_error *error)
{
    const sv_key_options options = {.measure = SV_KEY_REACH, .size = size, .candidates = of->candidates, .n_candidates = of->n_candidates};
    return sv_key_players_search(&of->graph, &options, best, error);
}

static bool is_enough(const warm_graph *of, size_t reachable, const sv_key_players *team)
{
    return (double)count_within(of, team->members, team->size, SIZE_MAX, 2) >= SV_TEAM_ENOUGH * (double)reachable;
}

/* From the largest down, as long as it is enough: in a large network one search then tells that the largest is needed. */
static sv_status find_smallest(const warm_graph *of, size_t reachable, sv_key_players *best, sv_error *error)
{
    sv_status status = search(of, SV_TEAM_MOST, best, error);
    while (status == SV_OK && best->size > 1 && is_enough(of, reachable, best)) {
        sv_key_players smaller;
        status = search(of, best->size - 1, &smaller, error);
        if (status != SV_OK)
            break;
        if (!is_enough(of, reachable, &smaller)) {
            sv_key_players_clear(&smaller);
            break;
        }
        sv_key_players_clear(best);
        *best = smaller;
    }
    return status;
}

static sv_status make_graph(warm_graph *made, const sv_team_options *options, const sv_warmest *warmest, const double *stance,
                            sv_error *error)
{
    bool done = number_vertices(made, options) && join_vertices(made) && choose_candidates(made, warmest, stance);
    made->steps = sv_alloc(made->graph.n, sizeof *made->steps);
    made->queue = sv_alloc(made->graph.n, sizeof *made->queue);
    return done && made->steps && made->queue ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* Where everyone stands; nobody anywhere without an issue. */
static sv_status find_stances(const sv_map *map, size_t issue, double **stance, sv_error *error)
{
    size_t n = sv_map_rows(map, SV_ACTORS);
    *stance = sv_alloc(n, sizeof **stance);
    if (!*stance)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < n; i++)
        (*stance)[i] = NAN;
    return issue == SV_NO_ROW ? SV_OK : sv_map_stances(map, issue, *stance, error);
}

sv_status sv_team_find(const sv_map *map, size_t issue, const sv_team_options *options, sv_team *team, sv_error *error)
{
    warm_graph made = {.map = map};
    sv_key_players best = {0};
    sv_ways *ways = NULL;
    sv_warmest *warmest = NULL;
    double *stance = NULL;
    sv_status status = sv_ways_new(map, &(sv_ways_options){.as_of = options->as_of}, &ways, error);
    *team = (sv_team){.reach = NAN};
    made.ways = ways;
    if (status == SV_OK)
        status = sv_warmest_new(ways, options->from, options->n_from, &warmest, error);
    if (status == SV_OK)
        status = find_stances(map, issue, &stance, error);
    if (status == SV_OK)
        status = make_graph(&made, options, warmest, stance, error);
    if (status == SV_OK) {
        team->all = made.graph.n;
        team->reachable = count_within(&made, made.candidates, made.n_candidates, SIZE_MAX, SIZE_MAX);
        if (made.n_candidates) {
            status = options->size ? search(&made, options->size, &best, error) : find_smallest(&made, team->reachable, &best, error);
            if (status == SV_OK)
                status = fill_team(&made, warmest, &best, team, error);
            sv_key_players_clear(&best);
        }
    }
    clear(&made);
    free(stance);
    sv_warmest_free(warmest);
    sv_ways_free(ways);
    if (status != SV_OK)
        sv_team_clear(team);
    return status;
}

void sv_team_clear(sv_team *team)
{
    for (size_t i = 0; i < team->n; i++)
        sv_way_clear(&team->members[i].way);
    free(team->members);
    *team = (sv_team){.reach = NAN};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Explain: why an actor has the score it has. Every score of the catalogue is explained from what it was counted by, so that
 * who reads it can count along: contacts, pairs, steps, influences, or what the map states.
 */
#include "explain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

static const struct {
    const char *score;
    sv_explained_by by;
} table[] = {
    {"harmonic", SV_BY_STEPS},
    {"harmonic_norm", SV_BY_STEPS},
    {"closeness", SV_BY_STEPS},
    {"eccentricity", SV_BY_STEPS},
    {"reach2", SV_BY_STEPS},
    {"degree", SV_BY_TIES},
    {"strength", SV_BY_TIES},
    {"in_degree", SV_BY_TIES},
    {"out_degree", SV_BY_TIES},
    {"eigenvector", SV_BY_ATTENTION},
    {"pagerank", SV_BY_ATTENTION},
    {"core", SV_BY_CORE},
    {"power", SV_BY_STATEMENT},
    {"mactor_influence", SV_BY_INFLUENCES},
    {"mactor_dependence", SV_BY_INFLUENCES},
    {"competitiveness", SV_BY_INFLUENCES},
    {"influence", SV_BY_MIX},
    {"betweenness", SV_BY_PAIRS},
    {"betweenness_norm", SV_BY_PAIRS},
    {"everett_valente", SV_BY_PAIRS},
    {"hwang", SV_BY_PAIRS},
    {"constraint", SV_BY_CONTACTS},
    {"effective_size", SV_BY_CONTACTS},
    {"efficiency", SV_BY_CONTACTS},
    {"hierarchy", SV_BY_CONTACTS},
    {"coordinator", SV_BY_BROKERAGE},
    {"itinerant", SV_BY_BROKERAGE},
    {"gatekeeper", SV_BY_BROKERAGE},
    {"representative", SV_BY_BROKERAGE},
    {"liaison", SV_BY_BROKERAGE},
    {"brokerage", SV_BY_BROKERAGE},
    {"valente_fujimoto", SV_BY_LOSS},
    {"cut_off", SV_BY_CUT},
    {"articulation", SV_BY_CUT},
    {"participation", SV_BY_SPREAD},
    {"alliances", SV_BY_ALLIANCES},
    {"component", SV_BY_GROUP},
    {"community", SV_BY_GROUP},
};

sv_explained_by sv_score_explained_by(size_t score)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].score, sv_score_get(score)->id) == 0)
            return table[i].by;
    return SV_BY_TIES; /* of a score without a line of its own its ties are shown; a test sees to it that there is none */
}

static double nearly(double value)
{
    return nearbyint(value * 1e9);
}

/* Its place among those of its class, own actors left out but itself. */
static void find_rank(explaining *e)
{
    sv_explanation *found = e->found;
    const sv_map *map = sv_network_map(e->network);
    double mine = nearly(found->value);
    found->rank = 1;
    for (size_t v = 0; v < e->flat.n; v++) {
        const sv_actor *one = sv_map_actor(map, sv_network_actor(e->network, v));
        double theirs = nearly(sv_scores_column(e->scores, found->score)[v]);
        if (one->kind->of != sv_map_actor(map, found->actor)->kind->of || (one->own && v != e->vertex) || isnan(theirs))
            continue;
        found->ranked++;
        found->equal += v != e->vertex && theirs == mine;
        found->rank += sv_score_get(found->score)->low_is_high ? theirs < mine : theirs > mine;
    }
}

static sv_status find_sensitivity(explaining *e, sv_error *error)
{
    sv_explanation *found = e->found;
    sv_sensitivity drawn;
    const sv_actor *actor = sv_map_actor(sv_network_map(e->network), found->actor);
    const sv_sensitivity_options options = {.with_own = actor->own, .draws = e->options->draws};
    sv_status status;
    if (!sv_sensitivity_suits(found->score) || sv_sensitivity_work(e->network, found->score, options.draws) > SV_SENSITIVITY_UNASKED)
        return SV_OK;
    status = sv_sensitivity_find(e->network, found->score, &options, &drawn, error);
    if (status != SV_OK)
        return status;
    found->has_sensitivity = drawn.doubtful > 0 || drawn.added > 0;
    found->sensitivity = drawn.actors[e->vertex];
    found->top = drawn.top[actor->kind->of];
    sv_sensitivity_clear(&drawn);
    return SV_OK;
}

static void keep_power(explaining *e)
{
    sv_explanation *found = e->found;
    const sv_map *map = sv_network_map(e->network);
    found->power = sv_map_number(map, SV_ACTORS, found->actor, SV_ACTOR_POWER);
    for (size_t v = 0; v < e->flat.n; v++) {
        double power = sv_map_number(map, SV_ACTORS, sv_network_actor(e->network, v), SV_ACTOR_POWER);
        found->power_known += v != e->vertex && !isnan(power);
        found->power_below += v != e->vertex && power < found->power;
    }
}

static int strongest_first(const void *a, const void *b)
{
    const sv_explained_influence *left = a, *right = b;
    if (left->strength != right->strength)
        return left->strength > right->strength ? -1 : 1;
    return left->actor < right->actor ? -1 : left->actor > right->actor;
}

static bool keep_side(const sv_mactor *mactor, const sv_mactor_side *side, size_t i, sv_explained_influence **list, size_t *n)
{
    *list = sv_alloc(side->start[i + 1] - side->start[i], sizeof **list);
    if (!*list)
        return false;
    for (size_t at = side->start[i]; at < side->start[i + 1]; at++)
        if (side->strength[at] > 0)
            (*list)[(*n)++] = (sv_explained_influence){mactor->actor[side->actor[at]], side->strength[at]};
    qsort(*list, *n, sizeof **list, strongest_first);
    return true;
}

static sv_status keep_influences(explaining *e, sv_error *error)
{
    sv_explanation *found = e->found;
    sv_mactor mactor;
    size_t i;
    sv_status status = sv_mactor_find(e->network, &mactor, error);
    if (status != SV_OK)
        return status;
    i = sv_mactor_place(&mactor, found->actor);
    if (i != SV_NO_ROW) {
        found->influence = mactor.influence[i];
        found->dependence = mactor.dependence[i];
        found->competitiveness = mactor.competitiveness[i];
        if (!keep_side(&mactor, &mactor.over, i, &found->over, &found->n_over) ||
            !keep_side(&mactor, &mactor.under, i, &found->under, &found->n_under))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    sv_mactor_clear(&mactor);
    return status;
}

/* Who is in the same core, community or part, and how many contacts among them. */
static void keep_group(explaining *e)
{
    sv_explanation *found = e->found;
    const double *column = sv_scores_column(e->scores, found->score);
    bool core = found->by == SV_BY_CORE;
    for (size_t v = 0; v < e->flat.n; v++)
        found->group_size += core ? column[v] >= found->value : column[v] == found->value;
    for (size_t i = 0; i < found->n_ties; i++) {
        double theirs = column[sv_network_vertex(e->network, found->ties[i].actor)];
        found->ties[i].gives = core ? theirs : theirs == found->value;
        found->same += core ? theirs >= found->value : theirs == found->value;
    }
}

/* In how many communities its contacts stand, and how many in the one where most do. */
static void keep_spread(explaining *e)
{
    sv_explanation *found = e->found;
    const double *community = sv_scores_column(e->scores, sv_score_find("community"));
    for (size_t i = 0; i < found->n_ties; i++) {
        size_t here = 0;
        bool first = true;
        found->ties[i].gives = community[sv_network_vertex(e->network, found->ties[i].actor)];
        for (size_t k = 0; k < found->n_ties; k++) {
            bool together = community[sv_network_vertex(e->network, found->ties[k].actor)] == found->ties[i].gives;
            here += together;
            first &= !together || k >= i;
        }
        found->group_size += first;
        found->same = here > found->same ? here : found->same;
    }
}

/* What belongs to this kind of score. */
static sv_status explain_kind(explaining *e, sv_error *error)
{
    sv_status status = SV_OK;
    bool done = true;
    switch (e->found->by) {
    case SV_BY_STEPS: done = explain_steps(e); break;
    case SV_BY_PAIRS: done = explain_pairs(e); break;
    case SV_BY_CONTACTS: done = explain_contacts(e); break;
    case SV_BY_BROKERAGE: status = explain_brokerage(e, error); break;
    case SV_BY_ATTENTION: explain_attention(e); break;
    case SV_BY_LOSS: done = explain_loss(e); break;
    case SV_BY_CORE:
    case SV_BY_GROUP: keep_group(e); break;
    case SV_BY_INFLUENCES: status = keep_influences(e, error); break;
    case SV_BY_SPREAD: keep_spread(e); break;
    case SV_BY_MIX:
        status = keep_influences(e, error);
        done = explain_steps(e);
        break;
    case SV_BY_TIES:
    case SV_BY_CUT:
    case SV_BY_ALLIANCES:
    case SV_BY_STATEMENT: break;
    }
    keep_power(e);
    return status == SV_OK && !done ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : status;
}

static sv_status explain_in(explaining *e, sv_error *error)
{
    sv_explanation *found = e->found;
    sv_status status = bench_neighbours(&e->flat, error);
    if (status != SV_OK)
        return status;
    e->queue = sv_alloc(e->flat.n, sizeof *e->queue);
    found->value = sv_scores_column(e->scores, found->score)[e->vertex];
    found->actors = e->flat.n;
    if (!e->queue || !explain_ties(e) || !explain_cut(e))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (!isnan(found->value))
        find_rank(e);
    status = explain_kind(e, error);
    if (status == SV_OK && !isnan(found->value))
        status = find_sensitivity(e, error);
    if (status == SV_OK && !explain_sort_ties(e))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return status;
}

sv_status sv_explain(const sv_map *map, size_t actor, size_t score, const sv_explain_options *options, sv_explanation *found,
                     sv_error *error)
{
    const sv_explain_options none = {0};
    sv_network_options network_options = {.as_of = options ? options->as_of : 0};
    const size_t which[] = {score, sv_score_explained_by(score) == SV_BY_SPREAD ? sv_score_find("community") : score};
    sv_network *network = NULL;
    sv_scores *scores = NULL;
    explaining e = {.options = options ? options : &none, .found = found};
    sv_status status = sv_network_new(map, &network_options, &network, error);
    *found = (sv_explanation){.actor = actor,
                              .score = score,
                              .by = sv_score_explained_by(score),
                              .value = NAN,
                              .influence = NAN,
                              .dependence = NAN,
                              .competitiveness = NAN,
                              .power = NAN,
                              .expected = NAN};
    if (status == SV_OK)
        status = sv_scores_new(network, which, which[0] == which[1] ? 1 : 2, NULL, &scores, error);
    e.network = network;
    e.scores = scores;
    e.vertex = status == SV_OK ? sv_network_vertex(network, actor) : SV_NO_ROW;
    found->in_network = e.vertex != SV_NO_ROW;
    if (found->in_network) {
        e.flat = (bench){.network = network, .n = sv_network_actors(network)};
        status = explain_in(&e, error);
    }
    bench_clear(&e.flat);
    free(e.queue);
    sv_scores_free(scores);
    sv_network_free(network);
    if (status != SV_OK)
        sv_explanation_clear(found);
    return status;
}

void sv_explanation_clear(sv_explanation *found)
{
    for (size_t g = 0; found->groups && g < found->n_groups; g++)
        free(found->groups[g]);
    free(found->groups);
    free(found->is_kind);
    free(found->ties);
    free(found->between);
    free(found->steps);
    free(found->farthest);
    free(found->cut);
    free(found->over);
    free(found->under);
    *found = (sv_explanation){0};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each contact, and the tie with it, gives to a score. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "explain.h"

static size_t degree(const explaining *e, size_t v)
{
    return e->flat.start[v + 1] - e->flat.start[v];
}

/* The row of Ties that ties them most strongly, of those that count; it stands so until a membership is as strong. */
static void keep_row(const explaining *e, const size_t *place, size_t from, size_t to, size_t row, double strength, double certainty,
                     double *best)
{
    size_t a = sv_network_vertex(e->network, from), b = sv_network_vertex(e->network, to), other = a == e->vertex ? b : a;
    sv_explained_tie *tie;
    if (a == SV_NO_ROW || b == SV_NO_ROW || a == b || (a != e->vertex && b != e->vertex) || place[other] == SV_NO_ROW)
        return;
    tie = &e->found->ties[place[other]];
    if (!(certainty > 0) || best[place[other]] >= strength)
        return;
    best[place[other]] = strength;
    tie->row = row;
    tie->certainty = certainty;
}

static void keep_rows(const explaining *e, const size_t *place, double *best)
{
    const sv_map *map = sv_network_map(e->network);
    int day = e->options->as_of;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        if (tie->usable && tie->kind->in_network && sv_dates_hold(tie->since, tie->until, day))
            keep_row(e, place, tie->from, tie->to, row, isnan(tie->weight) ? tie->strength : tie->weight, tie->certainty, best);
    }
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *one = sv_map_membership(map, row);
        if (one->usable && sv_dates_hold(one->since, one->until, day))
            keep_row(e, place, one->who, one->of, SV_NO_ROW, SV_MEMBERSHIP_STRENGTH, 1, best);
    }
}

bool explain_ties(explaining *e)
{
    sv_explanation *found = e->found;
    size_t *place = sv_alloc(e->flat.n, sizeof *place), n = degree(e, e->vertex);
    double *best = sv_alloc(n, sizeof *best);
    const double *of_ties = sv_scores_ties(e->scores);
    found->ties = sv_alloc(n, sizeof *found->ties);
    for (size_t v = 0; place && v < e->flat.n; v++)
        place[v] = SV_NO_ROW;
    for (size_t i = 0; place && best && found->ties && i < sv_network_ties(e->network); i++) {
        size_t from, to, other;
        double strength;
        sv_network_tie(e->network, i, &from, &to, &strength);
        if (from != e->vertex && to != e->vertex)
            continue;
        other = from == e->vertex ? to : from;
        place[other] = found->n_ties;
        found->strength_sum += strength;
        found->ties[found->n_ties++] = (sv_explained_tie){.actor = sv_network_actor(e->network, other),
                                                          .row = SV_NO_ROW,
                                                          .strength = strength,
                                                          .certainty = 1,
                                                          .gives = found->by == SV_BY_TIES ? strength
                                                                   : of_ties               ? of_ties[i]
                                                                                           : NAN};
    }
    if (place && best && found->ties)
        keep_rows(e, place, best);
    n = place && best && found->ties;
    free(place);
    free(best);
    return n;
}

/* Compared as what is put first; the map is the same for all. */
typedef struct sortable {
    sv_explained_tie tie;
    const char *id;
} sortable;

static int most_first(const void *a, const void *b)
{
    const sortable *left = a, *right = b;
    double l = isnan(left->tie.gives) ? -HUGE_VAL : nearbyint(left->tie.gives * 1e9),
           r = isnan(right->tie.gives) ? -HUGE_VAL : nearbyint(right->tie.gives * 1e9);
    if (l != r)
        return l > r ? -1 : 1;
    if (left->tie.others != right->tie.others)
        return left->tie.others > right->tie.others ? -1 : 1;
    if (left->tie.strength != right->tie.strength)
        return left->tie.strength > right->tie.strength ? -1 : 1;
    return strcmp(left->id, right->id);
}

bool explain_sort_ties(explaining *e)
{
    sv_explanation *found = e->found;
    const sv_map *map = sv_network_map(e->network);
    sortable *list = sv_alloc(found->n_ties, sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < found->n_ties; i++)
        list[i] = (sortable){found->ties[i], sv_map_actor(map, found->ties[i].actor)->id};
    qsort(list, found->n_ties, sizeof *list, most_first);
    for (size_t i = 0; i < found->n_ties; i++)
        found->ties[i] = list[i].tie;
    free(list);
    return true;
}

static bool are_tied(const explaining *e, size_t a, size_t b)
{
    for (size_t at = e->flat.start[a]; at < e->flat.start[a + 1]; at++)
        if (e->flat.neighbour[at] == b)
            return true;
    return false;
}

/* Burt's constraint, contact by contact: (p_ij + sum over shared contacts q of p_iq p_qj)², every tie counting 1. */
bool explain_contacts(explaining *e)
{
    sv_explanation *found = e->found;
    size_t k = degree(e, e->vertex);
    double all = 0;
    found->pairs_left_out = (double)k * (double)k > SV_EXPLAIN_PAIRS;
    if (found->pairs_left_out)
        return true;
    for (size_t i = 0; i < found->n_ties; i++) {
        size_t j = sv_network_vertex(e->network, found->ties[i].actor);
        double dyad = 1 / (double)k;
        for (size_t at = e->flat.start[e->vertex]; at < e->flat.start[e->vertex + 1]; at++) {
            size_t q = e->flat.neighbour[at];
            if (q == j || !are_tied(e, q, j))
                continue;
            dyad += 1 / (double)k / (double)degree(e, q);
            found->ties[i].others++;
        }
        found->ties[i].gives = dyad * dyad;
        all += dyad * dyad;
        found->closed += found->ties[i].others;
    }
    for (size_t i = 0; i < found->n_ties; i++)
        found->ties[i].gives /= all;
    found->closed /= 2;
    found->open = k * (k - (k > 0)) / 2 - found->closed;
    return true;
}

/* What a contact passes on: PageRank its own over its ties, eigenvector centrality all it has. */
void explain_attention(explaining *e)
{
    sv_explanation *found = e->found;
    const double *column = sv_scores_column(e->scores, found->score);
    bool shared = strcmp(sv_score_get(found->score)->id, "pagerank") == 0;
    double all = 0;
    for (size_t i = 0; i < found->n_ties; i++) {
        size_t j = sv_network_vertex(e->network, found->ties[i].actor);
        found->ties[i].gives = shared ? column[j] / (double)degree(e, j) : column[j];
        all += found->ties[i].gives;
    }
    for (size_t i = 0; i < found->n_ties; i++)
        found->ties[i].gives = all > 0 ? found->ties[i].gives / all : NAN;
}

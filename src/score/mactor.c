/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * MACTOR: who can lean on whom, from what the map says about who influences whom (Godet 1991). Influence also runs
 * through one other: k passes on what i has over k, as far as k has it over j. An actor that influences much and
 * depends on little is in a strong position.
 *
 *     MDII_ij = MID_ij + sum over k of min(MID_ik, MID_kj)       k is neither i nor j
 *     I_i = sum of MDII_ij, D_i = sum of MDII_ji                 j is not i: own feedback is left out on both sides
 *     r_i = (I_i / sum of I) * I_i / (I_i + D_i)                 0/0 = 0
 *     R_i = n r_i / sum of r
 *
 * Printed sources differ on own feedback (j = i) in I and D: some count it in the one, some in both.
 */
#include <speelveld/score.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

/* Influences by who has them, or by who undergoes them: those of i are at[start[i]] up to at[start[i + 1]]. */
static bool make_side(const size_t *of, const size_t *on, const double *strength, size_t n_links, size_t n, sv_mactor_side *side)
{
    side->start = sv_alloc(n + 2, sizeof *side->start);
    side->actor = sv_alloc(n_links, sizeof *side->actor);
    side->strength = sv_alloc(n_links, sizeof *side->strength);
    if (!side->start || !side->actor || !side->strength)
        return false;
    for (size_t i = 0; i < n_links; i++)
        side->start[of[i] + 2]++;
    for (size_t i = 0; i < n; i++)
        side->start[i + 2] += side->start[i + 1];
    for (size_t i = 0; i < n_links; i++) { /* start[i + 1] walks from where i's begin to where they end */
        size_t at = side->start[of[i] + 1]++;
        side->actor[at] = on[i];
        side->strength[at] = strength[i];
    }
    return true;
}

static void clear_side(sv_mactor_side *side)
{
    free(side->start);
    free(side->actor);
    free(side->strength);
}

/* Those who are named in a link take part, numbered in the order of their vertices; and links by those numbers. */
static bool number_actors(const sv_network *network, const network_links *named, network_links *links, sv_mactor *made)
{
    size_t *number = sv_alloc(network->n_vertices, sizeof *number);
    made->actor = sv_alloc(network->n_vertices, sizeof *made->actor);
    if (!number || !made->actor) {
        free(number);
        return false;
    }
    for (size_t i = 0; i < named->n; i++)
        number[named->from[i]] = number[named->to[i]] = 1;
    for (size_t v = 0; v < network->n_vertices; v++)
        if (number[v]) {
            number[v] = made->n;
            made->actor[made->n++] = network->actor_of[v];
        }
    for (size_t i = 0; i < links->n; i++) {
        links->from[i] = number[links->from[i]];
        links->to[i] = number[links->to[i]];
    }
    free(number);
    return true;
}

/* Adds MDII of i with each actor, times a factor. */
static void add_influence(const sv_mactor_side *side, size_t i, double factor, double *values)
{
    for (size_t at = side->start[i]; at < side->start[i + 1]; at++) {
        size_t k = side->actor[at];
        values[k] += factor * side->strength[at];
        for (size_t next = side->start[k]; next < side->start[k + 1]; next++)
            values[side->actor[next]] += factor * fmin(side->strength[at], side->strength[next]);
    }
}

/* The same added up over all but i itself. */
static double sum_influence(const sv_mactor_side *side, size_t i)
{
    double sum = 0;
    for (size_t at = side->start[i]; at < side->start[i + 1]; at++) {
        size_t k = side->actor[at];
        sum += side->strength[at];
        for (size_t next = side->start[k]; next < side->start[k + 1]; next++)
            if (side->actor[next] != i)
                sum += fmin(side->strength[at], side->strength[next]);
    }
    return sum;
}

static bool find_competitiveness(sv_mactor *made)
{
    double all = 0, sum = 0;
    made->influence = sv_alloc(made->n, sizeof *made->influence);
    made->dependence = sv_alloc(made->n, sizeof *made->dependence);
    made->competitiveness = sv_alloc(made->n, sizeof *made->competitiveness);
    if (!made->influence || !made->dependence || !made->competitiveness)
        return false;
    for (size_t i = 0; i < made->n; i++) {
        made->influence[i] = sum_influence(&made->over, i);
        made->dependence[i] = sum_influence(&made->under, i);
        all += made->influence[i];
    }
    for (size_t i = 0; i < made->n; i++) {
        double own = made->influence[i];
        made->competitiveness[i] = own > 0 ? own / all * own / (own + made->dependence[i]) : 0;
        sum += made->competitiveness[i];
    }
    for (size_t i = 0; i < made->n; i++) /* where nobody has any, all are equal */
        made->competitiveness[i] = sum > 0 ? (double)made->n * made->competitiveness[i] / sum : 1;
    return true;
}

sv_status mactor_make(const sv_network *network, const network_links *named, network_links *links, sv_mactor *mactor, sv_error *error)
{
    bool done;
    *mactor = (sv_mactor){0};
    done = number_actors(network, named, links, mactor) && make_side(links->from, links->to, links->strength, links->n, mactor->n, &mactor->over) &&
           make_side(links->to, links->from, links->strength, links->n, mactor->n, &mactor->under) && find_competitiveness(mactor);
    mactor->without_strength = links->without_strength;
    if (done)
        return SV_OK;
    sv_mactor_clear(mactor);
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

sv_status sv_mactor_find(const sv_network *network, sv_mactor *mactor, sv_error *error)
{
    network_links links;
    sv_status status;
    *mactor = (sv_mactor){0};
    status = network_gather_kind(network, sv_tie_kind_find("influences"), NAN, &links, error);
    if (status == SV_OK)
        status = mactor_make(network, &links, &links, mactor, error);
    network_links_clear(&links);
    return status;
}

void sv_mactor_clear(sv_mactor *mactor)
{
    clear_side(&mactor->over);
    clear_side(&mactor->under);
    free(mactor->actor);
    free(mactor->influence);
    free(mactor->dependence);
    free(mactor->competitiveness);
    *mactor = (sv_mactor){0};
}

size_t find_row(const size_t *rows, size_t n, size_t row)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && rows[low] == row ? low : SV_NO_ROW;
}

size_t sv_mactor_place(const sv_mactor *mactor, size_t actor)
{
    return find_row(mactor->actor, mactor->n, actor);
}

void sv_mactor_influences(const sv_mactor *mactor, size_t i, double *over)
{
    memset(over, 0, mactor->n * sizeof *over);
    add_influence(&mactor->over, i, 1, over);
}

void sv_mactor_net(const sv_mactor *mactor, size_t i, double *net)
{
    sv_mactor_influences(mactor, i, net);
    add_influence(&mactor->under, i, -1, net);
    net[i] = 0; /* own feedback is the same both ways, but for rounding */
}

static sv_status find_mactor(bench *shared, sv_error *error)
{
    sv_status status;
    if (shared->has_mactor)
        return SV_OK;
    status = sv_mactor_find(shared->network, &shared->mactor, error);
    shared->has_mactor = status == SV_OK;
    return status;
}

/* From the actors that take part to all vertices; what is not known of the others is `absent`. */
static void spread(const bench *shared, const double *found, double absent, double *values)
{
    for (size_t v = 0; v < shared->n; v++)
        values[v] = absent;
    for (size_t i = 0; i < shared->mactor.n; i++)
        values[shared->network->vertex_of[shared->mactor.actor[i]]] = found[i];
}

sv_status measure_mactor_influence(bench *shared, double *values, sv_error *error)
{
    sv_status status = find_mactor(shared, error);
    if (status == SV_OK)
        spread(shared, shared->mactor.influence, NAN, values);
    return status;
}

sv_status measure_mactor_dependence(bench *shared, double *values, sv_error *error)
{
    sv_status status = find_mactor(shared, error);
    if (status == SV_OK)
        spread(shared, shared->mactor.dependence, NAN, values);
    return status;
}

sv_status measure_competitiveness(bench *shared, double *values, sv_error *error)
{
    sv_status status = find_mactor(shared, error);
    if (status == SV_OK)
        spread(shared, shared->mactor.competitiveness, shared->mactor.n ? NAN : 1, values);
    return status;
}

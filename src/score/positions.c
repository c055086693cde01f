/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Positions: who agrees with whom over all issues, how torn actors are, and how the forces lie on one issue. The
 * agreements are those of MACTOR (Godet 1991), of order 1 (signs), 2 (positions) and 3 (positions weighed by
 * competitiveness), for pairs i, j over issues k with both positions known:
 *
 *     CAA_ij = 1/2 sum of |x_ik| + |x_jk| where x_ik x_jk > 0, DAA_ij the same where it is < 0
 *     ambivalence_i = 1 - sum over j of |CAA_ij - DAA_ij| / sum over j of (CAA_ij + DAA_ij)
 */
#include <speelveld/score.h>

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

/* The positions on one issue go from the map's actors to those that take part. */
typedef sv_status reading(const sv_map *map, size_t issue, double *of_actor, sv_error *error);

static sv_status read_issues(const sv_map *map, reading *read, const sv_positions *made, double *of_actor, double *values, sv_error *error)
{
    sv_status status = SV_OK;
    for (size_t k = 0; status == SV_OK && k < made->n_issues; k++) {
        status = read(map, k, of_actor, error);
        for (size_t i = 0; status == SV_OK && i < made->n; i++)
            values[i * made->n_issues + k] = of_actor[made->actor[i]];
    }
    return status;
}

/* Actors of the network with at least one known position. */
static sv_status find_actors(const sv_network *network, sv_positions *made, double *of_actor, sv_error *error)
{
    const sv_map *map = sv_network_map(network);
    bool *known = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *known);
    sv_status status = known ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t k = 0; status == SV_OK && k < made->n_issues; k++) {
        status = sv_map_stances(map, k, of_actor, error);
        for (size_t a = 0; status == SV_OK && a < sv_map_rows(map, SV_ACTORS); a++)
            known[a] = known[a] || !isnan(of_actor[a]);
    }
    for (size_t v = 0; status == SV_OK && v < sv_network_actors(network); v++)
        if (known[sv_network_actor(network, v)])
            made->actor[made->n++] = sv_network_actor(network, v);
    free(known);
    return status;
}

static sv_status find_weights(const sv_network *network, sv_positions *made, sv_error *error)
{
    sv_mactor mactor;
    sv_status status = sv_mactor_find(network, &mactor, error);
    if (status != SV_OK)
        return status;
    made->has_influences = mactor.n > 0;
    for (size_t i = 0; i < made->n; i++) {
        size_t place = sv_mactor_place(&mactor, made->actor[i]);
        made->competitiveness[i] = place == SV_NO_ROW ? 1 : mactor.competitiveness[place];
        made->power[i] = sv_map_number(sv_network_map(network), SV_ACTORS, made->actor[i], SV_ACTOR_POWER);
        made->has_power = made->has_power || !isnan(made->power[i]);
    }
    sv_mactor_clear(&mactor);
    return SV_OK;
}

sv_status sv_positions_find(const sv_network *network, sv_positions *positions, sv_error *error)
{
    const sv_map *map = sv_network_map(network);
    double *of_actor = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *of_actor);
    sv_status status = SV_OK;
    *positions = (sv_positions){.n_actors = sv_network_actors(network), .n_issues = sv_map_rows(map, SV_ISSUES)};
    positions->actor = sv_alloc(sv_network_actors(network), sizeof *positions->actor);
    if (!of_actor || !positions->actor)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = find_actors(network, positions, of_actor, error);
    if (status != SV_OK)
        goto done;
    positions->value = sv_alloc(positions->n * positions->n_issues, sizeof *positions->value);
    positions->salience = sv_alloc(positions->n * positions->n_issues, sizeof *positions->salience);
    positions->power = sv_alloc(positions->n, sizeof *positions->power);
    positions->competitiveness = sv_alloc(positions->n, sizeof *positions->competitiveness);
    if (!positions->value || !positions->salience || !positions->power || !positions->competitiveness)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = read_issues(map, sv_map_stances, positions, of_actor, positions->value, error);
    if (status == SV_OK)
        status = read_issues(map, sv_map_saliences, positions, of_actor, positions->salience, error);
    if (status == SV_OK)
        status = find_weights(network, positions, error);
done:
    free(of_actor);
    if (status != SV_OK)
        sv_positions_clear(positions);
    return status;
}

void sv_positions_clear(sv_positions *positions)
{
    free(positions->actor);
    free(positions->value);
    free(positions->salience);
    free(positions->power);
    free(positions->competitiveness);
    *positions = (sv_positions){0};
}

size_t sv_positions_place(const sv_positions *positions, size_t actor)
{
    return find_row(positions->actor, positions->n, actor);
}

static double strength_of(const sv_positions *positions, size_t i, double value, sv_agreement order)
{
    return order == SV_AGREE_COUNT ? 1 : order == SV_AGREE_VALUE ? fabs(value) : positions->competitiveness[i] * fabs(value);
}

static void compare_pair(const sv_positions *positions, size_t i, size_t j, sv_agreement order, double *agree, double *differ)
{
    const double *own = positions->value + i * positions->n_issues, *other = positions->value + j * positions->n_issues;
    *agree = *differ = 0;
    for (size_t k = 0; i != j && k < positions->n_issues; k++) {
        double *sum = own[k] * other[k] > 0 ? agree : own[k] * other[k] < 0 ? differ : NULL; /* neither with NaN */
        if (sum)
            *sum += (strength_of(positions, i, own[k], order) + strength_of(positions, j, other[k], order)) / 2;
    }
}

void sv_positions_agree(const sv_positions *positions, size_t i, sv_agreement order, double *agree, double *differ)
{
    for (size_t j = 0; j < positions->n; j++) {
        double both, apart;
        compare_pair(positions, i, j, order, &both, &apart);
        if (agree)
            agree[j] = both;
        if (differ)
            differ[j] = apart;
    }
}

double sv_positions_ambivalence(const sv_positions *positions, size_t i, sv_agreement order)
{
    double clear = 0, all = 0;
    for (size_t j = 0; j < positions->n; j++) {
        double both, apart;
        compare_pair(positions, i, j, order, &both, &apart);
        clear += fabs(both - apart);
        all += both + apart;
    }
    return all > 0 ? 1 - clear / all : NAN;
}

/* What an actor puts into an issue; nothing where its position is not known. */
static double mobilised(const sv_positions *positions, size_t i, size_t issue)
{
    double value = positions->value[i * positions->n_issues + issue];
    return isnan(value) ? 0 : strength_of(positions, i, value, SV_AGREE_WEIGHED);
}

double sv_positions_mobilisation(const sv_positions *positions, size_t i)
{
    double sum = 0;
    for (size_t k = 0; k < positions->n_issues; k++)
        sum += mobilised(positions, i, k);
    return sum;
}

double sv_positions_issue_mobilisation(const sv_positions *positions, size_t issue)
{
    double sum = 0;
    for (size_t i = 0; i < positions->n; i++)
        sum += mobilised(positions, i, issue);
    return sum;
}

/* An actor's position, and how much it weighs there. */
typedef struct weighed {
    double value, weight;
} weighed;

static int by_value(const void *a, const void *b)
{
    const weighed *left = a, *right = b;
    return left->value < right->value ? -1 : left->value > right->value;
}

/* Where half of the weight is reached; halfway to the next position when it is reached exactly. */
static double find_median(weighed *voices, size_t n)
{
    double all = 0, below = 0;
    qsort(voices, n, sizeof *voices, by_value);
    for (size_t i = 0; i < n; i++)
        all += voices[i].weight;
    for (size_t i = 0; i < n; i++) {
        below += voices[i].weight;
        if (fabs(below - all / 2) <= 1e-12 * all) /* half, but for rounding: so there is another behind it */
            return (voices[i].value + voices[i + 1].value) / 2;
        if (below > all / 2)
            return voices[i].value;
    }
    return NAN;
}

static double weight_of(const sv_positions *positions, size_t i, sv_force force)
{
    return force == SV_FORCE_POWER ? positions->power[i] : force == SV_FORCE_COMPETITIVENESS ? positions->competitiveness[i] : 1;
}

sv_status sv_positions_balance(const sv_positions *positions, size_t issue, sv_balance *balance, sv_error *error)
{
    weighed *voices = sv_alloc(positions->n, sizeof *voices);
    size_t n = 0;
    *balance = (sv_balance){.force = positions->has_power ? SV_FORCE_POWER : positions->has_influences ? SV_FORCE_COMPETITIVENESS : SV_FORCE_EQUAL};
    if (!voices)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < positions->n; i++) {
        double value = positions->value[i * positions->n_issues + issue];
        double weight = weight_of(positions, i, balance->force) * positions->salience[i * positions->n_issues + issue];
        if (isnan(value))
            continue;
        balance->n_for += value > 0;
        balance->n_against += value < 0;
        balance->n_neutral += !(value > 0 || value < 0);
        balance->n_weightless += isnan(weight);
        balance->for_it += weight * value > 0 ? weight * value : 0;
        balance->against += weight * value < 0 ? -weight * value : 0;
        if (weight > 0)
            voices[n++] = (weighed){value, weight};
    }
    balance->n_unknown = positions->n_actors - balance->n_for - balance->n_against - balance->n_neutral;
    balance->median = find_median(voices, n);
    free(voices);
    return SV_OK;
}

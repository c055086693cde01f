/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Brokerage between groups (Gould & Fernandez 1989): how often an actor stands between two others who are not tied
 * themselves, and to which groups the three belong. Ties without a direction count both ways, so a pair counts twice.
 * What is to be expected, and how far an actor is from it, follows their moments for a random network of as many
 * ties and groups of the same sizes, as R's sna computes them. Actors whose group is not known take no part.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "measure.h"

/* Who takes part: each vertex's group, from 0; SV_NO_ROW where it is not known. */
typedef struct grouping {
    size_t *group, *size; /* per vertex; per group */
    size_t n_groups, n;   /* n: vertices that take part */
} grouping;

/* What the group of a vertex is called; "" when it has none, NULL without memory. Kept in `texts` where it has to be made. */
static const char *name_group(const sv_network *network, size_t vertex, size_t column, const sv_alliances *alliances, sv_arena *texts)
{
    size_t actor = sv_network_actor(network, vertex);
    sv_text joined = {0};
    const char *name;
    if (column != SV_GROUPS_ALLIANCES)
        return sv_map_cell(sv_network_map(network), SV_ACTORS, actor, column);
    if (sv_map_actor(sv_network_map(network), actor)->kind->of == SV_CLASS_ALLIANCE)
        sv_text_addf(&joined, "%zu", actor);
    else
        for (size_t i = alliances->start[actor]; i < alliances->start[actor + 1]; i++)
            sv_text_addf(&joined, "%s%zu", joined.length ? "," : "", alliances->joined[i]);
    name = joined.failed ? NULL : sv_arena_text(texts, sv_text_get(&joined), joined.length);
    sv_text_clear(&joined);
    return name;
}

static bool number_groups(const bench *shared, size_t column, const sv_alliances *alliances, sv_arena *texts, grouping *made)
{
    sv_lookup names = {0};
    bool done;
    made->group = sv_alloc(shared->n, sizeof *made->group);
    made->size = sv_alloc(shared->n, sizeof *made->size);
    done = made->group && made->size;
    for (size_t v = 0; done && v < shared->n; v++) {
        const char *name = name_group(shared->network, v, column, alliances, texts);
        size_t group = name && *name ? sv_lookup_get(&names, name) : SV_NO_ROW;
        done = name != NULL;
        if (done && *name && group == SV_LOOKUP_NONE) {
            group = made->n_groups++;
            done = sv_lookup_put(&names, name, group);
        }
        made->group[v] = group;
        if (done && group != SV_NO_ROW) {
            made->size[group]++;
            made->n++;
        }
    }
    sv_lookup_clear(&names);
    return done;
}

static sv_status grouping_find(const bench *shared, size_t column, grouping *made, sv_error *error)
{
    const sv_network *network = shared->network;
    sv_alliances alliances = {0};
    sv_arena texts = {0};
    sv_status status = SV_OK;
    if (column == SV_GROUPS_ALLIANCES)
        status = sv_alliances_find(sv_network_map(network), sv_network_get_options(network)->as_of, &alliances, error);
    if (status == SV_OK && !number_groups(shared, column, &alliances, &texts, made))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_alliances_clear(&alliances);
    sv_arena_clear(&texts);
    return status;
}

/* True when the tie of entry e runs from its vertex to the neighbour, or back. */
static bool runs_there(const bench *shared, size_t e)
{
    return shared->along[e] > 0;
}

static bool runs_back(const bench *shared, size_t e)
{
    return shared->along == shared->mutual || shared->mutual[e] > shared->along[e];
}

static sv_brokerage_role role_of(size_t from, size_t broker, size_t to)
{
    if (from == broker)
        return to == broker ? SV_COORDINATOR : SV_REPRESENTATIVE;
    if (to == broker)
        return SV_GATEKEEPER;
    return from == to ? SV_ITINERANT : SV_LIAISON;
}

/* All pairs a broker stands between, by role. `tied` is per vertex: the last whose tie to it was seen, from 1. */
static void count_broker(const bench *shared, const grouping *of, size_t broker, size_t *tied, double counts[SV_BROKERAGE_ROLES])
{
    for (size_t e = shared->start[broker]; e < shared->start[broker + 1]; e++) {
        size_t from = shared->neighbour[e];
        if (!runs_back(shared, e) || of->group[from] == SV_NO_ROW)
            continue;
        for (size_t f = shared->start[from]; f < shared->start[from + 1]; f++)
            if (runs_there(shared, f))
                tied[shared->neighbour[f]] = from + 1;
        for (size_t f = shared->start[broker]; f < shared->start[broker + 1]; f++) {
            size_t to = shared->neighbour[f];
            if (!runs_there(shared, f) || to == from || tied[to] == from + 1 || of->group[to] == SV_NO_ROW)
                continue;
            counts[role_of(of->group[from], of->group[broker], of->group[to])]++;
            counts[SV_BROKERAGE_TOTAL]++;
        }
    }
}

/* Ties among those who take part, each way counted, as a share of all there could be. */
static double find_density(const bench *shared, const grouping *of)
{
    size_t ties = 0;
    for (size_t v = 0; v < shared->n; v++)
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++)
            ties += of->group[v] != SV_NO_ROW && of->group[shared->neighbour[e]] != SV_NO_ROW && runs_there(shared, e);
    return (double)ties / ((double)of->n * ((double)of->n - 1));
}

/* The mean and the variance of each role for a broker in a group of `own` actors, d the density. */
static void find_moments(const grouping *of, double own, double d, double mean[SV_BROKERAGE_ROLES], double variance[SV_BROKERAGE_ROLES])
{
    double n = (double)of->n, others = n - own, open = d * d * (1 - d), shared_tie = d * d * d * (1 - d) * (1 - d) * (1 - d);
    double triples[SV_BROKERAGE_ROLES] = {0}, overlaps[SV_BROKERAGE_ROLES] = {0}; /* pairs that can be brokered; pairs of those that share a tie */
    double squares = 0;
    bool own_passed = false;
    triples[SV_COORDINATOR] = (own - 1) * (own - 2);
    overlaps[SV_COORDINATOR] = 2 * (own - 1) * (own - 2) * (own - 3);
    for (size_t g = 0; g < of->n_groups; g++) {
        double size = (double)of->size[g], rest = n - size - own;
        if (!own_passed && size == own) { /* any group of this size stands for the broker's own: the sums are the same */
            own_passed = true;
            continue;
        }
        squares += size * size;
        triples[SV_ITINERANT] += size * (size - 1);
        overlaps[SV_ITINERANT] += 2 * size * (size - 1) * (size - 2);
        overlaps[SV_LIAISON] += 4 * size * rest * (rest - 1) / 2;
    }
    triples[SV_REPRESENTATIVE] = triples[SV_GATEKEEPER] = others * (own - 1);
    overlaps[SV_REPRESENTATIVE] = overlaps[SV_GATEKEEPER] = (own - 1) * others * (others - 1) + others * (own - 1) * (own - 2);
    triples[SV_LIAISON] = others * others - squares;
    triples[SV_BROKERAGE_TOTAL] = (n - 1) * (n - 2);
    overlaps[SV_BROKERAGE_TOTAL] = 2 * (n - 1) * (n - 2) * (n - 3);
    for (int role = 0; role < SV_BROKERAGE_ROLES; role++) {
        mean[role] = open * triples[role];
        variance[role] = mean[role] * (1 - open) + overlaps[role] * shared_tie;
    }
}

static void fill_broker(const grouping *of, double d, size_t group, sv_brokerage *broker)
{
    double variance[SV_BROKERAGE_ROLES];
    find_moments(of, (double)of->size[group], d, broker->expected, variance);
    for (int role = 0; role < SV_BROKERAGE_ROLES; role++)
        broker->z[role] = variance[role] > 0 ? (broker->count[role] - broker->expected[role]) / sqrt(variance[role]) : NAN;
}

static sv_status fill(bench *shared, size_t column, sv_brokerage *brokers, sv_error *error)
{
    grouping of = {0};
    size_t *tied = sv_alloc(shared->n, sizeof *tied);
    sv_status status = bench_neighbours(shared, error);
    if (status == SV_OK && !tied)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = grouping_find(shared, column, &of, error);
    if (status == SV_OK) {
        double d = find_density(shared, &of);
        for (size_t v = 0; v < shared->n; v++) {
            if (of.group[v] != SV_NO_ROW) {
                count_broker(shared, &of, v, tied, brokers[v].count);
                fill_broker(&of, d, of.group[v], &brokers[v]);
                continue;
            }
            for (int role = 0; role < SV_BROKERAGE_ROLES; role++)
                brokers[v].count[role] = brokers[v].expected[role] = brokers[v].z[role] = NAN;
        }
    }
    free(tied);
    free(of.group);
    free(of.size);
    return status;
}

sv_status sv_brokerage_new(const sv_network *network, size_t column, sv_brokerage **brokers, sv_error *error)
{
    bench shared = {.network = network, .n = sv_network_actors(network)};
    sv_status status;
    *brokers = sv_alloc(shared.n, sizeof **brokers);
    if (!*brokers)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = fill(&shared, column, *brokers, error);
    bench_clear(&shared);
    if (status != SV_OK) {
        free(*brokers);
        *brokers = NULL;
    }
    return status;
}

size_t brokerage_groups(const bench *shared)
{
    return shared->options && shared->options->groups ? shared->options->groups : SV_ACTOR_SECTOR;
}

/* One role of every vertex. The counts are kept on the bench, so that six scores need one count. */
static sv_status measure_role(bench *shared, sv_brokerage_role role, double *values, sv_error *error)
{
    sv_status status = SV_OK;
    if (!shared->brokers) {
        shared->brokers = sv_alloc(shared->n, sizeof *shared->brokers);
        if (!shared->brokers)
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        status = fill(shared, brokerage_groups(shared), shared->brokers, error);
    }
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        values[v] = shared->brokers[v].count[role];
    return status;
}

sv_brokerage_role sv_brokerage_role_of(size_t score)
{
    static measure *const roles[] = {measure_coordinator,    measure_itinerant, measure_gatekeeper,
                                     measure_representative, measure_liaison,   measure_brokerage};
    int role = 0;
    while (role < SV_BROKERAGE_ROLES && roles[role] != score_measure(score))
        role++;
    return (sv_brokerage_role)role;
}

sv_status measure_coordinator(bench *shared, double *values, sv_error *error)
{
    return measure_role(shared, SV_COORDINATOR, values, error);
}

sv_status measure_itinerant(bench *shared, double *values, sv_error *error)
{
    return measure_role(shared, SV_ITINERANT, values, error);
}

sv_status measure_gatekeeper(bench *shared, double *values, sv_error *error)
{
    return measure_role(shared, SV_GATEKEEPER, values, error);
}

sv_status measure_representative(bench *shared, double *values, sv_error *error)
{
    return measure_role(shared, SV_REPRESENTATIVE, values, error);
}

sv_status measure_liaison(bench *shared, double *values, sv_error *error)
{
    return measure_role(shared, SV_LIAISON, values, error);
}

sv_status measure_brokerage(bench *shared, double *values, sv_error *error)
{
    return measure_role(shared, SV_BROKERAGE_TOTAL, values, error);
}

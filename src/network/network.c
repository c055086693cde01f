/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The network: who stands in it, and the ties between them. What all that walk over it assume is made true here, once:
 * numbers in range, every pair once, strengths finite and above 0, lengths that can be compared.
 */
#include "network.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "level.h"

static bool number_vertices(sv_network *network)
{
    size_t n = sv_map_rows(network->map, SV_ACTORS);
    network->actor_of = sv_alloc(n, sizeof *network->actor_of);
    network->vertex_of = sv_alloc(n, sizeof *network->vertex_of);
    if (!network->actor_of || !network->vertex_of)
        return false;
    for (size_t i = 0; i < n; i++) {
        const sv_actor *actor = sv_map_actor(network->map, i);
        network->vertex_of[i] = SV_NO_ROW;
        if (!level_holds(network->options.level, actor))
            continue;
        network->vertex_of[i] = network->n_vertices;
        network->actor_of[network->n_vertices++] = i;
    }
    return true;
}

/* Ways are compared to ten digits or so: of two ties whose lengths differ more than `most_apart`, one would not count at all. */
static const double most_apart = 1e8;

static bool lengths_compare(const sv_network *network)
{
    double least = HUGE_VAL, most = 0;
    for (size_t i = 0; i < network->n_ties; i++)
        for (int back = 0; back < 2; back++) {
            if (!(network_strength(network, i, back) > 0))
                continue;
            least = fmin(least, network_length(network, i, back));
            most = fmax(most, network_length(network, i, back));
        }
    return most == 0 || (most <= least * most_apart && least > 1e-100 && most < 1e100);
}

static sv_status refuse_lengths(const sv_network *network, sv_error *error)
{
    char strengths[64];
    snprintf(strengths, sizeof strengths, "%.0f", pow(most_apart, 1 / network->options.alpha));
    return sv_error_set(error, SV_E_WEIGHTS_APART, NULL, strengths);
}

sv_status sv_network_new(const sv_map *map, const sv_network_options *options, sv_network **result, sv_error *error)
{
    sv_network *network = sv_alloc(1, sizeof *network);
    sv_status status;
    *result = NULL;
    if (!network)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    network->map = map;
    if (options)
        network->options = *options;
    if (network->options.alpha == 0)
        network->options.alpha = 1;
    status = number_vertices(network) ? network_gather(network, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK && network->options.strength && !lengths_compare(network))
        status = refuse_lengths(network, error);
    if (status != SV_OK) {
        sv_network_free(network);
        return status;
    }
    *result = network;
    return SV_OK;
}

void sv_network_free(sv_network *network)
{
    if (!network)
        return;
    free(network->actor_of);
    free(network->vertex_of);
    network_clear_ties(network);
    free(network->fold_start);
    free(network->fold);
    free(network);
}

bool sv_network_counts(const sv_network_options *options, size_t kind)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    if (options->ties)
        return options->ties >> kind & 1;
    return kinds[kind].in_network || (options->acquaintance && kinds[kind].carries_route);
}

bool sv_network_counts_memberships(const sv_network_options *options)
{
    return !options->ties || (options->ties & SV_TIES_MEMBERSHIPS) != 0;
}

double network_strength(const sv_network *network, size_t tie, bool back)
{
    double strength = !network->options.directed ? network->strength[tie] : back ? network->back[tie] : network->there[tie];
    return network->options.strength ? strength : strength > 0;
}

double network_length(const sv_network *network, size_t tie, bool back)
{
    double strength = network_strength(network, tie, back);
    return network->options.alpha == 1 ? 1 / strength : pow(strength, -network->options.alpha);
}

const sv_map *sv_network_map(const sv_network *network)
{
    return network->map;
}

const sv_network_options *sv_network_get_options(const sv_network *network)
{
    return &network->options;
}

size_t sv_network_actors(const sv_network *network)
{
    return network->n_vertices;
}

size_t sv_network_ties(const sv_network *network)
{
    return network->n_ties;
}

size_t sv_network_actor(const sv_network *network, size_t vertex)
{
    return network->actor_of[vertex];
}

size_t sv_network_vertex(const sv_network *network, size_t actor)
{
    return network->vertex_of[actor];
}

void sv_network_tie(const sv_network *network, size_t tie, size_t *from, size_t *to, double *strength)
{
    *from = network->from[tie];
    *to = network->to[tie];
    *strength = network->strength[tie];
}

void sv_network_tie_ways(const sv_network *network, size_t tie, double *there, double *back)
{
    *there = network->there[tie];
    *back = network->back[tie];
}

void sv_network_tie_rests_on(const sv_network *network, size_t tie, double *rows, double *shared)
{
    *rows = network->rows ? network->rows[tie] : network->strength[tie];
    *shared = network->shared ? network->shared[tie] : 0;
}

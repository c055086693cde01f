/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Gathering: the rows of Ties and Memberships that count in a network, made into one tie for each pair; or the rows of
 * one kind of tie, made into one link for each pair and way. Of parallel ties (other kinds, the other way, rows of nobody)
 * the strongest counts; how several informants count, records.c says.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "network.h"
#include "records.h"

/* The ends of a record, by vertex; false for one that is no tie in the network. */
static bool put_ends(const sv_network *network, size_t from, size_t to, tie_record *made)
{
    size_t a = network->vertex_of[from], b = network->vertex_of[to];
    if (a == SV_NO_ROW || b == SV_NO_ROW || a == b)
        return false;
    record_between(made, a, b);
    return true;
}

/* What one row of Ties says between two vertices, whatever its kind; false when it does not count. */
static bool put_tie(const sv_network *network, size_t row, tie_record *made)
{
    const sv_tie *tie = sv_map_tie(network->map, row);
    if (!record_of_tie(network->map, row, network->options.as_of, made) || !put_ends(network, tie->from, tie->to, made))
        return false;
    if (!isnan(tie->weight))
        made->strength = tie->weight;
    made->reversed = tie->direction != SV_BOTH && made->reversed != (tie->direction == SV_BACK);
    return true;
}

static size_t collect(const sv_network *network, tie_record *records)
{
    const sv_map *map = network->map;
    int day = network->options.as_of;
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++)
        if (sv_map_tie(map, row)->kind->in_network && put_tie(network, row, &records[n]))
            n++;
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        tie_record made;
        if (record_of_membership(map, row, day, &made) && put_ends(network, membership->who, membership->of, &made))
            records[n++] = made;
    }
    return n;
}

static void combine(sv_network *network, const tie_record *records, size_t n)
{
    size_t at = 0;
    while (at < n) {
        const tie_record *first = &records[at];
        double strongest = 0;
        while (at < n && records[at].a == first->a && records[at].b == first->b) {
            double strength = records_combine(records, n, &at, NULL);
            if (strength > strongest)
                strongest = strength;
        }
        if (!(strongest > 0))
            continue;
        network->from[network->n_ties] = first->a;
        network->to[network->n_ties] = first->b;
        network->strength[network->n_ties++] = strongest;
    }
}

bool network_gather(sv_network *network)
{
    size_t rows = sv_map_rows(network->map, SV_TIES) + sv_map_rows(network->map, SV_MEMBERSHIPS), n;
    tie_record *records = sv_alloc(rows, sizeof *records);
    if (!records)
        return false;
    n = collect(network, records);
    records_sort(records, n);
    network->from = sv_alloc(n, sizeof *network->from);
    network->to = sv_alloc(n, sizeof *network->to);
    network->strength = sv_alloc(n, sizeof *network->strength);
    if (network->from && network->to && network->strength)
        combine(network, records, n);
    free(records);
    return network->from && network->to && network->strength;
}

/* The rows of one kind; one that goes both ways gives two records, one that says no strength none. */
static size_t collect_kind(const sv_network *network, const sv_tie_kind *kind, tie_record *records, size_t *without_strength)
{
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(network->map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(network->map, row);
        if (tie->kind != kind || !put_tie(network, row, &records[n]))
            continue;
        if (isnan(records[n].strength)) {
            ++*without_strength;
            continue;
        }
        n++;
        if (tie->direction == SV_BOTH) {
            records[n] = records[n - 1];
            records[n++].reversed = true;
        }
    }
    return n;
}

void network_links_clear(network_links *links)
{
    free(links->from);
    free(links->to);
    free(links->strength);
    *links = (network_links){0};
}

bool network_gather_kind(const sv_network *network, const sv_tie_kind *kind, network_links *links)
{
    tie_record *records = sv_alloc(2 * sv_map_rows(network->map, SV_TIES), sizeof *records);
    size_t n, at = 0;
    *links = (network_links){0};
    if (!records)
        return false;
    n = collect_kind(network, kind, records, &links->without_strength);
    records_sort(records, n);
    links->from = sv_alloc(n, sizeof *links->from);
    links->to = sv_alloc(n, sizeof *links->to);
    links->strength = sv_alloc(n, sizeof *links->strength);
    while (links->from && links->to && links->strength && at < n) {
        const tie_record *first = &records[at];
        double strength = records_combine(records, n, &at, NULL);
        if (isnan(strength))
            continue;
        links->from[links->n] = first->reversed ? first->b : first->a;
        links->to[links->n] = first->reversed ? first->a : first->b;
        links->strength[links->n++] = strength;
    }
    free(records);
    return links->from && links->to && links->strength;
}

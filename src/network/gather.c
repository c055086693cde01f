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
    made->both = tie->direction == SV_BOTH;
    made->reversed = !made->both && made->reversed != (tie->direction == SV_BACK);
    return true;
}

static size_t collect(const sv_network *network, tie_record *records)
{
    const sv_map *map = network->map;
    int day = network->options.as_of;
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie_kind *kind = sv_map_tie(map, row)->kind;
        if ((kind->in_network || (network->options.acquaintance && kind->carries_route)) && put_tie(network, row, &records[n]))
            n++;
    }
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        tie_record made;
        if (record_of_membership(map, row, day, &made) && put_ends(network, membership->who, membership->of, &made))
            records[n++] = made;
    }
    return n;
}

/* All records of one pair, as one tie; moves *at behind them. Of rows of one kind that do not agree on the way, one that goes both ways is enough. */
static void combine_pair(sv_network *network, const tie_record *records, size_t n, size_t *at)
{
    const tie_record *first = &records[*at];
    double there = 0, back = 0;
    while (*at < n && records[*at].a == first->a && records[*at].b == first->b) {
        const tie_record *of_kind = &records[*at];
        double strength = records_combine(records, n, at, NULL);
        bool both = false;
        for (const tie_record *one = of_kind; one < &records[*at]; one++)
            both |= one->both && one->certainty > 0;
        if (both || !of_kind->reversed)
            there = fmax(there, strength);
        if (both || of_kind->reversed)
            back = fmax(back, strength);
    }
    if (!(there > 0) && !(back > 0))
        return;
    network->from[network->n_ties] = first->a;
    network->to[network->n_ties] = first->b;
    network->there[network->n_ties] = there;
    network->back[network->n_ties] = back;
    network->strength[network->n_ties++] = fmax(there, back);
}

bool network_gather(sv_network *network)
{
    size_t rows = sv_map_rows(network->map, SV_TIES) + sv_map_rows(network->map, SV_MEMBERSHIPS), n;
    tie_record *records = sv_alloc(rows, sizeof *records);
    bool done;
    if (!records)
        return false;
    n = collect(network, records);
    records_sort(records, n);
    network->from = sv_alloc(n, sizeof *network->from);
    network->to = sv_alloc(n, sizeof *network->to);
    network->strength = sv_alloc(n, sizeof *network->strength);
    network->there = sv_alloc(n, sizeof *network->there);
    network->back = sv_alloc(n, sizeof *network->back);
    done = network->from && network->to && network->strength && network->there && network->back;
    for (size_t at = 0; done && at < n;)
        combine_pair(network, records, n, &at);
    free(records);
    return done;
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

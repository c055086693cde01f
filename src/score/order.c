/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Renumbering a network for walking over it: breadth-first from the best tied actor, so that walks find what they need near by. */
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "adjacency.h"

static void clear_arcs(arcs *list)
{
    free(list->start);
    free(list->to);
    free(list->tie);
    free(list->length);
    *list = (arcs){0};
}

static bool begin_arcs(arcs *list, size_t n, size_t n_arcs)
{
    list->start = sv_alloc(n + 2, sizeof *list->start);
    list->to = sv_alloc(n_arcs, sizeof *list->to);
    list->tie = sv_alloc(n_arcs, sizeof *list->tie);
    return list->start && list->to && list->tie;
}

/* From counts in start[v + 2] to where v's arcs begin in start[v + 1], which moves on to their end as they are filled in. */
static void add_up(uint32_t *start, size_t n)
{
    for (size_t v = 0; v < n; v++)
        start[v + 2] += start[v + 1];
}

static void put_arc(arcs *list, uint32_t from, uint32_t to, uint32_t tie)
{
    uint32_t at = list->start[from + 1]++;
    list->to[at] = to;
    list->tie[at] = tie;
}

/* Every tie both ways, or the ways it runs; by vertex, or by place when those are known. */
static bool fill_arcs(const sv_network *network, bool directed, const uint32_t *place, arcs *list)
{
    size_t n = network->n_vertices;
    if (!begin_arcs(list, n, 2 * network->n_ties))
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < network->n_ties; i++) {
            bool there = !directed || network_strength(network, i, false) > 0, back = !directed || network_strength(network, i, true) > 0;
            uint32_t from = place ? place[network->from[i]] : (uint32_t)network->from[i];
            uint32_t to = place ? place[network->to[i]] : (uint32_t)network->to[i];
            if (pass == 0) {
                list->start[from + 2] += there;
                list->start[to + 2] += back;
                continue;
            }
            if (there)
                put_arc(list, from, to, (uint32_t)i);
            if (back)
                put_arc(list, to, from, (uint32_t)i);
        }
        if (pass == 0)
            add_up(list->start, n);
    }
    return true;
}

/* The arcs the other way round, each list sorted by the other end. */
static bool turn_around(const arcs *list, size_t n, arcs *turned)
{
    if (!begin_arcs(turned, n, list->start[n]))
        return false;
    for (size_t at = 0; at < list->start[n]; at++)
        turned->start[list->to[at] + 2]++;
    add_up(turned->start, n);
    for (uint32_t v = 0; v < n; v++)
        for (uint32_t at = list->start[v]; at < list->start[v + 1]; at++)
            put_arc(turned, list->to[at], v, list->tie[at]);
    return true;
}

/* Vertices by their number of arcs, most first; of equal ones the first. NULL without memory. */
static uint32_t *by_degree(const arcs *list, uint32_t n)
{
    uint32_t *sorted = sv_alloc(n, sizeof *sorted), *first = sv_alloc((size_t)n + 2, sizeof *first);
    for (uint32_t v = 0; sorted && first && v < n; v++) /* more than n - 1 others nobody has */
        first[n - (list->start[v + 1] - list->start[v])]++;
    for (uint32_t d = 0, sum = 0; sorted && first && d <= n; d++) {
        uint32_t count = first[d];
        first[d] = sum;
        sum += count;
    }
    for (uint32_t v = 0; sorted && first && v < n; v++)
        sorted[first[n - (list->start[v + 1] - list->start[v])]++] = v;
    if (!first) {
        free(sorted);
        sorted = NULL;
    }
    free(first);
    return sorted;
}

/* Breadth-first over all vertices; each search that starts anew is another part. */
static bool search(const arcs *list, adjacency *adj)
{
    uint32_t *starts = by_degree(list, adj->n), met = 0, done = 0;
    if (!starts)
        return false;
    memset(adj->place, 0xff, adj->n * sizeof *adj->place);
    for (uint32_t i = 0; i < adj->n; i++) {
        if (adj->place[starts[i]] != UINT32_MAX)
            continue;
        adj->place[starts[i]] = met;
        adj->vertex[met++] = starts[i];
        for (; done < met; done++) {
            uint32_t v = adj->vertex[done];
            adj->part[done] = adj->n_parts;
            for (uint32_t at = list->start[v]; at < list->start[v + 1]; at++)
                if (adj->place[list->to[at]] == UINT32_MAX) {
                    adj->place[list->to[at]] = met;
                    adj->vertex[met++] = list->to[at];
                }
        }
        adj->part_start[++adj->n_parts] = met;
    }
    free(starts);
    return true;
}

static bool find_order(const sv_network *network, adjacency *adj)
{
    arcs list = {0};
    bool done;
    adj->vertex = sv_alloc(adj->n, sizeof *adj->vertex);
    adj->place = sv_alloc(adj->n, sizeof *adj->place);
    adj->part = sv_alloc(adj->n, sizeof *adj->part);
    adj->part_start = sv_alloc((size_t)adj->n + 1, sizeof *adj->part_start);
    done = adj->vertex && adj->place && adj->part && adj->part_start && fill_arcs(network, false, NULL, &list) && search(&list, adj);
    clear_arcs(&list);
    return done;
}

/* `arriving`: the arcs lead from `to` to the place whose list they stand in. */
static bool find_lengths(const sv_network *network, const adjacency *adj, bool arriving, arcs *list)
{
    if (!network->options.strength)
        return true;
    list->length = sv_alloc(adj->n_arcs, sizeof *list->length);
    for (uint32_t p = 0; list->length && p < adj->n; p++)
        for (uint32_t at = list->start[p]; at < list->start[p + 1]; at++) {
            bool back = (network->from[list->tie[at]] != adj->vertex[p]) != arriving;
            list->length[at] = network_length(network, list->tie[at], back);
        }
    return list->length != NULL;
}

bool adjacency_make(const sv_network *network, bool directed, adjacency *made)
{
    arcs list = {0};
    bool done;
    *made = (adjacency){0};
    if (network->n_vertices >= UINT32_MAX - 2 || network->n_ties >= UINT32_MAX / 2)
        return false; /* far beyond what a map may hold */
    made->n = (uint32_t)network->n_vertices;
    made->n_ties = (uint32_t)network->n_ties;
    made->directed = directed;
    done = find_order(network, made) && fill_arcs(network, directed, made->place, &list) && turn_around(&list, made->n, &made->in);
    if (done)
        made->n_arcs = list.start[made->n];
    clear_arcs(&list);
    if (done && made->directed)
        done = turn_around(&made->in, made->n, &made->out) && find_lengths(network, made, false, &made->out);
    if (done)
        done = find_lengths(network, made, true, &made->in);
    if (done && !made->directed)
        made->out = made->in;
    return done;
}

void adjacency_clear(adjacency *adj)
{
    if (adj->out.start != adj->in.start)
        clear_arcs(&adj->out);
    clear_arcs(&adj->in);
    free(adj->vertex);
    free(adj->place);
    free(adj->part);
    free(adj->part_start);
    *adj = (adjacency){0};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signed balance: whether the enemy of a friend is an enemy (Heider 1946; Cartwright & Harary 1956). A triangle is balanced
 * when none or two of its ties are opposition. How far the whole is from two camps, frustration.c says.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../network/network.h"
#include "signed_graph.h"

/* ---- The graph ---- */

typedef struct named {
    const char *id;
    size_t vertex;
} named;

static int by_id(const void *left, const void *right)
{
    return strcmp(((const named *)left)->id, ((const named *)right)->id);
}

/* The place of every vertex in the order of ids, so that a search does not hang on the order of the rows. NULL without memory. */
static size_t *order_by_id(const sv_network *network)
{
    size_t n = network->n_vertices, *place = sv_alloc(n, sizeof *place);
    named *all = sv_alloc(n, sizeof *all);
    for (size_t v = 0; place && all && v < n; v++)
        all[v] = (named){sv_map_actor(network->map, network->actor_of[v])->id, v};
    if (place && all && n)
        qsort(all, n, sizeof *all, by_id);
    for (size_t i = 0; place && all && i < n; i++)
        place[all[i].vertex] = i;
    if (!all) {
        free(place);
        place = NULL;
    }
    free(all);
    return place;
}

/* Of one pair opposition stands first. */
static int by_pair(const void *left, const void *right)
{
    const signed_tie *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return a->sign - b->sign;
}

static void put(signed_tie *ties, size_t *n, const size_t *place, size_t a, size_t b, int sign)
{
    size_t p = place[a], q = place[b];
    ties[(*n)++] = (signed_tie){p < q ? p : q, p < q ? q : p, sign};
}

/* Sorted, each pair once; gives how many are left. */
static size_t keep_one_of_each(signed_tie *ties, size_t n, size_t *ambiguous)
{
    size_t kept = 0;
    if (n)
        qsort(ties, n, sizeof *ties, by_pair);
    for (size_t i = 0; i < n; i++) {
        signed_tie *last = kept ? &ties[kept - 1] : NULL;
        if (!last || last->a != ties[i].a || last->b != ties[i].b)
            ties[kept++] = ties[i];
        else
            *ambiguous += last->sign < 0 && ties[i].sign > 0;
    }
    return kept;
}

bool signed_graph_make(size_t n, signed_tie *ties, size_t n_ties, signed_graph *made)
{
    size_t *fill = sv_alloc(n + 1, sizeof *fill);
    *made = (signed_graph){.n = n, .n_ties = n_ties, .ties = ties};
    made->start = sv_alloc(n + 1, sizeof *made->start);
    made->neighbour = sv_alloc(2 * n_ties, sizeof *made->neighbour);
    made->sign = sv_alloc(2 * n_ties, sizeof *made->sign);
    if (!ties || !fill || !made->start || !made->neighbour || !made->sign) {
        free(fill);
        return false;
    }
    for (size_t i = 0; i < n_ties; i++) {
        made->start[ties[i].a + 1]++;
        made->start[ties[i].b + 1]++;
    }
    for (size_t v = 0; v < n; v++) {
        made->start[v + 1] += made->start[v];
        fill[v + 1] = made->start[v + 1];
    }
    for (size_t i = 0; i < n_ties; i++)
        for (int turn = 0; turn < 2; turn++) {
            size_t at = fill[turn ? ties[i].b : ties[i].a]++;
            made->neighbour[at] = turn ? ties[i].a : ties[i].b;
            made->sign[at] = ties[i].sign;
        }
    free(fill);
    return true;
}

void signed_graph_clear(signed_graph *graph)
{
    free(graph->ties);
    free(graph->start);
    free(graph->neighbour);
    free(graph->sign);
    *graph = (signed_graph){0};
}

sv_status signed_graph_of(const sv_network *network, signed_graph *made, sv_error *error)
{
    network_links against;
    size_t n = 0, ambiguous = 0, *place = NULL;
    signed_tie *ties = NULL;
    sv_status status = network_gather_kind(network, sv_tie_kind_find("opposes"), 1, &against, error);
    *made = (signed_graph){0};
    if (status == SV_OK) {
        place = order_by_id(network);
        ties = sv_alloc(network->n_ties + against.n, sizeof *ties);
        if (!place || !ties)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (status == SV_OK) {
        for (size_t i = 0; i < network->n_ties; i++)
            put(ties, &n, place, network->from[i], network->to[i], 1);
        for (size_t i = 0; i < against.n; i++)
            if (against.strength[i] > 0)
                put(ties, &n, place, against.from[i], against.to[i], -1);
        n = keep_one_of_each(ties, n, &ambiguous);
        if (!signed_graph_make(network->n_vertices, ties, n, made))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        made->ambiguous = ambiguous;
        ties = NULL;
    }
    free(ties);
    free(place);
    network_links_clear(&against);
    return status;
}

/* ---- Triangles ---- */

/* Each triangle is met once: from the end with the fewest ties its neighbours with more are marked, and looked for among those of these. */
static bool has_more(const signed_graph *g, size_t v, size_t than)
{
    size_t own = g->start[v + 1] - g->start[v], other = g->start[than + 1] - g->start[than];
    return own != other ? own > other : v > than;
}

static bool count_triangles(const signed_graph *g, sv_signed_balance *balance)
{
    int *mark = sv_alloc(g->n, sizeof *mark);
    if (!mark)
        return false;
    for (size_t v = 0; v < g->n; v++) {
        for (size_t e = g->start[v]; e < g->start[v + 1]; e++)
            if (has_more(g, g->neighbour[e], v))
                mark[g->neighbour[e]] = g->sign[e];
        for (size_t e = g->start[v]; e < g->start[v + 1]; e++) {
            size_t u = g->neighbour[e];
            for (size_t f = g->start[u]; has_more(g, u, v) && f < g->start[u + 1]; f++) {
                size_t w = g->neighbour[f];
                if (!has_more(g, w, u) || !mark[w])
                    continue;
                balance->triangles++;
                balance->balanced += g->sign[e] * g->sign[f] * mark[w] > 0;
            }
        }
        for (size_t e = g->start[v]; e < g->start[v + 1]; e++)
            mark[g->neighbour[e]] = 0;
    }
    free(mark);
    return true;
}

sv_status sv_signed_balance_find(const sv_network *network, const sv_signed_balance_options *options, sv_signed_balance *balance,
                                 sv_error *error)
{
    enum { usual = 20 };
    signed_graph graph;
    sv_status status = signed_graph_of(network, &graph, error);
    *balance = (sv_signed_balance){.share = NAN};
    for (size_t i = 0; status == SV_OK && i < graph.n_ties; i++)
        balance->negative += graph.ties[i].sign < 0;
    if (status == SV_OK && balance->negative) {
        balance->positive = graph.n_ties - balance->negative;
        balance->ambiguous = graph.ambiguous;
        if (!count_triangles(&graph, balance))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        if (balance->triangles)
            balance->share = (double)balance->balanced / (double)balance->triangles;
    }
    if (status == SV_OK && balance->negative)
        status = signed_graph_frustration(&graph, options && options->exact_to ? options->exact_to : usual, &balance->least, &balance->most,
                                          error);
    signed_graph_clear(&graph);
    return status;
}

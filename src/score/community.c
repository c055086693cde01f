/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Communities: groups of actors with more ties among each other than chance would give them, by the Leiden
 * algorithm (Traag, Waltman & Van Eck 2019) for modularity (Newman & Girvan 2004), resolution 1, seed 42. Numbered from 1 by size,
 * then by the smallest id in them. Ties count both ways; who has none is a community by itself.
 *
 * What is found hangs on the order in which actors are looked at, so they are put in that of their ids first: the same
 * people give the same communities, whatever the order of the rows.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../network/guard.h"
#include "measure.h"

enum { until_it_stays = -1, searches_least = 3, searches_most = 12, steps_in_all = 100000 /* actors and ties times searches */ };
static const double chance = 0.01; /* how freely Leiden looks around while it refines; its authors' choice */

typedef struct member {
    const char *id;
    size_t vertex;
} member;

typedef struct link {
    size_t low, high; /* places in the order of ids */
    double weight;
} link;

/* The network with its vertices in the order of their ids. */
typedef struct ordered {
    size_t n, n_links;
    member *members;
    size_t *place; /* of each vertex */
    link *links;
    double sum; /* of all strengths of vertices */
} ordered;

typedef struct group {
    size_t size, number; /* number: igraph's */
    size_t first;        /* its first member */
} group;

static int by_id(const void *a, const void *b)
{
    return strcmp(((const member *)a)->id, ((const member *)b)->id);
}

static int by_ends(const void *a, const void *b)
{
    const link *left = a, *right = b;
    if (left->low != right->low)
        return left->low < right->low ? -1 : 1;
    return left->high < right->high ? -1 : left->high > right->high;
}

static int larger_first(const void *a, const void *b)
{
    const group *left = a, *right = b;
    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    return left->first < right->first ? -1 : left->first > right->first;
}

static void clear(ordered *o)
{
    free(o->members);
    free(o->place);
    free(o->links);
}

/* False without memory. */
static bool put_in_order(const sv_network *network, ordered *o)
{
    *o = (ordered){.n = network->n_vertices, .n_links = network->n_ties};
    o->members = sv_alloc(o->n, sizeof *o->members);
    o->place = sv_alloc(o->n, sizeof *o->place);
    o->links = sv_alloc(o->n_links, sizeof *o->links);
    if (!o->members || !o->place || !o->links)
        return false;
    for (size_t v = 0; v < o->n; v++)
        o->members[v] = (member){sv_map_actor(network->map, network->actor_of[v])->id, v};
    qsort(o->members, o->n, sizeof *o->members, by_id);
    for (size_t i = 0; i < o->n; i++)
        o->place[o->members[i].vertex] = i;
    for (size_t i = 0; i < o->n_links; i++) {
        size_t a = o->place[network->from[i]], b = o->place[network->to[i]];
        o->links[i] = (link){a < b ? a : b, a < b ? b : a, network->options.strength ? network->strength[i] : 1};
        o->sum += 2 * o->links[i].weight;
    }
    if (o->n_links)
        qsort(o->links, o->n_links, sizeof *o->links, by_ends);
    return true;
}

/* From igraph's numbers to ours. False without memory. */
static bool renumber(const ordered *o, const igraph_vector_int_t *membership, size_t n_groups, double *values)
{
    group *groups = sv_alloc(n_groups, sizeof *groups);
    size_t *rank = sv_alloc(n_groups, sizeof *rank);
    bool done = groups && rank;
    for (size_t i = 0; done && i < n_groups; i++)
        groups[i] = (group){.number = i, .first = SIZE_MAX};
    for (size_t i = 0; done && i < o->n; i++) {
        group *of = &groups[VECTOR(*membership)[i]];
        of->size++;
        of->first = i < of->first ? i : of->first;
    }
    if (done)
        qsort(groups, n_groups, sizeof *groups, larger_first);
    for (size_t i = 0; done && i < n_groups; i++)
        rank[groups[i].number] = i;
    for (size_t i = 0; done && i < o->n; i++)
        values[o->members[i].vertex] = (double)rank[VECTOR(*membership)[i]] + 1;
    free(groups);
    free(rank);
    return done;
}

/* What igraph needs for it. */
typedef struct leiden {
    igraph_t graph;
    igraph_vector_t ties, vertices; /* how strong each is */
    igraph_vector_int_t edges, membership;
} leiden;

/*
 * The best of several searches, which differ in where chance takes them: one alone ends a little below the best in one of forty small
 * networks, and in some known ones. The first of equally good ones counts. (All begin with everyone alone: from other
 * beginnings igraph 0.10.2 may never come back.)
 */
static igraph_error_t search(const ordered *o, leiden *l, double *values)
{
    size_t searches = steps_in_all / (o->n + o->n_links);
    double best = -HUGE_VAL;
    searches = searches < searches_least ? searches_least : searches > searches_most ? searches_most : searches;
    for (size_t i = 0; i < searches; i++) {
        igraph_integer_t n_groups = 0;
        igraph_real_t quality = 0;
        igraph_error_t code = igraph_community_leiden(&l->graph, &l->ties, &l->vertices, 1 / o->sum, chance, false, until_it_stays,
                                                      &l->membership, &n_groups, &quality);
        if (code != IGRAPH_SUCCESS)
            return code;
        if (quality <= best + 1e-12)
            continue;
        best = quality;
        if (!renumber(o, &l->membership, (size_t)n_groups, values))
            return IGRAPH_ENOMEM;
    }
    return IGRAPH_SUCCESS;
}

static igraph_error_t make_graph(const ordered *o, leiden *l)
{
    for (size_t i = 0; i < o->n_links; i++) {
        const link *tie = &o->links[i];
        VECTOR(l->edges)[2 * i] = (igraph_integer_t)tie->low;
        VECTOR(l->edges)[2 * i + 1] = (igraph_integer_t)tie->high;
        VECTOR(l->ties)[i] = tie->weight;
        VECTOR(l->vertices)[tie->low] += tie->weight;
        VECTOR(l->vertices)[tie->high] += tie->weight;
    }
    return igraph_create(&l->graph, &l->edges, (igraph_integer_t)o->n, IGRAPH_UNDIRECTED);
}

static igraph_error_t find(const ordered *o, double *values)
{
    leiden l;
    igraph_integer_t n = (igraph_integer_t)o->n, m = (igraph_integer_t)o->n_links;
    bool ties = false, vertices = false, edges = false, membership = false, graph = false;
    igraph_error_t code = IGRAPH_ENOMEM;
    ties = igraph_vector_init(&l.ties, m) == IGRAPH_SUCCESS;
    vertices = ties && igraph_vector_init(&l.vertices, n) == IGRAPH_SUCCESS;
    edges = vertices && igraph_vector_int_init(&l.edges, 2 * m) == IGRAPH_SUCCESS;
    membership = edges && igraph_vector_int_init(&l.membership, 0) == IGRAPH_SUCCESS;
    if (membership)
        code = make_graph(o, &l);
    graph = membership && code == IGRAPH_SUCCESS;
    if (graph)
        code = search(o, &l, values);
    if (graph)
        igraph_destroy(&l.graph);
    if (membership)
        igraph_vector_int_destroy(&l.membership);
    if (edges)
        igraph_vector_int_destroy(&l.edges);
    if (vertices)
        igraph_vector_destroy(&l.vertices);
    if (ties)
        igraph_vector_destroy(&l.ties);
    return code;
}

sv_status bench_community(bench *shared, sv_error *error)
{
    ordered o;
    sv_guard guard;
    sv_status status = SV_OK;
    if (shared->community)
        return SV_OK;
    shared->community = sv_alloc(shared->n, sizeof *shared->community);
    if (!shared->community)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (!put_in_order(shared->network, &o)) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    } else if (o.n_links == 0) { /* everyone is alone */
        for (size_t i = 0; i < o.n; i++)
            shared->community[o.members[i].vertex] = (double)i + 1;
    } else {
        sv_guard_begin(&guard);
        status = sv_guard_end(&guard, find(&o, shared->community), error);
    }
    clear(&o);
    return status;
}

sv_status measure_community(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_community(shared, error);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        values[v] = shared->community[v];
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Frustration: how few ties stand in the way of two camps, with ties within them and opposition between them only (Harary 1959).
 * Ties that lie on no common circle do not bear on each other, so the network is taken apart where one actor holds it together, and
 * the parts are counted by themselves: a part without opposition, or one that falls into two camps, has none. All divisions of a small
 * part are tried, one actor changing camp at a time; in a large one a search finds a good division, and circles with an odd number of
 * oppositions that share no tie, each of which must frustrate one, say how much better it could get.
 */
#include <igraph.h>
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../network/guard.h"
#include "signed_graph.h"

enum { starts_most = 64, starts_least = 4, exact_most = 30 };
static const double steps_exact = 1e8, steps_search = 2e7, steps_bound = 5e6; /* of all parts together: about a second each */

/* What the parts have used of it. */
typedef struct budget {
    double exact, search, bound;
    unsigned long long seed;
} budget;

/* ---- One part ---- */

/* How many ties of v hold it where it is, less those it strains against. */
static long balance_of(const signed_graph *g, const int *camp, size_t v)
{
    long sum = 0;
    for (size_t e = g->start[v]; e < g->start[v + 1]; e++)
        sum += g->sign[e] * camp[v] * camp[g->neighbour[e]];
    return sum;
}

static size_t count_frustrated(const signed_graph *g, const int *camp)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n_ties; i++)
        n += g->ties[i].sign * camp[g->ties[i].a] * camp[g->ties[i].b] < 0;
    return n;
}

/* Camps along a tree of ties, none of which it leaves frustrated; `queue` is room for all. */
static void follow_tree(const signed_graph *g, int *camp, size_t *queue, size_t root)
{
    size_t head = 0, n = 0;
    for (size_t v = 0; v < g->n; v++)
        camp[v] = 0;
    camp[root] = 1;
    queue[n++] = root;
    while (head < n) {
        size_t v = queue[head++];
        for (size_t e = g->start[v]; e < g->start[v + 1]; e++)
            if (!camp[g->neighbour[e]]) {
                camp[g->neighbour[e]] = camp[v] * g->sign[e];
                queue[n++] = g->neighbour[e];
            }
    }
}

/* All divisions, in an order in which each differs from the last in one actor (Gray 1953); the last actor stays where it is. */
static size_t try_all(const signed_graph *g, int *camp)
{
    size_t best, now;
    for (size_t v = 0; v < g->n; v++)
        camp[v] = 1;
    best = now = count_frustrated(g, camp);
    for (size_t step = 1; step < (size_t)1 << (g->n - 1); step++) {
        size_t v = 0;
        while (!(step >> v & 1))
            v++;
        now = (size_t)((long)now + balance_of(g, camp, v));
        camp[v] = -camp[v];
        best = now < best ? now : best;
    }
    return best;
}

/* Actors change camp as long as that leaves fewer ties frustrated. */
static size_t improve(const signed_graph *g, int *camp, double *steps)
{
    bool better = true;
    while (better) {
        better = false;
        *steps += (double)(2 * g->n_ties + g->n);
        for (size_t v = 0; v < g->n; v++)
            if (balance_of(g, camp, v) < 0) {
                camp[v] = -camp[v];
                better = true;
            }
    }
    return count_frustrated(g, camp);
}

static unsigned draw(budget *left)
{
    left->seed = left->seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(left->seed >> 33);
}

/* The best of trees from several actors, each improved, and of the best so far with a few actors moved. */
static size_t search(const signed_graph *g, int *camp, int *best_camp, size_t *queue, budget *left)
{
    size_t best = SIZE_MAX;
    for (int start = 0; start < starts_most && (start < starts_least || left->search < steps_search); start++) {
        size_t found;
        if (start % 2 == 0) {
            follow_tree(g, camp, queue, draw(left) % g->n);
        } else {
            for (size_t v = 0; v < g->n; v++)
                camp[v] = draw(left) % 8 == 0 ? -best_camp[v] : best_camp[v];
        }
        found = improve(g, camp, &left->search);
        if (found >= best)
            continue;
        best = found;
        for (size_t v = 0; v < g->n; v++)
            best_camp[v] = camp[v];
    }
    return best;
}

/* ---- Circles with an odd number of oppositions ---- */

/* A walk over actors in two layers, crossing at opposition: 2v, and 2v + 1 once an odd number has been passed. */
typedef struct layers {
    size_t *queue, *from, *through; /* per place: where it was reached from, and by which tie */
    size_t *walk, n_walks;          /* per place: the last walk that reached it, from 1 */
    bool *used;                     /* per tie: in a circle already */
    size_t *tie_of;                 /* per neighbour: the number of the tie */
} layers;

/* The shortest closed walk that crosses an odd number of times, through one opposing tie; its ties are used up. False when there is none.
 */
static bool take_circle(const signed_graph *g, layers *l, size_t tie, double *steps)
{
    size_t head = 0, n = 0, begin = 2 * g->ties[tie].a, end = 2 * g->ties[tie].b, walk = ++l->n_walks;
    l->walk[begin] = walk;
    l->queue[n++] = begin;
    while (head < n && l->walk[end] != walk) {
        size_t at = l->queue[head++], v = at / 2;
        *steps += (double)(g->start[v + 1] - g->start[v]);
        for (size_t e = g->start[v]; e < g->start[v + 1]; e++) {
            size_t next = 2 * g->neighbour[e] + (at % 2 != (g->sign[e] < 0));
            if (l->used[l->tie_of[e]] || l->tie_of[e] == tie || l->walk[next] == walk)
                continue;
            l->walk[next] = walk;
            l->from[next] = at;
            l->through[next] = l->tie_of[e];
            l->queue[n++] = next;
        }
    }
    if (l->walk[end] != walk)
        return false;
    l->used[tie] = true;
    for (size_t at = end; at != begin; at = l->from[at])
        l->used[l->through[at]] = true;
    return true;
}

/* At least so many ties are frustrated: one in each of as many circles without a tie in common. SIZE_MAX without memory. */
static size_t bound_from_below(const signed_graph *g, budget *left)
{
    layers l = {.queue = sv_alloc(2 * g->n, sizeof *l.queue),
                .from = sv_alloc(2 * g->n, sizeof *l.from),
                .through = sv_alloc(2 * g->n, sizeof *l.through),
                .walk = sv_alloc(2 * g->n, sizeof *l.walk),
                .used = sv_alloc(g->n_ties, sizeof *l.used),
                .tie_of = sv_alloc(2 * g->n_ties, sizeof *l.tie_of)};
    size_t n = 0, *fill = sv_alloc(g->n, sizeof *fill);
    bool done = l.queue && l.from && l.walk && l.through && l.used && l.tie_of && fill;
    for (size_t v = 0; done && v < g->n; v++)
        fill[v] = g->start[v];
    for (size_t i = 0; done && i < g->n_ties; i++) {
        l.tie_of[fill[g->ties[i].a]++] = i;
        l.tie_of[fill[g->ties[i].b]++] = i;
    }
    for (size_t i = 0; done && i < g->n_ties && (n == 0 || left->bound < steps_bound); i++)
        if (g->ties[i].sign < 0 && !l.used[i])
            n += take_circle(g, &l, i, &left->bound);
    free(l.queue);
    free(l.from);
    free(l.through);
    free(l.walk);
    free(l.used);
    free(l.tie_of);
    free(fill);
    return done ? n : SIZE_MAX;
}

/* ---- Parts ---- */

/* One part: what it adds at the least and at the most. False without memory. */
static bool weigh_part(const signed_graph *g, size_t exact_to, budget *left, size_t *least, size_t *most)
{
    int *camp = sv_alloc(g->n, sizeof *camp), *best_camp = sv_alloc(g->n, sizeof *best_camp);
    size_t *queue = sv_alloc(g->n, sizeof *queue), found = 0, below = 0;
    bool done = camp && best_camp && queue;
    double cost = g->n < exact_most ? ldexp((double)g->n_ties, (int)g->n) / (double)g->n : HUGE_VAL;
    if (done) {
        follow_tree(g, camp, queue, 0);
        found = count_frustrated(g, camp);
    }
    if (done && found && g->n <= exact_to && left->exact + cost <= steps_exact) {
        left->exact += cost;
        found = below = try_all(g, camp);
    } else if (done && found) {
        found = search(g, camp, best_camp, queue, left);
        below = bound_from_below(g, left);
        done = below != SIZE_MAX;
    }
    *least += below;
    *most += found;
    free(camp);
    free(best_camp);
    free(queue);
    return done;
}

/* The part made of some ties, with its actors numbered anew; `number` is room for all, and holds SIZE_MAX before and after. */
static bool cut_part(const signed_graph *g, const igraph_vector_int_t *edges, size_t *number, signed_graph *part)
{
    size_t m = (size_t)igraph_vector_int_size(edges), n = 0;
    signed_tie *ties = sv_alloc(m, sizeof *ties);
    for (size_t i = 0; ties && i < m; i++) {
        const signed_tie *tie = &g->ties[VECTOR(*edges)[i]];
        size_t a, b;
        number[tie->a] = number[tie->a] == SIZE_MAX ? n++ : number[tie->a];
        number[tie->b] = number[tie->b] == SIZE_MAX ? n++ : number[tie->b];
        a = number[tie->a];
        b = number[tie->b];
        ties[i] = (signed_tie){a < b ? a : b, a < b ? b : a, tie->sign};
    }
    for (size_t i = 0; i < m; i++)
        number[g->ties[VECTOR(*edges)[i]].a] = number[g->ties[VECTOR(*edges)[i]].b] = SIZE_MAX;
    return signed_graph_make(n, ties, m, part);
}

static bool is_opposed(const signed_graph *g, const igraph_vector_int_t *edges)
{
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(edges); i++)
        if (g->ties[VECTOR(*edges)[i]].sign < 0)
            return true;
    return false;
}

static igraph_error_t weigh_parts(const signed_graph *g, igraph_vector_int_list_t *parts, size_t exact_to, size_t *least, size_t *most)
{
    budget left = {.seed = 42};
    size_t *number = sv_alloc(g->n, sizeof *number);
    bool done = number != NULL;
    for (size_t v = 0; done && v < g->n; v++)
        number[v] = SIZE_MAX;
    for (igraph_integer_t i = 0; done && i < igraph_vector_int_list_size(parts); i++) {
        igraph_vector_int_t *edges = igraph_vector_int_list_get_ptr(parts, i);
        signed_graph part = {0};
        igraph_vector_int_sort(edges); /* so that a search begins alike whatever igraph's order is */
        if (!is_opposed(g, edges))
            continue;
        done = cut_part(g, edges, number, &part) && weigh_part(&part, exact_to, &left, least, most);
        signed_graph_clear(&part);
    }
    free(number);
    return done ? IGRAPH_SUCCESS : IGRAPH_ENOMEM;
}

static igraph_error_t take_apart(const signed_graph *g, size_t exact_to, size_t *least, size_t *most)
{
    igraph_t graph;
    igraph_vector_int_t edges;
    igraph_vector_int_list_t parts;
    igraph_integer_t m = (igraph_integer_t)g->n_ties;
    igraph_error_t code = igraph_vector_int_init(&edges, 2 * m);
    if (code != IGRAPH_SUCCESS)
        return code;
    for (igraph_integer_t i = 0; i < m; i++) {
        VECTOR(edges)[2 * i] = (igraph_integer_t)g->ties[i].a;
        VECTOR(edges)[2 * i + 1] = (igraph_integer_t)g->ties[i].b;
    }
    code = igraph_create(&graph, &edges, (igraph_integer_t)g->n, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&edges);
    if (code != IGRAPH_SUCCESS)
        return code;
    code = igraph_vector_int_list_init(&parts, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_biconnected_components(&graph, NULL, NULL, &parts, NULL, NULL);
        if (code == IGRAPH_SUCCESS)
            code = weigh_parts(g, &parts, exact_to, least, most);
        igraph_vector_int_list_destroy(&parts);
    }
    igraph_destroy(&graph);
    return code;
}

sv_status signed_graph_frustration(const signed_graph *graph, size_t exact_to, size_t *least, size_t *most, sv_error *error)
{
    sv_guard guard;
    igraph_error_t code;
    *least = *most = 0;
    sv_guard_begin(&guard);
    code = take_apart(graph, exact_to, least, most);
    return sv_guard_end(&guard, code, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How far the network falls apart without a set of actors: F of KPP-Neg (Borgatti 2006). One walk in depth tells for
 * every vertex into what pieces its part would fall without it (Tarjan 1972): a branch that has no way around it is one.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "key_players.h"

typedef struct visit {
    size_t order;      /* in which it was met, from 1; 0 = not yet */
    size_t low;        /* the earliest met that it or its branch is tied to */
    size_t parent, at; /* at: the next of its neighbours to look at */
    size_t size;       /* of its branch, itself included */
    size_t cut_size;   /* of its branches that have no way around it */
    double cut_pairs;  /* ordered pairs within those */
    double part;       /* the size of the part it stands in */
} visit;

typedef struct cutting {
    visit *visits;
    size_t *met; /* the vertices in the order in which they were met */
} cutting;

static void end(void *scratch)
{
    cutting *c = scratch;
    free(c->visits);
    free(c->met);
    free(c);
}

static void *begin(const sv_neighbours *graph)
{
    cutting *c = sv_alloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->visits = sv_alloc(graph->n, sizeof *c->visits);
    c->met = sv_alloc(graph->n, sizeof *c->met);
    if (c->visits && c->met)
        return c;
    end(c);
    return NULL;
}

static double pairs(double n)
{
    return n * (n - 1);
}

/* All below a vertex was met: what that means for the one it was met from. */
static void leave(visit *visits, size_t v)
{
    visit *child = &visits[v], *parent = &visits[child->parent];
    parent->size += child->size;
    parent->low = child->low < parent->low ? child->low : parent->low;
    if (child->low >= parent->order) {
        parent->cut_size += child->size;
        parent->cut_pairs += pairs((double)child->size);
    }
}

/* Walks the part that a vertex stands in; *n is how many were met before, and after. */
static void walk_part(const key_search *search, size_t root, size_t *n)
{
    const sv_neighbours *graph = search->graph;
    cutting *c = search->scratch;
    size_t v = root, first = *n;
    c->met[*n] = root;
    c->visits[root] = (visit){.order = ++*n, .low = *n, .parent = root, .at = graph->start[root], .size = 1};
    for (;;) {
        visit *now = &c->visits[v];
        if (now->at < graph->start[v + 1]) {
            size_t next = graph->neighbour[now->at++];
            visit *other = &c->visits[next];
            if (search->taken[next] || next == now->parent || next == v)
                continue;
            if (other->order) {
                now->low = other->order < now->low ? other->order : now->low;
                continue;
            }
            c->met[*n] = next;
            *other = (visit){.order = ++*n, .low = *n, .parent = v, .at = graph->start[next], .size = 1};
            v = next;
        } else if (v == root) {
            break;
        } else {
            leave(c->visits, v);
            v = now->parent;
        }
    }
    for (size_t i = first; i < *n; i++)
        c->visits[c->met[i]].part = (double)c->visits[root].size;
}

/* Walks all that is left; the ordered pairs that can reach each other. */
static double walk_all(const key_search *search, size_t *left)
{
    cutting *c = search->scratch;
    size_t n = 0;
    double connected = 0;
    for (size_t v = 0; v < search->graph->n; v++)
        c->visits[v].order = 0;
    for (size_t v = 0; v < search->graph->n; v++)
        if (!search->taken[v] && !c->visits[v].order) {
            walk_part(search, v, &n);
            connected += pairs(c->visits[v].part);
        }
    *left = n;
    return connected;
}

static double share_apart(double connected, double left)
{
    return left < 2 ? NAN : 1 - connected / pairs(left);
}

static double value(key_search *search)
{
    size_t left;
    double connected = walk_all(search, &left);
    search->work = (double)search->graph->n + (double)search->graph->start[search->graph->n];
    return share_apart(connected, (double)left);
}

static void values(key_search *search, const size_t *pool, size_t n, double *found)
{
    const cutting *c = search->scratch;
    size_t left;
    double connected = walk_all(search, &left);
    for (size_t i = 0; i < n; i++) {
        const visit *v = &c->visits[pool[i]];
        double rest = v->part - 1 - (double)v->cut_size; /* what hangs together without it; of the first one met all branches were cut */
        if (!search->taken[pool[i]])
            found[i] = share_apart(connected - pairs(v->part) + v->cut_pairs + (rest > 0 ? pairs(rest) : 0), (double)left - 1);
    }
}

const key_scorer key_cut = {begin, end, value, values, true};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cut off: how many actors lose the largest part of their network when one actor goes (Tarjan 1972: one walk into
 * the depth, remembering how far back every branch can reach around its root).
 */
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

/* A walk into the depth, without recursion: a path may be as long as the network. */
typedef struct walk {
    size_t *seen;    /* when a vertex was met, from 1; 0 = not yet */
    size_t *low;     /* the earliest vertex its branch reaches without its parent */
    size_t *below;   /* vertices of its branch, itself included */
    size_t *at;      /* the next of its ties to look at */
    size_t *path;    /* the vertices from the root to here */
    size_t *parted;  /* vertices in the branches that hang on it alone */
    size_t *largest; /* the largest of those branches */
    size_t clock;
} walk;

static bool walk_begin(walk *w, size_t n)
{
    size_t **arrays[] = {&w->seen, &w->low, &w->below, &w->at, &w->path, &w->parted, &w->largest};
    bool done = true;
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = sv_alloc(n, sizeof **arrays[i]);
        done &= *arrays[i] != NULL;
    }
    return done;
}

static void walk_end(walk *w)
{
    size_t *arrays[] = {w->seen, w->low, w->below, w->at, w->path, w->parted, w->largest};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
}

static void meet(const bench *shared, walk *w, size_t v)
{
    w->seen[v] = w->low[v] = ++w->clock;
    w->below[v] = 1;
    w->at[v] = shared->start[v];
}

/* A branch is done: what it means for the vertex it hangs on. */
static void leave(walk *w, size_t child, size_t parent)
{
    w->below[parent] += w->below[child];
    if (w->low[child] < w->low[parent])
        w->low[parent] = w->low[child];
    if (w->low[child] >= w->seen[parent]) {
        w->parted[parent] += w->below[child];
        if (w->below[child] > w->largest[parent])
            w->largest[parent] = w->below[child];
    }
}

static void walk_from(const bench *shared, walk *w, size_t root)
{
    size_t depth = 0;
    meet(shared, w, root);
    w->path[depth++] = root;
    while (depth > 0) {
        size_t v = w->path[depth - 1], next;
        if (w->at[v] == shared->start[v + 1]) {
            if (--depth > 0)
                leave(w, v, w->path[depth - 1]);
            continue;
        }
        next = shared->neighbour[w->at[v]++];
        if (!w->seen[next]) {
            meet(shared, w, next);
            w->path[depth++] = next;
        } else if (w->seen[next] < w->low[v]) {
            w->low[v] = w->seen[next]; /* also the parent: a branch that reaches only back to it still hangs on it alone */
        }
    }
}

sv_status measure_cut_off(bench *shared, double *values, sv_error *error)
{
    walk w = {0};
    sv_status status = bench_neighbours(shared, error);
    if (status == SV_OK)
        status = bench_components(shared, error);
    if (status != SV_OK)
        return status;
    if (!walk_begin(&w, shared->n))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        if (!w.seen[v])
            walk_from(shared, &w, v);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++) {
        size_t rest = shared->size[v] - 1 - w.parted[v], largest = w.largest[v] > rest ? w.largest[v] : rest;
        values[v] = (double)(shared->size[v] - 1 - largest);
    }
    walk_end(&w);
    return status;
}

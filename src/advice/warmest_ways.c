/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The warmest ways, not only the first: each next one leaves an earlier one somewhere, and is from there on the
 * warmest that is left (Yen 1971).
 */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "ways.h"

/* A way with what it is compared by. */
typedef struct candidate {
    sv_way way;
    size_t start;
    int64_t cost;
} candidate;

typedef struct candidates {
    candidate *items;
    size_t n, capacity;
} candidates;

typedef struct yen {
    const sv_ways *ways;
    const size_t *from;
    size_t n_from, to;
    candidates found, open; /* found: those that are the warmest, in order */
    ways_label *labels;
    bool *closed;
    size_t *used; /* where earlier ways went on from the place at hand */
} yen;

static void clear(candidates *list)
{
    for (size_t i = 0; i < list->n; i++)
        sv_way_clear(&list->items[i].way);
    free(list->items);
    *list = (candidates){0};
}

/* Takes over the way, also when there is no memory. */
static bool add(candidates *list, candidate *item)
{
    if (!sv_grow(&list->items, &list->capacity, list->n + 1, sizeof *list->items)) {
        sv_way_clear(&item->way);
        return false;
    }
    list->items[list->n++] = *item;
    return true;
}

static size_t place(const candidate *of, size_t i)
{
    return i == 0 ? of->start : of->way.steps[i - 1].to;
}

/* Warmer first, then shorter, then by the ids from the end back. */
static int compare(const sv_ways *ways, const candidate *a, const candidate *b)
{
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    if (a->way.n != b->way.n)
        return a->way.n < b->way.n ? -1 : 1;
    for (size_t i = a->way.n + 1; i-- > 0;) {
        size_t left = ways->rank[place(a, i)], right = ways->rank[place(b, i)];
        if (left != right)
            return left < right ? -1 : 1;
    }
    return 0;
}

/* True when two ways begin with the same n actors. */
static bool begins_alike(const candidate *a, const candidate *b, size_t n)
{
    if (a->way.n + 1 < n || b->way.n + 1 < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (place(a, i) != place(b, i))
            return false;
    return true;
}

static bool is_known(const yen *in, const candidate *item)
{
    for (size_t i = 0; i < in->found.n; i++)
        if (compare(in->ways, &in->found.items[i], item) == 0)
            return true;
    for (size_t i = 0; i < in->open.n; i++)
        if (compare(in->ways, &in->open.items[i], item) == 0)
            return true;
    return false;
}

/* The first n steps of a way and then another one, as a candidate. */
static bool add_joined(yen *in, const candidate *root, size_t n, const sv_way *rest)
{
    candidate made = {.way = {.steps = sv_alloc(n + rest->n, sizeof *made.way.steps), .n = n + rest->n, .warmth = 1}};
    if (!made.way.steps)
        return false;
    for (size_t i = 0; i < made.way.n; i++) {
        made.way.steps[i] = i < n ? root->way.steps[i] : rest->steps[i - n];
        made.way.warmth = fmax(made.way.warmth * made.way.steps[i].warmth, DBL_MIN);
        made.cost += ways_cost(made.way.steps[i].warmth);
    }
    made.start = made.way.n ? made.way.steps[0].from : in->to;
    if (is_known(in, &made)) {
        sv_way_clear(&made.way);
        return true;
    }
    return add(&in->open, &made);
}

static bool look(yen *in, const ways_search *search, const candidate *root, size_t n)
{
    sv_way rest;
    bool done = ways_find(in->ways, search, in->labels) && ways_trace(in->ways, in->labels, in->to, &rest);
    if (!done)
        return false;
    if (rest.warmth > 0)
        done = add_joined(in, root, n, &rest);
    sv_way_clear(&rest);
    return done;
}

/* Ways that begin with somebody with whom none of the found begins. */
static bool look_elsewhere(yen *in)
{
    size_t n = 0;
    for (size_t i = 0; i < in->n_from; i++) {
        bool taken = false;
        for (size_t f = 0; f < in->found.n; f++)
            taken |= in->found.items[f].start == in->from[i];
        if (!taken)
            in->used[n++] = in->from[i];
    }
    return look(in, &(ways_search){.from = in->used, .n_from = n, .closed = in->closed, .until = in->to}, NULL, 0);
}

/* Ways that leave the last one found after its first n steps. */
static bool look_after(yen *in, size_t n)
{
    const candidate root = in->found.items[in->found.n - 1];
    const size_t spur = place(&root, n);
    size_t used = 0;
    for (size_t f = 0; f < in->found.n; f++)
        if (begins_alike(&in->found.items[f], &root, n + 1) && in->found.items[f].way.n > n)
            in->used[used++] = place(&in->found.items[f], n + 1);
    return look(
        in, &(ways_search){.from = &spur, .n_from = 1, .closed = in->closed, .not_first = in->used, .n_not_first = used, .until = in->to},
        &root, n);
}

static bool leave_last(yen *in)
{
    bool done;
    memset(in->closed, 0, in->ways->n_actors * sizeof *in->closed);
    for (size_t i = 0; i < in->n_from; i++)
        in->closed[in->from[i]] = true;
    done = look_elsewhere(in);
    for (size_t n = 0; done && n < in->found.items[in->found.n - 1].way.n; n++) {
        in->closed[place(&in->found.items[in->found.n - 1], n)] = true;
        done = look_after(in, n);
    }
    return done;
}

/* Moves the best of the open candidates to those found. */
static bool choose(yen *in)
{
    size_t best = 0;
    for (size_t i = 1; i < in->open.n; i++)
        if (compare(in->ways, &in->open.items[i], &in->open.items[best]) < 0)
            best = i;
    if (!sv_grow(&in->found.items, &in->found.capacity, in->found.n + 1, sizeof *in->found.items))
        return false;
    in->found.items[in->found.n++] = in->open.items[best];
    in->open.items[best] = in->open.items[--in->open.n];
    return true;
}

static bool find(yen *in, size_t k)
{
    const ways_search first = {.from = in->from, .n_from = in->n_from, .until = in->to};
    bool done = look(in, &first, NULL, 0);
    while (done && in->open.n && in->found.n < k) {
        done = choose(in);
        if (done && in->found.n < k)
            done = leave_last(in);
    }
    return done;
}

static bool hand_over(yen *in, sv_way **list, size_t *n)
{
    *list = sv_alloc(in->found.n, sizeof **list);
    if (!*list)
        return false;
    *n = in->found.n;
    for (size_t i = 0; i < *n; i++)
        (*list)[i] = in->found.items[i].way;
    in->found.n = 0;
    return true;
}

sv_status sv_warmest_ways(const sv_ways *ways, const size_t *from, size_t n_from, size_t to, size_t k, sv_way **list, size_t *n,
                          sv_error *error)
{
    yen in = {.ways = ways, .from = from, .n_from = n_from, .to = to};
    bool done;
    *list = NULL;
    *n = 0;
    in.labels = sv_alloc(ways->n_actors, sizeof *in.labels);
    in.closed = sv_alloc(ways->n_actors, sizeof *in.closed);
    in.used = sv_alloc(k + n_from, sizeof *in.used);
    done = in.labels && in.closed && in.used && find(&in, k) && hand_over(&in, list, n);
    clear(&in.found);
    clear(&in.open);
    free(in.labels);
    free(in.closed);
    free(in.used);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

void sv_way_list_free(sv_way *list, size_t n)
{
    for (size_t i = 0; list && i < n; i++)
        sv_way_clear(&list[i]);
    free(list);
}

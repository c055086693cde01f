/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The warmest way: as warm as its steps one after another, so the shortest one when lengths are -ln warmth (Dijkstra 1959). */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "ways.h"

/* Far beyond any way that carries anything, and far enough below the limit of the type that a step more fits. */
#define COST_MOST (INT64_MAX / 4)

/* Actors that were reached and not yet settled: a binary heap, the warmest on top. */
typedef struct queue {
    const sv_ways *ways;
    ways_label *labels;
    size_t *heap, n;
    size_t *place; /* per actor: its place in the heap from 1; 0 when it is not in it */
} queue;

static bool is_before(const queue *of, size_t a, size_t b)
{
    const ways_label *left = &of->labels[a], *right = &of->labels[b];
    if (left->cost != right->cost)
        return left->cost < right->cost;
    if (left->length != right->length)
        return left->length < right->length;
    return of->ways->rank[a] < of->ways->rank[b];
}

static void put(queue *to, size_t place, size_t actor)
{
    to->heap[place - 1] = actor;
    to->place[actor] = place;
}

static void move_up(queue *in, size_t actor)
{
    size_t place = in->place[actor];
    while (place > 1 && is_before(in, actor, in->heap[place / 2 - 1])) {
        put(in, place, in->heap[place / 2 - 1]);
        place /= 2;
    }
    put(in, place, actor);
}

static size_t take_first(queue *from)
{
    size_t first = from->heap[0], last = from->heap[--from->n], place = 1;
    while (from->n && 2 * place <= from->n) {
        size_t child = 2 * place;
        if (child < from->n && is_before(from, from->heap[child], from->heap[child - 1]))
            child++;
        if (!is_before(from, from->heap[child - 1], last))
            break;
        put(from, place, from->heap[child - 1]);
        place = child;
    }
    if (from->n)
        put(from, place, last);
    from->place[first] = 0;
    return first;
}

int64_t ways_cost(double warmth)
{
    return (int64_t)llround(-log(warmth) * 1e12);
}

/* True when a way by this label is better than the one known: warmer, else shorter, else from an earlier id. */
static bool is_better(const sv_ways *ways, const ways_label *new, const ways_label *old)
{
    if (new->cost != old->cost)
        return new->cost < old->cost;
    if (new->length != old->length)
        return new->length < old->length;
    return old->by != SV_NO_ROW && ways->rank[ways->steps[new->by].from] < ways->rank[ways->steps[old->by].from];
}

static void reach(queue *open, size_t actor, const ways_label *label)
{
    open->labels[actor] = *label;
    if (!open->place[actor])
        put(open, ++open->n, actor);
    move_up(open, actor);
}

static bool is_among(const size_t *list, size_t n, size_t actor)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == actor)
            return true;
    return false;
}

/* Tries every step out of an actor whose own way is known for good. */
static void step_on(queue *open, const ways_search *search, size_t actor)
{
    const sv_ways *ways = open->ways;
    const ways_label *here = &open->labels[actor];
    for (size_t i = ways->first[actor]; i < ways->first[actor + 1]; i++) {
        const sv_step *step = &ways->steps[i];
        ways_label next = {here->cost + ways_cost(step->warmth), here->length + 1, i, fmax(here->warmth * step->warmth, DBL_MIN)};
        if ((search->closed && search->closed[step->to]) ||
            (here->length == 0 && is_among(search->not_first, search->n_not_first, step->to)))
            continue;
        if (next.cost > COST_MOST)
            next.cost = COST_MOST;
        if (is_better(ways, &next, &open->labels[step->to]))
            reach(open, step->to, &next);
    }
}

bool ways_find(const sv_ways *ways, const ways_search *search, ways_label *labels)
{
    queue open = {ways, labels, sv_alloc(ways->n_actors, sizeof *open.heap), 0, sv_alloc(ways->n_actors, sizeof *open.place)};
    bool done = open.heap && open.place;
    for (size_t i = 0; done && i < ways->n_actors; i++)
        labels[i] = (ways_label){WAYS_UNREACHED, SIZE_MAX, SV_NO_ROW, 0};
    for (size_t i = 0; done && i < search->n_from; i++)
        if (!ways->avoided[search->from[i]])
            reach(&open, search->from[i], &(ways_label){0, 0, SV_NO_ROW, 1});
    while (done && open.n) {
        size_t actor = take_first(&open);
        if (actor == search->until)
            break;
        step_on(&open, search, actor);
    }
    free(open.heap);
    free(open.place);
    return done;
}

bool ways_trace(const sv_ways *ways, const ways_label *labels, size_t actor, sv_way *way)
{
    size_t n = labels[actor].cost == WAYS_UNREACHED ? 0 : labels[actor].length;
    *way = (sv_way){.steps = sv_alloc(n, sizeof *way->steps), .n = n, .warmth = labels[actor].warmth};
    if (!way->steps) {
        *way = (sv_way){0};
        return false;
    }
    for (size_t i = n; i-- > 0; actor = way->steps[i].from)
        way->steps[i] = ways->steps[labels[actor].by];
    return true;
}

void sv_way_clear(sv_way *way)
{
    free(way->steps);
    *way = (sv_way){0};
}

/* ---- From some to everyone, and from everyone to one ---- */

struct sv_warmest {
    const sv_ways *ways;
    sv_ways *reversed; /* of a search towards one; then it is what `ways` is */
    ways_label *labels;
};

/* Takes over `reversed`. */
static sv_status search(const sv_ways *ways, sv_ways *reversed, const size_t *from, size_t n_from, sv_warmest **result, sv_error *error)
{
    const ways_search all = {.from = from, .n_from = n_from, .until = SV_NO_ROW};
    sv_warmest *made = sv_alloc(1, sizeof *made);
    *result = NULL;
    if (made)
        *made = (sv_warmest){ways, reversed, sv_alloc(ways->n_actors, sizeof *made->labels)};
    if (made && made->labels && ways_find(ways, &all, made->labels)) {
        *result = made;
        return SV_OK;
    }
    if (made)
        sv_warmest_free(made);
    else
        sv_ways_free(reversed);
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

sv_status sv_warmest_new(const sv_ways *ways, const size_t *from, size_t n_from, sv_warmest **result, sv_error *error)
{
    return search(ways, NULL, from, n_from, result, error);
}

/* The same steps, each the other way; NULL without memory. It has no rules of its own: those were kept to when the steps were made. */
static sv_ways *turn_round(const sv_ways *ways)
{
    size_t n = ways->first[ways->n_actors];
    sv_ways *turned = sv_alloc(1, sizeof *turned);
    if (!turned)
        return NULL;
    turned->map = ways->map;
    turned->n_actors = ways->n_actors;
    turned->rank = sv_alloc(ways->n_actors, sizeof *turned->rank);
    turned->avoided = sv_alloc(ways->n_actors, sizeof *turned->avoided);
    turned->first = sv_alloc(ways->n_actors + 2, sizeof *turned->first);
    turned->steps = sv_alloc(n, sizeof *turned->steps);
    if (!turned->rank || !turned->avoided || !turned->first || !turned->steps) {
        sv_ways_free(turned);
        return NULL;
    }
    memcpy(turned->rank, ways->rank, ways->n_actors * sizeof *turned->rank);
    memcpy(turned->avoided, ways->avoided, ways->n_actors * sizeof *turned->avoided);
    for (size_t i = 0; i < n; i++)
        turned->first[ways->steps[i].to + 2]++;
    for (size_t actor = 2; actor < ways->n_actors + 2; actor++)
        turned->first[actor] += turned->first[actor - 1];
    for (size_t i = 0; i < n; i++) {
        sv_step *step = &turned->steps[turned->first[ways->steps[i].to + 1]++];
        *step = ways->steps[i];
        step->from = ways->steps[i].to;
        step->to = ways->steps[i].from;
    }
    return turned;
}

sv_status sv_warmest_towards_new(const sv_ways *ways, size_t to, sv_warmest **result, sv_error *error)
{
    sv_ways *turned = turn_round(ways);
    *result = NULL;
    return turned ? search(turned, turned, &to, 1, result, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

void sv_warmest_free(sv_warmest *warmest)
{
    if (!warmest)
        return;
    sv_ways_free(warmest->reversed);
    free(warmest->labels);
    free(warmest);
}

double sv_warmest_warmth(const sv_warmest *warmest, size_t actor)
{
    return warmest->labels[actor].warmth;
}

/* A way found from its end: the last step first, and each from its own end. */
static void turn_back(sv_way *way)
{
    for (size_t i = 0; i < way->n; i++) {
        size_t from = way->steps[i].from;
        way->steps[i].from = way->steps[i].to;
        way->steps[i].to = from;
    }
    for (size_t i = 0; i < way->n / 2; i++) {
        sv_step step = way->steps[i];
        way->steps[i] = way->steps[way->n - 1 - i];
        way->steps[way->n - 1 - i] = step;
    }
}

sv_status sv_warmest_way(const sv_warmest *warmest, size_t actor, sv_way *way, sv_error *error)
{
    if (!ways_trace(warmest->ways, warmest->labels, actor, way))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (warmest->reversed)
        turn_back(way);
    return SV_OK;
}

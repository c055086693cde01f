/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Shortest ways in steps (Brandes 2001), from eight sources at a time. Sources that are neighbours meet nearly the same
 * actors at the same step, so a tie is looked at once for all eight, and what is added up is eight numbers side by side.
 *
 * Outward, a step at a time: an actor not met yet by some source takes over the number of ways of its neighbours. No
 * look at distances is needed: a neighbour that this source has met was met a step ago, or the actor itself would have
 * been met before. Small steps push from those just met, large ones pull from those not met. Back, a step at a time: an
 * actor's share is (1 + how much depends on it) / ways, 0 until its own step is behind us, so that adding up the shares of
 * all neighbours adds up those a step farther.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "paths.h"

enum { lanes = 8, pull_from = 3 };

/* A number for each of the eight sources, two by two: a pair is one instruction on every machine we know of. */
typedef double pair __attribute__((vector_size(2 * sizeof(double))));
typedef int64_t pair_bits __attribute__((vector_size(2 * sizeof(int64_t))));
typedef union row {
    pair by_two[lanes / 2];
    double lane[lanes];
} row;
typedef uint8_t lane_set; /* bit k: source k */

/* A place, and the sources that meet it at this step. */
typedef struct meeting {
    uint32_t place;
    lane_set who;
} meeting;

typedef struct room {
    void *rows;       /* what the three below stand in */
    row *ways;        /* per place: shortest ways from each source; 0 when it has not met it */
    row *share;       /* per place, on the way back */
    row *fresh;       /* values of a step before they count: per place when pushed, else per meeting */
    lane_set *met;    /* per place: who met it */
    lane_set *pushed; /* per place: who pushed to it at this step */
    uint32_t *queue;  /* the places that were pushed to */
    meeting *list;    /* all meetings, step after step */
    uint32_t *step;   /* the meetings of step d: list[step[d]] up to list[step[d + 1]] */
    uint32_t steps;   /* how many there are, the sources themselves included */
    uint32_t low, high; /* the places of the parts of the network that the sources stand in */
    lane_set all;       /* the sources of this batch */
    bool counts;        /* betweenness is wanted */
} room;

void *paths_steps_begin(const void *about)
{
    const paths_job *job = about;
    size_t n = job->adj->n, line = sizeof(row);
    room *made = sv_alloc(1, sizeof *made);
    if (!made)
        return NULL;
    made->counts = job->sums->betweenness != NULL;
    made->rows = sv_alloc(made->counts ? 3 * n + 1 : 1, sizeof(row));
    made->met = sv_alloc(n, sizeof *made->met);
    made->pushed = sv_alloc(n, sizeof *made->pushed);
    made->queue = sv_alloc(n, sizeof *made->queue);
    made->list = sv_alloc(n, lanes * sizeof *made->list);
    made->step = sv_alloc(n + 2, sizeof *made->step);
    if (!made->rows || !made->met || !made->pushed || !made->queue || !made->list || !made->step) {
        paths_steps_end(made);
        return NULL;
    }
    made->ways = (row *)(((uintptr_t)made->rows + line - 1) / line * line); /* a row does not straddle two lines of memory */
    made->share = made->ways + n;
    made->fresh = made->share + n;
    return made;
}

void paths_steps_end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    free(r->rows);
    free(r->met);
    free(r->pushed);
    free(r->queue);
    free(r->list);
    free(r->step);
    free(r);
}

static inline void add(row *sum, const row *numbers)
{
    sum->by_two[0] += numbers->by_two[0];
    sum->by_two[1] += numbers->by_two[1];
    sum->by_two[2] += numbers->by_two[2];
    sum->by_two[3] += numbers->by_two[3];
}

static inline row times(const row *one, const row *other)
{
    return (row){.by_two = {one->by_two[0] * other->by_two[0], one->by_two[1] * other->by_two[1], one->by_two[2] * other->by_two[2],
                            one->by_two[3] * other->by_two[3]}};
}

/* The numbers of these sources, and 0 for the others. */
static inline row of(lane_set who, const row *numbers)
{
    static const pair_bits masks[4] = {{0, 0}, {-1, 0}, {0, -1}, {-1, -1}};
    return (row){.by_two = {(pair)((pair_bits)numbers->by_two[0] & masks[who & 3]), (pair)((pair_bits)numbers->by_two[1] & masks[who >> 2 & 3]),
                            (pair)((pair_bits)numbers->by_two[2] & masks[who >> 4 & 3]), (pair)((pair_bits)numbers->by_two[3] & masks[who >> 6])}};
}

/* The eight numbers together, always added in the same order. */
static inline double together(const row *numbers)
{
    pair sum = (numbers->by_two[0] + numbers->by_two[1]) + (numbers->by_two[2] + numbers->by_two[3]);
    return sum[0] + sum[1];
}

/* From the places just met to their neighbours. Adds the meetings of the next step to the list. */
static uint32_t push(room *r, const arcs *out, uint32_t from, uint32_t end)
{
    uint32_t queued = 0, n = end;
    for (uint32_t i = from; i < end; i++) {
        lane_set who = r->list[i].who;
        uint32_t place = r->list[i].place;
        row ways = {0};
        if (r->counts)
            ways = of(who, &r->ways[place]);
        for (uint32_t at = out->start[place]; at < out->start[place + 1]; at++) {
            uint32_t to = out->to[at];
            if (!r->pushed[to])
                r->queue[queued++] = to;
            if (r->counts && r->pushed[to])
                add(&r->fresh[to], &ways);
            else if (r->counts)
                r->fresh[to] = ways;
            r->pushed[to] |= who;
        }
    }
    for (uint32_t i = 0; i < queued; i++) {
        uint32_t place = r->queue[i];
        lane_set who = r->pushed[place] & (lane_set)~r->met[place];
        r->pushed[place] = 0;
        if (!who)
            continue;
        r->met[place] |= who;
        r->list[n++] = (meeting){place, who};
        if (r->counts) {
            row fresh = of(who, &r->fresh[place]);
            add(&r->ways[place], &fresh);
        }
    }
    return n;
}

/* From all that have not been met by every source, to their neighbours that have. *left gets how many arcs were looked at. */
static uint32_t pull(room *r, const arcs *in, uint32_t end, size_t *left)
{
    uint32_t n = end;
    *left = 0;
    for (uint32_t place = r->low; place < r->high; place++) {
        lane_set who = 0;
        row ways = {0};
        if (r->met[place] == r->all)
            continue;
        for (uint32_t at = in->start[place]; at < in->start[place + 1]; at++) {
            who |= r->met[in->to[at]];
            if (r->counts)
                add(&ways, &r->ways[in->to[at]]);
        }
        *left += in->start[place + 1] - in->start[place];
        who &= (lane_set)~r->met[place];
        if (!who)
            continue;
        if (r->counts)
            r->fresh[n - end] = of(who, &ways);
        r->list[n++] = (meeting){place, who};
    }
    for (uint32_t i = end; i < n; i++) { /* only now: nobody may pull from what was met at this very step */
        r->met[r->list[i].place] |= r->list[i].who;
        if (r->counts)
            add(&r->ways[r->list[i].place], &r->fresh[i - end]);
    }
    return n;
}

/* What each source reaches. */
typedef struct reach {
    double nearness[lanes], distance[lanes], met[lanes], farthest[lanes];
} reach;

static void add_step(const room *r, uint32_t d, reach *sums)
{
    static const row ones = {.lane = {1, 1, 1, 1, 1, 1, 1, 1}};
    row count = {0};
    for (uint32_t i = r->step[d]; i < r->step[d + 1]; i++) {
        row one = of(r->list[i].who, &ones);
        add(&count, &one);
    }
    for (int k = 0; k < lanes; k++) {
        sums->met[k] += count.lane[k];
        sums->nearness[k] += count.lane[k] / d;
        sums->distance[k] += count.lane[k] * d;
        if (count.lane[k] > 0)
            sums->farthest[k] = d;
    }
}

/* Outward from the sources first up to end, at most eight. */
static void walk_out(room *r, const adjacency *adj, uint32_t first, uint32_t end, reach *sums)
{
    size_t left;
    uint32_t d = 0, n = 0;
    r->low = adj->part_start[adj->part[first]];
    r->high = adj->part_start[adj->part[end - 1] + 1];
    left = adj->in.start[r->high] - adj->in.start[r->low];
    r->all = (lane_set)((1u << (end - first)) - 1);
    for (uint32_t source = first; source < end; source++) {
        lane_set who = (lane_set)(1u << (source - first));
        r->met[source] |= who;
        r->list[n++] = (meeting){source, who};
        if (r->counts)
            r->ways[source].lane[source - first] = 1;
    }
    r->step[0] = 0;
    r->step[1] = n;
    while (r->step[d + 1] > r->step[d]) {
        size_t leaving = 0;
        for (uint32_t i = r->step[d]; i < r->step[d + 1]; i++)
            leaving += adj->out.start[r->list[i].place + 1] - adj->out.start[r->list[i].place];
        n = leaving * pull_from < left ? push(r, &adj->out, r->step[d], n) : pull(r, &adj->in, n, &left);
        r->step[++d + 1] = n;
        add_step(r, d, sums);
    }
    r->steps = d;
}

/* Back one step: what depends on the places met at step d, and on the arcs that lead on from them. */
static void walk_back(room *r, const arcs *out, uint32_t d, double *places, double *ties)
{
    const meeting *list = r->list + r->step[d];
    uint32_t n = r->step[d + 1] - r->step[d];
    for (uint32_t i = 0; i < n; i++) {
        uint32_t place = list[i].place;
        const row *ways = &r->ways[place];
        row own = of(list[i].who, ways), sum = {0}, depends, share;
        for (uint32_t at = out->start[place]; at < out->start[place + 1]; at++) {
            const row *farther = &r->share[out->to[at]];
            row passing = times(&own, farther);
            add(&sum, farther);
            ties[at] += together(&passing);
        }
        depends = times(&own, &sum);
        if (d > 0)
            places[place] += together(&depends);
        for (int k = 0; k < lanes / 2; k++)
            share.by_two[k] = (1 + depends.by_two[k]) / ways->by_two[k];
        r->fresh[i] = of(list[i].who, &share);
    }
    /* Only now: places of one step do not lead to each other. What others had at a step beyond is not needed any more. */
    for (uint32_t i = 0; i < n; i++)
        r->share[list[i].place] = r->fresh[i];
}

/* As before the walk: nothing is met. */
static void forget(room *r)
{
    for (uint32_t i = 0; i < r->step[r->steps]; i++) {
        uint32_t place = r->list[i].place;
        r->met[place] = 0;
        if (r->counts)
            r->ways[place] = r->share[place] = (row){0};
    }
}

void paths_steps_walk(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const paths_job *job = about;
    const adjacency *adj = job->adj;
    room *r = room_given;
    uint32_t first, block_end;
    block_sources(adj, block, &first, &block_end);
    for (; first < block_end && crew_goes_on(member); first += lanes) {
        uint32_t end = block_end - first > lanes ? first + lanes : block_end;
        reach met = {0};
        walk_out(r, adj, first, end, &met);
        for (uint32_t source = first; source < end; source++) {
            uint32_t k = source - first;
            paths_put(job, source, met.nearness[k], met.distance[k], met.met[k], met.farthest[k]);
        }
        for (uint32_t d = r->steps; r->counts && d-- > 0;)
            walk_back(r, &adj->out, d, sums, sums + adj->n);
        forget(r);
    }
}

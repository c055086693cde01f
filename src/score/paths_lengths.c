/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Shortest ways by length (Dijkstra 1959; Brandes 2001), one source at a time: first all distances, then the number of
 * ways from near to far, then what depends on whom from far to near. A tie of strength s is 1/s^alpha long (Opsahl,
 * Agneessens & Skvoretz 2010). Lengths are sums of rounded numbers, so ways are equally long when they are to ten digits.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "nearest.h"
#include "paths.h"

static const double nearly = 1 + 1e-10;

typedef struct room {
    nearest from_here; /* distances */
    double *ways, *share; /* per place, as in steps */
    uint32_t *turn;    /* per place: when it was settled, from 1 */
    uint32_t *order;   /* the places by turn */
    uint32_t settled;
    uint32_t *arc;     /* arcs that end a shortest way, by the turn of where they leave */
    uint32_t *end;     /* the arcs of order[i] end before arc[end[i]] */
} room;

void paths_lengths_end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    nearest_end(&r->from_here);
    free(r->ways);
    free(r->share);
    free(r->turn);
    free(r->order);
    free(r->arc);
    free(r->end);
    free(r);
}

void *paths_lengths_begin(const void *about)
{
    const paths_job *job = about;
    size_t n = job->adj->n;
    room *made = sv_alloc(1, sizeof *made);
    bool done;
    if (!made)
        return NULL;
    done = nearest_begin(&made->from_here, n);
    made->ways = sv_alloc(n, sizeof *made->ways);
    made->share = sv_alloc(n, sizeof *made->share);
    made->turn = sv_alloc(n, sizeof *made->turn);
    made->order = sv_alloc(n, sizeof *made->order);
    made->arc = sv_alloc(job->adj->n_arcs, sizeof *made->arc);
    made->end = sv_alloc(n, sizeof *made->end);
    if (done && made->ways && made->share && made->turn && made->order && made->arc && made->end)
        return made;
    paths_lengths_end(made);
    return NULL;
}

/* All distances, and the order in which places come. */
static void settle_all(room *r, const arcs *out, uint32_t source)
{
    r->settled = 0;
    nearest_offer(&r->from_here, source, 0);
    while (r->from_here.n > 0) {
        uint32_t place = nearest_take(&r->from_here);
        double here = r->from_here.distance[place];
        r->order[r->settled++] = place;
        r->turn[place] = r->settled;
        for (uint32_t at = out->start[place]; at < out->start[place + 1]; at++)
            nearest_offer(&r->from_here, out->to[at], here + out->length[at]);
    }
}

/* From near to far. An arc to a place settled earlier ends no shortest way, however little they differ. */
static void count_ways(room *r, const arcs *out, uint32_t source)
{
    uint32_t n = 0;
    r->ways[source] = 1;
    for (uint32_t i = 0; i < r->settled; i++) {
        uint32_t place = r->order[i];
        double here = r->from_here.distance[place];
        for (uint32_t at = out->start[place]; at < out->start[place + 1]; at++) {
            uint32_t to = out->to[at];
            if (here + out->length[at] > r->from_here.distance[to] * nearly || r->turn[to] <= i + 1)
                continue;
            r->ways[to] += r->ways[place];
            r->arc[n++] = at;
        }
        r->end[i] = n;
    }
}

/* From far to near. */
static void walk_back(room *r, const arcs *out, double *places, double *ties)
{
    for (uint32_t i = r->settled; i-- > 0;) {
        uint32_t place = r->order[i];
        double sum = 0, depends;
        for (uint32_t k = i > 0 ? r->end[i - 1] : 0; k < r->end[i]; k++) {
            double share = r->share[out->to[r->arc[k]]];
            sum += share;
            ties[r->arc[k]] += r->ways[place] * share;
        }
        depends = r->ways[place] * sum;
        if (i > 0)
            places[place] += depends;
        r->share[place] = (1 + depends) / r->ways[place];
    }
}

static void put_reach(const room *r, const paths_job *job, uint32_t source)
{
    double nearness = 0, distance = 0;
    for (uint32_t i = 1; i < r->settled; i++) {
        nearness += 1 / r->from_here.distance[r->order[i]];
        distance += r->from_here.distance[r->order[i]];
    }
    paths_put(job, source, nearness, distance, r->settled - 1, r->from_here.distance[r->order[r->settled - 1]]);
}

void paths_lengths_walk(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const paths_job *job = about;
    const arcs *out = &job->adj->out;
    room *r = room_given;
    uint32_t source, end;
    block_sources(job->adj, block, &source, &end);
    for (; source < end && crew_goes_on(member); source++) {
        settle_all(r, out, source);
        put_reach(r, job, source);
        if (job->sums->betweenness) {
            count_ways(r, out, source);
            walk_back(r, out, sums, sums + job->adj->n);
        }
        for (uint32_t i = 0; i < r->settled; i++) {
            r->from_here.distance[r->order[i]] = HUGE_VAL;
            r->ways[r->order[i]] = 0;
        }
    }
}

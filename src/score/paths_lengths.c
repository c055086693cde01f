/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Shortest ways by length (Brandes 2001), one source at a time: first all distances, then the number of
 * ways from near to far, then what depends on whom from far to near. A tie of strength s is 1/s^alpha long (Opsahl,
 * Agneessens & Skvoretz 2010). Lengths are sums of rounded numbers, so ways are equally long when they are to ten digits.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "paths.h"
#include "shells.h"

static const double nearly = 1 + 1e-10;

typedef struct room {
    shells from_here;     /* distances, and the places from near to far */
    double *ways, *share; /* per place, as in steps */
    uint32_t *turn;       /* per place: its turn in that order, from 1 */
    uint32_t *arc;        /* arcs that end a shortest way, by the turn of where they leave */
    uint32_t *end;        /* the arcs of turn i + 1 end before arc[end[i]] */
} room;

void paths_lengths_end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    shells_end(&r->from_here);
    free(r->ways);
    free(r->share);
    free(r->turn);
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
    done = shells_begin(&made->from_here, job->adj);
    made->ways = sv_alloc(n, sizeof *made->ways);
    made->share = sv_alloc(n, sizeof *made->share);
    made->turn = sv_alloc(n, sizeof *made->turn);
    made->arc = sv_alloc(job->adj->n_arcs, sizeof *made->arc);
    made->end = sv_alloc(n, sizeof *made->end);
    if (done && made->ways && made->share && made->turn && made->arc && made->end)
        return made;
    paths_lengths_end(made);
    return NULL;
}

/* From near to far. An arc to a place met earlier ends no shortest way, however little they differ. */
static void count_ways(room *r, const arcs *out, uint32_t source)
{
    const shells *walked = &r->from_here;
    uint32_t n = 0;
    for (uint32_t i = 0; i < walked->met; i++)
        r->turn[walked->order[i]] = i + 1;
    r->ways[source] = 1;
    for (uint32_t i = 0; i < walked->met; i++) {
        uint32_t place = walked->order[i];
        double here = walked->distance[place];
        for (uint32_t at = out->start[place]; at < out->start[place + 1]; at++) {
            uint32_t to = out->to[at];
            if (here + out->length[at] > walked->distance[to] * nearly || r->turn[to] <= i + 1)
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
    for (uint32_t i = r->from_here.met; i-- > 0;) {
        uint32_t place = r->from_here.order[i];
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
        r->ways[place] = 0; /* for the next source */
    }
}

static void put_reach(const room *r, const paths_job *job, uint32_t source)
{
    double nearness = 0, sum = 0, farthest = 0;
    for (uint32_t i = 1; i < r->from_here.met; i++) {
        double distance = r->from_here.distance[r->from_here.order[i]];
        nearness += 1 / distance;
        sum += distance;
        farthest = fmax(farthest, distance);
    }
    paths_put(job, source, nearness, sum, r->from_here.met - 1, farthest);
}

void paths_lengths_walk(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const paths_job *job = about;
    const arcs *out = &job->adj->out;
    room *r = room_given;
    uint32_t source, end;
    block_sources(job->adj, block, &source, &end);
    for (; source < end && crew_goes_on(member); source++) {
        shells_walk(&r->from_here, out, source);
        put_reach(r, job, source);
        if (job->sums->betweenness) {
            count_ways(r, out, source);
            walk_back(r, out, sums, sums + job->adj->n);
        }
        shells_forget(&r->from_here);
    }
}

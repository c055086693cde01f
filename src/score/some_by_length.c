/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How near every actor is to some of them, by length (Eppstein & Wang 2004): a walk back from each of those. */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "nearest.h"
#include "sampling.h"

typedef struct room {
    nearest to_here;
    uint32_t *order;
} room;

void some_by_length_end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    nearest_end(&r->to_here);
    free(r->order);
    free(r);
}

void *some_by_length_begin(const void *about)
{
    size_t n = ((const some_job *)about)->adj->n;
    room *made = sv_alloc(1, sizeof *made);
    bool done = made && nearest_begin(&made->to_here, n);
    if (made)
        made->order = sv_alloc(n, sizeof *made->order);
    if (done && made->order)
        return made;
    some_by_length_end(made);
    return NULL;
}

static void walk(room *r, const some_job *job, uint32_t target, double *sums)
{
    const arcs *in = &job->adj->in;
    size_t n = job->adj->n, settled = 0;
    nearest_offer(&r->to_here, target, 0);
    while (r->to_here.n > 0) {
        uint32_t place = nearest_take(&r->to_here);
        double here = r->to_here.distance[place];
        r->order[settled++] = place;
        for (uint32_t at = in->start[place]; at < in->start[place + 1]; at++)
            nearest_offer(&r->to_here, in->to[at], here + in->length[at]);
        if (place == target)
            continue;
        sums[place] += 1 / here;
        sums[n + place] += here;
        sums[2 * n + place]++;
        sums[3 * n + place] += 1 / here / here;
        farthest_put(job, place, here);
    }
    while (settled > 0)
        r->to_here.distance[r->order[--settled]] = HUGE_VAL;
}

void some_by_length_walk(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const some_job *job = about;
    size_t at = block * some_in_block, end = job->n - at > some_in_block ? at + some_in_block : job->n;
    for (; at < end && crew_goes_on(member); at++)
        walk(room_given, job, job->places[at], sums);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How near every actor is to some of them, by length (Eppstein & Wang 2004): a walk back from each of those. */
#include <stdlib.h>

#include "../base/memory.h"
#include "sampling.h"
#include "shells.h"

void some_by_length_end(void *room)
{
    if (room)
        shells_end(room);
    free(room);
}

void *some_by_length_begin(const void *about)
{
    shells *made = sv_alloc(1, sizeof *made);
    if (made && shells_begin(made, ((const some_job *)about)->adj))
        return made;
    some_by_length_end(made);
    return NULL;
}

static void walk(shells *to_here, const some_job *job, uint32_t target, double *sums)
{
    size_t n = job->adj->n;
    shells_walk(to_here, &job->adj->in, target);
    for (uint32_t i = 1; i < to_here->met; i++) {
        uint32_t place = to_here->order[i];
        double distance = to_here->distance[place];
        sums[place] += 1 / distance;
        sums[n + place] += distance;
        sums[2 * n + place]++;
        sums[3 * n + place] += 1 / distance / distance;
        farthest_put(job, place, distance);
    }
    shells_forget(to_here);
}

void some_by_length_walk(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const some_job *job = about;
    size_t at = block * some_in_block, end = job->n - at > some_in_block ? at + some_in_block : job->n;
    for (; at < end && crew_goes_on(member); at++)
        walk(room_given, job, job->places[at], sums);
}

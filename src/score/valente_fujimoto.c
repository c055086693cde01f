/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bridging as what is lost with an actor's ties: how much farther apart everyone comes when one of them goes, the mean
 * over its ties (Valente & Fujimoto 2010). Ties have no direction here.
 *
 * From one actor, a tie matters only to those that are reached over it alone: its far end when that has no other
 * neighbour as near, and whoever hangs on that. Their new distances are found, the rest stay as they are. Mostly it is
 * the far end by itself, and then a look at its neighbours is all.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "measure.h"
#include "sampling.h"

static const uint32_t far = UINT32_MAX;

typedef struct room {
    uint32_t *distance, *queue, *parents; /* parents: through how many places one step nearer a place is reached; queue: in the order met */
    uint32_t n_queue;
    uint32_t *lost;    /* how many of those parents are lost without the tie; counts while `looked` is of this tie */
    uint32_t *looked;  /* the tie, numbered from 1, at which a place was last looked at */
    uint32_t *order;   /* the places that lost all parents, by their old distance */
    uint32_t *sorted;  /* the same by how near they come around what is not lost */
    uint32_t *ahead;   /* those that come nearer still by each other */
    uint32_t *again;   /* their new distance; 0 = it did not change */
    uint32_t *at_step; /* per distance: how many places have it, then where they begin */
    uint32_t tie;
} room;

static void end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    free(r->distance);
    free(r->queue);
    free(r->parents);
    free(r->lost);
    free(r->looked);
    free(r->order);
    free(r->sorted);
    free(r->ahead);
    free(r->again);
    free(r->at_step);
    free(r);
}

static void *begin(const void *about)
{
    const adjacency *adj = about;
    room *made = sv_alloc(1, sizeof *made);
    bool done;
    if (!made)
        return NULL;
    made->distance = sv_alloc(adj->n, sizeof *made->distance);
    made->queue = sv_alloc(adj->n, sizeof *made->queue);
    made->parents = sv_alloc(adj->n, sizeof *made->parents);
    made->lost = sv_alloc(adj->n, sizeof *made->lost);
    made->looked = sv_alloc(adj->n, sizeof *made->looked);
    made->order = sv_alloc(adj->n, sizeof *made->order);
    made->sorted = sv_alloc(adj->n, sizeof *made->sorted);
    made->ahead = sv_alloc(adj->n, sizeof *made->ahead);
    made->again = sv_alloc(adj->n, sizeof *made->again);
    made->at_step = sv_alloc((size_t)adj->n + 2, sizeof *made->at_step);
    done = made->distance && made->queue && made->parents && made->lost && made->looked && made->order && made->sorted &&
           made->ahead && made->again && made->at_step;
    for (uint32_t p = 0; done && p < adj->n; p++)
        made->distance[p] = far;
    if (done)
        return made;
    end(made);
    return NULL;
}

static void walk_from(room *r, const arcs *list, uint32_t source)
{
    r->distance[source] = 0;
    r->queue[0] = source;
    r->n_queue = 1;
    r->tie = 0;
    for (uint32_t i = 0; i < r->n_queue; i++) {
        uint32_t place = r->queue[i], next = r->distance[place] + 1;
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++) {
            uint32_t to = list->to[at];
            if (r->distance[to] == far) {
                r->distance[to] = next;
                r->parents[to] = r->looked[to] = 0;
                r->queue[r->n_queue++] = to;
            }
            r->parents[to] += r->distance[to] == next;
        }
    }
}

/* The places that are reached only through the tie into `child`, nearest first, into r->order. */
static uint32_t find_dependent(room *r, const arcs *list, uint32_t child)
{
    uint32_t n = 1;
    r->tie++;
    r->order[0] = child;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t place = r->order[i], next = r->distance[place] + 1;
        r->again[place] = far;
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++) {
            uint32_t to = list->to[at];
            if (r->distance[to] != next)
                continue;
            r->lost[to] = r->looked[to] == r->tie ? r->lost[to] + 1 : 1;
            r->looked[to] = r->tie;
            if (r->lost[to] == r->parents[to])
                r->order[n++] = to;
        }
    }
    return n;
}

/* How near they come around, by what is not lost; into r->sorted those that do, nearest first. Returns how many. */
static uint32_t look_around(room *r, const arcs *list, uint32_t n, uint32_t parent)
{
    uint32_t least = far, most = 0, found = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t place = r->order[i], around = far;
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++) {
            uint32_t to = list->to[at];
            if (!r->again[to] && r->distance[to] < around && (i > 0 || to != parent)) /* the first is the tie's far end */
                around = r->distance[to];
        }
        if (around == far)
            continue;
        r->again[place] = around + 1;
        r->at_step[around + 1]++;
        least = around + 1 < least ? around + 1 : least;
        most = around + 1 > most ? around + 1 : most;
        found++;
    }
    for (uint32_t d = least, sum = 0; d <= most && found; d++) {
        uint32_t count = r->at_step[d];
        r->at_step[d] = sum;
        sum += count;
    }
    for (uint32_t i = 0; i < n; i++)
        if (r->again[r->order[i]] != far)
            r->sorted[r->at_step[r->again[r->order[i]]]++] = r->order[i];
    for (uint32_t d = least; d <= most && found; d++)
        r->at_step[d] = 0;
    return found;
}
/* How near (the sum of 1/distance) the places that hang on the tie from parent to child were, less how near they are without it. */
static double find_drop(room *r, const arcs *list, uint32_t parent, uint32_t child)
{
    uint32_t n = find_dependent(r, list, child), found = look_around(r, list, n, parent), i = 0, k = 0, nearer = 0;
    double drop = 0;
    while (i < found || k < nearer) { /* from near to far: what is taken has come as near as it can */
        bool next = k == nearer || (i < found && r->again[r->sorted[i]] <= r->again[r->ahead[k]]);
        uint32_t place = next ? r->sorted[i++] : r->ahead[k++];
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++) {
            uint32_t to = list->to[at];
            if (r->again[to] <= r->again[place] + 1)
                continue;
            r->again[to] = r->again[place] + 1;
            r->ahead[nearer++] = to;
        }
    }
    for (i = 0; i < n; i++) {
        uint32_t place = r->order[i];
        drop += 1.0 / r->distance[place] - (r->again[place] == far ? 0 : 1.0 / r->again[place]);
        r->again[place] = 0;
    }
    return drop;
}

/* What the tie into a place with one parent is worth to the source; *parent gets who that is. */
static double worth(room *r, const arcs *list, uint32_t child, uint32_t *parent)
{
    uint32_t here = r->distance[child], around = far;
    bool alone = true;
    for (uint32_t at = list->start[child]; at < list->start[child + 1]; at++) {
        uint32_t to = list->to[at], there = r->distance[to];
        if (there < here) {
            *parent = to;
            continue;
        }
        alone &= there == here || r->parents[to] > 1;
        if (there < around)
            around = there;
    }
    if (!alone)
        return find_drop(r, list, *parent, child);
    return 1.0 / here - (around == far ? 0 : 1.0 / (around + 1));
}

static void work(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const adjacency *adj = about;
    room *r = room_given;
    uint32_t source, last;
    block_sources(adj, block, &source, &last);
    for (; source < last && crew_goes_on(member); source++) {
        walk_from(r, &adj->out, source);
        for (uint32_t i = 1; i < r->n_queue; i++) {
            uint32_t child = r->queue[i], parent = source;
            double drop;
            if (r->parents[child] != 1)
                continue;
            drop = worth(r, &adj->out, child, &parent);
            sums[parent] += drop;
            sums[child] += drop;
        }
        for (uint32_t i = 0; i < r->n_queue; i++)
            r->distance[r->queue[i]] = far;
    }
}

/* Cost: for each actor a walk over the network, and whoever hangs on one tie with its ties. In networks that are sampled it is left undefined. */
sv_status measure_valente_fujimoto(bench *shared, double *values, sv_error *error)
{
    double pairs = (double)shared->n * ((double)shared->n - 1), *total = NULL;
    adjacency adj;
    crew_job job = {.about = &adj, .begin = begin, .end = end, .work = work};
    sv_status status = SV_MEMORY;
    if (!adjacency_make(shared->network, false, &adj))
        goto done;
    if (sampling_wanted(&adj, shared->options)) {
        for (size_t v = 0; v < shared->n; v++)
            values[v] = NAN;
        shared->left_out = true;
        adjacency_clear(&adj);
        return SV_OK;
    }
    job.blocks = ((size_t)adj.n + sources_each - 1) / sources_each;
    job.sums = adj.n;
    job.cost = 10.0 * adj.n * adj.n_arcs;
    total = sv_alloc(adj.n, sizeof *total);
    if (total)
        status = crew_run(&job, shared->options, SV_TR("taking ties away"), total, error);
    for (uint32_t p = 0; status == SV_OK && p < adj.n; p++) {
        uint32_t degree = adj.out.start[p + 1] - adj.out.start[p];
        values[adj.vertex[p]] = degree ? total[p] / degree / pairs : NAN;
    }
done:
    if (!total)
        sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    free(total);
    adjacency_clear(&adj);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How near every actor is to some of them, in steps (Eppstein & Wang 2004): a walk back from 512 of those at a time, a bit
 * for each (Then et al. 2014), so that a tie is looked at once for all. Their bits fill a line of memory.
 */
#include <stdlib.h>

#include "../base/memory.h"
#include "sampling.h"

enum { lanes = 512, pull_from = 4, fetch_ahead = 24 };

/* Two words are one instruction on every machine we know of. */
typedef uint64_t two_words __attribute__((vector_size(2 * sizeof(uint64_t))));
typedef struct bits {
    two_words part[lanes / 128];
} bits;
static const bits none;

typedef struct room {
    bits *met;       /* per place: from whom it was met */
    bits *now;       /* at this step */
    bits *next;      /* at the next */
    uint32_t *list, *ahead; /* the places of this step and of the next */
    uint32_t n_list, n_ahead;
    uint32_t *all;   /* places met by anyone */
    uint32_t n_all;
} room;

void some_in_steps_end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    free(r->met);
    free(r->now);
    free(r->next);
    free(r->list);
    free(r->ahead);
    free(r->all);
    free(r);
}

void *some_in_steps_begin(const void *about)
{
    size_t n = ((const some_job *)about)->adj->n;
    room *made = sv_alloc(1, sizeof *made);
    if (!made)
        return NULL;
    made->met = sv_alloc(n, sizeof *made->met);
    made->now = sv_alloc(n, sizeof *made->now);
    made->next = sv_alloc(n, sizeof *made->next);
    made->list = sv_alloc(n, sizeof *made->list);
    made->ahead = sv_alloc(n, sizeof *made->ahead);
    made->all = sv_alloc(n, sizeof *made->all);
    if (made->met && made->now && made->next && made->list && made->ahead && made->all)
        return made;
    some_in_steps_end(made);
    return NULL;
}

static inline void join(bits *into, const bits *more)
{
    into->part[0] |= more->part[0];
    into->part[1] |= more->part[1];
    into->part[2] |= more->part[2];
    into->part[3] |= more->part[3];
}

static inline bool is_none(const bits *of)
{
    two_words any = of->part[0] | of->part[1] | of->part[2] | of->part[3];
    return !(any[0] | any[1]);
}

/* What of these bits is new; false when nothing is. */
static inline bool leave_new(bits *of, const bits *known)
{
    of->part[0] &= ~known->part[0];
    of->part[1] &= ~known->part[1];
    of->part[2] &= ~known->part[2];
    of->part[3] &= ~known->part[3];
    return !is_none(of);
}

static void set(bits *of, size_t bit)
{
    of->part[bit / 128][bit / 64 % 2] |= (uint64_t)1 << bit % 64;
}

/* How many bits are set; counted in words, as not every processor has an instruction for it. */
static inline unsigned count(const bits *of)
{
    uint64_t sum = 0;
    for (int i = 0; i < lanes / 64; i++) {
        uint64_t x = of->part[i / 2][i % 2];
        x -= x >> 1 & 0x5555555555555555u;
        x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
        x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fu;
        sum += x * 0x0101010101010101u >> 56;
    }
    return (unsigned)sum;
}

/* Against the arcs, from the places of this step to those they can be reached from; few at a time. */
static void push(room *r, const arcs *in)
{
    for (uint32_t i = 0; i < r->n_list; i++)
        for (uint32_t at = in->start[r->list[i]]; at < in->start[r->list[i] + 1]; at++) {
            bits *to = &r->next[in->to[at]];
            if (is_none(to))
                r->ahead[r->n_ahead++] = in->to[at];
            join(to, &r->now[r->list[i]]);
        }
}

/* All places look where their arcs lead; when many are met at once. Returns how many arcs were looked at. */
static size_t pull(room *r, const adjacency *adj, const bits *everyone)
{
    const arcs *out = &adj->out;
    size_t looked = 0;
    for (uint32_t place = 0; place < adj->n; place++) {
        bits found = none, missing = *everyone;
        if (!leave_new(&missing, &r->met[place]))
            continue;
        for (uint32_t at = out->start[place]; at < out->start[place + 1]; at++) {
            if (at + fetch_ahead < adj->n_arcs)
                __builtin_prefetch(&r->now[out->to[at + fetch_ahead]]);
            join(&found, &r->now[out->to[at]]);
        }
        looked += out->start[place + 1] - out->start[place];
        if (leave_new(&found, &r->met[place])) {
            r->next[place] = found;
            r->ahead[r->n_ahead++] = place;
        }
    }
    return looked;
}

/* Count who was met at step d, and make that step the present one. */
static void end_step(room *r, const some_job *job, uint32_t d, double *sums)
{
    size_t n = job->adj->n;
    bits *spare = r->now;
    uint32_t *spare_list = r->list, kept = 0;
    for (uint32_t i = 0; i < r->n_list; i++)
        r->now[r->list[i]] = none;
    for (uint32_t i = 0; i < r->n_ahead; i++) {
        uint32_t place = r->ahead[i];
        unsigned met;
        if (!leave_new(&r->next[place], &r->met[place]))
            continue;
        if (is_none(&r->met[place]))
            r->all[r->n_all++] = place;
        join(&r->met[place], &r->next[place]);
        met = count(&r->next[place]);
        sums[place] += (double)met / d;
        sums[n + place] += (double)met * d;
        sums[2 * n + place] += met;
        sums[3 * n + place] += (double)met / d / d;
        farthest_put(job, place, d);
        r->ahead[kept++] = place;
    }
    r->now = r->next;
    r->next = spare;
    r->list = r->ahead;
    r->n_list = kept;
    r->ahead = spare_list;
    r->n_ahead = 0;
}

/* From at most 512 places. */
static void walk(room *r, const some_job *job, const uint32_t *places, size_t n, double *sums)
{
    const adjacency *adj = job->adj;
    bits everyone = none;
    size_t left = adj->n_arcs;
    for (size_t i = 0; i < n; i++) {
        set(&everyone, i);
        if (is_none(&r->met[places[i]])) /* one place may be drawn twice */
            r->list[r->n_list++] = r->all[r->n_all++] = places[i];
        set(&r->met[places[i]], i);
        set(&r->now[places[i]], i);
    }
    for (uint32_t d = 1; r->n_list > 0; d++) {
        size_t leaving = 0;
        for (uint32_t i = 0; i < r->n_list; i++)
            leaving += adj->in.start[r->list[i] + 1] - adj->in.start[r->list[i]];
        if (leaving * pull_from < left)
            push(r, &adj->in);
        else
            left = pull(r, adj, &everyone);
        end_step(r, job, d, sums);
    }
    for (; r->n_all > 0; r->n_all--)
        r->met[r->all[r->n_all - 1]] = none;
}

void some_in_steps_walk(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const some_job *job = about;
    size_t at = block * some_in_block, end = job->n - at > some_in_block ? at + some_in_block : job->n;
    for (; at < end && crew_goes_on(member); at += lanes)
        walk(room_given, job, job->places + at, end - at > lanes ? lanes : end - at, sums);
}

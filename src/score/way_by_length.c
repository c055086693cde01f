/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One random shortest way between two actors, by length, by searching from both ends at once (Dijkstra 1959; Pohl 1971). The
 * two together settle every place of every shortest way before they stop, and each of those ways leaves what the first
 * search settled over one tie only: one such tie is drawn by how many ways pass it, and from its ends one neighbour after another.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "nearest.h"
#include "sampling.h"

static const double nearly = 1 + 1e-10; /* as in all shortest ways by length */

/* A search from one end. */
typedef struct side {
    nearest from_end;
    double *ways;
    uint32_t *turn;  /* per place: when it was settled, from 1; 0 = not */
    uint32_t *order; /* the settled places */
    uint32_t settled;
} side;

typedef struct room {
    side sides[2];
} room;

void way_by_length_end(void *room_or_null)
{
    room *r = room_or_null;
    for (int s = 0; r && s < 2; s++) {
        nearest_end(&r->sides[s].from_end);
        free(r->sides[s].ways);
        free(r->sides[s].turn);
        free(r->sides[s].order);
    }
    free(r);
}

void *way_by_length_begin(const void *about)
{
    size_t n = ((const ways_job *)about)->adj->n;
    room *made = sv_alloc(1, sizeof *made);
    bool done = made != NULL;
    for (int s = 0; made && s < 2; s++) {
        side *one = &made->sides[s];
        done &= nearest_begin(&one->from_end, n);
        one->ways = sv_alloc(n, sizeof *one->ways);
        one->turn = sv_alloc(n, sizeof *one->turn);
        one->order = sv_alloc(n, sizeof *one->order);
        done &= one->ways && one->turn && one->order;
    }
    if (done)
        return made;
    way_by_length_end(made);
    return NULL;
}

static void forget(side *one)
{
    for (uint32_t i = 0; i < one->settled; i++) {
        one->turn[one->order[i]] = 0;
        one->from_end.distance[one->order[i]] = HUGE_VAL;
    }
    while (one->from_end.n > 0)
        one->from_end.distance[one->from_end.heap[--one->from_end.n].place] = HUGE_VAL;
    one->settled = 0;
}

/* True when a settled place comes just before this one on a shortest way from the end. */
static bool leads_to(const side *one, uint32_t before, double length, uint32_t place)
{
    return one->turn[before] && one->turn[before] < one->turn[place] &&
           one->from_end.distance[before] + length <= one->from_end.distance[place] * nearly;
}

/* Settle the nearest place: its ways are those of what leads to it (`behind`). Then its neighbours (`ahead`); *best gets shorter when
 * the other side knows one. */
static void settle(side *one, const side *other, const arcs *ahead, const arcs *behind, double *best)
{
    uint32_t place = nearest_take(&one->from_end);
    double here = one->from_end.distance[place];
    one->order[one->settled++] = place;
    one->turn[place] = one->settled;
    one->ways[place] = one->settled == 1;
    for (uint32_t at = behind->start[place]; at < behind->start[place + 1]; at++)
        if (leads_to(one, behind->to[at], behind->length[at], place))
            one->ways[place] += one->ways[behind->to[at]];
    for (uint32_t at = ahead->start[place]; at < ahead->start[place + 1]; at++) {
        uint32_t to = ahead->to[at];
        nearest_offer(&one->from_end, to, here + ahead->length[at]);
        *best = fmin(*best, here + ahead->length[at] + other->from_end.distance[to]);
    }
}

/*
 * Search on until no way that is not known can be as short as the best. A side never settles the other's end: when that is
 * the nearest, it has settled all else that is as near.
 */
static double meet(room *r, const adjacency *adj, uint32_t from, uint32_t to)
{
    side *there = &r->sides[0], *back = &r->sides[1];
    double best = HUGE_VAL;
    nearest_offer(&there->from_end, from, 0);
    nearest_offer(&back->from_end, to, 0);
    settle(there, back, &adj->out, &adj->in, &best);
    settle(back, there, &adj->in, &adj->out, &best);
    while (there->from_end.n > 0 && back->from_end.n > 0) {
        const nearest_entry *ahead = &there->from_end.heap[0], *behind = &back->from_end.heap[0];
        if (ahead->place == to || behind->place == from || ahead->distance + behind->distance > best * nearly)
            break;
        if (there->from_end.n < back->from_end.n)
            settle(there, back, &adj->out, &adj->in, &best);
        else
            settle(back, there, &adj->in, &adj->out, &best);
    }
    return best;
}

/* How many shortest ways leave what the first side settled over this arc. */
static double ways_over(const room *r, const arcs *out, double best, uint32_t place, uint32_t at)
{
    const side *there = &r->sides[0], *back = &r->sides[1];
    uint32_t to = out->to[at];
    if (there->turn[to] || !back->turn[to])
        return 0;
    if (there->from_end.distance[place] + out->length[at] + back->from_end.distance[to] > best * nearly)
        return 0;
    return there->ways[place] * back->ways[to];
}

/* The arc over which the drawn way does so, and from where. */
static uint32_t draw_arc(const room *r, const arcs *out, double best, chance *dice, uint32_t *from)
{
    const side *there = &r->sides[0];
    double left = 0;
    uint32_t drawn = UINT32_MAX;
    for (uint32_t i = 0; i < there->settled; i++)
        for (uint32_t at = out->start[there->order[i]]; at < out->start[there->order[i] + 1]; at++)
            left += ways_over(r, out, best, there->order[i], at);
    left *= chance_share(dice);
    for (uint32_t i = 0; i < there->settled && left >= 0; i++)
        for (uint32_t at = out->start[there->order[i]]; at < out->start[there->order[i] + 1] && left >= 0; at++) {
            double ways = ways_over(r, out, best, there->order[i], at);
            if (!(ways > 0))
                continue;
            left -= ways;
            drawn = at;
            *from = there->order[i];
        }
    return drawn;
}

/* From a place back to where a side began. */
static void draw_rest(const side *one, const arcs *behind, uint32_t place, chance *dice, double *places, double *ties)
{
    while (one->turn[place] > 1) {
        double left = chance_share(dice) * one->ways[place];
        uint32_t drawn = UINT32_MAX;
        for (uint32_t at = behind->start[place]; at < behind->start[place + 1]; at++) {
            if (!leads_to(one, behind->to[at], behind->length[at], place))
                continue;
            drawn = at;
            left -= one->ways[behind->to[at]];
            if (left < 0)
                break;
        }
        places[place]++;
        ties[behind->tie[drawn]]++;
        place = behind->to[drawn];
    }
}

bool way_by_length(void *room_given, const adjacency *adj, uint32_t from, uint32_t to, chance *dice, double *places, double *ties)
{
    room *r = room_given;
    uint32_t leave = from;
    double best = meet(r, adj, from, to);
    if (isfinite(best)) {
        uint32_t arc = draw_arc(r, &adj->out, best, dice, &leave);
        ties[adj->out.tie[arc]]++;
        draw_rest(&r->sides[0], &adj->in, leave, dice, places, ties);
        draw_rest(&r->sides[1], &adj->out, adj->out.to[arc], dice, places, ties);
    }
    forget(&r->sides[0]);
    forget(&r->sides[1]);
    return isfinite(best);
}

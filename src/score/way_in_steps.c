/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One random shortest way between two actors, in steps, by searching from both ends at once (Borassi & Natale 2016):
 * always a whole step on the side where that is cheaper, until the two meet. Every shortest way passes exactly one of the
 * places where they do, so one is drawn by how many ways pass it, and from there one neighbour after another.
 */
#include <stdlib.h>

#include "../base/memory.h"
#include "sampling.h"

/* A search from one end. */
typedef struct side {
    uint32_t *steps; /* per place, from 1 at the end itself; 0: not met */
    double *ways;
    uint32_t *list;  /* places in the order in which they were met */
    uint32_t n, from; /* the last step: list[from] up to list[n] */
    uint32_t reached; /* how far the search has gone: the steps of the places of the last one */
} side;

typedef struct room {
    side sides[2];
} room;

void way_in_steps_end(void *room_or_null)
{
    room *r = room_or_null;
    for (int s = 0; r && s < 2; s++) {
        free(r->sides[s].steps);
        free(r->sides[s].ways);
        free(r->sides[s].list);
    }
    free(r);
}

void *way_in_steps_begin(const void *about)
{
    size_t n = ((const ways_job *)about)->adj->n;
    room *made = sv_alloc(1, sizeof *made);
    bool done = made != NULL;
    for (int s = 0; made && s < 2; s++) {
        made->sides[s].steps = sv_alloc(n, sizeof *made->sides[s].steps);
        made->sides[s].ways = sv_alloc(n, sizeof *made->sides[s].ways);
        made->sides[s].list = sv_alloc(n, sizeof *made->sides[s].list);
        done &= made->sides[s].steps && made->sides[s].ways && made->sides[s].list;
    }
    if (done)
        return made;
    way_in_steps_end(made);
    return NULL;
}

static void start(side *one, uint32_t place)
{
    one->n = 1;
    one->from = 0;
    one->reached = 1;
    one->list[0] = place;
    one->steps[place] = 1;
    one->ways[place] = 1;
}

static void forget(side *one)
{
    for (uint32_t i = 0; i < one->n; i++)
        one->steps[one->list[i]] = 0;
}

/* How many arcs the next step looks at. */
static size_t cost(const side *one, const arcs *list)
{
    size_t sum = 0;
    for (uint32_t i = one->from; i < one->n; i++)
        sum += list->start[one->list[i] + 1] - list->start[one->list[i]];
    return sum;
}

/* One step on. Returns how many ways there are between the ends through the places where the sides meet; 0: they do not yet. */
static double step(side *one, const side *other, const arcs *list)
{
    uint32_t end = one->n;
    double ways = 0;
    one->reached++;
    for (; one->from < end; one->from++) {
        uint32_t place = one->list[one->from];
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++) {
            uint32_t to = list->to[at];
            if (!one->steps[to]) {
                one->steps[to] = one->reached;
                one->ways[to] = 0;
                one->list[one->n++] = to;
            }
            if (one->steps[to] == one->reached)
                one->ways[to] += one->ways[place];
        }
    }
    for (uint32_t i = end; i < one->n; i++)
        if (other->steps[one->list[i]])
            ways += one->ways[one->list[i]] * other->ways[one->list[i]];
    return ways;
}

/* Where the sides met: one of those places, by how many ways pass it. */
static uint32_t draw_meeting(const side *one, const side *other, double ways, chance *dice)
{
    double left = chance_share(dice) * ways;
    uint32_t drawn = UINT32_MAX;
    for (uint32_t i = one->from; i < one->n; i++) {
        uint32_t place = one->list[i];
        if (!other->steps[place])
            continue;
        drawn = place;
        left -= one->ways[place] * other->ways[place];
        if (left < 0)
            break;
    }
    return drawn;
}

/* From a place back to where a side began, counting the ties passed and the places between. */
static void draw_rest(const side *one, const arcs *list, uint32_t place, chance *dice, double *places, double *ties)
{
    while (one->steps[place] > 1) {
        double left = chance_share(dice) * one->ways[place];
        uint32_t drawn = UINT32_MAX;
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++) {
            if (one->steps[list->to[at]] != one->steps[place] - 1)
                continue;
            drawn = at;
            left -= one->ways[list->to[at]];
            if (left < 0)
                break;
        }
        ties[list->tie[drawn]]++;
        place = list->to[drawn];
        if (one->steps[place] > 1)
            places[place]++;
    }
}

bool way_in_steps(void *room_given, const adjacency *adj, uint32_t from, uint32_t to, chance *dice, double *places, double *ties)
{
    room *r = room_given;
    const arcs *ahead[2] = {&adj->out, &adj->in}; /* the second side goes against the arcs */
    double ways = 0;
    int turn = 0;
    start(&r->sides[0], from);
    start(&r->sides[1], to);
    while (!(ways > 0) && r->sides[0].from < r->sides[0].n && r->sides[1].from < r->sides[1].n) {
        turn = cost(&r->sides[1], ahead[1]) < cost(&r->sides[0], ahead[0]);
        ways = step(&r->sides[turn], &r->sides[!turn], ahead[turn]);
    }
    if (ways > 0) {
        uint32_t middle = draw_meeting(&r->sides[turn], &r->sides[!turn], ways, dice);
        if (middle != from && middle != to)
            places[middle]++;
        draw_rest(&r->sides[0], ahead[1], middle, dice, places, ties);
        draw_rest(&r->sides[1], ahead[0], middle, dice, places, ties);
    }
    forget(&r->sides[0]);
    forget(&r->sides[1]);
    return ways > 0;
}

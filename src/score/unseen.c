/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing ties that nobody saw, like those on the map. */
#include "unseen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

enum { tries = 100 }; /* for a pair that is not tied yet, one way and then the other; where all are, nothing is added */

static size_t degree(const unseen *of, size_t v)
{
    return of->start[v + 1] - of->start[v];
}

/* A vertex's neighbours stand from low to high. */
static bool is_neighbour(const unseen *of, size_t v, size_t other)
{
    size_t low = of->start[v], high = of->start[v + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (of->neighbour[middle] == other)
            return true;
        if (of->neighbour[middle] < other)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool share_contact(const unseen *of, size_t a, size_t b)
{
    size_t few = degree(of, a) < degree(of, b) ? a : b, other = few == a ? b : a;
    for (size_t e = of->start[few]; e < of->start[few + 1]; e++)
        if (is_neighbour(of, other, of->neighbour[e]))
            return true;
    return false;
}

bool unseen_make(const sv_network *network, const size_t *start, const size_t *neighbour, double missing, unseen *made)
{
    size_t closed = 0;
    *made = (unseen){.network = network, .start = start, .neighbour = neighbour, .per_draw = missing * (double)network->n_ties};
    made->own = sv_alloc(network->n_vertices, sizeof *made->own);
    if (!made->own)
        return false;
    for (size_t v = 0; v < network->n_vertices; v++)
        made->own[v] = sv_map_actor(network->map, network->actor_of[v])->own;
    for (size_t i = 0; i < network->n_ties; i++)
        closed += share_contact(made, network->from[i], network->to[i]);
    made->closed = network->n_ties ? (double)closed / (double)network->n_ties : 0;
    return true;
}

void unseen_clear(unseen *of)
{
    free(of->own);
    *of = (unseen){0};
}

size_t unseen_most(const unseen *of)
{
    return (size_t)ceil(of->per_draw);
}

static size_t draw_index(chance *dice, size_t n)
{
    return (size_t)(chance_next(dice) % n);
}

/* By how many ties it has, and one more: an end of a random tie, or now and then just anybody. */
static size_t draw_by_ties(const unseen *of, chance *dice)
{
    size_t n = of->network->n_vertices, at = draw_index(dice, n + 2 * of->network->n_ties);
    if (at < n)
        return at;
    at -= n;
    return at % 2 ? of->network->from[at / 2] : of->network->to[at / 2];
}

static size_t draw_along(const unseen *of, size_t v, chance *dice)
{
    return degree(of, v) ? of->neighbour[of->start[v] + draw_index(dice, degree(of, v))] : v;
}

/* Where it belongs among those drawn before; SIZE_MAX when it is one of them. */
static size_t find_spot(const new_tie *drawn, size_t n, size_t from, size_t to)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (drawn[middle].from == from && drawn[middle].to == to)
            return SIZE_MAX;
        if (drawn[middle].from < from || (drawn[middle].from == from && drawn[middle].to < to))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A pair that is not tied yet, along two ties or not; where it belongs among those drawn before, SIZE_MAX when none was found. */
static size_t draw_pair(const unseen *of, bool along, chance *dice, const new_tie *drawn, size_t n, new_tie *pair)
{
    for (int attempt = 0; attempt < tries; attempt++) {
        size_t a = draw_by_ties(of, dice), spot;
        size_t b = along ? draw_along(of, draw_along(of, a, dice), dice) : draw_by_ties(of, dice);
        if (a == b || of->own[a] || of->own[b] || is_neighbour(of, a, b))
            continue;
        *pair = (new_tie){.from = a < b ? a : b, .to = a < b ? b : a};
        spot = find_spot(drawn, n, pair->from, pair->to);
        if (spot != SIZE_MAX)
            return spot;
    }
    return SIZE_MAX;
}

/* One tie more among n of them. Returns how many there are. */
static size_t draw_one(const unseen *of, chance *dice, new_tie *drawn, size_t n)
{
    const sv_network *network = of->network;
    bool along = chance_share(dice) < of->closed;
    size_t like = draw_index(dice, network->n_ties), spot;
    new_tie made;
    spot = draw_pair(of, along, dice, drawn, n, &made);
    if (spot == SIZE_MAX)
        spot = draw_pair(of, !along, dice, drawn, n, &made);
    if (spot == SIZE_MAX)
        return n;
    made.there = made.back = network->there[like];
    *(chance_next(dice) & 1 ? &made.there : &made.back) = network->back[like];
    memmove(&drawn[spot + 1], &drawn[spot], (n - spot) * sizeof *drawn);
    drawn[spot] = made;
    return n + 1;
}

static void put(sv_network *drawn, size_t at, const new_tie *tie)
{
    drawn->from[at] = tie->from;
    drawn->to[at] = tie->to;
    drawn->there[at] = tie->there;
    drawn->back[at] = tie->back;
    drawn->strength[at] = fmax(tie->there, tie->back);
}

/* Two sorted lists become one, from the back. */
static void merge(const new_tie *added, size_t n, sv_network *drawn)
{
    size_t old = drawn->n_ties;
    drawn->n_ties += n;
    for (size_t at = drawn->n_ties; n > 0;) {
        at--;
        if (old > 0 && (drawn->from[old - 1] > added[n - 1].from ||
                        (drawn->from[old - 1] == added[n - 1].from && drawn->to[old - 1] > added[n - 1].to))) {
            old--;
            put(drawn, at, &(new_tie){drawn->from[old], drawn->to[old], drawn->there[old], drawn->back[old]});
        } else {
            put(drawn, at, &added[--n]);
        }
    }
}

void unseen_draw(const unseen *of, chance *dice, new_tie *room, sv_network *drawn)
{
    double whole = floor(of->per_draw);
    size_t wanted = (size_t)whole, n = 0;
    if (!(of->per_draw > 0))
        return;
    wanted += chance_share(dice) < of->per_draw - whole;
    for (size_t i = 0; i < wanted; i++)
        n = draw_one(of, dice, room, n);
    merge(room, n, drawn);
}

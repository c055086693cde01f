/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far others are, whom a tie brings nearer, and who is cut off without an actor. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "explain.h"

size_t explain_walk(explaining *e, size_t source, removed without, size_t *distance, double *ways)
{
    size_t n = e->flat.n, met = 0;
    for (size_t v = 0; v < n; v++) {
        distance[v] = SIZE_MAX;
        if (ways)
            ways[v] = 0;
    }
    distance[source] = 0;
    if (ways)
        ways[source] = 1;
    e->queue[met++] = (uint32_t)source;
    for (size_t i = 0; i < met; i++) {
        size_t v = e->queue[i];
        for (size_t at = e->flat.start[v]; at < e->flat.start[v + 1]; at++) {
            size_t to = e->flat.neighbour[at];
            if (to == without.vertex || (v == without.from && to == without.to) || (v == without.to && to == without.from))
                continue;
            if (distance[to] == SIZE_MAX) {
                distance[to] = distance[v] + 1;
                e->queue[met++] = (uint32_t)to;
            }
            if (ways && distance[to] == distance[v] + 1)
                ways[to] += ways[v];
        }
    }
    return met;
}

static const removed nobody = {SV_NO_ROW, SV_NO_ROW, SV_NO_ROW};

static double nearness(size_t distance)
{
    return distance == SIZE_MAX || distance == 0 ? 0 : 1 / (double)distance;
}

static bool keep_steps(explaining *e, const size_t *distance)
{
    sv_explanation *found = e->found;
    size_t far = 0, at = 0;
    for (size_t v = 0; v < e->flat.n; v++)
        if (distance[v] != SIZE_MAX && distance[v] > far)
            far = distance[v];
    found->steps = sv_alloc(far + 1, sizeof *found->steps);
    if (!found->steps)
        return false;
    found->n_steps = far + 1;
    for (size_t v = 0; v < e->flat.n; v++) {
        if (distance[v] == SIZE_MAX)
            found->unreached++;
        else if (distance[v] > 0)
            found->steps[distance[v]]++;
    }
    found->farthest = sv_alloc(far ? found->steps[far] : 0, sizeof *found->farthest);
    for (size_t v = 0; found->farthest && far && v < e->flat.n; v++)
        if (distance[v] == far)
            found->farthest[at++] = sv_network_actor(e->network, v);
    found->n_farthest = at;
    return found->farthest != NULL;
}

bool explain_steps(explaining *e)
{
    sv_explanation *found = e->found;
    size_t *before = sv_alloc(e->flat.n, sizeof *before), *after = sv_alloc(e->flat.n, sizeof *after), within;
    bool done = before && after;
    found->pairs_left_out = (double)found->n_ties * (double)(e->flat.n + sv_network_ties(e->network)) > SV_EXPLAIN_PAIRS;
    if (done) {
        explain_walk(e, e->vertex, nobody, before, NULL);
        done = keep_steps(e, before);
    }
    within = strcmp(sv_score_get(found->score)->id, "reach2") == 0 ? 2 : SIZE_MAX - 1;
    for (size_t i = 0; done && !found->pairs_left_out && i < found->n_ties; i++) {
        sv_explained_tie *tie = &found->ties[i];
        explain_walk(e, e->vertex, (removed){SV_NO_ROW, e->vertex, sv_network_vertex(e->network, tie->actor)}, after, NULL);
        tie->gives = 0;
        for (size_t v = 0; v < e->flat.n; v++) {
            tie->gives += nearness(before[v]) - nearness(after[v]);
            tie->others += after[v] > before[v] && before[v] <= within && (within > e->flat.n || after[v] > within);
        }
    }
    free(before);
    free(after);
    return done;
}

/* How near all are to each other, each pair both ways, with some tie taken away. */
static double nearness_of_all(explaining *e, removed without, size_t *distance)
{
    double sum = 0;
    for (size_t v = 0; v < e->flat.n; v++) {
        explain_walk(e, v, without, distance, NULL);
        for (size_t u = 0; u < e->flat.n; u++)
            sum += nearness(distance[u]);
    }
    return sum;
}

bool explain_loss(explaining *e)
{
    sv_explanation *found = e->found;
    double n = (double)e->flat.n, all, work = n * (double)sv_network_ties(e->network) * (double)(found->n_ties + 1);
    size_t *distance = sv_alloc(e->flat.n, sizeof *distance);
    if (!distance)
        return false;
    found->pairs_left_out = work > SV_EXPLAIN_PAIRS;
    all = found->pairs_left_out ? NAN : nearness_of_all(e, nobody, distance);
    for (size_t i = 0; !found->pairs_left_out && i < found->n_ties; i++) {
        removed tie = {SV_NO_ROW, e->vertex, sv_network_vertex(e->network, found->ties[i].actor)};
        found->ties[i].gives = (all - nearness_of_all(e, tie, distance)) / (n * (n - 1));
    }
    free(distance);
    return true;
}

/* Walks from a vertex to all it reaches without the actor. Returns how many those are. */
static size_t mark_part(explaining *e, size_t from, size_t number, size_t *part)
{
    size_t met = 0;
    part[from] = number;
    e->queue[met++] = (uint32_t)from;
    for (size_t i = 0; i < met; i++)
        for (size_t at = e->flat.start[e->queue[i]]; at < e->flat.start[e->queue[i] + 1]; at++) {
            size_t to = e->flat.neighbour[at];
            if (to == e->vertex || part[to])
                continue;
            part[to] = number;
            e->queue[met++] = (uint32_t)to;
        }
    return met;
}

/* Each contact's part, and what hangs on it, numbered from 1. Returns the number of the largest, the first of equal ones. */
static size_t mark_parts(explaining *e, size_t *part, size_t *size)
{
    size_t parts = 0, largest = 0;
    for (size_t at = e->flat.start[e->vertex]; at < e->flat.start[e->vertex + 1]; at++) {
        if (part[e->flat.neighbour[at]])
            continue;
        parts++;
        size[parts] = mark_part(e, e->flat.neighbour[at], parts, part);
        if (largest == 0 || size[parts] > size[largest])
            largest = parts;
    }
    e->found->articulation = parts > 1;
    return largest;
}

bool explain_cut(explaining *e)
{
    sv_explanation *found = e->found;
    size_t n = e->flat.n, *part = sv_alloc(n, sizeof *part), *size = sv_alloc(n + 1, sizeof *size), largest;
    found->cut = sv_alloc(n, sizeof *found->cut);
    if (part && size && found->cut) {
        largest = mark_parts(e, part, size);
        for (size_t v = 0; v < n; v++)
            if (part[v] && part[v] != largest)
                found->cut[found->n_cut++] = sv_network_actor(e->network, v);
        for (size_t i = 0; found->by == SV_BY_CUT && i < found->n_ties; i++) {
            size_t of = part[sv_network_vertex(e->network, found->ties[i].actor)];
            found->ties[i].others = of == largest ? 0 : size[of];
        }
    }
    n = part && size;
    free(part);
    free(size);
    return n && found->cut;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances by length from one place to all (Dijkstra 1959; Dial 1969). */
#include "shells.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

static const double most_shells = 4096;

void shells_end(shells *of)
{
    free(of->distance);
    free(of->order);
    free(of->looked);
    free(of->top);
    free(of->entries);
}

/* How thick shells are, and how many there are before the first is used again: a walk is never farther ahead than the longest tie. */
static void measure_shells(shells *of, const adjacency *adj)
{
    double shortest = HUGE_VAL, longest = 0, thickness;
    for (uint32_t at = 0; at < adj->n_arcs; at++) {
        shortest = fmin(shortest, adj->out.length[at]);
        longest = fmax(longest, adj->out.length[at]);
    }
    if (adj->n_arcs == 0)
        shortest = longest = 1;
    thickness = shortest * (1 - 1e-6); /* what rounding may add stays within a shell */
    of->sorted = longest / thickness > most_shells;
    if (of->sorted)
        thickness = longest / most_shells;
    of->per_thickness = 1 / thickness;
    of->round = 3;
    while (of->round < longest / thickness + 3)
        of->round = 2 * of->round + 1;
}

bool shells_begin(shells *of, const adjacency *adj)
{
    size_t n = adj->n;
    *of = (shells){0};
    measure_shells(of, adj);
    of->distance = sv_alloc(n, sizeof *of->distance);
    of->order = sv_alloc(n, sizeof *of->order);
    of->looked = sv_alloc(n, sizeof *of->looked);
    of->top = sv_alloc((size_t)of->round + 1, sizeof *of->top);
    of->entries = sv_alloc((of->sorted ? 2 : 1) * (size_t)adj->n_arcs + 2, sizeof *of->entries);
    for (size_t p = 0; of->distance && of->looked && p < n; p++) {
        of->distance[p] = HUGE_VAL;
        of->looked[p] = -1;
    }
    return of->distance && of->order && of->looked && of->top && of->entries;
}

static inline uint32_t shell_of(const shells *of, double distance)
{
    return (uint32_t)((uint64_t)(distance * of->per_thickness) & of->round);
}

/*
 * A place that waits in the same shell already need not wait there twice. So of every arc one entry waits at most; where shells
 * are thick, and what it leaves from may come nearer within its shell, two.
 */
static inline void offer(shells *of, uint32_t place, double distance)
{
    double before = of->distance[place];
    uint32_t shell, entry;
    if (distance >= before)
        return;
    shell = shell_of(of, distance);
    of->distance[place] = distance;
    if (before < HUGE_VAL && of->looked[place] != before && shell_of(of, before) == shell)
        return;
    entry = of->spare ? of->spare : ++of->n_entries;
    of->spare = entry == of->spare ? of->entries[entry].next : of->spare;
    of->entries[entry] = (shell_entry){place, of->top[shell]};
    of->top[shell] = entry;
    of->waiting++;
}

/* By the distances of a walk: a heap, turned into a sorted list in place. */
static void sort_shell(const shells *of, uint32_t *places, uint32_t n)
{
    for (uint32_t size = n, root = n / 2; size > 1;) {
        uint32_t at, child, place;
        if (root > 0) {
            place = places[--root];
        } else {
            place = places[--size];
            places[size] = places[0];
        }
        for (at = root; (child = 2 * at + 1) < size; at = child) {
            child += child + 1 < size && of->distance[places[child + 1]] > of->distance[places[child]];
            if (of->distance[places[child]] <= of->distance[place])
                break;
            places[at] = places[child];
        }
        places[at] = place;
    }
}

/* Everything in one shell, also what comes into it meanwhile. */
static void empty_shell(shells *of, const arcs *list, uint32_t *top)
{
    uint32_t first = of->met;
    while (*top) {
        uint32_t entry = *top, place = of->entries[entry].place;
        double here = of->distance[place];
        *top = of->entries[entry].next;
        of->entries[entry].next = of->spare;
        of->spare = entry;
        of->waiting--;
        if (of->looked[place] == here) /* a shorter way came first */
            continue;
        if (of->looked[place] < 0)
            of->order[of->met++] = place;
        of->looked[place] = here;
        for (uint32_t at = list->start[place]; at < list->start[place + 1]; at++)
            offer(of, list->to[at], here + list->length[at]);
    }
    if (of->sorted)
        sort_shell(of, of->order + first, of->met - first);
}

void shells_walk(shells *of, const arcs *list, uint32_t from)
{
    of->met = of->n_entries = of->spare = 0;
    offer(of, from, 0);
    for (uint64_t shell = 0; of->waiting > 0; shell++)
        empty_shell(of, list, &of->top[shell & of->round]);
}

void shells_forget(shells *of)
{
    for (; of->met > 0; of->met--) {
        of->distance[of->order[of->met - 1]] = HUGE_VAL;
        of->looked[of->order[of->met - 1]] = -1;
    }
}

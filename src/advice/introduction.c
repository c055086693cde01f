/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: for every actor a list of who can step up to it, so that who knows both stands in both lists. */
#include "introduction.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "circles.h"
#include "ways.h"

static int by_whom(const void *a, const void *b)
{
    const caller *left = a, *right = b;
    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    if (left->by != right->by)
        return left->by < right->by ? -1 : 1;
    return left->warmth > right->warmth ? -1 : left->warmth < right->warmth;
}

/* Every step into an actor, and into the organisations it speaks for. How many; without a list they are only counted. */
static size_t collect(const introductions *to, const sv_ways *ways, const bodies *belongs, caller *list)
{
    size_t n = 0, steps = ways->n_actors ? ways->first[ways->n_actors] : 0;
    for (size_t i = 0; i < steps; i++) {
        const sv_step *step = &ways->steps[i];
        size_t at = 0;
        if (circles_neutral(sv_map_actor(to->map, step->from)->kind))
            continue;
        for (size_t face = bodies_face(belongs, step->to, &at); face != SV_NO_ROW; face = bodies_face(belongs, step->to, &at), n++)
            if (list)
                list[n] = (caller){face, step->from, step->warmth};
    }
    return n;
}

bool introductions_init(introductions *to, const sv_ways *ways, const bodies *belongs)
{
    size_t n, kept = 0;
    *to = (introductions){.map = ways->map};
    n = collect(to, ways, belongs, NULL);
    to->callers = sv_alloc(n, sizeof *to->callers);
    to->first = sv_alloc(ways->n_actors + 1, sizeof *to->first);
    if (!to->callers || !to->first)
        return false;
    collect(to, ways, belongs, to->callers);
    if (n)
        qsort(to->callers, n, sizeof *to->callers, by_whom);
    for (size_t actor = 0, i = 0; actor < ways->n_actors; actor++) {
        to->first[actor] = kept;
        for (; i < n && to->callers[i].at == actor; i++)
            if (kept == to->first[actor] || to->callers[kept - 1].by != to->callers[i].by)
                to->callers[kept++] = to->callers[i];
        to->first[actor + 1] = kept;
    }
    return true;
}

void introductions_clear(introductions *of)
{
    free(of->first);
    free(of->callers);
    *of = (introductions){0};
}

size_t introducer_of(const introductions *of, size_t a, size_t b, double *warmth)
{
    size_t i = of->first[a], j = of->first[b], found = SV_NO_ROW;
    *warmth = 0;
    while (i < of->first[a + 1] && j < of->first[b + 1]) {
        const caller *left = &of->callers[i], *right = &of->callers[j];
        double product = left->warmth * right->warmth;
        if (left->by == right->by && left->by != a && left->by != b &&
            (product > *warmth ||
             (product == *warmth && strcmp(sv_map_actor(of->map, left->by)->id, sv_map_actor(of->map, found)->id) < 0))) {
            found = left->by;
            *warmth = product;
        }
        i += left->by <= right->by;
        j += right->by <= left->by;
    }
    return found;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Acquaintance: every row that shows that two actors know each other, both ways round, as one list for each actor. What a
 * person knows of somebody, the organisations know that the person belongs to: Anna of the school and Bas of the library
 * make that the school and the library know each other.
 */
#include "acquainted.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

typedef struct known {
    size_t who, other;
    bool hostile;
} known;

/* Of one pair the friendly rows come first. */
static int by_pair(const void *a, const void *b)
{
    const known *left = a, *right = b;
    if (left->who != right->who)
        return left->who < right->who ? -1 : 1;
    if (left->other != right->other)
        return left->other < right->other ? -1 : 1;
    return (int)left->hostile - (int)right->hostile;
}

/* Who influences whom is known of many who never met; a rule about contact ties nobody. */
static bool shows_acquaintance(const sv_tie *tie)
{
    return (tie->kind->carries_route || tie->kind->sign < 0 || strcmp(tie->kind->id, "funds") == 0) && !(tie->strength <= 0) &&
           tie->certainty > 0;
}

/* A growing list; `failed` without memory. */
typedef struct known_list {
    known *items;
    size_t n, capacity;
    bool failed;
} known_list;

static void add_pair(known_list *to, size_t a, size_t b, bool hostile)
{
    if (a == b || to->failed)
        return;
    if (!sv_grow(&to->items, &to->capacity, to->n + 2, sizeof *to->items)) {
        to->failed = true;
        return;
    }
    to->items[to->n++] = (known){a, b, hostile};
    to->items[to->n++] = (known){b, a, hostile};
}

/* A pair, and who else knows each other by it. That two people quarrel does not make their organisations enemies. */
static void add_faces(known_list *to, const bodies *belongs, size_t a, size_t b, bool hostile)
{
    size_t of_a = 0;
    for (size_t x = bodies_face(belongs, a, &of_a); x != SV_NO_ROW; x = bodies_face(belongs, a, &of_a)) {
        size_t of_b = 0;
        for (size_t y = bodies_face(belongs, b, &of_b); y != SV_NO_ROW; y = bodies_face(belongs, b, &of_b))
            if (!hostile || (x == a && y == b))
                add_pair(to, x, y, hostile);
    }
}

static known_list collect(const bodies *belongs, int day)
{
    const sv_map *map = belongs->map;
    known_list list = {0};
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        if (tie->usable && tie->from != tie->to && shows_acquaintance(tie) && sv_dates_hold(tie->since, tie->until, day))
            add_faces(&list, belongs, tie->from, tie->to, tie->kind->sign < 0);
    }
    for (size_t who = 0; who < sv_map_rows(map, SV_ACTORS); who++)
        for (size_t i = belongs->first[who]; i < belongs->first[who + 1]; i++)
            add_faces(&list, belongs, who, belongs->of[i], false);
    return list;
}

static void fill(acquaintances *to, const known *list, size_t n, size_t actors)
{
    size_t kept = 0;
    for (size_t actor = 0, i = 0; actor < actors; actor++) {
        to->first[actor] = kept;
        for (; i < n && list[i].who == actor; i++)
            if (kept == to->first[actor] || to->others[kept - 1] != list[i].other) {
                to->others[kept] = list[i].other;
                to->hostile[kept++] = list[i].hostile;
            }
        to->first[actor + 1] = kept;
    }
}

bool acquaintances_init(acquaintances *to, const sv_map *map, int as_of)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    known_list list = {0};
    bool done;
    *to = (acquaintances){0};
    done = bodies_init(&to->belongs, map, as_of);
    if (done)
        list = collect(&to->belongs, as_of);
    to->first = sv_alloc(actors + 1, sizeof *to->first);
    to->others = sv_alloc(list.n, sizeof *to->others);
    to->hostile = sv_alloc(list.n, sizeof *to->hostile);
    done = done && !list.failed && to->first && to->others && to->hostile;
    if (done && list.n)
        qsort(list.items, list.n, sizeof *list.items, by_pair);
    if (done)
        fill(to, list.items, list.n, actors);
    free(list.items);
    return done;
}

void acquaintances_clear(acquaintances *to)
{
    bodies_clear(&to->belongs);
    free(to->first);
    free(to->others);
    free(to->hostile);
    *to = (acquaintances){0};
}

bool acquainted(const acquaintances *from, size_t a, size_t b)
{
    size_t low = from->first[a], high = from->first[a + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (from->others[middle] == b)
            return true;
        if (from->others[middle] < b)
            low = middle + 1;
        else
            high = middle;
    }
    return bodies_shared(&from->belongs, a, b);
}

void acquaintances_mark(const acquaintances *from, size_t of, bool *marks)
{
    for (size_t i = from->first[of]; i < from->first[of + 1]; i++)
        if (!from->hostile[i])
            marks[from->others[i]] = true;
}

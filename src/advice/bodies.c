/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bodies: memberships of a day and the organisation in an actor's own row, as one list for each actor. */
#include "bodies.h"

#include <stdlib.h>

#include "../base/memory.h"

typedef struct belonging {
    size_t who, of;
} belonging;

static int by_who(const void *a, const void *b)
{
    const belonging *left = a, *right = b;
    if (left->who != right->who)
        return left->who < right->who ? -1 : 1;
    return left->of < right->of ? -1 : left->of > right->of;
}

/* The organisation that an actor's own row names, when the map has it; SV_NO_ROW for free text, and for a person. */
static size_t named_organisation(const sv_map *map, size_t actor)
{
    const char *cell = sv_map_cell(map, SV_ACTORS, actor, SV_ACTOR_ORGANISATION);
    size_t found = *cell ? sv_map_find_actor(map, cell) : SV_NO_ROW;
    if (found == SV_NO_ROW || found == actor || !sv_map_actor(map, found)->usable || sv_map_actor(map, found)->kind->of == SV_CLASS_PERSON)
        return SV_NO_ROW;
    return found;
}

static size_t collect(const sv_map *map, int day, belonging *list)
{
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (membership->usable && membership->who != membership->of && sv_dates_hold(membership->since, membership->until, day))
            list[n++] = (belonging){membership->who, membership->of};
    }
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++) {
        size_t of = sv_map_actor(map, i)->usable ? named_organisation(map, i) : SV_NO_ROW;
        if (of != SV_NO_ROW)
            list[n++] = (belonging){i, of};
    }
    return n;
}

bool bodies_init(bodies *to, const sv_map *map, int as_of)
{
    size_t actors = sv_map_rows(map, SV_ACTORS), n, kept = 0;
    belonging *list = sv_alloc(actors + sv_map_rows(map, SV_MEMBERSHIPS), sizeof *list);
    *to = (bodies){.map = map};
    if (!list)
        return false;
    n = collect(map, as_of, list);
    if (n)
        qsort(list, n, sizeof *list, by_who);
    to->first = sv_alloc(actors + 1, sizeof *to->first);
    to->of = sv_alloc(n, sizeof *to->of);
    for (size_t actor = 0, i = 0; to->first && to->of && actor < actors; actor++) {
        to->first[actor] = kept;
        for (; i < n && list[i].who == actor; i++)
            if (kept == to->first[actor] || to->of[kept - 1] != list[i].of)
                to->of[kept++] = list[i].of;
        to->first[actor + 1] = kept;
    }
    free(list);
    return to->first && to->of;
}

void bodies_clear(bodies *to)
{
    free(to->first);
    free(to->of);
    *to = (bodies){0};
}

size_t bodies_face(const bodies *from, size_t actor, size_t *at)
{
    size_t i = (*at)++;
    if (i == 0)
        return actor;
    if (sv_map_actor(from->map, actor)->kind->of != SV_CLASS_PERSON)
        return SV_NO_ROW;
    for (i += from->first[actor] - 1; i < from->first[actor + 1]; i++, (*at)++) {
        const sv_actor_kind *kind = sv_map_actor(from->map, from->of[i])->kind;
        if (kind->of == SV_CLASS_ORGANISATION && !kind->container)
            return from->of[i];
    }
    return SV_NO_ROW;
}

bool bodies_hold(const bodies *from, size_t who, size_t of)
{
    for (size_t i = from->first[who]; i < from->first[who + 1]; i++)
        if (from->of[i] == of)
            return true;
    return false;
}

bool bodies_shared(const bodies *from, size_t a, size_t b)
{
    size_t i = from->first[a], j = from->first[b];
    while (i < from->first[a + 1] && j < from->first[b + 1]) {
        if (from->of[i] == from->of[j])
            return true;
        if (from->of[i] < from->of[j])
            i++;
        else
            j++;
    }
    return false;
}

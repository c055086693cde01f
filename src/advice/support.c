/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Support: who is in favour by every way in which a map sorts its actors, so that one sees where nobody is. */
#include <math.h>
#include <stdlib.h>

#include "categories.h"
#include "circles.h"

enum { circles = SV_CIRCLES - 1 };

static const double rounding = 1e-9; /* a mean of 1 and -1 is 0 */

sv_camp sv_camp_of(double stance)
{
    switch (sv_lean_of(stance)) {
    case SV_LEAN_FOR: return SV_CAMP_FOR;
    case SV_LEAN_AGAINST: return SV_CAMP_AGAINST;
    case SV_LEAN_UNDECIDED: return fabs(stance) < rounding ? SV_CAMP_NEUTRAL : stance > 0 ? SV_CAMP_LEANS_FOR : SV_CAMP_LEANS_AGAINST;
    default: return SV_CAMP_UNKNOWN;
    }
}

static size_t supporters(const size_t camps[SV_CAMPS])
{
    return camps[SV_CAMP_FOR] + camps[SV_CAMP_LEANS_FOR];
}

static bool counts(const sv_map *map, size_t actor)
{
    const sv_actor *about = sv_map_actor(map, actor);
    return about->usable && !about->own && !about->kind->container && about->kind->of != SV_CLASS_ALLIANCE && !circles_neutral(about->kind);
}

/* The kind of an actor; as the map wrote it where speelveld does not know the word. */
static const char *kind_of(const sv_map *map, size_t actor)
{
    const sv_actor_kind *kind = sv_map_actor(map, actor)->kind;
    const char *written = sv_map_cell(map, SV_ACTORS, actor, SV_ACTOR_KIND);
    return kind->of == SV_CLASS_UNKNOWN && *written ? written : kind->id;
}

static void sort_actors(categories *to, const sv_map *map)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    for (size_t i = 0; i < actors; i++)
        if (counts(map, i))
            categories_add_cell(to, SV_DIMENSION_SECTOR, map, SV_ACTOR_SECTOR, i);
    for (size_t i = 0; i < actors; i++)
        if (counts(map, i))
            categories_add_cell(to, SV_DIMENSION_NEIGHBOURHOOD, map, SV_ACTOR_NEIGHBOURHOOD, i);
    for (size_t i = 0; i < actors; i++)
        if (counts(map, i))
            categories_add(to, SV_DIMENSION_KIND, kind_of(map, i), i);
    categories_sort(to);
}

/* Actor by actor into the circles, which all stand there, also those in which nobody is. */
static void count_circles(const sv_map *map, const sv_circle *circle, const sv_camp *camps, sv_support *support, sv_support_part *parts)
{
    for (sv_circle c = SV_CIRCLE_RESIDENTS; c < SV_CIRCLES; c++)
        parts[c - 1] = (sv_support_part){.by = SV_DIMENSION_CIRCLE, .name = sv_circle_id(c)};
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++) {
        support->own += sv_map_actor(map, i)->usable && sv_map_actor(map, i)->own;
        if (!counts(map, i))
            continue;
        support->camps[camps[i]]++;
        support->n++;
        if (circle[i] != SV_CIRCLE_NONE) {
            parts[circle[i] - 1].camps[camps[i]]++;
            parts[circle[i] - 1].n++;
        }
    }
}

static sv_status count_parts(const sv_map *map, const sv_circle *circle, const sv_camp *camps, sv_support *support, sv_error *error)
{
    sv_arena names = {0};
    categories found = {.names = &names};
    bool done;
    sort_actors(&found, map);
    support->names = names.blocks;
    support->parts = sv_alloc(found.n + circles, sizeof *support->parts);
    done = !found.failed && support->parts;
    for (size_t c = 0; done && c < found.n; c++) {
        const category *item = &found.items[c];
        support->parts[c] = (sv_support_part){.by = item->by, .name = item->name, .n = item->n};
        for (size_t i = 0; i < item->n; i++)
            support->parts[c].camps[camps[found.actors[item->first + i]]]++;
    }
    if (done) {
        count_circles(map, circle, camps, support, &support->parts[found.n]);
        support->n_parts = found.n + circles;
        for (size_t i = 0; i < support->n_parts; i++)
            support->parts[i].supporters = supporters(support->parts[i].camps);
    }
    categories_clear(&found);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

static sv_status count_seats(const sv_map *map, int as_of, sv_support *support, sv_error *error)
{
    sv_status status = sv_council_new(map, support->issue, as_of, &support->council, error);
    if (status != SV_OK)
        return status;
    support->groups = sv_alloc(support->council.n_groups, sizeof *support->groups);
    if (!support->groups)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < support->council.n_seats; i++) {
        const sv_seat *seat = &support->council.seats[i];
        sv_camp camp = sv_camp_of(seat->stance);
        support->groups[seat->group][camp]++;
        support->seats[camp]++;
    }
    return SV_OK;
}

sv_status sv_support_find(const sv_map *map, size_t issue, int as_of, sv_support *support, sv_error *error)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    double *stance = sv_alloc(actors, sizeof *stance);
    sv_camp *camps = sv_alloc(actors, sizeof *camps);
    sv_circle *circle = sv_alloc(actors, sizeof *circle);
    sv_status status = SV_OK;
    *support = (sv_support){.issue = issue};
    if (!stance || !camps || !circle)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = sv_map_stances(map, issue, stance, error);
    if (status == SV_OK)
        status = sv_circles_find(map, as_of, circle, error);
    for (size_t i = 0; status == SV_OK && i < actors; i++)
        camps[i] = sv_camp_of(stance[i]);
    if (status == SV_OK)
        status = count_parts(map, circle, camps, support, error);
    if (status == SV_OK)
        status = count_seats(map, as_of, support, error);
    free(stance);
    free(camps);
    free(circle);
    if (status != SV_OK)
        sv_support_clear(support);
    return status;
}

void sv_support_clear(sv_support *support)
{
    sv_arena names = {support->names};
    free(support->parts);
    free(support->groups);
    sv_council_clear(&support->council);
    sv_arena_clear(&names);
    *support = (sv_support){0};
}

bool sv_support_none(const sv_support *support)
{
    return supporters(support->camps) == 0 && supporters(support->seats) == 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps: the parts of town and of life, and the circles, where we know nobody; and who should meet whom. */
#include <stdlib.h>

#include "categories.h"
#include "circles.h"
#include "gap_pairs.h"
#include "ways.h"

/* The columns by which places are named, in Actors and in Signals. */
static const struct {
    sv_dimension by;
    size_t column, signals; /* SIZE_MAX: Signals has none */
} place_columns[] = {
    {SV_DIMENSION_SECTOR, SV_ACTOR_SECTOR, SIZE_MAX},
    {SV_DIMENSION_NEIGHBOURHOOD, SV_ACTOR_NEIGHBOURHOOD, SV_SIGNAL_NEIGHBOURHOOD},
    {SV_DIMENSION_LIFE_DOMAIN, SV_ACTOR_LIFE_DOMAIN, SV_SIGNAL_LIFE_DOMAIN},
};

/* Our own people do not make a place less of a gap, and nor do those who are there for everybody. */
static bool counts(const sv_map *map, const us *who, size_t actor)
{
    const sv_actor *about = sv_map_actor(map, actor);
    return about->usable && who->place[actor] != US_OWN && !about->kind->container && !circles_neutral(about->kind);
}

static void add_places(categories *to, const sv_map *map, const us *who)
{
    for (size_t d = 0; d < sizeof place_columns / sizeof *place_columns; d++) {
        if (!sv_map_has(map, SV_ACTORS, place_columns[d].column)) /* then nobody said where actors belong */
            continue;
        for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
            if (counts(map, who, i))
                categories_add_cell(to, place_columns[d].by, map, place_columns[d].column, i);
        for (size_t row = 0; place_columns[d].signals != SIZE_MAX && row < sv_map_rows(map, SV_SIGNALS); row++)
            if (sv_map_usable(map, SV_SIGNALS, row))
                categories_add_signal(to, place_columns[d].by, map, place_columns[d].signals, row);
    }
    categories_sort(to);
}

/* The circles stand behind the places: all five, also those in which nobody is. */
static void count_circles(const sv_map *map, const us *who, const sv_circle *circle, sv_gap_place *places)
{
    for (sv_circle c = SV_CIRCLE_RESIDENTS; c < SV_CIRCLES; c++)
        places[c - 1] = (sv_gap_place){.by = SV_DIMENSION_CIRCLE, .name = sv_circle_id(c)};
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        if (circle[i] != SV_CIRCLE_NONE) {
            places[circle[i] - 1].actors++;
            places[circle[i] - 1].tied += who->tied[i];
        }
}

static sv_status find_places(const sv_map *map, const acquaintances *known, const us *who, int as_of, sv_gaps *gaps, sv_error *error)
{
    sv_arena names = {0};
    categories found = {.names = &names};
    sv_circle *circle = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *circle);
    bool done = circle && circles_fill(map, &known->belongs, who, as_of, circle);
    add_places(&found, map, who);
    gaps->names = names.blocks;
    gaps->places = sv_alloc(found.n + SV_CIRCLES - 1, sizeof *gaps->places);
    done = done && !found.failed && gaps->places;
    for (size_t c = 0; done && c < found.n; c++) {
        const category *item = &found.items[c];
        gaps->places[c] = (sv_gap_place){.by = item->by, .name = item->name, .actors = item->n, .signals = item->signals};
        for (size_t i = 0; i < item->n; i++)
            gaps->places[c].tied += who->tied[found.actors[item->first + i]];
    }
    if (done) {
        count_circles(map, who, circle, &gaps->places[found.n]);
        gaps->n_places = found.n + SV_CIRCLES - 1;
    }
    categories_clear(&found);
    free(circle);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

static bool is_of_council(const sv_map *map, size_t actor)
{
    return sv_map_actor(map, actor)->usable && (sv_map_is_kind(map, actor, "council_member") || sv_map_is_kind(map, actor, "council"));
}

/*
 * Which actors have a way to somebody in the council: from the council back along the steps. Those into an actor are
 * found by sorting all steps by where they lead.
 */
static bool find_reaching(const sv_ways *ways, const sv_map *map, bool *reaches)
{
    size_t actors = ways->n_actors, n = 0, waiting = 0, *first = sv_alloc(actors + 2, sizeof *first);
    size_t *from = sv_alloc(actors ? ways->first[actors] : 0, sizeof *from), *queue = sv_alloc(actors, sizeof *queue);
    bool done = first && from && queue;
    for (size_t i = 0; done && actors && i < ways->first[actors]; i++)
        first[ways->steps[i].to + 2]++;
    for (size_t i = 2; done && i < actors + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; done && actors && i < ways->first[actors]; i++)
        from[first[ways->steps[i].to + 1]++] = ways->steps[i].from;
    for (size_t i = 0; done && i < actors; i++)
        if ((reaches[i] = is_of_council(map, i)))
            queue[waiting++] = i;
    while (done && n < waiting) {
        size_t at = queue[n++];
        for (size_t i = first[at]; i < first[at + 1]; i++)
            if (!reaches[from[i]]) {
                reaches[from[i]] = true;
                queue[waiting++] = from[i];
            }
    }
    free(first);
    free(from);
    free(queue);
    return done;
}

static sv_status find_cut_off(const sv_map *map, const sv_ways *ways, sv_gaps *gaps, sv_error *error)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    bool *reaches = sv_alloc(actors, sizeof *reaches);
    gaps->cut_off = sv_alloc(actors, sizeof *gaps->cut_off);
    if (!reaches || !gaps->cut_off || !find_reaching(ways, map, reaches)) {
        free(reaches);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < actors; i++) {
        gaps->council |= is_of_council(map, i);
        if (!sv_map_actor(map, i)->usable || sv_map_actor(map, i)->kind->of != SV_CLASS_ALLIANCE)
            continue;
        gaps->alliances++;
        if (!reaches[i])
            gaps->cut_off[gaps->n_cut_off++] = i;
    }
    free(reaches);
    return SV_OK;
}

static sv_status count_residents(const sv_map *map, const sv_ways *ways, const us *who, sv_gaps *gaps, sv_error *error)
{
    sv_warmest *warmest = NULL;
    sv_status status = sv_warmest_new(ways, who->own, who->n_own, &warmest, error);
    for (size_t i = 0; status == SV_OK && i < sv_map_rows(map, SV_ACTORS); i++)
        if (sv_map_actor(map, i)->usable && circles_active_resident(sv_map_actor(map, i)->kind)) {
            gaps->residents++;
            gaps->residents_reached += sv_warmest_warmth(warmest, i) > 0;
        }
    sv_warmest_free(warmest);
    return status;
}

sv_status sv_gaps_find(const sv_map *map, const sv_gaps_options *options, sv_gaps *gaps, sv_error *error)
{
    acquaintances known;
    us who = {0};
    sv_ways *ways = NULL;
    sv_status status = SV_OK;
    *gaps = (sv_gaps){.issue = options->issue};
    if (!acquaintances_init(&known, map, options->as_of))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = us_init(&who, map, &known, SV_NO_ROW, error);
    if (status == SV_OK)
        status = sv_ways_new(map, &(sv_ways_options){.as_of = options->as_of}, &ways, error);
    gaps->own = who.n_own;
    if (status == SV_OK)
        status = find_places(map, &known, &who, options->as_of, gaps, error);
    if (status == SV_OK)
        status = gap_pairs_find(map, options, &known, &who, ways, gaps, error);
    if (status == SV_OK)
        status = find_cut_off(map, ways, gaps, error);
    if (status == SV_OK)
        status = count_residents(map, ways, &who, gaps, error);
    sv_ways_free(ways);
    us_clear(&who);
    acquaintances_clear(&known);
    if (status != SV_OK)
        sv_gaps_clear(gaps);
    return status;
}

bool sv_gaps_none(const sv_gaps *gaps)
{
    bool none = !gaps->n_strangers && !gaps->all_pairs && !gaps->n_cut_off && gaps->residents_reached >= SV_ACTIVE_RESIDENTS;
    for (size_t i = 0; i < gaps->n_places; i++)
        none = none && gaps->places[i].tied > 0;
    return none;
}

void sv_gaps_clear(sv_gaps *gaps)
{
    sv_arena names = {gaps->names};
    free(gaps->places);
    free(gaps->strangers);
    free(gaps->pairs);
    free(gaps->cut_off);
    sv_arena_clear(&names);
    *gaps = (sv_gaps){0};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who carries a theme: the alderman, a spokesperson for every council group, officials, committees; and how we get to
 * each of them. Groups name their spokespersons in their own sheet; the others have the theme in their row.
 */
#include <speelveld/advice.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "../model/table.h"
#include "from_us.h"
#include "office.h"

typedef struct finder {
    const sv_map *map;
    const char *theme;
    int day;
    sv_carriers *found;
    size_t capacity;
    bool *held;           /* per actor: holds its office on the day */
    bool *carries;        /* per actor: stands in the answer already */
    sv_lookup spoken_for; /* groups that name a spokesperson for the theme, folded -> 1 */
    sv_arena keys;
} finder;

/* The part of who has the theme in its own row, by kind; false for kinds that have no part in it. */
static bool part_of_kind(const char *kind, sv_part *part)
{
    static const struct {
        const char *kind;
        sv_part part;
    } parts[] = {
        {"alderman", SV_PART_PORTFOLIO},    {"mayor", SV_PART_PORTFOLIO},
        {"council_member", SV_PART_MEMBER}, {"committee_member", SV_PART_COMMITTEE_MEMBER},
        {"official", SV_PART_OFFICIAL},     {"secretary", SV_PART_OFFICIAL},
        {"clerk", SV_PART_PROCEDURE},       {"adviser", SV_PART_PROCEDURE},
        {"committee", SV_PART_COMMITTEE},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(kind, parts[i].kind) == 0) {
            *part = parts[i].part;
            return true;
        }
    return false;
}

static bool add_carrier(finder *f, size_t actor, sv_part part, const char *group)
{
    sv_carriers *found = f->found;
    if (f->carries[actor])
        return true;
    if (!sv_grow(&found->items, &f->capacity, found->n + 1, sizeof *found->items))
        return false;
    found->items[found->n++] = (sv_carrier){.actor = actor, .part = part, .group = group, .stance = NAN};
    return f->carries[actor] = true;
}

/* ---- Spokespersons ---- */

/* Cuts "theme:actor" in two; NULL when it is not that. */
static char *cut_spokesperson(sv_text *part)
{
    char *colon = strrchr(part->bytes, ':');
    if (!colon)
        return NULL;
    *colon = '\0';
    return colon + 1 + strspn(colon + 1, " ");
}

static bool mark_spoken_for(finder *f, size_t row)
{
    sv_text folded = {0};
    const char *key = NULL;
    bool done = sv_text_fold(sv_map_cell(f->map, SV_GROUPS, row, SV_GROUP_NAME), &folded) &&
                (key = sv_arena_text(&f->keys, sv_text_get(&folded), folded.length)) != NULL && sv_lookup_put(&f->spoken_for, key, 1);
    sv_text_clear(&folded);
    return done;
}

static bool add_spokespersons(finder *f)
{
    sv_text part = {0};
    bool done = true;
    for (size_t row = 0; done && row < sv_map_rows(f->map, SV_GROUPS); row++) {
        sv_list_cursor cursor = {sv_map_cell(f->map, SV_GROUPS, row, SV_GROUP_SPOKESPERSONS)};
        while (done && sv_map_usable(f->map, SV_GROUPS, row) && sv_list_next(&cursor, &part)) {
            const char *name = cut_spokesperson(&part);
            size_t actor = name && sv_text_same(part.bytes, f->theme) ? sv_map_find_actor(f->map, name) : SV_NO_ROW;
            if (actor != SV_NO_ROW && sv_map_actor(f->map, actor)->usable && f->held[actor])
                done = add_carrier(f, actor, SV_PART_SPOKESPERSON, sv_map_cell(f->map, SV_GROUPS, row, SV_GROUP_NAME)) &&
                       mark_spoken_for(f, row);
        }
    }
    done = done && !part.failed;
    sv_text_clear(&part);
    return done;
}

/* ---- Everyone else ---- */

/* True when an actor has the theme in its row; sets part->failed without memory. */
static bool has_theme(const finder *f, size_t actor, sv_text *part)
{
    sv_list_cursor cursor = {sv_map_cell(f->map, SV_ACTORS, actor, SV_ACTOR_THEMES)};
    bool has = false;
    while (!has && sv_list_next(&cursor, part))
        has = sv_text_same(part->bytes, f->theme);
    return has;
}

static bool add_others(finder *f)
{
    sv_text part = {0};
    bool done = true;
    for (size_t i = 0; done && i < sv_map_rows(f->map, SV_ACTORS); i++) {
        const sv_actor *actor = sv_map_actor(f->map, i);
        const char *group = sv_map_cell(f->map, SV_ACTORS, i, SV_ACTOR_GROUP);
        sv_part does;
        if (!actor->usable || !f->held[i] || !part_of_kind(actor->kind->id, &does) || !has_theme(f, i, &part))
            continue;
        if (does != SV_PART_MEMBER || sv_lookup_get_folded(&f->spoken_for, group) == SV_LOOKUP_NONE)
            done = add_carrier(f, i, does, group);
    }
    done = done && !part.failed;
    sv_text_clear(&part);
    return done;
}

/* Committees in which one of those found sits. */
static bool add_committees(finder *f)
{
    const sv_map *map = f->map;
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (membership->usable && f->carries[membership->who] && sv_map_is_kind(map, membership->of, "committee") &&
            sv_dates_hold(membership->since, membership->until, f->day) && !add_carrier(f, membership->of, SV_PART_COMMITTEE, ""))
            return false;
    }
    return true;
}

/* How many of the persons found sit in a committee, each once, however many rows say so; counted[actor] is the last committee it counted
 * for. */
static void count_members(const finder *f, sv_carrier *committee, size_t *counted)
{
    for (size_t row = 0; row < sv_map_rows(f->map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(f->map, row);
        if (!membership->usable || membership->of != committee->actor || !f->carries[membership->who] ||
            counted[membership->who] == committee->actor + 1 || sv_map_is_kind(f->map, membership->who, "committee") ||
            !sv_dates_hold(membership->since, membership->until, f->day))
            continue;
        counted[membership->who] = committee->actor + 1;
        committee->members++;
    }
}

static bool count_committees(finder *f)
{
    size_t *counted = sv_alloc(sv_map_rows(f->map, SV_ACTORS), sizeof *counted);
    for (size_t i = 0; counted && i < f->found->n; i++)
        if (f->found->items[i].part == SV_PART_COMMITTEE)
            count_members(f, &f->found->items[i], counted);
    free(counted);
    return counted != NULL;
}

static int by_part(const void *a, const void *b)
{
    const sv_carrier *left = a, *right = b;
    if (left->part != right->part)
        return left->part < right->part ? -1 : 1;
    if (left->members != right->members)
        return left->members > right->members ? -1 : 1;
    return left->actor < right->actor ? -1 : left->actor > right->actor;
}

/* ---- Ways and stances ---- */

static bool is_approached(const sv_carrier *carrier)
{
    return carrier->part != SV_PART_PROCEDURE && carrier->part != SV_PART_COMMITTEE;
}

static sv_status find_ways(finder *f, sv_error *error)
{
    from_us us;
    sv_status status = from_us_init(&us, f->map, f->day, error);
    f->found->from_us = us.warmest != NULL;
    for (size_t i = 0; status == SV_OK && i < f->found->n; i++)
        if (is_approached(&f->found->items[i]))
            status = from_us_way(&us, f->found->items[i].actor, &f->found->items[i].way, error);
    from_us_clear(&us);
    return status;
}

static sv_status find_stances(finder *f, size_t issue, sv_error *error)
{
    double *stances;
    sv_status status;
    if (issue == SV_NO_ROW)
        return SV_OK;
    stances = sv_alloc(sv_map_rows(f->map, SV_ACTORS), sizeof *stances);
    if (!stances)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = sv_map_stances(f->map, issue, stances, error);
    for (size_t i = 0; status == SV_OK && i < f->found->n; i++)
        if (is_approached(&f->found->items[i]))
            f->found->items[i].stance = stances[f->found->items[i].actor];
    free(stances);
    return status;
}

/* ---- Themes there are ---- */

typedef struct themes {
    const char **list;
    size_t n, capacity;
    sv_lookup seen; /* folded */
    sv_arena keys, *texts;
} themes;

/* Add a theme once, as it was first written. */
static bool add_theme(themes *all, const char *theme)
{
    sv_text folded = {0};
    const char *key = NULL, *kept = NULL;
    bool done = sv_text_fold(theme, &folded);
    if (done && folded.length && sv_lookup_get(&all->seen, folded.bytes) == SV_LOOKUP_NONE) {
        key = sv_arena_text(&all->keys, folded.bytes, folded.length);
        kept = sv_arena_text(all->texts, theme, strlen(theme));
        done = key && kept && sv_lookup_put(&all->seen, key, 1) && sv_grow(&all->list, &all->capacity, all->n + 1, sizeof *all->list);
        if (done)
            all->list[all->n++] = kept;
    }
    sv_text_clear(&folded);
    return done;
}

static bool gather_themes(const finder *f, themes *all)
{
    sv_text part = {0};
    bool done = true;
    sv_part does;
    for (size_t i = 0; done && i < sv_map_rows(f->map, SV_ACTORS); i++) {
        sv_list_cursor cursor = {sv_map_cell(f->map, SV_ACTORS, i, SV_ACTOR_THEMES)};
        if (!sv_map_actor(f->map, i)->usable || !f->held[i] || !part_of_kind(sv_map_actor(f->map, i)->kind->id, &does))
            continue;
        while (done && sv_list_next(&cursor, &part))
            done = add_theme(all, part.bytes);
    }
    for (size_t row = 0; done && row < sv_map_rows(f->map, SV_GROUPS); row++) {
        sv_list_cursor cursor = {sv_map_cell(f->map, SV_GROUPS, row, SV_GROUP_SPOKESPERSONS)};
        while (done && sv_map_usable(f->map, SV_GROUPS, row) && sv_list_next(&cursor, &part))
            if (cut_spokesperson(&part))
                done = add_theme(all, part.bytes);
    }
    done = done && !part.failed;
    sv_text_clear(&part);
    return done;
}

/* By the letters that people read; of two that fold to the same only one is here. */
static int by_alphabet(const void *a, const void *b)
{
    sv_fold left = {.at = *(const char *const *)a}, right = {.at = *(const char *const *)b};
    for (;;) {
        uint32_t l = sv_fold_next(&left), r = sv_fold_next(&right);
        if (l != r)
            return l < r ? -1 : 1;
        if (!l)
            return 0;
    }
}

static sv_status list_themes(finder *f, sv_error *error)
{
    sv_arena texts = {0};
    themes all = {.texts = &texts};
    bool done = gather_themes(f, &all);
    sv_lookup_clear(&all.seen);
    sv_arena_clear(&all.keys);
    if (all.n)
        qsort(all.list, all.n, sizeof *all.list, by_alphabet);
    f->found->themes = all.list;
    f->found->n_themes = all.n;
    f->found->texts = texts.blocks;
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

sv_status sv_carriers_find(const sv_map *map, const char *theme, size_t issue, int as_of, sv_carriers *found, sv_error *error)
{
    finder f = {.map = map, .theme = theme, .day = as_of, .found = found};
    size_t actors = sv_map_rows(map, SV_ACTORS);
    sv_status status = SV_OK;
    *found = (sv_carriers){0};
    f.held = sv_alloc(actors, sizeof *f.held);
    f.carries = sv_alloc(actors, sizeof *f.carries);
    if (f.held)
        office_held(map, as_of, f.held);
    if (!f.held || !f.carries || !add_spokespersons(&f) || !add_others(&f) || !add_committees(&f) || !count_committees(&f)) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    if (found->n)
        qsort(found->items, found->n, sizeof *found->items, by_part);
    status = find_ways(&f, error);
    if (status == SV_OK)
        status = find_stances(&f, issue, error);
    if (status == SV_OK && !found->n)
        status = list_themes(&f, error);
done:
    if (status != SV_OK)
        sv_carriers_clear(found);
    sv_lookup_clear(&f.spoken_for);
    sv_arena_clear(&f.keys);
    free(f.held);
    free(f.carries);
    return status;
}

void sv_carriers_clear(sv_carriers *found)
{
    sv_arena texts = {found->texts};
    for (size_t i = 0; i < found->n; i++)
        sv_way_clear(&found->items[i].way);
    sv_arena_clear(&texts);
    free(found->items);
    free(found->themes);
    *found = (sv_carriers){0};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Categories: words of a column, compared as people read them ("Zorg" is "zorg"), with the actors that carry them. */
#include "categories.h"

#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "../model/table.h"

void categories_clear(categories *of)
{
    free(of->items);
    free(of->actors);
    free(of->category_of);
    sv_lookup_clear(&of->words);
    *of = (categories){0};
}

static const char *keep(categories *to, const char *text, size_t n)
{
    const char *kept = sv_arena_text(to->names, text, n);
    to->failed |= !kept;
    return kept;
}

/* A new item; its name as it is shown, and folded for finding it again. A name without letters makes none. */
static size_t make_item(categories *to, sv_dimension by, const char *name)
{
    sv_text folded = {0};
    size_t item = SV_LOOKUP_NONE;
    to->failed |= !sv_text_fold(name, &folded);
    if (!to->failed && folded.length) {
        const char *key = keep(to, folded.bytes, folded.length), *shown = keep(to, name, strlen(name));
        to->failed |= !sv_grow(&to->items, &to->capacity, to->n + 1, sizeof *to->items);
        if (!to->failed && sv_lookup_put(&to->words, key, to->n)) {
            item = to->n++;
            to->items[item] = (category){.by = by, .name = shown};
        }
        to->failed |= item == SV_LOOKUP_NONE;
    }
    sv_text_clear(&folded);
    return item;
}

/* The item of this name in the dimension at hand; SV_LOOKUP_NONE for a name without letters, and without memory. */
static size_t item_of(categories *to, sv_dimension by, const char *name)
{
    size_t item;
    if (by != to->at) {
        sv_lookup_clear(&to->words);
        to->at = by;
    }
    item = to->failed ? SV_LOOKUP_NONE : sv_lookup_get_folded(&to->words, name);
    return item == SV_LOOKUP_NONE && !to->failed ? make_item(to, by, name) : item;
}

void categories_add(categories *to, sv_dimension by, const char *name, size_t actor)
{
    size_t item = item_of(to, by, name);
    if (item == SV_LOOKUP_NONE)
        return;
    if (!sv_grow(&to->actors, &to->actors_capacity, to->n_actors + 1, sizeof *to->actors) ||
        !sv_grow(&to->category_of, &to->category_capacity, to->n_actors + 1, sizeof *to->category_of)) {
        to->failed = true;
        return;
    }
    to->actors[to->n_actors] = actor;
    to->category_of[to->n_actors++] = item;
}

void categories_add_cell(categories *to, sv_dimension by, const sv_map *map, size_t column, size_t actor)
{
    sv_list_cursor cursor = {sv_map_cell(map, SV_ACTORS, actor, column)};
    sv_text part = {0};
    while (sv_list_next(&cursor, &part))
        categories_add(to, by, part.bytes, actor);
    to->failed |= part.failed;
    sv_text_clear(&part);
}

void categories_add_signal(categories *to, sv_dimension by, const sv_map *map, size_t column, size_t row)
{
    sv_list_cursor cursor = {sv_map_cell(map, SV_SIGNALS, row, column)};
    sv_text part = {0};
    while (sv_list_next(&cursor, &part)) {
        size_t item = item_of(to, by, part.bytes);
        if (item != SV_LOOKUP_NONE)
            to->items[item].signals++;
    }
    to->failed |= part.failed;
    sv_text_clear(&part);
}

/* Actors were added in the order of the map, so counting them out into their categories keeps that order. */
void categories_sort(categories *of)
{
    size_t *sorted = sv_alloc(of->n_actors, sizeof *sorted), at = 0;
    if (!sorted || of->failed) {
        free(sorted);
        of->failed = true;
        return;
    }
    for (size_t i = 0; i < of->n_actors; i++)
        of->items[of->category_of[i]].n++;
    for (size_t c = 0; c < of->n; c++) {
        of->items[c].first = at;
        at += of->items[c].n;
        of->items[c].n = 0;
    }
    for (size_t i = 0; i < of->n_actors; i++) {
        category *item = &of->items[of->category_of[i]];
        if (item->n == 0 || sorted[item->first + item->n - 1] != of->actors[i])
            sorted[item->first + item->n++] = of->actors[i];
    }
    free(of->actors);
    of->actors = sorted;
}

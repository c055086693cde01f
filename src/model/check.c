/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Checking a map: required cells, limits, ids and references, and from what is sound the checked view. Every
 * fault is reported with its place; the row it stands in is kept, but takes no part in anything that counts.
 */
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "../base/text.h"
#include "map.h"
#include "resolve.h"
#include "sense.h"

static void check_required(sv_map *map, sv_sheet sheet, sv_problems *problems)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    table_data *table = &map->tables[sheet];
    for (size_t row = 0; row < table->n_rows; row++)
        table->rows[row].refused = false;
    for (size_t column = 0; column < about->n_columns; column++) {
        if (!(about->columns[column].flags & SV_COLUMN_REQUIRED))
            continue;
        for (size_t row = 0; row < table->n_rows; row++)
            if (!*map_cell(table, row, column))
                map_refuse(map, sheet, row, column, SV_E_REQUIRED, "", "", problems);
    }
}

static void check_limits(sv_map *map, sv_problems *problems)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        size_t limit = sheet == SV_ACTORS ? SV_ACTOR_LIMIT : SV_TIE_LIMIT;
        char most[32];
        sv_place place;
        if (map->tables[sheet].n_rows <= limit)
            continue;
        snprintf(most, sizeof most, "%zu", limit);
        sv_map_place(map, (sv_sheet)sheet, limit, SIZE_MAX, &place);
        sv_problems_add(problems, SV_E_TOO_MANY, &place, sheet == SV_ACTORS ? SV_TR("actors") : SV_TR("rows"), most);
    }
}

/* Refuse rows whose id is taken; the ids that stand are looked up by `ids`. */
static bool check_ids(sv_map *map, sv_sheet sheet, size_t id_column, sv_code code, sv_lookup *ids, sv_problems *problems)
{
    table_data *table = &map->tables[sheet];
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *id = map_cell(table, row, id_column);
        size_t first = *id ? sv_lookup_get(ids, id) : row;
        char place[32];
        if (!*id)
            continue;
        if (first == SV_LOOKUP_NONE) {
            if (!sv_lookup_put(ids, id, row))
                return false;
            continue;
        }
        snprintf(place, sizeof place, "%llu", (unsigned long long)table->rows[first].number);
        map_refuse(map, sheet, row, id_column, code, id, place, problems);
    }
    return true;
}

/* An id that is free: the slug, or slug-2, slug-3 … `tried` says where to go on, so that many alike stay quick. False without memory. */
static bool free_id(sv_map *map, const sv_lookup *ids, sv_lookup *tried, const char *slug, sv_text *id)
{
    size_t n = sv_lookup_get(tried, slug);
    const char *kept;
    sv_text_add(id, slug);
    if (!id->failed && sv_lookup_get(ids, id->bytes) == SV_LOOKUP_NONE)
        return true;
    for (n = n == SV_LOOKUP_NONE ? 2 : n; !id->failed; n++) {
        id->length = 0;
        sv_text_addf(id, "%s-%zu", slug, n);
        if (!id->failed && sv_lookup_get(ids, id->bytes) == SV_LOOKUP_NONE)
            break;
    }
    kept = sv_arena_text(&map->texts, slug, strlen(slug));
    return !id->failed && kept && sv_lookup_put(tried, kept, n + 1);
}

/* Give a row an id made from its name. False without memory. */
static bool make_id(sv_map *map, sv_sheet sheet, size_t row, size_t id_column, size_t name_column, sv_lookup *ids, sv_lookup *tried)
{
    table_data *table = &map->tables[sheet];
    sv_text slug = {0}, id = {0};
    bool done = sv_text_slug(map_cell(table, row, name_column), &slug);
    if (done && !slug.length)
        sv_text_addf(&slug, "%s-%zu", sheet == SV_ACTORS ? "actor" : "issue", row + 1);
    done = done && !slug.failed && free_id(map, ids, tried, sv_text_get(&slug), &id) && map_store(map, table, row, id_column, id.bytes) &&
           sv_lookup_put(ids, map_cell(table, row, id_column), row);
    table->rows[row].id_made = true;
    sv_text_clear(&slug);
    sv_text_clear(&id);
    return done;
}

/* Rows without an id get one, so that other rows and pictures can point at them. */
static bool make_ids(sv_map *map, sv_sheet sheet, size_t id_column, size_t name_column, sv_lookup *ids)
{
    sv_lookup tried = {0};
    bool done = true;
    for (size_t row = 0; done && row < map->tables[sheet].n_rows; row++)
        if (!*map_cell(&map->tables[sheet], row, id_column))
            done = make_id(map, sheet, row, id_column, name_column, ids, &tried);
    sv_lookup_clear(&tried);
    return done;
}

/* Look up by folded name; of rows with the same one the first is found and the others are chained behind it. */
static bool index_names(sv_map *map, sv_sheet sheet, size_t name_column, sv_lookup *names, size_t *chain)
{
    table_data *table = &map->tables[sheet];
    for (size_t row = table->n_rows; row-- > 0;) {
        const char *name = map_cell(table, row, name_column);
        sv_text folded = {0};
        const char *kept;
        bool done = true;
        chain[row] = SV_NO_ROW;
        if (*name) {
            done = sv_text_fold(name, &folded) && (kept = sv_arena_text(&map->texts, folded.bytes, folded.length)) != NULL;
            if (done && sv_lookup_get(names, kept) != SV_LOOKUP_NONE)
                chain[row] = sv_lookup_get(names, kept);
            done = done && sv_lookup_put(names, kept, row);
        }
        sv_text_clear(&folded);
        if (!done)
            return false;
    }
    return true;
}

/* Actors that carry the same name to the letter, are of one kind, and were not told apart by ids, may well be one. */
static void warn_same_names(sv_map *map, sv_problems *problems)
{
    for (size_t row = 0; row < map->tables[SV_ACTORS].n_rows; row++) {
        size_t other = map->same_name[row];
        sv_place place;
        while (other != SV_NO_ROW && (map->actors[other].kind != map->actors[row].kind || strcmp(map->actors[other].name, map->actors[row].name) != 0))
            other = map->same_name[other];
        if (other == SV_NO_ROW || !map->tables[SV_ACTORS].rows[other].id_made)
            continue;
        sv_map_place(map, SV_ACTORS, other, SV_ACTOR_NAME, &place);
        sv_problems_add(problems, SV_E_NAME_TWICE, &place, map->actors[other].name, map->actors[other].id);
    }
}

static void view_actors(sv_map *map)
{
    size_t n;
    const sv_actor_kind *nameless = sv_actor_kinds(&n);
    for (size_t row = 0; row < map->tables[SV_ACTORS].n_rows; row++) {
        const sv_actor_kind *kind = sv_actor_kind_find(sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_KIND));
        map->actors[row] = (sv_actor){.id = sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_ID),
                                      .name = sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_NAME),
                                      .kind = kind ? kind : nameless,
                                      .own = strcmp(sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_OWN), "true") == 0,
                                      .usable = sv_map_usable(map, SV_ACTORS, row)};
    }
}

static bool make_view(sv_map *map)
{
    map_clear_view(map);
    map->actors = sv_alloc(map->tables[SV_ACTORS].n_rows, sizeof *map->actors);
    map->same_name = sv_alloc(map->tables[SV_ACTORS].n_rows, sizeof *map->same_name);
    map->same_title = sv_alloc(map->tables[SV_ISSUES].n_rows, sizeof *map->same_title);
    map->ties = sv_alloc(map->tables[SV_TIES].n_rows, sizeof *map->ties);
    map->memberships = sv_alloc(map->tables[SV_MEMBERSHIPS].n_rows, sizeof *map->memberships);
    map->positions = sv_alloc(map->tables[SV_POSITIONS].n_rows, sizeof *map->positions);
    return map->actors && map->same_name && map->same_title && map->ties && map->memberships && map->positions;
}

static bool check_actors_and_issues(sv_map *map, sv_problems *problems)
{
    sv_lookup groups = {0};
    bool done = check_ids(map, SV_ACTORS, SV_ACTOR_ID, SV_E_ID_TWICE, &map->actor_ids, problems) &&
                make_ids(map, SV_ACTORS, SV_ACTOR_ID, SV_ACTOR_NAME, &map->actor_ids) &&
                index_names(map, SV_ACTORS, SV_ACTOR_NAME, &map->actor_names, map->same_name) &&
                check_ids(map, SV_ISSUES, SV_ISSUE_ID, SV_E_ID_TWICE, &map->issue_ids, problems) &&
                make_ids(map, SV_ISSUES, SV_ISSUE_ID, SV_ISSUE_TITLE, &map->issue_ids) &&
                index_names(map, SV_ISSUES, SV_ISSUE_TITLE, &map->issue_titles, map->same_title) &&
                check_ids(map, SV_GROUPS, SV_GROUP_NAME, SV_E_GROUP_TWICE, &groups, problems);
    sv_lookup_clear(&groups);
    return done;
}

sv_status sv_map_check(sv_map *map, sv_problems *problems, sv_error *error)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        check_required(map, (sv_sheet)sheet, problems);
    check_limits(map, problems);
    if (!make_view(map) || !check_actors_and_issues(map, problems))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    view_actors(map);
    if (!map_resolve(map, problems))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    warn_same_names(map, problems);
    if (!map_check_sense(map, problems))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (map->tables[SV_ACTORS].n_rows == 0) {
        sv_place place;
        sv_map_place(map, SV_ACTORS, 0, SIZE_MAX, &place);
        sv_problems_add(problems, SV_E_NO_ACTORS, &place, "", "");
    }
    if (problems)
        sv_problems_sort(problems);
    return SV_OK;
}

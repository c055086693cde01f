/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map: its life, and looking into its cells. */
#include "map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/text.h"

sv_map *sv_map_new(void)
{
    return sv_alloc(1, sizeof(sv_map));
}

static void clear_table(table_data *table)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        free(table->columns[i].cells);
        free(table->columns[i].json);
        free(table->columns[i].canonical);
        sv_lookup_clear(&table->columns[i].words);
    }
    free(table->columns);
    free(table->rows);
}

void map_clear_view(sv_map *map)
{
    free(map->actors);
    free(map->ties);
    free(map->memberships);
    free(map->positions);
    free(map->same_name);
    free(map->same_title);
    map->actors = NULL;
    map->ties = NULL;
    map->memberships = NULL;
    map->positions = NULL;
    map->same_name = NULL;
    map->same_title = NULL;
    sv_lookup_clear(&map->actor_ids);
    sv_lookup_clear(&map->actor_names);
    sv_lookup_clear(&map->issue_ids);
    sv_lookup_clear(&map->issue_titles);
}

void sv_map_free(sv_map *map)
{
    if (!map)
        return;
    map_clear_view(map);
    for (int i = 0; i < SV_SHEETS; i++)
        clear_table(&map->tables[i]);
    for (size_t i = 0; i < map->n_extra; i++) {
        clear_table(&map->extra[i]->table);
        free(map->extra[i]);
    }
    free(map->extra);
    sv_lookup_clear(&map->noted);
    sv_arena_clear(&map->texts);
    free(map);
}

size_t sv_map_rows(const sv_map *map, sv_sheet sheet)
{
    return map->tables[sheet].n_rows;
}

size_t sv_map_columns(const sv_map *map, sv_sheet sheet)
{
    size_t known = sv_sheet_get(sheet)->n_columns;
    return map->tables[sheet].n_columns > known ? map->tables[sheet].n_columns : known;
}

const char *sv_map_header(const sv_map *map, sv_sheet sheet, size_t column)
{
    const table_data *table = &map->tables[sheet];
    return column < table->n_columns ? table->columns[column].header : sv_sheet_get(sheet)->columns[column].en;
}

bool sv_map_has(const sv_map *map, sv_sheet sheet, size_t column)
{
    return column < map->tables[sheet].n_columns && map->tables[sheet].columns[column].filled > 0;
}

const char *sv_map_cell(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    return map_cell(&map->tables[sheet], row, column);
}

double sv_map_number(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    double number;
    const char *text = sv_map_cell(map, sheet, row, column);
    return *text && sv_number_parse(text, &number) ? number : NAN;
}

int sv_map_date(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    int date;
    const char *text = sv_map_cell(map, sheet, row, column);
    return *text && sv_date_parse(text, &date) ? date : 0;
}

bool sv_map_usable(const sv_map *map, sv_sheet sheet, size_t row)
{
    return !map->tables[sheet].rows[row].spoiled && !map->tables[sheet].rows[row].refused;
}

void sv_map_place(const sv_map *map, sv_sheet sheet, size_t row, size_t column, sv_place *place)
{
    const table_data *table = &map->tables[sheet];
    const char *file = row < table->n_rows && table->rows[row].file ? table->rows[row].file : table->file;
    *place = (sv_place){.row = row < table->n_rows ? table->rows[row].number : 0, .sheet_number = (unsigned)sheet + 1};
    sv_text_fit(place->file, sizeof place->file, file ? file : "");
    sv_text_fit(place->sheet, sizeof place->sheet, table->name ? table->name : "");
    if (column != SIZE_MAX) {
        place->column_number = (unsigned)column + 1;
        sv_text_fit(place->column, sizeof place->column, sv_map_header(map, sheet, column));
    }
}

const char *sv_map_title(const sv_map *map)
{
    return sv_map_cell(map, SV_ABOUT, 0, SV_ABOUT_TITLE);
}

sv_language sv_map_language(const sv_map *map)
{
    const char *ours = sv_sheet_get(SV_ACTORS)->columns[SV_ACTOR_NAME].nl;
    return sv_text_same(sv_map_header(map, SV_ACTORS, SV_ACTOR_NAME), ours) ? SV_DUTCH : SV_ENGLISH;
}

const sv_actor *sv_map_actor(const sv_map *map, size_t actor)
{
    return &map->actors[actor];
}

bool sv_map_is_kind(const sv_map *map, size_t actor, const char *kind)
{
    return strcmp(sv_map_actor(map, actor)->kind->id, kind) == 0;
}

const sv_tie *sv_map_tie(const sv_map *map, size_t tie)
{
    return &map->ties[tie];
}

const sv_membership *sv_map_membership(const sv_map *map, size_t membership)
{
    return &map->memberships[membership];
}

const sv_position *sv_map_position(const sv_map *map, size_t position)
{
    return &map->positions[position];
}

void map_refuse(sv_map *map, sv_sheet sheet, size_t row, size_t column, sv_code code, const char *found, const char *expected,
                sv_problems *problems)
{
    sv_place place;
    map->tables[sheet].rows[row].refused = true;
    sv_map_place(map, sheet, row, column, &place);
    sv_problems_add(problems, code, &place, found, expected);
}

static size_t find_row(const sv_lookup *ids, const sv_lookup *names, const char *text)
{
    size_t row = sv_lookup_get(ids, text);
    return row == SV_LOOKUP_NONE ? sv_lookup_get_folded(names, text) : row;
}

/* By id, else by a name that only one row has. */
static size_t find_one(const sv_map *map, sv_sheet sheet, size_t id_column, const sv_lookup *ids, const sv_lookup *names, const size_t *same,
                       const char *text)
{
    size_t row = find_row(ids, names, text);
    bool several = row != SV_NO_ROW && same[row] != SV_NO_ROW;
    return several && strcmp(sv_map_cell(map, sheet, row, id_column), text) != 0 ? SV_NO_ROW : row;
}

size_t sv_map_find_actor(const sv_map *map, const char *id_or_name)
{
    return find_one(map, SV_ACTORS, SV_ACTOR_ID, &map->actor_ids, &map->actor_names, map->same_name, id_or_name);
}

size_t sv_map_find_issue(const sv_map *map, const char *id_or_title)
{
    return find_one(map, SV_ISSUES, SV_ISSUE_ID, &map->issue_ids, &map->issue_titles, map->same_title, id_or_title);
}

const char *sv_map_informant(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    const char *text = sv_map_cell(map, sheet, row, column);
    size_t actor = *text ? sv_map_find_actor(map, text) : SV_NO_ROW;
    return actor == SV_NO_ROW ? text : map->actors[actor].id;
}

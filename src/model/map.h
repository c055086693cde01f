/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of a map, for the files in this folder only. */
#ifndef SV_MODEL_MAP_H
#define SV_MODEL_MAP_H

#include <speelveld/model.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "table.h"

/* A column: its cells are borrowed from the map's arena; rows beyond `capacity`, and NULL, are empty. */
typedef struct column_data {
    const char *header;
    const char **cells;
    size_t capacity;
    bool *json; /* which cells are JSON that is not text; NULL while none is */
    size_t json_capacity;
    size_t filled; /* number of cells with something in them */
    sv_lookup words;   /* for columns of few different words: what was written -> its place in `canonical` */
    const char **canonical;
    size_t n_words, words_capacity;
} column_data;

typedef struct row_data {
    const char *file;
    uint64_t number;
    bool spoiled; /* a cell could not be read */
    bool refused; /* sv_map_check found it cannot be used */
    bool id_made; /* its id was made from its name */
} row_data;

typedef struct table_data {
    const char *file, *name;
    row_data *rows;
    size_t n_rows, rows_capacity;
    column_data *columns;
    size_t n_columns, columns_capacity;
} table_data;

struct sv_extra_sheet {
    const char *json;
    table_data table;
};

struct sv_map {
    sv_arena texts;
    table_data tables[SV_SHEETS];
    sv_extra_sheet **extra;
    size_t n_extra, extra_capacity;
    sv_lookup noted; /* unknown kinds already reported */

    /* the checked view */
    sv_actor *actors;
    sv_tie *ties;
    sv_membership *memberships;
    sv_position *positions;
    sv_lookup actor_ids, actor_names, issue_ids, issue_titles; /* names folded */
    size_t *same_name;  /* per actor: the next one with the same folded name, SV_NO_ROW at the end */
    size_t *same_title; /* per issue, likewise */
};

/* Keep a cell's text as it is, without reading it by type; "" empties the cell. False without memory. */
bool map_store(sv_map *map, table_data *table, size_t row, size_t column, const char *text);
/* Add a column with this header. SIZE_MAX without memory. */
size_t map_add_column(sv_map *map, table_data *table, const char *header);
const char *map_cell(const table_data *table, size_t row, size_t column);
/* Take the marked rows out of a sheet; the others keep their order. The map must be checked again. */
void map_drop_rows(sv_map *map, sv_sheet sheet, const bool *drop);
/* Report a fault that makes a row unusable. */
void map_refuse(sv_map *map, sv_sheet sheet, size_t row, size_t column, sv_code code, const char *found, const char *expected,
                sv_problems *problems);
void map_clear_view(sv_map *map);
/* True for a position that takes part in where its actor stands (sv_map_stances): known, in some degree certain, and not overtaken. */
bool map_position_counts(const sv_map *map, size_t row);

#endif

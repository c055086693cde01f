/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading edge files of other programs (Gephi, NetworkX, R, spreadsheets). A tie is undirected unless a
 * column `type` says Directed; a weight above 0 is kept as such; every other column is kept as an attribute.
 */
#include "edges.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../model/table.h"
#include "sheet_fill.h"

#define NO_CELL SIZE_MAX

/* Which cell of an edge is what, and the columns of the map for the rest. */
typedef struct edge_columns {
    size_t from, to, type, sign;
    size_t *column; /* for every header */
} edge_columns;

typedef struct edge_reader {
    sv_map *map;
    sv_problems *problems;
    sv_lookup actors; /* ids, and names of nodes: texts inside the two files */
    size_t negative;  /* ties with a minus sign */
} edge_reader;

/* ---- Headers ---- */

static size_t find_header(const sv_csv *csv, const char *name)
{
    for (size_t i = 0; i < csv->n_header; i++)
        if (sv_text_same(csv->header[i], name))
            return i;
    return NO_CELL;
}

/* The two ends of a tie: `source` means "from" only beside `target`, because a map has a column of that name too. */
static bool find_ends(const sv_csv *csv, size_t *from, size_t *to)
{
    static const char *const ends[][2] = {{"source", "target"}, {"from", "to"}, {"van", "naar"}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        *from = find_header(csv, ends[i][0]);
        *to = find_header(csv, ends[i][1]);
        if (*from != NO_CELL && *to != NO_CELL)
            return true;
    }
    return false;
}

bool sv_edges_is_edges(const sv_csv *csv)
{
    size_t from, to;
    return find_ends(csv, &from, &to);
}

bool sv_edges_is_nodes(const sv_csv *csv)
{
    return find_header(csv, "id") != NO_CELL && !sv_edges_is_edges(csv);
}

/* ---- Cells ---- */

/* Without the white space around it, in place. */
static char *trim(char *text)
{
    size_t n;
    text += strspn(text, " \t\r\n");
    for (n = strlen(text); n > 0 && strchr(" \t\r\n", text[n - 1]); n--)
        text[n - 1] = '\0';
    return text;
}

static char *cell(const sv_csv *csv, size_t i)
{
    static char nothing[1];
    return i < csv->n_cells ? trim(csv->cells[i]) : nothing;
}

/*
 * The column of a map for a header, one of its own; SIZE_MAX without memory. An empty header is "column 7".
 * One that is taken gets a number, and when it stands there twice by the letter that is said.
 */
static size_t map_column(edge_reader *r, sv_sheet sheet, const sv_csv *csv, size_t i, const size_t *taken)
{
    const char *header = trim(csv->header[i]);
    size_t column, same = *header ? sv_heading_same_before((const char *const *)csv->header, i) : 0;
    bool again = true;
    if (same) {
        sv_place place = {.row = 1};
        sv_text_fit(place.file, sizeof place.file, csv->file);
        sv_text_fit(place.column, sizeof place.column, header);
        sv_problems_add(r->problems, SV_E_HEADER_TWICE, &place, header, NULL);
    }
    for (size_t n = same + 1; again; n++) {
        sv_text name = {0};
        again = false;
        sv_text_add(&name, header);
        if (!*header)
            sv_text_addf(&name, "column %zu", i + 1);
        if (n > 1)
            sv_text_addf(&name, " (%zu)", n);
        column = name.failed ? SIZE_MAX : sv_table_column(r->map, sheet, name.bytes);
        sv_text_clear(&name);
        for (size_t j = 0; j < i && column != SIZE_MAX; j++)
            again |= taken[j] == column;
    }
    return column;
}

/* Cells beyond the headers have no meaning: the row is said and set aside. */
static void report_long(edge_reader *r, sv_sheet sheet, const sv_csv *csv, size_t row)
{
    sv_place place;
    char expected[32];
    for (size_t i = csv->n_header; i < csv->n_cells; i++) {
        if (!*cell(csv, i))
            continue;
        sv_csv_place(csv, SIZE_MAX, &place);
        snprintf(expected, sizeof expected, "%zu", csv->n_header);
        sv_problems_add(r->problems, SV_E_ROW_LONG, &place, csv->cells[i], expected);
        sv_table_spoil(r->map, sheet, row);
        return;
    }
}

static bool put(const edge_reader *r, sv_sheet sheet, size_t row, size_t column, const char *text)
{
    return sv_table_put(r->map, sheet, row, column, text, r->problems);
}

/* ---- Nodes ---- */

/* Remember an actor by its id (or name), unless something is known by it already. */
static bool remember(edge_reader *r, const char *name, size_t row)
{
    return !*name || sv_lookup_get(&r->actors, name) != SV_LOOKUP_NONE || sv_lookup_put(&r->actors, name, row);
}

static bool read_node(edge_reader *r, sv_csv *csv, const size_t *column, size_t id, size_t name)
{
    size_t row = sv_table_row(r->map, SV_ACTORS, NULL, csv->row);
    bool named = name != NO_CELL && *cell(csv, name);
    if (row == SV_NO_ROW)
        return false;
    for (size_t i = 0; i < csv->n_header; i++)
        if (!put(r, SV_ACTORS, row, column[i], cell(csv, i)))
            return false;
    if (!named && !put(r, SV_ACTORS, row, SV_ACTOR_NAME, cell(csv, id)))
        return false;
    report_long(r, SV_ACTORS, csv, row);
    if (csv->broken)
        sv_table_spoil(r->map, SV_ACTORS, row);
    return remember(r, cell(csv, id), row) && (!named || remember(r, cell(csv, name), row));
}

static bool read_nodes(edge_reader *r, sv_csv *csv)
{
    size_t id = find_header(csv, "id"), name = find_header(csv, "name");
    size_t *column = sv_alloc(csv->n_header, sizeof *column);
    bool done = column != NULL;
    if (name == NO_CELL && (name = find_header(csv, "naam")) == NO_CELL)
        name = find_header(csv, "label");
    for (size_t i = 0; i < csv->n_header && done; i++) {
        column[i] = i == id ? SV_ACTOR_ID : i == name ? SV_ACTOR_NAME : map_column(r, SV_ACTORS, csv, i, column);
        done = column[i] != SIZE_MAX;
    }
    while (done && sv_map_rows(r->map, SV_ACTORS) <= SV_ACTOR_LIMIT && sv_csv_next(csv))
        done = read_node(r, csv, column, id, name);
    free(column);
    return done && !csv->failed;
}

/* ---- Edges ---- */

/* An actor that only the edges name, in order of appearance. */
static bool add_actor(edge_reader *r, const sv_csv *csv, const char *name)
{
    size_t row;
    if (!*name || sv_lookup_get(&r->actors, name) != SV_LOOKUP_NONE || sv_map_rows(r->map, SV_ACTORS) > SV_ACTOR_LIMIT)
        return true;
    row = sv_table_row(r->map, SV_ACTORS, csv->file, csv->row);
    return row != SV_NO_ROW && put(r, SV_ACTORS, row, SV_ACTOR_ID, name) && put(r, SV_ACTORS, row, SV_ACTOR_NAME, name) &&
           sv_lookup_put(&r->actors, name, row);
}

/* The column for types that say no direction: the kind of tie, or when there is a column for that, one of its own. */
static size_t type_column(edge_reader *r, sv_csv *csv, edge_columns *columns)
{
    bool has_kind = find_header(csv, "kind") != NO_CELL || find_header(csv, "soort") != NO_CELL;
    if (columns->column[columns->type] == NO_CELL)
        columns->column[columns->type] = sv_table_column(r->map, SV_TIES, has_kind ? "type (2)" : "type");
    return columns->column[columns->type];
}

/* What a type column says about direction: NULL where it says something else, which is then the kind of tie. */
static const char *direction_of(const char *type)
{
    if (sv_text_same(type, "directed") || sv_text_same(type, "gericht"))
        return "forward";
    if (sv_text_same(type, "undirected") || sv_text_same(type, "mutual") || sv_text_same(type, "ongericht"))
        return "both";
    return NULL;
}

static bool read_edge(edge_reader *r, sv_csv *csv, edge_columns *columns)
{
    const char *from = cell(csv, columns->from), *to = cell(csv, columns->to);
    const char *direction = columns->type == NO_CELL ? NULL : direction_of(cell(csv, columns->type));
    size_t row = sv_table_row(r->map, SV_TIES, NULL, csv->row);
    if (row == SV_NO_ROW || !add_actor(r, csv, from) || !add_actor(r, csv, to))
        return false;
    for (size_t i = 0; i < csv->n_header; i++) {
        const char *text = i == columns->type && direction ? direction : cell(csv, i);
        size_t column = columns->column[i];
        if (!*text)
            continue;
        if (i == columns->type)
            column = direction ? SV_TIE_DIRECTION : type_column(r, csv, columns);
        if (column == SIZE_MAX || !put(r, SV_TIES, row, column, text))
            return false;
    }
    if (columns->sign != NO_CELL && (*cell(csv, columns->sign) == '-' || strncmp(cell(csv, columns->sign), "−", strlen("−")) == 0))
        r->negative++;
    report_long(r, SV_TIES, csv, row);
    if (csv->broken)
        sv_table_spoil(r->map, SV_TIES, row);
    return true;
}

static void report_signs(const edge_reader *r, const sv_csv *csv, size_t sign)
{
    char found[32];
    sv_place place = {.row = 0};
    if (!r->negative)
        return;
    snprintf(found, sizeof found, "%zu", r->negative);
    sv_text_fit(place.file, sizeof place.file, csv->file);
    sv_text_fit(place.column, sizeof place.column, csv->header[sign]);
    sv_problems_add(r->problems, SV_E_SIGN_KEPT, &place, found, NULL);
}

static bool read_edges(edge_reader *r, sv_csv *csv)
{
    edge_columns columns = {.type = find_header(csv, "type"), .sign = find_header(csv, "sign")};
    bool done = find_ends(csv, &columns.from, &columns.to) && (columns.column = sv_alloc(csv->n_header, sizeof *columns.column)) != NULL;
    for (size_t i = 0; i < csv->n_header && done; i++) {
        columns.column[i] = i == columns.from ? SV_TIE_FROM : i == columns.to ? SV_TIE_TO : NO_CELL;
        if (columns.column[i] != NO_CELL)
            done = sv_table_rename(r->map, SV_TIES, columns.column[i], trim(csv->header[i]));
        if (i == columns.from || i == columns.to || i == columns.type)
            continue;
        columns.column[i] = map_column(r, SV_TIES, csv, i, columns.column);
        done = columns.column[i] != SIZE_MAX;
    }
    while (done && sv_map_rows(r->map, SV_TIES) <= SV_TIE_LIMIT && sv_csv_next(csv))
        done = read_edge(r, csv, &columns);
    free(columns.column);
    if (done)
        report_signs(r, csv, columns.sign);
    return done && !csv->failed;
}

sv_status sv_edges_read(sv_csv *edges, sv_csv *nodes, sv_map *map, sv_problems *problems, sv_error *error)
{
    edge_reader r = {.map = map, .problems = problems};
    bool done = sv_table_name(map, SV_ACTORS, nodes ? nodes->file : edges->file, "");
    if (done && nodes)
        done = read_nodes(&r, nodes);
    if (done && edges)
        done = sv_table_name(map, SV_TIES, edges->file, "") && read_edges(&r, edges);
    sv_lookup_clear(&r.actors);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

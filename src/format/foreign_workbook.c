/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Workbooks of other programs: Kumu (Elements, Connections), Onodo (Nodes, Relations), Gephi (Nodes, Edges). An
 * actor there is a name, with its type where two have one name; several targets stand in one cell, parted
 * by |; and ties may name actors that stand nowhere else. (docs.kumu.io, "Structure your data for Kumu" and
 * "How do I avoid duplicating data"; Onodo's and Gephi's own templates.)
 */
#include "workbook_map.h"

#include <string.h>

/* A header of theirs, and ours for it. */
typedef struct foreign_column {
    const char *theirs, *ours;
} foreign_column;

struct sv_foreign_sheet {
    const char *name;
    sv_sheet target;
    const char *needs[2]; /* headers by which it is known */
    foreign_column columns[12];
};

static const sv_foreign_sheet sheets[] = {
    {"Elements",
     SV_ACTORS,
     {"label", ""},
     {{"id", "id"}, {"label", "name"}, {"type", "kind"}, {"description", "note"}, {"tags", "themes"}}},
    {"Connections",
     SV_TIES,
     {"from", "to"},
     {{"from", "from"}, {"to", "to"}, {"type", "kind"}, {"direction", "direction"}, {"description", "note"}}},
    {"Nodes", SV_ACTORS, {"name", ""}, {{"id", "id"}, {"name", "name"}, {"type", "kind"}, {"description", "note"}}},
    {"Nodes", SV_ACTORS, {"id", "label"}, {{"id", "id"}, {"label", "name"}}},
    {"Relations", SV_TIES, {"source", "target"}, {{"source", "from"}, {"target", "to"}, {"type", "kind"}, {"directed", "direction"}}},
    {"Edges", SV_TIES, {"source", "target"}, {{"source", "from"}, {"target", "to"}, {"type", "direction"}, {"weight", "weight"}}},
};

static bool has_header(const sv_heading *heading, const char *header)
{
    for (size_t i = 0; i < heading->n; i++)
        if (sv_text_same(heading->names[i], header))
            return true;
    return !*header;
}

const sv_foreign_sheet *sv_foreign_find(const char *name, const sv_heading *heading)
{
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        if (sv_text_same(name, sheets[i].name) && has_header(heading, sheets[i].needs[0]) && has_header(heading, sheets[i].needs[1]))
            return &sheets[i];
    return NULL;
}

sv_sheet sv_foreign_target(const sv_foreign_sheet *foreign)
{
    return foreign->target;
}

void sv_foreign_clear(sv_foreign *foreign)
{
    sv_lookup_clear(&foreign->actors);
    sv_lookup_clear(&foreign->identities);
    sv_arena_clear(&foreign->texts);
}

/* A header that means something else with us than with them gets a mark, so that it is kept as an attribute. */
const char *sv_foreign_header(const sv_foreign_sheet *sheet, const char *header, sv_arena *texts)
{
    sv_text marked = {0};
    const char *kept;
    for (const foreign_column *column = sheet->columns; column->theirs; column++)
        if (sv_text_same(header, column->theirs))
            return column->ours;
    if (sv_column_find(sheet->target, header) == SIZE_MAX)
        return header;
    sv_text_addf(&marked, "%s *", header);
    kept = marked.failed ? NULL : sv_arena_text(texts, marked.bytes, marked.length);
    sv_text_clear(&marked);
    return kept;
}

/* ---- Actors ---- */

/* The cell under one of our headers; "" where there is none. */
static const char *cell_under(const sv_fill *fill, const sv_fill_row *row, const char *header)
{
    for (size_t i = 0; i < row->n && i < fill->heading->n; i++)
        if (strcmp(fill->heading->names[i], header) == 0)
            return row->cells[i];
    return "";
}

/* Put a key into a lookup, kept; what is known already stays. False without memory. */
static bool remember(sv_foreign *foreign, sv_lookup *lookup, const char *key, size_t row)
{
    const char *kept;
    if (!*key || sv_lookup_get(lookup, key) != SV_LOOKUP_NONE)
        return true;
    kept = sv_arena_text(&foreign->texts, key, strlen(key));
    return kept && sv_lookup_put(lookup, kept, row);
}

/* Names and types are compared as they are shown: without space around them. */
static void add_trimmed(sv_text *text, const char *addition)
{
    addition += strspn(addition, " \t\r\n");
    sv_text_add(text, addition);
    while (text->length && strchr(" \t\r\n", text->bytes[text->length - 1]))
        text->bytes[--text->length] = '\0';
}

/* Rows with the same id, or the same name and type, are one actor: the later one adds to it. */
static bool add_actor(sv_foreign *foreign, sv_fill *fill, const sv_fill_row *row)
{
    const char *id = cell_under(fill, row, "id"), *name = cell_under(fill, row, "name");
    size_t at, rows = sv_map_rows(fill->map, SV_ACTORS);
    sv_text key = {0}, plain = {0};
    sv_place place;
    bool done;
    add_trimmed(&plain, name);
    sv_text_addf(&key, "%s\x1F", *id ? id : sv_text_get(&plain));
    if (!*id)
        add_trimmed(&key, cell_under(fill, row, "kind"));
    at = key.failed ? SV_LOOKUP_NONE : sv_lookup_get(&foreign->identities, key.bytes);
    if (key.failed || plain.failed) {
        done = false;
    } else if (at != SV_LOOKUP_NONE) {
        sv_heading_place(fill->heading, row->number, SIZE_MAX, &place);
        sv_problems_add(fill->problems, SV_E_ELEMENT_TWICE, &place, name, NULL);
        done = sv_fill_cells(fill, at, row);
    } else {
        done = sv_fill_add(fill, row) && remember(foreign, &foreign->identities, key.bytes, rows) &&
               remember(foreign, &foreign->actors, id, rows) && remember(foreign, &foreign->actors, sv_text_get(&plain), rows);
    }
    sv_text_clear(&key);
    sv_text_clear(&plain);
    return done;
}

/* ---- Ties ---- */

/* Our word for what they say of direction: Kumu "mutual", Onodo 1 and 0, Gephi "Directed". */
static const char *direction_word(const char *text)
{
    if (sv_text_same(text, "1") || sv_text_same(text, "true") || sv_text_same(text, "directed"))
        return "forward";
    if (sv_text_same(text, "0") || sv_text_same(text, "false") || sv_text_same(text, "undirected") || sv_text_same(text, "mutual"))
        return "both";
    return text;
}

/* One row for each of the targets in a cell. */
static bool add_ties(sv_fill *fill, const sv_fill_row *row)
{
    const char *cells[SV_COLUMN_LIMIT];
    sv_cell_is is[SV_COLUMN_LIMIT];
    size_t to = SIZE_MAX;
    sv_fill_row one = {.number = row->number, .cells = cells, .is = is, .n = row->n};
    sv_text target = {0};
    bool done = true;
    for (size_t i = 0; i < row->n; i++) {
        const char *ours = i < fill->heading->n ? fill->heading->names[i] : "";
        cells[i] = strcmp(ours, "direction") == 0 ? direction_word(row->cells[i]) : row->cells[i];
        is[i] = cells[i] == row->cells[i] ? row->is[i] : SV_CELL_TEXT;
        if (strcmp(ours, "to") == 0)
            to = i;
    }
    if (to == SIZE_MAX || !strchr(cells[to], '|'))
        return sv_fill_add(fill, &one);
    for (const char *at = row->cells[to]; done && *at; at += strcspn(at, "|"), at += *at == '|') {
        target.length = 0;
        sv_text_add_n(&target, at, strcspn(at, "|"));
        cells[to] = sv_text_get(&target);
        done = !target.failed && (sv_cell_is_blank(cells[to]) || sv_fill_add(fill, &one));
    }
    sv_text_clear(&target);
    return done;
}

bool sv_foreign_add(sv_foreign *foreign, const sv_foreign_sheet *sheet, sv_fill *fill, const sv_fill_row *row)
{
    foreign->used = true;
    return sheet->target == SV_ACTORS ? add_actor(foreign, fill, row) : add_ties(fill, row);
}

/* An actor that only a tie names. */
static bool add_missing(sv_foreign *foreign, sv_map *map, size_t tie, size_t column, sv_problems *problems)
{
    const char *name = sv_map_cell(map, SV_TIES, tie, column);
    sv_place place;
    size_t row;
    if (!*name || sv_lookup_get(&foreign->actors, name) != SV_LOOKUP_NONE || sv_map_rows(map, SV_ACTORS) > SV_ACTOR_LIMIT)
        return true;
    sv_map_place(map, SV_TIES, tie, column, &place);
    row = sv_table_row(map, SV_ACTORS, place.file, place.row);
    return row != SV_NO_ROW && sv_table_put(map, SV_ACTORS, row, SV_ACTOR_NAME, name, problems) &&
           remember(foreign, &foreign->actors, name, row);
}

bool sv_foreign_finish(sv_foreign *foreign, sv_map *map, sv_problems *problems)
{
    bool done = true;
    for (size_t tie = foreign->first_tie; done && tie < sv_map_rows(map, SV_TIES); tie++)
        done = add_missing(foreign, map, tie, SV_TIE_FROM, problems) && add_missing(foreign, map, tie, SV_TIE_TO, problems);
    return done;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading a map from JSON: an object with an array of rows for each sheet. Known columns are read by their
 * type; everything else (columns, keys, nested pieces) is kept as it is and written back.
 */
#include "json.h"

#include <cjson/cJSON.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/lookup.h"
#include "../model/table.h"
#include "encoding.h"

enum { keys_guessed = 48 };

/* Where the reader is. `place` is kept up to date for faults of shape. */
typedef struct reader {
    sv_map *map;
    sv_sheet sheet;
    size_t row;
    sv_place place;
    sv_problems *problems;
    const char *key;   /* of the cell being read; NULL outside one */
    sv_lookup columns; /* keys met in this sheet, borrowed from the tree, and their columns */
    struct {
        const char *key;
        size_t column;
    } order[keys_guessed]; /* the keys of the rows before, in their order: the next row mostly has the same */
    size_t n_cells;        /* of this row so far */
} reader;

static sv_status no_memory(sv_error *error)
{
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* ---- The tree ---- */

sv_status sv_json_parse(const char *bytes, size_t n, const char *file, cJSON **tree, sv_error *error)
{
    sv_status status = sv_json_check(bytes, n, file, error);
    if (status != SV_OK)
        return status;
    *tree = cJSON_ParseWithLengthOpts(bytes, n + 1, NULL, true);
    return *tree ? SV_OK : no_memory(error); /* after the check, memory is all that can lack */
}

void sv_json_free(cJSON *tree)
{
    cJSON_Delete(tree);
}

static bool has(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key) != NULL;
}

static bool is_popolo(const cJSON *object)
{
    static const char *const lists[] = {"persons", "people", "organizations", "organisations"};
    static const char *const traits[] = {"classification", "identifiers", "other_names", "gender"};
    const cJSON *memberships = cJSON_GetObjectItemCaseSensitive(object, "memberships");
    const cJSON *first = cJSON_IsArray(memberships) ? memberships->child : NULL;
    if (has(object, "speelveld") || has(object, "actors") || has(object, "map"))
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (has(object, lists[i]))
            return true;
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (has(object, traits[i]) && (has(object, "name") || has(object, "memberships")))
            return true;
    return cJSON_IsObject(first) && !has(first, "who") && !has(first, "wie");
}

sv_json_kind sv_json_kind_of(const cJSON *tree)
{
    const cJSON *about = cJSON_IsArray(tree) ? tree->child : tree;
    if (!cJSON_IsObject(about))
        return SV_JSON_MAP;
    if (has(about, "nodes") && (has(about, "edges") || has(about, "links")))
        return SV_JSON_GRAPH;
    if (has(about, "elements") && (has(about, "connections") || has(about, "maps")))
        return SV_JSON_KUMU;
    if (is_popolo(about) || (cJSON_IsArray(tree) && has(about, "name")))
        return SV_JSON_POPOLO;
    return SV_JSON_MAP;
}

/* ---- Faults of shape ---- */

static const char *kind_of_value(const cJSON *value)
{
    if (cJSON_IsObject(value))
        return SV_TR("an object");
    if (cJSON_IsArray(value))
        return SV_TR("an array");
    if (cJSON_IsString(value))
        return SV_TR("a text");
    if (cJSON_IsNumber(value))
        return SV_TR("a number");
    return cJSON_IsNull(value) ? "null" : SV_TR("true or false");
}

/* The key is put into the place only here: faults are few and cells are many. */
static void report(const reader *r, sv_code code, const char *found, const char *expected)
{
    sv_place place = r->place;
    sv_text_fit(place.column, sizeof place.column, r->key ? r->key : "");
    sv_problems_add(r->problems, code, &place, found, expected);
}

static void report_shape(const reader *r, const cJSON *value, const char *expected)
{
    report(r, SV_E_JSON_SHAPE, kind_of_value(value), expected);
}

/* Take control characters out of a text of the tree, and say so. */
static void clean(const reader *r, char *text)
{
    size_t n = strlen(text), cleaned = sv_encoding_clean(text, n);
    if (cleaned == n)
        return;
    text[cleaned] = '\0';
    report(r, SV_E_CONTROL, text, NULL);
}

/* ---- Cells ---- */

static bool is_list(sv_type type)
{
    return type == SV_TYPE_LIST || type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS;
}

/* A piece of the tree as text in a cell: for columns that speelveld does not know, and for what does not fit a known one. */
static bool put_raw(reader *r, size_t column, const cJSON *value, bool known)
{
    sv_text json = {0};
    bool done;
    sv_json_add_value(&json, value);
    done = !json.failed && (known ? sv_table_put(r->map, r->sheet, r->row, column, json.bytes, NULL)
                                  : sv_table_put_json(r->map, r->sheet, r->row, column, json.bytes));
    sv_text_clear(&json);
    return done;
}

static bool put_list(reader *r, size_t column, cJSON *array)
{
    sv_text list = {0};
    bool done, spoiled = false;
    for (cJSON *part = array->child; part; part = part->next) {
        char number[32];
        if (cJSON_IsString(part)) {
            clean(r, part->valuestring);
            if (*part->valuestring)
                sv_list_add(&list, part->valuestring);
        } else if (cJSON_IsNumber(part)) {
            sv_number_write(part->valuedouble, number);
            sv_list_add(&list, number);
        } else {
            report_shape(r, part, SV_TR("a text in this list"));
            spoiled = true;
        }
    }
    if (spoiled) { /* said already: what is put is only kept */
        sv_table_spoil(r->map, r->sheet, r->row);
        sv_text_clear(&list);
        return put_raw(r, column, array, true);
    }
    done = !list.failed && sv_table_put(r->map, r->sheet, r->row, column, sv_text_get(&list), r->problems);
    sv_text_clear(&list);
    return done;
}

static bool put_known(reader *r, size_t column, cJSON *value)
{
    sv_type type = sv_sheet_get(r->sheet)->columns[column].type;
    if (cJSON_IsNumber(value))
        return sv_table_put_number(r->map, r->sheet, r->row, column, value->valuedouble, r->problems);
    if (cJSON_IsBool(value))
        return sv_table_put(r->map, r->sheet, r->row, column, cJSON_IsTrue(value) ? "true" : "false", r->problems);
    if (cJSON_IsNull(value))
        return true;
    if (cJSON_IsArray(value) && is_list(type))
        return put_list(r, column, value);
    report_shape(r, value, is_list(type) ? SV_TR("a text or an array of texts") : SV_TR("a text or a number"));
    sv_table_spoil(r->map, r->sheet, r->row);
    return put_raw(r, column, value, true);
}

/* The column of a key; SIZE_MAX without memory. */
static size_t column_of(reader *r, char *key)
{
    size_t column, at = r->n_cells++ % keys_guessed;
    if (r->order[at].key && strcmp(r->order[at].key, key) == 0)
        return r->order[at].column;
    column = sv_lookup_get(&r->columns, key);
    if (column == SV_LOOKUP_NONE) {
        clean(r, key);
        column = sv_table_column(r->map, r->sheet, key);
        if (column == SIZE_MAX || !sv_lookup_put(&r->columns, key, column))
            return SIZE_MAX;
    }
    r->order[at].key = key;
    r->order[at].column = column;
    return column;
}

static bool put_cell(reader *r, cJSON *value)
{
    size_t column, known = sv_sheet_get(r->sheet)->n_columns;
    r->key = value->string;
    column = column_of(r, value->string);
    if (column == SIZE_MAX)
        return false;
    if (*sv_map_cell(r->map, r->sheet, r->row, column)) { /* the same column under its other name */
        report(r, SV_E_HEADER_TWICE, value->string, NULL);
        sv_table_spoil(r->map, r->sheet, r->row);
        return true;
    }
    if (cJSON_IsString(value)) {
        clean(r, value->valuestring);
        return sv_table_put(r->map, r->sheet, r->row, column, value->valuestring, r->problems);
    }
    return column < known ? put_known(r, column, value) : put_raw(r, column, value, false);
}

/* ---- Rows and sheets ---- */

static bool read_row(reader *r, cJSON *object, uint64_t number)
{
    r->place.row = number;
    r->key = NULL;
    r->n_cells = 0;
    if (!cJSON_IsObject(object)) {
        report_shape(r, object, SV_TR("a row between { and }"));
        return true;
    }
    r->row = sv_table_row(r->map, r->sheet, NULL, number);
    if (r->row == SV_NO_ROW)
        return false;
    for (cJSON *value = object->child; value; value = value->next) {
        if (sv_map_columns(r->map, r->sheet) > SV_COLUMN_LIMIT) {
            report(r, SV_E_TOO_MANY, SV_TR("columns"), "1000");
            break;
        }
        if (!put_cell(r, value))
            return false;
    }
    return true;
}

/* Say which columns of a sheet speelveld does not know, once each. */
static void note_unknown(reader *r)
{
    r->place.row = 0;
    r->key = NULL;
    for (size_t column = sv_sheet_get(r->sheet)->n_columns; column < sv_map_columns(r->map, r->sheet); column++) {
        r->key = sv_map_header(r->map, r->sheet, column);
        report(r, SV_E_COLUMN_UNKNOWN, r->key, NULL);
    }
}

static bool read_sheet(reader *r, cJSON *value)
{
    bool single = sv_sheet_get(r->sheet)->flags & SV_SHEET_SINGLE, done = true;
    uint64_t number = 0;
    if (!sv_table_name(r->map, r->sheet, r->place.file, value->string))
        return false;
    if (single && cJSON_IsObject(value)) {
        done = read_row(r, value, 1);
    } else if (!single && cJSON_IsArray(value)) {
        for (cJSON *row = value->child; row && done && number <= SV_TIE_LIMIT; row = row->next)
            done = read_row(r, row, ++number);
    } else {
        report_shape(r, value, single ? SV_TR("one row between { and }") : SV_TR("rows between [ and ]"));
    }
    note_unknown(r);
    sv_lookup_clear(&r->columns);
    memset(r->order, 0, sizeof r->order);
    return done;
}

/* True for an array of flat objects with a text for every key: what a table of another format becomes in JSON. */
static bool is_table(const cJSON *array)
{
    if (!cJSON_IsArray(array) || !array->child)
        return false;
    for (const cJSON *row = array->child; row; row = row->next) {
        if (!cJSON_IsObject(row) || !row->child)
            return false;
        for (const cJSON *cell = row->child; cell; cell = cell->next)
            if (!cJSON_IsString(cell) || !*cell->valuestring)
                return false;
    }
    return true;
}

/* False without memory; *fits is false when it has more columns than a table may have. */
static bool put_table(sv_map *map, sv_extra_sheet *extra, const cJSON *array, bool *fits)
{
    size_t row = 0;
    for (const cJSON *object = array->child; object; object = object->next, row++)
        for (const cJSON *cell = object->child; cell; cell = cell->next) {
            size_t column = sv_extra_sheet_column(map, extra, cell->string);
            if (column == SIZE_MAX || !sv_extra_sheet_put(map, extra, row, column, cell->valuestring))
                return false;
            *fits = sv_extra_sheet_columns(extra) <= SV_COLUMN_LIMIT;
            if (!*fits)
                return true;
        }
    return true;
}

/* A top-level key that speelveld does not know: as a table where it is one, else as it stands. */
static bool read_extra(reader *r, const cJSON *value)
{
    sv_extra_sheet *extra = sv_extra_sheet_add(r->map, value->string);
    bool done = extra != NULL, table = is_table(value);
    sv_text json = {0};
    if (done && table)
        done = put_table(r->map, extra, value, &table);
    if (done && !table) {
        sv_json_add_value(&json, value);
        done = !json.failed && sv_extra_sheet_set_json(r->map, extra, json.bytes);
        sv_text_clear(&json);
    }
    r->place.sheet[0] = '\0';
    sv_problems_add(r->problems, SV_E_SHEET_UNKNOWN, &r->place, value->string, NULL);
    return done;
}

static sv_status check_version(const cJSON *version, const char *file, sv_error *error)
{
    char found[32], ours[16];
    sv_place place = {.column = "speelveld"};
    sv_text_fit(place.file, sizeof place.file, file);
    if (!version)
        return SV_OK;
    if (!cJSON_IsNumber(version) || version->valuedouble < 1 || version->valuedouble != floor(version->valuedouble))
        return sv_error_at(error, SV_E_JSON_SHAPE, &place, kind_of_value(version),
                           SV_TR("the version of the format, a whole number such as 1"));
    if (version->valuedouble <= SV_JSON_VERSION)
        return SV_OK;
    sv_number_write(version->valuedouble, found);
    snprintf(ours, sizeof ours, "%d", SV_JSON_VERSION);
    return sv_error_at(error, SV_E_VERSION_LATER, &place, found, ours);
}

/* True when something in the object is one of our sheets, or says that this is a map. */
static bool is_map(const cJSON *tree)
{
    bool found = has(tree, "speelveld");
    for (const cJSON *value = tree->child; value && !found; value = value->next)
        found = sv_sheet_find(value->string) != SV_SHEETS;
    return found;
}

sv_status sv_json_read(cJSON *tree, const char *file, sv_map *map, sv_problems *problems, sv_error *error)
{
    static const char expected[] = SV_TR("a map: {\"speelveld\": 1, \"actors\": [{\"name\": …}, …], …}");
    reader r = {.map = map, .problems = problems};
    const char *seen[SV_SHEETS] = {NULL};
    sv_status status;
    sv_text_fit(r.place.file, sizeof r.place.file, file);
    if (!cJSON_IsObject(tree) || !is_map(tree))
        return sv_error_at(error, SV_E_JSON_SHAPE, &r.place, kind_of_value(tree), expected);
    status = check_version(cJSON_GetObjectItemCaseSensitive(tree, "speelveld"), file, error);
    for (cJSON *value = tree->child; value && status == SV_OK; value = value->next) {
        if (strcmp(value->string, "speelveld") == 0)
            continue;
        r.sheet = sv_sheet_find(value->string);
        r.place = (sv_place){.sheet_number = r.sheet == SV_SHEETS ? 0 : (unsigned)r.sheet + 1};
        sv_text_fit(r.place.file, sizeof r.place.file, file);
        sv_text_fit(r.place.sheet, sizeof r.place.sheet, value->string);
        if (r.sheet != SV_SHEETS && seen[r.sheet]) {
            char both[160];
            snprintf(both, sizeof both, "%.70s, %.70s", seen[r.sheet], value->string);
            sv_problems_add(problems, SV_E_SHEET_TWICE, &r.place, value->string, both);
            continue;
        }
        if (r.sheet != SV_SHEETS)
            seen[r.sheet] = value->string;
        if (sv_extra_sheets(map) > SV_COLUMN_LIMIT)
            return sv_error_at(error, SV_E_TOO_MANY, &r.place, SV_TR("sheets"), "1000");
        if (!(r.sheet == SV_SHEETS ? read_extra(&r, value) : read_sheet(&r, value)))
            status = no_memory(error);
    }
    return status;
}

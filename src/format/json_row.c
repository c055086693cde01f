/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading the rows of a map from JSON. Known columns are read by their type; what else stands in a row (own
 * columns, nested pieces) is kept as it is and written back. Only what is no text or number becomes a tree.
 */
#include "json_row.h"

#include <cjson/cJSON.h>

#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../model/table.h"
#include "encoding.h"

/* ---- Faults of shape ---- */

const char *json_kind_in_text(const char *value)
{
    switch (*value) {
    case '{': return SV_TR("an object");
    case '[': return SV_TR("an array");
    case '"': return SV_TR("a text");
    case 'n': return "null";
    case 't':
    case 'f': return SV_TR("true or false");
    default: return SV_TR("a number");
    }
}

/* The same of a value that is a tree. */
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

void json_rows_report(const json_rows *r, sv_code code, const char *found, const char *expected)
{
    sv_place place = r->place;
    sv_text_fit(place.column, sizeof place.column, r->key ? r->key : "");
    sv_problems_add(r->problems, code, &place, found, expected);
}

static void report_shape(const json_rows *r, const cJSON *value, const char *expected)
{
    json_rows_report(r, SV_E_JSON_SHAPE, kind_of_value(value), expected);
}

/* Take control characters out of a text of n bytes, and say so. Returns its new length. */
static size_t clean(const json_rows *r, char *text, size_t n)
{
    size_t cleaned = sv_encoding_clean(text, n);
    text[cleaned] = '\0';
    if (cleaned < n)
        json_rows_report(r, SV_E_CONTROL, text, NULL);
    return cleaned;
}

/* ---- Cells that are trees ---- */

static bool is_list(sv_type type)
{
    return type == SV_TYPE_LIST || type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS;
}

/* A piece of the tree as text in a cell: for columns that speelveld does not know, and for what does not fit a known one. */
static bool put_raw(json_rows *r, size_t column, const cJSON *value, bool known)
{
    sv_text json = {0};
    bool done;
    sv_json_add_value(&json, value);
    done = !json.failed && (known ? sv_table_put(r->map, r->sheet, r->row, column, json.bytes, NULL)
                                  : sv_table_put_json(r->map, r->sheet, r->row, column, json.bytes));
    sv_text_clear(&json);
    return done;
}

static bool put_list(json_rows *r, size_t column, cJSON *array)
{
    sv_text list = {0};
    bool done, spoiled = false;
    for (cJSON *part = array->child; part; part = part->next) {
        char number[32];
        if (cJSON_IsString(part)) {
            clean(r, part->valuestring, strlen(part->valuestring));
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

static bool put_known(json_rows *r, size_t column, cJSON *value)
{
    sv_type type = sv_sheet_get(r->sheet)->columns[column].type;
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

/* The value at scan.at, which goes behind it, as a tree in a cell. */
static bool put_tree(json_rows *r, size_t column, bool known)
{
    cJSON *value = sv_json_take(r->text, &r->scan.at);
    bool done = value && (known ? put_known(r, column, value) : put_raw(r, column, value, false));
    sv_json_free(value);
    return done;
}

/* To behind the value at scan.at. */
static bool skip_value(json_rows *r)
{
    cJSON *value = sv_json_take(r->text, &r->scan.at);
    sv_json_free(value);
    return value != NULL;
}

/* ---- Keys ---- */

/* Decode the text at scan.at, which goes behind it, into r->decoded. */
static bool decode(json_rows *r)
{
    r->decoded.length = 0;
    return json_scan_string(&r->scan, &r->decoded) && !r->decoded.failed;
}

/* The key in r->decoded, which was not met before, gets its column; its place in r->keys, or SV_LOOKUP_NONE without memory. */
static size_t add_key(json_rows *r)
{
    char *key = r->decoded.bytes;
    json_key added = {.n = clean(r, key, r->decoded.length), .plain = !strpbrk(key, "\"\\")};
    added.column = sv_table_column(r->map, r->sheet, key);
    added.key = sv_arena_text(&r->kept, key, added.n);
    if (added.column == SIZE_MAX || !added.key || !sv_grow(&r->keys, &r->keys_capacity, r->n_keys + 1, sizeof *r->keys) ||
        !sv_lookup_put(&r->lookup, added.key, r->n_keys))
        return SV_LOOKUP_NONE;
    r->keys[r->n_keys] = added;
    return r->n_keys++;
}

/* True when the key at scan.at stands there as the one that was guessed reads. */
static bool is_guessed(const json_rows *r, const json_key *guessed)
{
    const char *key = r->scan.at + 1;
    return guessed->plain && (size_t)(r->scan.end - key) > guessed->n && memcmp(key, guessed->key, guessed->n) == 0 &&
           key[guessed->n] == '"';
}

/* The key at scan.at, which goes behind it: its column, SIZE_MAX without memory. Sets r->key. */
static size_t read_key(json_rows *r)
{
    size_t *guess = &r->guess[r->n_cells++ % json_keys_guessed], known = *guess;
    if (known < r->n_keys && is_guessed(r, &r->keys[known])) {
        r->scan.at += r->keys[known].n + 2;
    } else {
        if (!decode(r))
            return SIZE_MAX;
        r->key = r->decoded.bytes;
        known = sv_lookup_get(&r->lookup, r->decoded.bytes);
        if (known == SV_LOOKUP_NONE)
            known = add_key(r);
        if (known == SV_LOOKUP_NONE)
            return SIZE_MAX;
        *guess = known;
    }
    r->key = r->keys[known].key;
    return r->keys[known].column;
}

/* ---- Rows ---- */

/* The key and value at scan.at, which goes behind them. */
static bool read_cell(json_rows *r)
{
    json_scan *s = &r->scan;
    const char *start;
    size_t column = read_key(r);
    bool known = column < sv_sheet_get(r->sheet)->n_columns;
    if (column == SIZE_MAX)
        return false;
    json_skip_space(s);
    s->at++; /* the colon */
    json_skip_space(s);
    if (*sv_map_cell(r->map, r->sheet, r->row, column)) { /* the same column under its other name */
        json_rows_report(r, SV_E_HEADER_TWICE, r->key, NULL);
        sv_table_spoil(r->map, r->sheet, r->row);
        return skip_value(r);
    }
    if (*s->at == '"') {
        if (!decode(r))
            return false;
        clean(r, r->decoded.bytes, r->decoded.length);
        return sv_table_put(r->map, r->sheet, r->row, column, r->decoded.bytes, r->problems);
    }
    start = s->at;
    if (!known || !(*start == '-' || json_is_digit(s)))
        return put_tree(r, column, known);
    return json_scan_number(s) &&
           sv_table_put_number(r->map, r->sheet, r->row, column, json_number(start, (size_t)(s->at - start)), r->problems);
}

bool json_rows_read(json_rows *r, uint64_t number)
{
    const char *start = r->scan.at;
    r->place.row = number;
    r->key = NULL;
    r->n_cells = 0;
    if (*start != '{') {
        json_rows_report(r, SV_E_JSON_SHAPE, json_kind_in_text(start), SV_TR("a row between { and }"));
        return skip_value(r);
    }
    r->row = sv_table_row(r->map, r->sheet, NULL, number);
    if (r->row == SV_NO_ROW)
        return false;
    while (sv_json_next(&r->scan.at)) {
        if (sv_map_columns(r->map, r->sheet) > SV_COLUMN_LIMIT) {
            json_rows_report(r, SV_E_TOO_MANY, SV_TR("columns"), "1000");
            r->scan.at = start;
            return skip_value(r);
        }
        if (!read_cell(r))
            return false;
    }
    return true;
}

void json_rows_forget(json_rows *r)
{
    sv_lookup_clear(&r->lookup);
    sv_arena_clear(&r->kept);
    r->n_keys = 0;
}

void json_rows_clear(json_rows *r)
{
    json_rows_forget(r);
    free(r->keys);
    sv_text_clear(&r->decoded);
}

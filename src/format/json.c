/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading a map from JSON: an object with an array of rows for each sheet. What stands at the top and is no
 * sheet of ours is kept as it is and written back.
 */
#include "json.h"

#include <cjson/cJSON.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "../model/table.h"
#include "json_row.h"

/* ---- Sheets ---- */

/* Say which columns of a sheet speelveld does not know, once each. */
static void note_unknown(json_rows *r)
{
    r->place.row = 0;
    for (size_t column = sv_sheet_get(r->sheet)->n_columns; column < sv_map_columns(r->map, r->sheet); column++) {
        r->key = sv_map_header(r->map, r->sheet, column);
        json_rows_report(r, SV_E_COLUMN_UNKNOWN, r->key, NULL);
    }
}

static bool read_sheet(json_rows *r, const sv_json_member *member)
{
    bool single = sv_sheet_get(r->sheet)->flags & SV_SHEET_SINGLE, done = true;
    uint64_t number = 0;
    r->scan.at = member->value;
    if (!sv_table_name(r->map, r->sheet, r->place.file, member->key))
        return false;
    if (single && *member->value == '{') {
        done = json_rows_read(r, 1);
    } else if (!single && *member->value == '[') {
        while (done && number <= SV_TIE_LIMIT && sv_json_next(&r->scan.at))
            done = json_rows_read(r, ++number);
    } else {
        json_rows_report(r, SV_E_JSON_SHAPE, json_kind_in_text(member->value),
                         single ? SV_TR("one row between { and }") : SV_TR("rows between [ and ]"));
    }
    note_unknown(r);
    json_rows_forget(r);
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
static bool read_extra(json_rows *r, const sv_json_member *member)
{
    const char *at = member->value;
    cJSON *value = sv_json_take(r->text, &at);
    sv_extra_sheet *extra = value ? sv_extra_sheet_add(r->map, member->key) : NULL;
    bool done = extra != NULL, table = is_table(value);
    sv_text json = {0};
    if (done && table)
        done = put_table(r->map, extra, value, &table);
    if (done && !table) {
        sv_json_add_value(&json, value);
        done = !json.failed && sv_extra_sheet_set_json(r->map, extra, json.bytes);
        sv_text_clear(&json);
    }
    sv_json_free(value);
    r->place.sheet[0] = '\0';
    sv_problems_add(r->problems, SV_E_SHEET_UNKNOWN, &r->place, member->key, NULL);
    return done;
}

static sv_status check_version(const sv_json_text *text, const char *file, sv_error *error)
{
    const char *at = sv_json_find(text, "speelveld"), *kind;
    char found[32], ours[16];
    sv_place place = {.column = "speelveld"};
    cJSON *value;
    double version;
    if (!at)
        return SV_OK;
    kind = json_kind_in_text(at);
    value = sv_json_take(text, &at);
    if (!value)
        return sv_no_memory(error);
    version = cJSON_IsNumber(value) ? value->valuedouble : 0;
    sv_json_free(value);
    sv_text_fit(place.file, sizeof place.file, file);
    if (version < 1 || version != floor(version))
        return sv_error_at(error, SV_E_JSON_SHAPE, &place, kind, SV_TR("the version of the format, a whole number such as 1"));
    if (version <= SV_JSON_VERSION)
        return SV_OK;
    sv_number_write(version, found);
    snprintf(ours, sizeof ours, "%d", SV_JSON_VERSION);
    return sv_error_at(error, SV_E_VERSION_LATER, &place, found, ours);
}

/* True when something at the top is one of our sheets, or says that this is a map. */
static bool is_map(const sv_json_text *text)
{
    bool found = sv_json_find(text, "speelveld") != NULL;
    for (size_t i = 0; i < text->n_members && !found; i++)
        found = sv_sheet_find(text->members[i].key) != SV_SHEETS;
    return found;
}

/* What stands under one key at the top. `seen` has the key of each sheet that was there before. */
static sv_status read_member(json_rows *r, const sv_json_member *member, const char *file, const char *seen[SV_SHEETS], sv_error *error)
{
    bool done;
    r->sheet = sv_sheet_find(member->key);
    r->place = (sv_place){.sheet_number = r->sheet == SV_SHEETS ? 0 : (unsigned)r->sheet + 1};
    r->key = NULL;
    sv_text_fit(r->place.file, sizeof r->place.file, file);
    sv_text_fit(r->place.sheet, sizeof r->place.sheet, member->key);
    if (r->sheet != SV_SHEETS && seen[r->sheet]) {
        char both[160];
        snprintf(both, sizeof both, "%.70s, %.70s", seen[r->sheet], member->key);
        sv_problems_add(r->problems, SV_E_SHEET_TWICE, &r->place, member->key, both);
        return SV_OK;
    }
    if (r->sheet != SV_SHEETS)
        seen[r->sheet] = member->key;
    if (sv_extra_sheets(r->map) > SV_COLUMN_LIMIT)
        return sv_error_at(error, SV_E_TOO_MANY, &r->place, SV_TR("sheets"), "1000");
    done = r->sheet == SV_SHEETS ? read_extra(r, member) : read_sheet(r, member);
    return done ? SV_OK : sv_no_memory(error);
}

sv_status sv_json_read(const sv_json_text *text, const char *file, sv_map *map, sv_problems *problems, sv_error *error)
{
    static const char expected[] = SV_TR("a map: {\"speelveld\": 1, \"actors\": [{\"name\": …}, …], …}");
    json_rows r = {.text = text, .map = map, .problems = problems, .scan.end = text->end};
    const char *seen[SV_SHEETS] = {NULL};
    sv_status status;
    sv_text_fit(r.place.file, sizeof r.place.file, file);
    if (*text->value != '{' || !is_map(text))
        return sv_error_at(error, SV_E_JSON_SHAPE, &r.place, json_kind_in_text(text->value), expected);
    status = check_version(text, file, error);
    for (size_t i = 0; i < text->n_members && status == SV_OK; i++)
        if (strcmp(text->members[i].key, "speelveld") != 0)
            status = read_member(&r, &text->members[i], file, seen, error);
    json_rows_clear(&r);
    return status;
}

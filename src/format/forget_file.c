/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Forgetting on the disk: the map without somebody written, also in the map's own place, and then a look at what stands
 * there, because what counts is the bytes and not what was meant.
 */
#include <speelveld/format.h>

#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../model/forget.h"
#include "csv_folder.h"
#include "json.h"

/* ---- Looking again ---- */

/* What forgetting once more would still find, as traces. */
static sv_status add_left(const sv_map *again, const sv_forgotten *left, sv_traces *traces, sv_error *error)
{
    for (size_t i = 0; i < left->n; i++) {
        if (left->pieces[i].what == SV_FORGOT_UNSURE)
            continue;
        traces->found++;
        if (traces->n == SV_TRACES_KEPT)
            continue;
        if (!sv_grow(&traces->places, &traces->capacity, traces->n + 1, sizeof *traces->places))
            return sv_no_memory(error);
        sv_spot_place(again, &left->pieces[i].spot, &traces->places[traces->n++]);
    }
    for (int sheet = 0; sheet <= SV_SHEETS; sheet++)
        traces->found += left->rows[sheet];
    return SV_OK;
}

/* Read it as anybody would, and try to forget once more; who is called the same is not meant. */
static sv_status look_again(const char *path, const sv_forget_options *whom, sv_traces *traces, sv_error *error)
{
    const sv_forget_options by_id = {.name = whom->name, .id = whom->id, .by_id_only = true, .first_row = whom->first_row}, *who = &by_id;
    sv_map *again = NULL, *rest = NULL;
    sv_forgotten left = {0};
    sv_status status = sv_map_read(&path, 1, &again, NULL, error);
    if (status == SV_OK)
        status = sv_map_forget(again, who, &rest, &left, error);
    if (status == SV_OK)
        status = add_left(rest, &left, traces, error);
    sv_forgotten_clear(&left);
    sv_map_free(again);
    sv_map_free(rest);
    return status;
}

static sv_status verify(const char *path, const sv_map *rest, const sv_forget_options *who, sv_traces *traces, sv_error *error)
{
    sv_status status;
    if (strcmp(path, "-") == 0 || sv_file_is_device(path)) /* what went there cannot be read again */
        return SV_OK;
    status = sv_traces_find(path, rest, who, traces, error);
    return status == SV_OK ? look_again(path, who, traces, error) : status;
}

/* ---- In the map's own place ---- */

static bool ends_in(const char *path, const char *ending)
{
    size_t n = strlen(path), m = strlen(ending);
    return n >= m && strcasecmp(path + n - m, ending) == 0;
}

/* Whether a JSON file is a map of ours: it has actors. */
static sv_status is_our_json(const char *path, bool *ours, sv_error *error)
{
    sv_json_text text = {0};
    char *bytes = NULL;
    size_t n = 0;
    sv_status status = sv_file_read(path, SV_JSON_LIMIT, &bytes, &n, error);
    if (status == SV_OK)
        status = sv_json_open(bytes, n, path, &text, error);
    *ours = status == SV_OK && sv_json_find(&text, "actors") != NULL;
    sv_json_close(&text);
    free(bytes);
    return status;
}

/* Whether a map can be written where it was read. */
static sv_status check_place(const char *path, sv_error *error)
{
    bool ours = sv_file_is_folder(path) || ends_in(path, ".xlsx");
    sv_status status = SV_OK;
    if (!ours && ends_in(path, ".json"))
        status = is_our_json(path, &ours, error);
    if (status == SV_OK && !ours)
        return sv_error_set(error, SV_E_FORMAT_WRITE, path, SV_TR("a name that ends in .xlsx or .json, or the name of a folder (for CSV)"));
    return status;
}

/* In its own place, in the language of its headers; else where and how it was asked. */
static sv_status write_rest(const sv_map *map, const sv_map *rest, const char *path, const sv_write_options *options, sv_error *error)
{
    sv_language language = sv_map_language(map);
    if (!options && sv_file_is_folder(path))
        return sv_csv_folder_replace(rest, path, language, error);
    return sv_map_write(rest, path, options ? options : &(sv_write_options){.language = language}, error);
}

/* ---- A map ---- */

sv_status sv_map_forget_write(const sv_map *map, const sv_forget_options *who, const char *path, const sv_write_options *options,
                              sv_map **rest, sv_forgotten *told, sv_traces *traces, sv_error *error)
{
    sv_forget_options numbered = *who;
    sv_status status = options ? SV_OK : check_place(path, error);
    *rest = NULL;
    *told = (sv_forgotten){0};
    numbered.first_row = ends_in(path, ".json") ? 1 : 2;
    if (status == SV_OK)
        status = sv_map_forget(map, &numbered, rest, told, error);
    if (status == SV_OK)
        status = write_rest(map, *rest, path, options, error);
    if (status == SV_OK)
        status = verify(path, *rest, who, traces, error);
    if (status == SV_OK)
        return SV_OK;
    sv_map_free(*rest);
    *rest = NULL;
    sv_forgotten_clear(told);
    return status;
}

/* ---- Another file ---- */

/* The bytes of a JSON file without the actor. */
static sv_status forget_in_bytes(const char *bytes, const sv_map *map, const sv_forget_options *who, sv_text *out, size_t *changes,
                                 sv_error *error)
{
    size_t mark = strncmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    mention_who whom;
    sv_status status = SV_OK;
    sv_text_add_n(out, bytes, mark);
    if (!mention_begin(&whom, map, SV_NO_ROW, who->name, who->id) || !forget_in_json(&whom, bytes + mark, out, changes))
        status = sv_no_memory(error);
    mention_clear(&whom);
    return status;
}

static sv_status forget_json_file(const char *path, const sv_map *map, const sv_forget_options *who, sv_forgotten *told, sv_error *error)
{
    sv_text out = {0};
    char *bytes = NULL;
    size_t n = 0, changes = 0;
    sv_status status = sv_file_read(path, SV_JSON_LIMIT, &bytes, &n, error);
    if (status == SV_OK)
        status = forget_in_bytes(bytes, map, who, &out, &changes, error);
    if (status == SV_OK && changes)
        status = sv_file_write(path, out.bytes, out.length, error);
    told->rows[SV_SHEETS] = status == SV_OK ? changes : 0;
    sv_text_clear(&out);
    free(bytes);
    return status;
}

/* An older copy of the map. Its faults are no reason to keep somebody in it. */
static sv_status forget_copy(const char *path, const sv_forget_options *who, sv_forgotten *told, sv_traces *traces, sv_error *error)
{
    sv_map *copy = NULL, *rest = NULL;
    sv_status status = sv_map_read(&path, 1, &copy, NULL, error);
    if (status == SV_OK)
        status = sv_map_forget_write(copy, who, path, NULL, &rest, told, traces, error);
    sv_map_free(copy);
    sv_map_free(rest);
    return status;
}

sv_status sv_path_forget(const char *path, const sv_map *map, const sv_forget_options *who, sv_forgotten *told, sv_traces *traces,
                         sv_error *error)
{
    bool ours = true;
    sv_status status = SV_OK;
    *told = (sv_forgotten){0};
    if (!sv_file_is_folder(path) && ends_in(path, ".json"))
        status = is_our_json(path, &ours, error);
    if (status == SV_OK && ours)
        return forget_copy(path, who, told, traces, error);
    if (status == SV_OK)
        status = forget_json_file(path, map, who, told, error);
    return status == SV_OK ? sv_traces_find(path, map, who, traces, error) : status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading and writing a map whatever its format: one folder or file, or several files that belong together.
 */
#include "read.h"

#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/text.h"
#include "catalogue.h"
#include "csv_folder.h"
#include "edges.h"
#include "json.h"
#include "popolo.h"
#include "workbook_map.h"
#include "xlsx_write.h"

/* A file that was read: its bytes, or once they were looked at a table, a JSON text, or for a council register a tree. */
typedef struct input {
    const char *name; /* the last part of its path */
    char *bytes;
    size_t n;
    bool is_table, is_workbook;
    bool open_document; /* of a workbook */
    sv_csv csv;
    sv_json_text json;
    struct cJSON *tree;
} input;

static void clear_input(input *in)
{
    free(in->bytes);
    sv_csv_close(&in->csv);
    sv_json_free(in->tree);
    sv_json_close(&in->json);
    *in = (input){0};
}

static sv_status refuse_later(const char *name, const char *id, sv_error *error)
{
    return sv_error_set(error, SV_E_FORMAT_LATER, name, sv_format_find(id)->en);
}

static sv_status parse_register(input *in, sv_error *error)
{
    const char *at = in->json.value;
    in->tree = sv_json_take(&in->json, &at);
    return in->tree ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* Graphs of other programs are JSON too; they are refused by name. */
static sv_status parse_json(input *in, sv_error *error)
{
    sv_json_kind kind;
    sv_status status;
    if (in->n > SV_JSON_LIMIT)
        return sv_error_set(error, SV_E_FILE_TOO_LARGE, in->name, "256 MiB");
    status = sv_json_open(in->bytes, in->n, in->name, &in->json, error);
    if (status == SV_OK)
        status = sv_json_kind_of(&in->json, &kind, error);
    if (status != SV_OK)
        return status;
    switch (kind) {
    case SV_JSON_GRAPH: return refuse_later(in->name, "graph-json", error);
    case SV_JSON_KUMU: return refuse_later(in->name, "kumu", error);
    case SV_JSON_POPOLO: return parse_register(in, error);
    default: return SV_OK;
    }
}

/* Make a table, a JSON text or a tree of an input's bytes. */
static sv_status open_input(input *in, sv_problems *problems, sv_error *error)
{
    /* a new workbook with a password is wrapped up as an old one */
    static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    const sv_format *format = sv_format_sniff(in->name, in->bytes, in->n);
    char *bytes = in->bytes;
    if (in->n == 0)
        return sv_error_set(error, SV_E_FILE_EMPTY, in->name, NULL);
    if (!format)
        return sv_error_set(error, SV_E_FORMAT_UNKNOWN, in->name,
                            SV_TR("a workbook (.xlsx, .ods), a folder of CSV files, a CSV file or a JSON file"));
    if (strcmp(format->id, "xls") == 0)
        return sv_error_set(error, memmem(bytes, in->n, locked, sizeof locked) ? SV_E_WORKBOOK_LOCKED : SV_E_WORKBOOK_OLD, in->name, NULL);
    if (!format->reads)
        return sv_error_set(error, SV_E_FORMAT_LATER, in->name, format->en);
    if (strcmp(format->id, "json") == 0)
        return parse_json(in, error);
    in->open_document = strcmp(format->id, "ods") == 0;
    in->is_workbook = in->open_document || strcmp(format->id, "xlsx") == 0;
    if (in->is_workbook)
        return SV_OK;
    in->is_table = true;
    in->bytes = NULL;
    return sv_csv_open(&in->csv, bytes, in->n, in->name, problems, error);
}

static sv_status read_input(const char *path, input *in, sv_problems *problems, sv_error *error)
{
    sv_status status = sv_file_read(path, SV_FILE_LIMIT, &in->bytes, &in->n, error);
    in->name = sv_file_name(path);
    return status == SV_OK ? open_input(in, problems, error) : status;
}

/* ---- One file ---- */

/* The file that goes with this one: X.nodes.csv with X.edges.csv, and the other way round. Opened when it stands there. */
static sv_status open_beside(const char *path, input *beside, char **kept, sv_problems *problems, sv_error *error)
{
    static const char *const endings[][2] = {{".edges.csv", ".nodes.csv"}, {".nodes.csv", ".edges.csv"}};
    size_t length = strlen(path);
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(endings[i][0]);
        sv_text name = {0};
        if (length <= n || strcasecmp(path + length - n, endings[i][0]) != 0)
            continue;
        sv_text_add_n(&name, path, length - n);
        sv_text_add(&name, endings[i][1]);
        *kept = name.bytes;
        if (name.failed)
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        return sv_file_exists(name.bytes) ? read_input(name.bytes, beside, problems, error) : SV_OK;
    }
    return SV_OK;
}

/* True when a table without ties is a list of nodes by its name or headers, and no sheet of ours. */
static bool is_node_list(const input *in)
{
    const sv_format *format = sv_format_by_ending(in->name);
    bool said = format && strcmp(format->id, "edges") == 0;
    if (!in->is_table || !sv_edges_is_nodes(&in->csv) || sv_sheet_find(in->name) != SV_SHEETS)
        return false;
    for (size_t i = 0; i < in->csv.n_header && !said; i++)
        said = sv_text_same(in->csv.header[i], "label");
    return said;
}

static sv_status fill_from(input *in, input *beside, sv_map *map, sv_problems *problems, sv_error *error)
{
    const struct cJSON *tree = in->tree;
    if (in->is_workbook)
        return sv_workbook_map_read(in->bytes, in->n, in->name, in->open_document, map, problems, error);
    if (tree)
        return sv_popolo_read(&tree, &in->name, 1, map, problems, error);
    if (!in->is_table)
        return sv_json_read(&in->json, in->name, map, problems, error);
    if (sv_edges_is_edges(&in->csv))
        return sv_edges_read(&in->csv, beside && beside->is_table ? &beside->csv : NULL, map, problems, error);
    if (is_node_list(in))
        return sv_edges_read(beside && beside->is_table && sv_edges_is_edges(&beside->csv) ? &beside->csv : NULL, &in->csv, map, problems,
                             error);
    return sv_csv_lone_read(&in->csv, map, problems, error);
}

static sv_status read_one(const char *path, sv_map *map, sv_problems *problems, sv_error *error)
{
    input in = {0}, beside = {0};
    char *kept = NULL;
    sv_status status;
    if (sv_file_is_folder(path))
        return sv_csv_folder_read(path, map, problems, error);
    status = read_input(path, &in, problems, error);
    if (status == SV_OK)
        status = open_beside(path, &beside, &kept, problems, error);
    if (status == SV_OK)
        status = fill_from(&in, &beside, map, problems, error);
    clear_input(&in);
    clear_input(&beside);
    free(kept);
    return status;
}

/* ---- Several files ---- */

static sv_status read_registers(input *in, size_t n, sv_map *map, sv_problems *problems, sv_error *error)
{
    const struct cJSON **trees = calloc(n, sizeof *trees);
    const char **names = calloc(n, sizeof *names);
    sv_status status = trees && names ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        trees[i] = in[i].tree;
        names[i] = in[i].name;
    }
    if (status == SV_OK)
        status = sv_popolo_read(trees, names, n, map, problems, error);
    free(trees);
    free(names);
    return status;
}

/* Which of several do not go together is told by the first that does not fit. */
static sv_status fill_from_several(input *in, size_t n, sv_map *map, sv_problems *problems, sv_error *error)
{
    size_t registers = 0;
    while (registers < n && in[registers].tree)
        registers++;
    if (registers == n)
        return read_registers(in, n, map, problems, error);
    if (n == 2 && in[0].is_table && in[1].is_table) {
        bool first = sv_edges_is_edges(&in[0].csv);
        input *edges = first ? &in[0] : &in[1], *nodes = first ? &in[1] : &in[0];
        if (sv_edges_is_edges(&edges->csv) && sv_edges_is_nodes(&nodes->csv))
            return sv_edges_read(&edges->csv, &nodes->csv, map, problems, error);
    }
    return sv_error_set(error, SV_E_INPUTS_MANY, in[registers ? registers : 1].name, NULL);
}

static sv_status read_several(const char *const *paths, size_t n, sv_map *map, sv_problems *problems, sv_error *error)
{
    input *in = calloc(n, sizeof *in);
    sv_status status = in ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        status = sv_file_is_folder(paths[i]) ? sv_error_set(error, SV_E_INPUTS_MANY, paths[i], NULL)
                                             : read_input(paths[i], &in[i], problems, error);
    if (status == SV_OK)
        status = fill_from_several(in, n, map, problems, error);
    for (size_t i = 0; i < n && in; i++)
        clear_input(&in[i]);
    free(in);
    return status;
}

/* ---- Public ---- */

/* What all ways of reading end with: the check of the map, or the fault among the problems. */
static sv_status finish(sv_status status, sv_map *made, sv_map **map, sv_problems *problems, sv_error *fault, sv_error *error)
{
    if (status == SV_OK)
        status = sv_map_check(made, problems, fault);
    if (status == SV_OK) {
        *map = made;
        return SV_OK;
    }
    sv_map_free(made);
    *map = NULL;
    sv_problems_add(problems, fault->code, &fault->place, fault->found, fault->expected);
    if (error)
        *error = *fault;
    return status;
}

sv_status sv_map_read_bytes(char *bytes, size_t n, const char *name, sv_map **map, sv_problems *problems, sv_error *error)
{
    input in = {.name = name, .bytes = bytes, .n = n};
    sv_error fault = {0};
    sv_map *made = sv_map_new();
    sv_status status = made ? open_input(&in, problems, &fault) : sv_error_set(&fault, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = fill_from(&in, NULL, made, problems, &fault);
    clear_input(&in);
    return finish(status, made, map, problems, &fault, error);
}

sv_status sv_map_read(const char *const *paths, size_t n, sv_map **map, sv_problems *problems, sv_error *error)
{
    sv_error fault = {0};
    sv_map *made = sv_map_new();
    sv_status status;
    if (!made)
        status = sv_error_set(&fault, SV_E_MEMORY, NULL, NULL);
    else if (n == 0)
        status = sv_error_set(&fault, SV_E_FORMAT_UNKNOWN, "",
                              SV_TR("a workbook (.xlsx, .ods), a folder of CSV files, a CSV file or a JSON file"));
    else if (n == 1)
        status = read_one(paths[0], made, problems, &fault);
    else
        status = read_several(paths, n, made, problems, &fault);
    return finish(status, made, map, problems, &fault, error);
}

/* The format to write: as asked, or by the name; a name without an ending is a folder, standard output is JSON. */
static const sv_format *format_to_write(const char *path, const char *asked)
{
    const char *name = sv_file_name(path);
    if (asked)
        return sv_format_find(asked);
    if (strcmp(path, "-") == 0)
        return sv_format_find("json");
    if (sv_file_is_folder(path) || !*name || !strchr(name + 1, '.'))
        return sv_format_find("csv");
    return strcasecmp(strrchr(name, '.'), ".csv") == 0 ? NULL : sv_format_by_ending(name);
}

sv_status sv_map_write(const sv_map *map, const char *path, const sv_write_options *options, sv_error *error)
{
    const sv_format *format = format_to_write(path, options ? options->format : NULL);
    sv_text out = {0};
    sv_status status;
    if (!format || !format->writes || (strcmp(format->id, "csv") == 0 && strcmp(path, "-") == 0))
        return sv_error_set(error, SV_E_FORMAT_WRITE, path, SV_TR("a name that ends in .xlsx or .json, or the name of a folder (for CSV)"));
    if (strcmp(format->id, "csv") == 0)
        return sv_csv_folder_write(map, path, options ? options->language : SV_ENGLISH, error);
    if (strcmp(format->id, "xlsx") == 0)
        return sv_xlsx_write(map, path, options ? options->language : SV_ENGLISH, error);
    status = sv_json_write(map, &out, error);
    if (status == SV_OK)
        status = sv_file_write(path, sv_text_get(&out), out.length, error);
    sv_text_clear(&out);
    return status;
}

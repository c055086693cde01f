/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON: checked strictly, read into a map, and written so that the same map always gives the same bytes. */
#ifndef SV_FORMAT_JSON_H
#define SV_FORMAT_JSON_H

#include <speelveld/model.h>

#include "../base/text.h"

struct cJSON;

#define SV_JSON_LIMIT ((size_t)256 << 20)
#define SV_JSON_DEPTH 100 /* a map needs five */
#define SV_JSON_VERSION 1

/*
 * Check n bytes as JSON (RFC 8259) and more: valid UTF-8, no key twice in an object, no number that cannot be
 * kept, no \u0000. The first fault is told with its line (row) and character (column). Cost: linear.
 */
sv_status sv_json_check(const char *bytes, size_t n, const char *file, sv_error *error);

/* Check n bytes (with a NUL behind them) and make a tree of them, freed by sv_json_free. */
sv_status sv_json_parse(const char *bytes, size_t n, const char *file, struct cJSON **tree, sv_error *error);
void sv_json_free(struct cJSON *tree);

/* What a tree looks like. */
typedef enum sv_json_kind {
    SV_JSON_MAP = 0, /* ours, or nothing known */
    SV_JSON_POPOLO,  /* persons, organisations, memberships */
    SV_JSON_GRAPH,   /* nodes and edges, as Gephi Lite writes them */
    SV_JSON_KUMU
} sv_json_kind;
sv_json_kind sv_json_kind_of(const struct cJSON *tree);

/* Read a tree as a map. Faults of rows and cells go to problems; the rest is returned. */
sv_status sv_json_read(struct cJSON *tree, const char *file, sv_map *map, sv_problems *problems, sv_error *error);

/* The whole map as JSON, added to `out`. */
sv_status sv_json_write(const sv_map *map, sv_text *out, sv_error *error);

/* Add a text between quotes; add a piece of a tree in one line. */
void sv_json_add_text(sv_text *out, const char *text);
void sv_json_add_value(sv_text *out, const struct cJSON *value);

#endif

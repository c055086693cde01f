/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON: checked strictly, read into a map, and written so that the same map always gives the same bytes. */
#ifndef SV_FORMAT_JSON_H
#define SV_FORMAT_JSON_H

#include <speelveld/model.h>

#include "../base/memory.h"
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

/*
 * A text that passed the check, and what stands at its top: a map is read from it one value at a time, so that
 * there is never a tree of the whole. It borrows the bytes.
 */
typedef struct sv_json_member {
    const char *key;   /* as it reads; lives as long as the text */
    const char *value; /* where its value begins in the bytes */
} sv_json_member;
typedef struct sv_json_text {
    const char *value, *end; /* the whole value, and the end of the bytes */
    sv_json_member *members; /* when the whole is an object; no key is there twice */
    size_t n_members, capacity;
    sv_arena keys;
} sv_json_text;

/* Check n bytes and note what stands at the top. Whatever comes of it, sv_json_close. */
sv_status sv_json_open(const char *bytes, size_t n, const char *file, sv_json_text *text, sv_error *error);
void sv_json_close(sv_json_text *text);

/* Where the value of a key at the top begins; NULL when there is no such key. */
const char *sv_json_find(const sv_json_text *text, const char *key);
/*
 * To the next item of an array or key of an object: *at stands at its opening bracket or behind the value
 * before. False when there is none, *at is then behind the closing bracket.
 */
bool sv_json_next(const char **at);
/* The value at *at as a tree, freed by sv_json_free; *at goes behind it. NULL without memory. */
struct cJSON *sv_json_take(const sv_json_text *text, const char **at);
void sv_json_free(struct cJSON *tree);

/* What a text looks like. */
typedef enum sv_json_kind {
    SV_JSON_MAP = 0, /* ours, or nothing known */
    SV_JSON_POPOLO,  /* persons, organisations, memberships */
    SV_JSON_GRAPH,   /* nodes and edges, as Gephi Lite writes them */
    SV_JSON_KUMU
} sv_json_kind;
/* Told by the keys at the top, or those of the first of an array. */
sv_status sv_json_kind_of(const sv_json_text *text, sv_json_kind *kind, sv_error *error);

/* Read a text as a map. Faults of rows and cells go to problems; the rest is returned. */
sv_status sv_json_read(const sv_json_text *text, const char *file, sv_map *map, sv_problems *problems, sv_error *error);

/* The whole map as JSON, added to `out`. */
sv_status sv_json_write(const sv_map *map, sv_text *out, sv_error *error);

/* Add a text between quotes; add a piece of a tree in one line. */
void sv_json_add_text(sv_text *out, const char *text);
void sv_json_add_value(sv_text *out, const struct cJSON *value);

#endif

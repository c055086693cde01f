/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows of a map, one after the other straight from a checked JSON text: texts and numbers, which nearly all
 * cells are, need no tree. Part of json.c, which knows the sheets.
 */
#ifndef SV_FORMAT_JSON_ROW_H
#define SV_FORMAT_JSON_ROW_H

#include <speelveld/model.h>

#include "../base/lookup.h"
#include "json.h"
#include "json_scan.h"

enum { json_keys_guessed = 48 };

/* A key met in a sheet, and its column. */
typedef struct json_key {
    const char *key;
    size_t n, column;
    bool plain; /* nothing in it has to be escaped */
} json_key;

/* Where the reader is. Who reads a sheet sets the first six, and scan.at to its rows; `place` serves for faults of shape. */
typedef struct json_rows {
    const sv_json_text *text;
    sv_map *map;
    sv_problems *problems;
    sv_sheet sheet;
    sv_place place;
    json_scan scan;
    size_t row;
    const char *key; /* of the cell being read; NULL outside one */
    json_key *keys;  /* of this sheet, in the order in which they were met */
    size_t n_keys, keys_capacity;
    sv_lookup lookup;                /* their places in `keys` */
    sv_arena kept;                   /* their texts */
    size_t guess[json_keys_guessed]; /* the keys of the rows before, in their order: the next row mostly has the same */
    size_t n_cells;                  /* of this row so far */
    sv_text decoded;                 /* the key or text being read */
} json_rows;

/* Read the row at scan.at, which goes behind it. False without memory. */
bool json_rows_read(json_rows *r, uint64_t number);
/* Forget the keys of a sheet; with the last sheet, let go of everything. */
void json_rows_forget(json_rows *r);
void json_rows_clear(json_rows *r);

/* A fault of the cell with r->key. The key is put into the place only here: faults are few and cells are many. */
void json_rows_report(const json_rows *r, sv_code code, const char *found, const char *expected);
/* What kind of value begins here, in words. */
const char *json_kind_in_text(const char *value);

#endif

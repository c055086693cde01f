/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every reader must keep: a map that could be read is written as JSON, read again, and written as the same bytes. */
#ifndef SV_FUZZ_ROUND_TRIP_H
#define SV_FUZZ_ROUND_TRIP_H

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "format/json.h"
#include "format/read.h"

/* Read bytes as a file of this name; NULL when they are refused. The caller frees the map. */
static sv_map *read_as(const char *name, const char *bytes, size_t n)
{
    sv_problems problems;
    sv_error error = {0};
    sv_map *map = NULL;
    char *copy = sv_copy_text(bytes, n);
    sv_problems_init(&problems);
    if (copy && sv_map_read_bytes(copy, n, name, &map, &problems, &error) != SV_OK && error.code == SV_E_NONE)
        abort(); /* a refusal says why */
    sv_problems_clear(&problems);
    return map;
}

static void check_round_trip(const char *name, const uint8_t *data, size_t size)
{
    sv_map *map = read_as(name, (const char *)data, size), *again;
    sv_text first = {0}, second = {0};
    if (!map)
        return;
    if (sv_json_write(map, &first, NULL) != SV_OK)
        abort();
    again = read_as("again.json", first.bytes, first.length);
    if (!again || sv_json_write(again, &second, NULL) != SV_OK || first.length != second.length ||
        memcmp(first.bytes, second.bytes, first.length) != 0)
        abort();
    sv_text_clear(&first);
    sv_text_clear(&second);
    sv_map_free(map);
    sv_map_free(again);
}

#endif

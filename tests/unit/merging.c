/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "merging.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "reading.h"
#include "support.h"

merging merge_maps(const sv_map *a, const sv_map *b, sv_choice prefer)
{
    sv_merge_options options = {.prefer = prefer, .name_a = "anna", .name_b = "bram"};
    merging m = {0};
    sv_differences_init(&m.differences);
    assert_int_equal(sv_map_merge(a, b, &options, &m.map, &m.differences, NULL), SV_OK);
    return m;
}

merging merge_texts(const char *a, const char *b, sv_choice prefer)
{
    sv_map *left = map_of(a, NULL), *right = map_of(b, NULL);
    merging m = merge_maps(left, right, prefer);
    sv_map_free(left);
    sv_map_free(right);
    return m;
}

void clear_merging(merging *m)
{
    sv_map_free(m->map);
    sv_differences_clear(&m->differences);
}

size_t count_differences(const merging *m, sv_code code)
{
    size_t n = 0;
    for (size_t i = 0; i < m->differences.n; i++)
        n += m->differences.items[i].code == code;
    return n;
}

const sv_difference *only_difference(const merging *m, sv_code code)
{
    assert_int_equal(count_differences(m, code), 1);
    for (size_t i = 0; i < m->differences.n; i++)
        if (m->differences.items[i].code == code)
            return &m->differences.items[i];
    return NULL;
}

void expect_merged(const merging *m, sv_sheet sheet, size_t row, size_t column, const char *wanted)
{
    assert_non_null(m->map);
    assert_true(row < sv_map_rows(m->map, sheet));
    assert_string_equal(sv_map_cell(m->map, sheet, row, column), wanted);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char *sorted_json(const sv_map *map)
{
    char *json = map_as_json(map), *rest = json, *line, **lines = NULL;
    size_t n = 0;
    sv_text out = {0};
    while ((line = strsep(&rest, "\n")) != NULL) {
        size_t length = strlen(line);
        if (length && line[length - 1] == ',')
            line[length - 1] = '\0';
        lines = realloc(lines, (n + 1) * sizeof *lines);
        assert_non_null(lines);
        lines[n++] = line;
    }
    qsort(lines, n, sizeof *lines, compare_lines);
    for (size_t i = 0; i < n; i++)
        sv_text_addf(&out, "%s\n", lines[i]);
    assert_false(out.failed);
    free(lines);
    free(json);
    return out.bytes;
}

/* Which rows stand in a half, and which of its actors and issues are called otherwise there. */

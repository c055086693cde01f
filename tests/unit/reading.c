/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "format/json.h"
#include "format/read.h"

reading read_bytes(const char *name, const char *bytes, size_t n)
{
    reading r = {0};
    r.status = sv_map_read_bytes(sv_copy_text(bytes, n), n, name, &r.map, &r.problems, &r.error);
    return r;
}

reading read_text(const char *name, const char *text)
{
    return read_bytes(name, text, strlen(text));
}

reading read_path(const char *path)
{
    reading r = {0};
    r.status = sv_map_read(&path, 1, &r.map, &r.problems, &r.error);
    return r;
}

void clear_reading(reading *r)
{
    sv_map_free(r->map);
    sv_problems_clear(&r->problems);
}

sv_map *read_edition(const char *path, sv_audience audience)
{
    sv_map *whole, *edition;
    assert_int_equal(sv_map_read(&path, 1, &whole, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_edition(whole, audience, &edition, NULL), SV_OK);
    sv_map_free(whole);
    return edition;
}

size_t count_faults(const reading *r, sv_code code)
{
    size_t count = 0;
    for (size_t i = 0; i < r->problems.n; i++)
        count += r->problems.items[i].code == code;
    return count;
}

const sv_error *find_fault(const reading *r, sv_code code)
{
    for (size_t i = 0; i < r->problems.n; i++)
        if (r->problems.items[i].code == code)
            return &r->problems.items[i];
    return NULL;
}

const char *cell_of(const reading *r, sv_sheet sheet, size_t row, const char *header)
{
    size_t column = sv_column_find(sheet, header);
    for (size_t i = 0; column == SIZE_MAX && i < sv_map_columns(r->map, sheet); i++)
        if (strcmp(sv_map_header(r->map, sheet, i), header) == 0)
            column = i;
    return column == SIZE_MAX ? "(no such column)" : sv_map_cell(r->map, sheet, row, column);
}

char *map_as_json(const sv_map *map)
{
    sv_text out = {0};
    assert_int_equal(sv_json_write(map, &out, NULL), SV_OK);
    return out.bytes;
}

char *make_folder(void)
{
    char *folder = strdup("/tmp/speelveld-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

void remove_folder(char *folder)
{
    char **names;
    size_t n;
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *path = sv_file_join(folder, names[i]);
        if (sv_file_is_folder(path))
            remove_folder(path);
        else {
            unlink(path);
            free(path);
        }
    }
    sv_file_list_free(names, n);
    rmdir(folder);
    free(folder);
}

void put_file(const char *folder, const char *name, const char *text)
{
    char *path = sv_file_join(folder, name);
    assert_int_equal(sv_file_write(path, text, strlen(text), NULL), SV_OK);
    free(path);
}

char *get_file(const char *folder, const char *name)
{
    char *path = sv_file_join(folder, name), *bytes = NULL;
    size_t n;
    assert_int_equal(sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, NULL), SV_OK);
    free(path);
    return bytes;
}

char *data_path(const char *path)
{
    const char *data = getenv("SPEELVELD_DATA");
    if (data && sv_file_is_folder(data))
        return sv_file_join(data, path);
    print_message("skip: SPEELVELD_DATA names no folder with test data\n");
    return NULL;
}

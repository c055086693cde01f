/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Torture: every allocation of ours fails in turn while a workbook is read or written. The answer is "no memory", or
 * the very same result as without the fault; and nothing leaks. The linker puts our calls in the place of the system's:
 */
/* wraps: malloc calloc realloc */

#include "format/xlsx_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "failing_memory.h"
#include "format/read.h"
#include "workbook_maker.h"

/* Read a workbook with allocation number `fail_at` failing; false when there were not so many. */
static bool read_failing(const char *name, const char *bytes, size_t n, size_t fail_at, const char *wanted)
{
    char *copy = sv_copy_text(bytes, n);
    reading r = {0};
    bool failed;
    memory_fails_at(fail_at);
    r.status = sv_map_read_bytes(copy, n, name, &r.map, &r.problems, &r.error);
    failed = memory_is_back();
    if (r.status == SV_OK && !r.problems.incomplete) {
        char *json = map_as_json(r.map);
        assert_string_equal(json, wanted);
        free(json);
    } else if (r.status != SV_OK) {
        assert_int_equal(r.status, SV_MEMORY);
        assert_null(r.map);
    }
    clear_reading(&r);
    return failed;
}

static void torture_reading(const char *name, char *bytes, size_t n)
{
    reading r = read_bytes(name, bytes, n);
    char *json;
    assert_int_equal(r.status, SV_OK);
    json = map_as_json(r.map);
    clear_reading(&r);
    for (size_t fail_at = 1; read_failing(name, bytes, n, fail_at, json); fail_at++)
        continue;
    free(json);
    free(bytes);
}

static void test_reading_xlsx(void **state)
{
    size_t n;
    char *bytes = make_xlsx(
        &(xlsx_text){.sheet = "Actoren",
                     .rows = "<row r='1'><c t='inlineStr'><is><t>titel</t></is></c></row>"
                             "<row r='3'><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
                             "<row r='4'><c t='inlineStr'><is><t>Jan</t></is></c><c><v>7</v></c><c t='e'><v>#N/A</v></c></row>",
                     .texts = "<si><t>naam</t></si><si><t>eigen</t></si>",
                     .styles = "<numFmts><numFmt numFmtId='164' formatCode='dd'/></numFmts><cellXfs><xf numFmtId='164'/></cellXfs>"},
        &n);
    (void)state;
    torture_reading("x.xlsx", bytes, n);
}

static void test_reading_ods(void **state)
{
    size_t n;
    char *bytes = make_ods(
        "<table:table table:name='Elements'><table:table-row><table:table-cell><text:p>Label</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>Ann</text:p></table:table-cell></table:table-row></table:table>"
        "<table:table table:name='Connections'><table:table-row><table:table-cell><text:p>From</text:p></table:table-cell>"
        "<table:table-cell><text:p>To</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Ann</text:p>"
        "</table:table-cell><table:table-cell><text:p>Bob|Cas</text:p></table:table-cell></table:table-row></table:table>",
        &n);
    (void)state;
    torture_reading("x.ods", bytes, n);
}

static void test_writing(void **state)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "kaart.xlsx");
    sv_map *map;
    (void)state;
    assert_int_equal(sv_map_example(SV_DUTCH, &map, NULL), SV_OK);
    for (size_t fail_at = 1;; fail_at++) {
        sv_error error = {0};
        sv_status status;
        bool failed;
        memory_fails_at(fail_at);
        status = sv_xlsx_write(map, path, SV_DUTCH, &error);
        failed = memory_is_back();
        assert_true(status == SV_OK || status == SV_MEMORY);
        if (!failed)
            break;
        assert_int_equal(sv_file_exists(path), status == SV_OK);
        remove(path);
    }
    sv_map_free(map);
    free(path);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reading_xlsx), cmocka_unit_test(test_reading_ods),
                                       cmocka_unit_test(test_writing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

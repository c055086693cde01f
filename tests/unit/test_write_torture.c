/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writing a map while every allocation and every call that reads or writes fails in turn: no half-written file stands, and
 * the old file keeps its bytes.
 */
/* wraps: malloc calloc realloc open read write fsync rename close mkostemp mkdir */

#include <speelveld/format.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "failing_calls.h"
#include "reading.h"

/* What the tries share: made before anything fails. */
static struct {
    sv_map *map;
    char *old_json, *old_folder;
    sv_text new_files, old_files; /* what stands in a written folder, after and before */
} fixture;

/* Every file in a folder with its bytes. */
static void add_files(sv_text *result, const char *folder)
{
    char **names;
    size_t n;
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *bytes = get_file(folder, names[i]);
        sv_text_addf(result, "[%s]\n%s\n", names[i], bytes);
        free(bytes);
    }
    sv_file_list_free(names, n);
}

static void put_old_json(void)
{
    put_file(fixture.old_folder, "kaart.json", "the old bytes");
}

/* Whatever happens the folder holds one file; after a fault with the old bytes. */
static sv_status write_json(sv_text *result, sv_error *error)
{
    sv_text after = {0};
    sv_status status;
    put_old_json();
    calls_begin();
    status = sv_map_write(fixture.map, fixture.old_json, NULL, error);
    calls_end();
    add_files(&after, fixture.old_folder);
    if (status != SV_OK)
        assert_string_equal(sv_text_get(&after), "[kaart.json]\nthe old bytes\n");
    sv_text_add(result, sv_text_get(&after));
    sv_text_clear(&after);
    return status;
}

/* Each file of a folder is the old one or the new one, whole; there are no others. */
static void assert_old_or_new(const char *folder)
{
    char **names;
    size_t n;
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *bytes = get_file(folder, names[i]);
        sv_text whole = {0};
        sv_text_addf(&whole, "[%s]\n%s\n", names[i], bytes);
        if (!strstr(sv_text_get(&fixture.old_files), whole.bytes) && !strstr(sv_text_get(&fixture.new_files), whole.bytes))
            fail_msg("\"%s\" is neither the old file nor the new one", names[i]);
        free(bytes);
        sv_text_clear(&whole);
    }
    sv_file_list_free(names, n);
}

static sv_status write_folder(sv_text *result, sv_error *error)
{
    char *folder = make_folder();
    sv_status status;
    put_file(folder, "Actoren.csv", "naam\nDe vorige\n");
    put_file(folder, "Agenda.csv", "datum;titel\n1-1-2026;Nieuwjaar\n");
    calls_begin();
    status = sv_map_write(fixture.map, folder, &(sv_write_options){.format = "csv", .language = SV_DUTCH}, error);
    calls_end();
    if (fixture.new_files.length)
        assert_old_or_new(folder);
    if (status == SV_OK)
        add_files(result, folder);
    remove_folder(folder);
    return status;
}

/* A new folder is made when it does not stand there. */
static sv_status write_new_folder(sv_text *result, sv_error *error)
{
    char *above = make_folder(), *folder = sv_file_join(above, "nieuw");
    sv_status status;
    calls_begin();
    status = sv_map_write(fixture.map, folder, NULL, error);
    calls_end();
    if (status == SV_OK)
        add_files(result, folder);
    free(folder);
    remove_folder(above);
    return status;
}

/* A disk that takes seven bytes at a time gets the same files. */
static void short_writes_lose_nothing(void **state)
{
    sv_text at_once = {0}, in_bits = {0};
    (void)state;
    calls_fail_at(0);
    assert_int_equal(write_json(&at_once, NULL), SV_OK);
    calls_write_at_most(7);
    assert_int_equal(write_json(&in_bits, NULL), SV_OK);
    calls_write_at_most(0);
    assert_string_equal(at_once.bytes, in_bits.bytes);
    sv_text_clear(&at_once);
    sv_text_clear(&in_bits);
}

/* Each new file is flushed once, before it takes the place of the old one. */
static void files_are_flushed_before_they_count(void **state)
{
    sv_text result = {0};
    size_t flushed, renamed;
    (void)state;
    calls_fail_at(0);
    calls_count_files(&flushed, &renamed);
    assert_int_equal(write_json(&result, NULL), SV_OK); /* one file to begin with, and the map over it */
    calls_count_files(&flushed, &renamed);
    assert_int_equal(flushed, 2);
    assert_int_equal(renamed, 2);
    sv_text_clear(&result);
}

static int set_up(void **state)
{
    (void)state;
    fixture.map = read_edition("data/buurthuis", SV_PRIVATE);
    fixture.old_folder = make_folder();
    fixture.old_json = sv_file_join(fixture.old_folder, "kaart.json");
    sv_text_add(&fixture.old_files, "[Actoren.csv]\nnaam\nDe vorige\n\n[Agenda.csv]\ndatum;titel\n1-1-2026;Nieuwjaar\n\n");
    assert_int_equal(write_folder(&fixture.new_files, NULL), SV_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(fixture.map);
    remove_folder(fixture.old_folder);
    free(fixture.old_json);
    sv_text_clear(&fixture.new_files);
    sv_text_clear(&fixture.old_files);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TORTURE_CALLS(write_json),
        TORTURE_CALLS(write_folder),
        TORTURE_CALLS(write_new_folder),
        cmocka_unit_test(short_writes_lose_nothing),
        cmocka_unit_test(files_are_flushed_before_they_count),
    };
    return cmocka_run_group_tests_name("write_torture", tests, set_up, tear_down);
}

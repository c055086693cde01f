/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Forgetting, seen from the disk: a map with one person's name in every column of every sheet, read from every format and
 * written to every format without that person. In the bytes, unpacked, no part of the name stands, nor the id.
 */
/* wraps: malloc calloc realloc */

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "failing_memory.h"
#include "forget_map.h"
#include "gathering.h"
#include "workbook_maker.h"

static const sv_forget_options whom = {.name = HER_NAME, .id = HER_ID, .first_row = 2};
static const char *const marks[] = {"zwaantje", "kwast", "zwv"};

/* ---- Bytes ---- */

/* Everything under a path, in lower case. */
static void gather_lowered(const char *path, sv_text *all)
{
    gather_files(path, all);
    for (size_t i = 0; i < all->length; i++)
        all->bytes[i] = (char)tolower((unsigned char)all->bytes[i]);
}

static size_t count_marks(const char *path)
{
    sv_text all = {0};
    size_t n = 0;
    gather_lowered(path, &all);
    for (size_t i = 0; i < 3; i++)
        for (const char *at = all.bytes; (at = memmem(at, (size_t)(all.bytes + all.length - at), marks[i], strlen(marks[i]))) != NULL;
             at++) {
            if (n++ == 0)
                print_message("%s: %.60s\n", sv_file_name(path), at > all.bytes + 20 ? at - 20 : at);
        }
    sv_text_clear(&all);
    return n;
}

/* ---- Formats ---- */

static char *folder;
static sv_map *whole;

/* The map as LibreOffice would save it. */
static char *as_ods(const sv_map *map, size_t *length)
{
    sv_text tables = {0};
    char *bytes;
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        sv_text_addf(&tables, "<table:table table:name='%s'>", sv_sheet_get((sv_sheet)sheet)->nl);
        for (size_t row = 0; row <= sv_map_rows(map, (sv_sheet)sheet); row++) {
            sv_text_add(&tables, "<table:table-row>");
            for (size_t column = 0; column < sv_map_columns(map, (sv_sheet)sheet); column++) {
                const char *cell = row ? sv_map_cell(map, (sv_sheet)sheet, row - 1, column) : sv_map_header(map, (sv_sheet)sheet, column);
                sv_text_add(&tables, "<table:table-cell office:value-type='string'><text:p>");
                for (; *cell; cell++)
                    sv_text_add(&tables, *cell == '&'    ? "&amp;"
                                         : *cell == '<'  ? "&lt;"
                                         : *cell == '\n' ? "</text:p><text:p>"
                                                         : (char[]){*cell, 0});
                sv_text_add(&tables, "</text:p></table:table-cell>");
            }
            sv_text_add(&tables, "</table:table-row>");
        }
        sv_text_add(&tables, "</table:table>");
    }
    bytes = make_ods(tables.bytes, length);
    sv_text_clear(&tables);
    return bytes;
}

static const char *const endings[] = {"kaart.json", "kaart", "kaart.xlsx", "kaart.ods"};

static int begin(void **state)
{
    sv_text json = {0};
    reading r;
    (void)state;
    forget_map_compose(&json);
    r = read_text("kaart.json", json.bytes);
    assert_int_equal(r.status, SV_OK);
    for (size_t i = 0; i < r.problems.n; i++)
        if (sv_code_severity(r.problems.items[i].code) == SV_ERROR)
            print_error("%s %s\n", sv_code_id(r.problems.items[i].code), r.problems.items[i].found);
    assert_int_equal(r.problems.errors, 0);
    whole = r.map;
    r.map = NULL;
    clear_reading(&r);
    sv_text_clear(&json);
    folder = make_folder();
    for (int i = 0; i < 4; i++) {
        char *path = sv_file_join(folder, endings[i]);
        if (i < 3) {
            assert_int_equal(sv_map_write(whole, path, &(sv_write_options){.language = SV_DUTCH}, NULL), SV_OK);
        } else {
            size_t n;
            char *bytes = as_ods(whole, &n);
            assert_int_equal(sv_file_write(path, bytes, n, NULL), SV_OK);
            free(bytes);
        }
        free(path);
    }
    return 0;
}

static int end(void **state)
{
    (void)state;
    sv_map_free(whole);
    remove_folder(folder);
    return 0;
}

static size_t traces_in(const char *path, const sv_map *map)
{
    sv_traces traces = {0};
    size_t n;
    assert_int_equal(sv_traces_find(path, map, &whom, &traces, NULL), SV_OK);
    assert_string_equal(traces.unread, "");
    n = traces.found;
    sv_traces_clear(&traces);
    return n;
}

/* Read it from one format, write it without her in another, and look at the bytes. */
static void forget_from_to(const char *from, const char *to)
{
    char *source = sv_file_join(folder, from), *into = make_folder(), *target = sv_file_join(into, to);
    reading r = read_path(source), again;
    sv_map *rest;
    sv_forgotten told;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_true(traces_in(source, r.map) > 0);
    assert_int_equal(sv_map_forget(r.map, &whom, &rest, &told, NULL), SV_OK);
    assert_true(sv_forgotten_any(&told) && told.rows[SV_ACTORS] == 1 && told.rows[SV_CONTACTS] == 1);
    sv_forgotten_clear(&told);
    assert_int_equal(sv_map_write(rest, target, &(sv_write_options){.language = SV_DUTCH}, NULL), SV_OK);
    assert_int_equal(count_marks(target), 0);
    assert_int_equal(traces_in(target, rest), 0);
    again = read_path(target); /* and what is left can be read, and is whole */
    assert_int_equal(again.problems.errors, 0);
    for (int sheet = SV_ACTORS; sheet < SV_SHEETS; sheet++)
        assert_int_equal(sv_map_rows(again.map, (sv_sheet)sheet), sheet == SV_ACTORS ? 4 : 1);
    clear_reading(&again);
    clear_reading(&r);
    sv_map_free(rest);
    free(source);
    free(target);
    remove_folder(into);
}

static void no_bytes_are_left(void **state)
{
    (void)state;
    for (int from = 0; from < 4; from++)
        for (int to = 0; to < 3; to++)
            forget_from_to(endings[from], endings[to]);
}

/* The search finds what it should: in the files as they were, in every way of writing. */
static void the_search_finds_her(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        char *path = sv_file_join(folder, endings[i]);
        sv_text all = {0};
        gather_lowered(path, &all);
        for (size_t k = 0; k < 3; k++)
            assert_non_null(memmem(all.bytes, all.length, marks[k], strlen(marks[k])));
        sv_text_clear(&all);
        free(path);
    }
}

/* A folder with a workbook, a text in another encoding and a picture in it. */
static void traces_of_every_kind(void **state)
{
    sv_map *empty = sv_map_new();
    char *into = make_folder();
    sv_traces traces = {0};
    (void)state;
    assert_int_equal(sv_map_check(empty, NULL, NULL), SV_OK);
    put_file(into, "a.txt", "een\ntwee\nvan " HER_NAME "\n");
    put_file(into, "b.csv", "naam\nZwa\xE4ntje Verborgen Kwast\n"); /* Windows-1252 */
    put_file(into, "c.svg", "<text>zwv-77</text>");
    put_file(into, "d.txt", "zwv-770, Zwaantje Verborgen-Kwastman");
    assert_int_equal(sv_traces_find(into, empty, &whom, &traces, NULL), SV_OK);
    assert_int_equal(traces.found, 3);
    assert_string_equal(traces.places[0].file, "a.txt");
    assert_int_equal(traces.places[0].row, 3);
    assert_string_equal(traces.places[1].file, "b.csv");
    assert_string_equal(traces.places[2].file, "c.svg");
    assert_string_equal(traces.unread, "");
    sv_traces_clear(&traces);
    put_file(into, "e.xlsx", "PK\3\4 no workbook at all");
    assert_int_equal(sv_traces_find(into, empty, &whom, &traces, NULL), SV_OK);
    assert_non_null(strstr(traces.unread, "e.xlsx"));
    sv_traces_clear(&traces);
    remove_folder(into);
    sv_map_free(empty);
}

static void kept_places_of_a_picture(void **state)
{
    char *into = make_folder(), *path = sv_file_join(into, "plaatsen.json"), *text;
    sv_forgotten told;
    sv_traces traces = {0};
    (void)state;
    put_file(into, "plaatsen.json", "{\n \"places\": {\n  \"eerste\": [1, 2],\n  \"" HER_ID "\": [3, 4]\n }\n}\n");
    assert_int_equal(sv_path_forget(path, whole, &whom, &told, &traces, NULL), SV_OK);
    assert_true(sv_forgotten_any(&told) && traces.found == 0);
    text = get_file(into, "plaatsen.json");
    assert_string_equal(text, "{\n \"places\": {\n  \"eerste\": [1, 2]\n }\n}\n");
    free(text);
    assert_int_equal(sv_path_forget(path, whole, &whom, &told, &traces, NULL), SV_OK);
    assert_false(sv_forgotten_any(&told));
    put_file(into, "plaatsen.json", "{\"a\": ");
    assert_int_equal(sv_path_forget(path, whole, &whom, &told, &traces, NULL), SV_DATA);
    put_file(into, "plaat.svg", "<svg>" HER_NAME "</svg>");
    free(path);
    path = sv_file_join(into, "plaat.svg");
    assert_int_not_equal(sv_path_forget(path, whole, &whom, &told, &traces, NULL), SV_OK);
    free(path);
    remove_folder(into);
}

/* In its own place: the same file, the same language, nothing beside it; what cannot be written there is left as it is. */
static void in_its_own_place(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        char *source = sv_file_join(folder, endings[i]), *into = make_folder(), *path = sv_file_join(into, endings[i]), **names;
        reading r = read_path(source);
        sv_traces traces = {0};
        sv_forgotten told;
        sv_map *rest = NULL;
        size_t n, length;
        if (i < 3) {
            assert_int_equal(sv_map_write(r.map, path, &(sv_write_options){.language = SV_DUTCH}, NULL), SV_OK);
        } else {
            char *bytes = as_ods(r.map, &length);
            assert_int_equal(sv_file_write(path, bytes, length, NULL), SV_OK);
            free(bytes);
        }
        clear_reading(&r);
        r = read_path(path);
        if (i < 3) {
            assert_int_equal(sv_map_forget_write(r.map, &whom, path, NULL, &rest, &told, &traces, NULL), SV_OK);
            assert_true(sv_forgotten_any(&told) && traces.found == 0 && count_marks(path) == 0);
            assert_string_equal(traces.unread, "");
            sv_forgotten_clear(&told);
        } else {
            assert_int_equal(sv_map_forget_write(r.map, &whom, path, NULL, &rest, &told, &traces, NULL), SV_USAGE);
            assert_true(traces_in(path, r.map) > 0);
        }
        assert_int_equal(sv_file_list(into, &names, &n, NULL), SV_OK);
        assert_int_equal(n, 1);
        sv_file_list_free(names, n);
        sv_map_free(rest);
        clear_reading(&r);
        free(source);
        free(path);
        remove_folder(into);
    }
}

/* The folder as it was, whatever fails: a sheet that has become empty goes, one under another name too, a file beside them stays. */
static void folders_are_replaced_whole(void **state)
{
    char *into = make_folder(), **names, *text;
    sv_traces traces = {0};
    sv_forgotten told;
    sv_map *rest;
    reading r;
    size_t n;
    (void)state;
    put_file(into, "actors.tsv", "id\tname\n" HER_ID "\t" HER_NAME "\ned\tEd Vos\n");
    put_file(into, "Contacts.csv", "date;actor\n2026-01-01;" HER_ID "\n");
    put_file(into, "Mijn " HER_NAME ".csv", "a;b\n1;2\n");
    put_file(into, "brief.txt", "Beste Ed,\n");
    r = read_path(into);
    assert_int_equal(sv_map_forget_write(r.map, &whom, into, NULL, &rest, &told, &traces, NULL), SV_OK);
    assert_int_equal(traces.found, 0);
    assert_int_equal(sv_file_list(into, &names, &n, NULL), SV_OK);
    assert_int_equal(n, 3);
    assert_string_equal(names[0], "Actors.csv");
    assert_string_equal(names[1], "Mijn […].csv");
    assert_string_equal(names[2], "brief.txt");
    text = get_file(into, "Actors.csv");
    assert_string_equal(text, "\xEF\xBB\xBFid;name\r\ned;Ed Vos\r\n");
    free(text);
    sv_file_list_free(names, n);
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    clear_reading(&r);
    remove_folder(into);
}

/* What is left is found: in a file of the folder that is no sheet, and in the name of a file. */
static void what_is_left_is_told(void **state)
{
    char *into = make_folder();
    sv_traces traces = {0};
    sv_forgotten told;
    sv_map *rest;
    reading r;
    (void)state;
    assert_int_equal(sv_map_write(whole, into, &(sv_write_options){.format = "csv", .language = SV_DUTCH}, NULL), SV_OK);
    put_file(into, "LEES MIJ.md", "Vraag " HER_NAME " om raad.\n");
    put_file(into, HER_NAME ".jpg", "plaatje");
    r = read_path(into);
    assert_int_equal(sv_map_forget_write(r.map, &whom, into, NULL, &rest, &told, &traces, NULL), SV_OK);
    assert_int_equal(traces.found, 2);
    assert_string_equal(traces.places[0].file, "LEES MIJ.md");
    assert_string_equal(traces.places[1].file, HER_NAME ".jpg");
    sv_traces_clear(&traces);
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    clear_reading(&r);
    remove_folder(into);
}

static sv_status look(size_t fail_at, sv_text *result, bool *failed)
{
    char *path = sv_file_join(folder, "kaart.json"), *into = make_folder(), *places = sv_file_join(into, "p.json");
    sv_traces traces = {0};
    sv_forgotten told = {0};
    sv_status status;
    put_file(into, "p.json", "{\"" HER_ID "\": 1, \"t\": \"van " HER_NAME "\"}");
    memory_fails_at(fail_at);
    status = sv_traces_find(path, whole, &whom, &traces, NULL);
    if (status == SV_OK)
        status = sv_path_forget(places, whole, &whom, &told, &traces, NULL);
    *failed = memory_is_back();
    sv_text_addf(result, "%zu %zu", traces.found, told.rows[SV_SHEETS]);
    sv_traces_clear(&traces);
    free(path);
    free(places);
    remove_folder(into);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_search_finds_her),       cmocka_unit_test(no_bytes_are_left),
        cmocka_unit_test(traces_of_every_kind),       cmocka_unit_test(kept_places_of_a_picture),
        cmocka_unit_test(in_its_own_place),           cmocka_unit_test(what_is_left_is_told),
        cmocka_unit_test(folders_are_replaced_whole), TORTURE_MEMORY(look),
    };
    return cmocka_run_group_tests_name("forget files", tests, begin, end);
}

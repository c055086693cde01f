/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing .xlsx: what is written reads back as the same map, the same map gives the same bytes, and what Excel cannot hold is refused. */
#include "format/xlsx_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "format/archive.h"
#include "workbook_maker.h"

/* Write a map as .xlsx and read that again; both as JSON. */
static char *there_and_back(const sv_map *map, sv_language language)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "kaart.xlsx"), *json;
    sv_error error = {0};
    reading r;
    assert_int_equal(sv_xlsx_write(map, path, language, &error), SV_OK);
    r = read_path(path);
    assert_int_equal(r.status, SV_OK);
    json = map_as_json(r.map);
    clear_reading(&r);
    free(path);
    remove_folder(folder);
    return json;
}

/* What was read comes back the same through a workbook in either language. Takes over the reading. */
static void expect_same(reading r)
{
    char *before;
    assert_int_equal(r.status, SV_OK);
    before = map_as_json(r.map);
    for (int language = 0; language < SV_LANGUAGES; language++) {
        char *after = there_and_back(r.map, (sv_language)language);
        assert_string_equal(after, before);
        free(after);
    }
    free(before);
    clear_reading(&r);
}

static void expect_same_text(const char *text)
{
    expect_same(read_text("kaart.json", text));
}

#define ACTORS(cells) "{\"speelveld\": 1, \"actors\": [{\"id\": \"jan\", \"name\": \"Jan\"" cells "}]}"

static void test_texts_come_back(void **state)
{
    (void)state;
    expect_same_text(ACTORS(", \"note\": \"=1+1\", \"role\": \"'=1\", \"source\": \"-4\", \"legal_basis\": \"@x\""));
    expect_same_text(ACTORS(", \"note\": \" voor en achter \", \"role\": \"regel\\r\\neinde\\n\\ttab\""));
    expect_same_text(ACTORS(", \"note\": \"_x000D_ en _x0041_ en _x\", \"role\": \"<b>&amp;</b> \\\"q\\\"\""));
    expect_same_text(ACTORS(", \"note\": \"\\uD83D\\uDE00 \\u00E9 \\uFFFD\", \"role\": \"1-2\", \"party\": \"007\", \"group\": \"3,5\""));
    expect_same_text(ACTORS(", \"note\": \"#N/A\", \"role\": \"TRUE\", \"party\": \"2026-03-01\", \"organisation\": \"12:30\""));
    expect_same_text(ACTORS(", \"note\": \"http://example.org/\", \"role\": \"mailto:a@b\""));
}

static void test_typed_cells_come_back(void **state)
{
    (void)state;
    expect_same_text(ACTORS(", \"own\": true, \"themes\": [\"a|b\", \"c;d\"], \"power\": 2.5, \"trust\": -4, \"updated\": \"2026-03-01\", "
                       "\"x\": 0.1, \"y\": 1e+100"));
    expect_same_text(ACTORS(", \"own\": false, \"involvement\": \"co_decide\", \"visibility\": \"private\", \"x\": 0.30000000000000004, "
                       "\"updated\": \"1850-06-01\""));
    expect_same_text("{\"speelveld\": 1, \"actors\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\", \"kind\": \"zzp\"}],\n"
                "\"ties\": [{\"from\": \"a\", \"to\": \"b\", \"kind\": \"works_with\", \"direction\": \"both\", \"certainty\": 0.15, "
                "\"amount\": 12.125},\n"
                "{\"from\": \"b\", \"to\": \"a\", \"kind\": \"eigen soort\", \"amount\": 25000, \"except\": [\"a\"]}],\n"
                "\"issues\": [{\"id\": \"i\", \"title\": \"I\", \"competent\": \"joint_scheme\"}],\n"
                "\"positions\": [{\"actor\": \"a\", \"issue\": \"i\", \"position\": -3}, {\"actor\": \"b\", \"issue\": \"i\", "
                "\"position\": \"unknown\"}],\n"
                "\"events\": [{\"date\": \"2026-10-08\", \"time\": \"19:30\", \"title\": \"E\", \"phase\": \"exploring\"}, {\"date\": "
                "\"2026-10-09\", \"time\": \"00:05\", \"title\": \"F\"}]}");
}

static void test_own_columns_and_sheets_come_back(void **state)
{
    (void)state;
    expect_same_text(ACTORS(", \"kleur\": \"7\", \"leeftijd\": 7, \"lid\": true, \"breuk\": 0.5, \"=kop\": \"x\", \"lijst\": \"a|b\""));
    expect_same_text("{\"speelveld\": 1, \"actors\": [{\"id\": \"jan\", \"name\": \"Jan\"}], \"budget\": [{\"post\": \"huur\", \"bedrag\": "
                "\"100\"}, {\"post\": \"=2\"}], \"los\": {\"a\": [1, null]}}");
}

/* What a workbook cannot keep, and says it cannot: nested data become text. */
static void test_what_is_lost(void **state)
{
    reading r = read_text("kaart.json", ACTORS(", \"diep\": {\"a\": [1, 2]}"));
    char *json = there_and_back(r.map, SV_DUTCH);
    (void)state;
    assert_non_null(strstr(json, "\"diep\": \"{\\\"a\\\": [1, 2]}\""));
    free(json);
    clear_reading(&r);
}

static char *written(const sv_map *map, size_t *n)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "kaart.xlsx"), *bytes = NULL;
    assert_int_equal(sv_xlsx_write(map, path, SV_DUTCH, NULL), SV_OK);
    assert_int_equal(sv_file_read(path, SV_FILE_LIMIT, &bytes, n, NULL), SV_OK);
    free(path);
    remove_folder(folder);
    return bytes;
}

/* One part of the archive as text, freed by the caller. */
static char *part_of(const char *bytes, size_t n, const char *name)
{
    sv_archive *archive;
    sv_text text = {0};
    char buffer[4096];
    ptrdiff_t got;
    assert_int_equal(sv_archive_open(bytes, n, SV_SHRINKS_XLSX, "x", &archive, NULL), SV_OK);
    assert_int_equal(sv_archive_start(archive, name, NULL), SV_OK);
    while ((got = sv_archive_read(archive, buffer, sizeof buffer, NULL)) > 0)
        sv_text_add_n(&text, buffer, (size_t)got);
    sv_archive_close(archive);
    return text.bytes;
}

static void test_same_bytes(void **state)
{
    sv_map *map;
    size_t n, again_n;
    char *bytes, *again, *core;
    (void)state;
    assert_int_equal(sv_map_example(SV_DUTCH, &map, NULL), SV_OK);
    unsetenv("SOURCE_DATE_EPOCH");
    bytes = written(map, &n);
    again = written(map, &again_n);
    assert_int_equal(n, again_n);
    assert_memory_equal(bytes, again, n);
    core = part_of(bytes, n, "docProps/core.xml");
    assert_non_null(strstr(core, "2000-01-01T00:00:00Z"));
    free(core);
    free(again);
    setenv("SOURCE_DATE_EPOCH", "1767225600", 1);
    again = written(map, &again_n);
    core = part_of(again, again_n, "docProps/core.xml");
    assert_non_null(strstr(core, "2026-01-01T00:00:00Z"));
    unsetenv("SOURCE_DATE_EPOCH");
    free(core);
    free(again);
    free(bytes);
    sv_map_free(map);
}

/* What a person finds in it: lists, a frozen header with a filter, colours, dates that are dates, and no formula anywhere. */
static void test_for_people(void **state)
{
    sv_map *map;
    size_t n;
    char *bytes, *sheet, *styles, *book;
    (void)state;
    assert_int_equal(sv_map_example(SV_DUTCH, &map, NULL), SV_OK);
    bytes = written(map, &n);
    sheet = part_of(bytes, n, "xl/worksheets/sheet2.xml"); /* Actoren */
    assert_non_null(strstr(sheet, "state=\"frozen\""));
    assert_non_null(strstr(sheet, "<autoFilter"));
    assert_non_null(strstr(sheet, "<formula1>'Uitleg (negeren)'!$G$6:$G$35</formula1>")); /* 30 kinds */
    assert_non_null(strstr(sheet, "sqref=\"C2:C1006\""));                                 /* 5 rows and 1,000 more */
    assert_null(strstr(sheet, "<f>"));
    free(sheet);
    sheet = part_of(bytes, n, "xl/worksheets/sheet6.xml"); /* Standpunten */
    assert_non_null(strstr(sheet, "<formula>OR($C2=\"sterk voor\",AND(ISNUMBER($C2),$C2&gt;=3))</formula>"));
    free(sheet);
    styles = part_of(bytes, n, "xl/styles.xml");
    assert_non_null(strstr(styles, "formatCode=\"dd\\-mm\\-yyyy\""));
    free(styles);
    book = part_of(bytes, n, "xl/sharedStrings.xml");
    assert_non_null(strstr(book, "<t>tot</t>")); /* of a map to start from all columns are there, filled or not */
    free(book);
    book = part_of(bytes, n, "xl/workbook.xml");
    assert_non_null(strstr(book, "name=\"Uitleg (negeren)\""));
    free(book);
    free(bytes);
    sv_map_free(map);
}

/* A comma in the locale's numbers does not come into the file. */
static void test_locale(void **state)
{
    (void)state;
    if (!setlocale(LC_ALL, "nl_NL.UTF-8") && !setlocale(LC_ALL, "de_DE.UTF-8")) {
        print_message("skip: no locale with a decimal comma is installed\n");
        skip();
    }
    expect_same_text(ACTORS(", \"power\": 2.5"));
    setlocale(LC_ALL, "C");
}

static void test_refused(void **state)
{
    sv_text text = {0};
    sv_error error = {0};
    reading r;
    char *folder = make_folder(), *path = sv_file_join(folder, "kaart.xlsx");
    (void)state;
    put_file(folder, "kaart.xlsx", "oud");
    for (size_t i = 0; i < 2; i++) { /* 32,767 characters fit, one more does not */
        text.length = 0;
        sv_text_add(&text, "{\"speelveld\": 1, \"actors\": [{\"name\": \"Jan\", \"note\": \"");
        for (size_t j = 0; j < SV_XLSX_TEXT + i; j++)
            sv_text_add_char(&text, 'x');
        sv_text_add(&text, "\"}]}");
        r = read_text("kaart.json", text.bytes);
        assert_int_equal(sv_xlsx_write(r.map, path, SV_DUTCH, &error), i ? SV_DATA : SV_OK);
        clear_reading(&r);
        if (i == 0)
            put_file(folder, "kaart.xlsx", "oud");
    }
    assert_int_equal(error.code, SV_E_WORKBOOK_TEXT);
    assert_string_equal(error.place.column, "note");
    assert_int_equal(error.place.row, 1);
    sv_text_clear(&text);
    text.bytes = get_file(folder, "kaart.xlsx");
    assert_string_equal(text.bytes, "oud"); /* the old file stands */
    sv_text_clear(&text);
    r = read_text("kaart.json", ACTORS(""));
    assert_int_equal(sv_xlsx_write(r.map, "/dat/is/er/niet/kaart.xlsx", SV_DUTCH, &error), SV_IO);
    clear_reading(&r);
    free(path);
    remove_folder(folder);
}

/* Names that Excel does not take, that are ours, that are alike, or that would be passed over when read. */
static void test_names_of_sheets(void **state)
{
    reading r = read_text("kaart.json", "{\"speelveld\": 1, \"actors\": [{\"name\": \"Jan\"}], \"a/b[c]\": [{\"x\": \"1\"}], \"Een heel "
                                        "lange naam voor een blad 1\": [{\"x\": \"2\"}], "
                                        "\"Een heel lange naam voor een blad 2\": [{\"x\": \"3\"}], \"weg (ignore)\": [{\"x\": \"4\"}], "
                                        "\"History\": [{\"x\": \"5\"}], \"'x'\": [{\"x\": \"6\"}]}");
    char *json = there_and_back(r.map, SV_ENGLISH);
    (void)state;
    assert_non_null(strstr(json, "\"a_b_c_\": [\n  {\"x\": \"1\"}"));
    assert_non_null(strstr(json, "\"Een heel lange naam voor een bl\": [\n  {\"x\": \"2\"}"));
    for (char number = '3'; number <= '6'; number++) {
        char wanted[] = "[\n  {\"x\": \"0\"}";
        wanted[strlen(wanted) - 3] = number;
        assert_non_null(strstr(json, wanted));
    }
    free(json);
    clear_reading(&r);
}

/* A sample, there and back in both languages. */
static void test_samples(void **state)
{
    static const char *const samples[] = {"data/buurthuis", "data/waterrijk"};
    (void)state;
    for (size_t i = 0; i < 2; i++)
        expect_same(read_path(samples[i]));
}

/* Beyond 200,000 cells it is written row by row, to spare memory: the same map must come back. */
static void test_large(void **state)
{
    sv_text text = {0};
    (void)state;
    sv_text_add(&text, "{\"speelveld\": 1, \"actors\": [{\"id\": \"jan\", \"name\": \"Jan\", \"note\": \" =x\\r\\n\", \"own\": true}");
    for (size_t i = 0; i < 7000; i++)
        sv_text_addf(&text, ",\n{\"id\": \"a%zu\", \"name\": \"A %zu\", \"power\": %zu, \"updated\": \"2026-03-01\"}", i, i, i % 5);
    sv_text_add(&text, "]}");
    expect_same_text(text.bytes);
    sv_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_come_back),
        cmocka_unit_test(test_typed_cells_come_back),
        cmocka_unit_test(test_own_columns_and_sheets_come_back),
        cmocka_unit_test(test_what_is_lost),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_for_people),
        cmocka_unit_test(test_locale),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_names_of_sheets),
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

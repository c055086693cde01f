/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON: strict on the way in, the same bytes on the way out, and every piece of it kept. */
#include "format/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading.h"

/* The fault of a text: its code, and where it is told. */
static void expect(const char *json, sv_code code, uint64_t line, unsigned character)
{
    sv_error error = {0};
    sv_json_check(json, strlen(json), "t.json", &error);
    assert_int_equal(error.code, code);
    if (code == SV_E_NONE)
        return;
    assert_int_equal(error.place.row, line);
    assert_int_equal(error.place.character, character);
    assert_string_equal(error.place.column, "");
    assert_string_equal(error.place.file, "t.json");
}

static void test_syntax(void **state)
{
    static const char *const good[] = {"{}",
                                       " [1, -0, 0.5, 1e5, -2.5E-3] ",
                                       "\"\\u00e9\\ud83d\\ude00\\n\\/\"",
                                       "true",
                                       "\xEF\xBB\xBF[null]",
                                       "[[[]]]",
                                       "{\"a\":{\"b\":1},\"b\":[{\"a\":1},{\"a\":1}]}",
                                       "9007199254740992",
                                       "[\"\xC3\xAB\"]"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        expect(good[i], SV_E_NONE, 0, 0);
    expect("{\n \"a\": 1,\n}", SV_E_JSON_SYNTAX, 3, 1);
    expect("[1 2]", SV_E_JSON_SYNTAX, 1, 4);
    expect("[\"\xC3\xAB\", x]", SV_E_JSON_SYNTAX, 1, 7);
    expect("[01]", SV_E_JSON_SYNTAX, 1, 3);
    expect("[1.]", SV_E_JSON_SYNTAX, 1, 4);
    expect("[.5]", SV_E_JSON_SYNTAX, 1, 2);
    expect("[+1]", SV_E_JSON_SYNTAX, 1, 2);
    expect("[1] x", SV_E_JSON_SYNTAX, 1, 5);
    expect("[\"a\nb\"]", SV_E_JSON_SYNTAX, 1, 4);
    expect("[\"a", SV_E_JSON_SYNTAX, 1, 4);
    expect("{\"a\"", SV_E_JSON_SYNTAX, 1, 5);
    expect("{a: 1}", SV_E_JSON_SYNTAX, 1, 2);
    expect("['a']", SV_E_JSON_SYNTAX, 1, 2);
    expect("[\"\\x\"]", SV_E_JSON_SYNTAX, 1, 4);
    expect("[\"\\ud83d\"]", SV_E_JSON_SYNTAX, 1, 3);
    expect("[\"\\ude00\"]", SV_E_JSON_SYNTAX, 1, 3);
    expect("[NaN]", SV_E_JSON_SYNTAX, 1, 2);
    expect("[}", SV_E_JSON_SYNTAX, 1, 2);
    expect("[\"\\u0000\"]", SV_E_JSON_SHAPE, 1, 3);
    expect("[\"\xEB\"]", SV_E_ENCODING_BAD, 1, 3);
    expect("", SV_E_FILE_EMPTY, 1, 1);
}

static void test_numbers_and_keys(void **state)
{
    char keys[4000] = "{";
    size_t n = 1;
    (void)state;
    expect("[1e999]", SV_E_JSON_NUMBER, 1, 2);
    expect("[1e-999]", SV_E_JSON_NUMBER, 1, 2);
    expect("[0e-999, 0.0]", SV_E_NONE, 0, 0);
    expect("[9007199254740993]", SV_E_JSON_NUMBER, 1, 2);
    expect("[10000000000000000000]", SV_E_NONE, 0, 0);
    expect("{\"a\": 1, \"b\": {\"a\": 2}, \"\\u0061\": 3}", SV_E_JSON_KEY_TWICE, 1, 25);
    for (int i = 0; i < 100; i++)
        n += (size_t)snprintf(keys + n, sizeof keys - n, "\"k%d\":{\"k\":%d},", i, i);
    snprintf(keys + n, sizeof keys - n, "\"k99\":0}");
    expect(keys, SV_E_JSON_KEY_TWICE, 1, (unsigned)n + 1);
    snprintf(keys + n, sizeof keys - n, "\"k7\":0}");
    expect(keys, SV_E_JSON_KEY_TWICE, 1, (unsigned)n + 1);
    snprintf(keys + n, sizeof keys - n, "\"k100\":0}");
    expect(keys, SV_E_NONE, 0, 0);
}

static void test_depth(void **state)
{
    char deep[300];
    (void)state;
    memset(deep, '[', 100);
    memset(deep + 100, ']', 100);
    deep[200] = '\0';
    expect(deep, SV_E_NONE, 0, 0);
    memset(deep, '[', 101);
    memset(deep + 101, ']', 101);
    deep[202] = '\0';
    expect(deep, SV_E_JSON_DEPTH, 1, 101);
}

static void test_cells(void **state)
{
    reading r = read_text(
        "t.json",
        "{\"map\": {\"title\": \"T\"}, \"actors\": ["
        "{\"naam\": \"Jan\", \"power\": 3, \"own\": false, \"themes\": [\"a|b\", 2], \"extra\": {\"a\": [1]}, \"n\": 1.50, \"e\": null},"
        "{\"name\": 12, \"power\": 7, \"themes\": \"x|y\", \"role\": null},"
        "{\"name\": \"Kees\", \"role\": {\"a\": 1}, \"themes\": [[1]]}, \"Piet\"],"
        "\"ties\": 5, \"own\": [1, {\"b\": \"\\u00eb\"}]}");
    char *json;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "themes"), "a\\|b|2");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "extra"), "{\"a\": [1]}");
    assert_string_equal(cell_of(&r, SV_ACTORS, 1, "name"), "12");
    assert_string_equal(cell_of(&r, SV_ACTORS, 1, "themes"), "x|y");
    assert_int_equal(count_faults(&r, SV_E_NUMBER_RANGE), 1);
    /* an object for a text, an array in an array, a text for a row, a number for rows */
    assert_int_equal(count_faults(&r, SV_E_JSON_SHAPE), 4);
    assert_string_equal(find_fault(&r, SV_E_JSON_SHAPE)->place.sheet, "actors");
    assert_int_equal(find_fault(&r, SV_E_JSON_SHAPE)->place.row, 3);
    assert_string_equal(find_fault(&r, SV_E_JSON_SHAPE)->place.column, "role");
    assert_true(sv_map_usable(r.map, SV_ACTORS, 0));
    assert_false(sv_map_usable(r.map, SV_ACTORS, 1));
    assert_false(sv_map_usable(r.map, SV_ACTORS, 2));
    json = map_as_json(r.map);
    assert_string_equal(json, "{\n\"speelveld\": 1,\n\"map\": {\"title\": \"T\"},\n\"actors\": [\n"
                              "  {\"id\": \"jan\", \"name\": \"Jan\", \"own\": false, \"themes\": [\"a|b\", \"2\"], \"power\": 3, "
                              "\"extra\": {\"a\": [1]}, \"n\": 1.5, \"e\": null},\n"
                              "  {\"id\": \"12\", \"name\": \"12\", \"themes\": [\"x\", \"y\"], \"power\": \"7\"},\n"
                              "  {\"id\": \"kees\", \"name\": \"Kees\", \"role\": \"{\\\"a\\\": 1}\", \"themes\": [\"[[1]]\"]}\n],\n"
                              "\"own\": [1, {\"b\": \"\xC3\xAB\"}]\n}\n");
    free(json);
    clear_reading(&r);
}

/* Keys that are escaped, that have to be, that change places or miss: each cell goes to the column of its own key. */
static void test_keys(void **state)
{
    reading r = read_text("t.json", "{\"\\u0061ctors\": [{\"a\\\\\": 1, \"q\\\"\": 2, \"\": 3, \"name\": \"Jan\"},\n"
                                    "{\"a\\\",\": 4, \"q\\\"\": 5, \"n\\u0061me\": \"Piet\", \"\": 6},\n"
                                    "{\"q\\u0022\": 7, \"na\\u0007am\": \"Kees\"}], \"ties\": 5}");
    char *json;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    json = map_as_json(r.map);
    assert_string_equal(json, "{\n\"speelveld\": 1,\n\"actors\": [\n"
                              "  {\"id\": \"jan\", \"name\": \"Jan\", \"a\\\\\": 1, \"q\\\"\": 2, \"\": 3},\n"
                              "  {\"id\": \"piet\", \"name\": \"Piet\", \"q\\\"\": 5, \"\": 6, \"a\\\",\": 4},\n"
                              "  {\"id\": \"kees\", \"name\": \"Kees\", \"q\\\"\": 7}\n]\n}\n");
    assert_string_equal(find_fault(&r, SV_E_CONTROL)->place.column, "naam");
    assert_int_equal(find_fault(&r, SV_E_CONTROL)->place.row, 3);
    assert_string_equal(find_fault(&r, SV_E_JSON_SHAPE)->place.sheet, "ties"); /* and no column of another sheet */
    assert_string_equal(find_fault(&r, SV_E_JSON_SHAPE)->place.column, "");
    free(json);
    clear_reading(&r);
}

/* What kind of file it is, by the keys at the top or of the first of an array; escaped keys count as what they read. */
static void test_kinds(void **state)
{
    static const struct {
        const char *json;
        sv_json_kind kind;
    } files[] = {{"{\"actors\": [], \"persons\": []}", SV_JSON_MAP},
                 {"{\"p\\u0065rsons\": []}", SV_JSON_POPOLO},
                 {"[{\"name\": \"Jan\"}]", SV_JSON_POPOLO},
                 {"[[{\"name\": \"Jan\"}], {\"name\": \"Jan\"}]", SV_JSON_MAP},
                 {"{\"memberships\": [ {\"role\": 1}, {\"who\": 1}]}", SV_JSON_POPOLO},
                 {"{\"memberships\": [ {\"wie\": \"A\"}, {\"role\": 1}]}", SV_JSON_MAP},
                 {"{\"memberships\": []}", SV_JSON_MAP},
                 {"[ {\"nodes\": [], \"links\": []}]", SV_JSON_GRAPH},
                 {"{\"elements\": [], \"maps\": []}", SV_JSON_KUMU},
                 {"[ ]", SV_JSON_MAP},
                 {"12", SV_JSON_MAP}};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        sv_json_text text;
        sv_json_kind kind;
        assert_int_equal(sv_json_open(files[i].json, strlen(files[i].json), "t.json", &text, NULL), SV_OK);
        assert_int_equal(sv_json_kind_of(&text, &kind, NULL), SV_OK);
        assert_int_equal(kind, files[i].kind);
        sv_json_close(&text);
    }
}

/* What we write we read as the same, and write as the same bytes: also when own columns come in another order. */
static void test_same_bytes_again(void **state)
{
    reading
        r = read_text(
            "t.json",
            "{\"actors\": [{\"name\": \"A\", \"b\": 1}, {\"name\": \"B\", \"a\": 2, \"b\": 3}, {\"name\": \"C\", \"c\": 1, \"a\": [{}]}],"
            "\"leeg\": [], \"tabel\": [{\"x\": \"1\"}, {\"y\": \"2\", \"x\": \"3\"}], \"getal\": 1e300}"),
        again;
    char *first, *second;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    first = map_as_json(r.map);
    again = read_text("t.json", first);
    assert_int_equal(again.status, SV_OK);
    second = map_as_json(again.map);
    assert_string_equal(second, first);
    free(first);
    free(second);
    clear_reading(&r);
    clear_reading(&again);
}

static sv_code refusal(const char *name, const char *json)
{
    reading r = read_text(name, json);
    sv_code code = r.status == SV_OK ? SV_E_NONE : r.error.code;
    if (code != SV_E_NONE)
        assert_int_equal(r.problems.items[r.problems.n - 1].code, code);
    clear_reading(&r);
    return code;
}

static void test_refusals(void **state)
{
    (void)state;
    assert_int_equal(refusal("a.json", "{\"speelveld\": 1, \"actors\": []}"), SV_E_NONE);
    assert_int_equal(refusal("a.json", "{\"speelveld\": 2, \"actors\": []}"), SV_E_VERSION_LATER);
    assert_int_equal(refusal("a.json", "{\"speelveld\": \"een\", \"actors\": []}"), SV_E_JSON_SHAPE);
    assert_int_equal(refusal("a.json", "[1, 2]"), SV_E_JSON_SHAPE);
    assert_int_equal(refusal("a.json", "{\"a\": 1}"), SV_E_JSON_SHAPE);
    assert_int_equal(refusal("a.json", "null"), SV_E_JSON_SHAPE);
    assert_int_equal(refusal("-", "{\"actors\": ["), SV_E_JSON_SYNTAX);
    assert_int_equal(refusal("a.json", "geen json"), SV_E_JSON_SYNTAX);
    assert_int_equal(refusal("a.json", "{\"nodes\": [], \"edges\": []}"), SV_E_FORMAT_LATER);
    assert_int_equal(refusal("a.json", "{\"elements\": [], \"connections\": []}"), SV_E_FORMAT_LATER);
}

/* Control characters that JSON can escape are no part of a name; they are said once a cell. */
static void test_control_characters(void **state)
{
    reading r = read_text("t.json", "{\"actors\": [{\"name\": \"J\\u0007a\\u001bn\", \"note\": \"a\\tb\\nc\"}]}");
    (void)state;
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "name"), "Jan");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "note"), "a\tb\nc");
    assert_int_equal(count_faults(&r, SV_E_CONTROL), 1);
    clear_reading(&r);
}

/* JSONTestSuite (Seriot 2018): what must be refused is, what must be read is not called wrong JSON. */
static void test_json_test_suite(void **state)
{
    char *folder = data_path("messy/JSONTestSuite/test_parsing"), **names;
    size_t n, seen = 0;
    (void)state;
    if (!folder)
        skip();
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *path = sv_file_join(folder, names[i]);
        reading r = read_path(path);
        sv_code code = r.error.code;
        assert_int_equal(r.status, SV_DATA);
        if (names[i][0] == 'n')
            assert_true(code == SV_E_JSON_SYNTAX || code == SV_E_JSON_DEPTH || code == SV_E_ENCODING_BAD || code == SV_E_FILE_EMPTY);
        if (names[i][0] == 'y')
            assert_true(code == SV_E_JSON_SHAPE || code == SV_E_JSON_NUMBER || code == SV_E_JSON_KEY_TWICE);
        seen += names[i][0] == 'n' || names[i][0] == 'y';
        clear_reading(&r);
        free(path);
    }
    assert_true(seen > 100);
    sv_file_list_free(names, n);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_syntax),
                                       cmocka_unit_test(test_numbers_and_keys),
                                       cmocka_unit_test(test_depth),
                                       cmocka_unit_test(test_cells),
                                       cmocka_unit_test(test_keys),
                                       cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_same_bytes_again),
                                       cmocka_unit_test(test_refusals),
                                       cmocka_unit_test(test_control_characters),
                                       cmocka_unit_test(test_json_test_suite)};
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}

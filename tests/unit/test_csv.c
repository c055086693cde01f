/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CSV: every way in which spreadsheets save a table is read as the same table; what is wrong in one is told. */
#include "format/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "reading.h"

/* A literal and its length, NULs inside it counted. */
#define BYTES(text) text, sizeof text - 1

/* All records as text: cells in brackets, a record to a line, the header first. Freed by the caller. */
static char *records(const char *bytes, size_t n, sv_problems *problems)
{
    sv_csv csv;
    sv_text text = {0};
    sv_error error;
    sv_text_add(&text, "");
    if (sv_csv_open(&csv, sv_copy_text(bytes, n), n, "t.csv", problems, &error) == SV_OK) {
        for (size_t i = 0; i < csv.n_header; i++)
            sv_text_addf(&text, "[%s]", csv.header[i]);
        while (sv_csv_next(&csv)) {
            sv_text_addf(&text, "\n%d:", (int)csv.row);
            for (size_t i = 0; i < csv.n_cells; i++)
                sv_text_addf(&text, "[%s]", csv.cells[i]);
        }
    } else {
        sv_text_add(&text, sv_code_id(error.code));
    }
    sv_csv_close(&csv);
    return text.bytes;
}

static void expect_bytes(const char *bytes, size_t n, const char *expected)
{
    char *found = records(bytes, n, NULL);
    assert_string_equal(found, expected);
    free(found);
}

static void expect(const char *bytes, const char *expected)
{
    expect_bytes(bytes, strlen(bytes), expected);
}

static void test_separators_and_line_ends(void **state)
{
    static const char expected[] = "[a][b]\n2:[1][2]\n3:[3][4]";
    (void)state;
    expect("a;b\r\n1;2\r\n3;4\r\n", expected);
    expect("a,b\n1,2\n3,4", expected);
    expect("a\tb\r1\t2\r3\t4\r", expected);
    expect("sep=|\r\na|b\r\n1|2\r\n3|4\r\n", expected);
    expect("SEP=;\na;b\n1;2\n3;4", expected);
    /* a decimal comma in every row does not make it the separator: it does not stand in the header */
    expect("a;b\n1,5;2\n", "[a][b]\n2:[1,5][2]");
    /* the header has a comma too, but the rows agree on the semicolon */
    expect("naam, voornaam;b\nJan;2\nPiet;3", "[naam, voornaam][b]\n2:[Jan][2]\n3:[Piet][3]");
    /* one column: what stands in the text is no separator */
    expect("naam\nJan, Piet", "[naam]\n2:[Jan, Piet]");
}

static void test_row_numbers_are_those_of_a_spreadsheet(void **state)
{
    (void)state;
    expect("\n\na;b\n\n1;2\n;\n\"3\n3\";4\n5;6", "[a][b]\n5:[1][2]\n7:[3\n3][4]\n8:[5][6]");
}

static void test_quotes(void **state)
{
    (void)state;
    expect("a,b\n\"x \"\"y\"\"\",\"p,q\"\n\"line\r\nbreak\",z", "[a][b]\n2:[x \"y\"][p,q]\n3:[line\r\nbreak][z]");
    expect("a,b\n37\xC2\xB0 37.8\"N,\"x\" \n", "[a][b]\n2:[37\xC2\xB0 37.8\"N][x]");
    expect("a;b;c\n1;;\n", "[a][b][c]\n2:[1][][]");
    expect("\"a\";\"b\"", "[a][b]");
}

static void test_encodings(void **state)
{
    static const char expected[] = "[na\xC3\xAFve][\xE2\x82\xAC]\n2:[\xC3\xAB][x]";
    sv_problems problems;
    char *found;
    (void)state;
    expect("na\xC3\xAFve;\xE2\x82\xAC\n\xC3\xAB;x", expected);
    expect("\xEF\xBB\xBFna\xC3\xAFve;\xE2\x82\xAC\n\xC3\xAB;x", expected);
    /* Windows-1252: EF is ï, 80 is the euro, EB is ë */
    sv_problems_init(&problems);
    found = records(BYTES("na\xEFve;\x80\n\xEB;x"), &problems);
    assert_string_equal(found, expected);
    assert_int_equal(problems.items[0].code, SV_E_ENCODING);
    assert_string_equal(problems.items[0].expected, "Windows-1252");
    free(found);
    sv_problems_clear(&problems);
    expect_bytes(BYTES("\xFF\xFE"
                       "a\0;\0\x3D\xD8\x00\xDE\n\0"
                       "1\0"),
                 "[a][\xF0\x9F\x98\x80]\n2:[1]");
    expect_bytes(BYTES("\xFE\xFF\0a\0\n\0\xEB"), "[a]\n2:[\xC3\xAB]");
    /* half a pair of surrogates; half a character; UTF-8 by its mark, and then not */
    expect_bytes(BYTES("\xFE\xFF\0a\xD8\x3D"), "encoding-utf-16");
    expect_bytes(BYTES("\xFE\xFF\0a\0"), "encoding-utf-16");
    expect("\xEF\xBB\xBF"
           "a\n\xEB",
           "encoding-bad");
}

/* The first fault of a text, or SV_E_NONE. */
static sv_error first_fault(const char *bytes, size_t n)
{
    sv_problems problems;
    sv_error fault = {0};
    sv_problems_init(&problems);
    free(records(bytes, n, &problems));
    if (problems.n)
        fault = problems.items[0];
    assert_true(problems.n <= 1);
    sv_problems_clear(&problems);
    return fault;
}

static void test_faults(void **state)
{
    static const char open[] = "naam;b\nx;y\nz;\"niet dicht\n1;2\n", stray[] = "naam;b\n\"Jan\" de Boer;y",
                      control[] = "naam;b\nJ\x01"
                                  "a\0n;y";
    sv_error fault;
    (void)state;
    fault = first_fault(open, strlen(open));
    assert_int_equal(fault.code, SV_E_QUOTE_OPEN);
    assert_int_equal(fault.place.row, 3);
    assert_string_equal(fault.place.column, "b");
    assert_string_equal(fault.place.file, "t.csv");
    fault = first_fault(stray, strlen(stray));
    assert_int_equal(fault.code, SV_E_QUOTE_STRAY);
    assert_string_equal(fault.found, "Jan de Boer");
    fault = first_fault(control, sizeof control - 1);
    assert_int_equal(fault.code, SV_E_CONTROL);
    assert_string_equal(fault.found, "Jan");
    expect_bytes(control, sizeof control - 1, "[naam][b]\n2:[Jan][y]");
    assert_int_equal(first_fault(BYTES("a;b\n\xC2\x85x;y")).code, SV_E_CONTROL);
    expect("", "file-empty");
    expect("\xEF\xBB\xBF \r\n;;\r\n", "file-empty");
}

static void test_mojibake_is_told_once(void **state)
{
    static const char twice[] = "naam;b\nZo\xC3\x83\xC2\xAB Jansen;\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s\n\xC3\x83\xC2\xA9;x\n";
    sv_error fault = first_fault(twice, strlen(twice));
    (void)state;
    assert_int_equal(fault.code, SV_E_MOJIBAKE);
    assert_string_equal(fault.found, "Zo\xC3\x83\xC2\xAB");
    assert_string_equal(fault.expected, "Zo\xC3\xAB");
    assert_int_equal(fault.place.row, 2);
    /* honest text: a capital Ã, an â and a € on their own, Portuguese, quotes */
    assert_int_equal(
        first_fault(BYTES("a\nS\xC3\x83O Jo\xC3\xA3o, \xC3\xA2ge, \xE2\x82\xAC 5, \xC3\x82 la \xE2\x80\x9Cx\xE2\x80\x9D")).code, SV_E_NONE);
}

static void test_columns_have_a_limit(void **state)
{
    sv_text wide = {0};
    (void)state;
    for (int i = 0; i < 1001; i++)
        sv_text_addf(&wide, "%sc%d", i ? ";" : "", i);
    expect(wide.bytes, "too-many");
    wide.length = 0;
    for (int i = 0; i < 3000000; i++)
        sv_text_add_char(&wide, ';');
    expect(wide.bytes, "file-empty");
    sv_text_clear(&wide);
}

static void test_what_is_written_is_read(void **state)
{
    static const char *const texts[] = {"gewoon", "",     "=1+1",  "'=1",          "''@x",      "'",           "'t Hof",
                                        "-4",     "-a",   "+31 6", "\"a\";b,c\td", "x\r\ny\nz", " spaties ",   "\tinspr",
                                        "\rkop",  "-1,5", "a\"b",  "@buur",        "'-4",       "\xC3\xAB|;\\"};
    enum { n = sizeof texts / sizeof *texts };
    sv_text out = {0};
    sv_csv csv;
    (void)state;
    sv_csv_write_start(&out);
    sv_csv_write_header(&out, "a,b", true);
    sv_csv_write_header(&out, "=kop", false);
    sv_csv_write_end(&out);
    for (size_t i = 0; i < n; i++) {
        sv_csv_write_text(&out, "vast", true);
        sv_csv_write_text(&out, texts[i], false);
        sv_csv_write_end(&out);
    }
    assert_non_null(strstr(out.bytes, "vast;'=1+1\r\n"));
    assert_non_null(strstr(out.bytes, "vast;-4\r\n"));
    assert_non_null(strstr(out.bytes, "vast;'-a\r\n"));
    assert_non_null(strstr(out.bytes, "vast;''=1\r\n"));
    assert_non_null(strstr(out.bytes, "vast;'t Hof\r\n"));
    assert_int_equal(sv_csv_open(&csv, out.bytes, out.length, "t.csv", NULL, NULL), SV_OK);
    assert_string_equal(csv.header[0], "a,b");
    assert_string_equal(csv.header[1], "=kop");
    for (size_t i = 0; i < n; i++) {
        assert_true(sv_csv_next(&csv));
        assert_int_equal(csv.n_cells, 2);
        assert_string_equal(csv.cells[1], texts[i]);
    }
    assert_false(sv_csv_next(&csv));
    sv_csv_close(&csv);
}

/* The register of Dutch governments, saved in six ways: the same 20 records each time, but for the one that was cut. */
static void test_register_in_many_encodings(void **state)
{
    static const char *const files[] = {"utf8bom", "sep_line", "cp1252", "cr_only"};
    char *first = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        sv_text name = {0};
        char *folder = data_path("messy/csv_derived"), *bytes, *found;
        if (!folder)
            skip();
        sv_text_addf(&name, "gemeenten_%s.csv", files[i]);
        bytes = get_file(folder, name.bytes);
        found = records(bytes, strlen(bytes), NULL);
        if (first)
            assert_string_equal(found, first);
        else
            first = strdup(found);
        assert_non_null(strstr(found, "[Offici\xC3\xABle naam][Alternatieve naam]"));
        free(found);
        free(bytes);
        free(folder);
        sv_text_clear(&name);
    }
    free(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_separators_and_line_ends),
                                       cmocka_unit_test(test_row_numbers_are_those_of_a_spreadsheet),
                                       cmocka_unit_test(test_quotes),
                                       cmocka_unit_test(test_encodings),
                                       cmocka_unit_test(test_faults),
                                       cmocka_unit_test(test_mojibake_is_told_once),
                                       cmocka_unit_test(test_columns_have_a_limit),
                                       cmocka_unit_test(test_what_is_written_is_read),
                                       cmocka_unit_test(test_register_in_many_encodings)};
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}

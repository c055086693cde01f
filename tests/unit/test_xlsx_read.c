/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading .xlsx: every kind of cell comes out as a person who looks at the workbook sees it. */
#include "format/xlsx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "workbook_maker.h"

/* A workbook with one actor; the cells of its second row are in the columns naam, datum (own), and B onward as given. */
#define HEAD                                                                                                                               \
    "<row r='1'><c r='A1' t='inlineStr'><is><t>naam</t></is></c><c r='B1' t='inlineStr'><is><t>eigen kolom</t></is></c>"                   \
    "<c r='C1' t='inlineStr'><is><t>bijgewerkt</t></is></c><c r='D1' t='inlineStr'><is><t>macht</t></is></c>"                              \
    "<c r='E1' t='inlineStr'><is><t>notitie</t></is></c></row>"
#define JAN "<c r='A2' t='inlineStr'><is><t>Jan</t></is></c>"

static const char texts[] =
    "<si><t>naam</t></si><si><r><t>Fa</t></r><r><rPr><b/></rPr><t xml:space='preserve'>tima </t></r><rPh><t>fonetisch</t></rPh></si>"
    "<si><t>a&amp;b &lt;c&gt; &#233;&#x1F600;</t></si><si><t>een_x000D_\ntwee_x005F_x000D_</t></si><si/>";
/* style 0 general, 1 date (14), 2 own date, 3 time, 4 date and time, 5 percent, 6 elapsed, 7 a code with letters in quotes, 8 mm:ss */
static const char styles[] =
    "<numFmts><numFmt numFmtId='164' formatCode='dd\\-mm\\-yyyy'/><numFmt numFmtId='165' formatCode='[h]:mm'/>"
    "<numFmt numFmtId='166' formatCode='0.0\" dagen\"'/><numFmt numFmtId='167' formatCode='[$-413]d mmmm yyyy;@'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='20'/><xf numFmtId='22'/><xf numFmtId='10'/>"
    "<xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='45'/><xf numFmtId='167'/></cellXfs>"
    "<dxfs><dxf><numFmt numFmtId='166' formatCode='dd-mm'/></dxf></dxfs>";

/* What one cell in a column of the user's becomes. `r` is left for the caller to clear. */
static const char *own_cell(reading *r, const char *attributes, const char *content, bool from_1904)
{
    sv_text rows = {0};
    size_t length;
    char *bytes;
    sv_text_addf(&rows, HEAD "<row r='2'>" JAN "<c r='B2' %s>%s</c></row>", attributes, content);
    bytes =
        make_xlsx(&(xlsx_text){.sheet = "Actoren", .rows = rows.bytes, .texts = texts, .styles = styles, .from_1904 = from_1904}, &length);
    sv_text_clear(&rows);
    *r = read_made("kaart.xlsx", bytes, length);
    assert_int_equal(r->status, SV_OK);
    return cell_of(r, SV_ACTORS, 0, "eigen kolom");
}

static void expect_cell(const char *attributes, const char *content, const char *wanted)
{
    reading r;
    assert_string_equal(own_cell(&r, attributes, content, false), wanted);
    clear_reading(&r);
}

static void test_texts(void **state)
{
    (void)state;
    expect_cell("t='s'", "<v>1</v>", "Fatima ");
    expect_cell("t='s'", "<v>2</v>", "a&b <c> é😀");
    expect_cell("t='s'", "<v>3</v>", "een\r\ntwee_x000D_");
    expect_cell("t='s'", "<v>4</v>", "");
    expect_cell("t='s'", "<v>999</v>", "");
    expect_cell("t='s'", "<v>x</v>", "");
    expect_cell("t='inlineStr'", "<is><r><t>007</t></r></is>", "007");
    expect_cell("t='str'", "<f>A1&amp;\"x\"</f><v>naamx</v>", "naamx");
    expect_cell("t='inlineStr'", "<is><t>=1+1</t></is>", "=1+1");
    expect_cell("t='inlineStr'", "<is><t>'=1</t></is>", "'=1");
}

static void test_numbers(void **state)
{
    (void)state;
    expect_cell("", "<v>25000</v>", "25000");
    expect_cell("", "<v>4.0999999999999996</v>", "4.1");
    expect_cell("", "<v>1E-3</v>", "0.001");
    expect_cell("s='5'", "<v>0.15</v>", "0.15");
    expect_cell("s='7'", "<v>1.5</v>", "1.5"); /* "dagen" stands in quotes: no date */
    expect_cell("s='99'", "<v>7</v>", "7");
    expect_cell("t='n'", "<v>-4</v>", "-4");
    expect_cell("t='b'", "<v>1</v>", "true");
    expect_cell("t='b'", "<v>0</v>", "false");
    expect_cell("", "<f>1+1</f><v>2</v>", "2");
}

/* Serial numbers as Excel shows them: 1 is 1 January 1900, 60 is its 29 February 1900, 61 is 1 March 1900. */
static void test_dates(void **state)
{
    reading r;
    (void)state;
    expect_cell("s='1'", "<v>1</v>", "1900-01-01");
    expect_cell("s='1'", "<v>59</v>", "1900-02-28");
    expect_cell("s='1'", "<v>60</v>", "1900-02-29");
    expect_cell("s='1'", "<v>61</v>", "1900-03-01");
    expect_cell("s='2'", "<v>46082</v>", "2026-03-01");
    expect_cell("s='2'", "<v>46082.75</v>", "2026-03-01"); /* only the date is shown */
    expect_cell("s='9'", "<v>46082</v>", "2026-03-01");
    expect_cell("s='3'", "<v>0.8125</v>", "19:30");
    expect_cell("s='3'", "<v>46082.8125</v>", "19:30");
    expect_cell("s='4'", "<v>46082.8125</v>", "2026-03-01 19:30");
    expect_cell("s='4'", "<v>46082</v>", "2026-03-01");
    expect_cell("s='6'", "<v>1.0625</v>", "25:30");
    expect_cell("s='8'", "<v>0.0007291666666666667</v>", "00:01:03"); /* 63 seconds */
    expect_cell("s='1'", "<v>-1</v>", "-1");
    expect_cell("s='1'", "<v>2958465</v>", "9999-12-31");
    expect_cell("s='1'", "<v>2958466</v>", "2958466");
    expect_cell("t='d'", "<v>2026-03-01T00:00:00</v>", "2026-03-01");
    expect_cell("t='d'", "<v>2026-03-01T19:30</v>", "2026-03-01 19:30");
    assert_string_equal(own_cell(&r, "s='1'", "<v>0</v>", true), "1904-01-01");
    clear_reading(&r);
    assert_string_equal(own_cell(&r, "s='1'", "<v>44620</v>", true), "2026-03-01"); /* 1,462 days fewer */
    clear_reading(&r);
}

static void test_formats(void **state)
{
    static const struct {
        const char *code;
        unsigned char shown;
    } cases[] = {{"General", 0},
                 {"0.00%", 0},
                 {"#,##0.00 [$€-413]", 0},
                 {"[Red]0;[Blue]-0", 0},
                 {"yyyy-mm-dd", SV_SHOWN_DATE},
                 {"D-MMM-YY", SV_SHOWN_DATE},
                 {"hh:mm", SV_SHOWN_TIME},
                 {"h:mm AM/PM", SV_SHOWN_TIME},
                 {"mm:ss", SV_SHOWN_TIME | SV_SHOWN_SECONDS},
                 {"[mm]:ss", SV_SHOWN_TIME | SV_SHOWN_SECONDS | SV_SHOWN_ELAPSED},
                 {"dd/mm/yyyy hh:mm:ss", SV_SHOWN_DATE | SV_SHOWN_TIME | SV_SHOWN_SECONDS},
                 {"0\"d\"", 0},
                 {"0\\d", 0},
                 {"0;dd", 0},
                 {"@", 0},
                 {"\"open", 0},
                 {"[h", 0},
                 {"", 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(sv_xlsx_shown_by_code(cases[i].code), cases[i].shown);
    assert_int_equal(sv_xlsx_shown_by_id(14), SV_SHOWN_DATE);
    assert_int_equal(sv_xlsx_shown_by_id(9), 0);
    assert_int_equal(sv_xlsx_shown_by_id(46), SV_SHOWN_TIME | SV_SHOWN_SECONDS | SV_SHOWN_ELAPSED);
}

/* Cells of the known columns, and the places of their faults. */
static void test_columns_of_ours(void **state)
{
    reading r;
    const sv_error *fault;
    size_t length;
    char *bytes =
        make_xlsx(&(xlsx_text){.sheet = "Actoren",
                               .styles = styles,
                               .rows = HEAD "<row r='2'>" JAN "<c r='C2' s='2'><v>46082</v></c><c r='D2'><v>2.5</v></c></row>"
                                            "<row r='5'><c r='A5' t='inlineStr'><is><t>Piet</t></is></c><c r='D5'><v>9</v></c></row>"},
                  &length);
    (void)state;
    r = read_made("kaart.xlsx", bytes, length);
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "updated"), "2026-03-01");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "power"), "2.5");
    fault = find_fault(&r, SV_E_NUMBER_RANGE);
    assert_non_null(fault);
    assert_string_equal(fault->place.file, "kaart.xlsx");
    assert_string_equal(fault->place.sheet, "Actoren");
    assert_int_equal(fault->place.row, 5);
    assert_string_equal(fault->place.column, "macht");
    assert_false(sv_map_usable(r.map, SV_ACTORS, 1));
    clear_reading(&r);
}

/* An amount is a number for certain: 12.125 is no twelve thousand. */
static void test_amounts(void **state)
{
    reading r =
        read_rows("Relaties", "<row><c t='inlineStr'><is><t>van</t></is></c><c t='inlineStr'><is><t>naar</t></is></c><c "
                              "t='inlineStr'><is><t>bedrag</t></is></c></row>"
                              "<row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c><c><v>12.125</v></c></row>"
                              "<row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c><c "
                              "t='inlineStr'><is><t>25.000</t></is></c></row>");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "amount"), "12.125");
    assert_string_equal(cell_of(&r, SV_TIES, 1, "amount"), "25000");
    clear_reading(&r);
}

static void test_formulas(void **state)
{
    reading r = read_rows("Actoren", HEAD
                          "<row r='2'>" JAN "<c r='B2' t='e'><v>#N/A</v></c></row>"
                          "<row r='3'><c r='A3' t='inlineStr'><is><t>Piet</t></is></c><c r='D3' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"
                          "<row r='4'><c r='A4' t='inlineStr'><is><t>Kees</t></is></c><c r='E4'><f>NOW()</f></c></row>");
    const sv_error *fault;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    fault = find_fault(&r, SV_E_FORMULA_FAILED_KEPT);
    assert_non_null(fault);
    assert_int_equal(fault->place.row, 2);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "eigen kolom"), "#N/A");
    assert_true(sv_map_usable(r.map, SV_ACTORS, 0));
    fault = find_fault(&r, SV_E_FORMULA_FAILED);
    assert_non_null(fault);
    assert_string_equal(fault->found, "#DIV/0!");
    assert_string_equal(fault->place.column, "macht");
    assert_int_equal(count_faults(&r, SV_E_NUMBER), 0);
    assert_false(sv_map_usable(r.map, SV_ACTORS, 1));
    fault = find_fault(&r, SV_E_FORMULA_BLIND);
    assert_non_null(fault);
    assert_int_equal(fault->place.row, 4);
    assert_string_equal(fault->place.column, "notitie");
    assert_true(sv_map_usable(r.map, SV_ACTORS, 2));
    clear_reading(&r);
}

/* Numbers and yes or no in columns of the user's stay what they are when the map is written as JSON. */
static void test_types_of_own_columns(void **state)
{
    reading r = read_rows("Actoren",
                          HEAD "<row r='2'>" JAN "<c r='B2'><v>7</v></c></row><row r='3'><c r='A3' t='inlineStr'><is><t>Piet</t></is></c>"
                               "<c r='B3' t='inlineStr'><is><t>7</t></is></c></row><row r='4'><c r='A4' "
                               "t='inlineStr'><is><t>Kees</t></is></c><c r='B4' t='b'><v>1</v></c></row>");
    char *json = map_as_json(r.map);
    (void)state;
    assert_non_null(strstr(json, "\"eigen kolom\": 7}"));
    assert_non_null(strstr(json, "\"eigen kolom\": \"7\"}"));
    assert_non_null(strstr(json, "\"eigen kolom\": true}"));
    free(json);
    clear_reading(&r);
}

/* Rows and cells may lack their references; then they follow the one before. Column XFD is the last of Excel's. */
static void test_references(void **state)
{
    reading r =
        read_rows("Actoren", "<row><c t='inlineStr'><is><t>naam</t></is></c><c t='inlineStr'><is><t>rol</t></is></c></row>"
                             "<row r='9'><c t='inlineStr'><is><t>Jan</t></is></c><c/><c t='inlineStr'><is><t>kladje</t></is></c></row>");
    sv_place place;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 1);
    sv_map_place(r.map, SV_ACTORS, 0, SV_ACTOR_NAME, &place);
    assert_int_equal(place.row, 9);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "column 3"), "kladje");
    assert_int_equal(count_faults(&r, SV_E_HEADER_EMPTY), 1);
    assert_int_equal(count_faults(&r, SV_E_ROW_LONG), 0);
    clear_reading(&r);
    r = read_rows("Actoren", "<row><c t='inlineStr'><is><t>naam</t></is></c><c r='XFD1' t='inlineStr'><is><t>ver weg</t></is></c></row>");
    assert_int_equal(r.error.code, SV_E_TOO_MANY);
    assert_string_equal(r.error.found, "columns");
    clear_reading(&r);
    r = read_rows("Actoren", "<row><c t='inlineStr'><is><t>naam</t></is></c><c r='XFD1' s='1'/></row><row><c r='A2' "
                             "t='inlineStr'><is><t>Jan</t></is></c></row>");
    assert_int_equal(r.status, SV_OK); /* only coloured in */
    clear_reading(&r);
}

static void test_control_characters(void **state)
{
    reading r = read_rows("Actoren", HEAD "<row r='2'>" JAN "<c r='E2' t='inlineStr'><is><t>bel_x0007_len</t></is></c></row>");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "note"), "bellen");
    assert_int_equal(count_faults(&r, SV_E_CONTROL), 1);
    clear_reading(&r);
}

/* Marks in front, comments, CDATA, prefixes and other encodings' names: programs differ in how they write the same. */
static void test_other_ways_to_write_it(void **state)
{
    static const char book[] =
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- isn't it - fine --><x:workbook xmlns:x='x' xmlns:r='r'><x:sheets>"
        "<x:sheet name='Actoren' sheetId='1' state='hidden' r:id='a'/><x:sheet name='Grafiek' sheetId='2' "
        "r:id='b'/></x:sheets></x:workbook>";
    static const char relations[] = "<Relationships><Relationship Target='../xl/./blad een.xml' "
                                    "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' Id='a'/>"
                                    "<Relationship Target='grafiek.xml' Type='x/chartsheet' Id='b'/></Relationships>";
    static const char sheet[] = "<x:worksheet xmlns:x='x'><x:sheetData><x:row><x:c "
                                "t='inlineStr'><x:is><x:t><![CDATA[na<a]]>m</x:t></x:is></x:c><x:c t='str'><x:v>naam</x:v></x:c></x:row>"
                                "<x:row><x:c/><x:c t='str'><x:v>Jan</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    size_t length;
    char *bytes = make_zip((zip_part[]){{.name = "xl/workbook.xml", .bytes = book},
                                        {.name = "xl/_rels/workbook.xml.rels", .bytes = relations},
                                        {.name = "xl/blad een.xml", .bytes = sheet}},
                           3, &length);
    reading r = read_made("x.xlsx", bytes, length);
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "name"), "Jan");
    assert_int_equal(count_faults(&r, SV_E_COLUMN_UNKNOWN), 1);
    clear_reading(&r);
}

static void test_damaged(void **state)
{
    size_t length;
    char *bytes = make_zip((zip_part[]){{.name = "word/document.xml", .bytes = "<a/>"}}, 1, &length);
    reading r = read_made("brief.xlsx", bytes, length);
    (void)state;
    assert_int_equal(r.error.code, SV_E_WORKBOOK_PART);
    clear_reading(&r);
    r = read_rows("Actoren", HEAD "<row r='2'><c></row>");
    assert_int_equal(r.error.code, SV_E_WORKBOOK_DAMAGED);
    assert_string_equal(r.error.expected, "its XML is broken");
    assert_string_equal(r.error.place.sheet, "xl/worksheets/sheet1.xml");
    clear_reading(&r);
    r = read_rows("Actoren", "");
    assert_int_equal(r.error.code, SV_E_NOT_A_TABLE);
    clear_reading(&r);
    bytes = make_zip((zip_part[]){{.name = "xl/workbook.bin", .bytes = "x"}}, 1, &length);
    r = read_made("x.xlsb", bytes, length);
    assert_int_equal(r.error.code, SV_E_FORMAT_LATER);
    clear_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_columns_of_ours),
        cmocka_unit_test(test_amounts),
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_types_of_own_columns),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_control_characters),
        cmocka_unit_test(test_other_ways_to_write_it),
        cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

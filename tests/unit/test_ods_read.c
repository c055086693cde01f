/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading .ods: every kind of cell comes out as a person who looks at the spreadsheet sees it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/text.h"
#include "workbook_maker.h"

#define TEXT(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE(name, rows) "<table:table table:name='" name "'>" rows "</table:table>"
#define HEAD ROW(TEXT("naam") TEXT("eigen kolom") TEXT("bijgewerkt") TEXT("macht"))

static void expect_cell(const char *cell, const char *wanted)
{
    sv_text tables = {0};
    reading r;
    sv_text_addf(&tables, TABLE("Actoren", HEAD ROW(TEXT("Jan") "%s")), cell);
    r = read_tables(tables.bytes);
    sv_text_clear(&tables);
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "eigen kolom"), wanted);
    clear_reading(&r);
}

static void test_texts(void **state)
{
    (void)state;
    expect_cell(TEXT("Fa<text:span>ti</text:span>ma"), "Fatima");
    expect_cell(TEXT("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d"), "a   b\tc\nd");
    expect_cell(TEXT("  a \n  b"), "a b");
    expect_cell(TEXT("een</text:p><text:p>twee"), "een\ntwee");
    expect_cell(TEXT("<text:a>koppeling</text:a>"), "koppeling");
    expect_cell(TEXT("<text:ruby><text:ruby-base>basis</text:ruby-base><text:ruby-text>uitspraak</text:ruby-text></text:ruby>"), "basis");
    expect_cell("<table:table-cell "
                "office:value-type='string'><office:annotation><text:p>opmerking</text:p></office:annotation><text:p>007</text:p></"
                "table:table-cell>",
                "007");
    expect_cell(
        "<table:table-cell "
        "office:value-type='string'><draw:frame><draw:text-box><text:p>plaatje</text:p></draw:text-box></draw:frame></table:table-cell>",
        "");
    expect_cell("<table:table-cell office:value-type='string' office:string-value='opgeslagen'><text:p>getoond</text:p></table:table-cell>",
                "opgeslagen");
}

static void test_values(void **state)
{
    (void)state;
    expect_cell("<table:table-cell office:value-type='float' office:value='4.0999999999999996'><text:p>4,10</text:p></table:table-cell>",
                "4.1");
    expect_cell("<table:table-cell office:value-type='percentage' office:value='0.15'><text:p>15%</text:p></table:table-cell>", "0.15");
    expect_cell("<table:table-cell office:value-type='currency' office:value='25000'><text:p>€ 25.000</text:p></table:table-cell>",
                "25000");
    expect_cell("<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>WAAR</text:p></table:table-cell>",
                "true");
    expect_cell("<table:table-cell office:value-type='date' office:date-value='2026-03-01'><text:p>1 mrt</text:p></table:table-cell>",
                "2026-03-01");
    expect_cell(
        "<table:table-cell office:value-type='date' office:date-value='2026-03-01T19:30:00'><text:p>1 mrt</text:p></table:table-cell>",
        "2026-03-01 19:30");
    expect_cell(
        "<table:table-cell office:value-type='date' office:date-value='2026-03-01T00:00:00'><text:p>1 mrt</text:p></table:table-cell>",
        "2026-03-01");
    expect_cell("<table:table-cell office:value-type='time' office:time-value='PT19H30M00S'><text:p>19:30</text:p></table:table-cell>",
                "19:30");
    expect_cell("<table:table-cell office:value-type='time' office:time-value='PT00H01M03.5S'><text:p>01:03</text:p></table:table-cell>",
                "00:01:03");
    expect_cell("<table:table-cell office:value-type='time' office:time-value='onzin'><text:p>01:03</text:p></table:table-cell>", "01:03");
}

static void test_formulas(void **state)
{
    reading r = read_tables(
        TABLE("Actoren",
              HEAD ROW(TEXT("Jan") "<table:table-cell/><table:table-cell/><table:table-cell table:formula='of:=1/0' "
                                   "office:value-type='string' calcext:value-type='error'><text:p>#DEEL/0!</text:p></table:table-cell>")
                  ROW(TEXT("Piet") "<table:table-cell table:formula='of:=x' office:value-type='float' "
                                   "office:value='0'><text:p>Err:502</text:p></table:table-cell>")
                      ROW(TEXT("Kees") "<table:table-cell table:formula='of:=2' office:value-type='float' "
                                       "office:value='2'><text:p>2</text:p></table:table-cell>")
                          ROW(TEXT("Anna") "<table:table-cell table:formula='of:=2'/>")));
    const sv_error *fault;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    fault = find_fault(&r, SV_E_FORMULA_FAILED);
    assert_non_null(fault);
    assert_string_equal(fault->found, "#DEEL/0!");
    assert_string_equal(fault->place.sheet, "Actoren");
    assert_string_equal(fault->place.column, "macht");
    assert_int_equal(fault->place.row, 2);
    assert_int_equal(count_faults(&r, SV_E_FORMULA_FAILED_KEPT), 1);
    assert_string_equal(cell_of(&r, SV_ACTORS, 2, "eigen kolom"), "2");
    assert_int_equal(count_faults(&r, SV_E_FORMULA_BLIND), 1);
    clear_reading(&r);
}

/* Repeated cells and rows stand there as often; merged cells have their value once; groups and headers are only folded. */
static void test_structure(void **state)
{
    reading r = read_tables(
        "<table:tracked-changes><table:table-cell><text:p>weg</text:p></table:table-cell></table:tracked-changes>"
        "<table:table table:name='Actoren'><office:forms/><table:table-column table:number-columns-repeated='3'/>"
        "<table:table-header-rows>" ROW(TEXT("naam") TEXT("rol") TEXT("partij") TEXT(
            "groep")) "</table:table-header-rows>"
                      "<table:table-row-group>"
                      "<table:table-row table:number-rows-repeated='2'>" TEXT(
                          "Jan") "<table:table-cell table:number-columns-repeated='2' "
                                 "office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>"
                                 "</table:table-row-group>" ROW(
                                     TEXT("Piet") "<table:table-cell table:number-columns-spanned='2' "
                                                  "office:value-type='string'><text:p>samen</text:p></table:table-cell>"
                                                  "<table:covered-table-cell "
                                                  "office:value-type='string'><text:p>bedekt</text:p></table:covered-table-cell>" TEXT(
                                                      "g")) "</table:table>");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 3);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "role"), "x");
    assert_string_equal(cell_of(&r, SV_ACTORS, 1, "party"), "x");
    assert_string_equal(cell_of(&r, SV_ACTORS, 2, "role"), "samen");
    assert_string_equal(cell_of(&r, SV_ACTORS, 2, "party"), "");
    assert_string_equal(cell_of(&r, SV_ACTORS, 2, "groep"), "g");
    clear_reading(&r);
}

static void test_one_xml_file(void **state)
{
    static const char flat[] = "<?xml version='1.0' encoding='UTF-8'?>\n<office:document xmlns:office='o' xmlns:table='t' xmlns:text='x' "
                               "office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body><office:spreadsheet>" TABLE(
                                   "Actors", ROW(TEXT("name")) ROW(TEXT("Jan"))) "</office:spreadsheet></office:body></office:document>";
    reading r = read_text("kaart.fods", flat);
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "name"), "Jan");
    clear_reading(&r);
    r = read_text("kaart.fods", "<?xml version='1.0'?><!DOCTYPE x><office:document office:mimetype='opendocument.spreadsheet'/>");
    assert_int_equal(r.error.code, SV_E_WORKBOOK_DAMAGED);
    clear_reading(&r);
    r = read_tables("");
    assert_int_equal(r.error.code, SV_E_WORKBOOK_DAMAGED);
    assert_string_equal(r.error.expected, "there is no sheet in it");
    clear_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),     cmocka_unit_test(test_values),       cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_structure), cmocka_unit_test(test_one_xml_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

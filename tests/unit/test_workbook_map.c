/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Workbooks as maps: which sheet is which, where tables begin, and the workbooks of Kumu, Onodo and Gephi. */
#include "format/workbook_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "workbook_maker.h"

/* Sheets in a line of text each: "Name: a;b / c;d", rows parted by " / ", cells by ";"; an empty row is blank, #7 is a number. */
static reading read_sheets(const char *const *sheets, size_t n)
{
    sv_text tables = {0};
    reading r;
    for (size_t i = 0; i < n; i++) {
        const char *at = strchr(sheets[i], ':');
        sv_text_addf(&tables, "<table:table table:name='%.*s'><table:table-row>", (int)(at - sheets[i]), sheets[i]);
        for (at += 2;;) {
            size_t length = strcspn(at, ";/");
            const char *number = *at == '#' ? " office:value-type='float' office:value='" : "";
            while (length && at[length] == '/' && at[length - 1] == ' ')
                length--;
            if (*number)
                sv_text_addf(&tables, "<table:table-cell%s%.*s'/>", number, (int)length - 1, at + 1);
            else
                sv_text_addf(&tables, "<table:table-cell><text:p>%.*s</text:p></table:table-cell>", (int)length, at);
            at += strcspn(at, ";/");
            if (!*at)
                break;
            sv_text_add(&tables, *at == '/' ? "</table:table-row><table:table-row>" : "");
            at += *at == '/' && at[1] == ' ' ? 2 : 1;
        }
        sv_text_add(&tables, "</table:table-row></table:table>");
    }
    r = read_tables(tables.bytes);
    sv_text_clear(&tables);
    return r;
}
#define READ(...) read_sheets((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void test_sheets_in_any_order_and_language(void **state)
{
    reading r = READ("Ties: from;to;strength / jan;piet;#3", "Budget: post;bedrag / huur;#100", "ACTOREN: Naam;Macht / Jan;#2 / Piet;#4",
                     "Kladblok (negeren): wat / dan", "Uitleg (negeren): naam / uitleg");
    const sv_error *fault;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 2);
    assert_int_equal(sv_map_rows(r.map, SV_TIES), 1);
    assert_string_equal(cell_of(&r, SV_ACTORS, 1, "power"), "4");
    assert_int_equal(sv_extra_sheets(r.map), 1);
    assert_string_equal(sv_extra_sheet_name(sv_extra_sheet_get(r.map, 0)), "Budget");
    assert_string_equal(sv_extra_sheet_cell(sv_extra_sheet_get(r.map, 0), 0, 1), "100");
    assert_int_equal(count_faults(&r, SV_E_SHEET_UNKNOWN), 1);
    assert_int_equal(count_faults(&r, SV_E_SHEET_IGNORED), 1); /* our own explanation is passed over without a word */
    fault = find_fault(&r, SV_E_SHEET_IGNORED);
    assert_string_equal(fault->found, "Kladblok (negeren)");
    clear_reading(&r);
}

static void test_one_sheet_of_any_name(void **state)
{
    reading r = READ("Blad1: naam;soort / Jan;raadslid");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "kind"), "council_member");
    clear_reading(&r);
    r = READ("Blad1: voornaam;achternaam / Jan;Bakker");
    assert_int_equal(r.status, SV_DATA);
    assert_int_equal(r.error.code, SV_E_NOT_A_TABLE);
    clear_reading(&r);
}

static void test_the_same_sheet_twice(void **state)
{
    reading r = READ("Actoren: naam / Jan", "Actors: name / Piet");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(count_faults(&r, SV_E_SHEET_TWICE), 1);
    assert_string_equal(find_fault(&r, SV_E_SHEET_TWICE)->expected, "Actoren, Actors");
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 1);
    assert_int_equal(sv_extra_sheets(r.map), 1); /* kept, though it does not count */
    clear_reading(&r);
}

static void test_title_above_the_headers(void **state)
{
    reading r = READ("Actoren: Onze kaart / stand van mei;2026 /  / naam;soort / Jan;bewoner");
    const sv_error *fault;
    sv_place place;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 1);
    fault = find_fault(&r, SV_E_ROWS_ABOVE);
    assert_non_null(fault);
    assert_string_equal(fault->found, "2");
    assert_string_equal(fault->expected, "Onze kaart | stand van mei | 2026");
    sv_map_place(r.map, SV_ACTORS, 0, SV_ACTOR_NAME, &place);
    assert_int_equal(place.row, 5);
    clear_reading(&r);
}

static void test_headers_that_lack_a_column(void **state)
{
    reading r = READ("Actoren: voornaam;soort / Jan;bewoner / Piet;bewoner");
    (void)state;
    assert_int_equal(r.status, SV_DATA);
    assert_int_equal(r.error.code, SV_E_HEADER_MISSING);
    assert_string_equal(r.error.place.sheet, "Actoren");
    assert_string_equal(r.error.expected, "naam");
    clear_reading(&r);
    r = READ("Actoren: naam / Jan", "Relaties: van;soort / Jan;kent");
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(count_faults(&r, SV_E_HEADER_MISSING), 1);
    assert_int_equal(sv_extra_sheet_rows(sv_extra_sheet_get(r.map, 0)), 1);
    clear_reading(&r);
}

/* Blank rows between rows are just blank; when a whole set of headers follows, another table begins. */
static void test_tables_under_each_other(void **state)
{
    reading r = READ(
        "Actoren: naam;macht / Jan;#1 /  / Piet;#2 /  /  / van;naar;sterkte / Jan;Piet;#3 /  / soort;naam / bewoner;Kees / raadslid;Anna");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 4);
    assert_int_equal(sv_map_rows(r.map, SV_TIES), 1);
    assert_string_equal(cell_of(&r, SV_ACTORS, 1, "power"), "2");
    assert_string_equal(cell_of(&r, SV_ACTORS, 2, "name"), "Kees");
    assert_string_equal(cell_of(&r, SV_ACTORS, 3, "kind"), "council_member");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "strength"), "3");
    clear_reading(&r);
}

/* Kumu: one actor is a label with its type, several targets stand in one cell, and ties may name actors that stand nowhere else. */
static void test_kumu(void **state)
{
    reading r = READ("Elements: Label;Type;Description;Tags;Strength / Ann;Person;met hond;a|b;Strong / Ann;Place;;; / Ann;Person;met "
                     "kat;; / Bob;Person;;;",
                     "Connections: From;To;Type;Direction;Label / Bob;Cas | Dee;kent;mutual;x / Cas;Dee;helpt;directed;");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 5); /* Ann, Ann the place, Bob, Cas, Dee */
    assert_int_equal(count_faults(&r, SV_E_ELEMENT_TWICE), 1);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "note"), "met kat");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "themes"), "a|b");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "Strength"), "Strong");
    assert_int_equal(sv_map_rows(r.map, SV_TIES), 3);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "to"), "Cas");
    assert_string_equal(cell_of(&r, SV_TIES, 1, "to"), "Dee");
    assert_string_equal(cell_of(&r, SV_TIES, 1, "direction"), "both");
    assert_string_equal(cell_of(&r, SV_TIES, 1, "Label"), "x");
    assert_string_equal(cell_of(&r, SV_TIES, 2, "direction"), "forward");
    clear_reading(&r);
    r = READ("Connections: From;To / Ann;Bob");
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 2);
    clear_reading(&r);
}

static void test_onodo_and_gephi(void **state)
{
    reading r = READ("Nodes: Name;Type;Description;Visible / Ann;x;;#1 / Bob;y;;#1",
                     "Relations: Source;Type;Target;Directed / Ann;kent;Bob;#1 / Bob;kent;Ann;#0");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "direction"), "forward");
    assert_string_equal(cell_of(&r, SV_TIES, 1, "direction"), "both");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "Visible"), "1");
    clear_reading(&r);
    r = READ("Nodes: Id;Label / #1;Ann / #2;Bob", "Edges: Source;Target;Type;Weight / #1;#2;Directed;#2.5");
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 2);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "weight"), "2.5");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "direction"), "forward");
    clear_reading(&r);
}

static void expect_counts(const char *path, size_t actors, size_t ties)
{
    char *whole = data_path(path);
    reading r;
    if (!whole)
        skip();
    r = read_path(whole);
    free(whole);
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), actors);
    assert_int_equal(sv_map_rows(r.map, SV_TIES), ties);
    clear_reading(&r);
}

/* Counted in the CSV that LibreOffice 7.4 makes of each sheet: 52 and 114 lines with their headers. */
static void test_kumu_of_theirs(void **state)
{
    (void)state;
    expect_counts("formats/kumu/snap-to-tutorial-data.xlsx", 51, 113);
}

/* 3 and 2 lines. */
static void test_onodo_of_theirs(void **state)
{
    (void)state;
    expect_counts("formats/onodo/onodo_template.xlsx", 2, 1);
}

/* A matrix of 5 by 5 is no map; a workbook that was damaged on its way (its bytes were taken for text once) is refused. */
static void test_no_maps_of_theirs(void **state)
{
    static const struct {
        const char *path;
        sv_code code;
    } cases[] = {{"formats/gephi_import/spreadsheet/matrix.xlsx", SV_E_NOT_A_TABLE},
                 {"formats/gephi_import/spreadsheet/repeated_headers.xls", SV_E_WORKBOOK_OLD},
                 {"formats/kumu/overview-of-the-euro-crisis.xlsx", SV_E_WORKBOOK_DAMAGED}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *whole = data_path(cases[i].path);
        reading r;
        if (!whole)
            skip();
        r = read_path(whole);
        free(whole);
        assert_int_equal(r.status, SV_DATA);
        assert_int_equal(r.error.code, cases[i].code);
        clear_reading(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheets_in_any_order_and_language),
        cmocka_unit_test(test_one_sheet_of_any_name),
        cmocka_unit_test(test_the_same_sheet_twice),
        cmocka_unit_test(test_title_above_the_headers),
        cmocka_unit_test(test_headers_that_lack_a_column),
        cmocka_unit_test(test_tables_under_each_other),
        cmocka_unit_test(test_kumu),
        cmocka_unit_test(test_onodo_and_gephi),
        cmocka_unit_test(test_kumu_of_theirs),
        cmocka_unit_test(test_onodo_of_theirs),
        cmocka_unit_test(test_no_maps_of_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map as a folder of CSV files: nothing gets lost on the way in or out, and what is wrong is told with its place. */
#include "format/csv_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "model/table.h"
#include "reading.h"

static void test_dutch_and_english_names(void **state)
{
    char *folder = make_folder();
    reading r;
    (void)state;
    put_file(folder, "ACTOREN.csv", "Naam;Soort;Thema's;Macht;eigen\r\nZo\xC3\xAB;raadslid;wonen|zorg;2,5;ja\r\n");
    put_file(folder, "ties.csv", "from,to,strength\nzoe,zoe,3\n");
    put_file(folder, "Kaart.csv", "titel\nProef\n");
    put_file(folder, "README.md", "geen tabel");
    put_file(folder, "~$Actoren.csv", "slotbestand");
    r = read_path(folder);
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "kind"), "council_member");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "themes"), "wonen|zorg");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "power"), "2.5");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "own"), "true");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "strength"), "3");
    assert_string_equal(sv_map_title(r.map), "Proef");
    clear_reading(&r);
    remove_folder(folder);
}

/* A folder with one Actoren.csv, read. */
static reading read_actors(const char *text)
{
    char *folder = make_folder();
    reading r;
    put_file(folder, "Actoren.csv", text);
    r = read_path(folder);
    remove_folder(folder);
    return r;
}

static void expect_fault(const reading *r, sv_code code, uint64_t row, const char *column, const char *found)
{
    const sv_error *fault = find_fault(r, code);
    assert_non_null(fault);
    assert_string_equal(fault->place.file, "Actoren.csv");
    assert_int_equal(fault->place.row, row);
    assert_string_equal(fault->place.column, column);
    assert_string_equal(fault->found, found);
    assert_int_equal(count_faults(r, code), 1);
}

static void test_headers(void **state)
{
    reading r = read_actors("naam;name;eigen stuk;eigen stuk;\nJan;Johan;a;b;c\nPiet;;;;\n");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(count_faults(&r, SV_E_HEADER_TWICE), 2);
    expect_fault(&r, SV_E_COLUMN_UNKNOWN, 1, "eigen stuk", "eigen stuk");
    expect_fault(&r, SV_E_HEADER_EMPTY, 2, "5", "column 5");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "name"), "Jan");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "name (2)"), "Johan");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "eigen stuk"), "a");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "eigen stuk (2)"), "b");
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "column 5"), "c");
    clear_reading(&r);
    r = read_actors("voornaam;notitie\nJan;x\n");
    assert_int_equal(r.status, SV_DATA);
    assert_null(r.map);
    assert_int_equal(r.error.code, SV_E_HEADER_MISSING);
    assert_string_equal(r.error.expected, "naam");
    assert_string_equal(r.error.found, "voornaam, notitie");
    assert_int_equal(r.problems.items[r.problems.n - 1].code, SV_E_HEADER_MISSING);
    clear_reading(&r);
}

static void test_rows(void **state)
{
    reading r = read_actors("naam;notitie\nJan;a;b;c\nPiet;x;;\n\"Kees\";\"open\nrest;1\n");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    expect_fault(&r, SV_E_ROW_LONG, 2, "", "b | c");
    expect_fault(&r, SV_E_QUOTE_OPEN, 4, "notitie", "open");
    assert_false(sv_map_usable(r.map, SV_ACTORS, 0));
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "column 4"), "c");
    assert_true(sv_map_usable(r.map, SV_ACTORS, 1));
    assert_false(sv_map_usable(r.map, SV_ACTORS, 2));
    assert_int_equal(r.problems.errors, 2);
    clear_reading(&r);
}

static void test_sheets(void **state)
{
    char *folder = make_folder();
    reading r = read_path(folder);
    (void)state;
    assert_int_equal(r.error.code, SV_E_FOLDER_EMPTY);
    clear_reading(&r);
    put_file(folder, "Actoren.csv", "naam\nJan\n");
    put_file(folder, "actors.csv", "naam\nPiet\n");
    put_file(folder, "Relaties.csv", "wie;naar\nJan;Piet\n");
    put_file(folder, "Vraagstukken.csv", "");
    put_file(folder, "Wijken.csv", "wijk;inwoners;inwoners;\nNoord;12;13;x\n");
    r = read_path(folder);
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(count_faults(&r, SV_E_SHEET_TWICE), 1);
    assert_string_equal(find_fault(&r, SV_E_SHEET_TWICE)->expected, "Actoren.csv, actors.csv");
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 1);
    /* a sheet that lacks a column is said once, and kept as it stands */
    assert_int_equal(count_faults(&r, SV_E_HEADER_MISSING), 1);
    assert_int_equal(count_faults(&r, SV_E_REQUIRED), 0);
    assert_int_equal(count_faults(&r, SV_E_SHEET_EMPTY), 1);
    assert_int_equal(count_faults(&r, SV_E_SHEET_UNKNOWN), 1);
    assert_int_equal(sv_extra_sheets(r.map), 2);
    assert_string_equal(sv_extra_sheet_name(sv_extra_sheet_get(r.map, 1)), "Wijken");
    assert_string_equal(sv_extra_sheet_header(sv_extra_sheet_get(r.map, 1), 2), "inwoners (2)");
    assert_string_equal(sv_extra_sheet_cell(sv_extra_sheet_get(r.map, 1), 0, 3), "x");
    clear_reading(&r);
    remove_folder(folder);
}

static void test_lone_files(void **state)
{
    reading r = read_text("mensen.csv", "naam,functie\nJan,voorzitter\n");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "role"), "voorzitter");
    clear_reading(&r);
    r = read_text("wat.csv", "actor;vraagstuk;standpunt\nJan;plein;-2\n");
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_POSITIONS, 0, "position"), "-2");
    clear_reading(&r);
    r = read_text("iets.csv", "a;b\n1;2\n");
    assert_int_equal(r.status, SV_DATA);
    assert_int_equal(r.error.code, SV_E_NOT_A_TABLE);
    assert_string_equal(r.error.found, "iets.csv");
    clear_reading(&r);
    r = read_bytes("foto.csv", "\x89PNG\r\n\x1a\n\0\0", 10);
    assert_int_equal(r.error.code, SV_E_FORMAT_UNKNOWN);
    clear_reading(&r);
    r = read_text("kaart.xlsx", "PK\3\4xl/workbook");
    assert_int_equal(r.error.code, SV_E_WORKBOOK_DAMAGED);
    assert_string_equal(r.error.found, "kaart.xlsx");
    clear_reading(&r);
}

/* A map with everything that could get lost: faulty cells, formulas, lists, amounts, the user's own columns and sheets. */
static const char everything[] =
    "{\n\"speelveld\": 1,\n"
    "\"map\": {\"title\": \"=Proef; \\\"1\\\"\", \"date\": \"2026-03-01\"},\n"
    "\"actors\": [\n"
    "  {\"id\": \"jan\", \"name\": \"Jan, de \\\"Boer\\\"\", \"kind\": \"council_member\", \"own\": true, \"themes\": [\"a|b\", \"c;d\"], "
    "\"power\": 2.5, "
    "\"visibility\": \"private\", \"note\": \" '=x\\r\\ny\\nz\", \"kleur\": \"=rood\", \"-4\": \"-4\"},\n"
    "  {\"id\": \"piet\", \"name\": \"'Piet\", \"kind\": \"zzp\", \"power\": \"9\", \"trust\": -4, \"kleur\": \"'=\"}\n],\n"
    "\"ties\": [\n"
    "  {\"from\": \"jan\", \"to\": \"piet\", \"kind\": \"works_with\", \"strength\": 0.125, \"direction\": \"both\", \"since\": "
    "\"2020-12-31\", \"certainty\": 0.8, "
    "\"amount\": 12.125, \"weight\": 1e-07},\n"
    "  {\"from\": \"jan\", \"to\": \"piet\", \"since\": \"morgen\", \"amount\": 25000}\n],\n"
    "\"issues\": [\n  {\"id\": \"plein\", \"title\": \"Het plein\"}\n],\n"
    "\"positions\": [\n"
    "  {\"actor\": \"jan\", \"issue\": \"plein\", \"position\": -4},\n"
    "  {\"actor\": \"piet\", \"issue\": \"plein\", \"position\": \"unknown\"}\n],\n"
    "\"Wijken\": [\n  {\"wijk\": \"Noord\", \"aantal\": \"12\"},\n  {\"aantal\": \"-3\"}\n],\n"
    "\"eigen\": {\"a\": [1, 2.5, null], \"b\": \"=x\"}\n}\n";

static void round_trip(sv_language language)
{
    char *folder = make_folder();
    reading first = read_text("proef.json", everything), again;
    sv_write_options options = {.language = language};
    char *before, *after;
    assert_int_equal(first.status, SV_OK);
    before = map_as_json(first.map);
    assert_string_equal(before, everything);
    assert_int_equal(sv_map_write(first.map, folder, &options, NULL), SV_OK);
    again = read_path(folder);
    assert_int_equal(again.status, SV_OK);
    assert_int_equal(again.problems.errors, first.problems.errors);
    after = map_as_json(again.map);
    assert_string_equal(after, before);
    free(before);
    free(after);
    clear_reading(&first);
    clear_reading(&again);
    remove_folder(folder);
}

static void test_nothing_is_lost_in_dutch(void **state)
{
    (void)state;
    round_trip(SV_DUTCH);
}

static void test_nothing_is_lost_in_english(void **state)
{
    (void)state;
    round_trip(SV_ENGLISH);
}

static void test_written_as_dutch_excel_reads_it(void **state)
{
    char *folder = make_folder(), *text;
    reading r = read_text("proef.json", everything);
    sv_write_options dutch = {.language = SV_DUTCH};
    (void)state;
    assert_int_equal(sv_map_write(r.map, folder, &dutch, NULL), SV_OK);
    text = get_file(folder, "Relaties.csv");
    assert_string_equal(text, "\xEF\xBB\xBFvan;naar;soort;sterkte;richting;sinds;zekerheid;bedrag;gewicht\r\n"
                              "jan;piet;werkt_samen;0,125;beide;31-12-2020;0,8;12,1250;1e-07\r\n"
                              "jan;piet;;;;morgen;;25000;\r\n");
    free(text);
    text = get_file(folder, "Standpunten.csv");
    assert_string_equal(text, "\xEF\xBB\xBF"
                              "actor;vraagstuk;standpunt\r\njan;plein;-4\r\npiet;plein;onbekend\r\n");
    free(text);
    text = get_file(folder, "Kaart.csv");
    assert_string_equal(text, "\xEF\xBB\xBFtitel;datum\r\n\"'=Proef; \"\"1\"\"\";01-03-2026\r\n");
    free(text);
    clear_reading(&r);
    remove_folder(folder);
}

static void test_other_files_stay(void **state)
{
    char *folder = make_folder(), *text;
    reading r = read_text("proef.json", everything), again;
    sv_write_options dutch = {.language = SV_DUTCH};
    sv_error error;
    (void)state;
    put_file(folder, "notities.txt", "blijft");
    put_file(folder, "Contacten.csv", "datum;actor\n01-01-2026;jan\n");
    assert_int_equal(sv_map_write(r.map, folder, &dutch, NULL), SV_OK);
    text = get_file(folder, "notities.txt");
    assert_string_equal(text, "blijft");
    free(text);
    /* the map has no contacts: those of an older map do not come back */
    again = read_path(folder);
    assert_int_equal(sv_map_rows(again.map, SV_CONTACTS), 0);
    clear_reading(&again);
    /* the same sheets in the other language would make two of each */
    assert_int_equal(sv_map_write(r.map, folder, NULL, &error), SV_USAGE);
    assert_int_equal(error.code, SV_E_FILE_EXISTS);
    clear_reading(&r);
    remove_folder(folder);
}

static void test_names_of_sheets_stay_in_the_folder(void **state)
{
    char *folder = make_folder(), **names;
    reading r =
        read_text("x.json", "{\"actors\": [{\"name\": \"Jan\"}], \"../weg\": [{\"a\": \"1\"}], \".verborgen\": 3, \"sheet.x\": []}");
    size_t n;
    (void)state;
    assert_int_equal(sv_map_write(r.map, folder, NULL, NULL), SV_OK);
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    assert_int_equal(n, 4);
    assert_string_equal(names[0], "Actors.csv");
    assert_string_equal(names[1], "_._weg_1.csv");
    assert_string_equal(names[2], "_verborgen_2.csv");
    assert_string_equal(names[3], "sheet.x.csv");
    sv_file_list_free(names, n);
    clear_reading(&r);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dutch_and_english_names),
                                       cmocka_unit_test(test_headers),
                                       cmocka_unit_test(test_rows),
                                       cmocka_unit_test(test_sheets),
                                       cmocka_unit_test(test_lone_files),
                                       cmocka_unit_test(test_nothing_is_lost_in_dutch),
                                       cmocka_unit_test(test_nothing_is_lost_in_english),
                                       cmocka_unit_test(test_written_as_dutch_excel_reads_it),
                                       cmocka_unit_test(test_other_files_stay),
                                       cmocka_unit_test(test_names_of_sheets_stay_in_the_folder)};
    return cmocka_run_group_tests_name("csv_folder", tests, NULL, NULL);
}

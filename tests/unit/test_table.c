/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables: everything that is put in stays, in its column, whatever speelveld makes of it; what cannot be read spoils its row only. */
#include "model/table.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "support.h"

static void columns_have_their_own_numbers(void **state)
{
    sv_map *map = sv_map_new();
    size_t shoe, row;
    (void)state;
    assert_int_equal(sv_map_columns(map, SV_ACTORS), SV_ACTOR_COLUMN_COUNT);
    assert_string_equal(sv_map_header(map, SV_ACTORS, SV_ACTOR_NAME), "name");
    assert_true(sv_table_name(map, SV_ACTORS, "Mensen.csv", "Mensen"));
    assert_int_equal(sv_table_column(map, SV_ACTORS, "Naam"), SV_ACTOR_NAME);
    shoe = sv_table_column(map, SV_ACTORS, "Schoenmaat");
    assert_int_equal(shoe, SV_ACTOR_COLUMN_COUNT);
    assert_int_equal(sv_table_column(map, SV_ACTORS, "Schoenmaat"), shoe);
    assert_int_equal(sv_table_column(map, SV_ACTORS, "schoenmaat"), shoe + 1); /* what is not ours is taken by the letter */
    assert_string_equal(sv_map_header(map, SV_ACTORS, SV_ACTOR_NAME), "Naam");
    assert_int_equal(sv_map_columns(map, SV_ACTORS), SV_ACTOR_COLUMN_COUNT + 2);
    assert_int_equal(sv_map_columns(map, SV_TIES), SV_TIE_COLUMN_COUNT);
    row = sv_table_row(map, SV_ACTORS, NULL, 2);
    assert_true(sv_table_put(map, SV_ACTORS, row, shoe, "43 1/2", NULL));
    assert_true(sv_map_has(map, SV_ACTORS, shoe) && !sv_map_has(map, SV_ACTORS, shoe + 1) && !sv_map_has(map, SV_ACTORS, SV_ACTOR_NAME));
    assert_string_equal(sv_map_cell(map, SV_ACTORS, row, shoe), "43 1/2");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_NAME), "");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, row, 99), "");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, 99, shoe), "");
    sv_map_free(map);
}

static void cells_are_canonical_or_kept(void **state)
{
    sv_map *map = sv_map_new();
    sv_problems problems;
    size_t row;
    const sv_error *fault;
    (void)state;
    sv_problems_init(&problems);
    assert_true(sv_table_name(map, SV_ACTORS, "Actoren.csv", "Actoren"));
    row = sv_table_row(map, SV_ACTORS, NULL, 7);
    assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_POWER, " 2,5 ", &problems));
    assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_UPDATED, "1-3-2026", &problems));
    assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_TRUST, "   ", &problems));
    assert_int_equal(problems.n, 0);
    assert_true(sv_map_usable(map, SV_ACTORS, row));
    assert_true(sv_map_number(map, SV_ACTORS, row, SV_ACTOR_POWER) == 2.5);
    assert_int_equal(sv_map_date(map, SV_ACTORS, row, SV_ACTOR_UPDATED), 20260301);
    assert_true(isnan(sv_map_number(map, SV_ACTORS, row, SV_ACTOR_TRUST)));
    assert_int_equal(sv_map_date(map, SV_ACTORS, row, SV_ACTOR_KEEP_UNTIL), 0);
    assert_false(sv_map_has(map, SV_ACTORS, SV_ACTOR_TRUST));
    assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_INTEREST, "veel", &problems));
    assert_string_equal(sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_INTEREST), "veel");
    assert_false(sv_map_usable(map, SV_ACTORS, row));
    fault = first_fault(&problems, SV_E_NUMBER);
    assert_non_null(fault);
    assert_string_equal(fault->place.file, "Actoren.csv");
    assert_string_equal(fault->place.column, "interest");
    assert_int_equal(fault->place.row, 7);
    assert_string_equal(fault->found, "veel");
    sv_problems_clear(&problems);
    sv_map_free(map);
}

/* A kind that speelveld does not know is said once, however many rows have it, and spoils none of them. */
static void unknown_kinds_are_said_once(void **state)
{
    sv_problems problems;
    sv_map *map;
    (void)state;
    sv_problems_init(&problems);
    map = map_of("= Actors\nid;name;kind\na;Anna;bakker\nb;Bob;bakker\nc;Cas;slager\n= Ties\nfrom;to;kind\na;b;bewondert\nb;c;bewondert\n", &problems);
    assert_int_equal(faults(&problems, SV_E_KIND_UNKNOWN), 2);
    assert_int_equal(faults(&problems, SV_E_TIE_KIND_UNKNOWN), 1);
    assert_int_equal(problems.errors + problems.warnings, 0);
    assert_string_equal(sv_map_cell(map, SV_ACTORS, 1, SV_ACTOR_KIND), "bakker");
    assert_string_equal(sv_map_actor(map, 1)->kind->id, "actor");
    assert_string_equal(sv_map_tie(map, 1)->kind->id, "knows");
    assert_true(sv_map_actor(map, 1)->usable && sv_map_tie(map, 1)->usable);
    sv_problems_clear(&problems);
    sv_map_free(map);
}

static void numbers_are_checked_too(void **state)
{
    sv_map *map = sv_map_new();
    sv_problems problems;
    size_t good, bad, column;
    (void)state;
    sv_problems_init(&problems);
    good = sv_table_row(map, SV_ACTORS, NULL, 1);
    bad = sv_table_row(map, SV_ACTORS, NULL, 2);
    assert_true(sv_table_put_number(map, SV_ACTORS, good, SV_ACTOR_POWER, 0.1 + 0.2, &problems));
    assert_true(sv_table_put_number(map, SV_ACTORS, bad, SV_ACTOR_POWER, 4.5, &problems));
    assert_true(sv_table_put_number(map, SV_ACTORS, good, SV_ACTOR_NAME, 1984, &problems)); /* a name may look like a number */
    column = sv_table_column(map, SV_ACTORS, "schoenmaat");
    assert_true(sv_table_put_number(map, SV_ACTORS, good, column, 43.5, &problems));
    assert_true(sv_map_number(map, SV_ACTORS, good, SV_ACTOR_POWER) == 0.1 + 0.2); /* to the last bit */
    assert_string_equal(sv_map_cell(map, SV_ACTORS, good, SV_ACTOR_NAME), "1984");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, good, column), "43.5");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, bad, SV_ACTOR_POWER), "4.5");
    assert_true(sv_map_usable(map, SV_ACTORS, good) && !sv_map_usable(map, SV_ACTORS, bad));
    assert_int_equal(faults(&problems, SV_E_NUMBER_RANGE), 1);
    sv_problems_clear(&problems);
    sv_map_free(map);
}

static void json_is_told_from_text(void **state)
{
    sv_map *map = sv_map_new();
    size_t row = sv_table_row(map, SV_ACTORS, NULL, 1), column = sv_table_column(map, SV_ACTORS, "extra");
    (void)state;
    assert_true(sv_table_put_json(map, SV_ACTORS, row, column, "[1, 2]"));
    assert_true(sv_table_is_json(map, SV_ACTORS, row, column));
    assert_false(sv_table_is_json(map, SV_ACTORS, row + 1, column));
    assert_false(sv_table_is_json(map, SV_ACTORS, row, column + 1));
    assert_string_equal(sv_map_cell(map, SV_ACTORS, row, column), "[1, 2]");
    sv_map_free(map);
}

/* Rows know where they came from, also when a map came from several files. */
static void rows_know_their_place(void **state)
{
    sv_map *map = sv_map_new();
    sv_place place;
    size_t first, second;
    (void)state;
    assert_true(sv_table_name(map, SV_TIES, "Relaties.csv", "Relaties"));
    first = sv_table_row(map, SV_TIES, NULL, 2);
    second = sv_table_row(map, SV_TIES, "Meer.csv", 5);
    sv_table_column(map, SV_TIES, "van");
    sv_map_place(map, SV_TIES, first, SV_TIE_FROM, &place);
    assert_string_equal(place.file, "Relaties.csv");
    assert_string_equal(place.sheet, "Relaties");
    assert_string_equal(place.column, "van");
    assert_int_equal(place.row, 2);
    sv_map_place(map, SV_TIES, second, SIZE_MAX, &place);
    assert_string_equal(place.file, "Meer.csv");
    assert_string_equal(place.column, "");
    assert_int_equal(place.row, 5);
    sv_map_place(map, SV_TIES, 99, SIZE_MAX, &place);
    assert_int_equal(place.row, 0);
    sv_map_free(map);
}

enum { many = 3000 };

/* Rows far down a column that starts late, with cells that repeat the one above, stay what they were. */
static void many_rows_keep_their_cells(void **state)
{
    sv_map *map = sv_map_new();
    (void)state;
    for (size_t i = 0; i < many; i++) {
        char name[32];
        size_t row = sv_table_row(map, SV_ACTORS, "a.csv", i + 1);
        assert_int_equal(row, i);
        snprintf(name, sizeof name, "actor %zu", i / 3);
        assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_NAME, name, NULL));
        if (i >= many / 2 && i % 2)
            assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_NOTE, name, NULL));
    }
    for (size_t i = 0; i < many; i++) {
        char name[32];
        snprintf(name, sizeof name, "actor %zu", i / 3);
        assert_string_equal(sv_map_cell(map, SV_ACTORS, i, SV_ACTOR_NAME), name);
        assert_string_equal(sv_map_cell(map, SV_ACTORS, i, SV_ACTOR_NOTE), i >= many / 2 && i % 2 ? name : "");
    }
    sv_map_free(map);
}

static void extra_sheets_are_kept_whole(void **state)
{
    sv_map *map = sv_map_new();
    sv_extra_sheet *shopping = sv_extra_sheet_add(map, "Boodschappen"), *tree = sv_extra_sheet_add(map, "boom");
    size_t column;
    (void)state;
    column = sv_extra_sheet_column(map, shopping, "wat");
    assert_int_equal(sv_extra_sheet_column(map, shopping, "wat"), column);
    assert_true(sv_extra_sheet_put(map, shopping, 2, column, "melk"));
    assert_true(sv_extra_sheet_put(map, shopping, 3, column, ""));
    assert_true(sv_extra_sheet_set_json(map, tree, "{\"a\": [1]}"));
    assert_int_equal(sv_extra_sheets(map), 2);
    assert_ptr_equal(sv_extra_sheet_get(map, 0), shopping);
    assert_string_equal(sv_extra_sheet_name(shopping), "Boodschappen");
    assert_int_equal(sv_extra_sheet_rows(shopping), 4);
    assert_int_equal(sv_extra_sheet_columns(shopping), 1);
    assert_string_equal(sv_extra_sheet_header(shopping, 0), "wat");
    assert_string_equal(sv_extra_sheet_cell(shopping, 2, 0), "melk");
    assert_string_equal(sv_extra_sheet_cell(shopping, 0, 0), "");
    assert_null(sv_extra_sheet_json(shopping));
    assert_string_equal(sv_extra_sheet_json(tree), "{\"a\": [1]}");
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_have_their_own_numbers), cmocka_unit_test(cells_are_canonical_or_kept), cmocka_unit_test(unknown_kinds_are_said_once),
        cmocka_unit_test(numbers_are_checked_too),        cmocka_unit_test(json_is_told_from_text),      cmocka_unit_test(rows_know_their_place),
        cmocka_unit_test(many_rows_keep_their_cells),     cmocka_unit_test(extra_sheets_are_kept_whole),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}

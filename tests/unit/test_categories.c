/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Categories: a cell names several, one word in two spellings is one, and nobody is counted twice. */
#include "advice/categories.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "support.h"

static sv_map *town(void)
{
    sv_map *map = map_of("= Actors\nid;name;sector\na;A;Zorg\nb;B;\nc;C;\nd;D;...\n= "
                         "Signals\ndate;neighbourhood\n2026-01-01;West\n2026-01-02;WEST\n2026-01-03;Oost\n2026-01-04;\n",
                         NULL);
    return map;
}

static void words_are_compared_as_people_read_them(void **state)
{
    sv_arena names = {0};
    categories found = {.names = &names};
    sv_map *map = town();
    (void)state;
    for (size_t i = 0; i < 4; i++)
        categories_add_cell(&found, SV_DIMENSION_SECTOR, map, SV_ACTOR_SECTOR, i);
    categories_add(&found, SV_DIMENSION_SECTOR, "zórg", 1);
    categories_add(&found, SV_DIMENSION_SECTOR, "Wonen", 2);
    categories_add(&found, SV_DIMENSION_SECTOR, "ZORG", 1);        /* named twice */
    categories_add(&found, SV_DIMENSION_NEIGHBOURHOOD, "Zorg", 2); /* a neighbourhood of that name is something else */
    for (size_t row = 0; row < 4; row++)
        categories_add_signal(&found, SV_DIMENSION_NEIGHBOURHOOD, map, SV_SIGNAL_NEIGHBOURHOOD, row);
    categories_sort(&found);
    assert_false(found.failed);
    assert_int_equal(found.n, 6); /* Zorg, ... , Wonen; Zorg, West, Oost */
    assert_string_equal(found.items[0].name, "Zorg");
    assert_int_equal(found.items[0].n, 2);
    assert_int_equal(found.actors[found.items[0].first], 0);
    assert_int_equal(found.actors[found.items[0].first + 1], 1);
    assert_string_equal(found.items[2].name, "Wonen");
    assert_int_equal(found.items[2].n, 1);
    assert_int_equal(found.items[3].by, SV_DIMENSION_NEIGHBOURHOOD);
    assert_int_equal(found.items[3].n, 1);
    assert_string_equal(found.items[4].name, "West");
    assert_int_equal(found.items[4].n, 0);
    assert_int_equal(found.items[4].signals, 2);
    assert_int_equal(found.items[5].signals, 1);
    categories_clear(&found);
    sv_arena_clear(&names);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_compared_as_people_read_them)};
    return cmocka_run_group_tests_name("categories", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The policy network put together as one map is the published one: its network is that of the information given, and nothing got lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "chemnet_map.h"

static size_t ties_of_kind(const sv_map *map, const char *kind)
{
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++)
        n += strcmp(sv_map_tie(map, row)->kind->id, kind) == 0;
    return n;
}

static void the_map_is_whole(void **state)
{
    sv_map *map = chemnet_map();
    sv_network *network;
    sv_scores *scores;
    support_table table;
    (void)state;
    if (!map)
        skip();
    assert_int_equal(sv_map_rows(map, SV_ACTORS), 50);
    assert_int_equal(sv_map_rows(map, SV_MEMBERSHIPS), 180);
    assert_int_equal(sv_map_rows(map, SV_ISSUES), 6);
    assert_int_equal(sv_map_rows(map, SV_POSITIONS), 30 * 6);
    assert_int_equal(ties_of_kind(map, "informs"), 342);
    assert_int_equal(ties_of_kind(map, "influences"), 283); /* 296 rows, of which 13 name themselves */
    assert_int_equal(sv_map_position(map, 0)->value, 0);    /* BMA on self-regulation */
    network = network_of(map, NULL);
    assert_int_equal(sv_network_actors(network), 30); /* committees are drawn, not scored */
    scores = scores_of(network);
    table = reference_table("chemnet_pol.csv");
    assert_int_equal(table.rows, 30);
    for (size_t i = 0; i < table.rows; i++) {
        assert_near(score_of(scores, "degree", table_cell(&table, i, "id")), table_number(&table, i, "degree"));
        assert_near_at(score_of(scores, "harmonic", table_cell(&table, i, "id")), table_number(&table, i, "harmonic"), 1e-9, __FILE__, __LINE__);
        assert_near_at(score_of(scores, "betweenness", table_cell(&table, i, "id")), table_number(&table, i, "betweenness"), 1e-9, __FILE__,
                       __LINE__);
    }
    table_clear(&table);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_map_is_whole)};
    return cmocka_run_group_tests_name("chemnet", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The warmest ways: small maps by hand, every small graph beside all ways there are, the sample, and maps with little or much in them. */
#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "brute_ways.h"
#include "reading.h"
#include "support.h"

/* The actors of the warmest way to one, "anna ben cas"; "" when there is none. */
static void warmest_way(const sv_map *map, const sv_ways *ways, const char *from, const char *to, char text[200])
{
    const size_t start = row_of(map, from);
    sv_warmest *warmest;
    sv_way way;
    double product = 1;
    size_t length = 0;
    assert_int_equal(sv_warmest_new(ways, &start, 1, &warmest, NULL), SV_OK);
    assert_int_equal(sv_warmest_way(warmest, row_of(map, to), &way, NULL), SV_OK);
    text[0] = '\0';
    for (size_t i = 0; i < way.n; i++) {
        if (i == 0)
            length += (size_t)snprintf(text, 200, "%s", sv_map_actor(map, way.steps[0].from)->id);
        length += (size_t)snprintf(text + length, 200 - length, " %s", sv_map_actor(map, way.steps[i].to)->id);
        product *= way.steps[i].warmth;
    }
    assert_near(way.warmth, way.n || start == row_of(map, to) ? product : 0);
    assert_near(sv_warmest_warmth(warmest, row_of(map, to)), way.warmth);
    sv_way_clear(&way);
    sv_warmest_free(warmest);
}

static void a_long_warm_way_beats_a_short_cold_one(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\nz;Z\n= Ties\nfrom;to;strength\na;c;3\na;b;4\nb;c;4\n", NULL);
    sv_ways *ways = ways_of(map, NULL);
    char text[200];
    (void)state;
    warmest_way(map, ways, "a", "c", text); /* .9 x .9 = .81, and straight on .7 */
    assert_string_equal(text, "a b c");
    warmest_way(map, ways, "a", "z", text);
    assert_string_equal(text, "");
    warmest_way(map, ways, "a", "a", text);
    assert_string_equal(text, "");
    sv_ways_free(ways);
    sv_map_free(map);
}

/*
 * From a to e four ways of .7 x .5: through b or d (of .7 then .5) or c (.5 then .7), and straight on: .35 = .3 + .25 x .2, strength 1.25.
 * Without the straight one the smaller id decides, wherever it stands in the file.
 */
static void ties_go_to_the_shorter_way_and_then_the_smaller_id(void **state)
{
    static const char head[] =
        "= Actors\nid;name\nd;D\nc;C\nb;B\na;A\ne;E\nf;F\n= Ties\nfrom;to;strength\na;d;3\na;c;2\na;b;3\nd;e;2\nc;e;3\nb;e;2\ne;f;1\n";
    char more[300], text[200];
    sv_map *map = map_of(head, NULL);
    sv_ways *ways = ways_of(map, NULL);
    (void)state;
    warmest_way(map, ways, "a", "e", text);
    assert_string_equal(text, "a b e");
    warmest_way(map, ways, "f", "a", text);
    assert_string_equal(text, "f e b a");
    sv_ways_free(ways);
    sv_map_free(map);
    snprintf(more, sizeof more, "%sa;e;1,25\n", head);
    map = map_of(more, NULL);
    ways = ways_of(map, NULL);
    warmest_way(map, ways, "a", "e", text);
    assert_string_equal(text, "a e");
    sv_ways_free(ways);
    sv_map_free(map);
}

/* Compares every warmest way of a graph with all the ways there are. */
static void compare_with_all_paths(const sv_map *map, const brute_graph *graph, const size_t *from, size_t n_from)
{
    brute_path paths[brute_paths_most];
    sv_ways *ways = ways_of(map, NULL);
    sv_warmest *warmest;
    assert_int_equal(sv_warmest_new(ways, from, n_from, &warmest, NULL), SV_OK);
    for (size_t to = 0; to < graph->n; to++) {
        size_t n = brute_paths(graph, from, n_from, to, paths);
        sv_way way;
        assert_near(sv_warmest_warmth(warmest, to), n ? paths[0].warmth : 0);
        assert_int_equal(sv_warmest_way(warmest, to, &way, NULL), SV_OK);
        if (n)
            expect_path(&way, &paths[0]);
        else
            assert_true(way.n == 0 && way.warmth == 0);
        sv_way_clear(&way);
    }
    sv_warmest_free(warmest);
    sv_ways_free(ways);
}

/* The warmest way from everyone to one actor is as warm as all paths say, and goes from the one to the other. */
static void compare_towards(const sv_map *map, const brute_graph *graph, size_t to)
{
    brute_path paths[brute_paths_most];
    sv_ways *ways = ways_of(map, NULL);
    sv_warmest *warmest;
    assert_int_equal(sv_warmest_towards_new(ways, to, &warmest, NULL), SV_OK);
    for (size_t from = 0; from < graph->n; from++) {
        size_t n = brute_paths(graph, &from, 1, to, paths);
        sv_way way;
        assert_int_equal(sv_warmest_way(warmest, from, &way, NULL), SV_OK);
        assert_near(way.warmth, n ? paths[0].warmth : 0);
        assert_int_equal(way.n ? way.steps[0].from : from, from);
        assert_int_equal(way.n ? way.steps[way.n - 1].to : to, to);
        for (size_t i = 0; i < way.n; i++)
            assert_near(way.steps[i].warmth, graph->warmth[way.steps[i].from][way.steps[i].to]);
        sv_way_clear(&way);
    }
    sv_warmest_free(warmest);
    sv_ways_free(ways);
}

/* All undirected graphs to 5 actors and all directed ones to 4, with strengths drawn, from one actor and from two. */
static void it_is_the_warmest_of_all_paths(void **state)
{
    static const size_t from[] = {0, 2};
    unsigned long long seed = 42;
    (void)state;
    for (size_t n = 3; n <= 5; n++)
        for (int directed = 0; directed < (n < 5 ? 2 : 1); directed++) {
            size_t pairs = n * (n - 1) / (directed ? 1 : 2);
            for (unsigned edges = 0; edges < 1U << pairs; edges++) {
                unsigned strengths[20];
                brute_graph graph;
                sv_map *map;
                for (size_t i = 0; i < pairs; i++)
                    strengths[i] = edges >> i & 1 ? 1 + draw_number(&seed, 5) : 0;
                map = (directed ? brute_directed : brute_undirected)(&graph, n, strengths);
                compare_with_all_paths(map, &graph, from, 1 + edges % 2);
                compare_towards(map, &graph, edges % n);
                sv_map_free(map);
            }
        }
}

/*
 * Fatima knows Jacoba (4, last contact 24 September: 7 days before 1 October), who is family of Hanneke (4): .9 x .5^(7/730.5) x .9. To the
 * team that tie is not told.
 */
static void in_waterrijk_the_way_goes_through_jacoba(void **state)
{
    const sv_ways_options day = {.as_of = 20261001};
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE), *team = read_edition("data/waterrijk", SV_TEAM);
    sv_ways *ways = ways_of(map, &day), *team_ways = ways_of(team, &day);
    sv_warmest *warmest;
    sv_step step;
    size_t *own, n_own;
    char text[200];
    (void)state;
    warmest_way(map, ways, "el-idrissi", "lindeboom-kok", text);
    assert_string_equal(text, "el-idrissi lindeboom lindeboom-kok");
    assert_int_equal(sv_own_actors(map, &own, &n_own, NULL), SV_OK);
    assert_int_equal(n_own, 3);
    assert_int_equal(sv_warmest_new(ways, own, n_own, &warmest, NULL), SV_OK);
    assert_near(sv_warmest_warmth(warmest, row_of(map, "lindeboom-kok")), .9 * pow(.5, 7 / 730.5) * .9);
    assert_near(sv_warmest_warmth(warmest, row_of(map, "hoekstra")), 1);
    assert_false(sv_ways_step(team_ways, row_of(team, "lindeboom"), row_of(team, "lindeboom-kok"), &step));
    sv_warmest_free(warmest);
    free(own);
    sv_ways_free(ways);
    sv_ways_free(team_ways);
    sv_map_free(map);
    sv_map_free(team);
}

static void a_map_without_anything_has_no_ways(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\n", NULL);
    sv_ways *ways = ways_of(map, NULL);
    sv_warmest *warmest;
    size_t *own, n_own;
    (void)state;
    assert_int_equal(sv_own_actors(map, &own, &n_own, NULL), SV_OK);
    assert_int_equal(sv_warmest_new(ways, own, n_own, &warmest, NULL), SV_OK);
    sv_warmest_free(warmest);
    free(own);
    sv_ways_free(ways);
    sv_map_free(map);
}

/* A chain of 3,000 of the coldest ties is still a way, and warmth does not sink to "none". */
static void a_very_long_way_is_still_a_way(void **state)
{
    sv_text text = {0};
    sv_map *map;
    sv_ways *ways;
    sv_warmest *warmest;
    const size_t from = 0;
    (void)state;
    sv_text_add(&text, "= Actors\nid;name\n");
    for (int i = 0; i < 3000; i++)
        sv_text_addf(&text, "n%d;N%d\n", i, i);
    sv_text_add(&text, "= Ties\nfrom;to;strength\n");
    for (int i = 1; i < 3000; i++)
        sv_text_addf(&text, "n%d;n%d;1\n", i - 1, i);
    map = map_of(text.bytes, NULL);
    ways = ways_of(map, NULL);
    assert_int_equal(sv_warmest_new(ways, &from, 1, &warmest, NULL), SV_OK);
    assert_true(sv_warmest_warmth(warmest, 2999) > 0);
    sv_warmest_free(warmest);
    sv_ways_free(ways);
    sv_map_free(map);
    sv_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_warm_way_beats_a_short_cold_one), cmocka_unit_test(ties_go_to_the_shorter_way_and_then_the_smaller_id),
        cmocka_unit_test(it_is_the_warmest_of_all_paths),         cmocka_unit_test(in_waterrijk_the_way_goes_through_jacoba),
        cmocka_unit_test(a_map_without_anything_has_no_ways),     cmocka_unit_test(a_very_long_way_is_still_a_way),
    };
    return cmocka_run_group_tests_name("warmest", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network: who stands in it, numbered as in the map, with ties in order; and the guard around igraph. */
#include "network/guard.h"
#include "network/network.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static void an_empty_map_has_an_empty_network(void **state)
{
    sv_map *map = map_of("", NULL);
    sv_network *network = network_of(map, NULL);
    (void)state;
    assert_int_equal(sv_network_actors(network), 0);
    assert_int_equal(sv_network_ties(network), 0);
    assert_ptr_equal(sv_network_map(network), map);
    assert_true(sv_network_get_options(network)->as_of == 0 && !sv_network_get_options(network)->strength);
    sv_network_free(network);
    sv_map_free(map);
    sv_network_free(NULL);
}

static void one_actor_is_a_network(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\n= Ties\nfrom;to\na;a\n", NULL);
    sv_network *network = network_of(map, NULL);
    (void)state;
    assert_int_equal(sv_network_actors(network), 1);
    assert_int_equal(sv_network_ties(network), 0);
    sv_network_free(network);
    sv_map_free(map);
}

/* Municipality, council, party and committee are drawn and not scored; faulty actors are out; our own are in. Vertices follow the map. */
static void containers_are_out_and_we_are_in(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;own;power\ng;Gemeente;municipality;;\na;Anna;;ja;\nr;Raad;council;;\nx;Fout;;;9\np;Partij;party;;\nb;Bob;resident;;\n"
                         "k;Commissie;committee;;\ns;Samen Sterk;alliance;;\n"
                         "= Ties\nfrom;to\na;g\nr;b\na;b\nx;a\np;s\n= Memberships\nwho;of\na;s\nb;r\nb;p\nb;k\n",
                         NULL);
    sv_network *network = network_of(map, NULL);
    size_t from, to;
    double strength;
    (void)state;
    assert_int_equal(sv_network_actors(network), 3); /* anna, bob, samen sterk */
    assert_int_equal(sv_network_vertex(network, row_of(map, "a")), 0);
    assert_int_equal(sv_network_vertex(network, row_of(map, "b")), 1);
    assert_int_equal(sv_network_vertex(network, row_of(map, "s")), 2);
    assert_int_equal(sv_network_vertex(network, row_of(map, "g")), SV_NO_ROW);
    assert_int_equal(sv_network_vertex(network, row_of(map, "x")), SV_NO_ROW);
    for (size_t v = 0; v < 3; v++)
        assert_int_equal(sv_network_vertex(network, sv_network_actor(network, v)), v);
    assert_int_equal(sv_network_ties(network), 2); /* anna-bob, anna-samen sterk */
    sv_network_tie(network, 0, &from, &to, &strength);
    assert_true(from == 0 && to == 1 && strength == 2);
    sv_network_tie(network, 1, &from, &to, &strength);
    assert_true(from == 0 && to == 2 && strength == 3);
    sv_network_free(network);
    sv_map_free(map);
}

enum { people = 20 };

/* Ties come out sorted, each pair once, the smaller first, in whatever order and direction the rows stand. */
static void ties_are_sorted_and_single(void **state)
{
    size_t ties[people * people][2], m = 0, pairs = 0, last_from = 0, last_to = 0;
    bool tied[people][people] = {{false}};
    sv_map *map;
    sv_network *network;
    (void)state;
    for (size_t i = 0; i < people; i++)
        for (size_t j = 0; j < people; j++)
            if ((i * 7 + j * 3) % 5 == 0) {
                size_t from = people - 1 - i;
                pairs += from != j && !tied[from][j];
                tied[from][j] = tied[j][from] = true;
                ties[m][0] = from;
                ties[m++][1] = j;
            }
    map = graph_map(people, m, (const size_t(*)[2])ties, NULL);
    network = network_of(map, NULL);
    assert_int_equal(m, people * people / 5);
    assert_true(pairs > 30 && pairs < m);
    assert_int_equal(sv_network_ties(network), pairs);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        assert_true(from < to && to < people && strength == 2);
        assert_true(i == 0 || from > last_from || (from == last_from && to > last_to));
        last_from = from;
        last_to = to;
    }
    assert_int_equal(sv_network_actors(network), people);
    sv_network_free(network);
    sv_map_free(map);
}

/* The length of a tie is 1/strength^alpha: of strength 4 a quarter, and with alpha 2 a sixteenth; with no strengths all are 1 strong. */
static void strengths_make_lengths(void **state)
{
    const size_t ties[][2] = {{0, 1}, {1, 2}};
    const double strengths[] = {4, 1};
    sv_map *map = graph_map(3, 2, ties, strengths);
    sv_network *plain = network_of(map, NULL), *weighed = network_of(map, &(sv_network_options){.strength = true});
    sv_network *squared = network_of(map, &(sv_network_options){.strength = true, .alpha = 2});
    (void)state;
    for (int back = 0; back < 2; back++) {
        assert_near(network_strength(plain, 0, back), 1);
        assert_near(network_strength(weighed, 0, back), 4);
        assert_near(network_length(weighed, 0, back), 0.25);
        assert_near(network_length(weighed, 1, back), 1);
        assert_near(network_strength(squared, 0, back), 4);
        assert_near(network_length(squared, 0, back), 0.0625);
    }
    assert_near(sv_network_get_options(plain)->alpha, 1);
    sv_network_free(plain);
    sv_network_free(weighed);
    sv_network_free(squared);
    sv_map_free(map);
}

static void ignored(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
}

/* igraph's errors become ours, with its first words, instead of ending the program; and its handler is put back. */
static void the_guard_turns_errors_into_ours(void **state)
{
    igraph_t graph;
    igraph_error_t code;
    igraph_error_handler_t *old = igraph_set_error_handler(ignored);
    sv_guard guard;
    sv_error error = {0};
    (void)state;
    sv_guard_begin(&guard);
    code = igraph_empty(&graph, -1, IGRAPH_UNDIRECTED);
    assert_int_not_equal(code, IGRAPH_SUCCESS);
    assert_int_equal(sv_guard_end(&guard, code, &error), SV_INTERNAL);
    assert_int_equal(error.code, SV_E_IGRAPH);
    assert_true(strlen(error.found) > 10);
    assert_ptr_equal(igraph_set_error_handler(old), ignored);
    sv_guard_begin(&guard);
    assert_int_equal(sv_guard_end(&guard, IGRAPH_ENOMEM, &error), SV_MEMORY);
    assert_int_equal(error.code, SV_E_MEMORY);
    sv_guard_begin(&guard);
    assert_int_equal(sv_guard_end(&guard, IGRAPH_SUCCESS, &error), SV_OK);
}

/* Chance is the same each time: two runs of anything random in igraph give the same numbers. */
static void chance_repeats(void **state)
{
    double drawn[2];
    (void)state;
    for (int i = 0; i < 2; i++) {
        sv_guard guard;
        sv_guard_begin(&guard);
        drawn[i] = igraph_rng_get_unif01(igraph_rng_default());
        assert_int_equal(sv_guard_end(&guard, IGRAPH_SUCCESS, NULL), SV_OK);
        igraph_rng_seed(igraph_rng_default(), 7);
    }
    assert_true(drawn[0] == drawn[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_has_an_empty_network), cmocka_unit_test(one_actor_is_a_network), cmocka_unit_test(containers_are_out_and_we_are_in),
        cmocka_unit_test(ties_are_sorted_and_single), cmocka_unit_test(strengths_make_lengths),
        cmocka_unit_test(the_guard_turns_errors_into_ours), cmocka_unit_test(chance_repeats),
    };
    return cmocka_run_group_tests_name("network", tests, NULL, NULL);
}

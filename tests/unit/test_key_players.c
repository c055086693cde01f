/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Key players against a path worked out by hand, every set of every graph of up to 5 vertices by the definitions, and
 * published networks of which all sets were tried by another program.
 */
#include <speelveld/format.h>
#include <speelveld/score.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chemnet_map.h"
#include "reading.h"
#include "score/key_players.h"

enum { most = 12, most_ties = most * most, all_sets = 1000 };

static const sv_key_measure measures[] = {SV_KEY_REACH, SV_KEY_NEIGHBOURS, SV_KEY_FRAGMENTATION, SV_KEY_DISTANCE};

/* ---- Plain graphs ---- */

typedef struct graph {
    size_t n;
    bool tied[most][most];
    size_t start[most + 1], neighbour[most_ties];
} graph;

static void tie(graph *g, size_t a, size_t b)
{
    g->tied[a][b] = g->tied[b][a] = true;
}

/* Fills the flat arrays from the matrix. */
static void close_graph(graph *g)
{
    size_t n = 0;
    for (size_t v = 0; v < g->n; v++) {
        g->start[v] = n;
        for (size_t u = 0; u < g->n; u++)
            if (g->tied[v][u])
                g->neighbour[n++] = u;
    }
    g->start[g->n] = n;
}

static sv_neighbours plain(const graph *g)
{
    return (sv_neighbours){g->n, g->start, g->neighbour};
}

static graph path_of(size_t n)
{
    graph g = {.n = n};
    for (size_t v = 0; v + 1 < n; v++)
        tie(&g, v, v + 1);
    close_graph(&g);
    return g;
}

static sv_key_players search(const graph *g, const sv_key_options *options)
{
    const sv_neighbours flat = plain(g);
    sv_key_players found;
    assert_int_equal(sv_key_players_search(&flat, options, &found, NULL), SV_OK);
    return found;
}

static void expect(const graph *g, sv_key_measure measured, size_t size, double value, double before, const size_t *members)
{
    const sv_key_options options = {.measure = measured, .size = size};
    sv_key_players found = search(g, &options);
    assert_near(found.value, value);
    assert_near(found.before, before);
    assert_true(found.exhaustive);
    assert_int_equal(found.n_sets, 1);
    assert_int_equal(found.size, size);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(found.members[i], members[i]);
    sv_key_players_clear(&found);
}

/* 0 - 1 - 2 - 3 - 4 */
static void a_path_by_hand(void **state)
{
    graph g = path_of(5);
    const size_t middle[] = {2}, pair[] = {0, 3}, both[] = {1, 3};
    (void)state;
    expect(&g, SV_KEY_REACH, 1, (1 + 2 + 2 * 0.5) / 5, 0, middle);
    expect(&g, SV_KEY_NEIGHBOURS, 2, 5, 0, pair);                 /* as good as {1, 3}, and before it */
    expect(&g, SV_KEY_REACH, 2, 1, 0, pair);                      /* the best one is in no best pair */
    expect(&g, SV_KEY_FRAGMENTATION, 1, 1 - 4.0 / 12, 0, middle); /* two pairs are left of six */
    expect(&g, SV_KEY_FRAGMENTATION, 2, 1, 0, both);
    /* before: 4 pairs of 1 step, 3 of 2, 2 of 3 and 1 of 4: 4 + 3/2 + 2/3 + 1/4 of 10 */
    expect(&g, SV_KEY_DISTANCE, 1, 1 - 2 / 6.0, 1 - (4 + 1.5 + 2 / 3.0 + 0.25) / 10, middle);
}

static void a_set_is_what_it_is_worth(void **state)
{
    graph g = path_of(5);
    const sv_neighbours flat = plain(&g);
    const size_t ends[] = {0, 4};
    double value;
    sv_key_options set = {.measure = SV_KEY_REACH, .size = 2, .candidates = ends, .n_candidates = 2};
    (void)state;
    assert_int_equal(sv_key_players_value(&flat, &set, &value, NULL), SV_OK);
    assert_near(value, (2 + 1 + 1 + 0.5) / 5);
    set.measure = SV_KEY_FRAGMENTATION;
    assert_int_equal(sv_key_players_value(&flat, &set, &value, NULL), SV_OK);
    assert_near(value, 0);
}

/* Of equal sets the first in the order of the candidates; nobody else is chosen, though all are reached. */
static void candidates_are_kept_to(void **state)
{
    graph g = path_of(5);
    const size_t some[] = {4, 3, 0};
    sv_key_options options = {.measure = SV_KEY_REACH, .size = 1, .candidates = some, .n_candidates = 3};
    sv_key_players found = search(&g, &options);
    (void)state;
    assert_int_equal(found.members[0], 3);
    assert_near(found.value, (1 + 2 + 0.5 + 1 / 3.0) / 5);
    assert_int_equal(found.n_tried, 3);
    sv_key_players_clear(&found);
    options.measure = SV_KEY_FRAGMENTATION;
    options.size = 9; /* more than there are */
    found = search(&g, &options);
    assert_int_equal(found.size, 3);
    assert_near(found.value, 0); /* 1 and 2 are left */
    assert_memory_equal(found.members, some, sizeof some);
    sv_key_players_clear(&found);
}

static void edges_of_the_matter(void **state)
{
    graph none = {.n = 0}, two = path_of(2);
    sv_key_options options = {.size = 0, .measure = SV_KEY_FRAGMENTATION};
    sv_key_players found;
    (void)state;
    close_graph(&none);
    for (size_t m = 0; m < 4; m++) {
        options.measure = measures[m];
        options.size = 3;
        found = search(&none, &options);
        assert_int_equal(found.size, 0);
        assert_int_equal(found.n_sets, 0);
        sv_key_players_clear(&found);
    }
    options = (sv_key_options){.measure = SV_KEY_FRAGMENTATION, .size = 0};
    found = search(&two, &options);
    assert_near(found.value, 0);
    assert_int_equal(found.n_sets, 0);
    sv_key_players_clear(&found);
    options.size = 1; /* nobody has anyone to be apart from */
    found = search(&two, &options);
    assert_near(found.value, NAN);
    assert_int_equal(found.n_optimal, 2);
    assert_int_equal(found.members[0], 0);
    sv_key_players_clear(&found);
    found = search(&two, NULL);
    assert_near(found.value, 1);
    sv_key_players_clear(&found);
}

/* ---- Brute force ---- */

/* Steps between the vertices that stay (bits), by Floyd and Warshall. */
static void find_steps(const graph *g, unsigned stays, double d[most][most])
{
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            d[i][j] = i == j ? 0 : g->tied[i][j] && stays >> i & 1 && stays >> j & 1 ? 1 : HUGE_VAL;
    for (size_t k = 0; k < g->n; k++)
        for (size_t i = 0; i < g->n; i++)
            for (size_t j = 0; j < g->n; j++)
                d[i][j] = fmin(d[i][j], d[i][k] + d[k][j]);
}

static double brute_positive(const graph *g, sv_key_measure measured, unsigned set)
{
    double d[most][most], sum = 0;
    find_steps(g, ~0u, d);
    for (size_t v = 0; v < g->n; v++) {
        double nearest = HUGE_VAL;
        for (size_t s = 0; s < g->n; s++)
            if (set >> s & 1)
                nearest = fmin(nearest, d[s][v]);
        if (measured == SV_KEY_NEIGHBOURS)
            sum += nearest <= 1;
        else
            sum += nearest > 0 ? 1 / nearest : 1;
    }
    return measured == SV_KEY_NEIGHBOURS ? sum : sum / (double)g->n;
}

static double brute_negative(const graph *g, sv_key_measure measured, unsigned set)
{
    double d[most][most], sum = 0, left = 0;
    find_steps(g, ~set, d);
    for (size_t i = 0; i < g->n; i++) {
        left += !(set >> i & 1);
        for (size_t j = 0; j < g->n; j++)
            if (i != j && !(set >> i & 1) && !(set >> j & 1))
                sum += measured == SV_KEY_DISTANCE ? 1 / d[i][j] : isfinite(d[i][j]);
    }
    return left < 2 ? NAN : 1 - sum / (left * (left - 1));
}

static double brute(const graph *g, sv_key_measure measured, unsigned set)
{
    return measured <= SV_KEY_NEIGHBOURS ? brute_positive(g, measured, set) : brute_negative(g, measured, set);
}

/* The best value of all sets of a size among the allowed vertices (bits), and how many sets have it. */
static double brute_best(const graph *g, sv_key_measure measured, size_t size, unsigned allowed, size_t *sets)
{
    double best = NAN;
    *sets = 0;
    for (unsigned set = 0; set < 1u << g->n; set++) {
        double value;
        if ((set & ~allowed) || (size_t)__builtin_popcount(set) != size)
            continue;
        value = brute(g, measured, set);
        if (isnan(best) ? !isnan(value) : value > best + 1e-9) {
            best = value;
            *sets = 1;
        } else if ((isnan(best) && isnan(value)) || fabs(value - best) <= 1e-9) {
            ++*sets;
        }
    }
    return best;
}

static unsigned bits_of(const size_t *members, size_t n)
{
    unsigned set = 0;
    for (size_t i = 0; i < n; i++)
        set |= 1u << members[i];
    return set;
}

/* Every best set is listed, once, in order; and a greedy search finds one that is as good. Returns whether it did. */
static bool compare(const graph *g, sv_key_options options, unsigned allowed)
{
    size_t sets;
    double best = brute_best(g, options.measure, options.size, allowed, &sets);
    sv_key_players found, quick;
    bool as_good;
    options.sets = all_sets;
    found = search(g, &options);
    options.quick = true;
    quick = search(g, &options);
    assert_true(found.exhaustive && !quick.exhaustive);
    assert_near_at(found.value, best, 1e-9, __FILE__, __LINE__);
    assert_near_at(found.before, brute(g, options.measure, 0), 1e-9, __FILE__, __LINE__);
    assert_int_equal(found.n_optimal, sets);
    assert_int_equal(found.n_sets, sets);
    for (size_t i = 0; i < found.n_sets; i++) {
        unsigned set = bits_of(found.members + i * found.size, found.size);
        assert_int_equal(__builtin_popcount(set), options.size);
        assert_near_at(brute(g, options.measure, set), best, 1e-9, __FILE__, __LINE__);
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(set, bits_of(found.members + j * found.size, found.size));
    }
    assert_near_at(brute(g, options.measure, bits_of(quick.members, quick.size)), quick.value, 1e-9, __FILE__, __LINE__);
    assert_int_equal(quick.n_optimal, 0);
    as_good = near_to(quick.value, best, 1e-9);
    sv_key_players_clear(&found);
    sv_key_players_clear(&quick);
    return as_good;
}

static void every_graph_of_up_to_5(void **state)
{
    size_t graphs = 0;
    (void)state;
    for (size_t n = 1; n <= 5; n++)
        for (unsigned bits = 0; bits < 1u << n * (n - 1) / 2; bits++, graphs++) {
            graph g = {.n = n};
            unsigned bit = 0;
            for (size_t i = 0; i < n; i++)
                for (size_t j = 0; j < i; j++, bit++)
                    if (bits >> bit & 1)
                        tie(&g, i, j);
            close_graph(&g);
            for (size_t m = 0; m < 4; m++)
                for (size_t size = 1; size <= n && size <= 4; size++)
                    assert_true(compare(&g, (sv_key_options){.measure = measures[m], .size = size}, ~0u));
        }
    assert_int_equal(graphs, 1 + 2 + 8 + 64 + 1024);
}

/* Larger ones, with candidates; a greedy search may end below the best now and then. */
static void random_graphs(void **state)
{
    unsigned long long seed = 42;
    size_t tried = 0, as_good = 0;
    (void)state;
    for (size_t round = 0; round < 60; round++) {
        graph g = {.n = 6 + draw_number(&seed, most - 5)};
        size_t candidates[most], n = 0;
        unsigned chance = 1 + draw_number(&seed, 4);
        for (size_t i = 0; i < g.n; i++) {
            if (draw_number(&seed, 3))
                candidates[n++] = i;
            for (size_t j = 0; j < i; j++)
                if (draw_number(&seed, 10) < chance)
                    tie(&g, i, j);
        }
        close_graph(&g);
        for (size_t m = 0; m < 4; m++)
            for (size_t size = 1; size <= n && size <= 4; size++, tried++)
                as_good += compare(&g, (sv_key_options){measures[m], size, candidates, n, 0, false}, bits_of(candidates, n));
    }
    assert_true(tried > 500);
    assert_true(as_good * 100 > tried * 98);
}

/* ---- Networks ---- */

/* The ids of the first set, in the order of the answer. */
static void ids_of(const sv_network *network, const sv_key_players *found, char *text, size_t size)
{
    *text = '\0';
    for (size_t i = 0; i < found->size; i++) {
        const sv_actor *actor = sv_map_actor(sv_network_map(network), sv_network_actor(network, found->members[i]));
        snprintf(text + strlen(text), size - strlen(text), "%s%s", i ? "|" : "", actor->id);
    }
}

/* Two stars; of equal sets the first by id, whatever the order of the rows. */
static void the_order_of_rows_does_not_matter(void **state)
{
    static const char *const maps[] = {
        "= Actors\nid;name\nm;M\na;A\nb;B\nz;Z\ny;Y\nx;X\n= Ties\nfrom;to\nm;a\nm;b\nz;y\nz;x\n",
        "= Actors\nid;name\nx;X\nb;B\nz;Z\na;A\ny;Y\nm;M\n= Ties\nfrom;to\nz;x\nz;y\nm;b\nm;a\n",
    };
    (void)state;
    for (size_t i = 0; i < 2; i++)
        for (int quick = 0; quick < 2; quick++) {
            sv_map *map = map_of(maps[i], NULL);
            sv_network *network = network_of(map, NULL);
            sv_key_options options = {.measure = SV_KEY_REACH, .size = 1, .quick = quick};
            sv_key_players found;
            char ids[100];
            assert_int_equal(sv_key_players_find(network, &options, &found, NULL), SV_OK);
            ids_of(network, &found, ids, sizeof ids);
            assert_string_equal(ids, "m");
            assert_int_equal(found.n_optimal, quick ? 0 : 2);
            sv_key_players_clear(&found);
            options.size = 3;
            assert_int_equal(sv_key_players_find(network, &options, &found, NULL), SV_OK);
            ids_of(network, &found, ids, sizeof ids);
            /* all are reached by a, b and z too; who begins with the best one adds z, and then whoever is first */
            assert_string_equal(ids, quick ? "a|m|z" : "a|b|z");
            sv_key_players_clear(&found);
            sv_network_free(network);
            sv_map_free(map);
        }
}

/* In a network that is too large for D_F only some are looked at, and it is said how many. */
static void what_is_cut_is_said(void **state)
{
    enum { n = 2000 };
    size_t *start = calloc(n + 1, sizeof *start), *neighbour = calloc(2 * n, sizeof *neighbour);
    const sv_neighbours ring = {n, start, neighbour};
    sv_key_options options = {.measure = SV_KEY_DISTANCE, .size = 3};
    sv_key_players found;
    double value;
    (void)state;
    for (size_t v = 0; v < n; v++) {
        start[v + 1] = 2 * (v + 1);
        neighbour[2 * v] = (v + n - 1) % n;
        neighbour[2 * v + 1] = (v + 1) % n;
    }
    assert_int_equal(sv_key_players_search(&ring, &options, &found, NULL), SV_OK);
    assert_false(found.exhaustive);
    assert_true(found.n_tried >= 3 && found.n_tried < n / 10);
    assert_int_equal(found.n_starts, 1);
    options.candidates = found.members;
    assert_int_equal(sv_key_players_value(&ring, &options, &value, NULL), SV_OK);
    assert_near(found.value, value);
    /* a ring of 2,000: from each 2 at every distance to 999, and 1 at 1,000 */
    value = 1 / 1000.0;
    for (int d = 999; d > 0; d--)
        value += 2.0 / d;
    assert_near_at(found.before, 1 - value / (n - 1), 1e-9, __FILE__, __LINE__);
    sv_key_players_clear(&found);
    free(start);
    free(neighbour);
}

/* Two groups of four with one between them: that one is most often in between, then the two it is tied to. */
static void who_is_most_in_between_stays_in_the_pool(void **state)
{
    graph g = {.n = 9};
    sv_neighbours flat;
    size_t pool[] = {8, 7, 6, 5, 4, 3, 2, 1, 0};
    (void)state;
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < i; j++) {
            tie(&g, i, j);
            tie(&g, 5 + i, 5 + j);
        }
    tie(&g, 3, 4);
    tie(&g, 4, 5);
    close_graph(&g);
    flat = plain(&g);
    assert_true(key_most_between(&flat, pool, 9, 3));
    assert_int_equal(pool[0], 5);
    assert_int_equal(pool[1], 4);
    assert_int_equal(pool[2], 3);
}

/* ---- Published networks ---- */

static sv_key_measure measure_named(const char *name)
{
    static const char *const names[] = {"DR", "reach1", "F", "DF"};
    for (size_t i = 0; i < 4; i++)
        if (strcmp(name, names[i]) == 0)
            return measures[i];
    fail_msg("there is no measure \"%s\"", name);
    return SV_KEY_REACH;
}

/* True when the set of these ids, parted by |, is among those found. */
static bool is_listed(const sv_network *network, const sv_key_players *found, const char *ids)
{
    size_t members[8], n = 0;
    char *copy = strdup(ids), *rest = copy, *id;
    bool listed = false;
    while ((id = strsep(&rest, "|")) != NULL)
        members[n++] = sv_network_vertex(network, row_of(sv_network_map(network), id));
    assert_int_equal(n, found->size);
    for (size_t i = 0; i < found->n_sets && !listed; i++) {
        size_t same = 0;
        for (size_t a = 0; a < n; a++)
            for (size_t b = 0; b < n; b++)
                same += found->members[i * n + a] == members[b];
        listed = same == n;
    }
    free(copy);
    return listed;
}

static void compare_row(const support_table *table, size_t row, const sv_network *network)
{
    sv_key_options options = {
        .measure = measure_named(table_cell(table, row, "measure")), .size = (size_t)table_number(table, row, "k"), .sets = all_sets};
    double optimum = table_number(table, row, "optimum");
    sv_key_players found, quick;
    char *sets = strdup(table_cell(table, row, "optimal_sets(first 5)")), *rest = sets, *end;
    assert_int_equal(sv_key_players_find(network, &options, &found, NULL), SV_OK);
    options.quick = true;
    assert_int_equal(sv_key_players_find(network, &options, &quick, NULL), SV_OK);
    assert_near_at(found.value, optimum, 1e-11, __FILE__, __LINE__);
    assert_near_at(quick.value, optimum, 1e-11, __FILE__, __LINE__);
    if (*table_cell(table, row, "baseline_k0"))
        assert_near_at(found.before, table_number(table, row, "baseline_k0"), 1e-11, __FILE__, __LINE__);
    assert_int_equal(found.exhaustive, sv_network_actors(network) <= 25);
    if (found.exhaustive)
        assert_int_equal(found.n_optimal, table_number(table, row, "n_optimal_sets"));
    for (; rest && found.exhaustive; rest = end) {
        end = strstr(rest, " ; ");
        if (end) {
            *end = '\0';
            end += 3;
        }
        assert_true(is_listed(network, &found, rest));
    }
    sv_key_players_clear(&found);
    sv_key_players_clear(&quick);
    free(sets);
}

static void published_networks_agree(void **state)
{
    char *there = data_path("reference"), path[200] = "", *whole = NULL;
    support_table table;
    sv_network *network = NULL;
    sv_map *map = NULL;
    (void)state;
    if (!there)
        skip();
    free(there);
    table = reference_table("KEYPLAYER_bruteforce.csv");
    assert_true(table.rows >= 92);
    for (size_t row = 0; row < table.rows; row++) {
        char next[200];
        snprintf(next, sizeof next, "networks/%s.edges.csv", table_cell(&table, row, "network"));
        if (strcmp(path, next) != 0) {
            sv_network_free(network);
            sv_map_free(map);
            memcpy(path, next, sizeof path);
            whole = data_path(path);
            assert_int_equal(sv_map_read((const char *const[]){whole}, 1, &map, NULL, NULL), SV_OK);
            network = network_of(map, NULL);
            free(whole);
        }
        compare_row(&table, row, network);
    }
    sv_network_free(network);
    sv_map_free(map);
    table_clear(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_by_hand),
        cmocka_unit_test(a_set_is_what_it_is_worth),
        cmocka_unit_test(candidates_are_kept_to),
        cmocka_unit_test(edges_of_the_matter),
        cmocka_unit_test(every_graph_of_up_to_5),
        cmocka_unit_test(random_graphs),
        cmocka_unit_test(the_order_of_rows_does_not_matter),
        cmocka_unit_test(what_is_cut_is_said),
        cmocka_unit_test(who_is_most_in_between_stays_in_the_pool),
        cmocka_unit_test(published_networks_agree),
    };
    return cmocka_run_group_tests_name("key players", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The scores of published networks are those that python-igraph, NetworkX, graph-tool and R's sna agree on: every
 * networks/X.edges.csv with a reference/X.csv in the folder SPEELVELD_DATA, one test each, ties and all; those with a
 * reference/X.directed.csv once more with the direction of their ties. The tables hold twelve
 * digits, so numbers agree to 1e-9; other programs iterate eigenvectors less far, so those agree to 1e-6.
 */
#include <speelveld/format.h>

#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "model/table.h"
#include "support.h"

enum { most_networks = 200 };

/* The tables without which a comparison says little: friendship, families, novels, politics, boards, emergencies. */
static const char *const needed[] = {"karate",       "kite",          "florentine_marriage", "florentine_business", "lesmis",
                                     "southern_women", "chemnet_pol", "interlocks_nl",       "dolphins",            "granovetter25",
                                     "polbooks",     "krebs_911_core19", "emon_Cheyenne"};

/* Our score beside the table's column, and how far they may be apart. */
static const struct {
    const char *score, *column;
    double relative;
    bool isolates_differ; /* theirs is 0 for an isolate, ours undefined */
} compared[] = {
    {"degree", "degree", 0, false},
    {"closeness", "closeness_component", 1e-9, true},
    {"harmonic", "harmonic", 1e-9, false},
    {"betweenness", "betweenness", 1e-9, false},
    {"eigenvector", "eigenvector_max1", 1e-6, false},
    {"pagerank", "pagerank", 1e-9, false},
    {"constraint", "constraint", 1e-9, false},
    {"core", "core", 0, false},
    {"articulation", "articulation", 0, false},
};

static const char *data;
static size_t tables_of_ties, directed_tables; /* compared so far */

static char *path_of(const char *folder, const char *name, const char *ending)
{
    sv_text path = {0};
    sv_text_addf(&path, "%s/%s/%s%s", data, folder, name, ending);
    assert_false(path.failed);
    return path.bytes;
}

static bool table_of(const char *folder, const char *name, const char *ending, support_table *table)
{
    char *path = path_of(folder, name, ending);
    bool there = table_read(path, table);
    free(path);
    return there;
}

/* The actor with the id of a table: one network has ids with a space behind them. */
static size_t find_trimmed(const sv_map *map, const char *cell)
{
    char id[200];
    snprintf(id, sizeof id, "%s", cell);
    for (size_t n = strlen(id); n > 0 && id[n - 1] == ' '; n--)
        id[n - 1] = '\0';
    return row_of(map, id);
}

/* The actor of each row of the table; every actor has one row. */
static void match_actors(const sv_map *map, const support_table *table, size_t *actor)
{
    bool *met = calloc(sv_map_rows(map, SV_ACTORS), sizeof *met);
    assert_non_null(met);
    assert_int_equal(table->rows, sv_map_rows(map, SV_ACTORS));
    for (size_t i = 0; i < table->rows; i++) {
        actor[i] = find_trimmed(map, table_cell(table, i, "id"));
        assert_false(met[actor[i]]);
        met[actor[i]] = true;
    }
    free(met);
}

static size_t compare_columns(const sv_scores *scores, const support_table *table, const size_t *actor)
{
    size_t wrong = 0;
    for (size_t c = 0; c < sizeof compared / sizeof *compared; c++)
        for (size_t i = 0; i < table->rows; i++) {
            double got = sv_scores_value(scores, sv_score_find(compared[c].score), actor[i]);
            double wanted = table_number(table, i, compared[c].column);
            if (compared[c].isolates_differ && table_number(table, i, "degree") == 0)
                wanted = NAN;
            if (near_to(got, wanted, compared[c].relative))
                continue;
            print_error("%s of \"%s\": %.17g, and the table has %.12g\n", compared[c].score, table_cell(table, i, "id"), got, wanted);
            wrong++;
        }
    return wrong;
}

/* Betweenness of every tie is that of the table of ties. */
static void compare_ties(const sv_scores *scores, const char *name)
{
    const sv_network *network = sv_scores_network(scores);
    const sv_map *map = sv_network_map(network);
    support_table table;
    size_t met = 0;
    if (!table_of("reference", name, ".edges.csv", &table))
        return; /* some networks have none */
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to, row;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        for (row = 0; row < table.rows; row++) {
            size_t a = find_trimmed(map, table_cell(&table, row, "source")), b = find_trimmed(map, table_cell(&table, row, "target"));
            if ((a == sv_network_actor(network, from) && b == sv_network_actor(network, to)) ||
                (b == sv_network_actor(network, from) && a == sv_network_actor(network, to)))
                break;
        }
        assert_true(row < table.rows);
        assert_near_at(sv_scores_ties(scores)[i], table_number(&table, row, "edge_betweenness"), 1e-9, __FILE__, __LINE__);
        met++;
    }
    assert_int_equal(met, table.rows);
    table_clear(&table);
    tables_of_ties++;
}

/* Two actors stand in one part of ours when and only when they do in the table's. */
static void compare_parts(const sv_scores *scores, const support_table *table, const size_t *actor)
{
    size_t component = sv_score_find("component");
    for (size_t i = 0; i < table->rows; i++)
        for (size_t j = 0; j < i; j++) {
            bool ours = sv_scores_value(scores, component, actor[i]) == sv_scores_value(scores, component, actor[j]);
            bool theirs = table_number(table, i, "component") == table_number(table, j, "component");
            assert_int_equal(ours, theirs);
        }
}

static void agrees(void **state)
{
    const char *name = *state;
    char *path = path_of("networks", name, ".edges.csv");
    sv_problems problems;
    support_table table;
    sv_map *map;
    sv_network *network;
    sv_scores *scores;
    size_t *actor;
    sv_problems_init(&problems);
    assert_int_equal(sv_map_read((const char *const[]){path}, 1, &map, &problems, NULL), SV_OK);
    assert_int_equal(problems.errors, 0);
    assert_true(table_of("reference", name, ".csv", &table));
    actor = calloc(table.rows, sizeof *actor);
    assert_non_null(actor);
    match_actors(map, &table, actor);
    network = network_of(map, NULL);
    assert_int_equal(sv_network_actors(network), table.rows);
    scores = scores_of(network);
    assert_int_equal(compare_columns(scores, &table, actor), 0);
    compare_parts(scores, &table, actor);
    compare_ties(scores, name);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    sv_problems_clear(&problems);
    table_clear(&table);
    free(actor);
    free(path);
}

/* The same network with every tie running from its source to its target; `turned`: the other way round. */
static sv_network *directed_network(const char *name, bool turned, sv_map **map)
{
    char *path = path_of("networks", name, ".edges.csv");
    assert_int_equal(sv_map_read((const char *const[]){path}, 1, map, NULL, NULL), SV_OK);
    for (size_t row = 0; row < sv_map_rows(*map, SV_TIES); row++)
        assert_true(sv_table_put(*map, SV_TIES, row, SV_TIE_DIRECTION, turned ? "back" : "forward", NULL));
    assert_int_equal(sv_map_check(*map, NULL, NULL), SV_OK);
    free(path);
    return network_of(*map, &(sv_network_options){.directed = true});
}

static void compare_directed(const char *name, bool turned, const support_table *table, const char *score, const char *column)
{
    sv_map *map;
    sv_network *network = directed_network(name, turned, &map);
    sv_scores *scores = scores_of(network);
    assert_int_equal(sv_network_actors(network), table->rows);
    for (size_t i = 0; i < table->rows; i++) {
        double got = sv_scores_value(scores, sv_score_find(score), find_trimmed(map, table_cell(table, i, "id")));
        if (!near_to(got, table_number(table, i, column), 1e-9))
            fail_msg("%s of \"%s\": %.17g, and the table has %s", score, table_cell(table, i, "id"), got, table_cell(table, i, column));
    }
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/* Our PageRank walks against the ties and our nearness goes along them: the tables' walks along is ours with all ties turned round. */
static void agrees_with_direction(void **state)
{
    const char *name = *state;
    support_table table;
    assert_true(table_of("reference", name, ".directed.csv", &table));
    compare_directed(name, false, &table, "in_degree", "indegree");
    compare_directed(name, false, &table, "out_degree", "outdegree");
    compare_directed(name, false, &table, "betweenness", "betweenness");
    compare_directed(name, false, &table, "harmonic", "harmonic_out");
    compare_directed(name, true, &table, "harmonic", "harmonic_in");
    compare_directed(name, true, &table, "pagerank", "pagerank");
    compare_directed(name, false, &table, "constraint", "constraint");
    table_clear(&table);
    directed_tables++;
}

/* The numbers of actors and of ties without loops and doubles are those of the list of networks. */
static void sizes_are_those_of_the_list(void **state)
{
    support_table list;
    size_t compared_sizes = 0;
    (void)state;
    assert_true(table_of("reference", "NETWORKS", ".csv", &list));
    for (size_t i = 0; i < list.rows; i++) {
        char *path = path_of("networks", table_cell(&list, i, "network"), ".edges.csv");
        sv_map *map = NULL;
        if (sv_map_read((const char *const[]){path}, 1, &map, NULL, NULL) == SV_OK) {
            sv_network *network = network_of(map, NULL);
            assert_int_equal(sv_network_actors(network), table_number(&list, i, "nodes"));
            assert_int_equal(sv_network_ties(network), table_number(&list, i, "edges_simple_undirected"));
            sv_network_free(network);
            compared_sizes++;
        }
        sv_map_free(map);
        free(path);
    }
    table_clear(&list);
    assert_true(tables_of_ties >= 30 && directed_tables >= 15);
    assert_true(compared_sizes >= sizeof needed / sizeof *needed);
}

static void needed_networks_are_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        support_table edges, scores;
        if (!table_of("networks", needed[i], ".edges.csv", &edges) || !table_of("reference", needed[i], ".csv", &scores))
            fail_msg("%s is missing from %s", needed[i], data);
        table_clear(&edges);
        table_clear(&scores);
    }
}

static void no_data(void **state)
{
    (void)state;
    printf("skip: published networks (SPEELVELD_DATA is not set)\n");
    skip();
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct CMUnitTest *)a)->name, ((const struct CMUnitTest *)b)->name);
}

/* A test for every network with a table of this ending, in the order of their names; how many there are. */
static size_t find_networks(const char *table_ending, CMUnitTestFunction test, struct CMUnitTest *tests)
{
    char *path = path_of("networks", "", "");
    DIR *folder = opendir(path);
    struct dirent *entry;
    size_t n = 0;
    free(path);
    while (folder && n < most_networks && (entry = readdir(folder)) != NULL) {
        size_t length = strlen(entry->d_name), ending = strlen(".edges.csv");
        support_table scores;
        char *name;
        if (length <= ending || strcmp(entry->d_name + length - ending, ".edges.csv") != 0)
            continue;
        name = strndup(entry->d_name, length - ending);
        if (table_of("reference", name, table_ending, &scores))
            tests[n++] = (struct CMUnitTest){.name = name, .test_func = test, .initial_state = name};
        else
            free(name);
        table_clear(&scores);
    }
    if (folder)
        closedir(folder);
    qsort(tests, n, sizeof *tests, by_name);
    return n;
}

int main(void)
{
    const struct CMUnitTest skipped[] = {cmocka_unit_test(no_data)};
    struct CMUnitTest tests[2 * most_networks + 2];
    size_t n;
    int failed;
    data = getenv("SPEELVELD_DATA");
    if (!data || !*data)
        return cmocka_run_group_tests_name("reference", skipped, NULL, NULL);
    n = find_networks(".csv", agrees, tests);
    n += find_networks(".directed.csv", agrees_with_direction, tests + n);
    tests[n] = (struct CMUnitTest)cmocka_unit_test(needed_networks_are_there);
    tests[n + 1] = (struct CMUnitTest)cmocka_unit_test(sizes_are_those_of_the_list);
    failed = _cmocka_run_group_tests("reference", tests, n + 2, NULL, NULL);
    for (size_t i = 0; i < n; i++)
        free((void *)(uintptr_t)tests[i].name);
    return failed;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Communities, by the modularity of what is found: on all graphs of up to 6 vertices against the best of all partitions, on
 * published networks against the proven optimum. How they are numbered, and that they come out the same every time.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reading.h"
#include "support.h"

/* Newman & Girvan (2004), straight from the definition: over all pairs in one part, weight - strength x strength / 2m, all over 2m. */
static double modularity(const sv_network *network, const double *part)
{
    size_t n = sv_network_actors(network);
    double *strength = calloc(n + 1, sizeof *strength), all = 0, sum = 0;
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t a, b;
        double weight;
        sv_network_tie(network, i, &a, &b, &weight);
        weight = sv_network_get_options(network)->strength ? weight : 1;
        strength[a] += weight;
        strength[b] += weight;
        all += 2 * weight;
        sum += part[a] == part[b] ? 2 * weight : 0;
    }
    for (size_t a = 0; a < n && all > 0; a++)
        for (size_t b = 0; b < n; b++)
            sum -= part[a] == part[b] ? strength[a] * strength[b] / all : 0;
    free(strength);
    return all > 0 ? sum / all : 0;
}

/* The best of all partitions: each vertex joins one of the parts before it, or begins one. */
static double best_from(const sv_network *network, double *part, size_t v, double parts)
{
    double best = -1;
    if (v == sv_network_actors(network))
        return modularity(network, part);
    for (double p = 0; p <= parts; p++) {
        double found;
        part[v] = p;
        found = best_from(network, part, v + 1, p < parts ? parts : parts + 1);
        best = found > best ? found : best;
    }
    return best;
}

static sv_scores *communities_of(const sv_network *network)
{
    size_t which = sv_score_find("community");
    sv_scores *scores;
    assert_int_equal(sv_scores_new(network, &which, 1, NULL, &scores, NULL), SV_OK);
    return scores;
}

static const double *column_of(const sv_scores *scores)
{
    return sv_scores_column(scores, sv_score_find("community"));
}

/* A path through all of them: a tie less than vertices, nobody with more than two, and in one piece. */
static bool is_path(const sv_network *network, const size_t (*ties)[2], size_t m)
{
    size_t n = sv_network_actors(network), degree[6] = {0}, part[6];
    for (size_t v = 0; v < n; v++)
        part[v] = v;
    for (size_t round = 0; round < n; round++)
        for (size_t i = 0; i < m; i++) {
            size_t least = part[ties[i][0]] < part[ties[i][1]] ? part[ties[i][0]] : part[ties[i][1]];
            part[ties[i][0]] = part[ties[i][1]] = least;
        }
    for (size_t i = 0; i < 2 * m; i++)
        if (++degree[ties[i / 2][i % 2]] > 2)
            return false;
    for (size_t v = 0; v < n; v++)
        if (part[v] != 0)
            return false;
    return m + 1 == n;
}

/* One graph of n vertices, its ties the bits of a number. True when the best partition was found. */
static bool is_best(size_t n, unsigned long bits)
{
    size_t ties[15][2], m = 0, bit = 0;
    double part[6] = {0}, best, found;
    sv_map *map;
    sv_network *network;
    sv_scores *scores;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++)
            if (bits >> bit++ & 1) {
                ties[m][0] = a;
                ties[m++][1] = b;
            }
    map = graph_map(n, m, (const size_t(*)[2])ties, NULL);
    network = network_of(map, NULL);
    scores = communities_of(network);
    best = best_from(network, part, 0, 0);
    found = modularity(network, column_of(scores));
    assert_true(found <= best + 1e-12);
    if (found < best - 1e-12) /* moving one at a time, Leiden does not get from three pairs (0.26) to two threes (0.3) */
        assert_true(n == 6 && is_path(network, (const size_t(*)[2])ties, m));
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    return found > best - 1e-12;
}

/* All 1 + 2 + 8 + 64 + 1024 graphs of up to 5 vertices, and a tenth of the 32,768 of 6. Only the path of six is not parted best. */
static void small_graphs_are_parted_best(void **state)
{
    size_t missed = 0, tried = 0;
    (void)state;
    for (size_t n = 1; n <= 6; n++)
        for (unsigned long bits = 0; bits < 1ul << n * (n - 1) / 2; bits += n < 6 ? 1 : 10) {
            missed += !is_best(n, bits);
            tried++;
        }
    assert_int_equal(tried, 1 + 2 + 8 + 64 + 1024 + 3277);
    assert_true(missed < 30); /* 360 of the 32,768 are such a path */
}

/*
 * The proven optima of Aloise and others (2010, Physical Review E 82, 046112): Zachary's club .41979, Lusseau's dolphins .52852,
 * Les Misérables .56001, books on politics .52724. What is found may not be more, and less by a hundredth at most.
 */
static void published_optima_are_met(void **state)
{
    static const struct known {
        const char *file;
        double optimum, allowed;
    } known[] = {{"networks/karate.edges.csv", 0.41979, 5e-6},
                 {"networks/dolphins.edges.csv", 0.52852, 0.01},
                 {"networks/lesmis.edges.csv", 0.56001, 0.01},
                 {"networks/polbooks.edges.csv", 0.52724, 0.01}};
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        char *path = data_path(known[i].file);
        reading r;
        sv_network *network;
        sv_scores *scores;
        double found;
        if (!path)
            skip();
        r = read_path(path);
        network = network_of(r.map, NULL);
        scores = communities_of(network);
        found = modularity(network, column_of(scores));
        if (found > known[i].optimum + 5e-6 || found < known[i].optimum - known[i].allowed) {
            print_error("%s: %.5f instead of %.5f\n", known[i].file, found, known[i].optimum);
            fail();
        }
        sv_scores_free(scores);
        sv_network_free(network);
        clear_reading(&r);
        free(path);
    }
}

/* Triangles b-d-f and a-c-e, with the pair g-h and the loner i: equal sizes go by the smallest id, so a's triangle is 1. */
static void numbers_go_by_size_then_id(void **state)
{
    static const size_t ties[][2] = {{1, 3}, {3, 5}, {1, 5}, {0, 2}, {2, 4}, {0, 4}, {6, 7}};
    static const double expected[] = {1, 2, 1, 2, 1, 2, 3, 3, 4};
    sv_map *map = graph_map(9, 7, ties, NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = communities_of(network);
    (void)state;
    for (size_t v = 0; v < 9; v++)
        assert_true(column_of(scores)[v] == expected[v]);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

static void without_ties_everyone_is_alone(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\nz;Zoe\na;Anna\nm;Mo\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = communities_of(network);
    (void)state;
    assert_true(column_of(scores)[0] == 3 && column_of(scores)[1] == 1 && column_of(scores)[2] == 2);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/*
 * A ring of six, a-b-c-d-e-f: with strengths 4 on a-b, c-d and e-f and 1 between them the pairs are the best partition
 * (m = 15: 24/30 - 3 x (10/30)² = 0.4667; two threes: 20/30 or 26/30 - 2 x (15/30)² = at most 0.3667).
 */
static void strengths_count_when_asked(void **state)
{
    static const size_t ties[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {0, 5}};
    static const double strengths[] = {4, 1, 4, 1, 4, 1};
    sv_map *map = graph_map(6, 6, ties, strengths);
    sv_network *network = network_of(map, &(sv_network_options){.strength = true});
    sv_scores *scores = communities_of(network);
    const double *found = column_of(scores);
    (void)state;
    assert_true(found[0] == 1 && found[1] == 1 && found[2] == 2 && found[3] == 2 && found[4] == 3 && found[5] == 3);
    assert_true(modularity(network, found) > 0.4666 && modularity(network, found) < 0.4667);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

static void the_same_every_time(void **state)
{
    char *path = data_path("networks/dolphins.edges.csv");
    reading r;
    sv_network *network;
    (void)state;
    if (!path)
        skip();
    r = read_path(path);
    network = network_of(r.map, NULL);
    for (int i = 0; i < 5; i++) {
        sv_scores *first = communities_of(network), *second = scores_of(network);
        assert_memory_equal(column_of(first), column_of(second), sv_network_actors(network) * sizeof(double));
        sv_scores_free(first);
        sv_scores_free(second);
    }
    sv_network_free(network);
    clear_reading(&r);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_graphs_are_parted_best), cmocka_unit_test(published_optima_are_met),
        cmocka_unit_test(numbers_go_by_size_then_id),   cmocka_unit_test(without_ties_everyone_is_alone),
        cmocka_unit_test(strengths_count_when_asked),   cmocka_unit_test(the_same_every_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

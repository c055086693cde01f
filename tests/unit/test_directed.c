/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Ties with a direction: every directed graph of up to 4 vertices (4,163 labelled ones), and 2,000 drawn ones of up to
 * 6 with strengths, against definitions worked out the long way; and what gathering makes of rows that run one way.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "brute_paths.h"
#include "support.h"

enum { most = brute_most, most_ties = most * (most - 1), drawn_graphs = 2000 };

static void compare(const brute_graph *g, const sv_scores *scores, const char *score, const double *wanted, double relative)
{
    for (size_t v = 0; v < g->n; v++) {
        double got = sv_scores_column(scores, sv_score_find(score))[v];
        if (near_to(got, wanted[v], relative))
            continue;
        print_error("%s of vertex %zu: %.17g, by definition %.17g, in the graph", score, v, got, wanted[v]);
        for (size_t i = 0; i < g->n; i++)
            for (size_t j = 0; j < g->n; j++)
                if (g->counted[i][j] > 0)
                    print_error(" %zu>%zu(%g)", i, j, g->counted[i][j]);
        print_error("\n");
        fail();
    }
}

static void compare_degrees(const brute_graph *g, const sv_scores *scores)
{
    double in[most] = {0}, out[most] = {0}, any[most] = {0};
    for (size_t v = 0; v < g->n; v++)
        for (size_t u = 0; u < g->n; u++) {
            out[v] += g->counted[v][u] > 0;
            in[v] += g->counted[u][v] > 0;
            any[v] += g->counted[v][u] > 0 || g->counted[u][v] > 0;
        }
    compare(g, scores, "in_degree", in, 0);
    compare(g, scores, "out_degree", out, 0);
    compare(g, scores, "degree", any, 0);
}

static void compare_distances(const brute_graph *g, const sv_scores *scores)
{
    brute_matrix d, steps;
    double harmonic[most] = {0}, closeness[most], eccentricity[most] = {0}, reach[most] = {0};
    brute_distances(g, false, d);
    brute_distances(g, true, steps);
    for (size_t v = 0; v < g->n; v++) {
        double sum = 0, reached = 0;
        for (size_t u = 0; u < g->n; u++) {
            if (u == v || !isfinite(d[v][u]))
                continue;
            harmonic[v] += 1 / d[v][u];
            reach[v] += steps[v][u] <= 2;
            eccentricity[v] = fmax(eccentricity[v], d[v][u]);
            sum += d[v][u];
            reached++;
        }
        closeness[v] = reached > 0 ? reached / sum : NAN;
        eccentricity[v] = reached > 0 ? eccentricity[v] : NAN;
    }
    compare(g, scores, "harmonic", harmonic, 1e-10);
    for (size_t v = 0; v < g->n; v++)
        harmonic[v] /= (double)g->n - 1;
    compare(g, scores, "harmonic_norm", harmonic, 1e-10);
    compare(g, scores, "closeness", closeness, 1e-10);
    compare(g, scores, "eccentricity", eccentricity, 1e-10);
    compare(g, scores, "reach2", reach, 0);
}

static void compare_betweenness(const brute_graph *g, const sv_scores *scores)
{
    const sv_network *network = sv_scores_network(scores);
    double betweenness[most], norm[most], others = (double)g->n - 1;
    brute_matrix ties;
    brute_betweenness(g, betweenness, ties);
    for (size_t v = 0; v < g->n; v++)
        norm[v] = g->n > 2 ? betweenness[v] / (others * (others - 1)) : NAN;
    compare(g, scores, "betweenness", betweenness, 1e-9);
    compare(g, scores, "betweenness_norm", norm, 1e-9);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        assert_near_at(sv_scores_ties(scores)[i], ties[from][to] + ties[to][from], 1e-9, __FILE__, __LINE__);
    }
}

/*
 * PageRank: the walk from u goes to those whose tie runs to u, and from who has none anywhere. Walked until nothing
 * changes: 300 rounds of 0.85 leave 1e-21 of any error.
 */
static void compare_pagerank(const brute_graph *g, const sv_scores *scores)
{
    double x[most], next[most], n = (double)g->n;
    for (size_t v = 0; v < g->n; v++)
        x[v] = 1 / n;
    for (int round = 0; round < 300; round++) {
        for (size_t v = 0; v < g->n; v++)
            next[v] = 0.15 / n;
        for (size_t u = 0; u < g->n; u++) {
            double sum = 0;
            for (size_t v = 0; v < g->n; v++)
                sum += g->counted[v][u];
            for (size_t v = 0; v < g->n; v++)
                next[v] += 0.85 * x[u] * (sum > 0 ? g->counted[v][u] / sum : 1 / n);
        }
        memcpy(x, next, sizeof x);
    }
    compare(g, scores, "pagerank", x, 1e-10);
}

/* What i and j have between them, in both directions. */
static double between(const brute_graph *g, size_t i, size_t j)
{
    return g->counted[i][j] + g->counted[j][i];
}

/* Burt 1992: p_ij is the share that ties to and from j have in all that i has, m_jq that of q in what j has with anybody at most. */
static void compare_holes(const brute_graph *g, const sv_scores *scores)
{
    brute_matrix p = {{0}}, m = {{0}};
    double constraint[most] = {0}, effective_size[most] = {0}, efficiency[most], hierarchy[most];
    for (size_t i = 0; i < g->n; i++) {
        double sum = 0, largest = 0;
        for (size_t j = 0; j < g->n; j++) {
            sum += between(g, i, j);
            largest = fmax(largest, between(g, i, j));
        }
        for (size_t j = 0; sum > 0 && j < g->n; j++) {
            p[i][j] = between(g, i, j) / sum;
            m[i][j] = between(g, i, j) / largest;
        }
    }
    for (size_t i = 0; i < g->n; i++) {
        double dyad[most] = {0}, contacts = 0, uneven = 0;
        for (size_t j = 0; j < g->n; j++) {
            double invested = p[i][j], redundant = 0;
            if (!(p[i][j] > 0))
                continue;
            for (size_t q = 0; q < g->n; q++) {
                invested += q != i && q != j ? p[i][q] * p[q][j] : 0;
                redundant += q != i && q != j ? p[i][q] * m[j][q] : 0;
            }
            dyad[j] = invested * invested;
            constraint[i] += dyad[j];
            effective_size[i] += 1 - redundant;
            contacts++;
        }
        for (size_t j = 0; j < g->n; j++)
            uneven += dyad[j] > 0 ? dyad[j] * contacts / constraint[i] * log(dyad[j] * contacts / constraint[i]) : 0;
        efficiency[i] = effective_size[i] / contacts;
        hierarchy[i] = contacts > 1 ? uneven / (contacts * log(contacts)) : NAN;
        if (contacts == 0)
            constraint[i] = effective_size[i] = NAN;
    }
    compare(g, scores, "constraint", constraint, 1e-10);
    compare(g, scores, "effective_size", effective_size, 1e-10);
    compare(g, scores, "efficiency", efficiency, 1e-10);
    for (size_t v = 0; v < g->n; v++) { /* where all contacts constrain alike it is 0 but for the last digits */
        double got = sv_scores_column(scores, sv_score_find("hierarchy"))[v];
        assert_true((isnan(got) && isnan(hierarchy[v])) || fabs(got - hierarchy[v]) < 1e-12);
    }
}

/*
 * Betweenness per tie (Everett & Valente 2016), both ways of a pair being counted apart, in the part of those connected whatever the
 * direction; and between better tied others (Hwang et al. 2006).
 */
static void compare_bridging(const brute_graph *g, const sv_scores *scores)
{
    brute_graph around = *g;
    brute_matrix d, ties;
    double betweenness[most], degree[most] = {0}, broker[most] = {0}, bridging[most];
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            around.counted[i][j] = between(g, i, j) > 0;
    brute_distances(&around, true, d);
    brute_betweenness(g, betweenness, ties);
    for (size_t v = 0; v < g->n; v++)
        for (size_t u = 0; u < g->n; u++)
            degree[v] += around.counted[v][u];
    for (size_t v = 0; v < g->n; v++) {
        double others = 0, reached = 0;
        for (size_t u = 0; u < g->n; u++) {
            reached += u != v && isfinite(d[v][u]);
            others += around.counted[v][u] > 0 ? 1 / degree[u] : 0;
        }
        broker[v] = betweenness[v] > 0 ? (betweenness[v] + reached) / degree[v] : 0;
        bridging[v] = degree[v] > 0 ? betweenness[v] / degree[v] / others : NAN;
    }
    compare(g, scores, "everett_valente", broker, 1e-9);
    compare(g, scores, "hwang", bridging, 1e-9);
}

/* Scores that know no direction are those of the same ties without it. */
static void compare_without_direction(const sv_map *map, const brute_graph *g, const sv_scores *scores, bool weighted)
{
    static const char *const ids[] = {"strength",     "eigenvector", "core",      "component",
                                      "articulation", "cut_off",     "community", "valente_fujimoto"};
    sv_network *network = network_of(map, &(sv_network_options){.strength = weighted, .alpha = g->alpha});
    sv_scores *plain = scores_of(network);
    for (size_t k = 0; k < sizeof ids / sizeof *ids; k++)
        compare(g, scores, ids[k], sv_scores_column(plain, sv_score_find(ids[k])), 1e-9);
    sv_scores_free(plain);
    sv_network_free(network);
}

static void compare_all(const sv_map *map, brute_graph *g, bool weighted)
{
    sv_network *network = network_of(map, &(sv_network_options){.strength = weighted, .alpha = g->alpha, .directed = true});
    sv_scores *scores = scores_of(network);
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            g->counted[i][j] = weighted ? g->strength[i][j] : g->strength[i][j] > 0;
    compare_degrees(g, scores);
    compare_distances(g, scores);
    compare_betweenness(g, scores);
    compare_pagerank(g, scores);
    compare_holes(g, scores);
    compare_bridging(g, scores);
    compare_without_direction(map, g, scores, weighted);
    sv_scores_free(scores);
    sv_network_free(network);
}

static void every_directed_graph(void **state)
{
    size_t graphs = 0;
    (void)state;
    for (size_t n = 1; n <= 4; n++)
        for (unsigned long bits = 0; bits < 1ul << n * (n - 1); bits++, graphs++) {
            brute_graph g = {.n = n};
            size_t ties[most_ties][2], m = 0, bit = 0;
            sv_map *map;
            for (size_t i = 0; i < n; i++)
                for (size_t j = 0; j < n; j++) {
                    if (i == j || !(bits >> bit++ & 1))
                        continue;
                    ties[m][0] = i;
                    ties[m++][1] = j;
                    g.strength[i][j] = 2; /* that of "knows" */
                }
            map = large_map(n, m, (const size_t(*)[2])ties, NULL, true);
            compare_all(map, &g, false);
            sv_map_free(map);
        }
    assert_int_equal(graphs, 1 + 4 + 64 + 4096);
}

static void drawn_with_strengths(void **state)
{
    static const double alphas[] = {0, 1, 0.5, 2};
    unsigned long long seed = 42;
    (void)state;
    for (int drawn = 0; drawn < drawn_graphs; drawn++) {
        brute_graph g = {.n = 2 + draw_number(&seed, most - 1), .alpha = alphas[drawn % 4]};
        size_t ties[most_ties][2], m = 0;
        double strengths[most_ties];
        unsigned chance = 1 + draw_number(&seed, 4);
        sv_map *map;
        for (size_t i = 0; i < g.n; i++)
            for (size_t j = 0; j < g.n; j++) {
                if (i == j || draw_number(&seed, 6) >= chance)
                    continue;
                ties[m][0] = i;
                ties[m][1] = j;
                strengths[m] = 1 + draw_number(&seed, 4);
                g.strength[i][j] = strengths[m++];
            }
        map = large_map(g.n, m, (const size_t(*)[2])ties, strengths, true);
        compare_all(map, &g, true);
        compare_all(map, &g, false);
        sv_map_free(map);
    }
}

/* How strong the tie between a and b is there and back when these are the rows. */
static void ways_of(const char *rows, double *there, double *back)
{
    char text[1000];
    sv_map *map;
    sv_network *network;
    snprintf(text, sizeof text, "= Actors\nid;name;kind\na;Anna;\nb;Bob;\n%s", rows);
    map = map_of(text, NULL);
    network = network_of(map, NULL);
    assert_int_equal(sv_network_ties(network), 1);
    sv_network_tie_ways(network, 0, there, back);
    sv_network_free(network);
    sv_map_free(map);
}

static void expect_ways(const char *rows, double there, double back)
{
    double got_there, got_back;
    ways_of(rows, &got_there, &got_back);
    assert_near(got_there, there);
    assert_near(got_back, back);
}

#define TIES "= Ties\nfrom;to;kind;strength;direction;informant\n"

static void rows_run_as_they_say(void **state)
{
    (void)state;
    expect_ways(TIES "a;b;informs;3;;\n", 3, 0); /* informs runs one way by its kind */
    expect_ways(TIES "b;a;informs;3;;\n", 0, 3);
    expect_ways(TIES "b;a;informs;3;back;\n", 3, 0); /* as they say in the other direction */
    expect_ways(TIES "a;b;knows;3;;\n", 3, 3);       /* knows runs both ways */
    expect_ways(TIES "a;b;knows;3;forward;\n", 3, 0);
    expect_ways(TIES "a;b;informs;3;both;\n", 3, 3);
    expect_ways(TIES "a;b;informs;3;;\nb;a;informs;1;;\n", 3, 1);
    expect_ways(TIES "a;b;informs;3;;\na;b;knows;1;;\n", 3, 1); /* the strongest of each way */
    expect_ways(TIES "a;b;informs;4;;els\na;b;informs;1;;kim\n", 2.5, 0);
    expect_ways("= Memberships\nwho;of\nb;a\n", 3, 3); /* members and alliance hear each other */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_directed_graph),
        cmocka_unit_test(drawn_with_strengths),
        cmocka_unit_test(rows_run_as_they_say),
    };
    return cmocka_run_group_tests_name("directed", tests, NULL, NULL);
}

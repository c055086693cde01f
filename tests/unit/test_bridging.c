/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Structural holes and bridging beyond betweenness: every undirected graph of up to 5 vertices and a thousand random
 * ones of 7 worked out the long way from the definitions, and the published tables where SPEELVELD_DATA holds them.
 */
#include <speelveld/format.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

enum { most = 7 };

/* A graph by its matrix of strengths, 0 where there is no tie. */
typedef struct graph {
    size_t n;
    double a[most][most];
} graph;

static void find_steps(const graph *g, double d[most][most])
{
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            d[i][j] = i == j ? 0 : g->a[i][j] > 0 ? 1 : HUGE_VAL;
    for (size_t k = 0; k < g->n; k++)
        for (size_t i = 0; i < g->n; i++)
            for (size_t j = 0; j < g->n; j++)
                d[i][j] = fmin(d[i][j], d[i][k] + d[k][j]);
}

static double nearness(const graph *g)
{
    double d[most][most], sum = 0;
    find_steps(g, d);
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            sum += i != j ? 1 / d[i][j] : 0;
    return sum;
}

static size_t degree(const graph *g, size_t v)
{
    size_t n = 0;
    for (size_t u = 0; u < g->n; u++)
        n += g->a[v][u] > 0;
    return n;
}

/* Valente & Fujimoto: take every tie away in turn, and measure everything anew. */
static double loss_without_a_tie(const graph *g, size_t v)
{
    double sum = 0;
    for (size_t u = 0; u < g->n; u++) {
        graph without = *g;
        if (!(g->a[v][u] > 0))
            continue;
        without.a[v][u] = without.a[u][v] = 0;
        sum += nearness(g) - nearness(&without);
    }
    return degree(g, v) ? sum / (double)degree(g, v) / ((double)g->n * ((double)g->n - 1)) : NAN;
}

/* Take the actor away; of those it was connected with, those outside the largest part that is left. */
static double cut_off_without(const graph *g, size_t v)
{
    double before[most][most], after[most][most];
    graph without = *g;
    size_t around = 0, largest = 0;
    find_steps(g, before);
    for (size_t u = 0; u < g->n; u++)
        without.a[v][u] = without.a[u][v] = 0;
    find_steps(&without, after);
    for (size_t u = 0; u < g->n; u++) {
        size_t part = 0;
        if (u == v || !isfinite(before[v][u]))
            continue;
        around++;
        for (size_t w = 0; w < g->n; w++)
            part += w != v && isfinite(after[u][w]);
        largest = part > largest ? part : largest;
    }
    return (double)(around - largest);
}

/* Burt's four, by their formulas, with sums over the actor's own contacts. */
static void find_holes(const graph *g, size_t i, double *constraint, double *effective_size, double *hierarchy)
{
    double p[most][most], m[most][most], c[most] = {0}, sum = 0;
    size_t contacts = degree(g, i);
    for (size_t v = 0; v < g->n; v++) {
        double total = 0, largest = 0;
        for (size_t u = 0; u < g->n; u++) {
            total += g->a[v][u];
            largest = fmax(largest, g->a[v][u]);
        }
        for (size_t u = 0; u < g->n; u++) {
            p[v][u] = total > 0 ? g->a[v][u] / total : 0;
            m[v][u] = largest > 0 ? g->a[v][u] / largest : 0;
        }
    }
    *constraint = *effective_size = *hierarchy = contacts ? 0 : NAN;
    for (size_t j = 0; j < g->n; j++) {
        double indirect = 0, redundant = 0;
        if (!(g->a[i][j] > 0))
            continue;
        for (size_t q = 0; q < g->n; q++)
            if (q != i && q != j) {
                indirect += p[i][q] * p[q][j];
                redundant += p[i][q] * m[j][q];
            }
        c[j] = (p[i][j] + indirect) * (p[i][j] + indirect);
        *constraint += c[j];
        *effective_size += 1 - redundant;
    }
    for (size_t j = 0; j < g->n; j++)
        if (c[j] > 0)
            sum += c[j] / (*constraint / (double)contacts) * log(c[j] / (*constraint / (double)contacts));
    *hierarchy = contacts > 1 ? sum / ((double)contacts * log((double)contacts)) : NAN;
}

static void compare_graph(const graph *g, bool weighted)
{
    size_t ties[most * most][2], m = 0;
    double strengths[most * most];
    sv_network_options options = {.strength = weighted};
    sv_network *network;
    sv_scores *scores;
    sv_map *map;
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = i + 1; j < g->n; j++)
            if (g->a[i][j] > 0) {
                ties[m][0] = i;
                ties[m][1] = j;
                strengths[m++] = g->a[i][j];
            }
    map = graph_map(g->n, m, (const size_t(*)[2])ties, strengths);
    network = network_of(map, &options);
    scores = scores_of(network);
    for (size_t v = 0; v < g->n; v++) {
        char id[2] = {(char)('a' + v), '\0'};
        double constraint, effective_size, hierarchy, betweenness = score_of(scores, "betweenness", id), around = 0, reached = 0, d[most][most];
        find_holes(g, v, &constraint, &effective_size, &hierarchy);
        assert_near_at(score_of(scores, "constraint", id), constraint, 1e-10, __FILE__, __LINE__);
        assert_near_at(score_of(scores, "effective_size", id), effective_size, 1e-10, __FILE__, __LINE__);
        assert_near_at(score_of(scores, "efficiency", id), effective_size / (double)degree(g, v), 1e-10, __FILE__, __LINE__);
        assert_true(near_to(score_of(scores, "hierarchy", id), hierarchy, 1e-9) || fabs(score_of(scores, "hierarchy", id) - hierarchy) < 1e-10);
        assert_near(score_of(scores, "cut_off", id), cut_off_without(g, v));
        assert_near_at(score_of(scores, "valente_fujimoto", id), loss_without_a_tie(g, v), 1e-10, __FILE__, __LINE__);
        find_steps(g, d);
        for (size_t u = 0; u < g->n; u++) {
            around += g->a[v][u] > 0 ? 1 / (double)degree(g, u) : 0;
            reached += u != v && isfinite(d[v][u]);
        }
        assert_near_at(score_of(scores, "everett_valente", id), betweenness > 0 ? (2 * betweenness + reached) / (double)degree(g, v) : 0, 1e-10, __FILE__,
                       __LINE__);
        assert_near_at(score_of(scores, "hwang", id), degree(g, v) ? betweenness / (double)degree(g, v) / around : NAN, 1e-10, __FILE__, __LINE__);
    }
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

static void every_small_graph(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 5; n++)
        for (unsigned bits = 0; bits < 1U << (n * (n - 1) / 2); bits++) {
            graph g = {.n = n};
            unsigned at = 0;
            for (size_t i = 0; i < n; i++)
                for (size_t j = 0; j < i; j++)
                    g.a[i][j] = g.a[j][i] = bits >> at++ & 1;
            compare_graph(&g, false);
        }
}

static void random_graphs(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (int round = 0; round < 1000; round++) {
        graph g = {.n = most};
        unsigned often = 1 + draw_number(&seed, 9);
        for (size_t i = 0; i < most; i++)
            for (size_t j = 0; j < i; j++)
                if (draw_number(&seed, 10) < often)
                    g.a[i][j] = g.a[j][i] = round % 2 ? 1 + draw_number(&seed, 4) : 1;
        compare_graph(&g, round % 2);
    }
}

/* The sum of 1/steps between all, in a network of ties in which one may be left out. */
static double nearness_without(size_t n, size_t m, const size_t (*ties)[2], size_t without)
{
    size_t *steps = calloc(n, sizeof *steps);
    double sum = 0;
    for (size_t source = 0; source < n; source++) {
        bool moved = true;
        for (size_t v = 0; v < n; v++)
            steps[v] = v == source ? 0 : SIZE_MAX;
        while (moved) {
            moved = false;
            for (size_t i = 0; i < m; i++)
                for (int end = 0; i != without && end < 2; end++) {
                    size_t from = ties[i][end], to = ties[i][!end];
                    if (steps[from] == SIZE_MAX || steps[from] + 1 >= steps[to])
                        continue;
                    steps[to] = steps[from] + 1;
                    moved = true;
                }
        }
        for (size_t v = 0; v < n; v++)
            sum += v != source && steps[v] != SIZE_MAX ? 1 / (double)steps[v] : 0;
    }
    free(steps);
    return sum;
}

/* 150 actors in branches with a few ties between those: much hangs on one tie, and comes around far. More than one block of sources, on any threads. */
static void branching_networks(void **state)
{
    enum { actors = 150, between = 12 };
    static size_t ties[actors + between][2];
    unsigned long long seed = 5;
    (void)state;
    for (int drawn = 0; drawn < 3; drawn++) {
        size_t m = 0, which = sv_score_find("valente_fujimoto");
        double whole, loss[actors] = {0}, count[actors] = {0};
        sv_map *map;
        sv_network *network;
        for (size_t v = 1; v < actors; v++, m++) {
            ties[m][0] = v;
            ties[m][1] = v - 1 - draw_number(&seed, v < 6 ? (unsigned)v : 6);
        }
        for (size_t k = 0; k < between; k++, m++) {
            ties[m][0] = draw_number(&seed, actors / 2);
            ties[m][1] = actors / 2 + k * 6; /* no tie that is there yet: those of the branches span six at most */
        }
        map = large_map(actors, m, (const size_t(*)[2])ties, NULL, false);
        network = network_of(map, NULL);
        m = sv_network_ties(network);
        for (size_t i = 0; i < m; i++) {
            double strength;
            sv_network_tie(network, i, &ties[i][0], &ties[i][1], &strength);
        }
        whole = nearness_without(actors, m, (const size_t(*)[2])ties, SIZE_MAX);
        for (size_t i = 0; i < m; i++) {
            double drop = whole - nearness_without(actors, m, (const size_t(*)[2])ties, i);
            for (int end = 0; end < 2; end++) {
                loss[ties[i][end]] += drop;
                count[ties[i][end]]++;
            }
        }
        for (unsigned threads = 1; threads <= 3; threads++) {
            sv_scores *scores;
            assert_int_equal(sv_scores_new(network, &which, 1, &(sv_scores_options){.threads = threads}, &scores, NULL), SV_OK);
            for (size_t v = 0; v < actors; v++)
                assert_near_at(sv_scores_column(scores, which)[v], loss[v] / count[v] / (actors * (actors - 1.0)), 1e-9, __FILE__, __LINE__);
            sv_scores_free(scores);
        }
        sv_network_free(network);
        sv_map_free(map);
    }
}

/* Reads a published network; false when SPEELVELD_DATA does not hold it. */
static bool published(const char *network, const char *table_path, sv_map **map, support_table *table)
{
    const char *data = getenv("SPEELVELD_DATA");
    char edges[500], path[500];
    if (!data || !*data)
        return false;
    snprintf(edges, sizeof edges, "%s/networks/%s.edges.csv", data, network);
    snprintf(path, sizeof path, "%s/%s", data, table_path);
    if (!table_read(path, table))
        return false;
    if (sv_map_read((const char *const[]){edges}, 1, map, NULL, NULL) == SV_OK)
        return true;
    table_clear(table);
    return false;
}

/* Every row of reference/X.bridging.csv for networks of all sorts, to 1e-9. */
static void published_bridging(void **state)
{
    static const char *const names[] = {"karate", "kite", "lesmis", "florentine_marriage", "granovetter25", "krebs_911_core19", "interlocks_nl",
                                        "chemnet_pol", "dolphins", "southern_women", "madrid_train"};
    size_t compared = 0;
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[100];
        support_table table;
        sv_network *network;
        sv_scores *scores;
        sv_map *map;
        snprintf(path, sizeof path, "reference/%s.bridging.csv", names[i]);
        if (!published(names[i], path, &map, &table))
            continue;
        network = network_of(map, NULL);
        scores = scores_of(network);
        for (size_t row = 0; row < table.rows; row++) {
            char id[200];
            snprintf(id, sizeof id, "%s", table_cell(&table, row, "id"));
            for (size_t n = strlen(id); n > 0 && id[n - 1] == ' '; n--)
                id[n - 1] = '\0';
            if (score_of(scores, "degree", id) > 0) /* theirs is 0 for an isolate, ours undefined */
                assert_near_at(score_of(scores, "valente_fujimoto", id), table_number(&table, row, "VF_bridging"), 1e-9, names[i], (int)row);
            assert_near_at(score_of(scores, "everett_valente", id), table_number(&table, row, "EV_brokerage"), 1e-9, names[i], (int)row);
            compared++;
        }
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(map);
        table_clear(&table);
    }
    if (!compared) {
        printf("skip: published bridging (SPEELVELD_DATA is not set)\n");
        skip();
    }
    assert_true(compared > 350);
}

/* Borgatti 1997 as NetworkX and UCINET print it, in two decimals: G 4.67, A 2.5, with weights 5.47 and 2.47; constraint .4 and .595, .299 and .795. */
static void published_holes(void **state)
{
    support_table table;
    sv_map *map;
    (void)state;
    if (!published("borgatti_holes", "reference/published/borgatti_holes_networkx_ucinet.csv", &map, &table)) {
        printf("skip: published structural holes (SPEELVELD_DATA is not set)\n");
        skip();
    }
    for (int weighted = 0; weighted < 2; weighted++) {
        sv_network_options options = {.strength = weighted};
        sv_network *network = network_of(map, &options);
        sv_scores *scores = scores_of(network);
        for (size_t row = 0; row < table.rows; row++) {
            char score[40];
            const char *end = strstr(table_cell(&table, row, "measure"), "_weighted");
            if ((end != NULL) != (weighted == 1))
                continue;
            snprintf(score, sizeof score, "%s", table_cell(&table, row, "measure"));
            if (strstr(score, "_weighted"))
                *strstr(score, "_weighted") = '\0';
            assert_true(fabs(score_of(scores, score, table_cell(&table, row, "node")) - table_number(&table, row, "expected")) < 0.0051);
        }
        sv_scores_free(scores);
        sv_network_free(network);
    }
    sv_map_free(map);
    table_clear(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_small_graph), cmocka_unit_test(random_graphs), cmocka_unit_test(branching_networks), cmocka_unit_test(published_bridging),
                                       cmocka_unit_test(published_holes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

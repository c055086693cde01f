/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every score on every undirected graph of up to 6 vertices (all 33,867 labelled ones), and on a sample of 4,000 with
 * strengths, against the definition worked out the long way: paths listed one by one, vertices taken away, linear
 * systems and eigenvalues solved in full. Nothing here is shared with the code under test.
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

enum { most = brute_most, most_ties = most * (most - 1) / 2, weighted_graphs = 4000 };

typedef brute_graph graph;
typedef double per_vertex[most];

/* ---- Taking away ---- */

/* The number of connected parts of the vertices that stay; part[v] gets v's, by its smallest vertex. */
static size_t find_parts(const graph *g, const bool *stays, size_t *part)
{
    size_t parts = 0;
    for (size_t v = 0; v < g->n; v++)
        part[v] = v;
    for (size_t round = 0; round < g->n; round++)
        for (size_t i = 0; i < g->n; i++)
            for (size_t j = 0; j < g->n; j++)
                if (stays[i] && stays[j] && g->counted[i][j] > 0 && part[j] < part[i])
                    part[i] = part[j];
    for (size_t v = 0; v < g->n; v++)
        parts += stays[v] && part[v] == v;
    return parts;
}

static void find_articulation(const graph *g, per_vertex values)
{
    bool stays[most] = {true, true, true, true, true, true};
    size_t part[most], all = find_parts(g, stays, part);
    for (size_t v = 0; v < g->n; v++) {
        stays[v] = false;
        values[v] = find_parts(g, stays, part) > all;
        stays[v] = true;
    }
}

/* Parts numbered from 1: the larger first, of equal ones the one with the smallest vertex. */
static void find_components(const graph *g, per_vertex values)
{
    const bool stays[most] = {true, true, true, true, true, true};
    size_t part[most], size[most] = {0}, number = 0;
    find_parts(g, stays, part);
    for (size_t v = 0; v < g->n; v++)
        size[part[v]]++;
    for (size_t wanted = g->n; wanted > 0; wanted--)
        for (size_t first = 0; first < g->n; first++) {
            if (size[first] != wanted)
                continue;
            number++;
            for (size_t v = 0; v < g->n; v++)
                if (part[v] == first)
                    values[v] = (double)number;
        }
}

/* Peeling: the largest k for which a vertex is left when all with fewer than k ties are taken away again and again. */
static void find_cores(const graph *g, per_vertex values)
{
    for (size_t k = 1; k < g->n; k++) {
        bool stays[most] = {true, true, true, true, true, true}, changed = true;
        while (changed) {
            changed = false;
            for (size_t v = 0; v < g->n; v++) {
                size_t ties = 0;
                for (size_t u = 0; u < g->n; u++)
                    ties += stays[u] && g->counted[v][u] > 0;
                if (stays[v] && ties < k) {
                    stays[v] = false;
                    changed = true;
                }
            }
        }
        for (size_t v = 0; v < g->n; v++)
            if (stays[v])
                values[v] = (double)k;
    }
}

/* ---- Formulas ---- */

/* Burt 1992: the sum over j tied to i of (p_ij + the sum over q of p_iq p_qj) squared, p_ij = w_ij / sum of i's; undefined without ties. */
static void find_constraint(const graph *g, per_vertex values)
{
    double p[most][most] = {{0}};
    for (size_t i = 0; i < g->n; i++) {
        double sum = 0;
        for (size_t j = 0; j < g->n; j++)
            sum += g->counted[i][j];
        for (size_t j = 0; sum > 0 && j < g->n; j++)
            p[i][j] = g->counted[i][j] / sum;
        values[i] = sum > 0 ? 0 : NAN;
    }
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++) {
            double invested = p[i][j];
            if (!(g->counted[i][j] > 0))
                continue;
            for (size_t q = 0; q < g->n; q++)
                if (q != i && q != j)
                    invested += p[i][q] * p[q][j];
            values[i] += invested * invested;
        }
}

/* Solves m x = right by Gauss, with the largest pivot; the answer stands in right. */
static void solve(size_t n, double m[most][most], double *right)
{
    for (size_t c = 0; c < n; c++) {
        size_t pivot = c;
        for (size_t r = c + 1; r < n; r++)
            if (fabs(m[r][c]) > fabs(m[pivot][c]))
                pivot = r;
        for (size_t k = 0; k < n; k++) {
            double kept = m[c][k];
            m[c][k] = m[pivot][k];
            m[pivot][k] = kept;
        }
        double kept = right[c];
        right[c] = right[pivot];
        right[pivot] = kept;
        for (size_t r = 0; r < n; r++) {
            double times = m[r][c] / m[c][c];
            if (r == c)
                continue;
            for (size_t k = 0; k < n; k++)
                m[r][k] -= times * m[c][k];
            right[r] -= times * right[c];
        }
    }
    for (size_t c = 0; c < n; c++)
        right[c] /= m[c][c];
}

/* PageRank x = 0.15/n + 0.85 M x, where column u of M spreads u over its ties by weight, and a vertex without ties over all. */
static void find_pagerank(const graph *g, per_vertex values)
{
    double m[most][most] = {{0}}, n = (double)g->n;
    for (size_t u = 0; u < g->n; u++) {
        double sum = 0;
        for (size_t v = 0; v < g->n; v++)
            sum += g->counted[u][v];
        for (size_t v = 0; v < g->n; v++)
            m[v][u] = (u == v) - 0.85 * (sum > 0 ? g->counted[u][v] / sum : 1 / n);
        values[u] = 0.15 / n;
    }
    solve(g->n, m, values);
}

/* ---- Eigenvalues ---- */

/* Turns rows and columns p and q of a so that a[p][q] becomes 0, and the vectors with them. */
static void rotate(size_t n, double a[most][most], double vectors[most][most], size_t p, size_t q)
{
    double angle = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (angle >= 0 ? 1 : -1) / (fabs(angle) + sqrt(angle * angle + 1)), c = 1 / sqrt(t * t + 1), s = t * c;
    for (size_t k = 0; k < n; k++) {
        double kp = a[k][p], kq = a[k][q];
        a[k][p] = c * kp - s * kq;
        a[k][q] = s * kp + c * kq;
    }
    for (size_t k = 0; k < n; k++) {
        double pk = a[p][k], qk = a[q][k], vp = vectors[k][p], vq = vectors[k][q];
        a[p][k] = c * pk - s * qk;
        a[q][k] = s * pk + c * qk;
        vectors[k][p] = c * vp - s * vq;
        vectors[k][q] = s * vp + c * vq;
    }
}

/* Jacobi's method: eigenvalues on the diagonal of a, their vectors in the columns of vectors. */
static void diagonalise(size_t n, double a[most][most], double vectors[most][most])
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            vectors[i][j] = i == j;
    for (int sweep = 0; sweep < 60; sweep++)
        for (size_t p = 0; p < n; p++)
            for (size_t q = p + 1; q < n; q++)
                if (fabs(a[p][q]) > 1e-15)
                    rotate(n, a, vectors, p, q);
}

/* The largest eigenvalue is a single one: its vector, scaled to a maximum of 1. Else false. */
static bool find_eigenvector(const graph *g, double *value, per_vertex values)
{
    double a[most][most], vectors[most][most], highest = 0;
    size_t best = 0;
    memcpy(a, g->counted, sizeof a);
    diagonalise(g->n, a, vectors);
    for (size_t i = 1; i < g->n; i++)
        if (a[i][i] > a[best][best])
            best = i;
    *value = a[best][best];
    for (size_t i = 0; i < g->n; i++)
        if (i != best && a[i][i] > *value - 1e-6)
            return false;
    for (size_t v = 0; v < g->n; v++)
        if (fabs(vectors[v][best]) > fabs(highest))
            highest = vectors[v][best];
    for (size_t v = 0; v < g->n; v++)
        values[v] = vectors[v][best] / highest;
    return true;
}

/* ---- Comparing ---- */

static void tell(const graph *g, const char *score, size_t v, double got, double wanted)
{
    print_error("%s of vertex %zu: %.17g, by definition %.17g, in the graph", score, v, got, wanted);
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = i + 1; j < g->n; j++)
            if (g->counted[i][j] > 0)
                print_error(" %zu-%zu(%g)", i, j, g->counted[i][j]);
    print_error("\n");
    fail();
}

static void compare(const graph *g, const sv_scores *scores, const char *score, const per_vertex wanted, double relative)
{
    const double *column = sv_scores_column(scores, sv_score_find(score));
    for (size_t v = 0; v < g->n; v++)
        if (!near_to(column[v], wanted[v], relative))
            tell(g, score, v, column[v], wanted[v]);
}

static void compare_degrees(const graph *g, const sv_scores *scores)
{
    per_vertex degree = {0}, strength = {0};
    for (size_t v = 0; v < g->n; v++)
        for (size_t u = 0; u < g->n; u++) {
            degree[v] += g->strength[v][u] > 0;
            strength[v] += g->strength[v][u];
        }
    compare(g, scores, "degree", degree, 0);
    compare(g, scores, "strength", strength, 1e-12);
}

static void compare_ties(const graph *g, const sv_scores *scores, brute_matrix wanted)
{
    const sv_network *network = sv_scores_network(scores);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength, both;
        sv_network_tie(network, i, &from, &to, &strength);
        both = (wanted[from][to] + wanted[to][from]) / 2;
        if (!near_to(sv_scores_ties(scores)[i], both, 1e-9))
            tell(g, "betweenness of a tie", from, sv_scores_ties(scores)[i], both);
    }
}

static void compare_betweenness(const graph *g, const sv_scores *scores)
{
    per_vertex betweenness, betweenness_norm;
    brute_matrix ties;
    double others = (double)g->n - 1;
    brute_betweenness(g, betweenness, ties);
    for (size_t v = 0; v < g->n; v++) {
        betweenness[v] /= 2; /* every pair was met from both ends */
        betweenness_norm[v] = g->n > 2 ? betweenness[v] / (others * (others - 1) / 2) : NAN;
    }
    compare(g, scores, "betweenness", betweenness, 1e-9);
    compare(g, scores, "betweenness_norm", betweenness_norm, 1e-9);
    compare_ties(g, scores, ties);
}

static void compare_distances(const graph *g, const sv_scores *scores)
{
    brute_matrix d, steps;
    per_vertex harmonic = {0}, harmonic_norm, closeness, eccentricity = {0}, reach = {0};
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
        harmonic_norm[v] = g->n > 1 ? harmonic[v] / ((double)g->n - 1) : NAN;
        closeness[v] = reached > 0 ? reached / sum : NAN;
        eccentricity[v] = reached > 0 ? eccentricity[v] : NAN;
    }
    compare(g, scores, "harmonic", harmonic, 1e-10);
    compare(g, scores, "harmonic_norm", harmonic_norm, 1e-10);
    compare(g, scores, "closeness", closeness, 1e-10);
    compare(g, scores, "eccentricity", eccentricity, 1e-10);
    compare(g, scores, "reach2", reach, 0);
}

/* Several parts may share the largest eigenvalue: then any vector of it will do that is 0 outside one part, with maximum 1. */
static void compare_tied_eigenvector(const graph *g, const sv_scores *scores, double value)
{
    const double *x = sv_scores_column(scores, sv_score_find("eigenvector"));
    const double *part = sv_scores_column(scores, sv_score_find("component"));
    double highest = 0, chosen = 0;
    for (size_t v = 0; v < g->n; v++) {
        double sum = 0;
        for (size_t u = 0; u < g->n; u++)
            sum += g->counted[v][u] * x[u];
        if (!near_to(sum, value * x[v], 1e-9))
            tell(g, "eigenvector (times the matrix)", v, sum, value * x[v]);
        highest = fmax(highest, x[v]);
        chosen = x[v] > 0 && !(chosen > 0) ? part[v] : chosen;
        assert_int_equal(x[v] > 0, part[v] == chosen);
    }
    assert_near(highest, 1);
}

static bool compare_eigenvector(const graph *g, const sv_scores *scores)
{
    per_vertex wanted;
    double value;
    bool single = find_eigenvector(g, &value, wanted);
    if (!(value > 1e-9)) { /* no ties at all: undefined */
        for (size_t v = 0; v < g->n; v++)
            wanted[v] = NAN;
        compare(g, scores, "eigenvector", wanted, 0);
    } else if (single) {
        compare(g, scores, "eigenvector", wanted, 1e-9);
    } else {
        compare_tied_eigenvector(g, scores, value);
    }
    return single && value > 1e-9;
}

static void compare_rest(const graph *g, const sv_scores *scores)
{
    per_vertex constraint, core = {0}, articulation, component, pagerank;
    find_constraint(g, constraint);
    find_cores(g, core);
    find_articulation(g, articulation);
    find_components(g, component);
    find_pagerank(g, pagerank);
    compare(g, scores, "constraint", constraint, 1e-10);
    compare(g, scores, "core", core, 0);
    compare(g, scores, "articulation", articulation, 0);
    compare(g, scores, "component", component, 0);
    compare(g, scores, "pagerank", pagerank, 1e-10);
}

/* All scores of one graph; whether its largest eigenvalue was a single one. */
static bool compare_all(const sv_map *map, graph *g, bool weighted)
{
    const sv_network_options options = {.strength = weighted, .alpha = g->alpha};
    sv_network *network = network_of(map, &options);
    sv_scores *scores = scores_of(network);
    bool single;
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            g->counted[i][j] = weighted ? g->strength[i][j] : g->strength[i][j] > 0;
    assert_int_equal(sv_network_actors(network), g->n);
    compare_degrees(g, scores);
    compare_distances(g, scores);
    compare_betweenness(g, scores);
    compare_rest(g, scores);
    single = compare_eigenvector(g, scores);
    sv_scores_free(scores);
    sv_network_free(network);
    return single;
}

/* The graph whose ties are the bits of a number: bit 0 is the pair 1-0, then 2-0, 2-1, 3-0 … Ties without a strength have that of "knows", 2. */
static sv_map *graph_of_bits(size_t n, unsigned long bits, graph *g)
{
    size_t ties[most_ties][2], m = 0, bit = 0;
    *g = (graph){.n = n};
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++, bit++)
            if (bits >> bit & 1) {
                ties[m][0] = i;
                ties[m++][1] = j;
                g->strength[i][j] = g->strength[j][i] = 2;
            }
    return graph_map(n, m, (const size_t(*)[2])ties, NULL);
}

static void every_graph(void **state)
{
    size_t n = *(const size_t *)*state, graphs = 0, single = 0;
    for (unsigned long bits = 0; bits < 1ul << n * (n - 1) / 2; bits++) {
        graph g;
        sv_map *map = graph_of_bits(n, bits, &g);
        single += compare_all(map, &g, false);
        graphs++;
        sv_map_free(map);
    }
    assert_int_equal(graphs, 1ul << n * (n - 1) / 2);
    assert_true(n == 1 || single > 0);
}

static sv_map *draw_graph(unsigned long long *seed, graph *g)
{
    size_t n = 2 + draw_number(seed, most - 1), ties[most_ties][2], m = 0;
    double strengths[most_ties];
    unsigned chance = 1 + draw_number(seed, 4);
    *g = (graph){.n = n};
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            if (draw_number(seed, 5) >= chance)
                continue;
            ties[m][0] = i;
            ties[m][1] = j;
            strengths[m] = 1 + draw_number(seed, 4);
            g->strength[i][j] = g->strength[j][i] = strengths[m++];
        }
    return graph_map(n, m, (const size_t(*)[2])ties, strengths);
}

static void graphs_with_strengths(void **state)
{
    unsigned long long seed = 42;
    size_t single = 0;
    (void)state;
    for (int i = 0; i < weighted_graphs; i++) {
        static const double alphas[] = {0, 1, 0.5, 2}; /* 0: left to the default, 1 */
        graph g;
        sv_map *map = draw_graph(&seed, &g);
        g.alpha = alphas[i % 4];
        single += compare_all(map, &g, true);
        compare_all(map, &g, false); /* the same map with every tie counting 1 */
        sv_map_free(map);
    }
    assert_true(single > weighted_graphs / 2);
}

/* The referee itself, on a path of three: the middle is between the ends once each way; eigenvector 1/√2, 1, 1/√2; cut point 2. */
static void the_referee_is_right(void **state)
{
    graph g = {.n = 3, .counted = {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}}};
    brute_matrix d, ties;
    double value;
    per_vertex betweenness, articulation, eigenvector, pagerank;
    (void)state;
    brute_distances(&g, false, d);
    brute_betweenness(&g, betweenness, ties);
    find_articulation(&g, articulation);
    find_pagerank(&g, pagerank);
    assert_true(find_eigenvector(&g, &value, eigenvector));
    assert_near(d[0][2], 2);
    assert_near(betweenness[0], 0);
    assert_near(betweenness[1], 2); /* from the one to the other, and back */
    assert_near(ties[0][1], 2);     /* from 0 to 1 and to 2 */
    assert_near(articulation[0], 0);
    assert_near(articulation[1], 1);
    assert_near(value, sqrt(2));
    assert_near(eigenvector[0], sqrt(0.5));
    /* middle m, ends e: m = 0.05 + 0.85 * 2e and 2e + m = 1, so m = (0.05 + 0.85) / 1.85 = 18/37 */
    assert_near(pagerank[1], 18.0 / 37);
}

int main(void)
{
    static size_t sizes[] = {1, 2, 3, 4, 5, 6};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_referee_is_right),
        {"every_graph_of_1", every_graph, NULL, NULL, &sizes[0]},
        {"every_graph_of_2", every_graph, NULL, NULL, &sizes[1]},
        {"every_graph_of_3", every_graph, NULL, NULL, &sizes[2]},
        {"every_graph_of_4", every_graph, NULL, NULL, &sizes[3]},
        {"every_graph_of_5", every_graph, NULL, NULL, &sizes[4]},
        {"every_graph_of_6", every_graph, NULL, NULL, &sizes[5]},
        cmocka_unit_test(graphs_with_strengths),
    };
    return cmocka_run_group_tests_name("bruteforce", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Numbers that others have printed, in papers and in the tests of their own programs, beside ours on the same networks, to the digits
 * they print: Everett and Valente's table of brokers, Valente and Fujimoto's bridging, NetworkX's expectations, influenceR's and ORA's
 * results on the families of Florence. Skips, saying so, where SPEELVELD_DATA does not hold them.
 */
#include <speelveld/score.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "reading.h"
#include "support.h"

/* A published network with all its scores. */
typedef struct published {
    reading map;
    sv_network *network;
    sv_scores *scores;
    double n;
} published;

static void score_map(published *p, bool weighted)
{
    sv_network_options options = {.strength = weighted};
    assert_int_equal(p->map.status, SV_OK);
    p->network = network_of(p->map.map, &options);
    p->scores = scores_of(p->network);
    p->n = (double)sv_network_actors(p->network);
}

/* A network and a table of SPEELVELD_DATA; skips the test where either is absent. */
static published published_of(const char *network, const char *table_name, support_table *table)
{
    published p = {0};
    char path[200], *found;
    bool there;
    snprintf(path, sizeof path, "reference/published/%s.csv", table_name);
    found = data_path(path);
    there = found && table_read(found, table);
    free(found);
    snprintf(path, sizeof path, "networks/%s.edges.csv", network);
    found = there ? data_path(path) : NULL;
    if (!found)
        skip();
    p.map = read_path(found);
    free(found);
    score_map(&p, false);
    return p;
}

static void published_clear(published *p)
{
    sv_scores_free(p->scores);
    sv_network_free(p->network);
    clear_reading(&p->map);
}

/* Equal to the digits that were printed: half a unit in the last, and a hair for halves that were rounded the other way. */
static void assert_printed(double got, double printed, double unit, const char *what, const char *who)
{
    if (fabs(got - printed) <= 0.5001 * unit)
        return;
    print_error("%s of %s: %.6f, and %.6f is printed\n", what, who, got, printed);
    fail();
}

/*
 * Everett & Valente 2016, table 1, on Granovetter's 25: the betweenness of ties over degree is (2B + n - 1)/d also where B = 0, the
 * broker's share is that of the most there can be, (2·12·12 + 24)/2 = 156 for one between two halves; bridging is a share of all pairs.
 * Their percentages come of numbers that were cut before: 29.8148 stands as 29.814, 46.2118 as 46.21.
 */
static void everett_and_valente(void **state)
{
    support_table table;
    published p = published_of("granovetter25", "everett_valente_2016_table1_granovetter", &table);
    (void)state;
    assert_int_equal(table.rows, 25);
    for (size_t i = 0; i < table.rows; i++) {
        const char *id = table_cell(&table, i, "id");
        double b = score_of(p.scores, "betweenness", id), d = score_of(p.scores, "degree", id);
        assert_printed((2 * b + p.n - 1) / d, table_number(&table, i, "edge_betweenness_over_degree"), 1e-3, "ties over degree", id);
        assert_printed(score_of(p.scores, "everett_valente", id) / 156 * 100, table_number(&table, i, "normalised_EV_brokerage_pct"), 4e-3,
                       "brokerage", id);
        assert_printed(score_of(p.scores, "valente_fujimoto", id) * 100, table_number(&table, i, "link_deletion_VF_pct"), 0.1, "bridging",
                       id);
    }
    table_clear(&table);
    published_clear(&p);
}

/* influenceR on the marriages of Florence: betweenness both ways, eigenvectors of length 1, bridging with each pair once over n(n - 1). */
static void families_of_florence(void **state)
{
    support_table table;
    published p = published_of("florentine_marriage", "florentine_marriage_influenceR_results", &table);
    double length = 0;
    (void)state;
    for (size_t i = 0; i < table.rows; i++)
        length += pow(score_of(p.scores, "eigenvector", table_cell(&table, i, "node")), 2);
    for (size_t i = 0; i < table.rows; i++) {
        const char *id = table_cell(&table, i, "node");
        assert_near_at(2 * score_of(p.scores, "betweenness", id), table_number(&table, i, "betweenness_x2"), 1e-9, id, (int)i);
        assert_near_at(score_of(p.scores, "eigenvector", id) / sqrt(length), table_number(&table, i, "eigenvector_L2"), 1e-6, id, (int)i);
        assert_near_at(score_of(p.scores, "constraint", id), table_number(&table, i, "constraint_igraph_asof"), 1e-9, id, (int)i);
        if (score_of(p.scores, "degree", id) > 0) {
            assert_near_at(score_of(p.scores, "effective_size", id), table_number(&table, i, "effective_size"), 1e-9, id, (int)i);
            assert_near_at(score_of(p.scores, "valente_fujimoto", id) / 2, table_number(&table, i, "bridging_VF"), 1e-9, id, (int)i);
        }
    }
    table_clear(&table);
    published_clear(&p);
}

/* Our score for what a test of NetworkX expects: NULL for load, which is another measure than betweenness. */
static const char *score_for(const support_table *table, size_t row, bool *share)
{
    const char *test = table_cell(table, row, "test"), *class = table_cell(table, row, "class");
    *share = strstr(class, "Betweenness") && strcmp(test, "test_krackhardt_kite_graph") != 0;
    return strstr(class, "Load") ? NULL : strstr(class, "Betweenness") ? "betweenness" : "closeness";
}

/* NetworkX counts a family without marriages nowhere; its shares of pairs are among those in the largest part. */
static size_t compare_with_networkx(const published *p, const char *name, const char *class, const support_table *table)
{
    size_t compared = 0, whole = 0;
    for (size_t v = 0; v < (size_t)p->n; v++)
        whole += score_of(p->scores, "degree", sv_map_actor(p->map.map, sv_network_actor(p->network, v))->id) > 0;
    for (size_t i = 0; i < table->rows; i++) {
        bool share;
        const char *score = score_for(table, i, &share), *id = table_cell(table, i, "node");
        double got;
        if (!score || !strstr(table_cell(table, i, "test"), name) || strcmp(table_cell(table, i, "class"), class) != 0)
            continue;
        got = score_of(p->scores, score, id);
        assert_printed(share ? got / ((double)(whole - 1) * (double)(whole - 2) / 2) : got, table_number(table, i, "expected(3 decimals)"),
                       1e-3, score, id);
        compared++;
    }
    return compared;
}

/* The ties of Les Misérables with their weights as lengths, as NetworkX takes them: ours are 1/weight long, so 1/weight is given. */
static published by_length(const published *plain)
{
    published p = {0};
    sv_text text = {0};
    sv_text_add(&text, "source,target,weight\n");
    for (size_t i = 0; i < sv_network_ties(plain->network); i++) {
        const sv_map *map = plain->map.map;
        size_t from, to;
        double strength;
        sv_network_tie(plain->network, i, &from, &to, &strength);
        sv_text_addf(&text, "%s,%s,%.17g\n", sv_map_actor(map, sv_network_actor(plain->network, from))->id,
                     sv_map_actor(map, sv_network_actor(plain->network, to))->id, 1 / strength);
    }
    assert_false(text.failed);
    p.map = read_text("lengths.edges.csv", text.bytes);
    sv_text_clear(&text);
    score_map(&p, true);
    return p;
}

static void networkx_expects(void **state)
{
    static const char *const plain[] = {"TestBetweennessCentrality", "TestClosenessCentrality"};
    static const struct {
        const char *network, *name;
    } networks[] = {{"kite", "krackhardt"}, {"florentine_marriage", "florentine"}, {"lesmis", "les_miserables"}};
    size_t compared = 0;
    (void)state;
    for (size_t k = 0; k < 3; k++) {
        support_table table;
        published p = published_of(networks[k].network, "networkx_test_suite_expected", &table), weighted = {0};
        for (size_t c = 0; c < 2; c++)
            compared += compare_with_networkx(&p, networks[k].name, plain[c], &table);
        if (k == 2)
            weighted = by_length(&p);
        compared += compare_with_networkx(k == 2 ? &weighted : &p, networks[k].name, "TestWeightedBetweennessCentrality", &table);
        if (k == 2)
            published_clear(&weighted);
        table_clear(&table);
        published_clear(&p);
    }
    assert_int_equal(compared, 326); /* 453 rows without the 127 of load */
}

/* The largest, mean and standard deviation of a score, those without ties counting as 0. */
static void assert_summary(const published *p, const char *score, double scale, const support_table *table, size_t row)
{
    double most = 0, sum = 0, squares = 0;
    for (size_t v = 0; v < (size_t)p->n; v++) {
        double value = score_of(p->scores, score, sv_map_actor(p->map.map, sv_network_actor(p->network, v))->id) * scale;
        value = isnan(value) ? 0 : value;
        most = fmax(most, value);
        sum += value;
        squares += value * value;
    }
    assert_printed(most, table_number(table, row, "max"), 1e-3, score, "the largest");
    assert_printed(sum / p->n, table_number(table, row, "avg"), 1e-3, score, "the mean");
    assert_printed(sqrt(squares / p->n - sum * sum / (p->n * p->n)), table_number(table, row, "stddev"), 1e-3, score,
                   "the standard deviation");
}

static void ora_prints(void **state)
{
    static const char *const names[] = {"florentine_marriage", "florentine_business"};
    (void)state;
    for (size_t k = 0; k < 2; k++) {
        support_table table;
        published p = published_of(names[k], "ora_casos_padgett_network_level", &table);
        size_t compared = 0;
        for (size_t i = 0; i < table.rows; i++) {
            const char *measure = table_cell(&table, i, "measure");
            if (strcmp(table_cell(&table, i, "network"), names[k]) != 0 ||
                (strcmp(measure, "degree") != 0 && strcmp(measure, "betweenness") != 0))
                continue;
            assert_summary(&p, measure, 1, &table, i);
            compared++;
        }
        assert_int_equal(compared, 2);
        table_clear(&table);
        published_clear(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(everett_and_valente), cmocka_unit_test(families_of_florence),
                                       cmocka_unit_test(networkx_expects), cmocka_unit_test(ora_prints)};
    return cmocka_run_group_tests_name("published", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * MACTOR against an example worked out by hand, 2,000 small matrices by the formulas as they stand in print, and the
 * table of a published network.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "chemnet_map.h"

enum { most = 7, random_maps = 2000 };

typedef struct situation {
    sv_map *map;
    sv_network *network;
    sv_mactor mactor;
} situation;

static situation situation_of(const char *text, int day)
{
    const sv_network_options options = {.as_of = day};
    situation s = {.map = map_of(text, NULL)};
    s.network = network_of(s.map, &options);
    assert_int_equal(sv_mactor_find(s.network, &s.mactor, NULL), SV_OK);
    return s;
}

static void clear_situation(situation *s)
{
    sv_mactor_clear(&s->mactor);
    sv_network_free(s->network);
    sv_map_free(s->map);
}

#define PEOPLE "= Actors\nid;name;kind\na;Anna;\nb;Bob;\nc;Cas;\nd;Dirk;\nraad;Raad;council\n"

/* MDII from i on j, by the map's ids. */
static double over(const situation *s, const char *i, const char *j)
{
    size_t from = sv_mactor_place(&s->mactor, row_of(s->map, i)), to = sv_mactor_place(&s->mactor, row_of(s->map, j));
    double *values = calloc(s->mactor.n, sizeof *values), found;
    assert_true(from != SV_NO_ROW && to != SV_NO_ROW);
    sv_mactor_influences(&s->mactor, from, values);
    found = values[to];
    free(values);
    return found;
}

static double net(const situation *s, const char *i, const char *j)
{
    size_t from = sv_mactor_place(&s->mactor, row_of(s->map, i)), to = sv_mactor_place(&s->mactor, row_of(s->map, j));
    double *values = calloc(s->mactor.n, sizeof *values), found;
    sv_mactor_net(&s->mactor, from, values);
    found = values[to];
    free(values);
    return found;
}

/*
 * MID a: 0 3 1, b: 1 0 2, c: 0 2 0.
 * MDII ab = 3 + min(1, 2) = 4, ac = 1 + min(3, 2) = 3, ba = 1 + min(2, 0) = 1, bc = 2 + min(1, 1) = 3, ca = 0 + min(2, 1) = 1, cb = 2 + min(0, 3) = 2.
 * I = 7, 4, 3; D = 1 + 1, 4 + 2, 3 + 3 = 2, 6, 6. Sum of I 14. r = 7/14 * 7/9, 4/14 * 4/10, 3/14 * 3/9 = 0.38889, 0.11429, 0.07143;
 * R = 3r / 0.57460 = 2.0304, 0.5967, 0.3729.
 */
static void three_by_hand(void **state)
{
    situation s = situation_of(PEOPLE "= Ties\nfrom;to;kind;strength\na;b;influences;3\na;c;influences;1\nb;a;influences;1\nb;c;influences;2\n"
                                      "c;b;influences;2\n", 0);
    static const double influence[] = {7, 4, 3}, dependence[] = {2, 6, 6};
    const double r[] = {7.0 / 18, 4.0 / 35, 1.0 / 14};
    sv_scores *scores = scores_of(s.network);
    (void)state;
    assert_int_equal(s.mactor.n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(s.mactor.actor[i], i);
        assert_near(s.mactor.influence[i], influence[i]);
        assert_near(s.mactor.dependence[i], dependence[i]);
        assert_near(s.mactor.competitiveness[i], 3 * r[i] / (r[0] + r[1] + r[2]));
    }
    assert_near_at(s.mactor.competitiveness[0], 2.0304, 1e-4, __FILE__, __LINE__);
    assert_near_at(s.mactor.competitiveness[2], 0.3729, 1e-4, __FILE__, __LINE__);
    assert_near(over(&s, "a", "b"), 4);
    assert_near(over(&s, "a", "a"), 1); /* own feedback: min(3, 1) + min(1, 0) */
    assert_near(net(&s, "a", "b"), 3);
    assert_near(net(&s, "b", "a"), -3);
    assert_near(net(&s, "b", "c"), 1);
    assert_near(net(&s, "a", "a"), 0);
    assert_near(score_of(scores, "mactor_influence", "a"), 7);
    assert_near(score_of(scores, "mactor_dependence", "c"), 6);
    assert_near(score_of(scores, "competitiveness", "b"), s.mactor.competitiveness[1]);
    /* d is on the map and in nobody's judgement; the council is not in the network */
    assert_near(score_of(scores, "mactor_influence", "d"), NAN);
    assert_near(score_of(scores, "competitiveness", "d"), NAN);
    assert_int_equal(sv_mactor_place(&s.mactor, row_of(s.map, "d")), SV_NO_ROW);
    sv_scores_free(scores);
    clear_situation(&s);
}

static void without_influences_all_are_equal(void **state)
{
    situation s = situation_of(PEOPLE "= Ties\nfrom;to;kind;strength\na;b;knows;3\n", 0);
    sv_scores *scores = scores_of(s.network);
    (void)state;
    assert_int_equal(s.mactor.n, 0);
    assert_int_equal(sv_mactor_place(&s.mactor, 0), SV_NO_ROW);
    assert_near(score_of(scores, "competitiveness", "a"), 1);
    assert_near(score_of(scores, "competitiveness", "d"), 1);
    assert_near(score_of(scores, "mactor_influence", "a"), NAN);
    assert_near(score_of(scores, "mactor_dependence", "a"), NAN);
    sv_scores_free(scores);
    clear_situation(&s);
}

/* An actor of whom somebody said that there is no influence takes part, with none. */
static void none_is_not_unknown(void **state)
{
    situation s = situation_of(PEOPLE "= Ties\nfrom;to;kind;strength\na;b;influences;0\nb;a;influences;2\nc;a;influences;0\n", 0);
    (void)state;
    assert_int_equal(s.mactor.n, 3);
    assert_near(s.mactor.competitiveness[0], 0);
    assert_near(s.mactor.competitiveness[1], 3); /* all of it */
    assert_near(s.mactor.competitiveness[2], 0);
    clear_situation(&s);
    s = situation_of(PEOPLE "= Ties\nfrom;to;kind;strength\na;b;influences;0\n", 0);
    assert_int_equal(s.mactor.n, 2);
    assert_near(s.mactor.influence[0], 0);
    assert_near(s.mactor.competitiveness[0], 1); /* nobody has any: equal */
    clear_situation(&s);
}

/* What a row means: which way it goes, on what day, said by whom, how sure; and what does not count. */
static void rows_are_read_as_in_the_network(void **state)
{
    static const struct {
        const char *rows;
        double ab, ba; /* MDII; with two who take part it is MID */
    } cases[] = {
        {"a;b;influences;3;;;;\n", 3, 0},
        {"a;b;influences;3;back;;;\n", 0, 3},
        {"b;a;influences;3;back;;;\n", 3, 0},
        {"a;b;influences;3;both;;;\n", 3, 3},
        {"b;a;influences;3;both;;;\n", 3, 3},
        {"a;b;influences;1;;;;\na;b;influences;3;;;;\n", 3, 0},                     /* rows of nobody: the strongest */
        {"a;b;influences;1;;x;1;\na;b;influences;4;;y;0.5;\n", 2, 0},               /* (1 * 1 + 0.5 * 4) / 1.5 */
        {"a;b;influences;1;;x;;\na;b;influences;3;;x;;\n", 3, 0},                   /* of one informant the lowest row */
        {"a;b;influences;1;;x;;\na;b;influences;3;both;y;;\n", 2, 3},               /* both ways is a row each way */
        {"a;b;influences;4;;x;0;\na;b;influences;2;;y;;\n", 2, 0},                  /* not sure at all does not count */
        {"a;b;influences;2;;;;2024-01-01\na;b;influences;4;;;;2026-01-01\n", 2, 0}, /* not yet */
        {"a;b;influences;2;;;;\na;b;influences;;;;;\na;a;influences;4;;;;\na;raad;influences;4;;;;\nb;a;knows;4;;;;\n", 2, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sv_text text = {0};
        situation s;
        sv_text_addf(&text, "%s= Ties\nfrom;to;kind;strength;direction;informant;certainty;since\n%s", PEOPLE, cases[i].rows);
        s = situation_of(sv_text_get(&text), 20250601);
        assert_int_equal(s.mactor.n, 2);
        if (!near_to(over(&s, "a", "b"), cases[i].ab, 1e-12) || !near_to(over(&s, "b", "a"), cases[i].ba, 1e-12))
            fail_msg("case %zu: %g and %g", i, over(&s, "a", "b"), over(&s, "b", "a"));
        assert_int_equal(s.mactor.without_strength, i + 1 == sizeof cases / sizeof *cases);
        clear_situation(&s);
        sv_text_clear(&text);
    }
}

/* ---- The formulas ---- */

typedef double matrix[most][most];

/* Every actor is named in some row, so that all take part: what is 0 is said to be 0. */
static situation situation_of_matrix(matrix mid, size_t n)
{
    sv_text text = {0};
    situation s;
    sv_text_add(&text, "= Actors\nid;name\n");
    for (size_t i = 0; i < n; i++)
        sv_text_addf(&text, "%c;%c\n", (int)('a' + i), (int)('a' + i));
    sv_text_add(&text, "= Ties\nfrom;to;kind;strength\n");
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            if (i != j)
                sv_text_addf(&text, "%c;%c;influences;%g\n", (int)('a' + i), (int)('a' + j), mid[i][j]);
    s = situation_of(sv_text_get(&text), 0);
    sv_text_clear(&text);
    return s;
}

static double formula_mdii(matrix mid, size_t n, size_t i, size_t j)
{
    double sum = i == j ? 0 : mid[i][j];
    for (size_t k = 0; k < n; k++)
        if (k != i && k != j)
            sum += fmin(mid[i][k], mid[k][j]);
    return sum;
}

static void compare_matrix(matrix mid, size_t n)
{
    situation s = situation_of_matrix(mid, n);
    double influence[most] = {0}, dependence[most] = {0}, r[most], all = 0, sum = 0, row[most];
    assert_int_equal(s.mactor.n, n);
    for (size_t i = 0; i < n; i++) {
        sv_mactor_influences(&s.mactor, i, row);
        for (size_t j = 0; j < n; j++) {
            assert_near(row[j], formula_mdii(mid, n, i, j));
            influence[i] += j == i ? 0 : formula_mdii(mid, n, i, j);
            dependence[i] += j == i ? 0 : formula_mdii(mid, n, j, i);
        }
        sv_mactor_net(&s.mactor, i, row);
        for (size_t j = 0; j < n; j++)
            assert_near(row[j], i == j ? 0 : formula_mdii(mid, n, i, j) - formula_mdii(mid, n, j, i));
        all += influence[i];
    }
    for (size_t i = 0; i < n; i++) {
        r[i] = influence[i] + dependence[i] > 0 && all > 0 ? influence[i] / all * influence[i] / (influence[i] + dependence[i]) : 0;
        sum += r[i];
    }
    for (size_t i = 0; i < n; i++) {
        assert_near(s.mactor.influence[i], influence[i]);
        assert_near(s.mactor.dependence[i], dependence[i]);
        assert_near(s.mactor.competitiveness[i], sum > 0 ? (double)n * r[i] / sum : 1);
    }
    clear_situation(&s);
}

static void random_matrices_follow_the_formulas(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (size_t round = 0; round < random_maps; round++) {
        size_t n = 2 + draw_number(&seed, most - 1);
        unsigned chance = 1 + draw_number(&seed, 4);
        matrix mid = {{0}};
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                mid[i][j] = draw_number(&seed, 4) < chance ? draw_number(&seed, 9) / 2.0 : 0;
        compare_matrix(mid, n);
    }
}

/* ---- A published network ---- */

static void a_policy_network_agrees(void **state)
{
    sv_map *map = chemnet_map();
    sv_network *network;
    sv_scores *scores;
    support_table table;
    (void)state;
    if (!map)
        skip();
    network = network_of(map, NULL);
    scores = scores_of(network);
    table = reference_table("chemnet_infrep.mactor.csv");
    assert_int_equal(table.rows, 30);
    for (size_t i = 0; i < table.rows; i++) {
        const char *actor = table_cell(&table, i, "actor");
        assert_near(score_of(scores, "mactor_influence", actor), table_number(&table, i, "I_excl_diag"));
        assert_near(score_of(scores, "mactor_dependence", actor), table_number(&table, i, "D_excl_diag"));
        assert_near_at(score_of(scores, "competitiveness", actor), table_number(&table, i, "Ri_star_excl"), 1e-11, __FILE__, __LINE__);
    }
    table_clear(&table);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_by_hand),
        cmocka_unit_test(without_influences_all_are_equal),
        cmocka_unit_test(none_is_not_unknown),
        cmocka_unit_test(rows_are_read_as_in_the_network),
        cmocka_unit_test(random_matrices_follow_the_formulas),
        cmocka_unit_test(a_policy_network_agrees),
    };
    return cmocka_run_group_tests_name("mactor", tests, NULL, NULL);
}

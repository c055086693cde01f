/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Positions against an example worked out by hand, 1,000 random maps by the formulas as they stand in print, and the
 * tables of a published policy network.
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

enum { most = 7, random_maps = 1000 };

typedef struct situation {
    sv_map *map;
    sv_network *network;
    sv_positions positions;
} situation;

static situation situation_of_map(sv_map *map)
{
    situation s = {.map = map, .network = network_of(map, NULL)};
    assert_int_equal(sv_positions_find(s.network, &s.positions, NULL), SV_OK);
    return s;
}

static situation situation_of(const char *text)
{
    return situation_of_map(map_of(text, NULL));
}

static void clear_situation(situation *s)
{
    sv_positions_clear(&s->positions);
    sv_network_free(s->network);
    sv_map_free(s->map);
}

static size_t place_of(const situation *s, const char *id)
{
    return sv_positions_place(&s->positions, row_of(s->map, id));
}

/* Agreement, or difference, of one pair. */
static double pair_of(const situation *s, const char *i, const char *j, sv_agreement order, bool differ)
{
    double *values = calloc(s->positions.n, sizeof *values), found;
    sv_positions_agree(&s->positions, place_of(s, i), order, differ ? NULL : values, differ ? values : NULL);
    found = values[place_of(s, j)];
    free(values);
    return found;
}

static sv_balance balance_of(const situation *s, size_t issue)
{
    sv_balance balance;
    assert_int_equal(sv_positions_balance(&s->positions, issue, &balance, NULL), SV_OK);
    return balance;
}

#define ISSUES "= Issues\nid;title\np;Het plein\nh;De hal\nw;De weg\n"
#define POSITIONS "= Positions\nactor;issue;position;salience\n"
#define THREE \
    "= Actors\nid;name;kind\na;Anna;\nb;Bob;\nc;Cas;\nd;Dirk;\nraad;Raad;council\n" ISSUES \
    POSITIONS "a;p;4;2\nb;p;2;1\nc;p;-2;3\na;h;-3;\nb;h;1;\nc;h;-1;\na;w;0;\nb;w;1;\nc;w;onbekend;\nraad;p;4;4\n"

/*
 *      p   h   w
 * a    4  -3   0      with R of the design's example: 2.0304, 0.5967, 0.3729
 * b    2   1   1
 * c   -2  -1   ?
 * a and b: alike on p, apart on h, w does not count (0 and 1). a and c: apart on p, alike on h. b and c: apart on both.
 */
static void three_by_hand(void **state)
{
    situation s = situation_of(THREE "= Ties\nfrom;to;kind;strength\na;b;influences;3\na;c;influences;1\nb;a;influences;1\nb;c;influences;2\n"
                                     "c;b;influences;2\n");
    const double sum = 7.0 / 18 + 4.0 / 35 + 1.0 / 14, ra = 3 * 7.0 / 18 / sum, rb = 3 * 4.0 / 35 / sum, rc = 3 * 1.0 / 14 / sum;
    (void)state;
    assert_int_equal(s.positions.n, 3); /* d has none, and the council is not in the network */
    assert_int_equal(place_of(&s, "d"), SV_NO_ROW);
    assert_int_equal(place_of(&s, "raad"), SV_NO_ROW);
    assert_true(s.positions.has_influences);
    assert_false(s.positions.has_power);
    assert_near(pair_of(&s, "a", "b", SV_AGREE_COUNT, false), 1);
    assert_near(pair_of(&s, "a", "b", SV_AGREE_COUNT, true), 1);
    assert_near(pair_of(&s, "b", "c", SV_AGREE_COUNT, true), 2);
    assert_near(pair_of(&s, "a", "a", SV_AGREE_COUNT, false), 0);
    assert_near(pair_of(&s, "a", "b", SV_AGREE_VALUE, false), 3);   /* (4 + 2) / 2 */
    assert_near(pair_of(&s, "a", "b", SV_AGREE_VALUE, true), 2);    /* (3 + 1) / 2 */
    assert_near(pair_of(&s, "a", "c", SV_AGREE_VALUE, true), 3);    /* (4 + 2) / 2 */
    assert_near(pair_of(&s, "b", "c", SV_AGREE_VALUE, true), 3);    /* (2 + 2) / 2 + (1 + 1) / 2 */
    assert_near(pair_of(&s, "a", "b", SV_AGREE_WEIGHED, false), (4 * ra + 2 * rb) / 2);
    assert_near(pair_of(&s, "b", "a", SV_AGREE_WEIGHED, true), (3 * ra + rb) / 2);
    /* with b: |1 - 1|, with c: |1 - 1|: as torn as can be. b with a: 0, with c: 2 of 2, so 1 - 2/4. */
    assert_near(sv_positions_ambivalence(&s.positions, place_of(&s, "a"), SV_AGREE_COUNT), 1);
    assert_near(sv_positions_ambivalence(&s.positions, place_of(&s, "b"), SV_AGREE_COUNT), 0.5);
    /* with b: |3 - 2|, with c: |2 - 3|; of 5 + 5 */
    assert_near(sv_positions_ambivalence(&s.positions, place_of(&s, "a"), SV_AGREE_VALUE), 0.8);
    assert_near(sv_positions_mobilisation(&s.positions, place_of(&s, "a")), 7 * ra);
    assert_near(sv_positions_mobilisation(&s.positions, place_of(&s, "c")), 3 * rc);
    assert_near(sv_positions_issue_mobilisation(&s.positions, 1), 3 * ra + rb + rc);
    assert_near(sv_positions_issue_mobilisation(&s.positions, 2), rb);
    clear_situation(&s);
}

/* On the square: a 4 with salience 2, b 2 with 1, c -2 with 3. */
static void forces_by_hand(void **state)
{
    situation s = situation_of(THREE);
    sv_balance balance = balance_of(&s, 0);
    (void)state;
    assert_int_equal(balance.force, SV_FORCE_EQUAL);
    assert_near(balance.for_it, 2 * 4 + 1 * 2);
    assert_near(balance.against, 3 * 2);
    assert_int_equal(balance.n_for, 2);
    assert_int_equal(balance.n_against, 1);
    assert_int_equal(balance.n_neutral, 0);
    assert_int_equal(balance.n_unknown, 1); /* d */
    assert_int_equal(balance.n_weightless, 0);
    assert_near(balance.median, 0); /* c has 3 of 6 at -2, the next is at 2 */
    balance = balance_of(&s, 2);
    assert_int_equal(balance.n_neutral, 1);
    assert_int_equal(balance.n_unknown, 2);
    assert_near(balance.for_it, 1); /* b, for whom the salience is not given */
    assert_near(balance.median, 0.5);
    assert_near(sv_positions_mobilisation(&s.positions, place_of(&s, "a")), 7); /* R is 1 for all */
    clear_situation(&s);
}

/* Stated power goes first; who has none stated is left out of the sums, and counted. */
static void weights_are_named(void **state)
{
    situation s = situation_of("= Actors\nid;name;power\na;Anna;3\nb;Bob;\nc;Cas;1\n" ISSUES POSITIONS "a;p;2;\nb;p;4;\nc;p;-1;2\nb;h;1;\n"
                               "= Ties\nfrom;to;kind;strength\na;b;influences;3\n");
    sv_balance balance = balance_of(&s, 0);
    (void)state;
    assert_int_equal(balance.force, SV_FORCE_POWER);
    assert_near(balance.for_it, 3 * 2);
    assert_near(balance.against, 1 * 2 * 1);
    assert_int_equal(balance.n_for, 2);
    assert_int_equal(balance.n_weightless, 1);
    assert_near(balance.median, 2); /* 3 of 5 */
    balance = balance_of(&s, 1);
    assert_near(balance.for_it, 0);
    assert_near(balance.median, NAN);
    clear_situation(&s);
    /* a has all competitiveness (R = 2), b none, and c is not judged: 1 */
    s = situation_of("= Actors\nid;name\na;Anna\nb;Bob\nc;Cas\n" ISSUES POSITIONS "a;p;2;\nb;p;4;\nc;p;-1;2\n"
                     "= Ties\nfrom;to;kind;strength\na;b;influences;3\n");
    balance = balance_of(&s, 0);
    assert_int_equal(balance.force, SV_FORCE_COMPETITIVENESS);
    assert_near(balance.for_it, 2 * 2);
    assert_near(balance.against, 1 * 2 * 1);
    assert_int_equal(balance.n_weightless, 0);
    assert_near(balance.median, 0.5); /* c 2 at -1, a 2 at 2, b nothing */
    clear_situation(&s);
}

/* (1 * 4 + 0.5 * 1) / 1.5 = 3; likewise salience (1 * 1 + 0.5 * 4) / 1.5 = 2. Of x only the last word counts. */
static void informants_are_averaged(void **state)
{
    situation s = situation_of("= Actors\nid;name\na;Anna\n" ISSUES "= Positions\nactor;issue;position;salience;informant;certainty;date\n"
                               "a;p;-4;4;x;1;2025-01-01\na;p;4;1;x;1;2026-01-01\na;p;1;4;y;0.5;\na;p;onbekend;4;z;;\n");
    (void)state;
    assert_near(s.positions.value[0], 3);
    assert_near(s.positions.salience[0], 2);
    assert_near(s.positions.value[1], NAN);
    assert_near(s.positions.salience[1], NAN);
    clear_situation(&s);
}

static void nothing_is_an_answer(void **state)
{
    situation s = situation_of("= Actors\nid;name\na;Anna\n" ISSUES);
    sv_balance balance = balance_of(&s, 0);
    (void)state;
    assert_int_equal(s.positions.n, 0);
    assert_near(balance.median, NAN);
    assert_int_equal(balance.n_unknown, 1);
    assert_near(sv_positions_issue_mobilisation(&s.positions, 0), 0);
    clear_situation(&s);
    s = situation_of("= Actors\nid;name\na;Anna\n" ISSUES POSITIONS "a;p;3;\n");
    assert_near(sv_positions_ambivalence(&s.positions, 0, SV_AGREE_COUNT), NAN);
    clear_situation(&s);
    s = situation_of(""); /* not even an issue */
    assert_int_equal(s.positions.n_issues, 0);
    clear_situation(&s);
}

/* ---- The formulas ---- */

static double formula(double x[most][most], const double *r, size_t issues, size_t i, size_t j, sv_agreement order, int sign)
{
    double sum = 0;
    for (size_t k = 0; i != j && k < issues; k++) {
        double own = x[i][k], other = x[j][k];
        if (isnan(own) || isnan(other) || own * other * sign <= 0)
            continue;
        if (order == SV_AGREE_COUNT) {
            own = own > 0 ? 1 : -1;
            other = other > 0 ? 1 : -1;
        } else if (order == SV_AGREE_WEIGHED) {
            own *= r[i];
            other *= r[j];
        }
        sum += 0.5 * (fabs(own) + fabs(other));
    }
    return sum;
}

static void compare_formulas(const situation *s, double x[most][most], const double *r, size_t n, size_t issues, sv_agreement order)
{
    double agree[most], differ[most];
    for (size_t i = 0; i < n; i++) {
        double clear = 0, all = 0;
        sv_positions_agree(&s->positions, i, order, agree, differ);
        for (size_t j = 0; j < n; j++) {
            double both = formula(x, r, issues, i, j, order, 1), apart = formula(x, r, issues, i, j, order, -1);
            assert_near(agree[j], both);
            assert_near(differ[j], apart);
            clear += fabs(both - apart);
            all += both + apart;
        }
        assert_near(sv_positions_ambivalence(&s->positions, i, order), all > 0 ? 1 - clear / all : NAN);
    }
}

static void random_positions_follow_the_formulas(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (size_t round = 0; round < random_maps; round++) {
        size_t n = 1 + draw_number(&seed, most), issues = 1 + draw_number(&seed, most);
        double x[most][most];
        sv_text text = {0};
        situation s;
        sv_text_add(&text, "= Actors\nid;name\n");
        for (size_t i = 0; i < n; i++)
            sv_text_addf(&text, "%c;%c\n", (int)('a' + i), (int)('a' + i));
        sv_text_add(&text, "= Issues\nid;title\n");
        for (size_t k = 0; k < issues; k++)
            sv_text_addf(&text, "%c;%c\n", (int)('A' + k), (int)('A' + k));
        sv_text_add(&text, POSITIONS);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < issues; k++) {
                x[i][k] = k > 0 && draw_number(&seed, 4) == 0 ? NAN : (double)draw_number(&seed, 9) - 4;
                if (!isnan(x[i][k]))
                    sv_text_addf(&text, "%c;%c;%g;\n", (int)('a' + i), (int)('A' + k), x[i][k]);
            }
        sv_text_add(&text, "= Ties\nfrom;to;kind;strength\n");
        for (size_t i = 0; i + 1 < n; i++)
            sv_text_addf(&text, "%c;%c;influences;%u\n", (int)('a' + i), (int)('b' + i), draw_number(&seed, 5));
        s = situation_of(sv_text_get(&text));
        assert_int_equal(s.positions.n, n);
        for (int order = SV_AGREE_COUNT; order <= SV_AGREE_WEIGHED; order++)
            compare_formulas(&s, x, s.positions.competitiveness, n, issues, (sv_agreement)order);
        clear_situation(&s);
        sv_text_clear(&text);
    }
}

/* ---- A published network ---- */

static void compare_table(const situation *s, const char *name, bool differ)
{
    support_table table = reference_table(name);
    assert_int_equal(table.rows, 30);
    for (size_t i = 0; i < table.rows; i++)
        for (size_t j = 0; j < table.rows; j++) {
            const char *one = table_cell(&table, i, "actor"), *other = table_cell(&table, j, "actor");
            if (i != j)
                assert_near(pair_of(s, one, other, SV_AGREE_COUNT, differ), table_number(&table, i, other));
        }
    table_clear(&table);
}

static void a_policy_network_agrees(void **state)
{
    sv_map *map = chemnet_map();
    situation s;
    (void)state;
    if (!map)
        skip();
    s = situation_of_map(map);
    assert_int_equal(s.positions.n, 30);
    assert_int_equal(s.positions.n_issues, 6);
    compare_table(&s, "chemnet_intpos.convergence.csv", false);
    compare_table(&s, "chemnet_intpos.divergence.csv", true);
    clear_situation(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_by_hand),
        cmocka_unit_test(forces_by_hand),
        cmocka_unit_test(weights_are_named),
        cmocka_unit_test(informants_are_averaged),
        cmocka_unit_test(nothing_is_an_answer),
        cmocka_unit_test(random_positions_follow_the_formulas),
        cmocka_unit_test(a_policy_network_agrees),
    };
    return cmocka_run_group_tests_name("positions", tests, NULL, NULL);
}

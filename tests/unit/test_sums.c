/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What scores add up to, in random networks of every level: the ties of all actors are twice the ties, betweenness is all the actors
 * passed on shortest ways, PageRank is shared out in full; and the order of rows changes no bit of a tie.
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
#include "support.h"

enum { people = 30, bodies = 8, alliances = 3, all = people + bodies + alliances, rows_most = 200, rounds = 60 };

/* Rows of the sheets, to be written in any order. */
typedef struct rows {
    char text[rows_most][40];
    size_t n;
} rows;

static void shuffle(rows *some, unsigned long long *seed)
{
    for (size_t i = some->n; i-- > 1;) {
        size_t j = draw_number(seed, (unsigned)i + 1);
        char kept[40];
        memcpy(kept, some->text[i], sizeof kept);
        memcpy(some->text[i], some->text[j], sizeof kept);
        memcpy(some->text[j], kept, sizeof kept);
    }
}

static void draw_rows(unsigned long long *seed, rows *ties, rows *memberships)
{
    ties->n = memberships->n = 0;
    for (int i = 0; i < 45; i++)
        snprintf(ties->text[ties->n++], 40, "v%u;v%u;%s;%u\n", draw_number(seed, all), draw_number(seed, people + bodies),
                 draw_number(seed, 3) ? "knows" : "informs", 1 + draw_number(seed, 4));
    for (int i = 0; i < 60; i++)
        snprintf(memberships->text[memberships->n++], 40, "v%u;v%u\n", draw_number(seed, people + bodies),
                 people + draw_number(seed, bodies + alliances));
}

static sv_map *map_of_rows(const rows *ties, const rows *memberships)
{
    sv_text text = {0};
    sv_map *map;
    sv_text_add(&text, "= Actors\nid;name;kind\n");
    for (size_t i = 0; i < all; i++)
        sv_text_addf(&text, "v%zu;V%zu;%s\n", i, i, i < people ? "resident" : i < people + bodies ? "welfare" : "alliance");
    sv_text_add(&text, "= Ties\nfrom;to;kind;strength\n");
    for (size_t i = 0; i < ties->n; i++)
        sv_text_add(&text, ties->text[i]);
    sv_text_add(&text, "= Memberships\nwho;of\n");
    for (size_t i = 0; i < memberships->n; i++)
        sv_text_add(&text, memberships->text[i]);
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return map;
}

static double sum_of(const sv_scores *scores, const char *id)
{
    double sum = 0;
    for (size_t v = 0; v < sv_network_actors(sv_scores_network(scores)); v++) {
        double value = sv_scores_column(scores, sv_score_find(id))[v];
        sum += isnan(value) ? 0 : value;
    }
    return sum;
}

/* Steps between all pairs that can reach each other: added up, less one for each, and one over them. By Floyd and Warshall. */
static void add_up_steps(const sv_network *network, double *steps, double *passed, double *nearness)
{
    static double d[all][all];
    size_t n = sv_network_actors(network);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            d[i][j] = i == j ? 0 : HUGE_VAL;
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        d[from][to] = d[to][from] = 1;
    }
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                d[i][j] = fmin(d[i][j], d[i][k] + d[k][j]);
    *steps = *passed = *nearness = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            if (isfinite(d[i][j])) {
                *steps += d[i][j];
                *passed += d[i][j] - 1;
                *nearness += 2 / d[i][j];
            }
}

static void sums(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (int round = 0; round < rounds; round++) {
        static rows ties, memberships;
        sv_map *map;
        draw_rows(&seed, &ties, &memberships);
        map = map_of_rows(&ties, &memberships);
        for (int level = 0; level < SV_LEVELS; level++) {
            sv_network *network = network_of(map, &(sv_network_options){.level = (sv_level)level});
            sv_scores *scores = scores_of(network);
            double strength = 0, on_ties = 0, steps, passed, nearness;
            for (size_t i = 0; i < sv_network_ties(network); i++) {
                size_t from, to;
                double one;
                sv_network_tie(network, i, &from, &to, &one);
                strength += one;
                on_ties += sv_scores_ties(scores)[i];
            }
            add_up_steps(network, &steps, &passed, &nearness);
            assert_near(sum_of(scores, "degree"), 2 * (double)sv_network_ties(network));
            assert_near_at(sum_of(scores, "strength"), 2 * strength, 1e-12, __FILE__, __LINE__);
            assert_near_at(sum_of(scores, "betweenness"), passed, 1e-9, __FILE__, __LINE__);
            assert_near_at(on_ties, steps, 1e-9, __FILE__, __LINE__);
            assert_near_at(sum_of(scores, "harmonic"), nearness, 1e-9, __FILE__, __LINE__);
            assert_near_at(sum_of(scores, "pagerank"), 1, 1e-9, __FILE__, __LINE__);
            assert_near_at(sum_of(scores, "competitiveness"), (double)sv_network_actors(network), 1e-9, __FILE__, __LINE__);
            sv_scores_free(scores);
            sv_network_free(network);
        }
        sv_map_free(map);
    }
}

/* Rows of Ties and Memberships in another order: the same ties, bit for bit. */
static void the_order_of_rows(void **state)
{
    unsigned long long seed = 7;
    (void)state;
    for (int round = 0; round < rounds; round++) {
        static rows ties, memberships;
        sv_map *map, *other;
        draw_rows(&seed, &ties, &memberships);
        map = map_of_rows(&ties, &memberships);
        shuffle(&ties, &seed);
        shuffle(&memberships, &seed);
        other = map_of_rows(&ties, &memberships);
        for (int level = 0; level < SV_LEVELS; level++) {
            const sv_network_options options = {.level = (sv_level)level, .directed = true};
            sv_network *network = network_of(map, &options), *again = network_of(other, &options);
            assert_int_equal(sv_network_ties(network), sv_network_ties(again));
            for (size_t i = 0; i < sv_network_ties(network); i++) {
                size_t from[2], to[2];
                double strength[2], there[2], back[2], by_rows[2], shared[2];
                const sv_network *const both[] = {network, again};
                for (int k = 0; k < 2; k++) {
                    sv_network_tie(both[k], i, &from[k], &to[k], &strength[k]);
                    sv_network_tie_ways(both[k], i, &there[k], &back[k]);
                    sv_network_tie_rests_on(both[k], i, &by_rows[k], &shared[k]);
                }
                assert_true(from[0] == from[1] && to[0] == to[1] && strength[0] == strength[1] && there[0] == there[1] &&
                            back[0] == back[1] && by_rows[0] == by_rows[1] && shared[0] == shared[1]);
            }
            sv_network_free(network);
            sv_network_free(again);
        }
        sv_map_free(map);
        sv_map_free(other);
    }
}

/* Nobody, and one: no ties at any level. */
static void nobody_and_one(void **state)
{
    static const char *const maps[] = {"", "= Actors\nid;name;kind\na;A;resident\n", "= Actors\nid;name;kind\na;A;welfare\n",
                                       "= Actors\nid;name;kind\na;A;alliance\n= Memberships\nwho;of\na;a\n", "= Actors\nid;name\na;A\n"};
    (void)state;
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        for (int level = 0; level < SV_LEVELS; level++) {
            sv_map *map = map_of(maps[i], NULL);
            sv_network *network = network_of(map, &(sv_network_options){.level = (sv_level)level});
            sv_scores *scores = scores_of(network);
            assert_true(sv_network_ties(network) == 0 && sv_network_actors(network) <= 1);
            sv_scores_free(scores);
            sv_network_free(network);
            sv_map_free(map);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(sums), cmocka_unit_test(the_order_of_rows), cmocka_unit_test(nobody_and_one)};
    return cmocka_run_group_tests_name("sums", tests, NULL, NULL);
}

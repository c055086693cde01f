/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scores: the catalogue is whole, ranking is the same every time, and numbers do not hang on the order of rows or on what else is asked. */
#include <speelveld/score.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static void the_catalogue_is_whole(void **state)
{
    (void)state;
    assert_true(sv_score_count() >= 14);
    for (size_t i = 0; i < sv_score_count(); i++) {
        const sv_score *score = sv_score_get(i);
        assert_int_equal(sv_score_find(score->id), i); /* so ids are unique */
        assert_int_equal(strspn(score->id, "abcdefghijklmnopqrstuvwxyz0123456789_"), strlen(score->id));
        assert_true(*score->en && *score->nl && *score->source && score->unit);
        assert_true(strlen(score->sentence_en) > 20 && score->sentence_en[strlen(score->sentence_en) - 1] == '.');
        assert_true(strlen(score->sentence_nl) > 20 && score->sentence_nl[strlen(score->sentence_nl) - 1] == '.');
        assert_string_not_equal(score->sentence_en, score->sentence_nl);
        assert_true(score->low < score->high);
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(score->en, sv_score_get(j)->en);
            assert_string_not_equal(score->nl, sv_score_get(j)->nl);
        }
    }
    assert_int_equal(sv_score_find("schoenmaat"), SIZE_MAX);
    assert_int_equal(sv_score_find(""), SIZE_MAX);
}

static void nobody_has_no_scores(void **state)
{
    sv_map *map = map_of("", NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = scores_of(network);
    size_t order[1];
    (void)state;
    for (size_t i = 0; i < sv_score_count(); i++) {
        assert_non_null(sv_scores_column(scores, i));
        assert_int_equal(sv_scores_rank(scores, i, order, NULL), SV_OK);
    }
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    sv_scores_free(NULL);
}

/* One actor alone, and three without ties: nothing is near, between or constrained. PageRank is shared. */
static void isolates_have_what_is_defined(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 3; n += 2) {
        sv_map *map = graph_map(n, 0, NULL, NULL);
        sv_network *network = network_of(map, NULL);
        sv_scores *scores = scores_of(network);
        assert_near(score_of(scores, "degree", "a"), 0);
        assert_near(score_of(scores, "strength", "a"), 0);
        assert_near(score_of(scores, "harmonic", "a"), 0);
        assert_near(score_of(scores, "harmonic_norm", "a"), n > 1 ? 0 : NAN); /* a share of nobody */
        assert_near(score_of(scores, "reach2", "a"), 0);
        assert_near(score_of(scores, "closeness", "a"), NAN);
        assert_near(score_of(scores, "betweenness", "a"), 0);
        assert_near(score_of(scores, "betweenness_norm", "a"), n > 2 ? 0 : NAN);
        assert_near(score_of(scores, "constraint", "a"), NAN);
        assert_near(score_of(scores, "eigenvector", "a"), NAN);
        assert_near(score_of(scores, "pagerank", "a"), 1.0 / (double)n);
        assert_near(score_of(scores, "core", "a"), 0);
        assert_near(score_of(scores, "articulation", "a"), 0);
        assert_near(score_of(scores, "component", "a"), 1);
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(map);
    }
}

/* A path a-b-c, a pair d-e and f alone. */
static void parts_by_hand(void **state)
{
    const size_t ties[][2] = {{0, 1}, {1, 2}, {3, 4}};
    sv_map *map = graph_map(6, 3, ties, NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = scores_of(network);
    (void)state;
    assert_near(score_of(scores, "degree", "b"), 2);
    assert_near(score_of(scores, "strength", "b"), 4);      /* two times "knows", of strength 2 */
    assert_near(score_of(scores, "harmonic", "a"), 1.5);    /* 1/1 + 1/2 */
    assert_near(score_of(scores, "harmonic_norm", "b"), 0.4); /* 2 of 5 */
    assert_near(score_of(scores, "harmonic", "d"), 1);
    assert_near(score_of(scores, "reach2", "a"), 2);
    assert_near(score_of(scores, "reach2", "e"), 1);
    assert_near(score_of(scores, "closeness", "a"), 2.0 / 3); /* (3 - 1) / (1 + 2) */
    assert_near(score_of(scores, "closeness", "b"), 1);
    assert_near(score_of(scores, "closeness", "d"), 1);       /* within its own part of two */
    assert_near(score_of(scores, "closeness", "f"), NAN);
    assert_near(score_of(scores, "eigenvector", "b"), 1);     /* the path has √2, the pair 1 */
    assert_near(score_of(scores, "eigenvector", "c"), sqrt(0.5));
    assert_near(score_of(scores, "eigenvector", "d"), 0);
    assert_near(score_of(scores, "betweenness", "b"), 1);
    assert_near(score_of(scores, "betweenness_norm", "b"), 0.1); /* of (6-1)(6-2)/2 pairs */
    assert_near(score_of(scores, "constraint", "a"), 1);
    assert_near(score_of(scores, "constraint", "b"), 0.5);    /* (1/2)² + (1/2)² */
    assert_near(score_of(scores, "core", "b"), 1);
    assert_near(score_of(scores, "core", "f"), 0);
    assert_near(score_of(scores, "articulation", "b"), 1);
    assert_near(score_of(scores, "articulation", "d"), 0);
    assert_near(score_of(scores, "eccentricity", "a"), 2);    /* to c */
    assert_near(score_of(scores, "eccentricity", "b"), 1);
    assert_near(score_of(scores, "eccentricity", "f"), NAN);  /* to nobody */
    assert_near(score_of(scores, "in_degree", "b"), 2);       /* who knows somebody is known by them */
    assert_near(score_of(scores, "out_degree", "b"), 2);
    assert_near(sv_scores_ties(scores)[0], 2); /* a-b: from a to b and to c */
    assert_near(sv_scores_ties(scores)[1], 2); /* b-c: from c to b and to a */
    assert_near(sv_scores_ties(scores)[2], 1); /* d-e */
    assert_near(score_of(scores, "component", "c"), 1);
    assert_near(score_of(scores, "component", "d"), 2);
    assert_near(score_of(scores, "component", "f"), 3);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/* By strength a tie of 4 is a quarter long: a-b 4, b-c 1, a-c 4, so from b to c it is 1/4 + 1/4 by way of a. */
static void strengths_are_lengths(void **state)
{
    const size_t ties[][2] = {{0, 1}, {1, 2}, {0, 2}};
    const double strengths[] = {4, 1, 4};
    sv_map *map = graph_map(3, 3, ties, strengths);
    sv_network *network = network_of(map, &(sv_network_options){.strength = true});
    sv_scores *scores = scores_of(network);
    (void)state;
    assert_near(score_of(scores, "betweenness", "a"), 1);
    assert_near(score_of(scores, "betweenness", "b"), 0);
    assert_near(score_of(scores, "harmonic", "b"), 4 + 2);        /* 1/(1/4) + 1/(1/2) */
    assert_near(score_of(scores, "closeness", "b"), 2 / 0.75);    /* 2 / (1/4 + 1/2) */
    assert_near(score_of(scores, "degree", "b"), 2);              /* still how many */
    assert_near(score_of(scores, "strength", "b"), 5);
    assert_near(score_of(scores, "reach2", "b"), 2);
    /* p_ab = p_ac = 1/2; p_bc = p_cb = 1/5: 2 * (1/2 + 1/2 * 1/5)² = 0.72 */
    assert_near(score_of(scores, "constraint", "a"), 0.72);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/* A star: the leaves are equal, and come in the order of their ids, byte by byte, whatever their order in the map. */
static void equal_ones_are_ranked_by_id(void **state)
{
    static const char *const by_harmonic[] = {"m", "A", "b", "c1", "c10", "c2", "\xC3\xA9", "z"};
    static const char *const by_constraint[] = {"m", "A", "b", "c1", "c10", "c2", "\xC3\xA9", "z"}; /* the middle has least: 6 * (1/6)² */
    sv_map *map = map_of("= Actors\nid;name\nz;Z\nc10;C\nA;X\nc2;W\n\xC3\xA9;V\nm;M\nb;B\nc1;Y\n"
                         "= Ties\nfrom;to\nm;A\nm;b\nm;c1\nm;c10\nm;c2\nm;\xC3\xA9\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = scores_of(network);
    size_t order[8];
    (void)state;
    assert_int_equal(sv_scores_rank(scores, sv_score_find("harmonic"), order, NULL), SV_OK);
    for (size_t i = 0; i < 8; i++)
        assert_string_equal(sv_map_actor(map, sv_network_actor(network, order[i]))->id, by_harmonic[i]);
    assert_int_equal(sv_scores_rank(scores, sv_score_find("constraint"), order, NULL), SV_OK);
    for (size_t i = 0; i < 8; i++) /* z has no ties, so no constraint: last */
        assert_string_equal(sv_map_actor(map, sv_network_actor(network, order[i]))->id, by_constraint[i]);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

enum { people = 14, trials = 25 };

/* A map of a drawn network with its rows in the order of `order`: actor k of the drawing is called with letter k in both. */
static sv_map *drawn_map(unsigned long long seed, const size_t *order)
{
    char text[4000] = "= Actors\nid;name\n", rows[people * people][16];
    size_t n = 0;
    for (size_t i = 0; i < people; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%c;Actor %c\n", (char)('a' + order[i]), (char)('a' + order[i]));
    strcat(text, "= Ties\nfrom;to;strength\n");
    for (size_t i = 0; i < people; i++)
        for (size_t j = 0; j < i; j++)
            if (draw_number(&seed, 5) == 0)
                snprintf(rows[n++], sizeof rows[0], "%c;%c;%u\n", (char)('a' + i), (char)('a' + j), 1 + draw_number(&seed, 4));
    for (size_t i = 0; i < n; i++)
        strcat(text, rows[order[0] ? n - 1 - i : i]);
    return map_of(text, NULL);
}

static void compare_by_id(const sv_scores *left, const sv_scores *right)
{
    bool whole = true; /* one part: which of two equal parts comes first hangs on the order of the map */
    for (char id[] = "a"; id[0] < 'a' + people; id[0]++)
        whole &= score_of(left, "component", id) == 1;
    for (size_t s = 0; s < sv_score_count(); s++) {
        const sv_score *score = sv_score_get(s);
        if (!whole && (strcmp(score->id, "component") == 0 || strcmp(score->id, "eigenvector") == 0))
            continue;
        for (char id[] = "a"; id[0] < 'a' + people; id[0]++) {
            double value = score_of(left, score->id, id);
            assert_near_at(score_of(right, score->id, id), value, 1e-9, __FILE__, __LINE__);
            assert_true(isnan(value) || (value >= score->low && value <= score->high + 1e-12));
            assert_true(isnan(value) || !score->whole || value == floor(value));
        }
    }
}

static void the_order_of_rows_changes_nothing(void **state)
{
    size_t plain[people], mixed[people];
    (void)state;
    for (unsigned long long seed = 1; seed <= trials; seed++) {
        unsigned long long shuffle = seed * 1000;
        const sv_network_options options = {.strength = seed % 2};
        sv_map *map, *other;
        sv_network *network, *other_network;
        sv_scores *scores, *other_scores;
        for (size_t i = 0; i < people; i++)
            plain[i] = mixed[i] = i;
        for (size_t i = people; i-- > 1;) {
            size_t j = draw_number(&shuffle, (unsigned)i + 1), kept = mixed[i];
            mixed[i] = mixed[j];
            mixed[j] = kept;
        }
        map = drawn_map(seed, plain);
        other = drawn_map(seed, mixed);
        network = network_of(map, &options);
        other_network = network_of(other, &options);
        assert_int_equal(sv_network_ties(network), sv_network_ties(other_network));
        scores = scores_of(network);
        other_scores = scores_of(other_network);
        compare_by_id(scores, other_scores);
        sv_scores_free(scores);
        sv_scores_free(other_scores);
        sv_network_free(network);
        sv_network_free(other_network);
        sv_map_free(map);
        sv_map_free(other);
    }
}

/* To the last bit: a score alone, with all others, asked for twice, or in another order. */
static void what_else_is_asked_changes_nothing(void **state)
{
    size_t plain[people], backwards[64], n = sv_score_count();
    sv_map *map;
    sv_network *network;
    sv_scores *all, *reversed;
    (void)state;
    for (size_t i = 0; i < people; i++)
        plain[i] = i;
    for (size_t i = 0; i < n; i++)
        backwards[i] = n - 1 - i;
    map = drawn_map(3, plain);
    network = network_of(map, NULL);
    all = scores_of(network);
    assert_int_equal(sv_scores_new(network, backwards, n, NULL, &reversed, NULL), SV_OK);
    for (size_t s = 0; s < n; s++) {
        const size_t twice[] = {s, s};
        sv_scores *alone;
        assert_int_equal(sv_scores_new(network, twice, 2, NULL, &alone, NULL), SV_OK);
        assert_memory_equal(sv_scores_column(alone, s), sv_scores_column(all, s), people * sizeof(double));
        assert_memory_equal(sv_scores_column(reversed, s), sv_scores_column(all, s), people * sizeof(double));
        assert_null(sv_scores_column(alone, (s + 1) % n));
        if (strcmp(sv_score_get(s)->id, "harmonic") == 0)
            assert_null(sv_scores_ties(alone)); /* betweenness was not asked for */
        assert_near(sv_scores_value(alone, (s + 1) % n, 0), NAN);
        sv_scores_free(alone);
    }
    assert_ptr_equal(sv_scores_network(all), network);
    sv_scores_free(all);
    sv_scores_free(reversed);
    sv_network_free(network);
    sv_map_free(map);
}

static void who_is_not_in_the_network_has_no_score(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\ng;Gemeente;municipality\na;Anna;\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = scores_of(network);
    (void)state;
    assert_near(score_of(scores, "degree", "g"), NAN);
    assert_near(score_of(scores, "degree", "a"), 0);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_catalogue_is_whole),      cmocka_unit_test(nobody_has_no_scores),
        cmocka_unit_test(isolates_have_what_is_defined), cmocka_unit_test(parts_by_hand),
        cmocka_unit_test(strengths_are_lengths),       cmocka_unit_test(equal_ones_are_ranked_by_id),
        cmocka_unit_test(the_order_of_rows_changes_nothing), cmocka_unit_test(what_else_is_asked_changes_nothing),
        cmocka_unit_test(who_is_not_in_the_network_has_no_score),
    };
    return cmocka_run_group_tests_name("scores", tests, NULL, NULL);
}

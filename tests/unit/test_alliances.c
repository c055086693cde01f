/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Alliances and participation: small cases by hand, random memberships against the sets themselves, and random networks against the
 * formula by the communities that were found.
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

/*
 * groen {an, bo, kerk}, veilig {an, kerk, cy}, jong {cy}, leeg {}. Groen and veilig share an and kerk of four: 1/2. Veilig and jong share
 * cy alone of three: 1/3. Groen and jong share nobody. bo stands there twice; do left in 2020; the church is in none that is faulty.
 */
static const char village[] =
    "= Actors\nid;name;kind\nan;An;resident\nbo;Bo;resident\ncy;Cy;volunteer\ndo;Do;resident\nkerk;De Kerk;faith\n"
    "veilig;Veilig;alliance\ngroen;Groen;alliance\njong;Jong;alliance\nleeg;Leeg;alliance\nclub;De Club;welfare\n"
    "= Ties\nfrom;to\nan;bo\ncy;do\n"
    "= "
    "Memberships\nwho;of;until\nan;groen;\nbo;groen;\nbo;groen;\nkerk;groen;\nan;veilig;\nkerk;veilig;\ncy;veilig;\ncy;jong;\ndo;jong;2020-"
    "01-01\nan;club;\n";

static void overlap_by_hand(void **state)
{
    sv_map *map = map_of(village, NULL);
    sv_alliances found;
    (void)state;
    assert_int_equal(sv_alliances_find(map, 20260101, &found, NULL), SV_OK);
    assert_int_equal(found.n, 4);
    assert_int_equal(found.alliance[0], row_of(map, "veilig")); /* in the order of the map */
    assert_true(found.members[0] == 3 && found.members[1] == 3 && found.members[2] == 1 && found.members[3] == 0);
    assert_int_equal(found.n_pairs, 2);
    assert_true(found.pairs[0].a == row_of(map, "groen") && found.pairs[0].b == row_of(map, "veilig")); /* by id */
    assert_true(found.pairs[0].shared == 2 && found.pairs[0].either == 4 && found.pairs[0].overlap == 0.5 &&
                found.pairs[0].only == SV_NO_ROW);
    assert_true(found.pairs[1].a == row_of(map, "jong") && found.pairs[1].b == row_of(map, "veilig"));
    assert_true(found.pairs[1].shared == 1 && found.pairs[1].either == 3 && found.pairs[1].only == row_of(map, "cy"));
    assert_near(found.pairs[1].overlap, 1.0 / 3);
    assert_int_equal(found.start[row_of(map, "cy") + 1] - found.start[row_of(map, "cy")], 2);
    assert_int_equal(found.start[row_of(map, "do") + 1] - found.start[row_of(map, "do")], 0);
    sv_alliances_clear(&found);
    assert_int_equal(sv_alliances_find(map, 0, &found, NULL),
                     SV_OK); /* whenever: do in jong too, which then has two, and shares one of four */
    assert_near(found.pairs[1].overlap, 0.25);
    sv_alliances_clear(&found);
    sv_map_free(map);
}

/* An actor counts what it joins, at every level. */
static void how_many_an_actor_joins(void **state)
{
    sv_map *map = map_of(village, NULL);
    (void)state;
    for (int level = 0; level < SV_LEVELS; level++) {
        sv_network *network = network_of(map, &(sv_network_options){.as_of = 20260101, .level = (sv_level)level});
        sv_scores *scores = scores_of(network);
        if (level != SV_LEVEL_ORGANISATION) {
            assert_near(score_of(scores, "alliances", "an"), 2);
            assert_near(score_of(scores, "alliances", "bo"), 1);
            assert_near(score_of(scores, "alliances", "cy"), 2);
            assert_near(score_of(scores, "alliances", "do"), 0);
        }
        if (level != SV_LEVEL_PERSON) {
            assert_near(score_of(scores, "alliances", "kerk"), 2);
            assert_near(score_of(scores, "alliances", "club"), 0);
        }
        if (level == SV_LEVEL_TWO_MODE)
            assert_near(score_of(scores, "alliances", "groen"), 0);
        sv_scores_free(scores);
        sv_network_free(network);
    }
    sv_map_free(map);
}

enum { people = 9, alliances = 5 };

static void random_memberships(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (int round = 0; round < 300; round++) {
        bool in[people][alliances] = {{false}};
        sv_text text = {0};
        sv_alliances found;
        sv_map *map;
        size_t sharing = 0;
        sv_text_add(&text, "= Actors\nid;name;kind\n");
        for (size_t i = 0; i < people; i++)
            sv_text_addf(&text, "p%zu;P%zu;resident\n", i, i);
        for (size_t a = 0; a < alliances; a++)
            sv_text_addf(&text, "a%zu;A%zu;alliance\n", a, a);
        sv_text_add(&text, "= Memberships\nwho;of\n");
        for (size_t i = 0; i < people; i++)
            for (size_t a = 0; a < alliances; a++)
                if (draw_number(&seed, 4) == 0) {
                    in[i][a] = true;
                    sv_text_addf(&text, "p%zu;a%zu\n", i, a);
                }
        map = map_of(sv_text_get(&text), NULL);
        assert_int_equal(sv_alliances_find(map, 0, &found, NULL), SV_OK);
        for (size_t a = 0; a < alliances; a++)
            for (size_t b = a + 1; b < alliances; b++) {
                size_t both = 0, either = 0, last = SV_NO_ROW;
                const sv_alliance_pair *pair = NULL;
                for (size_t i = 0; i < people; i++) {
                    both += in[i][a] && in[i][b];
                    either += in[i][a] || in[i][b];
                    last = in[i][a] && in[i][b] ? i : last;
                }
                for (size_t i = 0; i < found.n_pairs; i++)
                    if (found.pairs[i].a == people + a && found.pairs[i].b == people + b)
                        pair = &found.pairs[i];
                sharing += both > 0;
                assert_int_equal(pair != NULL, both > 0);
                if (!pair)
                    continue;
                assert_true(pair->shared == both && pair->either == either && pair->only == (both == 1 ? last : SV_NO_ROW));
                assert_near(pair->overlap, (double)both / (double)either);
            }
        assert_int_equal(found.n_pairs, sharing);
        for (size_t i = 1; i < found.n_pairs; i++)
            assert_true(found.pairs[i - 1].overlap >= found.pairs[i].overlap);
        sv_alliances_clear(&found);
        sv_map_free(map);
        sv_text_clear(&text);
    }
}

/*
 * Two triangles and a tie between them, and one alone. In abc of community one: a has two ties there, 1 - 1 = 0. c has two there and one
 * to the other: 1 - (4 + 1)/9 = 4/9. With d-e of strength 4 and the rest 1: d has 5 within (e 4, f 1) and 1 out: 1 - 26/36 = 5/18.
 */
static void participation_by_hand(void **state)
{
    const size_t ties[][2] = {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}};
    const double strengths[] = {1, 1, 1, 1, 4, 1, 1};
    sv_map *map = graph_map(7, 7, ties, strengths);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = scores_of(network);
    (void)state;
    assert_near(score_of(scores, "participation", "a"), 0);
    assert_near(score_of(scores, "participation", "c"), 4.0 / 9);
    assert_near(score_of(scores, "participation", "d"), 4.0 / 9);
    assert_true(isnan(score_of(scores, "participation", "g")));
    sv_scores_free(scores);
    sv_network_free(network);
    network = network_of(map, &(sv_network_options){.strength = true});
    scores = scores_of(network);
    assert_near(score_of(scores, "participation", "d"), 5.0 / 18);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/* Of random networks, with the communities as they were found: counted from the rows. */
static void random_participation(void **state)
{
    enum { n = 14 };
    unsigned long long seed = 42;
    size_t spread = 0;
    (void)state;
    for (int round = 0; round < 100; round++) {
        size_t ties[n * n][2], m = 0;
        bool tied[n][n] = {{false}};
        sv_map *map;
        sv_network *network;
        sv_scores *scores;
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < i; j++)
                if (draw_number(&seed, 6) == 0) {
                    ties[m][0] = i;
                    ties[m++][1] = j;
                    tied[i][j] = tied[j][i] = true;
                }
        map = graph_map(n, m, (const size_t(*)[2])ties, NULL);
        network = network_of(map, &(sv_network_options){.directed = round % 2 == 1});
        scores = scores_of(network);
        for (size_t i = 0; i < n; i++) {
            const double *community = sv_scores_column(scores, sv_score_find("community"));
            double degree = 0, sum = 0, got = sv_scores_column(scores, sv_score_find("participation"))[i];
            for (size_t j = 0; j < n; j++)
                degree += tied[i][j];
            for (size_t c = 1; c <= n; c++) {
                double into = 0;
                for (size_t j = 0; j < n; j++)
                    into += tied[i][j] && community[j] == (double)c;
                sum += degree > 0 ? into / degree * into / degree : 0;
            }
            assert_near(got, degree > 0 ? 1 - sum : NAN);
            spread += got > 0;
        }
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(map);
    }
    assert_true(spread > 300);
}

/* Alliances as groups: an and kerk join both, bo groen alone, cy the other and jong; the club and do are of none. Between bo and cy, by way
 * of an: three groups. */
static void brokerage_between_alliances(void **state)
{
    sv_map *map =
        map_of("= Actors\nid;name;kind\nan;An;resident\nbo;Bo;resident\ncy;Cy;resident\ndo;Do;resident\nx;X;alliance\ny;Y;alliance\n"
               "= Ties\nfrom;to\nbo;an\nan;cy\nan;do\n= Memberships\nwho;of\nan;x\nan;y\nbo;x\ncy;y\n",
               NULL);
    const size_t which[] = {sv_score_find("liaison"), sv_score_find("brokerage"), sv_score_find("coordinator")};
    uint64_t knows = 1; /* the first kind: memberships do not count */
    sv_network *network = network_of(map, &(sv_network_options){.ties = knows});
    sv_scores *scores;
    size_t groups;
    (void)state;
    assert_int_equal(sv_scores_new(network, which, 3, &(sv_scores_options){.groups = SV_GROUPS_ALLIANCES}, &scores, NULL), SV_OK);
    assert_near(score_of(scores, "liaison", "an"), 2);
    assert_near(score_of(scores, "brokerage", "an"), 2);
    assert_true(isnan(score_of(scores, "brokerage", "do")));
    assert_near(score_of(scores, "brokerage", "x"), 0);
    assert_true(sv_scores_brokerage(scores, &groups)[0].count[SV_LIAISON] == 2 && groups == SV_GROUPS_ALLIANCES);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/* Who joins the alliances of rows 1 and 2 is of another group than who joins that of row 12: x stands between the two groups. */
static void alliances_are_told_apart(void **state)
{
    sv_text text = {0};
    sv_map *map;
    sv_network *network;
    sv_brokerage *brokers;
    (void)state;
    sv_text_add(&text, "= Actors\nid;name;kind\nx;X;resident\n");
    for (int i = 1; i <= 12; i++)
        sv_text_addf(&text, "a%d;A%d;alliance\n", i, i);
    sv_text_add(&text, "p;P;resident\nq;Q;resident\n= Ties\nfrom;to\np;x\nx;q\n= Memberships\nwho;of\np;a1\np;a2\nq;a12\nx;a5\n");
    map = map_of(sv_text_get(&text), NULL);
    network = network_of(map, &(sv_network_options){.ties = 1});
    assert_int_equal(sv_brokerage_new(network, SV_GROUPS_ALLIANCES, &brokers, NULL), SV_OK);
    assert_true(brokers[0].count[SV_LIAISON] == 2 && brokers[0].count[SV_ITINERANT] == 0);
    free(brokers);
    sv_network_free(network);
    sv_map_free(map);
    sv_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlap_by_hand),          cmocka_unit_test(how_many_an_actor_joins),
        cmocka_unit_test(random_memberships),       cmocka_unit_test(participation_by_hand),
        cmocka_unit_test(random_participation),     cmocka_unit_test(brokerage_between_alliances),
        cmocka_unit_test(alliances_are_told_apart),
    };
    return cmocka_run_group_tests_name("alliances", tests, NULL, NULL);
}

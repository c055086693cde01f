/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranking: classes apart, equal scores share a rank, our own actors are left out unless asked for. */
#include "report/ranking.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

/* Degrees: anna (us) 5, bob 2, cas 2, dirk 1, els 0; the club 3, the shop 1; the alliance 1; the stranger 1. */
static const char text[] = "= Actors\nid;name;kind;own\nels;Els;resident;\ndirk;Dirk;resident;\ncas;Cas;resident;\nbob;Bob;resident;\nanna;Anna;professional;ja\n"
                           "club;De Club;welfare;\nshop;De Winkel;business;\nsamen;Samen Sterk;alliance;\nvreemd;Vreemdeling;;\ng;Gemeente;municipality;\n"
                           "= Ties\nfrom;to\nanna;bob\nanna;cas\nanna;dirk\nanna;club\nbob;club\ncas;club\nanna;shop\nsamen;vreemd\n";

static sv_map *map;
static sv_network *network;
static sv_scores *scores;

static int set_up(void **state)
{
    (void)state;
    map = map_of(text, NULL);
    network = network_of(map, NULL);
    scores = scores_of(network);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    return 0;
}

/* The ranking as "class rank id, …". */
static const char *ranked_as(const char *by, size_t top, bool with_own, ranking *made)
{
    static char line[400];
    const sv_report_options options = {.by = sv_score_find(by), .top = top, .with_own = with_own};
    *made = (ranking){0};
    assert_int_equal(ranking_make(scores, &options, made, NULL), SV_OK);
    line[0] = '\0';
    for (size_t i = 0; i < made->n; i++)
        snprintf(line + strlen(line), sizeof line - strlen(line), "%s%d %zu %s", i ? ", " : "", (int)made->items[i].of, made->items[i].rank,
                 sv_map_actor(map, made->items[i].actor)->id);
    ranking_clear(made);
    return line;
}

static void classes_apart_and_ranks_shared(void **state)
{
    ranking made;
    (void)state;
    /* persons 1: bob and cas share rank 1, so dirk is third; organisations 2; alliances 3; the rest 0 */
    assert_string_equal(ranked_as("degree", 0, false, &made), "1 1 bob, 1 1 cas, 1 3 dirk, 1 4 els, 2 1 club, 2 2 shop, 3 1 samen, 0 1 vreemd");
    assert_int_equal(made.own_left_out, 1);
    assert_int_equal(made.total[SV_CLASS_PERSON], 4);
    assert_int_equal(made.total[SV_CLASS_ORGANISATION], 2); /* the municipality is drawn, not scored */
    assert_int_equal(made.total[SV_CLASS_ALLIANCE], 1);
    assert_int_equal(made.total[SV_CLASS_UNKNOWN], 1);
}

static void our_own_when_asked(void **state)
{
    ranking made;
    (void)state;
    assert_string_equal(ranked_as("degree", 0, true, &made),
                        "1 1 anna, 1 2 bob, 1 2 cas, 1 4 dirk, 1 5 els, 2 1 club, 2 2 shop, 3 1 samen, 0 1 vreemd");
    assert_int_equal(made.own_left_out, 0);
}

/* The top of each class, counted without those left out; what was cut stays counted. */
static void at_most_so_many_of_each(void **state)
{
    ranking made;
    (void)state;
    assert_string_equal(ranked_as("degree", 1, false, &made), "1 1 bob, 2 1 club, 3 1 samen, 0 1 vreemd");
    assert_int_equal(made.total[SV_CLASS_PERSON], 4);
    assert_string_equal(ranked_as("degree", 3, true, &made), "1 1 anna, 1 2 bob, 1 2 cas, 2 1 club, 2 2 shop, 3 1 samen, 0 1 vreemd");
}

/*
 * Constraint: a low number comes first, and els, who has none, last. Bob (and cas alike) is tied to anna, with five ties, and
 * the club, with three: (1/2 + 1/2 * 1/3)² + (1/2 + 1/2 * 1/5)² = 4/9 + 9/25 = 0.804; dirk has anna only: 1.
 */
static void undefined_comes_last(void **state)
{
    ranking made;
    (void)state;
    assert_near(score_of(scores, "constraint", "bob"), 4.0 / 9 + 9.0 / 25);
    assert_near(score_of(scores, "constraint", "dirk"), 1);
    assert_string_equal(ranked_as("constraint", 0, false, &made), "1 1 bob, 1 1 cas, 1 3 dirk, 1 4 els, 2 1 club, 2 2 shop, 3 1 samen, 0 1 vreemd");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_apart_and_ranks_shared),
        cmocka_unit_test(our_own_when_asked),
        cmocka_unit_test(at_most_so_many_of_each),
        cmocka_unit_test(undefined_comes_last),
    };
    return cmocka_run_group_tests_name("ranking", tests, set_up, tear_down);
}

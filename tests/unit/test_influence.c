/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stated power as the map has it, and the mix of kinds of influence, worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define PATH "= Actors\nid;name;power\na;Anna;4\nb;Bob;2\nc;Cas;\nd;Dirk;4\n= Ties\nfrom;to;kind;strength\na;b;knows;\nb;c;knows;\n"

static sv_scores *scores_of_text(const char *text)
{
    return scores_of(network_of(map_of(text, NULL), NULL));
}

static void clear(sv_scores *scores)
{
    const sv_network *network = sv_scores_network(scores);
    const sv_map *map = sv_network_map(network);
    sv_scores_free(scores);
    sv_network_free((sv_network *)(uintptr_t)network);
    sv_map_free((sv_map *)(uintptr_t)map);
}

static void power_is_what_the_map_says(void **state)
{
    sv_scores *scores = scores_of_text(PATH);
    (void)state;
    assert_near(score_of(scores, "power", "a"), 4);
    assert_near(score_of(scores, "power", "b"), 2);
    assert_near(score_of(scores, "power", "c"), NAN);
    clear(scores);
}

/*
 * Harmonic: a 1 + 1/2, b 2, c 1 + 1/2, d 0. Of the three others d is above none, a and c above one and equal to one
 * (1.5 of 3), b above all. Power: of two others b is above none, a and d above one and equal to one (1.5 of 2).
 */
static void known_ranks_are_averaged(void **state)
{
    sv_scores *scores = scores_of_text(PATH);
    (void)state;
    assert_near(score_of(scores, "influence", "a"), (0.5 + 0.75) / 2);
    assert_near(score_of(scores, "influence", "b"), (1 + 0) / 2.0);
    assert_near(score_of(scores, "influence", "c"), 0.5); /* no power is known */
    assert_near(score_of(scores, "influence", "d"), (0 + 0.75) / 2);
    clear(scores);
    scores = scores_of_text(PATH "a;b;influences;3\n"); /* R of a is 2, of b 0; of c and d unknown */
    assert_near(score_of(scores, "competitiveness", "a"), 2);
    assert_near(score_of(scores, "influence", "a"), (0.5 + 0.75 + 1) / 3);
    assert_near(score_of(scores, "influence", "b"), (1 + 0 + 0) / 3.0);
    assert_near(score_of(scores, "influence", "c"), 0.5);
    clear(scores);
}

static void nobody_has_a_rank_alone(void **state)
{
    sv_scores *scores = scores_of_text("= Actors\nid;name;power\na;Anna;4\n");
    (void)state;
    assert_near(score_of(scores, "influence", "a"), NAN);
    clear(scores);
    /* the power of one says nothing of its rank: harmonic alone counts, and both are equal in it */
    scores = scores_of_text("= Actors\nid;name;power\na;Anna;4\nb;Bob;\n= Ties\nfrom;to\na;b\n");
    assert_near(score_of(scores, "influence", "a"), 0.5);
    assert_near(score_of(scores, "influence", "b"), 0.5);
    clear(scores);
}

static void only_the_mix_is_for_who_asks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sv_score_count(); i++)
        assert_int_equal(sv_score_get(i)->family == SV_MIXED, strcmp(sv_score_get(i)->id, "influence") == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(power_is_what_the_map_says),
        cmocka_unit_test(known_ranks_are_averaged),
        cmocka_unit_test(nobody_has_a_rank_alone),
        cmocka_unit_test(only_the_mix_is_for_who_asks),
    };
    return cmocka_run_group_tests_name("influence", tests, NULL, NULL);
}

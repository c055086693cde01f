/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Majorities: the sample counted by hand and beside a count of everything that can happen, and small councils worked out
 * by hand.
 */
#include <speelveld.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "reading.h"
#include "support.h"

static sv_majority majority_of(const sv_map *map, const sv_majority_options *options)
{
    sv_majority found;
    assert_int_equal(sv_majority_new(map, options, &found, NULL), SV_OK);
    return found;
}

static sv_majority first_issue(const sv_map *map)
{
    return majority_of(map, &(sv_majority_options){.issue = 0});
}

static size_t group_number(const sv_majority *found, const char *name)
{
    for (size_t g = 0; g < found->council.n_groups; g++)
        if (strcmp(found->council.groups[g].name, name) == 0)
            return g;
    fail_msg("there is no group \"%s\"", name);
    return 0;
}

static void leans_are(const size_t *leans, size_t in_favour, size_t undecided, size_t against, size_t unknown)
{
    assert_int_equal(leans[SV_LEAN_FOR], in_favour);
    assert_int_equal(leans[SV_LEAN_UNDECIDED], undecided);
    assert_int_equal(leans[SV_LEAN_AGAINST], against);
    assert_int_equal(leans[SV_LEAN_UNKNOWN], unknown);
}

static void where_for_begins(void **state)
{
    (void)state;
    assert_int_equal(sv_lean_of(2), SV_LEAN_FOR);
    assert_int_equal(sv_lean_of((2 + 2 + 2) / 3.0 - 1e-15), SV_LEAN_FOR); /* rounding */
    assert_int_equal(sv_lean_of(1.99), SV_LEAN_UNDECIDED);
    assert_int_equal(sv_lean_of(0), SV_LEAN_UNDECIDED);
    assert_int_equal(sv_lean_of(-1.99), SV_LEAN_UNDECIDED);
    assert_int_equal(sv_lean_of(-2), SV_LEAN_AGAINST);
    assert_int_equal(sv_lean_of(NAN), SV_LEAN_UNKNOWN);
}

/* ---- The sample ---- */

/* The sample as the team sees it. */
static sv_map *sample(void)
{
    return read_edition("data/waterrijk", SV_TEAM);
}

static sv_majority sample_majority(const sv_map *map)
{
    return majority_of(map, &(sv_majority_options){.issue = sv_map_find_issue(map, "huis-van-de-wijk"), .as_of = 20261001});
}

/*
 * By hand, from Standpunten.csv without private rows (test_council_seats.c has the stances). In favour, 2 or more: all five of
 * Sociaal Waterrijk (4 4 3 3 3), all four of Groen & Water (3 4 3 2), both of Ouderenbelang (3 3), Bouzidi (2) and
 * Lindeboom-Kok (2): 13. Against, -2 or less: De Graaff, Roelofsen, Tjin A Djie, and Zandstra with her group: 4. The other
 * ten are undecided: six of Waterrijk Lokaal (-1, 1, and four at its 0), Nijboer 0 and Asante 1, Rinsma and Haverkamp .96.
 * Of seven the own position is not known: Özdemir, Prins, Postma, Verkerk, Zandstra, Asante, Haverkamp. 27 votes: 14 needed, 1 missing.
 */
static void the_sample_by_hand(void **state)
{
    sv_map *map = sample();
    sv_majority found = sample_majority(map);
    (void)state;
    assert_true(found.counted);
    assert_int_equal(found.vote.turnout.cast, 27);
    assert_int_equal(found.vote.needed, 14);
    leans_are(found.leans, 13, 10, 4, 0);
    assert_int_equal(found.assumed, 7);
    assert_int_equal(found.missing, 1);
    leans_are(found.groups[group_number(&found, "Waterrijk Lokaal")].leans, 0, 6, 0, 0);
    leans_are(found.groups[group_number(&found, "Christelijk Verbond")].leans, 1, 2, 0, 0);
    leans_are(found.groups[group_number(&found, "Liberalen Waterrijk")].leans, 0, 0, 4, 0);
    assert_int_equal(found.groups[group_number(&found, "Waterrijk Lokaal")].assumed, 4);
    /* 5 + 4 + 2 + 1 = 12; with 2, 3 or 6 more there are 14 or more; the Liberalen are against */
    assert_int_equal(found.supporters.seats, 12);
    assert_int_equal(found.n_additions, 3);
    assert_int_equal(found.additions[0].groups, UINT64_C(1) << group_number(&found, "Dorpen Samen"));
    assert_int_equal(found.additions[0].seats, 14);
    assert_int_equal(found.additions[1].groups, UINT64_C(1) << group_number(&found, "Christelijk Verbond"));
    assert_int_equal(found.additions[1].seats, 15);
    assert_int_equal(found.additions[2].groups, UINT64_C(1) << group_number(&found, "Waterrijk Lokaal"));
    assert_int_equal(found.additions[2].seats, 18);
    sv_majority_clear(&found);
    sv_map_free(map);
}

/* The chances of 0..n votes from one group, by going through all 2^n votes. */
static void enumerate_group(const sv_majority *found, size_t g, double *chances)
{
    const sv_council_group *group = &found->council.groups[g];
    double as_one = sv_vote_probability(group->stance);
    for (size_t votes = 0; votes < (size_t)1 << group->seats; votes++) {
        double chance = 1 - group->discipline;
        size_t in_favour = 0;
        for (size_t i = 0; i < group->seats; i++) {
            double p = sv_vote_probability(found->council.seats[group->first + i].stance);
            bool yes = votes >> i & 1;
            chance *= yes ? p : 1 - p;
            in_favour += yes;
        }
        chances[in_favour] += chance;
    }
    chances[0] += group->discipline * (1 - as_one);
    chances[group->seats] += group->discipline * as_one;
}

/* Adds up all ways in which the groups' votes together are enough. */
static double enumerate_all(const sv_majority *found, double (*chances)[8], size_t g, size_t votes, double chance)
{
    double sum = 0;
    if (g == found->council.n_groups)
        return votes >= 14 ? chance : 0;
    for (size_t k = 0; k <= found->council.groups[g].seats; k++)
        sum += enumerate_all(found, chances, g + 1, votes + k, chance * chances[g][k]);
    return sum;
}

/* 7 * 5 * 4 * 3 * 6 * 5 * 3 * 2 = 75,600 ways for eight groups to vote. */
static void the_sample_counted_whole(void **state)
{
    sv_map *map = sample();
    sv_majority found = sample_majority(map);
    double chances[8][8] = {{0}}, sum = 0, banzhaf = 0;
    size_t minimal = 0;
    (void)state;
    for (size_t g = 0; g < 8; g++) {
        enumerate_group(&found, g, chances[g]);
        sum += found.groups[g].shapley;
        banzhaf += found.groups[g].banzhaf;
    }
    assert_near(found.vote.chance[SV_OUTCOME_ADOPTED], enumerate_all(&found, chances, 0, 0, 1));
    assert_near(sum, 1);
    assert_near(banzhaf, 1);
    /* of all 256 sets of groups, those that have 14 votes and none of whom can be missed */
    for (size_t set = 0; set < 256; set++) {
        size_t votes = 0, smallest = 27;
        for (size_t g = 0; g < 8; g++)
            if (set >> g & 1) {
                votes += found.groups[g].votes;
                smallest = found.groups[g].votes < smallest ? found.groups[g].votes : smallest;
            }
        minimal += votes >= 14 && votes - smallest < 14;
    }
    assert_int_equal(found.minimal, minimal);
    sv_majority_clear(&found);
    sv_map_free(map);
}

/*
 * The ways, by hand: El Idrissi - Lindeboom - Haanstra-Dijk - Rinsma, three ties of strength 4: .9 * .9 * .9 = .729 (Haanstra was
 * visited by El Idrissi, but that is no step). Rinsma stands at 2.2 / 2.3, so the effort is -ln .729 + (2 - 2.2/2.3) / 4.
 */
static void the_samples_cheapest_vote(void **state)
{
    sv_map *map = sample();
    sv_majority found = sample_majority(map);
    const sv_winnable *first = &found.winnable[0];
    (void)state;
    assert_true(found.from_us && found.exhaustive);
    assert_int_equal(found.n_winnable, 10);
    assert_int_equal(found.n_chosen, 1);
    assert_true(first->chosen);
    assert_int_equal(found.council.seats[first->seat].member, row_of(map, "rinsma"));
    assert_int_equal(first->way.n, 3);
    assert_int_equal(first->way.steps[0].from, row_of(map, "el-idrissi"));
    assert_int_equal(first->way.steps[1].from, row_of(map, "lindeboom"));
    assert_int_equal(first->way.steps[2].from, row_of(map, "haanstra-dijk"));
    assert_near(first->effort, -log(0.729) + (2 - 2.2 / 2.3) / 4);
    assert_near(found.chosen_effort, first->effort);
    assert_near(found.chosen_chance, first->chance);
    assert_true(first->chance > found.vote.chance[SV_OUTCOME_ADOPTED]);
    sv_majority_clear(&found);
    sv_map_free(map);
}

/* Nobody has to be sure of anything: the college decides on the other issue, so there is nothing to count. */
static void what_the_college_decides_is_not_counted(void **state)
{
    sv_map *map = sample();
    sv_majority found = majority_of(map, &(sv_majority_options){.issue = sv_map_find_issue(map, "meedoenregeling")});
    (void)state;
    assert_false(found.counted);
    assert_string_equal(found.competent, "college");
    assert_int_equal(found.council.n_seats, 0);
    assert_null(found.groups);
    sv_majority_clear(&found);
    sv_map_free(map);
}

/* ---- Small councils ---- */

/* Nine seats apart; a, b and c are ours to name. */
static const char nine[] =
    "= Actors\nid;name;kind;group;own\na;A;council_member;G;\nb;B;council_member;G;\nc;C;council_member;H;\nwe;We;person;;yes\n"
    "= Groups\ngroup;seats;discipline\nG;5;0\nH;4;1\n"
    "= Issues\nid;title;competent\nplein;Plein;raad\n"
    "= Positions\nactor;issue;position\na;plein;4\nc;plein;-3\n";

/*
 * By hand: A is in favour, and his group of five with him (4); H is against with its 4. 5 votes are needed of 9, and
 * there are 5. When A is away and B may not vote, 7 votes are left of which 4 adopt: G has 3. One is missing, and nobody can bring it.
 */
static void who_is_away_lacks(void **state)
{
    sv_map *map = map_of(nine, NULL);
    size_t a = row_of(map, "a"), b = row_of(map, "b"), we = row_of(map, "we");
    sv_majority found = first_issue(map);
    sv_error error = {0};
    (void)state;
    leans_are(found.leans, 5, 0, 4, 0);
    assert_int_equal(found.missing, 0);
    assert_int_equal(found.assumed, 7); /* all but A and C */
    sv_majority_clear(&found);
    found = majority_of(map, &(sv_majority_options){.absent = &a, .n_absent = 1, .excluded = &b, .n_excluded = 1});
    assert_int_equal(found.vote.needed, 4);
    assert_int_equal(found.groups[0].votes, 3);
    leans_are(found.leans, 3, 0, 4, 0);
    assert_int_equal(found.missing, 1);
    assert_int_equal(found.n_winnable, 0);
    assert_int_equal(found.n_chosen, 0);
    assert_int_equal(found.kept[sv_council_seat(&found.council, a)], SV_SEAT_ABSENT);
    assert_int_equal(found.kept[sv_council_seat(&found.council, b)], SV_SEAT_EXCLUDED);
    sv_majority_clear(&found);
    assert_int_equal(sv_majority_new(map, &(sv_majority_options){.absent = &we, .n_absent = 1}, &found, &error), SV_USAGE);
    assert_int_equal(error.code, SV_E_SEAT_NONE);
    assert_string_equal(error.found, "We");
    assert_null(found.groups);
    sv_map_free(map);
}

/*
 * Seats 8, 6, 5, 3, 2, 1, 13 needed of 25: Shapley-Shubik 2/5, 7/30, 7/30, 1/15, 1/15, 0, and 20, 12, 12, 4, 4, 0
 * swings of 52 (a published example). A is in favour, D against, the others unknown: with A's 8 another 5 are
 * needed, which C has, and B; E and F together have 3.
 */
static void power_and_additions(void **state)
{
    static const double shapley[] = {2 / 5.0, 7 / 30.0, 7 / 30.0, 1 / 15.0, 1 / 15.0, 0}, swings[] = {20, 12, 12, 4, 4, 0};
    sv_map *map = map_of("= Actors\nid;name;kind\na;A;party\nd;D;party\n= Groups\ngroup;seats\nA;8\nB;6\nC;5\nD;3\nE;2\nF;1\n"
                         "= Issues\nid;title;competent\nplein;Plein;council\n= Positions\nactor;issue;position\na;plein;3\nd;plein;-4\n",
                         NULL);
    sv_majority found = majority_of(map, &(sv_majority_options){.coalitions = 2});
    (void)state;
    for (size_t g = 0; g < 6; g++) {
        assert_near(found.groups[g].shapley, shapley[g]);
        assert_near(found.groups[g].banzhaf, swings[g] / 52);
    }
    leans_are(found.leans, 8, 0, 3, 14);
    assert_int_equal(found.minimal, 5);
    assert_int_equal(found.n_coalitions, 2);
    assert_int_equal(found.supporters.groups, 1);
    assert_int_equal(found.n_additions, 2);
    assert_int_equal(found.additions[0].groups, 1 << 2);
    assert_int_equal(found.additions[0].seats, 13);
    assert_int_equal(found.additions[1].groups, 1 << 1);
    assert_int_equal(found.additions[1].seats, 14);
    assert_false(found.from_us);
    sv_majority_clear(&found);
    sv_map_free(map);
}

/* Nobody sits anywhere; nobody's group is whole; and a vote that cannot be held brings nothing to anyone. */
static void little_to_count(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;own\na;A;council_member;yes\n= Issues\nid;title;competent\np;P;raad\nq;Q;\n", NULL);
    sv_majority found = first_issue(map);
    (void)state;
    /* one seat in a council of nine by law: one vote adopts, and it is our own */
    assert_int_equal(found.vote.needed, 1);
    assert_near(found.vote.chance[SV_OUTCOME_ADOPTED], 0.5);
    assert_int_equal(found.n_winnable, 1);
    assert_near(found.winnable[0].effort, 0.5); /* no way to go, and two to move */
    assert_int_equal(found.winnable[0].way.n, 0);
    assert_near(found.winnable[0].chance, 0.75);
    sv_majority_clear(&found);
    found = majority_of(map, &(sv_majority_options){.absent = (const size_t[]){0}, .n_absent = 1});
    assert_near(found.vote.chance[SV_OUTCOME_UNOPENED], 1);
    assert_int_equal(found.n_chosen, 0);
    sv_majority_clear(&found);
    found = majority_of(map, &(sv_majority_options){.issue = 1});
    assert_false(found.counted);
    sv_majority_clear(&found);
    sv_map_free(map);
    map = map_of("= Issues\nid;title;competent\np;P;raad\n", NULL);
    found = first_issue(map);
    assert_true(found.counted);
    assert_int_equal(found.council.n_seats, 0);
    assert_int_equal(found.minimal, 0);
    sv_majority_clear(&found);
    sv_map_free(map);
}

/* 65 groups are too many to say whose votes decide, and not too many to count. */
static void more_groups_than_power_is_known_for(void **state)
{
    sv_text text = {0};
    sv_map *map;
    sv_majority found;
    (void)state;
    sv_text_add(&text, "= Groups\ngroup;seats\n");
    for (int g = 0; g < 65; g++)
        sv_text_addf(&text, "G%d;1\n", g);
    sv_text_add(&text, "= Issues\nid;title;competent\np;P;council\n");
    map = map_of(text.bytes, NULL);
    found = first_issue(map);
    assert_int_equal(found.vote.needed, 33);
    assert_near(found.vote.chance[SV_OUTCOME_ADOPTED], 0.5);
    assert_true(isnan(found.groups[64].shapley) && isnan(found.groups[64].banzhaf));
    assert_int_equal(found.minimal, 0);
    sv_majority_clear(&found);
    sv_map_free(map);
    sv_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_for_begins),
        cmocka_unit_test(the_sample_by_hand),
        cmocka_unit_test(the_sample_counted_whole),
        cmocka_unit_test(the_samples_cheapest_vote),
        cmocka_unit_test(what_the_college_decides_is_not_counted),
        cmocka_unit_test(who_is_away_lacks),
        cmocka_unit_test(power_and_additions),
        cmocka_unit_test(little_to_count),
        cmocka_unit_test(more_groups_than_power_is_known_for),
    };
    return cmocka_run_group_tests_name("majority", tests, NULL, NULL);
}

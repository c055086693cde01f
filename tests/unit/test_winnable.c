/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cheapest missing votes: random councils beside a search through all sets, and more undecided members than all sets are tried of. */
#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

enum { most_members = 9 };

static sv_majority majority_of(const sv_map *map)
{
    sv_majority found;
    assert_int_equal(sv_majority_new(map, &(sv_majority_options){.issue = 0}, &found, NULL), SV_OK);
    return found;
}

/* A random council of nine in up to four groups, some of its seats without a name, each member known by one of us or by a friend. */
static sv_map *draw_map(unsigned long long *seed)
{
    sv_text text = {0};
    sv_map *map;
    size_t groups = 2 + draw_number(seed, 3), named = 4 + draw_number(seed, 6);
    sv_text_add(&text, "= Actors\nid;name;kind;group;own\nwe;We;person;;yes\nus;Us;person;;yes\nfriend;Friend;person;;\n");
    for (size_t i = 0; i < named; i++)
        sv_text_addf(&text, "m%zu;M%zu;council_member;G%zu;\n", i, i, i % groups);
    sv_text_add(&text, "= Groups\ngroup;seats;discipline\n");
    for (size_t g = 0; g < groups; g++)
        sv_text_addf(&text, "G%zu;%u;0.%u\n", g, (unsigned)(most_members / groups) + draw_number(seed, 2), draw_number(seed, 100));
    sv_text_add(&text, "= Issues\nid;title;competent\np;P;council\n= Positions\nactor;issue;position\n");
    for (size_t i = 0; i < named; i++)
        if (draw_number(seed, 4))
            sv_text_addf(&text, "m%zu;p;%d\n", i, (int)draw_number(seed, 9) - 4);
    sv_text_add(&text, "= Ties\nfrom;to;strength\nwe;friend;3\n");
    for (size_t i = 0; i < named; i++) {
        static const char *const known_by[] = {"we", "us", "friend"};
        unsigned by = draw_number(seed, 4); /* some are known by nobody */
        if (by < 3)
            sv_text_addf(&text, "%s;m%zu;%u\n", known_by[by], i, 1 + draw_number(seed, 4));
    }
    assert_false(text.failed);
    map = map_of(text.bytes, NULL);
    sv_text_clear(&text);
    return map;
}

/* The chance of adoption once these winnable members (bits) are won, by writing them into a council of its own. */
static double chance_when_won(const sv_majority *found, size_t set)
{
    sv_council council = found->council;
    sv_vote vote;
    double chance;
    council.groups = memcpy(calloc(council.n_groups, sizeof *council.groups), council.groups, council.n_groups * sizeof *council.groups);
    council.seats = memcpy(calloc(council.n_seats, sizeof *council.seats), council.seats, council.n_seats * sizeof *council.seats);
    for (size_t i = 0; i < found->n_winnable; i++)
        if (set >> i & 1) {
            sv_seat *seat = &council.seats[found->winnable[i].seat];
            sv_council_group *group = &council.groups[seat->group];
            double was = isnan(seat->stance) ? 0 : seat->stance;
            /* the group's line moves by this member's share of the group */
            group->stance = (isnan(group->stance) ? 0 : group->stance) + (2 - was) / (double)group->seats;
            seat->stance = 2;
        }
    assert_int_equal(sv_vote_new(&council, &(sv_vote_options){found->kept, SV_MEETING_FIRST}, &vote, NULL), SV_OK);
    chance = vote.chance[SV_OUTCOME_ADOPTED];
    sv_vote_clear(&vote);
    sv_council_clear(&council);
    return chance;
}

/* The most that any set of this many reachable members brings for its effort. */
static double best_worth(const sv_majority *found, size_t size)
{
    double best = 0;
    for (size_t set = 1; set < (size_t)1 << found->n_winnable; set++) {
        double effort = 0, worth;
        if ((size_t)__builtin_popcountll(set) != size)
            continue;
        for (size_t i = 0; i < found->n_winnable; i++)
            if (set >> i & 1)
                effort += found->winnable[i].effort;
        worth = isinf(effort) ? 0 : (chance_when_won(found, set) - found->vote.chance[SV_OUTCOME_ADOPTED]) / effort;
        best = fmax(best, worth);
    }
    return best;
}

/* What one council's cheapest votes should be, against all sets of as many. */
static void check_cheapest(const sv_majority *found)
{
    size_t reachable = 0, chosen = 0, size = found->missing ? found->missing : 1;
    for (size_t i = 0; i < found->n_winnable; i++) {
        const sv_winnable *one = &found->winnable[i];
        reachable += !isinf(one->effort);
        chosen |= (size_t)one->chosen << i;
        assert_near(one->chance, chance_when_won(found, (size_t)1 << i));
        if (i > 0 && !isinf(one->effort)) /* in order of what each brings for the effort */
            assert_true((one[-1].chance - found->vote.chance[0]) / one[-1].effort >
                        (one->chance - found->vote.chance[0]) / one->effort - 1e-9);
    }
    size = size < reachable ? size : reachable;
    assert_int_equal(found->n_chosen, size);
    if (!size)
        return;
    assert_near(found->chosen_chance, chance_when_won(found, chosen));
    assert_near_at((found->chosen_chance - found->vote.chance[0]) / found->chosen_effort, best_worth(found, size), 1e-9, __FILE__,
                   __LINE__);
}

static void random_councils_agree_with_trying_all_sets(void **state)
{
    unsigned long long seed = 42;
    size_t sizes[most_members + 1] = {0};
    (void)state;
    for (int trial = 0; trial < 150; trial++) {
        sv_map *map = draw_map(&seed);
        sv_majority found = majority_of(map);
        check_cheapest(&found);
        assert_true(found.exhaustive);
        sizes[found.n_chosen]++;
        sv_majority_clear(&found);
        sv_map_free(map);
    }
    assert_true(sizes[1] > 10 && sizes[2] > 10 && sizes[3] > 3); /* more than one vote was missing often enough */
}

/*
 * Above fifteen undecided members one is added after another. Seventeen, each a group of one and unknown, known by us with strength 4
 * (M0 to M4), 1 (the others): nine are needed, so nine are won, first the five that cost least; of the others, all equal, those with the
 * smallest ids.
 */
static void many_undecided_are_won_one_by_one(void **state)
{
    sv_text text = {0};
    sv_map *map;
    sv_majority found;
    (void)state;
    sv_text_add(&text, "= Actors\nid;name;kind;own\nwe;We;person;yes\n");
    for (int i = 0; i < 17; i++)
        sv_text_addf(&text, "m%02d;M%02d;council_member;\n", i, i);
    sv_text_add(&text, "= Issues\nid;title;competent\np;P;council\n= Ties\nfrom;to;strength\n");
    for (int i = 0; i < 17; i++)
        sv_text_addf(&text, "we;m%02d;%d\n", i, i < 5 ? 4 : 1);
    map = map_of(text.bytes, NULL);
    found = majority_of(map);
    assert_false(found.exhaustive);
    assert_int_equal(found.missing, 9);
    assert_int_equal(found.n_chosen, 9);
    for (size_t i = 0; i < 17; i++)
        assert_int_equal(found.winnable[i].chosen, i < 9);
    /* nine at .75 and eight at .5, nine needed */
    assert_near(found.chosen_effort, 5 * (-log(0.9) + 0.5) + 4 * (-log(0.3) + 0.5));
    sv_majority_clear(&found);
    sv_map_free(map);
    sv_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_councils_agree_with_trying_all_sets),
        cmocka_unit_test(many_undecided_are_won_one_by_one),
    };
    return cmocka_run_group_tests_name("winnable", tests, NULL, NULL);
}

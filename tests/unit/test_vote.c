/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The chance that a proposal passes: small councils worked out by hand, and many random ones beside a count of
 * everything that can happen: every group that votes as one or apart, and every vote of every member.
 */
#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

enum { most_members = 15, most_parties = 5 };

/* A council that was not read from a map. */
typedef struct made_council {
    sv_council council;
    sv_council_group groups[most_members];
    sv_seat seats[most_members];
} made_council;

/* Groups of these sizes, all without a stance, that vote as one with this chance. */
static void make_council(made_council *made, const size_t *sizes, size_t n, double discipline)
{
    memset(made, 0, sizeof *made);
    for (size_t g = 0; g < n; g++) {
        made->groups[g] = (sv_council_group){
            .name = "", .party = "", .first = made->council.n_seats, .seats = sizes[g], .discipline = discipline, .stance = NAN};
        for (size_t i = 0; i < sizes[g]; i++)
            made->seats[made->council.n_seats++] = (sv_seat){g, SV_NO_ROW, NAN, NAN};
    }
    made->council.groups = made->groups;
    made->council.seats = made->seats;
    made->council.n_groups = n;
    made->council.size = made->council.n_seats;
}

static void vote_is(const made_council *made, const sv_vote_options *options, sv_outcome outcome, double chance)
{
    sv_vote vote;
    assert_int_equal(sv_vote_new(&made->council, options, &vote, NULL), SV_OK);
    assert_near(vote.chance[outcome], chance);
    sv_vote_clear(&vote);
}

/* (x + 4) / 8: 0 at -4, .5 at 0, .75 at 2, 1 at 4; but never below .02 or above .98. */
static void how_a_stance_votes(void **state)
{
    (void)state;
    assert_near(sv_vote_probability(-4), 0.02);
    assert_near(sv_vote_probability(-3.9), 0.02); /* .0125 */
    assert_near(sv_vote_probability(-2), 0.25);
    assert_near(sv_vote_probability(0), 0.5);
    assert_near(sv_vote_probability(2), 0.75);
    assert_near(sv_vote_probability(4), 0.98);
    assert_near(sv_vote_probability(NAN), 0.5);
}

/* Three members apart, p = .75, .5, .25. Two or more in favour: .75*.5*.75 + .75*.5*.25 + .25*.5*.25 + .75*.5*.25 = .5. */
static void members_vote_apart(void **state)
{
    made_council made;
    (void)state;
    make_council(&made, (const size_t[]){3}, 1, 0);
    made.seats[0].stance = 2;
    made.seats[1].stance = 0;
    made.seats[2].stance = -2;
    vote_is(&made, NULL, SV_OUTCOME_ADOPTED, 0.5);
    vote_is(&made, NULL, SV_OUTCOME_REJECTED, 0.5);
}

/*
 * Two groups, of 3 (mean 2, p = .75, discipline .8) and of 2 (unknown, p = .5, discipline 1). Three of five adopt, so
 * the first decides when it votes as one: .8 * .75 = .6. Apart (.2), three members of .75 each: 3 in favour .421875,
 * 2 .421875, 1 .140625, 0 .015625; with the two behind it (.5) one is enough, without them three are needed:
 * .2 * (.5 * (1 - .015625) + .5 * .421875) = .2 * .703125 = .140625. Together .740625.
 */
static void groups_vote_as_one_or_apart(void **state)
{
    made_council made;
    (void)state;
    make_council(&made, (const size_t[]){3, 2}, 2, 1);
    made.groups[0].discipline = 0.8;
    made.groups[0].stance = 2;
    for (size_t i = 0; i < 3; i++)
        made.seats[i].stance = 2;
    vote_is(&made, NULL, SV_OUTCOME_ADOPTED, 0.740625);
}

/* Five in one group that always votes as one, in favour. Absent or excluded members leave; half of five is not enough to open. */
static void who_is_not_there_does_not_vote(void **state)
{
    made_council made;
    sv_vote_options options = {.seats = (const unsigned char[]){SV_SEAT_ABSENT, SV_SEAT_EXCLUDED, 0, 0, 0}};
    sv_vote vote;
    (void)state;
    make_council(&made, (const size_t[]){5}, 1, 1);
    made.groups[0].stance = 4;
    assert_int_equal(sv_vote_new(&made.council, &options, &vote, NULL), SV_OK);
    assert_int_equal(vote.turnout.sitting, 5);
    assert_int_equal(vote.turnout.present, 4);
    assert_int_equal(vote.turnout.excluded, 1);
    assert_int_equal(vote.turnout.cast, 3);
    assert_int_equal(vote.needed, 2);
    assert_near(vote.in_favour[3], 0.98);
    assert_near(vote.in_favour[0], 0.02);
    sv_vote_clear(&vote);
    /* two of five came: it does not open, whatever they think */
    options.seats = (const unsigned char[]){1, 1, 1, 0, 0};
    vote_is(&made, &options, SV_OUTCOME_UNOPENED, 1);
    /* four of five came, one of them and the fifth may not vote: three may, and two of them suffice */
    options.seats = (const unsigned char[]){SV_SEAT_ABSENT | SV_SEAT_EXCLUDED, SV_SEAT_EXCLUDED, 0, 0, 0};
    vote_is(&made, &options, SV_OUTCOME_ADOPTED, 0.98);
    /* three of five came, two of them may not vote: one vote, where two of three must: void */
    options.seats = (const unsigned char[]){SV_SEAT_ABSENT, SV_SEAT_ABSENT, SV_SEAT_EXCLUDED, SV_SEAT_EXCLUDED, 0};
    vote_is(&made, &options, SV_OUTCOME_VOID, 1);
}

/* Four of five members vote, each .5: two against two in 6 of 16. Put off the first time, a no the second time. */
static void a_tie_goes_to_the_next_meeting(void **state)
{
    made_council made;
    sv_vote_options options = {.seats = (const unsigned char[]){SV_SEAT_ABSENT, 0, 0, 0, 0}};
    (void)state;
    make_council(&made, (const size_t[]){5}, 1, 0);
    vote_is(&made, &options, SV_OUTCOME_PUT_OFF, 6.0 / 16);
    vote_is(&made, &options, SV_OUTCOME_ADOPTED, 5.0 / 16);
    vote_is(&made, &options, SV_OUTCOME_REJECTED, 5.0 / 16);
    options.meeting = SV_MEETING_AFTER_TIE;
    vote_is(&made, &options, SV_OUTCOME_PUT_OFF, 0);
    vote_is(&made, &options, SV_OUTCOME_REJECTED, 11.0 / 16);
    /* excluded instead of absent, all others voted: a full meeting */
    options = (sv_vote_options){.seats = (const unsigned char[]){SV_SEAT_EXCLUDED, 0, 0, 0, 0}};
    vote_is(&made, &options, SV_OUTCOME_REJECTED, 11.0 / 16);
}

static void nobody_decides_nothing(void **state)
{
    made_council made;
    (void)state;
    make_council(&made, NULL, 0, 0);
    vote_is(&made, NULL, SV_OUTCOME_UNOPENED, 1);
}

/* ---- Everything that can happen ---- */

typedef struct world {
    const made_council *made;
    const unsigned char *kept;
    sv_meeting meeting;
    size_t present, excluded, cast;
    double chance[SV_OUTCOMES], in_favour[most_members + 1];
    size_t counted;
} world;

/* The law once more, as one reads it. */
static sv_outcome read_law(const world *w, size_t in_favour)
{
    size_t against = w->cast - in_favour;
    if (w->meeting != SV_MEETING_AFTER_UNOPENED && !(w->present > w->made->council.n_seats / 2.0))
        return SV_OUTCOME_UNOPENED;
    if (w->cast == 0)
        return SV_OUTCOME_VOID;
    if (w->meeting != SV_MEETING_AFTER_UNOPENED && w->meeting != SV_MEETING_AFTER_VOID &&
        !(w->cast > (w->made->council.n_seats - w->excluded) / 2.0))
        return SV_OUTCOME_VOID;
    if (in_favour != against)
        return in_favour > against ? SV_OUTCOME_ADOPTED : SV_OUTCOME_REJECTED;
    return w->meeting == SV_MEETING_AFTER_TIE || w->cast == w->made->council.size - w->excluded ? SV_OUTCOME_REJECTED : SV_OUTCOME_PUT_OFF;
}

static double plain_probability(double stance)
{
    double p = isnan(stance) ? 0.5 : (stance + 4) / 8;
    return p < 0.02 ? 0.02 : p > 0.98 ? 0.98 : p;
}

static void visit_group(world *w, size_t g, size_t in_favour, double chance);

/* One member after the other of a group that votes apart. */
static void visit_member(world *w, size_t g, size_t i, size_t in_favour, double chance)
{
    const sv_council_group *group = &w->made->groups[g];
    double p;
    if (i == group->first + group->seats) {
        visit_group(w, g + 1, in_favour, chance);
    } else if (w->kept[i]) {
        visit_member(w, g, i + 1, in_favour, chance);
    } else {
        p = plain_probability(w->made->seats[i].stance);
        visit_member(w, g, i + 1, in_favour + 1, chance * p);
        visit_member(w, g, i + 1, in_favour, chance * (1 - p));
    }
}

static void visit_group(world *w, size_t g, size_t in_favour, double chance)
{
    const sv_council_group *group = &w->made->groups[g];
    double p;
    size_t voting = 0;
    if (g == w->made->council.n_groups) {
        w->chance[read_law(w, in_favour)] += chance;
        w->in_favour[in_favour] += chance;
        w->counted++;
        return;
    }
    p = plain_probability(group->stance);
    for (size_t i = group->first; i < group->first + group->seats; i++)
        voting += !w->kept[i];
    visit_group(w, g + 1, in_favour + voting, chance * group->discipline * p);
    visit_group(w, g + 1, in_favour, chance * group->discipline * (1 - p));
    visit_member(w, g, group->first, in_favour, chance * (1 - group->discipline));
}

static double draw_stance(unsigned long long *seed)
{
    return draw_number(seed, 4) == 0 ? NAN : (double)draw_number(seed, 81) / 10 - 4;
}

static void draw_council(unsigned long long *seed, made_council *made, unsigned char *kept)
{
    size_t sizes[most_parties], n = 1 + draw_number(seed, most_parties), left = most_members;
    for (size_t g = 0; g < n; g++) {
        sizes[g] = draw_number(seed, (unsigned)(left < 5 ? left : 5) + 1);
        left -= sizes[g];
    }
    if (n == 1 && draw_number(seed, 3) == 0)
        sizes[0] = most_members; /* one large group */
    make_council(made, sizes, n, 0);
    made->council.size += draw_number(seed, 3) == 0; /* a vacant seat */
    for (size_t g = 0; g < n; g++) {
        made->groups[g].discipline = (double)draw_number(seed, 5) / 4;
        made->groups[g].stance = draw_stance(seed);
    }
    for (size_t i = 0; i < made->council.n_seats; i++) {
        made->seats[i].stance = draw_stance(seed);
        kept[i] = draw_number(seed, 4) ? 0 : (unsigned char)draw_number(seed, 4);
    }
}

static void random_councils_agree_with_counting_everything(void **state)
{
    unsigned long long seed = 42;
    size_t seen[SV_OUTCOMES] = {0};
    (void)state;
    for (int trial = 0; trial < 2000; trial++) {
        made_council made;
        unsigned char kept[most_members + 1];
        sv_vote vote;
        world w = {.made = &made, .kept = kept, .meeting = (sv_meeting)draw_number(&seed, 4)};
        draw_council(&seed, &made, kept);
        for (size_t i = 0; i < made.council.n_seats; i++) {
            w.present += !(kept[i] & SV_SEAT_ABSENT);
            w.excluded += (kept[i] & SV_SEAT_EXCLUDED) != 0;
            w.cast += kept[i] == 0;
        }
        visit_group(&w, 0, 0, 1);
        assert_int_equal(sv_vote_new(&made.council, &(sv_vote_options){kept, w.meeting}, &vote, NULL), SV_OK);
        assert_int_equal(vote.turnout.cast, w.cast);
        for (int outcome = 0; outcome < SV_OUTCOMES; outcome++) {
            assert_near(vote.chance[outcome], w.chance[outcome]);
            seen[outcome] += w.chance[outcome] > 0;
        }
        for (size_t k = 0; k <= w.cast; k++)
            assert_near(vote.in_favour[k], w.in_favour[k]);
        sv_vote_clear(&vote);
    }
    for (int outcome = 0; outcome < SV_OUTCOMES; outcome++)
        assert_true(seen[outcome] > 10); /* each of them was tried */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_a_stance_votes),
        cmocka_unit_test(members_vote_apart),
        cmocka_unit_test(groups_vote_as_one_or_apart),
        cmocka_unit_test(who_is_not_there_does_not_vote),
        cmocka_unit_test(a_tie_goes_to_the_next_meeting),
        cmocka_unit_test(nobody_decides_nothing),
        cmocka_unit_test(random_councils_agree_with_counting_everything),
    };
    return cmocka_run_group_tests_name("vote", tests, NULL, NULL);
}

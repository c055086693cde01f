/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The Gemeentewet, article by article, each worked out by hand: a council of 27 unless said. Above every case stands
 * what the article asks for, in numbers.
 */
#include <speelveld/advice.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* 27 members, all sitting, there and voting. */
static const sv_turnout full = {.size = 27, .sitting = 27, .present = 27, .cast = 27};

/* Article 8: 9, 11, 13 … 39 members, or 45. */
static void article_8_sizes(void **state)
{
    static const size_t cases[][2] = {{0, 9},   {1, 9},   {8, 9},   {9, 9},   {10, 11}, {11, 11}, {24, 25},
                                      {27, 27}, {38, 39}, {39, 39}, {40, 45}, {44, 45}, {45, 45}, {46, 46}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(sv_law_council_size(cases[i][0]), cases[i][1]);
}

/* Article 20, paragraph 1: more than half of those sitting. Of 27: 13.5, so 14. Of 26: 13, so 14. Of 9: 4.5, so 5. */
static void article_20_opens_with_more_than_half(void **state)
{
    sv_turnout turnout = full;
    (void)state;
    assert_int_equal(sv_law_to_open(27, SV_MEETING_FIRST), 14);
    assert_int_equal(sv_law_to_open(26, SV_MEETING_FIRST), 14);
    assert_int_equal(sv_law_to_open(9, SV_MEETING_FIRST), 5);
    turnout.sitting = 26; /* one seat is vacant; 13 is half, and not more */
    turnout.present = turnout.cast = 13;
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_UNOPENED);
    turnout.present = turnout.cast = 14;
    assert_int_equal(sv_law_outcome(&turnout, 8), SV_OUTCOME_ADOPTED);
}

/* Article 20, paragraph 3, and 29, paragraph 2b: a meeting called again opens with anyone, and any vote in it counts. 2 of 3 adopt. */
static void article_20_a_second_call_opens_with_anyone(void **state)
{
    sv_turnout turnout = {.size = 27, .sitting = 27, .present = 3, .cast = 3, .meeting = SV_MEETING_AFTER_UNOPENED};
    (void)state;
    assert_int_equal(sv_law_to_open(27, SV_MEETING_AFTER_UNOPENED), 0);
    assert_int_equal(sv_law_to_vote(27, 0, SV_MEETING_AFTER_UNOPENED), 0);
    assert_int_equal(sv_law_outcome(&turnout, 2), SV_OUTCOME_ADOPTED);
    assert_int_equal(sv_law_outcome(&turnout, 1), SV_OUTCOME_REJECTED);
    /* after any other failed meeting it takes 14 again */
    assert_int_equal(sv_law_to_open(27, SV_MEETING_AFTER_VOID), 14);
    assert_int_equal(sv_law_to_open(27, SV_MEETING_AFTER_TIE), 14);
}

/*
 * Article 28 with 20 and 29: whom it concerns is there, but does not vote. Of 27 members 14 came, of whom 2 may not
 * vote: it opens (14 of 27), but 12 voted where more than half of 25 must, 13: void. With 15 it is 13 of 25: it counts.
 */
static void article_28_counts_for_opening_and_not_for_voting(void **state)
{
    sv_turnout turnout = {.size = 27, .sitting = 27, .present = 14, .excluded = 2, .cast = 12};
    (void)state;
    assert_int_equal(sv_law_to_vote(27, 2, SV_MEETING_FIRST), 13);
    assert_int_equal(sv_law_outcome(&turnout, 12), SV_OUTCOME_VOID);
    turnout.present = 15;
    turnout.cast = 13;
    assert_int_equal(sv_law_outcome(&turnout, 7), SV_OUTCOME_ADOPTED);
    assert_int_equal(sv_law_outcome(&turnout, 6), SV_OUTCOME_REJECTED);
}

/* Article 29, paragraph 1: more than half of 27 is 14; of 22 (five may not vote) is 12. */
static void article_29_needs_more_than_half_of_who_may(void **state)
{
    (void)state;
    assert_int_equal(sv_law_to_vote(27, 0, SV_MEETING_FIRST), 14);
    assert_int_equal(sv_law_to_vote(27, 5, SV_MEETING_FIRST), 12);
    assert_int_equal(sv_law_to_vote(27, 5, SV_MEETING_AFTER_TIE), 12);
}

/* Article 29, paragraph 2a: when the vote is held again it counts however few vote: 14 came, 2 may not, 12 vote and 7 adopt. */
static void article_29_does_not_void_twice(void **state)
{
    sv_turnout turnout = {.size = 27, .sitting = 27, .present = 14, .excluded = 2, .cast = 12, .meeting = SV_MEETING_AFTER_VOID};
    (void)state;
    assert_int_equal(sv_law_to_vote(27, 2, SV_MEETING_AFTER_VOID), 0);
    assert_int_equal(sv_law_outcome(&turnout, 7), SV_OUTCOME_ADOPTED);
    turnout.present = 13; /* but it must open */
    assert_int_equal(sv_law_outcome(&turnout, 7), SV_OUTCOME_UNOPENED);
}

/* Article 30: more than half of the votes. 27: 14. 26: 14, for 13 is half. 14: 8. 1: 1. */
static void article_30_adopts_with_more_than_half_of_the_votes(void **state)
{
    sv_turnout turnout = full;
    (void)state;
    assert_int_equal(sv_law_to_adopt(27), 14);
    assert_int_equal(sv_law_to_adopt(26), 14);
    assert_int_equal(sv_law_to_adopt(14), 8);
    assert_int_equal(sv_law_to_adopt(1), 1);
    assert_int_equal(sv_law_outcome(&turnout, 14), SV_OUTCOME_ADOPTED);
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_REJECTED);
    /* of 27 members 14 came: 8 votes adopt */
    turnout.present = turnout.cast = 14;
    assert_int_equal(sv_law_outcome(&turnout, 8), SV_OUTCOME_ADOPTED);
}

/* Article 32, paragraph 4: one of 27 is away, 13 against 13: put off. Paragraph 5: in the next meeting the same is a no. */
static void article_32_a_tie_is_put_off_once(void **state)
{
    sv_turnout turnout = {.size = 27, .sitting = 27, .present = 26, .cast = 26};
    (void)state;
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_PUT_OFF);
    turnout.meeting = SV_MEETING_AFTER_TIE;
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_REJECTED);
    /* another failed meeting before this one changes nothing: it is the first tie */
    turnout.meeting = SV_MEETING_AFTER_VOID;
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_PUT_OFF);
}

/* Article 32, paragraphs 5 and 6: one of 27 may not vote, the 26 others all do, 13 against 13: a full meeting, so a no. */
static void article_32_a_tie_in_a_full_meeting_is_a_no(void **state)
{
    sv_turnout turnout = {.size = 27, .sitting = 27, .present = 27, .excluded = 1, .cast = 26};
    (void)state;
    assert_true(sv_law_is_full(&turnout));
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_REJECTED);
    /* also when the one who may not vote stayed at home */
    turnout.present = 26;
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_REJECTED);
}

/* Paragraph 6 speaks of the members that the council consists of: with a vacant seat 26 of 26 is not full. */
static void article_32_a_vacant_seat_is_not_full(void **state)
{
    sv_turnout turnout = {.size = 27, .sitting = 26, .present = 26, .cast = 26};
    (void)state;
    assert_false(sv_law_is_full(&turnout));
    assert_int_equal(sv_law_outcome(&turnout, 13), SV_OUTCOME_PUT_OFF);
}

/* Nobody left to vote decides nothing, in whichever meeting. */
static void a_vote_of_nobody_is_void(void **state)
{
    sv_turnout turnout = {.size = 9, .sitting = 9, .present = 9, .excluded = 9, .meeting = SV_MEETING_AFTER_UNOPENED};
    (void)state;
    assert_int_equal(sv_law_outcome(&turnout, 0), SV_OUTCOME_VOID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(article_8_sizes),
        cmocka_unit_test(article_20_opens_with_more_than_half),
        cmocka_unit_test(article_20_a_second_call_opens_with_anyone),
        cmocka_unit_test(article_28_counts_for_opening_and_not_for_voting),
        cmocka_unit_test(article_29_needs_more_than_half_of_who_may),
        cmocka_unit_test(article_29_does_not_void_twice),
        cmocka_unit_test(article_30_adopts_with_more_than_half_of_the_votes),
        cmocka_unit_test(article_32_a_tie_is_put_off_once),
        cmocka_unit_test(article_32_a_tie_in_a_full_meeting_is_a_no),
        cmocka_unit_test(article_32_a_vacant_seat_is_not_full),
        cmocka_unit_test(a_vote_of_nobody_is_void),
    };
    return cmocka_run_group_tests_name("council law", tests, NULL, NULL);
}

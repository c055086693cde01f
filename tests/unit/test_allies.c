/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Allies: each part of the rank by hand, who is ranked at all, and agreement beside published tables. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chemnet_map.h"
#include "failing_memory.h"
#include "support.h"

/*
 * We are Ot (square 4, road 2) and Ro (square 2): on the square (i) we stand at (4 + 2) / 2 = 3, on the road (j) at 2. No influences,
 * so R = 1. CAA is half the sum of both positions where both are for, DAA where one is against:
 *   a  3, -2   CAA (3+3)/2 = 3, DAA (2+2)/2 = 2, net 1       b  1, 4   CAA (3+1)/2 + (2+4)/2 = 5, the largest
 *   c  -, 2    CAA 2                                         f  2      CAA 2.5
 *   g  4       CAA 3.5                                       h  2      CAA 2.5
 *   d  -1 is on the other side, e  0 agrees on nothing; the clerk, and our own, are not ranked.
 */
static const char town[] =
    "= "
    "Actors\nid;name;kind;own\not;Ot;professional;yes\nro;Ro;resident;yes\na;A;resident;\nb;B;welfare;\nc;C;resident;\nd;D;business;\ne;E;"
    "resident;\n"
    "f;F;official;\ng;G;residents_group;\nh;H;resident;\nk;K;clerk;\ntown;Town;municipality;\nal;All;alliance;\nwork;Work;welfare;\n"
    "= Ties\nfrom;to;kind;strength;amount;until\not;a;knows;4;;\nro;b;knows;2;;\nb;g;knows;3;;\nb;h;knows;1;;\n"
    "town;b;funds;;30;\nd;b;funds;;5;\ne;b;funds;;5;\ng;al;opposes;;;\na;ro;opposes;;;2025-12-31\n"
    "ot;b;may_not_contact;;;\not;h;may_not_contact;;;\nro;h;may_not_contact;;;\nk;ot;knows;4;;\n"
    "= Memberships\nwho;of\not;al\nc;al\nf;town\not;work\n"
    "= Issues\nid;title\ni;The square\nj;The road\n"
    "= Positions\nactor;issue;position;salience;gains;date\not;i;4;4;;\not;j;2;;;\nro;i;2;;;\n"
    "a;i;3;2;A bench;2026-02-01\na;j;-2;;;\nb;i;1;4;;\nb;j;4;4;For the road;\nc;j;2;;;\nd;i;-1;;;\ne;i;0;;;\nf;i;2;;Rest;\n"
    "g;i;4;4;Old;2026-01-01\ng;i;4;4;New;2026-03-01\nh;i;2;;;\nk;i;4;4;;\nwork;i;-4;;;\n";

static const sv_ally *ally_of(const sv_allies *found, size_t actor)
{
    for (size_t i = 0; i < found->n; i++)
        if (found->items[i].actor == actor)
            return &found->items[i];
    fail_msg("actor %zu is no ally", actor);
    return NULL;
}

static sv_allies find(const sv_map *map, const char *issue, const char *speaker)
{
    sv_allies_options options = {
        .issue = sv_map_find_issue(map, issue), .speaker = speaker ? row_of(map, speaker) : SV_NO_ROW, .as_of = 20260601};
    sv_allies found;
    assert_int_equal(sv_allies_find(map, &options, &found, NULL), SV_OK);
    return found;
}

static void assert_parts(const sv_map *map, const sv_allies *found, const char *id, double agreement, double warmth, double gain,
                         double dependence, double conflict)
{
    const sv_ally *ally = ally_of(found, row_of(map, id));
    assert_near(ally->agreement, agreement);
    assert_near(ally->warmth, warmth);
    assert_near(ally->gain, gain);
    assert_near(ally->dependence, dependence);
    assert_near(ally->conflict, conflict);
    assert_near(ally->rank, agreement + warmth + gain - dependence - conflict);
}

static void every_part_counts_for_what_it_is(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_allies found = find(map, "i", NULL);
    (void)state;
    assert_near(found.ours, 3);
    assert_true(found.known);
    assert_false(found.weighed);
    assert_int_equal(found.n, 6);         /* a b c f g h */
    assert_int_equal(found.opponents, 2); /* d, and our own organisation, which is against */
    assert_int_equal(found.unlike, 1);    /* e */
    /* Ot knows A: .9; a bench, at salience 2 of 4; on the road against us: 2 / (3 + 2); the quarrel with Ro is over */
    assert_parts(map, &found, "a", 1.0 / 5, .9, .5, 0, .4);
    /* Ro knows B: .5; the gain is for the road, not for the square; of its 40 the town gives 30, and d, who is against, 5 */
    assert_parts(map, &found, "b", 1, .5, 0, .75, 0);
    /* in our alliance: .7 x .7 by two memberships */
    assert_parts(map, &found, "c", .4, .49, 0, 0, 0);
    assert_parts(map, &found, "f", .5, 0, .25, 1, 0); /* of the town hall; salience 1 where none is given; nobody knows F */
    assert_parts(map, &found, "g", .7, .35, 1, 0, 1); /* Ro, B, G: .5 x .7; against our alliance */
    assert_parts(map, &found, "h", .5, .15, 0, 0, 0); /* Ro, B, H: .5 x .3 */
    sv_allies_clear(&found);
    sv_map_free(map);
}

static void what_stands_beside_the_parts(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_allies found = find(map, "i", NULL);
    const sv_ally *a = ally_of(&found, row_of(map, "a")), *b = ally_of(&found, row_of(map, "b")), *c = ally_of(&found, row_of(map, "c")),
                  *f = ally_of(&found, row_of(map, "f")), *g = ally_of(&found, row_of(map, "g")), *h = ally_of(&found, row_of(map, "h"));
    (void)state;
    assert_near(c->stance, NAN);
    assert_near(a->stance, 3);
    assert_int_equal(a->opposite, 1);
    assert_int_equal(a->opposed, SV_NO_ROW);
    assert_int_equal(a->from, row_of(map, "ot"));
    assert_int_equal(a->through, row_of(map, "ot"));
    assert_int_equal(b->forbidden, 1); /* for Ot */
    assert_int_equal(b->through, row_of(map, "ro"));
    assert_int_equal(b->binds.funder, row_of(map, "town"));
    assert_int_equal(c->alliance, row_of(map, "al"));
    assert_int_equal(f->from, SV_NO_ROW);
    assert_int_equal(g->opposed, 7); /* the eighth row of Ties */
    assert_string_equal(sv_map_cell(map, SV_POSITIONS, g->gains, SV_POSITION_GAINS), "New");
    assert_int_equal(h->forbidden, 2); /* for both of us: through B */
    assert_int_equal(h->from, row_of(map, "ro"));
    assert_int_equal(h->through, row_of(map, "b"));
    /* ranks: a .2+.9+.5-.4 = 1.2; g .7+.35+1-1 = 1.05; c .89; b .75; h .65; f -.25 */
    static const char *const order[] = {"a", "g", "c", "b", "h", "f"};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(found.items[i].actor, row_of(map, order[i]));
    sv_allies_clear(&found);
    sv_map_free(map);
}

static void the_sentences_say_it(void **state)
{
    static const char *const wanted[] = {
        "A is strongly in favour. What they gain: “A bench” Ot knows A. On “The road” they are on the other side.",
        "Takes part already in All.",
        "Lives for 75% by money of Town.",
        "A rule forbids direct contact for Ot.",
        "Do not approach H directly, a rule forbids it: ask B. The warmest way begins with Ro.",
        "Belongs to the municipality.",
        "Mind: G opposes All.",
        "C agrees with us elsewhere; what they think of this is not known.",
    };
    sv_map *map = map_of(town, NULL);
    sv_allies found = find(map, "i", NULL);
    char *text;
    size_t length;
    (void)state;
    found.shown = found.n;
    assert_int_equal(
        sv_report_allies(map, &found, &(sv_answer_options){.format = SV_REPORT_JSON, .audience = SV_TEAM}, &text, &length, NULL), SV_OK);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(text, wanted[i]))
            fail_msg("nowhere is said \"%s\"", wanted[i]);
    free(text);
    sv_allies_clear(&found);
    sv_map_free(map);
}

/* For D, who is against the square: his side is the other one, so E (0) and he who is against count, and those in favour do not. */
static void a_speaker_has_a_side_too(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_allies found = find(map, "i", "d");
    (void)state;
    assert_near(found.ours, -1);
    assert_int_equal(found.n, 1); /* the organisation Work, at -4: CAA (1 + 4) / 2; Ot and Ro are our own and stay out */
    assert_int_equal(found.items[0].actor, row_of(map, "work"));
    assert_near(found.items[0].agree, 2.5);
    assert_near(found.items[0].agreement, 1);
    assert_int_equal(found.opponents, 5); /* a b f g h */
    assert_int_equal(found.unlike, 2);    /* c, e */
    sv_allies_clear(&found);
    sv_map_free(map);
}

/* Where no own actor has a position, that of their organisation is ours. */
static void organisations_speak_for_us(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;own;organisation\nwij;Wij;professional;yes;Work\nwork;Work;welfare;;\nx;X;resident;;\n"
                         "= Issues\nid;title\ni;I\nj;J\n= Positions\nactor;issue;position\nwork;i;2\nx;i;4\n",
                         NULL);
    sv_allies found = find(map, "i", NULL);
    (void)state;
    assert_near(found.ours, 2);
    assert_int_equal(found.n, 2); /* Work itself, marked as ours, and X */
    assert_true(ally_of(&found, row_of(map, "work"))->ours);
    assert_near(ally_of(&found, row_of(map, "x"))->agree, 3);
    sv_allies_clear(&found);
    found = find(map, "j", NULL); /* on J nobody stands anywhere, but on I they agree */
    assert_near(found.ours, NAN);
    assert_int_equal(found.n, 2);
    sv_allies_clear(&found);
    sv_map_free(map);
}

/*
 * Influences a->b 3, a->c 1, b->a 1, b->c 2, c->b 2 give R = 2.0304, 0.5967 and 0.3729 (a published example of MACTOR, worked in
 * test_mactor.c). We are a, at 2; b is at 3 and c at 1: 3CAA is (2.0304 x 2 + 0.5967 x 3) / 2 = 2.92545 and (4.0608 + 0.3729) / 2
 * = 2.21685.
 */
static void who_has_more_influence_weighs_more(void **state)
{
    sv_map *map =
        map_of("= Actors\nid;name;own\na;A;yes\nb;B;\nc;C;\n"
               "= Ties\nfrom;to;kind;strength\na;b;influences;3\na;c;influences;1\nb;a;influences;1\nb;c;influences;2\nc;b;influences;2\n"
               "= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\na;i;2\nb;i;3\nc;i;1\n",
               NULL);
    sv_allies found = find(map, "i", NULL);
    (void)state;
    assert_true(found.weighed);
    assert_true(fabs(ally_of(&found, row_of(map, "b"))->agree - 2.92545) < 2e-4);
    assert_true(fabs(ally_of(&found, row_of(map, "c"))->agree - 2.21685) < 2e-4);
    assert_true(fabs(ally_of(&found, row_of(map, "c"))->agreement - 2.21685 / 2.92545) < 1e-4);
    sv_allies_clear(&found);
    sv_map_free(map);
}

static void nobody_to_speak_for_is_an_answer(void **state)
{
    static const struct {
        const char *map, *said;
    } cases[] = {
        {"= Actors\nid;name\na;A\n= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\na;i;2\n",
         "Nobody on the map is marked as one of us"},
        {"= Actors\nid;name;own\na;A;yes\n= Issues\nid;title\ni;I\n", "Where we stand ourselves is not on the map"},
        {"= Actors\nid;name;own\na;A;yes\nb;B;\n= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\na;i;2\nb;i;-2\n",
         "Nobody is known to agree with us"},
    };
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sv_map *map = map_of(cases[i].map, NULL);
        sv_allies found = find(map, "i", NULL);
        char *text;
        size_t length;
        assert_int_equal(found.n, 0);
        assert_int_equal(sv_report_allies(map, &found, &(sv_answer_options){.audience = SV_TEAM}, &text, &length, NULL), SV_OK);
        assert_non_null(strstr(text, cases[i].said));
        free(text);
        sv_allies_clear(&found);
        sv_map_free(map);
    }
}

/* ---- A published network ---- */

/*
 * Positions there are -1, 0 and 1, so that CAA weighed by competitiveness is (R of one + R of the other) / 2 times the number of
 * issues on which both are for or both against, which the reference tables count; and DAA likewise.
 */
static void agreement_is_that_of_published_tables(void **state)
{
    sv_map *map = chemnet_map();
    support_table agree, differ, mactor;
    sv_allies found;
    size_t compared = 0;
    (void)state;
    if (!map)
        skip();
    agree = reference_table("chemnet_intpos.convergence.csv");
    differ = reference_table("chemnet_intpos.divergence.csv");
    mactor = reference_table("chemnet_infrep.mactor.csv");
    found = find(map, "notification", "BMA");
    assert_true(found.n > 10);
    assert_true(found.weighed);
    for (size_t row = 0; row < agree.rows; row++) {
        const char *id = table_cell(&agree, row, "actor");
        double weight = (table_number(&mactor, 0, "Ri_star_excl") + table_number(&mactor, row, "Ri_star_excl")) / 2;
        assert_string_equal(table_cell(&mactor, row, "actor"), id);
        for (size_t i = 0; i < found.n; i++)
            if (found.items[i].actor == row_of(map, id)) {
                assert_near_at(found.items[i].agree, weight * table_number(&agree, row, "BMA"), 1e-9, __FILE__, __LINE__);
                assert_near_at(found.items[i].differ, weight * table_number(&differ, row, "BMA"), 1e-9, __FILE__, __LINE__);
                compared++;
            }
    }
    assert_int_equal(compared, found.n);
    table_clear(&agree);
    table_clear(&differ);
    table_clear(&mactor);
    sv_allies_clear(&found);
    sv_map_free(map);
}

static sv_status tell(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(town, NULL);
    sv_allies found = {0};
    char *text = NULL;
    size_t length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_allies_find(map, &(sv_allies_options){.issue = 0, .speaker = SV_NO_ROW}, &found, NULL);
    if (status == SV_OK)
        status = sv_report_allies(map, &found, &(sv_answer_options){.audience = SV_TEAM, .language = SV_DUTCH}, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_allies_clear(&found);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_counts_for_what_it_is),
        cmocka_unit_test(what_stands_beside_the_parts),
        cmocka_unit_test(the_sentences_say_it),
        cmocka_unit_test(a_speaker_has_a_side_too),
        cmocka_unit_test(organisations_speak_for_us),
        cmocka_unit_test(who_has_more_influence_weighs_more),
        cmocka_unit_test(nobody_to_speak_for_is_an_answer),
        cmocka_unit_test(agreement_is_that_of_published_tables),
        TORTURE_MEMORY(tell),
    };
    return cmocka_run_group_tests_name("allies", tests, NULL, NULL);
}

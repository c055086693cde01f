/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exposure: whose money, employer or rule keeps a supporter from speaking freely. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

/*
 * Who pays whom: the town pays w 300, the shop pays w 100 (400 in all); the fund pays k 10; the shop pays k 30 (40).
 * For the square (i): w 3, k 1, fund 2, p (of w) 1, m (of w and k) 4, o 2, the clerk of the town hall 2, the member of the
 * council 4; against it: the shop -1. For the road (j): k -2, shop 3, w 1, q (names w as its organisation) 2.
 */
static const char town[] =
    "= Actors\nid;name;kind;organisation\ntown;Town;municipality;\nboard;Council;council;\nw;Welfare;welfare;\nk;Kitchen;organisation;\n"
    "shop;Shop;business;\nfund;Fund;organisation;\np;Pia;professional;\nm;Mo;resident;\no;Ot;person;Town\nq;Quinten;professional;Welfare\n"
    "e;Els;official;Town\nc;Cor;council_member;\nf;Fer;resident;\nz;Zoe;resident;\nlist;List;party;\npat;Pat;person;\n"
    "= "
    "Ties\nfrom;to;kind;amount;except\ntown;w;funds;300;\nshop;w;funds;100;\nfund;k;funds;10;\nshop;k;funds;30;\nf;board;mag_niet;;\ntown;"
    "list;funds;50;\n"
    "= Memberships\nwho;of\np;w\nm;w\nm;k\nc;board\npat;list\n"
    "= Issues\nid;title\ni;The square\nj;The road\n"
    "= Positions\nactor;issue;position\nw;i;3\nk;i;1\nfund;i;2\np;i;1\nm;i;4\no;i;2\ne;i;2\nc;i;4\nf;i;1\npat;i;1\nz;i;0\nshop;i;-1\n"
    "k;j;-2\nshop;j;3\nq;j;2\nw;j;1\n";

static const sv_voice *voice_of(const sv_exposure *found, size_t actor)
{
    for (size_t i = 0; i < found->n; i++)
        if (found->voices[i].actor == actor)
            return &found->voices[i];
    fail_msg("actor %zu is no voice", actor);
    return NULL;
}

static void assert_voice(const sv_map *map, const sv_exposure *found, const char *id, unsigned bonds, const char *through,
                         const char *funder, double share)
{
    const sv_voice *voice = voice_of(found, row_of(map, id));
    assert_int_equal(voice->bonds, bonds);
    assert_int_equal(voice->through, through ? row_of(map, through) : SV_NO_ROW);
    assert_int_equal(voice->funder, funder ? row_of(map, funder) : SV_NO_ROW);
    assert_near(voice->share, share);
}

static void money_employers_and_rules_bind(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_exposure found;
    (void)state;
    assert_int_equal(sv_exposure_find(map, 0, 0, &found, NULL), SV_OK);
    assert_int_equal(found.n, 8);         /* w k fund p m o f pat */
    assert_int_equal(found.bound, 6);     /* all but the fund and Pat, for a party is no purse of its members */
    assert_int_equal(found.political, 2); /* e and c */
    assert_voice(map, &found, "w", SV_BOND_MUNICIPALITY | SV_BOND_OPPONENT, "w", "town",
                 0.75);                                                  /* 300 of 400; the shop's 100 too, as it is against */
    assert_voice(map, &found, "k", SV_BOND_OPPONENT, "k", "shop", 0.75); /* 30 of 40; the fund is in favour */
    assert_voice(map, &found, "p", SV_BOND_MUNICIPALITY | SV_BOND_OPPONENT, "w", "town", 0.75);
    assert_voice(map, &found, "m", SV_BOND_MUNICIPALITY | SV_BOND_OPPONENT, "w", "town",
                 0.75); /* w's 300/400 and k's 30/40 are as large: w stands first */
    assert_voice(map, &found, "o", SV_BOND_EMPLOYER, NULL, NULL, NAN);
    assert_voice(map, &found, "f", SV_BOND_RULE, NULL, NULL, NAN);
    assert_voice(map, &found, "fund", 0, NULL, NULL, NAN);
    assert_voice(map, &found, "pat", 0, NULL, NULL, NAN);
    assert_int_equal(voice_of(&found, row_of(map, "f"))->rule, 4); /* the fifth row of Ties */
    /* in order: the employer's (1), then 0.75 by id, the rule's (0), then who is free */
    assert_int_equal(found.voices[0].actor, row_of(map, "o"));
    assert_int_equal(found.voices[1].actor, row_of(map, "k"));
    assert_int_equal(found.voices[2].actor, row_of(map, "m"));
    assert_int_equal(found.voices[3].actor, row_of(map, "p"));
    assert_int_equal(found.voices[4].actor, row_of(map, "w"));
    assert_int_equal(found.voices[5].actor, row_of(map, "f"));
    assert_int_equal(found.voices[6].actor, row_of(map, "fund"));
    assert_int_equal(found.voices[7].actor, row_of(map, "pat"));
    assert_int_equal(found.stands[row_of(map, "shop")], SV_STANDS_AGAINST);
    assert_int_equal(found.stands[row_of(map, "z")], 0); /* neither */
    sv_exposure_clear(&found);
    sv_map_free(map);
}

static void without_an_issue_each_counts_by_itself(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_exposure found;
    (void)state;
    assert_int_equal(sv_exposure_find(map, SV_NO_ROW, 0, &found, NULL), SV_OK);
    assert_int_equal(found.n, 10); /* q and the shop besides, for the road */
    /* q is for the road, and so is the shop: of w's money only the town's binds, though the shop is against the square */
    assert_voice(map, &found, "q", SV_BOND_MUNICIPALITY, "w", "town", 0.75);
    assert_voice(map, &found, "w", SV_BOND_MUNICIPALITY | SV_BOND_OPPONENT, "w", "town", 0.75); /* what binds it on the square stays */
    assert_voice(map, &found, "shop", 0, NULL, NULL, NAN);
    assert_int_equal(found.stands[row_of(map, "shop")], SV_STANDS_FOR | SV_STANDS_AGAINST);
    assert_near(voice_of(&found, row_of(map, "shop"))->stance, 3);
    sv_exposure_clear(&found);
    sv_map_free(map);
}

static void money_of_another_day_does_not_bind(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\ntown;Town;municipality\nw;Welfare;welfare\np;Pia;professional\n"
                         "= Ties\nfrom;to;kind;amount;until\ntown;w;funds;300;2025-12-31\n"
                         "= Memberships\nwho;of;since\np;w;2025-06-01\n"
                         "= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\np;i;1\n",
                         NULL);
    sv_exposure found;
    (void)state;
    static const struct {
        int day;
        size_t bound;
    } days[] = {{20250101, 0}, {20250701, 1}, {20260101, 0}, {0, 1}}; /* before Pia came; while she was paid so; after the grant */
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(sv_exposure_find(map, 0, days[i].day, &found, NULL), SV_OK);
        assert_int_equal(found.n, 1);
        assert_int_equal(found.bound, days[i].bound);
        sv_exposure_clear(&found);
    }
    sv_map_free(map);
}

static void nothing_known_is_nobody(void **state)
{
    static const char *const maps[] = {"= Actors\nid;name\n", "= Actors\nid;name\na;A\n",
                                       "= Actors\nid;name\na;A\n= Issues\nid;title\ni;I\n"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sv_map *map = map_of(maps[i], NULL);
        sv_exposure found;
        char *text;
        size_t length;
        assert_int_equal(sv_exposure_find(map, SV_NO_ROW, 0, &found, NULL), SV_OK);
        assert_int_equal(found.n, 0);
        assert_int_equal(sv_report_exposure(map, &found, &(sv_answer_options){0}, &text, &length, NULL), SV_OK);
        assert_non_null(strstr(text, "Of nobody outside politics is it known"));
        free(text);
        sv_exposure_clear(&found);
        sv_map_free(map);
    }
}

static sv_status tell(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(town, NULL);
    sv_exposure found = {0};
    char *text = NULL;
    size_t length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_exposure_find(map, SV_NO_ROW, 0, &found, NULL);
    if (status == SV_OK)
        status =
            sv_report_exposure(map, &found, &(sv_answer_options){.format = SV_REPORT_JSON, .language = SV_DUTCH}, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_exposure_clear(&found);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_employers_and_rules_bind),
        cmocka_unit_test(without_an_issue_each_counts_by_itself),
        cmocka_unit_test(money_of_another_day_does_not_bind),
        cmocka_unit_test(nothing_known_is_nobody),
        TORTURE_MEMORY(tell),
    };
    return cmocka_run_group_tests_name("exposure", tests, NULL, NULL);
}

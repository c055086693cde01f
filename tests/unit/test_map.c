/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map: actors and issues found by id and name, and the checked view beside the cells. */
#include <speelveld/model.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "support.h"

static void an_empty_map_is_a_map(void **state)
{
    sv_map *map = sv_map_new();
    sv_problems problems;
    (void)state;
    sv_problems_init(&problems);
    for (int i = 0; i < SV_SHEETS; i++)
        assert_int_equal(sv_map_rows(map, (sv_sheet)i), 0);
    assert_string_equal(sv_map_title(map), "");
    assert_int_equal(sv_map_check(map, &problems, NULL), SV_OK);
    assert_int_equal(faults(&problems, SV_E_NO_ACTORS), 1);
    assert_int_equal(sv_map_find_actor(map, "wie"), SV_NO_ROW);
    assert_int_equal(sv_map_find_issue(map, ""), SV_NO_ROW);
    sv_problems_clear(&problems);
    sv_map_free(map);
    sv_map_free(NULL);
}

static void actors_are_found_by_id_and_name(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\nzoe;Zo\xC3\xAB \xC3\x9Cnal\njan;Piet Smit\npiet;Jan\nk1;Kim Bos\nk2;kim bos\n"
                         "= Issues\nid;title\nplein;Het plein\nweg;De weg\n", NULL);
    (void)state;
    assert_int_equal(sv_map_find_actor(map, "zoe"), 0);
    assert_int_equal(sv_map_find_actor(map, "Zo\xC3\xAB \xC3\x9Cnal"), 0);
    assert_int_equal(sv_map_find_actor(map, "ZOE UNAL"), 0);
    assert_int_equal(sv_map_find_actor(map, "jan"), 1);  /* an id goes before a name */
    assert_int_equal(sv_map_find_actor(map, "Jan"), 2);  /* and is taken by the letter */
    assert_int_equal(sv_map_find_actor(map, "k2"), 4);
    assert_int_equal(sv_map_find_actor(map, "Kim Bos"), SV_NO_ROW); /* two of them */
    assert_int_equal(sv_map_find_actor(map, "niemand"), SV_NO_ROW);
    assert_int_equal(sv_map_find_actor(map, ""), SV_NO_ROW);
    assert_int_equal(sv_map_find_issue(map, "weg"), 1);
    assert_int_equal(sv_map_find_issue(map, "HET PLEIN"), 0);
    assert_int_equal(sv_map_find_issue(map, "Het park"), SV_NO_ROW);
    sv_map_free(map);
}

static void the_view_fills_in_what_is_not_said(void **state)
{
    sv_map *map = map_of("= Map\ntitle\nOns dorp\n= Actors\nid;name;kind;own\na;Anna;raadslid;ja\nb;Bob;;nee\nc;Cas;;\n"
                         "= Ties\nfrom;to;kind;strength;direction;certainty;since;until;weight\na;b;;;;;;;\nb;c;informs;;;;;;\n"
                         "c;a;informs;4;both;0,5;1-1-2025;31-12-2025;7,5\na;c;opposes;;;;;;\nb;a;informs;;back;;;;\n"
                         "= Memberships\nwho;of;since;until\na;b;1-2-2020;\n"
                         "= Issues\nid;title\ni;Het plein\n= Positions\nactor;issue;position;salience;certainty;date\na;i;voor;;;\nb;i;onbekend;3;0,25;1-3-2026\nc;i;;;;\n", NULL);
    const sv_tie *tie = sv_map_tie(map, 0);
    const sv_position *position = sv_map_position(map, 0);
    (void)state;
    assert_string_equal(sv_map_title(map), "Ons dorp");
    assert_string_equal(sv_map_actor(map, 0)->kind->id, "council_member");
    assert_true(sv_map_actor(map, 0)->own && !sv_map_actor(map, 1)->own && !sv_map_actor(map, 2)->own);
    /* knows: strength 2, both ways; certainty 1; at any time */
    assert_true(tie->strength == 2 && tie->certainty == 1 && isnan(tie->weight) && tie->direction == SV_BOTH && !tie->since && !tie->until);
    assert_true(tie[1].strength == 2 && tie[1].direction == SV_FORWARD);
    assert_true(tie[2].strength == 4 && tie[2].certainty == 0.5 && tie[2].weight == 7.5 && tie[2].direction == SV_BOTH);
    assert_true(tie[2].since == 20250101 && tie[2].until == 20251231 && tie[2].from == 2 && tie[2].to == 0);
    assert_true(isnan(tie[3].strength));
    assert_true(tie[4].direction == SV_BACK);
    assert_true(sv_map_membership(map, 0)->who == 0 && sv_map_membership(map, 0)->of == 1 && sv_map_membership(map, 0)->since == 20200201);
    assert_true(position->value == 2 && position->salience == 1 && position->certainty == 1 && position->date == 0);
    assert_true(isnan(position[1].value) && position[1].salience == 3 && position[1].certainty == 0.25 && position[1].date == 20260301);
    assert_true(isnan(position[2].value)); /* nothing said is unknown, not neutral */
    sv_map_free(map);
}

/* Without a day everything holds; on a day what began then or before and did not end before then. Both days are in. */
static void dates_hold_from_their_first_to_their_last_day(void **state)
{
    (void)state;
    assert_true(sv_dates_hold(20260301, 20260331, 0));
    assert_false(sv_dates_hold(20260301, 20260331, 20260228));
    assert_true(sv_dates_hold(20260301, 20260331, 20260301));
    assert_true(sv_dates_hold(20260301, 20260331, 20260331));
    assert_false(sv_dates_hold(20260301, 20260331, 20260401));
    assert_true(sv_dates_hold(0, 20260331, 19000101));
    assert_true(sv_dates_hold(20260301, 0, 29991231));
    assert_true(sv_dates_hold(0, 0, 20260301));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_is_a_map),
        cmocka_unit_test(actors_are_found_by_id_and_name),
        cmocka_unit_test(the_view_fills_in_what_is_not_said),
        cmocka_unit_test(dates_hold_from_their_first_to_their_last_day),
    };
    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}

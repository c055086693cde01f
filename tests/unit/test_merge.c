/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two colleagues' maps into one, case by case; test_merge_halves.c does it at length. All people are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "merging.h"
#include "reading.h"
#include "support.h"

/* ---- Who is who ---- */

/* The same id, another name and another kind: somebody else, who gets an id that neither map has. */
static void test_id_clash(void **state)
{
    merging m = merge_texts("= Actors\nid;name;kind\nbakker;Anna Bakker;resident\n",
                            "= Actors\nid;name;kind\nbakker;Bakker en Zonen;business\nbakker-2;Joop Bakker;resident\n"
                            "= Ties\nfrom;to;kind\nbakker;Joop Bakker;knows\n",
                            SV_CHOOSE_NONE);
    const sv_difference *one = only_difference(&m, SV_E_ID_CLASH);
    (void)state;
    assert_int_equal(m.differences.n, 1);
    assert_string_equal(one->a, "Anna Bakker");
    assert_string_equal(one->b, "Bakker en Zonen (bakker-3)");
    assert_int_equal(sv_map_rows(m.map, SV_ACTORS), 3);
    expect_merged(&m, SV_ACTORS, 1, SV_ACTOR_ID, "bakker-3");
    expect_merged(&m, SV_TIES, 0, SV_TIE_FROM, "bakker-3");
    expect_merged(&m, SV_TIES, 0, SV_TIE_TO, "Joop Bakker");
    assert_int_equal(sv_map_tie(m.map, 0)->from, 1);
    assert_int_equal(sv_map_tie(m.map, 0)->to, 2);
    clear_merging(&m);
}

/* One id and kind with two names is one actor only if the user says so; it is told with a code of its own. */
static void test_name_differs(void **state)
{
    const char *a = "= Actors\nid;name;kind\nbakker;Anna Bakker;resident\nx;Piet;resident\n= Ties\nfrom;to\nAnna Bakker;x\n";
    const char *b = "= Actors\nid;name;kind\nbakker;Anna de Vries;resident\n";
    merging m = merge_texts(a, b, SV_CHOOSE_NONE);
    (void)state;
    assert_null(m.map);
    assert_true(only_difference(&m, SV_E_NAME_DIFFERS)->open);
    clear_merging(&m);
    m = merge_texts(a, b, SV_CHOOSE_B); /* whoever called her by the old name now calls her by the id */
    expect_merged(&m, SV_ACTORS, 0, SV_ACTOR_NAME, "Anna de Vries");
    expect_merged(&m, SV_TIES, 0, SV_TIE_FROM, "bakker");
    assert_true(sv_map_usable(m.map, SV_TIES, 0));
    clear_merging(&m);
}

/* Of two maps that each have one Jan Bakker who is a resident, it is one; two in one map are left apart. */
static void test_names(void **state)
{
    merging m = merge_texts("= Actors\nid;name;kind\na1;Jan Bakker;resident\n= Ties\nfrom;to\n",
                            "= Actors\nid;name;kind\nb1;jan bakker;resident\nb2;Kees;resident\n= Ties\nfrom;to\njan bakker;b2\nb1;Kees\n",
                            SV_CHOOSE_A);
    (void)state;
    assert_int_equal(sv_map_rows(m.map, SV_ACTORS), 2);
    assert_int_equal(count_differences(&m, SV_E_SAME_NAME_JOINED), 1);
    assert_int_equal(count_differences(&m, SV_E_CELL_DIFFERS), 1); /* the spelling of the name */
    expect_merged(&m, SV_TIES, 0, SV_TIE_FROM, "jan bakker");
    expect_merged(&m, SV_TIES, 1, SV_TIE_FROM, "a1");
    clear_merging(&m);
    m = merge_texts("= Actors\nid;name;kind\na1;Jan Bakker;resident\nt;Tineke;resident\n= Ties\nfrom;to\nJan Bakker;t\n",
                    "= Actors\nid;name;kind\nb1;Jan Bakker;resident\nb2;Jan Bakker;resident\n", SV_CHOOSE_NONE);
    assert_int_equal(sv_map_rows(m.map, SV_ACTORS), 4);
    expect_merged(&m, SV_TIES, 0, SV_TIE_FROM, "a1"); /* the name alone would now mean three people */
    clear_merging(&m);
}

static void test_issues(void **state)
{
    const char *actors = "= Actors\nid;name\nx;Piet\n";
    char a[400], b[400];
    merging m;
    (void)state;
    snprintf(a, sizeof a, "%s= Issues\nid;title;ask\nlinde;Open avonden;Geld\n= Positions\nactor;issue;position\nx;linde;2\n", actors);
    snprintf(b, sizeof b,
             "%s= Issues\nid;title;goal\navond;open avonden;Samen eten\n= Positions\nactor;issue;position;date\nx;avond;2;2026-09-01\n",
             actors);
    m = merge_texts(a, b, SV_CHOOSE_A);
    assert_int_equal(sv_map_rows(m.map, SV_ISSUES), 1);
    expect_merged(&m, SV_ISSUES, 0, SV_ISSUE_ASK, "Geld");
    expect_merged(&m, SV_ISSUES, 0, SV_ISSUE_GOAL, "Samen eten");
    assert_int_equal(sv_map_rows(m.map, SV_POSITIONS), 1); /* the second only adds a date */
    expect_merged(&m, SV_POSITIONS, 0, SV_POSITION_DATE, "2026-09-01");
    expect_merged(&m, SV_POSITIONS, 0, SV_POSITION_ISSUE, "linde");
    clear_merging(&m);
}

/* ---- Rows ---- */

#define THREE "= Actors\nid;name;kind\nx;Piet;resident\ny;Joke;resident\nz;Kees;resident\n"

/* The same tie in two strengths, and nobody named: both stay, each as told by the colleague whose map it is. */
static void test_told_apart(void **state)
{
    const char *a = THREE "= Ties\nfrom;to;kind;strength\nx;y;knows;2\ny;z;knows;3\n";
    const char *b = THREE "= Ties\nfrom;to;kind;strength\ny;x;knows;4\ny;z;knows;3\n";
    merging m = merge_texts(a, b, SV_CHOOSE_NONE), again;
    sv_map *right = map_of(b, NULL);
    char *first, *second;
    (void)state;
    assert_int_equal(m.differences.n, 1);
    assert_string_equal(only_difference(&m, SV_E_TOLD_APART)->a, "anna");
    assert_int_equal(sv_map_rows(m.map, SV_TIES), 3);
    expect_merged(&m, SV_TIES, 0, SV_TIE_INFORMANT, "anna");
    expect_merged(&m, SV_TIES, 0, SV_TIE_STRENGTH, "2");
    expect_merged(&m, SV_TIES, 1, SV_TIE_INFORMANT, "");
    expect_merged(&m, SV_TIES, 2, SV_TIE_INFORMANT, "bram");
    expect_merged(&m, SV_TIES, 2, SV_TIE_STRENGTH, "4");
    again = merge_maps(m.map, right, SV_CHOOSE_NONE); /* Bram's map once more changes nothing */
    first = map_as_json(m.map);
    second = map_as_json(again.map);
    assert_string_equal(first, second);
    free(first);
    free(second);
    clear_merging(&again);
    clear_merging(&m);
    sv_map_free(right);
}

/* The same informant cannot have said two things at once: that is a difference. On another day it is not. */
static void test_one_informant(void **state)
{
    const char *head = THREE "= Issues\nid;title\nq;Vraag\n";
    char a[500], b[500];
    merging m;
    (void)state;
    snprintf(a, sizeof a, "%s= Positions\nactor;issue;position;informant;date\nx;q;2;y;2026-01-01\nz;q;1;y;2026-01-01\n", head);
    snprintf(b, sizeof b, "%s= Positions\nactor;issue;position;informant;date\nx;q;-1;Joke;2026-01-01\nz;q;3;y;2026-02-01\n", head);
    m = merge_texts(a, b, SV_CHOOSE_NONE);
    assert_null(m.map);
    assert_string_equal(only_difference(&m, SV_E_CELL_DIFFERS)->about, "Piet – Vraag");
    clear_merging(&m);
    m = merge_texts(a, b, SV_CHOOSE_B);
    assert_int_equal(sv_map_rows(m.map, SV_POSITIONS), 3);
    expect_merged(&m, SV_POSITIONS, 0, SV_POSITION_VALUE, "-1");
    expect_merged(&m, SV_POSITIONS, 1, SV_POSITION_VALUE, "1");
    expect_merged(&m, SV_POSITIONS, 2, SV_POSITION_VALUE, "3");
    clear_merging(&m);
}

/* What both have in full stands there once; what only says more is one row; another role is another row. */
static void test_same_rows(void **state)
{
    merging m = merge_texts(THREE "= Memberships\nwho;of;role;since\nx;z;lid;\ny;z;lid;\n= Signals\ndate;theme;count\n2026-01-01;wonen;3\n",
                            THREE "= Memberships\nwho;of;role;since\nx;z;lid;2020-01-01\ny;z;voorzitter;\n"
                                  "= Signals\ndate;theme;count\n2026-01-01;wonen;3\n2026-01-01;wonen;4\n"
                                  "= Contacts\ndate;actor;by\n2026-02-01;Piet;y\n",
                            SV_CHOOSE_NONE);
    (void)state;
    assert_int_equal(m.differences.n, 0);
    assert_int_equal(sv_map_rows(m.map, SV_MEMBERSHIPS), 3);
    expect_merged(&m, SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_SINCE, "2020-01-01");
    assert_int_equal(sv_map_rows(m.map, SV_SIGNALS), 2);
    assert_int_equal(sv_map_rows(m.map, SV_CONTACTS), 1);
    clear_merging(&m);
}

/* References inside lists follow: who is excepted, who speaks for a group, who was there. */
static void test_lists(void **state)
{
    merging m = merge_texts(THREE "= Events\ndate;title;attendees\n2026-03-01;Maaltijd;x|y\n",
                            "= Actors\nid;name;kind\np;Piet;resident\nj;Joke;resident\nn;Nieuw;organisation\n"
                            "= Ties\nfrom;to;kind;except\nn;p;may_not_contact;j|n\n"
                            "= Groups\ngroup;seats;spokespersons\nLokaal;3;wonen:p|zorg:j\n"
                            "= Events\ndate;title;attendees\n2026-03-01;maaltijd;j|p\n",
                            SV_CHOOSE_A);
    (void)state;
    expect_merged(&m, SV_TIES, 0, SV_TIE_EXCEPT, "y|n");
    expect_merged(&m, SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS, "wonen:x|zorg:y");
    assert_int_equal(sv_map_rows(m.map, SV_EVENTS), 1);            /* the same people in another order */
    assert_int_equal(count_differences(&m, SV_E_CELL_DIFFERS), 1); /* Maaltijd, maaltijd */
    assert_int_equal(count_differences(&m, SV_E_SAME_NAME_JOINED), 2);
    clear_merging(&m);
}

/* No row is ever shown to more people than in either map, whoever is preferred. Empty is for the team. */
static void test_visibility(void **state)
{
    const char *a = "= Actors\nid;name;visibility\nx;Piet;public\ny;Joke;private\nz;Kees;team\n";
    const char *b = "= Actors\nid;name;visibility;role\nx;Piet;;lid\ny;Joke;public;lid\nz;Kees;;lid\n";
    (void)state;
    for (int prefer = SV_CHOOSE_NONE; prefer <= SV_CHOOSE_B; prefer++) {
        merging m = merge_texts(a, b, (sv_choice)prefer);
        assert_int_equal(m.differences.n, 2);
        assert_int_equal(count_differences(&m, SV_E_VISIBILITY_DIFFERS), 2);
        expect_merged(&m, SV_ACTORS, 0, SV_ACTOR_VISIBILITY, "team");
        expect_merged(&m, SV_ACTORS, 1, SV_ACTOR_VISIBILITY, "private");
        expect_merged(&m, SV_ACTORS, 2, SV_ACTOR_VISIBILITY, "team");
        clear_merging(&m);
    }
}

/* ---- Everything else that is in a map ---- */

/* What the map says about itself is A's, said but not asked; preferring B takes B's. */
static void test_about(void **state)
{
    const char *a = "= Map\ntitle;note\nKaart van Anna;\n" THREE, *b = "= Map\ntitle;note\nKaart van Bram;Let op\n" THREE;
    merging m = merge_texts(a, b, SV_CHOOSE_NONE);
    (void)state;
    assert_int_equal(m.differences.n, 1);
    assert_int_equal(m.differences.open, 0);
    assert_int_equal(m.differences.items[0].chosen, SV_CHOOSE_A);
    assert_string_equal(sv_map_title(m.map), "Kaart van Anna");
    expect_merged(&m, SV_ABOUT, 0, SV_ABOUT_NOTE, "Let op");
    clear_merging(&m);
    m = merge_texts(a, b, SV_CHOOSE_B);
    assert_string_equal(sv_map_title(m.map), "Kaart van Bram");
    clear_merging(&m);
}

/* The user's own columns and sheets, also those that only a JSON file can hold. */
static void test_own_columns_and_sheets(void **state)
{
    reading a = read_text("a.json", "{\"actors\": [{\"id\": \"x\", \"name\": \"Piet\", \"fiets\": \"ja\", \"maat\": [1, 2]}],"
                                    " \"lijst\": [{\"wat\": \"stoel\"}, {\"wat\": \"tafel\"}], \"los\": {\"a\": 1}, \"zelfde\": [1, 2]}");
    reading b = read_text(
        "b.json",
        "{\"actors\": [{\"id\": \"x\", \"name\": \"Piet\", \"auto\": \"nee\", \"maat\": [1, 3]}, {\"id\": \"y\", \"name\": \"Joke\","
        " \"auto\": {\"kleur\": \"rood\"}}], \"lijst\": [{\"wat\": \"tafel\"}, {\"wat\": \"kast\", \"hoe\": \"vol\"}],"
        " \"los\": {\"a\": 2}, \"zelfde\": [1, 2], \"nieuw\": [{\"k\": \"v\"}]}");
    merging m = merge_maps(a.map, b.map, SV_CHOOSE_B);
    char *json = map_as_json(m.map);
    (void)state;
    assert_non_null(strstr(json, "\"fiets\": \"ja\""));
    assert_non_null(strstr(json, "\"auto\": \"nee\""));
    assert_non_null(strstr(json, "\"auto\": {\"kleur\": \"rood\"}"));
    assert_non_null(strstr(json, "\"maat\": [1, 3]"));
    assert_non_null(strstr(json, "{\"wat\": \"stoel\"},\n  {\"wat\": \"tafel\"},\n  {\"wat\": \"kast\", \"hoe\": \"vol\"}"));
    assert_non_null(strstr(json, "\"los\": {\"a\": 1}"));
    assert_non_null(strstr(json, "\"los 2\": {\"a\": 2}"));
    assert_non_null(strstr(json, "\"zelfde\": [1, 2]"));
    assert_null(strstr(json, "zelfde 2"));
    assert_non_null(strstr(json, "\"nieuw\": ["));
    assert_int_equal(count_differences(&m, SV_E_CELL_DIFFERS), 1);
    assert_string_equal(only_difference(&m, SV_E_SHEET_RENAMED)->b, "los 2");
    free(json);
    clear_merging(&m);
    clear_reading(&a);
    clear_reading(&b);
}

/* A row that cannot be used is kept as it stands, and still cannot. */
static void test_faulty_rows(void **state)
{
    merging m = merge_texts(THREE "= Ties\nfrom;to;strength\nx;niemand;2\n", THREE "= Ties\nfrom;to;strength\nx;y;veel\n", SV_CHOOSE_NONE);
    (void)state;
    assert_int_equal(sv_map_rows(m.map, SV_TIES), 2);
    expect_merged(&m, SV_TIES, 0, SV_TIE_TO, "niemand");
    expect_merged(&m, SV_TIES, 1, SV_TIE_STRENGTH, "veel");
    assert_false(sv_map_usable(m.map, SV_TIES, 0));
    assert_false(sv_map_usable(m.map, SV_TIES, 1));
    clear_merging(&m);
}

/* Three colleagues who do not contradict each other: any order gives the same rows. */
static void test_three(void **state)
{
    sv_map *maps[3];
    char *made[2];
    (void)state;
    maps[0] = map_of(THREE "= Ties\nfrom;to;kind\nx;y;knows\n", NULL);
    maps[1] = map_of(
        "= Actors\nid;name;kind;role\nx;Piet;resident;lid\nq;Quirine;resident;\n= Ties\nfrom;to;kind;strength\ny;x;knows;3\nq;x;informs;2\n"
        "= Actors\nid;name;kind\ny;Joke;resident\n",
        NULL);
    maps[2] = map_of("= Actors\nid;name;kind;trust\nz;Kees;resident;-2\nq;Quirine;resident;1\n= Ties\nfrom;to;kind\nz;q;opposes\n", NULL);
    for (int i = 0; i < 2; i++) {
        merging one = merge_maps(maps[i], maps[i + 1], SV_CHOOSE_NONE), all;
        all = i == 0 ? merge_maps(one.map, maps[2], SV_CHOOSE_NONE) : merge_maps(maps[0], one.map, SV_CHOOSE_NONE);
        assert_int_equal(one.differences.n + all.differences.n, 0);
        made[i] = sorted_json(all.map);
        clear_merging(&one);
        clear_merging(&all);
    }
    assert_string_equal(made[0], made[1]);
    for (int i = 0; i < 3; i++)
        sv_map_free(maps[i]);
    free(made[0]);
    free(made[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_id_clash),
        cmocka_unit_test(test_name_differs),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_issues),
        cmocka_unit_test(test_told_apart),
        cmocka_unit_test(test_one_informant),
        cmocka_unit_test(test_same_rows),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_visibility),
        cmocka_unit_test(test_about),
        cmocka_unit_test(test_own_columns_and_sheets),
        cmocka_unit_test(test_faulty_rows),
        cmocka_unit_test(test_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

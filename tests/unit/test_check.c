/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The check: every fault has its place and remedy and costs its own row only; ids are made from names and stay. */
#include <speelveld/model.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

static sv_problems problems;

static int begin(void **state)
{
    (void)state;
    sv_problems_init(&problems);
    return 0;
}

static int end(void **state)
{
    (void)state;
    sv_problems_clear(&problems);
    return 0;
}

/* The first fault with this code stands there, was this, and told to write that. */
static void assert_fault(sv_code code, const char *sheet, uint64_t row, const char *column, const char *found, const char *expected)
{
    const sv_error *fault = first_fault(&problems, code);
    if (!fault)
        fail_msg("%s is not reported", sv_code_id(code));
    assert_string_equal(fault->place.sheet, sheet);
    assert_int_equal(fault->place.row, row);
    assert_string_equal(fault->place.column, column);
    assert_string_equal(fault->found, found);
    assert_string_equal(fault->expected, expected);
}

static void ids_are_made_from_names(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\n;Jan Kroes\njan-kroes-2;Piet\n;Jan Kroes\n;jan kroes\n;!?\n;Zo\xC3\xAB\n= Issues\ntitle\nHet plein\nHet plein!\n", &problems);
    static const char *const wanted[] = {"jan-kroes", "jan-kroes-2", "jan-kroes-3", "jan-kroes-4", "actor-5", "zoe"};
    (void)state;
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(sv_map_actor(map, i)->id, wanted[i]);
    assert_string_equal(sv_map_cell(map, SV_ACTORS, 0, SV_ACTOR_ID), "jan-kroes"); /* shown, so that people can use it */
    assert_string_equal(sv_map_cell(map, SV_ISSUES, 0, SV_ISSUE_ID), "het-plein");
    assert_string_equal(sv_map_cell(map, SV_ISSUES, 1, SV_ISSUE_ID), "het-plein-2");
    /* the same to the letter is worth a look: rows 2 and 4; "jan kroes" is not */
    assert_int_equal(faults(&problems, SV_E_NAME_TWICE), 1);
    assert_fault(SV_E_NAME_TWICE, "Actors", 4, "name", "Jan Kroes", "jan-kroes-3");
    assert_int_equal(problems.errors, 0);
    sv_map_free(map);
}

/* Checking again gives the same map and the same faults; a name that is given an id keeps it when rows are added before the next check. */
static void checking_again_changes_nothing(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\n;Jan Kroes;\n;Jan Kroes;\nx;;\nx;Dubbel;\n= Ties\nfrom;to\nJan Kroes;x\njan-kroes;x\nx;x\n", &problems);
    sv_problems again;
    (void)state;
    sv_problems_init(&again);
    assert_int_equal(sv_map_check(map, &again, NULL), SV_OK);
    assert_int_equal(again.errors, problems.errors);
    assert_int_equal(again.warnings, problems.warnings);
    for (size_t i = 0; i < again.n; i++) {
        assert_int_equal(again.items[i].code, problems.items[i].code);
        assert_string_equal(again.items[i].found, problems.items[i].found);
        assert_int_equal(again.items[i].place.row, problems.items[i].place.row);
    }
    assert_string_equal(sv_map_actor(map, 1)->id, "jan-kroes-2");
    sv_problems_clear(&again);
    sv_map_free(map);
}

static void empty_cells_and_ids_that_are_taken(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\na;Bob\n;\n= Ties\nfrom;to\na;\n= Groups\ngroup;seats\nGroen;3\nGroen;4\nRood;\n", &problems);
    (void)state;
    assert_fault(SV_E_ID_TWICE, "Actors", 3, "id", "a", "2");
    assert_int_equal(faults(&problems, SV_E_REQUIRED), 3); /* a name, an end of a tie, seats */
    assert_fault(SV_E_REQUIRED, "Actors", 4, "name", "", "");
    assert_fault(SV_E_GROUP_TWICE, "Groups", 3, "group", "Groen", "2");
    assert_true(sv_map_usable(map, SV_ACTORS, 0) && !sv_map_usable(map, SV_ACTORS, 1) && !sv_map_usable(map, SV_ACTORS, 2));
    assert_false(sv_map_tie(map, 0)->usable);
    assert_true(sv_map_usable(map, SV_GROUPS, 0) && !sv_map_usable(map, SV_GROUPS, 1) && !sv_map_usable(map, SV_GROUPS, 2));
    assert_int_equal(sv_map_find_actor(map, "a"), 0); /* the first one stands */
    sv_map_free(map);
}

static void unknown_names_get_a_suggestion(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\nf;Fatima el Idrissi\nb;Bo\n= Ties\nfrom;to\nFatma el Idrisi;b\nb;Gerrit\nb;Bx\n"
                         "= Issues\ntitle\nHet plein\n= Positions\nactor;issue\nb;Het pleim\nb;park\n", &problems);
    (void)state;
    /* two letters off in fifteen; what is further off, or as short as it is off, is not guessed at */
    assert_fault(SV_E_ACTOR_UNKNOWN, "Ties", 2, "from", "Fatma el Idrisi", " (\"Fatima el Idrissi\"?)");
    assert_int_equal(faults(&problems, SV_E_ACTOR_UNKNOWN), 3);
    for (size_t i = 0; i < problems.n; i++)
        if (problems.items[i].code == SV_E_ACTOR_UNKNOWN && problems.items[i].place.row > 2)
            assert_string_equal(problems.items[i].expected, "");
    assert_fault(SV_E_ISSUE_UNKNOWN, "Positions", 2, "issue", "Het pleim", " (\"Het plein\"?)");
    assert_false(sv_map_tie(map, 0)->usable);
    assert_int_equal(sv_map_tie(map, 0)->from, SV_NO_ROW);
    assert_false(sv_map_position(map, 0)->usable);
    sv_map_free(map);
}

static void names_of_several_list_the_candidates(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\nk1;Kim Bos;resident\nk2;Kim Bos;council_member\nk3;KIM BOS;\nx;Xandra;\n= Ties\nfrom;to\nkim bos;x\nk2;x\n", &problems);
    (void)state;
    assert_fault(SV_E_ACTOR_AMBIGUOUS, "Ties", 2, "from", "kim bos", "k1, k2, k3");
    assert_int_equal(faults(&problems, SV_E_NAME_TWICE), 0); /* of another kind, so probably others */
    assert_false(sv_map_tie(map, 0)->usable);
    assert_true(sv_map_tie(map, 1)->usable);
    sv_map_free(map);
}

/* A row that names a faulty one cannot be used either, and says whose row must be mended. */
static void rows_depend_on_the_rows_they_name(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;power\na;Anna;9\nb;Bob;\nc;Cas;\n= Ties\nfrom;to;except\na;b;\nb;c;\nb;c;a\n"
                         "= Memberships\nwho;of\na;b\n= Issues\nid;title;decision_date\ni;Het plein;ooit\n= Positions\nactor;issue\nb;i\n"
                         "= Groups\ngroup;seats;spokespersons\nGroen;3;zorg:a\n= Events\ndate;title;attendees\n1-1-2026;Borrel;b|a\n", &problems);
    (void)state;
    assert_int_equal(faults(&problems, SV_E_NUMBER_RANGE), 1);
    assert_int_equal(faults(&problems, SV_E_DATE), 1);
    assert_int_equal(faults(&problems, SV_E_ROW_DEPENDS), 6);
    assert_fault(SV_E_ROW_DEPENDS, "Ties", 2, "from", "a", "");
    assert_false(sv_map_tie(map, 0)->usable);
    assert_true(sv_map_tie(map, 1)->usable);
    assert_false(sv_map_tie(map, 2)->usable);
    assert_false(sv_map_membership(map, 0)->usable);
    assert_false(sv_map_position(map, 0)->usable);
    assert_false(sv_map_usable(map, SV_GROUPS, 0));
    assert_false(sv_map_usable(map, SV_EVENTS, 0));
    assert_true(sv_map_actor(map, 1)->usable);
    sv_map_free(map);
}

static void ties_with_oneself_are_worth_a_look(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\nb;Bob\n= Ties\nfrom;to\na;Anna\na;b\n", &problems);
    (void)state;
    assert_fault(SV_E_TIE_SELF, "Ties", 2, "to", "Anna", "");
    assert_int_equal(problems.errors, 0);
    assert_true(sv_map_tie(map, 0)->usable);
    sv_map_free(map);
}

static void free_text_for_an_organisation_is_fine(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;organisation\na;Anna;Woningstichting Elders\n= Ties\nfrom;to;informant\n"
                         "= Issues\ntitle\nHet plein\n= Positions\nactor;issue;informant\na;Het plein;een buurvrouw\n", &problems);
    (void)state;
    assert_int_equal(problems.n, 0);
    assert_true(sv_map_position(map, 0)->usable);
    sv_map_free(map);
}

enum { wrong_rows = 3000 };

/* Thousands of wrong names in a map of thousands of actors are all found, without a search for what comes close for each. */
static void many_faults_stay_quick(void **state)
{
    sv_text text = {0};
    sv_map *map;
    (void)state;
    sv_text_add(&text, "= Actors\nname\n");
    for (int i = 0; i < wrong_rows; i++)
        sv_text_addf(&text, "Actor nummer %d\n", i);
    sv_text_add(&text, "= Issues\ntitle\n");
    for (int i = 0; i < wrong_rows; i++)
        sv_text_addf(&text, "Vraag nummer %d\n", i);
    sv_text_add(&text, "= Positions\nactor;issue\n");
    for (int i = 0; i < wrong_rows; i++)
        sv_text_addf(&text, "Actoor nummer %d;Vraagje nummer %d\n", i, i);
    map = map_of(text.bytes, &problems);
    assert_int_equal(faults(&problems, SV_E_ACTOR_UNKNOWN), wrong_rows);
    assert_int_equal(faults(&problems, SV_E_ISSUE_UNKNOWN), wrong_rows);
    assert_string_equal(first_fault(&problems, SV_E_ACTOR_UNKNOWN)->expected, " (\"Actor nummer 0\"?)");
    sv_map_free(map);
    sv_text_clear(&text);
}

#define CHECK(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHECK(ids_are_made_from_names),           CHECK(checking_again_changes_nothing),     CHECK(empty_cells_and_ids_that_are_taken),
        CHECK(unknown_names_get_a_suggestion),    CHECK(names_of_several_list_the_candidates), CHECK(rows_depend_on_the_rows_they_name),
        CHECK(ties_with_oneself_are_worth_a_look), CHECK(free_text_for_an_organisation_is_fine), CHECK(many_faults_stay_quick),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}

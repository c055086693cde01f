/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Privacy: what is held on people, counted by hand, and all that is held on one, from every sheet. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "model/table.h"
#include "support.h"

static const char people[] = "= Actors\nid;name;kind;party;group;visibility;source;legal_basis;updated;keep_until;note\n"
                             "ann;Ann Post;resident;;;team;gesprek;toestemming;2026-05-01;2026-09-30;\n"
                             "bo;Bo Vos;volunteer;Lijst 1;;private;;;;;Vriend van Ann Post.\n"
                             "cas;Cas Kok;council_member;Lijst 1;Lijst 1;public;site;openbaar ambt;2026-05-01;;\n"
                             "kerk;De Kerk;faith;;;;;;;;\n"
                             "lijst;Lijst 1;party;;;;;;;;\n"
                             "wie;Wie Weet;;;;;;;;;\n"
                             "dan;Dan Smal;manager;;;;site;;2026-05-01;2026-10-01;Post zei niets, Ann Postma ook niet\n"
                             "= Ties\nfrom;to;kind;informant;except;visibility\nann;bo;knows;;;private\ncas;dan;knows;Ann "
                             "Post;;\nkerk;cas;may_not_contact;;ann|bo;\n"
                             "= Memberships\nwho;of;source\nann;kerk;\ncas;kerk;\nbo;lijst;lijst\nann;lijst;\n"
                             "= Issues\nid;title\nplein;Het plein van Ann Post\n"
                             "= "
                             "Positions\nactor;issue;position;date;source;legal_basis;visibility\nann;plein;2;2026-04-01;gesprek;"
                             "toestemming;team\nbo;plein;-2;;;;private\n"
                             "cas;plein;1;2026-03-01;raad;;public\n"
                             "= Events\ndate;title;attendees\n2026-02-01;Inloop;bo|Ann Post\n"
                             "= Contacts\ndate;actor;by;outcome\n2026-03-05;dan;ann;Ging goed.\n"
                             "= Groups\ngroup;seats;spokespersons\nLijst 1;3;zorg:cas\n";

static sv_map *make_map(void)
{
    sv_map *map = map_of(people, NULL);
    sv_extra_sheet *own = sv_extra_sheet_add(map, "Telefoon"), *tree = sv_extra_sheet_add(map, "Boom");
    size_t name, number, note;
    assert_true(own && tree);
    name = sv_extra_sheet_column(map, own, "naam");
    number = sv_extra_sheet_column(map, own, "nummer");
    note = sv_extra_sheet_column(map, own, "ann");
    assert_true(sv_extra_sheet_put(map, own, 0, name, "ANN POST") && sv_extra_sheet_put(map, own, 0, number, "06"));
    assert_true(sv_extra_sheet_put(map, own, 1, name, "Bo Vos") && sv_extra_sheet_put(map, own, 1, note, "x"));
    assert_true(sv_extra_sheet_set_json(map, tree, "{\"wie\": [\"Ann Post\"]}"));
    return map;
}

static const sv_held_person *held(const sv_map *map, const sv_privacy *found, const char *id)
{
    for (size_t i = 0; i < found->n; i++)
        if (found->people[i].actor == row_of(map, id))
            return &found->people[i];
    fail_msg("%s is not among the people", id);
    return NULL;
}

/*
 * People: ann, bo, cas, dan; cas holds an office; wie has no kind. Past on 1 October: ann (30 September; dan is kept until
 * that very day). Specials: ann's position, bo's position and party, bo's and ann's membership of the party, ann's of the
 * church; not cas's. Lacking: bo's position, party and membership (no ground), ann's two memberships (no source).
 */
static void counts_by_hand(void **state)
{
    sv_map *map = make_map();
    sv_privacy found;
    const sv_held_person *person;
    (void)state;
    assert_int_equal(sv_privacy_find(map, 20261001, &found, NULL), SV_OK);
    assert_true(found.n == 4 && found.office == 1 && found.unknown == 1 && found.own_sheets == 2);
    assert_true(found.expired == 1 && found.no_source == 1 && found.no_basis == 2 && found.no_limit == 2);
    assert_true(found.n_specials == 6 && found.specials_lacking == 5);
    assert_int_equal(found.specials[0].actor, row_of(map, "bo")); /* neither source nor ground comes first */
    assert_int_equal(found.specials[5].actor, row_of(map, "ann"));
    assert_true(found.specials[5].what == SV_SPECIAL_POSITION && found.specials[5].source && found.specials[5].basis);
    person = &found.people[0]; /* specials and expired */
    assert_int_equal(person->actor, row_of(map, "ann"));
    assert_true(person->expired && person->specials == 3 && !person->office && person->visibility == SV_TEAM);
    /* oldest: the meeting of 1 February; rows: three ties, two memberships, a position, a meeting, a contact */
    assert_true(person->oldest == 20260201 && person->rows == 8 && person->updated == 20260501);
    person = held(map, &found, "bo");
    /* a tie, the exception, a membership, a position, a meeting */
    assert_true(person->visibility == SV_PRIVATE && !person->expired && person->rows == 5 && person->oldest == 20260201);
    person = held(map, &found, "cas");
    assert_true(person->office && person->specials == 0 && person->oldest == 20260301 && person->rows == 5);
    person = held(map, &found, "dan");
    assert_true(!person->expired && person->oldest == 20260305 && person->source && !person->basis);
    sv_privacy_clear(&found);
    sv_map_free(map);
}

/* How often something is held so, in a sheet. */
static size_t count(const sv_held_cell *list, size_t n, sv_sheet sheet, sv_held_how how)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        found += list[i].spot.sheet == sheet && list[i].how == how;
    return found;
}

static void access_looks_everywhere(void **state)
{
    sv_map *map = make_map();
    sv_held_cell *list;
    size_t n;
    (void)state;
    assert_int_equal(sv_access_find(map, row_of(map, "ann"), &list, &n, NULL), SV_OK);
    assert_int_equal(count(list, n, SV_ACTORS, SV_HELD_OWN), 8);        /* of eleven columns three are empty */
    assert_int_equal(count(list, n, SV_ACTORS, SV_HELD_MENTION), 1);    /* bo's note */
    assert_int_equal(count(list, n, SV_ACTORS, SV_HELD_SURNAME), 1);    /* dan's note: Post; Ann Postma is another */
    assert_int_equal(count(list, n, SV_TIES, SV_HELD_ABOUT), 4);        /* from, to, kind, visibility */
    assert_int_equal(count(list, n, SV_TIES, SV_HELD_NAMED), 2);        /* informant, except */
    assert_int_equal(count(list, n, SV_MEMBERSHIPS, SV_HELD_ABOUT), 4); /* two rows of who and of */
    assert_int_equal(count(list, n, SV_ISSUES, SV_HELD_MENTION), 1);
    assert_int_equal(count(list, n, SV_POSITIONS, SV_HELD_ABOUT), 7);
    assert_int_equal(count(list, n, SV_EVENTS, SV_HELD_NAMED), 1);
    assert_int_equal(count(list, n, SV_CONTACTS, SV_HELD_NAMED), 1); /* by */
    assert_int_equal(count(list, n, SV_SHEETS, SV_HELD_ABOUT), 3);   /* the row of ANN POST, and the column ann */
    assert_int_equal(count(list, n, SV_SHEETS, SV_HELD_MENTION), 1); /* the tree */
    assert_int_equal(n, 8 + 1 + 1 + 4 + 2 + 4 + 1 + 7 + 1 + 1 + 3 + 1);
    for (size_t i = 0; i < n; i++) {
        sv_place place;
        sv_spot_place(map, &list[i].spot, &place);
        assert_true(*sv_spot_text(map, &list[i].spot) && *place.sheet);
        assert_true((place.row > 0) == (list[i].spot.column != SIZE_MAX));
    }
    free(list);
    sv_map_free(map);
}

/* A namesake's row is somebody else's; a reference by the shared name names nobody for certain, and is shown. */
static void namesakes_are_others(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\na1;Jan Smit;resident\na2;Jan Smit;resident\nb;Bo;resident\n"
                         "= Ties\nfrom;to\na1;b\na2;b\nJan Smit;b\n",
                         NULL);
    sv_held_cell *list;
    size_t n, rows[3] = {0};
    (void)state;
    assert_int_equal(sv_access_find(map, 0, &list, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        assert_true(list[i].spot.sheet == SV_TIES || list[i].spot.row == 0);
        if (list[i].spot.sheet == SV_TIES)
            rows[list[i].spot.row]++;
    }
    assert_true(rows[0] == 2 && rows[1] == 0 && rows[2] == 2);
    free(list);
    sv_map_free(map);
}

static char *report(const sv_map *map, sv_audience audience, sv_report_format format, bool one)
{
    const sv_answer_options options = {format, SV_ENGLISH, audience, 20261001};
    sv_privacy whole, seen;
    sv_map *edition;
    sv_held_cell *list;
    char *text;
    size_t n, length;
    assert_int_equal(sv_map_edition(map, audience, &edition, NULL), SV_OK);
    assert_int_equal(sv_privacy_find(map, 20261001, &whole, NULL), SV_OK);
    assert_int_equal(sv_privacy_find(edition, 20261001, &seen, NULL), SV_OK);
    if (one) {
        assert_int_equal(sv_access_find(edition, 0, &list, &n, NULL), SV_OK);
        assert_int_equal(sv_report_access(edition, 0, list, n, 3, &options, &text, &length, NULL), SV_OK);
        free(list);
    } else {
        assert_int_equal(sv_report_privacy(edition, &seen, &whole, &options, &text, &length, NULL), SV_OK);
    }
    sv_privacy_clear(&whole);
    sv_privacy_clear(&seen);
    sv_map_free(edition);
    return text;
}

/* Whom the audience may not see is counted and not named: bo for the team, everybody for the public. */
static void names_only_whom_the_audience_sees(void **state)
{
    static const char *const names[] = {"Ann Post", "Bo Vos", "Cas Kok", "Dan Smal"};
    static const bool named[3][4] = {{true, true, true, true}, {true, false, true, true}, {false, false, false, false}};
    sv_map *map = make_map();
    (void)state;
    for (int audience = 0; audience < 3; audience++)
        for (int format = 0; format < 3; format++) {
            char *text = report(map, (sv_audience)audience, (sv_report_format)format, false);
            for (int i = 0; i < 4; i++)
                assert_int_equal(strstr(text, names[i]) != NULL, named[audience][i]);
            if (format == SV_REPORT_TABLE)
                assert_non_null(strstr(text, "People on this map: 4."));
            free(text);
        }
    sv_map_free(map);
}

static void access_is_told(void **state)
{
    sv_map *map = make_map();
    char *text = report(map, SV_PRIVATE, SV_REPORT_TABLE, true);
    (void)state;
    assert_non_null(strstr(text, "All that this map holds on Ann Post."));
    assert_non_null(strstr(text, "- Ties, row 2: from: Ann Post; to: Bo Vos; kind: knows; visibility: private\n"));
    assert_non_null(strstr(text, "- Telefoon, row 2: naam: ANN POST; nummer: 06\n"));
    assert_non_null(strstr(text, "- Boom: {\"wie\": [\"Ann Post\"]}\n"));
    assert_non_null(strstr(text, "left out: 3."));
    free(text);
    text = report(map, SV_PRIVATE, SV_REPORT_CSV, true);
    assert_non_null(strstr(text, "\r\nContacts;2;by;ann;named\r\n"));
    free(text);
    sv_map_free(map);
}

static void maps_without_people(void **state)
{
    sv_map *map = map_of("= Actors\nname;kind\nDe Kade;welfare\n", NULL), *empty = sv_map_new();
    sv_privacy found;
    (void)state;
    assert_int_equal(sv_map_check(empty, NULL, NULL), SV_OK);
    assert_int_equal(sv_privacy_find(map, 0, &found, NULL), SV_OK);
    assert_true(found.n == 0 && found.n_specials == 0);
    sv_privacy_clear(&found);
    assert_int_equal(sv_privacy_find(empty, 0, &found, NULL), SV_OK);
    assert_int_equal(found.n, 0);
    sv_privacy_clear(&found);
    sv_map_free(map);
    sv_map_free(empty);
}

/* ---- Without memory ---- */

static sv_status find_and_tell(size_t fail_at, sv_text *result, bool *failed)
{
    const sv_answer_options options = {.language = SV_DUTCH, .as_of = 20261001};
    sv_map *map = make_map();
    sv_privacy found;
    char *text = NULL;
    size_t length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_privacy_find(map, 20261001, &found, NULL);
    if (status == SV_OK)
        status = sv_report_privacy(map, &found, &found, &options, &text, &length, NULL);
    *failed = memory_is_back();
    sv_text_add(result, text ? text : "");
    free(text);
    sv_privacy_clear(&found);
    sv_map_free(map);
    return status;
}

static sv_status access_and_tell(size_t fail_at, sv_text *result, bool *failed)
{
    const sv_answer_options options = {.language = SV_DUTCH};
    sv_map *map = make_map();
    sv_held_cell *list;
    char *text = NULL;
    size_t n, length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_access_find(map, 0, &list, &n, NULL);
    if (status == SV_OK)
        status = sv_report_access(map, 0, list, n, 0, &options, &text, &length, NULL);
    *failed = memory_is_back();
    sv_text_add(result, text ? text : "");
    free(text);
    free(list);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_by_hand),       cmocka_unit_test(access_looks_everywhere),
        cmocka_unit_test(namesakes_are_others), cmocka_unit_test(names_only_whom_the_audience_sees),
        cmocka_unit_test(access_is_told),       cmocka_unit_test(maps_without_people),
        TORTURE_MEMORY(find_and_tell),          TORTURE_MEMORY(access_and_tell),
    };
    return cmocka_run_group_tests_name("privacy", tests, NULL, NULL);
}

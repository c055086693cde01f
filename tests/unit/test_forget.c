/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Taking somebody off a map: rows, references, texts, ids and JSON, worked by hand. */
/* wraps: malloc calloc realloc */

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "model/forget.h"
#include "model/table.h"
#include "reading.h"
#include "support.h"

static const char people[] =
    "= Map\ntitle\nKaart van Jan Jansen\n"
    "= Actors\nid;name;kind;organisation;role;note;Jan Jansen;beroep\n"
    "jan-jansen;Jan Jansen;resident;;;;x;bakker\n"
    "jan-jansen-2;Jan Jansen;resident;;;;;\n"
    "js;Jan Jansen-Smit;resident;;;;;\n"
    "vrienden-van-jan-jansen;Vrienden van Jan Jansen;welfare;;;;;\n"
    "ed;Ed Vos;resident;Vrienden van Jan Jansen;;Belde JAN JANSEN; Jansen belde terug.;jan-jansen;jan-jansen\n"
    "= Ties\nfrom;to;kind;informant;except\n"
    "jan-jansen;ed;knows;;\n"
    "ed;js;knows;jan-jansen;\n"
    "ed;jan-jansen-2;knows;ed;\n"
    "vrienden-van-jan-jansen;ed;may_not_contact;;jan-jansen|js\n"
    "= Memberships\nwho;of\njs;Vrienden van Jan Jansen\njan-jansen;vrienden-van-jan-jansen\n"
    "= Issues\nid;title\nbrief-van-jan-jansen;Brief van Jan Jansen\nplein;Het plein\n"
    "= Positions\nactor;issue;position;informant\ned;Brief van Jan Jansen;1;\njan-jansen;plein;2;\ned;plein;2;Jan Jansens broer\n"
    "= Groups\ngroup;seats;spokespersons\nLijst;3;zorg:jan-jansen|wonen:ed\n"
    "= Events\ndate;title;attendees\n2026-01-01;Inloop;jan-jansen\n"
    "= Contacts\ndate;actor;by;outcome\n2026-01-01;ed;jan-jansen;Goed.\n2026-01-02;jan-jansen;ed;Goed.\n";

static sv_map *make_map(void)
{
    char *text = strdup(people);
    sv_map *map;
    *strstr(text, "; Jansen belde") = ',';
    map = map_of(text, NULL);
    free(text);
    return map;
}

static sv_map *forget(const sv_map *map, const char *name, const char *id, sv_forgotten *told)
{
    sv_map *rest;
    assert_int_equal(sv_map_forget(map, &(sv_forget_options){.name = name, .id = id, .first_row = 2}, &rest, told, NULL), SV_OK);
    return rest;
}

static size_t count(const sv_forgotten *told, sv_forgot what)
{
    size_t n = 0;
    for (size_t i = 0; i < told->n; i++)
        n += told->pieces[i].what == what;
    return n;
}

static void assert_cell(const sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *wanted)
{
    assert_string_equal(sv_map_cell(map, sheet, row, column), wanted);
}

static void rows_about_the_actor_go(void **state)
{
    sv_map *map = make_map(), *rest;
    sv_forgotten told;
    (void)state;
    rest = forget(map, "Jan Jansen", "jan-jansen", &told);
    assert_int_equal(sv_map_rows(rest, SV_ACTORS), 4);
    assert_int_equal(sv_map_rows(rest, SV_TIES), 3);
    assert_int_equal(sv_map_rows(rest, SV_MEMBERSHIPS), 1);
    assert_int_equal(sv_map_rows(rest, SV_POSITIONS), 2);
    assert_int_equal(sv_map_rows(rest, SV_CONTACTS), 1);
    assert_true(told.rows[SV_ACTORS] == 1 && told.rows[SV_TIES] == 1 && told.rows[SV_MEMBERSHIPS] == 1 && told.rows[SV_POSITIONS] == 1 &&
                told.rows[SV_CONTACTS] == 1 && told.rows[SV_EVENTS] == 0 && told.rows[SV_SHEETS] == 0);
    assert_int_equal(told.namesakes, 1);
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    sv_map_free(map);
}

static void references_texts_and_ids(void **state)
{
    sv_map *map = make_map(), *rest = forget(map, "Jan Jansen", "jan-jansen", NULL);
    size_t own = sv_sheet_get(SV_ACTORS)->n_columns;
    (void)state;
    assert_cell(rest, SV_ABOUT, 0, SV_ABOUT_TITLE, "Kaart van […]");
    assert_cell(rest, SV_ACTORS, 0, SV_ACTOR_ID, "actor-1");      /* jan-jansen-2: made because jan-jansen was taken */
    assert_cell(rest, SV_ACTORS, 0, SV_ACTOR_NAME, "Jan Jansen"); /* somebody else of that name keeps it */
    assert_cell(rest, SV_ACTORS, 1, SV_ACTOR_NAME, "Jan Jansen-Smit");
    assert_cell(rest, SV_ACTORS, 2, SV_ACTOR_ID, "actor-2");
    assert_cell(rest, SV_ACTORS, 2, SV_ACTOR_NAME, "Vrienden van […]");
    assert_cell(rest, SV_ACTORS, 3, SV_ACTOR_ORGANISATION, "actor-2"); /* still the same body */
    assert_cell(rest, SV_ACTORS, 3, SV_ACTOR_NOTE, "Belde […], Jansen belde terug.");
    assert_int_equal(sv_map_columns(rest, SV_ACTORS), own + 1); /* the column under his name is gone */
    assert_string_equal(sv_map_header(rest, SV_ACTORS, own), "beroep");
    assert_cell(rest, SV_ACTORS, 3, own, "");
    assert_cell(rest, SV_TIES, 0, SV_TIE_INFORMANT, "[…]"); /* somebody said it */
    assert_cell(rest, SV_TIES, 1, SV_TIE_TO, "actor-1");
    assert_cell(rest, SV_TIES, 2, SV_TIE_FROM, "actor-2");
    assert_cell(rest, SV_TIES, 2, SV_TIE_EXCEPT, "js");
    assert_cell(rest, SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_OF, "actor-2");
    assert_cell(rest, SV_ISSUES, 0, SV_ISSUE_ID, "issue-1");
    assert_cell(rest, SV_ISSUES, 0, SV_ISSUE_TITLE, "Brief van […]");
    assert_cell(rest, SV_POSITIONS, 0, SV_POSITION_ISSUE, "issue-1");
    assert_cell(rest, SV_POSITIONS, 1, SV_POSITION_INFORMANT, "[…] broer");
    assert_cell(rest, SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS, "wonen:ed");
    assert_cell(rest, SV_EVENTS, 0, SV_EVENT_ATTENDEES, "");
    assert_cell(rest, SV_CONTACTS, 0, SV_CONTACT_BY, "[…]");
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(rest, (sv_sheet)sheet); row++)
            assert_true(sv_map_usable(rest, (sv_sheet)sheet, row));
    sv_map_free(rest);
    sv_map_free(map);
}

/* Forgotten twice is forgotten once: nothing more is found, but for the namesake, who was never meant. */
static void nothing_is_left(void **state)
{
    sv_map *map = make_map(), *rest = forget(map, "Jan Jansen", "jan-jansen", NULL), *again;
    sv_forgotten told;
    (void)state;
    sv_map_free(map);
    map = map_of("= Actors\nid;name;kind\np7;Jan Jansen;resident\ned;Ed Vos;resident\n= Ties\nfrom;to\np7;ed\n", NULL);
    again = forget(map, "Jan Jansen", "p7", &told);
    assert_true(sv_forgotten_any(&told));
    sv_forgotten_clear(&told);
    sv_map_free(map);
    map = again;
    again = forget(map, "Jan Jansen", "p7", &told);
    assert_false(sv_forgotten_any(&told));
    sv_forgotten_clear(&told);
    sv_map_free(again);
    sv_map_free(map);
    sv_map_free(rest);
}

static void told_where(void **state)
{
    sv_map *map = make_map(), *rest;
    sv_forgotten told;
    sv_place place;
    (void)state;
    rest = forget(map, "Jan Jansen", "jan-jansen", &told);
    assert_int_equal(count(&told, SV_FORGOT_ID), 3);
    /* title, body, note, issue, informant's brother */
    assert_int_equal(count(&told, SV_FORGOT_TEXT), 5);
    /* the column, beroep of ed, informant, exception, spokesperson, attendee, contact */
    assert_int_equal(count(&told, SV_FORGOT_CELL), 7);
    assert_int_equal(count(&told, SV_FORGOT_UNSURE), 0); /* the note was changed, and is told as that */
    for (size_t i = 0; i < told.n; i++) {
        sv_spot_place(rest, &told.pieces[i].spot, &place);
        if (told.pieces[i].what == SV_FORGOT_TEXT && told.pieces[i].spot.sheet == SV_ACTORS)
            assert_true(place.row == 4 || place.row == 5); /* as the new file counts them */
    }
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    sv_map_free(map);
}

/* An id that could be a word is a reference where actors are named, and a word in a text. */
static void words_stay_words(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;role;wie;klus\nbakker;Truus Bakker;resident;;;\ned;Ed Vos;resident;bakker;bakker;bakker\n"
                         "team;Team Zuid;resident;;;\nab;Anna Bakker;resident;;;\n= Ties\nfrom;to;visibility\ned;ab;team\n",
                         NULL);
    sv_forgotten told;
    sv_map *rest = forget(map, "Truus Bakker", "bakker", &told);
    size_t own = sv_sheet_get(SV_ACTORS)->n_columns;
    (void)state;
    assert_cell(rest, SV_ACTORS, 0, SV_ACTOR_ROLE, "bakker");
    assert_cell(rest, SV_ACTORS, 0, own, "");
    assert_cell(rest, SV_ACTORS, 0, own + 1, "bakker");
    assert_cell(rest, SV_ACTORS, 2, SV_ACTOR_NAME, "Anna Bakker");
    assert_int_equal(count(&told, SV_FORGOT_UNSURE), 2);
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    rest = forget(map, "Team", "team", NULL); /* "team" as visibility is our word */
    assert_cell(rest, SV_TIES, 0, SV_TIE_VISIBILITY, "team");
    sv_map_free(rest);
    sv_map_free(map);
}

/* In an older copy the name was written otherwise, or the id was another; another person under that id is left alone. */
static void older_copies(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;note\np1;J. Jansen;resident;\np2;Ed Vos;resident;met J. Jansen en Jan Jansen\n", NULL),
           *rest;
    (void)state;
    rest = forget(map, "Jan Jansen", "p1", NULL);
    assert_int_equal(sv_map_rows(rest, SV_ACTORS), 1);
    assert_cell(rest, SV_ACTORS, 0, SV_ACTOR_NOTE, "met […] en […]");
    sv_map_free(rest);
    rest = forget(map, "Ed Vos", "p9", NULL);
    assert_int_equal(sv_map_rows(rest, SV_ACTORS), 1);
    assert_cell(rest, SV_ACTORS, 0, SV_ACTOR_NAME, "J. Jansen");
    sv_map_free(rest);
    rest = forget(map, "Wim Kan", "p2", NULL);
    assert_int_equal(sv_map_rows(rest, SV_ACTORS), 2);
    sv_map_free(rest);
    sv_map_free(map);
}

/* ---- Sheets of the user's own, and JSON ---- */

static void own_sheets(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\np-1;Jan Jansen\ned;Ed Vos\n", NULL), *rest;
    sv_extra_sheet *list = sv_extra_sheet_add(map, "Bellen met Jan Jansen"), *tree = sv_extra_sheet_add(map, "boom");
    sv_forgotten told;
    size_t name = sv_extra_sheet_column(map, list, "naam"), note = sv_extra_sheet_column(map, list, "notitie van Jan Jansen");
    (void)state;
    sv_extra_sheet_column(map, list, "p-1");
    assert_true(sv_extra_sheet_put(map, list, 0, name, "jan jansen") && sv_extra_sheet_put(map, list, 0, note, "06"));
    assert_true(sv_extra_sheet_put(map, list, 1, name, "Ed Vos") && sv_extra_sheet_put(map, list, 1, note, "bel Jan Jansen ook"));
    assert_true(sv_extra_sheet_put(map, list, 2, name, "Jansen?"));
    assert_true(sv_extra_sheet_set_json(map, tree, "{\"p-1\": 1, \"ed\": 2}"));
    rest = forget(map, "Jan Jansen", "p-1", &told);
    list = sv_extra_sheet_get(rest, 0);
    assert_string_equal(sv_extra_sheet_name(list), "Bellen met […]");
    assert_int_equal(sv_extra_sheet_columns(list), 2);
    assert_string_equal(sv_extra_sheet_header(list, 1), "notitie van […]");
    assert_int_equal(sv_extra_sheet_rows(list), 2);
    assert_string_equal(sv_extra_sheet_cell(list, 0, 1), "bel […] ook");
    assert_string_equal(sv_extra_sheet_json(sv_extra_sheet_get(rest, 1)), "{ \"ed\": 2}");
    assert_int_equal(told.rows[SV_SHEETS], 1);
    assert_int_equal(count(&told, SV_FORGOT_UNSURE), 1); /* Jansen? */
    assert_int_equal(count(&told, SV_FORGOT_TEXT), 3);   /* the sheet, a header, a cell */
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    sv_map_free(map);
}

static void json_of_any_shape(void **state)
{
    static const char *const cases[][2] = {
        {"{\"a\": 1}", "{\"a\": 1}"},
        {" [ 1 , \"x\\u00e9\" ]\n", " [ 1 , \"x\\u00e9\" ]\n"},
        {"{\"p-1\":[1,2],\"b\":[3]}", "{\"b\":[3]}"},
        {"{\"b\":[3],\n \"Jan Jansen\":[1,2]}", "{\"b\":[3]}"},
        {"{\"p-1\":{\"p-1\":{}}}", "{}"},
        {"[\"p-1\",\"b\",\"jan jansen\"]", "[\"b\"]"},
        {"[\"p-1\"]", "[]"},
        {"[{\"id\":\"p-1\",\"x\":1},{\"id\":\"b\",\"x\":2}]", "[{\"id\":\"b\",\"x\":2}]"},
        {"[{\"id\":\"b\",\"with\":{\"who\":\"p-1\"}}]", "[{\"id\":\"b\",\"with\":{}}]"},
        {"{\"chosen\":\"p-1\",\"z\":[]}", "{\"z\":[]}"},
        {"{\"t\":\"met J\\u0061n Jansen \\\"ja\\\" \\ud83d\\ude00\"}", "{\"t\":\"met […] \\\"ja\\\" 😀\"}"},
        {"{\"over Jan Jansen\":1}", "{\"over […]\":1}"},
        {"\"p-1\"", "null"},
        {"[[[\"p-1\"]],{}]", "[[[]],{}]"},
        {"{\"p-10\":1,\"xp-1\":2}", "{\"p-10\":1,\"xp-1\":2}"},
    };
    sv_map *map = map_of("= Actors\nid;name\np-1;Jan Jansen\n", NULL);
    mention_who who;
    (void)state;
    assert_true(mention_begin(&who, map, 0, NULL, NULL));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sv_text out = {0};
        size_t changes = 0;
        assert_true(forget_in_json(&who, cases[i][0], &out, &changes));
        assert_string_equal(sv_text_get(&out), cases[i][1]);
        assert_int_equal(changes > 0, strcmp(cases[i][0], cases[i][1]) != 0);
        sv_text_clear(&out);
    }
    mention_clear(&who);
    sv_map_free(map);
}

/* What is no JSON is copied, and never read beyond its end. */
static void broken_json_is_copied(void **state)
{
    static const char *const broken[] = {"",     "{",   "[",     "\"", "{\"a", "{\"a\"",  "{\"a\":", "[1,",
                                         "[1,]", "{,}", "{1:2}", "]",  "\"\\", "\"\\u12", "[}",      "{]"};
    sv_map *map = map_of("= Actors\nid;name\np-1;Jan Jansen\n", NULL);
    mention_who who;
    (void)state;
    assert_true(mention_begin(&who, map, 0, NULL, NULL));
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        sv_text out = {0};
        size_t changes = 0;
        char *copy = strdup(broken[i]); /* so that reading too far is seen */
        assert_true(forget_in_json(&who, copy, &out, &changes));
        free(copy);
        sv_text_clear(&out);
    }
    mention_clear(&who);
    sv_map_free(map);
}

static void odd_maps(void **state)
{
    static const char *const texts[] = {"= Actors\nid;name\n-;-\n", "= Actors\nid;name\n1;1\n2;12\n= Ties\nfrom;to;strength\n1;2;1\n",
                                        "= Actors\nid;name\na;A\na;B\n;\n= Ties\nfrom;to\na;nergens\n"};
    sv_map *empty = sv_map_new(), *rest;
    (void)state;
    assert_int_equal(sv_map_check(empty, NULL, NULL), SV_OK);
    sv_map_free(forget(empty, "Jan", "jan", NULL));
    sv_map_free(forget(empty, "", "", NULL));
    sv_map_free(empty);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        sv_map *map = map_of(texts[i], NULL);
        sv_map_free(forget(map, sv_map_cell(map, SV_ACTORS, 0, SV_ACTOR_NAME), sv_map_cell(map, SV_ACTORS, 0, SV_ACTOR_ID), NULL));
        sv_map_free(map);
    }
    empty = map_of(texts[1], NULL);
    rest = forget(empty, "1", "1", NULL); /* the number 12 is no actor 1 */
    assert_cell(rest, SV_ACTORS, 0, SV_ACTOR_NAME, "12");
    sv_map_free(rest);
    sv_map_free(empty);
}

/* ---- Without memory ---- */

static sv_status forget_all(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = make_map(), *rest = NULL;
    sv_extra_sheet *tree = sv_extra_sheet_add(map, "boom");
    sv_forgotten told;
    sv_status status;
    assert_true(sv_extra_sheet_set_json(map, tree, "{\"jan-jansen\": 1, \"t\": \"voor Jan Jansen\", \"w\": [\"Jan Jansen\"]}"));
    memory_fails_at(fail_at);
    status = sv_map_forget(map, &(sv_forget_options){.name = "Jan Jansen", .id = "jan-jansen", .first_row = 2}, &rest, &told, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, rest != NULL);
    if (rest) {
        char *json = map_as_json(rest);
        sv_text_addf(result, "%zu %s", told.n, json);
        free(json);
    }
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_about_the_actor_go),
        cmocka_unit_test(references_texts_and_ids),
        cmocka_unit_test(nothing_is_left),
        cmocka_unit_test(told_where),
        cmocka_unit_test(words_stay_words),
        cmocka_unit_test(older_copies),
        cmocka_unit_test(own_sheets),
        cmocka_unit_test(json_of_any_shape),
        cmocka_unit_test(broken_json_is_copied),
        cmocka_unit_test(odd_maps),
        TORTURE_MEMORY(forget_all),
    };
    return cmocka_run_group_tests_name("forget", tests, NULL, NULL);
}

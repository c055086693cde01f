/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two actors of one map made one: every kind of reference moves, and nothing is lost. All people are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/table.h"
#include "reading.h"
#include "support.h"

typedef struct joining {
    sv_map *map;
    sv_differences differences;
} joining;

static joining join_rows(const sv_map *map, const char *keep, const char *gone)
{
    joining j = {0};
    sv_differences_init(&j.differences);
    assert_int_equal(sv_map_join(map, row_of(map, keep), row_of(map, gone), &j.map, &j.differences, NULL), SV_OK);
    return j;
}

static joining join_text(const char *text, const char *keep, const char *gone)
{
    sv_map *map = map_of(text, NULL);
    joining j = join_rows(map, keep, gone);
    sv_map_free(map);
    return j;
}

static void clear(joining *j)
{
    sv_map_free(j->map);
    sv_differences_clear(&j->differences);
}

static size_t count(const joining *j, sv_code code)
{
    size_t n = 0;
    for (size_t i = 0; i < j->differences.n; i++)
        n += j->differences.items[i].code == code;
    return n;
}

static void expect_cell(const joining *j, sv_sheet sheet, size_t row, size_t column, const char *wanted)
{
    assert_true(row < sv_map_rows(j->map, sheet));
    assert_string_equal(sv_map_cell(j->map, sheet, row, column), wanted);
}

#define FOUR "= Actors\nid;name;kind;organisation\nx;Piet Jansen;resident;\np;P. Jansen;resident;\ny;Joke;resident;\nz;De Kade;welfare;\n"

/* Every column in which an actor can be named, by id and by name. */
static void test_every_reference(void **state)
{
    joining j = join_text("= Actors\nid;name;kind;organisation\nx;Piet Jansen;resident;\ny;Joke;resident;P. Jansen\np;P. "
                          "Jansen;resident;\nz;De Kade;welfare;\n"
                          "= Issues\nid;title\nq;Vraag\n"
                          "= Ties\nfrom;to;kind;informant;except\np;y;knows;y;\ny;P. Jansen;informs;p;\nz;y;may_not_contact;;P. Jansen|z\n"
                          "= Memberships\nwho;of\np;z\n"
                          "= Positions\nactor;issue;position;informant\np;q;2;y\ny;q;1;P. Jansen\n"
                          "= Groups\ngroup;seats;spokespersons\nLokaal;3;wonen:p|zorg:y\n"
                          "= Events\ndate;title;attendees\n2026-01-01;Maaltijd;y|p|x\n"
                          "= Contacts\ndate;actor;by\n2026-01-01;p;y\n2026-01-02;y;p\n",
                          "x", "p");
    (void)state;
    assert_int_equal(sv_map_rows(j.map, SV_ACTORS), 3);
    expect_cell(&j, SV_ACTORS, 1, SV_ACTOR_ORGANISATION, "x");
    expect_cell(&j, SV_ACTORS, 2, SV_ACTOR_ID, "z");
    expect_cell(&j, SV_TIES, 0, SV_TIE_FROM, "x");
    expect_cell(&j, SV_TIES, 1, SV_TIE_TO, "x");
    expect_cell(&j, SV_TIES, 1, SV_TIE_INFORMANT, "x");
    expect_cell(&j, SV_TIES, 2, SV_TIE_EXCEPT, "x|z");
    expect_cell(&j, SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_WHO, "x");
    expect_cell(&j, SV_POSITIONS, 0, SV_POSITION_ACTOR, "x");
    expect_cell(&j, SV_POSITIONS, 1, SV_POSITION_INFORMANT, "x");
    expect_cell(&j, SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS, "wonen:x|zorg:y");
    expect_cell(&j, SV_EVENTS, 0, SV_EVENT_ATTENDEES, "y|x");
    expect_cell(&j, SV_CONTACTS, 0, SV_CONTACT_ACTOR, "x");
    expect_cell(&j, SV_CONTACTS, 1, SV_CONTACT_BY, "x");
    assert_int_equal(j.differences.n, 1); /* the two names */
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(j.map, (sv_sheet)sheet); row++)
            assert_true(sv_map_usable(j.map, (sv_sheet)sheet, row));
    clear(&j);
}

/* Empty cells are filled, lists put together, and what differs goes into the note by its header; Dutch in a Dutch map. */
static void test_cells(void **state)
{
    joining j = join_text("= Actoren\nid;naam;soort;functie;themas;macht;wijk;bijgewerkt;fiets;notitie\n"
                          "x;Piet Jansen;bewoner;voorzitter;wonen|zorg;3;;01-02-2026;ja;Aardig.\n"
                          "p;P. Jansen;vrijwilliger;;zorg|jeugd;2,5;Noord;03-02-2026;nee;Belt terug.\n",
                          "x", "p");
    (void)state;
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_NAME, "Piet Jansen");
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_ROLE, "voorzitter");
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_THEMES, "wonen|zorg|jeugd");
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_NEIGHBOURHOOD, "Noord");
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_NOTE,
                "Aardig.\nBelt terug.\nP. Jansen (p) – soort: vrijwilliger; macht: 2,5; bijgewerkt: 03-02-2026; fiets: nee");
    assert_int_equal(count(&j, SV_E_PUT_IN_NOTE), 5);
    assert_int_equal(j.differences.n, 5);
    assert_string_equal(j.differences.items[1].a, "resident");
    assert_string_equal(j.differences.items[1].b, "volunteer");
    clear(&j);
    j = join_text("= Actors\nid;name;power\nx;Piet;3\np;Piet;2.5\n", "p", "x");
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_ID, "p");
    expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_NOTE, "Piet (x) – power: 3");
    clear(&j);
}

/* The joined actor is for the fewest people either row was for; an empty cell is for the team. */
static void test_visibility(void **state)
{
    static const char *const words[][3] = {{"public", "", "team"},
                                           {"", "public", "team"},
                                           {"public", "private", "private"},
                                           {"private", "team", "private"},
                                           {"public", "public", "public"}};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[300];
        joining j;
        snprintf(text, sizeof text, "= Actors\nid;name;visibility\nx;Piet;%s\np;Piet;%s\n", words[i][0], words[i][1]);
        j = join_text(text, "x", "p");
        expect_cell(&j, SV_ACTORS, 0, SV_ACTOR_VISIBILITY, words[i][2]);
        assert_int_equal(count(&j, SV_E_VISIBILITY_DIFFERS), strcmp(words[i][0], words[i][1]) != 0);
        clear(&j);
    }
}

/* Rows between the two go, rows that then say the same stand once, rows that say something else all stay. */
static void test_rows_that_go(void **state)
{
    joining j =
        join_text(FOUR "= Ties\nfrom;to;kind;strength\nx;p;family;\nx;y;knows;2\ny;p;knows;2\np;y;knows;3\np;p;knows;1\nz;y;informs;\n"
                       "= Memberships\nwho;of;role\nx;z;lid\np;z;lid\np;z;bestuur\nx;p;vriend\n",
                  "x", "p");
    (void)state;
    assert_int_equal(count(&j, SV_E_SELF_LEFT_OUT), 2);
    assert_int_equal(count(&j, SV_E_TWICE_LEFT_OUT), 2); /* y-p is x-y the other way round; one membership */
    assert_int_equal(sv_map_rows(j.map, SV_TIES), 4);    /* p-p was a fault of the map itself, and stays one */
    expect_cell(&j, SV_TIES, 0, SV_TIE_TO, "y");
    expect_cell(&j, SV_TIES, 1, SV_TIE_STRENGTH, "3");
    expect_cell(&j, SV_TIES, 2, SV_TIE_TO, "x");
    expect_cell(&j, SV_TIES, 3, SV_TIE_FROM, "z");
    assert_int_equal(sv_map_rows(j.map, SV_MEMBERSHIPS), 2);
    expect_cell(&j, SV_MEMBERSHIPS, 1, SV_MEMBERSHIP_ROLE, "bestuur");
    for (size_t i = 0; i < j.differences.n; i++)
        if (j.differences.items[i].code == SV_E_SELF_LEFT_OUT && j.differences.items[i].sheet == SV_TIES) {
            assert_string_equal(j.differences.items[i].a, "family");
            assert_string_equal(j.differences.items[i].about, "Piet Jansen – P. Jansen");
            assert_int_equal(j.differences.items[i].row_a, 2);
        }
    clear(&j);
}

/* The map that was joined is as it was, and so is everything in the new one that has nothing to do with the two. */
static void test_rest_of_the_map(void **state)
{
    reading r = read_text(
        "a.json",
        "{\"map\": {\"title\": \"Proef\"}, \"actors\": [{\"id\": \"x\", \"name\": \"Piet\"}, {\"id\": \"p\", \"name\": \"Piet\", \"maat\": "
        "[1, 2]}, {\"id\": \"y\", \"name\": \"Joke\", \"maat\": {\"a\": 1}}], \"lijst\": [{\"wat\": \"stoel\"}], \"los\": [1]}");
    char *before = map_as_json(r.map), *after, *json;
    joining j = join_rows(r.map, "x", "p");
    (void)state;
    after = map_as_json(r.map);
    assert_string_equal(before, after);
    json = map_as_json(j.map);
    assert_string_equal(
        json,
        "{\n\"speelveld\": 1,\n\"map\": {\"title\": \"Proef\"},\n\"actors\": [\n  {\"id\": \"x\", \"name\": \"Piet\", \"note\": \"Piet "
        "(p)\", "
        "\"maat\": [1, 2]},\n  {\"id\": \"y\", \"name\": \"Joke\", \"maat\": {\"a\": 1}}\n],\n\"lijst\": [\n  {\"wat\": \"stoel\"}\n],\n"
        "\"los\": [1]\n}\n");
    assert_int_equal(j.differences.n, 0);
    free(before);
    free(after);
    free(json);
    clear(&j);
    clear_reading(&r);
}

/* In the large sample: each row that named the one that goes now names the other, and the rest has not changed. */
static void test_sample(void **state)
{
    reading r = read_path("data/waterrijk");
    joining j = join_rows(r.map, "damstra", "de-ruiter");
    size_t left_out = 0, degree = 0;
    char *json = map_as_json(j.map);
    (void)state;
    for (size_t i = 0; i < j.differences.n; i++)
        left_out += j.differences.items[i].code == SV_E_SELF_LEFT_OUT || j.differences.items[i].code == SV_E_TWICE_LEFT_OUT;
    assert_null(strstr(json, "\"de-ruiter\""));
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        degree += sv_map_rows(r.map, (sv_sheet)sheet) - sv_map_rows(j.map, (sv_sheet)sheet);
    assert_int_equal(degree, left_out + 1);
    for (size_t row = 0; row < sv_map_rows(j.map, SV_TIES); row++)
        assert_true(sv_map_usable(j.map, SV_TIES, row));
    free(json);
    clear(&j);
    clear_reading(&r);
}

static void test_faults(void **state)
{
    sv_map *map = map_of(FOUR, NULL), *joined = NULL;
    sv_error error = {0};
    char *note = malloc(SV_TEXT_LIMIT + 1);
    (void)state;
    assert_int_equal(sv_map_join(map, 1, 1, &joined, NULL, &error), SV_USAGE);
    assert_int_equal(error.code, SV_E_JOIN_ITSELF);
    assert_string_equal(error.found, "p");
    assert_null(joined);
    memset(note, 'a', SV_TEXT_LIMIT);
    note[SV_TEXT_LIMIT] = '\0';
    assert_true(sv_table_put(map, SV_ACTORS, 1, SV_ACTOR_NOTE, note, NULL));
    assert_int_equal(sv_map_join(map, 0, 1, &joined, NULL, &error), SV_DATA);
    assert_int_equal(error.code, SV_E_TEXT_LONG);
    assert_null(joined);
    free(note);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_reference), cmocka_unit_test(test_cells),           cmocka_unit_test(test_visibility),
        cmocka_unit_test(test_rows_that_go),    cmocka_unit_test(test_rest_of_the_map), cmocka_unit_test(test_sample),
        cmocka_unit_test(test_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

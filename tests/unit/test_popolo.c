/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Council registers: who holds a seat and who does not, and who is listed twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reading.h"

/* The row of the actor with this name; SV_NO_ROW when there is none. */
static size_t row_of(const reading *r, const char *name)
{
    for (size_t row = 0; row < sv_map_rows(r->map, SV_ACTORS); row++)
        if (strcmp(cell_of(r, SV_ACTORS, row, "name"), name) == 0)
            return row;
    return SV_NO_ROW;
}

static void expect_actor(const reading *r, const char *name, const char *kind, const char *role, const char *party)
{
    size_t row = row_of(r, name);
    assert_int_not_equal(row, SV_NO_ROW);
    assert_string_equal(cell_of(r, SV_ACTORS, row, "kind"), kind);
    assert_string_equal(cell_of(r, SV_ACTORS, row, "role"), role);
    assert_string_equal(cell_of(r, SV_ACTORS, row, "party"), party);
}

/* A made-up council with American keys and memberships on their own. */
static const char american[] =
    "{\"organizations\": ["
    "{\"id\": \"m\", \"name\": \"Verzonnen\", \"classification\": \"municipality\"},"
    "{\"id\": \"r\", \"name\": \"Raad van Verzonnen\", \"classification\": \"council\"},"
    "{\"id\": \"p\", \"name\": \"Partij P\", \"classification\": \"political party\"},"
    "{\"id\": \"f\", \"name\": \"Fractie F\", \"classification\": \"Fractie\"},"
    "{\"id\": \"b\", \"name\": \"Bakkerij\", \"classification\": \"Corporation\"},"
    "{\"classification\": \"party\"}],"
    "\"people\": ["
    "{\"id\": \"1\", \"name\": \"Raad Lid\", \"email\": \"geheim@example.invalid\", \"gender\": \"x\"},"
    "{\"id\": \"2\", \"name\": \"Wet Houder\"}, {\"id\": \"3\", \"name\": \"Burg Lid\"}, {\"id\": \"4\", \"name\": \"Oud Lid\"},"
    "{\"id\": \"5\", \"given_name\": \"Waar\", \"family_name\": \"Nemer\"}, {\"id\": \"6\", \"name\": \"Raad Lid\"}, {\"id\": \"7\", "
    "\"name\": \"Bak Ker\"},"
    "{\"gender\": \"x\", \"email\": \"geheim@example.invalid\"}],"
    "\"memberships\": ["
    "{\"person_id\": \"1\", \"organization_id\": \"r\", \"role\": \"Raadslid\", \"start_date\": \"2022-03\"},"
    "{\"person_id\": \"1\", \"organization_id\": \"p\", \"role\": \"Raadslid\"}, {\"person_id\": \"1\", \"organization_id\": \"f\"},"
    "{\"person_id\": \"2\", \"organization_id\": \"r\", \"role\": \"Raadslid\"}, {\"person_id\": \"2\", \"organization_id\": \"r\", "
    "\"role\": \"Wethouder financiën\"},"
    "{\"person_id\": \"3\", \"organization_id\": \"r\", \"role\": \"Burgerraadslid\"},"
    "{\"person_id\": \"4\", \"organization_id\": \"r\", \"role\": \"Raadslid\", \"start_date\": \"2014\", \"end_date\": \"2018-02\"},"
    "{\"person_id\": \"5\", \"organization_id\": \"r\", \"role\": \"Burgemeester (waarnemend)\"},"
    "{\"person_id\": \"6\", \"organization_id\": \"r\", \"role\": \"Griffier\"},"
    "{\"person_id\": \"7\", \"organization_id\": \"b\", \"role\": \"Secretaris\"}]}";

static void test_kinds(void **state)
{
    reading r = read_text("raad.json", american);
    char *json;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    expect_actor(&r, "Verzonnen", "municipality", "", "");
    expect_actor(&r, "Raad van Verzonnen", "council", "", "");
    expect_actor(&r, "Partij P", "party", "", "");
    expect_actor(&r, "Bakkerij", "Corporation", "", "");
    expect_actor(&r, "Raad Lid", "council_member", "Raadslid", "Partij P");
    assert_string_equal(cell_of(&r, SV_ACTORS, row_of(&r, "Raad Lid"), "group"), "Fractie F");
    /* an alderman is no council member, whatever else is listed */
    expect_actor(&r, "Wet Houder", "alderman", "Raadslid, Wethouder financi\xC3\xABn", "");
    expect_actor(&r, "Burg Lid", "committee_member", "Burgerraadslid", "");
    expect_actor(&r, "Waar Nemer", "mayor", "Burgemeester (waarnemend)", "");
    /* what ended before the latest began says nothing about today; the row is kept */
    expect_actor(&r, "Oud Lid", "person", "", "");
    expect_actor(&r, "Bak Ker", "secretary", "Secretaris", "");
    assert_string_equal(sv_map_title(r.map), "Verzonnen");
    assert_int_equal(sv_map_rows(r.map, SV_MEMBERSHIPS), 10);
    assert_string_equal(cell_of(&r, SV_MEMBERSHIPS, 0, "who"), "raad-lid");
    assert_string_equal(cell_of(&r, SV_MEMBERSHIPS, 0, "of"), "raad-van-verzonnen");
    assert_string_equal(cell_of(&r, SV_MEMBERSHIPS, 0, "since"), "2022-03-01");
    assert_string_equal(cell_of(&r, SV_MEMBERSHIPS, 6, "until"), "2018-02-28");
    /* two of one name with different parties stay two; the nameless are told, and nothing personal with them */
    assert_int_equal(count_faults(&r, SV_E_JOINED), 0);
    assert_int_equal(count_faults(&r, SV_E_NAMELESS), 2);
    assert_string_equal(find_fault(&r, SV_E_NAMELESS)->found, "–");
    json = map_as_json(r.map);
    assert_null(strstr(json, "geheim"));
    assert_null(strstr(json, "gender"));
    free(json);
    clear_reading(&r);
}

static void test_joining(void **state)
{
    static const char text[] =
        "[{\"id\": \"a\", \"name\": \"Jan Jansen\", \"memberships\": ["
        "{\"role\": \"Fractievoorzitter\", \"organisation\": {\"id\": \"r\", \"name\": \"Raad\", \"classification\": \"Council\"}},"
        "{\"role\": \"Fractievoorzitter\", \"organisation\": {\"id\": \"p\", \"name\": \"P\", \"classification\": \"Party\"}}]},"
        "{\"id\": \"b\", \"name\": \"JAN JANSEN\", \"memberships\": ["
        "{\"role\": \"Raadslid\", \"organisation_id\": \"r\"}, {\"role\": \"Raadslid\", \"organisation_id\": \"p\"}]},"
        "{\"id\": \"c\", \"name\": \"Jan Jansen\", \"memberships\": ["
        "{\"role\": \"Raadslid\", \"organisation_id\": \"r\"},"
        "{\"role\": \"Raadslid\", \"organisation\": {\"id\": \"q\", \"name\": \"Q\", \"classification\": \"Party\"}}]},"
        "{\"name\": \"Jan Jansen\"}, {\"name\": \"Jan Jansen\"}]";
    reading r = read_text("personen.json", text);
    (void)state;
    assert_int_equal(r.status, SV_OK);
    /* three bodies; a and b are one; c has another party; two without any membership are not joined */
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 3 + 4);
    assert_int_equal(count_faults(&r, SV_E_JOINED), 1);
    assert_int_equal(find_fault(&r, SV_E_JOINED)->place.row, 2);
    assert_string_equal(find_fault(&r, SV_E_JOINED)->expected, "Fractievoorzitter, Raadslid");
    assert_string_equal(cell_of(&r, SV_ACTORS, 3, "id"), "jan-jansen");
    assert_string_equal(cell_of(&r, SV_ACTORS, 3, "register_id"), "a b");
    assert_string_equal(cell_of(&r, SV_ACTORS, 4, "id"), "jan-jansen-2");
    assert_string_equal(cell_of(&r, SV_ACTORS, 4, "party"), "Q");
    assert_string_equal(cell_of(&r, SV_ACTORS, 6, "register_id"), "");
    assert_int_equal(sv_map_rows(r.map, SV_MEMBERSHIPS), 6);
    clear_reading(&r);
}

/* Three councils as published (2015): seats as the law had them, each member with a party, and no alderman among them. */
static void expect_council(const char *name, const char *title, size_t seats, size_t joined, bool persons_first)
{
    reading r = {0};
    char persons[64], organisations[64], *paths[2];
    size_t members = 0, mayors = 0, aldermen = 0, clerks = 0, secretaries = 0;
    snprintf(persons, sizeof persons, "people/ori/%s_persons.json", name);
    snprintf(organisations, sizeof organisations, "people/ori/%s_organisations.json", name);
    paths[0] = data_path(persons_first ? persons : organisations);
    paths[1] = data_path(persons_first ? organisations : persons);
    r.status = sv_map_read((const char *const *)paths, 2, &r.map, &r.problems, &r.error);
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    for (size_t row = 0; row < sv_map_rows(r.map, SV_ACTORS); row++) {
        const char *kind = cell_of(&r, SV_ACTORS, row, "kind");
        mayors += strcmp(kind, "mayor") == 0;
        aldermen += strcmp(kind, "alderman") == 0;
        clerks += strcmp(kind, "clerk") == 0;
        secretaries += strcmp(kind, "secretary") == 0;
        assert_string_equal(cell_of(&r, SV_ACTORS, row, "visibility"), "public");
        assert_string_equal(cell_of(&r, SV_ACTORS, row, "source"), "Open Raadsinformatie");
        if (strcmp(kind, "council_member") != 0)
            continue;
        members++;
        assert_string_not_equal(cell_of(&r, SV_ACTORS, row, "party"), "");
        assert_string_not_equal(cell_of(&r, SV_ACTORS, row, "group"), "");
    }
    assert_int_equal(members, seats);
    assert_int_equal(mayors, 1);
    assert_int_equal(clerks, 1);
    assert_true(aldermen >= 2 && secretaries <= 1);
    assert_int_equal(count_faults(&r, SV_E_JOINED), joined);
    assert_int_equal(count_faults(&r, SV_E_NAMELESS), 1);
    assert_string_equal(sv_map_title(r.map), title);
    clear_reading(&r);
    free(paths[0]);
    free(paths[1]);
}

static void test_published_councils(void **state)
{
    char *there = data_path("people/ori");
    (void)state;
    if (!there)
        skip();
    free(there);
    /* 30 persons in Heerde's file are 23 people: six fractievoorzitters and a locoburgemeester stand there twice */
    expect_council("heerde", "Heerde", 17, 7, true);
    expect_council("heerde", "Heerde", 17, 7, false);
    expect_council("oude_ijsselstreek", "Oude IJsselstreek", 24, 6, false);
    expect_council("amstelveen", "Amstelveen", 37, 10, true);
}

static void test_what_goes_together(void **state)
{
    char *folder = make_folder(), first[256], second[256];
    const char *paths[2] = {first, second};
    reading r = {0};
    (void)state;
    snprintf(first, sizeof first, "%s/a.json", folder);
    snprintf(second, sizeof second, "%s/b.json", folder);
    put_file(folder, "a.json", american);
    r.status = sv_map_read(paths, 2, &r.map, &r.problems, &r.error);
    assert_int_equal(r.error.code, SV_E_FILE_OPEN);
    clear_reading(&r);
    r = (reading){0};
    put_file(folder, "b.json", "{\"actors\": [{\"name\": \"Jan\"}]}");
    r.status = sv_map_read(paths, 2, &r.map, &r.problems, &r.error);
    assert_int_equal(r.error.code, SV_E_INPUTS_MANY);
    assert_string_equal(r.error.found, "b.json");
    clear_reading(&r);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_joining),
                                       cmocka_unit_test(test_published_councils), cmocka_unit_test(test_what_goes_together)};
    return cmocka_run_group_tests_name("popolo", tests, NULL, NULL);
}

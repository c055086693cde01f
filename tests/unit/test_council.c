/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Councils as Open Raadsinformatie publishes them: every member counts once, with a party, also where the
 * register lists a group's chair a second time; whoever holds another office is no member; what was joined
 * is said; and e-mail addresses stay behind. The registers are found in SPEELVELD_DATA.
 */
#include <speelveld.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* From the registers: roles in the council, each chair beside a membership as "Raadslid", each deputy mayor beside one as alderman. */
typedef struct council {
    const char *name;
    size_t members, aldermen, mayors, clerks, secretaries, parties;
    size_t joined; /* chairs and deputy mayors that are listed twice */
} council;

static const council heerde = {"heerde", 17, 3, 1, 1, 1, 6, 7};
static const council oude_ijsselstreek = {"oude_ijsselstreek", 24, 2, 1, 1, 1, 6, 6};
static const council amstelveen = {"amstelveen", 37, 4, 1, 1, 0, 9, 10};

/* The two files of a council, in either order; skips without the data. */
static sv_map *read_council(const council *c, bool organisations_first, sv_problems *problems)
{
    const char *data = getenv("SPEELVELD_DATA"), *paths[2];
    char persons[1024], organisations[1024];
    sv_map *map = NULL;
    sv_error error = {0};
    if (!data || !*data) {
        puts("skip: the council registers are not there (SPEELVELD_DATA is not set)");
        skip();
    }
    snprintf(persons, sizeof persons, "%s/people/ori/%s_persons.json", data, c->name);
    snprintf(organisations, sizeof organisations, "%s/people/ori/%s_organisations.json", data, c->name);
    paths[0] = organisations_first ? organisations : persons;
    paths[1] = organisations_first ? persons : organisations;
    sv_problems_init(problems);
    assert_int_equal(sv_map_read(paths, 2, &map, problems, &error), SV_OK);
    assert_non_null(map);
    return map;
}

static size_t count_kind(const sv_map *map, const char *kind)
{
    size_t n = 0;
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        n += strcmp(sv_map_actor(map, i)->kind->id, kind) == 0;
    return n;
}

static void check_member(const sv_map *map, size_t member)
{
    static const char *const other_offices[] = {"ethouder", "urgemeester", "riffier", "ecretaris"};
    const char *name = sv_map_actor(map, member)->name, *party = sv_map_cell(map, SV_ACTORS, member, SV_ACTOR_PARTY);
    const char *role = sv_map_cell(map, SV_ACTORS, member, SV_ACTOR_ROLE);
    assert_true(sv_map_actor(map, member)->usable);
    assert_true(*party && *sv_map_cell(map, SV_ACTORS, member, SV_ACTOR_GROUP));
    assert_non_null(strstr(role, "aadslid"));
    for (size_t i = 0; i < sizeof other_offices / sizeof *other_offices; i++)
        assert_null(strstr(role, other_offices[i]));
    for (size_t i = 0; i < member; i++)
        assert_false(strcmp(sv_map_actor(map, i)->name, name) == 0 && strcmp(sv_map_cell(map, SV_ACTORS, i, SV_ACTOR_PARTY), party) == 0);
}

/* Each member sits in the council once, and in a party. */
static void check_seats(const sv_map *map, size_t member)
{
    size_t in_council = 0, in_party = 0;
    for (size_t i = 0; i < sv_map_rows(map, SV_MEMBERSHIPS); i++) {
        const sv_membership *seat = sv_map_membership(map, i);
        const char *kind;
        assert_true(seat->usable);
        if (seat->who != member)
            continue;
        kind = sv_map_actor(map, seat->of)->kind->id;
        in_council += strcmp(kind, "council") == 0 && strcmp(sv_map_cell(map, SV_MEMBERSHIPS, i, SV_MEMBERSHIP_ROLE), "Raadslid") == 0;
        in_party += strcmp(kind, "party") == 0;
    }
    assert_int_equal(in_council, 1);
    assert_true(in_party >= 1);
}

static void check_problems(const sv_problems *problems, size_t joined)
{
    size_t joins = 0;
    assert_int_equal(problems->errors + problems->warnings, 0);
    for (size_t i = 0; i < problems->n; i++) {
        const sv_error *problem = &problems->items[i];
        assert_true(problem->code == SV_E_JOINED || problem->code == SV_E_NAMELESS);
        assert_true(*problem->place.file && problem->place.row > 0 && *problem->found);
        joins += problem->code == SV_E_JOINED;
    }
    assert_int_equal(joins, joined);
}

static void check_nothing_personal(const sv_map *map)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_ACTORS); row++)
        for (size_t column = 0; column < sv_map_columns(map, SV_ACTORS); column++) {
            const char *cell = sv_map_cell(map, SV_ACTORS, row, column);
            assert_null(strchr(cell, '@'));
            assert_true(strcmp(cell, "male") != 0 && strcmp(cell, "female") != 0);
        }
}

static void check_council(const council *c)
{
    for (int order = 0; order < 2; order++) {
        sv_problems problems;
        sv_map *map = read_council(c, order, &problems);
        assert_int_equal(count_kind(map, "council_member"), c->members);
        assert_int_equal(count_kind(map, "alderman"), c->aldermen);
        assert_int_equal(count_kind(map, "mayor"), c->mayors);
        assert_int_equal(count_kind(map, "clerk"), c->clerks);
        assert_int_equal(count_kind(map, "secretary"), c->secretaries);
        assert_int_equal(count_kind(map, "party"), c->parties);
        assert_int_equal(count_kind(map, "council"), 1);
        for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
            if (strcmp(sv_map_actor(map, i)->kind->id, "council_member") == 0) {
                check_member(map, i);
                check_seats(map, i);
            }
        check_problems(&problems, c->joined);
        check_nothing_personal(map);
        sv_map_free(map);
        sv_problems_clear(&problems);
    }
}

static void heerde_has_17(void **state)
{
    (void)state;
    check_council(&heerde);
}

static void oude_ijsselstreek_has_24(void **state)
{
    (void)state;
    check_council(&oude_ijsselstreek);
}

static void amstelveen_has_37(void **state)
{
    (void)state;
    check_council(&amstelveen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heerde_has_17),
        cmocka_unit_test(oude_ijsselstreek_has_24),
        cmocka_unit_test(amstelveen_has_37),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who sits in the council of a map, in which group, and where everyone stands; worked out by hand from small maps and from the sample. */
#include <speelveld.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "reading.h"
#include "support.h"

static sv_council council_of(const sv_map *map, size_t issue, int as_of)
{
    sv_council council;
    assert_int_equal(sv_council_new(map, issue, as_of, &council, NULL), SV_OK);
    return council;
}

/* The group of this name; fails the test when there is none. */
static const sv_council_group *group_of(const sv_council *council, const char *name)
{
    for (size_t g = 0; g < council->n_groups; g++)
        if (strcmp(council->groups[g].name, name) == 0)
            return &council->groups[g];
    fail_msg("there is no group \"%s\"", name);
    return NULL;
}

static void expect_group(const sv_council *council, const char *name, size_t seats, size_t named)
{
    const sv_council_group *group = group_of(council, name);
    assert_int_equal(group->seats, seats);
    assert_int_equal(group->named, named);
    for (size_t i = 0; i < seats; i++) {
        const sv_seat *seat = &council->seats[group->first + i];
        assert_ptr_equal(&council->groups[seat->group], group);
        assert_int_equal(seat->member == SV_NO_ROW, i >= named);
    }
}

static double stance_of(const sv_map *map, const sv_council *council, const char *id)
{
    size_t seat = sv_council_seat(council, row_of(map, id));
    assert_int_not_equal(seat, SV_NO_ROW);
    return council->seats[seat].stance;
}

/*
 * By hand: Noord has 5 seats, 2 named; Zuid 1 seat and 2 members, so 2; West is in no row and has the 1 that names it; and
 * Eva stands alone. Together 5 + 2 + 1 + 1 = 9. The alderman and the committee member have no seat, nor has
 * Bea, whose seat of last year ended; Cor's begins later than she began, and Dik has no membership at all.
 */
static const char mixed[] =
    "= Actors\nid;name;kind;group;party\n"
    "ali;Ali;council_member;noord;Partij N\nbea;Bea;council_member;Noord;\ncor;Cor;council_member;NOORD;\n"
    "dik;Dik;council_member;Zuid;\ndora;Dora;council_member;Zuid;\nwim;Wim;council_member;West;Partij W\n"
    "eva;Eva;council_member;;Partij E\nwet;Wet;alderman;Noord;\ncom;Com;committee_member;Zuid;\nraad;Raad;council;;\n"
    "= Memberships\nwho;of;since;until\nali;raad;;\nbea;raad;;2025-12-31\ncor;raad;;2025-01-31\ncor;raad;2026-03-30;\n"
    "= Groups\ngroup;party;seats;coalition;discipline\nNoord;;5;yes;0.8\nZuid;Partij Z;1;no;\n";

static void members_and_seats(void **state)
{
    sv_map *map = map_of(mixed, NULL);
    sv_council council = council_of(map, SV_NO_ROW, 20261001);
    (void)state;
    assert_int_equal(council.n_groups, 4);
    assert_int_equal(council.n_seats, 9);
    assert_int_equal(council.size, 9);
    assert_int_equal(council.left, 1);
    assert_int_equal(council.bodies, 1);
    expect_group(&council, "Noord", 5, 2);
    expect_group(&council, "Zuid", 2, 2);
    expect_group(&council, "West", 1, 1);
    expect_group(&council, "Eva", 1, 1);
    assert_true(group_of(&council, "Noord")->coalition);
    assert_false(group_of(&council, "Zuid")->coalition);
    assert_near(group_of(&council, "Noord")->discipline, 0.8);
    assert_near(group_of(&council, "Zuid")->discipline, 0.95);
    assert_string_equal(group_of(&council, "Noord")->party, "Partij N"); /* as its members say, for the row says nothing */
    assert_string_equal(group_of(&council, "Zuid")->party, "Partij Z");
    assert_int_equal(group_of(&council, "West")->row, SV_NO_ROW);
    assert_int_equal(sv_council_seat(&council, row_of(map, "bea")), SV_NO_ROW);
    assert_int_equal(sv_council_seat(&council, row_of(map, "wet")), SV_NO_ROW);
    assert_int_equal(sv_council_seat(&council, SV_NO_ROW), SV_NO_ROW); /* unnamed seats are nobody's */
    assert_true(isnan(council.seats[0].stance));
    sv_council_clear(&council);
    sv_map_free(map);
}

/* On another day Bea still sat and Cor did not; on no day in particular everyone who ever did. */
static void seats_of_another_day(void **state)
{
    sv_map *map = map_of(mixed, NULL);
    sv_council before = council_of(map, SV_NO_ROW, 20251001), ever = council_of(map, SV_NO_ROW, 0);
    (void)state;
    expect_group(&before, "Noord", 5, 2);
    assert_int_not_equal(sv_council_seat(&before, row_of(map, "bea")), SV_NO_ROW);
    assert_int_equal(sv_council_seat(&before, row_of(map, "cor")), SV_NO_ROW);
    expect_group(&ever, "Noord", 5, 3);
    assert_int_equal(ever.left, 0);
    sv_council_clear(&before);
    sv_council_clear(&ever);
    sv_map_free(map);
}

/*
 * By hand: Noord's members stand at 3 and -1, the third has no position: the group is at 1, and so are the third and
 * the two nobody is named for. Zuid's member has none, but its party has: -2. West has a party of the group's own name, 4, and
 * Oost nothing at all. Zuid's members go before its party: in Midden the one with a position (0) counts, not the party's 4.
 */
static void stances_of_members_and_groups(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;group\na;A;council_member;Noord\nb;B;council_member;Noord\nc;C;council_member;Noord\n"
                         "d;D;council_member;Zuid\ne;E;council_member;Midden\npz;Partij Z;party;\nw;WEST;party;\npm;Midden;party;\n"
                         "o;Oost;organisation;\n"
                         "= Groups\ngroup;party;seats\nNoord;;5\nZuid;partij z;2\nWest;;1\nOost;;1\nMidden;;2\n"
                         "= Issues\nid;title\nplein;Plein\n"
                         "= "
                         "Positions\nactor;issue;position\na;plein;3\nb;plein;-1\nc;plein;unknown\npz;plein;-2\nw;plein;4\no;plein;4\ne;"
                         "plein;0\npm;plein;4\n",
                         NULL);
    sv_council council = council_of(map, sv_map_find_issue(map, "plein"), 0);
    (void)state;
    assert_near(group_of(&council, "Noord")->stance, 1);
    assert_int_equal(group_of(&council, "Noord")->party_actor, SV_NO_ROW);
    assert_near(stance_of(map, &council, "a"), 3);
    assert_near(stance_of(map, &council, "b"), -1);
    assert_near(stance_of(map, &council, "c"), 1);
    assert_true(isnan(council.seats[2].own));
    assert_near(council.seats[4].stance, 1);
    assert_near(group_of(&council, "Zuid")->stance, -2);
    assert_int_equal(group_of(&council, "Zuid")->party_actor, row_of(map, "pz"));
    assert_near(stance_of(map, &council, "d"), -2);
    assert_near(group_of(&council, "West")->stance, 4);
    assert_true(isnan(group_of(&council, "Oost")->stance)); /* an organisation of that name is no party */
    assert_near(group_of(&council, "Midden")->stance, 0);
    sv_council_clear(&council);
    sv_map_free(map);
}

/*
 * The sample, by hand from Standpunten.csv, of each informant the latest word weighted by certainty.
 * Everything (private): Bloemendaal (.9 * -1 + .6 * -2 + .4 * 0) / 1.9 = -2.1 / 1.9; Van 't Hof 1, Özdemir 2, Prins -2, Verkerk -2,
 * Postma unknown: the group is at (-2.1/1.9 + 1 + 2 - 2 - 2) / 5. Nijboer (.9 * 0 + .7 * 1) / 1.6 = .4375, Lindeboom-Kok 2:
 * 1.21875. Rinsma (.9 * 0 + .8 * 2 + .6 * 1) / 2.3 = 2.2 / 2.3, and Haverkamp as he.
 */
static void the_sample_for_ourselves(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE);
    sv_council council;
    double bloemendaal = -2.1 / 1.9;
    (void)state;
    council = council_of(map, sv_map_find_issue(map, "huis-van-de-wijk"), 20261001);
    assert_int_equal(council.n_seats, 27);
    assert_int_equal(council.n_groups, 8);
    expect_group(&council, "Waterrijk Lokaal", 6, 6);
    expect_group(&council, "Fractie Bouzidi", 1, 1);
    assert_string_equal(group_of(&council, "Fractie Bouzidi")->party, "Jong Waterrijk");
    assert_near(group_of(&council, "Fractie Bouzidi")->discipline, 1);
    assert_near(stance_of(map, &council, "bloemendaal"), bloemendaal);
    assert_near(group_of(&council, "Waterrijk Lokaal")->stance, (bloemendaal + 1 + 2 - 2 - 2) / 5);
    assert_near(stance_of(map, &council, "postma"), (bloemendaal + 1 + 2 - 2 - 2) / 5);
    assert_near(group_of(&council, "Liberalen Waterrijk")->stance, (-3 - 3 - 2 - 1) / 4.0);
    assert_near(group_of(&council, "Christelijk Verbond")->stance, (0.4375 + 2) / 2);
    assert_near(stance_of(map, &council, "rinsma"), 2.2 / 2.3);
    assert_near(stance_of(map, &council, "haverkamp"), 2.2 / 2.3);
    assert_near(group_of(&council, "Sociaal Waterrijk")->stance, (4 + 4 + 3 + 3 + 3) / 5.0);
    assert_near(group_of(&council, "Groen & Water")->stance, (3 + 3 + 4 + 2) / 4.0);
    assert_near(group_of(&council, "Ouderenbelang")->stance, 3);
    sv_council_clear(&council);
    sv_map_free(map);
}

/*
 * For the team, without private rows: Bloemendaal -1, Van 't Hof 1, the four others as the group: 0. De Graaff -3, Roelofsen -3,
 * Tjin A Djie -2, Zandstra as the group: -8/3. Nijboer 0, Lindeboom-Kok 2, Asante as the group: 1.
 */
static void the_sample_for_the_team(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_TEAM);
    sv_council council;
    (void)state;
    council = council_of(map, sv_map_find_issue(map, "huis-van-de-wijk"), 20261001);
    assert_near(group_of(&council, "Waterrijk Lokaal")->stance, 0);
    assert_near(stance_of(map, &council, "ozdemir"), 0);
    assert_near(group_of(&council, "Liberalen Waterrijk")->stance, -8 / 3.0);
    assert_near(stance_of(map, &council, "zandstra"), -8 / 3.0);
    assert_near(group_of(&council, "Christelijk Verbond")->stance, 1);
    assert_near(stance_of(map, &council, "asante"), 1);
    sv_council_clear(&council);
    sv_map_free(map);
}

/* Nothing to sit in, rows with faults, a group that stands there twice, one without seats; and members of two councils. */
static void maps_with_little_in_them(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\n", NULL);
    sv_council council = council_of(map, SV_NO_ROW, 20261001);
    (void)state;
    assert_int_equal(council.n_seats, 0);
    assert_int_equal(council.n_groups, 0);
    sv_council_clear(&council);
    sv_map_free(map);
    map = map_of("= Groups\ngroup;seats\nNoord;4\nnoord;3\nZuid;veel\nWest;0\n;5\n", NULL);
    council = council_of(map, SV_NO_ROW, 0);
    assert_int_equal(council.n_groups, 2);
    expect_group(&council, "Noord", 7, 0); /* as check adds them up */
    assert_int_equal(group_of(&council, "Noord")->rows, 2);
    expect_group(&council, "West", 0, 0);
    sv_council_clear(&council);
    sv_map_free(map);
    map = map_of("= Actors\nid;name;kind\na;A;council_member\nb;B;council_member\nr;R;council\ns;S;council\n"
                 "= Memberships\nwho;of\na;r\na;r\nb;s\n",
                 NULL);
    council = council_of(map, SV_NO_ROW, 0);
    assert_int_equal(council.bodies, 2);
    sv_council_clear(&council);
    sv_map_free(map);
}

/* 150 seats are counted, 151 are not; nor are billions. */
static void more_seats_than_any_council(void **state)
{
    static const char *const texts[] = {"= Groups\ngroup;seats\nA;100\nB;50\n", "= Groups\ngroup;seats\nA;100\nB;51\n",
                                        "= Groups\ngroup;seats\nA;4000000000\nA;4000000000\n"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sv_map *map = map_of(texts[i], NULL);
        sv_council council;
        sv_error error = {0};
        assert_int_equal(sv_council_new(map, SV_NO_ROW, 0, &council, &error), i ? SV_DATA : SV_OK);
        assert_int_equal(council.n_seats, i ? 0 : 150);
        if (i)
            assert_int_equal(error.code, SV_E_TOO_MANY);
        sv_council_clear(&council);
        sv_map_free(map);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_and_seats),
        cmocka_unit_test(seats_of_another_day),
        cmocka_unit_test(stances_of_members_and_groups),
        cmocka_unit_test(the_sample_for_ourselves),
        cmocka_unit_test(the_sample_for_the_team),
        cmocka_unit_test(maps_with_little_in_them),
        cmocka_unit_test(more_seats_than_any_council),
    };
    return cmocka_run_group_tests_name("council seats", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Editions: who sees what, the rules of the design line by line. Everyone sees their own map whole, the team all but
 * private rows, the public what was marked public and of that what is not about us or judging.
 */
#include <speelveld/model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/table.h"
#include "support.h"

static sv_map *whole;

/* Of anna everything is filled in; bob is private, cas says nothing (team), dirk and the council are public, geert says something unreadable. */
static int set_up(void **state)
{
    (void)state;
    whole = map_of(
        "= Map\ntitle;municipality;source;date;note\nOns dorp;Dorpsveen;eigen werk;1-3-2026;intern\n"
        "= Actors\nid;name;kind;own;organisation;role;group;party;themes;neighbourhood;sector;power;interest;urgency;legitimacy;trust;involvement;desired;"
        "offers;seeks;visibility;source;legal_basis;updated;keep_until;note;x;y;schoenmaat\n"
        "anna;Anna;council_member;ja;raad;woordvoerder;Groen;Groen;zorg|wonen;Noord;politiek;3;2;1;4;-1;meeweten;meebeslissen;tijd;steun;openbaar;site;"
        "openbaar ambt;1-3-2026;1-3-2027;streng geheim;10;20;38\n"
        "bob;Bob;resident;;;;;;;;;;;;;;;;;;priv\xC3\xA9;;;;;;;;\ncas;Cas;;;;;;;;;;;;;;;;;;;;;;;;;;;\ndirk;Dirk;;;Bob;;;;;;;;;;;;;;;;openbaar;;;;;;;;\n"
        "raad;Raad van Dorpsveen;council;;;;;;;;;;;;;;;;;;openbaar;;;;;;;;\n;Kim Bos;;;;;;;;;;;;;;;;;;;openbaar;;;;;;;;\n;Kim Bos;;;;;;;;;;;;;;;;;;;team;;;;;;;;\n"
        "geert;Geert;;;;;;;;;;;;;;;;;;;geheim;;;;;;;;\n"
        "= Ties\nfrom;to;kind;strength;informant;certainty;except;amount;visibility;source;note\n"
        "anna;dirk;works_with;4;Cas;0,5;;25.000;openbaar;akkoord;ruzie\nanna;bob;knows;;;;;;openbaar;;\nanna;cas;knows;;;;;;openbaar;;\nanna;dirk;knows;;;;;;;;\n"
        "anna;dirk;knows;;;;;;priv\xC3\xA9;;\nanna;dirk;may_not_contact;;;;bob|raad;;openbaar;;\nanna;dirk;informs;9;;;;;openbaar;;\n"
        "= Memberships\nwho;of;role;visibility;source\nanna;raad;lid;openbaar;site\nbob;raad;lid;openbaar;\n"
        "= Issues\nid;title;message;ask;goal;themes;visibility\nplein;Het plein;bos;geld;winnen;groen;openbaar\nweg;De weg;;;;;team\n"
        "= Positions\nactor;issue;position;salience;gains;objection;certainty;date;informant;visibility;source;legal_basis\n"
        "anna;plein;voor;4;rust;geld;0,9;1-3-2026;Bob;openbaar;debat;openbaar\ndirk;plein;tegen;;;;;;;openbaar;;\nanna;weg;voor;;;;;;;openbaar;debat;\n"
        "bob;plein;voor;;;;;;;openbaar;debat;\n"
        "= Groups\ngroup;seats;discipline;spokespersons;visibility\nGroen;3;0,9;zorg:anna|wonen:bob|werk: raad;openbaar\n"
        "= Signals\ndate;theme;description;evidence;source;visibility\n1-3-2026;zorg;lange rij;brief;Bob;openbaar\n"
        "= Events\ndate;title;attendees;visibility\n1-3-2026;Raadsavond;anna|bob;openbaar\n"
        "= Contacts\ndate;actor;outcome;visibility\n1-3-2026;anna;boos;openbaar\n",
        NULL);
    assert_non_null(sv_extra_sheet_add(whole, "Boodschappen"));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(whole);
    return 0;
}

static sv_map *edition_for(sv_audience audience)
{
    sv_map *edition;
    assert_int_equal(sv_map_edition(whole, audience, &edition, NULL), SV_OK);
    return edition;
}

/* The ids of the actors in an edition, each with a space behind it. */
static const char *ids(const sv_map *map)
{
    static char text[200];
    text[0] = '\0';
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s ", sv_map_cell(map, SV_ACTORS, i, SV_ACTOR_ID));
    return text;
}

static void we_see_everything(void **state)
{
    sv_map *map = edition_for(SV_PRIVATE);
    (void)state;
    for (int s = 0; s < SV_SHEETS; s++) {
        sv_sheet sheet = (sv_sheet)s;
        assert_int_equal(sv_map_rows(map, sheet), sv_map_rows(whole, sheet));
        assert_int_equal(sv_map_columns(map, sheet), sv_map_columns(whole, sheet));
        for (size_t row = 0; row < sv_map_rows(map, sheet); row++)
            for (size_t column = 0; column < sv_map_columns(map, sheet); column++)
                assert_string_equal(sv_map_cell(map, sheet, row, column), sv_map_cell(whole, sheet, row, column));
    }
    assert_int_equal(sv_extra_sheets(map), 1);
    sv_map_free(map);
}

/* A row that says nothing is for the team; one whose word cannot be read is for nobody else. */
static void the_team_sees_all_but_private_rows(void **state)
{
    sv_map *map = edition_for(SV_TEAM);
    (void)state;
    assert_string_equal(ids(map), "anna cas dirk raad kim-bos kim-bos-2 ");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, 0, SV_ACTOR_NOTE), "streng geheim");
    assert_string_equal(sv_map_cell(map, SV_ACTORS, 0, SV_ACTOR_COLUMN_COUNT), "38");
    assert_int_equal(sv_map_rows(map, SV_TIES), 5);         /* not the private one, and not the one with bob */
    assert_int_equal(sv_map_rows(map, SV_MEMBERSHIPS), 1);  /* bob's goes with him */
    assert_int_equal(sv_map_rows(map, SV_ISSUES), 2);
    assert_int_equal(sv_map_rows(map, SV_POSITIONS), 3);
    assert_int_equal(sv_map_rows(map, SV_CONTACTS), 1);
    assert_int_equal(sv_extra_sheets(map), 1);
    sv_map_free(map);
}

/* No cell of the team's edition names bob, whom they may not see: not as an organisation, an informant, an exception or a spokesperson. */
static void who_is_hidden_is_named_nowhere(void **state)
{
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++) {
        sv_map *map = edition_for((sv_audience)audience);
        for (int s = 0; s < SV_SHEETS; s++) {
            sv_sheet sheet = (sv_sheet)s;
            for (size_t row = 0; row < sv_map_rows(map, sheet); row++)
                for (size_t column = 0; column < sv_sheet_get(sheet)->n_columns; column++)
                    if (sv_sheet_get(sheet)->columns[column].type != SV_TYPE_TEXT) /* free text is the writer's own affair */
                        assert_null(strcasestr(sv_map_cell(map, sheet, row, column), "bob"));
        }
        sv_map_free(map);
    }
}

static void the_public_sees_of_an_actor_what_is_public(void **state)
{
    static const size_t shown[] = {SV_ACTOR_ID,    SV_ACTOR_NAME,  SV_ACTOR_KIND, SV_ACTOR_ORGANISATION, SV_ACTOR_ROLE, SV_ACTOR_GROUP,
                                   SV_ACTOR_PARTY, SV_ACTOR_THEMES, SV_ACTOR_VISIBILITY}; /* not x and y: people pin on power and trust */
    sv_map *map = edition_for(SV_PUBLIC);
    (void)state;
    assert_string_equal(ids(map), "anna dirk raad kim-bos ");
    for (size_t column = 0; column < SV_ACTOR_COLUMN_COUNT; column++) {
        bool is_shown = false;
        for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
            is_shown |= shown[i] == column;
        assert_string_equal(sv_map_cell(map, SV_ACTORS, 0, column), is_shown ? sv_map_cell(whole, SV_ACTORS, 0, column) : "");
    }
    assert_false(sv_map_actor(map, 0)->own);
    assert_int_equal(sv_map_columns(map, SV_ACTORS), SV_ACTOR_COLUMN_COUNT); /* not even that there is a column for shoe sizes */
    assert_string_equal(sv_map_cell(map, SV_ACTORS, 1, SV_ACTOR_ORGANISATION), "");
    assert_string_equal(sv_map_title(map), "Ons dorp");
    assert_string_equal(sv_map_cell(map, SV_ABOUT, 0, SV_ABOUT_NOTE), "");
    assert_int_equal(sv_extra_sheets(map), 0);
    sv_map_free(map);
}

/* A public position is its value and its source; without a source, of a hidden actor or on a hidden issue, it is not public. */
static void the_public_sees_positions_with_a_source(void **state)
{
    static const size_t hidden[] = {SV_POSITION_SALIENCE, SV_POSITION_GAINS, SV_POSITION_OBJECTION, SV_POSITION_CERTAINTY, SV_POSITION_INFORMANT,
                                    SV_POSITION_LEGAL_BASIS};
    sv_map *map = edition_for(SV_PUBLIC);
    (void)state;
    assert_int_equal(sv_map_rows(map, SV_POSITIONS), 1);
    assert_string_equal(sv_map_cell(map, SV_POSITIONS, 0, SV_POSITION_ACTOR), "anna");
    assert_string_equal(sv_map_cell(map, SV_POSITIONS, 0, SV_POSITION_VALUE), "2");
    assert_string_equal(sv_map_cell(map, SV_POSITIONS, 0, SV_POSITION_SOURCE), "debat");
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        assert_string_equal(sv_map_cell(map, SV_POSITIONS, 0, hidden[i]), "");
    assert_int_equal(sv_map_rows(map, SV_ISSUES), 1);
    assert_string_equal(sv_map_cell(map, SV_ISSUES, 0, SV_ISSUE_TITLE), "Het plein");
    assert_string_equal(sv_map_cell(map, SV_ISSUES, 0, SV_ISSUE_GOAL), "");
    assert_string_equal(sv_map_cell(map, SV_ISSUES, 0, SV_ISSUE_ASK), "");
    assert_string_equal(sv_map_cell(map, SV_ISSUES, 0, SV_ISSUE_MESSAGE), "");
    sv_map_free(map);
}

/* Public ties are between public actors, without how strong, who says so, notes, or exceptions; faulty rows are not published. */
static void the_public_sees_ties_bare(void **state)
{
    sv_map *map = edition_for(SV_PUBLIC);
    (void)state;
    assert_int_equal(sv_map_rows(map, SV_TIES), 1); /* anna-dirk that works; informs has a strength of 9, and the ban an exception */
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_KIND), "works_with");
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_AMOUNT), "25000");
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_STRENGTH), "");
    assert_true(sv_map_tie(map, 0)->strength == 3); /* what any such tie has */
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_INFORMANT), "");
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_CERTAINTY), "");
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_NOTE), "");
    assert_string_equal(sv_map_cell(map, SV_TIES, 0, SV_TIE_SOURCE), "");
    assert_string_equal(sv_map_cell(map, SV_TIES, 1, SV_TIE_EXCEPT), "");
    assert_int_equal(sv_map_rows(map, SV_MEMBERSHIPS), 1);
    assert_string_equal(sv_map_cell(map, SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_ROLE), "lid");
    sv_map_free(map);
}

static void the_public_sees_the_rest_bare(void **state)
{
    sv_map *map = edition_for(SV_PUBLIC);
    (void)state;
    assert_int_equal(sv_map_rows(map, SV_CONTACTS), 0); /* also when somebody marked it public */
    assert_string_equal(sv_map_cell(map, SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS), "zorg:anna|werk: raad");
    assert_string_equal(sv_map_cell(map, SV_GROUPS, 0, SV_GROUP_DISCIPLINE), "");
    assert_string_equal(sv_map_cell(map, SV_EVENTS, 0, SV_EVENT_TITLE), "Raadsavond");
    assert_string_equal(sv_map_cell(map, SV_EVENTS, 0, SV_EVENT_ATTENDEES), "");
    assert_string_equal(sv_map_cell(map, SV_SIGNALS, 0, SV_SIGNAL_EVIDENCE), "");
    assert_string_equal(sv_map_cell(map, SV_SIGNALS, 0, SV_SIGNAL_SOURCE), "");
    sv_map_free(map);
}

/* An edition of an edition shows no more, and every edition passes the check without new faults. */
static void editions_are_sound(void **state)
{
    (void)state;
    for (int audience = SV_PRIVATE; audience <= SV_PUBLIC; audience++) {
        sv_map *map = edition_for((sv_audience)audience), *again;
        sv_problems problems;
        sv_problems_init(&problems);
        assert_int_equal(sv_map_edition(map, (sv_audience)audience, &again, NULL), SV_OK);
        for (int s = 0; s < SV_SHEETS; s++)
            assert_int_equal(sv_map_rows(again, (sv_sheet)s), sv_map_rows(map, (sv_sheet)s));
        assert_int_equal(sv_map_check(map, &problems, NULL), SV_OK);
        assert_int_equal(problems.errors, 0); /* those of cells were told while reading */
        sv_problems_clear(&problems);
        sv_map_free(again);
        sv_map_free(map);
    }
}

/* Faults in the rows that are left keep their place: row 2 of the ties is row 2 of the file. */
static void rows_keep_their_place(void **state)
{
    sv_map *map = edition_for(SV_TEAM);
    sv_place place;
    (void)state;
    sv_map_place(map, SV_TIES, sv_map_rows(map, SV_TIES) - 1, SV_TIE_KIND, &place);
    assert_int_equal(place.row, 8);
    assert_string_equal(place.file, "Ties.csv");
    assert_false(sv_map_usable(map, SV_TIES, sv_map_rows(map, SV_TIES) - 1)); /* its strength of 9 is still a fault */
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(we_see_everything),
        cmocka_unit_test(the_team_sees_all_but_private_rows),
        cmocka_unit_test(who_is_hidden_is_named_nowhere),
        cmocka_unit_test(the_public_sees_of_an_actor_what_is_public),
        cmocka_unit_test(the_public_sees_positions_with_a_source),
        cmocka_unit_test(the_public_sees_ties_bare),
        cmocka_unit_test(the_public_sees_the_rest_bare),
        cmocka_unit_test(editions_are_sound),
        cmocka_unit_test(rows_keep_their_place),
    };
    return cmocka_run_group_tests_name("edition", tests, set_up, tear_down);
}

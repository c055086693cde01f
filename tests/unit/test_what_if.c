/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map as it would be: each kind of change worked by hand. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "comparing.h"
#include "failing_memory.h"
#include "reading.h"
#include "support.h"

static const char village[] =
    "= Actors\nid;name;kind;own;organisation\nus;Wij;resident;yes;\na;Anna;resident;;De Kade\nb;Bas;resident;;\nk;De "
    "Kade;welfare;;\nv;Verbond;alliance;;\n"
    "= Ties\nfrom;to;kind;strength;informant;except\nus;a;knows;2;;\na;b;knows;3;;\nus;b;knows;1;Anna;\nk;v;mag_niet;;;a|b\n"
    "= Memberships\nwho;of\na;k\nb;v\n= Issues\nid;title\ni;Het plein\n"
    "= "
    "Positions\nactor;issue;position;salience;certainty;date;informant\na;i;2;3;0,5;;us\na;i;4;1;0,5;;b\nb;i;-2;;;1-1-2026;a\nb;i;onbekend;"
    ";;1-2-2026;a\n"
    "= Groups\ngroup;seats;spokespersons\nGroen;3;zorg:a|wonen:b\n= "
    "Events\ndate;title;attendees\n1-1-2026;Markt;a|us|Bas\n2-1-2026;Raad;Anna\n"
    "= Contacts\ndate;actor;by\n1-1-2026;a;us\n2-1-2026;b;Anna\n3-1-2026;b;us\n";

static sv_supposition step_of(const sv_map *map, sv_suppose what, const char *actor, const char *other)
{
    return (sv_supposition){
        .what = what, .actor = row_of(map, actor), .other = other ? row_of(map, other) : 0, .strength = NAN, .value = NAN};
}

static void expect_cell(const sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *wanted)
{
    assert_true(row < sv_map_rows(map, sheet));
    assert_string_equal(sv_map_cell(map, sheet, row, column), wanted);
}

/* ---- By hand ---- */

/* Without Anna: her ties, membership, positions and contacts go; what she said of us and Bas stays, as hers; lists keep the others. */
static void a_removed_actor_is_named_nowhere(void **state)
{
    sv_map *map = map_of(village, NULL), *gone;
    sv_supposition step = step_of(map, SV_SUPPOSE_REMOVE, "a", NULL);
    char *before = map_as_json(map), *after;
    (void)state;
    gone = suppose(map, &step, 1);
    assert_int_equal(sv_map_rows(gone, SV_ACTORS), 4);
    assert_int_equal(sv_map_rows(gone, SV_TIES), 2);
    expect_cell(gone, SV_TIES, 0, SV_TIE_FROM, "us");
    expect_cell(gone, SV_TIES, 0, SV_TIE_INFORMANT, "a");
    expect_cell(gone, SV_TIES, 1, SV_TIE_EXCEPT, "b");
    assert_int_equal(sv_map_rows(gone, SV_MEMBERSHIPS), 1);
    assert_int_equal(sv_map_rows(gone, SV_POSITIONS), 2);
    expect_cell(gone, SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS, "wonen:b");
    expect_cell(gone, SV_EVENTS, 0, SV_EVENT_ATTENDEES, "us|Bas");
    expect_cell(gone, SV_EVENTS, 1, SV_EVENT_ATTENDEES, "");
    assert_int_equal(sv_map_rows(gone, SV_CONTACTS), 1);
    expect_cell(gone, SV_CONTACTS, 0, SV_CONTACT_DATE, "2026-01-03");
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(gone, (sv_sheet)sheet); row++)
            assert_true(sv_map_usable(gone, (sv_sheet)sheet, row));
    after = map_as_json(map);
    assert_string_equal(before, after); /* the map that was asked about is as it was */
    free(before);
    free(after);
    sv_map_free(map);
    sv_map_free(gone);
}

/* Where somebody works stays written, also when that organisation is gone. */
static void a_removed_organisation_stays_written_as_employer(void **state)
{
    sv_map *map = map_of(village, NULL), *gone;
    sv_supposition step = step_of(map, SV_SUPPOSE_REMOVE, "k", NULL);
    (void)state;
    gone = suppose(map, &step, 1);
    expect_cell(gone, SV_ACTORS, 1, SV_ACTOR_ORGANISATION, "De Kade");
    assert_int_equal(sv_map_rows(gone, SV_TIES), 3);
    assert_int_equal(sv_map_rows(gone, SV_MEMBERSHIPS), 1);
    sv_map_free(map);
    sv_map_free(gone);
}

static double stance_of(const sv_map *map, const char *actor)
{
    double *stance = calloc(sv_map_rows(map, SV_ACTORS), sizeof *stance), found;
    assert_int_equal(sv_map_stances(map, 0, stance, NULL), SV_OK);
    found = stance[row_of(map, actor)];
    free(stance);
    return found;
}

/* Anna: both informants come to say -3, and keep their salience. Bas, whose last word was "unknown", gets one row. Anna to unknown: no row
 * is left. */
static void a_position_moves_whatever_was_said(void **state)
{
    sv_map *map = map_of(village, NULL), *moved;
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_POSITION, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "b", NULL)};
    (void)state;
    steps[0].value = -3;
    steps[1].value = 1.5;
    moved = suppose(map, steps, 2);
    assert_near(stance_of(moved, "a"), -3);
    assert_near(stance_of(moved, "b"), 1.5);
    assert_int_equal(sv_map_rows(moved, SV_POSITIONS), 3);
    expect_cell(moved, SV_POSITIONS, 0, SV_POSITION_SALIENCE, "3");
    expect_cell(moved, SV_POSITIONS, 1, SV_POSITION_SALIENCE, "1");
    sv_map_free(moved);
    steps[0].value = NAN;
    moved = suppose(map, steps, 1);
    assert_near(stance_of(moved, "a"), NAN);
    assert_int_equal(sv_map_rows(moved, SV_POSITIONS), 2);
    sv_map_free(moved);
    sv_map_free(map);
}

static void ties_and_memberships_come_last(void **state)
{
    sv_map *map = map_of(village, NULL), *more;
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_TIE, "a", "k"), step_of(map, SV_SUPPOSE_JOIN, "us", "v")};
    size_t n;
    (void)state;
    steps[0].kind = &sv_tie_kinds(&n)[1];
    steps[0].strength = 2.5;
    more = suppose(map, steps, 2);
    assert_int_equal(sv_map_rows(more, SV_TIES), 5);
    expect_cell(more, SV_TIES, 4, SV_TIE_FROM, "a");
    expect_cell(more, SV_TIES, 4, SV_TIE_KIND, "works_with");
    assert_near(sv_map_tie(more, 4)->strength, 2.5);
    assert_int_equal(sv_map_rows(more, SV_MEMBERSHIPS), 3);
    assert_int_equal(sv_map_membership(more, 2)->of, row_of(more, "v"));
    sv_map_free(more);
    sv_map_free(map);
}

static void expect_refused(const sv_map *map, const sv_supposition *steps, size_t n, sv_code code)
{
    sv_map *supposed = NULL;
    sv_error error = {0};
    assert_int_equal(sv_map_suppose(map, steps, n, &supposed, &error), SV_USAGE);
    assert_int_equal(error.code, code);
    assert_null(supposed);
}

static void what_cannot_be_is_refused(void **state)
{
    sv_map *map = map_of(village, NULL);
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_REMOVE, "a", NULL), step_of(map, SV_SUPPOSE_TIE, "us", "a")};
    (void)state;
    expect_refused(map, steps, 2, SV_E_SUPPOSE_GONE);
    steps[0] = step_of(map, SV_SUPPOSE_TIE, "a", "a");
    expect_refused(map, steps, 1, SV_E_SUPPOSE_ITSELF);
    steps[0] = step_of(map, SV_SUPPOSE_JOIN, "a", "b");
    expect_refused(map, steps, 1, SV_E_SUPPOSE_PERSON);
    steps[0] = step_of(map, SV_SUPPOSE_POSITION, "a", NULL);
    steps[0].value = 4.5;
    expect_refused(map, steps, 1, SV_E_SUPPOSE_VALUE);
    steps[0] = step_of(map, SV_SUPPOSE_TIE, "a", "b");
    steps[0].strength = -1;
    expect_refused(map, steps, 1, SV_E_SUPPOSE_VALUE);
    sv_map_free(map);
}

/* A position that moves away and back is where it was. */
static void moved_and_back_again_is_no_change(void **state)
{
    sv_map *map = map_of(village, NULL), *moved;
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_POSITION, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "a", NULL)};
    (void)state;
    steps[0].value = -4;
    steps[1].value = 3; /* (.5 x 2 + .5 x 4) / 1 */
    moved = suppose(map, steps, 2);
    expect_same_results(map, moved);
    sv_map_free(moved);
    sv_map_free(map);
}

/* ---- Memory ---- */

static sv_status suppose_all(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(village, NULL), *supposed = NULL;
    sv_supposition steps[5] = {step_of(map, SV_SUPPOSE_TIE, "b", "k"), step_of(map, SV_SUPPOSE_JOIN, "us", "v"),
                               step_of(map, SV_SUPPOSE_POSITION, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "b", NULL),
                               step_of(map, SV_SUPPOSE_REMOVE, "a", NULL)};
    sv_status status;
    steps[2].value = 1;
    steps[3].value = 2;
    memory_fails_at(fail_at);
    status = sv_map_suppose(map, steps, 5, &supposed, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, supposed != NULL);
    if (status == SV_OK) {
        char *json = map_as_json(supposed);
        sv_text_add(result, json);
        free(json);
    }
    sv_map_free(supposed);
    sv_map_free(map);
    return status;
}

static sv_status report(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(village, NULL), *supposed;
    sv_supposition steps[3] = {step_of(map, SV_SUPPOSE_REMOVE, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "b", NULL),
                               step_of(map, SV_SUPPOSE_TIE, "us", "v")};
    sv_changes *changes = NULL;
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    steps[1].value = 2;
    supposed = suppose(map, steps, 3);
    assert_int_equal(sv_changes_new(map, supposed, NULL, &changes, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_report_what_if(map, steps, 3, changes, &(sv_changes_told){{.audience = SV_TEAM}, false}, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_changes_free(changes);
    sv_map_free(supposed);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_removed_actor_is_named_nowhere),
        cmocka_unit_test(a_removed_organisation_stays_written_as_employer),
        cmocka_unit_test(a_position_moves_whatever_was_said),
        cmocka_unit_test(ties_and_memberships_come_last),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(moved_and_back_again_is_no_change),
        TORTURE_MEMORY(suppose_all),
        TORTURE_MEMORY(report),
    };
    return cmocka_run_group_tests_name("what_if", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sheets: every sheet and column is found by its names in both languages, however written, and no two answer to one name. */
#include <speelveld/model.h>

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The name in capitals, with a space for _ (only ASCII changes). */
static void shout(const char *name, char loud[80])
{
    size_t i = 0;
    for (; name[i] && i < 79; i++)
        loud[i] = name[i] == '_' ? ' ' : (char)toupper((unsigned char)name[i]);
    loud[i] = '\0';
}

static void sheets_answer_to_their_names(void **state)
{
    (void)state;
    for (int i = 0; i < SV_SHEETS; i++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)i);
        char loud[80];
        assert_int_equal(sv_sheet_find(about->key), i);
        assert_int_equal(sv_sheet_find(about->en), i);
        assert_int_equal(sv_sheet_find(about->nl), i);
        shout(about->nl, loud);
        assert_int_equal(sv_sheet_find(loud), i);
        assert_true(about->n_columns > 0);
    }
    assert_int_equal(sv_sheet_find("Boodschappen"), SV_SHEETS);
    assert_int_equal(sv_sheet_find(""), SV_SHEETS);
}

static void columns_answer_to_their_names(void **state)
{
    (void)state;
    for (int i = 0; i < SV_SHEETS; i++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)i);
        for (size_t c = 0; c < about->n_columns; c++) {
            char loud[80];
            assert_int_equal(sv_column_find((sv_sheet)i, about->columns[c].en), c);
            assert_int_equal(sv_column_find((sv_sheet)i, about->columns[c].nl), c);
            shout(about->columns[c].nl, loud);
            assert_int_equal(sv_column_find((sv_sheet)i, loud), c);
            assert_int_equal(strspn(about->columns[c].en, "abcdefghijklmnopqrstuvwxyz_"), strlen(about->columns[c].en)); /* it is a JSON key */
            assert_true(about->columns[c].type < SV_TYPES);
        }
        assert_int_equal(sv_column_find((sv_sheet)i, "schoenmaat"), SIZE_MAX);
    }
}

static void finds_what_people_call_them(void **state)
{
    (void)state;
    assert_int_equal(sv_column_find(SV_ACTORS, "Thema's"), SV_ACTOR_THEMES);
    assert_int_equal(sv_column_find(SV_ACTORS, "thema"), SV_ACTOR_THEMES);
    assert_int_equal(sv_column_find(SV_SIGNALS, "Thema's"), SV_SIGNAL_THEME);
    assert_int_equal(sv_column_find(SV_ACTORS, "Label"), SV_ACTOR_NAME);
    assert_int_equal(sv_column_find(SV_ISSUES, "naam"), SV_ISSUE_TITLE);
    assert_int_equal(sv_column_find(SV_ACTORS, "opmerking"), SV_ACTOR_NOTE);
    assert_int_equal(sv_column_find(SV_TIES, "type"), SV_TIE_KIND);
    assert_int_equal(sv_column_find(SV_ACTORS, "Wijken"), SV_ACTOR_NEIGHBOURHOOD);
    assert_int_equal(sv_column_find(SV_ACTORS, "buurt"), SV_ACTOR_NEIGHBOURHOOD);
    assert_int_equal(sv_column_find(SV_ACTORS, "organization"), SV_ACTOR_ORGANISATION);
    assert_int_equal(sv_column_find(SV_ACTORS, "rol"), SV_ACTOR_ROLE);
    assert_int_equal(sv_column_find(SV_TIES, "aantekening"), SV_TIE_NOTE);
    assert_int_equal(sv_column_find(SV_POSITIONS, "vraagstuk"), SV_POSITION_ISSUE);
    /* one word, two meanings: in ties "van" is where a tie begins, in memberships the organisation */
    assert_int_equal(sv_column_find(SV_TIES, "van"), SV_TIE_FROM);
    assert_int_equal(sv_column_find(SV_MEMBERSHIPS, "van"), SV_MEMBERSHIP_OF);
    assert_int_equal(sv_column_find(SV_POSITIONS, "gewicht"), SV_POSITION_SALIENCE);
    assert_int_equal(sv_column_find(SV_TIES, "gewicht"), SV_TIE_WEIGHT);
}

/* Ratings, judgements, notes and who said what never leave the team: no column that holds them may be marked public. */
static void what_is_ours_is_not_marked_public(void **state)
{
    static const char *const ours[] = {"own",       "power",     "interest",  "urgency",   "legitimacy", "trust",    "involvement", "desired",  "offers",
                                       "seeks",     "note",      "informant", "certainty", "strength",   "salience", "gains",       "objection", "message",
                                       "ask",       "goal",      "discipline", "outcome",  "next_step",  "attendees", "keep_until",  "legal_basis", "evidence"};
    size_t met = 0;
    (void)state;
    for (int i = 0; i < SV_SHEETS; i++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)i);
        for (size_t c = 0; c < about->n_columns; c++)
            for (size_t k = 0; k < sizeof ours / sizeof *ours; k++)
                if (strcmp(about->columns[c].en, ours[k]) == 0) {
                    assert_false(about->columns[c].flags & SV_COLUMN_PUBLIC);
                    met++;
                }
    }
    assert_true(met >= sizeof ours / sizeof *ours);
    assert_true(sv_sheet_get(SV_CONTACTS)->flags & SV_SHEET_NEVER_PUBLIC);
    assert_true(sv_sheet_get(SV_ABOUT)->flags & SV_SHEET_SINGLE);
}

/* Every sheet but the one about the map itself has a column that says for whom a row is; what a row cannot do without is as map.md has it. */
static void required_and_visible(void **state)
{
    static const char *const required[SV_SHEETS] = {[SV_ABOUT] = "",          [SV_ACTORS] = "name ",          [SV_TIES] = "from to ",
                                                    [SV_MEMBERSHIPS] = "who of ", [SV_ISSUES] = "title ",     [SV_POSITIONS] = "actor issue ",
                                                    [SV_GROUPS] = "group seats ", [SV_SIGNALS] = "date ",     [SV_EVENTS] = "date title ",
                                                    [SV_CONTACTS] = "date actor "};
    (void)state;
    for (int i = 0; i < SV_SHEETS; i++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)i);
        char met[80] = "";
        size_t visibility = 0;
        for (size_t c = 0; c < about->n_columns; c++) {
            if (about->columns[c].flags & SV_COLUMN_REQUIRED)
                snprintf(met + strlen(met), sizeof met - strlen(met), "%s ", about->columns[c].en);
            visibility += about->columns[c].type == SV_TYPE_VISIBILITY;
        }
        assert_string_equal(met, required[i]);
        assert_int_equal(visibility, i != SV_ABOUT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheets_answer_to_their_names),      cmocka_unit_test(columns_answer_to_their_names), cmocka_unit_test(finds_what_people_call_them),
        cmocka_unit_test(what_is_ours_is_not_marked_public), cmocka_unit_test(required_and_visible),
    };
    return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}

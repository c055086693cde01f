/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Nothing leaks: a map with a mark of its own in every cell of every sheet, in columns and sheets of the user's
 * own too, and then a search for those marks in everything that is written for the public or for the team. The same search
 * in what is written for ourselves must find them, or it would prove nothing. The program is told by SPEELVELD. Pictures have a test of
 * their own: test_leak_pictures.c.
 */
#include <speelveld.h>

#include "base/file.h"
#include "base/text.h"
#include "gathering.h"
#include "leak_map.h"
#include "leak_search.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char *folder, *map_path;

static int begin(void **state)
{
    sv_text json = {0};
    (void)state;
    leak_map_compose(&json);
    folder = make_folder();
    put_file(folder, "kaart.json", json.bytes);
    map_path = sv_file_join(folder, "kaart.json");
    sv_text_clear(&json);
    return map_path ? 0 : 1;
}

static int end(void **state)
{
    (void)state;
    free(map_path);
    remove_folder(folder);
    return 0;
}

/* ---- The library ---- */

static sv_map *read_map(void)
{
    const char *path = map_path;
    sv_problems problems;
    sv_error error = {0};
    sv_map *map = NULL;
    sv_problems_init(&problems);
    assert_int_equal(sv_map_read(&path, 1, &map, &problems, &error), SV_OK);
    for (size_t i = 0; i < problems.n; i++)
        if (sv_code_severity(problems.items[i].code) == SV_ERROR)
            print_error("%s row %d column %s: %s %s\n", problems.items[i].place.sheet, (int)problems.items[i].place.row,
                        problems.items[i].place.column, sv_code_id(problems.items[i].code), problems.items[i].found);
    assert_int_equal(problems.errors, 0);
    sv_problems_clear(&problems);
    return map;
}

/* The path of an edition as JSON, or as CSV in a language; freed by the caller. */
static char *write_edition(const sv_map *map, sv_audience audience, const char *name, sv_language language)
{
    sv_write_options options = {.language = language};
    sv_map *edition = NULL;
    sv_error error = {0};
    char *path = sv_file_join(folder, name);
    assert_int_equal(sv_map_edition(map, audience, &edition, &error), SV_OK);
    assert_int_equal(sv_map_write(edition, path, &options, &error), SV_OK);
    sv_map_free(edition);
    return path;
}

static void an_edition_holds_no_mark(void **state)
{
    static const char *const names[] = {"uit.json", "uit-en", "uit-nl"};
    sv_map *map = read_map();
    size_t found = 0;
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++)
        for (int i = 0; i < 3; i++) {
            char name[40], *path;
            snprintf(name, sizeof name, "%d%s", audience, names[i]);
            path = write_edition(map, (sv_audience)audience, name, i == 2 ? SV_DUTCH : SV_ENGLISH);
            found += leak_find(path, (sv_audience)audience);
            free(path);
        }
    assert_int_equal(found, 0);
    sv_map_free(map);
}

/* The same search finds every mark in the private edition, and the team's own in that of the team. */
static void the_search_can_fail(void **state)
{
    static const char *const names[] = {"alles.json", "alles-en", "alles-nl"};
    sv_map *map = read_map();
    char *path;
    (void)state;
    assert_true(leak_map_count(IN_PRIVATE) > 100 && leak_map_count(IN_TEAM) > 100 && leak_map_count(IN_HIDDEN_CELL) > 50);
    for (int i = 0; i < 3; i++) {
        path = write_edition(map, SV_PRIVATE, names[i], i == 2 ? SV_DUTCH : SV_ENGLISH);
        for (int class = IN_PRIVATE; class < MARK_CLASSES; class ++)
            assert_int_equal(leak_count(path, (mark_class) class, ALL_STAND), leak_map_count((mark_class) class));
        free(path);
    }
    path = write_edition(map, SV_TEAM, "team.json", SV_ENGLISH);
    assert_int_equal(leak_count(path, IN_TEAM, ALL_STAND), leak_map_count(IN_TEAM));
    assert_int_equal(leak_count(path, IN_HIDDEN_CELL, ALL_STAND), leak_map_count(IN_HIDDEN_CELL));
    free(path);
    sv_map_free(map);
}

/* In memory too: no cell in a column that is not public, whatever its type (also yes and no), and no column of the user's own. */
static void a_public_edition_is_empty_where_it_must(void **state)
{
    sv_map *map = read_map(), *edition = NULL;
    (void)state;
    assert_int_equal(sv_map_edition(map, SV_PUBLIC, &edition, NULL), SV_OK);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)sheet);
        size_t rows = sv_map_rows(edition, (sv_sheet)sheet);
        assert_int_equal(rows, about->flags & SV_SHEET_NEVER_PUBLIC                              ? 0
                               : sheet == SV_ACTORS || sheet == SV_SIGNALS || sheet == SV_EVENTS ? 2
                                                                                                 : 1);
        assert_true(sv_map_columns(edition, (sv_sheet)sheet) <= about->n_columns);
        for (size_t column = 0; column < about->n_columns && rows; column++)
            if (!(about->columns[column].flags & SV_COLUMN_PUBLIC))
                for (size_t row = 0; row < rows; row++)
                    assert_string_equal(sv_map_cell(edition, (sv_sheet)sheet, row, column), "");
    }
    sv_map_free(edition);
    sv_map_free(map);
}

/* The rules, apart from the table that has to follow them: what of a public row never leaves the team. */
static void no_judgement_is_a_public_column(void **state)
{
    static const char *const never[] = {"note",        "own",       "power",     "interest",   "urgency",     "legitimacy", "trust",
                                        "involvement", "desired",   "offers",    "seeks",      "legal_basis", "updated",    "keep_until",
                                        "strength",    "informant", "certainty", "except",     "message",     "ask",        "goal",
                                        "salience",    "gains",     "objection", "discipline", "evidence",    "attendees",  "by",
                                        "how",         "outcome",   "next_step", "due"};
    (void)state;
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)sheet);
        for (size_t column = 0; column < about->n_columns; column++)
            for (size_t i = 0; i < sizeof never / sizeof *never; i++)
                if (strcmp(about->columns[column].en, never[i]) == 0 && (about->columns[column].flags & SV_COLUMN_PUBLIC)) {
                    print_error("%s, column %s is public\n", about->key, never[i]);
                    fail();
                }
    }
    assert_true(sv_sheet_get(SV_CONTACTS)->flags & SV_SHEET_NEVER_PUBLIC);
}

static sv_map *edition_of(const char *json, sv_audience audience)
{
    reading r = read_text("kaart.json", json);
    sv_map *edition = NULL;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_edition(r.map, audience, &edition, NULL), SV_OK);
    clear_reading(&r);
    return edition;
}

/* Somebody who types "privee" or "openbar" did not say that all may see it. */
static void a_visibility_that_cannot_be_read_is_private(void **state)
{
    sv_map *edition = edition_of("{\"speelveld\": 1, \"actors\": [{\"name\": \"Samira\", \"visibility\": \"openbar\"},"
                                 "{\"name\": \"Hakan\", \"visibility\": 1}, {\"name\": \"Gerard\"}]}",
                                 SV_TEAM);
    (void)state;
    assert_int_equal(sv_map_rows(edition, SV_ACTORS), 1);
    assert_string_equal(sv_map_cell(edition, SV_ACTORS, 0, SV_ACTOR_NAME), "Gerard");
    sv_map_free(edition);
}

/* A second column of that name does not undo what it says: of two words the closest one counts. */
static void a_second_visibility_counts_too(void **state)
{
    sv_map *edition = edition_of("{\"speelveld\": 1, \"actors\": [{\"name\": \"Samira\", \"zichtbaarheid (2)\": \"private\"},"
                                 "{\"name\": \"Gerard\", \"zichtbaarheid (2)\": \"team\"}]}",
                                 SV_TEAM);
    (void)state;
    assert_int_equal(sv_map_rows(edition, SV_ACTORS), 1);
    assert_string_equal(sv_map_cell(edition, SV_ACTORS, 0, SV_ACTOR_NAME), "Gerard");
    sv_map_free(edition);
}

/* A sheet of the user's own may say of a row that it is private, in either language. */
static void own_sheets_keep_private_rows(void **state)
{
    sv_map *edition = edition_of("{\"speelveld\": 1, \"actors\": [{\"name\": \"Samira\"}], \"gesprekken\": ["
                                 "{\"wie\": \"pvqeen\", \"zichtbaarheid\": \"privé\"}, {\"wie\": \"twee\", \"zichtbaarheid\": \"team\"}],"
                                 "\"talks\": [{\"who\": \"pvqdrie\", \"visibility\": \"private\", \"minutes\": 12}]}",
                                 SV_TEAM);
    char *json = map_as_json(edition);
    bool team = strstr(json, "twee"), private = strstr(json, "pvq");
    (void)state;
    free(json);
    sv_map_free(edition);
    assert_true(team);
    assert_false(private);
}

/* ---- The program ---- */

static const char *const answers[] = {
    "scores ../kaart.json --with-own --top 0 --lang nl #%s",
    "scores ../kaart.json --with-own --top 0 --lang en #%s",
    "scores ../kaart.json --with-own --format csv #%s",
    "scores ../kaart.json --with-own --format json #%s",
    "draw ../kaart.json --by betweenness -o %s.svg --scores %s.json",
    "draw ../kaart.json -o %s.svg --scores %s.csv",
    "privacy ../kaart.json --format json #%s",
    "convert ../kaart.json %s.json",
    "convert ../kaart.json %s-map --lang nl",
    "convert ../kaart.json %s-map --lang en",
};
enum { n_answers = sizeof answers / sizeof *answers };

/* Answers that need not name anybody, or be given to everyone; "none" and a refusal are answers too. */
static const char *const more_answers[] = {
    "allies ../kaart.json --issue vraagstuk --format json #%s",
    "majority ../kaart.json --issue vraagstuk --format json #%s",
    "contacts ../kaart.json --issue vraagstuk --format json #%s",
    "who ../kaart.json --political --format json #%s",
    "support ../kaart.json --issue vraagstuk --format json #%s",
    "match ../kaart.json --format json #%s",
    "gaps ../kaart.json --format json #%s",
    "exposure ../kaart.json --format json #%s",
    "signals ../kaart.json --format json #%s",
};
enum { n_all_answers = n_answers + sizeof more_answers / sizeof *more_answers };

static const char *answer_at(size_t i)
{
    return i < n_answers ? answers[i] : more_answers[i - n_answers];
}

static void no_answer_holds_a_mark(void **state)
{
    static const char *const audiences[] = {[SV_TEAM] = "team", [SV_PUBLIC] = "public"};
    size_t found = 0;
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++)
        for (size_t i = 0; i < n_all_answers; i++) {
            char *path = leak_answer(folder, answer_at(i), audiences[audience], i >= n_answers);
            found += leak_find(path, (sv_audience)audience);
            free(path);
        }
    assert_int_equal(found, 0);
}

/* For ourselves the private actors are named in every answer that can be read as text. */
static void the_search_of_answers_can_fail(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_answers; i++) {
        char *path = leak_answer(folder, answers[i], "private", false);
        if (leak_count(path, IN_PRIVATE, SOME_STAND) < 2) {
            print_error("speelveld %s: the private actors are not named\n", answers[i]);
            fail();
        }
        free(path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_edition_holds_no_mark),
        cmocka_unit_test(the_search_can_fail),
        cmocka_unit_test(a_public_edition_is_empty_where_it_must),
        cmocka_unit_test(no_judgement_is_a_public_column),
        cmocka_unit_test(a_visibility_that_cannot_be_read_is_private),
        cmocka_unit_test(own_sheets_keep_private_rows),
        cmocka_unit_test(a_second_visibility_counts_too),
        cmocka_unit_test(no_answer_holds_a_mark),
        cmocka_unit_test(the_search_of_answers_can_fail),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

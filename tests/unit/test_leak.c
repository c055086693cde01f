/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Nothing leaks: a map with a mark of its own in every cell of every sheet, in columns and sheets of the user's
 * own too, and then a search for those marks in everything that is written for the public or for the team. The same search
 * in what is written for ourselves must find them, or it would prove nothing. The program is told by SPEELVELD.
 */
#include <speelveld.h>

#include "base/file.h"
#include "base/text.h"
#include "gathering.h"
#include "leak_map.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

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

/* ---- Searching ---- */

static bool stands_in(const mark *m, const char *bytes, size_t n)
{
    for (int form = 0; form < mark_forms; form++)
        if (*m->forms[form] && memmem(bytes, n, m->forms[form], strlen(m->forms[form])))
            return true;
    return false;
}

/* What is expected of the marks of a class: those that are otherwise are named. */
typedef enum expectation { NONE_STANDS = 0, ALL_STAND, SOME_STAND } expectation;

/* How many marks of a class stand under a path. */
static size_t count_marks(const char *path, mark_class class, expectation expected)
{
    sv_text all = {0};
    size_t found = 0, n_marks;
    const mark *marks = leak_map_marks(&n_marks);
    gather_files(path, &all);
    assert_true(all.length > 0 && !all.failed);
    for (size_t i = 0; i < n_marks; i++) {
        bool stands = marks[i].class == class && stands_in(&marks[i], all.bytes, all.length);
        found += stands;
        if (marks[i].class == class && expected != SOME_STAND && stands != (expected == ALL_STAND))
            print_error("%s %s \"%s\": %s\n", sv_file_name(path), stands ? "holds" : "lacks", marks[i].forms[0], marks[i].where);
    }
    sv_text_clear(&all);
    return found;
}

static size_t leaks(const char *path, sv_audience audience)
{
    size_t found = count_marks(path, IN_PRIVATE, NONE_STANDS);
    if (audience == SV_PUBLIC)
        found += count_marks(path, IN_TEAM, NONE_STANDS) + count_marks(path, IN_HIDDEN_CELL, NONE_STANDS);
    return found;
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
            found += leaks(path, (sv_audience)audience);
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
            assert_int_equal(count_marks(path, (mark_class) class, ALL_STAND), leak_map_count((mark_class) class));
        free(path);
    }
    path = write_edition(map, SV_TEAM, "team.json", SV_ENGLISH);
    assert_int_equal(count_marks(path, IN_TEAM, ALL_STAND), leak_map_count(IN_TEAM));
    assert_int_equal(count_marks(path, IN_HIDDEN_CELL, ALL_STAND), leak_map_count(IN_HIDDEN_CELL));
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

/* Run `speelveld ARGUMENTS` in the folder, what it says in `name`.said; every %s in the arguments is the file it makes. */
static void run_program(const char *arguments, const char *audience, const char *name, bool may_refuse)
{
    const char *program = getenv("SPEELVELD");
    char filled[400], command[2400];
    int code;
    if (!program || !*program) {
        puts("skip: the program is not there (SPEELVELD is not set)");
        skip();
    }
    snprintf(filled, sizeof filled, arguments, name, name);
    snprintf(command, sizeof command, "cd '%s' && '%s' %s --audience %s >'%s.said' 2>&1", folder, program, filled, audience, name);
    code = system(command);
    if (!WIFEXITED(code) || WEXITSTATUS(code) > (may_refuse ? 3 : 0)) {
        char *said = NULL, file[80];
        snprintf(file, sizeof file, "%s.said", name);
        said = get_file(folder, file);
        print_error("speelveld %s --audience %s: %s\n", filled, audience, said);
        free(said);
        fail();
    }
}

/* What people and machines can read in a PDF: its pages, and what it says about itself. */
static void read_pdf(const char *name)
{
    char command[2400];
    snprintf(command, sizeof command,
             "cd '%s' && { [ ! -e '%s' ] || { pdftotext -raw '%s' - && pdfinfo '%s' && pdfinfo -meta '%s'; } >'%s.text' 2>&1; }", folder, name, name,
             name, name, name);
    assert_int_equal(system(command), 0);
}

static const char *const answers[] = {
    "scores kaart.json --with-own --top 0 --lang nl #%s",
    "scores kaart.json --with-own --top 0 --lang en #%s",
    "scores kaart.json --with-own --format csv #%s",
    "scores kaart.json --with-own --format json #%s",
    "draw kaart.json --all --issue vraagstuk --lang nl -o %s.svg",
    "draw kaart.json --all -o %s.pdf",
    "draw kaart.json --all -o %s.png",
    "draw kaart.json --all -o %s.dot",
    "draw kaart.json --by betweenness -o %s.svg --scores %s.json",
    "draw kaart.json -o %s.svg --scores %s.csv",
    "privacy kaart.json --format json #%s",
    "convert kaart.json %s.json",
    "convert kaart.json %s-map --lang nl",
    "convert kaart.json %s-map --lang en",
};
enum { n_answers = sizeof answers / sizeof *answers };

/* Answers that need not name anybody, or be given to everyone; "none" and a refusal are answers too. */
static const char *const more_answers[] = {
    "deck kaart.json --issue vraagstuk --views network,grid,alliances,money --lang nl -o %s.pdf", /* not rings: their names are words that stand in columns too */
    "handout kaart.json --issue vraagstuk -o %s.pdf",
    "draw kaart.json --view field --issue vraagstuk --all -o %s.svg",
    "draw kaart.json --view grid --all -o %s.svg",
    "draw kaart.json --view rings --all -o %s.svg",
    "draw kaart.json --view colours --issue vraagstuk --all -o %s.svg",
    "draw kaart.json --view trust --issue vraagstuk --all -o %s.svg",
    "draw kaart.json --view spectrum --issue vraagstuk --all -o %s.svg",
    "draw kaart.json --view council --all -o %s.svg",
    "draw kaart.json --view alliances --all -o %s.svg",
    "draw kaart.json --view money --all -o %s.svg",
    "draw kaart.json --view signals -o %s.svg",
    "allies kaart.json --issue vraagstuk --format json #%s",
    "majority kaart.json --issue vraagstuk --format json #%s",
    "contacts kaart.json --issue vraagstuk --format json #%s",
    "who kaart.json --political --format json #%s",
    "support kaart.json --issue vraagstuk --format json #%s",
    "match kaart.json --format json #%s",
    "gaps kaart.json --format json #%s",
    "exposure kaart.json --format json #%s",
    "signals kaart.json --format json #%s",
};
enum { n_all_answers = n_answers + sizeof more_answers / sizeof *more_answers };

static const char *answer_at(size_t i)
{
    return i < n_answers ? answers[i] : more_answers[i - n_answers];
}

/* Answer number i for an audience; its files are called so and may be searched together. */
static void make_answer(size_t i, const char *audience, char *name, size_t size)
{
    static const char *const endings[] = {"", ".svg", ".pdf", ".png", ".dot", ".json", ".csv", "-map", ".said", ".text"};
    char arguments[400], command[1500];
    const char *answer = answer_at(i), *comment = strstr(answer, " #");
    snprintf(name, size, "antwoord-%s-%zu", audience, i);
    snprintf(arguments, sizeof arguments, "%.*s", comment ? (int)(comment - answer) : (int)strlen(answer), answer);
    run_program(arguments, audience, name, i >= n_answers);
    if (strstr(answer, ".pdf")) {
        char pdf[100];
        snprintf(pdf, sizeof pdf, "%s.pdf", name);
        read_pdf(pdf);
    }
    snprintf(command, sizeof command, "mkdir '%s/%s'", folder, name);
    assert_int_equal(system(command), 0);
    for (size_t j = 1; j < sizeof endings / sizeof *endings; j++) {
        snprintf(command, sizeof command, "cd '%s' && for f in '%s%s' '%s'.*'%s'; do [ ! -e \"$f\" ] || mv \"$f\" '%s/'; done", folder,
                 name, endings[j], name, endings[j], name);
        assert_int_equal(system(command), 0);
    }
}

static void no_answer_holds_a_mark(void **state)
{
    static const char *const audiences[] = {[SV_TEAM] = "team", [SV_PUBLIC] = "public"};
    size_t found = 0;
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++)
        for (size_t i = 0; i < n_all_answers; i++) {
            char name[80], *path;
            make_answer(i, audiences[audience], name, sizeof name);
            path = sv_file_join(folder, name);
            found += leaks(path, (sv_audience)audience);
            free(path);
        }
    assert_int_equal(found, 0);
}

/* For ourselves the private actors are named in every answer that can be read as text. */
static void the_search_of_answers_can_fail(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_answers; i++) {
        char name[80], *path;
        make_answer(i, "private", name, sizeof name);
        path = sv_file_join(folder, name);
        if (!strstr(answers[i], ".png") && count_marks(path, IN_PRIVATE, SOME_STAND) < 2) {
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

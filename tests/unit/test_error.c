/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Faults: every code has all it needs, texts are filled in and cut between characters, lists count what they cannot keep. */
#include <speelveld/base.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* Every {…} in a text is one that is filled in. */
static void assert_slots_known(const char *text)
{
    for (const char *brace = strchr(text, '{'); brace; brace = strchr(brace + 1, '{'))
        assert_true(strncmp(brace, "{found}", 7) == 0 || strncmp(brace, "{expected}", 10) == 0);
}

static void every_code_is_whole(void **state)
{
    (void)state;
    for (int i = 0; i < SV_CODE_COUNT; i++) {
        sv_code code = (sv_code)i;
        sv_error error = {.code = code};
        char text[1024];
        assert_true(strlen(sv_code_id(code)) > 2);
        assert_int_equal(strspn(sv_code_id(code), "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(sv_code_id(code)));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(sv_code_id(code), sv_code_id((sv_code)j));
        assert_int_equal(sv_code_status(code) == SV_OK, code == SV_E_NONE);
        for (int language = 0; language < SV_LANGUAGES; language++) {
            assert_true(strlen(sv_error_message(&error, (sv_language)language, text, sizeof text)) > 5);
            assert_null(strchr(text, '{'));
            sv_error_remedy(&error, (sv_language)language, text, sizeof text);
        }
    }
#define SLOTS_KNOWN(code, id, status, severity, message, remedy) \
    assert_slots_known(message);                                  \
    assert_slots_known(remedy);
    SV_CODES(SLOTS_KNOWN)
}

static void says_what_and_where(void **state)
{
    sv_place place = {.file = "Relaties.csv", .sheet = "Relaties", .column = "van", .row = 4};
    sv_error error;
    char text[512];
    (void)state;
    assert_int_equal(sv_error_at(&error, SV_E_ACTOR_UNKNOWN, &place, "Fatma", " (\"Fatima\"?)"), SV_DATA);
    assert_non_null(strstr(sv_error_message(&error, SV_ENGLISH, text, sizeof text), "\"Fatma\""));
    assert_non_null(strstr(sv_error_remedy(&error, SV_ENGLISH, text, sizeof text), " (\"Fatima\"?)"));
    assert_string_equal(sv_error_where(&error, SV_ENGLISH, text, sizeof text), "Relaties.csv, sheet Relaties, row 4, column van");
    assert_string_equal(sv_error_where(&error, SV_DUTCH, text, sizeof text), "Relaties.csv, blad Relaties, rij 4, kolom van");
    assert_int_equal(sv_error_set(&error, SV_E_MEMORY, NULL, NULL), SV_MEMORY);
    assert_string_equal(sv_error_where(&error, SV_ENGLISH, text, sizeof text), "");
    assert_int_equal(sv_error_set(NULL, SV_E_FILE_OPEN, "x", NULL), SV_IO); /* nobody listens */
    error = (sv_error){.code = SV_E_NUMBER, .place = {.row = 18446744073709551615u}};
    assert_string_equal(sv_error_where(&error, SV_ENGLISH, text, sizeof text), "row 18446744073709551615");
}

/* A phrase of ours that was found is told in the reader's language; a word that a person wrote stays as it is, also when we have it too. */
static void only_our_own_words_are_translated(void **state)
{
    sv_error error;
    char text[512];
    (void)state;
    sv_error_set(&error, SV_E_ACTOR_UNKNOWN, "sheet", "");
    assert_non_null(strstr(sv_error_message(&error, SV_DUTCH, text, sizeof text), "\"sheet\""));
    sv_error_set(&error, SV_E_JSON_SHAPE, "a number", "rows between [ and ]");
    sv_error_message(&error, SV_DUTCH, text, sizeof text);
    assert_non_null(strstr(text, "een getal"));
}

/* What stood there may hold anything and be of any length: it is made safe to print. */
static void what_was_found_is_made_safe(void **state)
{
    sv_error error;
    char longer[1000];
    (void)state;
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    sv_error_set(&error, SV_E_NUMBER, longer, "a\nb\x1B[2J");
    assert_int_equal(strlen(error.found), sizeof error.found - 1);
    assert_string_equal(error.found + sizeof error.found - 4, "…");
    assert_string_equal(error.expected, "a b [2J");
}

/* A message cut at any size is whole characters, ends in NUL within the size, and is the beginning of the whole message. */
static void cuts_between_characters(void **state)
{
    /* the message ends in what was found: "… never closed: {found}" */
    sv_error error = {.code = SV_E_QUOTE_OPEN, .found = "\xE2\x82\xAC\xC3\xA9\xF0\x9F\x98\x80\xE4\xBA\xAC",
                      .place = {.file = "\xC3\xA9\xC3\xA9.csv", .sheet = "Thema\xE2\x80\x99s", .column = "\xE4\xBA\xAC", .row = 7}};
    char whole[512];
    (void)state;
    for (int language = 0; language < SV_LANGUAGES; language++) {
        size_t n = strlen(sv_error_message(&error, (sv_language)language, whole, sizeof whole));
        assert_non_null(strstr(whole, error.found));
        for (size_t size = 1; size <= n + 2; size++) {
            char *buffer = malloc(size), *where = malloc(size);
            sv_error_message(&error, (sv_language)language, buffer, size);
            assert_true(strlen(buffer) < size && sv_utf8_valid(buffer, strlen(buffer), NULL));
            assert_int_equal(strncmp(buffer, whole, strlen(buffer)), 0);
            assert_true(strlen(buffer) + 4 >= (size < n + 1 ? size : n + 1)); /* no more is lost than one character */
            sv_error_where(&error, (sv_language)language, where, size);
            assert_true(strlen(where) < size && sv_utf8_valid(where, strlen(where), NULL));
            free(buffer);
            free(where);
        }
    }
}

static void the_longest_place_fits(void **state)
{
    sv_error error = {.code = SV_E_NUMBER, .place = {.row = 18446744073709551615u}};
    char text[1024];
    (void)state;
    memset(error.place.file, 'f', sizeof error.place.file - 1);
    memset(error.place.sheet, 's', sizeof error.place.sheet - 1);
    memset(error.place.column, 'c', sizeof error.place.column - 1);
    sv_error_where(&error, SV_DUTCH, text, sizeof text);
    /* 255 f + ", blad " + 63 s + ", rij " + 20 digits + ", kolom " + 63 c */
    assert_int_equal(strlen(text), 255 + 7 + 63 + 6 + 20 + 8 + 63);
}

static void lists_count_what_they_do_not_keep(void **state)
{
    sv_problems problems;
    (void)state;
    sv_problems_init(&problems);
    sv_problems_add(&problems, SV_E_COLUMN_UNKNOWN, NULL, "schoenmaat", NULL);
    sv_problems_add(&problems, SV_E_TIE_SELF, NULL, "anna", NULL);
    for (size_t i = 0; i < SV_PROBLEMS_KEPT + 5; i++)
        sv_problems_add(&problems, SV_E_REQUIRED, NULL, NULL, NULL);
    assert_int_equal(problems.notes, 1);
    assert_int_equal(problems.warnings, 1);
    assert_int_equal(problems.errors, SV_PROBLEMS_KEPT + 5);
    assert_int_equal(problems.n, SV_PROBLEMS_KEPT);
    assert_string_equal(problems.items[0].found, "schoenmaat");
    assert_false(problems.incomplete);
    sv_problems_clear(&problems);
    assert_int_equal(problems.n + problems.errors, 0);
    sv_problems_add(NULL, SV_E_REQUIRED, NULL, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_is_whole), cmocka_unit_test(says_what_and_where),
        cmocka_unit_test(only_our_own_words_are_translated), cmocka_unit_test(what_was_found_is_made_safe),
        cmocka_unit_test(cuts_between_characters), cmocka_unit_test(the_longest_place_fits),
        cmocka_unit_test(lists_count_what_they_do_not_keep),
    };
    return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}

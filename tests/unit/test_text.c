/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text: cut only between characters, compared as people compare, made into ids; in every script that names come in. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Names as they come, with accents in one character and in two, in several scripts; all invented. */
static const char *const names[] = {
    "",           "Jan",          "jan",        "JAN",           "J\xC3\xA1n",  "Ja\xCC\x81n",     "Thema's",    "themas",      "TH\xC3\x89MAS",
    "Jan-Willem", "Jan Willem",   "jan_willem", "\xC5\x9E\xC3\xBCkr\xC3\xBC \xC3\x96zt\xC3\xBCrk", "SUKRU OZTURK", "\xC4\xB0" "brahim",
    "ibrahim",    "\xC4\xB1rmak", "\xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82\xC4\x87", "\xD9\x81\xD8\xA7\xD8\xB7\xD9\x85\xD8\xA9", "\xD8\xA3\xD8\xAD\xD9\x85\xD8\xAF",
    "\xD8\xA7\xD8\xAD\xD9\x85\xD8\xAF", "\xEF\xAC\x81" "ets", "fiets", "Stra\xC3\x9F" "e", "strasse", "\xE4\xBA\xAC\xE9\x83\xBD", "\xEF\xBC\xA1" "BC", "abc",
    "\xF0\x9F\x98\x80", "a\xE2\x80\x99" "b", "ab", "\xEF\xB7\xBA", "\xEA\xB0\x81", "a\xC2\xA0" "b"};
enum { n_names = sizeof names / sizeof *names };

static void builds_up(void **state)
{
    sv_text text = {0};
    (void)state;
    assert_string_equal(sv_text_get(&text), "");
    sv_text_add(&text, "acht");
    sv_text_add_char(&text, ' ');
    sv_text_add_n(&text, "actoren", 6);
    sv_text_addf(&text, " %s%d", "n=", 8);
    assert_string_equal(sv_text_get(&text), "acht actore n=8");
    assert_int_equal(text.length, strlen("acht actore n=8"));
    for (int i = 0; i < 10000; i++)
        sv_text_addf(&text, "%d,", i);
    assert_int_equal(text.length, 15 + 10 * 2 + 90 * 3 + 900 * 4 + 9000 * 5);
    sv_text_clear(&text);
    assert_null(text.bytes);
}

/* For every text and every size: what stands in the buffer is whole characters, ends in NUL within the size, and is cut only when it must be. */
static void fits_at_a_character(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_names; i++)
        for (size_t size = 0; size <= strlen(names[i]) + 5; size++) {
            char *buffer = malloc(size ? size : 1), *more; /* to the byte, so that a write beyond it is seen */
            sv_text_fit(buffer, size, names[i]);
            if (size > 0) {
                assert_true(strlen(buffer) < size);
                assert_true(sv_utf8_valid(buffer, strlen(buffer), NULL));
                if (strlen(names[i]) < size)
                    assert_string_equal(buffer, names[i]);
                else if (size >= sizeof "…") {
                    more = strstr(buffer, "…");
                    assert_non_null(more);
                    assert_int_equal(strncmp(buffer, names[i], (size_t)(more - buffer)), 0);
                }
            }
            free(buffer);
        }
}

static void fits_without_controls(void **state)
{
    char buffer[32];
    (void)state;
    sv_text_fit(buffer, sizeof buffer, "a\tb\nc\x1B[31m\x7F");
    assert_string_equal(buffer, "a b c [31m ");
    sv_text_fit(buffer, sizeof buffer, "x\xC2\x85y\xFF");
    assert_string_equal(buffer, "x y?");
}

static void knows_valid_utf8(void **state)
{
    static const struct {
        const char *bytes;
        size_t bad;
    } wrong[] = {{"a\xFF", 1},         {"ab\xC3", 2},            {"\xC0\x80", 0},             {"\xED\xA0\x80", 0},
                 {"\xE2\x82", 0},      {"\xF5\x80\x80\x80", 0}, {"\xF4\x90\x80\x80", 0},     {"\xC3\xA9\x80", 2},
                 {"\xE0\x80\xAF", 0}, {"\xF0\x80\x80\xAF", 0}};
    size_t bad = 99;
    (void)state;
    for (size_t i = 0; i < n_names; i++)
        assert_true(sv_utf8_valid(names[i], strlen(names[i]), &bad));
    assert_true(sv_utf8_valid("a\0b", 3, NULL));
    assert_true(sv_utf8_valid("\xF4\x8F\xBF\xBF", 4, NULL)); /* the last character there is */
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(sv_utf8_valid(wrong[i].bytes, strlen(wrong[i].bytes), &bad));
        assert_int_equal(bad, wrong[i].bad);
    }
}

static void counts_and_measures(void **state)
{
    uint32_t character;
    (void)state;
    assert_int_equal(sv_utf8_count("\xC5\x9E\xC3\xBCkr\xC3\xBC"), 5);
    assert_int_equal(sv_utf8_width("\xC5\x9E\xC3\xBCkr\xC3\xBC"), 5);
    assert_int_equal(sv_utf8_count("e\xCC\x81"), 2);
    assert_int_equal(sv_utf8_width("e\xCC\x81"), 1);                /* a mark takes no column */
    assert_int_equal(sv_utf8_width("\xE4\xBA\xAC\xE9\x83\xBD"), 4); /* Kyoto, two wide characters */
    assert_int_equal(sv_utf8_width(""), 0);
    assert_int_equal(sv_utf8_next("\xE2\x82\xAC", &character), 3);
    assert_int_equal(character, 0x20AC);
    assert_int_equal(sv_utf8_next("\xFF" "a", &character), 1);
    assert_int_equal(character, 0xFFFD);
    assert_int_equal(sv_utf8_next("", &character), 0);
}

static void assert_folds(const char *text, const char *wanted)
{
    sv_text folded = {0};
    assert_true(sv_text_fold(text, &folded));
    assert_string_equal(sv_text_get(&folded), wanted);
    sv_text_clear(&folded);
}

static void folds(void **state)
{
    (void)state;
    assert_folds("Thema's", "themas");
    assert_folds("TH\xC3\x89MAS", "themas");
    assert_folds("Van der  Meer_3-b", "vandermeer3b");
    assert_folds("\xC5\x9E\xC3\xBCkr\xC3\xBC \xC3\x96zt\xC3\xBCrk", "sukruozturk");
    assert_folds("\xC4\xB0" "brahim", "ibrahim");                                  /* Turkish dotted capital I */
    assert_folds("\xC4\xB1rmak", "irmak"); /* the dotless one is another letter, and Dutch keyboards do not have it */
    assert_folds("\xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82\xC4\x87", "lukaszzolc"); /* nor the Polish l with a stroke */
    assert_folds("\xD8\xA3\xD8\xAD\xD9\x85\xD8\xAF", "\xD8\xA7\xD8\xAD\xD9\x85\xD8\xAF"); /* Arabic: the hamza on the alif is a mark */
    assert_folds("Stra\xC3\x9F" "e", "strasse");
    assert_folds("\xEF\xAC\x81" "ets", "fiets");
    assert_folds("a\xC2\xA0" "b\xE2\x80\x93" "c\xE2\x80\x99", "abc");
    assert_folds("", "");
}

/* Comparing two texts and comparing what they fold to is the same, for all pairs. */
static void same_is_folded_alike(void **state)
{
    size_t alike = 0;
    (void)state;
    for (size_t i = 0; i < n_names; i++)
        for (size_t j = 0; j < n_names; j++) {
            sv_text a = {0}, b = {0};
            bool equal;
            assert_true(sv_text_fold(names[i], &a) && sv_text_fold(names[j], &b));
            equal = strcmp(sv_text_get(&a), sv_text_get(&b)) == 0;
            if (sv_text_same(names[i], names[j]) != equal)
                fail_msg("\"%s\" and \"%s\" fold to \"%s\" and \"%s\"", names[i], names[j], a.bytes, b.bytes);
            alike += equal && i != j;
            sv_text_clear(&a);
            sv_text_clear(&b);
        }
    assert_true(alike >= 20);
    assert_false(sv_text_same("jan", "jans"));
    assert_false(sv_text_same("", "a"));
    assert_true(sv_text_same("", " '"));
}

static void assert_slug(const char *name, const char *wanted)
{
    sv_text slug = {0}, again = {0};
    assert_true(sv_text_slug(name, &slug));
    assert_string_equal(sv_text_get(&slug), wanted);
    assert_true(sv_text_slug(sv_text_get(&slug), &again)); /* an id is its own id */
    assert_string_equal(sv_text_get(&again), wanted);
    sv_text_clear(&slug);
    sv_text_clear(&again);
}

static void makes_ids(void **state)
{
    (void)state;
    assert_slug("Fatima el Idrissi", "fatima-el-idrissi");
    assert_slug("Jan-Willem van 't Hof", "jan-willem-van-t-hof");
    assert_slug("  Caf\xC3\xA9 \"De Brug\" (42) ", "cafe-de-brug-42");
    assert_slug("Thema's", "themas");
    assert_slug("\xC5\x9E\xC3\xBCkr\xC3\xBC \xC3\x96zt\xC3\xBCrk", "sukru-ozturk");
    assert_slug("\xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82\xC4\x87", "lukasz-zolc");
    assert_slug("\xD9\x81\xD8\xA7\xD8\xB7\xD9\x85\xD8\xA9 \xD8\xA7\xD9\x84\xD8\xB2\xD9\x87\xD8\xB1\xD8\xA9",
                "\xD9\x81\xD8\xA7\xD8\xB7\xD9\x85\xD8\xA9-\xD8\xA7\xD9\x84\xD8\xB2\xD9\x87\xD8\xB1\xD8\xA9");
    assert_slug("\xE4\xBA\xAC\xE9\x83\xBD", "\xE4\xBA\xAC\xE9\x83\xBD");
    assert_slug("!?", "");
    assert_slug("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_up), cmocka_unit_test(fits_at_a_character),  cmocka_unit_test(fits_without_controls), cmocka_unit_test(knows_valid_utf8),
        cmocka_unit_test(counts_and_measures), cmocka_unit_test(folds), cmocka_unit_test(same_is_folded_alike),  cmocka_unit_test(makes_ids),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}

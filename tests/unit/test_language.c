/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Languages: everything a fault can say is there in Dutch, with the same things filled in; and a language is known by its name. */
#include "base/language.h"

#include <setjmp.h>
#include <speelveld/model.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "model/cell.h"

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (text = strstr(text, part); text; text = strstr(text + 1, part))
        n++;
    return n;
}

/* sv_translate gives the very same pointer back when it has no translation. */
static void assert_translated(const char *english)
{
    const char *dutch = sv_translate(SV_DUTCH, english);
    if (dutch == english || !*dutch)
        fail_msg("there is no Dutch for \"%s\"", english);
    assert_true(sv_utf8_valid(dutch, strlen(dutch), NULL));
    assert_int_equal(count(dutch, "{found}"), count(english, "{found}"));
    assert_int_equal(count(dutch, "{expected}"), count(english, "{expected}"));
    assert_ptr_equal(sv_translate(SV_ENGLISH, english), english);
}

static void every_fault_is_there_in_dutch(void **state)
{
    static const struct {
        const char *message, *remedy;
    } texts[] = {
#define TEXTS(code, id, status, severity, message, remedy) {message, remedy},
        SV_CODES(TEXTS)};
    (void)state;
    assert_int_equal(sizeof texts / sizeof *texts, SV_CODE_COUNT);
    for (size_t i = 0; i < SV_CODE_COUNT; i++) {
        assert_translated(texts[i].message);
        if (*texts[i].remedy)
            assert_translated(texts[i].remedy);
    }
}

/* What a cell expects is a phrase of its own, filled into the fault. */
static void every_expectation_is_there_in_dutch(void **state)
{
    size_t phrases = 0;
    (void)state;
    for (int type = 0; type < SV_TYPES; type++) {
        sv_text canonical = {0};
        const char *expected;
        sv_code code;
        assert_true(sv_cell_read((sv_type)type, "\x01 geen van alle", &canonical, &code, &expected));
        sv_text_clear(&canonical);
        if (!*expected)
            continue;
        assert_translated(expected);
        phrases++;
    }
    assert_int_equal(phrases, 16); /* seven types of numbers, yes or no, positions, five closed lists, and two lists of kinds */
}

static void words_of_places_are_there_in_dutch(void **state)
{
    (void)state;
    assert_string_equal(sv_translate(SV_DUTCH, "sheet"), "blad");
    assert_string_equal(sv_translate(SV_DUTCH, "row"), "rij");
    assert_string_equal(sv_translate(SV_DUTCH, "column"), "kolom");
    assert_string_equal(sv_translate(SV_DUTCH, "not a text of speelveld"), "not a text of speelveld");
    assert_string_equal(sv_translate(SV_DUTCH, ""), ""); /* gettext keeps its own notes under the empty text */
}

static void knows_languages_by_name(void **state)
{
    static const struct {
        const char *text;
        sv_language language;
    } known[] = {{"nl", SV_DUTCH},       {"NL", SV_DUTCH},         {"nl_NL.UTF-8", SV_DUTCH},    {"nl_BE", SV_DUTCH},        {"nl:en", SV_DUTCH},
                 {"Dutch", SV_DUTCH},    {"Nederlands", SV_DUTCH}, {"en", SV_ENGLISH},           {"en_GB.UTF-8", SV_ENGLISH}, {"english", SV_ENGLISH},
                 {"Engels", SV_ENGLISH}, {"nl@euro", SV_DUTCH}};
    static const char *const unknown[] = {"", "C", "POSIX", "fr", "nlx", "n", "de_DE.UTF-8", "_nl", "C.UTF-8"};
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        sv_language language = SV_LANGUAGES;
        assert_true(sv_language_parse(known[i].text, &language));
        assert_int_equal(language, known[i].language);
    }
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        sv_language language = SV_LANGUAGES;
        assert_false(sv_language_parse(unknown[i], &language));
        assert_int_equal(language, SV_LANGUAGES); /* left as it was */
    }
}

static void tells_its_version(void **state)
{
    (void)state;
    assert_string_equal(sv_version(), SV_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_there_in_dutch), cmocka_unit_test(every_expectation_is_there_in_dutch),
        cmocka_unit_test(words_of_places_are_there_in_dutch), cmocka_unit_test(knows_languages_by_name), cmocka_unit_test(tells_its_version),
    };
    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}

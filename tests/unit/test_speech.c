/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Speech: numbers and dates in the language of the picture, whatever the locale of the program around us. */
#include "draw/speech.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void says(double number, sv_language language, const char *expected)
{
    char buffer[32];
    assert_string_equal(sv_speech_number(number, language, buffer), expected);
}

static void numbers(void **state)
{
    (void)state;
    says(4.5, SV_DUTCH, "4,5");
    says(4.5, SV_ENGLISH, "4.5");
    says(3, SV_DUTCH, "3");
    says(0.125, SV_DUTCH, "0,13");
    says(0.05, SV_DUTCH, "0,05");
    says(19.44, SV_DUTCH, "19,4");
    says(129.4, SV_DUTCH, "129");
    says(9.999, SV_DUTCH, "10");
    says(999.7, SV_DUTCH, "1.000");
    says(1998, SV_DUTCH, "1.998");
    says(-1234567.4, SV_ENGLISH, "−1,234,567");
    says(9e14, SV_DUTCH, "900.000.000.000.000");
    says(-0.5, SV_DUTCH, "−0,5");
    says(-0.001, SV_DUTCH, "0");
    says(NAN, SV_DUTCH, "–");
    says(INFINITY, SV_DUTCH, "–");
    setlocale(LC_ALL, "nl_NL.UTF-8"); /* where it is installed */
    says(4.5, SV_ENGLISH, "4.5");
    setlocale(LC_ALL, "C");
}

static void dates(void **state)
{
    char buffer[40];
    (void)state;
    assert_string_equal(sv_speech_date(20261112, SV_DUTCH, buffer), "12 november 2026");
    assert_string_equal(sv_speech_date(20260301, SV_ENGLISH, buffer), "1 March 2026");
    assert_string_equal(sv_speech_date(0, SV_DUTCH, buffer), "");
    assert_string_equal(sv_speech_date(20261399, SV_DUTCH, buffer), "");
}

static void sentences(void **state)
{
    sv_text out = {0};
    (void)state;
    sv_speech_fill(&out, "{a} van {b} {c}{d", "<{b}>", "300", NULL);
    assert_string_equal(sv_text_get(&out), "<{b}> van 300 {c}{d"); /* what is filled in is not looked into */
    sv_text_clear(&out);
    sv_speech_join(&out, ", ", "een");
    sv_speech_join(&out, ", ", "");
    sv_speech_join(&out, ", ", "twee");
    assert_string_equal(sv_text_get(&out), "een, twee");
    sv_text_clear(&out);
    sv_speech_capital(&out, "standpunt");
    assert_string_equal(sv_text_get(&out), "Standpunt");
    sv_text_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers), cmocka_unit_test(dates), cmocka_unit_test(sentences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

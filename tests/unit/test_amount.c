/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Amounts as people write them: thousands parted by a comma or a point, shares in whole percents that never round to all or nothing. */
#include "model/amount.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char *whole(double number, sv_language language)
{
    static char text[64];
    amount_show_whole(number, language, text);
    return text;
}

static void thousands_are_parted(void **state)
{
    char text[64];
    (void)state;
    assert_string_equal(whole(0, SV_ENGLISH), "0");
    assert_string_equal(whole(999, SV_DUTCH), "999");
    assert_string_equal(whole(1000, SV_ENGLISH), "1,000");
    assert_string_equal(whole(18500.4, SV_DUTCH), "18.500");
    assert_string_equal(whole(2840000, SV_DUTCH), "2.840.000");
    assert_string_equal(whole(-123456, SV_ENGLISH), "-123,456");
    assert_string_equal(whole(999999999999999, SV_ENGLISH), "999,999,999,999,999");
    assert_string_equal(whole(1e300, SV_ENGLISH), "1e+300"); /* not written out */
    assert_string_equal(whole(NAN, SV_DUTCH), "–");
    amount_show_euro(2840000, SV_DUTCH, text);
    assert_string_equal(text, "€\xC2\xA0"
                              "2.840.000");
    amount_show_euro(60000, SV_ENGLISH, text);
    assert_string_equal(text, "€60,000");
}

static void shares_are_never_rounded_to_all_or_nothing(void **state)
{
    static const struct {
        double share;
        const char *text;
    } cases[] = {{0, "0%"},      {0.001, "<1%"},   {0.006, "1%"}, {0.25, "25%"}, {0.964, "96%"},
                 {0.994, "99%"}, {0.9999, ">99%"}, {1, "100%"},   {NAN, "–"}};
    char text[64];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        amount_show_share(cases[i].share, text);
        assert_string_equal(text, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(thousands_are_parted),
                                       cmocka_unit_test(shares_are_never_rounded_to_all_or_nothing)};
    return cmocka_run_group_tests_name("amount", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers and dates: what people write is read as they meant it, what is written reads back exactly, whatever the locale around. */
#include "base/text.h"

#include <float.h>
#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "support.h"

static void assert_reads(const char *text, double wanted)
{
    double number = NAN;
    if (!sv_number_parse(text, &number))
        fail_msg("\"%s\" is not read as a number", text);
    if (number != wanted)
        fail_msg("\"%s\" is read as %.17g, not %.17g", text, number, wanted);
}

static void reads_what_people_write(void **state)
{
    (void)state;
    assert_reads("0", 0);
    assert_reads("12", 12);
    assert_reads("-4", -4);
    assert_reads("+3", 3);
    assert_reads("\xE2\x88\x92" "4", -4); /* U+2212, the minus that text processors write */
    assert_reads("2.5", 2.5);
    assert_reads("2,5", 2.5);
    assert_reads(",5", 0.5);
    assert_reads("-,5", -0.5);
    assert_reads("1.250,50", 1250.5);
    assert_reads("1,250.50", 1250.5);
    assert_reads("1.250.000", 1250000);
    assert_reads("1,250,000", 1250000);
    assert_reads("-1.250.000,25", -1250000.25);
    assert_reads("1 250 000", 1250000);
    assert_reads("1\xC2\xA0" "250", 1250);     /* hard space */
    assert_reads("1\xE2\x80\xAF" "250,5", 1250.5); /* narrow hard space, as French spreadsheets write */
    assert_reads("15%", 0.15);
    assert_reads("12,5 %", 0.125);
    assert_reads("1e3", 1000);
    assert_reads("1.5E-3", 0.0015);
    assert_reads("25.000", 25); /* one point is a decimal one; amounts have a rule of their own */
}

static void refuses_what_is_no_number(void **state)
{
    static const char *const wrong[] = {"", " ", "abc", "1x", "x1", "--5", "1-2", "1.2.3", "1,2,3", "1.25.000", "1250.000.000", "1.250,5,5",
                                        "1,250.5.5", "%", "5%%", "nan", "inf", "infinity", "0x10", "1e", "1e400", "-1e400", "€ 5", ".", "-", ","};
    char longer[80];
    double number = 0;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (sv_number_parse(wrong[i], &number))
            fail_msg("\"%s\" is read as %g", wrong[i], number);
    memset(longer, '1', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_false(sv_number_parse(longer, &number));
}

static void assert_round_trip(double number)
{
    char text[32];
    double back;
    sv_number_write(number, text);
    assert_true(strlen(text) < 31 && strchr(text, ',') == NULL);
    if (!sv_number_parse(text, &back) || back != number)
        fail_msg("%a is written as \"%s\", which reads back as %a", number, text, back);
}

static void round_trips(void)
{
    static const double edges[] = {0, 1, -1, 0.1, 0.2, 0.3, 1.0 / 3, 2.0 / 3, 1e15, 1e15 + 1, -1e15, 999999999999999, 0.5 + 4503599627370496.0, 1e22,
                                   1e23, 1e100, 1e308, DBL_MAX, -DBL_MAX, DBL_MIN, DBL_MIN / 2, 0x1p-1074, 3 * 0x1p-1074, DBL_EPSILON, M_PI};
    unsigned long long seed = 1;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        assert_round_trip(edges[i]);
    for (int i = 0; i < 60000; i++) { /* every pattern of bits is as likely: most are very large or very small */
        unsigned long long bits = (unsigned long long)draw_number(&seed, 1u << 31) << 33 ^ (unsigned long long)draw_number(&seed, 1u << 31) << 11 ^
                                  draw_number(&seed, 1u << 11);
        double number;
        memcpy(&number, &bits, sizeof number);
        if (isfinite(number))
            assert_round_trip(number);
    }
    for (int i = -20000; i <= 20000; i++) { /* and those that people have */
        assert_round_trip(i / 100.0);
        assert_round_trip(i / 7.0);
    }
}

static void what_is_written_reads_back(void **state)
{
    (void)state;
    round_trips();
}

static void writes_short(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0, "0"}, {-0.0, "0"}, {100, "100"}, {-4, "-4"}, {0.1, "0.1"}, {2.5, "2.5"}, {0.3, "0.3"}, {1e22, "1e+22"},
                 {0.1 + 0.2, "0.30000000000000004"}, {123456789012345, "123456789012345"}, {NAN, ""}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[32];
        sv_number_write(cases[i].number, text);
        assert_string_equal(text, cases[i].text);
    }
}

static void shows_for_people(void **state)
{
    char text[64];
    (void)state;
    sv_number_show(1234.5678, 3, ',', text);
    assert_string_equal(text, "1234,568");
    sv_number_show(1234.5678, 3, '.', text);
    assert_string_equal(text, "1234.568");
    sv_number_show(2, 0, ',', text);
    assert_string_equal(text, "2");
    sv_number_show(NAN, 3, ',', text);
    assert_string_equal(text, "–");
    sv_number_show(1e20, 2, ',', text); /* too long to show in full */
    assert_string_equal(text, "1,00e+20");
    sv_number_show(-DBL_MAX, 17, '.', text);
    assert_true(strlen(text) < 63);
}

static void a_locale_with_commas_changes_nothing(void **state)
{
    static const char *const locales[] = {"nl_NL.UTF-8", "nl_NL.utf8", "nl_NL", "de_DE.UTF-8", "fr_FR.UTF-8"};
    char text[64];
    size_t i = 0;
    (void)state;
    while (i < sizeof locales / sizeof *locales && !setlocale(LC_ALL, locales[i]))
        i++;
    if (i == sizeof locales / sizeof *locales) {
        printf("skip: numbers in a locale with a decimal comma (none is installed)\n");
        skip();
    }
    snprintf(text, sizeof text, "%.1f", 0.5);
    assert_string_equal(text, "0,5"); /* so the locale does what it should */
    assert_reads("2.5", 2.5);
    assert_reads("2,5", 2.5);
    sv_number_show(2.5, 1, '.', text);
    assert_string_equal(text, "2.5");
    round_trips();
    setlocale(LC_ALL, "C");
}

/* ---- Dates ---- */

/* Every day from 1900 to 2100, against the calendar of the C library. */
static void every_day_reads_back(void **state)
{
    struct tm first = {.tm_year = 0, .tm_mon = 0, .tm_mday = 1}, last = {.tm_year = 201, .tm_mon = 0, .tm_mday = 1};
    const time_t day = 86400, start = timegm(&first), end = timegm(&last);
    int before = 0, days = 0;
    (void)state;
    for (time_t t = start; t < end; t += day, days++) {
        struct tm tm;
        char iso[16], text[32];
        int date, read = 0;
        gmtime_r(&t, &tm);
        date = (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday;
        snprintf(text, sizeof text, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
        sv_date_write(date, iso);
        assert_string_equal(iso, text);
        assert_true(sv_date_parse(iso, &read) && read == date);
        snprintf(text, sizeof text, "%d-%d-%d", tm.tm_mday, tm.tm_mon + 1, tm.tm_year + 1900);
        assert_true(sv_date_parse(text, &read) && read == date);
        assert_int_equal(sv_date_days(19000101, date), days);
        assert_int_equal(sv_date_days(date, 20240229), sv_date_days(19000101, 20240229) - days);
        if (before) {
            assert_int_equal(sv_date_days(before, date), 1);
            assert_int_equal(sv_date_add(before, 1), date);
            assert_int_equal(sv_date_add(date, -1), before);
        }
        assert_int_equal(sv_date_add(19000101, days), date);
        assert_int_equal(sv_date_add(date, sv_date_days(date, 20240229)), 20240229);
        before = date;
    }
    assert_int_equal(sv_date_add(99991230, 2), 99991231);
    assert_int_equal(sv_date_add(10102, -2), 10101);
    assert_int_equal(days, 201 * 365 + 49); /* leap years from 1904 to 2096: 49; 1900 and 2100 are none */
}

static void assert_date(const char *text, int wanted)
{
    int date = 0;
    if (!sv_date_parse(text, &date) || date != wanted)
        fail_msg("\"%s\" is read as %d, not %d", text, date, wanted);
}

static void reads_dates_as_people_write_them(void **state)
{
    static const char *const wrong[] = {"", "29-2-2023", "29-2-1900", "31-4-2026", "0-1-2026", "1-0-2026", "2026-13-01", "32-1-2026", "1-3-26",
                                        "2026/03/01", "1-3/2026", "1-3", "2026-03", "2026", "2026-03-01x", "1-3-2026x", "1-3-20267", "maart 2026", "0999-01-01",
                                        "1 maart", "1 maart 26", "30 februari 2026", "1 maartt 2026", "1 ma 2026", "1 2026", "maart 32, 2026",
                                        "1 maart 2026 of later", "mei", "1mei", "11 11 2026 mei", "1x mei 2026", "1 mei 20267"};
    int date;
    (void)state;
    assert_date("2026-03-01", 20260301);
    assert_date("2026-3-1", 20260301);
    assert_date("1-3-2026", 20260301);
    assert_date("01-03-2026", 20260301);
    assert_date("01/03/2026", 20260301); /* the day first, as in Dutch */
    assert_date("1.3.2026", 20260301);
    assert_date("2026-03-01T19:30:00+01:00", 20260301);
    assert_date("2026-03-01 19:30", 20260301);
    assert_date("1 maart 2026", 20260301);
    assert_date("01 Maart 2026", 20260301);
    assert_date("1 mrt. 2026", 20260301);
    assert_date("1-mrt-2026", 20260301); /* as Dutch Excel shows it */
    assert_date("1e maart 2026", 20260301);
    assert_date("8ste mei 2026", 20260508);
    assert_date("March 1, 2026", 20260301);
    assert_date("March 1st, 2026", 20260301);
    assert_date("29 feb 2024", 20240229);
    assert_date("29-2-2024", 20240229);
    assert_date("29-2-2000", 20000229);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (sv_date_parse(wrong[i], &date))
            fail_msg("\"%s\" is read as %d", wrong[i], date);
}

/* Every month by each of its names, in capitals too. The short ones are those of the C library and of Onze Taal. */
static void reads_months_by_name(void **state)
{
    static const char *const names[12][4] = {{"januari", "January", "jan", "Jan"},  {"februari", "February", "feb", "Feb"}, {"maart", "March", "mrt", "Mar"},
                                             {"april", "April", "apr", "Apr"},      {"mei", "May", "mei", "May"},           {"juni", "June", "jun", "Jun"},
                                             {"juli", "July", "jul", "Jul"},        {"augustus", "August", "aug", "Aug"},   {"september", "September", "sep", "Sep"},
                                             {"oktober", "October", "okt", "Oct"},  {"november", "November", "nov", "Nov"}, {"december", "December", "dec", "Dec"}};
    (void)state;
    for (int month = 0; month < 12; month++)
        for (int i = 0; i < 4; i++) {
            char text[64];
            snprintf(text, sizeof text, "17 %s 2026", names[month][i]);
            assert_date(text, 20260017 + 100 * (month + 1));
            for (char *c = text; *c; c++)
                *c = (char)toupper((unsigned char)*c);
            assert_date(text, 20260017 + 100 * (month + 1));
            snprintf(text, sizeof text, "%s 17, 2026", names[month][i]);
            assert_date(text, 20260017 + 100 * (month + 1));
            snprintf(text, sizeof text, "%s 2026", names[month][i]);
            assert_true(sv_date_is_month(text));
            assert_false(sv_date_is_year(text));
        }
    assert_true(sv_date_is_year("2024"));
    assert_false(sv_date_is_year("24"));
    assert_false(sv_date_is_month("2024"));
    assert_false(sv_date_is_month("17 maart 2026"));
    assert_false(sv_date_is_month("voorjaar 2026"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_people_write),  cmocka_unit_test(refuses_what_is_no_number), cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(writes_short),             cmocka_unit_test(shows_for_people),          cmocka_unit_test(a_locale_with_commas_changes_nothing),
        cmocka_unit_test(every_day_reads_back),     cmocka_unit_test(reads_dates_as_people_write_them),
        cmocka_unit_test(reads_months_by_name),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}

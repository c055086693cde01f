/* SPDX-License-Identifier: MIT */
/*
 * Numbers and dates as people write them: a Dutch comma or an English point, thousands parted, 1-3-2026,
 * 2026-03-01 or 1 maart 2026. The result never depends on the locale of the program around us.
 */
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum { number_longest = 64 };

static locale_t c_locale(void)
{
    return newlocale(LC_ALL_MASK, "C", (locale_t)0); /* built into libc: no memory, no file */
}

/* Leaves out spaces (also the hard ones that Excel puts between thousands); writes one kind of minus. False when too long. */
static bool plain_number(const char *text, char plain[number_longest])
{
    size_t n = 0;
    while (*text) {
        uint32_t character;
        size_t length = sv_utf8_next(text, &character);
        text += length;
        if (character == ' ' || character == 0xA0 || character == 0x202F || character == '\t')
            continue;
        if (character == 0x2212)
            character = '-';
        if (character >= 0x80 || n + 1 >= number_longest)
            return false;
        plain[n++] = (char)character;
    }
    plain[n] = '\0';
    return n > 0;
}

/* True when every part between separators has three digits, and the first one to three: 1.250.000 */
static bool thousands_fit(const char *digits, char separator, const char *end)
{
    size_t run = 0;
    bool first = true;
    for (; digits < end; digits++) {
        if (*digits == separator) {
            if (first ? (run < 1 || run > 3) : run != 3)
                return false;
            first = false;
            run = 0;
        } else {
            run++;
        }
    }
    return first || run == 3;
}

static void remove_char(char *text, char c)
{
    char *to = text;
    for (; *text; text++)
        if (*text != c)
            *to++ = *text;
    *to = '\0';
}

/* Turns separators into what strtod reads; false where they make no sense together. */
static bool settle_separators(char *plain)
{
    char *point = strrchr(plain, '.'), *comma = strrchr(plain, ',');
    char *digits = plain + (*plain == '-' || *plain == '+');
    char *end = plain + strlen(plain);
    if (point && comma) {
        char thousands = point > comma ? ',' : '.';
        char *decimal = point > comma ? point : comma;
        if (!thousands_fit(digits, thousands, decimal) || strchr(plain, *decimal) != decimal)
            return false;
        *decimal = thousands == ',' ? '.' : '\1';
        remove_char(plain, thousands);
        if ((decimal = strchr(plain, '\1')) != NULL)
            *decimal = '.';
        return true;
    }
    for (const char *separator = ".,"; *separator; separator++) {
        const char *first = strchr(plain, *separator);
        if (!first || !strchr(first + 1, *separator))
            continue;
        if (!thousands_fit(digits, *separator, end))
            return false;
        remove_char(plain, *separator);
    }
    if ((comma = strchr(plain, ',')) != NULL)
        *comma = '.';
    return true;
}

bool sv_number_parse(const char *text, double *number)
{
    char plain[number_longest], *end;
    bool percent = false;
    size_t n;
    if (!plain_number(text, plain))
        return false;
    n = strlen(plain);
    if (plain[n - 1] == '%') {
        percent = true;
        plain[--n] = '\0';
    }
    if (strspn(plain, "0123456789.,-+eE") != n || n == 0 || !settle_separators(plain))
        return false;
    *number = strtod_l(plain, &end, c_locale());
    if (percent)
        *number /= 100;
    return *end == '\0' && end != plain && isfinite(*number);
}

/* By hand: nearly all numbers of a map are small and whole, and printf is slow at them. */
static void write_whole(long long number, char buffer[32])
{
    char digits[24];
    size_t n = 0;
    unsigned long long rest = number < 0 ? 0ULL - (unsigned long long)number : (unsigned long long)number;
    do
        digits[n++] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        *buffer++ = '-';
    while (n > 0)
        *buffer++ = digits[--n];
    *buffer = '\0';
}

void sv_number_write(double number, char buffer[32])
{
    locale_t old;
    buffer[0] = '\0';
    if (isnan(number))
        return;
    if (fabs(number) < 1e15 && number == (double)(long long)number) {
        write_whole((long long)number, buffer);
        return;
    }
    old = uselocale(c_locale());
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(buffer, 32, "%.*g", digits, number);
        if (strtod_l(buffer, NULL, c_locale()) == number)
            break;
    }
    uselocale(old);
}

void sv_number_show(double number, int decimals, char decimal_sign, char buffer[64])
{
    locale_t old = uselocale(c_locale());
    char *point;
    if (isnan(number))
        snprintf(buffer, 64, "–");
    else
        snprintf(buffer, 64, fabs(number) < 1e15 ? "%.*f" : "%.*e", decimals, number);
    uselocale(old);
    if ((point = strchr(buffer, '.')) != NULL)
        *point = decimal_sign;
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

static bool make_date(int year, int month, int day, int *date)
{
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return false;
    *date = year * 10000 + month * 100 + day;
    return true;
}

/* Up to `most` digits; how many there were. */
static int read_digits(const char **at, int most, int *value)
{
    int n = 0;
    *value = 0;
    while (n < most && **at >= '0' && **at <= '9') {
        *value = *value * 10 + (**at - '0');
        (*at)++;
        n++;
    }
    return n;
}

/* Dates in figures: 2026-03-01, 1-3-2026, 1/3/2026, 1.3.2026. */
static bool parse_figures(const char *text, int *date)
{
    const char *at = text;
    int first, second, third, digits = read_digits(&at, 4, &first);
    char separator = *at;
    if (separator != '-' && !(separator == '/' && digits <= 2) && !(separator == '.' && digits <= 2))
        return false;
    at++;
    if (read_digits(&at, 2, &second) == 0 || *at++ != separator)
        return false;
    if (digits == 4) {
        if (read_digits(&at, 2, &third) == 0 || (*at && *at != 'T' && *at != ' '))
            return false;
        return make_date(first, second, third, date);
    }
    if (digits == 0 || read_digits(&at, 4, &third) != 4 || (*at && *at != ' '))
        return false;
    return make_date(third, second, first, date);
}

/* What a month is called in Dutch and English, whole or short. */
static const char *const month_words[12][6] = {
    {"januari", "january", "jan"},  {"februari", "february", "feb"},     {"maart", "march", "mrt", "mar"},
    {"april", "apr"},               {"mei", "may"},                      {"juni", "june", "jun"},
    {"juli", "july", "jul"},        {"augustus", "august", "aug"},       {"september", "sep", "sept"},
    {"oktober", "october", "okt", "oct"}, {"november", "nov"},           {"december", "dec"},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The month that the letters from *at on name, 1 to 12; 0 when they name none. Moves *at behind them. */
static int read_month(const char **at)
{
    const char *word = *at;
    size_t n = 0;
    while (is_letter(word[n]))
        n++;
    for (int month = 0; n > 0 && month < 12; month++)
        for (const char *const *name = month_words[month]; *name; name++)
            if (strlen(*name) == n && strncasecmp(word, *name, n) == 0) {
                *at += n;
                return month + 1;
            }
    return 0;
}

/* The 1st, the 1e: what may stand behind a day. */
static void skip_ordinal(const char **at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "de", "ste", "e"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        if (strncasecmp(*at, endings[i], n) == 0 && !is_letter((*at)[n])) {
            *at += n;
            return;
        }
    }
}

/* Moves over what may stand between the parts of such a date; false where nothing does. */
static bool skip_between(const char **at)
{
    size_t n = strspn(*at, " .,-/");
    *at += n;
    return n > 0;
}

/* Dates with the month as a word: 1 maart 2026, 1-mrt-2026, March 1, 2026. */
static bool parse_words(const char *text, int *date)
{
    const char *at = text;
    int day = 0, year = 0, month = read_month(&at);
    bool first = month > 0;
    if (first && !skip_between(&at))
        return false;
    if (read_digits(&at, 2, &day) == 0)
        return false;
    skip_ordinal(&at);
    (void)skip_between(&at);
    if (!first) {
        month = read_month(&at);
        if (!month || !skip_between(&at))
            return false;
    }
    if (read_digits(&at, 4, &year) != 4 || *at)
        return false;
    return make_date(year, month, day, date);
}

bool sv_date_parse(const char *text, int *date)
{
    return parse_figures(text, date) || parse_words(text, date);
}

bool sv_date_is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

bool sv_date_is_month(const char *text)
{
    int year;
    return read_month(&text) && skip_between(&text) && read_digits(&text, 4, &year) == 4 && !*text;
}

void sv_date_write(int date, char buffer[16])
{
    snprintf(buffer, 16, "%04d-%02d-%02d", date / 10000 % 10000, date / 100 % 100, date % 100);
}

/* Days since 1 March 0000, so that the leap day comes last in its year. */
static int day_number(int date)
{
    int year = date / 10000, month = date / 100 % 100, day = date % 100;
    if (month < 3) {
        year--;
        month += 12;
    }
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1;
}

void sv_date_say(int date, sv_language language, sv_text *out)
{
    static const char *const months[SV_LANGUAGES][12] = {
        {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
        {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
    };
    int month = date / 100 % 100;
    if (month < 1 || month > 12)
        sv_text_add(out, "–");
    else
        sv_text_addf(out, "%d %s %d", date % 100, months[language][month - 1], date / 10000);
}

int sv_date_days(int a, int b)
{
    return day_number(b) - day_number(a);
}

int sv_date_add(int date, int days)
{
    int wanted = day_number(date) + days, year = date / 10000 + days / 366, month = 12;
    if (wanted > day_number(99991231))
        return 99991231;
    if (wanted < day_number(10101))
        return 10101;
    while (day_number((year + 1) * 10000 + 101) <= wanted)
        year++;
    while (day_number(year * 10000 + 101) > wanted)
        year--;
    while (day_number(year * 10000 + month * 100 + 1) > wanted)
        month--;
    return year * 10000 + month * 100 + 1 + wanted - day_number(year * 10000 + month * 100 + 1);
}

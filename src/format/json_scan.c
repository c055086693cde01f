/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON's spaces, words, numbers and texts, as strict as RFC 8259 and a little stricter: see json_scan.h. */
#include "json_scan.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "encoding.h"

enum { longest_number = 63, digits_held = 15 };

/* ---- Faults ---- */

bool json_fault_at(json_scan *s, const char *at, sv_code code, const char *found, const char *expected)
{
    sv_place place = {.row = 1, .character = 1};
    const char *line = s->bytes;
    for (const char *b = s->bytes; b < at; b++)
        if (*b == '\n') {
            place.row++;
            line = b + 1;
        }
    for (const char *b = line; b < at; b++)
        place.character += ((unsigned char)*b & 0xC0) != 0x80;
    sv_text_fit(place.file, sizeof place.file, s->file);
    sv_error_at(&s->fault, code, &place, found, expected);
    return false;
}

bool json_bad_text_at(json_scan *s, const char *at)
{
    char line[200];
    const char *start = at;
    while (start > s->bytes && start[-1] != '\n')
        start--;
    snprintf(line, sizeof line, "%.*s", (int)strcspn(start, "\r\n"), start);
    return json_fault_at(s, at, SV_E_ENCODING_BAD, line, NULL);
}

bool json_unexpected(json_scan *s, const char *expected)
{
    char found[48];
    size_t n = 0;
    uint32_t character;
    if (s->at >= s->end)
        return json_fault_at(s, s->at, SV_E_JSON_SYNTAX, SV_TR("the end of the file"), expected);
    while (n < 24 && s->at + n < s->end && !strchr(" \t\r\n,:[]{}\"", s->at[n]))
        n++;
    if (n == 0)
        n = sv_utf8_next(s->at, &character);
    while (n > 1 && s->at + n < s->end && ((unsigned char)s->at[n] & 0xC0) == 0x80)
        n--;
    snprintf(found, sizeof found, "%.*s", (int)n, s->at);
    return json_fault_at(s, s->at, SV_E_JSON_SYNTAX, found, expected);
}

bool json_no_memory(json_scan *s)
{
    sv_error_set(&s->fault, SV_E_MEMORY, NULL, NULL);
    return false;
}

/* ---- Numbers and words ---- */

static bool digits(json_scan *s)
{
    if (!json_is_digit(s))
        return json_unexpected(s, SV_TR("a digit"));
    while (json_is_digit(s))
        s->at++;
    return true;
}

/* The value of a number of at most longest_number characters, and a copy of it with a NUL behind. */
static double value_of(const char *number, size_t n, char text[longest_number + 1])
{
    memcpy(text, number, n);
    text[n] = '\0';
    return strtod_l(text, NULL, newlocale(LC_ALL_MASK, "C", (locale_t)0)); /* the C locale takes no memory */
}

/* A number that the program can hold: no overflow, no underflow, no whole number that would change its last digits. */
static bool can_hold(const char *number, size_t n, bool whole, bool has_exponent)
{
    char text[longest_number + 1], back[400];
    double value;
    if (n > longest_number)
        return false;
    if (!has_exponent && (!whole || n <= digits_held))
        return true;
    value = value_of(number, n, text);
    if (!isfinite(value) || (value == 0 && strcspn(text, "123456789") < strcspn(text, "eE")))
        return false;
    if (!whole)
        return true;
    snprintf(back, sizeof back, "%.0f", value);
    return strcmp(back, text) == 0;
}

bool json_scan_number(json_scan *s)
{
    const char *start = s->at;
    char found[64];
    bool whole = true, has_exponent = false;
    if (*s->at == '-')
        s->at++;
    if (s->at < s->end && *s->at == '0') {
        s->at++;
        if (json_is_digit(s))
            return json_unexpected(s, SV_TR("a number without a zero in front"));
    } else if (!digits(s)) {
        return false;
    }
    if (s->at < s->end && *s->at == '.') {
        whole = false;
        s->at++;
        if (!digits(s))
            return false;
    }
    if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
        whole = false;
        has_exponent = true;
        s->at++;
        if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
            s->at++;
        if (!digits(s))
            return false;
    }
    if (can_hold(start, (size_t)(s->at - start), whole, has_exponent))
        return true;
    snprintf(found, sizeof found, "%.*s", s->at - start > 40 ? 40 : (int)(s->at - start), start);
    return json_fault_at(s, start, SV_E_JSON_NUMBER, found, NULL);
}

double json_number(const char *number, size_t n)
{
    char text[longest_number + 1];
    double value = 0;
    size_t i = *number == '-';
    for (; i < n && i < digits_held && number[i] >= '0' && number[i] <= '9'; i++)
        value = value * 10 + (number[i] - '0');
    if (i < n)
        return value_of(number, n, text);
    return *number == '-' ? -value : value;
}

bool json_scan_word(json_scan *s, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(s->end - s->at) < n || memcmp(s->at, word, n) != 0)
        return json_unexpected(s, SV_TR("a value: text between quotes, a number, true, false, null, [ or {"));
    s->at += n;
    return true;
}

/* ---- Texts ---- */

static bool hex4(json_scan *s, unsigned *value)
{
    *value = 0;
    for (int i = 0; i < 4; i++, s->at++) {
        const char *digit = s->at < s->end && *s->at ? strchr("0123456789abcdefABCDEF", *s->at) : NULL;
        int n = digit ? (int)(digit - "0123456789abcdefABCDEF") : 0;
        if (!digit)
            return json_unexpected(s, SV_TR("four hexadecimal digits"));
        *value = *value * 16 + (unsigned)(n > 15 ? n - 6 : n);
    }
    return true;
}

/* \uXXXX, or a pair of them, behind the u. */
static bool unicode_escape(json_scan *s, sv_text *decoded)
{
    const char *start = s->at - 2;
    unsigned first, second;
    if (!hex4(s, &first))
        return false;
    if (first == 0)
        return json_fault_at(s, start, SV_E_JSON_SHAPE, "\\u0000", SV_TR("text without the character NUL"));
    if (first >= 0xD800 && first < 0xE000) {
        if (first >= 0xDC00 || s->end - s->at < 2 || s->at[0] != '\\' || s->at[1] != 'u')
            return json_fault_at(s, start, SV_E_JSON_SYNTAX, SV_TR("half a surrogate pair"), SV_TR("both halves, such as \\ud83d\\ude00"));
        s->at += 2;
        if (!hex4(s, &second))
            return false;
        if (second < 0xDC00 || second >= 0xE000)
            return json_fault_at(s, start, SV_E_JSON_SYNTAX, SV_TR("half a surrogate pair"), SV_TR("both halves, such as \\ud83d\\ude00"));
        first = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    }
    if (decoded)
        sv_encoding_add(decoded, first);
    return true;
}

static bool escape(json_scan *s, sv_text *decoded)
{
    static const char names[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
    const char *name = s->at < s->end && *s->at ? strchr(names, *s->at) : NULL;
    if (s->at < s->end && *s->at == 'u') {
        s->at++;
        return unicode_escape(s, decoded);
    }
    if (!name)
        return json_unexpected(s, SV_TR("one of \" \\ / b f n r t u behind a backslash"));
    if (decoded)
        sv_text_add_char(decoded, characters[name - names]);
    s->at++;
    return true;
}

bool json_scan_string(json_scan *s, sv_text *decoded)
{
    s->at++;
    for (;;) {
        const char *plain = s->at, *at = plain;
        while (at < s->end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
            at++;
        s->at = at;
        if (decoded)
            sv_text_add_n(decoded, plain, (size_t)(s->at - plain));
        if (s->at >= s->end)
            return json_unexpected(s, SV_TR("a closing quote"));
        if ((unsigned char)*s->at < 0x20) {
            bool line_break = *s->at == '\n' || *s->at == '\r';
            return json_fault_at(
                s, s->at, SV_E_JSON_SYNTAX, line_break ? SV_TR("a line break inside a text") : SV_TR("a control character"),
                line_break ? SV_TR("a closing quote, or \\n for a line break") : SV_TR("a closing quote, or \\t for a tab"));
        }
        if (*s->at++ == '"')
            return true;
        if (!escape(s, decoded))
            return false;
    }
}

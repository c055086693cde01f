/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Encodings: Excel writes UTF-8 with a mark, UTF-16, or the Windows code page, and says nowhere which. UTF-8
 * shows itself by its form; what does not have that form is Windows-1252, the code page of Dutch Windows.
 */
#include "encoding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"

/* Windows-1252 where it differs from Latin-1: the characters of bytes 0x80 to 0x9F. */
static const uint16_t windows_1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                          0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                          0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void sv_encoding_add(sv_text *text, uint32_t character)
{
    if (character < 0x80) {
        sv_text_add_char(text, (char)character);
        return;
    }
    if (character < 0x800) {
        sv_text_add_char(text, (char)(0xC0 | character >> 6));
    } else {
        if (character < 0x10000) {
            sv_text_add_char(text, (char)(0xE0 | character >> 12));
        } else {
            sv_text_add_char(text, (char)(0xF0 | character >> 18));
            sv_text_add_char(text, (char)(0x80 | (character >> 12 & 0x3F)));
        }
        sv_text_add_char(text, (char)(0x80 | (character >> 6 & 0x3F)));
    }
    sv_text_add_char(text, (char)(0x80 | (character & 0x3F)));
}

static void convert_windows(const char *bytes, size_t n, sv_text *text)
{
    for (size_t at = 0; at < n && !text->failed;) {
        size_t plain = at;
        unsigned char byte;
        while (plain < n && (unsigned char)bytes[plain] < 0x80)
            plain++;
        sv_text_add_n(text, bytes + at, plain - at);
        at = plain;
        if (at == n)
            break;
        byte = (unsigned char)bytes[at++];
        sv_encoding_add(text, byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    }
}

static uint32_t unit_at(const unsigned char *bytes, bool big_endian)
{
    return (uint32_t)(big_endian ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0]);
}

/* False at a half pair of surrogates, or half a character at the end. */
static bool convert_utf16(const char *bytes, size_t n, bool big_endian, sv_text *text)
{
    const unsigned char *unit = (const unsigned char *)bytes;
    size_t at = 0;
    if (n % 2)
        return false;
    while (at < n && !text->failed) {
        uint32_t character = unit_at(unit + at, big_endian);
        at += 2;
        if (character >= 0xD800 && character < 0xE000) {
            uint32_t low = at < n ? unit_at(unit + at, big_endian) : 0;
            if (character >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
                return false;
            character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        sv_encoding_add(text, character);
    }
    return true;
}

/* Put converted text in the place of the bytes, and say so. */
static sv_status replace(char **bytes, size_t *n, sv_text *text, const char *file, const char *encoding, sv_problems *problems,
                         sv_error *error)
{
    sv_place place = {0};
    sv_text_add_n(text, "", 0);
    if (text->failed) {
        sv_text_clear(text);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    free(*bytes);
    *bytes = text->bytes;
    *n = text->length;
    sv_text_fit(place.file, sizeof place.file, file);
    sv_problems_add(problems, SV_E_ENCODING, &place, "", encoding);
    return SV_OK;
}

/* Refuse with the line the wrong byte stands in and what stands before it. */
static sv_status refuse(const char *bytes, size_t bad, const char *file, sv_error *error)
{
    sv_place place = {.row = 1};
    char found[64];
    size_t start = 0, length;
    char line[200];
    for (size_t i = 0; i < bad; i++)
        if (bytes[i] == '\n') {
            place.row++;
            start = i + 1;
        }
    length = strcspn(bytes + start, "\r\n");
    snprintf(line, sizeof line, "%.*s", (int)(length < sizeof line ? length : sizeof line - 1), bytes + start);
    sv_text_fit(place.file, sizeof place.file, file);
    sv_text_fit(found, sizeof found, line);
    return sv_error_at(error, SV_E_ENCODING_BAD, &place, found, NULL);
}

sv_status sv_encoding_to_utf8(char **bytes, size_t *n, const char *file, sv_problems *problems, sv_error *error)
{
    const unsigned char *mark = (const unsigned char *)*bytes;
    sv_text text = {0};
    sv_place place = {0};
    size_t bad;
    if (*n >= 2 && (mark[0] ^ mark[1]) == 1 && mark[0] >= 0xFE) {
        if (convert_utf16(*bytes + 2, *n - 2, mark[0] == 0xFE, &text))
            return replace(bytes, n, &text, file, "UTF-16", problems, error);
        sv_text_clear(&text);
        sv_text_fit(place.file, sizeof place.file, file);
        return sv_error_at(error, SV_E_ENCODING_16, &place, SV_TR("the end of the file"), NULL);
    }
    if (*n >= 3 && memcmp(*bytes, "\xEF\xBB\xBF", 3) == 0) {
        *n -= 3;
        memmove(*bytes, *bytes + 3, *n + 1);
        return sv_utf8_valid(*bytes, *n, &bad) ? SV_OK : refuse(*bytes, bad, file, error);
    }
    if (sv_utf8_valid(*bytes, *n, NULL))
        return SV_OK;
    convert_windows(*bytes, *n, &text);
    return replace(bytes, n, &text, file, "Windows-1252", problems, error);
}

size_t sv_encoding_clean(char *text, size_t n)
{
    char *to = text;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i], next = (unsigned char)(i + 1 < n ? text[i + 1] : 0);
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
            continue;
        if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
            i++;
            continue;
        }
        *to++ = text[i];
    }
    return (size_t)(to - text);
}

/* The byte that Windows-1252 has for a character; 0 when it has none. */
static unsigned char windows_byte(uint32_t character)
{
    if (character < 0x80 || (character >= 0xA0 && character < 0x100))
        return (unsigned char)character;
    for (size_t i = 0; i < 32; i++)
        if (windows_1252[i] == character)
            return (unsigned char)(0x80 + i);
    return 0;
}

/*
 * When a text begins with such a sequence: its length, and the character it was meant to be. Only those that
 * begin with Ã, Â or â (accented letters, signs, quotes, the euro) are taken: others occur in honest text.
 */
static size_t mojibake_at(const char *text, sv_text *meant)
{
    unsigned char bytes[3];
    size_t n = 0, length = 0, wanted = strncmp(text, "Ã", 2) == 0 || strncmp(text, "Â", 2) == 0 ? 2 : strncmp(text, "â", 2) == 0 ? 3 : 0;
    while (n < wanted) {
        uint32_t one;
        size_t step = sv_utf8_next(text + length, &one);
        bytes[n] = step ? windows_byte(one) : 0;
        if (n > 0 && (bytes[n] & 0xC0) != 0x80)
            return 0;
        length += step;
        n++;
    }
    if (!wanted || !sv_utf8_valid((const char *)bytes, n, NULL))
        return 0;
    sv_text_add_n(meant, (const char *)bytes, n);
    return length;
}

bool sv_encoding_is_mojibake(const char *text, sv_text *found, sv_text *expected)
{
    static const char between_words[] = " \t\r\n\"|;,";
    const char *word = text, *at = text;
    for (; *at; at++) {
        if (strchr(between_words, *at))
            word = at + 1;
        if (*at == '\xC3' && mojibake_at(at, expected))
            break;
    }
    if (!*at)
        return false;
    expected->length = 0;
    for (at = word; *at && !strchr(between_words, *at);) {
        size_t length = *at == '\xC3' ? mojibake_at(at, expected) : 0;
        if (!length)
            sv_text_add_char(expected, *at);
        at += length ? length : 1;
    }
    sv_text_add_n(found, word, (size_t)(at - word));
    return !found->failed && !expected->failed;
}

/* SPDX-License-Identifier: MIT */
/*
 * Text: building up, cutting to fit, and comparing as people do. Unicode's tables come from utf8proc; plain
 * ASCII, which is nearly everything in a large map, takes the short way.
 */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "memory.h"

void sv_text_clear(sv_text *text)
{
    free(text->bytes);
    *text = (sv_text){0};
}

static bool make_room(sv_text *text, size_t more)
{
    if (!text->failed && !sv_grow(&text->bytes, &text->capacity, text->length + more + 1, 1))
        text->failed = true;
    return !text->failed;
}

void sv_text_add_n(sv_text *text, const char *addition, size_t n)
{
    if (!make_room(text, n))
        return;
    memcpy(text->bytes + text->length, addition, n);
    text->length += n;
    text->bytes[text->length] = '\0';
}

void sv_text_add(sv_text *text, const char *addition)
{
    sv_text_add_n(text, addition, strlen(addition));
}

void sv_text_add_char(sv_text *text, char c)
{
    sv_text_add_n(text, &c, 1);
}

void sv_text_addf(sv_text *text, const char *format, ...)
{
    va_list list;
    int n;
    va_start(list, format);
    n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (n < 0) {
        text->failed = true;
        return;
    }
    if (!make_room(text, (size_t)n))
        return;
    va_start(list, format);
    vsnprintf(text->bytes + text->length, (size_t)n + 1, format, list);
    va_end(list);
    text->length += (size_t)n;
}

void sv_text_add_count(sv_text *text, size_t n, sv_language language, const char *one, const char *more)
{
    sv_text_addf(text, "%zu %s", n, sv_translate(language, n == 1 ? one : more));
}

const char *sv_text_get(const sv_text *text)
{
    return text->bytes ? text->bytes : "";
}

size_t sv_utf8_next(const char *text, uint32_t *character)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t n;
    if ((unsigned char)*text < 0x80) {
        *character = (unsigned char)*text;
        return *text ? 1 : 0;
    }
    n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code);
    *character = n > 0 ? (uint32_t)code : 0xFFFD;
    return n > 0 ? (size_t)n : 1;
}

/* What is no character of a text but an order to the terminal, or the end of a line. */
static bool is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
}

void sv_text_add_line(sv_text *text, const char *addition, size_t n)
{
    const char *end = addition + n;
    uint32_t character;
    for (size_t step; addition < end && (step = sv_utf8_next(addition, &character)) > 0; addition += step)
        sv_text_add_n(text, is_control(character) ? " " : addition, is_control(character) ? 1 : step);
}

void sv_text_fit(char *buffer, size_t size, const char *text)
{
    static const char more[] = "…";
    size_t used = 0, cut = 0; /* cut: the last place where "…" still fits behind */
    if (size == 0)
        return;
    while (*text) {
        uint32_t character;
        size_t n = sv_utf8_next(text, &character);
        if (used + sizeof more <= size)
            cut = used;
        if (used + n + 1 > size) {
            if (size < sizeof more)
                buffer[used] = '\0';
            else
                memcpy(buffer + cut, more, sizeof more);
            return;
        }
        if (is_control(character))
            buffer[used++] = ' ';
        else if (character == 0xFFFD && n == 1)
            buffer[used++] = '?';
        else {
            memcpy(buffer + used, text, n);
            used += n;
        }
        text += n;
    }
    buffer[used] = '\0';
}

bool sv_utf8_valid(const char *text, size_t n, size_t *bad)
{
    size_t at = 0;
    while (at < n) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length;
        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        length = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(n - at), &code);
        if (length <= 0) {
            if (bad)
                *bad = at;
            return false;
        }
        at += (size_t)length;
    }
    return true;
}

size_t sv_utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

size_t sv_utf8_width(const char *text)
{
    size_t width = 0, n;
    uint32_t character;
    while ((n = sv_utf8_next(text, &character)) > 0) {
        width += character < 0x300 ? 1 : (size_t)utf8proc_charwidth((utf8proc_int32_t)character);
        text += n;
    }
    return width;
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

/* Letters that Unicode does not take apart, and that people leave plain: "Yılmaz" is "Yilmaz", "Łukasz" is "Lukasz". */
static const struct {
    uint32_t letter;
    const char *plain;
} plain_letters[] = {{0x131, "i"}, {0x142, "l"}, {0xF8, "o"}, {0x111, "d"}, {0xE6, "ae"}, {0x153, "oe"}, {0xFE, "th"}, {0xF0, "d"}};

static const char *plain_letter(uint32_t character)
{
    for (size_t i = 0; character >= 0x80 && i < sizeof plain_letters / sizeof *plain_letters; i++)
        if (plain_letters[i].letter == character)
            return plain_letters[i].plain;
    return NULL;
}

/* Lower case without accents; ASCII without utf8proc. NULL without memory, freed by the caller. */
static char *lower_plain(const char *text)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t n;
    if (is_ascii(text)) {
        char *copy = sv_copy_text(text, strlen(text));
        for (char *c = copy; c && *c; c++)
            if (*c >= 'A' && *c <= 'Z')
                *c = (char)(*c - 'A' + 'a');
        return copy;
    }
    n = utf8proc_map((const utf8proc_uint8_t *)text, 0, &mapped,
                     UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    if (n == UTF8PROC_ERROR_INVALIDUTF8)
        return sv_copy_text(text, strlen(text));
    return n < 0 ? NULL : (char *)mapped;
}

/* Characters that people put in or leave out without meaning anything by it. */
static bool is_loose(uint32_t c)
{
    return c == ' ' || c == '_' || c == '-' || c == '\'' || c == '`' || c == 0xA0 || c == 0x2018 || c == 0x2019 || c == 0x2010 ||
           c == 0x2013 || c == '\t' || c == '\n' || c == '\r';
}

/* The letters that are left plain, in what was decomposed; there is room, for one character gives a few at most. */
static void make_plain(sv_fold *fold)
{
    int32_t plain[32];
    int n = 0;
    for (int i = 0; i < fold->n; i++) {
        const char *letters = plain_letter((uint32_t)fold->folded[i]);
        if (!letters && n < 32)
            plain[n++] = fold->folded[i];
        for (; letters && *letters && n < 32; letters++)
            plain[n++] = *letters;
    }
    memcpy(fold->folded, plain, (size_t)n * sizeof *plain);
    fold->n = n;
}

uint32_t sv_fold_next(sv_fold *fold)
{
    static const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD;
    uint32_t character;
    size_t n;
    for (;;) {
        while (fold->used < fold->n) {
            character = (uint32_t)fold->folded[fold->used++];
            if (!is_loose(character))
                return character;
        }
        n = sv_utf8_next(fold->at, &character);
        if (n == 0)
            return 0;
        fold->at += n;
        fold->used = 0;
        fold->n = 1;
        fold->folded[0] = (int32_t)(character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character);
        if (character >= 0x80) {
            fold->n = (int)utf8proc_decompose_char((utf8proc_int32_t)character, fold->folded, 32, options, NULL);
            make_plain(fold);
        }
    }
}

bool sv_text_fold(const char *text, sv_text *folded)
{
    sv_fold fold = {.at = text};
    uint32_t character;
    sv_text_add_n(folded, "", 0);
    while ((character = sv_fold_next(&fold)) != 0) {
        utf8proc_uint8_t bytes[4];
        sv_text_add_n(folded, (const char *)bytes, (size_t)utf8proc_encode_char((utf8proc_int32_t)character, bytes));
    }
    return !folded->failed;
}

bool sv_text_same(const char *a, const char *b)
{
    sv_fold left = {.at = a}, right = {.at = b};
    uint32_t one = 0, other = 0;
    if (strcmp(a, b) == 0)
        return true;
    do {
        one = sv_fold_next(&left);
        other = sv_fold_next(&right);
    } while (one == other && one);
    return one == other;
}

static bool is_letter_or_digit(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
    }
}

bool sv_utf8_is_word(uint32_t character)
{
    switch (utf8proc_category((utf8proc_int32_t)character)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return true;
    default: return is_letter_or_digit(character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character);
    }
}

bool sv_utf8_is_capital(uint32_t character)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool sv_text_slug(const char *name, sv_text *slug)
{
    char *lower = lower_plain(name);
    const char *at = lower;
    bool gap = false;
    uint32_t character;
    size_t n;
    if (!lower) {
        slug->failed = true;
        return false;
    }
    sv_text_add_n(slug, "", 0);
    while ((n = sv_utf8_next(at, &character)) > 0) {
        const char *plain = plain_letter(character);
        if (is_letter_or_digit(character)) {
            if (gap && slug->length > 0)
                sv_text_add_char(slug, '-');
            sv_text_add_n(slug, plain ? plain : at, plain ? strlen(plain) : n);
            gap = false;
        } else if (character != '\'' && character != 0x2019) {
            gap = true;
        }
        at += n;
    }
    free(lower);
    return !slug->failed;
}

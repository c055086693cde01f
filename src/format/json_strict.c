/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON, checked strictly (RFC 8259) before the library reads it: the library has no line numbers and accepts
 * what would lose data without a word. One pass, with a stack of its own for what is open.
 */
#include "json.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/lookup.h"
#include "../base/memory.h"
#include "encoding.h"

enum { keys_compared = 16, longest_number = 63 };

/* An object or array that is open. Few keys are compared one by one, more are looked up. */
typedef struct open_value {
    bool is_object;
    size_t keys_from, n_keys; /* where its keys begin in checker.keys */
    sv_lookup lookup;
} open_value;

typedef struct checker {
    const char *bytes, *at, *end;
    open_value open[SV_JSON_DEPTH];
    size_t depth;
    sv_text keys; /* keys of all open objects, each with a NUL behind it */
    sv_arena kept;
    sv_error fault;
    const char *file;
} checker;

/* Record a fault at a byte: its line, and its character in that line. Always false. */
static bool fault_at(checker *c, const char *at, sv_code code, const char *found, const char *expected)
{
    sv_place place = {.row = 1, .character = 1};
    const char *line = c->bytes;
    for (const char *b = c->bytes; b < at; b++)
        if (*b == '\n') {
            place.row++;
            line = b + 1;
        }
    for (const char *b = line; b < at; b++)
        place.character += ((unsigned char)*b & 0xC0) != 0x80;
    sv_text_fit(place.file, sizeof place.file, c->file);
    sv_error_at(&c->fault, code, &place, found, expected);
    return false;
}

/* A byte that is no UTF-8, told by the line it stands in. */
static bool bad_text_at(checker *c, const char *at)
{
    char line[200];
    const char *start = at;
    while (start > c->bytes && start[-1] != '\n')
        start--;
    snprintf(line, sizeof line, "%.*s", (int)strcspn(start, "\r\n"), start);
    return fault_at(c, at, SV_E_ENCODING_BAD, line, NULL);
}

/* The same with what stands there as found: up to a word, or the end of the file. */
static bool unexpected(checker *c, const char *expected)
{
    char found[48];
    size_t n = 0;
    uint32_t character;
    if (c->at >= c->end)
        return fault_at(c, c->at, SV_E_JSON_SYNTAX, SV_TR("the end of the file"), expected);
    while (n < 24 && c->at + n < c->end && !strchr(" \t\r\n,:[]{}\"", c->at[n]))
        n++;
    if (n == 0)
        n = sv_utf8_next(c->at, &character);
    while (n > 1 && c->at + n < c->end && ((unsigned char)c->at[n] & 0xC0) == 0x80)
        n--;
    snprintf(found, sizeof found, "%.*s", (int)n, c->at);
    return fault_at(c, c->at, SV_E_JSON_SYNTAX, found, expected);
}

static bool no_memory(checker *c)
{
    sv_error_set(&c->fault, SV_E_MEMORY, NULL, NULL);
    return false;
}

/* ---- Values ---- */

static void skip_space(checker *c)
{
    while (c->at < c->end && (*c->at == ' ' || *c->at == '\n' || *c->at == '\t' || *c->at == '\r'))
        c->at++;
}

static bool is_digit(const checker *c)
{
    return c->at < c->end && *c->at >= '0' && *c->at <= '9';
}

static bool digits(checker *c)
{
    if (!is_digit(c))
        return unexpected(c, SV_TR("a digit"));
    while (is_digit(c))
        c->at++;
    return true;
}

/* A number that the program can hold: no overflow, no underflow, no whole number that would change its last digits. */
static bool can_hold(const char *number, size_t n, bool whole)
{
    char text[longest_number + 1], back[400];
    double value;
    if (n > longest_number)
        return false;
    if (n <= 15 && whole)
        return true;
    memcpy(text, number, n);
    text[n] = '\0';
    value = strtod_l(text, NULL, newlocale(LC_ALL_MASK, "C", (locale_t)0)); /* the C locale takes no memory */
    if (!isfinite(value) || (value == 0 && strcspn(text, "123456789") < strcspn(text, "eE")))
        return false;
    if (!whole)
        return true;
    snprintf(back, sizeof back, "%.0f", value);
    return strcmp(back, text) == 0;
}

static bool number(checker *c)
{
    const char *start = c->at;
    char found[64];
    bool whole = true;
    if (*c->at == '-')
        c->at++;
    if (c->at < c->end && *c->at == '0') {
        c->at++;
        if (is_digit(c))
            return unexpected(c, SV_TR("a number without a zero in front"));
    } else if (!digits(c)) {
        return false;
    }
    if (c->at < c->end && *c->at == '.') {
        whole = false;
        c->at++;
        if (!digits(c))
            return false;
    }
    if (c->at < c->end && (*c->at == 'e' || *c->at == 'E')) {
        whole = false;
        c->at++;
        if (c->at < c->end && (*c->at == '+' || *c->at == '-'))
            c->at++;
        if (!digits(c))
            return false;
    }
    if (can_hold(start, (size_t)(c->at - start), whole))
        return true;
    snprintf(found, sizeof found, "%.*s", c->at - start > 40 ? 40 : (int)(c->at - start), start);
    return fault_at(c, start, SV_E_JSON_NUMBER, found, NULL);
}

static bool hex4(checker *c, unsigned *value)
{
    *value = 0;
    for (int i = 0; i < 4; i++, c->at++) {
        const char *digit = c->at < c->end && *c->at ? strchr("0123456789abcdefABCDEF", *c->at) : NULL;
        int n = digit ? (int)(digit - "0123456789abcdefABCDEF") : 0;
        if (!digit)
            return unexpected(c, SV_TR("four hexadecimal digits"));
        *value = *value * 16 + (unsigned)(n > 15 ? n - 6 : n);
    }
    return true;
}

/* \uXXXX, or a pair of them, behind the u. */
static bool unicode_escape(checker *c, sv_text *decoded)
{
    const char *start = c->at - 2;
    unsigned first, second;
    if (!hex4(c, &first))
        return false;
    if (first == 0)
        return fault_at(c, start, SV_E_JSON_SHAPE, "\\u0000", SV_TR("text without the character NUL"));
    if (first >= 0xD800 && first < 0xE000) {
        if (first >= 0xDC00 || c->end - c->at < 2 || c->at[0] != '\\' || c->at[1] != 'u')
            return fault_at(c, start, SV_E_JSON_SYNTAX, SV_TR("half a surrogate pair"), SV_TR("both halves, such as \\ud83d\\ude00"));
        c->at += 2;
        if (!hex4(c, &second))
            return false;
        if (second < 0xDC00 || second >= 0xE000)
            return fault_at(c, start, SV_E_JSON_SYNTAX, SV_TR("half a surrogate pair"), SV_TR("both halves, such as \\ud83d\\ude00"));
        first = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    }
    if (decoded)
        sv_encoding_add(decoded, first);
    return true;
}

static bool escape(checker *c, sv_text *decoded)
{
    static const char names[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
    const char *name = c->at < c->end && *c->at ? strchr(names, *c->at) : NULL;
    if (c->at < c->end && *c->at == 'u') {
        c->at++;
        return unicode_escape(c, decoded);
    }
    if (!name)
        return unexpected(c, SV_TR("one of \" \\ / b f n r t u behind a backslash"));
    if (decoded)
        sv_text_add_char(decoded, characters[name - names]);
    c->at++;
    return true;
}

/* A text, from its opening quote; decoded into `decoded` when that is given. */
static bool string(checker *c, sv_text *decoded)
{
    c->at++;
    for (;;) {
        const char *plain = c->at;
        while (c->at < c->end && *c->at != '"' && *c->at != '\\' && (unsigned char)*c->at >= 0x20)
            c->at++;
        if (decoded)
            sv_text_add_n(decoded, plain, (size_t)(c->at - plain));
        if (c->at >= c->end)
            return unexpected(c, SV_TR("a closing quote"));
        if ((unsigned char)*c->at < 0x20) {
            bool line_break = *c->at == '\n' || *c->at == '\r';
            return fault_at(c, c->at, SV_E_JSON_SYNTAX, line_break ? SV_TR("a line break inside a text") : SV_TR("a control character"),
                            line_break ? SV_TR("a closing quote, or \\n for a line break") : SV_TR("a closing quote, or \\t for a tab"));
        }
        if (*c->at++ == '"')
            return true;
        if (!escape(c, decoded))
            return false;
    }
}

/* ---- Objects and arrays ---- */

/* True when this key, the last in c->keys and standing at `at`, is the first of its name in the object. */
static bool is_new_key(checker *c, open_value *object, size_t from, const char *at)
{
    const char *key = c->keys.bytes + from, *other = c->keys.bytes + object->keys_from;
    if (object->n_keys < keys_compared) {
        for (size_t i = 0; i < object->n_keys; i++, other += strlen(other) + 1)
            if (*other == *key && strcmp(other, key) == 0)
                return fault_at(c, at, SV_E_JSON_KEY_TWICE, key, NULL);
        object->n_keys++;
        return true;
    }
    for (size_t i = 0; object->lookup.n == 0 && i < object->n_keys; i++, other += strlen(other) + 1) {
        const char *kept = sv_arena_text(&c->kept, other, strlen(other));
        if (!kept || !sv_lookup_put(&object->lookup, kept, i))
            return no_memory(c);
    }
    if (sv_lookup_get(&object->lookup, key) != SV_LOOKUP_NONE)
        return fault_at(c, at, SV_E_JSON_KEY_TWICE, key, NULL);
    key = sv_arena_text(&c->kept, key, strlen(key));
    if (!key || !sv_lookup_put(&object->lookup, key, object->n_keys++))
        return no_memory(c);
    c->keys.length = from;
    return true;
}

/* A key and the colon behind it. */
static bool key_and_colon(checker *c)
{
    size_t from = c->keys.length;
    const char *at = c->at;
    if (c->at >= c->end || *c->at != '"')
        return unexpected(c, SV_TR("a key between quotes"));
    if (!string(c, &c->keys))
        return false;
    sv_text_add_n(&c->keys, "", 1);
    if (c->keys.failed)
        return no_memory(c);
    if (!is_new_key(c, &c->open[c->depth - 1], from, at))
        return false;
    skip_space(c);
    if (c->at >= c->end || *c->at != ':')
        return unexpected(c, "\":\"");
    c->at++;
    return true;
}

static bool open_one(checker *c)
{
    char most[16];
    if (c->depth == SV_JSON_DEPTH) {
        snprintf(most, sizeof most, "%d", SV_JSON_DEPTH);
        return fault_at(c, c->at, SV_E_JSON_DEPTH, NULL, most);
    }
    c->open[c->depth++] = (open_value){.is_object = *c->at++ == '{', .keys_from = c->keys.length};
    return true;
}

static void close_one(checker *c)
{
    c->depth--;
    c->keys.length = c->open[c->depth].keys_from;
    sv_lookup_clear(&c->open[c->depth].lookup);
}

static bool word(checker *c, const char *text)
{
    size_t n = strlen(text);
    if ((size_t)(c->end - c->at) < n || memcmp(c->at, text, n) != 0)
        return unexpected(c, SV_TR("a value: text between quotes, a number, true, false, null, [ or {"));
    c->at += n;
    return true;
}

/* One value that is whole at once; an opening bracket only opens. */
static bool value(checker *c)
{
    switch (c->at < c->end ? *c->at : '\0') {
    case '{':
    case '[': return open_one(c);
    case '"': return string(c, NULL);
    case 't': return word(c, "true");
    case 'f': return word(c, "false");
    case 'n': return word(c, "null");
    case '-': return number(c);
    default: return is_digit(c) ? number(c) : word(c, "true");
    }
}

/* What may follow inside an open object or array, up to and with the next value or its end. `first`: nothing was in it yet. */
static bool step(checker *c, bool first)
{
    const open_value *open = &c->open[c->depth - 1];
    char closing = open->is_object ? '}' : ']';
    if (c->at < c->end && *c->at == closing) {
        c->at++;
        close_one(c);
        return true;
    }
    if (!first) {
        if (c->at >= c->end || *c->at != ',')
            return unexpected(c, open->is_object ? SV_TR("\",\" or \"}\"") : SV_TR("\",\" or \"]\""));
        c->at++;
        skip_space(c);
    }
    if (open->is_object && !key_and_colon(c))
        return false;
    skip_space(c);
    return value(c);
}

static bool document(checker *c)
{
    bool done;
    skip_space(c);
    done = value(c);
    while (done && c->depth > 0) {
        bool first = c->at[-1] == '{' || c->at[-1] == '['; /* not the end of a text: that is a quote */
        skip_space(c);
        done = step(c, first);
    }
    skip_space(c);
    if (done && c->at < c->end)
        return unexpected(c, SV_TR("nothing more"));
    return done;
}

sv_status sv_json_check(const char *bytes, size_t n, const char *file, sv_error *error)
{
    checker *c = sv_alloc(1, sizeof *c);
    size_t bad;
    sv_status status;
    bool done;
    if (!c)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    *c = (checker){.bytes = bytes, .at = bytes, .end = bytes + n, .file = file};
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        c->at = c->bytes = bytes + 3;
    if (!sv_utf8_valid(bytes, n, &bad))
        done = bad_text_at(c, bytes + bad);
    else if (c->at == c->end)
        done = fault_at(c, c->at, SV_E_FILE_EMPTY, file, NULL);
    else
        done = document(c);
    if (!done && error)
        *error = c->fault;
    status = done ? SV_OK : sv_code_status(c->fault.code);
    while (c->depth > 0)
        close_one(c);
    sv_text_clear(&c->keys);
    sv_arena_clear(&c->kept);
    free(c);
    return status;
}

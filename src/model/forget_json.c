/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Forgetting in JSON of any shape: columns of a user's own, and files of other programs, such as kept places of a
 * picture. The text is walked over once and copied; what is dropped is taken off the end of the copy again.
 */
#include "forget.h"

#include <stdlib.h>
#include <string.h>

enum { deepest = 200 }; /* readers refuse half of this */

typedef struct walk {
    const mention_who *who;
    const char *at;
    sv_text *out;
    size_t changes, depth;
    bool failed;
} walk;

/* ---- Texts ---- */

static unsigned hex4(const char *digits)
{
    char four[5] = {0};
    strncpy(four, digits, 4);
    return (unsigned)strtoul(four, NULL, 16);
}

static void add_character(sv_text *text, uint32_t c)
{
    char bytes[5] = {0};
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n; i-- > 1; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(marks[n] | c);
    sv_text_add_n(text, bytes, n);
}

/* One escape behind its backslash; gives where it ends. */
static const char *add_escape(const char *at, sv_text *text)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *letter = *at ? strchr(letters, *at) : NULL;
    unsigned high, low;
    if (letter)
        sv_text_add_char(text, meant[letter - letters]);
    if (*at != 'u' || strlen(at) < 5)
        return at + (*at != '\0');
    high = hex4(at + 1);
    at += 5;
    if (high >= 0xD800 && high < 0xDC00 && at[0] == '\\' && at[1] == 'u' && strlen(at) >= 6) {
        low = hex4(at + 2);
        high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
    }
    add_character(text, high);
    return at;
}

/* The text whose opening quote stands at w->at, decoded; w->at goes behind its closing quote. */
static void take_text(walk *w, sv_text *text)
{
    const char *at = w->at + 1;
    text->length = 0;
    sv_text_add(text, "");
    while (*at && *at != '"') {
        size_t plain = strcspn(at, "\"\\");
        sv_text_add_n(text, at, plain);
        at += plain;
        if (*at == '\\')
            at = add_escape(at + 1, text);
    }
    w->at = at + (*at == '"');
    w->failed |= text->failed;
}

static void add_quoted(sv_text *out, const char *text)
{
    sv_text_add_char(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            sv_text_addf(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            sv_text_addf(out, "\\u%04x", (unsigned)*text);
        else
            sv_text_add_char(out, *text);
    }
    sv_text_add_char(out, '"');
}

/* Copy a text that was taken, from where it began: as it stood, or without the name. */
static void put_text(walk *w, const char *start, const sv_text *text)
{
    sv_text kept = {0};
    if (!w->failed && forget_in_text(w->who, text->bytes, &kept)) {
        add_quoted(w->out, sv_text_get(&kept));
        w->changes++;
    } else {
        sv_text_add_n(w->out, start, (size_t)(w->at - start));
    }
    w->failed |= kept.failed;
    sv_text_clear(&kept);
}

/* ---- Values ---- */

static void cut_back(walk *w, size_t length)
{
    if (w->out->bytes) {
        w->out->length = length;
        w->out->bytes[length] = '\0';
    }
    w->changes++;
}

static void copy_space(walk *w)
{
    size_t n = strspn(w->at, " \t\r\n");
    sv_text_add_n(w->out, w->at, n);
    w->at += n;
}

static bool walk_value(walk *w, const char *key, bool in_array);

/* What stands before an item or member that is kept: a comma when one stands before it in the copy. */
static void put_comma(walk *w, bool *first)
{
    if (!*first)
        sv_text_add_char(w->out, ',');
    *first = false;
}

/* To the comma, or to the closing bracket, which is copied. True when there is more. */
static bool go_on(walk *w, char closing)
{
    const char *space = w->at;
    w->at += strspn(w->at, " \t\r\n");
    if (*w->at == ',') {
        w->at++;
        return true;
    }
    sv_text_add_n(w->out, space, (size_t)(w->at - space));
    if (*w->at == closing)
        sv_text_add_char(w->out, *w->at++);
    return false;
}

/* Items that are the actor are cut off again. */
static void walk_array(walk *w)
{
    bool first = true, more = true;
    sv_text_add_char(w->out, *w->at++);
    if (w->at[strspn(w->at, " \t\r\n")] == ']')
        copy_space(w);
    while (more && *w->at && *w->at != ']' && !w->failed) {
        size_t length = w->out->length;
        bool was_first = first;
        put_comma(w, &first);
        copy_space(w);
        if (walk_value(w, NULL, true)) {
            cut_back(w, length);
            first = was_first;
        }
        more = go_on(w, ']');
        if (!more)
            return;
    }
    if (*w->at == ']')
        sv_text_add_char(w->out, *w->at++);
}

/* One member, whose key stands at w->at. True when its value is the actor; *gone when the member is to go. */
static bool walk_member(walk *w, bool *gone)
{
    const char *start = w->at;
    sv_text key = {0};
    bool named;
    take_text(w, &key);
    *gone = !w->failed && mention_is(w->who, key.bytes);
    put_text(w, start, &key);
    copy_space(w);
    if (*w->at == ':')
        sv_text_add_char(w->out, *w->at++);
    copy_space(w);
    named = walk_value(w, sv_text_get(&key), false);
    *gone |= named;
    sv_text_clear(&key);
    return named;
}

/* True when a member names the actor. */
static bool walk_object(walk *w)
{
    bool first = true, named = false, more = true;
    sv_text_add_char(w->out, *w->at++);
    if (w->at[strspn(w->at, " \t\r\n")] == '}')
        copy_space(w);
    while (more && *w->at && *w->at != '}' && !w->failed) {
        size_t length = w->out->length;
        bool was_first = first, gone = false;
        put_comma(w, &first);
        copy_space(w);
        if (*w->at != '"')
            break;
        named |= walk_member(w, &gone);
        if (gone) {
            cut_back(w, length);
            first = was_first;
        }
        more = go_on(w, '}');
        if (!more)
            return named;
    }
    if (*w->at == '}')
        sv_text_add_char(w->out, *w->at++);
    return named;
}

/*
 * True when the value is the actor, or, in an array, an object that names it. An id that could be a word is one where
 * actors are named: alone in an array, or under a key such as "actor".
 */
static bool walk_value(walk *w, const char *key, bool in_array)
{
    const char *start = w->at;
    sv_text text = {0};
    bool is_actor = false;
    size_t plain;
    if (*w->at == '"') {
        take_text(w, &text);
        if (!w->failed)
            is_actor = !key || mention_is_header(key) ? mention_is(w->who, text.bytes) : mention_is_surely(w->who, text.bytes);
        put_text(w, start, &text);
        sv_text_clear(&text);
        return is_actor;
    }
    if ((*w->at == '{' || *w->at == '[') && w->depth < deepest) {
        w->depth++;
        if (*w->at == '[')
            walk_array(w);
        else
            is_actor = walk_object(w) && in_array;
        w->depth--;
        return is_actor;
    }
    plain = strcspn(w->at, ",]}");
    sv_text_add_n(w->out, w->at, plain);
    w->at += plain;
    return false;
}

bool forget_in_json(const mention_who *who, const char *json, sv_text *out, size_t *changes)
{
    walk w = {.who = who, .at = json, .out = out};
    size_t length = out->length;
    copy_space(&w);
    if (walk_value(&w, NULL, false)) {
        cut_back(&w, length);
        sv_text_add(out, "null");
    }
    sv_text_add(out, w.at);
    *changes += w.changes;
    return !w.failed && !out->failed;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON, checked strictly (RFC 8259) before the library reads it: the library has no line numbers and accepts
 * what would lose data without a word. One pass, with a stack of its own for what is open; on the way it notes
 * what stands at the top, so that a map can be read piece by piece.
 */
#include "json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/lookup.h"
#include "../base/memory.h"
#include "json_scan.h"

enum { keys_compared = 32 };

/* A key as it reads, without a NUL behind it: most stand so in the text, escaped ones are kept by their object. */
typedef struct key_text {
    const char *text;
    size_t n;
} key_text;

/* An object or array that is open. Few keys are compared one by one, more are looked up. */
typedef struct open_value {
    bool is_object;
    size_t keys_from, n_keys; /* where its keys begin in checker.keys */
    sv_lookup lookup;
    sv_arena kept;
} open_value;

typedef struct checker {
    json_scan scan;
    open_value open[SV_JSON_DEPTH];
    size_t depth;
    key_text *keys; /* of all open objects */
    size_t n_keys, keys_capacity;
    sv_json_text *top; /* what stands at the top is noted here; NULL: nowhere */
} checker;

/* ---- Keys ---- */

/* Go over a key, from its opening quote. */
static bool scan_key(checker *c, open_value *object, key_text *key)
{
    const char *start = c->scan.at;
    sv_text decoded = {0};
    if (!json_scan_string(&c->scan, NULL))
        return false;
    *key = (key_text){start + 1, (size_t)(c->scan.at - start) - 2};
    if (!memchr(key->text, '\\', key->n))
        return true;
    c->scan.at = start;
    (void)json_scan_string(&c->scan, &decoded); /* it was right the first time */
    *key = (key_text){decoded.failed ? NULL : sv_arena_text(&object->kept, sv_text_get(&decoded), decoded.length), decoded.length};
    sv_text_clear(&decoded);
    return key->text || json_no_memory(&c->scan);
}

static bool key_twice(checker *c, open_value *object, const char *at, key_text key)
{
    const char *found = sv_arena_text(&object->kept, key.text, key.n);
    return found ? json_fault_at(&c->scan, at, SV_E_JSON_KEY_TWICE, found, NULL) : json_no_memory(&c->scan);
}

/* True when this key, which stands at `at`, is the first of its name in the object; it is then one of its keys. */
static bool is_new_key(checker *c, open_value *object, const char *at, key_text key)
{
    const key_text *others = c->keys + object->keys_from;
    const char *kept;
    if (object->n_keys < keys_compared) {
        for (size_t i = 0; i < object->n_keys; i++)
            if (others[i].n == key.n && memcmp(others[i].text, key.text, key.n) == 0)
                return key_twice(c, object, at, key);
        if (!sv_grow(&c->keys, &c->keys_capacity, c->n_keys + 1, sizeof *c->keys))
            return json_no_memory(&c->scan);
        c->keys[c->n_keys++] = key;
        object->n_keys++;
        return true;
    }
    for (size_t i = 0; object->lookup.n < keys_compared; i++) {
        kept = sv_arena_text(&object->kept, others[i].text, others[i].n);
        if (!kept || !sv_lookup_put(&object->lookup, kept, i))
            return json_no_memory(&c->scan);
    }
    kept = sv_arena_text(&object->kept, key.text, key.n);
    if (kept && sv_lookup_get(&object->lookup, kept) != SV_LOOKUP_NONE)
        return key_twice(c, object, at, key);
    return (kept && sv_lookup_put(&object->lookup, kept, object->n_keys++)) || json_no_memory(&c->scan);
}

/* Note a key at the top, whose value comes next. */
static bool note_member(checker *c, key_text key)
{
    sv_json_text *top = c->top;
    const char *kept = sv_arena_text(&top->keys, key.text, key.n);
    if (!kept || !sv_grow(&top->members, &top->capacity, top->n_members + 1, sizeof *top->members))
        return json_no_memory(&c->scan);
    top->members[top->n_members++] = (sv_json_member){kept, c->scan.at};
    return true;
}

/* A key and the colon behind it, up to its value. */
static bool key_and_colon(checker *c)
{
    json_scan *s = &c->scan;
    open_value *object = &c->open[c->depth - 1];
    const char *at = s->at;
    key_text key;
    if (s->at >= s->end || *s->at != '"')
        return json_unexpected(s, SV_TR("a key between quotes"));
    if (!scan_key(c, object, &key) || !is_new_key(c, object, at, key))
        return false;
    json_skip_space(s);
    if (s->at >= s->end || *s->at != ':')
        return json_unexpected(s, "\":\"");
    s->at++;
    json_skip_space(s);
    return c->depth > 1 || !c->top || note_member(c, key);
}

/* ---- Objects and arrays ---- */

static bool open_one(checker *c)
{
    char most[16];
    if (c->depth == SV_JSON_DEPTH) {
        snprintf(most, sizeof most, "%d", SV_JSON_DEPTH);
        return json_fault_at(&c->scan, c->scan.at, SV_E_JSON_DEPTH, NULL, most);
    }
    c->open[c->depth++] = (open_value){.is_object = *c->scan.at++ == '{', .keys_from = c->n_keys};
    return true;
}

static void close_one(checker *c)
{
    open_value *closed = &c->open[--c->depth];
    c->n_keys = closed->keys_from;
    sv_lookup_clear(&closed->lookup);
    sv_arena_clear(&closed->kept);
}

/* One value that is whole at once; an opening bracket only opens. */
static bool value(checker *c)
{
    json_scan *s = &c->scan;
    switch (s->at < s->end ? *s->at : '\0') {
    case '{':
    case '[': return open_one(c);
    case '"': return json_scan_string(s, NULL);
    case 't': return json_scan_word(s, "true");
    case 'f': return json_scan_word(s, "false");
    case 'n': return json_scan_word(s, "null");
    case '-': return json_scan_number(s);
    default: return json_is_digit(s) ? json_scan_number(s) : json_scan_word(s, "true");
    }
}

/* What may follow inside an open object or array, up to and with the next value or its end. `first`: nothing was in it yet. */
static bool step(checker *c, bool first)
{
    const open_value *open = &c->open[c->depth - 1];
    json_scan *s = &c->scan;
    char closing = open->is_object ? '}' : ']';
    if (s->at < s->end && *s->at == closing) {
        s->at++;
        close_one(c);
        return true;
    }
    if (!first) {
        if (s->at >= s->end || *s->at != ',')
            return json_unexpected(s, open->is_object ? SV_TR("\",\" or \"}\"") : SV_TR("\",\" or \"]\""));
        s->at++;
        json_skip_space(s);
    }
    return (!open->is_object || key_and_colon(c)) && value(c);
}

static bool document(checker *c)
{
    json_scan *s = &c->scan;
    bool done;
    json_skip_space(s);
    if (c->top)
        c->top->value = s->at;
    done = value(c);
    while (done && c->depth > 0) {
        bool first = s->at[-1] == '{' || s->at[-1] == '['; /* not the end of a text: that is a quote */
        json_skip_space(s);
        done = step(c, first);
    }
    json_skip_space(s);
    if (done && s->at < s->end)
        return json_unexpected(s, SV_TR("nothing more"));
    return done;
}

static sv_status check(const char *bytes, size_t n, const char *file, sv_json_text *top, sv_error *error)
{
    checker *c = sv_alloc(1, sizeof *c);
    json_scan *s;
    size_t bad;
    sv_status status;
    bool done;
    if (!c)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    s = &c->scan;
    *c = (checker){.scan = {.bytes = bytes, .at = bytes, .end = bytes + n, .file = file}, .top = top};
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        s->at = s->bytes = bytes + 3;
    if (!sv_utf8_valid(bytes, n, &bad))
        done = json_bad_text_at(s, bytes + bad);
    else if (s->at == s->end)
        done = json_fault_at(s, s->at, SV_E_FILE_EMPTY, file, NULL);
    else
        done = document(c);
    if (!done && error)
        *error = s->fault;
    status = done ? SV_OK : sv_code_status(s->fault.code);
    while (c->depth > 0)
        close_one(c);
    free(c->keys);
    free(c);
    return status;
}

sv_status sv_json_check(const char *bytes, size_t n, const char *file, sv_error *error)
{
    return check(bytes, n, file, NULL, error);
}

sv_status sv_json_open(const char *bytes, size_t n, const char *file, sv_json_text *text, sv_error *error)
{
    *text = (sv_json_text){.end = bytes + n};
    return check(bytes, n, file, text, error);
}

void sv_json_close(sv_json_text *text)
{
    free(text->members);
    sv_arena_clear(&text->keys);
    *text = (sv_json_text){0};
}

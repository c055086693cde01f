/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The smallest pieces of JSON, checked strictly: spaces, words, numbers and texts. What is wrong is kept with
 * its line and character. How the pieces may follow each other, json_strict.c knows; what they mean, json_row.c.
 */
#ifndef SV_FORMAT_JSON_SCAN_H
#define SV_FORMAT_JSON_SCAN_H

#include "../base/text.h"

typedef struct json_scan {
    const char *bytes, *at, *end;
    const char *file;
    sv_error fault; /* the first; nothing is scanned after it */
} json_scan;

/* Record a fault at a byte: its line, and its character in that line. Always false. */
bool json_fault_at(json_scan *s, const char *at, sv_code code, const char *found, const char *expected);
/* The same with what stands there as found: up to a word, or the end of the file. */
bool json_unexpected(json_scan *s, const char *expected);
/* A byte that is no UTF-8, told by the line it stands in. */
bool json_bad_text_at(json_scan *s, const char *at);
bool json_no_memory(json_scan *s);

/* Between most pieces there is none, or one. */
static inline void json_skip_space(json_scan *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\n' || *s->at == '\t' || *s->at == '\r'))
        s->at++;
}

static inline bool json_is_digit(const json_scan *s)
{
    return s->at < s->end && *s->at >= '0' && *s->at <= '9';
}

/* Each goes over one piece; false when it is wrong. */
bool json_scan_word(json_scan *s, const char *word);
bool json_scan_number(json_scan *s);
/* The value of a number that passed, of n characters. */
double json_number(const char *number, size_t n);
/* A text, from its opening quote; decoded into `decoded` when that is given. */
bool json_scan_string(json_scan *s, sv_text *decoded);

#endif

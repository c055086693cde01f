/* SPDX-License-Identifier: MIT */
/* Text: UTF-8 checked and cleaned, folded for comparing, made into ids, and built up piece by piece. */
#ifndef SV_BASE_TEXT_H
#define SV_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <speelveld/base.h>

/* A text under construction. `failed` is set once memory ran out and stays set: look at it once, at the end. */
typedef struct sv_text {
    char *bytes; /* NUL-terminated once anything was added; NULL before */
    size_t length, capacity;
    bool failed;
} sv_text;

void sv_text_clear(sv_text *text);
void sv_text_add(sv_text *text, const char *addition);
void sv_text_add_n(sv_text *text, const char *addition, size_t n);
void sv_text_add_char(sv_text *text, char c);
__attribute__((format(printf, 2, 3))) void sv_text_addf(sv_text *text, const char *format, ...);
/* The text so far, "" when nothing was added. Borrowed. */
const char *sv_text_get(const sv_text *text);

/* A space at which no line ends. */
#define NO_BREAK_SPACE "\u00A0"

/* Add n bytes of a text in one line: control characters, tabs and line ends become spaces. */
void sv_text_add_line(sv_text *text, const char *addition, size_t n);

/* Copy into a fixed buffer, cut at a character with "…" when it does not fit, control characters as spaces. */
void sv_text_fit(char *buffer, size_t size, const char *text);

/* True when n bytes are valid UTF-8 (no surrogates, no overlong forms). *bad, when given, gets the first wrong byte's offset. */
bool sv_utf8_valid(const char *text, size_t n, size_t *bad);
/* Number of characters (code points) in valid UTF-8. */
size_t sv_utf8_count(const char *text);
/* Columns the text takes in a terminal: wide characters two, marks none. */
size_t sv_utf8_width(const char *text);
/* Decode one character; returns its length in bytes, 0 at the end, 1 with U+FFFD for a wrong byte. */
size_t sv_utf8_next(const char *text, uint32_t *character);

/* True for letters and digits of any script, and the marks upon them. */
bool sv_utf8_is_word(uint32_t character);
/* True for capitals, of the scripts that have them. */
bool sv_utf8_is_capital(uint32_t character);

/*
 * Folded for comparing: lower case, accents off, spaces, underscores, hyphens and apostrophes left out,
 * so that "Thema's", "themas" and "THÉMAS" are one. False (and folded->failed) without memory. Caller clears.
 */
bool sv_text_fold(const char *text, sv_text *folded);
/* A walk over the characters that a text folds to, one by one, without asking for memory. Begins as {.at = text}. */
typedef struct sv_fold {
    const char *at;
    int32_t folded[32]; /* what one character folds to: at most 18 */
    int n, used;
} sv_fold;
/* The next character; 0 at the end. */
uint32_t sv_fold_next(sv_fold *fold);

/* True when two texts fold to the same. */
bool sv_text_same(const char *a, const char *b);

/* An id from a name: "Fatima el Idrissi" -> "fatima-el-idrissi"; letters of any script are kept. "" when nothing is left. */
bool sv_text_slug(const char *name, sv_text *slug);

/* A number for people, with so many decimals and the language's decimal sign; "–" when it is NaN. Buffer of at least 64. */
void sv_number_show(double number, int decimals, char decimal_sign, char buffer[64]);
/* "1 tie", "3 ties": a number with the word that goes with it, translated. */
void sv_text_add_count(sv_text *text, size_t n, sv_language language, const char *one, const char *more);
/* A number as people write it: point or comma, thousands parted, "15%" = 0.15. The whole text must be the number; finite only. */
bool sv_number_parse(const char *text, double *number);
/* The shortest text that reads back as the same number, always with a point. Buffer of at least 32. NaN gives "". */
void sv_number_write(double number, char buffer[32]);

/*
 * A date as yyyymmdd, from ISO (2026-03-01, also with a time behind it), Dutch figures (1-3-2026, 01/03/2026), or with the month as
 * a Dutch or English word (1 maart 2026, 1-mrt-2026, March 1, 2026). False when there is no such day.
 */
bool sv_date_parse(const char *text, int *date);
/* True for a year alone ("2024"), and for a month with its year ("maart 2026"): no day, but nearly one. */
bool sv_date_is_year(const char *text);
bool sv_date_is_month(const char *text);
void sv_date_write(int date, char buffer[16]);
/* A day for people: "12 november 2026"; "–" for 0. */
void sv_date_say(int date, sv_language language, sv_text *out);
/* Whole days from a to b, both yyyymmdd. */
int sv_date_days(int a, int b);
/* The day so many days later, or earlier; at most 31 December 9999, at least 1 January 0001. */
int sv_date_add(int date, int days);

#endif

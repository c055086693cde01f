/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cells: what a person writes, read by the type of the column. Every type has one canonical text, so that
 * the rest of speelveld never sees "2,5", "1-3-2026" or "ja".
 */
#include "cell.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "table.h"
#include "words.h"

/* What each type takes, in words and for numbers as a range. */
static const struct {
    double low, high;
    bool number, whole;
    const char *expected;
} rules[SV_TYPES] = {
    [SV_TYPE_NUMBER] = {-HUGE_VAL, HUGE_VAL, true, false, SV_TR("a number")},
    [SV_TYPE_SCALE] = {0, 4, true, false, SV_TR("a number from 0 (none) to 4 (very much)")},
    [SV_TYPE_SIGNED_SCALE] = {-4, 4, true, false, SV_TR("a number from −4 (very low) to 4 (very high)")},
    [SV_TYPE_SHARE] = {0, 1, true, false, SV_TR("a number from 0 to 1 (or a percentage)")},
    [SV_TYPE_AMOUNT] = {0, HUGE_VAL, true, false, SV_TR("an amount in euros, 0 or more")},
    [SV_TYPE_WEIGHT] = {0x1p-1022, HUGE_VAL, true, false, SV_TR("a number above 0")},
    [SV_TYPE_COUNT] = {0, 1e15, true, true, SV_TR("a whole number, 0 or more")},
    [SV_TYPE_YESNO] = {0, 0, false, false, SV_TR("yes or no")},
    [SV_TYPE_POSITION] = {-4, 4, true, false, SV_TR("−4 to 4, or: strongly against, against, neutral, for, strongly for, unknown")},
    [SV_TYPE_DIRECTION] = {0, 0, false, false, SV_TR("forward, back or both")},
    [SV_TYPE_INVOLVEMENT] = {0, 0, false, false, SV_TR("co_decide, co_work, co_think or co_know")},
    [SV_TYPE_COMPETENT] = {0, 0, false, false, SV_TR("council, college, mayor, joint_scheme or unknown")},
    [SV_TYPE_PHASE] = {0, 0, false, false, SV_TR("exploring, opinion_forming or decision_making")},
    [SV_TYPE_VISIBILITY] = {0, 0, false, false, SV_TR("private, team or public")},
    [SV_TYPE_ACTOR_KIND] = {0, 0, false, false, SV_TR("person, resident, council_member, alderman, official, organisation, residents_group, alliance … (see the README)")},
    [SV_TYPE_TIE_KIND] = {0, 0, false, false, SV_TR("knows, works_with, informs, advises, influences, supports, funds, reports_to, family, opposes, may_not_contact")},
};

/* A text without the white space around it. */
static void trim(const char **text, size_t *n)
{
    while (*n > 0 && strchr(" \t\r\n", (*text)[0]))
        (*text)++, (*n)--;
    for (;;) {
        if (*n > 0 && strchr(" \t\r\n", (*text)[*n - 1]))
            (*n)--;
        else if (*n > 1 && memcmp(*text + *n - 2, "\xC2\xA0", 2) == 0)
            *n -= 2;
        else
            break;
    }
}

bool sv_cell_is_number(sv_type type)
{
    return rules[type].number;
}

sv_code sv_cell_check_number(sv_type type, double number, const char **expected)
{
    *expected = rules[type].expected;
    if (!isfinite(number))
        return SV_E_NUMBER;
    if (number < rules[type].low || number > rules[type].high)
        return SV_E_NUMBER_RANGE;
    return rules[type].whole && number != floor(number) ? SV_E_NUMBER_WHOLE : SV_E_NONE;
}

/* In euros a point or comma before three digits parts thousands: nobody writes tenths of a cent. */
static bool parse_amount(const char *text, double *number)
{
    char plain[64];
    size_t n = 0;
    for (; *text; text++) {
        if (strncmp(text, "€", strlen("€")) == 0) {
            text += strlen("€") - 1;
            continue;
        }
        if ((*text == '.' || *text == ',') && strspn(text + 1, "0123456789") == 3)
            continue;
        if (n + 1 >= sizeof plain)
            return false;
        plain[n++] = *text;
    }
    if (n > 2 && memcmp(plain + n - 2, ",-", 2) == 0)
        n -= 2;
    plain[n] = '\0';
    return sv_number_parse(plain, number);
}

static bool read_number(sv_type type, const char *text, sv_text *canonical, sv_code *code, const char **expected)
{
    double number;
    char written[32];
    bool parsed = type == SV_TYPE_AMOUNT ? parse_amount(text, &number) : sv_number_parse(text, &number);
    *code = parsed ? sv_cell_check_number(type, number, expected) : SV_E_NUMBER;
    *expected = rules[type].expected;
    if (*code == SV_E_NONE)
        sv_number_write(number, written);
    sv_text_add(canonical, *code == SV_E_NONE ? written : text);
    return !canonical->failed;
}

static bool read_word(sv_type type, const char *text, sv_text *canonical, sv_code *code, const char **expected)
{
    double number;
    const sv_word *word;
    if (type == SV_TYPE_POSITION && sv_number_parse(text, &number)) /* first, because words are compared without regard to dashes */
        return read_number(type, text, canonical, code, expected);
    word = sv_word_find(type, text);
    if (!word)
        *code = type == SV_TYPE_YESNO ? SV_E_YESNO : SV_E_WORD;
    *expected = rules[type].expected;
    sv_text_add(canonical, word ? word->id : text);
    return !canonical->failed;
}

static bool read_kind(sv_type type, const char *text, sv_text *canonical, sv_code *code, const char **expected)
{
    const char *id = NULL;
    if (type == SV_TYPE_ACTOR_KIND) {
        const sv_actor_kind *kind = sv_actor_kind_find(text);
        id = kind ? kind->id : NULL;
    } else {
        const sv_tie_kind *kind = sv_tie_kind_find(text);
        id = kind ? kind->id : NULL;
    }
    if (!id)
        *code = type == SV_TYPE_ACTOR_KIND ? SV_E_KIND_UNKNOWN : SV_E_TIE_KIND_UNKNOWN;
    *expected = rules[type].expected;
    sv_text_add(canonical, id ? id : text);
    return !canonical->failed;
}

static bool read_date(const char *text, sv_text *canonical, sv_code *code)
{
    int date;
    char written[16];
    bool parsed = sv_date_parse(text, &date);
    if (parsed)
        sv_date_write(date, written);
    *code = parsed ? SV_E_NONE : sv_date_is_year(text) ? SV_E_DATE_YEAR : sv_date_is_month(text) ? SV_E_DATE_MONTH : SV_E_DATE;
    sv_text_add(canonical, parsed ? written : text);
    return !canonical->failed;
}

static bool read_time(const char *text, sv_text *canonical, sv_code *code)
{
    int hour, minute, end = 0;
    char separator;
    bool parsed = sscanf(text, "%2d%c%2d%n", &hour, &separator, &minute, &end) == 3 && text[end] == '\0' &&
                  (separator == ':' || separator == '.') && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && strpbrk(text, "+- ") == NULL;
    *code = parsed ? SV_E_NONE : SV_E_TIME;
    if (parsed)
        sv_text_addf(canonical, "%02d:%02d", hour, minute);
    else
        sv_text_add(canonical, text);
    return !canonical->failed;
}

static bool read_list(const char *text, sv_text *canonical)
{
    sv_list_cursor cursor = {text};
    sv_text part = {0};
    while (sv_list_next(&cursor, &part))
        if (part.length)
            sv_list_add(canonical, part.bytes);
    canonical->failed |= part.failed;
    sv_text_clear(&part);
    return !canonical->failed;
}

static bool read_short(const char *text, sv_text *canonical, sv_code *code, const char **expected)
{
    if (strlen(text) > SV_NAME_LIMIT && sv_utf8_count(text) > SV_NAME_LIMIT) {
        *code = SV_E_TEXT_LONG;
        *expected = "1000";
    }
    sv_text_add(canonical, text);
    return !canonical->failed;
}

static bool read_by_type(sv_type type, const char *text, sv_text *canonical, sv_code *code, const char **expected)
{
    switch (type) {
    case SV_TYPE_DATE: return read_date(text, canonical, code);
    case SV_TYPE_TIME: return read_time(text, canonical, code);
    case SV_TYPE_LIST:
    case SV_TYPE_ACTORS:
    case SV_TYPE_SPOKESPERSONS: return read_list(text, canonical);
    case SV_TYPE_ACTOR_KIND:
    case SV_TYPE_TIE_KIND: return read_kind(type, text, canonical, code, expected);
    case SV_TYPE_YESNO:
    case SV_TYPE_POSITION:
    case SV_TYPE_DIRECTION:
    case SV_TYPE_INVOLVEMENT:
    case SV_TYPE_COMPETENT:
    case SV_TYPE_PHASE:
    case SV_TYPE_VISIBILITY: return read_word(type, text, canonical, code, expected);
    default: return rules[type].number ? read_number(type, text, canonical, code, expected) : read_short(text, canonical, code, expected);
    }
}

bool sv_cell_read(sv_type type, const char *text, sv_text *canonical, sv_code *code, const char **expected)
{
    const char *start = text;
    size_t n = strlen(text);
    sv_text trimmed = {0};
    bool done;
    *code = SV_E_NONE;
    *expected = "";
    if (type == SV_TYPE_TEXT) { /* a note keeps its own white space */
        if (n > SV_TEXT_LIMIT && sv_utf8_count(text) > SV_TEXT_LIMIT) {
            *code = SV_E_TEXT_LONG;
            *expected = "100000";
        }
        sv_text_add_n(canonical, text, n);
        return !canonical->failed;
    }
    trim(&start, &n);
    sv_text_add_n(&trimmed, start, n);
    if (!trimmed.failed && trimmed.length == 0) /* a hard space is no cell either */
        sv_text_add(canonical, "");
    else if (!trimmed.failed)
        (void)read_by_type(type, trimmed.bytes, canonical, code, expected);
    done = !trimmed.failed && !canonical->failed;
    sv_text_clear(&trimmed);
    return done;
}

static bool is_canonical_number(sv_type type, const char *text)
{
    const char *expected;
    char written[32];
    double number;
    if (!sv_number_parse(text, &number) || sv_cell_check_number(type, number, &expected) != SV_E_NONE)
        return false;
    sv_number_write(number, written);
    return strcmp(written, text) == 0;
}

static bool is_canonical_date(const char *text)
{
    char written[16];
    int date;
    if (!sv_date_parse(text, &date))
        return false;
    sv_date_write(date, written);
    return strcmp(written, text) == 0;
}

static bool is_canonical_time(const char *text)
{
    return strlen(text) == 5 && strspn(text, "0123456789") == 2 && text[2] == ':' && strspn(text + 3, "0123456789") == 2 &&
           strncmp(text, "24", 2) < 0 && text[3] < '6';
}

static bool is_canonical_word(sv_type type, const char *text)
{
    const sv_word *word = sv_word_find(type, text);
    return word && strcmp(word->id, text) == 0;
}

static bool is_canonical_kind(sv_type type, const char *text)
{
    const sv_actor_kind *actor_kind = type == SV_TYPE_ACTOR_KIND ? sv_actor_kind_find(text) : NULL;
    const sv_tie_kind *tie_kind = type == SV_TYPE_TIE_KIND ? sv_tie_kind_find(text) : NULL;
    return (actor_kind && strcmp(actor_kind->id, text) == 0) || (tie_kind && strcmp(tie_kind->id, text) == 0);
}

static bool is_trimmed(const char *text, size_t n)
{
    const char *start = text;
    size_t left = n;
    trim(&start, &left);
    return left == n;
}

/* Parts that are trimmed and not empty, between | only, and a backslash before | ; \ and nothing else. */
static bool is_canonical_list(const char *text)
{
    const char *part = text, *at = text;
    if (!*text)
        return true;
    for (;; at++) {
        if (*at == '\\' && at[1] && strchr("|;\\", at[1])) {
            at++;
        } else if (*at == ';' || *at == '\\') {
            return false;
        } else if (*at == '|' || !*at) {
            if (at == part || !is_trimmed(part, (size_t)(at - part)))
                return false;
            if (!*at)
                return true;
            part = at + 1;
        }
    }
}

bool sv_cell_is_canonical(sv_type type, const char *text)
{
    size_t n = strlen(text);
    double number;
    switch (type) {
    case SV_TYPE_TEXT: return n <= SV_TEXT_LIMIT || sv_utf8_count(text) <= SV_TEXT_LIMIT;
    case SV_TYPE_AMOUNT: /* 12.125 is canonical here, though a person would mean thousands by it */
        return sv_number_parse(text, &number) && strspn(text, "0123456789.eE+-") == n;
    case SV_TYPE_DATE: return is_canonical_date(text);
    case SV_TYPE_TIME: return is_canonical_time(text);
    case SV_TYPE_LIST:
    case SV_TYPE_ACTORS:
    case SV_TYPE_SPOKESPERSONS: return is_canonical_list(text);
    case SV_TYPE_ACTOR_KIND:
    case SV_TYPE_TIE_KIND: return is_canonical_kind(type, text);
    case SV_TYPE_POSITION: return is_canonical_number(type, text) || is_canonical_word(type, text);
    case SV_TYPE_YESNO:
    case SV_TYPE_DIRECTION:
    case SV_TYPE_INVOLVEMENT:
    case SV_TYPE_COMPETENT:
    case SV_TYPE_PHASE:
    case SV_TYPE_VISIBILITY: return is_canonical_word(type, text);
    default:
        if (rules[type].number)
            return is_canonical_number(type, text);
        return is_trimmed(text, n) && (n <= SV_NAME_LIMIT || sv_utf8_count(text) <= SV_NAME_LIMIT);
    }
}

bool sv_list_next(sv_list_cursor *cursor, sv_text *part)
{
    const char *at = cursor->at;
    size_t n;
    const char *start;
    part->length = 0;
    if (!at || !*at || part->failed)
        return false;
    sv_text_add_n(part, "", 0);
    for (; *at && *at != '|' && *at != ';'; at++) {
        if (*at == '\\' && at[1] && strchr("|;\\", at[1]))
            at++;
        sv_text_add_char(part, *at);
    }
    cursor->at = *at ? at + 1 : at;
    if (part->failed)
        return false;
    start = part->bytes;
    n = part->length;
    trim(&start, &n);
    memmove(part->bytes, start, n);
    part->bytes[n] = '\0';
    part->length = n;
    return true;
}

void sv_list_add(sv_text *list, const char *part)
{
    if (list->length)
        sv_text_add_char(list, '|');
    for (; *part; part++) {
        if (strchr("|;\\", *part))
            sv_text_add_char(list, '\\');
        sv_text_add_char(list, *part);
    }
}

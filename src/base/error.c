/* SPDX-License-Identifier: MIT */
/*
 * Faults: what went wrong, where, what stood there, and what to do. A fault is held by value and filled
 * where it is found; the texts come from the table in codes.h, through the translations.
 */
#include <speelveld/base.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language.h"
#include "memory.h"
#include "text.h"

typedef struct code_row {
    const char *id, *message, *remedy;
    sv_status status;
    sv_severity severity;
} code_row;

static const code_row rows[SV_CODE_COUNT] = {
#define SV_CODE_ROW(code, id, status, severity, message, remedy) [code] = {id, message, remedy, status, severity},
    SV_CODES(SV_CODE_ROW)
#undef SV_CODE_ROW
};

sv_status sv_error_set(sv_error *error, sv_code code, const char *found, const char *expected)
{
    return sv_error_at(error, code, NULL, found, expected);
}

sv_status sv_error_at(sv_error *error, sv_code code, const sv_place *place, const char *found, const char *expected)
{
    if (error) {
        sv_error filled = {.code = code};
        if (place)
            filled.place = *place;
        sv_text_fit(filled.found, sizeof filled.found, found ? found + strspn(found, " \t\r\n") : "");
        for (size_t n = strlen(filled.found); n > 0 && filled.found[n - 1] == ' '; n--)
            filled.found[n - 1] = '\0';
        sv_text_fit(filled.expected, sizeof filled.expected, expected ? expected : "");
        *error = filled;
    }
    return rows[code].status;
}

sv_status sv_code_status(sv_code code)
{
    return rows[code].status;
}

sv_severity sv_code_severity(sv_code code)
{
    return rows[code].severity;
}

const char *sv_code_id(sv_code code)
{
    return rows[code].id;
}

/*
 * Copies a template, with {found} and {expected} filled in; what does not fit is cut at a character. What is
 * expected is often a phrase of our own ("a number from 0 to 4") and then has a translation too; what was found
 * may be one, unless it stands in quotes: then a person wrote it.
 */
static char *fill_in(const char *text, const sv_error *error, sv_language language, char *buffer, size_t size)
{
    const char *start = text;
    size_t used = 0;
    bool cut = false;
    if (size == 0)
        return buffer;
    while (*text && !cut) {
        const char *part = text;
        size_t length = 1;
        if (strncmp(text, "{found}", 7) == 0) {
            part = text > start && text[-1] == '"' ? error->found : sv_translate(language, error->found);
            length = strlen(part);
            text += 7;
        } else if (strncmp(text, "{expected}", 10) == 0) {
            part = sv_translate(language, error->expected);
            length = strlen(part);
            text += 10;
        } else {
            text++;
        }
        cut = length > size - 1 - used;
        if (cut) /* back to where a character begins */
            for (length = size - 1 - used; length > 0 && ((unsigned char)part[length] & 0xC0) == 0x80;)
                length--;
        memcpy(buffer + used, part, length);
        used += length;
    }
    buffer[used] = '\0';
    return buffer;
}

char *sv_error_message(const sv_error *error, sv_language language, char *buffer, size_t size)
{
    return fill_in(sv_translate(language, rows[error->code].message), error, language, buffer, size);
}

char *sv_error_remedy(const sv_error *error, sv_language language, char *buffer, size_t size)
{
    const char *remedy = rows[error->code].remedy;
    return fill_in(*remedy ? sv_translate(language, remedy) : "", error, language, buffer, size);
}

char *sv_error_where(const sv_error *error, sv_language language, char *buffer, size_t size)
{
    const sv_place *place = &error->place;
    char where[sizeof *place + 256]; /* the parts of a place, and the words between them */
    int n = snprintf(where, sizeof where, "%s", place->file);
    if (place->sheet[0])
        n += snprintf(where + n, sizeof where - (size_t)n, "%s%s %s", n ? ", " : "", sv_translate(language, "sheet"), place->sheet);
    if (place->row)
        n += snprintf(where + n, sizeof where - (size_t)n, "%s%s %llu", n ? ", " : "",
                      sv_translate(language, place->character ? SV_TR("line") : SV_TR("row")), (unsigned long long)place->row);
    if (place->character)
        n += snprintf(where + n, sizeof where - (size_t)n, ", %s %llu", sv_translate(language, "character"), (unsigned long long)place->character);
    if (place->column[0])
        snprintf(where + n, sizeof where - (size_t)n, "%s%s %s", n ? ", " : "", sv_translate(language, "column"), place->column);
    sv_text_fit(buffer, size, where);
    return buffer;
}

void sv_problems_init(sv_problems *problems)
{
    *problems = (sv_problems){0};
}

void sv_problems_clear(sv_problems *problems)
{
    free(problems->items);
    *problems = (sv_problems){0};
}

void sv_problems_add(sv_problems *problems, sv_code code, const sv_place *place, const char *found, const char *expected)
{
    if (!problems)
        return;
    switch (rows[code].severity) {
    case SV_NOTE: problems->notes++; break;
    case SV_WARNING: problems->warnings++; break;
    case SV_ERROR: problems->errors++; break;
    }
    if (problems->n >= SV_PROBLEMS_KEPT)
        return;
    if (!sv_grow(&problems->items, &problems->capacity, problems->n + 1, sizeof *problems->items)) {
        problems->incomplete = true;
        return;
    }
    sv_error_at(&problems->items[problems->n++], code, place, found, expected);
}

/* Faults of which the sheet is unknown come first, as they were found. */
static int in_reading_order(const sv_error *left, const sv_error *right)
{
    const sv_place *l = &left->place, *r = &right->place;
    if (!l->sheet_number && !r->sheet_number)
        return 0;
    if (l->sheet_number != r->sheet_number)
        return l->sheet_number < r->sheet_number ? -1 : 1;
    if (l->row != r->row)
        return l->row < r->row ? -1 : 1;
    return l->column_number < r->column_number ? -1 : l->column_number > r->column_number;
}

/* Merges two sorted halves; qsort may not keep the order of what is equal. */
static void merge_halves(const sv_error *from, size_t middle, size_t n, sv_error *to)
{
    size_t left = 0, right = middle;
    for (size_t i = 0; i < n; i++)
        to[i] = left < middle && (right >= n || in_reading_order(&from[left], &from[right]) <= 0) ? from[left++] : from[right++];
}

static void sort(sv_error *items, size_t n, sv_error *spare)
{
    if (n < 2)
        return;
    sort(items, n / 2, spare);
    sort(items + n / 2, n - n / 2, spare);
    merge_halves(items, n / 2, n, spare);
    memcpy(items, spare, n * sizeof *items);
}

void sv_problems_sort(sv_problems *problems)
{
    sv_error *spare = sv_alloc(problems->n, sizeof *spare);
    if (spare) /* without memory they stand in the order in which they were found */
        sort(problems->items, problems->n, spare);
    free(spare);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short names: see short_name.h. */
#include "short_name.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static const char *next_word(const char *at)
{
    while (*at && !is_space(*at))
        at++;
    while (is_space(*at))
        at++;
    return at;
}

static bool is_capital(const char *at)
{
    uint32_t c = 0;
    sv_utf8_next(at, &c);
    return sv_utf8_is_capital(c);
}

/* "mr.", "drs.": a word in small letters with a point at its end. */
static bool is_title(const char *word)
{
    const char *end = word;
    while (*end && !is_space(*end))
        end++;
    return end > word && end[-1] == '.' && *word >= 'a' && *word <= 'z' && *end;
}

/* "F." or "F.J." between the first name and more. */
static bool is_initials(const char *word)
{
    size_t n = strcspn(word, " \t\n");
    return n >= 2 && n <= 6 && word[n - 1] == '.' && is_capital(word) && *next_word(word);
}

/* The initial of a part of a first name; IJ is one letter. */
static void add_initial(sv_text *out, const char *part)
{
    uint32_t c;
    size_t n = sv_utf8_next(part, &c);
    sv_text_add_n(out, part, strncmp(part, "IJ", 2) == 0 ? 2 : n);
    sv_text_add_char(out, '.');
}

void sv_short_name(const char *name, sv_text *out)
{
    const char *first = name, *rest, *end;
    while (is_space(*first))
        first++;
    while (is_title(first))
        first = next_word(first);
    rest = next_word(first);
    end = first;
    while (*end && !is_space(*end))
        end++;
    if (!*rest || !is_capital(first) || end[-1] == ',') {
        sv_text_add(out, first);
        return;
    }
    if (memchr(first, '.', (size_t)(end - first))) /* initials already */
        sv_text_add_n(out, first, (size_t)(end - first));
    else
        for (const char *part = first; part; part = memchr(part, '-', (size_t)(end - part)), part = part ? part + 1 : NULL)
            if (part < end)
                add_initial(out, part);
    for (const char *word = rest; is_initials(word); word = rest) {
        rest = next_word(word);
        sv_text_add_n(out, word, strcspn(word, " \t\n"));
    }
    sv_text_add(out, NO_BREAK_SPACE);
    sv_text_add(out, rest);
}

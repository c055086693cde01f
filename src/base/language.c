/* SPDX-License-Identifier: MIT */
/*
 * Languages: English texts are the keys, Dutch comes from data/locale/nl.po, compiled by msgfmt and held in
 * the program. gettext itself cannot switch language without an installed locale, and a library may not
 * call setlocale; its compiled file is a sorted table, so looking up is all there is to do.
 */
#include <speelveld/base.h>

#include <string.h>

#include "language.h"

static uint32_t word_at(const unsigned char *bytes, size_t at)
{
    return (uint32_t)bytes[at] | (uint32_t)bytes[at + 1] << 8 | (uint32_t)bytes[at + 2] << 16 | (uint32_t)bytes[at + 3] << 24;
}

const char *sv_translate(sv_language language, const char *message)
{
    const unsigned char *table = sv_dutch_table;
    uint32_t low = 0, high, originals, translations;
    if (language != SV_DUTCH || !*message || sv_dutch_table_size < 28)
        return message;
    high = word_at(table, 8);
    originals = word_at(table, 12);
    translations = word_at(table, 16);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *key = (const char *)table + word_at(table, originals + middle * 8 + 4);
        int order = strcmp(message, key);
        if (order == 0)
            return (const char *)table + word_at(table, translations + middle * 8 + 4);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return message;
}

bool sv_language_parse(const char *text, sv_language *language)
{
    static const struct {
        const char *word;
        sv_language language;
    } words[] = {{"nl", SV_DUTCH}, {"dutch", SV_DUTCH}, {"nederlands", SV_DUTCH}, {"en", SV_ENGLISH}, {"english", SV_ENGLISH}, {"engels", SV_ENGLISH}};
    size_t n = strcspn(text, "_.@:");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == n && strncasecmp(words[i].word, text, n) == 0) {
            *language = words[i].language;
            return true;
        }
    return false;
}

const char *sv_version(void)
{
    return SV_VERSION;
}

/* SPDX-License-Identifier: MIT */
/*
 * XML ids. An id may be any text; XML wants a letter or _ in front and then letters, digits, hyphens, points and
 * underscores. Whatever else there is becomes an underscore, an underscore is put before a digit, hyphen or point
 * in front, and the second of two equal ids becomes id-2. The outcome depends only on the picture, in its order.
 */
#include "xml_names.h"

#include "../base/lookup.h"
#include "../base/text.h"

#include <stdlib.h>

/* The characters beyond ASCII that XML 1.0 allows in a name, as first and last of each range. */
static bool is_letter(uint32_t c)
{
    static const uint32_t ranges[][2] = {{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF},
                                         {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
                                         {0xF900, 0xFDCF}, {0xFDF0, 0xFFFC}, {0x10000, 0xEFFFF}};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')
        return true;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return (c & 0xFFFE) != 0xFFFE;
    return false;
}

static bool is_inside(uint32_t c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7 || (c >= 0x300 && c <= 0x36F);
}

static void make_name(const char *id, sv_text *name)
{
    uint32_t character;
    size_t n;
    name->length = 0;
    while ((n = sv_utf8_next(id, &character)) && !name->failed) {
        if (!name->length && !is_letter(character))
            sv_text_add_char(name, '_');
        if (is_inside(character))
            sv_text_add_n(name, id, n);
        else if (name->length != 1 || name->bytes[0] != '_')
            sv_text_add_char(name, '_');
        id += n;
    }
}

/* The name, or the first of name-2, name-3 … that is free. What is looked up is the number last tried. */
static const char *keep_unique(xml_names *names, sv_lookup *taken, sv_text *name)
{
    const char *kept, *base = sv_arena_text(&names->arena, sv_text_get(name), name->length);
    size_t length = name->length, number = base ? sv_lookup_get(taken, base) : SV_LOOKUP_NONE;
    if (!base || name->failed)
        return NULL;
    if (number == SV_LOOKUP_NONE)
        return sv_lookup_put(taken, base, 1) ? base : NULL;
    do {
        name->length = length;
        sv_text_addf(name, "-%zu", ++number);
    } while (!name->failed && sv_lookup_get(taken, sv_text_get(name)) != SV_LOOKUP_NONE);
    kept = name->failed ? NULL : sv_arena_text(&names->arena, name->bytes, name->length);
    return kept && sv_lookup_put(taken, base, number) && sv_lookup_put(taken, kept, 1) ? kept : NULL;
}

bool xml_names_make(const sv_picture *picture, xml_names *names)
{
    sv_lookup taken = {0};
    sv_text name = {0};
    bool done = true;
    *names = (xml_names){.marks = sv_alloc(picture->n_marks, sizeof(char *)), .lines = sv_alloc(picture->n_lines, sizeof(char *))};
    done = names->marks && names->lines;
    for (size_t i = 0; done && i < picture->n_marks + picture->n_lines; i++) {
        bool is_mark = i < picture->n_marks;
        const char *id = is_mark ? picture->marks[i].id : picture->lines[i - picture->n_marks].id;
        const char **place = is_mark ? &names->marks[i] : &names->lines[i - picture->n_marks];
        if (!id || !*id)
            continue;
        make_name(id, &name);
        *place = keep_unique(names, &taken, &name);
        done = *place != NULL;
    }
    sv_text_clear(&name);
    sv_lookup_clear(&taken);
    if (!done)
        xml_names_clear(names);
    return done;
}

void xml_names_clear(xml_names *names)
{
    free(names->marks);
    free(names->lines);
    sv_arena_clear(&names->arena);
    *names = (xml_names){0};
}

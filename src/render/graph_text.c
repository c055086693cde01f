/* SPDX-License-Identifier: MIT */
/*
 * Texts made safe. Graphviz reads backslashes and &entities; in every label, writes broken SVG from invalid
 * UTF-8 and control characters, and fails on very long labels; so nothing a person typed reaches it raw.
 */
#include "graph_text.h"

#include <string.h>

/* A space for what cannot be seen but breaks lines or XML; U+FFFD for what is no character at all. */
static uint32_t clean_character(uint32_t character)
{
    if (character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029)
        return ' ';
    if ((character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF))
        return 0xFFFD;
    return character;
}

/* Adds one character, clean; returns how many bytes of `at` it stood for. */
static size_t add_clean(sv_text *out, const char *at)
{
    uint32_t character, clean;
    size_t n = sv_utf8_next(at, &character);
    clean = clean_character(character);
    if (clean == 0xFFFD)
        sv_text_add(out, "\xEF\xBF\xBD");
    else if (clean != character)
        sv_text_add_char(out, ' ');
    else
        sv_text_add_n(out, at, n);
    return n;
}

bool text_next_line(const char **at, sv_text *line)
{
    const char *end, *from = *at;
    size_t fits = 0; /* the length at which "…" still fits behind it */
    if (!from)
        return false;
    line->length = 0;
    sv_text_add_n(line, "", 0);
    end = strchr(from, '\n');
    *at = end ? end + 1 : NULL;
    if (!end)
        end = from + strlen(from);
    if (end > from && end[-1] == '\r')
        end--;
    while (from < end && line->length <= line_bytes_most && !line->failed) {
        from += add_clean(line, from);
        if (line->length <= line_bytes_most - 3)
            fits = line->length;
    }
    if (line->length > line_bytes_most) {
        line->length = fits;
        sv_text_add(line, "…");
    }
    return true;
}

void text_label(const char *text, sv_align align, sv_text *label)
{
    static const char *const ends[] = {[SV_ALIGN_CENTRE] = "\\n", [SV_ALIGN_LEFT] = "\\l", [SV_ALIGN_RIGHT] = "\\r"};
    sv_text line = {0};
    for (int n = 0; n < lines_most && text_next_line(&text, &line); n++) {
        for (const char *c = sv_text_get(&line); *c; c++) {
            if (*c == '\\')
                sv_text_add(label, "\\\\");
            else if (*c == '&')
                sv_text_add(label, "&amp;");
            else
                sv_text_add_char(label, *c);
        }
        sv_text_add(label, ends[align]);
    }
    label->failed |= line.failed;
    sv_text_clear(&line);
}

static void add_escaped(sv_text *out, char c)
{
    switch (c) {
    case '&':
        sv_text_add(out, "&amp;");
        break;
    case '<':
        sv_text_add(out, "&lt;");
        break;
    case '>':
        sv_text_add(out, "&gt;");
        break;
    case '"':
        sv_text_add(out, "&quot;");
        break;
    case '\'':
        sv_text_add(out, "&#39;");
        break;
    default:
        sv_text_add_char(out, c);
    }
}

void text_xml(sv_text *out, const char *text)
{
    while (text && *text && !out->failed) {
        if ((unsigned char)*text < 0x80 && *text >= 0x20 && *text != 0x7F)
            add_escaped(out, *text++);
        else
            text += add_clean(out, text);
    }
}

bool text_is_link(const char *text)
{
    if (!text || (strncmp(text, "http://", 7) != 0 && strncmp(text, "https://", 8) != 0) || !sv_utf8_valid(text, strlen(text), NULL))
        return false;
    for (; *text; text++)
        if ((unsigned char)*text <= 0x20 || *text == 0x7F)
            return false;
    return true;
}

void text_classes(sv_text *out, const char *classes)
{
    bool first = true, parted = false;
    for (; classes && *classes; classes++) {
        unsigned char c = (unsigned char)*classes;
        if (c <= ' ') {
            parted = true;
            continue;
        }
        if (parted && !first)
            sv_text_add_char(out, ' ');
        first = parted = false;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')
            sv_text_add_char(out, (char)c);
        else if ((c & 0xC0) != 0x80) /* one hyphen for a whole character */
            sv_text_add_char(out, '-');
    }
}

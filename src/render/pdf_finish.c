/* SPDX-License-Identifier: MIT */
/*
 * Graphviz' PDF made ours. cairo writes the time of day into it, and neither title nor language. Its last two
 * objects are the document's data ("Info") and its root ("Catalog"), and behind them stands the table of where every
 * object is; so the file is kept up to those two, which are written anew, with the table set right. A file built
 * otherwise is kept as it is, with the time made blank.
 */
#include "finish.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { entry_size = 20 }; /* of one object in the table, always */

/* Where the parts stand, as offsets into the bytes. */
typedef struct pdf_parts {
    size_t info_number, root_number, info, root, table, entries, trailer;
} pdf_parts;

static const char *find_last(const char *bytes, size_t n, const char *what)
{
    size_t m = strlen(what);
    for (size_t i = n >= m ? n - m + 1 : 0; i-- > 0;)
        if (memcmp(bytes + i, what, m) == 0)
            return bytes + i;
    return NULL;
}

/* The number behind a key such as "/Root " in the trailer; 0 when it is not there. */
static size_t number_behind(const char *text, const char *key)
{
    const char *at = strstr(text, key);
    return at ? strtoul(at + strlen(key), NULL, 10) : 0;
}

/* The offset the table gives for an object, when that object indeed stands there; 0 otherwise. */
static size_t object_at(const char *bytes, const pdf_parts *parts, size_t number)
{
    char head[40];
    const char *entry = bytes + parts->entries + number * entry_size;
    size_t offset;
    if (number >= (parts->trailer - parts->entries) / entry_size)
        return 0;
    offset = strtoul(entry, NULL, 10);
    snprintf(head, sizeof head, "%zu 0 obj", number);
    return offset + strlen(head) < parts->table && memcmp(bytes + offset, head, strlen(head)) == 0 ? offset : 0;
}

/* `bytes` ends in NUL. */
static bool find_parts(const char *bytes, size_t n, pdf_parts *parts)
{
    const char *table = find_last(bytes, n, "\nxref\n0 "), *entries, *trailer;
    if (!table)
        return false;
    table++;
    entries = strchr(table + strlen("xref\n"), '\n');
    trailer = strstr(table, "trailer\n");
    if (!entries || !trailer || entries > trailer)
        return false;
    parts->table = (size_t)(table - bytes);
    parts->entries = (size_t)(entries + 1 - bytes);
    parts->trailer = (size_t)(trailer - bytes);
    parts->info_number = number_behind(trailer, "/Info ");
    parts->root_number = number_behind(trailer, "/Root ");
    parts->info = parts->info_number ? object_at(bytes, parts, parts->info_number) : 0;
    parts->root = parts->root_number ? object_at(bytes, parts, parts->root_number) : 0;
    return parts->info && parts->root > parts->info && strstr(trailer, "startxref\n");
}

/* A text as PDF wants it when it may hold any letter: UTF-16 in hexadecimal, marked as such. */
static void add_utf16(sv_text *out, const char *text)
{
    uint32_t c;
    size_t n;
    sv_text_add(out, "<FEFF");
    while (!out->failed && (n = sv_utf8_next(text, &c))) {
        text += n;
        if (c < 0x10000)
            sv_text_addf(out, "%04X", (unsigned)c);
        else
            sv_text_addf(out, "%04X%04X", (unsigned)(0xD800 + ((c - 0x10000) >> 10)), (unsigned)(0xDC00 + (c & 0x3FF)));
    }
    sv_text_add_char(out, '>');
}

static void add_info(sv_text *out, const pdf_parts *parts, const sv_picture *picture)
{
    sv_text_addf(out, "%zu 0 obj\n<< /Producer (speelveld %s, cairo)\n", parts->info_number, sv_version());
    if (picture->title && *picture->title) {
        sv_text_add(out, "   /Title ");
        add_utf16(out, picture->title);
        sv_text_add_char(out, '\n');
    }
    sv_text_add(out, ">>\nendobj\n");
}

static void add_root(sv_text *out, const char *bytes, const pdf_parts *parts, const sv_picture *picture)
{
    const char *root = bytes + parts->root;
    const char *end = find_last(root, parts->table - parts->root, ">>");
    const char *language = picture->language;
    if (!end) {
        sv_text_add_n(out, root, parts->table - parts->root);
        return;
    }
    sv_text_add_n(out, root, (size_t)(end - root));
    if (language && (strcmp(language, "nl") == 0 || strcmp(language, "en") == 0))
        sv_text_addf(out, "   /Lang (%s)\n", language);
    if (picture->title && *picture->title)
        sv_text_add(out, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
    sv_text_add_n(out, end, (size_t)(bytes + parts->table - end));
}

/* The table as it was, but for the places of the two objects. */
static void add_table(sv_text *out, const char *bytes, const pdf_parts *parts, size_t info, size_t root)
{
    size_t start = out->length, entries = parts->entries - parts->table;
    const size_t objects[2][2] = {{parts->info_number, info}, {parts->root_number, root}};
    sv_text_add_n(out, bytes + parts->table, parts->trailer - parts->table);
    for (int i = 0; i < 2 && !out->failed; i++) {
        char *digits = out->bytes + start + entries + objects[i][0] * entry_size;
        size_t offset = objects[i][1];
        for (int place = 9; place >= 0; place--, offset /= 10)
            digits[place] = (char)('0' + offset % 10);
    }
}

static void add_without_time(sv_text *out, const char *bytes, size_t length)
{
    size_t start = out->length;
    char *date;
    sv_text_add_n(out, bytes, length);
    date = out->failed ? NULL : memmem(out->bytes + start, length, "/CreationDate (D:", 17);
    for (; date && *date && *date != '\n'; date++)
        *date = ' ';
}

void pdf_finish(const sv_picture *picture, const char *bytes, size_t length, sv_text *out)
{
    pdf_parts parts = {0};
    size_t start = out->length, info, root, table;
    const char *end;
    if (!find_parts(bytes, length, &parts)) {
        add_without_time(out, bytes, length);
        return;
    }
    sv_text_add_n(out, bytes, parts.info);
    info = out->length - start;
    add_info(out, &parts, picture);
    root = out->length - start;
    add_root(out, bytes, &parts, picture);
    table = out->length - start;
    add_table(out, bytes, &parts, info, root);
    end = strstr(bytes + parts.trailer, "startxref\n");
    sv_text_add_n(out, bytes + parts.trailer, (size_t)(end - bytes) - parts.trailer);
    sv_text_addf(out, "startxref\n%zu\n%%%%EOF\n", table);
}

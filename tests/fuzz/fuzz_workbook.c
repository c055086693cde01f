/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a workbook: refused, or read without loss. Bytes that are no ZIP file are put into one as the sheet, the
 * texts and the styles of a workbook, and as the content of an OpenDocument one, so that the readers behind it are reached too.
 */
#include "round_trip.h"

#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_number(sv_text *out, uint32_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        sv_text_add_char(out, (char)(number >> 8 * i));
}

/* A part as it is, and its line in the table of contents. */
static void add_part(sv_text *out, sv_text *contents, const char *name, const char *bytes, size_t n)
{
    uint32_t checksum = (uint32_t)crc32(0, (const Bytef *)bytes, (uInt)n), at = (uint32_t)out->length;
    for (int twice = 0; twice < 2; twice++) {
        sv_text *to = twice ? contents : out;
        sv_text_add_n(to, twice ? "PK\1\2\24\0" : "PK\3\4", twice ? 6 : 4);
        add_number(to, 20, 4);
        add_number(to, 0, 2);
        add_number(to, 0x00210000, 4);
        add_number(to, checksum, 4);
        add_number(to, (uint32_t)n, 4);
        add_number(to, (uint32_t)n, 4);
        add_number(to, (uint32_t)strlen(name), 4);
        if (twice) {
            add_number(to, 0, 4);
            add_number(to, 0, 2);
            add_number(to, 0, 4);
            add_number(to, at, 4);
        }
        sv_text_add(to, name);
    }
    sv_text_add_n(out, bytes, n);
}

static void end_archive(sv_text *out, sv_text *contents, uint32_t n)
{
    uint32_t at = (uint32_t)out->length, length = (uint32_t)contents->length;
    sv_text_add_n(out, contents->bytes, contents->length);
    sv_text_add_n(out, "PK\5\6\0\0\0\0", 8);
    add_number(out, n, 2);
    add_number(out, n, 2);
    add_number(out, length, 4);
    add_number(out, at, 4);
    add_number(out, 0, 2);
    sv_text_clear(contents);
}

static void check_xlsx(const char *bytes, size_t n)
{
    static const char book[] = "<workbook><sheets><sheet name='Actoren' id='a'/></sheets></workbook>";
    static const char relations[] =
        "<a><Relationship Id='a' Type='/worksheet' Target='s.xml'/><Relationship Id='b' Type='/sharedStrings' Target='t.xml'/>"
        "<Relationship Id='c' Type='/styles' Target='u.xml'/></a>";
    sv_text out = {0}, contents = {0};
    add_part(&out, &contents, "xl/workbook.xml", book, strlen(book));
    add_part(&out, &contents, "xl/_rels/workbook.xml.rels", relations, strlen(relations));
    add_part(&out, &contents, "xl/s.xml", bytes, n);
    add_part(&out, &contents, "xl/t.xml", bytes, n);
    add_part(&out, &contents, "xl/u.xml", bytes, n);
    end_archive(&out, &contents, 5);
    if (!out.failed)
        check_round_trip("x.xlsx", (const uint8_t *)out.bytes, out.length);
    sv_text_clear(&out);
}

static void check_ods(const char *bytes, size_t n)
{
    sv_text out = {0}, contents = {0};
    add_part(&out, &contents, "content.xml", bytes, n);
    end_archive(&out, &contents, 1);
    if (!out.failed)
        check_round_trip("x.ods", (const uint8_t *)out.bytes, out.length);
    sv_text_clear(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool zip = size >= 2 && memcmp(data, "PK", 2) == 0;
    if (zip) {
        check_round_trip("x.xlsx", data, size);
        check_round_trip("x.ods", data, size);
        return 0;
    }
    check_xlsx((const char *)data, size);
    check_ods((const char *)data, size);
    return 0;
}

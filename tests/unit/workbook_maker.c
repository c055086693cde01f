/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "workbook_maker.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/text.h"

#define XLSX "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void add_number(sv_text *out, uint32_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        sv_text_add_char(out, (char)(number >> 8 * i));
}

/* What a part's header in front of it and its entry in the table of contents have in common. */
static void add_about(sv_text *out, const zip_part *part, size_t n)
{
    uint32_t checksum = part->deflated ? 0 : (uint32_t)crc32(0, (const Bytef *)part->bytes, (uInt)n);
    add_number(out, 20, 2);
    add_number(out, 0, 2);
    add_number(out, part->deflated ? 8 : 0, 2);
    add_number(out, 0x00210000, 4); /* 1 January 1980 */
    add_number(out, part->wrong_checksum ? checksum ^ 1 : checksum, 4);
    add_number(out, (uint32_t)n, 4);
    add_number(out, part->claims ? part->claims : (uint32_t)n, 4);
    add_number(out, (uint32_t)strlen(part->name), 2);
    add_number(out, 0, 2);
}

char *make_zip(const zip_part *parts, size_t n, size_t *length)
{
    sv_text out = {0}, contents = {0};
    for (size_t i = 0; i < n; i++) {
        size_t size = parts[i].n ? parts[i].n : strlen(parts[i].bytes), at = out.length;
        sv_text_add_n(&out, "PK\3\4", 4);
        add_about(&out, &parts[i], size);
        sv_text_add(&out, parts[i].name);
        sv_text_add_n(&out, parts[i].bytes, size);
        sv_text_add_n(&contents, "PK\1\2", 4);
        add_number(&contents, 20, 2);
        add_about(&contents, &parts[i], size);
        for (size_t j = 0; j < 5; j++)
            add_number(&contents, 0, 2);
        add_number(&contents, (uint32_t)at, 4);
        sv_text_add(&contents, parts[i].name);
    }
    *length = out.length + contents.length;
    sv_text_add_n(&contents, "PK\5\6\0\0\0\0", 8);
    add_number(&contents, (uint32_t)n, 2);
    add_number(&contents, (uint32_t)n, 2);
    add_number(&contents, (uint32_t)(*length - out.length), 4);
    add_number(&contents, (uint32_t)out.length, 4);
    add_number(&contents, 0, 2);
    sv_text_add_n(&out, contents.bytes, contents.length);
    sv_text_clear(&contents);
    *length = out.length;
    return out.bytes;
}

/* Deflate a piece by itself, up to a byte: such pieces can be put one behind the other. */
static void add_deflated(sv_text *out, const char *piece, size_t n, int end)
{
    z_stream stream = {0};
    size_t room = n + n / 100 + 1000;
    char *bytes = malloc(room);
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = (Bytef *)(uintptr_t)piece;
    stream.avail_in = (uInt)n;
    stream.next_out = (Bytef *)bytes;
    stream.avail_out = (uInt)room;
    deflate(&stream, end);
    sv_text_add_n(out, bytes, room - stream.avail_out);
    deflateEnd(&stream);
    free(bytes);
}

char *make_swelling(const char *before, const char *piece, size_t times, const char *after, size_t *length)
{
    enum { block = 1 << 20 };
    size_t n = strlen(piece) ? strlen(piece) : 1, in_block = block / n, blocks = times / in_block;
    sv_text out = {0}, many = {0}, one = {0};
    for (size_t i = 0; i < in_block; i++)
        sv_text_add_n(&many, piece, n);
    add_deflated(&out, before, strlen(before), Z_FULL_FLUSH);
    add_deflated(&one, many.bytes, many.length, Z_FULL_FLUSH);
    for (size_t i = 0; i < blocks; i++)
        sv_text_add_n(&out, one.bytes, one.length);
    add_deflated(&out, after, strlen(after), Z_FINISH);
    sv_text_clear(&many);
    sv_text_clear(&one);
    *length = out.length;
    return out.bytes;
}

char *make_xlsx(const xlsx_text *text, size_t *length)
{
    static const char root[] =
        "<Relationships><Relationship Id='rId1' Type='" RELATIONS "/officeDocument' Target='xl/workbook.xml'/></Relationships>";
    static const char relations[] = "<Relationships><Relationship Id='rId1' Type='" RELATIONS "/worksheet' Target='worksheets/sheet1.xml'/>"
                                    "<Relationship Id='rId2' Type='" RELATIONS "/sharedStrings' Target='sharedStrings.xml'/>"
                                    "<Relationship Id='rId3' Type='" RELATIONS "/styles' Target='/xl/styles.xml'/></Relationships>";
    sv_text book = {0}, sheet = {0}, texts = {0}, styles = {0};
    char *bytes;
    sv_text_addf(&book,
                 "<workbook xmlns='" XLSX "' xmlns:r='" RELATIONS
                 "'><workbookPr%s/><sheets><sheet name='%s' sheetId='1' r:id='rId1'/></sheets></workbook>",
                 text->from_1904 ? " date1904='1'" : "", text->sheet);
    sv_text_addf(&sheet, "<?xml version='1.0' encoding='UTF-8'?>\n<worksheet xmlns='" XLSX "'><sheetData>%s</sheetData></worksheet>",
                 text->rows);
    sv_text_addf(&texts, "<sst xmlns='" XLSX "'>%s</sst>", text->texts ? text->texts : "");
    sv_text_addf(&styles, "<styleSheet xmlns='" XLSX "'>%s</styleSheet>", text->styles ? text->styles : "");
    bytes = make_zip((zip_part[]){{.name = "_rels/.rels", .bytes = root},
                                  {.name = "xl/workbook.xml", .bytes = book.bytes},
                                  {.name = "xl/_rels/workbook.xml.rels", .bytes = relations},
                                  {.name = "xl/worksheets/sheet1.xml", .bytes = sheet.bytes},
                                  {.name = "xl/sharedStrings.xml", .bytes = texts.bytes},
                                  {.name = "xl/styles.xml", .bytes = styles.bytes}},
                     6, length);
    sv_text_clear(&book);
    sv_text_clear(&sheet);
    sv_text_clear(&texts);
    sv_text_clear(&styles);
    return bytes;
}

char *make_ods(const char *tables, size_t *length)
{
    sv_text content = {0};
    char *bytes;
    sv_text_addf(&content,
                 "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:calcext='c' "
                 "xmlns:draw='d'><office:body><office:spreadsheet>%s"
                 "</office:spreadsheet></office:body></office:document-content>",
                 tables);
    bytes = make_zip((zip_part[]){{.name = "mimetype", .bytes = "application/vnd.oasis.opendocument.spreadsheet"},
                                  {.name = "content.xml", .bytes = content.bytes}},
                     2, length);
    sv_text_clear(&content);
    return bytes;
}

reading read_made(const char *name, char *bytes, size_t length)
{
    reading r = read_bytes(name, bytes, length);
    free(bytes);
    return r;
}

reading read_rows(const char *sheet, const char *rows)
{
    size_t length;
    char *bytes = make_xlsx(&(xlsx_text){.sheet = sheet, .rows = rows}, &length);
    return read_made("kaart.xlsx", bytes, length);
}

reading read_tables(const char *tables)
{
    size_t length;
    char *bytes = make_ods(tables, &length);
    return read_made("kaart.ods", bytes, length);
}

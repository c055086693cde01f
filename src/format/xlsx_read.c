/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading the sheets of an .xlsx workbook row by row (ECMA-376 part 1, 18.3 worksheets, 18.4 shared texts).
 * A formula is read by the value that was stored with it, a date by the way it is shown.
 */
#include "xlsx.h"

#include "../base/memory.h"

#include <stdlib.h>
#include <string.h>

/* ---- Texts ---- */

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* The character that stands as _xHHHH_ at `at`; -1 when none does, or half of one. */
static int escaped(const char *at)
{
    int code = 0;
    if (at[0] != '_' || at[1] != 'x')
        return -1;
    for (int i = 2; i < 6; i++) {
        if (hex_digit(at[i]) < 0)
            return -1;
        code = code * 16 + hex_digit(at[i]);
    }
    return at[6] == '_' && code > 0 && (code < 0xD800 || code > 0xDFFF) ? code : -1;
}

/* Write a character as UTF-8, which is shorter than _xHHHH_. Returns where the next one goes. */
static char *write_character(char *to, int code)
{
    if (code < 0x80) {
        *to++ = (char)code;
    } else {
        if (code < 0x800) {
            *to++ = (char)(0xC0 | code >> 6);
        } else {
            *to++ = (char)(0xE0 | code >> 12);
            *to++ = (char)(0x80 | (code >> 6 & 0x3F));
        }
        *to++ = (char)(0x80 | (code & 0x3F));
    }
    return to;
}

/* Take Excel's way to write control characters (_x000D_) out of a text, from `start` on. */
static void unescape(sv_text *text, size_t start)
{
    char *from, *to;
    if (!text->bytes || !(from = strstr(text->bytes + start, "_x")))
        return;
    for (to = from; *from;) {
        int code = escaped(from);
        to = code < 0 ? (*to = *from, to + 1) : write_character(to, code);
        from += code < 0 ? 1 : 7;
    }
    *to = '\0';
    text->length = (size_t)(to - text->bytes);
}

/* Read on to the end of an element with runs of text in it (<si>, <is>), and add the text; how to pronounce it is left out. */
static bool read_runs(sv_xml *xml, sv_text *text)
{
    size_t start = text->length;
    int depth = xml->depth;
    bool in_text = false;
    sv_xml_step step;
    while ((step = sv_xml_next(xml)) != SV_XML_DONE) {
        if (step == SV_XML_TEXT) {
            if (in_text)
                sv_text_add(text, xml->text);
        } else if (step == SV_XML_START && strcmp(xml->name, "rPh") == 0) {
            if (!sv_xml_skip(xml))
                return false;
        } else if (strcmp(xml->name, "t") == 0) {
            in_text = step == SV_XML_START;
        } else if (step == SV_XML_END && xml->depth <= depth) {
            unescape(text, start);
            return true;
        }
    }
    return false;
}

/* The shared texts of a workbook that was opened. */
static sv_status read_texts(sv_book *book, sv_error *error)
{
    struct sv_xlsx *xlsx = book->xlsx;
    sv_xml xml;
    sv_xml_step step;
    sv_status status;
    if (!xlsx->strings_part)
        return SV_OK;
    status = sv_xml_open(&xml, book->archive, book->file, xlsx->strings_part, error);
    while (status == SV_OK && (step = sv_xml_next(&xml)) != SV_XML_DONE) {
        if (step != SV_XML_START || strcmp(xml.name, "si") != 0)
            continue;
        if (!sv_grow(&xlsx->text_at, &xlsx->texts_capacity, xlsx->n_texts + 1, sizeof *xlsx->text_at)) {
            status = sv_no_memory(error);
            break;
        }
        xlsx->text_at[xlsx->n_texts++] = xlsx->texts.length;
        if (!read_runs(&xml, &xlsx->texts))
            break;
        sv_text_add_char(&xlsx->texts, '\0');
    }
    if (status == SV_OK)
        status = xlsx->texts.failed ? sv_no_memory(error) : xml.status;
    sv_xml_close(&xml);
    return status;
}

/* ---- Cells ---- */

typedef struct sheet_reader {
    sv_book *book;
    sv_xml xml;
    sv_book_builder *row;
    sv_text value; /* of the cell at hand */
} sheet_reader;

/* A cell as its attributes and children say. */
typedef struct raw_cell {
    size_t column;
    char type[16];
    unsigned long style;
    bool has_value, has_formula, inline_text;
} raw_cell;

/* The column of a reference such as "AB12"; `otherwise` when there is none. */
static size_t column_of(const char *reference, size_t otherwise)
{
    size_t column = 0, letters = 0;
    for (; ((*reference | 0x20) >= 'a' && (*reference | 0x20) <= 'z') && letters < 5; reference++, letters++)
        column = column * 26 + (size_t)((*reference | 0x20) - 'a') + 1;
    return letters ? column - 1 : otherwise;
}

/* Read the children of <c>: the value, or an inline text. False when the part is done. */
static bool read_value(sheet_reader *r, raw_cell *cell)
{
    sv_xml *xml = &r->xml;
    int depth = xml->depth;
    bool in_value = false;
    sv_xml_step step;
    while ((step = sv_xml_next(xml)) != SV_XML_DONE) {
        if (step == SV_XML_TEXT) {
            if (in_value)
                sv_text_add(&r->value, xml->text);
        } else if (step == SV_XML_END) {
            if (xml->depth <= depth)
                return true;
            in_value = false;
        } else if (strcmp(xml->name, "v") == 0) {
            in_value = cell->has_value = true;
        } else if (strcmp(xml->name, "is") == 0) {
            cell->inline_text = true;
            if (!read_runs(xml, &r->value))
                return false;
        } else {
            cell->has_formula |= strcmp(xml->name, "f") == 0;
            if (!sv_xml_skip(xml))
                return false;
        }
    }
    return false;
}

static void put(sheet_reader *r, size_t column, sv_book_kind kind, const char *text)
{
    sv_book_row_put(r->row, column, kind, text, strlen(text));
}

static void put_number(sheet_reader *r, const raw_cell *cell, const char *text)
{
    const struct sv_xlsx *xlsx = r->book->xlsx;
    unsigned char shown = cell->style < xlsx->n_styles ? xlsx->shown[cell->style] : 0;
    char written[40];
    double number;
    if (!sv_xlsx_number(text, &number)) {
        put(r, cell->column, SV_BOOK_TEXT, text);
    } else if (shown && sv_xlsx_date_text(number, shown, xlsx->from_1904, written)) {
        put(r, cell->column, SV_BOOK_TEXT, written);
    } else {
        sv_number_write(number, written);
        put(r, cell->column, SV_BOOK_NUMBER, written);
    }
}

static void put_cell(sheet_reader *r, const raw_cell *cell)
{
    const struct sv_xlsx *xlsx = r->book->xlsx;
    const char *text = sv_text_get(&r->value);
    if (cell->inline_text) {
        put(r, cell->column, SV_BOOK_TEXT, text);
    } else if (!cell->has_value) {
        put(r, cell->column, cell->has_formula ? SV_BOOK_BLIND : SV_BOOK_EMPTY, "");
    } else if (strcmp(cell->type, "s") == 0) {
        char *end;
        unsigned long number = strtoul(text, &end, 10);
        if (end > text && number < xlsx->n_texts)
            put(r, cell->column, SV_BOOK_TEXT, xlsx->texts.bytes + xlsx->text_at[number]);
    } else if (strcmp(cell->type, "str") == 0) {
        unescape(&r->value, 0);
        put(r, cell->column, SV_BOOK_TEXT, text);
    } else if (strcmp(cell->type, "b") == 0) {
        put(r, cell->column, SV_BOOK_YESNO, strcmp(text, "1") == 0 || strcmp(text, "true") == 0 ? "true" : "false");
    } else if (strcmp(cell->type, "e") == 0) {
        put(r, cell->column, SV_BOOK_FAULT, text);
    } else if (strcmp(cell->type, "d") == 0) {
        char date[40];
        sv_book_date_text(text, date);
        put(r, cell->column, SV_BOOK_TEXT, date);
    } else if (*text) {
        put_number(r, cell, text);
    }
}

/* Read <c> to its end. `next`: the column behind the cell before it. */
static bool read_cell(sheet_reader *r, size_t *next)
{
    raw_cell cell = {.column = *next};
    while (sv_xml_next_attribute(&r->xml)) {
        if (strcmp(r->xml.attribute, "r") == 0)
            cell.column = column_of(r->xml.value, *next);
        else if (strcmp(r->xml.attribute, "t") == 0)
            sv_text_fit(cell.type, sizeof cell.type, r->xml.value);
        else if (strcmp(r->xml.attribute, "s") == 0)
            cell.style = strtoul(r->xml.value, NULL, 10);
    }
    *next = cell.column + 1;
    r->value.length = 0;
    if (r->value.bytes)
        *r->value.bytes = '\0';
    if (!read_value(r, &cell))
        return false;
    put_cell(r, &cell);
    return true;
}

/* ---- Rows ---- */

/* Read <row> to its end. `last`: the number of the row before it, and then of this one. */
static bool read_row(sheet_reader *r, uint64_t *last)
{
    int depth = r->xml.depth;
    size_t next = 0;
    uint64_t number = *last + 1;
    sv_xml_step step;
    while (sv_xml_next_attribute(&r->xml))
        if (strcmp(r->xml.attribute, "r") == 0 && strspn(r->xml.value, "0123456789") == strlen(r->xml.value) && strlen(r->xml.value) < 10)
            number = strtoul(r->xml.value, NULL, 10);
    *last = number;
    sv_book_row_begin(r->row);
    while ((step = sv_xml_next(&r->xml)) != SV_XML_DONE) {
        if (step == SV_XML_END && r->xml.depth <= depth)
            return true;
        if (step == SV_XML_START && strcmp(r->xml.name, "c") == 0 && !read_cell(r, &next))
            return false;
    }
    return false;
}

static sv_status read_sheet(sheet_reader *r, const char *name, const char *part, const sv_book_visitor *visitor, sv_error *error)
{
    uint64_t last = 0;
    sv_xml_step step;
    sv_status status = sv_xml_open(&r->xml, r->book->archive, r->book->file, part, error);
    while (status == SV_OK && (step = sv_xml_next(&r->xml)) != SV_XML_DONE) {
        if (step != SV_XML_START || strcmp(r->xml.name, "row") != 0)
            continue;
        if (!read_row(r, &last))
            break;
        status = sv_book_row_give(r->row, name, last, visitor, error);
    }
    if (status == SV_OK)
        status = r->value.failed ? sv_no_memory(error) : r->xml.status;
    sv_xml_close(&r->xml);
    return status;
}

sv_status sv_xlsx_read(sv_book *book, const sv_book_visitor *visitor, sv_error *error)
{
    sheet_reader r = {.book = book, .row = sv_alloc(1, sizeof *r.row)};
    sv_status status = r.row ? sv_xlsx_read_styles(book, error) : sv_no_memory(error);
    if (status == SV_OK)
        status = read_texts(book, error);
    if (r.row)
        r.row->book = book;
    for (size_t i = 0; i < book->names.n && status == SV_OK; i++) {
        bool wanted = true;
        status = visitor->sheet(visitor->context, book->names.names[i], &wanted, error);
        if (status == SV_OK && wanted)
            status = read_sheet(&r, book->names.names[i], book->xlsx->parts[i], visitor, error);
    }
    if (r.row)
        sv_book_builder_clear(r.row);
    free(r.row);
    sv_text_clear(&r.value);
    return status;
}

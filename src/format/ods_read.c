/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading an OpenDocument spreadsheet (.ods, and .fods, which is the same in one XML file) row by row
 * (OpenDocument 1.3 part 3, chapters 9 and 19). What stands often after another is kept there as a number of times;
 * empty rows and columns are passed over, others are counted against the limits one by one.
 */
#include "workbook.h"

#include "../base/language.h"
#include "../base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xlsx.h"

enum { most_repeats = 100000000 };

typedef struct table_reader {
    sv_book *book;
    sv_xml xml;
    sv_book_builder *row;
    sv_text text;  /* of the cell at hand, as it is shown */
    sv_text value; /* as it is stored */
} table_reader;

/* A cell as its attributes say. */
typedef struct raw_cell {
    char type[16];
    bool is_fault, has_formula, has_value, covered;
    size_t repeated;
} raw_cell;

static void empty(sv_text *text)
{
    text->length = 0;
    sv_text_add(text, "");
}

static size_t repeats(const char *value)
{
    unsigned long n = strspn(value, "0123456789") == strlen(value) ? strtoul(value, NULL, 10) : 1;
    return n < 1 ? 1 : n > most_repeats ? most_repeats : n;
}

static bool is(const char *name, const char *wanted)
{
    return strcmp(name, wanted) == 0;
}

/* ---- Texts ---- */

/* Add text of a paragraph; runs of white space are one space, and none begins it. */
static void add_collapsed(sv_text *text, const char *addition, size_t start)
{
    for (; *addition; addition++) {
        bool blank = strchr(" \t\r\n", *addition) != NULL;
        if (!blank)
            sv_text_add_char(text, *addition);
        else if (text->length > start && text->bytes[text->length - 1] != ' ')
            sv_text_add_char(text, ' ');
    }
}

static void add_spaces(sv_xml *xml, sv_text *text)
{
    size_t n = 1;
    while (sv_xml_next_attribute(xml))
        if (is(xml->attribute, "c"))
            n = repeats(xml->value);
    for (size_t i = 0; i < n && i < SV_TEXT_LIMIT; i++)
        sv_text_add_char(text, ' ');
}

/* Read <text:p> to its end, and add its text. False when the part is done. */
static bool read_paragraph(sv_xml *xml, sv_text *text)
{
    size_t start = text->length;
    int depth = xml->depth;
    sv_xml_step step;
    while ((step = sv_xml_next(xml)) != SV_XML_DONE) {
        if (step == SV_XML_TEXT) {
            add_collapsed(text, xml->text, start);
        } else if (step == SV_XML_END) {
            if (xml->depth <= depth)
                return true;
        } else if (is(xml->name, "s")) {
            add_spaces(xml, text);
        } else if (is(xml->name, "tab") || is(xml->name, "line-break")) {
            sv_text_add_char(text, is(xml->name, "tab") ? '\t' : '\n');
        } else if (!is(xml->name, "span") && !is(xml->name, "a") && !is(xml->name, "ruby") && !is(xml->name, "ruby-base")) {
            if (!sv_xml_skip(xml)) /* a note, a picture, how to pronounce it */
                return false;
        }
    }
    return false;
}

/* ---- Cells ---- */

static raw_cell read_attributes(table_reader *r)
{
    sv_xml *xml = &r->xml;
    raw_cell cell = {.repeated = 1, .covered = is(xml->name, "covered-table-cell")};
    while (sv_xml_next_attribute(xml)) {
        if (is(xml->attribute, "number-columns-repeated")) {
            cell.repeated = repeats(xml->value);
        } else if (is(xml->attribute, "formula")) {
            cell.has_formula = true;
        } else if (is(xml->attribute, "value-type")) { /* stands there twice, once as LibreOffice's own */
            if (is(xml->value, "error"))
                cell.is_fault = true;
            else
                sv_text_fit(cell.type, sizeof cell.type, xml->value);
        } else if (is(xml->attribute, "value") || is(xml->attribute, "date-value") || is(xml->attribute, "time-value") ||
                   is(xml->attribute, "boolean-value") || is(xml->attribute, "string-value")) {
            cell.has_value = true;
            empty(&r->value);
            sv_text_add(&r->value, xml->value);
        }
    }
    return cell;
}

/* "PT19H30M00S" as 19:30; false when it is no such thing. */
static bool time_text(const char *value, char text[40])
{
    unsigned hours, minutes, seconds;
    if (sscanf(value, "PT%5uH%2uM%2u", &hours, &minutes, &seconds) != 3 || minutes > 59 || seconds > 59)
        return false;
    if (seconds)
        snprintf(text, 40, "%02u:%02u:%02u", hours, minutes, seconds);
    else
        snprintf(text, 40, "%02u:%02u", hours, minutes);
    return true;
}

/* True for what a formula shows when it fails, in files that do not say so themselves. */
static bool looks_failed(const char *text)
{
    static const char *const faults[] = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (is(text, faults[i]))
            return true;
    return strncmp(text, "Err:", 4) == 0;
}

/* What a cell holds: its kind, and its text in *text (borrowed, or in `room`). */
static sv_book_kind kind_of(const table_reader *r, const raw_cell *cell, const char **text, char room[40])
{
    const char *value = sv_text_get(&r->value);
    double number;
    *text = sv_text_get(&r->text);
    if (cell->is_fault || (cell->has_formula && looks_failed(*text)))
        return SV_BOOK_FAULT;
    if (!*cell->type)
        return cell->has_formula && !**text ? SV_BOOK_BLIND : SV_BOOK_TEXT;
    if (cell->has_value && (is(cell->type, "float") || is(cell->type, "percentage") || is(cell->type, "currency")) &&
        sv_xlsx_number(value, &number)) {
        sv_number_write(number, room);
        *text = room;
        return SV_BOOK_NUMBER;
    }
    if (cell->has_value && is(cell->type, "boolean")) {
        *text = is(value, "true") ? "true" : "false";
        return SV_BOOK_YESNO;
    }
    if (cell->has_value && is(cell->type, "date")) {
        sv_book_date_text(value, room);
        *text = room;
    } else if (cell->has_value && is(cell->type, "time")) {
        *text = time_text(value, room) ? room : *text;
    } else if (cell->has_value && is(cell->type, "string")) {
        *text = value;
    }
    return SV_BOOK_TEXT;
}

/* Read a cell to its end. *column goes on to the next one. False when the part is done. */
static bool read_cell(table_reader *r, size_t *column)
{
    int depth = r->xml.depth;
    size_t paragraphs = 0;
    sv_xml_step step;
    raw_cell cell = read_attributes(r);
    const char *text;
    char room[40];
    sv_book_kind kind;
    empty(&r->text);
    while ((step = sv_xml_next(&r->xml)) != SV_XML_DONE) {
        if (step == SV_XML_END && r->xml.depth <= depth)
            break;
        if (step != SV_XML_START)
            continue;
        if (is(r->xml.name, "p")) {
            if (paragraphs++)
                sv_text_add_char(&r->text, '\n');
            if (!read_paragraph(&r->xml, &r->text))
                return false;
        } else if (!sv_xml_skip(&r->xml)) {
            return false;
        }
    }
    if (step == SV_XML_DONE)
        return false;
    kind = kind_of(r, &cell, &text, room);
    if (!cell.covered && (kind != SV_BOOK_TEXT || *text)) /* what a merged cell covers, nobody sees */
        for (size_t i = 0; i < cell.repeated && *column + i <= SV_COLUMN_LIMIT; i++)
            sv_book_row_put(r->row, *column + i, kind, text, strlen(text));
    *column += cell.repeated;
    return true;
}

/* ---- Rows and tables ---- */

/* Read <table:table-row> to its end, and give it as often as it stands there. */
static sv_status read_row(table_reader *r, const char *sheet, uint64_t *number, const sv_book_visitor *visitor, sv_error *error)
{
    int depth = r->xml.depth;
    size_t repeated = 1, column = 0;
    sv_xml_step step;
    sv_status status = SV_OK;
    while (sv_xml_next_attribute(&r->xml))
        if (is(r->xml.attribute, "number-rows-repeated"))
            repeated = repeats(r->xml.value);
    sv_book_row_begin(r->row);
    while ((step = sv_xml_next(&r->xml)) != SV_XML_DONE) {
        if (step == SV_XML_END && r->xml.depth <= depth)
            break;
        if (step != SV_XML_START)
            continue;
        if (is(r->xml.name, "table-cell") || is(r->xml.name, "covered-table-cell")) {
            if (!read_cell(r, &column))
                return r->xml.status;
        } else if (!sv_xml_skip(&r->xml)) {
            return r->xml.status;
        }
    }
    if (step == SV_XML_DONE)
        return r->xml.status;
    if (r->row->n || r->row->beyond)
        for (size_t i = 0; i < repeated && status == SV_OK; i++)
            status = sv_book_row_give(r->row, sheet, *number + i, visitor, error);
    *number += repeated;
    return status;
}

/* Read <table:table> to its end. */
static sv_status read_table(table_reader *r, const char *sheet, const sv_book_visitor *visitor, sv_error *error)
{
    static const char *const groups[] = {"table-header-rows", "table-rows", "table-row-group"};
    int depth = r->xml.depth;
    uint64_t number = 1;
    sv_xml_step step;
    sv_status status = SV_OK;
    while (status == SV_OK && (step = sv_xml_next(&r->xml)) != SV_XML_DONE) {
        bool group = false;
        if (step == SV_XML_END && r->xml.depth <= depth)
            return SV_OK;
        if (step != SV_XML_START)
            continue;
        for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
            group |= is(r->xml.name, groups[i]);
        if (is(r->xml.name, "table-row"))
            status = read_row(r, sheet, &number, visitor, error);
        else if (!group && !sv_xml_skip(&r->xml))
            break;
    }
    return status == SV_OK ? r->xml.status : status;
}

/* The name of the table at hand; "" when it has none. */
static const char *table_name(table_reader *r)
{
    empty(&r->value);
    while (sv_xml_next_attribute(&r->xml))
        if (is(r->xml.attribute, "name") && !r->value.length)
            sv_text_add(&r->value, r->xml.value);
    return sv_text_get(&r->value);
}

static sv_status open_content(table_reader *r, sv_error *error)
{
    sv_book *book = r->book;
    if (book->archive)
        return sv_xml_open(&r->xml, book->archive, book->file, "content.xml", error);
    return sv_xml_open_bytes(&r->xml, book->bytes, book->n, book->file, error);
}

/* Go through the tables: without a visitor only their names are collected. */
static sv_status read_tables(table_reader *r, const sv_book_visitor *visitor, sv_error *error)
{
    size_t number = 0;
    sv_xml_step step;
    sv_status status = open_content(r, error);
    while (status == SV_OK && (step = sv_xml_next(&r->xml)) != SV_XML_DONE) {
        bool wanted = visitor != NULL;
        if (step != SV_XML_START)
            continue;
        if (is(r->xml.name, "tracked-changes") || is(r->xml.name, "styles") || is(r->xml.name, "automatic-styles")) {
            if (!sv_xml_skip(&r->xml))
                break;
        } else if (is(r->xml.name, "table")) {
            if (!visitor)
                status = sv_book_add_name(r->book, table_name(r), error);
            else if (number < r->book->names.n)
                status = visitor->sheet(visitor->context, r->book->names.names[number], &wanted, error);
            if (status == SV_OK && wanted && number < r->book->names.n)
                status = read_table(r, r->book->names.names[number], visitor, error);
            else if (status == SV_OK && !sv_xml_skip(&r->xml))
                break;
            number++;
        }
    }
    if (status == SV_OK)
        status = r->text.failed || r->value.failed ? sv_no_memory(error) : r->xml.status;
    sv_xml_close(&r->xml);
    return status;
}

/* A document with a password says so in its manifest. */
static sv_status check_unlocked(sv_book *book, sv_error *error)
{
    sv_xml xml;
    sv_xml_step step;
    sv_status status;
    if (!sv_archive_has(book->archive, "META-INF/manifest.xml"))
        return SV_OK;
    status = sv_xml_open(&xml, book->archive, book->file, "META-INF/manifest.xml", error);
    while (status == SV_OK && (step = sv_xml_next(&xml)) != SV_XML_DONE)
        if (step == SV_XML_START && is(xml.name, "encryption-data"))
            status = sv_error_set(error, SV_E_WORKBOOK_LOCKED, book->file, NULL);
    if (status == SV_OK)
        status = xml.status;
    sv_xml_close(&xml);
    return status;
}

static void clear_reader(table_reader *r)
{
    if (r->row)
        sv_book_builder_clear(r->row);
    free(r->row);
    sv_text_clear(&r->text);
    sv_text_clear(&r->value);
}

sv_status sv_ods_open(sv_book *book, const char *bytes, size_t n, const char *file, sv_error *error)
{
    table_reader r = {.book = book};
    sv_status status = SV_OK;
    *book = (sv_book){.file = file, .bytes = bytes, .n = n, .left = sv_archive_limit(n, SV_SHRINKS_ODS)};
    if (n >= 2 && memcmp(bytes, "PK", 2) == 0)
        status = sv_archive_open(bytes, n, SV_SHRINKS_ODS, file, &book->archive, error);
    if (status == SV_OK && book->archive)
        status = check_unlocked(book, error);
    if (status == SV_OK)
        status = read_tables(&r, NULL, error);
    if (status == SV_OK && book->names.n == 0)
        status = sv_error_set(error, SV_E_WORKBOOK_DAMAGED, file, SV_TR("there is no sheet in it"));
    if (status == SV_OK && book->archive) { /* it is read once more for the rows, with its limits new */
        sv_archive_close(book->archive);
        status = sv_archive_open(bytes, n, SV_SHRINKS_ODS, file, &book->archive, error);
    }
    clear_reader(&r);
    return status;
}

sv_status sv_ods_read(sv_book *book, const sv_book_visitor *visitor, sv_error *error)
{
    table_reader r = {.book = book, .row = sv_alloc(1, sizeof *r.row)};
    sv_status status = r.row ? SV_OK : sv_no_memory(error);
    if (r.row)
        r.row->book = book;
    if (status == SV_OK)
        status = read_tables(&r, visitor, error);
    clear_reader(&r);
    return status;
}

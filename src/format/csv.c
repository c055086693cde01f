/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * CSV: reading what Excel, LibreOffice and other programs save, whatever their separator, encoding and line
 * ends; and writing what opens right in a Dutch Excel. Cells are cut out of the file's own bytes, without
 * an allocation for each, so that ten million rows can be read.
 */
#include "csv.h"

#include <speelveld/model.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "encoding.h"

static const char separators[] = ";,\t";
enum { n_separators = 3, records_looked_at = 20, bytes_looked_at = 65536 };

/* ---- Which separator ---- */

/* Count each separator outside quotes in the record at `at`; returns where the next one begins. */
static const char *count_record(const char *at, const char *end, size_t counts[n_separators])
{
    bool quoted = false, cell_begins = true;
    memset(counts, 0, n_separators * sizeof *counts);
    for (; at < end; at++) {
        const char *separator = *at ? strchr(separators, *at) : NULL;
        if (*at == '"') {
            quoted = quoted ? false : cell_begins;
            cell_begins = false;
            continue;
        }
        if (quoted)
            continue;
        if (*at == '\n' || *at == '\r')
            return at + 1 + (*at == '\r' && at + 1 < end && at[1] == '\n');
        if (separator)
            counts[separator - separators]++;
        cell_begins = separator != NULL;
    }
    return end;
}

/*
 * The separator that stands in the header, and stands as often in the most records behind it; when that is
 * equal, the one the header has most of. A file without any is one column.
 */
static char find_separator(const char *at, const char *end)
{
    size_t header[n_separators] = {0}, counts[n_separators], agree[n_separators] = {0}, best = 0;
    if (end - at > bytes_looked_at)
        end = at + bytes_looked_at;
    while (at < end && strchr("\r\n", *at))
        at++;
    at = count_record(at, end, header);
    for (size_t record = 0; record < records_looked_at && at < end; record++) {
        at = count_record(at, end, counts);
        for (size_t i = 0; i < n_separators; i++)
            agree[i] += header[i] > 0 && counts[i] == header[i];
    }
    for (size_t i = 1; i < n_separators; i++)
        if (header[i] > 0 && (header[best] == 0 || agree[i] > agree[best] || (agree[i] == agree[best] && header[i] > header[best])))
            best = i;
    return separators[best];
}

/* A first line `sep=;` tells the separator, and is no row: Excel does not show it. */
static bool said_separator(sv_csv *csv)
{
    const char *line = csv->at;
    if (csv->end - line < 5 || strncasecmp(line, "sep=", 4) != 0 || strchr("\r\n\"", line[4]))
        return false;
    if (csv->end - line > 5 && line[5] != '\r' && line[5] != '\n')
        return false;
    csv->separator = line[4];
    csv->at += 5;
    if (csv->at < csv->end && *csv->at == '\r')
        csv->at++;
    if (csv->at < csv->end && *csv->at == '\n')
        csv->at++;
    return true;
}

/* ---- Cells ---- */

void sv_csv_place(const sv_csv *csv, size_t column, sv_place *place)
{
    *place = (sv_place){.row = csv->row};
    sv_text_fit(place->file, sizeof place->file, csv->file);
    if (column < csv->n_header && *csv->header[column])
        sv_text_fit(place->column, sizeof place->column, csv->header[column]);
    else if (csv->header && column != SIZE_MAX)
        snprintf(place->column, sizeof place->column, "%zu", column + 1);
}

static void report(const sv_csv *csv, sv_code code, const char *found, const char *expected)
{
    sv_place place;
    sv_csv_place(csv, csv->n_cells, &place);
    sv_problems_add(csv->problems, code, &place, found, expected);
}

/* Say once in a file that its accents went wrong on the way. */
static void look_for_mojibake(sv_csv *csv, const char *cell)
{
    sv_text found = {0}, expected = {0};
    if (sv_encoding_is_mojibake(cell, &found, &expected)) {
        report(csv, SV_E_MOJIBAKE, found.bytes, expected.bytes);
        csv->mojibake_said = true;
    }
    csv->failed |= found.failed || expected.failed;
    sv_text_clear(&found);
    sv_text_clear(&expected);
}

/* True when a text begins like a formula, perhaps behind apostrophes. */
static bool begins_as_formula(const char *text)
{
    text += strspn(text, "'");
    return *text && strchr("=+-@\t\r", *text);
}

/* A cell of n bytes was read: clean it, take the apostrophe off, and add it to the record. */
static void add_cell(sv_csv *csv, char *cell, size_t n)
{
    unsigned char all = 0;
    bool control = false;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)cell[i];
        all |= byte;
        control |= (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    }
    if (control || all >= 0x80) {
        size_t cleaned = sv_encoding_clean(cell, n);
        cell[cleaned] = '\0';
        if (cleaned < n)
            report(csv, SV_E_CONTROL, cell, NULL);
        if (!csv->mojibake_said)
            look_for_mojibake(csv, cell);
    } else {
        cell[n] = '\0';
    }
    if (*cell == '\'' && begins_as_formula(cell))
        cell++;
    if (csv->n_cells > SV_COLUMN_LIMIT)
        return;
    if (!sv_grow(&csv->cells, &csv->cells_capacity, csv->n_cells + 1, sizeof *csv->cells)) {
        csv->failed = true;
        return;
    }
    csv->cells[csv->n_cells++] = cell;
}

/* Move the text of a quoted cell to `to`, with doubled quotes made single; returns its end. *at: behind the closing quote. */
static char *unquote(sv_csv *csv, char *to, char **at)
{
    char *from = *at + 1, *quote;
    for (;;) {
        size_t n;
        quote = memchr(from, '"', (size_t)(csv->end - from));
        n = (size_t)((quote ? quote : csv->end) - from);
        memmove(to, from, n);
        to += n;
        from += n + (quote != NULL);
        if (!quote || from >= csv->end || *from != '"')
            break;
        *to++ = '"';
        from++;
    }
    *at = from;
    if (!quote) {
        *to = '\0';
        char line[128]; /* the first line is enough to find it by; the rest is the rest of the file */
        snprintf(line, sizeof line, "%.*s", (int)strcspn(csv->at, "\r\n"), csv->at);
        report(csv, SV_E_QUOTE_OPEN, line, NULL);
        csv->broken = true;
    }
    return to;
}

static bool cell_ends(const sv_csv *csv, const char *at)
{
    return at >= csv->end || *at == csv->separator || *at == '\n' || *at == '\r';
}

/* Read the cell at csv->at; true when another one follows in the same record. */
static bool read_cell(sv_csv *csv)
{
    char *cell = csv->at, *at = cell, *to = cell, ended;
    bool quoted = at < csv->end && *at == '"', stray = false;
    if (quoted) {
        char *after;
        to = unquote(csv, to, &at);
        after = at;
        while (after < csv->end && *after == ' ')
            after++;
        if (cell_ends(csv, after))
            at = after;
    }
    while (!cell_ends(csv, at)) {
        stray = quoted;
        if (quoted)
            *to = *at;
        at++;
        to++;
    }
    ended = at < csv->end ? *at : '\n';
    if (at < csv->end)
        at++;
    if (ended == '\r' && at < csv->end && *at == '\n')
        at++;
    csv->at = at;
    if (stray) {
        *to = '\0';
        report(csv, SV_E_QUOTE_STRAY, cell, NULL);
    }
    add_cell(csv, cell, (size_t)(to - cell));
    return ended == csv->separator;
}

/* True when there is nothing but white space in a cell. */
static bool is_empty(const char *cell)
{
    return cell[strspn(cell, " \t\r\n")] == '\0';
}

static bool is_blank(const sv_csv *csv)
{
    for (size_t i = 0; i < csv->n_cells; i++)
        if (!is_empty(csv->cells[i]))
            return false;
    return true;
}

bool sv_csv_next(sv_csv *csv)
{
    do {
        if (csv->at >= csv->end || csv->failed)
            return false;
        csv->n_cells = 0;
        csv->broken = false;
        csv->row++;
        while (read_cell(csv) && !csv->failed)
            continue;
    } while (is_blank(csv));
    return !csv->failed;
}

sv_status sv_csv_open(sv_csv *csv, char *bytes, size_t n, const char *file, sv_problems *problems, sv_error *error)
{
    sv_status status;
    *csv = (sv_csv){.file = file, .problems = problems, .bytes = bytes};
    status = sv_encoding_to_utf8(&csv->bytes, &n, file, problems, error);
    if (status != SV_OK)
        return status;
    csv->at = csv->bytes;
    csv->end = csv->bytes + n;
    if (!said_separator(csv))
        csv->separator = find_separator(csv->at, csv->end);
    if (!sv_csv_next(csv))
        return csv->failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : sv_error_set(error, SV_E_FILE_EMPTY, file, NULL);
    if (csv->n_cells > SV_COLUMN_LIMIT) {
        sv_place place;
        sv_csv_place(csv, SIZE_MAX, &place);
        return sv_error_at(error, SV_E_TOO_MANY, &place, SV_TR("columns"), "1000");
    }
    csv->header = csv->cells;
    csv->n_header = csv->n_cells;
    csv->cells = NULL;
    csv->n_cells = csv->cells_capacity = 0;
    return SV_OK;
}

void sv_csv_close(sv_csv *csv)
{
    free(csv->bytes);
    free(csv->header);
    free(csv->cells);
    *csv = (sv_csv){0};
}

/* ---- Writing ---- */

void sv_csv_write_start(sv_text *out)
{
    sv_text_add(out, "\xEF\xBB\xBF");
}

static void write_cell(sv_text *out, const char *apostrophe, const char *text, const char *quote_for, bool first)
{
    if (!first)
        sv_text_add_char(out, ';');
    if (!strpbrk(text, quote_for)) {
        sv_text_add(out, apostrophe);
        sv_text_add(out, text);
        return;
    }
    sv_text_add_char(out, '"');
    sv_text_add(out, apostrophe);
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        sv_text_add_n(out, text, (size_t)(quote - text) + 1);
        sv_text_add_char(out, '"');
    }
    sv_text_add(out, text);
    sv_text_add_char(out, '"');
}

/* A negative number as people write it, in a column of text: nothing a spreadsheet would reckon with. */
static bool is_negative_number(const char *text)
{
    return *text == '-' && text[1] && strspn(text + 1, "0123456789.,") == strlen(text + 1);
}

void sv_csv_write_text(sv_text *out, const char *text, bool first)
{
    write_cell(out, begins_as_formula(text) && !is_negative_number(text) ? "'" : "", text, ";\"\r\n", first);
}

void sv_csv_write_number(sv_text *out, const char *number, bool first)
{
    write_cell(out, "", number, ";", first);
}

void sv_csv_write_header(sv_text *out, const char *header, bool first)
{
    /* the reader finds the separator by the header: no other may stand there outside quotes */
    write_cell(out, begins_as_formula(header) ? "'" : "", header, ";\"\r\n,\t=", first);
}

void sv_csv_write_end(sv_text *out)
{
    sv_text_add(out, "\r\n");
}

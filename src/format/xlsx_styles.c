/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Numbers that are dates: Excel keeps a date as a count of days, and only the way a cell is shown says so.
 * (ECMA-376 part 1, 18.8.30 number formats, 18.17.4 dates.)
 */
#include "xlsx.h"

#include "../base/memory.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool sv_xlsx_number(const char *text, double *number)
{
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0); /* built into libc: no memory, no file */
    char *end;
    text += strspn(text, " \t\r\n");
    *number = strtod_l(text, &end, plain);
    end += strspn(end, " \t\r\n");
    return end > text && !*end && isfinite(*number);
}

/* ---- Number formats ---- */

unsigned char sv_xlsx_shown_by_id(long id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return SV_SHOWN_DATE;
    if (id == 18 || id == 20)
        return SV_SHOWN_TIME;
    if (id == 19 || id == 21 || id == 45 || id == 47 || (id >= 32 && id <= 35) || id == 55 || id == 56)
        return SV_SHOWN_TIME | SV_SHOWN_SECONDS;
    if (id == 22)
        return SV_SHOWN_DATE | SV_SHOWN_TIME;
    return id == 46 ? SV_SHOWN_TIME | SV_SHOWN_SECONDS | SV_SHOWN_ELAPSED : 0;
}

/* The letters y m d h s of the first section, runs made one, quotes and brackets left out; [h] is an H. Returns their number. */
static size_t date_letters(const char *code, char letters[32])
{
    size_t n = 0;
    char before = 0;
    for (; *code && *code != ';'; code++) {
        char c = *code | 0x20;
        if (*code == '"') {
            code = strchr(code + 1, '"');
        } else if (*code == '\\' || *code == '_' || *code == '*') {
            code += code[1] != '\0';
        } else if (*code == '[') {
            if (n < 31 && strchr("hHmMsS", code[1]) && code[1 + strspn(code + 1, "hHmMsS")] == ']')
                letters[n++] = 'H';
            code = strchr(code, ']');
        } else if (strncasecmp(code, "am/pm", 5) == 0) {
            code += 4;
        } else if (c != before && strchr("ymdhs", c) && n < 31) {
            letters[n++] = c;
        }
        if (!code)
            break;
        before = c;
    }
    letters[n] = '\0';
    return n;
}

unsigned char sv_xlsx_shown_by_code(const char *code)
{
    char letters[32];
    size_t n = date_letters(code, letters);
    unsigned char shown = 0;
    for (size_t i = 0; i < n; i++) {
        bool minutes = letters[i] == 'm' && ((i > 0 && strchr("hH", letters[i - 1])) || letters[i + 1] == 's');
        if (letters[i] == 'H')
            shown |= SV_SHOWN_TIME | SV_SHOWN_ELAPSED;
        else if (letters[i] == 'h' || minutes)
            shown |= SV_SHOWN_TIME;
        else if (letters[i] == 's')
            shown |= SV_SHOWN_TIME | SV_SHOWN_SECONDS;
        else
            shown |= SV_SHOWN_DATE;
    }
    return shown;
}

/* ---- Dates ---- */

/* Days since 1 March of the year 0 to a date. */
static void date_of(long day, int *year, int *month, int *date)
{
    /* Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days, with years from March */
    long era = day / 146097, of_era = day % 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100), from_march = (5 * of_year + 2) / 153;
    *date = (int)(of_year - (153 * from_march + 2) / 5 + 1);
    *month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

static void write_time(char *text, size_t size, long seconds, unsigned char shown)
{
    if (shown & SV_SHOWN_SECONDS && seconds % 60)
        snprintf(text, size, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    else
        snprintf(text, size, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
}

bool sv_xlsx_date_text(double serial, unsigned char shown, bool from_1904, char text[40])
{
    enum { seconds_a_day = 86400, days_to_1900 = 693899, days_to_1904 = 695361 }; /* from 1 March of the year 0; 30 December 1899 */
    double whole = floor(serial);
    long seconds = lround((serial - whole) * seconds_a_day), day = (long)whole;
    int year, month, date;
    if (!(serial >= 0 && serial < 2958466)) /* 31 December 9999 is the last day */
        return false;
    if (seconds == seconds_a_day) {
        seconds = 0;
        day++;
    }
    if (!(shown & SV_SHOWN_DATE)) {
        write_time(text, 40, seconds + (shown & SV_SHOWN_ELAPSED ? day * seconds_a_day : 0), shown);
        return true;
    }
    if (!from_1904 && day == 60) { /* Excel has a 29 February 1900, as Lotus had; as a date it is a fault */
        strcpy(text, "1900-02-29");
        return true;
    }
    date_of(day + (from_1904 ? days_to_1904 : day < 60 ? days_to_1900 + 1 : days_to_1900), &year, &month, &date);
    if (year > 9999)
        return false;
    snprintf(text, 40, "%04d-%02d-%02d", year, month, date);
    if (shown & SV_SHOWN_TIME && seconds) {
        text[10] = ' ';
        write_time(text + 11, 29, seconds, shown);
    }
    return true;
}

/* ---- The part with the styles ---- */

typedef struct number_format {
    long id;
    unsigned char shown;
} number_format;

typedef struct styles_reader {
    struct sv_xlsx *xlsx;
    number_format *formats;
    size_t n, capacity;
    bool in_formats, in_cells;
} styles_reader;

static bool read_format(styles_reader *r, sv_xml *xml)
{
    number_format format = {.id = -1};
    while (sv_xml_next_attribute(xml)) {
        if (strcmp(xml->attribute, "numFmtId") == 0)
            format.id = strtol(xml->value, NULL, 10);
        else if (strcmp(xml->attribute, "formatCode") == 0)
            format.shown = sv_xlsx_shown_by_code(xml->value);
    }
    if (!sv_grow(&r->formats, &r->capacity, r->n + 1, sizeof *r->formats))
        return false;
    r->formats[r->n++] = format;
    return true;
}

static int by_id(const void *a, const void *b)
{
    long left = ((const number_format *)a)->id, right = ((const number_format *)b)->id;
    return (left > right) - (left < right);
}

static bool read_style(styles_reader *r, sv_xml *xml)
{
    struct sv_xlsx *xlsx = r->xlsx;
    number_format wanted = {.id = 0}, *own;
    while (sv_xml_next_attribute(xml))
        if (strcmp(xml->attribute, "numFmtId") == 0)
            wanted.id = strtol(xml->value, NULL, 10);
    if (!sv_grow(&xlsx->shown, &xlsx->styles_capacity, xlsx->n_styles + 1, 1))
        return false;
    own = r->n ? bsearch(&wanted, r->formats, r->n, sizeof wanted, by_id) : NULL;
    xlsx->shown[xlsx->n_styles++] = own ? own->shown : sv_xlsx_shown_by_id(wanted.id);
    return true;
}

sv_status sv_xlsx_read_styles(sv_book *book, sv_error *error)
{
    styles_reader r = {.xlsx = book->xlsx};
    sv_xml xml;
    sv_xml_step step;
    sv_status status;
    if (!book->xlsx->styles_part)
        return SV_OK;
    status = sv_xml_open(&xml, book->archive, book->file, book->xlsx->styles_part, error);
    while (status == SV_OK && (step = sv_xml_next(&xml)) != SV_XML_DONE) {
        bool start = step == SV_XML_START, done = true;
        if (step == SV_XML_TEXT)
            continue;
        if (strcmp(xml.name, "numFmts") == 0) {
            r.in_formats = start;
            if (!start && r.n)
                qsort(r.formats, r.n, sizeof *r.formats, by_id);
        } else if (strcmp(xml.name, "cellXfs") == 0) {
            r.in_cells = start;
        } else if (start && r.in_formats && strcmp(xml.name, "numFmt") == 0) {
            done = read_format(&r, &xml);
        } else if (start && r.in_cells && strcmp(xml.name, "xf") == 0) {
            done = read_style(&r, &xml);
        }
        if (!done)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (status == SV_OK)
        status = xml.status;
    sv_xml_close(&xml);
    free(r.formats);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing a map as an Excel workbook, for people: lists to choose from, dates that are dates, and an explanation. */
#ifndef SV_FORMAT_XLSX_WRITE_H
#define SV_FORMAT_XLSX_WRITE_H

#include <speelveld/model.h>

#include "../base/text.h"
#include "../model/table.h"

/*
 * Write the whole map to a file, whole or not at all ("-" is standard output). The same map gives the same bytes; the day
 * that it says it was made is SOURCE_DATE_EPOCH, else 1 January 2000. A text that Excel cannot hold is refused with its place.
 */
sv_status sv_xlsx_write(const sv_map *map, const char *path, sv_language language, sv_error *error);

/* ---- Inside ---- */

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

/* How cells look. */
typedef enum sv_look {
    SV_LOOK_LINE = 0, /* a line that runs on over the cells to its right */
    SV_LOOK_PLAIN,
    SV_LOOK_TEXT, /* a text, also when it is typed over: 1-2 does not become a date */
    SV_LOOK_NOTE, /* the same, over several lines */
    SV_LOOK_DATE,
    SV_LOOK_TIME,
    SV_LOOK_HEADER,
    SV_LOOK_REQUIRED, /* the header of a column that a row cannot do without */
    SV_LOOK_TITLE,
    SV_LOOK_STRONG_FOR, /* colours of positions, and of who may see a row */
    SV_LOOK_FOR,
    SV_LOOK_NEUTRAL,
    SV_LOOK_AGAINST,
    SV_LOOK_STRONG_AGAINST,
    SV_LOOK_PRIVATE,
    SV_LOOK_PUBLIC,
    SV_LOOKS
} sv_look;

typedef struct sv_xlsx_writer {
    const sv_map *map;
    sv_language language;
    struct lxw_workbook *book;
    struct lxw_format *looks[SV_LOOKS];
    sv_text escaped; /* room for one cell */
} sv_xlsx_writer;

enum { SV_XLSX_ROWS = 1048576, SV_XLSX_TEXT = 32767, SV_XLSX_SPARE_ROWS = 1000, SV_XLSX_NAME = 31 };

/* A sheet of ours, or (extra) of the user's, as a table of so many rows and columns. */
typedef struct sv_xlsx_table {
    const sv_map *map;
    sv_sheet sheet;              /* SV_SHEETS: the user's */
    const sv_extra_sheet *extra; /* NULL: the sheet of ours */
    size_t rows, columns;
    bool all; /* also columns that nothing stands in: the map came from no file, and shows what may be filled in */
} sv_xlsx_table;
sv_xlsx_table sv_xlsx_table_of(const sv_map *map, sv_sheet sheet);
sv_xlsx_table sv_xlsx_table_of_extra(const sv_map *map, const sv_extra_sheet *extra);
bool sv_xlsx_is_written(const sv_xlsx_table *table, size_t column);
const char *sv_xlsx_cell(const sv_xlsx_table *table, size_t row, size_t column);
const char *sv_xlsx_header(const sv_xlsx_table *table, size_t column, sv_language language);
sv_type sv_xlsx_type(const sv_xlsx_table *table, size_t column);
/* Whether Excel can hold all of the map; *cells counts them. */
sv_status sv_xlsx_check(sv_xlsx_writer *writer, size_t *cells, sv_error *error);

/* A text as it must be given to the library; borrowed until the next. NULL without memory. */
const char *sv_xlsx_escape(sv_xlsx_writer *writer, const char *text);
/* The look of a column of this type. */
sv_look sv_xlsx_look(sv_type type);
/* Make the looks. False without memory. */
bool sv_xlsx_make_looks(sv_xlsx_writer *writer);

/* What Excel offers and colours in a column of a sheet of ours, from the first row below the header to `last`. False on a fault of the
 * library. */
bool sv_xlsx_offer(const sv_xlsx_writer *writer, struct lxw_worksheet *sheet, unsigned at, sv_type type, unsigned last);

/* The sheet with the explanation and the lists of words. False on a fault of the library. */
bool sv_xlsx_write_guide(sv_xlsx_writer *writer);
/* Where the words of a type stand in it, as a formula. */
void sv_xlsx_word_range(const sv_xlsx_writer *writer, sv_type type, char formula[96]);
/* How many words may be chosen in a column of this type (0: it has no list), and word number i. */
size_t sv_xlsx_count_words(sv_type type);
void sv_xlsx_word(sv_type type, size_t i, sv_language language, char word[64]);

#endif

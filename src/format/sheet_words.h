/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What canonical cells are called in files for people: headers and words in Dutch or English. */
#ifndef SV_FORMAT_SHEET_WORDS_H
#define SV_FORMAT_SHEET_WORDS_H

#include <speelveld/model.h>

const char *sv_sheet_word(sv_sheet sheet, sv_language language);
/* The header of a column; as the map has it where speelveld does not know it. */
const char *sv_header_word(const sv_map *map, sv_sheet sheet, size_t column, sv_language language);
/* The word for a canonical id in a column of this type; the id itself where there is none. */
const char *sv_cell_word(sv_type type, const char *id, sv_language language);
/* True for the columns that a file for people has: those with something in them, those a row cannot do without, the user's own. */
bool sv_column_is_written(const sv_map *map, sv_sheet sheet, size_t column);

#endif

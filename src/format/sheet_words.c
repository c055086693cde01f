/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words of sheets: see sheet_words.h. All of them read back as what they stand for. */
#include "sheet_words.h"

#include <string.h>

const char *sv_sheet_word(sv_sheet sheet, sv_language language)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    return language == SV_DUTCH ? about->nl : about->en;
}

const char *sv_header_word(const sv_map *map, sv_sheet sheet, size_t column, sv_language language)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    if (column >= about->n_columns)
        return sv_map_header(map, sheet, column);
    return language == SV_DUTCH ? about->columns[column].nl : about->columns[column].en;
}

const char *sv_cell_word(sv_type type, const char *id, sv_language language)
{
    size_t n;
    const sv_word *words = sv_words(type, &n);
    if (type == SV_TYPE_ACTOR_KIND) {
        const sv_actor_kind *kind = sv_actor_kind_find(id);
        return !kind ? id : language == SV_DUTCH ? kind->nl : kind->en;
    }
    if (type == SV_TYPE_TIE_KIND) {
        const sv_tie_kind *kind = sv_tie_kind_find(id);
        return !kind ? id : language == SV_DUTCH ? kind->nl : kind->en;
    }
    if (type == SV_TYPE_YESNO && language == SV_ENGLISH)
        return strcmp(id, "true") == 0 ? "yes" : "no";
    for (size_t i = 0; i < n && language == SV_DUTCH; i++)
        if (strcmp(id, words[i].id) == 0)
            return words[i].nl;
    return id;
}

bool sv_column_is_written(const sv_map *map, sv_sheet sheet, size_t column)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    return column >= about->n_columns || (about->columns[column].flags & SV_COLUMN_REQUIRED) || sv_map_has(map, sheet, column);
}

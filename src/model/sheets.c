/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sheets: the table of columns.h as data, and finding a sheet or column by what a person calls it. */
#include <speelveld/model.h>

#include "../base/text.h"

#define COLUMN_ROW(column, en, nl, type, flags) {en, nl, type, flags},
#define SHEET_COLUMNS(sheet, key, en, nl, columns, flags) static const sv_column sheet##_columns[] = {columns(COLUMN_ROW)};
#define SHEET_ROW(sheet, key, en, nl, columns, flags) {key, en, nl, sheet##_columns, sizeof sheet##_columns / sizeof(sv_column), flags},

SV_SHEET_LIST(SHEET_COLUMNS)
static const sv_sheet_about sheets[] = {SV_SHEET_LIST(SHEET_ROW)};

/* Other headers that people use for a column, folded. Only where they are clear without the sheet around them. */
static const struct {
    const char *header, *column;
} synonyms[] = {{"label", "name"},         {"wijken", "neighbourhood"}, {"buurt", "neighbourhood"}, {"thema", "themes"},
                {"theme", "themes"},       {"themas", "theme"},         {"rol", "role"},            {"type", "kind"},
                {"organization", "organisation"}, {"aantekening", "note"},     {"opmerking", "note"},      {"vraagstuk", "title"},
                {"naam", "title"},         {"name", "title"}};

const sv_sheet_about *sv_sheet_get(sv_sheet sheet)
{
    return &sheets[sheet];
}

sv_sheet sv_sheet_find(const char *name)
{
    for (int i = 0; i < SV_SHEETS; i++)
        if (sv_text_same(name, sheets[i].nl) || sv_text_same(name, sheets[i].en) || sv_text_same(name, sheets[i].key))
            return (sv_sheet)i;
    return SV_SHEETS;
}

static size_t find_exactly(const sv_sheet_about *about, const char *header)
{
    for (size_t i = 0; i < about->n_columns; i++)
        if (sv_text_same(header, about->columns[i].nl) || sv_text_same(header, about->columns[i].en))
            return i;
    return SIZE_MAX;
}

size_t sv_column_find(sv_sheet sheet, const char *header)
{
    const sv_sheet_about *about = &sheets[sheet];
    size_t column = find_exactly(about, header);
    for (size_t i = 0; column == SIZE_MAX && i < sizeof synonyms / sizeof *synonyms; i++)
        if (sv_text_same(header, synonyms[i].header))
            column = find_exactly(about, synonyms[i].column);
    return column;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A workbook as a map: which sheet is which, where the tables in it begin, and the workbooks of Kumu and Onodo. */
#ifndef SV_FORMAT_WORKBOOK_MAP_H
#define SV_FORMAT_WORKBOOK_MAP_H

#include <speelveld/model.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "sheet_fill.h"
#include "workbook.h"

/* Read n bytes (borrowed) as an .xlsx or an OpenDocument workbook. Faults of cells go to problems; the rest is returned. */
sv_status sv_workbook_map_read(const char *bytes, size_t n, const char *file, bool open_document, sv_map *map, sv_problems *problems,
                               sv_error *error);

/* True when a sheet's name asks to be left out: "(ignore)", "(negeren)". */
bool sv_workbook_is_ignored(const char *name);
/* The name of our own sheet with the explanation, which is passed over without a word. */
#define SV_WORKBOOK_GUIDE_NL "Uitleg (negeren)"
#define SV_WORKBOOK_GUIDE_EN "Explanation (ignore)"

/* ---- Workbooks of other programs (foreign_workbook.c) ---- */

/* How a sheet of Kumu, Onodo or Gephi becomes one of ours; NULL when a sheet of this name with these headers is none of theirs. */
typedef struct sv_foreign_sheet sv_foreign_sheet;
const sv_foreign_sheet *sv_foreign_find(const char *name, const sv_heading *heading);
sv_sheet sv_foreign_target(const sv_foreign_sheet *foreign);

/* What is known of the actors of such a workbook: by id, by name, and by name and type. */
typedef struct sv_foreign {
    sv_lookup actors, identities;
    sv_arena texts;
    size_t first_tie; /* ties from here on may name actors that no sheet of actors has */
    bool used;
} sv_foreign;
void sv_foreign_clear(sv_foreign *foreign);

/* Our header for one of theirs, borrowed or kept in the arena; NULL without memory. */
const char *sv_foreign_header(const sv_foreign_sheet *sheet, const char *header, sv_arena *texts);
/* Add a row of such a sheet. False without memory. */
bool sv_foreign_add(sv_foreign *foreign, const sv_foreign_sheet *sheet, sv_fill *fill, const sv_fill_row *row);
/* Add the actors that only ties name, as those programs do. False without memory. */
bool sv_foreign_finish(sv_foreign *foreign, sv_map *map, sv_problems *problems);

#endif

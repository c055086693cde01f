/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Merging two maps, for the files that do it: who is who, which rows are one, and what stands in their cells. */
#ifndef SV_MODEL_MERGE_H
#define SV_MODEL_MERGE_H

#include <speelveld/model.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../base/text.h"

enum { side_a = 0, side_b = 1, merge_sides = 2 };

/* Which rows of the two maps are one: of each row of a side the row it goes with on the other, SV_NO_ROW for none. */
typedef struct merge_pairs {
    size_t *partner[merge_sides];
} merge_pairs;

typedef struct merge_work {
    const sv_map *from[merge_sides];
    const char *name[merge_sides];              /* who tells each map */
    size_t *merged_row[merge_sides][SV_SHEETS]; /* where an actor or issue of a side stands in the merged map; NULL: at its own row */
    size_t *column_in_b[SV_SHEETS];             /* the column of B for each column of the merged map, SIZE_MAX for none; NULL: the same */
    sv_map *to;                                 /* begins as a copy of A */
    bool indexed;                               /* its actors and issues can be looked up */
    bool assume[merge_sides];                   /* compare as if an empty informant were the teller of this side's map */
    sv_choice prefer;
    bool failed; /* memory ran out while comparing */
    sv_differences *differences;
    sv_arena keys;
} merge_work;

/* merge.c: the beginning and the end of it. */

/* Copy A into `to`, and settle who is who: the actors and issues of both stand in it then, and can be looked up. Ended with merge_end. */
sv_status merge_begin(merge_work *work, merge_pairs pairs[SV_SHEETS], sv_error *error);
/* Give everything back, `to` as well. */
void merge_end(merge_work *work, merge_pairs pairs[SV_SHEETS]);

/* merge_keys.c: rows as they are compared. */

/* A cell of a side, by the column of the merged map. */
const char *merge_cell(const merge_work *work, int side, sv_sheet sheet, size_t row, size_t column);
/* True when two cells say the same: references to one actor, lists in another order, no visibility and "team". Without memory work->failed.
 */
bool merge_cells_same(merge_work *work, sv_sheet sheet, size_t row_a, size_t row_b, size_t column);
/* Who may see a row: the word of a visibility cell, "team" when it is empty. */
const char *merge_visibility(const char *cell);
/* Which of two such words lets the fewest see it; A where they are the same. */
sv_choice merge_fewest(const char *a, const char *b);
/* The columns of a key, ending in SIZE_MAX; NULL is every column. */
typedef const size_t *merge_columns;
/* The column that says who told a row, SIZE_MAX where a sheet has none. */
size_t merge_informant(sv_sheet sheet);
/* A text that is the same for rows whose cells in these columns say the same (emptied first). False without memory. */
bool merge_key(const merge_work *work, int side, sv_sheet sheet, size_t row, merge_columns columns, sv_text *key);
/* The text of a cell with its references as they are called in the merged map. False without memory. */
bool merge_rewrite(const merge_work *work, int side, sv_type type, const char *cell, sv_text *out);

/* merge_rows.c: which rows are one. */

bool merge_pairs_new(const merge_work *work, sv_sheet sheet, merge_pairs *pairs);
void merge_pairs_free(merge_pairs *pairs);
/*
 * Pair the usable rows without a partner whose keys are the same, where each side has only one of it and the two
 * do not say something else in the columns of `apart` (may be NULL). With NULL columns: all rows that are the
 * same in every cell, however many. False without memory.
 */
bool merge_pair(merge_work *work, sv_sheet sheet, merge_columns columns, merge_columns apart, merge_pairs *pairs);
/* What makes two rows of a sheet one; no column at all (an END at once) where only the whole row does. */
merge_columns merge_rule(sv_sheet sheet);
/* Merge a sheet that is neither actors nor issues. False without memory. */
bool merge_sheet(merge_work *work, sv_sheet sheet);

/* merge_names.c: actors and issues, before anything can refer to them. */

/* Pair and add the rows of both, with their ids, names and kinds; checked, the merged map can then be looked up. False without memory. */
bool merge_begin_names(merge_work *work, merge_pairs pairs[SV_SHEETS]);
/* The rest of their cells. False without memory. */
bool merge_end_names(merge_work *work, const merge_pairs pairs[SV_SHEETS]);

/* merge_cells.c: what stands in the merged rows. */

/* The cells of two rows that are one, columns `first` to `end` of the merged map; differences are listed. False without memory. */
bool merge_join_cells(merge_work *work, sv_sheet sheet, size_t row_a, size_t row_b, size_t first, size_t end);
/* Copy a row of B into row `to` of the merged map, columns `first` on. False without memory. */
bool merge_copy_cells(merge_work *work, sv_sheet sheet, size_t row_b, size_t to, size_t first);
/* A new row for a row of B, empty; SV_NO_ROW without memory. */
size_t merge_add_row(merge_work *work, sv_sheet sheet, size_t row_b);
/* Give a sheet of the merged map the columns that B has more. False without memory. */
bool merge_add_columns(merge_work *work, sv_sheet sheet);
/* What A's rows refer to, called as the merged map calls it. False without memory. */
bool merge_rewrite_sheet(merge_work *work, sv_sheet sheet);
/* The sheets that speelveld does not know. False without memory. */
bool merge_extra_sheets(merge_work *work);
#endif

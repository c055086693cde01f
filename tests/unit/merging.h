/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of merging share: two maps into one, and looking at what came of it. */
#ifndef SV_TEST_MERGING_H
#define SV_TEST_MERGING_H

#include <speelveld/model.h>

typedef struct merging {
    sv_map *map; /* NULL while differences are open */
    sv_differences differences;
} merging;

/* Merge two maps, told by "anna" and "bram"; or two texts as map_of reads them. */
merging merge_maps(const sv_map *a, const sv_map *b, sv_choice prefer);
merging merge_texts(const char *a, const char *b, sv_choice prefer);
void clear_merging(merging *m);

/* How many differences have this code, and the only one that has it. */
size_t count_differences(const merging *m, sv_code code);
const sv_difference *only_difference(const merging *m, sv_code code);

void expect_merged(const merging *m, sv_sheet sheet, size_t row, size_t column, const char *wanted);

/* The map as JSON with its lines in byte order, without the commas behind them: the same for the same rows in any order. */
char *sorted_json(const sv_map *map);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Adding to a list of differences, and putting it in order. */
#ifndef SV_MODEL_DIFFERENCES_H
#define SV_MODEL_DIFFERENCES_H

#include <speelveld/model.h>

#include "../base/text.h"

/* Add one; its texts are copied (NULL is ""). NULL list: it is dropped. */
void differences_add(sv_differences *differences, const sv_difference *one);

/* Fill in where the two rows of a difference stand: sheet, header and about, from the row of `a`, or of `b` where there is none. */
typedef struct difference_rows {
    const sv_map *a, *b;
    sv_sheet sheet;
    size_t row_a, row_b; /* SV_NO_ROW where there is none */
    size_t column;       /* of the map whose row it is; SIZE_MAX for the whole row */
} difference_rows;
/* Add one about these rows; `one` gives code, a, b, chosen and open. */
void differences_add_rows(sv_differences *differences, const difference_rows *rows, const sv_difference *one);

/* A canonical cell as people in a language write it: its words, its dates, its decimal sign. */
void difference_value(sv_type type, const char *cell, sv_language language, sv_text *out);

/* By sheet, row and column. */
void differences_sort(sv_differences *differences);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sides: how many of some actors are in favour of the issue, against it, in between, and of how many nobody knows, in words. The sides
 * begin where the words "in favour" and "against" do in every view. The clerk of the council takes none.
 */
#ifndef SV_DRAW_SIDES_H
#define SV_DRAW_SIDES_H

#include "stage.h"

typedef struct sv_sides {
    size_t in_favour, against, neutral, unknown, procedure;
} sv_sides;

/* Count one more, by the row of Actors; the stage must have an issue. */
void sv_sides_add(const sv_stage *stage, sv_sides *sides, size_t row);
/* "12 in favour, 9 against, 6 unknown": those there are; "" for nobody. Lives as long as the stage. */
const char *sv_sides_words(sv_stage *stage, const sv_sides *sides);

#endif

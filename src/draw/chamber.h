/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The chamber: where the seats of a council stand in a half circle of rows, and where a line parts the first so many of
 * them from the rest. Only geometry: angles in radians from the right end, distances as a share of the outer row's.
 */
#ifndef SV_DRAW_CHAMBER_H
#define SV_DRAW_CHAMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SV_CHAMBER_ROWS_MOST = 10 };

/* A seat: number `at` of the `of` in its row, counted from the right; row 0 is the inner one. */
typedef struct sv_chamber_seat {
    size_t row, at, of;
    double angle;    /* 0 at the right end, pi at the left */
    double distance; /* from the middle; the outer row's is 1 */
} sv_chamber_seat;

/*
 * Place n seats (as many as rows, or more) in rows of equal distance, the inner one at `inner` of the outer one's. Longer rows
 * get more seats, in proportion (largest remainders). In the order of angle, so that whoever sits together stands
 * together; of equal angle the outer one first.
 */
void sv_chamber_place(sv_chamber_seat *seats, size_t n, size_t rows, double inner);

/* Between which two seats of a row a line passes; SIZE_MAX where all are on its other side. */
typedef struct sv_chamber_gap {
    size_t before, behind; /* the last of the first so many seats, and the next one in the row */
} sv_chamber_gap;

/* Where, in each row, a line passes that parts the first `count` seats from the others. */
void sv_chamber_part(const sv_chamber_seat *seats, size_t n, size_t rows, size_t count, sv_chamber_gap gaps[SV_CHAMBER_ROWS_MOST]);

#endif

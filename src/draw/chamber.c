/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The chamber: see chamber.h. */
#include "chamber.h"

#include <math.h>
#include <stdlib.h>

static const double half_turn = 3.14159265358979323846;

static double distance_of(size_t row, size_t rows, double inner)
{
    return rows == 1 ? 1 : inner + (1 - inner) * (double)row / (double)(rows - 1);
}

/* How many seats each row gets: at least one, the others by its length. */
static void share_out(size_t n, size_t rows, double inner, size_t count[SV_CHAMBER_ROWS_MOST])
{
    double whole = 0, rest[SV_CHAMBER_ROWS_MOST];
    size_t given = 0;
    for (size_t r = 0; r < rows; r++)
        whole += distance_of(r, rows, inner);
    for (size_t r = 0; r < rows; r++) {
        double exact = (double)(n - rows) * distance_of(r, rows, inner) / whole;
        count[r] = 1 + (size_t)floor(exact);
        rest[r] = exact - floor(exact);
        given += count[r];
    }
    for (; given < n; given++) {
        size_t most = rows - 1; /* of equal remainders the outer row */
        for (size_t r = rows; r-- > 0;)
            if (rest[r] > rest[most])
                most = r;
        count[most]++;
        rest[most] = -1;
    }
}

/* By angle, compared as the fractions they are made of; then from outside in. */
static int by_angle(const void *left, const void *right)
{
    const sv_chamber_seat *a = left, *b = right;
    /* a row of one has its seat in the middle: 1 of 3 is that as well */
    size_t at_a = a->of == 1 ? 1 : a->at, last_a = a->of == 1 ? 2 : a->of - 1;
    size_t at_b = b->of == 1 ? 1 : b->at, last_b = b->of == 1 ? 2 : b->of - 1;
    if (at_a * last_b != at_b * last_a)
        return at_a * last_b < at_b * last_a ? -1 : 1;
    return a->row > b->row ? -1 : a->row < b->row;
}

void sv_chamber_place(sv_chamber_seat *seats, size_t n, size_t rows, double inner)
{
    size_t count[SV_CHAMBER_ROWS_MOST], made = 0;
    share_out(n, rows, inner, count);
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < count[r]; i++)
            seats[made++] = (sv_chamber_seat){.row = r,
                                              .at = i,
                                              .of = count[r],
                                              .angle = count[r] == 1 ? half_turn / 2 : half_turn * (double)i / (double)(count[r] - 1),
                                              .distance = distance_of(r, rows, inner)};
    qsort(seats, n, sizeof *seats, by_angle);
}

void sv_chamber_part(const sv_chamber_seat *seats, size_t n, size_t rows, size_t count, sv_chamber_gap gaps[SV_CHAMBER_ROWS_MOST])
{
    for (size_t r = 0; r < rows; r++)
        gaps[r] = (sv_chamber_gap){SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < n; i++) {
        sv_chamber_gap *gap = &gaps[seats[i].row];
        if (i < count)
            gap->before = i;
        else if (gap->behind == SIZE_MAX)
            gap->behind = i;
    }
}

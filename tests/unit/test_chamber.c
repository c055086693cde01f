/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The chamber: rows by their length, seats by angle, and a line between two seats in every row; worked by hand. */
#include "draw/chamber.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const double half_turn = 3.14159265358979323846;

static void stands(const sv_chamber_seat *seat, size_t row, size_t degrees, double distance)
{
    assert_int_equal(seat->row, row);
    assert_true(fabs(seat->angle - half_turn * (double)degrees / 180) < 1e-12);
    assert_true(fabs(seat->distance - distance) < 1e-12);
}

/*
 * Seven seats in two rows, the inner half as long: one each, and of the other five 5 x 0.5 / 1.5 = 1.67 and 3.33, so that the last goes to
 * the inner row: 3 and 4. Inner at 0, 90, 180 degrees, outer at 0, 60, 120, 180.
 */
static void rows_by_their_length(void **state)
{
    sv_chamber_seat seats[7];
    (void)state;
    sv_chamber_place(seats, 7, 2, 0.5);
    stands(&seats[0], 1, 0, 1);
    stands(&seats[1], 0, 0, 0.5);
    stands(&seats[2], 1, 60, 1);
    stands(&seats[3], 0, 90, 0.5);
    stands(&seats[4], 1, 120, 1);
    stands(&seats[5], 1, 180, 1);
    stands(&seats[6], 0, 180, 0.5);
}

/* Behind the first four of those: in the inner row between 90 and 180 degrees, in the outer between 60 and 120. */
static void a_line_between_two_seats(void **state)
{
    sv_chamber_seat seats[7];
    sv_chamber_gap gaps[SV_CHAMBER_ROWS_MOST];
    (void)state;
    sv_chamber_place(seats, 7, 2, 0.5);
    sv_chamber_part(seats, 7, 2, 4, gaps);
    assert_int_equal(gaps[0].before, 3);
    assert_int_equal(gaps[0].behind, 6);
    assert_int_equal(gaps[1].before, 2);
    assert_int_equal(gaps[1].behind, 4);
    sv_chamber_part(seats, 7, 2, 0, gaps);
    assert_int_equal(gaps[0].before, SIZE_MAX);
    assert_int_equal(gaps[1].behind, 0);
    sv_chamber_part(seats, 7, 2, 7, gaps);
    assert_int_equal(gaps[0].behind, SIZE_MAX);
    assert_int_equal(gaps[1].before, 5);
}

static void one_seat_in_the_middle(void **state)
{
    sv_chamber_seat seats[3];
    (void)state;
    sv_chamber_place(seats, 1, 1, 0.4);
    stands(&seats[0], 0, 90, 1);
    sv_chamber_place(seats, 3, 2, 0.5); /* 1 + 0.33 and 1 + 0.67: one and two */
    stands(&seats[0], 1, 0, 1);
    stands(&seats[1], 0, 90, 0.5);
    stands(&seats[2], 1, 180, 1);
}

/* Whatever the number: all seats are there, in order, and no row has room for a seat more than another of its length. */
static void every_council_has_its_seats(void **state)
{
    sv_chamber_seat seats[150];
    (void)state;
    for (size_t n = 1; n <= 150; n++)
        for (size_t rows = 1; rows <= SV_CHAMBER_ROWS_MOST && rows <= n; rows++) {
            size_t count[SV_CHAMBER_ROWS_MOST] = {0};
            sv_chamber_place(seats, n, rows, 0.4);
            for (size_t i = 0; i < n; i++) {
                count[seats[i].row]++;
                assert_true(i == 0 || seats[i].angle >= seats[i - 1].angle - 1e-12);
                assert_true(seats[i].angle >= 0 && seats[i].angle <= half_turn + 1e-12);
            }
            for (size_t i = 0; i < n; i++)
                assert_int_equal(count[seats[i].row], seats[i].of);
            for (size_t r = 1; r < rows; r++)
                assert_true(count[r] >= count[r - 1]);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_by_their_length),
        cmocka_unit_test(a_line_between_two_seats),
        cmocka_unit_test(one_seat_in_the_middle),
        cmocka_unit_test(every_council_has_its_seats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

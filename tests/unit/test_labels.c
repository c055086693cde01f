/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Labels: after settling nothing touches and all is on the page; what is pinned stays; sides are chosen where there is room. */
#include "draw/labels.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const sv_rect page = {10, 20, 750, 430};

/* Small made-up numbers that are the same everywhere. */
static uint32_t state_of_numbers;
static double number(double low, double high)
{
    state_of_numbers = state_of_numbers * 1664525u + 1013904223u;
    return low + (high - low) * (state_of_numbers >> 8) / 16777216.0;
}

/* A crowd in the middle of the page; names of one or two lines at 9 points. */
static void make_crowd(sv_figure *figures, size_t n, uint32_t seed)
{
    state_of_numbers = seed;
    for (size_t i = 0; i < n; i++) {
        double across = number(18, 30);
        figures[i] = (sv_figure){.x = number(250, 500),
                                 .y = number(150, 300),
                                 .width = across,
                                 .height = across,
                                 .label_width = number(35, 65),
                                 .label_height = number(0, 1) < 0.7 ? 21 : 11};
    }
}

static bool on_page(const sv_figure *figure)
{
    sv_rect box = sv_figure_both(figure);
    return box.left >= page.left - 0.01 && box.right <= page.right + 0.01 && box.bottom >= page.bottom - 0.01 && box.top <= page.top + 0.01;
}

static void check_clear(const sv_figure *figures, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        assert_true(on_page(&figures[i]));
        for (size_t j = i + 1; j < n; j++)
            assert_false(sv_figures_touch(&figures[i], &figures[j], 0));
    }
}

/* A figure is its shape and, 2 points below, its name. */
static void boxes_are_where_they_should(void **state)
{
    sv_figure figure = {.x = 100, .y = 100, .width = 20, .height = 20, .label_width = 60, .label_height = 10};
    sv_rect label = sv_figure_label(&figure), both = sv_figure_both(&figure);
    (void)state;
    assert_true(label.left == 70 && label.right == 130 && label.top == 88 && label.bottom == 78);
    assert_true(both.left == 70 && both.right == 130 && both.top == 110 && both.bottom == 78);
    figure.side = SV_SIDE_RIGHT;
    assert_true(sv_figure_label(&figure).left == 114);
    figure.side = SV_SIDE_NOWHERE;
    both = sv_figure_both(&figure);
    assert_true(both.left == 90 && both.right == 110);
}

/* The shapes are clear of each other, but one's name lies on the other's shape. */
static void a_name_on_anothers_shape_touches(void **state)
{
    sv_figure a = {.x = 100, .y = 100, .width = 20, .height = 20, .label_width = 60, .label_height = 10}, b = a;
    (void)state;
    b.y = 82;
    b.x = 125;
    assert_true(sv_figures_touch(&a, &b, 0));
    a.side = b.side = SV_SIDE_NOWHERE;
    assert_false(sv_figures_touch(&a, &b, 0));
    assert_true(sv_figures_touch(&a, &b, 6)); /* 125 - 10 - (100 + 10) = 5 points apart */
}

/* 80 figures of about 48 x 47 points fill 0.68 of 740 x 410. */
static void a_crowd_settles(void **state)
{
    sv_figure figures[80], again[80];
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        make_crowd(figures, 80, seed);
        make_crowd(again, 80, seed);
        assert_true(sv_labels_settle(figures, 80, &page, 3));
        check_clear(figures, 80);
        assert_true(sv_labels_settle(again, 80, &page, 3));
        assert_memory_equal(figures, again, sizeof figures);
    }
}

/* Around 100 a page is full: some crowds find room and some do not, and what is said must be so. */
static void too_many_is_said(void **state)
{
    sv_figure figures[200];
    size_t said_no = 0;
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        make_crowd(figures, 105, seed);
        if (sv_labels_settle(figures, 105, &page, 3))
            check_clear(figures, 105);
        else
            said_no++;
    }
    assert_true(said_no > 0);
    make_crowd(figures, 200, 7);
    assert_false(sv_labels_settle(figures, 200, &page, 3));
}

static void all_in_one_place_come_apart(void **state)
{
    sv_figure figures[12];
    (void)state;
    make_crowd(figures, 12, 3);
    for (size_t i = 0; i < 12; i++)
        figures[i].x = figures[i].y = 200;
    assert_true(sv_labels_settle(figures, 12, &page, 3));
    check_clear(figures, 12);
}

static void pinned_figures_stay(void **state)
{
    sv_figure figures[20];
    (void)state;
    make_crowd(figures, 20, 5);
    figures[0].pinned = figures[1].pinned = true;
    figures[0].x = 300, figures[0].y = 200;
    figures[1].x = 500, figures[1].y = 300;
    assert_true(sv_labels_settle(figures, 20, &page, 3));
    assert_true(figures[0].x == 300 && figures[0].y == 200 && figures[1].x == 500 && figures[1].y == 300);
    check_clear(figures, 20);
}

/* Two shapes close together, one below the other: the upper name cannot stand beneath, so it goes to the right. */
static void names_take_a_free_side(void **state)
{
    sv_figure figures[2] = {
        {.x = 100, .y = 200, .width = 20, .height = 20, .label_width = 40, .label_height = 10, .side = SV_SIDE_NOWHERE},
        {.x = 100, .y = 175, .width = 20, .height = 20, .label_width = 40, .label_height = 10, .side = SV_SIDE_NOWHERE}};
    (void)state;
    assert_int_equal(sv_labels_choose(figures, 2, 2, &page, 1), 2);
    assert_int_equal(figures[0].side, SV_SIDE_RIGHT);
    assert_int_equal(figures[1].side, SV_SIDE_BELOW);
    check_clear(figures, 2);
    figures[1].side = SV_SIDE_NOWHERE;
    assert_int_equal(sv_labels_choose(figures, 2, 1, &page, 1), 1); /* only the first is tried */
}

/* Seats close together on half a circle: a name beneath each would lie on the next, so some stand further off, with a leader. */
static void names_of_a_half_circle_are_called_out(void **state)
{
    enum { seats = 27 };
    sv_figure figures[seats];
    size_t away = 0;
    (void)state;
    for (size_t i = 0; i < seats; i++) {
        double angle = 3.14159265 * (double)i / (seats - 1);
        figures[i] = (sv_figure){.x = 380 + 190 * cos(angle),
                                 .y = 120 + 190 * sin(angle),
                                 .width = 20,
                                 .height = 20,
                                 .label_width = 62,
                                 .label_height = 21,
                                 .side = SV_SIDE_NOWHERE,
                                 .pinned = true};
    }
    assert_int_equal(sv_labels_call_out(figures, seats, &page, 2, 120), seats);
    for (size_t i = 0; i < seats; i++) {
        sv_rect label = sv_figure_label(&figures[i]);
        assert_true(on_page(&figures[i]));
        for (size_t j = 0; j < seats; j++) {
            sv_rect box[2] = {sv_figure_shape(&figures[j]), sv_figure_label(&figures[j])};
            for (int k = 0; k < 2 && j != i; k++)
                assert_false(label.left < box[k].right && box[k].left < label.right && label.bottom < box[k].top && box[k].bottom < label.top);
        }
    }
    for (size_t i = 0; i < seats; i++) {
        sv_segment leader = sv_figure_leader(&figures[i]);
        if (figures[i].side != SV_SIDE_AWAY)
            continue;
        away++;
        for (size_t j = 0; j < seats; j++) { /* a leader's middle is in nobody else's box */
            sv_rect both[2] = {sv_figure_shape(&figures[j]), sv_figure_label(&figures[j])};
            double x = (leader.x0 + leader.x1) / 2, y = (leader.y0 + leader.y1) / 2;
            for (int k = 0; k < 2 && j != i; k++)
                assert_false(x > both[k].left && x < both[k].right && y > both[k].bottom && y < both[k].top);
        }
    }
    assert_true(away > 3 && away < seats);
    for (size_t i = 0; i < seats; i++)
        figures[i].side = SV_SIDE_NOWHERE;
    assert_true(sv_labels_call_out(figures, seats, &page, 2, 0) < seats); /* without leaders not all fit */
}

/* From the edge of a disc of 20 to the near side of a label 50 to the right of its centre: (10, 0) to (30, 0). */
static void a_leader_runs_from_edge_to_edge(void **state)
{
    sv_figure figure = {.width = 20, .height = 20, .label_width = 40, .label_height = 10, .away_x = 50, .side = SV_SIDE_AWAY};
    sv_segment leader = sv_figure_leader(&figure);
    (void)state;
    assert_true(fabs(leader.x0 - 10) < 1e-9 && fabs(leader.y0) < 1e-9 && fabs(leader.x1 - 30) < 1e-9 && fabs(leader.y1) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_a_half_circle_are_called_out),
        cmocka_unit_test(a_leader_runs_from_edge_to_edge),
        cmocka_unit_test(boxes_are_where_they_should),
        cmocka_unit_test(a_name_on_anothers_shape_touches),
        cmocka_unit_test(a_crowd_settles),
        cmocka_unit_test(too_many_is_said),
        cmocka_unit_test(all_in_one_place_come_apart),
        cmocka_unit_test(pinned_figures_stay),
        cmocka_unit_test(names_take_a_free_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

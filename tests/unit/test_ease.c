/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ease: names turn away from lines, shapes shift off them and out of crossings; what is pinned stays and nothing comes to touch. */
#include "draw/ease.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { crowd = 60, crowd_lines = 130 };

static const sv_ease_room page = {.area = {10, 20, 750, 430}, .gap = 2, .farthest = 40};

static sv_figure figure_at(double x, double y)
{
    return (sv_figure){.x = x, .y = y, .width = 20, .height = 20, .label_width = 40, .label_height = 10};
}

static void ease(sv_figure *figures, size_t n, sv_link *links, size_t n_links, const sv_ease_room *room)
{
    const sv_scene scene = {.n = n, .links = links, .n_links = n_links};
    assert_int_equal(sv_ease(&scene, figures, room, NULL), SV_OK);
}

/* A line leaves downwards: the name moves to the right of the shape, where no line runs. What cannot shift can turn. */
static void names_leave_lines(void **state)
{
    sv_figure figures[2] = {figure_at(100, 300), figure_at(100, 100)};
    sv_link line = {.from = 0, .to = 1};
    sv_ease_room room = page;
    (void)state;
    room.farthest = 0;
    ease(figures, 2, &line, 1, &room);
    assert_int_equal(figures[0].side, SV_SIDE_RIGHT);
    assert_int_equal(figures[1].side, SV_SIDE_BELOW);
    assert_true(figures[0].x == 100 && figures[0].y == 300);
}

/*
 * Somebody stands on the line between two others, who cannot move. A step of 0.55 x 40 = 22 points up or 0.3 x 40 = 12 down leaves its
 * shape (10) and the name beneath it (12 to 22 under the middle) free of the line; down is nearer, and its name is then below too.
 */
static void shapes_leave_lines(void **state)
{
    sv_figure figures[3] = {figure_at(100, 200), figure_at(500, 200), figure_at(300, 200)};
    sv_link line = {.from = 0, .to = 1};
    (void)state;
    figures[0].pinned = figures[1].pinned = true;
    ease(figures, 3, &line, 1, &page);
    assert_true(figures[2].x == 300);
    assert_true(fabs(figures[2].y - 188) < 1e-9);
    assert_int_equal(figures[2].side, SV_SIDE_BELOW);
    figures[2] = figure_at(300, 200);
    figures[2].pinned = true;
    ease(figures, 3, &line, 1, &page);
    assert_true(figures[2].x == 300 && figures[2].y == 200);
}

/* Lines of two pairs cross near their ends: one shift undoes that. */
static void lines_uncross(void **state)
{
    sv_figure figures[4] = {figure_at(100, 300), figure_at(400, 300), figure_at(385, 318), figure_at(385, 120)};
    sv_link lines[2] = {{.from = 0, .to = 1}, {.from = 2, .to = 3}};
    (void)state;
    for (int i = 0; i < 4; i++) {
        figures[i].label_width = 0;
        figures[i].pinned = i != 2;
    }
    figures[2].width = figures[2].height = 6;
    ease(figures, 4, lines, 2, &page);
    assert_true(figures[2].y < 300 || figures[2].x > 400);
}

/* Who has no lines stands in a row, and stays in it. */
static void loners_stay(void **state)
{
    sv_figure figures[3] = {figure_at(100, 200), figure_at(500, 200), figure_at(300, 200)};
    sv_link line = {.from = 0, .to = 1};
    sv_ease_room room = page;
    (void)state;
    room.loners_stay = true;
    figures[0].pinned = figures[1].pinned = true;
    ease(figures, 3, &line, 1, &room);
    assert_true(figures[2].x == 300 && figures[2].y == 200 && figures[2].side == SV_SIDE_BELOW);
}

static uint32_t state_of_numbers;
static double number(double low, double high)
{
    state_of_numbers = state_of_numbers * 1664525u + 1013904223u;
    return low + (high - low) * (state_of_numbers >> 8) / 16777216.0;
}

static sv_segment way(const sv_figure *figures, const sv_link *link)
{
    return (sv_segment){figures[link->from].x, figures[link->from].y, figures[link->to].x, figures[link->to].y};
}

/* All points of line beneath names, and those beneath shapes of others. */
static void points_beneath(const sv_figure *figures, const sv_link *links, double *names, double *shapes)
{
    *names = *shapes = 0;
    for (size_t l = 0; l < crowd_lines; l++) {
        sv_segment line = way(figures, &links[l]);
        for (size_t i = 0; i < crowd; i++) {
            sv_rect shape = sv_figure_shape(&figures[i]), name = sv_figure_label(&figures[i]);
            *names += sv_segment_within(&line, &name);
            if (i != links[l].from && i != links[l].to)
                *shapes += sv_segment_within(&line, &shape);
        }
    }
}

/* Sixty figures on a loose grid with lines to those near: a quarter less line beneath names and shapes, and nothing is the worse for it. */
static void a_crowd_gets_easier(void **state)
{
    sv_figure figures[crowd], before[crowd];
    sv_link links[crowd_lines] = {{0}};
    double names[2], shapes[2];
    (void)state;
    state_of_numbers = 7;
    for (size_t i = 0; i < crowd; i++)
        before[i] = figures[i] =
            figure_at(60 + 70 * (double)(i % 10) + number(-8, 8), 80 + 58 * (double)(i / 10) + number(-8, 8));
    for (size_t l = 0; l < crowd_lines; l++) {
        size_t from = (size_t)number(0, crowd), to = (from + 1 + (size_t)number(0, 23)) % crowd;
        links[l] = (sv_link){.from = from, .to = to};
    }
    points_beneath(figures, links, &names[0], &shapes[0]);
    ease(figures, crowd, links, crowd_lines, &page);
    points_beneath(figures, links, &names[1], &shapes[1]);
    assert_true(names[1] + shapes[1] < 0.75 * (names[0] + shapes[0]));
    for (size_t i = 0; i < crowd; i++) {
        sv_rect box = sv_figure_both(&figures[i]);
        assert_true(hypot(figures[i].x - before[i].x, figures[i].y - before[i].y) <= page.farthest + 1e-6);
        assert_true(box.left >= page.area.left && box.right <= page.area.right && box.bottom >= page.area.bottom &&
                    box.top <= page.area.top);
        for (size_t j = 0; j < i; j++)
            assert_false(sv_figures_touch(&figures[i], &figures[j], 0));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_leave_lines), cmocka_unit_test(shapes_leave_lines),  cmocka_unit_test(lines_uncross),
        cmocka_unit_test(loners_stay),       cmocka_unit_test(a_crowd_gets_easier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

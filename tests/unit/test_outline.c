/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outlines: lines end on the border of a shape. The numbers are plain geometry. */
#include "draw/outline.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void near(double found, double expected)
{
    assert_true(fabs(found - expected) < 1e-6);
}

static void borders_are_where_geometry_says(void **state)
{
    (void)state;
    near(sv_outline_reach(SV_SHAPE_CIRCLE, 20, 20, 3, 4), 10);
    near(sv_outline_reach(SV_SHAPE_CIRCLE, 40, 20, 0, -1), 10);
    near(sv_outline_reach(SV_SHAPE_BOX, 20, 20, 1, 1), 10 * sqrt(2));
    near(sv_outline_reach(SV_SHAPE_BOX, 40, 20, 1, 0), 20);
    near(sv_outline_reach(SV_SHAPE_DIAMOND, 20, 20, 1, 1), 10 / sqrt(2));
    near(sv_outline_reach(SV_SHAPE_HEXAGON, 40, 20, -1, 0), 20); /* its corners point left and right */
    near(sv_outline_reach(SV_SHAPE_HEXAGON, 40, 20, 0, 1), 10);
    near(sv_outline_reach(SV_SHAPE_OCTAGON, 20, 20, 1, 0), 10);
    /* the slanted side of an octagon runs from (10, 4.142) to (4.142, 10): its middle is at 7.071, 7.071 */
    near(sv_outline_reach(SV_SHAPE_OCTAGON, 20, 20, 1, 1), 10);
    near(sv_outline_reach(SV_SHAPE_BOX, 20, 20, 0, 0), 0);
    near(sv_outline_reach(SV_SHAPE_BOX, 0, 0, 1, 0), 0);
}

static void lines_end_on_borders(void **state)
{
    const sv_mark from = {.shape = SV_SHAPE_CIRCLE, .x = 0, .y = 0, .width = 20, .height = 20};
    const sv_mark to = {.shape = SV_SHAPE_BOX, .x = 100, .y = 0, .width = 40, .height = 10};
    double points[8];
    (void)state;
    sv_outline_join(&from, &to, 0, points);
    near(points[0], 10);
    near(points[1], 0);
    near(points[6], 80);
    near(points[7], 0);
    /* bent to the left of its way, which is up when it goes to the right; the curve's middle is 6 points off */
    sv_outline_join(&from, &to, 6, points);
    near((points[1] + 3 * points[3] + 3 * points[5] + points[7]) / 8 > 4, 1);
    near(hypot(points[0], points[1]), 10);
}

/* Shapes that lie on each other: the line ends between them and nothing is infinite. */
static void shapes_on_each_other(void **state)
{
    const sv_mark mark = {.shape = SV_SHAPE_CIRCLE, .x = 5, .y = 5, .width = 20, .height = 20};
    double points[8];
    (void)state;
    sv_outline_join(&mark, &mark, 9, points);
    for (size_t i = 0; i < 8; i++)
        assert_true(isfinite(points[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(borders_are_where_geometry_says), cmocka_unit_test(lines_end_on_borders),
                                       cmocka_unit_test(shapes_on_each_other)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

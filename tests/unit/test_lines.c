/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines: a small bend around what stands in the way, none where nothing does, and texts on them that touch nothing. */
#include "draw/lines.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/outline.h"

static const sv_rect area = {0, 0, 400, 300};

typedef struct scenery {
    sv_mark outlines[8];
    sv_figure figures[8];
    sv_surroundings field;
} scenery;

static void put(scenery *s, double x, double y)
{
    size_t i = s->field.n++;
    s->outlines[i] = (sv_mark){.shape = SV_SHAPE_CIRCLE, .x = x, .y = y, .width = 20, .height = 20};
    s->figures[i] = (sv_figure){.x = x, .y = y, .width = 20, .height = 20, .label_width = 40, .label_height = 10};
    s->field.outlines = s->outlines;
    s->field.figures = s->figures;
    s->field.area = &area;
}

/* How near a curve comes to a point. */
static double nearest(const sv_strand *strand, double x, double y)
{
    double least = HUGE_VAL;
    for (int i = 0; i <= 100; i++) {
        double at_x, at_y;
        sv_outline_at(strand->points, i / 100.0, &at_x, &at_y);
        least = fmin(least, hypot(at_x - x, at_y - y));
    }
    return least;
}

static void a_free_way_is_straight(void **state)
{
    scenery s = {0};
    sv_strand strand = {.from = 0, .to = 1};
    (void)state;
    put(&s, 50, 150);
    put(&s, 350, 150);
    put(&s, 200, 250);
    sv_lines_route(&s.field, &strand, 1, 1);
    assert_true(strand.bend == 0);
    assert_true(fabs(strand.points[0] - 60) < 1e-9 && fabs(strand.points[6] - 340) < 1e-9);
    assert_true(fabs(strand.points[1] - 150) < 1e-9 && fabs(strand.points[7] - 150) < 1e-9);
}

/* A disc of 20 in the middle of the way: the curve passes it beside its edge, and no further off than needed. */
static void it_bends_around_a_shape(void **state)
{
    scenery s = {0};
    sv_strand strand = {.from = 0, .to = 1};
    (void)state;
    put(&s, 50, 150);
    put(&s, 350, 150);
    put(&s, 200, 150);
    sv_lines_route(&s.field, &strand, 1, 1);
    assert_true(nearest(&strand, 200, 150) >= 10);
    assert_true(nearest(&strand, 200, 150) <= 24);
}

/* With the disc a little above, the way round is below; and a wall without an end is not got around. */
static void it_takes_the_nearer_side(void **state)
{
    scenery s = {0};
    sv_strand strand = {.from = 0, .to = 1};
    (void)state;
    put(&s, 50, 150);
    put(&s, 350, 150);
    put(&s, 200, 156);
    sv_lines_route(&s.field, &strand, 1, 1);
    assert_true(strand.bend < 0); /* from left to right, the left is up */
    for (int i = -2; i <= 2; i++)
        put(&s, 120, 150 + 22 * i);
    strand = (sv_strand){.from = 0, .to = 1};
    sv_lines_route(&s.field, &strand, 1, 1);
    assert_true(fabs(strand.bend) <= 40);
}

/* Near the edge of the area only the inner side is open. */
static void it_stays_in_the_area(void **state)
{
    scenery s = {0};
    sv_strand strand = {.from = 0, .to = 1};
    (void)state;
    put(&s, 50, 290);
    put(&s, 350, 290);
    put(&s, 200, 289);
    sv_lines_route(&s.field, &strand, 1, 1);
    assert_true(nearest(&strand, 200, 289) >= 10);
    for (int i = 0; i <= 20; i++) {
        double x, y;
        sv_outline_at(strand.points, i / 20.0, &x, &y);
        assert_true(y <= area.top);
    }
}

/* Three lines from one point to three: their texts touch neither each other nor a name. */
static void texts_find_their_place(void **state)
{
    scenery s = {0};
    sv_strand strands[3] = {{.from = 0, .to = 1, .text_width = 24, .text_height = 11},
                            {.from = 0, .to = 2, .text_width = 24, .text_height = 11},
                            {.from = 0, .to = 3, .text_width = 24, .text_height = 11}};
    (void)state;
    put(&s, 50, 150);
    put(&s, 250, 150);
    put(&s, 250, 175);
    put(&s, 250, 250);
    sv_lines_route(&s.field, strands, 3, 1);
    assert_int_equal(sv_lines_label(&s.field, strands, 3, 1), 3);
    for (size_t i = 0; i < 3; i++) {
        const sv_figure text = {.x = strands[i].text_x, .y = strands[i].text_y, .width = 24, .height = 11, .side = SV_SIDE_NOWHERE};
        assert_true(nearest(&strands[i], text.x, text.y) < 2);
        for (size_t k = 0; k < s.field.n; k++)
            assert_false(sv_figures_touch(&text, &s.figures[k], 0));
        for (size_t k = 0; k < i; k++)
            assert_true(fabs(text.x - strands[k].text_x) >= 24 || fabs(text.y - strands[k].text_y) >= 11);
    }
    /* nothing fits between two that nearly touch */
    put(&s, 72, 150);
    strands[0] = (sv_strand){.from = 0, .to = 4, .text_width = 24, .text_height = 11};
    sv_lines_route(&s.field, strands, 1, 1);
    assert_int_equal(sv_lines_label(&s.field, strands, 1, 1), 0);
    assert_true(isnan(strands[0].text_x));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_free_way_is_straight), cmocka_unit_test(it_bends_around_a_shape), cmocka_unit_test(it_takes_the_nearer_side),
        cmocka_unit_test(it_stays_in_the_area),   cmocka_unit_test(texts_find_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

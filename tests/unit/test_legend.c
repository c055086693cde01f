/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: entries below each other, aligned, closer together when there are many, and never wider than its column. */
#include "draw/legend.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static sv_renderer *renderer_or_skip(void)
{
    const char *path = getenv("SPEELVELD_RENDER");
    sv_renderer *renderer = NULL;
    if (!path)
        skip();
    assert_int_equal(sv_renderer_new(path, &renderer, NULL), SV_OK);
    return renderer;
}

static void fill(sv_legend *legend, size_t n)
{
    const sv_mark disc = {.shape = SV_SHAPE_CIRCLE, .width = 16, .height = 16, .text = "+", .font_size = 9};
    sv_legend_heading(legend, "Standpunt");
    for (size_t i = 0; i < n; i++)
        sv_legend_add(legend,
                      &(sv_legend_entry){.text = i % 4 ? "voor" : "een uitleg die niet op één regel past en dus breekt", .mark = disc});
    sv_legend_heading(legend, "Lijnen");
    sv_legend_add(legend, &(sv_legend_entry){.text = "relatie", .line = {.colour = 0xFF, .width = 1}});
}

static void entries_stand_below_each_other(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    const sv_page *page = sv_page_get(SV_PAGE_SLIDE);
    sv_legend legend = {0};
    sv_picture picture;
    double discs = NAN, words = NAN, below = 400;
    (void)state;
    fill(&legend, 6);
    assert_int_equal(sv_legend_measure(&legend, renderer, page, 400, NULL), SV_OK);
    assert_true(legend.width <= page->legend_width && legend.height <= 400);
    sv_picture_init(&picture, 960, 540);
    sv_legend_draw(&legend, &picture, sv_theme_get(SV_THEME_LIGHT), 700, 400);
    assert_int_equal(picture.n_marks, 6 + 6 + 3); /* discs, their words; two headings and the words of the line */
    assert_int_equal(picture.n_lines, 1);
    for (size_t i = 0; i < picture.n_marks; i++) {
        const sv_mark *mark = &picture.marks[i];
        bool disc = mark->shape == SV_SHAPE_CIRCLE, heading = mark->bold;
        double left = mark->x - mark->width / 2;
        assert_string_equal(mark->classes, "legend");
        assert_true(mark->font_size >= 9);
        if (disc) {
            assert_true(isnan(discs) || fabs(mark->x - discs) < 1e-9); /* one column */
            discs = mark->x;
            continue;
        }
        assert_true(mark->y + mark->height / 2 <= below + 1e-9);
        below = mark->y - mark->height / 2;
        if (!heading) {
            assert_true(isnan(words) || fabs(left - words) < 1e-9);
            words = left;
        }
    }
    assert_true(400 - below <= legend.height + 1e-9);
    sv_picture_clear(&picture);
    sv_legend_clear(&legend);
    sv_renderer_free(renderer);
}

static void a_long_one_moves_closer_together(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    sv_legend legend = {0};
    double roomy;
    (void)state;
    fill(&legend, 16);
    assert_int_equal(sv_legend_measure(&legend, renderer, sv_page_get(SV_PAGE_SLIDE), 2000, NULL), SV_OK);
    roomy = legend.height;
    assert_int_equal(sv_legend_measure(&legend, renderer, sv_page_get(SV_PAGE_SLIDE), roomy - 20, NULL), SV_OK);
    assert_true(legend.height <= roomy - 20);
    sv_legend_clear(&legend);
    sv_renderer_free(renderer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(entries_stand_below_each_other),
                                       cmocka_unit_test(a_long_one_moves_closer_together)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

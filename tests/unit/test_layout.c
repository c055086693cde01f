/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layout: who is tied stands near, the page is used, parts do not mix, loners stand in rows, pins hold. */
#include "draw/layout.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { most = 60 };
static const sv_rect page = {20, 30, 760, 440};

typedef struct field {
    sv_renderer *renderer;
    sv_figure figures[most];
    sv_link links[2 * most];
    sv_scene scene;
    sv_layout layout;
    sv_rect apart;
    bool clear;
} field;

static field *new_field(size_t n)
{
    field *f = calloc(1, sizeof *f);
    const char *path = getenv("SPEELVELD_RENDER");
    if (!path) {
        free(f);
        skip();
    }
    assert_int_equal(sv_renderer_new(path, &f->renderer, NULL), SV_OK);
    for (size_t i = 0; i < n; i++)
        f->figures[i] = (sv_figure){.width = 20, .height = 20, .label_width = 46, .label_height = 11};
    f->scene.n = n;
    f->scene.links = f->links;
    return f;
}

static void tie(field *f, size_t from, size_t to)
{
    f->links[f->scene.n_links++] = (sv_link){.from = from, .to = to, .strength = 2};
}

static void place(field *f)
{
    assert_int_equal(sv_layout_new(f->renderer, f->figures, &f->scene, 740.0 / 410, 1, &f->layout, NULL), SV_OK);
    assert_int_equal(sv_layout_fit(&f->layout, f->figures, &page, 4, &f->apart, &f->clear, NULL), SV_OK);
}

static void free_field(field *f)
{
    sv_layout_clear(&f->layout);
    sv_renderer_free(f->renderer);
    free(f);
}

static void check_on_page(const field *f)
{
    assert_true(f->clear);
    for (size_t i = 0; i < f->scene.n; i++) {
        sv_rect box = sv_figure_both(&f->figures[i]);
        assert_true(box.left >= page.left - 0.1 && box.right <= page.right + 0.1 && box.bottom >= page.bottom - 0.1 &&
                    box.top <= page.top + 0.1);
        for (size_t j = i + 1; j < f->scene.n; j++)
            assert_false(sv_figures_touch(&f->figures[i], &f->figures[j], 0));
    }
}

static double apart(const field *f, size_t a, size_t b)
{
    return hypot(f->figures[a].x - f->figures[b].x, f->figures[a].y - f->figures[b].y);
}

/* A chain of ten lies along the page: it uses most of its width, and neighbours are nearer than ends. */
static void a_chain_lies_across(void **state)
{
    field *f = new_field(10);
    double left = HUGE_VAL, right = -HUGE_VAL;
    (void)state;
    for (size_t i = 1; i < 10; i++)
        tie(f, i - 1, i);
    place(f);
    check_on_page(f);
    for (size_t i = 0; i < 10; i++) {
        left = fmin(left, f->figures[i].x);
        right = fmax(right, f->figures[i].x);
    }
    assert_true(right - left > 0.7 * (page.right - page.left));
    assert_true(apart(f, 0, 1) < apart(f, 0, 9) / 3);
    free_field(f);
}

/* Twelve who all know each other, and one far off: the others still get at least two thirds of the way across. */
static void one_far_off_takes_no_page(void **state)
{
    field *f = new_field(13);
    double left = HUGE_VAL, right = -HUGE_VAL, widest = 0, all;
    (void)state;
    for (size_t i = 0; i < 12; i++)
        for (size_t j = 0; j < i; j++)
            f->links[f->scene.n_links++] = (sv_link){.from = j, .to = i, .strength = 4};
    f->links[f->scene.n_links++] = (sv_link){.from = 3, .to = 12, .strength = 0};
    place(f);
    check_on_page(f);
    for (size_t i = 0; i < 12; i++) {
        left = fmin(left, f->layout.x[i]);
        right = fmax(right, f->layout.x[i]);
    }
    widest = fmax(left - f->layout.x[12], f->layout.x[12] - right);
    all = fmax(right, f->layout.x[12]) - fmin(left, f->layout.x[12]);
    assert_true(widest > 0 && widest < all / 3);
    free_field(f);
}

/* Two stars of eight: everyone is nearer to the own centre than to the other. */
static void parts_do_not_mix(void **state)
{
    field *f = new_field(16);
    (void)state;
    for (size_t i = 1; i < 8; i++) {
        tie(f, 0, i);
        tie(f, 8, 8 + i);
    }
    place(f);
    check_on_page(f);
    assert_int_equal(f->layout.n_parts, 2);
    for (size_t i = 1; i < 8; i++) {
        assert_true(apart(f, 0, i) < apart(f, 8, i));
        assert_true(apart(f, 8, 8 + i) < apart(f, 0, 8 + i));
    }
    free_field(f);
}

static void loners_stand_in_rows_below(void **state)
{
    field *f = new_field(20);
    (void)state;
    for (size_t i = 1; i < 8; i++)
        tie(f, 0, i);
    place(f);
    check_on_page(f);
    assert_int_equal(f->layout.n_apart, 12);
    assert_true(f->apart.top > f->apart.bottom);
    for (size_t i = 0; i < 8; i++)
        assert_true(sv_figure_both(&f->figures[i]).bottom > f->apart.top);
    for (size_t i = 8; i < 20; i++)
        assert_true(sv_figure_both(&f->figures[i]).top <= f->apart.top);
    assert_true(fabs(f->figures[8].y - f->figures[9].y) < 1e-9);
    free_field(f);
}

/* Nobody is tied: rows over the whole page, no area set apart. */
static void only_loners_use_the_page(void **state)
{
    field *f = new_field(30);
    (void)state;
    place(f);
    check_on_page(f);
    assert_true(f->apart.top <= f->apart.bottom);
    free_field(f);
}

static void pins_hold(void **state)
{
    field *f = new_field(12);
    (void)state;
    for (size_t i = 1; i < 12; i++)
        tie(f, 0, i);
    f->figures[0].pinned = f->figures[5].pinned = true;
    f->figures[0].x = 200, f->figures[0].y = 300;
    f->figures[5].x = 600, f->figures[5].y = 100;
    place(f);
    check_on_page(f);
    assert_true(f->figures[0].x == 200 && f->figures[0].y == 300 && f->figures[5].x == 600 && f->figures[5].y == 100);
    free_field(f);
}

static void the_same_places_every_time(void **state)
{
    field *a = new_field(40), *b = new_field(40);
    (void)state;
    for (size_t i = 1; i < 40; i++) {
        tie(a, i, i / 3);
        tie(b, i, i / 3);
    }
    place(a);
    place(b);
    check_on_page(a);
    assert_memory_equal(a->figures, b->figures, sizeof a->figures);
    free_field(a);
    free_field(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_chain_lies_across),       cmocka_unit_test(one_far_off_takes_no_page),
                                       cmocka_unit_test(parts_do_not_mix),          cmocka_unit_test(loners_stand_in_rows_below),
                                       cmocka_unit_test(only_loners_use_the_page),  cmocka_unit_test(pins_hold),
                                       cmocka_unit_test(the_same_places_every_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The theme: contrast as WCAG 2.1 asks it, 4.5 for text and 3 for what marks a shape; stance colours differ in grey too. */
#include "draw/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void contrast_is_the_published_one(void **state)
{
    (void)state;
    assert_true(fabs(sv_contrast(0x000000FF, 0xFFFFFFFF) - 21) < 1e-9);
    assert_true(fabs(sv_contrast(0x777777FF, 0xFFFFFFFF) - 4.48) < 0.01); /* the well-known grey that just fails */
    assert_true(fabs(sv_contrast(0xFFFFFFFF, 0x767676FF) - 4.54) < 0.01); /* and the one that just passes */
}

static void text_can_be_read(void **state)
{
    const sv_theme *t = sv_theme_light();
    (void)state;
    assert_true(sv_contrast(t->ink, t->page) >= 4.5);
    assert_true(sv_contrast(t->faint_ink, t->page) >= 4.5);
    assert_true(sv_contrast(t->page, t->badge) >= 4.5);
    assert_true(sv_contrast(t->ink, t->container) >= 4.5);
    for (size_t i = 0; i < SV_STANCES; i++)
        assert_true(sv_contrast(sv_theme_ink_on(t, t->stance[i]), t->stance[i]) >= 4.5);
    for (size_t i = 0; i < SV_CATEGORY_COLOURS; i++)
        assert_true(sv_contrast(sv_theme_ink_on(t, t->category[i]), t->category[i]) >= 4.5);
    assert_true(sv_contrast(sv_theme_ink_on(t, t->other), t->other) >= 4.5);
}

static void shapes_can_be_seen(void **state)
{
    const sv_theme *t = sv_theme_light();
    (void)state;
    assert_true(sv_contrast(t->outline, t->page) >= 3);
    assert_true(sv_contrast(t->bridge, t->page) >= 3);
    assert_true(sv_contrast(t->own, t->page) >= 3);
    assert_true(sv_contrast(t->container_outline, t->page) >= 3);
}

/* Against and for at the same strength are told apart by sign and hue; within a side, strength by lightness also in grey. */
static void strength_shows_in_grey(void **state)
{
    const sv_theme *t = sv_theme_light();
    (void)state;
    assert_true(sv_contrast(t->stance[0], t->stance[1]) >= 2);
    assert_true(sv_contrast(t->stance[4], t->stance[3]) >= 2);
}

static void pages_keep_their_type_large_enough(void **state)
{
    (void)state;
    for (int size = 0; size < SV_PAGE_SIZES; size++) {
        const sv_page *page = sv_page_get((sv_page_size)size);
        assert_true(page->title_least > 20 && page->title >= page->title_least);
        assert_true(page->smallest >= 9 && page->legend >= page->smallest && page->subtitle >= page->smallest);
        assert_true(page->legend_width < page->width / 3);
    }
    assert_true(sv_page_get(SV_PAGE_SLIDE)->width == 960 && sv_page_get(SV_PAGE_SLIDE)->height == 540);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(contrast_is_the_published_one), cmocka_unit_test(text_can_be_read),
                                       cmocka_unit_test(shapes_can_be_seen), cmocka_unit_test(strength_shows_in_grey),
                                       cmocka_unit_test(pages_keep_their_type_large_enough)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

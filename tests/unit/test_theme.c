/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The themes, by what WCAG 2.1 asks: 4.5:1 for every text on every background it can stand on, 3:1 for what marks a shape or a line.
 * Position colours stay apart for colour-blind people and on grey paper; nothing has to be told by colour alone.
 */
#include "draw/theme.h"

#include "colour_vision.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* How far apart positions stay at least, by CIE 1976; 2.3 is the least that can be noticed. */
#define APART_IN_COLOUR 20.0 /* for usual eyes and three kinds of colour-blind ones, in the themes with colour */
#define APART_IN_GREY 10.0   /* the same themes on a printer without colours */
#define APART_IN_PRINT 14.0  /* the print theme, in any eyes */

static void contrast_is_the_published_one(void **state)
{
    (void)state;
    assert_true(fabs(sv_contrast(0x000000FF, 0xFFFFFFFF) - 21) < 1e-9);
    assert_true(fabs(sv_contrast(0x777777FF, 0xFFFFFFFF) - 4.48) < 0.01); /* the well-known grey that just fails */
    assert_true(fabs(sv_contrast(0xFFFFFFFF, 0x767676FF) - 4.54) < 0.01); /* and the one that just passes */
    assert_int_equal(sv_colour_over(0x00000080, 0xFFFFFFFF), 0x7F7F7FFF); /* (0 x 128 + 255 x 127 + 127) / 255 = 127 */
    assert_int_equal(sv_colour_over(0x123456FF, 0xFFFFFFFF), 0x123456FF);
}

static void readable(const sv_theme *t, const char *what, uint32_t text, uint32_t behind)
{
    if (sv_contrast(text, behind) < 4.5) {
        print_error("%s: %s %08x on %08x is %.2f\n", t->id, what, (unsigned)text, (unsigned)behind, sv_contrast(text, behind));
        fail();
    }
}

static void text_can_be_read(void **state)
{
    (void)state;
    for (int theme = 0; theme < SV_THEMES; theme++) {
        const sv_theme *t = sv_theme_get((sv_theme_choice)theme);
        readable(t, "ink", t->ink, t->page);
        readable(t, "faint ink", t->faint_ink, t->page);
        readable(t, "audience", t->badge_ink, t->badge);
        readable(t, "ink on a container", t->ink, t->container);
        for (size_t i = 0; i < SV_ZONE_COLOURS; i++) {
            readable(t, "ink on a zone", t->ink, t->zone[i]);
            readable(t, "faint ink on a zone", t->faint_ink, t->zone[i]);
            readable(t, "ink on a veil on a zone", t->ink, sv_colour_over(t->veil, t->zone[i]));
        }
        for (size_t i = 0; i < SV_STANCES; i++)
            readable(t, "sign of a position", sv_theme_ink_on(t->stance[i]), t->stance[i]);
        for (size_t i = 0; i < SV_CATEGORY_COLOURS; i++)
            readable(t, "sign of a category", sv_theme_ink_on(t->category[i]), t->category[i]);
        for (size_t i = 0; i < SV_CAMP_COLOURS; i++)
            readable(t, "letter of a camp", sv_theme_ink_on(t->camp[i]), t->camp[i]);
        readable(t, "sign of others", sv_theme_ink_on(t->other), t->other);
        /* names stand on a veil, and beneath it a line or a shape's edge may run */
        readable(t, "ink on a veil on a tie", t->ink, sv_colour_over(t->veil, sv_colour_over(t->tie, t->page)));
        readable(t, "ink on a veil on money", t->ink, sv_colour_over(t->veil, sv_colour_over(t->funds, t->page)));
    }
}

static void visible(const sv_theme *t, const char *what, uint32_t colour)
{
    double least = sv_contrast(sv_colour_over(colour, t->page), t->page);
    for (size_t i = 0; i < SV_ZONE_COLOURS; i++)
        least = fmin(least, sv_contrast(sv_colour_over(colour, t->zone[i]), t->zone[i]));
    if (least < 3) {
        print_error("%s: %s is %.2f\n", t->id, what, least);
        fail();
    }
}

/* What marks a shape stands on the page and on zones; lines run over the page only. */
static void shapes_can_be_seen(void **state)
{
    (void)state;
    for (int theme = 0; theme < SV_THEMES; theme++) {
        const sv_theme *t = sv_theme_get((sv_theme_choice)theme);
        const uint32_t lines[] = {t->tie, t->member, t->funds, t->opposes, t->forbidden, t->container_outline};
        visible(t, "outline", t->outline);
        visible(t, "bridge", t->bridge);
        visible(t, "own", t->own);
        visible(t, "urgent", t->urgent);
        visible(t, "legitimate", t->legitimate);
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            assert_true(sv_contrast(sv_colour_over(lines[i], t->page), t->page) >= 3);
    }
}

/* The seen colours themselves: greys stay greys in any eyes, and what differs in the missing cone only is one colour. */
static void visions_are_as_published(void **state)
{
    double rgb[3];
    (void)state;
    for (int how = 0; how < VISIONS; how++)
        for (uint32_t grey = 0; grey <= 0xFF; grey += 0x33) {
            seen_as(grey * 0x01010100u | 0xFF, (vision)how, rgb);
            assert_true(fabs(rgb[0] - rgb[1]) < 2e-3 && fabs(rgb[1] - rgb[2]) < 2e-3);
        }
    /* Viénot and others (1999): a protanope sees pure red as 0.1124 of yellow, a deuteranope as 0.2928 (linear; the red
       of their monitor was a little other than that of sRGB) */
    seen_as(0xFF0000FF, VISION_PROTANOPIA, rgb);
    assert_true(fabs(rgb[0] - 0.1124) < 0.006 && fabs(rgb[1] - 0.1124) < 0.006 && rgb[2] < 0.006);
    seen_as(0xFF0000FF, VISION_DEUTERANOPIA, rgb);
    assert_true(fabs(rgb[0] - 0.2928) < 0.006 && fabs(rgb[1] - 0.2928) < 0.006);
    assert_true(seen_apart(0xFF0000FF, 0x00FF00FF, VISION_USUAL) > 150);
    assert_true(seen_apart(0xC08000FF, 0x809C00FF, VISION_DEUTERANOPIA) < 15); /* an ochre and an olive */
    assert_true(seen_apart(0x000000FF, 0xFFFFFFFF, VISION_GREY) > 99.9);
}

/* Every two of n colours keep their distance in all eyes, and on grey paper. */
static void told_apart(const sv_theme *t, const char *what, const uint32_t *colours, size_t n)
{
    for (int how = 0; how < VISIONS; how++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = i + 1; j < n; j++) {
                double apart = seen_apart(colours[i], colours[j], (vision)how);
                double least = t == sv_theme_get(SV_THEME_PRINT) ? APART_IN_PRINT : how == VISION_GREY ? APART_IN_GREY : APART_IN_COLOUR;
                if (apart < least) {
                    print_error("%s: %s %zu and %zu are %.1f apart in vision %d\n", t->id, what, i, j, apart, how);
                    fail();
                }
            }
}

static void positions_and_camps_are_told_apart(void **state)
{
    (void)state;
    for (int theme = 0; theme < SV_THEMES; theme++) {
        const sv_theme *t = sv_theme_get((sv_theme_choice)theme);
        told_apart(t, "positions", t->stance, SV_STANCE_UNKNOWN);
        told_apart(t, "camps", t->camp, SV_CAMP_COLOURS);
    }
}

static bool is_grey(uint32_t colour)
{
    return (colour >> 24) == ((colour >> 16) & 0xFF) && (colour >> 24) == ((colour >> 8) & 0xFF);
}

/* Print has no colour; from strongly against to strongly in favour it darkens; the four categories there are most of differ clearly. */
static void print_needs_no_colour(void **state)
{
    const sv_theme *t = sv_theme_get(SV_THEME_PRINT);
    const uint32_t plain[] = {
        t->page,  t->ink,    t->faint_ink, t->rule,    t->outline,   t->bridge, t->own,       t->container, t->container_outline,
        t->tie,   t->member, t->funds,     t->opposes, t->forbidden, t->badge,  t->badge_ink, t->urgent,    t->legitimate,
        t->other, t->veil};
    (void)state;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_true(is_grey(plain[i]));
    for (size_t i = 0; i < SV_STANCES; i++)
        assert_true(is_grey(t->stance[i]));
    for (size_t i = 0; i < SV_CATEGORY_COLOURS; i++)
        assert_true(is_grey(t->category[i]));
    for (size_t i = 0; i < SV_ZONE_COLOURS; i++)
        assert_true(is_grey(t->zone[i]));
    for (size_t i = 0; i < SV_CAMP_COLOURS; i++)
        assert_true(is_grey(t->camp[i]));
    assert_int_equal(t->page, 0xFFFFFFFF);
    for (size_t i = 1; i < SV_STANCE_UNKNOWN; i++)
        assert_true(t->stance[i] < t->stance[i - 1]);
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < i; j++)
            assert_true(seen_apart(t->category[i], t->category[j], VISION_GREY) >= APART_IN_GREY);
}

static void pages_keep_their_type_large_enough(void **state)
{
    (void)state;
    for (int size = 0; size < SV_PAGE_SIZES; size++) {
        const sv_page *page = sv_page_get((sv_page_size)size);
        assert_true(page->title_least > 20 && page->title >= page->title_least);
        assert_true(page->smallest >= 9 && page->legend >= page->smallest && page->subtitle >= page->smallest);
        assert_true(9 * page->scale >= page->smallest - 1e-9); /* names are set in 9 points times the scale */
        assert_true(page->legend_width < page->width / 3 && page->width > page->height);
    }
    /* 16:9 of 1920 x 1080 at 144 dpi; ISO 216: A4 297 x 210 mm, A3 420 x 297, A1 841 x 594, at 72 points an inch of 25.4 mm */
    assert_true(sv_page_get(SV_PAGE_SLIDE)->width == 960 && sv_page_get(SV_PAGE_SLIDE)->height == 540);
    assert_true(fabs(sv_page_get(SV_PAGE_A4)->width - 297 * 72 / 25.4) < 1 && fabs(sv_page_get(SV_PAGE_A4)->height - 210 * 72 / 25.4) < 1);
    assert_true(fabs(sv_page_get(SV_PAGE_A3)->width - 420 * 72 / 25.4) < 1 && fabs(sv_page_get(SV_PAGE_A3)->height - 297 * 72 / 25.4) < 1);
    assert_true(fabs(sv_page_get(SV_PAGE_POSTER)->width - 841 * 72 / 25.4) < 1 &&
                fabs(sv_page_get(SV_PAGE_POSTER)->height - 594 * 72 / 25.4) < 1);
}

static void they_are_found_by_name(void **state)
{
    sv_page_size page = SV_PAGE_SLIDE;
    sv_theme_choice theme = SV_THEME_LIGHT;
    (void)state;
    assert_true(sv_page_find("A3", &page) && page == SV_PAGE_A3);
    assert_true(sv_theme_find("dark", &theme) && theme == SV_THEME_DARK);
    assert_false(sv_page_find("a5", &page));
    assert_false(sv_theme_find("", &theme));
    assert_true(page == SV_PAGE_A3 && theme == SV_THEME_DARK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_the_published_one),
        cmocka_unit_test(text_can_be_read),
        cmocka_unit_test(shapes_can_be_seen),
        cmocka_unit_test(visions_are_as_published),
        cmocka_unit_test(positions_and_camps_are_told_apart),
        cmocka_unit_test(print_needs_no_colour),
        cmocka_unit_test(pages_keep_their_type_large_enough),
        cmocka_unit_test(they_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The check of pictures, checked: it must find each fault in a picture that was drawn wrong on purpose. */
#include "svg_boxes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define PAGE "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><g transform=\"scale(1 1) translate(0 100)\">"
#define END "</g></svg>"
#define DISC(id, x, y)                                                                                                                     \
    "<g id=\"actor-" id "\" class=\"actor person\"><ellipse stroke-width=\"2\" cx=\"" x "\" cy=\"" y "\" rx=\"9\" ry=\"9\"/></g>"
#define LABEL(id, x, y, size)                                                                                                              \
    "<g id=\"label-" id "\" class=\"label\"><text text-anchor=\"middle\" x=\"" x "\" y=\"" y "\" font-size=\"" size "\">Jansen</text></g>"
#define TITLE(size) "<g id=\"title\" class=\"title\"><text text-anchor=\"start\" x=\"5\" y=\"-75\" font-size=\"" size "\">Titel</text></g>"

static size_t faults_in(const char *svg)
{
    svg_boxes boxes;
    size_t faults;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    faults = svg_boxes_faults(&boxes, 9);
    svg_boxes_clear(&boxes);
    return faults;
}

static void a_tidy_picture_has_no_faults(void **state)
{
    (void)state;
    assert_int_equal(faults_in(PAGE TITLE("21") DISC("a", "40", "-40") LABEL("a", "40", "-20", "9") DISC("b", "120", "-40")
                                   LABEL("b", "120", "-20", "9") END),
                     0);
}

static void each_fault_is_found(void **state)
{
    (void)state;
    assert_int_equal(faults_in(PAGE LABEL("a", "40", "-20", "9") LABEL("b", "50", "-22", "9") END), 1); /* label on label */
    assert_int_equal(faults_in(PAGE LABEL("a", "40", "-40", "9") DISC("b", "52", "-42") END), 1);       /* label on another's shape */
    assert_int_equal(faults_in(PAGE LABEL("a", "40", "-40", "9") DISC("a", "52", "-42") END), 0);       /* on its own is no fault */
    assert_int_equal(faults_in(PAGE DISC("a", "40", "-40") DISC("b", "55", "-42") END), 1);             /* shape on shape */
    assert_int_equal(faults_in(PAGE LABEL("a", "10", "-40", "9") END), 1);                              /* off the page at the left */
    assert_int_equal(faults_in(PAGE LABEL("a", "192", "-40", "9") END), 1);                             /* at the right */
    assert_int_equal(faults_in(PAGE DISC("a", "60", "-5") END), 1);                                     /* a shape, at the bottom */
    assert_int_equal(faults_in(PAGE LABEL("a", "60", "-40", "8.9") END), 1);                            /* 8.9 is not 9 */
    assert_int_equal(faults_in(PAGE TITLE("20") END), 1);                                               /* "over 20" */
    assert_int_equal(faults_in(PAGE TITLE("21") LABEL("a", "25", "-72", "9") END), 1);                  /* label on the title */
    assert_int_equal(faults_in(PAGE DISC("a", "40", "-40") DISC("a", "140", "-40") END), 1);            /* one id twice */
}

#define INK(id, fill, text)                                                                                                                \
    "<g id=\"label-" id "\" class=\"label\"><polygon fill=\"" fill                                                                         \
    "\" points=\"20,-50 90,-50 90,-30 20,-30\"/><text text-anchor=\"middle\" "                                                             \
    "x=\"60\" y=\"-40\" font-size=\"9\" fill=\"" text "\">Jansen</text></g>"

static size_t faint_in(const char *svg, bool coloured)
{
    svg_boxes boxes;
    size_t faults;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    faults = coloured ? svg_boxes_coloured(&boxes) : svg_boxes_faint(&boxes);
    svg_boxes_clear(&boxes);
    return faults;
}

/* #767676 is the lightest grey that keeps 4.5:1 on white (4.54), #777777 does not (4.48). */
static void contrast_is_looked_at(void **state)
{
    (void)state;
    assert_true(svg_contrast(0x000000, 0xFFFFFF) > 20.99 && svg_contrast(0xFFFFFF, 0x000000) < 21.01);
    assert_int_equal(faint_in(PAGE INK("a", "#ffffff", "#767676") END, false), 0);
    assert_int_equal(faint_in(PAGE INK("a", "#ffffff", "#777777") END, false), 1);
    assert_int_equal(faint_in(PAGE INK("a", "#000000", "#ffffff") END, false), 0);
    assert_int_equal(faint_in(PAGE "<g id=\"zone-1\" class=\"zone\"><polygon fill=\"#333333\" points=\"0,0 190,0 190,-90 0,-90\"/></g>"
                                   "<g id=\"label-a\" class=\"label\"><text x=\"60\" y=\"-40\" font-size=\"9\">Jansen</text></g>" END,
                              false),
                     1); /* black on a dark zone */
    assert_int_equal(
        faint_in(PAGE "<g id=\"line-1\" class=\"tie\"><path fill=\"none\" stroke=\"#aaaaaa\" d=\"M0,-10C5,-10 8,-10 20,-10\"/></g>" END,
                 false),
        1); /* 2.32 on white */
    assert_int_equal(faint_in(PAGE INK("a", "#ffffff", "#333333") END, true), 0);
    assert_int_equal(faint_in(PAGE INK("a", "#fffffe", "#333333") END, true), 1);
}

/* "Jansen" at 9 in DejaVu Sans: its letters (J .295 a .613 n .634 s .521 e .615 n .634 make 3.312 em, x 9 = 29.8 points. */
static void widths_are_measured(void **state)
{
    const char *svg = PAGE LABEL("a", "60", "-40", "9") END;
    svg_boxes boxes;
    double width;
    (void)state;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    width = boxes.items[0].text_right - boxes.items[0].text_left;
    assert_true(width > 28.5 && width < 30); /* ink leaves out the space around it */
    assert_string_equal(svg_boxes_find(&boxes, "label-a")->text, "Jansen");
    assert_int_equal(svg_boxes_count(&boxes, "label"), 1);
    assert_int_equal(svg_boxes_count(&boxes, "lab"), 0);
    svg_boxes_clear(&boxes);
}

static void what_is_no_picture_is_refused(void **state)
{
    svg_boxes boxes;
    (void)state;
    assert_false(svg_boxes_read("<svg", 4, &boxes));
    assert_false(svg_boxes_read("<html/>", 7, &boxes));
    svg_boxes_clear(&boxes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_tidy_picture_has_no_faults), cmocka_unit_test(each_fault_is_found),
                                       cmocka_unit_test(contrast_is_looked_at), cmocka_unit_test(widths_are_measured),
                                       cmocka_unit_test(what_is_no_picture_is_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

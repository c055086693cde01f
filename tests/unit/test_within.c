/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pictures within a page of text: every view in the room a handout has left, from a lot to little. Nothing overlaps or is cut, no type is
 * under 8 points, and title, source and audience are left to the page. And the room itself, on a page whose heights are known.
 */
#include "drawing.h"
#include "svg_faults.h"

#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void within(const char *path, size_t view, double height)
{
    drawing d = drawing_prepare(path, sv_view_get(view)->id);
    size_t faults;
    d.options.width = 539;
    d.options.height = height;
    d.options.to = sv_map_find_actor(d.map.map, strstr(path, "waterrijk") ? "van-den-bosch" : "van-doorn");
    drawing_draw(&d);
    if (d.status == SV_DATA) { /* nothing to draw of this kind in this map */
        drawing_clear(&d);
        return;
    }
    assert_int_equal(d.status, SV_OK);
    faults = svg_boxes_faults(&d.boxes, 8);
    if (faults)
        print_error("%s of %s, %g points high: %zu faults\n", sv_view_get(view)->id, path, height, faults);
    assert_int_equal(faults, 0);
    assert_true(svg_boxes_find(&d.boxes, "sentence") || svg_boxes_find(&d.boxes, "finding"));
    assert_null(svg_boxes_find(&d.boxes, "title"));
    assert_null(svg_boxes_find(&d.boxes, "audience"));
    assert_null(strstr(d.bytes, "verzonnen")); /* the source */
    assert_non_null(strstr(d.bytes, "width=\"539pt\""));
    drawing_clear(&d);
}

static void every_view_fits_a_handout(void **state)
{
    static const double heights[] = {360, 400, 600};
    (void)state;
    for (size_t view = 0; view < sv_view_count(); view++)
        for (size_t i = 0; i < sizeof heights / sizeof *heights; i++)
            if (strcmp(sv_view_get(view)->id, "change") != 0) { /* which needs another map */
                within("data/buurthuis", view, heights[i]);
                within("data/waterrijk", view, heights[i]);
            }
}

/*
 * Beyond the title of one line there is nothing: the picture gets the page but for margins, title and foot. Every line of text takes of
 * it what a line is high, and text far too long leaves 360 points.
 */
static void texts_take_room_from_the_picture(void **state)
{
    static char words[30001];
    sv_handout handout = {
        .language = SV_DUTCH, .title = "Een bankje", .subtitle = "", .message = "", .support = "", .ask = "", .source = ""};
    double width, bare, one, both;
    (void)state;
    for (size_t i = 0; i < 30000; i += 5)
        memcpy(words + i, "meer ", 5);
    assert_int_equal(sv_report_handout_room(&handout, &width, &bare, NULL), SV_OK);
    assert_true(width > 500 && width < 595 && bare > 640 && bare < 842);
    handout.ask = "Zet er een.";
    assert_int_equal(sv_report_handout_room(&handout, &width, &one, NULL), SV_OK);
    assert_true(one < bare - 40 && one > bare - 100);
    handout.support = "Ja."; /* beside the ask: it takes no room of its own */
    assert_int_equal(sv_report_handout_room(&handout, &width, &both, NULL), SV_OK);
    assert_true(both > one - 0.01 && both < one + 0.01);
    handout.message = handout.support = handout.ask = words;
    assert_int_equal(sv_report_handout_room(&handout, &width, &one, NULL), SV_OK);
    assert_true(one >= 360);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_view_fits_a_handout), cmocka_unit_test(texts_take_room_from_the_picture)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

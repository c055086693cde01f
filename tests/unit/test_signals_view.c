/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The signals view: squares with their numbers, totals, what comes back, and what the public does not see. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *text_of(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    return box ? box->text : "";
}

/* On 1 October 2026, by hand from the sheet: ontmoeting 22 + 48 + 12 + 31 = 113, of it 70 in the Rivierbuurt; 31 in the last
   91 days and 48 + 12 = 60 in the 91 before, so it is heard less. */
static void the_sample(void **state)
{
    drawing d = drawing_prepare_for("data/waterrijk", "signals", SV_TEAM);
    (void)state;
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "theme-1-0"), "ontmoeting\u00A0↻\u00A0↓");
    assert_string_equal(text_of(&d, "place-1-0"), "Rivierbuurt");
    assert_string_equal(text_of(&d, "cell-1-1"), "70");
    assert_string_equal(text_of(&d, "cell-1-3"), "");
    assert_string_equal(text_of(&d, "cell-1-8"), "113");
    assert_string_equal(text_of(&d, "cell-8-8"), "226");
    assert_string_equal(text_of(&d, "finding"),
                        "Het meest gehoord: ontmoeting (Rivierbuurt), 70 van de 226 keer. 5 van de 7 thema’s komen terug.");
    assert_true(drawing_legend_has(&d, "70 keer") && drawing_legend_has(&d, "4 keer"));
    /* a darker square for more: 70, 31 and 12 */
    assert_true(svg_boxes_find(&d.boxes, "cell-1-1")->fill < svg_boxes_find(&d.boxes, "cell-1-2")->fill);
    assert_true(svg_boxes_find(&d.boxes, "cell-1-2")->fill < svg_boxes_find(&d.boxes, "cell-1-4")->fill);
    /* a day before the last two: 31 and 4 are not counted, and that is said */
    d.options.as_of = 20260916;
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "left-out"), "2 signalen van na 16 september 2026 tellen niet mee");
    drawing_clear(&d);
}

static void the_public_sees_no_small_numbers(void **state)
{
    char *folder = make_folder();
    drawing d;
    (void)state;
    put_file(folder, "Actors.csv", "id,name,visibility\na,Anna,public\n");
    put_file(folder, "Signals.csv",
             "date,theme,neighbourhood,count,visibility\n2026-03-01,geld,Noord,20,public\n2026-03-01,geld,Zuid,10,public\n"
             "2026-03-01,zorg,Zuid,5,public\n2026-03-01,zorg,West,2,public\n2026-03-01,rust,Noord,6,public\n"
             "2026-03-01,rust,West,6,public\n");
    d = drawing_prepare_for(folder, "signals", SV_PUBLIC);
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "hidden"), 4); /* as worked by hand in test_signal_table.c */
    assert_int_equal(svg_boxes_count(&d.boxes, "cell"), 9);
    assert_true(drawing_legend_has(&d, "niet verteld"));
    assert_null(strstr(d.bytes, "↻"));
    assert_null(strstr(d.bytes, ">2<"));
    assert_null(strstr(d.bytes, ">5<"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void none_is_said(void **state)
{
    drawing d = drawing_prepare("data/buurthuis", "signals");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_EMPTY);
    drawing_clear(&d);
    d = drawing_prepare_for("data/waterrijk", "signals", SV_PUBLIC); /* of one issue the public gets no counts */
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_EMPTY);
    drawing_clear(&d);
}

/* 40 themes by 25 places, theme i in place k heard i + k + 1 times: 40 x 25 x (19.5 + 12 + 1) = 32,500. */
static char *many(void)
{
    char *folder = make_folder(), *rows = calloc(1, 100000);
    size_t n = (size_t)sprintf(rows, "date,theme,neighbourhood,count\n");
    for (int i = 0; i < 40; i++)
        for (int k = 0; k < 25; k++)
            n += (size_t)sprintf(rows + n, "2026-03-01,een thema met een lange naam %d,Buurt aan de Overkant %d,%d\n", i, k, i + k + 1);
    put_file(folder, "Actors.csv", "id,name\na,Anna\n");
    put_file(folder, "Signals.csv", rows);
    free(rows);
    return folder;
}

static void a_large_table(void **state)
{
    char *folder = many();
    drawing d = drawing_tidy(folder, "signals", false);
    (void)state;
    assert_non_null(strstr(d.bytes, ">32.500<"));
    drawing_check_pages(&d);
    drawing_clear(&d);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample),
        cmocka_unit_test(the_public_sees_no_small_numbers),
        cmocka_unit_test(none_is_said),
        cmocka_unit_test(a_large_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

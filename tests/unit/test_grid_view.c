/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The grid view: four parts by power and interest, marks by urgency and legitimacy, and who has no place on it. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* power, interest, urgency, legitimacy: a definitive, b dormant, c dependent, d outsider, e without a rating of interest */
static const char actors[] = "id,name,power,interest,urgency,legitimacy\n"
                             "a,Anna,4,3,3,4\nb,Bram,3,1,2,2\nc,Cor,2,4,4,3\nd,Dina,0,0,,0\ne,Eva,3,,4,4\n";

static char *grid_map(const char *rows)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", rows);
    put_file(folder, "Ties.csv", "from,to\na,b\nb,c\n");
    return folder;
}

static bool stands_in(const drawing *d, const char *id, const char *zone)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id), *around = svg_boxes_find(&d->boxes, zone);
    assert_non_null(box);
    assert_non_null(around);
    return box->left > around->left && box->right < around->right && box->top > around->top && box->bottom < around->bottom;
}

static void four_parts(void **state)
{
    char *folder = grid_map(actors);
    drawing d = drawing_tidy(folder, "grid", false);
    (void)state;
    assert_string_equal(svg_boxes_find(&d.boxes, "zone-name-1")->text, "Tevreden houden (1)");
    assert_string_equal(svg_boxes_find(&d.boxes, "zone-name-2")->text, "Samen optrekken (1)");
    assert_string_equal(svg_boxes_find(&d.boxes, "finding")->text, "1 actor heeft veel macht én veel belang.");
    assert_true(stands_in(&d, "actor-a", "zone-2") && stands_in(&d, "label-a", "zone-2") == false); /* a label is text, not a shape */
    assert_true(stands_in(&d, "actor-b", "zone-1"));
    assert_true(stands_in(&d, "actor-c", "zone-4"));
    assert_true(stands_in(&d, "actor-d", "zone-3"));
    assert_null(svg_boxes_find(&d.boxes, "actor-e"));
    assert_string_equal(svg_boxes_find(&d.boxes, "left-out")->text, "1 actor zonder cijfer voor macht en belang staat er niet op");
    assert_int_equal(d.report.drawn, 4);
    assert_int_equal(d.report.unplaced, 1);
    assert_int_equal(d.report.left_out, 0);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Of the three with power 3 or more and interest 3 or more, one is for and of one nobody knows, and the clerk takes no side. */
static void the_finding_says_on_which_side_they_are(void **state)
{
    char *folder =
        grid_map("id,name,kind,power,interest\na,Anna,resident,4,3\nb,Bram,resident,3,4\nc,Cor,resident,2,4\ng,Griet,clerk,3,3\n");
    drawing d;
    (void)state;
    put_file(folder, "Issues.csv", "id,title\nx,Two evenings open\n");
    put_file(folder, "Positions.csv", "actor,issue,position\na,x,3\nc,x,-3\ng,x,-4\n");
    d = drawing_tidy(folder, "grid", false);
    assert_string_equal(svg_boxes_find(&d.boxes, "finding")->text,
                        "3 actoren hebben veel macht én veel belang: 1 voor, 1 onbekend, 1 kiest geen kant.");
    drawing_clear(&d);
    remove_folder(folder);
}

static void marks_say_who_is_urgent_and_legitimate(void **state)
{
    char *folder = grid_map(actors);
    drawing d = drawing_tidy(folder, "grid", false);
    (void)state;
    assert_non_null(svg_boxes_find(&d.boxes, "urgent-a"));
    assert_non_null(svg_boxes_find(&d.boxes, "legitimate-a"));
    assert_null(svg_boxes_find(&d.boxes, "urgent-b"));
    assert_null(svg_boxes_find(&d.boxes, "legitimate-b"));
    assert_non_null(svg_boxes_find(&d.boxes, "urgent-c"));
    assert_non_null(svg_boxes_find(&d.boxes, "legitimate-c"));
    assert_int_equal(svg_boxes_count(&d.boxes, "badge"), 4);
    assert_non_null(strstr(d.bytes, "beslissend: macht, recht van spreken en haast")); /* Anna's tooltip */
    assert_non_null(strstr(d.bytes, "afhankelijk: recht van spreken en haast"));       /* Cor's */
    assert_true(drawing_legend_has(&d, "beide tekens en veel macht: zij geven de doorslag (1)"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void a_map_without_ratings_is_said(void **state)
{
    char *folder = grid_map("id,name\na,Anna\nb,Bram\nc,Cor\n");
    drawing d = drawing_prepare(folder, "grid");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    /* outside the team there are no ratings, whatever the map has */
    d = drawing_prepare_for("data/waterrijk", "grid", SV_PUBLIC);
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_NOTHING_TO_DRAW);
    drawing_clear(&d);
    remove_folder(folder);
}

/* More than fit: those of a cell that are left out are counted in it, and all counts together are those left out. */
static void the_rest_is_counted(void **state)
{
    drawing d = drawing_tidy("data/waterrijk", "grid", false);
    size_t counted = 0;
    (void)state;
    for (size_t i = 0; i < d.boxes.n; i++)
        if (strcmp(d.boxes.items[i].classes, "more") == 0)
            counted += strtoul(d.boxes.items[i].text + 1, NULL, 10);
    assert_true(d.report.left_out > 0 && d.report.drawn >= 40);
    assert_int_equal(counted, d.report.left_out);
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), d.report.drawn);
    drawing_clear(&d);
    d = drawing_tidy("data/waterrijk", "grid", true);
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 88);
    assert_int_equal(d.report.left_out, 0);
    drawing_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_parts),
        cmocka_unit_test(the_finding_says_on_which_side_they_are),
        cmocka_unit_test(marks_say_who_is_urgent_and_legitimate),
        cmocka_unit_test(a_map_without_ratings_is_said),
        cmocka_unit_test(the_rest_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

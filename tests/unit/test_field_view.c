/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The field view: sides and rows by the map, forces worked by hand, unknown and the clerk apart, and what the public may see. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A map in a folder: actors, their positions on issue x, and a tie between the first two; the caller removes it. */
static char *field_map(const char *actors, const char *positions)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Issues.csv", "id,title,visibility\nx,Two evenings open,public\n");
    put_file(folder, "Positions.csv", positions);
    put_file(folder, "Ties.csv", "from,to,visibility\na,b,public\n");
    return folder;
}

static double middle_x(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    assert_non_null(box);
    return box->has_shape ? (box->left + box->right) / 2 : (box->text_left + box->text_right) / 2;
}

static double middle_y(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    assert_non_null(box);
    return box->has_shape ? (box->top + box->bottom) / 2 : (box->text_top + box->text_bottom) / 2;
}

static const char team_actors[] =
    "id,name,kind,power\na,Anna,resident,4\nb,Bram,resident,2\nc,Cor,resident,1\nd,Dina,resident,3\ng,Griet,clerk,4\nu,Ugur,resident,\n";

/*
 * Anna power 4, salience 2, position 3: 24 for. Bram 2 x 1 x 1 = 2 for. Cor 1 x 3 x 4 = 12 against. Dina has no position.
 * The clerk takes no side, and of Ugur nobody stated the power: they stand there and weigh nothing.
 */
static void forces_are_added_up(void **state)
{
    char *folder = field_map(team_actors, "actor,issue,position,salience\na,x,3,2\nb,x,1,1\nc,x,-4,3\ng,x,4,4\nu,x,-2,4\n");
    drawing d = drawing_tidy(folder, "field", false);
    (void)state;
    assert_string_equal(svg_boxes_find(&d.boxes, "force-for")->text, "voor: 26");
    assert_string_equal(svg_boxes_find(&d.boxes, "force-against")->text, "tegen: 12");
    assert_string_equal(svg_boxes_find(&d.boxes, "finding")->text, "Voor weegt zwaarder (26) dan tegen (12).");
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "sentence")->text, "macht × gewicht × standpunt"));
    assert_string_equal(svg_boxes_find(&d.boxes, "zone-name-1")->text, "Tegen (2)"); /* Cor, and Ugur who weighs nothing */
    assert_string_equal(svg_boxes_find(&d.boxes, "zone-name-2")->text, "Neutraal (0)");
    assert_string_equal(svg_boxes_find(&d.boxes, "zone-name-3")->text, "Voor (2)");
    assert_string_equal(svg_boxes_find(&d.boxes, "zone-name-4")->text, "Onbekend (2)"); /* Dina and the clerk */
    /* the bar parts where the weights do: 12 of 38 */
    assert_true(svg_boxes_find(&d.boxes, "force-against")->right - svg_boxes_find(&d.boxes, "force-against")->left <
                0.34 * (svg_boxes_find(&d.boxes, "force-for")->right - svg_boxes_find(&d.boxes, "force-against")->left));
    drawing_clear(&d);
    remove_folder(folder);
}

static void everyone_stands_where_the_map_says(void **state)
{
    char *folder = field_map(team_actors, "actor,issue,position,salience\na,x,3,2\nb,x,1,1\nc,x,-4,3\ng,x,4,4\nu,x,-2,4\n");
    drawing d = drawing_tidy(folder, "field", false);
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 6);
    assert_true(middle_x(&d, "actor-c") < middle_x(&d, "actor-u") && middle_x(&d, "actor-u") < middle_x(&d, "actor-b"));
    assert_true(middle_x(&d, "actor-b") < middle_x(&d, "actor-a"));
    /* nobody's side, and the clerk's, stand apart at the right */
    assert_true(middle_x(&d, "actor-a") < middle_x(&d, "actor-d"));
    assert_true(middle_x(&d, "actor-g") > middle_x(&d, "actor-a"));
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "actor-g")->classes, "procedure"));
    /* y goes down: more power is higher; unknown power is below none */
    assert_true(middle_y(&d, "actor-a") < middle_y(&d, "actor-d") && middle_y(&d, "actor-d") < middle_y(&d, "actor-b"));
    assert_true(middle_y(&d, "actor-b") < middle_y(&d, "actor-c") && middle_y(&d, "actor-c") < middle_y(&d, "actor-u"));
    assert_string_equal(svg_boxes_find(&d.boxes, "y-axis")->text, "↑ Macht");
    drawing_clear(&d);
    remove_folder(folder);
}

/* No stated power in the map: rows are numbers of ties, and every actor weighs the same: 2 x 1 x 3 against 1 x 4. */
static void without_power_ties_are_the_rows(void **state)
{
    char *folder = field_map("id,name\na,Anna\nb,Bram\nc,Cor\n", "actor,issue,position,salience\na,x,3,2\nb,x,-4,1\n");
    drawing d = drawing_tidy(folder, "field", false);
    (void)state;
    assert_string_equal(svg_boxes_find(&d.boxes, "force-for")->text, "voor: 6");
    assert_string_equal(svg_boxes_find(&d.boxes, "force-against")->text, "tegen: 4");
    assert_string_equal(svg_boxes_find(&d.boxes, "y-axis")->text, "↑ Relaties");
    assert_true(middle_y(&d, "actor-a") < middle_y(&d, "actor-c")); /* one tie is higher than none */
    drawing_clear(&d);
    remove_folder(folder);
}

static void nobody_known_is_said(void **state)
{
    char *folder = field_map(team_actors, "actor,issue,position\na,x,unknown\n");
    drawing d = drawing_tidy(folder, "field", false);
    (void)state;
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "finding")->text, "Van niemand is een kant bekend"));
    assert_null(svg_boxes_find(&d.boxes, "force-for"));
    drawing_clear(&d);
    remove_folder(folder);
}

/*
 * For the public only where every politician's position is public with a source. A resident's position that is not simply does not stand
 * there, and nothing of the ratings does.
 */
static void the_public_sees_public_positions_only(void **state)
{
    static const char actors[] =
        "id,name,kind,power,visibility\na,Anna,council_member,4,public\nb,Bram,resident,2,public\nc,Cor,alderman,1,public\n";
    char *folder = field_map(
        actors, "actor,issue,position,visibility,source\na,x,3,public,council of 2 July\nb,x,-4,team,\nc,x,-2,public,council of 2 July\n");
    drawing d = drawing_prepare_for(folder, "field", SV_PUBLIC);
    (void)state;
    assert_int_equal(sv_map_may_be_public(d.map.map, 0, NULL), SV_OK);
    drawing_draw(&d);
    drawing_check(&d);
    assert_null(strstr(d.bytes, "macht")); /* neither power nor the word for it */
    assert_null(strstr(d.bytes, "Macht"));
    assert_true(middle_x(&d, "actor-b") > middle_x(&d, "actor-a"));
    assert_string_equal(svg_boxes_find(&d.boxes, "column-5")->text, "geen openbaar standpunt");
    drawing_clear(&d);
    put_file(folder, "Positions.csv", "actor,issue,position,visibility,source\na,x,3,public,council of 2 July\nc,x,-2,team,a talk\n");
    d = drawing_prepare(folder, "field"); /* the whole map, as if it were the public's */
    d.options.audience = SV_PUBLIC;
    drawing_draw(&d);
    assert_int_equal(d.status, SV_USAGE);
    assert_int_equal(d.error.code, SV_E_PUBLIC_REFUSED);
    assert_null(d.bytes);
    drawing_clear(&d);
    remove_folder(folder);
}

static void it_needs_an_issue(void **state)
{
    drawing d = drawing_prepare("data/waterrijk", "field");
    (void)state;
    d.options.issue = SV_NO_ROW; /* there are two */
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_ARGUMENT_MISSING);
    drawing_clear(&d);
    d = drawing_prepare("data/buurthuis", "field");
    d.options.issue = SV_NO_ROW; /* there is one */
    drawing_draw(&d);
    drawing_check(&d);
    drawing_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forces_are_added_up),
        cmocka_unit_test(everyone_stands_where_the_map_says),
        cmocka_unit_test(without_power_ties_are_the_rows),
        cmocka_unit_test(nobody_known_is_said),
        cmocka_unit_test(the_public_sees_public_positions_only),
        cmocka_unit_test(it_needs_an_issue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The trust view: four parts by side and trust, who is in between, whose side is ours, and who has no place on it. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * Limits are 1 and -1, both included. Anna 3/1 friend; Bram 1/-1 coalition partner; Cor -1/4 opponent; Dina -4/-2 adversary; Eva stands in
 * favour and is neither trusted nor distrusted; Finn is trusted and has no side; Guus has no rating, Hans no position; the clerk takes no
 * side.
 */
static const char actors[] = "id,name,kind,own,trust\na,Anna,resident,,1\nb,Bram,resident,,-1\nc,Cor,resident,,4\nd,Dina,resident,,-2\n"
                             "e,Eva,resident,,0.9\nf,Finn,resident,,3\ng,Guus,resident,,\nh,Hans,resident,,2\nk,Kim,clerk,,4\n";
static const char positions[] = "actor,issue,position\na,x,3\nb,x,1\nc,x,-1\nd,x,-4\ne,x,2\nf,x,0.9\ng,x,3\nk,x,4\n";

static bool stands_in(const drawing *d, const char *id, const char *zone)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id), *around = svg_boxes_find(&d->boxes, zone);
    assert_non_null(box);
    assert_non_null(around);
    return box->left > around->left && box->right < around->right && box->top > around->top && box->bottom < around->bottom;
}

static void four_parts(void **state)
{
    char *folder = drawing_folder(actors, positions);
    drawing d = drawing_tidy(folder, "trust", false);
    (void)state;
    assert_string_equal(drawing_text(&d, "zone-name-1"), "Vrienden (1)");
    assert_string_equal(drawing_text(&d, "zone-name-2"), "Coalitiegenoten (1)");
    assert_string_equal(drawing_text(&d, "zone-name-3"), "Tegenspelers (1)");
    assert_string_equal(drawing_text(&d, "zone-name-4"), "Tegenstanders (1)");
    assert_string_equal(drawing_text(&d, "zone-advice-4"), "luister, en wees duidelijk");
    assert_true(stands_in(&d, "actor-a", "zone-1") && stands_in(&d, "actor-b", "zone-2"));
    assert_true(stands_in(&d, "actor-c", "zone-3") && stands_in(&d, "actor-d", "zone-4"));
    for (int zone = 1; zone <= 4; zone++) { /* in between is in none of them */
        char id[32];
        snprintf(id, sizeof id, "zone-%d", zone);
        assert_false(stands_in(&d, "actor-e", id) || stands_in(&d, "actor-f", id));
    }
    assert_non_null(strstr(drawing_text(&d, "finding"), "1 vriend, 1 coalitiegenoot, 1 tegenspeler, 1 tegenstander, 2 ertussenin."));
    assert_null(svg_boxes_find(&d.boxes, "actor-g"));
    assert_null(svg_boxes_find(&d.boxes, "actor-h"));
    assert_null(svg_boxes_find(&d.boxes, "actor-k"));
    assert_string_equal(drawing_text(&d, "left-out"), "3 actoren zonder cijfer voor vertrouwen of bekend standpunt staan er niet op");
    assert_int_equal(d.report.drawn, 6);
    assert_int_equal(d.report.unplaced, 3);
    drawing_clear(&d);
    remove_folder(folder);
}

/* We are against: who is against with us is a friend, and the note says so. Our mean is (-4 + 1) / 2 = -1.5. */
static void our_side_may_be_against(void **state)
{
    char *folder = drawing_folder("id,name,own,trust\na,Anna,yes,4\nb,Bram,yes,4\nc,Cor,,4\nd,Dina,,-2\n",
                                  "actor,issue,position\na,x,-4\nb,x,1\nc,x,-1\nd,x,3\n");
    drawing d = drawing_tidy(folder, "trust", false);
    (void)state;
    assert_string_equal(drawing_text(&d, "zone-name-1"), "Vrienden (2)");
    assert_true(stands_in(&d, "actor-a", "zone-1") && stands_in(&d, "actor-c", "zone-1"));
    assert_true(stands_in(&d, "actor-b", "zone-3")); /* one of us, and against our side */
    assert_true(stands_in(&d, "actor-d", "zone-4"));
    assert_non_null(strstr(drawing_text(&d, "source"), "want wij zijn tegen"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void what_it_lacks_is_said(void **state)
{
    char *folder = drawing_folder("id,name\na,Anna\nb,Bram\nc,Cor\n", positions);
    drawing d = drawing_prepare(folder, "trust");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    remove_folder(folder);
    folder = drawing_folder(actors, "actor,issue,position\na,x,unknown\n");
    d = drawing_prepare(folder, "trust");
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Trust never leaves the team: with every position public there is nothing on it, and otherwise it is refused. */
static void nothing_for_the_public(void **state)
{
    char *folder =
        drawing_folder("id,name,kind,trust,visibility\na,Anna,council_member,4,public\nb,Bram,resident,1,public\nc,Cor,resident,,public\n",
                       "actor,issue,position,visibility,source\na,x,3,public,council of 2 July\n");
    drawing d = drawing_prepare_for(folder, "trust", SV_PUBLIC);
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_NOTHING_TO_DRAW);
    drawing_clear(&d);
    put_file(folder, "Positions.csv", "actor,issue,position\na,x,3\n");
    d = drawing_prepare(folder, "trust"); /* the whole map, as if it were the public's */
    d.options.audience = SV_PUBLIC;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_PUBLIC_REFUSED);
    drawing_clear(&d);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_parts),
        cmocka_unit_test(our_side_may_be_against),
        cmocka_unit_test(what_it_lacks_is_said),
        cmocka_unit_test(nothing_for_the_public),
    };
    return cmocka_run_group_tests_name("trust view", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The alliances view: who is in which, who stands between, who knows a council member; counted by hand. */
#include "drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static char *alliances_map(const char *actors, const char *memberships, const char *ties)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Memberships.csv", memberships);
    put_file(folder, "Ties.csv", ties);
    return folder;
}

static const svg_box *box_of(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    if (!box)
        fail_msg("there is no %s", id);
    return box;
}

static double apart(const drawing *d, const char *a, const char *b)
{
    const svg_box *one = box_of(d, a), *other = box_of(d, b);
    return hypot((one->left + one->right - other->left - other->right) / 2, (one->top + one->bottom - other->top - other->bottom) / 2);
}

/*
 * Two alliances. North: Anna, Bram, the club, and the shop, once too often; Cor left it last year. South: the club and Dina. So the club is
 * in both, and five are members. Anna knows council member Rik. The club knows Rik through Evi, who works there; the shop's Fay knows
 * nobody. Bram opposes Rik, which is no way to him. Dina may not contact Rik, though she knows him.
 */
static const char actors[] =
    "id,name,kind\nn,North,alliance\ns,South,alliance\na,Anna Aa,resident\nb,Bram Bee,resident\nclub,The Club,organisation\n"
    "shop,The Shop,business\nc,Cor Cee,resident\nd,Dina Dee,resident\ne,Evi Ee,professional\nf,Fay Ef,professional\n"
    "r,Rik Er,council_member\ng,Griet Gee,clerk\n";
static const char memberships[] = "who,of,until\na,n,\nb,n,\nclub,n,\nclub,s,\nshop,n,\nshop,n,\nc,n,2025-12-31\nd,s,\ne,club,\nf,shop,\n";
static const char ties[] = "from,to,kind\na,r,knows\ne,r,knows\nb,r,opposes\nd,r,knows\nd,r,may_not_contact\nf,g,knows\n";

static drawing drawn(const char *folder)
{
    drawing d = drawing_prepare(folder, "alliances");
    sv_network_free(d.network);
    sv_scores_free(d.scores);
    d.scores = NULL;
    assert_int_equal(sv_network_new(d.map.map, &(sv_network_options){.as_of = 20261001}, &d.network, NULL), SV_OK);
    assert_int_equal(sv_scores_new(d.network, NULL, 0, NULL, &d.scores, NULL), SV_OK);
    drawing_draw(&d);
    drawing_check(&d);
    return d;
}

static void members_and_those_between(void **state)
{
    char *folder = alliances_map(actors, memberships, ties);
    drawing d = drawn(folder);
    (void)state;
    assert_string_equal(box_of(&d, "finding")->text,
                        "2 bondgenootschappen met 5 leden. Eén zit in twee of meer, en staat ertussen. 2 leden kennen een raadslid.");
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 7); /* the two, and five; not who only works for one, and not who left */
    assert_int_equal(svg_boxes_count(&d.boxes, "member"), 6);
    assert_string_equal(box_of(&d, "label-n")->text, "North" NO_BREAK_SPACE "(4)");
    assert_string_equal(box_of(&d, "label-s")->text, "South" NO_BREAK_SPACE "(2)");
    assert_true(box_of(&d, "actor-n")->right - box_of(&d, "actor-n")->left > box_of(&d, "actor-s")->right - box_of(&d, "actor-s")->left);
    assert_int_equal(svg_boxes_count(&d.boxes, "bridge"), 1);
    assert_non_null(strstr(box_of(&d, "actor-club")->classes, "bridge"));
    /* nearer to either than they are to each other */
    assert_true(apart(&d, "actor-club", "actor-n") < apart(&d, "actor-n", "actor-s"));
    assert_true(apart(&d, "actor-club", "actor-s") < apart(&d, "actor-n", "actor-s"));
    assert_true(drawing_legend_has(&d, "in twee of meer bondgenootschappen") && drawing_legend_has(&d, "2 (klein) tot 4 (groot)"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void who_knows_a_council_member(void **state)
{
    char *folder = alliances_map(actors, memberships, ties);
    drawing d = drawn(folder);
    (void)state;
    assert_non_null(svg_boxes_find(&d.boxes, "council-a"));
    assert_non_null(svg_boxes_find(&d.boxes, "council-club"));
    assert_int_equal(svg_boxes_count(&d.boxes, "badge"), 2);
    assert_non_null(strstr(d.bytes, "kent Rik Er"));
    drawing_clear(&d);
    /* nobody in South does, once the club has left it; without a council nothing is said of it */
    put_file(folder, "Memberships.csv", "who,of\na,n\nb,n\nclub,n\nd,s\ne,club\n");
    d = drawn(folder);
    assert_string_equal(box_of(&d, "finding")->text, "2 bondgenootschappen met 4 leden. Niemand zit in twee of meer. 2 leden kennen een "
                                                     "raadslid. In één bondgenootschap kent niemand er een.");
    drawing_clear(&d);
    put_file(folder, "Actors.csv", "id,name,kind\nn,North,alliance\na,Anna Aa,resident\n");
    put_file(folder, "Memberships.csv", "who,of\na,n\n");
    put_file(folder, "Ties.csv", "from,to\n");
    d = drawn(folder);
    assert_string_equal(box_of(&d, "finding")->text, "1 bondgenootschap met 1 lid.");
    assert_false(drawing_legend_has(&d, "raadslid"));
    drawing_clear(&d);
    remove_folder(folder);
}

/* An alliance of a council member's own, one in another alliance, and one without members. */
static void odd_ones(void **state)
{
    char *folder = alliances_map("id,name,kind\nn,North,alliance\ns,South,alliance\nx,Empty,alliance\nr,Rik Er,council_member\n",
                                 "who,of\nr,n\nn,s\nn,n\n", "from,to\n");
    drawing d = drawn(folder);
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 4);
    assert_int_equal(svg_boxes_count(&d.boxes, "member"), 2);
    assert_string_equal(box_of(&d, "label-x")->text, "Empty" NO_BREAK_SPACE "(0)");
    assert_non_null(svg_boxes_find(&d.boxes, "council-r")); /* is one */
    drawing_clear(&d);
    remove_folder(folder);
}

/* Alliances by tens: the largest are shown with their members, the others counted; --top leaves members out and says how many. */
static void more_than_fit(void **state)
{
    sv_text people = {0}, joined = {0};
    char *folder;
    drawing d;
    (void)state;
    sv_text_add(&people, "id,name,kind\n");
    sv_text_add(&joined, "who,of\n");
    for (int i = 0; i < 40; i++) {
        sv_text_addf(&people, "b%d,Bondgenootschap %d,alliance\n", i, i);
        for (int k = 0; k < 5 + i % 5; k++) {
            sv_text_addf(&people, "p%d-%d,Persoon %d van %d,resident\n", i, k, k, i);
            sv_text_addf(&joined, "p%d-%d,b%d\n", i, k, i);
        }
    }
    folder = alliances_map(sv_text_get(&people), sv_text_get(&joined), "from,to\n");
    d = drawn(folder);
    assert_non_null(strstr(box_of(&d, "left-out")->text, "van de 40 bondgenootschappen getekend: de grootste"));
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), d.report.drawn);
    assert_int_equal(d.report.drawn + d.report.left_out, 40 + 8 * (5 + 6 + 7 + 8 + 9));
    assert_null(svg_boxes_find(&d.boxes, "actor-b0")); /* of five; the largest have nine */
    assert_non_null(svg_boxes_find(&d.boxes, "actor-b4"));
    drawing_clear(&d);
    d = drawing_prepare("data/waterrijk", "alliances");
    d.options.top = 10;
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 12);
    assert_non_null(strstr(box_of(&d, "left-out")->text, "10 van de 16 leden getekend"));
    assert_non_null(svg_boxes_find(&d.boxes, "actor-lindeboom")); /* in both */
    drawing_clear(&d);
    sv_text_clear(&people);
    sv_text_clear(&joined);
    remove_folder(folder);
}

/* Inside the members are ten and nine, three of them in both; outside two of the memberships are not public, nor is who knows whom. */
static void the_sample_and_its_public_edition(void **state)
{
    drawing d = drawing_tidy("data/waterrijk", "alliances", false);
    (void)state;
    assert_non_null(strstr(box_of(&d, "finding")->text, "2 bondgenootschappen met 16 leden. 3 zitten in twee of meer"));
    assert_non_null(svg_boxes_find(&d.boxes, "actor-van-der-zwaag"));
    drawing_clear(&d);
    d = drawing_prepare_for("data/waterrijk", "alliances", SV_PUBLIC);
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    drawing_check(&d);
    assert_null(svg_boxes_find(&d.boxes, "actor-van-der-zwaag"));
    assert_null(strstr(d.bytes, "Lindeboom"));
    drawing_clear(&d);
}

static void without_alliances_it_says_so(void **state)
{
    drawing d = drawing_prepare("data/buurthuis", "alliances");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_and_those_between),
        cmocka_unit_test(who_knows_a_council_member),
        cmocka_unit_test(odd_ones),
        cmocka_unit_test(more_than_fit),
        cmocka_unit_test(the_sample_and_its_public_edition),
        cmocka_unit_test(without_alliances_it_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

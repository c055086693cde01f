/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The spectrum view: five wedges by side and salience, from the left to the right, with the unknown and the clerk at the side. */
#include "drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { wedges = 5 };

/*
 * Active from salience 3. Anna 1/3 active ally; Bram 4/2.9 passive ally; Cor 0.9/4 neutral; Dina -1/0 passive opponent; Eva -4/4 active
 * opponent; Finn has no salience, which counts as 1; of Guus nobody knows; the clerk takes no side.
 */
static const char actors[] =
    "id,name,kind\na,Anna,resident\nb,Bram,resident\nc,Cor,resident\nd,Dina,resident\ne,Eva,resident\nf,Finn,resident\n"
    "g,Guus,resident\nk,Kim,clerk\n";
static const char positions[] = "actor,issue,position,salience\na,x,1,3\nb,x,4,2.9\nc,x,0.9,4\nd,x,-1,0\ne,x,-4,4\nf,x,3,\nk,x,4,4\n";

static const svg_box *find(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    assert_non_null(box);
    return box;
}

/* The middle of the half circle, from the line that ends it at the right; y goes down. */
static void middle_of(const drawing *d, double *x, double *y)
{
    const svg_box *first = find(d, "edge-1-0"), *last = find(d, "edge-1-180");
    *x = (first->left + last->right) / 2;
    *y = (last->top + last->bottom) / 2;
}

/* The direction of a point from the middle, from 0 at the left to 180 at the right. */
static double direction(const drawing *d, double x, double y)
{
    double middle_x, middle_y;
    middle_of(d, &middle_x, &middle_y);
    return atan2(middle_y - y, middle_x - x) * 180 / acos(-1);
}

static double direction_of(const drawing *d, const char *id)
{
    const svg_box *box = find(d, id);
    return direction(d, (box->left + box->right) / 2, (box->top + box->bottom) / 2);
}

/* Where the wedges begin, by the lines between them, as they come. */
static size_t edges_of(const drawing *d, double edge[wedges + 1])
{
    size_t n = 0;
    for (size_t i = 0; i < d->boxes.n; i++) {
        const svg_box *box = &d->boxes.items[i];
        double middle_x, middle_y;
        if (strncmp(box->id, "edge-1-", 7) != 0 || n > wedges)
            continue;
        middle_of(d, &middle_x, &middle_y);
        edge[n++] = direction(d, box->left + box->right < 2 * middle_x ? box->left : box->right, box->top);
    }
    return n;
}

static bool in_wedge(const drawing *d, const char *id, size_t wedge)
{
    double edge[wedges + 2], at = direction_of(d, id);
    assert_int_equal(edges_of(d, edge), wedges + 1);
    return at > edge[wedge] && at < edge[wedge + 1];
}

static void five_wedges(void **state)
{
    char *folder = drawing_folder(actors, positions);
    drawing d = drawing_tidy(folder, "spectrum", false);
    static const char *const names[wedges] = {"Actieve bondgenoten (1)", "Passieve bondgenoten (2)", "Neutraal (1)",
                                              "Passieve tegenstanders (1)", "Actieve tegenstanders (1)"};
    (void)state;
    for (int i = 0; i < wedges; i++) {
        char id[48];
        snprintf(id, sizeof id, "sector-name-%d", i + 1);
        assert_string_equal(find(&d, id)->text, names[i]);
    }
    assert_true(in_wedge(&d, "actor-a", 0));
    assert_true(in_wedge(&d, "actor-b", 1) && in_wedge(&d, "actor-f", 1));
    assert_true(in_wedge(&d, "actor-c", 2));
    assert_true(in_wedge(&d, "actor-d", 3));
    assert_true(in_wedge(&d, "actor-e", 4));
    assert_non_null(strstr(find(&d, "finding")->text, "Aan onze kant 3 (1 actief), neutraal 1, aan de andere kant 2 (1 actief)"));
    assert_int_equal(d.report.drawn, 8);
    drawing_clear(&d);
    remove_folder(folder);
}

static void the_unknown_stand_apart(void **state)
{
    char *folder = drawing_folder(actors, positions);
    drawing d = drawing_tidy(folder, "spectrum", false);
    const svg_box *side = find(&d, "side");
    (void)state;
    assert_string_equal(find(&d, "side-name")->text, "Onbekend (1)"); /* the clerk is not unknown: he takes no side */
    assert_true(find(&d, "actor-g")->left > side->left && find(&d, "actor-k")->left > side->left);
    assert_true(find(&d, "actor-e")->right < side->left);
    assert_non_null(strstr(find(&d, "actor-k")->classes, "procedure"));
    drawing_clear(&d);
    remove_folder(folder);
}

/* Where we are against, those against are the allies, at the left. */
static void our_side_is_at_the_left(void **state)
{
    char *folder =
        drawing_folder("id,name,own\na,Anna,yes\nb,Bram,\nc,Cor,\n", "actor,issue,position,salience\na,x,-4,4\nb,x,-2,1\nc,x,3,4\n");
    drawing d = drawing_tidy(folder, "spectrum", false);
    (void)state;
    assert_true(in_wedge(&d, "actor-a", 0) && in_wedge(&d, "actor-b", 1) && in_wedge(&d, "actor-c", 4));
    assert_null(svg_boxes_find(&d.boxes, "side"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void what_it_lacks_is_said(void **state)
{
    char *folder = drawing_folder(actors, "actor,issue,position\na,x,4\n");
    drawing d = drawing_prepare(folder, "spectrum");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    remove_folder(folder);
    folder = drawing_folder("id,name,kind,visibility\na,Anna,council_member,public\nb,Bram,resident,public\nc,Cor,resident,public\n",
                            "actor,issue,position,salience,visibility,source\na,x,3,4,public,council of 2 July\n");
    d = drawing_prepare_for(folder, "spectrum", SV_PUBLIC); /* salience stays in the team: all would be passive */
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_NOTHING_TO_DRAW);
    drawing_clear(&d);
    remove_folder(folder);
}

/* A half circle as it is drawn: its middle, how far it reaches, and the directions between wedges. */
typedef struct half {
    double x, y, across, up, edge[wedges + 2];
} half;

static half half_of(const drawing *d)
{
    half h = {0};
    assert_int_equal(edges_of(d, h.edge), wedges + 1);
    middle_of(d, &h.x, &h.y);
    h.across = find(d, "edge-1-180")->right - h.x;
    for (size_t i = 0; i < d->boxes.n; i++)
        if (strstr(d->boxes.items[i].classes, "rim"))
            h.up = fmax(h.up, h.y - d->boxes.items[i].top);
    return h;
}

/* All four corners lie between two directions and within the rim. */
static bool lies_between(const drawing *d, const half *h, double from, double to, double left, double top, double right, double bottom)
{
    for (int corner = 0; corner < 4; corner++) {
        double x = corner % 2 ? left : right, y = corner / 2 ? top : bottom, at = direction(d, x, y);
        if (at <= from || at >= to || hypot((x - h->x) / h->across, (y - h->y) / h->up) >= 1)
            return false;
    }
    return true;
}

/* On a full page too, everyone is in a wedge of their side with shape and name: the classes of the shape say which side it is. */
static void nobody_leaves_their_side(void **state)
{
    drawing d = drawing_tidy("data/waterrijk", "spectrum", true);
    half h = half_of(&d);
    size_t seen = 0;
    (void)state;
    for (size_t i = 0; i < d.boxes.n; i++) {
        const svg_box *box = &d.boxes.items[i], *label;
        bool ally = strstr(box->classes, " strongly-for") || strstr(box->classes, " for"),
             against = strstr(box->classes, "against") != NULL;
        double from = ally ? 0 : against ? h.edge[3] : h.edge[2], to = ally ? h.edge[2] : against ? 180 : h.edge[3];
        char id[80];
        if (strncmp(box->classes, "actor", 5) != 0 || strstr(box->classes, "unknown") || strstr(box->classes, "procedure"))
            continue;
        snprintf(id, sizeof id, "label-%s", box->id + strlen("actor-"));
        label = svg_boxes_find(&d.boxes, id);
        seen++;
        assert_true(lies_between(&d, &h, from, to, box->left, box->top, box->right, box->bottom));
        assert_true(!label || lies_between(&d, &h, from, to, label->text_left, label->text_top, label->text_right, label->text_bottom));
    }
    assert_int_equal(seen, 66); /* so many rows of sheet Positions know a position on the first issue, private ones included */
    drawing_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_wedges),           cmocka_unit_test(the_unknown_stand_apart),  cmocka_unit_test(our_side_is_at_the_left),
        cmocka_unit_test(what_it_lacks_is_said), cmocka_unit_test(nobody_leaves_their_side),
    };
    return cmocka_run_group_tests_name("spectrum view", tests, NULL, NULL);
}

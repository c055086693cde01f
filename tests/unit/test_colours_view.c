/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The colours view: letters by power, colours by side, a mark in every sign, and what the counts of A's ask for. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool has_class(const drawing *d, const char *id, const char *class)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    assert_non_null(box);
    return strstr(box->classes, class) != NULL;
}

/*
 * A from 3.5 (4 is decisive, and a half goes up), B from 1.5, else C. Green from 1, red from -1 down, orange between. Informants on both
 * sides of Ivo make him black, and both on one side of Jo do not. Of Lies nobody stated the power.
 */
static const char actors[] =
    "id,name,kind,power\na,Anna,resident,4\nb,Bram,resident,3.5\nc,Cor,resident,3.4\nd,Dina,resident,2\ne,Eva,resident,1.5\n"
    "f,Finn,resident,1.4\ng,Guus,resident,0\nh,Hans,resident,4\ni,Ivo,resident,4\nj,Jo,resident,1\nk,Kim,clerk,4\nl,Lies,resident,\n";
static const char positions[] =
    "actor,issue,position,informant\na,x,1,\nb,x,-1,\nc,x,0.9,\nd,x,-0.9,\ne,x,4,\nf,x,-4,\ng,x,2,\ni,x,4,els\ni,x,-1,kim\n"
    "j,x,4,els\nj,x,1,kim\nk,x,4,\nl,x,4,\n";

static void letters_and_colours(void **state)
{
    char *folder = drawing_folder(actors, positions);
    drawing d = drawing_tidy(folder, "colours", false);
    static const char *const signs[][2] = {{"a", "A+"}, {"b", "A−"}, {"c", "B±"}, {"d", "B±"}, {"e", "B+"}, {"f", "C−"},
                                           {"g", "C+"}, {"h", "A?"}, {"i", "A?"}, {"j", "C+"}, {"k", "§"}};
    (void)state;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        char id[32];
        snprintf(id, sizeof id, "actor-%s", signs[i][0]);
        assert_string_equal(drawing_text(&d, id), signs[i][1]);
    }
    assert_true(has_class(&d, "actor-a", "with-us") && has_class(&d, "actor-i", "unknown") && has_class(&d, "actor-k", "procedure"));
    assert_null(svg_boxes_find(&d.boxes, "actor-l"));
    assert_string_equal(drawing_text(&d, "left-out"), "1 actor zonder cijfer voor macht staat er niet op");
    assert_non_null(strstr(d.bytes, "zwarte A: beslissend, onbekend of onvoorspelbaar")); /* in a tooltip */
    drawing_clear(&d);
    remove_folder(folder);
}

/* Green: Anna, Eva, Guus, Jo. Orange: Cor, Dina. Red: Bram, Finn. Black: Hans, Ivo. The clerk is in none. */
static void columns_are_counted(void **state)
{
    char *folder = drawing_folder(actors, positions);
    drawing d = drawing_tidy(folder, "colours", false);
    (void)state;
    assert_string_equal(drawing_text(&d, "zone-name-1"), "+ Groen (4)");
    assert_string_equal(drawing_text(&d, "zone-name-2"), "± Oranje (2)");
    assert_string_equal(drawing_text(&d, "zone-name-3"), "− Rood (2)");
    assert_string_equal(drawing_text(&d, "zone-name-4"), "? Zwart (2)");
    assert_string_equal(drawing_text(&d, "zone-name-5"), "Procedure");
    assert_string_equal(drawing_text(&d, "column-0"), "met ons; 1 A: maak werkafspraken");
    assert_string_equal(drawing_text(&d, "column-1"), "te winnen; geen A’s");
    /* A's: one green, one red, two black, which are more than either */
    assert_non_null(
        strstr(drawing_text(&d, "finding"), "Wie beslist (A): 1 groen, 1 rood, 2 oranje of zwart. Zoek eerst uit waar die laatste staan."));
    drawing_clear(&d);
    remove_folder(folder);
}

/* What the counts ask for. */
static void asks(const char *where, const char *what)
{
    char *folder = drawing_folder("id,name,power\na,Anna,4\nb,Bram,4\nc,Cor,2\n", where);
    drawing d = drawing_tidy(folder, "colours", false);
    assert_non_null(strstr(drawing_text(&d, "finding"), what));
    drawing_clear(&d);
    remove_folder(folder);
}

static void counts_ask_for_something(void **state)
{
    (void)state;
    asks("actor,issue,position\na,x,4\nb,x,4\n", "Wie beslist (A): 2 groen, 0 rood, 0 oranje of zwart. Maak werkafspraken");
    asks("actor,issue,position\na,x,4\nb,x,-4\n", "Wie beslist (A): 1 groen, 1 rood, 0 oranje of zwart. Onderhandel");
    asks("actor,issue,position\na,x,4\nb,x,0\n", "Wie beslist (A): 1 groen, 0 rood, 1 oranje of zwart. Maak werkafspraken");
    asks("actor,issue,position\nc,x,4\n", "Wie beslist (A): 0 groen, 0 rood, 2 oranje of zwart. Zoek eerst uit");
}

static void nobody_decides(void **state)
{
    char *folder = drawing_folder("id,name,power\na,Anna,3\nb,Bram,1\nc,Cor,2\n", "actor,issue,position\na,x,4\n");
    drawing d = drawing_tidy(folder, "colours", false);
    (void)state;
    assert_non_null(strstr(drawing_text(&d, "finding"), "Niemand op de kaart beslist"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void without_power_there_are_no_letters(void **state)
{
    char *folder = drawing_folder("id,name\na,Anna\nb,Bram\nc,Cor\n", "actor,issue,position\na,x,4\n");
    drawing d = drawing_prepare(folder, "colours");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    d = drawing_prepare_for("data/waterrijk", "colours", SV_PUBLIC); /* power is not public, nor is every position */
    drawing_draw(&d);
    assert_true(d.error.code == SV_E_NOTHING_TO_DRAW || d.error.code == SV_E_PUBLIC_REFUSED);
    assert_null(d.bytes);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Of two thousand all who decide are shown, with their names, and the others are counted in cells on the page. */
static void who_decides_comes_first(void **state)
{
    char *folder = drawing_invented(2000);
    size_t decide = 0, counted = 0, all = 0;
    drawing d;
    (void)state;
    if (!folder)
        skip();
    d = drawing_tidy(folder, "colours", false);
    for (size_t row = 0; row < sv_map_rows(d.map.map, SV_ACTORS); row++)
        all += sv_map_number(d.map.map, SV_ACTORS, row, SV_ACTOR_POWER) == 4;
    for (size_t i = 0; i < d.boxes.n; i++) {
        const svg_box *box = &d.boxes.items[i];
        decide += strncmp(box->classes, "actor", 5) == 0 && box->text[0] == 'A';
        if (strcmp(box->classes, "more") != 0)
            continue;
        counted += strtoul(box->text + 1, NULL, 10);
        assert_true(box->text_left > svg_boxes_find(&d.boxes, "zone-1")->left);
    }
    assert_true(all > 3);
    assert_int_equal(decide, all);
    assert_int_equal(counted, d.report.left_out);
    drawing_clear(&d);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_colours),
        cmocka_unit_test(columns_are_counted),
        cmocka_unit_test(counts_ask_for_something),
        cmocka_unit_test(nobody_decides),
        cmocka_unit_test(without_power_there_are_no_letters),
        cmocka_unit_test(who_decides_comes_first),
    };
    return cmocka_run_group_tests_name("colours view", tests, NULL, NULL);
}

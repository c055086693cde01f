/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paint: the class of every position, a sign beside every colour, and no side for who takes none by office. */
#include "draw/paint.h"

#include "reading.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct painted {
    char *folder;
    reading map;
    sv_network *network;
    sv_scores *scores;
    sv_draw_options options;
    sv_scene scene;
    sv_paint paint;
} painted;

static painted paint(const char *actors, const char *positions, sv_colour_by by)
{
    painted p = {.folder = make_folder()};
    put_file(p.folder, "Actors.csv", actors);
    if (positions) {
        put_file(p.folder, "Issues.csv", "id,title\nx,X\n");
        put_file(p.folder, "Positions.csv", positions);
    }
    p.map = read_path(p.folder);
    assert_int_equal(p.map.problems.errors, 0);
    assert_int_equal(sv_network_new(p.map.map, NULL, &p.network, NULL), SV_OK);
    assert_int_equal(sv_scores_new(p.network, NULL, 0, NULL, &p.scores, NULL), SV_OK);
    sv_draw_options_init(&p.options);
    p.options.issue = positions ? 0 : SV_NO_ROW;
    p.options.colour_by = by;
    assert_int_equal(sv_scene_new(p.scores, &p.options, NULL, SIZE_MAX, &p.scene, NULL), SV_OK);
    assert_int_equal(sv_paint_new(&p.scene, &p.options, sv_theme_get(SV_THEME_LIGHT), &p.paint, NULL), SV_OK);
    return p;
}

static void clean(painted *p)
{
    sv_paint_clear(&p->paint);
    sv_scene_clear(&p->scene);
    sv_scores_free(p->scores);
    sv_network_free(p->network);
    clear_reading(&p->map);
    remove_folder(p->folder);
}

static const sv_paint_key *key_of(const painted *p, const char *id)
{
    size_t place = p->scene.place[sv_map_find_actor(p->map.map, id)];
    return &p->paint.keys[p->paint.of[place]];
}

static void positions_have_five_classes(void **state)
{
    (void)state;
    assert_string_equal(sv_stance_word(4, SV_ENGLISH), "strongly in favour");
    assert_string_equal(sv_stance_word(3, SV_ENGLISH), "strongly in favour");
    assert_string_equal(sv_stance_word(2.9, SV_ENGLISH), "in favour");
    assert_string_equal(sv_stance_word(1, SV_ENGLISH), "in favour");
    assert_string_equal(sv_stance_word(0.9, SV_ENGLISH), "neutral");
    assert_string_equal(sv_stance_word(-0.9, SV_ENGLISH), "neutral");
    assert_string_equal(sv_stance_word(-1, SV_ENGLISH), "against");
    assert_string_equal(sv_stance_word(-2.9, SV_ENGLISH), "against");
    assert_string_equal(sv_stance_word(-3, SV_ENGLISH), "strongly against");
    assert_string_equal(sv_stance_word(NAN, SV_ENGLISH), "position unknown");
}

static void colours_follow_positions(void **state)
{
    painted p = paint("id,name,kind\na,A,resident\nb,B,resident\nc,C,resident\ng,G,clerk\n", "actor,issue,position\na,x,4\nb,x,-2\ng,x,4\n",
                      SV_COLOUR_AUTO);
    (void)state;
    assert_int_equal(p.paint.by, SV_COLOUR_POSITION);
    assert_string_equal(key_of(&p, "a")->sign, "++");
    assert_string_equal(key_of(&p, "b")->sign, "−");
    assert_string_equal(key_of(&p, "c")->sign, "?");
    assert_true(key_of(&p, "c")->faint);
    assert_string_equal(key_of(&p, "g")->name, "procedure"); /* whatever someone wrote down */
    assert_true(isnan(p.paint.stance[p.scene.place[3]]));
    assert_int_equal(key_of(&p, "a")->used, 1);
    clean(&p);
}

/* Two of care, one of culture and of church, one without: letters that differ, and the largest first. */
static void categories_have_a_letter_each(void **state)
{
    painted p = paint("id,name,sector\na,A,care\nb,B,care\nc,C,culture\nd,D,church\ne,E,\n", NULL, SV_COLOUR_AUTO);
    (void)state;
    assert_int_equal(p.paint.by, SV_COLOUR_SECTOR);
    assert_string_equal(key_of(&p, "a")->sign, "C");
    assert_string_equal(key_of(&p, "d")->sign, "H"); /* church before culture: by name where equally large */
    assert_string_equal(key_of(&p, "c")->sign, "U");
    assert_string_equal(key_of(&p, "e")->sign, "?");
    assert_int_equal(key_of(&p, "a")->used, 2);
    assert_true(key_of(&p, "a")->fill != key_of(&p, "c")->fill);
    clean(&p);
}

/* Thirteen parties and twelve colours: eleven get one, two are "others". */
static void what_has_no_colour_is_others(void **state)
{
    char actors[2000] = "id,name,party\n";
    painted p;
    (void)state;
    for (int i = 0; i < 13; i++)
        sprintf(actors + strlen(actors), "a%d,A%d,party %c\n", i, i, 'a' + i);
    p = paint(actors, NULL, SV_COLOUR_PARTY);
    assert_string_equal(key_of(&p, "a10")->word, "party k");
    assert_string_equal(key_of(&p, "a11")->word, "others");
    assert_string_equal(key_of(&p, "a12")->word, "others");
    assert_int_equal(key_of(&p, "a11")->used, 2);
    for (size_t i = 0; i < p.paint.n; i++)
        for (size_t j = i + 1; j < p.paint.n; j++)
            assert_string_not_equal(p.paint.keys[i].sign, p.paint.keys[j].sign);
    clean(&p);
}

/* All of one kind and nothing else known: a colour or letter would say nothing. */
static void one_kind_is_plain(void **state)
{
    painted p = paint("id,name\na,A\nb,B\n", NULL, SV_COLOUR_AUTO);
    (void)state;
    assert_true(p.paint.plain);
    clean(&p);
    p = paint("id,name,kind\na,A,resident\nb,B,official\n", NULL, SV_COLOUR_AUTO);
    assert_false(p.paint.plain);
    clean(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(positions_have_five_classes), cmocka_unit_test(colours_follow_positions),
                                       cmocka_unit_test(categories_have_a_letter_each), cmocka_unit_test(what_has_no_colour_is_others),
                                       cmocka_unit_test(one_kind_is_plain)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

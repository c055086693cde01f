/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stance: the certainty-weighted mean of what each informant said last; "unknown" is no number, and never 0. */
#include <speelveld/model.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

/* Where actor "a" stands on issue "i" when these are the positions: position;certainty;date;informant in a line each. */
static double stance_of(const char *positions)
{
    sv_text text = {0};
    double stance[3];
    sv_map *map;
    sv_text_add(&text, "= Actors\nid;name\na;Anna\nb;Bob\nc;Cas\n= Issues\nid;title\ni;Het plein\nj;De weg\n"
                       "= Positions\nactor;issue;position;certainty;date;informant\n");
    for (const char *line = positions; *line;) {
        const char *end = line;
        while (*end != '\n')
            end++;
        sv_text_addf(&text, "a;i;%.*s\n", (int)(end - line), line);
        line = end + 1;
    }
    sv_text_add(&text, "b;i;-4;;;\na;j;-4;;;\n"); /* another actor and another issue, that must not matter */
    map = map_of(text.bytes, NULL);
    assert_int_equal(sv_map_stances(map, sv_map_find_issue(map, "i"), stance, NULL), SV_OK);
    assert_near(stance[1], -4);
    assert_near(stance[2], NAN);
    sv_map_free(map);
    sv_text_clear(&text);
    return stance[0];
}

static void one_word_is_that_word(void **state)
{
    (void)state;
    assert_near(stance_of("3;;;\n"), 3);
    assert_near(stance_of("sterk tegen;0,1;;\n"), -4); /* unsure, but the only word there is */
    assert_near(stance_of("0;;;\n"), 0);
}

static void nothing_known_is_unknown(void **state)
{
    (void)state;
    assert_near(stance_of(""), NAN);
    assert_near(stance_of("onbekend;;;\n"), NAN);
    assert_near(stance_of("4;0;;\n"), NAN); /* a certainty of 0 says nothing */
}

static void informants_are_weighed(void **state)
{
    (void)state;
    assert_near(stance_of("4;;;els\n-2;;;kim\n"), 1);                     /* (1*4 + 1*-2) / (1 + 1) */
    assert_near(stance_of("4;0,9;;els\n-2;0,3;;kim\n"), 2.5);             /* (0.9*4 - 0.3*2) / (0.9 + 0.3) = 3 / 1.2 */
    assert_near(stance_of("4;;;els\nonbekend;;;kim\n"), 4);               /* who does not know takes no part: not (4 + 0) / 2 */
    assert_near(stance_of("2;0,5;;els\n3;0,25;;kim\n-1;0,25;;bo\n"), 1.5); /* 1 + 0.75 - 0.25 over 1 */
}

static void the_latest_of_each_counts(void **state)
{
    (void)state;
    assert_near(stance_of("4;;1-1-2026;els\n-2;;1-3-2026;els\n"), -2);
    assert_near(stance_of("-2;;1-3-2026;els\n4;;1-1-2026;els\n"), -2);     /* by date, not by row */
    assert_near(stance_of("4;;1-3-2026;els\n-2;;1-3-2026;els\n"), -2);     /* on one day the lower row */
    assert_near(stance_of("4;;;els\n-2;;1-3-2026;els\n"), -2);             /* any day is later than none */
    assert_near(stance_of("4;;1-1-2026;els\nonbekend;;1-3-2026;els\n"), NAN); /* she no longer knows */
    assert_near(stance_of("4;;1-1-2026;els\nonbekend;;1-3-2026;els\n1;;1-1-2020;kim\n"), 1);
    /* els last said -2 (sure), kim last said 3 (half sure): (-2 + 1.5) / 1.5 */
    assert_near(stance_of("4;;1-1-2026;els\n3;0,5;1-1-2026;kim\n-2;;1-3-2026;els\n-4;;1-1-2025;kim\n"), -1.0 / 3);
}

/* The weights a position has are weighed as positions are: (0.9 x 4 + 0.3 x 1) / 1.2 = 3.25; 1 where none is given; none without a position. */
static void saliences_follow_the_same_rows(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\nb;Bram\nc;Cor\nd;Dina\n= Issues\nid;title\nx;X\n= Positions\n"
                         "actor;issue;position;salience;certainty;informant\na;x;2;4;0,9;els\na;x;-1;1;0,3;kim\nb;x;-3;;;\nc;x;unknown;4;;\n",
                         NULL);
    double salience[4];
    (void)state;
    assert_int_equal(sv_map_saliences(map, 0, salience, NULL), SV_OK);
    assert_near(salience[0], 3.25);
    assert_near(salience[1], 1);
    assert_near(salience[2], NAN);
    assert_near(salience[3], NAN);
    sv_map_free(map);
}

/*
 * Of Anna els last said -2 (her 4 is overtaken) and kim 3: -2 to 3. Of Bram one spoke. Of Cor bo's 4 is worth nothing at certainty 0, and
 * of Dina nobody knows.
 */
static void ranges_hold_the_latest_of_each(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\nb;Bram\nc;Cor\nd;Dina\n= Issues\nid;title\nx;X\ny;Y\n= Positions\n"
                         "actor;issue;position;certainty;date;informant\na;x;4;;1-1-2026;els\na;x;3;;;kim\na;x;-2;0,1;1-3-2026;els\n"
                         "a;y;-4;;;kim\nb;x;1,5;;;els\nc;x;-1;;;els\nc;x;4;0;;bo\nd;x;unknown;;;els\n",
                         NULL);
    double least[4], most[4];
    (void)state;
    assert_int_equal(sv_map_stance_ranges(map, sv_map_find_issue(map, "x"), least, most, NULL), SV_OK);
    assert_near(least[0], -2);
    assert_near(most[0], 3);
    assert_near(least[1], 1.5);
    assert_near(most[1], 1.5);
    assert_near(least[2], -1);
    assert_near(most[2], -1);
    assert_near(least[3], NAN);
    assert_near(most[3], NAN);
    sv_map_free(map);
}

static void faulty_rows_take_no_part(void **state)
{
    (void)state;
    assert_near(stance_of("4;;;els\n-9;;;kim\n"), 4);
    assert_near(stance_of("4;;1-1-2026;els\n-2;;30-2-2026;els\n"), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_word_is_that_word),     cmocka_unit_test(nothing_known_is_unknown), cmocka_unit_test(informants_are_weighed),
        cmocka_unit_test(the_latest_of_each_counts), cmocka_unit_test(faulty_rows_take_no_part),
        cmocka_unit_test(saliences_follow_the_same_rows), cmocka_unit_test(ranges_hold_the_latest_of_each),
    };
    return cmocka_run_group_tests_name("stance", tests, NULL, NULL);
}

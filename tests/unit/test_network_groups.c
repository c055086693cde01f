/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups in the place of many actors: a disc for each with its count and names, lines by number of ties, and one of them opened. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

enum { cliques = 8, members = 20, alone = 3 };

/*
 * Eight times twenty actors who all know each other, c0-00 to c7-19, and three who know nobody: 163 actors. Between clique i and
 * i + 1 run i + 1 ties: 1 between c0 and c1 … 7 between c6 and c7. Of each, number 00 knows the most, for it has those ties.
 */
static char *clique_map(void)
{
    char *folder = make_folder();
    sv_text actors = {0}, ties = {0};
    sv_text_add(&actors, "id,name,kind,own\n");
    sv_text_add(&ties, "from,to\n");
    for (int c = 0; c < cliques; c++) {
        for (int i = 0; i < members; i++) {
            sv_text_addf(&actors, "c%d-%02d,Actor %d-%02d,resident,%s\n", c, i, c, i, c == 2 && i == 5 ? "yes" : "");
            for (int j = 0; j < i; j++)
                sv_text_addf(&ties, "c%d-%02d,c%d-%02d\n", c, j, c, i);
        }
        for (int i = 0; i <= c && c + 1 < cliques; i++)
            sv_text_addf(&ties, "c%d-00,c%d-%02d\n", c, c + 1, i);
    }
    for (int i = 0; i < alone; i++)
        sv_text_addf(&actors, "z%d,Alleen %d,resident,\n", i, i);
    put_file(folder, "Actors.csv", sv_text_get(&actors));
    put_file(folder, "Ties.csv", sv_text_get(&ties));
    sv_text_clear(&actors);
    sv_text_clear(&ties);
    return folder;
}

static void groups_stand_for_actors(void **state)
{
    char *folder = clique_map();
    drawing d = drawing_tidy(folder, "network", false);
    (void)state;
    assert_int_equal(d.report.groups, cliques);
    assert_int_equal(d.report.drawn, cliques * members);
    assert_int_equal(d.report.left_out, alone);
    assert_int_equal(svg_boxes_count(&d.boxes, "group"), cliques);
    /* of groups of one size the numbers go by the smallest id */
    assert_string_equal(svg_boxes_find(&d.boxes, "group-1")->text, "20");
    assert_string_equal(svg_boxes_find(&d.boxes, "group-name-1")->text, "groep 1");
    assert_string_equal(svg_boxes_find(&d.boxes, "group-name-8")->text, "groep 8");
    assert_memory_equal(svg_boxes_find(&d.boxes, "label-1")->text, "Actor 0-", 8);
    assert_memory_equal(svg_boxes_find(&d.boxes, "label-8")->text, "Actor 7-", 8);
    /* the one with most ties is named first: Actor 6-00 has 7 more, and Actor 7-00 to 7-06 one each */
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "label-7")->text, "Actor 6-00"));
    /* we are in the third; the most ties between two groups are the seven of the last two */
    assert_string_equal(svg_boxes_find(&d.boxes, "finding")->text,
                        "8 groepen. Wij zitten in groep 3. De meeste relaties lopen tussen groep 7 en groep 8 (7).");
    assert_non_null(svg_boxes_find(&d.boxes, "own-3"));
    assert_null(svg_boxes_find(&d.boxes, "own-1"));
    assert_string_equal(svg_boxes_find(&d.boxes, "left-out")->text, "3 actoren zonder relaties staan er niet op");
    drawing_clear(&d);
    remove_folder(folder);
}

static void lines_carry_the_number_of_ties(void **state)
{
    char *folder = clique_map(), id[40], number[16];
    drawing d = drawing_tidy(folder, "network", false);
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "tie"), cliques - 1);
    for (int c = 0; c + 1 < cliques; c++) {
        snprintf(id, sizeof id, "line-%d-%d", c + 1, c + 2);
        assert_non_null(svg_boxes_find(&d.boxes, id));
        snprintf(id, sizeof id, "ties-%d-%d", c + 1, c + 2);
        snprintf(number, sizeof number, "%d", c + 1);
        assert_non_null(svg_boxes_find(&d.boxes, id));
        assert_string_equal(svg_boxes_find(&d.boxes, id)->text, number);
    }
    drawing_clear(&d);
    remove_folder(folder);
}

static void one_is_opened(void **state)
{
    char *folder = clique_map();
    drawing d = drawing_prepare(folder, "network");
    (void)state;
    d.options.group = "3";
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(d.report.groups, 0);
    assert_int_equal(d.report.drawn, members);
    assert_int_equal(d.report.left_out, 0);
    assert_int_equal(d.report.ties, members * (members - 1) / 2);
    assert_non_null(svg_boxes_find(&d.boxes, "actor-c2-19"));
    assert_null(svg_boxes_find(&d.boxes, "actor-c3-00"));
    assert_string_equal(svg_boxes_find(&d.boxes, "subtitle")->text, "Netwerk · groep 3");
    d.options.group = "Actor 2-07"; /* by somebody in it */
    drawing_draw(&d);
    assert_int_equal(d.report.drawn, members);
    assert_non_null(svg_boxes_find(&d.boxes, "actor-c2-07"));
    d.options.group = "12"; /* eight groups, and three loners with numbers of their own: 11 */
    drawing_draw(&d);
    assert_int_equal(d.status, SV_USAGE);
    assert_int_equal(d.error.code, SV_E_COMMUNITY_NONE);
    assert_string_equal(d.error.expected, "11");
    d.options.group = "0";
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_COMMUNITY_NONE);
    d.options.group = "niemand";
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_COMMUNITY_NONE);
    drawing_clear(&d);
    remove_folder(folder);
}

/* At 150 actors still actors; above it groups, unless all or some are asked for. */
static void when_groups_are_drawn(void **state)
{
    char *folder = clique_map();
    drawing d = drawing_prepare(folder, "network");
    (void)state;
    d.options.all = true;
    drawing_draw(&d);
    assert_int_equal(d.report.groups, 0);
    assert_int_equal(d.report.drawn, cliques * members + alone);
    d.options.all = false;
    d.options.top = 40;
    drawing_draw(&d);
    assert_int_equal(d.report.groups, 0);
    assert_int_equal(d.report.drawn, 40);
    drawing_clear(&d);
    remove_folder(folder);
    d = drawing_tidy("data/waterrijk", "network", false);
    assert_int_equal(d.report.groups, 0);
    drawing_clear(&d);
}

/* A score that is missing is said, not stumbled over. */
static void without_communities_it_says_so(void **state)
{
    char *folder = clique_map();
    drawing d = drawing_prepare(folder, "network");
    size_t harmonic = sv_score_find("harmonic");
    (void)state;
    sv_scores_free(d.scores);
    assert_int_equal(sv_scores_new(d.network, &harmonic, 1, NULL, &d.scores, NULL), SV_OK);
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_INTERNAL);
    drawing_clear(&d);
    remove_folder(folder);
}

static void two_thousand_actors(void **state)
{
    char *folder = drawing_invented(2000);
    drawing d;
    (void)state;
    if (!folder)
        skip();
    d = drawing_tidy(folder, "network", false);
    assert_true(d.report.groups >= 20 && d.report.groups <= 60);
    assert_true(d.report.drawn > 1900);
    drawing_clear(&d);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_stand_for_actors), cmocka_unit_test(lines_carry_the_number_of_ties), cmocka_unit_test(one_is_opened),
        cmocka_unit_test(when_groups_are_drawn),   cmocka_unit_test(without_communities_it_says_so), cmocka_unit_test(two_thousand_actors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

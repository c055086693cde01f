/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The change view: who came, went and moved, counted by hand; nobody makes way for who came; and what the public may see. */
#include "drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static char *small_map(const char *actors, const char *ties, const char *positions)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Ties.csv", ties);
    if (positions) {
        put_file(folder, "Issues.csv", "id,title,competent,visibility\nx,Two evenings open,council,public\n");
        put_file(folder, "Positions.csv", positions);
    }
    return folder;
}

/* A map beside the one it was before. */
typedef struct pair {
    reading before;
    drawing d;
} pair;

static pair prepare(const char *before, const char *after)
{
    pair p = {.before = read_path(before)};
    p.d = drawing_prepare(after, "change");
    assert_int_equal(p.before.status, SV_OK);
    p.d.options.before = p.before.map;
    return p;
}

static void clear(pair *p)
{
    drawing_clear(&p->d);
    clear_reading(&p->before);
}

static const svg_box *box_of(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    if (!box)
        fail_msg("there is no %s", id);
    return box;
}

static bool has_word(const svg_box *box, const char *word)
{
    return strstr(box->classes, word) != NULL;
}

static const char old_actors[] = "id,name,kind\na,Anna,resident\nb,Bram,resident\nc,Cor,resident\nd,Dina,resident\n";
static const char old_ties[] = "from,to\na,b\nb,c\nc,d\n";
static const char old_positions[] = "actor,issue,position\na,x,4\nb,x,-2\nc,x,0\n";
static const char new_actors[] = "id,name,kind\na,Anna,resident\nb,Bram,resident\nd,Dina,resident\ne,Eva,resident\n";
static const char new_ties[] = "from,to\nb,a\na,e\n";
static const char new_positions[] = "actor,issue,position\na,x,4\nb,x,2\nd,x,3\ne,x,-4\n";

/*
 * Eva came, tied to Anna; Cor went, and with him the ties to Bram and Dina. Bram moved from against to in favour, and where Dina stands is
 * known now. Anna and Bram stay tied, though the row has them the other way round.
 */
static void what_changed(void **state)
{
    char *before = small_map(old_actors, old_ties, old_positions), *after = small_map(new_actors, new_ties, new_positions);
    pair p = prepare(before, after);
    (void)state;
    drawing_draw(&p.d);
    drawing_check(&p.d);
    assert_string_equal(box_of(&p.d, "finding")->text,
                        "1 actor erbij, 1 weg, 1 meer voor, 1 standpunt nu bekend, 1 nieuwe verbinding, 2 verbindingen minder.");
    assert_int_equal(svg_boxes_count(&p.d.boxes, "actor"), 5);
    assert_non_null(svg_boxes_find(&p.d.boxes, "came-e"));
    assert_true(has_word(box_of(&p.d, "actor-c"), "ghost") && !has_word(box_of(&p.d, "actor-c"), "neutral"));
    assert_int_equal(svg_boxes_count(&p.d.boxes, "ghost"), 1);
    assert_string_equal(box_of(&p.d, "label-b")->text, "Bram −" NO_BREAK_SPACE "→" NO_BREAK_SPACE "+");
    assert_string_equal(box_of(&p.d, "label-d")->text, "Dina ?" NO_BREAK_SPACE "→" NO_BREAK_SPACE "++");
    assert_string_equal(box_of(&p.d, "label-a")->text, "Anna");
    assert_true(has_word(box_of(&p.d, "actor-b"), " for") && has_word(box_of(&p.d, "actor-e"), "strongly-against"));
    assert_int_equal(svg_boxes_count(&p.d.boxes, "went"), 2);
    assert_int_equal(svg_boxes_count(&p.d.boxes, "tie"), 1);
    assert_true(drawing_legend_has(&p.d, "erbij gekomen (1)") && drawing_legend_has(&p.d, "verdwenen verbinding (2)"));
    assert_false(drawing_legend_has(&p.d, "neutraal")); /* Cor's, and he is gone */
    clear(&p);
    /* the other way round: Eva went, Cor came */
    p = prepare(after, before);
    drawing_draw(&p.d);
    drawing_check(&p.d);
    assert_string_equal(box_of(&p.d, "finding")->text,
                        "1 actor erbij, 1 weg, 1 meer tegen, 1 standpunt niet meer bekend, 2 nieuwe verbindingen, 1 verbinding minder.");
    assert_non_null(svg_boxes_find(&p.d.boxes, "came-c"));
    assert_true(has_word(box_of(&p.d, "actor-e"), "ghost"));
    clear(&p);
    remove_folder(before);
    remove_folder(after);
}

static double moved_by(const drawing *d, const drawing *other, const char *id)
{
    const svg_box *one = box_of(d, id), *two = box_of(other, id);
    return hypot((one->left + one->right - two->left - two->right) / 2, (one->top + one->bottom - two->top - two->bottom) / 2);
}

/* Two more come, and a connection goes: those who were there stand where they stand when nothing changes. Who came is near who knows them.
 */
static void nobody_makes_way(void **state)
{
    static const char more_actors[] = "id,name,kind\na,Anna,resident\nb,Bram,resident\nc,Cor,resident\nd,Dina,resident\n"
                                      "e,Eva van der Heide-Postma,resident\nf,Frits,resident\n";
    char *before = small_map(old_actors, old_ties, NULL), *after = small_map(more_actors, "from,to\na,b\nb,c\nd,e\nd,f\ne,f\n", NULL);
    pair same = prepare(before, before), more = prepare(before, after);
    double near = 0, far = 0;
    (void)state;
    drawing_draw(&same.d);
    drawing_check(&same.d);
    drawing_draw(&more.d);
    drawing_check(&more.d);
    assert_string_equal(box_of(&same.d, "finding")->text, "Op deze afbeelding is niets veranderd.");
    for (char id[] = "actor-a"; id[6] <= 'd'; id[6]++)
        assert_true(moved_by(&same.d, &more.d, id) < 1e-6);
    for (char id[] = "actor-a"; id[6] <= 'd'; id[6]++) {
        const svg_box *eva = box_of(&more.d, "actor-e"), *other = box_of(&more.d, id);
        double apart = hypot(eva->left - other->left, eva->top - other->top);
        near = id[6] == 'd' ? apart : near;
        far = fmax(far, apart);
    }
    assert_true(near < far / 2);
    clear(&same);
    clear(&more);
    remove_folder(before);
    remove_folder(after);
}

/* With the places of the network picture of the map before, everyone stands exactly where it stood there, also who went. */
static void places_of_an_earlier_picture(void **state)
{
    char *before = small_map(old_actors, old_ties, old_positions), *after = small_map(new_actors, new_ties, new_positions);
    drawing network = drawing_prepare(before, "network");
    pair p = prepare(before, after);
    sv_places *places = sv_places_new();
    (void)state;
    network.options.places = p.d.options.places = places;
    drawing_draw(&network);
    drawing_check(&network);
    drawing_draw(&p.d);
    drawing_check(&p.d);
    for (char id[] = "actor-a"; id[6] <= 'd'; id[6]++)
        assert_true(moved_by(&network, &p.d, id) < 0.01); /* places are kept in hundredths of a point */
    assert_int_equal(sv_places_count(places, "slide"), 5);
    drawing_clear(&network);
    clear(&p);
    sv_places_free(places);
    remove_folder(before);
    remove_folder(after);
}

/* The sample, from when one council member thought otherwise, another was not known, an alliance lacked a member and a resident was not
 * there. */
static sv_map *sample_before(const sv_map *map)
{
    sv_supposition steps[] = {
        {.what = SV_SUPPOSE_POSITION, .actor = sv_map_find_actor(map, "bloemendaal"), .other = SV_NO_ROW, .value = 4},
        {.what = SV_SUPPOSE_POSITION, .actor = sv_map_find_actor(map, "nijboer"), .other = SV_NO_ROW, .value = NAN},
        {.what = SV_SUPPOSE_REMOVE, .actor = sv_map_find_actor(map, "chaoui"), .other = SV_NO_ROW, .issue = SV_NO_ROW},
        {.what = SV_SUPPOSE_TIE,
         .actor = sv_map_find_actor(map, "hoekstra"),
         .other = sv_map_find_actor(map, "bloemendaal"),
         .issue = SV_NO_ROW,
         .strength = NAN},
    };
    sv_map *before = NULL;
    assert_int_equal(sv_map_suppose(map, steps, sizeof steps / sizeof *steps, &before, NULL), SV_OK);
    return before;
}

static void the_sample_and_others(void **state)
{
    drawing d = drawing_prepare("data/waterrijk", "change");
    sv_map *before = sample_before(d.map.map);
    char *folder;
    (void)state;
    d.options.before = before;
    drawing_check_pages(&d);
    assert_non_null(svg_boxes_find(&d.boxes, "came-chaoui"));
    assert_non_null(strstr(box_of(&d, "label-bloemendaal")->text, "→"));
    assert_int_equal(d.report.drawn + d.report.left_out, 88);
    assert_non_null(strstr(box_of(&d, "left-out")->text, "wie veranderde, dan de hoogste op nabijheid"));
    d.options.all = true;
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 88);
    d.options.all = false;
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    drawing_check(&d);
    assert_null(strstr(d.bytes, "→")); /* without an issue nobody's position is told */
    drawing_clear(&d);
    sv_map_free(before);
    folder = drawing_invented(300);
    if (folder) {
        pair p = prepare("data/waterrijk", folder); /* two maps that have nobody in common */
        drawing_draw(&p.d);
        drawing_check(&p.d);
        clear(&p);
        p = prepare(folder, folder);
        drawing_draw(&p.d);
        drawing_check(&p.d);
        assert_true(p.d.report.drawn > 40);
        clear(&p);
        remove_folder(folder);
    }
}

static void the_samples_of_two_colleagues(void **state)
{
    pair p = prepare("data/samen-a", "data/samen-b");
    (void)state;
    drawing_check_pages(&p.d);
    assert_non_null(svg_boxes_find(&p.d.boxes, "came-daan"));
    assert_non_null(svg_boxes_find(&p.d.boxes, "came-joke-kuiper"));
    assert_true(has_word(box_of(&p.d, "actor-noor"), "ghost"));
    assert_false(has_word(box_of(&p.d, "actor-aylin"), "ghost")); /* the same by name, with another id */
    clear(&p);
    p = prepare("data/buurthuis", "data/buurthuis");
    drawing_check_pages(&p.d);
    clear(&p);
}

/* On an issue it tells how named politicians moved: only where all of that is public, both times. Of residents only what is public both
 * times. */
static void what_the_public_may_see(void **state)
{
    static const char actors[] = "id,name,kind,visibility\na,Anna,council_member,public\nb,Bram,resident,public\nc,Cor,resident,public\n";
    static const char ties[] = "from,to,visibility\na,b,public\n";
    char *before =
        small_map(actors, ties, "actor,issue,position,visibility,source\na,x,-2,team,a talk\nb,x,-2,public,paper\nc,x,4,public,paper\n");
    char *after = small_map(actors, ties,
                            "actor,issue,position,visibility,source\na,x,3,public,council of 2 July\nb,x,2,public,paper\nc,x,4,team,\n");
    pair p = prepare(before, after);
    sv_map *edition;
    (void)state;
    p.d.options.audience = SV_PUBLIC;
    drawing_draw(&p.d);
    assert_int_equal(p.d.error.code, SV_E_PUBLIC_REFUSED); /* Anna's old position */
    clear(&p);
    p.before = read_path(before);
    p.d = drawing_prepare_for(after, "change", SV_PUBLIC);
    assert_int_equal(sv_map_edition(p.before.map, SV_PUBLIC, &edition, NULL), SV_OK);
    p.d.options.before = edition;
    drawing_draw(&p.d); /* of the editions: hers is not in the one, and Cor's no longer in the other */
    drawing_check(&p.d);
    assert_string_equal(box_of(&p.d, "finding")->text, "1 meer voor.");
    assert_string_equal(box_of(&p.d, "label-a")->text, "Anna");
    assert_string_equal(box_of(&p.d, "label-c")->text, "Cor");
    sv_map_free(edition);
    clear(&p);
    remove_folder(before);
    remove_folder(after);
}

static void it_needs_the_map_before(void **state)
{
    drawing d = drawing_prepare("data/buurthuis", "change");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_ARGUMENT_MISSING);
    drawing_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changed),
        cmocka_unit_test(nobody_makes_way),
        cmocka_unit_test(places_of_an_earlier_picture),
        cmocka_unit_test(the_sample_and_others),
        cmocka_unit_test(the_samples_of_two_colleagues),
        cmocka_unit_test(what_the_public_may_see),
        cmocka_unit_test(it_needs_the_map_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

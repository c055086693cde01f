/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rings view: one role at a time, by ring and sector; the phase above them; arrows only when both roles are asked for. */
#include "drawing.h"

#include "base/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { rings = 4 };

/* Anna should come nearer, Bram may step back, Cor stays, Dina has no role now, Eva no wanted one, and the clerk's is not asked about. */
static const char actors[] =
    "id,name,kind,sector,involvement,desired\na,Anna,resident,residents,co_think,co_decide\n"
    "b,Bram,resident,residents,co_decide,co_work\nc,Cor,resident,welfare,co_work,co_work\nd,Dina,resident,welfare,,co_know\n"
    "e,Eva,resident,,co_know,\nk,Kim,clerk,council,co_know,co_work\n";
/* Passed, without a phase, on another issue, then two on one day: the upper row of the first day that has a phase. */
static const char events[] =
    "date,title,phase,issue\n2026-09-01,Past,exploring,x\n2026-10-02,Meal,,x\n2026-10-03,Elsewhere,decision_making,y\n"
    "2026-11-05,Late,decision_making,x\n2026-10-20,Committee,opinion_forming,x\n2026-10-20,Another,exploring,x\n";

static char *rings_map(const char *who, const char *when)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", who);
    put_file(folder, "Issues.csv", "id,title\nx,Two evenings open\ny,Another matter\n");
    put_file(folder, "Ties.csv", "from,to\na,b\nb,c\n");
    if (when)
        put_file(folder, "Events.csv", when);
    return folder;
}

static drawing draw_role(const char *folder, const char *role, const char *phase)
{
    drawing d = drawing_prepare(folder, "rings");
    d.options.role = role;
    d.options.phase = phase;
    drawing_draw(&d);
    drawing_check(&d);
    return d;
}

static const svg_box *find(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    assert_non_null(box);
    return box;
}

/* A point is within a box with round corners: two boxes across each other, and a circle in each corner. */
static bool within_ring(const drawing *d, size_t ring, double x, double y)
{
    for (int piece = 1; piece <= 6; piece++) {
        char id[48];
        const svg_box *box;
        double across, up;
        snprintf(id, sizeof id, "ground-%zu-%d", ring, piece);
        box = find(d, id);
        across = (x - (box->left + box->right) / 2) / ((box->right - box->left) / 2);
        up = (y - (box->top + box->bottom) / 2) / ((box->bottom - box->top) / 2);
        if (piece <= 2 ? fabs(across) <= 1 && fabs(up) <= 1 : hypot(across, up) <= 1)
            return true;
    }
    return false;
}

/* The ring in which all four corners lie, 1 to 4 from the middle; 0 when they do not lie in one. */
static size_t ring_around(const drawing *d, double left, double top, double right, double bottom)
{
    for (size_t ring = 1; ring <= rings; ring++) {
        size_t in = 0;
        for (int corner = 0; corner < 4; corner++)
            in += within_ring(d, ring, corner % 2 ? left : right, corner / 2 ? top : bottom);
        if (in)
            return in == 4 ? ring : 0;
    }
    return 0;
}

/* The ring someone stands in with all of their shape, and with all of their name where there is one. */
static size_t ring_of(const drawing *d, const svg_box *box)
{
    size_t ring = ring_around(d, box->left, box->top, box->right, box->bottom);
    char id[80];
    const svg_box *label;
    snprintf(id, sizeof id, "label-%s", box->id + strlen("actor-"));
    label = svg_boxes_find(&d->boxes, id);
    return !label || ring_around(d, label->text_left, label->text_top, label->text_right, label->text_bottom) == ring ? ring : 0;
}

static void the_role_now(void **state)
{
    char *folder = rings_map(actors, events);
    drawing d = draw_role(folder, NULL, NULL);
    (void)state;
    assert_int_equal(ring_of(&d, find(&d, "actor-b")), 1);
    assert_int_equal(ring_of(&d, find(&d, "actor-c")), 2);
    assert_int_equal(ring_of(&d, find(&d, "actor-a")), 3);
    assert_int_equal(ring_of(&d, find(&d, "actor-e")), 4);
    assert_int_equal(ring_of(&d, find(&d, "actor-k")), 4);
    assert_null(svg_boxes_find(&d.boxes, "actor-d"));
    assert_string_equal(find(&d, "left-out")->text, "1 actor zonder die rol op de kaart staat er niet op");
    assert_string_equal(find(&d, "ring-name-4")->text, "Meeweten (2)");
    assert_non_null(strstr(find(&d, "finding")->text, "Nu: 1 beslist mee, 1 werkt mee, 1 denkt mee, 2 weten mee."));
    assert_string_equal(find(&d, "phase")->text, "Rol nu  ·  Fase: oordeelsvormend (20 oktober 2026, Committee)");
    assert_int_equal(svg_boxes_count(&d.boxes, "wanted"), 0); /* never mixed */
    drawing_clear(&d);
    remove_folder(folder);
}

static void the_role_that_is_wanted(void **state)
{
    char *folder = rings_map(actors, events);
    drawing d = draw_role(folder, "desired", NULL);
    (void)state;
    assert_int_equal(ring_of(&d, find(&d, "actor-a")), 1);
    assert_int_equal(ring_of(&d, find(&d, "actor-b")), 2);
    assert_int_equal(ring_of(&d, find(&d, "actor-d")), 4);
    assert_null(svg_boxes_find(&d.boxes, "actor-e"));
    assert_non_null(strstr(find(&d, "phase")->text, "Gewenste rol"));
    assert_non_null(strstr(find(&d, "finding")->text, "Gewenst: 1 beslist mee, 3 werken mee, 0 denken mee, 1 weet mee."));
    assert_int_equal(svg_boxes_count(&d.boxes, "wanted"), 0);
    drawing_clear(&d);
    remove_folder(folder);
}

/* An arrow is a line and its head: its end is the corner of the box around both that lies in the ring it points to. */
static void arrows_go_from_one_to_the_other(void **state)
{
    char *folder = rings_map(actors, events);
    drawing d = draw_role(folder, "both", NULL);
    static const struct {
        const char *arrow, *actor;
        size_t to;
    } expected[] = {{"wanted-a", "actor-a", 1}, {"wanted-b", "actor-b", 2}};
    (void)state;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const svg_box *arrow = find(&d, expected[i].arrow), *actor = find(&d, expected[i].actor);
        double x = arrow->right > actor->right ? arrow->right : arrow->left, y = arrow->bottom > actor->bottom ? arrow->bottom : arrow->top;
        if (arrow->left > actor->left && arrow->right < actor->right) /* straight up or down */
            x = (arrow->left + arrow->right) / 2;
        if (arrow->top > actor->top && arrow->bottom < actor->bottom)
            y = (arrow->top + arrow->bottom) / 2;
        assert_true(within_ring(&d, expected[i].to, x, y));
        assert_false(expected[i].to > 1 && within_ring(&d, expected[i].to - 1, x, y));
    }
    assert_int_equal(ring_of(&d, find(&d, "actor-a")), 3);    /* everyone stands where they are now */
    assert_int_equal(svg_boxes_count(&d.boxes, "wanted"), 2); /* not of Cor, who stays, Eva, of whom nothing is wanted, or the clerk */
    assert_non_null(strstr(find(&d, "finding")->text, "Dichterbij halen: 1, een stap terug: 1."));
    assert_true(drawing_legend_has(&d, "naar de gewenste rol"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void the_phase_stands_above(void **state)
{
    char *folder = rings_map(actors, events), *without = rings_map(actors, NULL);
    drawing d = draw_role(folder, NULL, "decision_making");
    (void)state;
    assert_string_equal(find(&d, "phase")->text, "Rol nu  ·  Fase: besluitvormend");
    assert_true(find(&d, "phase")->text_bottom < find(&d, "ground-4-2")->top);
    drawing_clear(&d);
    d = drawing_prepare(folder, "rings"); /* the day after the last of the committees */
    d.options.as_of = 20261021;
    drawing_draw(&d);
    assert_string_equal(find(&d, "phase")->text, "Rol nu  ·  Fase: besluitvormend (5 november 2026, Late)");
    drawing_clear(&d);
    d = draw_role(without, NULL, NULL);
    assert_string_equal(find(&d, "phase")->text, "Rol nu  ·  Fase: niet bekend");
    drawing_clear(&d);
    remove_folder(folder);
    remove_folder(without);
}

/* Eight sectors: the five with most, then one for all others; in each ring only those who have somebody there. */
static void small_sectors_share_one(void **state)
{
    sv_text rows = {0};
    char *folder;
    drawing d;
    size_t others = 0, largest = 0;
    (void)state;
    sv_text_add(&rows, "id,name,sector,involvement\n");
    for (int sector = 0; sector < 8; sector++)
        for (int i = 0; i <= 8 - sector; i++)
            sv_text_addf(&rows, "%c%d,Naam %d,vak %c,%s\n", 'a' + sector, i, sector * 10 + i, 'a' + sector, i % 2 ? "co_know" : "co_work");
    folder = rings_map(sv_text_get(&rows), NULL);
    d = draw_role(folder, NULL, NULL);
    for (size_t i = 0; i < d.boxes.n; i++) {
        others += strcmp(d.boxes.items[i].text, "Overige") == 0;
        largest += strcmp(d.boxes.items[i].text, "Vak a") == 0;
        assert_string_not_equal(d.boxes.items[i].text, "Vak f");
    }
    assert_int_equal(others, 2);
    assert_int_equal(largest, 2);
    drawing_clear(&d);
    remove_folder(folder);
    sv_text_clear(&rows);
}

static void what_it_lacks_is_said(void **state)
{
    char *folder = rings_map("id,name,involvement\na,Anna,co_know\nb,Bram,\nc,Cor,\n", NULL);
    drawing d = drawing_prepare(folder, "rings");
    (void)state;
    d.options.role = "desired";
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    d = drawing_prepare_for("data/waterrijk", "rings", SV_PUBLIC); /* roles never leave the team */
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_NOTHING_TO_DRAW);
    drawing_clear(&d);
    remove_folder(folder);
}

/* On a full page too, everyone stands in the ring that the map says, with their name. */
static void nobody_leaves_their_ring(void **state)
{
    drawing d = drawing_tidy("data/waterrijk", "rings", true);
    static const char *const roles[] = {"co_decide", "co_work", "co_think", "co_know"};
    size_t seen = 0;
    (void)state;
    for (size_t row = 0; row < sv_map_rows(d.map.map, SV_ACTORS); row++) {
        sv_text id = {0};
        const svg_box *box;
        sv_text_addf(&id, "actor-%s", sv_map_actor(d.map.map, row)->id);
        box = svg_boxes_find(&d.boxes, sv_text_get(&id));
        sv_text_clear(&id);
        if (!box)
            continue;
        seen++;
        assert_in_range(ring_of(&d, box), 1, rings);
        assert_string_equal(sv_map_cell(d.map.map, SV_ACTORS, row, SV_ACTOR_INVOLVEMENT), roles[ring_of(&d, box) - 1]);
    }
    assert_int_equal(seen, d.report.drawn);
    assert_int_equal(seen, 88); /* 92 rows without municipality, council and two committees, which are not scored */
    drawing_clear(&d);
}

/* Of two thousand few are shown, and every one of the others is in some "+n". */
static void everyone_is_shown_or_counted(void **state)
{
    char *folder = drawing_invented(2000);
    size_t counted = 0;
    drawing d;
    (void)state;
    if (!folder)
        skip();
    d = drawing_tidy(folder, "rings", false);
    for (size_t i = 0; i < d.boxes.n; i++)
        if (strcmp(d.boxes.items[i].classes, "more") == 0)
            counted += strtoul(d.boxes.items[i].text + 1, NULL, 10);
    assert_true(d.report.drawn > 40);
    assert_int_equal(counted, d.report.left_out);
    drawing_clear(&d);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_role_now),
        cmocka_unit_test(the_role_that_is_wanted),
        cmocka_unit_test(arrows_go_from_one_to_the_other),
        cmocka_unit_test(the_phase_stands_above),
        cmocka_unit_test(small_sectors_share_one),
        cmocka_unit_test(what_it_lacks_is_said),
        cmocka_unit_test(nobody_leaves_their_ring),
        cmocka_unit_test(everyone_is_shown_or_counted),
    };
    return cmocka_run_group_tests_name("rings view", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The network view as a picture: nothing covers anything at 8, 60, 87 and 300 actors, with hostile names and with
 * places given by the map; the legend says what is there; the same bytes every time. The renderer is told by
 * SPEELVELD_RENDER; without it these tests are skipped.
 */
#include "drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static drawing tidy(const char *path, bool all)
{
    return drawing_tidy(path, "network", all);
}

static void eight_actors(void **state)
{
    drawing d = tidy("data/buurthuis", false);
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 8);
    assert_int_equal(svg_boxes_count(&d.boxes, "label"), 8);
    assert_int_equal(d.report.drawn, 8);
    assert_int_equal(d.report.left_out, 0);
    assert_null(svg_boxes_find(&d.boxes, "left-out"));
    /* few actors: names in large type */
    assert_true(svg_boxes_find(&d.boxes, "label-samira")->font_size >= 12);
    drawing_clear(&d);
}

/*
 * Samira, Jorien, the community centre and Bulut are for, Gerard and Kloosterman against, Van Doorn stands at 0, and of Steenstra nobody
 * knows. Without an issue only the bridges are said.
 */
static void the_finding_counts_sides_and_names_bridges(void **state)
{
    drawing d = tidy("data/buurthuis", false);
    (void)state;
    assert_memory_equal(svg_boxes_find(&d.boxes, "finding")->text, "4 voor, 2 tegen, 1 neutraal, 1 onbekend. De brug tussen de anderen is ",
                        strlen("4 voor, 2 tegen, 1 neutraal, 1 onbekend. De brug tussen de anderen is "));
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    assert_memory_equal(svg_boxes_find(&d.boxes, "finding")->text, "De brug tussen", strlen("De brug tussen"));
    drawing_clear(&d);
}

/* The legend has what is on the picture, and nothing else. */
static void the_legend_is_of_this_picture(void **state)
{
    drawing d = tidy("data/buurthuis", false);
    (void)state;
    assert_true(drawing_legend_has(&d, "sterk voor"));   /* Samira: 4 */
    assert_true(drawing_legend_has(&d, "onbekend"));     /* Steenstra */
    assert_false(drawing_legend_has(&d, "sterk tegen")); /* nobody is below -2 */
    assert_true(drawing_legend_has(&d, "raad en college"));
    assert_false(drawing_legend_has(&d, "bondgenootschap"));
    assert_true(drawing_legend_has(&d, "wij"));
    assert_true(drawing_legend_has(&d, "tegenover elkaar")); /* Gerard and the community centre */
    assert_false(drawing_legend_has(&d, "geld"));
    drawing_clear(&d);
}

static void the_council_of_a_town(void **state)
{
    drawing d = tidy("data/waterrijk", false);
    (void)state;
    /* everyone is there, with a name */
    assert_int_equal(d.report.left_out, 0);
    assert_true(d.report.drawn > 80);
    assert_int_equal(svg_boxes_count(&d.boxes, "label"), svg_boxes_count(&d.boxes, "actor"));
    /* the clerk is procedure, whatever side anyone gave them */
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "actor-brandsma")->classes, "procedure"));
    /* a star of 27 members around the council would say nothing that their shape does not say */
    assert_null(svg_boxes_find(&d.boxes, "actor-gemeenteraad"));
    drawing_clear(&d);
}

/* The same map, with only the first sixty actors. */
static void sixty_actors(void **state)
{
    char *folder = make_folder(), *rows = get_file("data/waterrijk", "Actoren.csv"), *end = rows;
    static const char *const others[] = {"Relaties.csv", "Lidmaatschappen.csv", "Vraagstukken.csv", "Standpunten.csv", "Kaart.csv"};
    drawing d;
    (void)state;
    for (int line = 0; line < 61 && end; line++)
        end = strchr(end, '\n') ? strchr(end, '\n') + 1 : NULL;
    assert_non_null(end);
    *end = '\0';
    put_file(folder, "Actoren.csv", rows);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char *text = get_file("data/waterrijk", others[i]);
        put_file(folder, others[i], text);
        free(text);
    }
    d = tidy(folder, false);
    assert_int_equal(d.report.left_out, 0);
    assert_true(d.report.drawn >= 55);
    assert_int_equal(svg_boxes_count(&d.boxes, "label"), svg_boxes_count(&d.boxes, "actor"));
    drawing_clear(&d);
    free(rows);
    remove_folder(folder);
}

/* More than fit: those who matter by the score are shown, the others counted; with `all` every shape is there. */
static void three_hundred_actors(void **state)
{
    char *folder = drawing_invented(300), words[100];
    drawing d;
    (void)state;
    if (!folder)
        skip();
    d = drawing_prepare(folder, "network");
    d.options.top = 140;
    drawing_draw(&d);
    drawing_check(&d);
    assert_true(d.report.drawn >= 60 && d.report.drawn <= 120);
    snprintf(words, sizeof words, "%zu van %zu actoren getoond", d.report.drawn, d.report.drawn + d.report.left_out);
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "left-out")->text, words));
    d.options.top = 0;
    d.options.all = true;
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(d.report.left_out, 0);
    assert_true(svg_boxes_count(&d.boxes, "actor") >= d.report.drawn);
    assert_true(svg_boxes_count(&d.boxes, "label") >= 20);
    assert_non_null(svg_boxes_find(&d.boxes, "left-out"));
    drawing_clear(&d);
    remove_folder(folder);
}

/* A folder with actors, and the ties of a ring between them; the caller removes it. */
static char *map_of(const char *header, const char *const *rows, size_t n)
{
    char *folder = make_folder();
    char *actors = calloc(n + 1, 4000), *ties = calloc(n + 1, 40);
    strcat(actors, header);
    strcpy(ties, "from,to\n");
    for (size_t i = 0; i < n; i++) {
        sprintf(actors + strlen(actors), "a%zu,%s\n", i, rows[i]);
        if (i > 0)
            sprintf(ties + strlen(ties), "a%zu,a%zu\n", i - 1, i);
    }
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Ties.csv", ties);
    free(actors);
    free(ties);
    return folder;
}

/* Any name is text: it is shown, wrapped and cut where it must be, and never markup. */
static void hostile_names(void **state)
{
    char long_name[1001], *folder;
    const char *rows[] = {"<b>&amp;</b>",
                          "\"quote \"\"and\"\" \\N\"",
                          "\"two\nlines\"",
                          "Burgemeestervandervoortvandijkstraatbewonersvereniging",
                          "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                          "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 familie",
                          "]]>-->",
                          long_name};
    drawing d;
    (void)state;
    memset(long_name, 'n', 1000);
    for (size_t i = 60; i < 1000; i += 61)
        long_name[i] = ' ';
    long_name[1000] = '\0';
    folder = map_of("id,name\n", rows, sizeof rows / sizeof *rows);
    d = tidy(folder, false);
    assert_int_equal(svg_boxes_count(&d.boxes, "label"), 8);
    assert_string_equal(svg_boxes_find(&d.boxes, "label-a0")->text, "<b>&amp;</b>");
    assert_string_equal(svg_boxes_find(&d.boxes, "label-a2")->text, "two lines");
    assert_non_null(strstr(svg_boxes_find(&d.boxes, "label-a7")->text, "…"));
    assert_true(strlen(svg_boxes_find(&d.boxes, "label-a7")->text) < 80);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Who has x and y in the map stands there: pairs keep their distances in one scale, the same across as up. */
static void places_of_the_map_are_kept(void **state)
{
    const char *rows[] = {"Noord,100,300", "Oost,500,200", "Zuid,300,100", "Vrij,,"};
    char *folder = map_of("id,name,x,y\n", rows, 4);
    drawing d = tidy(folder, false);
    const svg_box *noord = svg_boxes_find(&d.boxes, "actor-a0"), *oost = svg_boxes_find(&d.boxes, "actor-a1"),
                  *zuid = svg_boxes_find(&d.boxes, "actor-a2");
    (void)state;
    /* these are points on the page, y up from its bottom: 540 - 300 = 240 */
    assert_true(fabs((noord->left + noord->right) / 2 - 100) < 0.1);
    assert_true(fabs((noord->top + noord->bottom) / 2 - 240) < 0.1);
    assert_true(fabs((oost->left + oost->right) / 2 - 500) < 0.1);
    assert_true(fabs((zuid->top + zuid->bottom) / 2 - 440) < 0.1);
    drawing_clear(&d);
    remove_folder(folder);
}

static void loners_stand_in_rows(void **state)
{
    const char *rows[] = {"Een", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven"};
    char *folder = map_of("id,name\n", rows, 7);
    drawing d;
    (void)state;
    put_file(folder, "Ties.csv", "from,to\na0,a1\n");
    d = tidy(folder, false);
    assert_non_null(svg_boxes_find(&d.boxes, "apart"));
    assert_true(fabs(svg_boxes_find(&d.boxes, "actor-a2")->bottom - svg_boxes_find(&d.boxes, "actor-a6")->bottom) < 0.1);
    drawing_clear(&d);
    remove_folder(folder);
}

static bool stop(void *context, const char *step, double share)
{
    (void)step;
    (void)share;
    return --*(int *)context > 0;
}

static void it_stops_when_asked(void **state)
{
    drawing d = drawing_prepare("data/buurthuis", "network");
    int steps = 2;
    (void)state;
    d.options.progress = stop;
    d.options.progress_context = &steps;
    drawing_draw(&d);
    assert_int_equal(d.status, SV_STOPPED);
    assert_null(d.bytes);
    drawing_clear(&d);
}

static void nothing_to_draw_is_said(void **state)
{
    char *folder = map_of("id,name,kind\n", (const char *[]){"Raad,council"}, 1);
    drawing d = drawing_prepare(folder, "network");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.status, SV_DATA);
    assert_int_equal(d.error.code, SV_E_NOTHING_TO_DRAW);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Rules of contact are for the team: outside it they are not in the bytes. */
static void the_public_sees_no_rules(void **state)
{
    char *folder = map_of("id,name\n", (const char *[]){"Een", "Twee", "Drie"}, 3);
    drawing d;
    (void)state;
    put_file(folder, "Ties.csv", "from,to,kind\na0,a1,knows\na1,a2,may_not_contact\n");
    d = tidy(folder, false);
    assert_int_equal(svg_boxes_count(&d.boxes, "forbidden"), 1);
    assert_true(drawing_legend_has(&d, "mag niet"));
    drawing_clear(&d);
    d = drawing_prepare(folder, "network");
    d.options.audience = SV_PUBLIC;
    drawing_draw(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "forbidden"), 0);
    assert_false(drawing_legend_has(&d, "mag niet"));
    assert_string_equal(svg_boxes_find(&d.boxes, "audience")->text, "openbaar");
    drawing_clear(&d);
    remove_folder(folder);
}

static void councils_by_party(void **state)
{
    static const char *const towns[] = {"heerde", "amstelveen", "oude_ijsselstreek"};
    (void)state;
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++) {
        char name[100], *persons, *organisations;
        const char *paths[2];
        drawing d;
        snprintf(name, sizeof name, "people/ori/%s_persons.json", towns[i]);
        persons = data_path(name);
        snprintf(name, sizeof name, "people/ori/%s_organisations.json", towns[i]);
        organisations = data_path(name);
        if (!persons || !organisations)
            skip();
        d = drawing_prepare("data/buurthuis", "network");
        drawing_clear(&d);
        assert_int_equal(sv_renderer_new(getenv("SPEELVELD_RENDER"), &d.options.renderer, NULL), SV_OK);
        paths[0] = persons;
        paths[1] = organisations;
        assert_int_equal(sv_map_read(paths, 2, &d.map.map, NULL, NULL), SV_OK);
        assert_int_equal(sv_network_new(d.map.map, NULL, &d.network, NULL), SV_OK);
        assert_int_equal(sv_scores_new(d.network, NULL, 0, NULL, &d.scores, NULL), SV_OK);
        d.options.issue = SV_NO_ROW;
        drawing_draw(&d);
        drawing_check(&d);
        assert_int_equal(d.report.left_out, 0);
        drawing_clear(&d);
        free(persons);
        free(organisations);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_actors),
        cmocka_unit_test(the_finding_counts_sides_and_names_bridges),
        cmocka_unit_test(the_legend_is_of_this_picture),
        cmocka_unit_test(the_council_of_a_town),
        cmocka_unit_test(sixty_actors),
        cmocka_unit_test(three_hundred_actors),
        cmocka_unit_test(hostile_names),
        cmocka_unit_test(places_of_the_map_are_kept),
        cmocka_unit_test(loners_stand_in_rows),
        cmocka_unit_test(it_stops_when_asked),
        cmocka_unit_test(nothing_to_draw_is_said),
        cmocka_unit_test(the_public_sees_no_rules),
        cmocka_unit_test(councils_by_party),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

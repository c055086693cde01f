/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The check of pictures, checked: it must find each fault in a picture that was drawn wrong on purpose. */
#include "svg_faults.h"
#include "svg_legend.h"
#include "svg_sound.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define PAGE "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><g transform=\"scale(1 1) translate(0 100)\">"
#define END "</g></svg>"
#define DISC(id, x, y)                                                                                                                     \
    "<g id=\"actor-" id "\" class=\"actor person\"><ellipse stroke-width=\"2\" cx=\"" x "\" cy=\"" y "\" rx=\"9\" ry=\"9\"/></g>"
#define LABEL(id, x, y, size)                                                                                                              \
    "<g id=\"label-" id "\" class=\"label\"><text text-anchor=\"middle\" x=\"" x "\" y=\"" y "\" font-size=\"" size "\">Jansen</text></g>"
#define TITLE(size) "<g id=\"title\" class=\"title\"><text text-anchor=\"start\" x=\"5\" y=\"-75\" font-size=\"" size "\">Titel</text></g>"

static size_t faults_in(const char *svg)
{
    svg_boxes boxes;
    size_t faults;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    faults = svg_boxes_faults(&boxes, 9);
    svg_boxes_clear(&boxes);
    return faults;
}

static void a_tidy_picture_has_no_faults(void **state)
{
    (void)state;
    assert_int_equal(faults_in(PAGE TITLE("21") DISC("a", "40", "-40") LABEL("a", "40", "-20", "9") DISC("b", "120", "-40")
                                   LABEL("b", "120", "-20", "9") END),
                     0);
}

static void each_fault_is_found(void **state)
{
    (void)state;
    assert_int_equal(faults_in(PAGE LABEL("a", "40", "-20", "9") LABEL("b", "50", "-22", "9") END), 1); /* label on label */
    assert_int_equal(faults_in(PAGE LABEL("a", "40", "-40", "9") DISC("b", "52", "-42") END), 1);       /* label on another's shape */
    assert_int_equal(faults_in(PAGE LABEL("a", "40", "-40", "9") DISC("a", "52", "-42") END), 0);       /* on its own is no fault */
    assert_int_equal(faults_in(PAGE DISC("a", "40", "-40") DISC("b", "55", "-42") END), 1);             /* shape on shape */
    assert_int_equal(faults_in(PAGE LABEL("a", "10", "-40", "9") END), 1);                              /* off the page at the left */
    assert_int_equal(faults_in(PAGE LABEL("a", "192", "-40", "9") END), 1);                             /* at the right */
    assert_int_equal(faults_in(PAGE DISC("a", "60", "-5") END), 1);                                     /* a shape, at the bottom */
    assert_int_equal(faults_in(PAGE LABEL("a", "60", "-40", "8.9") END), 1);                            /* 8.9 is not 9 */
    assert_int_equal(faults_in(PAGE TITLE("20") END), 1);                                               /* "over 20" */
    assert_int_equal(faults_in(PAGE TITLE("21") LABEL("a", "25", "-72", "9") END), 1);                  /* label on the title */
    assert_int_equal(faults_in(PAGE DISC("a", "40", "-40") DISC("a", "140", "-40") END), 1);            /* one id twice */
}

#define LINE(classes, looks) "<g id=\"line-1\" class=\"" classes "\"><path fill=\"none\" " looks " d=\"M10,-40C10,-40 90,-40 90,-40\"/></g>"
#define SIGN(size)                                                                                                                         \
    "<g id=\"actor-a\" class=\"actor person\"><ellipse cx=\"60\" cy=\"-40\" rx=\"9\" ry=\"9\"/><text text-anchor=\"middle\" x=\"60\" "     \
    "y=\"-37\" font-size=\"" size "\">++</text></g>"

/* A tie may run under a name, a rule may not; "++" at 9 is 15 points across in a disc of 18, and at 12 it is 20. */
static void lines_and_shapes_of_labels(void **state)
{
    (void)state;
    assert_int_equal(faults_in(PAGE LINE("tie", "stroke=\"#333333\"") LABEL("a", "40", "-38", "9") END), 0);
    assert_int_equal(faults_in(PAGE LINE("rule", "stroke=\"#333333\"") LABEL("a", "40", "-38", "9") END), 1);
    assert_int_equal(faults_in(PAGE LINE("rule", "stroke=\"#333333\"") LABEL("a", "40", "-50", "9") END), 0);
    assert_int_equal(faults_in(PAGE SIGN("9") END), 0);
    assert_int_equal(faults_in(PAGE SIGN("12") END), 1);
}

#define INK(id, fill, text)                                                                                                                \
    "<g id=\"label-" id "\" class=\"label\"><polygon fill=\"" fill                                                                         \
    "\" points=\"20,-50 90,-50 90,-30 20,-30\"/><text text-anchor=\"middle\" "                                                             \
    "x=\"60\" y=\"-40\" font-size=\"9\" fill=\"" text "\">Jansen</text></g>"

static size_t faint_in(const char *svg, bool coloured)
{
    svg_boxes boxes;
    size_t faults;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    faults = coloured ? svg_boxes_coloured(&boxes) : svg_boxes_faint(&boxes);
    svg_boxes_clear(&boxes);
    return faults;
}

/* #767676 is the lightest grey that keeps 4.5:1 on white (4.54), #777777 does not (4.48). */
static void contrast_is_looked_at(void **state)
{
    (void)state;
    assert_true(svg_contrast(0x000000, 0xFFFFFF) > 20.99 && svg_contrast(0xFFFFFF, 0x000000) < 21.01);
    assert_int_equal(faint_in(PAGE INK("a", "#ffffff", "#767676") END, false), 0);
    assert_int_equal(faint_in(PAGE INK("a", "#ffffff", "#777777") END, false), 1);
    assert_int_equal(faint_in(PAGE INK("a", "#000000", "#ffffff") END, false), 0);
    assert_int_equal(faint_in(PAGE "<g id=\"zone-1\" class=\"zone\"><polygon fill=\"#333333\" points=\"0,0 190,0 190,-90 0,-90\"/></g>"
                                   "<g id=\"label-a\" class=\"label\"><text x=\"60\" y=\"-40\" font-size=\"9\">Jansen</text></g>" END,
                              false),
                     1); /* black on a dark zone */
    assert_int_equal(
        faint_in(PAGE "<g id=\"line-1\" class=\"tie\"><path fill=\"none\" stroke=\"#aaaaaa\" d=\"M0,-10C5,-10 8,-10 20,-10\"/></g>" END,
                 false),
        1); /* 2.32 on white */
    assert_int_equal(faint_in(PAGE INK("a", "#ffffff", "#333333") END, true), 0);
    assert_int_equal(faint_in(PAGE INK("a", "#fffffe", "#333333") END, true), 1);
}

/* "Jansen" at 9 in DejaVu Sans: its letters (J .295 a .613 n .634 s .521 e .615 n .634 make 3.312 em, x 9 = 29.8 points. */
static void widths_are_measured(void **state)
{
    const char *svg = PAGE LABEL("a", "60", "-40", "9") END;
    svg_boxes boxes;
    double width;
    (void)state;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    width = boxes.items[0].text_right - boxes.items[0].text_left;
    assert_true(width > 28.5 && width < 30); /* ink leaves out the space around it */
    assert_string_equal(svg_boxes_find(&boxes, "label-a")->text, "Jansen");
    assert_int_equal(svg_boxes_count(&boxes, "label"), 1);
    assert_int_equal(svg_boxes_count(&boxes, "lab"), 0);
    svg_boxes_clear(&boxes);
}

/* ---- The legend ---- */

#define WHO(id, x, looks, sign)                                                                                                            \
    "<g id=\"actor-" id "\" class=\"actor person\"><title>t</title><ellipse " looks " cx=\"" x                                             \
    "\" cy=\"-40\" rx=\"9\" ry=\"9\"/><text x=\"" x "\" y=\"-40\" font-size=\"9\">" sign "</text></g>"
#define SAMPLE(id, x, looks, sign)                                                                                                         \
    "<g id=\"legend-" id "\" class=\"legend\"><ellipse " looks " cx=\"" x "\" cy=\"-10\" rx=\"6\" ry=\"6\"/><text x=\"" x                  \
    "\" y=\"-10\" font-size=\"9\">" sign "</text></g>"
#define BLUE "fill=\"#0000ff\" stroke=\"#333333\""
#define RED "fill=\"#ff0000\" stroke=\"#333333\""
#define UNKNOWN "fill=\"#ffffff\" stroke=\"#333333\" stroke-dasharray=\"6,6\""
#define HEAVY "fill=\"#0000ff\" stroke=\"#111111\" stroke-width=\"3\""
#define HEAVY_SAMPLE "fill=\"#ffffff\" stroke=\"#111111\" stroke-width=\"3\""
#define SQUARE "<g id=\"actor-c\" class=\"actor organisation\"><polygon " BLUE " points=\"150,-50 130,-50 130,-30 150,-30 150,-50\"/></g>"
#define SQUARE_SAMPLE                                                                                                                      \
    "<g id=\"legend-9\" class=\"legend\"><polygon fill=\"#ffffff\" stroke=\"#333333\" points=\"150,-15 140,-15 140,-5 150,-5 "             \
    "150,-15\"/></g>"
#define LINE_SAMPLE(looks) "<g id=\"legend-8\" class=\"legend\"><path fill=\"none\" " looks " d=\"M100,-10C100,-10 120,-10 120,-10\"/></g>"

static size_t legend_faults(const char *svg, bool by_place)
{
    svg_boxes boxes;
    size_t faults;
    assert_true(svg_boxes_read(svg, strlen(svg), &boxes));
    faults = svg_legend_faults(&boxes, by_place);
    svg_boxes_clear(&boxes);
    return faults;
}

static void legends_are_of_their_picture(void **state)
{
    (void)state;
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") SAMPLE("1", "20", BLUE, "+") END, false), 0);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") WHO("b", "70", RED, "0") SAMPLE("1", "20", BLUE, "-")
                                       SAMPLE("2", "40", RED, "0") END,
                                   false),
                     2);                                                           /* neither has the other's */
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") END, false), 0); /* alone it is like all others */
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") WHO("b", "70", RED, "-") END, false), 4); /* two colours, two signs */
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") WHO("b", "70", RED, "-") END, true), 0);  /* the place says it */
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") SAMPLE("1", "20", BLUE, "+") SAMPLE("2", "40", RED, "-") END, false), 1);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", UNKNOWN, "?") SAMPLE("1", "20", UNKNOWN, "?") END, false), 0);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", UNKNOWN, "") SAMPLE("1", "20", UNKNOWN, "") END, false), 0);
    assert_int_equal(
        legend_faults(PAGE WHO("a", "40", "fill=\"#ffffff\" stroke=\"#333333\"", "") SAMPLE("1", "20", UNKNOWN, "") END, false), 1);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") WHO("b", "70", HEAVY, "+") SAMPLE("1", "20", BLUE, "+") END, false), 1);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") WHO("b", "70", HEAVY, "+") SAMPLE("1", "20", BLUE, "+")
                                       SAMPLE("2", "40", HEAVY_SAMPLE, "") END,
                                   false),
                     0);
    assert_int_equal(
        legend_faults(PAGE WHO("a", "40", BLUE, "+") SAMPLE("1", "20", BLUE, "+") SAMPLE("2", "40", HEAVY_SAMPLE, "") END, false), 1);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") SAMPLE("1", "20", BLUE, "+") SQUARE END, false), 1); /* a form */
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") SAMPLE("1", "20", BLUE, "+") SQUARE SQUARE_SAMPLE END, false), 0);
    assert_int_equal(legend_faults(PAGE WHO("a", "40", BLUE, "+") SAMPLE("1", "20", BLUE, "+") SQUARE_SAMPLE END, false), 1);
}

static void legends_have_lines_and_sizes(void **state)
{
    static const char large[] = PAGE SAMPLE("1", "20", BLUE, "+") WHO("a", "40", BLUE, "+")
        LABEL("a", "40", "-20", "9") "<g id=\"actor-b\" class=\"actor person\"><ellipse " BLUE
                                     " cx=\"80\" cy=\"-40\" rx=\"14\" ry=\"14\"/></g>" LABEL("b", "80", "-20", "9") END;
    (void)state;
    assert_int_equal(legend_faults(PAGE LINE("tie", "stroke=\"#333333\"") END, false), 1);
    assert_int_equal(legend_faults(PAGE LINE("tie", "stroke=\"#333333\"") LINE_SAMPLE("stroke=\"#333333\"") END, false), 0);
    assert_int_equal(
        legend_faults(PAGE LINE("tie", "stroke=\"#333333\"") LINE_SAMPLE("stroke=\"#333333\" stroke-dasharray=\"6,6\"") END, false), 2);
    assert_int_equal(legend_faults(PAGE LINE("rule", "stroke=\"#333333\"") END, false), 0); /* what parts the page says nothing else */
    assert_int_equal(legend_faults(large, false), 1);
}

/* ---- Markup ---- */

#define SOUND(more)                                                                                                                        \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                              \
    "xml:lang=\"nl\"><title>t</title><desc>d</desc>" more "</svg>"

static size_t sound_faults(const char *svg)
{
    size_t actors;
    return svg_sound_faults(svg, strlen(svg), &actors);
}

static void markup_is_looked_at(void **state)
{
    (void)state;
    assert_int_equal(sound_faults(SOUND(WHO("a", "40", BLUE, "+"))), 0);
    assert_int_equal(sound_faults(SOUND("<g><a xlink:href=\"https://example.org/\"><text>x</text></a></g>")), 0);
    assert_int_equal(sound_faults(SOUND("<g><a xlink:href=\"file:///etc/passwd\"><text>x</text></a></g>")), 1);
    assert_int_equal(sound_faults(SOUND("<g><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></g>")), 1);
    assert_int_equal(sound_faults(SOUND("<script>1</script>")), 1);
    assert_int_equal(sound_faults(SOUND("<image xlink:href=\"https://example.org/\"/>")), 2); /* the element and its address */
    assert_int_equal(sound_faults(SOUND("<text onclick=\"x()\">x</text>")), 1);
    assert_int_equal(sound_faults(SOUND("<text fill=\"url(http://example.org/)\">x</text>")), 1);
    assert_int_equal(sound_faults(SOUND("<g class=\"actor person\" id=\"actor-a\"/>")), 1); /* no tooltip */
    assert_int_equal(sound_faults(SOUND("<g class=\"actor\"><title>t</title></g>")), 2);    /* no id, no kind */
    assert_int_equal(sound_faults("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), 3);
    assert_int_equal(sound_faults(SOUND("<text>x")), 1);
    assert_int_equal(sound_faults("<!DOCTYPE svg [<!ENTITY a \"b\">]>" SOUND("")), 1);
}

static void what_is_no_picture_is_refused(void **state)
{
    svg_boxes boxes;
    (void)state;
    assert_false(svg_boxes_read("<svg", 4, &boxes));
    assert_false(svg_boxes_read("<html/>", 7, &boxes));
    svg_boxes_clear(&boxes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_tidy_picture_has_no_faults),
                                       cmocka_unit_test(each_fault_is_found),
                                       cmocka_unit_test(contrast_is_looked_at),
                                       cmocka_unit_test(widths_are_measured),
                                       cmocka_unit_test(what_is_no_picture_is_refused),
                                       cmocka_unit_test(lines_and_shapes_of_labels),
                                       cmocka_unit_test(legends_are_of_their_picture),
                                       cmocka_unit_test(legends_have_lines_and_sizes),
                                       cmocka_unit_test(markup_is_looked_at)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

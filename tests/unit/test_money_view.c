/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The money view: who pays whom, how much, what share that is, and who is exposed by it. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *text_of(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    return box ? box->text : "";
}

/* Every text of a class, joined: is this among them? */
static bool any_text(const drawing *d, const char *classes, const char *words)
{
    for (size_t i = 0; i < d->boxes.n; i++)
        if (strcmp(d->boxes.items[i].classes, classes) == 0 && strcmp(d->boxes.items[i].text, words) == 0)
            return true;
    return false;
}

/*
 * Kern gets 75,000 of the town and 25,000 of Rijk: shares .75 and .25; Rijk is against what Kern is for. Noord gets 1,200 of the fund: all
 * of it. So one of two is bound by the town, and on the issue by an opponent too; and the one that is for is among them.
 */
static const char actors[] = "id,name,kind\nstad,Gemeente Ginds,municipality\nrijk,Rijk BV,business\nfonds,Fonds Fijn,organisation\n"
                             "kern,Stichting Kern,welfare\nnoord,Noord Bijeen,residents_group\n";
static const char ties[] = "from,to,kind,amount\nstad,kern,funds,75000\nrijk,kern,funds,25000\nfonds,noord,funds,1200\n";

static char *money_map(bool positions)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Ties.csv", ties);
    if (positions) {
        put_file(folder, "Issues.csv", "id,title\nhal,Een hal\n");
        put_file(folder, "Positions.csv", "actor,issue,position\nkern,hal,3\nrijk,hal,-3\n");
    }
    return folder;
}

static void amounts_and_shares(void **state)
{
    char *folder = money_map(false);
    drawing d = drawing_tidy(folder, "money", false);
    const svg_box *town, *kern;
    (void)state;
    assert_true(any_text(&d, "label", "€ 75.000 · 75%") && any_text(&d, "label", "€ 25.000 · 25%"));
    assert_true(any_text(&d, "label", "€ 1.200 · 100%"));
    assert_true(any_text(&d, "card-under", "€ 100.000"));
    assert_string_equal(text_of(&d, "finding"), "Eén van de 2 ontvangers krijgt geld van de gemeente: Stichting Kern (75%).");
    assert_int_equal(svg_boxes_count(&d.boxes, "funds"), 3);
    assert_int_equal(svg_boxes_count(&d.boxes, "opponent"), 0);
    assert_true(drawing_legend_has(&d, "kwetsbaar: door geld van de gemeente"));
    town = svg_boxes_find(&d.boxes, "actor-stad");
    kern = svg_boxes_find(&d.boxes, "actor-kern");
    assert_true(town->right < kern->left);
    assert_int_equal(d.report.drawn, 5);
    assert_int_equal(d.report.ties, 3);
    d.options.language = SV_ENGLISH;
    drawing_draw(&d);
    assert_true(any_text(&d, "label", "€75,000 · 75%"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void an_opponent_pays(void **state)
{
    char *folder = money_map(true);
    drawing d = drawing_tidy(folder, "money", false);
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "opponent"), 1);
    assert_string_equal(text_of(&d, "finding"),
                        "Eén van de 2 ontvangers krijgt geld van de gemeente of van een tegenstander: Stichting Kern (75%).");
    assert_string_equal(text_of(&d, "sentence"), "De ene ontvanger die voor is, hangt van dat geld af.");
    assert_true(any_text(&d, "card-under", "€ 100.000 · voor") && any_text(&d, "card-under", "€ 25.000 · tegen"));
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "opponent"), 0);
    drawing_clear(&d);
    remove_folder(folder);
}

/* In the sample what the town pays is 2,840,000 + 1,150,000 + 85,000 + 38,000 + 7,500 + 18,000 = 4,138,500. */
static void the_sample(void **state)
{
    drawing d = drawing_tidy("data/waterrijk", "money", false);
    (void)state;
    assert_true(any_text(&d, "card-under", "€ 4.138.500"));
    assert_true(any_text(&d, "label", "€ 2.840.000 · 96%")); /* of 2,945,000: .9643 */
    drawing_clear(&d);
}

static void none_is_said(void **state)
{
    drawing d = drawing_prepare("data/buurthuis", "money");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_EMPTY);
    drawing_clear(&d);
}

/* 30 funders and 270 receivers: receiver i gets 1000 x i of funder i mod 30; the last one of twelve. */
static char *many(void)
{
    char *folder = make_folder(), *rows = calloc(1, 40000), *money = calloc(1, 40000);
    size_t n = (size_t)sprintf(rows, "id,name,kind\n"), m = (size_t)sprintf(money, "from,to,kind,amount\n");
    for (int i = 0; i < 300; i++)
        n += (size_t)sprintf(rows + n, "a%d,Stichting met een lange naam nummer %d,%s\n", i, i, i ? "organisation" : "municipality");
    for (int i = 30; i < 300; i++)
        m += (size_t)sprintf(money + m, "a%d,a%d,funds,%d\n", i % 30, i, 1000 * i);
    for (int i = 0; i < 12; i++)
        m += (size_t)sprintf(money + m, "a%d,a299,funds,%d\n", i, 500);
    put_file(folder, "Actors.csv", rows);
    put_file(folder, "Ties.csv", money);
    free(rows);
    free(money);
    return folder;
}

static void more_than_fit(void **state)
{
    char *folder = many();
    drawing d = drawing_tidy(folder, "money", false);
    (void)state;
    /* the twelve of 500 are less than a hundredth each: 6,000 together, of 305,000: 1.97% */
    assert_true(any_text(&d, "label", "nog 12: € 6.000 · 2%"));
    assert_non_null(strstr(text_of(&d, "left-out"), "van de 270 ontvangers getoond: die met het meeste geld"));
    assert_int_equal(d.report.drawn + d.report.left_out, 300); /* each either pays or receives */
    assert_true(d.report.left_out > 0 && d.report.full);
    drawing_clear(&d);
    drawing_check_map(folder, "money");
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_and_shares), cmocka_unit_test(an_opponent_pays),     cmocka_unit_test(the_sample),
        cmocka_unit_test(none_is_said),       cmocka_unit_test(more_than_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

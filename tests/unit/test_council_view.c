/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The council view: seats and their sides by hand, the line of the majority between them, who decides, and what the public may see. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* A map in a folder, about an issue that somebody decides on; the caller removes it. */
static char *council_map(const char *actors, const char *groups, const char *positions, const char *competent)
{
    char *folder = make_folder(), issue[200];
    put_file(folder, "Actors.csv", actors);
    if (groups)
        put_file(folder, "Groups.csv", groups);
    put_file(folder, "Positions.csv", positions);
    snprintf(issue, sizeof issue, "id,title,competent,visibility\nx,Two evenings open,%s,public\n", competent);
    put_file(folder, "Issues.csv", issue);
    return folder;
}

static const svg_box *box_of(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    if (!box)
        fail_msg("there is no %s", id);
    return box;
}

static const char *text_of(const drawing *d, const char *id)
{
    return box_of(d, id)->text;
}

static double middle_x(const svg_box *box)
{
    return (box->left + box->right) / 2;
}

static bool has_word(const svg_box *box, const char *word)
{
    return strstr(box->classes, word) != NULL;
}

/* Two groups. Red: Anna 4, Bram 2, and a seat without a name, which thinks as the mean of those, 3. Blue: Cor -3, and Dina, of whom nobody
 * knows. */
static const char five_actors[] =
    "id,name,kind,group\na,Anna Aa,council_member,Red\nb,Bram Bee,council_member,Red\nc,Cor Cee,council_member,Blue\n"
    "d,Dina Dee,council_member,Blue\ng,Griet Gee,clerk,\nw,Wim Wee,alderman,\n";
static const char five_groups[] = "group,seats,coalition\nRed,3,yes\nBlue,2,no\n";
static const char five_positions[] = "actor,issue,position\na,x,4\nb,x,2\nc,x,-3\ng,x,-4\nw,x,4\n";

/* In favour Anna, Bram and the seat of their group; against Cor, and Dina as her group. Of five votes three are needed. */
static void seats_by_position(void **state)
{
    char *folder = council_map(five_actors, five_groups, five_positions, "council");
    drawing d = drawing_tidy(folder, "council", false);
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 5); /* neither the clerk nor the alderman */
    assert_string_equal(text_of(&d, "needed"), "3 van 5 nodig");
    assert_non_null(strstr(text_of(&d, "finding"), "er zijn 3 stemmen nodig, en die zijn er."));
    assert_non_null(strstr(text_of(&d, "counts"), "tegen"));
    assert_null(strstr(text_of(&d, "counts"), "twijfelend"));
    assert_true(has_word(box_of(&d, "actor-a"), "strongly-for") && has_word(box_of(&d, "actor-b"), " for"));
    assert_true(has_word(box_of(&d, "actor-c"), "strongly-against") && has_word(box_of(&d, "actor-d"), "assumed"));
    assert_true(has_word(box_of(&d, "actor-seat.2"), "unnamed") &&
                has_word(box_of(&d, "actor-seat.2"), "strongly-for")); /* between 4 and 2 */
    assert_int_equal(svg_boxes_count(&d.boxes, "coalition"), 3);
    assert_true(middle_x(box_of(&d, "actor-a")) > middle_x(box_of(&d, "actor-b")));
    assert_true(middle_x(box_of(&d, "actor-b")) > middle_x(box_of(&d, "actor-c")));
    assert_true(drawing_legend_has(&d, "sterk voor (2)") && drawing_legend_has(&d, "standpunt van de fractie (2)"));
    assert_non_null(strstr(text_of(&d, "left-out"), "van 1 van de 5 zetels noemt de kaart geen naam"));
    assert_non_null(strstr(text_of(&d, "left-out"), "9 zetels, de kaart heeft er 5"));
    assert_int_equal(d.report.drawn, 4);
    drawing_clear(&d);
    remove_folder(folder);
}

/* 1.9 and -1.9 are undecided, as in the count of votes; unknown stands between them and those against. */
static void undecided_and_unknown(void **state)
{
    char *folder = council_map("id,name,kind,group\na,Anna Aa,council_member,\nb,Bram Bee,council_member,\nc,Cor Cee,council_member,\n"
                               "d,Dina Dee,council_member,\ne,Els Ee,council_member,\n",
                               NULL, "actor,issue,position\na,x,2\nb,x,1.9\nc,x,-1.9\ne,x,-2\n", "council");
    drawing d = drawing_tidy(folder, "council", false);
    (void)state;
    assert_true(has_word(box_of(&d, "actor-b"), "undecided") && has_word(box_of(&d, "actor-c"), "undecided"));
    assert_true(has_word(box_of(&d, "actor-d"), "unknown"));
    assert_non_null(strstr(text_of(&d, "finding"), "er zijn 3 stemmen nodig, nog 2 te gaan."));
    assert_true(middle_x(box_of(&d, "actor-c")) > middle_x(box_of(&d, "actor-d")) - 1e-6);
    assert_true(middle_x(box_of(&d, "actor-d")) > middle_x(box_of(&d, "actor-e")));
    drawing_clear(&d);
    remove_folder(folder);
}

/*
 * From the right: Anna and Dirk (4, Red), Bea (0, Red), Cor (0, Blue), Evi (-4, Red). Red sits on three sides: its three seats in favour
 * and undecided lie beside each other and are one part, with one name; the fourth lies behind Blue.
 */
static void a_group_that_is_parted(void **state)
{
    char *folder = council_map("id,name,kind,group\na,Anna Aa,council_member,Red\nb,Bea Bee,council_member,Red\n"
                               "c,Cor Cee,council_member,Blue\nd,Dirk Dee,council_member,Red\ne,Evi Ee,council_member,Red\n",
                               "group,seats\nRed,4\nBlue,1\n", "actor,issue,position\na,x,4\nb,x,0\nc,x,0\nd,x,4\ne,x,-4\n", "council");
    drawing d = drawing_tidy(folder, "council", false);
    (void)state;
    assert_string_equal(text_of(&d, "block.1"), "Red\u00A03\u00A0van\u00A04");
    assert_string_equal(text_of(&d, "block.2"), "Blue\u00A01");
    assert_string_equal(text_of(&d, "block.3"), "Red\u00A01\u00A0van\u00A04");
    assert_null(svg_boxes_find(&d.boxes, "block.4"));
    drawing_clear(&d);
    remove_folder(folder);
}

/* On which side of the line a seat is: right of the piece that passes it at its height, or of where the line begins. */
static bool right_of_line(const drawing *d, const svg_box *seat)
{
    double y = (seat->top + seat->bottom) / 2, x = 0, lowest = -1;
    for (size_t i = 0; i < d->boxes.n; i++) {
        const svg_box *piece = &d->boxes.items[i];
        if (!has_word(piece, "majority") || piece->right - piece->left > piece->bottom - piece->top)
            continue;
        if (y >= piece->top && y <= piece->bottom)
            return middle_x(seat) > middle_x(piece);
        if (piece->bottom > lowest) {
            lowest = piece->bottom;
            x = middle_x(piece);
        }
    }
    return middle_x(seat) > x;
}

/* As many seats are right of the line as votes are needed; it touches none of them and no name. */
static void check_line(const drawing *d, size_t needed)
{
    size_t right = 0;
    for (size_t i = 0; i < d->boxes.n; i++) {
        const svg_box *box = &d->boxes.items[i];
        if (has_word(box, "actor"))
            right += right_of_line(d, box);
        for (size_t k = 0; k < d->boxes.n; k++) {
            const svg_box *piece = &d->boxes.items[k];
            if (has_word(box, "actor") && has_word(piece, "majority") && piece->left < box->right && piece->right > box->left &&
                piece->top < box->bottom && piece->bottom > box->top)
                fail_msg("the line runs through %s", box->id);
        }
    }
    assert_int_equal(right, needed);
}

static void the_line_parts_what_is_needed(void **state)
{
    drawing d = drawing_tidy("data/waterrijk", "council", false);
    (void)state;
    for (int page = 0; page < SV_PAGE_SIZES; page++) {
        d.options.page = (sv_page_size)page;
        drawing_draw(&d);
        check_line(&d, 14); /* more than half of 27 */
    }
    d.options.page = SV_PAGE_SLIDE;
    d.options.colour_by = SV_COLOUR_GROUP;
    drawing_draw(&d);
    drawing_check(&d);
    check_line(&d, 14);
    assert_string_equal(text_of(&d, "needed"), "14 van 27 nodig");
    drawing_clear(&d);
    d = drawing_tidy("data/buurthuis", "council", false);
    check_line(&d, 8);
    drawing_clear(&d);
}

/* The second issue of the sample is for the executive: no line, no counts, and it says why. */
static void not_for_the_council(void **state)
{
    drawing d = drawing_prepare("data/waterrijk", "council");
    char *folder;
    (void)state;
    d.options.issue = 1;
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "needed"), "Het college beslist, niet de raad");
    assert_non_null(strstr(text_of(&d, "finding"), "Hierover beslist het college, niet de raad"));
    assert_null(svg_boxes_find(&d.boxes, "counts"));
    assert_int_equal(svg_boxes_count(&d.boxes, "majority"), 0);
    drawing_clear(&d);
    folder = council_map(five_actors, five_groups, five_positions, "unknown");
    d = drawing_tidy(folder, "council", false);
    assert_string_equal(text_of(&d, "needed"), "Wie beslist, is niet bekend");
    assert_int_equal(svg_boxes_count(&d.boxes, "majority"), 0);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Without an issue: groups in their colours, the coalition at the right. 6 + 4 + 3 + 2 of the sample are in it. */
static void groups_without_an_issue(void **state)
{
    drawing d = drawing_prepare("data/waterrijk", "council");
    (void)state;
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    drawing_check(&d);
    check_line(&d, 14);
    assert_non_null(strstr(text_of(&d, "finding"), "De coalitie heeft 15 van de 27 zetels; een meerderheid is 14."));
    assert_int_equal(svg_boxes_count(&d.boxes, "coalition"), 15);
    assert_true(middle_x(box_of(&d, "actor-bloemendaal")) > middle_x(box_of(&d, "actor-bensaid")));
    assert_true(drawing_legend_has(&d, "Waterrijk Lokaal (6)") && drawing_legend_has(&d, "Fractie"));
    assert_string_equal(text_of(&d, "label-van-t-hof"), "Y." NO_BREAK_SPACE "van ’t Hof");
    /* Bouzidi's group is one, his party another */
    assert_true(drawing_legend_has(&d, "Fractie Bouzidi (1)"));
    d.options.colour_by = SV_COLOUR_PARTY;
    drawing_draw(&d);
    drawing_check(&d);
    assert_true(drawing_legend_has(&d, "Jong Waterrijk (1)") && !drawing_legend_has(&d, "Fractie Bouzidi"));
    drawing_clear(&d);
}

/* What stands where when a seat belongs to one of two of one name. */
static void names_that_come_out_the_same_stay_whole(void **state)
{
    char *folder = council_map("id,name,kind\na,Carla Bos,council_member\nb,Cees Bos,council_member\nc,Dirk Bos,council_member\n", NULL,
                               "actor,issue,position\na,x,4\n", "council");
    drawing d = drawing_tidy(folder, "council", false);
    (void)state;
    assert_string_equal(text_of(&d, "label-a"), "Carla Bos");
    assert_string_equal(text_of(&d, "label-b"), "Cees Bos");
    assert_string_equal(text_of(&d, "label-c"), "D." NO_BREAK_SPACE "Bos");
    drawing_clear(&d);
    remove_folder(folder);
}

/* A council of members with long names, as a folder; 14 groups. */
static char *long_names(size_t members)
{
    sv_text actors = {0}, positions = {0};
    char *folder;
    sv_text_add(&actors, "id,name,kind,group\n");
    sv_text_add(&positions, "actor,issue,position\n");
    for (size_t i = 0; i < members; i++) {
        sv_text_addf(&actors, "p%zu,%cnna Maria van der Langenaam-Voorbeeldsma%zu,council_member,Lijst %zu\n", i, (char)('A' + i % 26), i,
                     i % 14);
        sv_text_addf(&positions, "p%zu,x,%d\n", i, (int)(i * 7 % 9) - 4);
    }
    folder = council_map(sv_text_get(&actors), NULL, sv_text_get(&positions), "council");
    sv_text_clear(&actors);
    sv_text_clear(&positions);
    return folder;
}

/* Where names find no room at their seats, seats have numbers and the names a list; and those without room there are counted. */
static void numbers_where_there_are_too_many(void **state)
{
    char *folder = long_names(45);
    drawing d = drawing_tidy(folder, "council", false);
    size_t listed = svg_boxes_count(&d.boxes, "list");
    char expected[60];
    (void)state;
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 45);
    assert_true(listed > 20 && listed < 45);
    snprintf(expected, sizeof expected, "namen van %zu van de 45 leden", listed);
    assert_non_null(strstr(text_of(&d, "left-out"), expected));
    check_line(&d, 23);
    drawing_clear(&d);
    drawing_check_map(folder, "council"); /* no council is larger: Gemeentewet, article 8 */
    remove_folder(folder);
    folder = long_names(150); /* but a map may say so, and then they are all there, however small */
    d = drawing_prepare(folder, "council");
    drawing_draw(&d);
    assert_int_equal(d.status, SV_OK);
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 150);
    drawing_clear(&d);
    remove_folder(folder);
}

/* For the public with an issue only what is public of everyone; without one who sits there is no secret. */
static void what_the_public_may_see(void **state)
{
    static const char actors[] =
        "id,name,kind,group,visibility\na,Anna Aa,council_member,Red,public\nb,Bram Bee,council_member,Blue,public\n"
        "c,Cor Cee,council_member,Blue,public\n";
    char *folder =
        council_map(actors, NULL, "actor,issue,position,visibility,source\na,x,4,public,council of 2 July\nb,x,-4,team,\n", "council");
    drawing d = drawing_prepare(folder, "council");
    (void)state;
    d.options.audience = SV_PUBLIC; /* the whole map, as if it were the public's */
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_PUBLIC_REFUSED);
    drawing_clear(&d);
    d = drawing_prepare_for(folder, "council", SV_PUBLIC);
    d.options.issue = SV_NO_ROW;
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "actor"), 3);
    assert_null(strstr(d.bytes, "voor<"));
    d.options.issue = 0; /* the edition has Anna's position only, and that is public */
    drawing_draw(&d);
    drawing_check(&d);
    assert_true(drawing_legend_has(&d, "geen openbaar standpunt (2)") && !drawing_legend_has(&d, "onbekend"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void without_a_council_there_is_nothing(void **state)
{
    char *folder = council_map("id,name,kind\na,Anna,resident\ng,Griet,clerk\n", NULL, "actor,issue,position\na,x,4\n", "council");
    drawing d = drawing_prepare(folder, "council");
    (void)state;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_LACKS);
    drawing_clear(&d);
    remove_folder(folder);
}

static void check_register(const char *council, size_t members, size_t needed)
{
    char persons[64], organisations[64], *paths[2];
    reading from = {0};
    drawing d;
    snprintf(persons, sizeof persons, "people/ori/%s_persons.json", council);
    snprintf(organisations, sizeof organisations, "people/ori/%s_organisations.json", council);
    paths[0] = data_path(persons);
    paths[1] = data_path(organisations);
    if (!paths[0] || !paths[1] || !getenv("SPEELVELD_RENDER")) {
        free(paths[0]);
        free(paths[1]);
        skip();
    }
    assert_int_equal(sv_map_read((const char *const *)paths, 2, &from.map, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_check(from.map, NULL, NULL), SV_OK);
    d = drawing_prepare_read(from, "council", SV_PRIVATE);
    for (int page = 0; page < SV_PAGE_SIZES; page++) {
        d.options.page = (sv_page_size)page;
        drawing_draw(&d);
        if (d.status)
            print_error("%s page %d: %d %s\n", council, page, d.error.code, d.error.found);
        drawing_check(&d);
        assert_int_equal(svg_boxes_count(&d.boxes, "actor"), members);
        assert_int_equal(svg_boxes_count(&d.boxes, "list"), 0); /* every name at its seat */
        check_line(&d, needed);
    }
    drawing_clear(&d);
    free(paths[0]);
    free(paths[1]);
}

/* Councils as they are, by group: nobody in them has a position. More than half of 17, 24 and 37. */
static void three_councils_as_they_are(void **state)
{
    (void)state;
    check_register("heerde", 17, 9);
    check_register("oude_ijsselstreek", 24, 13);
    check_register("amstelveen", 37, 19);
}

/* By group, without an issue. */
static void the_sample_by_group(void **state)
{
    drawing d = drawing_prepare("data/waterrijk", "council");
    (void)state;
    d.options.issue = SV_NO_ROW;
    drawing_check_pages(&d);
    drawing_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seats_by_position),
        cmocka_unit_test(undecided_and_unknown),
        cmocka_unit_test(a_group_that_is_parted),
        cmocka_unit_test(the_line_parts_what_is_needed),
        cmocka_unit_test(not_for_the_council),
        cmocka_unit_test(groups_without_an_issue),
        cmocka_unit_test(names_that_come_out_the_same_stay_whole),
        cmocka_unit_test(numbers_where_there_are_too_many),
        cmocka_unit_test(what_the_public_may_see),
        cmocka_unit_test(without_a_council_there_is_nothing),
        cmocka_unit_test(three_councils_as_they_are),
        cmocka_unit_test(the_sample_by_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

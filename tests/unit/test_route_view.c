/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The route view: ways as lanes, with what ties each two and when they last spoke; rules crossed; the clerk a note. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char actors[] = "id,name,kind,own,organisation,role,visibility\n"
                             "ann,Anna Akkerman,professional,yes,,worker,public\nhuis,Stichting Huis,welfare,,,,public\n"
                             "bob,Bob Boon,manager,,,director,public\ncas,Cas Castelein,council_member,,,,public\n"
                             "adv,Adviesraad Zorg,advisory_council,,,,public\ngrif,Griet Griffioen,clerk,,,,public\n";

static char *route_map(const char *ties)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Ties.csv", ties);
    put_file(folder, "Memberships.csv", "who,of\nann,huis\nbob,huis\n");
    put_file(folder, "Contacts.csv", "date,actor,by\n2026-09-30,bob,ann\n");
    return folder;
}

static drawing prepare(const char *folder, const char *to)
{
    drawing d = drawing_prepare(folder, "route");
    d.options.to = sv_map_find_actor(d.edition ? d.edition : d.map.map, to);
    assert_true(d.options.to != SV_NO_ROW);
    return d;
}

static const char *text_of(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    return box ? box->text : "";
}

/*
 * From Anna to Bob strength 3 is .7, spoken of a day before; from Bob to Cas strength 2 is .5: .35 (half a day in 24 months takes nothing
 * from it), so 3 or 4 times of 10: 10 x .7 x .5 x (1/2)^(1/730.5) = 3.497, which is 3. Anna knows Cas herself, but her employer forbids it.
 */
static void a_way_and_what_is_closed(void **state)
{
    char *folder = route_map("from,to,kind,strength,except\nann,bob,works_with,3,\nbob,cas,knows,2,\nann,cas,knows,4,\n"
                             "huis,cas,may_not_contact,,bob\n");
    drawing d = prepare(folder, "cas");
    const svg_box *first, *second;
    (void)state;
    d.options.ways = 1;
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "tie-1-1"), "werkt samen");
    assert_string_equal(text_of(&d, "tie-1-2"), "kent");
    assert_string_equal(text_of(&d, "contact-1-1"), "laatst gesproken 30 september 2026");
    assert_string_equal(text_of(&d, "contact-1-2"), "");
    assert_string_equal(text_of(&d, "lane-1-0"), "Weg 1: komt ongeveer 3 van de 10 keer aan");
    assert_string_equal(text_of(&d, "lane-2-0"), "Dicht: Stichting Huis verbiedt zijn mensen contact met Cas Castelein");
    assert_string_equal(text_of(&d, "finding"),
                        "Bob Boon is de warmste ingang bij Cas Castelein: langs deze weg komt een vraag ongeveer 3 van de 10 keer aan.");
    assert_non_null(svg_boxes_find(&d.boxes, "cross-2-1"));
    assert_int_equal(svg_boxes_count(&d.boxes, "forbidden"), 1);
    first = svg_boxes_find(&d.boxes, "actor-ann");
    second = svg_boxes_find(&d.boxes, "actor-bob");
    assert_true(first->right < second->left && second->right < svg_boxes_find(&d.boxes, "actor-cas")->left);
    /* the clerk is in a note, and nowhere else */
    assert_null(svg_boxes_find(&d.boxes, "actor-grif"));
    assert_non_null(strstr(text_of(&d, "source"), "Griet Griffioen, de griffier, alleen voor de procedure"));
    assert_int_equal(d.report.drawn, 3);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Only the forbidden tie is there: Bob is excepted, the advisory council knows him; whether they know the way is asked. */
static void who_may_instead(void **state)
{
    char *folder = route_map("from,to,kind,strength,except\nann,cas,knows,3,\nadv,cas,knows,2,\nhuis,cas,may_not_contact,,bob\n");
    drawing d = prepare(folder, "cas");
    (void)state;
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "tie-1-1"), "mag niet");
    assert_string_equal(text_of(&d, "lane-2-0"), "In onze plaats: Adviesraad Zorg (adviesraad)");
    assert_string_equal(text_of(&d, "tie-2-1"), "vraag of ze elkaar kennen");
    assert_string_equal(text_of(&d, "lane-3-0"), "In onze plaats: Bob Boon (uitgezonderd in de regel)");
    assert_true(drawing_legend_has(&d, "niet bekend: vraag het"));
    drawing_clear(&d);
    remove_folder(folder);
}

static void none_and_no_need(void **state)
{
    char *folder = route_map("from,to,kind\nadv,cas,knows\n");
    drawing d = prepare(folder, "cas");
    (void)state;
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "finding"),
                        "In deze kaart leidt geen weg naar Cas Castelein. Wie van ons kent iemand die wel een band heeft?");
    assert_string_equal(text_of(&d, "lane-1-0"), "Adviesraad Zorg heeft wel een band");
    d.options.to = sv_map_find_actor(d.map.map, "ann");
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "finding"), "Bij Anna Akkerman begint het al: een weg is niet nodig.");
    d.options.to = sv_map_find_actor(d.map.map, "grif");
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(svg_boxes_count(&d.boxes, "tie"), 0);
    assert_non_null(strstr(text_of(&d, "finding"), "is de griffier"));
    d.options.to = SV_NO_ROW;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_ARGUMENT_MISSING);
    drawing_clear(&d);
    remove_folder(folder);
}

/* Contacts, rules and the strength of ties are not for the public. */
static void the_public_sees_no_rules(void **state)
{
    char *folder = route_map("from,to,kind,strength,except,visibility\nann,bob,works_with,3,,public\nbob,cas,knows,2,,public\n"
                             "huis,cas,may_not_contact,,bob,team\n");
    drawing d = drawing_prepare_for(folder, "route", SV_PUBLIC);
    (void)state;
    d.options.to = sv_map_find_actor(d.edition, "cas");
    drawing_draw(&d); /* who we are is not public either */
    assert_int_equal(d.error.code, SV_E_NO_OWN);
    d.options.from = sv_map_find_actor(d.edition, "ann");
    drawing_draw(&d);
    drawing_check(&d);
    assert_string_equal(text_of(&d, "lane-1-0"), "Weg 1");
    assert_string_equal(text_of(&d, "contact-1-1"), "");
    assert_int_equal(svg_boxes_count(&d.boxes, "cross"), 0);
    assert_null(strstr(d.bytes, "keer"));
    drawing_clear(&d);
    remove_folder(folder);
}

/* A chain of twelve: those in the middle stand in one card, all by name. */
static void a_long_way(void **state)
{
    char *folder = make_folder(), rows[1200] = "id,name,own\n", ties[1200] = "from,to,strength\n";
    drawing d;
    (void)state;
    for (int i = 0; i < 12; i++) {
        sprintf(rows + strlen(rows), "p%d,Persoon N%d,%s\n", i, i, i ? "" : "yes");
        if (i)
            sprintf(ties + strlen(ties), "p%d,p%d,4\n", i - 1, i);
    }
    put_file(folder, "Actors.csv", rows);
    put_file(folder, "Ties.csv", ties);
    d = prepare(folder, "p11");
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(d.report.drawn, 12);
    for (int i = 0; i < 12; i++) {
        char name[20];
        sprintf(name, "N%d", i);
        assert_non_null(strstr(d.bytes, name));
    }
    drawing_clear(&d);
    remove_folder(folder);
}

static void check_way(const char *path, const char *to, size_t ways)
{
    drawing d = drawing_prepare(path, "route");
    d.options.to = to ? sv_map_find_actor(d.map.map, to) : sv_map_rows(d.map.map, SV_ACTORS) - 1;
    d.options.from = to ? SV_NO_ROW : 0;
    d.options.ways = ways;
    drawing_check_pages(&d);
    drawing_clear(&d);
}

static void the_samples(void **state)
{
    char *folder = drawing_invented(300);
    (void)state;
    check_way("data/buurthuis", "kloosterman", 3);
    check_way("data/waterrijk", "de-graaff", 9);
    if (folder) {
        check_way(folder, NULL, 3);
        remove_folder(folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_way_and_what_is_closed), cmocka_unit_test(who_may_instead), cmocka_unit_test(none_and_no_need),
        cmocka_unit_test(the_public_sees_no_rules), cmocka_unit_test(a_long_way),      cmocka_unit_test(the_samples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

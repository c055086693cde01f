/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pins: who stood somewhere stands there again, to the last bit; who joins stands near those it is tied to; the map's own places win. */
#include "drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static sv_page_spot spot_of(const sv_places *places, const char *page, const char *id)
{
    sv_page_spot spot = {NAN, NAN, -1};
    assert_true(sv_places_get(places, page, id, &spot));
    return spot;
}

/* Where an actor's shape is on the picture, y up. */
static void see(const drawing *d, const char *id, double *x, double *y)
{
    char name[80];
    const svg_box *box;
    snprintf(name, sizeof name, "actor-%s", id);
    box = svg_boxes_find(&d->boxes, name);
    assert_non_null(box);
    *x = (box->left + box->right) / 2;
    *y = d->boxes.height - (box->top + box->bottom) / 2;
}

/* The first fifty, then sixty, then all of a town: nobody who stood somewhere moved at all, and nothing covers anything. */
static void old_ones_do_not_move(void **state)
{
    static const size_t tops[] = {50, 50, 60, 0};
    sv_places *places = sv_places_new();
    drawing d = drawing_prepare("data/waterrijk", "network");
    size_t n = sv_map_rows(d.map.map, SV_ACTORS), checked = 0;
    sv_page_spot *before = calloc(n, sizeof *before);
    bool *stood = calloc(n, sizeof *stood);
    (void)state;
    d.options.places = places;
    for (size_t round = 0; round < sizeof tops / sizeof *tops; round++) {
        d.options.top = tops[round];
        drawing_draw(&d);
        drawing_check(&d);
        assert_true(tops[round] == 0 || d.report.drawn == tops[round]);
        for (size_t i = 0; i < n; i++) {
            const char *id = sv_map_actor(d.map.map, i)->id;
            sv_page_spot now;
            char name[80];
            if (!sv_places_get(places, "slide", id, &now))
                continue;
            if (stood[i]) {
                assert_true(now.x == before[i].x && now.y == before[i].y);
                checked++;
            }
            stood[i] = true;
            before[i] = now;
            snprintf(name, sizeof name, "actor-%s", id);
            if (svg_boxes_find(&d.boxes, name)) {
                double x, y;
                see(&d, id, &x, &y);
                assert_true(fabs(x - now.x) < 0.02 && fabs(y - now.y) < 0.02);
            }
        }
    }
    assert_true(checked > 150);
    free(before);
    free(stood);
    drawing_clear(&d);
    sv_places_free(places);
}

static char *ring_map(size_t n, const char *more_actors, const char *more_ties)
{
    char *folder = make_folder(), actors[2000] = "id,name,x,y\n", ties[2000] = "from,to\n";
    for (size_t i = 0; i < n; i++) {
        sprintf(actors + strlen(actors), "a%zu,Actor %zu,,\n", i, i);
        sprintf(ties + strlen(ties), "a%zu,a%zu\n", i, (i + 1) % n);
    }
    strcat(actors, more_actors);
    strcat(ties, more_ties);
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Ties.csv", ties);
    return folder;
}

/* A newcomer tied to one corner of a ring stands nearer to it than to most others, and the ring stays as it was. */
static void newcomers_stand_near_their_own(void **state)
{
    char *folder = ring_map(12, "", ""), *larger = ring_map(12, "nieuw,Nieuweling,,\n", "nieuw,a3\n");
    sv_places *places = sv_places_new();
    drawing d = drawing_prepare(folder, "network");
    sv_page_spot new, own;
    size_t nearer = 0;
    (void)state;
    d.options.places = places;
    drawing_draw(&d);
    drawing_check(&d);
    own = spot_of(places, "slide", "a3");
    drawing_clear(&d);
    d = drawing_prepare(larger, "network");
    d.options.places = places;
    drawing_draw(&d);
    drawing_check(&d);
    new = spot_of(places, "slide", "nieuw");
    assert_true(own.x == spot_of(places, "slide", "a3").x && own.y == spot_of(places, "slide", "a3").y);
    for (int i = 0; i < 12; i++) {
        char id[24];
        sv_page_spot other;
        snprintf(id, sizeof id, "a%d", i);
        other = spot_of(places, "slide", id);
        nearer += hypot(other.x - new.x, other.y - new.y) < hypot(own.x - new.x, own.y - new.y);
    }
    assert_true(nearer <= 1);
    drawing_clear(&d);
    sv_places_free(places);
    remove_folder(folder);
    remove_folder(larger);
}

/* x and y of the map win over what is kept; and the way they are laid onto the page stays, also when others get x and y. */
static void the_map_pins_too(void **state)
{
    char *folder = ring_map(6, "p,Post,10,20\nq,Quint,30,20\n", "p,a0\nq,a1\n");
    char *later = ring_map(6, "p,Post,10,20\nq,Quint,30,25\nr,Rest,12,24\n", "p,a0\nq,a1\nr,p\n");
    sv_places *places = sv_places_new();
    drawing d = drawing_prepare(folder, "network");
    sv_page_spot p, q;
    sv_places_fit fit;
    (void)state;
    d.options.places = places;
    drawing_draw(&d);
    drawing_check(&d);
    p = spot_of(places, "slide", "p");
    q = spot_of(places, "slide", "q");
    assert_true(sv_places_get_fit(places, "slide", &fit));
    assert_true(p.x == 10 * fit.scale + fit.shift_x && q.x == 30 * fit.scale + fit.shift_x);
    drawing_clear(&d);
    d = drawing_prepare(later, "network");
    d.options.places = places;
    drawing_draw(&d);
    drawing_check(&d);
    assert_true(spot_of(places, "slide", "p").x == p.x && spot_of(places, "slide", "p").y == p.y);
    assert_true(spot_of(places, "slide", "q").x == q.x && spot_of(places, "slide", "q").y > q.y); /* five higher in the map */
    assert_true(spot_of(places, "slide", "r").x == 12 * fit.scale + fit.shift_x);
    drawing_clear(&d);
    sv_places_free(places);
    remove_folder(folder);
    remove_folder(later);
}

/* Each page has places of its own. */
static void pages_are_apart(void **state)
{
    sv_places *places = sv_places_new();
    drawing d = drawing_prepare("data/buurthuis", "network");
    sv_page_spot slide;
    (void)state;
    d.options.places = places;
    drawing_draw(&d);
    slide = spot_of(places, "slide", "samira");
    d.options.page = SV_PAGE_A4;
    d.options.theme = SV_THEME_DARK;
    drawing_draw(&d);
    drawing_check(&d);
    assert_int_equal(sv_places_count(places, "a4"), sv_places_count(places, "slide"));
    assert_true(spot_of(places, "slide", "samira").x == slide.x);
    drawing_clear(&d);
    sv_places_free(places);
}

static void places_stay_with_those_who_saw_them(void **state)
{
    sv_places *places = sv_places_new();
    drawing d = drawing_prepare_for("data/waterrijk", "network", SV_PUBLIC);
    (void)state;
    d.options.places = places;
    drawing_draw(&d);
    assert_int_equal(d.status, SV_OK);
    assert_int_equal(sv_places_audience(places), SV_PUBLIC);
    drawing_clear(&d);
    d = drawing_prepare_for("data/waterrijk", "network", SV_TEAM);
    d.options.places = places;
    drawing_draw(&d);
    assert_int_equal(d.status, SV_OK);
    assert_int_equal(sv_places_audience(places), SV_TEAM);
    drawing_clear(&d);
    d = drawing_prepare_for("data/waterrijk", "network", SV_PUBLIC);
    d.options.places = places;
    drawing_draw(&d);
    assert_int_equal(d.status, SV_USAGE);
    assert_int_equal(d.error.code, SV_E_PLACES_AUDIENCE);
    assert_null(d.bytes);
    drawing_clear(&d);
    sv_places_free(places);
}

static void other_views_have_no_places(void **state)
{
    sv_places *places = sv_places_new();
    drawing d = drawing_prepare("data/buurthuis", "grid");
    (void)state;
    d.options.places = places;
    drawing_draw(&d);
    assert_int_equal(d.error.code, SV_E_VIEW_PLACES);
    drawing_clear(&d);
    sv_places_free(places);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(old_ones_do_not_move),
        cmocka_unit_test(newcomers_stand_near_their_own),
        cmocka_unit_test(the_map_pins_too),
        cmocka_unit_test(pages_are_apart),
        cmocka_unit_test(places_stay_with_those_who_saw_them),
        cmocka_unit_test(other_views_have_no_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

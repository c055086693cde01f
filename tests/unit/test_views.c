/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every view of the catalogue, looked at: the sample of a town once in each theme, each on another page; with SPEELVELD_EVERY_PAGE, as
 * `make pictures` runs it, on every page in every theme and language, and so the map of eight and an invented one of 300 too. What a
 * single view shows, and of what, stands in its own test.
 */
#include "drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void skip_unless_every_page(void)
{
    const char *wish = getenv("SPEELVELD_EVERY_PAGE");
    if (!wish || !*wish) {
        puts("skip: all pages of all views are for `make pictures`");
        skip();
    }
}

/* One after another, so that what is wrong with any of them is told. */
static void check_views(const char *path, bool may_lack)
{
    size_t faults = 0;
    for (size_t view = 0; view < sv_view_count(); view++) {
        drawing d = drawing_prepare_any(path, view);
        drawing_draw(&d);
        if (!may_lack || (d.error.code != SV_E_VIEW_LACKS && d.error.code != SV_E_VIEW_EMPTY))
            faults += drawing_page_faults(&d);
        drawing_clear(&d);
    }
    assert_int_equal(faults, 0);
}

static void the_sample(void **state)
{
    (void)state;
    check_views("data/waterrijk", false);
}

/* With eight actors there are no alliances, no money and no signals, and each of these views says so. */
static void eight_actors(void **state)
{
    (void)state;
    skip_unless_every_page();
    check_views("data/buurthuis", true);
}

static void three_hundred_actors(void **state)
{
    char *folder;
    (void)state;
    skip_unless_every_page();
    folder = drawing_invented(300);
    if (!folder)
        skip();
    check_views(folder, true);
    remove_folder(folder);
}

/* With everyone asked for, also those without room for a name. */
static void everyone(void **state)
{
    size_t faults = 0;
    (void)state;
    for (size_t view = 0; view < sv_view_count(); view++) {
        drawing d = drawing_prepare_any("data/waterrijk", view);
        d.options.all = true;
        drawing_draw(&d);
        faults += drawing_faults(&d);
        drawing_clear(&d);
    }
    assert_int_equal(faults, 0);
}

/* The sample without one of its residents, one of its council and one organisation. */
static reading fewer_of(const sv_map *map)
{
    static const char *const ids[] = {"chaoui", "nijboer", "voedselbank"};
    sv_supposition steps[3] = {{0}};
    reading less = {0};
    for (size_t i = 0; i < 3; i++)
        steps[i] =
            (sv_supposition){.what = SV_SUPPOSE_REMOVE, .actor = sv_map_find_actor(map, ids[i]), .other = SV_NO_ROW, .issue = SV_NO_ROW};
    assert_int_equal(sv_map_suppose(map, steps, 3, &less.map, NULL), SV_OK);
    return less;
}

/* How many who stand on both stand elsewhere on the second, in the file of places or on the picture; *both is how many there are. */
static size_t count_moved(const drawing *first, const drawing *second, const sv_places *before, const sv_places *after, size_t *both)
{
    size_t moved = 0;
    *both = 0;
    for (size_t i = 0; i < first->boxes.n; i++) {
        const svg_box *one = &first->boxes.items[i], *other = svg_boxes_find(&second->boxes, one->id);
        sv_page_spot was, is;
        if (!svg_box_is(one, "actor") || !other)
            continue;
        ++*both;
        moved += fabs(one->left + one->right - other->left - other->right) > 0.04 ||
                 fabs(one->top + one->bottom - other->top - other->bottom) > 0.04;
        if (sv_places_get(before, "slide", one->id + strlen("actor-"), &was))
            moved += !sv_places_get(after, "slide", one->id + strlen("actor-"), &is) || is.x != was.x || is.y != was.y;
    }
    return moved;
}

/* Who joins moves nobody, in each view that keeps places. */
static void new_actors_move_no_old_one(void **state)
{
    size_t kept = 0;
    (void)state;
    for (size_t view = 0; view < sv_view_count(); view++) {
        sv_places *before = sv_places_new(), *places = sv_places_new();
        drawing all = drawing_prepare_any("data/waterrijk", view), few;
        size_t both;
        if (sv_view_get(view)->keeps_places) {
            for (int i = 0; i < 2; i++) { /* once to remember the places, once more to have a copy of them as they were */
                few = drawing_prepare_read(fewer_of(all.map.map), sv_view_get(view)->id, SV_PRIVATE);
                drawing_give_all(&few);
                few.options.places = i ? places : before;
                drawing_draw(&few);
                drawing_check(&few);
                if (!i)
                    drawing_clear(&few);
            }
            all.options.places = places;
            drawing_draw(&all);
            drawing_check(&all);
            assert_int_equal(count_moved(&few, &all, before, places, &both), 0);
            assert_true(both > 60);
            drawing_clear(&few);
            kept++;
        }
        drawing_clear(&all);
        sv_places_free(before);
        sv_places_free(places);
    }
    assert_true(kept >= 2);
}

static void the_catalogue_knows_them(void **state)
{
    (void)state;
    assert_true(sv_view_count() >= 13);
    assert_true(sv_view_find("hairball") == SIZE_MAX);
    for (size_t i = 0; i < sv_view_count(); i++) {
        assert_true(*sv_view_get(i)->en && *sv_view_get(i)->nl && *sv_view_get(i)->sentence_en && *sv_view_get(i)->sentence_nl);
        assert_int_equal(sv_view_find(sv_view_get(i)->id), i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_catalogue_knows_them),
        cmocka_unit_test(the_sample),
        cmocka_unit_test(everyone),
        cmocka_unit_test(eight_actors),
        cmocka_unit_test(three_hundred_actors),
        cmocka_unit_test(new_actors_move_no_old_one),
    };
    return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every view of the catalogue, looked at: the sample of a town once in each theme, each on another page; with SPEELVELD_EVERY_PAGE, as
 * `make pictures` runs it, on every page in every theme and language, and so the map of eight and an invented one of 300 too. What a
 * single view shows, and of what, stands in its own test.
 */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

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
    };
    return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}

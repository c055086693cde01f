/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places on file: what goes in comes out to the last bit, what is no such file is refused, and it never becomes one for more people. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading.h"

static const sv_page_spot here = {0.1 + 0.2, -3.25, 1}; /* a number with no short form */

static void what_goes_in_comes_out(void **state)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "plaatsen.json"), *first, *second;
    sv_places *places = sv_places_new(), *again;
    sv_page_spot spot;
    sv_places_fit fit;
    sv_page_type type = {.step = 7, .line = 12, .drawn = 86, .legend = 141.5, .words = 52.25};
    (void)state;
    assert_int_equal(sv_places_put(places, "slide", "jansen", &here, NULL), SV_OK);
    assert_int_equal(sv_places_put(places, "slide", "a \"b\"\\\n\xC3\xAB", &(sv_page_spot){1e-7, 99999.5, -1}, NULL), SV_OK);
    assert_int_equal(sv_places_put(places, "a4", "jansen", &(sv_page_spot){5, 6, 3}, NULL), SV_OK);
    assert_int_equal(sv_places_put_fit(places, "a4", &(sv_places_fit){1.0 / 3, 2, -7}, NULL), SV_OK);
    assert_int_equal(sv_places_put_type(places, "slide", &type, NULL), SV_OK);
    assert_int_equal(sv_places_leave_out(places, "slide", "pietersen", NULL), SV_OK);
    sv_places_narrow(places, SV_TEAM);
    assert_int_equal(sv_places_write(places, path, NULL), SV_OK);
    assert_int_equal(sv_places_read(path, &again, NULL), SV_OK);
    assert_int_equal(sv_places_audience(again), SV_TEAM);
    assert_int_equal(sv_places_count(again, "slide"), 2);
    assert_int_equal(sv_places_count(again, "poster"), 0);
    assert_true(sv_places_get(again, "slide", "jansen", &spot));
    assert_true(spot.x == here.x && spot.y == here.y && spot.side == here.side);
    assert_true(sv_places_get(again, "slide", "a \"b\"\\\n\xC3\xAB", &spot));
    assert_true(spot.x == 1e-7 && spot.y == 99999.5 && spot.side == -1);
    assert_true(sv_places_get(again, "a4", "jansen", &spot) && spot.x == 5 && spot.side == 3);
    assert_true(sv_places_get_fit(again, "a4", &fit) && fit.scale == 1.0 / 3 && fit.shift_x == 2 && fit.shift_y == -7);
    assert_false(sv_places_get_fit(again, "slide", &fit));
    assert_false(sv_places_get(again, "slide", "pietersen", &spot)); /* known, but without a place */
    assert_true(sv_places_left_out(again, "slide", "pietersen"));
    assert_false(sv_places_left_out(again, "slide", "jansen") || sv_places_left_out(again, "slide", "klaassen"));
    assert_false(sv_places_get_type(again, "a4", &type));
    type = (sv_page_type){0};
    assert_true(sv_places_get_type(again, "slide", &type) && type.step == 7 && type.line == 12 && type.drawn == 86 && type.legend == 141.5 && type.words == 52.25);
    first = get_file(folder, "plaatsen.json");
    assert_int_equal(sv_places_write(again, path, NULL), SV_OK);
    second = get_file(folder, "plaatsen.json");
    assert_string_equal(first, second);
    free(first);
    free(second);
    sv_places_free(places);
    sv_places_free(again);
    free(path);
    remove_folder(folder);
}

static void a_file_that_is_not_there_holds_none(void **state)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "nieuw.json");
    sv_places *places;
    (void)state;
    assert_int_equal(sv_places_read(path, &places, NULL), SV_OK);
    assert_int_equal(sv_places_count(places, "slide"), 0);
    assert_int_equal(sv_places_audience(places), SV_PUBLIC); /* nobody saw anything yet */
    assert_false(sv_file_exists(path));
    sv_places_free(places);
    free(path);
    remove_folder(folder);
}

static void a_place_is_replaced(void **state)
{
    sv_places *places = sv_places_new();
    sv_page_spot spot;
    (void)state;
    for (int i = 0; i < 3; i++)
        assert_int_equal(sv_places_put(places, "slide", "a", &(sv_page_spot){i, -i, i}, NULL), SV_OK);
    assert_int_equal(sv_places_count(places, "slide"), 1);
    assert_true(sv_places_get(places, "slide", "a", &spot) && spot.x == 2 && spot.y == -2 && spot.side == 2);
    sv_places_free(places);
}

static void it_only_narrows(void **state)
{
    sv_places *places = sv_places_new();
    (void)state;
    sv_places_narrow(places, SV_TEAM);
    sv_places_narrow(places, SV_PUBLIC);
    assert_int_equal(sv_places_audience(places), SV_TEAM);
    sv_places_narrow(places, SV_PRIVATE);
    assert_int_equal(sv_places_audience(places), SV_PRIVATE);
    sv_places_free(places);
}

static sv_code fault_of(const char *text)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "f.json");
    sv_places *places = (sv_places *)1;
    sv_error error = {0};
    put_file(folder, "f.json", text);
    if (sv_places_read(path, &places, &error) == SV_OK)
        sv_places_free(places);
    else
        assert_null(places);
    free(path);
    remove_folder(folder);
    return error.code;
}

static void what_is_no_such_file_is_refused(void **state)
{
    static const char *const wrong[] = {"{}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"type\": [1, -2, 3, 4, 5]}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"type\": [1, 2]}}}",
                                        "[]",
                                        "{\"speelveld\": 1, \"actors\": []}",
                                        "{\"speelveld_layout\": 1}",
                                        "{\"speelveld_layout\": 1, \"pages\": []}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": 3}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": []}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": 3}}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": [1]}}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": [1, 2, 3, 4]}}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": [1, \"2\"]}}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": [1, 1e99]}}}}",
                                        "{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"map\": [1, 2]}}}"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (fault_of(wrong[i]) != SV_E_PLACES_FILE) {
            print_error("%s: %s\n", wrong[i], sv_code_id(fault_of(wrong[i])));
            fail();
        }
    assert_int_equal(fault_of("{\"speelveld_layout\": 1, \"pages\": {}"), SV_E_JSON_SYNTAX);
    assert_int_equal(fault_of("{\"speelveld_layout\": 2, \"pages\": {}}"), SV_E_VERSION_LATER);
    assert_int_equal(fault_of("{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": [1, 2], \"a\": [3, 4]}}}}"),
                     SV_E_JSON_KEY_TWICE);
    assert_int_equal(fault_of("{\"speelveld_layout\": 1, \"pages\": {\"slide\": {\"actors\": {\"a\": [1, 2, 7]}}}}"),
                     SV_E_NONE); /* a side of later */
}

/* A file that does not say for whom it is, or says it in no known word, is for nobody else. */
static void without_an_audience_it_is_private(void **state)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "f.json");
    sv_places *places;
    (void)state;
    put_file(folder, "f.json", "{\"speelveld_layout\": 1, \"audience\": \"iedereen\", \"pages\": {}}");
    assert_int_equal(sv_places_read(path, &places, NULL), SV_OK);
    assert_int_equal(sv_places_audience(places), SV_PRIVATE);
    sv_places_free(places);
    free(path);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out),
        cmocka_unit_test(a_file_that_is_not_there_holds_none),
        cmocka_unit_test(a_place_is_replaced),
        cmocka_unit_test(it_only_narrows),
        cmocka_unit_test(what_is_no_such_file_is_refused),
        cmocka_unit_test(without_an_audience_it_is_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sizes that were asked before: told again to the last bit, for that text in that type and no other. */
#include "draw/measured.h"
#include "draw/renderer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void what_is_kept_is_found(void **state)
{
    sv_measured measured = {0};
    const sv_measure kept[] = {{"Anna", 9, false, 20.1, 11}, {"Anna", 9, true, 22.5, 11}, {"An\nna", 9, false, 12, 22}};
    sv_measure asked[] = {{"An\nna", 9, false, 0, 0}, {"Anna", 9.5, false, 0, 0}, {"Anna", 9, true, 0, 0}, {"9 Anna", 9, false, 0, 0}};
    sv_measure unknown[4];
    size_t which[4];
    (void)state;
    assert_int_equal(sv_measured_find(&measured, asked, 4, unknown, which), 4);
    assert_true(sv_measured_keep(&measured, kept, 3));
    assert_int_equal(sv_measured_find(&measured, asked, 4, unknown, which), 2); /* another size, another text */
    assert_int_equal(which[0], 1);
    assert_int_equal(which[1], 3);
    assert_true(asked[0].width == 12 && asked[0].height == 22 && asked[2].width == 22.5);
    sv_measured_clear(&measured);
}

/* The same text has the same size, twice in one request and in the next. */
static void sizes_are_the_same_again(void **state)
{
    const char *path = getenv("SPEELVELD_RENDER");
    sv_renderer *renderer;
    sv_measure first[] = {{"Fatima", 9, false, 0, 0}, {"Fatima", 9, false, 0, 0}}, again[] = {{"Fatima", 9, false, 0, 0}};
    (void)state;
    if (!path)
        skip();
    assert_int_equal(sv_renderer_new(path, &renderer, NULL), SV_OK);
    assert_int_equal(sv_renderer_measure(renderer, first, 2, NULL), SV_OK);
    assert_int_equal(sv_renderer_measure(renderer, again, 1, NULL), SV_OK);
    assert_true(first[0].width > 20 && first[0].width == first[1].width && first[0].width == again[0].width);
    sv_renderer_free(renderer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_kept_is_found), cmocka_unit_test(sizes_are_the_same_again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

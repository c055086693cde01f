/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory: zeroed, never overflowing, and texts in an arena that never move. */
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void room_is_zeroed_and_never_overflows(void **state)
{
    unsigned char *room = sv_alloc(1000, 8), *none = sv_alloc(0, 8);
    (void)state;
    for (size_t i = 0; i < 8000; i++)
        assert_int_equal(room[i], 0);
    assert_non_null(none); /* nothing is a valid answer, not a lack of memory */
    free(room);
    free(none);
}

/* Growing keeps what is there, makes at least as much room as asked, and refuses what cannot be, changing nothing. */
static void grows(void **state)
{
    size_t *items = NULL, capacity = 0, calls = 0, before;
    (void)state;
    for (size_t i = 0; i < 10000; i++) {
        before = capacity;
        assert_true(sv_grow(&items, &capacity, i + 1, sizeof *items));
        assert_true(capacity > i);
        calls += capacity != before;
        items[i] = i;
    }
    assert_true(calls < 30); /* by half each time: 8 * 1.5^18 > 10000 */
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(items[i], i);
    before = capacity;
    assert_false(sv_grow(&items, &capacity, SIZE_MAX / sizeof *items, sizeof *items));
    assert_false(sv_grow(&items, &capacity, SIZE_MAX, 1));
    assert_int_equal(capacity, before);
    assert_int_equal(items[9999], 9999);
    assert_true(sv_grow(&items, &capacity, 3, sizeof *items)); /* asking for less is no fault */
    assert_int_equal(capacity, before);
    free(items);
}

static void copies_end_in_nul(void **state)
{
    char *copy = sv_copy_text("abcdef", 3), *nothing = sv_copy_text("abc", 0);
    (void)state;
    assert_string_equal(copy, "abc");
    assert_string_equal(nothing, "");
    free(copy);
    free(nothing);
}

enum { texts = 5000 };

/* Short and long texts (a block holds 64 KiB) stay where they are and what they are. */
static void arena_texts_never_move(void **state)
{
    static const char *kept[texts];
    sv_arena arena = {0};
    char *longer = malloc(200000);
    const char *long_kept = NULL;
    (void)state;
    memset(longer, 'x', 200000);
    for (size_t i = 0; i < texts; i++) {
        char text[64];
        int n = snprintf(text, sizeof text, "tekst nummer %zu, niet erg lang", i);
        kept[i] = sv_arena_text(&arena, text, (size_t)n);
        assert_non_null(kept[i]);
        if (i == texts / 2)
            long_kept = sv_arena_text(&arena, longer, 200000);
    }
    assert_non_null(long_kept);
    for (size_t i = 0; i < texts; i++) {
        char text[64];
        snprintf(text, sizeof text, "tekst nummer %zu, niet erg lang", i);
        assert_string_equal(kept[i], text);
    }
    assert_int_equal(strlen(long_kept), 200000);
    assert_null(sv_arena_text(&arena, longer, SIZE_MAX - 1));
    assert_string_equal(sv_arena_text(&arena, "", 0), "");
    free(longer);
    sv_arena_clear(&arena);
    assert_null(arena.blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(room_is_zeroed_and_never_overflows),
        cmocka_unit_test(grows),
        cmocka_unit_test(copies_end_in_nul),
        cmocka_unit_test(arena_texts_never_move),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words of closed lists: each is found in both languages and by its other spellings, and stands for one thing only. */
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void assert_finds(sv_type type, const char *word, const sv_word *wanted)
{
    if (sv_word_find(type, word) != wanted)
        fail_msg("\"%s\" is not found as \"%s\"", word, wanted->id);
}

static void every_word_is_found(void **state)
{
    size_t lists = 0;
    (void)state;
    for (int type = 0; type < SV_TYPES; type++) {
        size_t n;
        const sv_word *words = sv_words((sv_type)type, &n);
        assert_int_equal(words == NULL, n == 0);
        lists += n > 0;
        for (size_t i = 0; i < n; i++) {
            const char *also = words[i].also;
            if (type != SV_TYPE_POSITION || i == n - 1) /* the ids of positions are numbers, and read as such before words */
                assert_finds((sv_type)type, words[i].id, &words[i]);
            assert_finds((sv_type)type, words[i].nl, &words[i]);
            while (*also) {
                char one[80];
                size_t length = strcspn(also, "|");
                memcpy(one, also, length);
                one[length] = '\0';
                assert_finds((sv_type)type, one, &words[i]);
                also += length + (also[length] == '|');
            }
        }
    }
    assert_int_equal(lists, 7); /* yes or no, direction, involvement, competent, phase, visibility, position */
}

static void other_words_are_not(void **state)
{
    (void)state;
    assert_null(sv_word_find(SV_TYPE_VISIBILITY, "geheim"));
    assert_null(sv_word_find(SV_TYPE_VISIBILITY, ""));
    assert_null(sv_word_find(SV_TYPE_NAME, "team"));
    assert_string_equal(sv_word_find(SV_TYPE_VISIBILITY, "PRIV\xC3\x89")->id, "private");
    assert_string_equal(sv_word_find(SV_TYPE_POSITION, "Strongly in Favour")->id, "4");
}

static void finds_a_word_among_others(void **state)
{
    (void)state;
    assert_true(sv_word_among("b", "a|b|c"));
    assert_true(sv_word_among("C", "a|b|c"));
    assert_true(sv_word_among("sociaal-werker", "opbouwwerker|sociaal werker"));
    assert_false(sv_word_among("d", "a|b|c"));
    assert_false(sv_word_among("a|b", "a|b|c"));
    assert_false(sv_word_among("a", ""));
    assert_false(sv_word_among("", "a|b"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_found),
        cmocka_unit_test(other_words_are_not),
        cmocka_unit_test(finds_a_word_among_others),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}

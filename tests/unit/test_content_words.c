/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Content words: what is left of a phrase when small words, numbers and stop words are taken out. */
#include "advice/content_words.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The content words of a phrase, folded, each with a space behind it. */
static void assert_words(const char *phrase, const char *wanted)
{
    content_words words = {.at = phrase};
    sv_text list = {0};
    while (content_words_next(&words))
        sv_text_addf(&list, "%s ", words.folded.bytes);
    assert_false(words.failed);
    assert_string_equal(sv_text_get(&list), wanted);
    sv_text_clear(&list);
    content_words_clear(&words);
}

static void small_words_say_nothing(void **state)
{
    (void)state;
    assert_words("", "");
    assert_words("beheer van drie buurthuizen", "beheer buurthuizen ");
    assert_words("ruimte in de avond", "ruimte avond ");
    assert_words("een plek waar mensen terechtkunnen", "plek terechtkunnen ");
    assert_words("honderd handtekeningen per straat", "handtekeningen straat ");
    assert_words("a room with an evening key", "room evening "); /* "key" is too short */
    assert_words("2026 0123456", "");                            /* numbers */
    assert_words("4x4 wielen", "wielen ");
    assert_words("voor, VOOR; vóór", "");
}

static void words_are_folded(void **state)
{
    (void)state;
    assert_words("Één CAFÉ-avond", "cafe avond "); /* "een" has three letters */
    assert_words("thema’s en foto's", "themas fotos ");
    assert_words("Şahin; ÇELİK", "sahin celik ");
    assert_words("zaal/keuken (groot)", "zaal keuken groot ");
}

static void the_word_is_kept_as_it_is_written(void **state)
{
    content_words words = {.at = "de Vrijwilligers!"};
    (void)state;
    assert_true(content_words_next(&words));
    assert_string_equal(words.written.bytes, "Vrijwilligers");
    assert_string_equal(words.folded.bytes, "vrijwilligers");
    assert_false(content_words_next(&words));
    content_words_clear(&words);
}

/* The list is searched by halves, so every word of it must be found: here some from its beginning, middle and end. */
static void all_stop_words_are_found(void **state)
{
    (void)state;
    assert_words("aantal about boven zichzelf zouden your with mensen nieuwe zullen hundred", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(small_words_say_nothing), cmocka_unit_test(words_are_folded),
                                       cmocka_unit_test(the_word_is_kept_as_it_is_written), cmocka_unit_test(all_stop_words_are_found)};
    return cmocka_run_group_tests_name("content_words", tests, NULL, NULL);
}

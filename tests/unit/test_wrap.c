/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wrapping: names break at words, evenly; long words at a syllable; what does not fit ends in "…". */
#include "draw/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void wraps(const char *text, size_t width, const char *expected)
{
    sv_text out = {0};
    assert_true(sv_wrap(text, width, 17, 3, &out));
    assert_string_equal(sv_text_get(&out), expected);
    sv_text_clear(&out);
}

static void names_break_at_words(void **state)
{
    (void)state;
    wraps("Jan", 16, "Jan");
    wraps("Fatima El Idrissi", 12, "Fatima El\nIdrissi");
    wraps("Fatima El Idrissi", 17, "Fatima El Idrissi");
    wraps("Samen voor het Huis van de Wijk", 18, "Samen voor het\nHuis van de Wijk");
    wraps("Marijke Wiersma-Postma", 16, "Marijke\nWiersma-Postma");
}

/* "aaaa bb cc" in 8: greedily "aaaa bb / cc"; as even as it comes "aaaa / bb cc". */
static void lines_come_out_even(void **state)
{
    (void)state;
    wraps("aaaa bb cc", 8, "aaaa\nbb cc");
}

static void long_words_break_at_a_syllable(void **state)
{
    (void)state;
    wraps("Ondernemersvereniging Waterrijk Centrum", 16, "Ondernemers-\nvereniging\nWaterrijk Centrum");
    wraps("Huisartsenpraktijk De Sluis", 14, "Huisartsen-\npraktijk\nDe Sluis");
    wraps("Woningstichting", 12, "Woningstichting"); /* 15 of the 17 that may stay whole */
}

static void wraps_narrow(const char *text, size_t width, const char *expected)
{
    sv_text out = {0};
    assert_true(sv_wrap(text, width, width, 4, &out));
    assert_string_equal(sv_text_get(&out), expected);
    sv_text_clear(&out);
}

/* Where a word has to be broken anyway, it breaks before the last part of the compound. */
static void compounds_break_at_their_last_part(void **state)
{
    (void)state;
    wraps_narrow("Woningstichting", 10, "Woning-\nstichting");
    wraps_narrow("Huurdersvereniging", 11, "Huurders-\nvereniging");
    wraps_narrow("Woningbouwvereniging Oost", 12, "Woningbouw-\nvereniging\nOost");
    wraps_narrow("Raadscommissie", 10, "Raads-\ncommissie");
    wraps_narrow("Huisartsenpraktijk", 9, "Huisart-\nsen-\npraktijk");        /* "Huisartsen-" does not fit */
    wraps_narrow("Ondernemersvereniging", 11, "Onderne-\nmers-\nvereniging"); /* nor does "Ondernemers-" */
    wraps_narrow("Haveneiland", 9, "Haven-\neiland");
}

static void an_article_stays_with_its_word(void **state)
{
    (void)state;
    wraps("open, ook ’s avonds", 12, "open, ook\n’s avonds");
    wraps("Karin in 't Hout", 11, "Karin in\n't Hout");
    wraps("ook 's", 5, "ook\n's"); /* nothing behind it */
}

/*
 * On-der-ne-mer, bi-bli-o-theek, ba-sis-school: a syllable takes one consonant along, or those that begin a word together; sounds that are
 * written in two letters stay together, but t and h of two words do not: buurt-huis.
 */
static void words_break_between_syllables(void **state)
{
    (void)state;
    wraps_narrow("Westerveld", 8, "Wester-\nveld");
    wraps_narrow("Bibliotheek", 8, "Biblio-\ntheek");
    wraps_narrow("Basisschool", 8, "Basis-\nschool");
    wraps_narrow("Achterhoek", 8, "Achter-\nhoek");
    wraps_narrow("Oosterschelde", 10, "Ooster-\nschelde");
    wraps_narrow("Paardekooper", 9, "Paarde-\nkooper");
    wraps_narrow("Buurthuis", 8, "Buurt-\nhuis");
}

static void what_does_not_fit_is_cut(void **state)
{
    sv_text out = {0};
    char name[1001];
    size_t lines = 1;
    (void)state;
    wraps("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien", 12,
          "een twee drie vier\nvijf zes zeven acht\nnegen tien elf…");
    memset(name, 'x', 1000);
    name[1000] = '\0';
    assert_true(sv_wrap(name, 12, 17, 3, &out));
    for (const char *c = sv_text_get(&out); *c; c++)
        lines += *c == '\n';
    assert_int_equal(lines, 3);
    assert_true(out.length < 70);
    assert_string_equal(sv_text_get(&out) + out.length - strlen("…"), "…");
    sv_text_clear(&out);
}

static void any_text_is_text(void **state)
{
    (void)state;
    wraps("", 12, "");
    wraps(" \n\t ", 12, "");
    wraps("two\nlines  here", 17, "two lines here");
    wraps("\xFF\xFE", 12, "\xFF\xFE");
    /* a family joined into one sign is never parted */
    wraps("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", 5,
          "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
}

/* Every line of a text that was fitted is as wide as asked, or less, by the renderer's own measure. */
static void fits_a_width_on_paper(void **state)
{
    const char *path = getenv("SPEELVELD_RENDER");
    sv_renderer *renderer = NULL;
    sv_text out = {0};
    (void)state;
    if (!path)
        skip();
    assert_int_equal(sv_renderer_new(path, &renderer, NULL), SV_OK);
    for (double width = 120; width < 900; width += 97) {
        sv_fit fit = {.font_size = 13, .width = width, .lines = 9};
        assert_int_equal(sv_wrap_fit(renderer, "Hoe dicht een actor bij iedereen staat: hoog betekent dat nieuws van hier velen bereikt.",
                                     &fit, &out, NULL),
                         SV_OK);
        assert_true(fit.got_width <= width);
        assert_null(strstr(sv_text_get(&out), "…"));
    }
    sv_text_clear(&out);
    sv_renderer_free(renderer);
}

/* How wide a text is in a size, as the renderer measures it. */
static double width_of(sv_renderer *renderer, const char *text, double size)
{
    sv_measure measure = {.text = text, .font_size = size};
    assert_int_equal(sv_renderer_measure(renderer, &measure, 1, NULL), SV_OK);
    return measure.width;
}

/*
 * The referee is the renderer itself: in the size found the longest word fits the width and in one of half a point more it does not; on
 * one line the whole text does. What fits easily keeps the size asked for, what never fits gets the least; a hyphen parts a word.
 */
static void the_largest_type_keeps_words_whole(void **state)
{
    static const char *const names[] = {"Jan", "een fractievoorzitter"}, *const both[] = {"Haanstra-Dijk"};
    const char *path = getenv("SPEELVELD_RENDER");
    sv_renderer *renderer = NULL;
    sv_fit fit = {.font_size = 30, .width = 150, .lines = 2}, line = {.font_size = 30, .width = 150, .lines = 1};
    sv_fit wide = {.font_size = 30, .width = 2000, .lines = 2}, narrow = {.font_size = 30, .width = 20, .lines = 2};
    sv_fit parted = {.font_size = 30, .width = 150, .lines = 2};
    (void)state;
    if (!path)
        skip();
    assert_int_equal(sv_renderer_new(path, &renderer, NULL), SV_OK);
    assert_int_equal(sv_wrap_largest(renderer, names, 2, 9, &fit, NULL), SV_OK);
    assert_true(width_of(renderer, "fractievoorzitter", fit.font_size) <= 150);
    assert_true(width_of(renderer, "fractievoorzitter", fit.font_size + 0.5) > 150);
    assert_int_equal(sv_wrap_largest(renderer, names, 2, 9, &line, NULL), SV_OK);
    assert_true(width_of(renderer, names[1], line.font_size) <= 150 && width_of(renderer, names[1], line.font_size + 0.5) > 150);
    assert_int_equal(sv_wrap_largest(renderer, names, 2, 9, &wide, NULL), SV_OK);
    assert_true(wide.font_size == 30);
    assert_int_equal(sv_wrap_largest(renderer, names, 2, 9, &narrow, NULL), SV_OK);
    assert_true(narrow.font_size == 9);
    assert_int_equal(sv_wrap_largest(renderer, both, 1, 9, &parted, NULL), SV_OK);
    assert_true(width_of(renderer, both[0], parted.font_size) > 150);
    sv_renderer_free(renderer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_break_at_words),           cmocka_unit_test(lines_come_out_even),
        cmocka_unit_test(long_words_break_at_a_syllable), cmocka_unit_test(compounds_break_at_their_last_part),
        cmocka_unit_test(an_article_stays_with_its_word), cmocka_unit_test(words_break_between_syllables),
        cmocka_unit_test(what_does_not_fit_is_cut),       cmocka_unit_test(any_text_is_text),
        cmocka_unit_test(fits_a_width_on_paper),          cmocka_unit_test(the_largest_type_keeps_words_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

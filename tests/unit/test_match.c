/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Match: offers beside seeks, by hand and against comparing every phrase with every other. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

/*
 * Words in phrases: zaal 4 (a, c, h, i), avond 3 (a, b, c), sleutel 2 (b, e), koken 2 (d, f), soep 2 (d, f). a and c share two words; b
 * seeks a key for the evening: a-b by avond, e-b by sleutel, while e's own "sleutels" is another word. d and f make two matches of one
 * pair. g, the clerk, offers soup for nothing. h seeks a hall but knows a; i seeks one too, but a rule keeps it from a. o and p meet
 * without us.
 */
static const char town[] =
    "= Actors\nid;name;kind;offers;seeks\n"
    "a;A;resident;zaal in de avond;\nb;B;resident;;sleutel voor de avond\nc;C;resident;;Avond in een ZÁÁL\n"
    "d;D;resident;samen soep koken;\ne;E;resident;een sleutel;meer sleutels\nf;F;resident;;soep|koken\ng;G;clerk;soep;\n"
    "h;H;resident;;zaal\ni;I;resident;;zaal\nm;M;resident;;\nn;N;resident;;\no;O;official;dossier;\np;P;council_member;;dossier\n"
    "= Ties\nfrom;to;kind;strength\na;h;knows;2\na;i;may_not_contact;\na;m;knows;4\nm;b;knows;4\na;n;knows;2\nn;b;knows;2\nn;c;knows;1\n"
    "d;m;knows;2\nm;f;knows;2\n";

static void assert_match(const sv_map *map, const sv_match *match, const char *offering, const char *offer, const char *seeking,
                         const char *seek, const char *word, size_t words, size_t phrases, const char *introducer)
{
    assert_int_equal(match->offering, row_of(map, offering));
    assert_string_equal(match->offer, offer);
    assert_int_equal(match->seeking, row_of(map, seeking));
    assert_string_equal(match->seek, seek);
    assert_string_equal(match->word, word);
    assert_int_equal(match->words, words);
    assert_int_equal(match->phrases, phrases);
    assert_int_equal(match->introducer, introducer ? row_of(map, introducer) : SV_NO_ROW);
}

static void who_offers_what_another_seeks(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_matches found;
    (void)state;
    assert_int_equal(sv_matches_find(map, 0, 0, &found, NULL), SV_OK);
    assert_int_equal(found.offering, 4); /* a, d, e, o: not the clerk */
    assert_int_equal(found.seeking, 7);  /* b, c, e, f, h, i, p */
    assert_int_equal(found.all, 5);
    assert_int_equal(found.apart, 1); /* a and i */
    assert_match(map, &found.items[0], "a", "zaal in de avond", "c", "Avond in een ZÁÁL", "avond", 2, 3,
                 "n"); /* avond in 3 phrases, zaal in 4 */
    assert_match(map, &found.items[1], "d", "samen soep koken", "f", "soep", "soep", 1, 2,
                 "m"); /* .5 x .5; before e-b, whom nobody introduces */
    assert_match(map, &found.items[2], "d", "samen soep koken", "f", "koken", "koken", 1, 2, "m");
    assert_match(map, &found.items[3], "e", "een sleutel", "b", "sleutel voor de avond", "sleutel", 1, 2, NULL);
    assert_match(map, &found.items[4], "a", "zaal in de avond", "b", "sleutel voor de avond", "avond", 1, 3,
                 "m"); /* .9 x .9, warmer than n's */
    assert_near(found.items[4].warmth, 0.81);
    assert_int_equal(found.pairs, 4); /* a-c, d-f, e-b, a-b */
    assert_int_equal(found.n_makers, 2);
    assert_int_equal(found.makers[0].actor, row_of(map, "m")); /* d-f and a-b */
    assert_int_equal(found.makers[0].pairs, 2);
    assert_int_equal(found.makers[1].actor, row_of(map, "n"));
    sv_matches_clear(&found);
    assert_int_equal(sv_matches_find(map, 0, 2, &found, NULL), SV_OK);
    assert_int_equal(found.n, 2);
    assert_int_equal(found.all, 5);
    assert_int_equal(found.pairs, 4);
    sv_matches_clear(&found);
    sv_map_free(map);
}

/* How many matches there are when `halls` actors offer a hall, one seeks one, and `others` offer something else each. */
static size_t matches_among(int halls, int others)
{
    sv_text text = {0};
    sv_matches found;
    sv_map *map;
    size_t all;
    sv_text_add(&text, "= Actors\nid;name;offers;seeks\ny;Y;;zaal\n");
    for (int i = 0; i < halls; i++)
        sv_text_addf(&text, "x%d;X%d;een zaal;\n", i, i);
    for (int i = 0; i < others; i++)
        sv_text_addf(&text, "z%d;Z%d;ding%d;\n", i, i, i);
    map = map_of(text.bytes, NULL);
    assert_int_equal(sv_matches_find(map, 0, 0, &found, NULL), SV_OK);
    all = found.all;
    sv_matches_clear(&found);
    sv_map_free(map);
    sv_text_clear(&text);
    return all;
}

static void a_word_that_many_use_says_nothing(void **state)
{
    (void)state;
    assert_int_equal(matches_among(19, 0), 19);    /* in all 20 phrases, but not in more than 20 */
    assert_int_equal(matches_among(20, 0), 0);     /* in all 21 */
    assert_int_equal(matches_among(20, 188), 0);   /* in 21 of 209: more than one in ten */
    assert_int_equal(matches_among(20, 189), 20);  /* in 21 of 210: one in ten */
    assert_int_equal(matches_among(99, 900), 99);  /* in 100 of 1000 */
    assert_int_equal(matches_among(100, 5000), 0); /* in more than 100, however rare */
}

/* ---- Against every phrase beside every other ---- */

enum { actors = 6, vocabulary = 5 };
static const char *const words[vocabulary] = {"appel", "boom", "citroen", "druif", "egel"};

static void matches_are_those_of_brute_force(void **state)
{
    unsigned long long seed = 3;
    size_t in_all = 0;
    (void)state;
    for (int round = 0; round < 200; round++) {
        unsigned offers[actors], seeks[actors]; /* a bit for each word */
        bool known[actors][actors] = {{0}};
        size_t wanted = 0;
        sv_text text = {0};
        sv_matches found;
        sv_map *map;
        sv_text_add(&text, "= Actors\nid;name;offers;seeks\n");
        for (int i = 0; i < actors; i++) {
            offers[i] = draw_number(&seed, 1 << vocabulary);
            seeks[i] = draw_number(&seed, 1 << vocabulary);
            sv_text_addf(&text, "%c;%c;", 'a' + i, 'a' + i);
            for (int w = 0; w < vocabulary; w++)
                sv_text_addf(&text, "%s ", offers[i] >> w & 1 ? words[w] : "-");
            sv_text_add(&text, ";");
            for (int w = vocabulary; w-- > 0;)
                sv_text_addf(&text, "%s ", seeks[i] >> w & 1 ? words[w] : "-");
            sv_text_add(&text, "\n");
        }
        sv_text_add(&text, "= Ties\nfrom;to\n");
        for (int i = 0; i < 5; i++) {
            unsigned a = draw_number(&seed, actors), b = draw_number(&seed, actors);
            sv_text_addf(&text, "%c;%c\n", 'a' + (int)a, 'a' + (int)b);
            known[a][b] = known[b][a] = true;
        }
        map = map_of(text.bytes, NULL);
        assert_int_equal(sv_matches_find(map, 0, 0, &found, NULL), SV_OK);
        for (size_t a = 0; a < actors; a++)
            for (size_t b = 0; b < actors; b++)
                wanted += a != b && !known[a][b] && (offers[a] & seeks[b]);
        assert_int_equal(found.n, wanted);
        for (size_t i = 0; i < found.n; i++) {
            unsigned both = offers[found.items[i].offering] & seeks[found.items[i].seeking];
            assert_int_equal(found.items[i].words, __builtin_popcount(both));
        }
        in_all += found.n;
        sv_matches_clear(&found);
        sv_map_free(map);
        sv_text_clear(&text);
    }
    assert_true(in_all > 500);
}

static void nothing_matches_nothing(void **state)
{
    static const char *const maps[] = {"= Actors\nid;name\n", "= Actors\nid;name;offers\na;A;zaal\n"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        sv_map *map = map_of(maps[i], NULL);
        sv_matches found;
        char *text;
        size_t length;
        assert_int_equal(sv_matches_find(map, 0, 0, &found, NULL), SV_OK);
        assert_int_equal(found.all, 0);
        assert_int_equal(sv_report_match(map, &found, &(sv_answer_options){.audience = SV_TEAM}, &text, &length, NULL), SV_OK);
        assert_non_null(strstr(text, "The map does not say what people offer"));
        free(text);
        sv_matches_clear(&found);
        sv_map_free(map);
    }
}

static sv_status tell(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(town, NULL);
    sv_matches found = {0};
    char *text = NULL;
    size_t length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_matches_find(map, 0, 0, &found, NULL);
    if (status == SV_OK)
        status = sv_report_match(map, &found, &(sv_answer_options){.audience = SV_TEAM, .language = SV_DUTCH}, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_matches_clear(&found);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_offers_what_another_seeks),
        cmocka_unit_test(a_word_that_many_use_says_nothing),
        cmocka_unit_test(matches_are_those_of_brute_force),
        cmocka_unit_test(nothing_matches_nothing),
        TORTURE_MEMORY(tell),
    };
    return cmocka_run_group_tests_name("match", tests, NULL, NULL);
}

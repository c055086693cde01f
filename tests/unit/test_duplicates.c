/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors that may be one: what must be proposed, what must not, and why. All names are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/text.h"
#include "model/names.h"
#include "model/table.h"
#include "support.h"

/* Two actors of a kind, with the rest of their cells; gives the score, 0 when they are not proposed, and the reasons. */
static double score_rows(const char *rows, unsigned *reasons)
{
    char text[1000];
    sv_duplicate *found;
    size_t n;
    double score;
    sv_map *map;
    snprintf(text, sizeof text, "= Actors\nid;name;kind;organisation;party;group\n%s", rows);
    map = map_of(text, NULL);
    assert_int_equal(sv_map_duplicates(map, 0.4, &found, &n, NULL), SV_OK);
    assert_true(n <= 1);
    score = n ? found[0].score : 0;
    *reasons = n ? found[0].reasons : 0;
    if (n) {
        assert_int_equal(found[0].a, 0);
        assert_int_equal(found[0].b, 1);
    }
    free(found);
    sv_map_free(map);
    return score;
}

static double score_pair(const char *kind, const char *a, const char *b, unsigned *reasons)
{
    char rows[800];
    snprintf(rows, sizeof rows, "a;%s;%s;;;\nb;%s;%s;;;\n", a, kind, b, kind);
    return score_rows(rows, reasons);
}

/* ---- Must be proposed ---- */

static const struct {
    const char *kind, *a, *b;
    sv_reason reason;
} must[] = {
    {"resident", "Piet Jansen", "Piet Jansen", SV_REASON_SAME_NAME},
    {"resident", "José Peréz", "Jose Perez", SV_REASON_SAME_NAME},
    {"resident", "FATIMA EL IDRISSI", "Fatima el Idrissi", SV_REASON_SAME_NAME},
    {"resident", "Marijke Wiersma-Postma", "Marijke Wiersma Postma", SV_REASON_ORDER},
    {"resident", "Tom van der Zwaag", "Tom v.d. Zwaag", SV_REASON_PREFIX},
    {"resident", "Tom van der Zwaag", "Tom vd Zwaag", SV_REASON_PREFIX},
    {"resident", "Tom van de Zwaag", "Tom van der Zwaag", SV_REASON_PREFIX},
    {"resident", "Tom van der Zwaag", "Tom Zwaag", SV_REASON_PREFIX},
    {"resident", "Samira El Haddaoui", "Samira Haddaoui", SV_REASON_PREFIX},
    {"resident", "Gerda ten Brinke", "Gerda Ten Brinke", SV_REASON_SAME_NAME},
    {"resident", "Wim in 't Hout", "Wim in ’t Hout", SV_REASON_SAME_NAME},
    {"council_member", "P. Jansen", "Piet Jansen", SV_REASON_INITIALS},
    {"council_member", "P.J. Jansen", "Piet Jansen", SV_REASON_INITIALS},
    {"council_member", "PJ de Vries", "P.J. de Vries", SV_REASON_SAME_NAME},
    {"council_member", "J. (Joke) Verhoeven", "Joke Verhoeven", SV_REASON_MORE_GIVEN},
    {"council_member", "Th. Kamphuis", "Theo Kamphuis", SV_REASON_INITIALS},
    {"resident", "Jansen, Piet", "Piet Jansen", SV_REASON_ORDER},
    {"resident", "Zwaag, Tom van der", "Tom van der Zwaag", SV_REASON_ORDER},
    {"resident", "Jansen Piet", "Piet Jansen", SV_REASON_ORDER},
    {"clerk", "mr. O.J. Brandsma", "O.J. Brandsma", SV_REASON_TITLE},
    {"professional", "drs. Karin Loman", "Karin Loman", SV_REASON_TITLE},
    {"professional", "dr. Els Mulderij", "Els Mulderij", SV_REASON_TITLE},
    {"resident", "de heer Bart Coenen", "Bart Coenen", SV_REASON_TITLE},
    {"resident", "Anneke Meijerink", "Anneke Meyerink", SV_REASON_SOUND},
    {"resident", "Joost Kuijper", "Joost Kuiper", SV_REASON_SOUND},
    {"resident", "Hilde de Graaff", "Hilde de Graaf", SV_REASON_SOUND},
    {"resident", "Karin Vreugdenhil", "Karin Vreugdenhill", SV_REASON_SOUND},
    {"resident", "Karin Kloosterboer", "Karin Kloosterbeor", SV_REASON_SPELLING},
    {"resident", "Mohammed Bouchta", "Mohamed Bouchta", SV_REASON_SOUND},
    {"resident", "Jan de Vries", "Jan de Vries-Bakker", SV_REASON_DOUBLE_NAME},
    {"resident", "Ineke Bos", "Ineke van Dalen-Bos", SV_REASON_DOUBLE_NAME},
    {"organisation", "Stichting De Kade", "De Kade", SV_REASON_LEGAL_FORM},
    {"organisation", "St. Buurtkracht", "Stichting Buurtkracht", SV_REASON_LEGAL_FORM},
    {"business", "Bakkerij Smeets B.V.", "Bakkerij Smeets", SV_REASON_LEGAL_FORM},
    {"housing", "WBV Watergraaf", "Woningbouwvereniging Watergraaf", SV_REASON_ABBREVIATION},
    {"education", "Basissch. De Waterval", "Basisschool De Waterval", SV_REASON_ABBREVIATION},
    {"organisation", "VBO", "Vereniging Belangen Oudeveen", SV_REASON_ABBREVIATION},
    {"residents_group", "Bewonersgroep Rivierbuurt", "Bewonersgroep Rivierbuurd", SV_REASON_SOUND},
    {"welfare", "Jongeren-werk Noord", "Jongerenwerk Noord", SV_REASON_SAME_NAME},
    {"", "Wijkraad De Weiden", "wijkraad de weiden", SV_REASON_SAME_NAME},
};

static void test_must_be_proposed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof must / sizeof *must; i++) {
        unsigned reasons;
        double score = score_pair(must[i].kind, must[i].a, must[i].b, &reasons),
               other = score_pair(must[i].kind, must[i].b, must[i].a, &reasons);
        if (score < 0.4 || score > 1 || score != other || !(reasons & (1U << must[i].reason)))
            fail_msg("%s / %s: %.3f (turned %.3f), reasons %x", must[i].a, must[i].b, score, other, reasons);
    }
}

/* ---- Must not be proposed ---- */

static const struct {
    const char *kind, *a, *b;
} must_not[] = {
    {"resident", "P. Jansen", "J. Jansen"}, /* father and son */
    {"resident", "P.J. Jansen", "P.A. Jansen"},
    {"resident", "Piet Jansen", "Joke Jansen"},
    {"resident", "Piet Jansen sr.", "Piet Jansen jr."},
    {"resident", "P. Jansen", "Joke Jansen"},
    {"resident", "Jan Willem Bakker", "Jan Peter Bakker"},
    {"resident", "Jan A. Bakker", "Jan B. Bakker"},
    {"resident", "Piet Jansen", "Piet Hansen"},
    {"resident", "Piet Bakker", "Piet Dekker"},
    {"resident", "Piet Bos", "Piet Vos"},
    {"resident", "Piet van Dijk", "Piet ten Dijke"},
    {"resident", "Fatima El Idrissi", "Fatima El Haddaoui"},
    {"resident", "Fatima El Idrissi", "Farida El Idrissi"},
    {"resident", "Jan de Vries", "Anna de Vries-Bakker"},
    {"resident", "J. de Vries", "Jan Bakker-de Vries"},
    {"resident", "Jansen", "Piet Jansen"},
    {"resident", "Bakker", "Bakkers"},
    {"resident", "Jan Smit", "Jan Smits"},
    {"resident", "Willem de Groot", "Willem de Boer"},
    {"organisation", "Wijkteam 1", "Wijkteam 2"},
    {"organisation", "Bewonersgroep Rivierbuurt", "Bewonersgroep Vogelbuurt"},
    {"organisation", "Bewonersgroep Oosterpark", "Bewonersgroep Westerpark"},
    {"organisation", "Buurthuis De Linde", "Buurthuis De Kade"},
    {"organisation", "Stichting Buurtkracht", "Stichting Buurtzorg"},
    {"organisation", "Basisschool De Waterval", "Basisschool De Waterlelie"},
    {"organisation", "Dorpsbelang Oudeveen", "Dorpshuis Oudeveen"},
    {"organisation", "Wijkcentrum Noord", "Wijkcentrum Zuid"},
    {"organisation", "Wijkcentrum Noordoost", "Wijkcentrum Noordwest"},
    {"organisation", "Gemeente Waterrijk", "Gemeenteraad Waterrijk"},
    {"organisation", "Ouderenbond", "Ouderenbond Waterrijk"},
};

static void test_must_not_be_proposed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof must_not / sizeof *must_not; i++) {
        unsigned reasons;
        double score = score_pair(must_not[i].kind, must_not[i].a, must_not[i].b, &reasons);
        if (score > 0)
            fail_msg("%s / %s: %.3f, reasons %x", must_not[i].a, must_not[i].b, score, reasons);
    }
}

/* A person is never an organisation, and an actor of no kind may be either. */
static void test_kinds(void **state)
{
    unsigned reasons;
    (void)state;
    assert_true(score_rows("a;De Kade;person;;;\nb;De Kade;welfare;;;\n", &reasons) == 0);
    assert_true(score_rows("a;De Kade;;;;\nb;De Kade;welfare;;;\n", &reasons) > 0.8);
    assert_true(score_rows("a;P. Jansen;;;;\nb;Piet Jansen;resident;;;\n", &reasons) > 0.5);
    assert_true(score_rows("a;Piet Jansen;council_member;;;\nb;Piet Jansen;resident;;;\n", &reasons) > 0.8);
}

/* 0.9 * 0.75 for initials; the same organisation adds 0.05, party and group 0.03 each; another takes off 0.08, 0.2 and 0.1. */
static void test_what_stands_beside(void **state)
{
    unsigned reasons;
    (void)state;
    assert_near(score_rows("a;P. Jansen;resident;;;\nb;Piet Jansen;resident;;;\n", &reasons), 0.675);
    assert_near(score_rows("a;P. Jansen;resident;De Kade;;\nb;Piet Jansen;resident;de kade;;\n", &reasons), 0.725);
    assert_int_equal(reasons, 1U << SV_REASON_INITIALS | 1U << SV_REASON_SAME_ORGANISATION);
    assert_near(score_rows("a;P. Jansen;council_member;;Lokaal;Lokaal\nb;Piet Jansen;council_member;;Lokaal;Lokaal\n", &reasons), 0.735);
    assert_int_equal(reasons, 1U << SV_REASON_INITIALS | 1U << SV_REASON_SAME_PARTY | 1U << SV_REASON_SAME_GROUP);
    assert_near(score_rows("a;P. Jansen;resident;De Kade;;\nb;Piet Jansen;resident;De Linde;;\n", &reasons), 0.595);
    assert_true(score_rows("a;P. Jansen;council_member;;Lokaal;Lokaal\nb;Piet Jansen;council_member;;Groen;Groen\n", &reasons) == 0);
    assert_true(score_rows("a;Jansen;resident;De Kade;;\nb;Piet Jansen;resident;De Kade;;\n", &reasons) > 0.4);
}

/* What is certain comes first, a married name low, and all of it is in the order of scores. */
static void test_order(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\na;Jan de Vries;resident\nb;Jan de Vries-Bakker;resident\nc;J. de Vries;resident\nd;Jan "
                         "de Vries;resident\n",
                         NULL);
    sv_duplicate *found;
    size_t n;
    (void)state;
    assert_int_equal(sv_map_duplicates(map, 0.4, &found, &n, NULL), SV_OK);
    assert_int_equal(n, 5); /* a-d, a-c, c-d, a-b, b-d; not b-c: 0.9 * 0.55 * 0.75 */
    assert_int_equal(found[0].a, 0);
    assert_int_equal(found[0].b, 3);
    assert_near(found[0].score, 0.9);
    assert_near(found[4].score, 0.9 * 0.55);
    for (size_t i = 1; i < n; i++)
        assert_true(found[i - 1].score >= found[i].score);
    free(found);
    assert_int_equal(sv_map_duplicates(map, 0.99, &found, &n, NULL), SV_OK);
    assert_int_equal(n, 0);
    free(found);
    sv_map_free(map);
}

static void test_texts(void **state)
{
    (void)state;
    for (int reason = 0; reason < SV_REASONS; reason++)
        assert_true(*sv_reason_id((sv_reason)reason) && *sv_reason_text((sv_reason)reason));
}

static void test_sounds(void **state)
{
    static const char *const pairs[][2] = {{"meijer", "meyer"},     {"meier", "meyer"},  {"smid", "smit"},        {"smidt", "smit"},
                                           {"dijkstra", "dykstra"}, {"graaff", "graaf"}, {"hendrix", "hendriks"}, {"bosch", "bos"},
                                           {"kuyper", "kuiper"},    {"visser", "fisser"}};
    char a[name_sound_size], b[name_sound_size];
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        name_sound(pairs[i][0], false, a, sizeof a);
        name_sound(pairs[i][1], false, b, sizeof b);
        assert_string_equal(a, b);
    }
    name_sound("jansen", false, a, sizeof a);
    name_sound("hansen", false, b, sizeof b);
    assert_string_not_equal(a, b);
}

/* Names that are no names: nothing breaks, and a very long one is cut. */
static void test_odd_names(void **state)
{
    static const char *const names[] = {",",       "van der", ". . .", "-",    "’t", "van",     "Jansen,",
                                        ",Jansen", "de heer", "mr.",   "B.V.", "(",  "a,b,c,d", "李 小龙"};
    sv_map *map = sv_map_new();
    size_t name = sv_table_column(map, SV_ACTORS, "name"), kind = sv_table_column(map, SV_ACTORS, "kind"), n;
    sv_duplicate *found;
    sv_text many = {0};
    (void)state;
    for (int i = 0; i < 150; i++)
        sv_text_addf(&many, "%s%d", i % 3 ? " v" : "-", i % 7);
    for (size_t i = 0; i < 3 * (sizeof names / sizeof *names + 1); i++) {
        size_t row = sv_table_row(map, SV_ACTORS, NULL, i + 1), which = i / 3;
        assert_true(sv_table_put(map, SV_ACTORS, row, name, which < sizeof names / sizeof *names ? names[which] : many.bytes, NULL));
        assert_true(sv_table_put(map, SV_ACTORS, row, kind, i % 3 == 0 ? "person" : i % 3 == 1 ? "organisation" : "nobody", NULL));
    }
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_duplicates(map, 0, &found, &n, NULL), SV_OK);
    free(found);
    sv_text_clear(&many);
    sv_map_free(map);
}

/* Twenty thousand people with a hundred surnames: every one of the planted pairs is found, and soon. */
static void test_many(void **state)
{
    static const char *const first[] = {"Anneke", "Bart", "Carla", "Dirk", "Els", "Frank", "Greet", "Harm", "Ineke", "Joost"};
    enum { actors = 20000, planted = 200 };
    sv_map *map = sv_map_new();
    size_t name = sv_table_column(map, SV_ACTORS, "name"), kind = sv_table_column(map, SV_ACTORS, "kind"), n, seen = 0;
    sv_duplicate *found;
    clock_t start;
    (void)state;
    for (size_t i = 0; i < actors; i++) {
        size_t row = sv_table_row(map, SV_ACTORS, NULL, i + 2), who = i < planted ? i : i - planted;
        char text[100];
        snprintf(text, sizeof text, "%s %c%c%csma", first[who % 10], (int)('A' + who / 10 % 20), (int)('a' + who / 200 % 10),
                 (int)('b' + who / 2000 % 10));
        if (i < planted)
            snprintf(text, sizeof text, "%c. %c%c%csma", *first[who % 10], (int)('A' + who / 10 % 20), (int)('a' + who / 200 % 10),
                     (int)('b' + who / 2000 % 10));
        assert_true(sv_table_put(map, SV_ACTORS, row, name, text, NULL));
        assert_true(sv_table_put(map, SV_ACTORS, row, kind, "resident", NULL));
    }
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    start = clock();
    assert_int_equal(sv_map_duplicates(map, 0.6, &found, &n, NULL), SV_OK);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 20);
    for (size_t i = 0; i < n; i++)
        seen += found[i].a < planted && found[i].b == found[i].a + planted;
    assert_int_equal(seen, planted);
    free(found);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_must_be_proposed),
        cmocka_unit_test(test_must_not_be_proposed),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_what_stands_beside),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_sounds),
        cmocka_unit_test(test_odd_names),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

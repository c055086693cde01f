/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who belongs where, who knows whom, and who can introduce whom: by hand, and against going through all rows for every pair. */
#include "advice/introduction.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "advice/acquainted.h"
#include "advice/us.h"
#include "base/text.h"
#include "support.h"

static const char town[] =
    "= Actors\nid;name;kind;organisation\n"
    "ann;Ann;professional;School\nbob;Bob;professional;\ncas;Cas;resident;cas\ndia;Dia;resident;\nela;Ela;resident;\n"
    "fay;Fay;council_member;Board\ngus;Gus;council_member;\nhan;Han;resident;Nowhere\n"
    "school;School;education;\nlib;Library;education;\nboard;Board;council;\nall;All;alliance;\n"
    "= Ties\nfrom;to;kind;strength;certainty;until;amount\n"
    "ann;bob;knows;;;;\ncas;dia;influences;;;;\ncas;ela;opposes;;;;\nann;cas;knows;0;;;\nann;dia;knows;;0;;\n"
    "bob;dia;knows;;;2025-12-31;\nela;lib;funds;;;;10\nfay;han;mag_niet;;;;\ndia;ann;reports_to;1;;;\n"
    "= Memberships\nwho;of\nbob;lib\ngus;board\nschool;all\nlib;all\ndia;all\n";

static void what_shows_acquaintance(void **state)
{
    static const struct {
        const char *a, *b;
        bool known;
    } pairs[] = {
        {"ann", "bob", true},    {"bob", "ann", true}, {"ann", "school", true}, /* by her own row */
        {"school", "lib", true},                                                /* both in the alliance, and Ann knows Bob */
        {"school", "bob", true},                                                /* whom Ann knows */
        {"cas", "dia", false},                                                  /* influence is no acquaintance */
        {"cas", "ela", true},                                                   /* who opposes somebody knows them */
        {"ann", "cas", false},                                                  /* strength 0 */
        {"ann", "dia", true},                                                   /* certainty 0, but reports_to */
        {"bob", "dia", false},                                                  /* over since 2026 */
        {"ela", "lib", true},                                                   /* pays */
        {"ela", "bob", false},                                                  /* who works there: what the library knows, Bob need not */
        {"fay", "gus", true},                                                   /* one council */
        {"fay", "han", false},                                                  /* a rule ties nobody */
        {"school", "dia", true},                                                /* one alliance */
        {"ann", "lib", true},                                                   /* through Bob */
        {"ann", "all", false},                                                  /* the school is in it, not she */
    };
    sv_map *map = map_of(town, NULL);
    acquaintances known;
    (void)state;
    assert_true(acquaintances_init(&known, map, 20260601));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (acquainted(&known, row_of(map, pairs[i].a), row_of(map, pairs[i].b)) != pairs[i].known)
            fail_msg("%s and %s", pairs[i].a, pairs[i].b);
    assert_true(bodies_hold(&known.belongs, row_of(map, "ann"), row_of(map, "school")));
    assert_false(bodies_hold(&known.belongs, row_of(map, "cas"), row_of(map, "cas")));
    acquaintances_clear(&known);
    assert_true(acquaintances_init(&known, map, 20250601)); /* the year before Bob and Dia knew each other */
    assert_true(acquainted(&known, row_of(map, "bob"), row_of(map, "dia")));
    acquaintances_clear(&known);
    sv_map_free(map);
}

static void we_are_more_than_our_own(void **state)
{
    static const char *const tied[] = {"ann", "bob", "school", "lib", "all", "dia"};
    sv_map *map = map_of(town, NULL);
    acquaintances known;
    us who;
    size_t n = 0;
    (void)state;
    assert_true(acquaintances_init(&known, map, 20260601));
    assert_int_equal(us_init(&who, map, &known, row_of(map, "ann"), NULL), SV_OK);
    assert_int_equal(who.place[row_of(map, "ann")], US_OWN);
    assert_int_equal(who.place[row_of(map, "school")], US_ORGANISATION);
    assert_int_equal(who.place[row_of(map, "all")], US_ALLIANCE); /* the school takes part */
    assert_int_equal(who.place[row_of(map, "lib")], US_NOT);
    /* tied are Bob, whom Ann knows, and the library and Dia in the alliance; Ela, who pays the library, is not */
    for (size_t i = 0; i < 6; i++)
        assert_true(who.tied[row_of(map, tied[i])]);
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        n += who.tied[i];
    assert_int_equal(n, 6);
    us_clear(&who);
    assert_int_equal(us_init(&who, map, &known, row_of(map, "cas"), NULL), SV_OK);
    assert_false(who.tied[row_of(map, "ela")]); /* they oppose each other */
    us_clear(&who);
    acquaintances_clear(&known);
    sv_map_free(map);
}

/* ---- Against going through all rows ---- */

enum { persons = 5, organisations = 3, actors = persons + organisations, rows = 12 };

typedef struct sample {
    sv_text text;
    bool tie[actors][actors], in[actors][actors]; /* who belongs to what */
    double warmth[actors][actors];                /* of the step from one to the other */
} sample;

static void draw(sample *made, unsigned long long *seed)
{
    *made = (sample){0};
    sv_text_add(&made->text, "= Actors\nid;name;kind\n");
    for (int i = 0; i < actors; i++)
        sv_text_addf(&made->text, "%c;%c;%s\n", 'a' + i, 'a' + i, i < persons ? "resident" : "welfare");
    sv_text_add(&made->text, "= Ties\nfrom;to;kind;strength\n");
    for (int i = 0; i < rows; i++) {
        unsigned from = draw_number(seed, actors), to = draw_number(seed, actors), strength = 1 + draw_number(seed, 4);
        double warmth = 0.1 + 0.2 * strength;
        if (from == to)
            continue;
        sv_text_addf(&made->text, "%c;%c;knows;%u\n", 'a' + (int)from, 'a' + (int)to, strength);
        made->tie[from][to] = made->tie[to][from] = true;
        made->warmth[from][to] = made->warmth[to][from] = fmax(made->warmth[from][to], warmth);
    }
    sv_text_add(&made->text, "= Memberships\nwho;of\n");
    for (int i = 0; i < 4; i++) {
        unsigned who = draw_number(seed, persons), of = persons + draw_number(seed, organisations);
        sv_text_addf(&made->text, "%c;%c\n", 'a' + (int)who, 'a' + (int)of);
        made->in[who][of] = made->tie[who][of] = made->tie[of][who] = true;
        made->warmth[who][of] = made->warmth[of][who] = fmax(made->warmth[who][of], 0.7); /* a membership is as strong as 3 */
    }
}

/* True when x speaks for an actor: itself, or a person in it. */
static bool speaks(const sample *of, size_t x, size_t actor)
{
    return x == actor || of->in[x][actor];
}

static bool brute_acquainted(const sample *of, size_t a, size_t b)
{
    for (size_t x = 0; x < actors; x++)
        for (size_t y = 0; y < actors; y++)
            if (speaks(of, x, a) && speaks(of, y, b) && x != y && of->tie[x][y])
                return true;
    for (size_t body = persons; body < actors; body++)
        if (of->in[a][body] && of->in[b][body])
            return true;
    return false;
}

static double brute_warmth(const sample *of, size_t a, size_t b)
{
    double best = 0;
    for (size_t m = 0; m < actors; m++)
        for (size_t x = 0; x < actors; x++)
            for (size_t y = 0; y < actors; y++)
                if (m != a && m != b && speaks(of, x, a) && speaks(of, y, b) && of->warmth[m][x] * of->warmth[m][y] > best)
                    best = of->warmth[m][x] * of->warmth[m][y];
    return best;
}

static void pairs_are_those_of_brute_force(void **state)
{
    unsigned long long seed = 11;
    size_t introduced = 0;
    (void)state;
    for (int round = 0; round < 200; round++) {
        sample made;
        acquaintances known;
        introductions between;
        sv_ways *ways;
        sv_map *map;
        draw(&made, &seed);
        map = map_of(made.text.bytes, NULL);
        assert_true(acquaintances_init(&known, map, 0));
        assert_int_equal(sv_ways_new(map, NULL, &ways, NULL), SV_OK);
        assert_true(introductions_init(&between, ways, &known.belongs));
        for (size_t a = 0; a < actors; a++)
            for (size_t b = 0; b < actors; b++) {
                double warmth;
                size_t who = introducer_of(&between, a, b, &warmth);
                if (a == b)
                    continue;
                assert_int_equal(acquainted(&known, a, b), brute_acquainted(&made, a, b));
                assert_near(warmth, brute_warmth(&made, a, b));
                assert_int_equal(who == SV_NO_ROW, warmth == 0);
                introduced += who != SV_NO_ROW;
            }
        introductions_clear(&between);
        sv_ways_free(ways);
        acquaintances_clear(&known);
        sv_map_free(map);
        sv_text_clear(&made.text);
    }
    assert_true(introduced > 1000);
}

static void the_clerk_introduces_nobody(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\na;A;resident\nb;B;resident\nc;C;clerk\nd;D;adviser\ne;E;resident\n"
                         "= Ties\nfrom;to;kind;strength\na;c;knows;4\nc;b;knows;4\na;d;knows;4\nd;b;knows;4\na;e;knows;1\ne;b;knows;1\n",
                         NULL);
    acquaintances known;
    introductions between;
    sv_ways *ways;
    double warmth;
    (void)state;
    assert_true(acquaintances_init(&known, map, 0));
    assert_int_equal(sv_ways_new(map, NULL, &ways, NULL), SV_OK);
    assert_true(introductions_init(&between, ways, &known.belongs));
    assert_int_equal(introducer_of(&between, row_of(map, "a"), row_of(map, "b"), &warmth), row_of(map, "e"));
    assert_near(warmth, 0.09); /* 0.3 x 0.3 */
    introductions_clear(&between);
    sv_ways_free(ways);
    acquaintances_clear(&known);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_shows_acquaintance), cmocka_unit_test(we_are_more_than_our_own),
                                       cmocka_unit_test(pairs_are_those_of_brute_force), cmocka_unit_test(the_clerk_introduces_nobody)};
    return cmocka_run_group_tests_name("acquainted", tests, NULL, NULL);
}

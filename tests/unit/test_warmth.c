/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warmth: how warm a tie is, and which ties are steps and which are not. */
/* wraps: malloc calloc realloc */

#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "brute_ways.h"
#include "failing_memory.h"
#include "reading.h"
#include "support.h"

/* How warm the step between two actors is; 0 when there is none. */
static double step_warmth(const sv_map *map, const sv_ways *ways, const char *from, const char *to)
{
    sv_step step;
    if (!sv_ways_step(ways, row_of(map, from), row_of(map, to), &step))
        return 0;
    assert_int_equal(step.from, row_of(map, from));
    assert_int_equal(step.to, row_of(map, to));
    assert_true((step.tie == SV_NO_ROW) != (step.membership == SV_NO_ROW));
    return step.warmth;
}

/* ---- How warm ---- */

static void strength_makes_warmth(void **state)
{
    static const double of[][2] = {{0, 0},     {1, .3}, {2, .5}, {3, .7}, {4, .9}, {5, .9}, {-1, 0}, {NAN, 0}, /* the design's table */
                                   {.5, .15},                                                                  /* half of .3 */
                                   {1.5, .4},                                                                  /* halfway from .3 to .5 */
                                   {3.25, .75} /* .7 + .2 / 4 */};
    (void)state;
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        assert_near(sv_warmth_of_strength(of[i][0]), of[i][1]);
}

/* 24 months of 30.4375 days are 730.5 days, so 1461 days are twice that: half of half is left. */
static void warmth_halves_in_two_years(void **state)
{
    (void)state;
    assert_near(sv_warmth_after(.8, 1461), .2);
    assert_near(sv_warmth_after(.8, 2 * 1461), .05);
    assert_near(sv_warmth_after(.8, 0), .8);
    assert_near(sv_warmth_after(.8, -30), .8);
    assert_true(sv_warmth_after(.8, 730) > .4 && sv_warmth_after(.8, 731) < .4);
}

/* ---- What is a step ---- */

static const char village[] =
    "= Actors\nid;name;kind;own\n"
    "anna;Anna;person;yes\nben;Ben;person;\ncas;Cas;person;\ndirk;Dirk;official;\neva;Eva;council_member;\nfay;Fay;manager;\n"
    "griffie;Gea;clerk;\nraad;De raad;council;\nclub;De club;organisation;\nbond;De bond;alliance;\npartij;De partij;party;\n"
    "= Ties\nfrom;to;kind;strength;direction;since;until;informant;certainty;except\n"
    "anna;ben;knows;4;;;;;;\n"       /* row 0 of Ties */
    "anna;ben;works_with;1;;;;;;\n"  /* colder than the one above */
    "ben;cas;informs;3;;;;;;\n"      /* one way */
    "ben;dirk;informs;2;back;;;;;\n" /* the other way */
    "cas;dirk;advises;2;both;;;;;\n" /* both ways */
    "anna;dirk;knows;0;;;;;;\n"      /* strength 0: no tie */
    "anna;cas;knows;4;;;;;0;\n"      /* certainty 0: no tie */
    "anna;eva;influences;4;;;;;;\n"  /* carries no route */
    "anna;eva;funds;4;;;;;;\n"
    "anna;eva;opposes;4;;;;;;\n"
    "cas;eva;family;;;;;;;\n" /* the kind's strength: 3 */
    "dirk;anna;knows;2;;2020-01-01;2021-01-01;;;\n"
    "club;raad;may_not_contact;;;;;;;fay\n"
    "fay;eva;knows;2;;;;;;\n" /* the exception to the rule */
    "ben;eva;knows;4;;;;;;\n" /* ben is of the club: forbidden */
    "cas;griffie;works_with;4;;;;;;\n"
    "griffie;dirk;works_with;4;;;;;;\n"
    "partij;dirk;knows;4;;;;;;\n"
    "= Memberships\nwho;of;since;until\n"
    "ben;club;;\nfay;club;;\nclub;bond;;\neva;raad;;\neva;partij;;\nanna;bond;2020-01-01;2021-01-01\n"
    "= Contacts\ndate;actor;by\n";

static void only_some_ties_are_steps(void **state)
{
    static const struct {
        const char *from, *to;
        double warmth;
    } wanted[] = {{"anna", "ben", .9},    {"ben", "anna", .9},   {"ben", "cas", .7},     {"cas", "ben", 0},
                  {"ben", "dirk", 0},     {"dirk", "ben", .5},   {"cas", "dirk", .5},    {"dirk", "cas", .5},
                  {"anna", "dirk", 0},    {"anna", "cas", 0},    {"anna", "eva", 0},     {"cas", "eva", .7},
                  {"eva", "cas", .7},     {"fay", "eva", .5},    {"ben", "eva", 0},      {"ben", "club", .7},
                  {"club", "ben", .7},    {"club", "bond", .7},  {"bond", "club", .7},   {"eva", "raad", .7}, /* into a council, */
                  {"raad", "eva", 0},     {"eva", "partij", .7}, {"partij", "eva", 0},   {"partij", "dirk", 0},
                  {"dirk", "partij", .9}, /* never out */
                  {"cas", "griffie", .9}, {"griffie", "cas", 0}, {"griffie", "dirk", 0}, {"dirk", "griffie", .9},
                  {"anna", "bond", 0},    {"anna", "anna", 0}};
    sv_map *map = map_of(village, NULL);
    sv_ways *ways = ways_of(map, &(sv_ways_options){.as_of = 20260101});
    sv_step step;
    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!near_to(step_warmth(map, ways, wanted[i].from, wanted[i].to), wanted[i].warmth, 1e-12))
            fail_msg("%s to %s: %g", wanted[i].from, wanted[i].to, step_warmth(map, ways, wanted[i].from, wanted[i].to));
    assert_true(sv_ways_step(ways, row_of(map, "anna"), row_of(map, "ben"), &step));
    assert_int_equal(step.tie, 0);
    assert_true(sv_ways_step(ways, row_of(map, "club"), row_of(map, "bond"), &step));
    assert_int_equal(step.membership, 2);
    assert_int_equal(sv_ways_rule(ways, row_of(map, "eva"), row_of(map, "ben")), 12);
    assert_int_equal(sv_ways_rule(ways, row_of(map, "eva"), row_of(map, "fay")), SV_NO_ROW);
    sv_ways_free(ways);
    sv_map_free(map);
}

static void options_open_and_close_steps(void **state)
{
    sv_map *map = map_of(village, NULL);
    const size_t avoid[] = {row_of(map, "ben"), row_of(map, "raad")};
    sv_ways *then = ways_of(map, &(sv_ways_options){.as_of = 20200601}), *always = ways_of(map, NULL);
    sv_ways *without = ways_of(map, &(sv_ways_options){.avoid = avoid, .n_avoid = 2}),
            *all = ways_of(map, &(sv_ways_options){.forbidden_too = true});
    (void)state;
    assert_near(step_warmth(map, then, "dirk", "anna"), .5);
    assert_near(step_warmth(map, then, "anna", "bond"), .7);
    assert_near(step_warmth(map, always, "bond", "anna"), .7);
    assert_near(step_warmth(map, without, "anna", "ben"), 0);
    assert_near(step_warmth(map, without, "ben", "club"), 0);
    assert_near(step_warmth(map, without, "eva", "raad"), 0);
    assert_near(step_warmth(map, without, "eva", "partij"), .7);
    assert_near(step_warmth(map, all, "ben", "eva"), .9);
    assert_near(step_warmth(map, all, "raad", "eva"), 0);
    sv_ways_free(then);
    sv_ways_free(always);
    sv_ways_free(without);
    sv_ways_free(all);
    sv_map_free(map);
}

/*
 * Of two informants the mean by certainty, of each the last: (4 x .5 + 2 x 1) / 1.5 = 8/3, so .5 + 2/3 x .2 = .6333. The
 * stronger of the two rows is named. A row of nobody counts by itself; here it is weaker.
 */
static void informants_are_put_together(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\nx;X\ny;Y\n"
                         "= Ties\nfrom;to;kind;strength;informant;certainty;direction\n"
                         "a;b;knows;1;x;1;\na;b;knows;2;y;1;\na;b;knows;4;x;0,5;\na;b;knows;1;;;\n"
                         "b;c;informs;4;x;1;\nb;c;informs;2;y;1;both\n",
                         NULL);
    sv_ways *ways = ways_of(map, NULL);
    sv_step step;
    (void)state;
    assert_near(step_warmth(map, ways, "a", "b"), .5 + 2 / 3. * .2);
    assert_near(step_warmth(map, ways, "b", "a"), .5 + 2 / 3. * .2);
    assert_true(sv_ways_step(ways, 0, 1, &step));
    assert_int_equal(step.tie, 2);
    assert_near(step_warmth(map, ways, "b", "c"), .7); /* both speak of this way: 3 */
    assert_near(step_warmth(map, ways, "c", "b"), .5); /* only y speaks of the way back */
    sv_ways_free(ways);
    sv_map_free(map);
}

static int date_of(const sv_map *map, const sv_ways *ways, const char *from, const char *to)
{
    sv_step step = {0};
    assert_true(sv_ways_step(ways, row_of(map, from), row_of(map, to), &step));
    return step.last_contact;
}

/* From 2 January 2022 to 2 January 2026 are 4 x 365 + 1 = 1461 days: a quarter is left. */
static void ties_cool_with_the_days_since_contact(void **state)
{
    sv_map *map =
        map_of("= Actors\nid;name;own\nu;U;yes\nv;V;yes\na;A;\nb;B;\nc;C;\nd;D;\ne;E;\n"
               "= "
               "Ties\nfrom;to;kind;strength\nu;a;knows;4\nv;a;knows;2\na;b;knows;3\nu;b;knows;3\nb;c;knows;2\nu;d;knows;2\nu;e;knows;1\nc;"
               "d;knows;4\n"
               "= Contacts\ndate;actor;by\n2022-01-02;a;u\n2020-05-05;a;\n2022-01-02;b;a\n2026-03-01;b;u\n2021-01-01;d;Piet van buiten\n"
               "2022-01-02;u;e\n2019-01-01;c;b\n2022-01-02;b;c\n2030-01-01;zomaar;\n",
               NULL);
    sv_ways *ways = ways_of(map, &(sv_ways_options){.as_of = 20260102}), *timeless = ways_of(map, NULL);
    (void)state;
    assert_near(step_warmth(map, ways, "u", "a"), .9 / 4);
    assert_near(step_warmth(map, ways, "v", "a"), .5 / 4); /* a colleague spoke with a */
    assert_near(step_warmth(map, ways, "a", "b"), .7 / 4); /* a and b spoke */
    assert_near(step_warmth(map, ways, "b", "u"), .7);     /* we speak with b only in March 2026 */
    assert_near(step_warmth(map, ways, "c", "b"), .5 / 4); /* the last of two, whoever called */
    assert_near(step_warmth(map, ways, "u", "d"), .5);     /* someone else, who is not in the map */
    assert_near(step_warmth(map, ways, "e", "u"), .3 / 4); /* e called us */
    assert_near(step_warmth(map, ways, "c", "d"), .9);
    assert_int_equal(date_of(map, ways, "u", "a"), 20220102);
    assert_int_equal(date_of(map, ways, "u", "b"), 0);
    assert_int_equal(date_of(map, timeless, "u", "b"), 20260301);
    assert_near(step_warmth(map, timeless, "u", "a"), .9);
    sv_ways_free(ways);
    sv_ways_free(timeless);
    sv_map_free(map);
}

/* ---- Waterrijk ---- */

/* The Kade may not contact the council: Soufiane Haddou does not go to Ömer Şahin, whom he knows; Marit Oosterhof is the exception. */
static void in_waterrijk_the_rule_is_kept(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE);
    sv_ways *ways = ways_of(map, NULL);
    (void)state;
    assert_near(step_warmth(map, ways, "haddou", "sahin"), 0);
    assert_near(step_warmth(map, ways, "oosterhof", "van-t-hof"), .5);
    assert_true(sv_ways_rule(ways, row_of(map, "haddou"), row_of(map, "sahin")) != SV_NO_ROW);
    assert_near(step_warmth(map, ways, "sahin", "gemeenteraad"), .7);
    sv_ways_free(ways);
    sv_map_free(map);
}

static sv_map *tortured;

static sv_status find_warmest(size_t fail_at, sv_text *result, bool *failed)
{
    const size_t from[] = {0, 3}, avoid[] = {8};
    sv_ways *ways;
    sv_warmest *warmest = NULL;
    sv_way way = {0};
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_ways_new(tortured, &(sv_ways_options){.as_of = 20200601, .avoid = avoid, .n_avoid = 1}, &ways, NULL);
    if (status == SV_OK)
        status = sv_warmest_new(ways, from, 2, &warmest, NULL);
    if (status == SV_OK)
        status = sv_warmest_way(warmest, 4, &way, NULL);
    *failed = memory_is_back();
    for (size_t i = 0; status == SV_OK && i < way.n; i++)
        sv_text_addf(result, "%zu %zu %a\n", way.steps[i].from, way.steps[i].to, way.steps[i].warmth);
    sv_way_clear(&way);
    sv_warmest_free(warmest);
    sv_ways_free(ways);
    return status;
}

static int set_up(void **state)
{
    char text[4000];
    (void)state;
    snprintf(text, sizeof text, "%s2020-01-01;ben;cas\n2019-01-01;anna;ben\n", village);
    tortured = map_of(text, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(tortured);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strength_makes_warmth),
        cmocka_unit_test(warmth_halves_in_two_years),
        cmocka_unit_test(only_some_ties_are_steps),
        cmocka_unit_test(options_open_and_close_steps),
        cmocka_unit_test(informants_are_put_together),
        cmocka_unit_test(ties_cool_with_the_days_since_contact),
        cmocka_unit_test(in_waterrijk_the_rule_is_kept),
        TORTURE_MEMORY(find_warmest),
    };
    return cmocka_run_group_tests_name("warmth", tests, set_up, tear_down);
}

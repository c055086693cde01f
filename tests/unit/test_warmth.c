/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warmth: how warm a tie is, which ties are steps and which are not, and the warmest ways beside all ways there are. */
/* wraps: malloc calloc realloc */

#include <speelveld/advice.h>
#include <speelveld/format.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "brute_ways.h"
#include "failing_memory.h"
#include "support.h"

static sv_ways *ways_of(const sv_map *map, const sv_ways_options *options)
{
    sv_ways *ways;
    assert_int_equal(sv_ways_new(map, options, &ways, NULL), SV_OK);
    return ways;
}

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

/* The actors of the warmest way to one, "anna ben cas"; "" when there is none. */
static void warmest_way(const sv_map *map, const sv_ways *ways, const char *from, const char *to, char text[200])
{
    const size_t start = row_of(map, from);
    sv_warmest *warmest;
    sv_way way;
    double product = 1;
    size_t length = 0;
    assert_int_equal(sv_warmest_new(ways, &start, 1, &warmest, NULL), SV_OK);
    assert_int_equal(sv_warmest_way(warmest, row_of(map, to), &way, NULL), SV_OK);
    text[0] = '\0';
    for (size_t i = 0; i < way.n; i++) {
        if (i == 0)
            length += (size_t)snprintf(text, 200, "%s", sv_map_actor(map, way.steps[0].from)->id);
        length += (size_t)snprintf(text + length, 200 - length, " %s", sv_map_actor(map, way.steps[i].to)->id);
        product *= way.steps[i].warmth;
    }
    assert_near(way.warmth, way.n || start == row_of(map, to) ? product : 0);
    assert_near(sv_warmest_warmth(warmest, row_of(map, to)), way.warmth);
    sv_way_clear(&way);
    sv_warmest_free(warmest);
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

/* ---- The warmest way ---- */

static void a_long_warm_way_beats_a_short_cold_one(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\nz;Z\n= Ties\nfrom;to;strength\na;c;3\na;b;4\nb;c;4\n", NULL);
    sv_ways *ways = ways_of(map, NULL);
    char text[200];
    (void)state;
    warmest_way(map, ways, "a", "c", text); /* .9 x .9 = .81, and straight on .7 */
    assert_string_equal(text, "a b c");
    warmest_way(map, ways, "a", "z", text);
    assert_string_equal(text, "");
    warmest_way(map, ways, "a", "a", text);
    assert_string_equal(text, "");
    sv_ways_free(ways);
    sv_map_free(map);
}

/*
 * From a to e four ways of .7 x .5: through b or d (of .7 then .5) or c (.5 then .7), and straight on: .35 = .3 + .25 x .2, strength 1.25.
 * Without the straight one the smaller id decides, wherever it stands in the file.
 */
static void ties_go_to_the_shorter_way_and_then_the_smaller_id(void **state)
{
    static const char head[] =
        "= Actors\nid;name\nd;D\nc;C\nb;B\na;A\ne;E\nf;F\n= Ties\nfrom;to;strength\na;d;3\na;c;2\na;b;3\nd;e;2\nc;e;3\nb;e;2\ne;f;1\n";
    char more[300], text[200];
    sv_map *map = map_of(head, NULL);
    sv_ways *ways = ways_of(map, NULL);
    (void)state;
    warmest_way(map, ways, "a", "e", text);
    assert_string_equal(text, "a b e");
    warmest_way(map, ways, "f", "a", text);
    assert_string_equal(text, "f e b a");
    sv_ways_free(ways);
    sv_map_free(map);
    snprintf(more, sizeof more, "%sa;e;1,25\n", head);
    map = map_of(more, NULL);
    ways = ways_of(map, NULL);
    warmest_way(map, ways, "a", "e", text);
    assert_string_equal(text, "a e");
    sv_ways_free(ways);
    sv_map_free(map);
}

/* Compares every warmest way of a graph with all the ways there are. */
static void compare_with_all_paths(const sv_map *map, const brute_graph *graph, const size_t *from, size_t n_from)
{
    brute_path paths[brute_paths_most];
    sv_ways *ways = ways_of(map, NULL);
    sv_warmest *warmest;
    assert_int_equal(sv_warmest_new(ways, from, n_from, &warmest, NULL), SV_OK);
    for (size_t to = 0; to < graph->n; to++) {
        size_t n = brute_paths(graph, from, n_from, to, paths);
        sv_way way;
        assert_near(sv_warmest_warmth(warmest, to), n ? paths[0].warmth : 0);
        assert_int_equal(sv_warmest_way(warmest, to, &way, NULL), SV_OK);
        assert_near(way.warmth, n ? paths[0].warmth : 0);
        assert_int_equal(way.n, n ? paths[0].n - 1 : 0);
        for (size_t i = 0; i < way.n; i++) {
            assert_int_equal(way.steps[i].from, paths[0].actors[i]);
            assert_int_equal(way.steps[i].to, paths[0].actors[i + 1]);
        }
        sv_way_clear(&way);
    }
    sv_warmest_free(warmest);
    sv_ways_free(ways);
}

/* The warmest way from everyone to one actor is as warm as all paths say, and goes from the one to the other. */
static void compare_towards(const sv_map *map, const brute_graph *graph, size_t to)
{
    brute_path paths[brute_paths_most];
    sv_ways *ways = ways_of(map, NULL);
    sv_warmest *warmest;
    assert_int_equal(sv_warmest_towards_new(ways, to, &warmest, NULL), SV_OK);
    for (size_t from = 0; from < graph->n; from++) {
        size_t n = brute_paths(graph, &from, 1, to, paths);
        sv_way way;
        assert_int_equal(sv_warmest_way(warmest, from, &way, NULL), SV_OK);
        assert_near(way.warmth, n ? paths[0].warmth : 0);
        assert_int_equal(way.n ? way.steps[0].from : from, from);
        assert_int_equal(way.n ? way.steps[way.n - 1].to : to, to);
        for (size_t i = 0; i < way.n; i++)
            assert_near(way.steps[i].warmth, graph->warmth[way.steps[i].from][way.steps[i].to]);
        sv_way_clear(&way);
    }
    sv_warmest_free(warmest);
    sv_ways_free(ways);
}

/* All undirected graphs to 5 actors and all directed ones to 4, with strengths drawn, from one actor and from two. */
static void it_is_the_warmest_of_all_paths(void **state)
{
    static const size_t from[] = {0, 2};
    unsigned long long seed = 42;
    (void)state;
    for (size_t n = 3; n <= 5; n++)
        for (int directed = 0; directed < (n < 5 ? 2 : 1); directed++) {
            size_t pairs = n * (n - 1) / (directed ? 1 : 2);
            for (unsigned edges = 0; edges < 1U << pairs; edges++) {
                unsigned strengths[20];
                brute_graph graph;
                sv_map *map;
                for (size_t i = 0; i < pairs; i++)
                    strengths[i] = edges >> i & 1 ? 1 + draw_number(&seed, 5) : 0;
                map = (directed ? brute_directed : brute_undirected)(&graph, n, strengths);
                compare_with_all_paths(map, &graph, from, 1 + edges % 2);
                compare_towards(map, &graph, edges % n);
                sv_map_free(map);
            }
        }
}

/* ---- Waterrijk ---- */

static sv_map *waterrijk(sv_audience audience)
{
    sv_map *map, *edition;
    assert_int_equal(sv_map_read((const char *const[]){"data/waterrijk"}, 1, &map, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_edition(map, audience, &edition, NULL), SV_OK);
    sv_map_free(map);
    return edition;
}

/*
 * Fatima knows Jacoba (4, last contact 24 September: 7 days before 1 October), who is family of Hanneke (4): .9 x .5^(7/730.5) x .9. To the
 * team that tie is not told.
 */
static void in_waterrijk_the_way_goes_through_jacoba(void **state)
{
    const sv_ways_options day = {.as_of = 20261001};
    sv_map *map = waterrijk(SV_PRIVATE), *team = waterrijk(SV_TEAM);
    sv_ways *ways = ways_of(map, &day), *team_ways = ways_of(team, &day);
    sv_warmest *warmest;
    size_t *own, n_own;
    char text[200];
    (void)state;
    warmest_way(map, ways, "el-idrissi", "lindeboom-kok", text);
    assert_string_equal(text, "el-idrissi lindeboom lindeboom-kok");
    assert_int_equal(sv_own_actors(map, &own, &n_own, NULL), SV_OK);
    assert_int_equal(n_own, 3);
    assert_int_equal(sv_warmest_new(ways, own, n_own, &warmest, NULL), SV_OK);
    assert_near(sv_warmest_warmth(warmest, row_of(map, "lindeboom-kok")), .9 * pow(.5, 7 / 730.5) * .9);
    assert_near(sv_warmest_warmth(warmest, row_of(map, "hoekstra")), 1);
    assert_near(step_warmth(team, team_ways, "lindeboom", "lindeboom-kok"), 0);
    sv_warmest_free(warmest);
    free(own);
    sv_ways_free(ways);
    sv_ways_free(team_ways);
    sv_map_free(map);
    sv_map_free(team);
}

/* The Kade may not contact the council: Soufiane Haddou does not go to Ömer Şahin, whom he knows; Marit Oosterhof is the exception. */
static void in_waterrijk_the_rule_is_kept(void **state)
{
    sv_map *map = waterrijk(SV_PRIVATE);
    sv_ways *ways = ways_of(map, NULL);
    (void)state;
    assert_near(step_warmth(map, ways, "haddou", "sahin"), 0);
    assert_near(step_warmth(map, ways, "oosterhof", "van-t-hof"), .5);
    assert_true(sv_ways_rule(ways, row_of(map, "haddou"), row_of(map, "sahin")) != SV_NO_ROW);
    assert_near(step_warmth(map, ways, "sahin", "gemeenteraad"), .7);
    sv_ways_free(ways);
    sv_map_free(map);
}

/* ---- Odd maps ---- */

static void a_map_without_anything_has_no_ways(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\n", NULL);
    sv_ways *ways = ways_of(map, NULL);
    sv_warmest *warmest;
    size_t *own, n_own;
    (void)state;
    assert_int_equal(sv_own_actors(map, &own, &n_own, NULL), SV_OK);
    assert_int_equal(sv_warmest_new(ways, own, n_own, &warmest, NULL), SV_OK);
    sv_warmest_free(warmest);
    free(own);
    sv_ways_free(ways);
    sv_map_free(map);
}

/* A chain of 3,000 of the coldest ties is still a way, and warmth does not sink to "none". */
static void a_very_long_way_is_still_a_way(void **state)
{
    sv_text text = {0};
    sv_map *map;
    sv_ways *ways;
    sv_warmest *warmest;
    const size_t from = 0;
    (void)state;
    sv_text_add(&text, "= Actors\nid;name\n");
    for (int i = 0; i < 3000; i++)
        sv_text_addf(&text, "n%d;N%d\n", i, i);
    sv_text_add(&text, "= Ties\nfrom;to;strength\n");
    for (int i = 1; i < 3000; i++)
        sv_text_addf(&text, "n%d;n%d;1\n", i - 1, i);
    map = map_of(text.bytes, NULL);
    ways = ways_of(map, NULL);
    assert_int_equal(sv_warmest_new(ways, &from, 1, &warmest, NULL), SV_OK);
    assert_true(sv_warmest_warmth(warmest, 2999) > 0);
    sv_warmest_free(warmest);
    sv_ways_free(ways);
    sv_map_free(map);
    sv_text_clear(&text);
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
        cmocka_unit_test(a_long_warm_way_beats_a_short_cold_one),
        cmocka_unit_test(ties_go_to_the_shorter_way_and_then_the_smaller_id),
        cmocka_unit_test(it_is_the_warmest_of_all_paths),
        cmocka_unit_test(in_waterrijk_the_way_goes_through_jacoba),
        cmocka_unit_test(in_waterrijk_the_rule_is_kept),
        cmocka_unit_test(a_map_without_anything_has_no_ways),
        cmocka_unit_test(a_very_long_way_is_still_a_way),
        TORTURE_MEMORY(find_warmest),
    };
    return cmocka_run_group_tests_name("warmth", tests, set_up, tear_down);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Routes: the k warmest ways beside all ways there are, what a rule closes, and who may speak instead. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "brute_ways.h"
#include "failing_memory.h"
#include "reading.h"
#include "support.h"

/* ---- Beside all ways ---- */

static void compare_ways(const sv_map *map, const brute_graph *graph, const size_t *from, size_t n_from, size_t to, size_t k)
{
    brute_path paths[brute_paths_most];
    size_t all = brute_paths(graph, from, n_from, to, paths), n;
    sv_ways *ways = ways_of(map, NULL);
    sv_way *list;
    assert_int_equal(sv_warmest_ways(ways, from, n_from, to, k, &list, &n, NULL), SV_OK);
    assert_int_equal(n, all < k ? all : k);
    for (size_t i = 0; i < n; i++) {
        expect_path(&list[i], &paths[i]);
        for (size_t s = 0; s < list[i].n; s++)
            assert_int_equal(sv_ways_rule(ways, list[i].steps[s].from, list[i].steps[s].to), SV_NO_ROW);
    }
    sv_way_list_free(list, n);
    sv_ways_free(ways);
}

/* Every graph of n actors with strengths drawn, one tie in nine forbidden: from a (and now and then c too) to the last, in turn 1 to 4
 * ways. */
static void compare_graphs(size_t n, bool directed)
{
    static const size_t from[] = {0, 2};
    unsigned long long seed = 42;
    size_t pairs = n * (n - 1) / (directed ? 1 : 2);
    for (unsigned edges = 0; edges < 1U << pairs; edges++) {
        unsigned strengths[20];
        brute_graph graph;
        sv_map *map;
        for (size_t i = 0; i < pairs; i++)
            strengths[i] = !(edges >> i & 1) ? 0 : draw_number(&seed, 9) ? 1 + draw_number(&seed, 4) : 5 + draw_number(&seed, 4);
        map = (directed ? brute_directed : brute_undirected)(&graph, n, strengths);
        compare_ways(map, &graph, from, n > 2 && edges % 3 == 0 ? 2 : 1, n - 1, 1 + edges % 4);
        sv_map_free(map);
    }
}

static void undirected_to_six_actors(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 6; n++)
        compare_graphs(n, false);
}

static void directed_to_four_actors(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 4; n++)
        compare_graphs(n, true);
}

/* All ways of the complete graph of five: 1 + 3 + 6 + 6 = 16, and no more however many are asked for. */
static void it_stops_when_there_are_no_more(void **state)
{
    unsigned strengths[10];
    brute_graph graph;
    sv_map *map;
    (void)state;
    for (size_t i = 0; i < 10; i++)
        strengths[i] = 3;
    map = brute_undirected(&graph, 5, strengths);
    compare_ways(map, &graph, (const size_t[]){0}, 1, 4, 100);
    compare_ways(map, &graph, (const size_t[]){4, 1, 2}, 3, 4, 100);
    sv_map_free(map);
}

/* ---- What a rule closes ---- */

/* Ilse may not contact the council, and the only tie that leads to Rosa is hers. */
static const char closed[] =
    "= Map\ntitle\nDe proef\n"
    "= Actors\nid;name;kind;own;party\n"
    "ilse;Ilse;professional;yes;\nrosa;Rosa;council_member;;P\npiet;Piet;council_member;;P\nraad;De raad;council;;\n"
    "wim;Wim;manager;;\nadvies;De adviesraad;advisory_council;;\nada;Ada;person;;\nbuurt;De buurt;residents_group;;\n"
    "bea;Bea;resident;;\nbob;Bob;person;;\nstichting;De stichting;organisation;;\ngriet;Griet;clerk;;\n"
    "joop;Joop;manager;;\nneef;Neef;person;;\n"
    "= Ties\nfrom;to;kind;strength;except;source;note\n"
    "ilse;rosa;knows;4;;;\nilse;raad;may_not_contact;;wim;werkafspraak;Loopt via Wim.\nwim;rosa;knows;3;;;\n"
    "piet;rosa;works_with;3;;;\nada;rosa;knows;3;;;\nilse;bea;knows;2;;;\nilse;griet;knows;4;;;\ngriet;rosa;knows;4;;;\n"
    "joop;raad;may_not_contact;;;;\njoop;rosa;knows;4;;;\nneef;rosa;family;;;;\n"
    "= Memberships\nwho;of\nrosa;raad\npiet;raad\nada;advies\nbea;buurt\nbob;stichting\nrosa;stichting\ngriet;stichting\n"
    "= Events\ndate;title;speak_by\n2026-11-12;De raad;2026-11-11\n";

static sv_route route_of(const sv_map *map, const char *from, const char *to, const char *avoid, size_t k)
{
    sv_route route;
    const size_t start = row_of(map, from), without = avoid ? row_of(map, avoid) : 0;
    const sv_route_options options = {.as_of = 20261001, .from = &start, .n_from = 1, .avoid = &without, .n_avoid = avoid ? 1 : 0, .k = k};
    assert_int_equal(sv_route_find(map, row_of(map, to), &options, &route, NULL), SV_OK);
    return route;
}

/*
 * Onward: Ada, Piet and Wim know Rosa (.7), the advisory council knows Ada who does (.7 x .7), and Bob meets her in the foundation (.7 x
 * .7); none of them is known to us. Bea we know (.5) and her group through her (.5 x .7), but they do not know Rosa. Not the clerk, however
 * well she knows everybody; not Joop, who is bound himself; not the cousin, who is nothing of all this.
 */
static void others_may_speak_where_a_rule_closes_all(void **state)
{
    static const struct {
        const char *id;
        unsigned why;
        double near, onward;
    } wanted[] = {{"wim", SV_BETWEEN_EXCEPTION | SV_BETWEEN_MANAGER, 0, .7},
                  {"ada", SV_BETWEEN_ADVICE, 0, .7},
                  {"piet", SV_BETWEEN_COLLEAGUE, 0, .7},
                  {"advies", SV_BETWEEN_ADVICE, 0, .49},
                  {"bob", SV_BETWEEN_BOARD, 0, .49},
                  {"bea", SV_BETWEEN_RESIDENTS, .5, 0},
                  {"buurt", SV_BETWEEN_RESIDENTS, .35, 0}};
    sv_map *map = map_of(closed, NULL);
    sv_route route = route_of(map, "ilse", "rosa", NULL, 3);
    (void)state;
    assert_int_equal(route.n, 0);
    assert_int_equal(route.rule, 1);
    assert_int_equal(route.closed.n, 1);
    assert_near(route.closed.warmth, .9);
    assert_int_equal(route.rule_at, 0);
    assert_int_equal(route.n_bound, 1);
    assert_int_equal(route.n_between, 7);
    for (size_t i = 0; i < route.n_between; i++) {
        assert_string_equal(sv_map_actor(map, route.between[i].actor)->id, wanted[i].id);
        assert_int_equal(route.between[i].why, wanted[i].why);
        assert_near(route.between[i].near.warmth, wanted[i].near);
        assert_near(route.between[i].onward.warmth, wanted[i].onward);
    }
    assert_int_equal(route.between[4].shared, row_of(map, "stichting"));
    assert_int_equal(route.between[5].residents, row_of(map, "buurt"));
    sv_route_clear(&route);
    sv_map_free(map);
}

/* From Joop, who is bound too, it is Ilse's own ways that count; and who is to be avoided is not proposed. */
static void from_another_it_is_still_we_who_ask(void **state)
{
    sv_map *map = map_of(closed, NULL);
    sv_route route = route_of(map, "joop", "rosa", "ada", 3);
    (void)state;
    assert_int_equal(route.n, 0);
    assert_int_equal(route.rule, 8);
    for (size_t i = 0; i < route.n_between; i++) {
        const char *id = sv_map_actor(map, route.between[i].actor)->id;
        assert_true(strcmp(id, "ada") != 0 && strcmp(id, "joop") != 0 && strcmp(id, "ilse") != 0);
        if (strcmp(id, "bea") == 0)
            assert_near(route.between[i].near.warmth, .5);
    }
    assert_int_equal(route.n_between, 6); /* the seven of the test above without Ada; her council is there, but she was its way on */
    sv_route_clear(&route);
    sv_map_free(map);
}

/* With a tie to Ada there is a way, and the colder one is told beside the warmer one that is closed: .3 x .7 beside .9. */
static void a_closed_way_is_told_when_it_is_warmer(void **state)
{
    char text[2000];
    sv_map *map;
    sv_route route;
    (void)state;
    snprintf(text, sizeof text, "%s= Ties\nfrom;to;kind;strength\nilse;ada;knows;1\n", closed);
    map = map_of(text, NULL);
    route = route_of(map, "ilse", "rosa", NULL, 3);
    assert_int_equal(route.n, 1);
    assert_near(route.ways[0].warmth, .3 * .7);
    assert_near(route.closed.warmth, .9);
    assert_int_equal(route.n_between, 0);
    sv_route_clear(&route);
    sv_map_free(map);
}

/* Nobody reaches the cousin's friend: who could take the last step is named, the warmest first. */
static void without_a_way_those_nearby_are_named(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;own\nu;U;yes\nv;V;\nw;W;\nz;Z;\n= Ties\nfrom;to;strength\nv;z;2\nw;z;4\n", NULL);
    sv_route route = route_of(map, "u", "z", NULL, 3);
    (void)state;
    assert_int_equal(route.n, 0);
    assert_int_equal(route.rule, SV_NO_ROW);
    assert_int_equal(route.n_close, 2);
    assert_int_equal(route.close[0], row_of(map, "w"));
    sv_route_clear(&route);
    route = route_of(map, "u", "u", NULL, 3);
    assert_int_equal(route.n, 1);
    assert_int_equal(route.ways[0].n, 0);
    sv_route_clear(&route);
    sv_map_free(map);
}

/* ---- Waterrijk ---- */

/*
 * Jacoba is the bridge to Hanneke: .9 (7 days ago) x .9. Without her Fatima has nobody so near; then it goes through Marit, who alone of De
 * Kade may: reports .7, knows Gerdien .7 (14 days ago), who works closely with Gert-Jan .9, who works with Hanneke .7.
 */
static void without_the_bridge_it_goes_through_the_exception(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE);
    size_t *own;
    sv_route_options options = {.as_of = 20261001, .k = 3};
    const size_t bridge = row_of(map, "lindeboom");
    sv_route route;
    (void)state;
    assert_int_equal(sv_own_actors(map, &own, &options.n_from, NULL), SV_OK);
    options.from = own;
    assert_int_equal(sv_route_find(map, row_of(map, "lindeboom-kok"), &options, &route, NULL), SV_OK);
    assert_int_equal(route.n, 3);
    assert_int_equal(route.ways[0].n, 2);
    assert_int_equal(route.ways[0].steps[1].from, bridge);
    assert_near(route.ways[0].warmth, .9 * pow(.5, 7 / 730.5) * .9);
    sv_route_clear(&route);
    options.avoid = &bridge;
    options.n_avoid = 1;
    assert_int_equal(sv_route_find(map, row_of(map, "lindeboom-kok"), &options, &route, NULL), SV_OK);
    assert_int_equal(route.ways[0].n, 4);
    assert_int_equal(route.ways[0].steps[0].to, row_of(map, "oosterhof"));
    assert_int_equal(route.ways[0].steps[1].to, row_of(map, "slotboom"));
    assert_int_equal(route.ways[0].steps[2].to, row_of(map, "nijboer"));
    assert_near(route.ways[0].warmth, .7 * .7 * pow(.5, 14 / 730.5) * .9 * .7);
    for (size_t i = 0; i < route.n; i++)
        for (size_t s = 0; s < route.ways[i].n; s++)
            assert_true(route.ways[i].steps[s].to != bridge);
    sv_route_clear(&route);
    free(own);
    sv_map_free(map);
}

/* No way to any council member, of however many, comes along a forbidden pair or through the clerk; Marit's own tie to Yvonne is used. */
static void no_way_to_the_council_is_forbidden(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE);
    sv_forbidden *rules;
    sv_route marit;
    (void)state;
    assert_int_equal(sv_forbidden_new(map, 0, &rules, NULL), SV_OK);
    for (size_t to = 0; to < sv_map_rows(map, SV_ACTORS); to++) {
        sv_route route;
        if (strcmp(sv_map_actor(map, to)->kind->id, "council_member") != 0)
            continue;
        route = route_of(map, "haddou", sv_map_actor(map, to)->id, NULL, 5);
        assert_int_equal(route.n, 5);
        assert_int_equal(route.n_bound, 1);
        for (size_t i = 0; i < route.n; i++)
            for (size_t s = 0; s < route.ways[i].n; s++) {
                assert_int_equal(sv_forbidden_rule(rules, route.ways[i].steps[s].from, route.ways[i].steps[s].to), SV_NO_ROW);
                assert_true(strcmp(sv_map_actor(map, route.ways[i].steps[s].from)->kind->id, "clerk") != 0);
            }
        sv_route_clear(&route);
    }
    marit = route_of(map, "oosterhof", "van-t-hof", NULL, 1);
    assert_int_equal(marit.n_bound, 0);
    assert_int_equal(marit.ways[0].n, 1);
    sv_route_clear(&marit);
    sv_forbidden_free(rules);
    sv_map_free(map);
}

/* ---- Memory ---- */

static sv_map *tortured;

static sv_status tell(size_t fail_at, const char *to, size_t k, sv_language language, sv_text *result, bool *failed)
{
    const size_t from = 0;
    const sv_route_options options = {.as_of = 20261001, .from = &from, .n_from = 1, .k = k};
    const sv_answer_options how = {.language = language, .audience = SV_TEAM, .as_of = 20261001};
    sv_route route;
    char *text = NULL;
    size_t length = 0, end = row_of(tortured, to);
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_route_find(tortured, end, &options, &route, NULL);
    if (status == SV_OK) {
        status = sv_report_route(tortured, &route, &how, &text, &length, NULL);
        sv_route_clear(&route);
    }
    *failed = memory_is_back();
    take_report(status, text, length, result);
    return status;
}

static sv_status tell_ways(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(fail_at, "bea", 2, SV_ENGLISH, result, failed);
}

static sv_status tell_none(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(fail_at, "rosa", 3, SV_DUTCH, result, failed);
}

static sv_status tell_far(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(fail_at, "neef", 3, SV_ENGLISH, result, failed);
}

static int set_up(void **state)
{
    (void)state;
    tortured = map_of(closed, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(tortured);
    return 0;
}

/* The works forbids its people to see Eva in 2026; Cas left it in June of that year. Before and after the rule nobody is bound. */
static void rules_hold_on_their_days(void **state)
{
    static const struct {
        const char *who;
        int day;
        bool bound;
    } cases[] = {{"bob", 20251231, false}, {"bob", 20260101, true},  {"bob", 20261231, true}, {"bob", 20270101, false},
                 {"cas", 20260601, true},  {"cas", 20260701, false}, {"bob", 0, true},        {"cas", 0, true}};
    sv_map *map = map_of("= Actors\nid;name;kind\nbob;Bob;person\ncas;Cas;person\neva;Eva;person\nworks;Works;welfare\n"
                         "= Ties\nfrom;to;kind;since;until\nworks;eva;may_not_contact;2026-01-01;2026-12-31\n"
                         "= Memberships\nwho;of;since;until\nbob;works;;\ncas;works;;2026-06-30\n",
                         NULL);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sv_forbidden *rules;
        assert_int_equal(sv_forbidden_new(map, cases[i].day, &rules, NULL), SV_OK);
        assert_int_equal(sv_forbidden_rule(rules, row_of(map, cases[i].who), row_of(map, "eva")) != SV_NO_ROW, cases[i].bound);
        sv_forbidden_free(rules);
    }
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undirected_to_six_actors),
        cmocka_unit_test(directed_to_four_actors),
        cmocka_unit_test(it_stops_when_there_are_no_more),
        cmocka_unit_test(others_may_speak_where_a_rule_closes_all),
        cmocka_unit_test(from_another_it_is_still_we_who_ask),
        cmocka_unit_test(a_closed_way_is_told_when_it_is_warmer),
        cmocka_unit_test(without_a_way_those_nearby_are_named),
        cmocka_unit_test(without_the_bridge_it_goes_through_the_exception),
        cmocka_unit_test(no_way_to_the_council_is_forbidden),
        cmocka_unit_test(rules_hold_on_their_days),
        TORTURE_MEMORY(tell_ways),
        TORTURE_MEMORY(tell_none),
        TORTURE_MEMORY(tell_far),
    };
    return cmocka_run_group_tests_name("route", tests, set_up, tear_down);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Teams: through whom most are reached along warm ties, counted by hand and beside every team there could be. */
/* wraps: malloc calloc realloc */

#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "brute_ways.h"
#include "failing_memory.h"
#include "support.h"

/*
 * Warm: a - b, a - c, d - e. Cold, but a way: u - d. The official and the mayor know everybody, and stand above it; the clerk is no part of
 * it; the club is, but is nobody to speak with; g is against; f has no ties.
 */
static const char square[] =
    "= Actors\nid;name;kind;own\nu;U;professional;yes\na;A;;\nb;B;;\nc;C;;\nd;D;;\ne;E;;\nf;F;;\ng;G;;\n"
    "o;O;official;\nk;K;clerk;\nclub;Club;organisation;\n"
    "= Ties\nfrom;to;kind;strength\nu;a;knows;3\na;b;knows;2\nb;c;knows;1\na;c;informs;2\nd;e;knows;2\nu;d;knows;1\n"
    "k;a;knows;4\nk;d;knows;4\nu;o;knows;4\nu;g;knows;4\n"
    "= Memberships\nwho;of\nd;club\n"
    "= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\ng;i;-1\n";

static sv_team team_of(const sv_map *map, size_t issue, size_t size)
{
    const size_t from = row_of(map, "u");
    const sv_team_options options = {.from = &from, .n_from = 1, .size = size};
    sv_team team;
    assert_int_equal(sv_team_find(map, issue, &options, &team, NULL), SV_OK);
    return team;
}

/*
 * Nine count: a b c d e f g o club. Alone d stands at (1 + e + club) = 3 of 9, and so does a (1 + b + c); a comes first. Of a and d all six
 * are in it or one step away: 6 of 9. Nobody reaches f, g and o from there, so six can be reached: a alone has 3, which is less than .8 x
 * 6, and with d it is enough. Without a there are 3 fewer, and without d too.
 */
static void a_team_is_counted_by_hand(void **state)
{
    sv_map *map = map_of(square, NULL);
    sv_team team = team_of(map, 0, 0);
    (void)state;
    assert_int_equal(team.all, 9);
    assert_int_equal(team.n, 2);
    assert_int_equal(team.members[0].actor, row_of(map, "a"));
    assert_int_equal(team.members[1].actor, row_of(map, "d"));
    assert_near(team.reach, 6 / 9.);
    assert_int_equal(team.one, 6);
    assert_int_equal(team.two, 6);
    assert_int_equal(team.reachable, 6);
    assert_int_equal(team.members[0].fewer, 3);
    assert_int_equal(team.members[1].fewer, 3);
    assert_near(team.members[0].way.warmth, .7);
    assert_near(team.members[1].way.warmth, .3);
    assert_true(team.exhaustive);
    sv_team_clear(&team);
    team = team_of(map, 0, 1);
    assert_int_equal(team.n, 1);
    assert_near(team.reach, 3 / 9.);
    assert_int_equal(team.members[0].actor, row_of(map, "a"));
    sv_team_clear(&team);
    sv_map_free(map);
}

/* Without an issue nobody is against: g may be in it, and reaches itself. Asked for more than there are, it is all who may: a b c d e g. */
static void only_who_may_carry_the_message_is_in_it(void **state)
{
    sv_map *map = map_of(square, NULL);
    sv_team team = team_of(map, SV_NO_ROW, 10);
    (void)state;
    assert_int_equal(team.n, 6);
    assert_int_equal(team.reachable, 7);
    for (size_t i = 0; i < team.n; i++)
        assert_non_null(strchr("abcdeg", *sv_map_actor(map, team.members[i].actor)->id));
    sv_team_clear(&team);
    sv_map_free(map);
}

static void without_anybody_there_is_no_team(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;own\nu;U;yes\nv;V;\n", NULL);
    sv_team team = team_of(map, SV_NO_ROW, 0);
    (void)state;
    assert_int_equal(team.n, 0);
    assert_int_equal(team.all, 1);
    assert_true(isnan(team.reach));
    sv_team_clear(&team);
    sv_map_free(map);
}

/* What a set of the graph is worth, by walking it: a member 1, another 1 / steps to the nearest member along ties of .5 or more; a stands
 * apart. */
static double worth(const brute_graph *graph, unsigned set)
{
    double sum = 0;
    for (size_t to = 1; to < graph->n; to++) {
        size_t steps[brute_most], best = SIZE_MAX;
        for (size_t v = 0; v < graph->n; v++)
            steps[v] = v == to ? 0 : SIZE_MAX - brute_most;
        for (size_t round = 0; round < graph->n; round++)
            for (size_t v = 1; v < graph->n; v++)
                for (size_t w = 1; w < graph->n; w++)
                    if (graph->warmth[v][w] >= SV_WARM && steps[w] + 1 < steps[v])
                        steps[v] = steps[w] + 1;
        for (size_t v = 1; v < graph->n; v++)
            if (set >> v & 1 && steps[v] < best)
                best = steps[v];
        sum += best == 0 ? 1 : best < brute_most ? 1. / (double)best : 0;
    }
    return sum / (double)(graph->n - 1);
}

/* Every undirected graph of five actors, strengths drawn: no team of the same size, of those whom a reaches at all, is worth more. */
static void no_other_team_reaches_more(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (unsigned edges = 0; edges < 1U << 10; edges++) {
        const size_t from = 0, size = 1 + edges % 3;
        const sv_team_options options = {.from = &from, .n_from = 1, .size = size};
        unsigned strengths[10], allowed = 0, chosen = 0;
        brute_graph graph;
        brute_path paths[brute_paths_most];
        sv_map *map;
        sv_team team;
        double best = 0;
        for (size_t i = 0; i < 10; i++)
            strengths[i] = edges >> i & 1 ? 1 + draw_number(&seed, 4) : 0;
        map = brute_undirected(&graph, 5, strengths);
        for (size_t to = 1; to < 5; to++)
            allowed |= brute_paths(&graph, &from, 1, to, paths) ? 1U << to : 0;
        assert_int_equal(sv_team_find(map, SV_NO_ROW, &options, &team, NULL), SV_OK);
        for (size_t i = 0; i < team.n; i++)
            chosen |= 1U << team.members[i].actor;
        for (unsigned set = 1; set < 32; set++)
            if ((set & ~allowed) == 0 && (size_t)__builtin_popcount(set) <= size && worth(&graph, set) > best)
                best = worth(&graph, set);
        assert_int_equal(chosen & ~allowed, 0);
        assert_near(team.n ? team.reach : 0, best);
        assert_near(team.n ? worth(&graph, chosen) : 0, best);
        sv_team_clear(&team);
        sv_map_free(map);
    }
}

static sv_map *tortured;

static sv_status find_team(size_t fail_at, sv_text *result, bool *failed)
{
    const size_t from = 0;
    const sv_team_options options = {.from = &from, .n_from = 1};
    sv_team team;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_team_find(tortured, 0, &options, &team, NULL);
    *failed = memory_is_back();
    for (size_t i = 0; i < team.n; i++)
        sv_text_addf(result, "%zu %zu %a\n", team.members[i].actor, team.members[i].fewer, team.members[i].way.warmth);
    sv_team_clear(&team);
    return status;
}

static int set_up(void **state)
{
    (void)state;
    tortured = map_of(square, NULL);
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
        cmocka_unit_test(a_team_is_counted_by_hand),
        cmocka_unit_test(only_who_may_carry_the_message_is_in_it),
        cmocka_unit_test(without_anybody_there_is_no_team),
        cmocka_unit_test(no_other_team_reaches_more),
        TORTURE_MEMORY(find_team),
    };
    return cmocka_run_group_tests_name("team", tests, set_up, tear_down);
}

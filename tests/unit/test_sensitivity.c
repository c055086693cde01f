/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sensitivity against chances worked out by hand, against every subset of the uncertain ties of small maps, each a map of its
 * own ranked as usual, and against the plain ranking where nothing is uncertain. Shares of n draws lie within five standard deviations,
 * sqrt(p (1 - p) / n), of the chance p: outside once in two million.
 */
/* wraps: malloc calloc realloc */
#include <speelveld/score.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "score/standings.h"
#include "score/unseen.h"
#include "support.h"

enum { few_draws = 1000, actors = 7, most_ties = actors * (actors - 1) / 2 };

static sv_sensitivity sensitivity_of(const sv_network *network, const char *score, sv_sensitivity_options options)
{
    sv_sensitivity found;
    sv_error error = {0};
    assert_int_equal(sv_sensitivity_find(network, sv_score_find(score), &options, &found, &error), SV_OK);
    return found;
}

static const sv_actor_sensitivity *actor_of(const sv_network *network, const sv_sensitivity *found, const char *id)
{
    return &found->actors[sv_network_vertex(network, row_of(sv_network_map(network), id))];
}

static void assert_chance(double share, double odds, double draws)
{
    double bound = 5 * sqrt(odds * (1 - odds) / draws) + 1e-12;
    if (!(fabs(share - odds) <= bound))
        fail_msg("a share of %g, by chance %g, at most %g beside it", share, odds, bound);
}

/*
 * a - b and c - d are sure, a - d is there in half of the draws. With it a and d have two ties and stand first together; without it
 * all have one, and all four share the first place. So a and d are always first, b and c in half of the draws.
 */
static void half_a_tie(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\nb;Bas\nc;Carla\nd;Daan\n= Ties\nfrom;to;certainty\na;b;\nc;d;1\na;d;0,5\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_sensitivity found = sensitivity_of(network, "degree", (sv_sensitivity_options){.all_seen = true, .top = 1});
    const sv_actor_sensitivity *a = actor_of(network, &found, "a"), *b = actor_of(network, &found, "b");
    (void)state;
    assert_int_equal(found.draws, few_draws);
    assert_true(found.doubtful == 1 && found.contested == 0 && found.added == 0 && found.on_ties);
    assert_true(found.ranked[SV_CLASS_UNKNOWN] == 4 && found.top[SV_CLASS_UNKNOWN] == 1 && found.top[SV_CLASS_PERSON] == 0);
    assert_true(a->top_share == 1 && actor_of(network, &found, "d")->top_share == 1);
    assert_chance(b->top_share, 0.5, few_draws);
    assert_true(b->top_share == actor_of(network, &found, "c")->top_share);
    assert_true(a->low == 1 && a->high == 2 && a->place_low == 1 && a->place_high == 1);
    assert_true(b->low == 1 && b->high == 1 && b->place_low == 1 && b->place_high == 3);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

/*
 * On a - b Eva says 4 and Fay says there is nothing; on c - d too. One of them is believed in a draw, on both ties: both are
 * there or neither, each in half of the draws. On a - c each of three is as likely to be believed: Eva and Gus say it is there, Fay not.
 * Hal, who is sure of nothing, is never believed.
 */
static void one_informant_at_a_time(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;Anna\nb;Bas\nc;Carla\nd;Daan\n= Ties\nfrom;to;strength;informant;certainty\n"
                         "a;b;4;Eva;1\na;b;0;Fay;1\nc;d;0;Fay;1\nc;d;4;Eva;1\na;c;2;Eva;1\na;c;0;Fay;1\na;c;3;Gus;1\na;c;4;Hal;0\n",
                         NULL);
    sv_network *network = network_of(map, NULL);
    sv_sensitivity found = sensitivity_of(network, "degree", (sv_sensitivity_options){.all_seen = true, .draws = 4000, .top = 1});
    const sv_actor_sensitivity *b = actor_of(network, &found, "b"), *d = actor_of(network, &found, "d");
    (void)state;
    assert_int_equal(found.contested, 3);
    /* The orders of Eva, Fay and Gus: EFG, EGF, GEF: all three ties; FEG, FGE: none; GFE: a - c alone. b is first, with all, only when
     * nobody has any. */
    assert_chance(b->top_share, 2 / 6.0, 4000);
    assert_true(b->top_share == d->top_share);
    assert_true(actor_of(network, &found, "a")->top_share == 1);
    sv_sensitivity_clear(&found);
    found = sensitivity_of(network, "strength", (sv_sensitivity_options){.all_seen = true});
    assert_true(actor_of(network, &found, "b")->high == 4 && actor_of(network, &found, "b")->low == 0); /* never the mean, 2 */
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

/* ---- Every subset of the uncertain ties ---- */

typedef struct doubtful_graph {
    size_t n_ties, from[most_ties], to[most_ties];
    int certainty[most_ties]; /* in tenths; 10 = sure */
    int strength[most_ties];
    bool one_way[most_ties], influences;
} doubtful_graph;

static doubtful_graph drawn_graph(unsigned long long *seed, bool influences)
{
    doubtful_graph g = {.influences = influences};
    size_t doubtful = 0;
    for (size_t a = 0; a < actors; a++)
        for (size_t b = a + 1; b < actors; b++) {
            size_t i = g.n_ties;
            bool turned = draw_number(seed, 2);
            if (draw_number(seed, 2))
                continue;
            g.from[i] = turned ? b : a;
            g.to[i] = turned ? a : b;
            g.certainty[i] = doubtful < 6 && draw_number(seed, 2) ? (int)(1 + draw_number(seed, 9)) : 10;
            doubtful += g.certainty[i] < 10;
            g.strength[i] = (int)(1 + draw_number(seed, 4));
            g.one_way[i] = draw_number(seed, 3) == 0;
            g.n_ties++;
        }
    return g;
}

/* The map with its certainties; or one subset of its ties, all sure. An influence that does not hold is said to be 0: who it names takes
 * part. */
static sv_map *map_of_graph(const doubtful_graph *g, bool sure, unsigned long long holds)
{
    sv_text text = {0};
    sv_map *map;
    sv_text_add(&text, "= Actors\nid;name;kind\n");
    for (size_t v = 0; v < actors; v++)
        sv_text_addf(&text, "a%zu;a%zu;%s\n", v, v, v < 4 ? "person" : "organisation");
    sv_text_add(&text, "= Ties\nfrom;to;kind;strength;certainty\n");
    for (size_t i = 0; i < g->n_ties; i++) {
        bool here = !sure || holds >> i & 1;
        if (here || g->influences)
            sv_text_addf(&text, "a%zu;a%zu;%s;%d;%g\n", g->from[i], g->to[i],
                         g->influences   ? "influences"
                         : g->one_way[i] ? "informs"
                                         : "knows",
                         here ? g->strength[i] : 0, sure ? 1 : g->certainty[i] / 10.0);
    }
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return map;
}

/* Who is among the first `top` of its class in one sure map; adds the chance of that map. */
static void add_subset(const sv_map *map, const sv_network_options *options, const sv_sensitivity *found, double odds, double *in_front)
{
    sv_network *network = network_of(map, options);
    size_t score = found->score;
    sv_scores *scores;
    sv_error error = {0};
    assert_int_equal(sv_scores_new(network, &score, 1, NULL, &scores, &error), SV_OK);
    for (size_t v = 0; v < actors; v++) {
        double mine = sv_scores_value(scores, score, v), sign = sv_score_get(score)->low_is_high ? -1 : 1;
        size_t before = 0;
        for (size_t u = 0; u < actors; u++) {
            double theirs = sv_scores_value(scores, score, u);
            before += (u < 4) == (v < 4) && !isnan(theirs) && sign * (theirs - mine) > 1e-9;
        }
        in_front[v] += !isnan(mine) && before < found->top[v < 4 ? SV_CLASS_PERSON : SV_CLASS_ORGANISATION] ? odds : 0;
    }
    sv_scores_free(scores);
    sv_network_free(network);
}

static void compare_with_subsets(const doubtful_graph *g, const sv_network_options *options, const char *score)
{
    double in_front[actors] = {0}, all = 0;
    sv_map *map = map_of_graph(g, false, 0);
    sv_network *network = network_of(map, options);
    sv_sensitivity found = sensitivity_of(network, score, (sv_sensitivity_options){.all_seen = true, .top = 2});
    for (unsigned long long holds = 0; holds < 1ULL << g->n_ties; holds++) {
        double odds = 1;
        sv_map *sure;
        for (size_t i = 0; i < g->n_ties; i++)
            odds *= holds >> i & 1 ? g->certainty[i] / 10.0 : 1 - g->certainty[i] / 10.0;
        if (!(odds > 0))
            continue;
        sure = map_of_graph(g, true, holds);
        add_subset(sure, options, &found, odds, in_front);
        all += odds;
        sv_map_free(sure);
    }
    assert_near(all, 1);
    assert_true(found.ranked[SV_CLASS_PERSON] < 4 || found.top[SV_CLASS_PERSON] == 2);
    for (size_t v = 0; v < actors; v++)
        assert_chance(found.actors[v].top_share, in_front[v] > 1 ? 1 : in_front[v], few_draws);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

static void all_subsets_of_uncertain_ties(void **state)
{
    static const char *const scores[] = {"harmonic", "closeness", "eccentricity", "betweenness",    "constraint",
                                         "core",     "cut_off",   "pagerank",     "everett_valente"};
    static const sv_network_options options[] = {{0}, {.strength = true}, {.directed = true}, {.directed = true, .strength = true}};
    unsigned long long seed = 42;
    (void)state;
    for (size_t i = 0; i < 36; i++) {
        doubtful_graph g = drawn_graph(&seed, false);
        compare_with_subsets(&g, &options[i % 4], scores[i % (sizeof scores / sizeof *scores)]);
    }
}

static void all_subsets_of_uncertain_influences(void **state)
{
    static const char *const scores[] = {"mactor_influence", "mactor_dependence", "competitiveness", "influence"};
    unsigned long long seed = 7;
    (void)state;
    for (size_t i = 0; i < 8; i++) {
        doubtful_graph g = drawn_graph(&seed, true);
        compare_with_subsets(&g, NULL, scores[i % 4]);
    }
}

/* ---- Nothing uncertain: the plain ranking ---- */

static void certain_ties_give_the_plain_ranking(void **state)
{
    static const sv_network_options options[] = {{0}, {.strength = true}, {.directed = true}};
    unsigned long long seed = 11;
    (void)state;
    for (size_t i = 0; i < 6; i++) {
        doubtful_graph g = drawn_graph(&seed, false);
        sv_map *map = map_of_graph(&g, true, ~0ULL);
        sv_network *network = network_of(map, &options[i % 3]);
        sv_scores *scores = scores_of(network);
        for (size_t score = 0; score < sv_score_count(); score++) {
            sv_sensitivity found;
            double none[actors] = {0}, front[actors] = {0};
            if (!sv_sensitivity_suits(score))
                continue;
            found = sensitivity_of(network, sv_score_get(score)->id, (sv_sensitivity_options){.all_seen = true, .draws = 20, .top = 2});
            add_subset(map, &options[i % 3], &found, 1, front);
            for (size_t v = 0; v < actors; v++) {
                double value = sv_scores_value(scores, score, v);
                const sv_actor_sensitivity *one = &found.actors[v];
                assert_true(one->top_share == front[v] + none[v]);
                assert_true(near_to(one->median, value, 1e-12) && near_to(one->low, value, 1e-12) && near_to(one->high, value, 1e-12));
                assert_true(one->defined == !isnan(value) && one->place_low == one->place_high);
            }
            sv_sensitivity_clear(&found);
        }
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(map);
    }
}

/* Power is what the map says, and the number of a part is no rank: of these nothing can be drawn. */
static void some_scores_rest_on_no_tie(void **state)
{
    (void)state;
    assert_false(sv_sensitivity_suits(sv_score_find("power")));
    assert_false(sv_sensitivity_suits(sv_score_find("component")));
    assert_false(sv_sensitivity_suits(sv_score_find("community")));
    assert_true(sv_sensitivity_suits(sv_score_find("harmonic")) && sv_sensitivity_suits(sv_score_find("competitiveness")));
}

/* Own actors count in the network but are not ranked; a class of three has one in front, one of two too. */
static void own_actors_are_not_ranked(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;own;kind\na;Anna;ja;person\nb;Bas;;person\nc;Carla;;person\nd;Daan;;person\n"
                         "= Ties\nfrom;to\na;b\na;c\na;d\nb;c\n",
                         NULL);
    sv_network *network = network_of(map, NULL);
    sv_sensitivity found = sensitivity_of(network, "degree", (sv_sensitivity_options){.all_seen = true, .draws = 10});
    (void)state;
    assert_true(found.ranked[SV_CLASS_PERSON] == 3 && found.top[SV_CLASS_PERSON] == 1);
    assert_false(actor_of(network, &found, "a")->ranked);
    assert_true(actor_of(network, &found, "b")->top_share == 1 && actor_of(network, &found, "c")->place_high == 1);
    assert_true(actor_of(network, &found, "d")->top_share == 0 && actor_of(network, &found, "d")->place_low == 3);
    sv_sensitivity_clear(&found);
    found = sensitivity_of(network, "degree", (sv_sensitivity_options){.all_seen = true, .draws = 10, .with_own = true});
    assert_true(found.ranked[SV_CLASS_PERSON] == 4 && found.top[SV_CLASS_PERSON] == 2);
    assert_true(actor_of(network, &found, "a")->place_low == 1 && actor_of(network, &found, "b")->place_low == 2);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

/* The same to the last bit for any number of threads, and every time. */
static void the_same_for_any_number_of_threads(void **state)
{
    static const char *const scores[] = {"harmonic", "betweenness", "pagerank"};
    unsigned long long seed = 5;
    doubtful_graph g = drawn_graph(&seed, false);
    sv_map *map = map_of_graph(&g, false, 0);
    sv_network *network = network_of(map, NULL);
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sv_scores_options one = {.threads = 1};
        sv_sensitivity first = sensitivity_of(network, scores[i], (sv_sensitivity_options){.missing = 0.3, .draws = 200, .scores = &one});
        for (unsigned threads = 1; threads < 6; threads += 2) {
            sv_scores_options many = {.threads = threads};
            sv_sensitivity again =
                sensitivity_of(network, scores[i], (sv_sensitivity_options){.missing = 0.3, .draws = 200, .scores = &many});
            for (size_t v = 0; v < actors; v++) {
                const sv_actor_sensitivity *a = &first.actors[v], *b = &again.actors[v];
                assert_true(a->low == b->low && a->median == b->median && a->high == b->high && a->top_share == b->top_share);
                assert_true(a->place_low == b->place_low && a->place_median == b->place_median && a->place_high == b->place_high);
            }
            sv_sensitivity_clear(&again);
        }
        sv_sensitivity_clear(&first);
    }
    sv_network_free(network);
    sv_map_free(map);
}

/* ---- Ties that nobody saw ---- */

/*
 * a - b and b - c and a - c and c - d, e without ties; none closed but the three of the triangle: 3/4. The weight of a pair, both
 * ways round: first end (ties + 1) / (8 + 5); the other along two ties, in 3/4 of all draws, or as the first; among the pairs that may be.
 */
static void unseen_ties_are_like_those_seen(void **state)
{
    static const bool tied[5][5] = {{0, 1, 1, 0, 0}, {1, 0, 1, 0, 0}, {1, 1, 0, 1, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 0}};
    static const double ties[5] = {2, 2, 3, 1, 0};
    enum { draws = 20000 };
    double odds[2][5][5] = {{{0}}}, all[2] = {0}, count[5][5] = {{0}};
    sv_map *map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\nd;D\ne;E\n= Ties\nfrom;to\na;b\nb;c\na;c\nc;d\n", NULL);
    sv_network *network = network_of(map, NULL), drawn = {.n_vertices = 5};
    const size_t start[] = {0, 2, 4, 7, 8, 8}, neighbour[] = {1, 2, 0, 2, 0, 1, 3, 2};
    new_tie room[1];
    unseen of;
    (void)state;
    for (size_t a = 0; a < 5; a++)
        for (size_t b = 0; b < 5; b++) {
            double along = ties[a] > 0 ? 0 : a == b; /* who has no ties goes nowhere */
            for (size_t k = 0; k < 5; k++)
                along += tied[a][k] && tied[k][b] ? 1 / ties[a] / ties[k] : 0;
            if (a != b && !tied[a][b])
                for (int closes = 0; closes < 2; closes++) {
                    double weight = (ties[a] + 1) / 13 * (closes ? along : (ties[b] + 1) / 13);
                    odds[closes][a < b ? a : b][a < b ? b : a] += weight;
                    all[closes] += weight;
                }
        }
    assert_true(unseen_make(network, start, neighbour, 0.25, &of));
    assert_near(of.closed, 0.75);
    assert_true(of.per_draw == 1 && unseen_most(&of) == 1);
    assert_true(network_make_room(&drawn, 1));
    for (size_t i = 0; i < draws; i++) {
        chance dice = chance_of(i);
        drawn.n_ties = 0;
        unseen_draw(&of, &dice, room, &drawn);
        assert_true(drawn.n_ties == 1 && drawn.from[0] < drawn.to[0] && drawn.strength[0] == 2);
        count[drawn.from[0]][drawn.to[0]]++;
    }
    for (size_t a = 0; a < 5; a++)
        for (size_t b = a + 1; b < 5; b++)
            assert_chance(count[a][b] / draws, 0.75 * odds[1][a][b] / all[1] + 0.25 * odds[0][a][b] / all[0], draws);
    network_clear_ties(&drawn);
    unseen_clear(&of);
    sv_network_free(network);
    sv_map_free(map);
}

/* Half a tie a draw, on average; none with us, and none where all are tied. a is ours, so only c - d may be added. */
static void unseen_ties_are_not_ours(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;own\na;Anna;ja\nb;Bas;\nc;Carla;\nd;Daan;\n= Ties\nfrom;to\nb;c\nb;d\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_sensitivity found =
        sensitivity_of(network, "degree", (sv_sensitivity_options){.missing = 0.25, .draws = 4000, .with_own = true, .top = 1});
    (void)state;
    assert_true(found.added == 0.5 && found.closed == 0);
    assert_true(actor_of(network, &found, "a")->high == 0 && actor_of(network, &found, "b")->high == 2);
    assert_chance(actor_of(network, &found, "c")->top_share, 0.5, 4000); /* with it b, c and d have two each */
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
    map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\n= Ties\nfrom;to\na;b\nb;c\na;c\n", NULL);
    network = network_of(map, NULL);
    found = sensitivity_of(network, "degree", (sv_sensitivity_options){.missing = 1, .draws = 50});
    assert_true(found.added == 3 && actor_of(network, &found, "a")->high == 2);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

/* Added ties are put among the others in order, and a pair is never added twice. */
static void drawn_networks_are_in_order(void **state)
{
    size_t ties[40][2], start[41] = {0}, neighbour[80], at = 0;
    sv_map *map;
    sv_network *network, drawn = {.n_vertices = 40};
    new_tie room[60];
    unseen of;
    (void)state;
    for (size_t i = 0; i < 40; i++) { /* a ring */
        ties[i][0] = i;
        ties[i][1] = (i + 1) % 40;
        neighbour[at++] = i == 0 ? 1 : i == 39 ? 0 : i - 1;
        neighbour[at++] = i == 0 || i == 39 ? (i == 0 ? 39 : 38) : i + 1;
        start[i + 1] = at;
    }
    map = large_map(40, 40, (const size_t(*)[2])ties, NULL, false);
    network = network_of(map, NULL);
    assert_true(unseen_make(network, start, neighbour, 1.5, &of) && unseen_most(&of) == 60);
    assert_true(network_make_room(&drawn, 100));
    for (size_t draw = 0; draw < 100; draw++) {
        chance dice = chance_of(draw);
        drawn.n_ties = 0;
        for (size_t i = draw % 3; i < network->n_ties; i += 1 + draw % 3) {
            drawn.from[drawn.n_ties] = network->from[i];
            drawn.to[drawn.n_ties] = network->to[i];
            drawn.there[drawn.n_ties] = drawn.back[drawn.n_ties] = drawn.strength[drawn.n_ties] = 1;
            drawn.n_ties++;
        }
        at = drawn.n_ties;
        unseen_draw(&of, &dice, room, &drawn);
        assert_int_equal(drawn.n_ties, at + 60);
        for (size_t i = 1; i < drawn.n_ties; i++)
            assert_true(drawn.from[i - 1] < drawn.from[i] || (drawn.from[i - 1] == drawn.from[i] && drawn.to[i - 1] < drawn.to[i]));
    }
    network_clear_ties(&drawn);
    unseen_clear(&of);
    sv_network_free(network);
    sv_map_free(map);
}

/* ---- The middle of nine out of ten ---- */

static int by_number(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

/* Of n sorted numbers the ones at ceil(n/20), ceil(n/2) and ceil(19n/20), counted from 1; against sorting. */
static void quantiles_are_those_of_sorted_numbers(void **state)
{
    unsigned long long seed = 3;
    sv_map *map = map_of("= Actors\nid;name\na;A\n", NULL);
    sv_network *network = network_of(map, NULL);
    (void)state;
    for (size_t draws = 1; draws < 130; draws++) {
        standings of;
        double sorted[130], room[130], keys[1];
        sv_actor_sensitivity told;
        assert_true(standings_make(network, sv_score_find("degree"), false, draws, &of));
        for (size_t d = 0; d < draws; d++) {
            sorted[d] = draw_number(&seed, draws % 4 ? 1000 : 5);
            standings_put(&of, d, &sorted[d], keys);
        }
        standings_tell(&of, 0, 1, room, &told);
        qsort(sorted, draws, sizeof *sorted, by_number);
        assert_true(told.low == sorted[(draws + 19) / 20 - 1] && told.median == sorted[(draws + 1) / 2 - 1]);
        assert_true(told.high == sorted[(19 * draws + 19) / 20 - 1] && told.top_share == 1);
        standings_clear(&of);
    }
    sv_network_free(network);
    sv_map_free(map);
}

/* ---- Stopping, and memory ---- */

static bool stop(void *context, const char *step, double share)
{
    (void)context;
    (void)step;
    (void)share;
    return false;
}

static void it_can_be_stopped(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\nb;B\n= Ties\nfrom;to\na;b\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores_options scores = {.progress = stop};
    sv_sensitivity found;
    sv_error error = {0};
    (void)state;
    assert_int_equal(sv_sensitivity_find(network, 0, &(sv_sensitivity_options){.scores = &scores}, &found, &error), SV_STOPPED);
    assert_null(found.actors);
    sv_network_free(network);
    sv_map_free(map);
}

/*
 * At level organisation the row p - q ties x and y, where p is a member, to z, where q is: both or neither. x and y share p. With the row
 * all three have two ties; without it x and y have one and z none. So x and y always come first.
 */
static void one_row_holds_for_all_it_ties(void **state)
{
    static const sv_network_options levels[] = {{.level = SV_LEVEL_ORGANISATION}, {.level = SV_LEVEL_PERSON}};
    sv_map *map = map_of("= Actors\nid;name;kind\np;P;person\nq;Q;person\nr;R;person\nx;X;welfare\ny;Y;welfare\nz;Z;welfare\n= "
                         "Ties\nfrom;to;certainty\np;q;0,5\n"
                         "= Memberships\nwho;of\np;x\np;y\nq;z\nr;z\n",
                         NULL);
    sv_network *network = network_of(map, &levels[0]);
    sv_sensitivity found = sensitivity_of(network, "degree", (sv_sensitivity_options){.all_seen = true});
    (void)state;
    assert_true(found.doubtful == 2 && sv_network_actors(network) == 3);
    assert_true(actor_of(network, &found, "x")->top_share == 1 && actor_of(network, &found, "y")->top_share == 1);
    assert_true(actor_of(network, &found, "x")->low == 1 && actor_of(network, &found, "z")->high == 2);
    assert_chance(actor_of(network, &found, "z")->top_share, 0.5, few_draws);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    network = network_of(map, &levels[1]); /* q and r are both in z, always; p and q are tied in half of the draws */
    found = sensitivity_of(network, "degree", (sv_sensitivity_options){.all_seen = true});
    assert_true(actor_of(network, &found, "r")->low == 1 && actor_of(network, &found, "q")->low == 1 &&
                actor_of(network, &found, "q")->high == 2);
    assert_chance(actor_of(network, &found, "r")->top_share, 0.5, few_draws);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

/* Of four organisations two are named in an influence: of those two one can be in front, and the others have no place among them. */
static void who_has_no_score_does_not_count(void **state)
{
    sv_map *map =
        map_of("= Actors\nid;name;kind\na;A;welfare\nb;B;welfare\nc;C;welfare\nd;D;welfare\n= Ties\nfrom;to;kind;strength;certainty\n"
               "a;b;influences;3;0,5\n",
               NULL);
    sv_network *network = network_of(map, NULL);
    sv_sensitivity found = sensitivity_of(network, "mactor_influence", (sv_sensitivity_options){0});
    (void)state;
    assert_true(found.ranked[SV_CLASS_ORGANISATION] == 2 && found.top[SV_CLASS_ORGANISATION] == 1 && !found.on_ties && found.added == 0);
    assert_true(found.actors[0].top_share == 1 && found.actors[0].defined == 1 && found.actors[2].defined == 0 &&
                isnan(found.actors[2].median));
    assert_chance(found.actors[1].top_share, 0.5, few_draws); /* shared, where the influence does not hold */
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

static void an_empty_network(void **state)
{
    sv_map *map = map_of("", NULL);
    sv_network *network = network_of(map, NULL);
    sv_sensitivity found = sensitivity_of(network, "harmonic", (sv_sensitivity_options){0});
    (void)state;
    assert_int_equal(found.n, 0);
    sv_sensitivity_clear(&found);
    sv_network_free(network);
    sv_map_free(map);
}

static sv_status find_without_memory(size_t fail_at, sv_text *result, bool *failed)
{
    static const char *const scores[] = {"harmonic", "betweenness", "influence"};
    sv_map *map =
        map_of("= Actors\nid;name\na;A\nb;B\nc;C\nd;D\n= Ties\nfrom;to;kind;strength;informant;certainty\na;b;knows;;;0,5\nb;c;knows;;E;1\n"
               "b;c;knows;;F;0,5\nc;d;influences;3;;0,5\n",
               NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores_options one = {.threads = 1};
    sv_status status = SV_OK;
    sv_text told = {0};
    sv_error error = {0};
    memory_fails_at(fail_at);
    for (size_t i = 0; status == SV_OK && i < 3; i++) {
        sv_sensitivity found;
        status = sv_sensitivity_find(network, sv_score_find(scores[i]),
                                     &(sv_sensitivity_options){.draws = 10, .missing = 0.5, .scores = &one}, &found, &error);
        for (size_t v = 0; v < found.n; v++)
            sv_text_addf(&told, "%g %g;", found.actors[v].top_share, found.actors[v].median);
        sv_sensitivity_clear(&found);
    }
    *failed = memory_is_back();
    if (told.failed)
        status = SV_MEMORY;
    if (status == SV_OK)
        sv_text_add(result, sv_text_get(&told));
    sv_text_clear(&told);
    sv_network_free(network);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_a_tie),
        cmocka_unit_test(one_informant_at_a_time),
        cmocka_unit_test(all_subsets_of_uncertain_ties),
        cmocka_unit_test(all_subsets_of_uncertain_influences),
        cmocka_unit_test(certain_ties_give_the_plain_ranking),
        cmocka_unit_test(some_scores_rest_on_no_tie),
        cmocka_unit_test(own_actors_are_not_ranked),
        cmocka_unit_test(the_same_for_any_number_of_threads),
        cmocka_unit_test(unseen_ties_are_like_those_seen),
        cmocka_unit_test(unseen_ties_are_not_ours),
        cmocka_unit_test(drawn_networks_are_in_order),
        cmocka_unit_test(quantiles_are_those_of_sorted_numbers),
        cmocka_unit_test(it_can_be_stopped),
        cmocka_unit_test(who_has_no_score_does_not_count),
        cmocka_unit_test(one_row_holds_for_all_it_ties),
        cmocka_unit_test(an_empty_network),
        TORTURE_MEMORY(find_without_memory),
    };
    return cmocka_run_group_tests_name("sensitivity", tests, NULL, NULL);
}

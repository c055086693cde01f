/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sampling: as near to the exact scores as it promises, in every sort of network; the same bits for any number of
 * threads; and never without saying so. The exact scores are the referee; they have their own (test_paths).
 */
/* wraps: malloc calloc realloc */
#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "score/sampling.h"
#include "support.h"

static const char *const wanted[] = {"harmonic", "closeness", "eccentricity", "betweenness"};
enum { n_wanted = 4, variants = 4 };
static const double any_size = 1e-9; /* sample_above: every network with a tie */

/* A drawn network with hubs, of which a part is not tied to the rest; variant: bit 0 directed, bit 1 by strength. */
static sv_map *draw_map(unsigned long long *seed, size_t n, size_t ties_each, int variant)
{
    size_t(*ties)[2] = calloc(n * ties_each, sizeof *ties), m = 0;
    double *strengths = calloc(n * ties_each, sizeof *strengths);
    sv_map *map;
    for (size_t v = 1; v < n; v++)
        for (size_t k = 0; k < ties_each; k++) {
            size_t first = v >= n - n / 5 ? n - n / 5 : 0, other = first + draw_number(seed, (unsigned)n) % (v - first + 1);
            if (draw_number(seed, 3) == 0)
                other = first + (other - first) / 10;
            if (other == v)
                continue;
            ties[m][0] = draw_number(seed, 2) ? v : other;
            ties[m][1] = ties[m][0] == v ? other : v;
            strengths[m++] = 1 + draw_number(seed, 4);
        }
    map = large_map(n, m, (const size_t(*)[2])ties, strengths, variant & 1);
    free(ties);
    free(strengths);
    return map;
}

static sv_network *network_variant(const sv_map *map, int variant)
{
    return network_of(map, &(sv_network_options){.directed = variant & 1, .strength = variant & 2});
}

static sv_status scores_by(const sv_network *network, const sv_scores_options *options, sv_scores **scores)
{
    size_t which[n_wanted];
    for (int i = 0; i < n_wanted; i++)
        which[i] = sv_score_find(wanted[i]);
    return sv_scores_new(network, which, n_wanted, options, scores, NULL);
}

static sv_scores *scores_with(const sv_network *network, const sv_scores_options *options)
{
    sv_scores *scores;
    assert_int_equal(scores_by(network, options, &scores), SV_OK);
    return scores;
}

static const double *column_of(const sv_scores *scores, const char *score)
{
    return sv_scores_column(scores, sv_score_find(score));
}

static double widest(const double *one, const double *other, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, fabs(one[i] - other[i]));
    return most;
}

/* How far betweenness is from the exact one, as a share of the pairs: of others for actors, of all for ties. */
static double betweenness_error(const sv_scores *exact, const sv_scores *sampled)
{
    const sv_network *network = sv_scores_network(exact);
    double n = (double)sv_network_actors(network), half = sv_network_get_options(network)->directed ? 1 : 2;
    double actors = widest(column_of(exact, "betweenness"), column_of(sampled, "betweenness"), (size_t)n) / ((n - 1) * (n - 2) / half);
    double ties = widest(sv_scores_ties(exact), sv_scores_ties(sampled), sv_network_ties(network)) / (n * (n - 1) / half);
    return fmax(actors, ties);
}

static double harmonic_error(const sv_scores *exact, const sv_scores *sampled)
{
    size_t n = sv_network_actors(sv_scores_network(exact));
    return widest(column_of(exact, "harmonic"), column_of(sampled, "harmonic"), n) / (double)(n - 1);
}

/*
 * Small networks, sampled until an error above 0.01 has a chance of at most one in ten. The bound holds for any network,
 * so for these it is wide: of all trials fewer than one in ten may break it, and the middle one is well within.
 */
static void betweenness_is_as_near_as_promised(void **state)
{
    enum { trials = 40 };
    unsigned long long seed = 3;
    int broken = 0, near = 0;
    (void)state;
    for (int trial = 0; trial < trials; trial++) {
        int variant = trial % variants;
        sv_map *map = draw_map(&seed, 6 + (size_t)trial, 1 + (size_t)trial % 3, variant);
        sv_network *network = network_variant(map, variant);
        sv_scores *exact = scores_with(network, NULL);
        sv_scores *sampled = scores_with(network, &(sv_scores_options){.sample_above = any_size, .epsilon = 0.01});
        double error = betweenness_error(exact, sampled);
        assert_true(sv_scores_sampling(sampled)->paths > 10000 && error > 0);
        assert_near(sv_scores_sampling(sampled)->epsilon, 0.01);
        broken += error > 0.01;
        near += error < 0.005;
        assert_true(error < 0.02);
        sv_scores_free(exact);
        sv_scores_free(sampled);
        sv_network_free(network);
        sv_map_free(map);
    }
    assert_true(broken <= trials / 10);
    assert_true(near >= trials / 2);
}

/* Many ways drawn between two actors: the share that passes each actor, and each tie. */
typedef struct drawn {
    double *actors, *ties;
} drawn;

static drawn draw_ways(const sv_network *network, size_t from, size_t to, size_t times)
{
    adjacency adj;
    ways_job about = {.adj = &adj};
    const bool by_length = sv_network_get_options(network)->strength;
    double *places;
    drawn shares = {calloc(sv_network_actors(network), sizeof(double)), calloc(sv_network_ties(network), sizeof(double))};
    void *room;
    assert_true(adjacency_make(network, false, &adj));
    room = by_length ? way_by_length_begin(&about) : way_in_steps_begin(&about);
    places = calloc(adj.n, sizeof *places);
    for (size_t i = 0; i < times; i++) {
        chance dice = chance_of(i);
        assert_true((by_length ? way_by_length : way_in_steps)(room, &adj, adj.place[from], adj.place[to], &dice, places, shares.ties));
    }
    for (size_t p = 0; p < adj.n; p++)
        shares.actors[adj.vertex[p]] = places[p] / (double)times;
    for (size_t i = 0; i < sv_network_ties(network); i++)
        shares.ties[i] /= (double)times;
    (by_length ? way_by_length_end : way_in_steps_end)(room);
    free(places);
    adjacency_clear(&adj);
    return shares;
}

/*
 * In a grid of 4 by 4 there are 20 shortest ways from corner to corner: as many as ways to put three steps right among six.
 * Through row i and column j go C(i+j, i) * C(6-i-j, 3-i) of them.
 */
static void every_way_is_drawn_as_often(void **state)
{
    static const double choose[7][7] = {{1}, {1, 1}, {1, 2, 1}, {1, 3, 3, 1}, {1, 4, 6, 4, 1}, {1, 5, 10, 10, 5, 1}, {1, 6, 15, 20, 15, 6, 1}};
    size_t ties[24][2], m = 0;
    sv_map *map;
    (void)state;
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 4; j++) {
            if (j < 3)
                ties[m][0] = 4 * i + j, ties[m++][1] = 4 * i + j + 1;
            if (i < 3)
                ties[m][0] = 4 * i + j, ties[m++][1] = 4 * i + j + 4;
        }
    map = large_map(16, m, (const size_t(*)[2])ties, NULL, false);
    for (int variant = 0; variant < variants; variant += 2) {
        sv_network *network = network_variant(map, variant);
        drawn shares = draw_ways(network, 0, 15, 40000);
        for (size_t v = 0; v < 16; v++) {
            size_t i = v / 4, j = v % 4;
            double share = v == 0 || v == 15 ? 0 : choose[i + j][i] * choose[6 - i - j][3 - i] / 20;
            assert_true(fabs(shares.actors[v] - share) < 0.0125); /* five standard deviations of at most 0.0025 */
        }
        for (size_t k = 0; k < m; k++) {
            size_t from, to;
            double strength, ways;
            sv_network_tie(network, k, &from, &to, &strength);
            ways = choose[from / 4 + from % 4][from / 4] * choose[6 - to / 4 - to % 4][3 - to / 4];
            assert_true(fabs(shares.ties[k] - ways / 20) < 0.0125);
        }
        free(shares.actors);
        free(shares.ties);
        sv_network_free(network);
    }
    sv_map_free(map);
}

/* A line of ties 1 long, to an actor with a hundred neighbours a hundred-millionth away: more than the last digit that ways are told apart by. */
static void the_other_end_is_found_however_near_its_neighbours(void **state)
{
    enum { line = 300, around = 100 };
    static size_t ties[line + around][2];
    static double strengths[line + around];
    sv_map *map;
    sv_network *network;
    drawn shares;
    (void)state;
    for (size_t i = 0; i < line + around; i++) {
        ties[i][0] = i < line ? i : line;
        ties[i][1] = i + 1;
        strengths[i] = i < line ? 1e-8 : 1;
    }
    map = large_map(line + around + 1, line + around, (const size_t(*)[2])ties, strengths, false);
    network = network_of(map, &(sv_network_options){.strength = true});
    shares = draw_ways(network, 0, line, 3);
    for (size_t v = 0; v <= line + around; v++)
        assert_near(shares.actors[v], v > 0 && v < line);
    for (size_t k = 0; k < line + around; k++)
        assert_near(shares.ties[k], k < line);
    free(shares.actors);
    free(shares.ties);
    sv_network_free(network);
    sv_map_free(map);
}

/* 1,500 actors: enough that walking from some is less than from all. By strength 1/distance is at most 4: the shortest tie is 1/4 long. */
static void nearness_is_as_near_as_promised(void **state)
{
    unsigned long long seed = 5;
    (void)state;
    for (int variant = 0; variant < variants; variant++) {
        sv_map *map = draw_map(&seed, 1500, 3, variant);
        sv_network *network = network_variant(map, variant);
        sv_scores *exact = scores_with(network, NULL);
        sv_scores *sampled = scores_with(network, &(sv_scores_options){.sample_above = any_size, .epsilon = 0.12});
        const sv_sampling *sampling = sv_scores_sampling(sampled);
        double most = variant & 2 ? 4 : 1, mean = 0, exact_mean = 0;
        assert_true(sampling->sources > 250 && sampling->sources <= 750);
        assert_near(sampling->nearness_epsilon, 0.12);
        assert_near(sampling->delta, 0.1);
        assert_true(harmonic_error(exact, sampled) > 0 && harmonic_error(exact, sampled) <= 0.12 * most);
        assert_true(betweenness_error(exact, sampled) <= 0.12);
        for (size_t v = 0; v < 1500; v++) {
            double closeness = column_of(sampled, "closeness")[v], truth = column_of(exact, "closeness")[v];
            double farthest = column_of(sampled, "eccentricity")[v], farther = column_of(exact, "eccentricity")[v];
            assert_true(isnan(truth) ? isnan(closeness) && isnan(farthest) : true);
            assert_true(isnan(closeness) == isnan(farthest));
            assert_true(isnan(closeness) || farthest <= farther * (1 + 1e-9));
            /* with direction some reach so few that hardly any of those was drawn */
            assert_true((variant & 1) || isnan(closeness) || fabs(closeness - truth) < 0.2 * truth);
            mean += column_of(sampled, "harmonic")[v] / 1500;
            exact_mean += column_of(exact, "harmonic")[v] / 1500;
        }
        assert_true(fabs(mean - exact_mean) < 0.05 * exact_mean);
        sv_scores_free(exact);
        sv_scores_free(sampled);
        sv_network_free(network);
        sv_map_free(map);
    }
}

/* Where as many walks would be needed as there are actors, distances are exact; --exact and a small network leave all exact. */
static void what_need_not_be_sampled_is_exact(void **state)
{
    unsigned long long seed = 9;
    (void)state;
    for (int variant = 0; variant < variants; variant++) {
        sv_map *map = draw_map(&seed, 200, 3, variant);
        sv_network *network = network_variant(map, variant);
        sv_scores *exact = scores_with(network, NULL), *never = scores_with(network, &(sv_scores_options){.sample_above = HUGE_VAL});
        sv_scores *sampled = scores_with(network, &(sv_scores_options){.sample_above = any_size, .epsilon = 0.05});
        char said[1000];
        assert_int_equal(sv_scores_sampling(exact)->paths + sv_scores_sampling(exact)->sources, 0);
        assert_int_equal(sv_scores_sampling(never)->paths + sv_scores_sampling(never)->sources, 0);
        assert_string_equal(sv_report_sampling(exact, SV_ENGLISH, said, sizeof said), "");
        assert_true(sv_scores_sampling(sampled)->paths > 0 && sv_scores_sampling(sampled)->sources == 0);
        for (int i = 0; i < 3; i++)
            assert_memory_equal(column_of(exact, wanted[i]), column_of(sampled, wanted[i]), 200 * sizeof(double));
        assert_memory_equal(column_of(exact, "betweenness"), column_of(never, "betweenness"), 200 * sizeof(double));
        sv_scores_free(exact);
        sv_scores_free(never);
        sv_scores_free(sampled);
        sv_network_free(network);
        sv_map_free(map);
    }
}

/* The size from which it samples: 10 actors x 12 ties = 120, by strength ten times that. */
static void it_samples_above_the_stated_size(void **state)
{
    static const struct {
        double above;
        int variant;
        bool sampled;
    } cases[] = {{120, 0, false}, {119, 0, true}, {1200, 2, false}, {1199, 2, true}};
    size_t ties[12][2], m = 0;
    sv_map *map;
    (void)state;
    for (size_t i = 0; i < 12; i++, m++) {
        ties[m][0] = i % 10;
        ties[m][1] = i < 10 ? (i + 1) % 10 : (i + 3) % 10;
    }
    map = large_map(10, m, (const size_t(*)[2])ties, NULL, false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sv_network *network = network_variant(map, cases[i].variant);
        sv_scores *scores = scores_with(network, &(sv_scores_options){.sample_above = cases[i].above});
        assert_int_equal(sv_network_ties(network), 12);
        assert_int_equal(sv_scores_sampling(scores)->paths > 0, cases[i].sampled);
        sv_scores_free(scores);
        sv_network_free(network);
    }
    sv_map_free(map);
}

static void same_bits(const sv_scores *one, const sv_scores *other)
{
    const sv_network *network = sv_scores_network(one);
    for (int i = 0; i < n_wanted; i++)
        assert_memory_equal(column_of(one, wanted[i]), column_of(other, wanted[i]), sv_network_actors(network) * sizeof(double));
    assert_memory_equal(sv_scores_ties(one), sv_scores_ties(other), sv_network_ties(network) * sizeof(double));
    assert_memory_equal(sv_scores_sampling(one), sv_scores_sampling(other), sizeof(sv_sampling));
}

static void any_number_of_threads_gives_the_same_bits(void **state)
{
    unsigned long long seed = 12;
    (void)state;
    for (int variant = 0; variant < variants; variant++) {
        sv_map *map = draw_map(&seed, 3000, 2, variant);
        sv_network *network = network_variant(map, variant);
        sv_scores_options options = {.sample_above = any_size, .epsilon = 0.1, .threads = 1};
        sv_scores *alone = scores_with(network, &options);
        assert_true(sv_scores_sampling(alone)->sources > 0);
        for (options.threads = 2; options.threads <= 7; options.threads++) {
            sv_scores *together = scores_with(network, &options);
            same_bits(alone, together);
            sv_scores_free(together);
        }
        sv_scores_free(alone);
        sv_network_free(network);
        sv_map_free(map);
    }
}

static void memory_runs_out(void **state)
{
    unsigned long long seed = 15;
    (void)state;
    for (int variant = 0; variant < variants; variant++) {
        sv_map *map = draw_map(&seed, 1200, 1, variant);
        sv_network *network = network_variant(map, variant);
        const sv_scores_options options = {.sample_above = any_size, .epsilon = 0.2, .threads = 3};
        sv_scores *whole = scores_with(network, &options);
        size_t refused = 0;
        bool failed = true;
        assert_true(sv_scores_sampling(whole)->sources > 0 && sv_scores_sampling(whole)->paths > 0);
        for (size_t k = 1; failed; k++) {
            sv_scores *scores;
            sv_status status;
            memory_fails_at(k);
            status = scores_by(network, &options, &scores);
            failed = memory_is_back();
            assert_true(status == SV_OK || (failed && status == SV_MEMORY && !scores));
            if (status == SV_OK)
                same_bits(whole, scores);
            refused += status != SV_OK;
            sv_scores_free(scores);
        }
        assert_true(refused > 20);
        sv_scores_free(whole);
        sv_network_free(network);
        sv_map_free(map);
    }
}

static bool stop_later(void *context, const char *step, double share)
{
    size_t *left = context;
    assert_true(*step && share >= 0 && share <= 1);
    return (*left)-- > 1;
}

/* Asked some hundreds of times, it stops at any. */
static void it_stops_when_asked(void **state)
{
    unsigned long long seed = 18;
    (void)state;
    for (int variant = 0; variant < variants; variant++) {
        sv_map *map = draw_map(&seed, 1200, 2, variant);
        sv_network *network = network_variant(map, variant);
        size_t left = SIZE_MAX, calls;
        const sv_scores_options options = {.sample_above = any_size, .epsilon = 0.1, .threads = 1, .progress = stop_later, .progress_context = &left};
        sv_scores *scores = scores_with(network, &options);
        calls = SIZE_MAX - left;
        assert_true(calls > 100);
        sv_scores_free(scores);
        for (size_t stop = 1; stop <= calls; stop = stop * 3 / 2 + 1) {
            left = stop;
            assert_int_equal(scores_by(network, &options, &scores), SV_STOPPED);
            assert_null(scores);
            assert_int_equal(left, 0);
        }
        sv_network_free(network);
        sv_map_free(map);
    }
}

/* What everyone loses without an actor's ties cannot be sampled: undefined, and said; in full it is there. */
static void what_cannot_be_sampled_is_left_out(void **state)
{
    const size_t ties[][2] = {{0, 1}, {1, 2}}, which[] = {sv_score_find("valente_fujimoto")};
    sv_map *map = graph_map(3, 2, ties, NULL);
    sv_network *network = network_of(map, NULL);
    (void)state;
    for (int sampled = 0; sampled < 2; sampled++) {
        sv_scores *scores;
        char said[1000];
        const sv_scores_options options = {.sample_above = sampled ? any_size : 0};
        assert_int_equal(sv_scores_new(network, which, 1, &options, &scores, NULL), SV_OK);
        assert_int_equal(sv_scores_sampling(scores)->left_out, sampled);
        assert_int_equal(isnan(sv_scores_column(scores, which[0])[0]), sampled);
        assert_int_equal(strstr(sv_report_sampling(scores, SV_ENGLISH, said, sizeof said), "Left out") != NULL, sampled);
        sv_scores_free(scores);
    }
    sv_network_free(network);
    sv_map_free(map);
}

/* Table, JSON and the sentences by themselves. */
static void answers_say_that_they_are_samples(void **state)
{
    unsigned long long seed = 21;
    const size_t which[] = {sv_score_find("betweenness")};
    sv_map *map = draw_map(&seed, 1500, 2, 0);
    sv_network *network = network_variant(map, 0);
    sv_scores *scores = scores_with(network, &(sv_scores_options){.sample_above = any_size, .epsilon = 0.08, .delta = 0.05});
    sv_report_options options = {.which = which, .n_which = 1, .by = which[0], .top = 1, .audience = SV_TEAM};
    char said[1000], count[64], *text;
    size_t length;
    (void)state;
    sv_report_sampling(scores, SV_ENGLISH, said, sizeof said);
    snprintf(count, sizeof count, "sample of %zu shortest ways", sv_scores_sampling(scores)->paths);
    assert_non_null(strstr(said, count)); /* below 1,000, so no comma */
    assert_non_null(strstr(said, "certainty of 95%"));
    assert_non_null(strstr(said, "more than 0.08 beside"));
    assert_int_equal(sv_report_scores(scores, &options, &text, &length, NULL), SV_OK);
    assert_non_null(strstr(text, said));
    free(text);
    sv_report_sampling(scores, SV_DUTCH, said, sizeof said);
    assert_non_null(strstr(said, "0,08"));
    options.format = SV_REPORT_JSON;
    assert_int_equal(sv_report_scores(scores, &options, &text, &length, NULL), SV_OK);
    snprintf(count, sizeof count, "\"sources\":\t%zu", sv_scores_sampling(scores)->sources);
    assert_non_null(strstr(text, "\"sampled\":\ttrue"));
    assert_non_null(strstr(text, "\"epsilon\":\t0.08"));
    assert_non_null(strstr(text, count));
    free(text);
    sv_report_sampling(scores, SV_ENGLISH, said, 10); /* cut, and ended */
    assert_int_equal(strlen(said), 9);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

/* The published first numbers of SplitMix64 from state 0, and shares that stay below 1 and spread evenly: each tenth gets a tenth. */
static void chance_is_what_it_should_be(void **state)
{
    chance from = {0};
    size_t tenths[10] = {0};
    (void)state;
    assert_true(chance_next(&from) == 0xe220a8397b1dcdafu);
    assert_true(chance_next(&from) == 0x6e789e6aa1b965f4u);
    for (size_t i = 0; i < 100000; i++) {
        chance dice = chance_of(i);
        double share = chance_share(&dice);
        assert_true(share >= 0 && share < 1 && chance_below(&dice, 7) < 7);
        tenths[(int)(share * 10)]++;
    }
    for (int i = 0; i < 10; i++)
        assert_true(tenths[i] > 9600 && tenths[i] < 10400); /* four standard deviations of 95 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(betweenness_is_as_near_as_promised),
        cmocka_unit_test(every_way_is_drawn_as_often),
        cmocka_unit_test(the_other_end_is_found_however_near_its_neighbours),
        cmocka_unit_test(nearness_is_as_near_as_promised),
        cmocka_unit_test(what_need_not_be_sampled_is_exact),
        cmocka_unit_test(it_samples_above_the_stated_size),
        cmocka_unit_test(any_number_of_threads_gives_the_same_bits),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(it_stops_when_asked),
        cmocka_unit_test(what_cannot_be_sampled_is_left_out),
        cmocka_unit_test(answers_say_that_they_are_samples),
        cmocka_unit_test(chance_is_what_it_should_be),
    };
    return cmocka_run_group_tests_name("sampling", tests, NULL, NULL);
}

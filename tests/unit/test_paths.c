/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The walk over all shortest ways in networks of several blocks and parts: against a plain walk from each actor with
 * nothing clever in it, the same bits for any number of threads, stopping, and going on when memory or threads run out.
 */
/* wraps: malloc calloc realloc pthread_create */
#include <speelveld/score.h>

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

/* Threads that do not start: how many were asked for, and how many may be. */
static size_t threads_started, threads_most = SIZE_MAX;

int __real_pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *), void *context);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *), void *context);

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *), void *context)
{
    if (threads_started >= threads_most)
        return EAGAIN;
    threads_started++;
    return __real_pthread_create(thread, how, run, context);
}

/* ---- A plain walk ---- */

static const char *const compared[] = {"harmonic", "closeness", "eccentricity", "reach2", "betweenness"};
enum { n_compared = 5 };

/* A network as a list of ties with lengths, and what a plain walk makes of it. */
typedef struct plain {
    size_t n, m;
    size_t (*ties)[2];
    double *strengths;
    bool directed, weighted;
    double *scores[n_compared], *tie_betweenness; /* the latter by row of ties */
} plain;

/* One way of a tie: from, to and how long; false when it does not run that way. */
static bool one_way(const plain *p, size_t tie, int back, size_t *from, size_t *to, double *length)
{
    *from = p->ties[tie][back];
    *to = p->ties[tie][!back];
    *length = p->weighted ? 1 / p->strengths[tie] : 1;
    return !back || !p->directed;
}

/* Distances by Bellman's rounds: until nothing changes. `most` steps at most when that is not 0, and then each tie is one. */
static void measure_plainly(const plain *p, size_t source, size_t most, double *d)
{
    bool changed = true;
    for (size_t v = 0; v < p->n; v++)
        d[v] = v == source ? 0 : HUGE_VAL;
    for (size_t round = 0; changed && (!most || round < most); round++) {
        double *before = calloc(p->n, sizeof *before);
        memcpy(before, d, p->n * sizeof *d);
        changed = false;
        for (size_t i = 0; i < p->m; i++)
            for (int back = 0; back < 2; back++) {
                size_t from, to;
                double length;
                if (!one_way(p, i, back, &from, &to, &length) || !(before[from] + (most ? 1 : length) < d[to] * (1 - 1e-12)))
                    continue;
                d[to] = before[from] + (most ? 1 : length);
                changed = true;
            }
        free(before);
    }
}

/* Ways in the order of distance, outward, and what depends on whom, back. */
static void count_plainly(plain *p, const size_t *order, size_t reached, const double *d, double *ways, double *depends)
{
    double each = p->directed ? 1 : 0.5;
    for (size_t v = 0; v < p->n; v++) {
        ways[v] = v == order[0];
        depends[v] = 0;
    }
    for (size_t k = 0; k < 2 * reached; k++) {
        size_t v = k < reached ? order[k] : order[2 * reached - 1 - k];
        for (size_t i = 0; i < p->m; i++)
            for (int back = 0; back < 2; back++) {
                size_t from, to;
                double length;
                if (!one_way(p, i, back, &from, &to, &length) || from != v || fabs(d[v] + length - d[to]) > 1e-9 * d[to])
                    continue;
                if (k < reached) {
                    ways[to] += ways[v];
                    continue;
                }
                depends[v] += ways[v] / ways[to] * (1 + depends[to]);
                p->tie_betweenness[i] += ways[v] / ways[to] * (1 + depends[to]) * each;
            }
        if (k >= reached && k < 2 * reached - 1)
            p->scores[4][v] += depends[v] * each;
    }
}

static void walk_plainly(plain *p, size_t source, double *d, double *ways, double *depends)
{
    size_t reached = 0, *order = calloc(p->n, sizeof *order);
    double sum = 0;
    measure_plainly(p, source, 0, d);
    for (size_t v = 0; v < p->n; v++)
        if (isfinite(d[v])) { /* put in by distance */
            size_t at = reached++;
            for (; at > 0 && d[order[at - 1]] > d[v]; at--)
                order[at] = order[at - 1];
            order[at] = v;
        }
    count_plainly(p, order, reached, d, ways, depends);
    for (size_t k = 1; k < reached; k++) {
        p->scores[0][source] += 1 / d[order[k]];
        sum += d[order[k]];
        p->scores[2][source] = d[order[k]];
    }
    p->scores[1][source] = reached > 1 ? (double)(reached - 1) / sum : NAN;
    if (reached < 2)
        p->scores[2][source] = NAN;
    measure_plainly(p, source, 2, d);
    for (size_t v = 0; v < p->n; v++)
        p->scores[3][source] += v != source && isfinite(d[v]);
    free(order);
}

enum { far_apart = 4 }; /* strengths from 4 down to 0.000001 */

/* A drawn network: a ring of hubs and what hangs on it, several parts, and some alone. Every pair once. */
static plain draw_plain(unsigned long long *seed, size_t n, size_t ties_each, bool directed, int weighted)
{
    plain p = {.n = n, .directed = directed, .weighted = weighted};
    bool *tied = calloc(n * n, 1);
    p.ties = calloc(n * ties_each, sizeof *p.ties);
    p.strengths = calloc(n * ties_each, sizeof *p.strengths);
    for (size_t v = 1; v < n - n / 20; v++) /* the last of every twenty stay alone */
        for (size_t k = 0; k < ties_each; k++) {
            size_t part = v % 10 == 9 ? n / 2 : 0; /* a tenth is tied among the upper half only */
            size_t other = v > part ? part + draw_number(seed, (unsigned)(v - part)) : v;
            if (k > 0 && draw_number(seed, 2))
                other /= 1 + draw_number(seed, 8); /* hubs */
            if (other == v || tied[v * n + other] || tied[other * n + v])
                continue;
            tied[v * n + other] = true;
            p.strengths[p.m] = 1 + draw_number(seed, 4);
            if (weighted == far_apart)
                p.strengths[p.m] /= pow(10, draw_number(seed, 7));
            p.ties[p.m][0] = draw_number(seed, 2) ? v : other;
            p.ties[p.m][1] = p.ties[p.m][0] == v ? other : v;
            p.m++;
        }
    free(tied);
    return p;
}

static void solve_plain(plain *p)
{
    double *rows[3];
    for (int s = 0; s < n_compared; s++)
        p->scores[s] = calloc(p->n, sizeof *p->scores[s]);
    p->tie_betweenness = calloc(p->m, sizeof *p->tie_betweenness);
    for (int i = 0; i < 3; i++)
        rows[i] = calloc(p->n, sizeof *rows[i]);
    for (size_t v = 0; v < p->n; v++)
        walk_plainly(p, v, rows[0], rows[1], rows[2]);
    for (int i = 0; i < 3; i++)
        free(rows[i]);
}

static void clear_plain(plain *p)
{
    for (int s = 0; s < n_compared; s++)
        free(p->scores[s]);
    free(p->tie_betweenness);
    free(p->ties);
    free(p->strengths);
}

/* The map, with actor v in row place[v]; NULL: as it is. */
static sv_map *map_of_plain(const plain *p, const size_t *place)
{
    size_t(*ties)[2] = calloc(p->m, sizeof *ties);
    sv_map *map;
    for (size_t i = 0; i < p->m; i++)
        for (int end = 0; end < 2; end++)
            ties[i][end] = place ? place[p->ties[i][end]] : p->ties[i][end];
    map = large_map(p->n, p->m, (const size_t(*)[2])ties, p->strengths, p->directed);
    free(ties);
    return map;
}

static sv_network *network_of_plain(const plain *p, const sv_map *map)
{
    return network_of(map, &(sv_network_options){.strength = p->weighted, .directed = p->directed});
}

static void compare_plain(const plain *p, const sv_scores *scores, const size_t *place)
{
    const sv_network *network = sv_scores_network(scores);
    size_t seen = 0;
    for (int s = 0; s < n_compared; s++) {
        const double *column = sv_scores_column(scores, sv_score_find(compared[s]));
        for (size_t v = 0; v < p->n; v++)
            if (!near_to(column[place ? place[v] : v], p->scores[s][v], 1e-9))
                fail_msg("%s of %zu of %zu: %.17g is not %.17g", compared[s], v, p->n, column[place ? place[v] : v], p->scores[s][v]);
    }
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        for (size_t k = 0; k < p->m; k++) {
            size_t a = place ? place[p->ties[k][0]] : p->ties[k][0], b = place ? place[p->ties[k][1]] : p->ties[k][1];
            if ((a < b ? a : b) != from || (a < b ? b : a) != to)
                continue;
            assert_near_at(sv_scores_ties(scores)[i], p->tie_betweenness[k], 1e-9, __FILE__, __LINE__);
            seen++;
        }
    }
    assert_int_equal(seen, p->m);
}

static sv_scores *scores_with(const sv_network *network, const sv_scores_options *options)
{
    size_t which[n_compared];
    sv_scores *scores;
    for (int s = 0; s < n_compared; s++)
        which[s] = sv_score_find(compared[s]);
    assert_int_equal(sv_scores_new(network, which, n_compared, options, &scores, NULL), SV_OK);
    return scores;
}

static void same_bits(const sv_scores *one, const sv_scores *other)
{
    const sv_network *network = sv_scores_network(one);
    size_t n = sv_network_actors(network);
    for (int s = 0; s < n_compared; s++) {
        size_t score = sv_score_find(compared[s]);
        assert_memory_equal(sv_scores_column(one, score), sv_scores_column(other, score), n * sizeof(double));
    }
    assert_memory_equal(sv_scores_ties(one), sv_scores_ties(other), sv_network_ties(network) * sizeof(double));
}

/* ---- Tests ---- */

/* Two and three blocks of sources; with and without direction and strengths, sparse (many parts) and dense (steps that pull). */
static void agrees_with_a_plain_walk(void **state)
{
    unsigned long long seed = 7;
    (void)state;
    for (int variant = 0; variant < 18; variant++) {
        static const size_t each[] = {1, 3, 12}, sizes[] = {300, 200, 150};
        static const int weighted[] = {0, 1, far_apart};
        plain p = draw_plain(&seed, sizes[variant / 6], each[variant / 6], variant & 1, weighted[variant / 2 % 3]);
        sv_map *map = map_of_plain(&p, NULL);
        sv_network *network = network_of_plain(&p, map);
        sv_scores *scores = scores_with(network, NULL);
        assert_int_equal(sv_network_ties(network), p.m);
        solve_plain(&p);
        compare_plain(&p, scores, NULL);
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(map);
        clear_plain(&p);
    }
}

/* A ring of 400 and a line of 400: two hundred steps and more. On a line, actor i has i before it and 399 - i behind it. */
static void long_ways_are_walked(void **state)
{
    enum { half = 400 };
    size_t(*ties)[2] = calloc(2 * half, sizeof *ties), m = 0;
    sv_map *map;
    sv_network *network;
    sv_scores *scores;
    (void)state;
    for (size_t i = 0; i < half; i++) {
        ties[m][0] = i;
        ties[m++][1] = (i + 1) % half;
        if (i + 1 < half) {
            ties[m][0] = half + i;
            ties[m++][1] = half + i + 1;
        }
    }
    map = large_map(2 * half, m, (const size_t(*)[2])ties, NULL, false);
    network = network_of(map, NULL);
    scores = scores_with(network, NULL);
    for (size_t i = 0; i < half; i++) {
        double nearness = 0;
        for (size_t k = 0; k < half; k++)
            nearness += k == i ? 0 : 1 / fabs((double)k - (double)i);
        assert_near_at(sv_scores_column(scores, sv_score_find("betweenness"))[half + i], (double)(i * (half - 1 - i)), 1e-12, __FILE__, __LINE__);
        assert_near_at(sv_scores_column(scores, sv_score_find("harmonic"))[half + i], nearness, 1e-12, __FILE__, __LINE__);
        assert_near(sv_scores_column(scores, sv_score_find("eccentricity"))[i], half / 2);
        /* each of 399 others at d steps has d - 1 between; of the one opposite, 199 on either of two ways: (2 * (0 + … + 198) + 199) / 2 */
        assert_near_at(sv_scores_column(scores, sv_score_find("betweenness"))[i], (198 * 199 + 199) / 2.0, 1e-12, __FILE__, __LINE__);
    }
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    free(ties);
}

static void relabelling_changes_nothing(void **state)
{
    unsigned long long seed = 11;
    (void)state;
    for (int variant = 0; variant < 4; variant++) {
        plain p = draw_plain(&seed, 150, 3, variant & 1, variant & 2);
        size_t place[150];
        sv_map *map;
        sv_network *network;
        sv_scores *scores;
        for (size_t i = 0; i < p.n; i++)
            place[i] = i;
        for (size_t i = p.n; i-- > 1;) {
            size_t j = draw_number(&seed, (unsigned)i + 1), kept = place[i];
            place[i] = place[j];
            place[j] = kept;
        }
        map = map_of_plain(&p, place);
        network = network_of_plain(&p, map);
        scores = scores_with(network, NULL);
        solve_plain(&p);
        compare_plain(&p, scores, place);
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(map);
        clear_plain(&p);
    }
}

static void any_number_of_threads_gives_the_same_bits(void **state)
{
    unsigned long long seed = 13;
    (void)state;
    for (int variant = 0; variant < 4; variant++) {
        plain p = draw_plain(&seed, 1000, 2, variant & 1, variant & 2); /* eight blocks */
        sv_map *map = map_of_plain(&p, NULL);
        sv_network *network = network_of_plain(&p, map);
        sv_scores *alone = scores_with(network, &(sv_scores_options){.threads = 1}), *as_many = scores_with(network, NULL);
        same_bits(alone, as_many);
        sv_scores_free(as_many);
        for (unsigned threads = 2; threads <= 7; threads++)
            for (int again = 0; again < 3; again++) {
                threads_started = 0;
                as_many = scores_with(network, &(sv_scores_options){.threads = threads});
                assert_int_equal(threads_started, threads - 1);
                same_bits(alone, as_many);
                sv_scores_free(as_many);
            }
        sv_scores_free(alone);
        sv_network_free(network);
        sv_map_free(map);
        clear_plain(&p);
    }
}

/* Where the system gives no more threads, those that run do the work. */
static void fewer_threads_do_the_same(void **state)
{
    unsigned long long seed = 17;
    plain p = draw_plain(&seed, 600, 2, false, false);
    sv_map *map = map_of_plain(&p, NULL);
    sv_network *network = network_of_plain(&p, map);
    sv_scores *alone = scores_with(network, &(sv_scores_options){.threads = 1});
    (void)state;
    for (size_t most = 0; most <= 3; most++) {
        sv_scores *fewer;
        threads_started = 0;
        threads_most = most;
        fewer = scores_with(network, &(sv_scores_options){.threads = 4});
        threads_most = SIZE_MAX;
        assert_int_equal(threads_started, most);
        same_bits(alone, fewer);
        sv_scores_free(fewer);
    }
    sv_scores_free(alone);
    sv_network_free(network);
    sv_map_free(map);
    clear_plain(&p);
}

/* Each allocation fails in turn: no memory, or the same bits with fewer threads. */
static void memory_runs_out(void **state)
{
    unsigned long long seed = 19;
    (void)state;
    for (int variant = 0; variant < 4; variant++) {
        plain p = draw_plain(&seed, 400, 1, variant & 1, variant & 2);
        sv_map *map = map_of_plain(&p, NULL);
        sv_network *network = network_of_plain(&p, map);
        sv_scores *whole = scores_with(network, NULL);
        size_t which[n_compared], refused = 0, gone_on = 0;
        for (int s = 0; s < n_compared; s++)
            which[s] = sv_score_find(compared[s]);
        for (size_t k = 1;; k++) {
            sv_scores *scores;
            sv_error error = {0};
            sv_status status;
            bool failed;
            memory_fails_at(k);
            status = sv_scores_new(network, which, n_compared, &(sv_scores_options){.threads = 3}, &scores, &error);
            failed = memory_is_back();
            if (status == SV_OK) {
                same_bits(whole, scores);
                gone_on += failed;
            } else {
                assert_true(failed && status == SV_MEMORY && error.code == SV_E_MEMORY && !scores);
                refused++;
            }
            sv_scores_free(scores);
            if (!failed)
                break;
        }
        assert_true(refused > 20 && gone_on > 5);
        sv_scores_free(whole);
        sv_network_free(network);
        sv_map_free(map);
        clear_plain(&p);
    }
}

/* Who asks how far it is, and when to stop. */
typedef struct watch {
    pthread_t caller;
    size_t calls, stop_at;
    double last;
} watch;

static bool look(void *context, const char *step, double share)
{
    watch *w = context;
    assert_true(pthread_equal(pthread_self(), w->caller));
    assert_true(*step && share >= 0 && share <= 1);
    w->calls++;
    w->last = share;
    return w->calls != w->stop_at;
}

static void it_tells_how_far_it_is_and_stops(void **state)
{
    unsigned long long seed = 23;
    (void)state;
    for (int variant = 0; variant < 2; variant++) {
        plain p = draw_plain(&seed, 500, 2, false, variant);
        sv_map *map = map_of_plain(&p, NULL);
        sv_network *network = network_of_plain(&p, map);
        watch w = {.caller = pthread_self()};
        sv_scores_options options = {.threads = 1, .progress = look, .progress_context = &w};
        sv_scores *scores = scores_with(network, &options);
        size_t calls = w.calls;
        assert_true(calls > 20 && w.last <= 1);
        sv_scores_free(scores);
        for (unsigned threads = 1; threads <= 3; threads++)
            for (size_t stop = 1; stop <= 12; stop++) {
                sv_error error = {0};
                w = (watch){.caller = pthread_self(), .stop_at = stop};
                options.threads = threads;
                assert_int_equal(sv_scores_new(network, NULL, 0, &options, &scores, &error), SV_STOPPED);
                assert_int_equal(error.code, SV_E_STOPPED);
                assert_null(scores);
                assert_int_equal(w.calls, stop); /* and it does not ask again */
            }
        sv_network_free(network);
        sv_map_free(map);
        clear_plain(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_a_plain_walk),
        cmocka_unit_test(long_ways_are_walked),
        cmocka_unit_test(relabelling_changes_nothing),
        cmocka_unit_test(any_number_of_threads_gives_the_same_bits),
        cmocka_unit_test(fewer_threads_do_the_same),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(it_tells_how_far_it_is_and_stops),
    };
    return cmocka_run_group_tests_name("paths", tests, NULL, NULL);
}

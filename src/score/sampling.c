/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sampling large networks: how many samples the bound asks for, and what they make of betweenness and nearness. */
#include "sampling.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"

static const double default_epsilon = 0.01, default_delta = 0.1;
static const double by_length_costs = 10;    /* times as much as in steps */
static const double most_by_length = 4e9;    /* arcs looked at for nearness by length: some minutes */
enum { blocks_wanted = 64, least_in_block = 256 };

static double either(double chosen, double otherwise)
{
    return chosen > 0 ? chosen : otherwise;
}

bool sampling_wanted(const adjacency *adj, const sv_scores_options *options)
{
    double most = either(options ? options->sample_above : 0, SV_SAMPLE_ABOVE);
    double work = (double)adj->n * adj->n_ties * (adj->out.length ? by_length_costs : 1);
    return adj->n > 2 && work > most;
}

/* No shortest way has more ties than this. From the first place of a part, no other is farther from any than twice the farthest. */
static bool bound_steps(const adjacency *adj, double *most)
{
    uint32_t *queue = NULL, *steps = NULL;
    bool done;
    *most = 1;
    if (adj->directed || adj->out.length) {
        for (uint32_t part = 0; part < adj->n_parts; part++)
            *most = fmax(*most, adj->part_start[part + 1] - adj->part_start[part] - 1.0);
        return true;
    }
    queue = sv_alloc(adj->n, sizeof *queue);
    steps = sv_alloc(adj->n, sizeof *steps);
    done = queue && steps;
    for (uint32_t part = 0; done && part < adj->n_parts; part++) {
        uint32_t met = 0, first = adj->part_start[part];
        steps[first] = 1;
        queue[met++] = first;
        for (uint32_t i = 0; i < met; i++)
            for (uint32_t at = adj->out.start[queue[i]]; at < adj->out.start[queue[i] + 1]; at++)
                if (!steps[adj->out.to[at]]) {
                    steps[adj->out.to[at]] = steps[queue[i]] + 1;
                    queue[met++] = adj->out.to[at];
                }
        *most = fmax(*most, 2.0 * (steps[queue[met - 1]] - 1));
    }
    free(steps);
    free(queue);
    return done;
}

/* ---- Betweenness ---- */

static void draw_ways(const crew_member *member, const void *about, void *room, size_t block, double *sums)
{
    const ways_job *job = about;
    const adjacency *adj = job->adj;
    draw_way *draw = adj->out.length ? way_by_length : way_in_steps;
    size_t sample = block * job->each, end = job->samples - sample > job->each ? sample + job->each : job->samples;
    for (; sample < end && crew_goes_on(member); sample++) {
        chance dice = chance_of(sample);
        uint32_t from = chance_below(&dice, adj->n), to = chance_below(&dice, adj->n - 1);
        to += to >= from;
        if (adj->part[from] == adj->part[to])
            draw(room, adj, from, to, &dice, sums, sums + adj->n);
    }
}

static sv_status sample_betweenness(const adjacency *adj, const sv_scores_options *options, path_sums *sums, sv_sampling *found, sv_error *error)
{
    double n = adj->n, each, longest, epsilon = found->epsilon * (n - 2) / n; /* betweenness_norm is a share of the pairs of others only */
    double pairs = adj->directed ? n * (n - 1) : n * (n - 1) / 2, *total = NULL;
    ways_job about = {.adj = adj};
    crew_job job = {.about = &about, .sums = (size_t)adj->n + adj->n_ties, .cost = HUGE_VAL, .work = draw_ways};
    sv_status status;
    if (!bound_steps(adj, &longest))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    found->paths = (size_t)ceil(0.5 / (epsilon * epsilon) * (floor(log2(longest)) + 1 + log(1 / found->delta)));
    about.samples = found->paths;
    about.each = (about.samples + blocks_wanted - 1) / blocks_wanted;
    if (about.each < least_in_block)
        about.each = least_in_block;
    job.blocks = (about.samples + about.each - 1) / about.each;
    job.begin = adj->out.length ? way_by_length_begin : way_in_steps_begin;
    job.end = adj->out.length ? way_by_length_end : way_in_steps_end;
    total = sv_alloc(job.sums, sizeof *total);
    if (!total)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = crew_run(&job, options, SV_TR("sampling shortest ways"), total, error);
    each = pairs / (double)about.samples;
    for (uint32_t p = 0; status == SV_OK && p < adj->n; p++)
        sums->betweenness[adj->vertex[p]] = total[p] * each;
    for (uint32_t i = 0; status == SV_OK && i < adj->n_ties; i++)
        sums->ties[i] = total[adj->n + i] * each;
    free(total);
    return status;
}

/* ---- Nearness ---- */

/* What the samples drawn so far add up to. */
typedef struct nearness {
    double *sums;   /* as some_job has them */
    size_t drawn, most; /* samples so far, and how many at most */
    double shortest; /* arc: 1/distance is at most 1/shortest */
    double doubt;    /* the logarithm in the bound, for all actors and all looks together */
} nearness;

/* The looks: the first when the bound can hold at all, then after half as many again each time. */
static size_t first_look(double epsilon, double doubt)
{
    return (size_t)ceil(7 * doubt / (3 * 0.8 * epsilon)) + 1;
}

static size_t next_look(size_t drawn)
{
    return drawn + drawn / 2;
}

/* More samples than this are never needed, however much they vary (Hoeffding 1963). */
static double enough(double n, double epsilon, double delta)
{
    return ceil(log(4 * n / delta) / (2 * epsilon * epsilon));
}

static void plan(const adjacency *adj, sv_sampling *found, double epsilon, nearness *of)
{
    double n = adj->n, looks = 1, most = enough(n, epsilon, found->delta);
    double affordable = fmax(1024, floor(most_by_length / fmax(1, adj->n_arcs)));
    of->doubt = log(4 * n / found->delta);
    for (double k = (double)first_look(epsilon, of->doubt); k < most; k *= 1.5)
        looks++;
    of->doubt += log(2 * looks); /* half of delta for the looks, half for the last one */
    of->shortest = 1;
    for (uint32_t at = 0; adj->out.length && at < adj->n_arcs; at++)
        of->shortest = at ? fmin(of->shortest, adj->out.length[at]) : adj->out.length[at];
    of->most = (size_t)(adj->out.length ? fmin(most, affordable) : most);
}

/* The empirical Bernstein bound: what varies little is known soon. */
static double error_of(const nearness *of, size_t n)
{
    double k = (double)of->drawn, worst = 0;
    for (size_t p = 0; p < n; p++) {
        double mean = of->sums[p] * of->shortest / k, square = of->sums[3 * n + p] * of->shortest * of->shortest / k;
        worst = fmax(worst, (square - mean * mean) * k / (k - 1));
    }
    return sqrt(2 * fmax(worst, 0) * of->doubt / k) + 7 * of->doubt / (3 * (k - 1));
}

static int ascending(const void *a, const void *b)
{
    const uint32_t *left = a, *right = b;
    return *left < *right ? -1 : *left > *right;
}

void farthest_put(const some_job *job, size_t place, double distance)
{
    uint64_t bits, known;
    if (!job->farthest)
        return;
    known = atomic_load_explicit(&job->farthest[place], memory_order_relaxed);
    memcpy(&bits, &distance, sizeof bits);
    while (known < bits && !atomic_compare_exchange_weak_explicit(&job->farthest[place], &known, bits, memory_order_relaxed, memory_order_relaxed))
        ;
}

double farthest_of(const some_job *job, size_t place)
{
    uint64_t bits = atomic_load_explicit(&job->farthest[place], memory_order_relaxed);
    double distance;
    memcpy(&distance, &bits, sizeof distance);
    return distance;
}

static void hand_out(const some_job *job, const nearness *of, path_sums *sums)
{
    const adjacency *adj = job->adj;
    size_t n = adj->n;
    for (size_t p = 0; p < n; p++) {
        uint32_t vertex = adj->vertex[p];
        bool reached = of->sums[2 * n + p] > 0;
        sums->harmonic[vertex] = of->sums[p] / (double)of->drawn * (double)n;
        sums->closeness[vertex] = reached ? of->sums[2 * n + p] / of->sums[n + p] : NAN;
        sums->eccentricity[vertex] = reached ? farthest_of(job, p) : NAN;
    }
}

/* Draw up to `until` samples in all. They are walked from in the order of their places: then neighbours are walked from together. */
static sv_status draw_more(some_job *about, nearness *of, size_t until, const sv_scores_options *options, sv_error *error)
{
    const bool by_length = about->adj->out.length != NULL;
    crew_job job = {
        .about = about,
        .sums = 4 * (size_t)about->adj->n,
        .cost = HUGE_VAL,
        .begin = by_length ? some_by_length_begin : some_in_steps_begin,
        .end = by_length ? some_by_length_end : some_in_steps_end,
        .work = by_length ? some_by_length_walk : some_in_steps_walk,
    };
    uint32_t *places = sv_alloc(until - of->drawn, sizeof *places);
    sv_status status;
    if (!places)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    about->places = places;
    about->n = until - of->drawn;
    for (size_t i = 0; i < about->n; i++) {
        chance dice = chance_of(UINT64_MAX - (of->drawn + i)); /* not those of betweenness */
        places[i] = chance_below(&dice, about->adj->n);
    }
    qsort(places, about->n, sizeof *places, ascending);
    job.blocks = (about->n + some_in_block - 1) / some_in_block;
    status = crew_run(&job, options, SV_TR("measuring distances to some actors"), of->sums, error);
    of->drawn = until;
    free(places);
    return status;
}

/* Walk from every actor after all: as many samples would cost no less. */
static sv_status find_nearness(const adjacency *adj, const sv_scores_options *options, const path_sums *sums, sv_sampling *found, sv_error *error)
{
    path_sums distances = *sums;
    distances.betweenness = distances.ties = NULL;
    found->nearness_epsilon = 0;
    return paths_find(adj, options, &distances, error);
}

static sv_status sample_nearness(const adjacency *adj, const sv_scores_options *options, path_sums *sums, sv_sampling *found, sv_error *error)
{
    size_t n = adj->n;
    double epsilon = found->epsilon * ((double)n - 1) / (double)n; /* harmonic_norm is a share of the others only */
    nearness of = {.sums = sv_alloc(4 * n, sizeof *of.sums)};
    some_job about = {.adj = adj, .farthest = sv_alloc(n, sizeof *about.farthest)};
    sv_status status = of.sums && about.farthest ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    plan(adj, found, epsilon, &of);
    while (status == SV_OK && of.drawn < of.most && !(found->nearness_epsilon > 0 && found->nearness_epsilon <= found->epsilon)) {
        size_t until = of.drawn ? next_look(of.drawn) : first_look(epsilon, of.doubt);
        if (until > of.most)
            until = of.most;
        if (until > n / 2) {
            status = find_nearness(adj, options, sums, found, error);
            goto done;
        }
        status = draw_more(&about, &of, until, options, error);
        found->nearness_epsilon = error_of(&of, n) * (double)n / ((double)n - 1);
    }
    if (found->nearness_epsilon <= found->epsilon || (double)of.drawn >= enough((double)n, epsilon, found->delta))
        found->nearness_epsilon = found->epsilon;
    found->sources = of.drawn;
    if (status == SV_OK)
        hand_out(&about, &of, sums);
done:
    free(of.sums);
    free(about.farthest);
    return status;
}

sv_status paths_sample(const adjacency *adj, const sv_scores_options *options, path_sums *sums, sv_sampling *found, sv_error *error)
{
    sv_status status;
    *found = (sv_sampling){.epsilon = either(options ? options->epsilon : 0, default_epsilon),
                           .delta = either(options ? options->delta : 0, default_delta)};
    status = sample_nearness(adj, options, sums, found, error);
    if (status == SV_OK && sums->betweenness)
        status = sample_betweenness(adj, options, sums, found, error);
    return status;
}

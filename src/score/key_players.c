/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Key players: the set of actors that reaches most, or without which the network falls apart most (Borgatti 2006). The
 * best single actors are seldom the best set: they tend to reach the same others. Where all sets can be tried they are;
 * else the search is greedy with swaps, and in a large network among the actors that are most often in between.
 */
#include "key_players.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

enum { exhaustive_candidates = 25, exhaustive_size = 4, most_starts = 20, most_passes = 20 };
static const double most_steps = 1e9; /* under a second, measured */
static const double nearly = 1e-9;    /* values this near are equal: they are summed in different orders */

typedef struct finding {
    key_search search;
    const key_scorer *scorer;
    size_t *pool, n_pool; /* the candidates that are looked at, in their order */
    double *values;       /* of each of them, beside the chosen ones */
    size_t *best;         /* of the starts so far */
    double best_value;
    size_t size, room; /* room: for sets in the answer */
    sv_key_players *found;
} finding;

static const key_scorer *scorer_of(sv_key_measure asked)
{
    return asked == SV_KEY_FRAGMENTATION ? &key_cut : asked == SV_KEY_DISTANCE ? &key_distance : &key_reach;
}

/* ---- The chosen set ---- */

static bool begin_search(const sv_neighbours *graph, sv_key_measure asked, size_t size, key_search *search)
{
    *search = (key_search){.graph = graph, .measure = asked};
    search->chosen = sv_alloc(size, sizeof *search->chosen);
    search->taken = sv_alloc(graph->n, sizeof *search->taken);
    search->scratch = scorer_of(asked)->begin(graph);
    return search->chosen && search->taken && search->scratch;
}

static void end_search(key_search *search)
{
    if (search->scratch)
        scorer_of(search->measure)->end(search->scratch);
    free(search->chosen);
    free(search->taken);
}

static void choose(key_search *search, size_t vertex)
{
    search->taken[vertex] = true;
    search->chosen[search->n_chosen++] = vertex;
}

static void drop_last(key_search *search)
{
    search->taken[search->chosen[--search->n_chosen]] = false;
}

static size_t drop_first(key_search *search)
{
    size_t vertex = search->chosen[0];
    search->taken[vertex] = false;
    memmove(search->chosen, search->chosen + 1, --search->n_chosen * sizeof *search->chosen);
    return vertex;
}

static bool is_better(double value, double than)
{
    return isnan(than) ? !isnan(value) : value > than + nearly;
}

/* ---- All sets ---- */

static void consider(finding *f, double value, size_t last)
{
    sv_key_players *found = f->found;
    if (found->n_optimal == 0 || is_better(value, found->value)) {
        found->value = value;
        found->n_optimal = found->n_sets = 0;
    } else if (is_better(found->value, value)) {
        return;
    }
    if (found->n_optimal++ < f->room) {
        size_t *set = found->members + found->n_sets++ * f->size;
        memcpy(set, f->search.chosen, f->search.n_chosen * sizeof *set);
        set[f->size - 1] = last;
    }
}

/* Every set of the chosen and later ones of the pool. */
static void try_all(finding *f, size_t from)
{
    size_t missing = f->size - f->search.n_chosen;
    if (missing == 1) {
        f->scorer->values(&f->search, f->pool + from, f->n_pool - from, f->values);
        for (size_t i = from; i < f->n_pool; i++)
            consider(f, f->values[i - from], f->pool[i]);
        return;
    }
    for (size_t i = from; i + missing <= f->n_pool; i++) {
        choose(&f->search, f->pool[i]);
        try_all(f, i + 1);
        drop_last(&f->search);
    }
}

/* ---- Greedy, with swaps ---- */

/* The best to add; of equal ones the first. Its value stands in *value. */
static size_t find_next(finding *f, double *value)
{
    size_t best = SIZE_MAX;
    f->scorer->values(&f->search, f->pool, f->n_pool, f->values);
    for (size_t i = 0; i < f->n_pool; i++)
        if (!f->search.taken[f->pool[i]] && (best == SIZE_MAX || is_better(f->values[i], f->values[best])))
            best = i;
    *value = f->values[best];
    return f->pool[best];
}

/* Each in turn gives way to one that is better in its place, until all are the best there. */
static double swap_all(finding *f, double value)
{
    size_t kept = 0;
    for (size_t turn = 0; turn < most_passes * f->size && kept < f->size; turn++) {
        size_t old = drop_first(&f->search);
        double with;
        size_t other = find_next(f, &with);
        bool better = is_better(with, value);
        choose(&f->search, better ? other : old);
        value = better ? with : value;
        kept = better ? 0 : kept + 1;
    }
    return value;
}

static void start_greedily(finding *f, double *value)
{
    while (f->search.n_chosen < f->size)
        choose(&f->search, find_next(f, value));
}

static void start_anywhere(finding *f, uint64_t *seed)
{
    while (f->search.n_chosen < f->size) {
        size_t drawn = f->pool[key_draw(seed, f->n_pool)];
        if (!f->search.taken[drawn])
            choose(&f->search, drawn);
    }
}

static void try_starts(finding *f)
{
    uint64_t seed = 42;
    for (size_t start = 0; start < f->found->n_starts; start++) {
        double value = NAN;
        if (start == 0)
            start_greedily(f, &value);
        else
            start_anywhere(f, &seed);
        if (start > 0)
            value = f->scorer->value(&f->search);
        value = swap_all(f, value);
        if (start == 0 || is_better(value, f->best_value)) {
            f->best_value = value;
            memcpy(f->best, f->search.chosen, f->size * sizeof *f->best);
        }
        while (f->search.n_chosen)
            drop_last(&f->search);
    }
}

static void search_greedily(finding *f)
{
    if (f->size == f->n_pool)
        memcpy(f->best, f->pool, f->size * sizeof *f->best); /* there is nothing to choose */
    else
        try_starts(f);
    for (size_t i = 0; i < f->size; i++)
        choose(&f->search, f->best[i]);
    f->found->value = f->scorer->value(&f->search);
    f->found->n_sets = 1;
    for (size_t i = 0, n = 0; i < f->n_pool; i++)
        if (f->search.taken[f->pool[i]])
            f->found->members[n++] = f->pool[i];
}

/* ---- How much can be looked at ---- */

static bool can_try_all(const finding *f)
{
    double sets = 1;
    if (f->n_pool > exhaustive_candidates || f->size > exhaustive_size)
        return false;
    for (size_t i = 0; i < f->size; i++)
        sets *= (double)(f->n_pool - i) / (double)(i + 1);
    return sets * f->search.work <= most_steps;
}

/* By what it took to value nobody. A start takes a round for each member, and about two more of swaps. False without memory. */
static bool plan_greedily(finding *f)
{
    double rounds = 3 * (double)f->size, one = f->search.work, start = rounds * one * (f->scorer->at_once ? 1 : (double)f->n_pool);
    double starts = floor(most_steps / start);
    f->found->n_starts = starts < 1 ? 1 : starts > most_starts ? most_starts : (size_t)starts;
    if (start > most_steps && !f->scorer->at_once) {
        double most = fmax(floor(most_steps / (rounds * one)), (double)f->size);
        if (!key_most_between(f->search.graph, f->pool, f->n_pool, (size_t)most))
            return false;
        f->n_pool = (size_t)most;
    }
    return true;
}

/* ---- Asking ---- */

static bool make_finding(const sv_neighbours *graph, const sv_key_options *options, sv_key_players *found, finding *f)
{
    size_t n = options->candidates ? options->n_candidates : graph->n;
    *f = (finding){.scorer = scorer_of(options->measure), .found = found, .n_pool = n, .room = options->sets ? options->sets : 1};
    found->size = f->size = options->size < n ? options->size : n;
    f->pool = sv_alloc(n, sizeof *f->pool);
    f->values = sv_alloc(n, sizeof *f->values);
    f->best = sv_alloc(f->size, sizeof *f->best);
    found->members = sv_alloc(f->room * f->size, sizeof *found->members);
    if (!begin_search(graph, options->measure, f->size, &f->search) || !f->pool || !f->values || !f->best || !found->members)
        return false;
    for (size_t i = 0; i < n; i++)
        f->pool[i] = options->candidates ? options->candidates[i] : i;
    return true;
}

static void clear_finding(finding *f)
{
    end_search(&f->search);
    free(f->pool);
    free(f->values);
    free(f->best);
}

sv_status sv_key_players_search(const sv_neighbours *graph, const sv_key_options *options, sv_key_players *found, sv_error *error)
{
    static const sv_key_options one = {.size = 1};
    finding f;
    bool done;
    if (!options)
        options = &one;
    *found = (sv_key_players){0};
    done = make_finding(graph, options, found, &f);
    if (done) {
        found->before = found->value = f.scorer->value(&f.search);
        found->exhaustive = !options->quick && can_try_all(&f);
        if (f.size > 0 && found->exhaustive)
            try_all(&f, 0);
        else if (f.size > 0 && (done = plan_greedily(&f)))
            search_greedily(&f);
        found->n_tried = f.n_pool;
    }
    clear_finding(&f);
    if (done)
        return SV_OK;
    sv_key_players_clear(found);
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

void sv_key_players_clear(sv_key_players *found)
{
    free(found->members);
    *found = (sv_key_players){0};
}

sv_status sv_key_players_value(const sv_neighbours *graph, const sv_key_options *set, double *value, sv_error *error)
{
    key_search search;
    bool done = begin_search(graph, set->measure, set->size, &search);
    for (size_t i = 0; done && i < set->size; i++)
        choose(&search, set->candidates[i]);
    if (done)
        *value = scorer_of(set->measure)->value(&search);
    end_search(&search);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

typedef struct named {
    const char *id;
    size_t vertex;
} named;

static int by_id(const void *a, const void *b)
{
    return strcmp(((const named *)a)->id, ((const named *)b)->id);
}

/* All vertices by the ids of their actors; NULL without memory. */
static size_t *order_by_id(const sv_network *network)
{
    size_t n = network->n_vertices, *order = sv_alloc(n, sizeof *order);
    named *actors = sv_alloc(n, sizeof *actors);
    for (size_t v = 0; order && actors && v < n; v++)
        actors[v] = (named){sv_map_actor(network->map, network->actor_of[v])->id, v};
    if (order && actors)
        qsort(actors, n, sizeof *actors, by_id);
    for (size_t v = 0; order && actors && v < n; v++)
        order[v] = actors[v].vertex;
    if (!actors) {
        free(order);
        order = NULL;
    }
    free(actors);
    return order;
}

sv_status sv_key_players_find(const sv_network *network, const sv_key_options *options, sv_key_players *found, sv_error *error)
{
    bench shared = {.network = network, .n = network->n_vertices};
    sv_key_options asked = options ? *options : (sv_key_options){.size = 1};
    sv_status status = bench_neighbours(&shared, error);
    size_t *order = NULL;
    *found = (sv_key_players){0};
    if (status == SV_OK && !asked.candidates) {
        order = order_by_id(network);
        asked.candidates = order;
        asked.n_candidates = shared.n;
        status = order ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (status == SV_OK) {
        const sv_neighbours graph = {shared.n, shared.start, shared.neighbour};
        status = sv_key_players_search(&graph, &asked, found, error);
    }
    free(order);
    bench_clear(&shared);
    return status;
}

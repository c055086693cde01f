/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Computing scores: the bench that measures share, the columns that were asked for, and ranking by one of them. */
#include <speelveld/score.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "measure.h"

struct sv_scores {
    const sv_network *network;
    double **columns; /* per score of the catalogue; NULL when not computed */
    double *ties;     /* betweenness of every tie; NULL when not computed */
    sv_brokerage *brokers; /* per vertex; NULL when not computed */
    size_t groups;         /* what it was counted between */
    sv_sampling sampling;
};

void bench_clear(bench *shared)
{
    free(shared->component);
    free(shared->size);
    free(shared->start);
    free(shared->neighbour);
    if (shared->along != shared->weight) {
        free(shared->along);
        free(shared->mutual);
    }
    free(shared->weight);
    sv_mactor_clear(&shared->mactor);
    free(shared->brokers);
    free(shared->community);
    bench_paths_clear(shared);
    *shared = (bench){0};
}

/* Room for a weight per neighbour: three where ties have a direction, else one under three names. */
static bool begin_weights(bench *shared)
{
    size_t n = 2 * shared->network->n_ties;
    shared->weight = sv_alloc(n, sizeof *shared->weight);
    if (!shared->network->options.directed) {
        shared->along = shared->mutual = shared->weight;
        return shared->weight != NULL;
    }
    shared->along = shared->weight ? sv_alloc(n, sizeof *shared->along) : NULL;
    shared->mutual = shared->along ? sv_alloc(n, sizeof *shared->mutual) : NULL;
    return shared->mutual != NULL;
}

/* The tie as seen from one of its ends. */
static void put_neighbour(bench *shared, size_t tie, bool back, size_t at)
{
    const sv_network *network = shared->network;
    double along = network_strength(network, tie, back), against = network_strength(network, tie, !back);
    shared->neighbour[at] = back ? network->from[tie] : network->to[tie];
    shared->along[at] = along;
    shared->mutual[at] = along + against;
    shared->weight[at] = fmax(along, against); /* last: where ties have no direction it is the one that counts */
}

sv_status bench_neighbours(bench *shared, sv_error *error)
{
    const sv_network *network = shared->network;
    size_t *fill = NULL;
    if (shared->start)
        return SV_OK;
    shared->neighbour = sv_alloc(2 * network->n_ties, sizeof *shared->neighbour);
    fill = sv_alloc(shared->n + 1, sizeof *fill);
    shared->start = begin_weights(shared) && shared->neighbour && fill ? sv_alloc(shared->n + 1, sizeof *shared->start) : NULL;
    if (!shared->start) {
        free(fill);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < network->n_ties; i++) {
        shared->start[network->from[i] + 1]++;
        shared->start[network->to[i] + 1]++;
    }
    for (size_t v = 0; v < shared->n; v++)
        shared->start[v + 1] += shared->start[v];
    memcpy(fill, shared->start, (shared->n + 1) * sizeof *fill);
    for (size_t i = 0; i < network->n_ties; i++) {
        put_neighbour(shared, i, false, fill[network->from[i]]++);
        put_neighbour(shared, i, true, fill[network->to[i]]++);
    }
    free(fill);
    return SV_OK;
}

static sv_status compute(sv_scores *scores, bench *shared, size_t score, sv_error *error)
{
    const sv_scores_options *options = shared->options;
    if (scores->columns[score])
        return SV_OK;
    scores->columns[score] = sv_alloc(shared->n, sizeof *scores->columns[score]);
    if (!scores->columns[score])
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (options && options->progress && !options->progress(options->progress_context, SV_TR("computing scores"), 0))
        return sv_error_set(error, SV_E_STOPPED, NULL, NULL);
    return shared->n ? score_measure(score)(shared, scores->columns[score], error) : SV_OK;
}

sv_status sv_scores_new(const sv_network *network, const size_t *which, size_t n, const sv_scores_options *options, sv_scores **result,
                        sv_error *error)
{
    bench shared = {.network = network, .n = network->n_vertices, .options = options};
    sv_scores *scores = sv_alloc(1, sizeof *scores);
    sv_status status = SV_OK;
    *result = NULL;
    if (scores)
        scores->columns = sv_alloc(sv_score_count(), sizeof *scores->columns);
    if (!scores || !scores->columns) {
        sv_scores_free(scores);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    scores->network = network;
    if (!which)
        n = sv_score_count();
    for (size_t i = 0; i < n; i++)
        shared.wants_betweenness |= rests_on_betweenness(score_measure(which ? which[i] : i));
    for (size_t i = 0; status == SV_OK && i < n; i++)
        status = compute(scores, &shared, which ? which[i] : i, error);
    scores->ties = shared.paths.ties;
    shared.paths.ties = NULL;
    scores->brokers = shared.brokers;
    shared.brokers = NULL;
    scores->groups = brokerage_groups(&shared);
    scores->sampling = shared.sampling;
    scores->sampling.left_out = shared.left_out;
    bench_clear(&shared);
    if (status != SV_OK) {
        sv_scores_free(scores);
        return status;
    }
    *result = scores;
    return SV_OK;
}

void sv_scores_free(sv_scores *scores)
{
    if (!scores)
        return;
    for (size_t i = 0; scores->columns && i < sv_score_count(); i++)
        free(scores->columns[i]);
    free(scores->columns);
    free(scores->ties);
    free(scores->brokers);
    free(scores);
}

const sv_network *sv_scores_network(const sv_scores *scores)
{
    return scores->network;
}

const double *sv_scores_column(const sv_scores *scores, size_t score)
{
    return scores->columns[score];
}

const double *sv_scores_ties(const sv_scores *scores)
{
    return scores->ties;
}

const sv_brokerage *sv_scores_brokerage(const sv_scores *scores, size_t *groups)
{
    *groups = scores->groups;
    return scores->brokers;
}

const sv_sampling *sv_scores_sampling(const sv_scores *scores)
{
    return &scores->sampling;
}

double sv_scores_value(const sv_scores *scores, size_t score, size_t actor)
{
    size_t vertex = sv_network_vertex(scores->network, actor);
    return vertex == SV_NO_ROW || !scores->columns[score] ? NAN : scores->columns[score][vertex];
}

/* What a vertex is ranked by; kept beside it because qsort passes nothing else along. */
typedef struct place {
    double key; /* higher comes first */
    const char *id;
    size_t vertex;
} place;

static int higher_first(const void *a, const void *b)
{
    const place *left = a, *right = b;
    if (isnan(left->key) != isnan(right->key))
        return isnan(left->key) ? 1 : -1;
    if (!isnan(left->key) && left->key != right->key)
        return left->key > right->key ? -1 : 1;
    return strcmp(left->id, right->id);
}

sv_status sv_scores_rank(const sv_scores *scores, size_t score, size_t *order, sv_error *error)
{
    const sv_network *network = scores->network;
    size_t n = sv_network_actors(network);
    place *places = sv_alloc(n, sizeof *places);
    if (!places)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t v = 0; v < n; v++) {
        double value = scores->columns[score] ? scores->columns[score][v] : NAN;
        double nearly = isnan(value) ? value : nearbyint(value * 1e9) / 1e9; /* so that rounding does not part what is equal */
        places[v] = (place){sv_score_get(score)->low_is_high ? -nearly : nearly, sv_map_actor(network->map, network->actor_of[v])->id, v};
    }
    qsort(places, n, sizeof *places, higher_first);
    for (size_t v = 0; v < n; v++)
        order[v] = places[v].vertex;
    free(places);
    return SV_OK;
}

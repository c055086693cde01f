/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scores then and now, with the place that each gives an actor among its like. */
#include "changes.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

/* An actor with what it is ranked by. */
typedef struct ranked {
    sv_class of;
    double key; /* higher comes first; equal to nine decimals is equal, as in a ranking */
    size_t number;
} ranked;

static int first_to_last(const void *a, const void *b)
{
    const ranked *left = a, *right = b;
    if (left->of != right->of)
        return left->of < right->of ? -1 : 1;
    return left->key > right->key ? -1 : left->key < right->key;
}

/* Those who have a place: in the network, with a score that says something, and not one of us. */
static size_t collect(const changes_work *work, int time, size_t score, ranked *order)
{
    const sv_network *network = work->network[time];
    size_t n = 0;
    for (size_t v = 0; v < sv_network_actors(network); v++) {
        const sv_actor *actor = sv_map_actor(work->map[time], sv_network_actor(network, v));
        double value = sv_scores_column(work->scores[time], score)[v];
        double key = nearbyint(value * 1e9) / 1e9;
        bool low_is_high = sv_score_get(score)->low_is_high;
        if (!actor->own && !isnan(value) && (key != 0 || low_is_high))
            order[n++] =
                (ranked){actor->kind->of, low_is_high ? -key : key, changes_number(work, time, SV_ACTORS, sv_network_actor(network, v))};
    }
    return n;
}

/* place[number] for one score at one time; 0 for those who have none. */
static void find_places(const changes_work *work, int time, size_t score, ranked *order, size_t *place)
{
    size_t n = collect(work, time, score, order), first = 0, last = 0;
    for (size_t i = 0; i < sv_map_rows(work->found->both, SV_ACTORS); i++)
        place[i] = 0;
    qsort(order, n, sizeof *order, first_to_last);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || order[i].of != order[i - 1].of)
            first = last = i;
        else if (order[i].key < order[i - 1].key)
            last = i;
        place[order[i].number] = last - first + 1;
    }
}

static double value_of(const changes_work *work, int time, size_t score, size_t number)
{
    size_t row = changes_row(work, time, SV_ACTORS, number);
    return row == SV_NO_ROW ? NAN : sv_scores_value(work->scores[time], score, row);
}

static void find_score(changes_work *work, size_t score, size_t *const place[both_times])
{
    sv_changes *found = work->found;
    for (size_t i = 0; i < sv_map_rows(found->both, SV_ACTORS); i++)
        if (changes_vertex(work, then, i) != SV_NO_ROW || changes_vertex(work, now, i) != SV_NO_ROW)
            found->scores[found->n_scores++] =
                (sv_score_change){score, i, value_of(work, then, score, i), value_of(work, now, score, i), place[then][i], place[now][i]};
}

sv_status changes_find_scores(changes_work *work, sv_error *error)
{
    size_t n = sv_map_rows(work->found->both, SV_ACTORS);
    size_t *place[both_times] = {sv_alloc(n, sizeof(size_t)), sv_alloc(n, sizeof(size_t))};
    ranked *order = sv_alloc(n, sizeof *order);
    bool done = place[then] && place[now] && order;
    work->found->scores = done && n <= SIZE_MAX / (work->n_which + 1) ? sv_alloc(n * work->n_which, sizeof *work->found->scores) : NULL;
    done = done && work->found->scores;
    for (size_t i = 0; done && i < work->n_which; i++) {
        for (int time = then; time <= now; time++)
            find_places(work, time, work->which[i], order, place[time]);
        find_score(work, work->which[i], place);
    }
    free(place[then]);
    free(place[now]);
    free(order);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranking: by one score, each class apart, our own actors left out unless asked for, at most so many of each. */
#include "ranking.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

/* Equal to the nine decimals that rankings look at. */
static bool same(double a, double b)
{
    return (isnan(a) && isnan(b)) || nearbyint(a * 1e9) == nearbyint(b * 1e9);
}

static void rank_class(const sv_scores *scores, const sv_report_options *options, const size_t *order, sv_class of, ranking *made)
{
    const sv_network *network = sv_scores_network(scores);
    size_t place = 0, rank = 0;
    double last = NAN;
    for (size_t i = 0; i < sv_network_actors(network); i++) {
        size_t actor = sv_network_actor(network, order[i]);
        const sv_actor *about = sv_map_actor(sv_network_map(network), actor);
        double value = sv_scores_value(scores, options->by, actor);
        if (about->kind->of != of)
            continue;
        if (about->own && !options->with_own) {
            made->own_left_out++;
            continue;
        }
        place++;
        if (place == 1 || !same(value, last))
            rank = place;
        last = value;
        if (!options->top || place <= options->top)
            made->items[made->n++] = (ranked){actor, rank, of};
    }
    made->total[of] = place;
}

sv_status ranking_make(const sv_scores *scores, const sv_report_options *options, ranking *made, sv_error *error)
{
    static const sv_class classes[] = {SV_CLASS_PERSON, SV_CLASS_ORGANISATION, SV_CLASS_ALLIANCE, SV_CLASS_UNKNOWN};
    size_t n = sv_network_actors(sv_scores_network(scores));
    size_t *order = sv_alloc(n, sizeof *order);
    sv_status status;
    made->items = sv_alloc(n, sizeof *made->items);
    if (!order || !made->items) {
        free(order);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    status = sv_scores_rank(scores, options->by, order, error);
    for (size_t i = 0; status == SV_OK && i < sizeof classes / sizeof *classes; i++)
        rank_class(scores, options, order, classes[i], made);
    free(order);
    return status;
}

void ranking_clear(ranking *order)
{
    free(order->items);
    order->items = NULL;
}

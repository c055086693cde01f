/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Drawing networks: which rows hold and what nobody saw, on arrays of the room's own; no map and no network is built anew.
 * Then the measure of the catalogue works on what was drawn as on any network.
 */
#include "draws.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

typedef struct room {
    sv_network network; /* the actors of the map's, with ties of its own */
    spoken ties, influences;
    new_tie *added;
    network_links links;
    near_room near;
} room;

bool urn_suits(size_t score)
{
    measure *one = score_measure(score);
    return sv_score_get(score)->family != SV_GROUPING && one != measure_power && one != measure_alliances && one != measure_participation;
}

static bool on_influences(measure *one)
{
    return one == measure_mactor_influence || one == measure_mactor_dependence || one == measure_competitiveness ||
           one == measure_influence;
}

/* Rows of whom nobody is sure name nobody, in the map as in a draw; without them the same actors take part in all draws. */
static sv_status fill_influences(const sv_network *network, urn *made, sv_error *error)
{
    network_evidence found;
    size_t kept = 0, without;
    sv_status status = network_collect_kind(network, sv_tie_kind_find("influences"), NAN, &found, &without, error);
    if (status == SV_OK && !network_links_make_room(&made->named, found.n))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status != SV_OK) {
        network_evidence_clear(&found);
        return status;
    }
    network_combine_links(found.records, found.n, &made->named);
    for (size_t at = 0, first = 0; at < found.n; first = at) {
        bool sure = !isnan(records_combine(found.records, found.n, &at, NULL));
        for (; sure && first < at; first++)
            found.records[kept++] = found.records[first];
    }
    return said_make(found.records, kept, &made->influences) ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

static sv_status fill_ties(const sv_network *network, double missing, urn *made, sv_error *error)
{
    sv_status status = bench_neighbours(&made->base, error);
    if (status == SV_OK)
        status = network_collect(network, &made->rest, error);
    if (status == SV_OK && !(said_make(made->rest.records, made->rest.n, &made->ties) &&
                             unseen_make(network, made->base.start, made->base.neighbour, missing, &made->more)))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return status;
}

sv_status urn_fill(const sv_network *network, size_t score, double missing, const sv_scores_options *options, urn *made, sv_error *error)
{
    sv_status status = SV_OK;
    *made = (urn){.network = network, .score = score, .base = {.network = network, .n = network->n_vertices}};
    made->on_influences = on_influences(score_measure(score));
    made->on_ties = !made->on_influences || score_measure(score) == measure_influence;
    made->near = near_suits(score_measure(score), network);
    if (options)
        made->options = *options;
    made->options.threads = 1;
    made->options.progress = NULL;
    if (made->on_influences)
        status = fill_influences(network, made, error);
    if (status == SV_OK && made->on_ties)
        status = fill_ties(network, missing, made, error);
    return status;
}

void urn_clear(urn *of)
{
    said_clear(&of->ties);
    free(of->influences.records);
    said_clear(&of->influences);
    network_evidence_clear(&of->rest);
    network_links_clear(&of->named);
    bench_clear(&of->base);
    unseen_clear(&of->more);
}

void draw_end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    spoken_end(&r->ties);
    spoken_end(&r->influences);
    near_end(&r->near);
    free(r->added);
    network_links_clear(&r->links);
    network_clear_ties(&r->network);
    free(r);
}

void *draw_begin(const void *urn_given)
{
    const urn *from = urn_given;
    const sv_network *base = from->network;
    room *made = sv_alloc(1, sizeof *made);
    size_t most = unseen_most(&from->more);
    if (!made)
        return NULL;
    made->network = (sv_network){.map = base->map,
                                 .options = base->options,
                                 .n_vertices = base->n_vertices,
                                 .actor_of = base->actor_of,
                                 .vertex_of = base->vertex_of,
                                 .fold_start = base->fold_start,
                                 .fold = base->fold};
    made->added = sv_alloc(most, sizeof *made->added);
    if (network_make_room(&made->network, from->ties.n + from->rest.n_pairs + most) && made->added &&
        spoken_begin(&from->ties, &made->ties) && spoken_begin(&from->influences, &made->influences) &&
        network_links_make_room(&made->links, from->influences.n) && (!from->near || near_begin(base, &made->near)))
        return made;
    draw_end(made);
    return NULL;
}

/* An influence that does not hold is none, between actors who take part all the same. */
static void combine_influences(const said *of, const spoken *drawn, network_links *links)
{
    links->n = 0;
    for (size_t at = 0; at < of->n;) {
        const tie_record *first = &drawn->records[at];
        double strength = records_combine(drawn->records, of->n, &at, NULL);
        if (!(strength > 0))
            continue;
        links->from[links->n] = first->reversed ? first->b : first->a;
        links->to[links->n] = first->reversed ? first->a : first->b;
        links->strength[links->n++] = strength;
    }
}

sv_status draw_score(const crew_member *member, const urn *from, void *room_given, size_t draw, double *values, sv_error *error)
{
    room *r = room_given;
    bench shared = {.network = &r->network, .n = from->network->n_vertices, .options = &from->options};
    chance dice = chance_of(draw);
    sv_status status = SV_OK;
    if (from->on_ties) {
        said_draw(&from->ties, &dice, &r->ties);
        network_combine(&r->network, r->ties.records, &from->rest);
        unseen_draw(&from->more, &dice, r->added, &r->network);
    }
    if (from->on_influences) {
        said_draw(&from->influences, &dice, &r->influences);
        combine_influences(&from->influences, &r->influences, &r->links);
        status = mactor_make(from->network, &from->named, &r->links, &shared.mactor, error);
        shared.has_mactor = status == SV_OK;
    }
    shared.wants_betweenness = rests_on_betweenness(score_measure(from->score));
    for (size_t v = 0; v < shared.n; v++)
        values[v] = 0;
    if (status == SV_OK && from->near)
        status = near_measure(member, score_measure(from->score), &shared, &r->near, values, error);
    else if (status == SV_OK)
        status = score_measure(from->score)(&shared, values, error);
    bench_clear(&shared);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Gathering: the rows of Ties and Memberships that count in a network, made into one tie for each pair; or the rows of
 * one kind of tie, made into one link for each pair and way. Of parallel ties (other kinds, the other way, rows of nobody, bodies that both
 * are in) the strongest counts; how several informants count, records.c says, and who stands for whom level.c.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "level.h"

typedef struct record_list {
    tie_record *items;
    size_t n, capacity;
} record_list;

/* A record between all that stand for its two ends; `from` and `to` are actors of the map, and `back` says that it goes from the second. */
static sv_status add_record(const sv_network *network, const tie_record *made, size_t from, size_t to, bool back, record_list *list,
                            sv_error *error)
{
    const size_t *a, *b;
    size_t n_a = level_stands_for(network, from, &a), n_b = level_stands_for(network, to, &b);
    if (list->n + n_a * n_b > sv_map_rows(network->map, SV_TIES) * 2 + sv_map_rows(network->map, SV_MEMBERSHIPS) + SV_LEVEL_TIES_MOST)
        return level_refuse(network, n_a > n_b ? from : to, n_a > n_b ? n_a : n_b, error);
    if (!sv_grow(&list->items, &list->capacity, list->n + n_a * n_b, sizeof *list->items))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < n_a; i++)
        for (size_t k = 0; k < n_b; k++) {
            tie_record *one = &list->items[list->n];
            if (a[i] == b[k])
                continue;
            *one = *made;
            record_between(one, a[i], b[k]);
            one->reversed = !one->both && one->reversed != back;
            list->n++;
        }
    return SV_OK;
}

/* What one row of Ties says, whatever its kind. */
static bool read_tie(const sv_network *network, size_t row, tie_record *made)
{
    const sv_tie *tie = sv_map_tie(network->map, row);
    if (!record_of_tie(network->map, row, network->options.as_of, made))
        return false;
    if (!isnan(tie->weight))
        made->strength = tie->weight;
    made->both = tie->direction == SV_BOTH;
    return true;
}

/* Records of the ties that count. */
static sv_status collect_ties(const sv_network *network, record_list *list, sv_error *error)
{
    const sv_map *map = network->map;
    size_t kinds;
    const sv_tie_kind *first = sv_tie_kinds(&kinds);
    sv_status status = SV_OK;
    for (size_t row = 0; status == SV_OK && row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        tie_record made;
        if (sv_network_counts(&network->options, (size_t)(tie->kind - first)) && read_tie(network, row, &made))
            status = add_record(network, &made, tie->from, tie->to, tie->direction == SV_BACK, list, error);
    }
    return status;
}

/* Memberships: between two that stand in the network a tie, else what seats the one in the other. */
static sv_status collect_memberships(const sv_network *network, record_list *list, level_seats *seats, sv_error *error)
{
    const sv_map *map = network->map;
    sv_status status = SV_OK;
    for (size_t row = 0; status == SV_OK && row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        tie_record made;
        if (!record_of_membership(map, row, network->options.as_of, &made))
            continue;
        if (network->vertex_of[membership->who] != SV_NO_ROW && network->vertex_of[membership->of] != SV_NO_ROW)
            status = add_record(network, &made, membership->who, membership->of, false, list, error);
        else if (network->options.level != SV_LEVEL_TWO_MODE && !level_seat_members(network, membership, seats))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    return status;
}

/* How strong all records of one pair make it each way; moves *at behind them. Of rows of one kind that do not agree on the way, one that
 * goes both ways is enough. */
static void combine_pair(const tie_record *records, size_t n, size_t *at, double *there, double *back)
{
    const tie_record *first = &records[*at];
    while (*at < n && records[*at].a == first->a && records[*at].b == first->b) {
        const tie_record *of_kind = &records[*at];
        double strength = records_combine(records, n, at, NULL);
        bool both = false;
        for (const tie_record *one = of_kind; one < &records[*at]; one++)
            both |= one->both && one->certainty > 0;
        if (both || !of_kind->reversed)
            *there = fmax(*there, strength);
        if (both || of_kind->reversed)
            *back = fmax(*back, strength);
    }
}

bool network_make_room(sv_network *network, size_t n)
{
    bool done;
    network->from = sv_alloc(n, sizeof *network->from);
    network->to = sv_alloc(n, sizeof *network->to);
    network->strength = sv_alloc(n, sizeof *network->strength);
    network->there = sv_alloc(n, sizeof *network->there);
    network->back = sv_alloc(n, sizeof *network->back);
    done = network->from && network->to && network->strength && network->there && network->back;
    if (network->options.level == SV_LEVEL_TWO_MODE)
        return done;
    network->rows = sv_alloc(n, sizeof *network->rows);
    network->shared = sv_alloc(n, sizeof *network->shared);
    return done && network->rows && network->shared;
}

void network_clear_ties(sv_network *network)
{
    free(network->from);
    free(network->to);
    free(network->strength);
    free(network->there);
    free(network->back);
    free(network->rows);
    free(network->shared);
}

static void put_tie(sv_network *network, size_t a, size_t b, double there, double back, double shared)
{
    size_t at = network->n_ties;
    if (!(there > 0) && !(back > 0) && !(shared > 0))
        return;
    network->from[at] = a;
    network->to[at] = b;
    network->there[at] = fmax(there, shared);
    network->back[at] = fmax(back, shared);
    network->strength[at] = fmax(network->there[at], network->back[at]);
    if (network->shared) {
        network->rows[at] = fmax(there, back);
        network->shared[at] = shared;
    }
    network->n_ties++;
}

/* Records and pairs, both sorted, as one run of ties. */
void network_combine(sv_network *network, const tie_record *records, const network_evidence *of)
{
    network->n_ties = 0;
    for (size_t at = 0, met = 0; at < of->n || met < of->n_pairs;) {
        const tie_record *record = at < of->n ? &records[at] : NULL;
        const level_pair *pair = met < of->n_pairs ? &of->pairs[met] : NULL;
        bool records_first = record && pair && (record->a != pair->a ? record->a < pair->a : record->b < pair->b);
        bool together = record && pair && record->a == pair->a && record->b == pair->b;
        bool by_rows = record && (!pair || records_first || together), by_bodies = pair && (!by_rows || together);
        double there = 0, back = 0;
        if (by_rows)
            combine_pair(records, of->n, &at, &there, &back);
        put_tie(network, by_rows ? record->a : pair->a, by_rows ? record->b : pair->b, there, back, by_bodies ? pair->strength : 0);
        met += by_bodies;
    }
}

sv_status network_collect(const sv_network *network, network_evidence *made, sv_error *error)
{
    record_list list = {0};
    level_seats seats = {0};
    size_t rows = sv_map_rows(network->map, SV_TIES) + sv_map_rows(network->map, SV_MEMBERSHIPS);
    sv_status status = SV_OK;
    *made = (network_evidence){0};
    if (!sv_grow(&list.items, &list.capacity, rows, sizeof *list.items))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = collect_ties(network, &list, error);
    if (status == SV_OK && sv_network_counts_memberships(&network->options))
        status = collect_memberships(network, &list, &seats, error);
    if (status == SV_OK)
        status = level_pairs(network, &seats, &made->pairs, &made->n_pairs, error);
    records_sort(list.items, list.n);
    free(seats.items);
    made->records = list.items;
    made->n = list.n;
    return status;
}

void network_evidence_clear(network_evidence *of)
{
    free(of->records);
    free(of->pairs);
    *of = (network_evidence){0};
}

sv_status network_gather(sv_network *network, sv_error *error)
{
    network_evidence made = {0};
    sv_status status = level_fold(network) ? network_collect(network, &made, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK && !network_make_room(network, made.n + made.n_pairs))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        network_combine(network, made.records, &made);
    network_evidence_clear(&made);
    return status;
}

/* The rows of one kind; one that goes both ways gives two records, one that says no strength has the strength `otherwise`, or gives none.
 */
static sv_status collect_kind(const sv_network *network, const sv_tie_kind *kind, double otherwise, record_list *list,
                              size_t *without_strength, sv_error *error)
{
    sv_status status = SV_OK;
    for (size_t row = 0; status == SV_OK && row < sv_map_rows(network->map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(network->map, row);
        const bool both = tie->direction == SV_BOTH;
        const size_t before = list->n;
        tie_record made;
        if (tie->kind != kind || !read_tie(network, row, &made))
            continue;
        if (isnan(made.strength))
            made.strength = otherwise;
        made.both = false; /* each way stands for itself */
        status = add_record(network, &made, tie->from, tie->to, tie->direction == SV_BACK, list, error);
        if (status == SV_OK && isnan(made.strength)) {
            *without_strength += list->n > before;
            list->n = before;
        } else if (status == SV_OK && both) {
            status = add_record(network, &made, tie->from, tie->to, true, list, error);
        }
    }
    return status;
}

void network_links_clear(network_links *links)
{
    free(links->from);
    free(links->to);
    free(links->strength);
    *links = (network_links){0};
}

sv_status network_collect_kind(const sv_network *network, const sv_tie_kind *kind, double otherwise, network_evidence *made,
                               size_t *without_strength, sv_error *error)
{
    record_list list = {0};
    sv_status status;
    *made = (network_evidence){0};
    *without_strength = 0;
    status = collect_kind(network, kind, otherwise, &list, without_strength, error);
    records_sort(list.items, list.n);
    made->records = list.items;
    made->n = list.n;
    return status;
}

bool network_links_make_room(network_links *links, size_t n)
{
    links->from = sv_alloc(n, sizeof *links->from);
    links->to = sv_alloc(n, sizeof *links->to);
    links->strength = sv_alloc(n, sizeof *links->strength);
    return links->from && links->to && links->strength;
}

void network_combine_links(const tie_record *records, size_t n, network_links *links)
{
    links->n = 0;
    for (size_t at = 0; at < n;) {
        const tie_record *first = &records[at];
        double strength = records_combine(records, n, &at, NULL);
        if (isnan(strength))
            continue;
        links->from[links->n] = first->reversed ? first->b : first->a;
        links->to[links->n] = first->reversed ? first->a : first->b;
        links->strength[links->n++] = strength;
    }
}

sv_status network_gather_kind(const sv_network *network, const sv_tie_kind *kind, double otherwise, network_links *links, sv_error *error)
{
    network_evidence made;
    sv_status status;
    *links = (network_links){0};
    status = network_collect_kind(network, kind, otherwise, &made, &links->without_strength, error);
    if (status == SV_OK && !network_links_make_room(links, made.n))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        network_combine_links(made.records, made.n, links);
    network_evidence_clear(&made);
    return status;
}

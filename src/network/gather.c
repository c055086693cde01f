/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Gathering: the rows of Ties and Memberships that count in a network, made into one tie for each pair. Several
 * informants on one tie give a certainty-weighted mean, of each the row that stands lowest; of parallel ties (other
 * kinds, the other way, rows of nobody) the strongest counts.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "network.h"

/* One row of the map that counts, between two vertices. */
typedef struct record {
    size_t a, b; /* a < b */
    size_t kind;   /* the row of the kind's table from 1; 0 for a membership */
    bool reversed; /* it goes one way only, from b to a */
    const char *informant;
    double strength, certainty;
    size_t row;
} record;

static int compare(const void *left, const void *right)
{
    const record *l = left, *r = right;
    int informants;
    if (l->a != r->a)
        return l->a < r->a ? -1 : 1;
    if (l->b != r->b)
        return l->b < r->b ? -1 : 1;
    if (l->kind != r->kind)
        return l->kind < r->kind ? -1 : 1;
    if (l->reversed != r->reversed)
        return l->reversed ? 1 : -1;
    informants = strcmp(l->informant, r->informant);
    if (informants)
        return informants;
    return l->row < r->row ? -1 : l->row > r->row;
}

static bool make_record(const sv_network *network, size_t from, size_t to, record *made)
{
    size_t a = network->vertex_of[from], b = network->vertex_of[to];
    if (a == SV_NO_ROW || b == SV_NO_ROW || a == b)
        return false;
    made->a = a < b ? a : b;
    made->b = a < b ? b : a;
    made->reversed = a > b;
    return true;
}

static size_t collect(const sv_network *network, record *records)
{
    const sv_map *map = network->map;
    int day = network->options.as_of;
    size_t n = 0, kinds;
    const sv_tie_kind *first_kind = sv_tie_kinds(&kinds);
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        record made = {.kind = (size_t)(tie->kind - first_kind) + 1, .certainty = tie->certainty, .row = row};
        if (!tie->usable || !tie->kind->in_network || !sv_dates_hold(tie->since, tie->until, day) || !make_record(network, tie->from, tie->to, &made))
            continue;
        made.strength = isnan(tie->weight) ? tie->strength : tie->weight;
        made.reversed = tie->direction != SV_BOTH && made.reversed != (tie->direction == SV_BACK);
        made.informant = sv_map_informant(map, SV_TIES, row, SV_TIE_INFORMANT);
        records[n++] = made;
    }
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        record made = {.strength = SV_MEMBERSHIP_STRENGTH, .certainty = 1, .informant = "", .row = row};
        if (membership->usable && sv_dates_hold(membership->since, membership->until, day) &&
            make_record(network, membership->who, membership->of, &made))
            records[n++] = made;
    }
    return n;
}

/* True when two records are of one kind of tie, one way, between one pair. */
static bool is_parallel(const record *one, const record *other)
{
    return one->a == other->a && one->b == other->b && one->kind == other->kind && one->reversed == other->reversed;
}

/*
 * The strength of one kind of tie one way between one pair, from all its records; moves *at behind them. Rows that
 * name an informant give a mean; rows that name none stand each for themselves, and the strongest counts.
 */
static double combine_kind(const record *records, size_t n, size_t *at)
{
    const record *first = &records[*at];
    double sum = 0, weight = 0, strongest = 0;
    for (; *at < n && is_parallel(first, &records[*at]); (*at)++) {
        const record *one = &records[*at], *next = one + 1;
        if (!*one->informant) {
            strongest = fmax(strongest, one->certainty > 0 ? one->strength : 0);
        } else if (*at + 1 == n || !is_parallel(one, next) || strcmp(next->informant, one->informant) != 0) {
            sum += one->certainty * one->strength; /* the last this informant said */
            weight += one->certainty;
        }
    }
    return weight > 0 ? fmax(strongest, sum / weight) : strongest;
}

static void combine(sv_network *network, const record *records, size_t n)
{
    size_t at = 0;
    while (at < n) {
        const record *first = &records[at];
        double strongest = 0;
        while (at < n && records[at].a == first->a && records[at].b == first->b) {
            double strength = combine_kind(records, n, &at);
            if (strength > strongest)
                strongest = strength;
        }
        if (!(strongest > 0))
            continue;
        network->from[network->n_ties] = first->a;
        network->to[network->n_ties] = first->b;
        network->strength[network->n_ties++] = strongest;
    }
}

bool network_gather(sv_network *network)
{
    size_t rows = sv_map_rows(network->map, SV_TIES) + sv_map_rows(network->map, SV_MEMBERSHIPS), n;
    record *records = sv_alloc(rows, sizeof *records);
    if (!records)
        return false;
    n = collect(network, records);
    qsort(records, n, sizeof *records, compare);
    network->from = sv_alloc(n, sizeof *network->from);
    network->to = sv_alloc(n, sizeof *network->to);
    network->strength = sv_alloc(n, sizeof *network->strength);
    if (network->from && network->to && network->strength)
        combine(network, records, n);
    free(records);
    return network->from && network->to && network->strength;
}

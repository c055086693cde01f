/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Records of ties: several informants on one tie give a certainty-weighted mean, of each the row that stands lowest. */
#include "records.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool record_of_tie(const sv_map *map, size_t row, int day, tie_record *record)
{
    size_t kinds;
    const sv_tie *tie = sv_map_tie(map, row);
    if (!tie->usable || !sv_dates_hold(tie->since, tie->until, day))
        return false;
    *record = (tie_record){.kind = (size_t)(tie->kind - sv_tie_kinds(&kinds)) + 1,
                           .informant = sv_map_informant(map, SV_TIES, row, SV_TIE_INFORMANT),
                           .strength = tie->strength,
                           .certainty = tie->certainty,
                           .row = row};
    return true;
}

bool record_of_membership(const sv_map *map, size_t row, int day, tie_record *record)
{
    const sv_membership *membership = sv_map_membership(map, row);
    *record = (tie_record){.both = true, .informant = "", .strength = SV_MEMBERSHIP_STRENGTH, .certainty = 1, .row = row};
    return membership->usable && sv_dates_hold(membership->since, membership->until, day);
}

void record_between(tie_record *record, size_t from, size_t to)
{
    record->a = from < to ? from : to;
    record->b = from < to ? to : from;
    record->reversed = from > to;
}

static int compare(const void *left, const void *right)
{
    const tie_record *l = left, *r = right;
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

void records_sort(tie_record *records, size_t n)
{
    if (n)
        qsort(records, n, sizeof *records, compare);
}

/* True when two records are of one kind of tie, one way, between one pair. */
static bool is_parallel(const tie_record *one, const tie_record *other)
{
    return one->a == other->a && one->b == other->b && one->kind == other->kind && one->reversed == other->reversed;
}

double records_combine(const tie_record *records, size_t n, size_t *at, size_t *row)
{
    const tie_record *first = &records[*at], *best = NULL;
    double sum = 0, weight = 0, strongest = NAN;
    for (; *at < n && is_parallel(first, &records[*at]); (*at)++) {
        const tie_record *one = &records[*at], *next = one + 1;
        if (!*one->informant) {
            strongest = one->certainty > 0 ? fmax(strongest, one->strength) : strongest;
        } else if (*at + 1 == n || !is_parallel(one, next) || strcmp(next->informant, one->informant) != 0) {
            sum += one->certainty * one->strength; /* the last this informant said */
            weight += one->certainty;
        } else {
            continue;
        }
        if (one->certainty > 0 && (!best || one->strength > best->strength))
            best = one;
    }
    if (row)
        *row = best ? best->row : SV_NO_ROW;
    return weight > 0 ? fmax(strongest, sum / weight) : strongest;
}

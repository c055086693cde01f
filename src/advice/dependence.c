/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Dependence: who lives by whose money (resource dependence, Pfeffer & Salancik 1978). Who is paid by the
 * municipality speaks less freely to it, and that should be known before asking for support.
 */
#include <speelveld/advice.h>

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

/* A pair as it is sorted; the id stands beside it because qsort passes nothing else along. */
typedef struct paid {
    sv_dependence pair;
    const char *funder_id;
} paid;

static int by_pair(const void *a, const void *b)
{
    const sv_dependence *left = &((const paid *)a)->pair, *right = &((const paid *)b)->pair;
    if (left->receiver != right->receiver)
        return left->receiver < right->receiver ? -1 : 1;
    return left->funder < right->funder ? -1 : left->funder > right->funder;
}

static int largest_first(const void *a, const void *b)
{
    const paid *left = a, *right = b;
    if (left->pair.receiver != right->pair.receiver)
        return left->pair.receiver < right->pair.receiver ? -1 : 1;
    if (left->pair.amount != right->pair.amount)
        return left->pair.amount > right->pair.amount ? -1 : 1;
    return strcmp(left->funder_id, right->funder_id);
}

/* The rows that say who pays whom how much. */
static size_t collect(const sv_map *map, int day, paid *list)
{
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        double amount = sv_map_number(map, SV_TIES, row, SV_TIE_AMOUNT);
        size_t funder = tie->direction == SV_BACK ? tie->to : tie->from, receiver = tie->direction == SV_BACK ? tie->from : tie->to;
        if (!tie->usable || strcmp(tie->kind->id, "funds") != 0 || !(amount > 0) || funder == receiver ||
            !sv_dates_hold(tie->since, tie->until, day))
            continue;
        list[n++] = (paid){{receiver, funder, amount, 0}, sv_map_actor(map, funder)->id};
    }
    return n;
}

/* Adds up the rows of one pair; gives how many pairs are left. */
static size_t add_up(paid *list, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept && by_pair(&list[kept - 1], &list[i]) == 0)
            list[kept - 1].pair.amount += list[i].pair.amount;
        else
            list[kept++] = list[i];
    return kept;
}

static void fill_shares(paid *list, size_t n)
{
    for (size_t first = 0, end; first < n; first = end) {
        double total = 0;
        for (end = first; end < n && list[end].pair.receiver == list[first].pair.receiver; end++)
            total += list[end].pair.amount;
        for (size_t i = first; i < end; i++)
            list[i].pair.share = list[i].pair.amount / total;
    }
}

sv_status sv_dependences(const sv_map *map, int as_of, sv_dependence **list, size_t *n, sv_error *error)
{
    paid *pairs = sv_alloc(sv_map_rows(map, SV_TIES), sizeof *pairs);
    *n = pairs ? collect(map, as_of, pairs) : 0;
    *list = NULL;
    if (*n) {
        qsort(pairs, *n, sizeof *pairs, by_pair);
        *n = add_up(pairs, *n);
        qsort(pairs, *n, sizeof *pairs, largest_first);
        fill_shares(pairs, *n);
    }
    if (pairs)
        *list = sv_alloc(*n, sizeof **list);
    if (!*list) {
        free(pairs);
        *n = 0;
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < *n; i++)
        (*list)[i] = pairs[i].pair;
    free(pairs);
    return SV_OK;
}

size_t sv_dependence_first(const sv_dependence *list, size_t n, size_t receiver)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle].receiver < receiver)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && list[low].receiver == receiver ? low : n;
}

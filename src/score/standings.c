/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where everybody stands in each draw, and in the middle of nine out of ten of them. */
#include "standings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

bool standings_make(const sv_network *network, size_t score, bool with_own, size_t draws, standings *made)
{
    size_t n = sv_network_actors(network);
    const sv_map *map = sv_network_map(network);
    *made = (standings){.draws = draws, .low_first = sv_score_get(score)->low_is_high};
    made->vertex = sv_alloc(n, sizeof *made->vertex);
    if (!made->vertex)
        return false;
    for (int of = 0; of < SV_CLASSES; of++) {
        made->start[of] = made->n;
        for (size_t v = 0; v < n; v++) {
            const sv_actor *actor = sv_map_actor(map, sv_network_actor(network, v));
            if ((int)actor->kind->of == of && (with_own || !actor->own))
                made->vertex[made->n++] = v;
        }
    }
    made->start[SV_CLASSES] = made->n;
    if (made->n && draws > SIZE_MAX / sizeof(double) / made->n)
        return false;
    made->values = sv_alloc(made->n * draws, sizeof *made->values);
    made->places = sv_alloc(made->n * draws, sizeof *made->places);
    return made->values && made->places;
}

void standings_clear(standings *of)
{
    free(of->vertex);
    free(of->values);
    free(of->places);
    *of = (standings){0};
}

static int high_first(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left > right ? -1 : left < right;
}

/* What a value is ranked by: to nine decimals, as rankings are, the first the highest; what is undefined comes last. */
static double key_of(const standings *of, double value)
{
    double nearly = nearbyint(value * 1e9) / 1e9;
    return isnan(value) ? -HUGE_VAL : of->low_first ? -nearly : nearly;
}

/* How many of n sorted keys come before this one. */
static size_t count_before(const double *keys, size_t n, double key)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (keys[middle] > key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void standings_put(const standings *of, size_t draw, const double *values, double *keys)
{
    for (int c = 0; c < SV_CLASSES; c++) {
        size_t first = of->start[c], n = of->start[c + 1] - first;
        for (size_t i = 0; i < n; i++)
            keys[i] = key_of(of, values[of->vertex[first + i]]);
        qsort(keys, n, sizeof *keys, high_first);
        for (size_t i = first; i < first + n; i++) {
            double value = values[of->vertex[i]];
            of->values[i * of->draws + draw] = value;
            of->places[i * of->draws + draw] = (uint32_t)(count_before(keys, n, key_of(of, value)) + 1);
        }
    }
}

/* Puts the number that belongs at `k` of those from `low` up to `high` there, lower ones before it and higher ones behind it (Hoare 1961).
 */
static double put_in_place(double *numbers, size_t low, size_t high, size_t k)
{
    while (high - low > 1) {
        double middle = numbers[low + (high - low) / 2];
        double kept;
        size_t i = low, j = high - 1;
        for (;;) {
            while (numbers[i] < middle)
                i++;
            while (numbers[j] > middle)
                j--;
            if (i >= j)
                break;
            kept = numbers[i];
            numbers[i++] = numbers[j];
            numbers[j--] = kept;
        }
        if (k < i)
            high = i;
        else if (i > low)
            low = i;
        else if (k > low)
            low++; /* the first is the lowest */
        else
            break;
    }
    return numbers[k];
}

/* The number at or below which this share of n of them lies. */
static size_t place_of_share(size_t n, double share)
{
    size_t at = (size_t)ceil(share * (double)n - 1e-9);
    return at > 0 ? at - 1 : 0;
}

static void find_middle(double *numbers, size_t n, double *low, double *median, double *high)
{
    size_t at_low = place_of_share(n, 0.05), middle = place_of_share(n, 0.5), at_high = place_of_share(n, 0.95);
    if (n == 0) {
        *low = *median = *high = NAN;
        return;
    }
    *median = put_in_place(numbers, 0, n, middle);
    *low = put_in_place(numbers, 0, middle + 1, at_low);
    *high = put_in_place(numbers, middle, n, at_high);
}

bool standings_known(const standings *of, size_t i)
{
    for (size_t d = 0; d < of->draws; d++)
        if (!isnan(of->values[i * of->draws + d]))
            return true;
    return false;
}

void standings_tell(const standings *of, size_t i, size_t top, double *room, sv_actor_sensitivity *told)
{
    const double *values = of->values + i * of->draws;
    const uint32_t *places = of->places + i * of->draws;
    size_t defined = 0, in_front = 0;
    double low, median, high;
    for (size_t d = 0; d < of->draws; d++)
        if (!isnan(values[d]))
            room[defined++] = values[d];
    find_middle(room, defined, &told->low, &told->median, &told->high);
    for (size_t d = 0; d < of->draws; d++) {
        room[d] = places[d];
        in_front += places[d] <= top && !isnan(values[d]);
    }
    find_middle(room, of->draws, &low, &median, &high);
    told->ranked = true;
    told->place_low = (size_t)low;
    told->place_median = (size_t)median;
    told->place_high = (size_t)high;
    told->top_share = (double)in_front / (double)of->draws;
    told->defined = (double)defined / (double)of->draws;
}

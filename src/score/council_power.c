/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Council power: how often a group's seats decide, whatever it thinks. Banzhaf (1965) counts the coalitions that win
 * with a group and lose without it; Shapley and Shubik (1954) the orders in which it is the one that turns losing into
 * winning; Coleman (1971) asks how often it can prevent, and how often start, a decision.
 *
 * All coalitions are counted without listing them: counts[s][w] is the number with s groups and w seats together, one
 * group after the other put in (a generating function), and taken out again for the coalitions of the others.
 */
#include <speelveld/score.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "exact.h"

typedef struct game {
    const size_t *seats;
    size_t n, quota, total;
    size_t width;      /* numbers of seats looked at: those below the quota */
    uint64_t *counts;  /* (n + 1) x width: losing coalitions, by groups and by seats */
    uint64_t *without; /* the same, of the coalitions that one group is not in */
    size_t *order;     /* groups by seats, the largest first; equal ones as they were given */
} game;

static void clear(game *council)
{
    free(council->counts);
    free(council->without);
    free(council->order);
}

static void put_in(game *council, size_t group)
{
    size_t own = council->seats[group];
    for (size_t s = group + 1; s-- > 0;) {
        const uint64_t *from = council->counts + s * council->width;
        uint64_t *to = council->counts + (s + 1) * council->width;
        for (size_t w = 0; w + own < council->width; w++)
            to[w + own] += from[w];
    }
}

static void take_out(game *council, size_t group)
{
    size_t own = council->seats[group], width = council->width;
    memcpy(council->without, council->counts, (council->n + 1) * width * sizeof *council->without);
    for (size_t s = 1; s <= council->n; s++)
        for (size_t w = own; w < width; w++)
            council->without[s * width + w] -= council->without[(s - 1) * width + w - own];
}

static bool make_game(const size_t *seats, size_t n, size_t quota, size_t total, game *council)
{
    size_t cells;
    *council = (game){.seats = seats, .n = n, .total = total, .quota = quota ? quota : total / 2 + 1};
    council->width = council->quota <= total ? council->quota : total + 1;
    cells = (n + 1) * council->width;
    council->counts = sv_alloc(cells, sizeof *council->counts);
    council->without = sv_alloc(cells, sizeof *council->without);
    council->order = sv_alloc(n, sizeof *council->order);
    if (!council->counts || !council->without || !council->order)
        return false;
    council->counts[0] = 1;
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        put_in(council, i);
        for (; at > 0 && seats[council->order[at - 1]] < seats[i]; at--)
            council->order[at] = council->order[at - 1];
        council->order[at] = i;
    }
    return true;
}

/* Of the coalitions of s others, those that lose and would win with this many seats more. Needs take_out. */
static uint64_t count_swings(const game *council, size_t s, size_t own)
{
    uint64_t swings = 0;
    for (size_t w = council->quota > own ? council->quota - own : 0; w < council->width; w++)
        swings += council->without[s * council->width + w];
    return swings;
}

/* The fraction pivots / n! in its lowest terms: n! has no other factors than the numbers to n. */
static void write_fraction(exact pivots, size_t n, char *text)
{
    exact orders = exact_factorial((unsigned)n);
    char above[exact_digits], below[exact_digits];
    for (uint32_t factor = 2; factor <= n; factor++)
        for (;;) {
            exact p = pivots, o = orders;
            if (exact_divide(&p, factor) || exact_divide(&o, factor) || exact_is_zero(&p))
                break;
            pivots = p;
            orders = o;
        }
    exact_write(&pivots, above);
    exact_write(&orders, below);
    if (exact_is_zero(&pivots) || strcmp(below, "1") == 0)
        snprintf(text, SV_FRACTION_SIZE, "%s", above);
    else
        snprintf(text, SV_FRACTION_SIZE, "%s/%s", above, below);
}

/* A group turns s others from losing to winning in s! (n-1-s)! orders for each such coalition. */
static void find_group(game *council, size_t group, sv_group_power *found)
{
    size_t n = council->n;
    exact orders = exact_factorial((unsigned)n - 1), all = exact_factorial((unsigned)n), pivots = {{0}};
    take_out(council, group);
    for (size_t s = 0; s < n; s++) {
        uint64_t swings = count_swings(council, s, council->seats[group]);
        found->swings += swings;
        exact_add_product(&pivots, &orders, swings);
        exact_multiply(&orders, (uint32_t)s + 1);
        if (s + 1 < n)
            (void)exact_divide(&orders, (uint32_t)(n - 1 - s));
    }
    found->banzhaf = ldexp((double)found->swings, 1 - (int)n);
    found->shapley = exact_value(&pivots) / exact_value(&all);
    write_fraction(pivots, n, found->shapley_exact);
    found->dummy = found->swings == 0;
}

static void find_groups(game *council, sv_council_power *power)
{
    double swings = 0;
    uint64_t losing = 0;
    for (size_t i = 0; i < (council->n + 1) * council->width; i++)
        losing += council->counts[i];
    power->winning = (council->n < 64 ? UINT64_C(1) << council->n : 0) - losing; /* 2^64 is 0 here, on both sides */
    power->act = ldexp((double)power->winning, -(int)council->n);
    for (size_t at = 0; at < council->n; at++) {
        size_t group = council->order[at];
        if (at > 0 && council->seats[council->order[at - 1]] == council->seats[group])
            power->groups[group] = power->groups[council->order[at - 1]]; /* as many seats, as much power */
        else
            find_group(council, group, &power->groups[group]);
        swings += (double)power->groups[group].swings;
    }
    for (size_t i = 0; i < council->n; i++) {
        sv_group_power *group = &power->groups[i];
        group->banzhaf_normalised = swings > 0 ? (double)group->swings / swings : NAN;
        group->prevent = power->winning ? (double)group->swings / (double)power->winning : NAN;
        group->initiate = (double)group->swings / (losing ? (double)losing : ldexp(1, 64));
    }
}

/*
 * A winning coalition is minimal when it loses without its smallest group. Group by group, the largest first: the
 * coalitions of larger ones that lose, and win with this one.
 */
static bool count_minimal(const game *council, uint64_t *minimal)
{
    uint64_t *ways = sv_alloc(council->width, sizeof *ways);
    if (!ways)
        return false;
    ways[0] = 1;
    for (size_t at = 0; at < council->n; at++) {
        size_t own = council->seats[council->order[at]];
        if (own == 0)
            break;
        for (size_t w = council->quota > own ? council->quota - own : 0; w < council->width; w++)
            *minimal += ways[w];
        for (size_t w = council->width; w-- > own;)
            ways[w] += ways[w - own];
    }
    free(ways);
    return true;
}

typedef struct listing {
    const game *council;
    const bool *possible; /* (n + 1) x (total + 1): can some of the first k groups of the order have w seats together? */
    size_t seats;         /* of the coalitions listed now */
    sv_council_power *power;
    size_t room;
} listing;

static bool is_possible(const listing *list, size_t k, size_t w)
{
    return list->possible[k * (list->council->total + 1) + w];
}

/* Lists the coalitions of the first k groups with `left` seats, those without small groups first. It is entered only where there is one. */
static void list_coalitions(listing *list, size_t k, size_t left, uint64_t members)
{
    size_t group, own;
    if (list->power->n_coalitions == list->room)
        return;
    if (left == 0) {
        list->power->coalitions[list->power->n_coalitions++] = (sv_coalition){members, list->seats};
        return;
    }
    group = list->council->order[k - 1];
    own = list->council->seats[group];
    if (is_possible(list, k - 1, left))
        list_coalitions(list, k - 1, left, members);
    if (own <= left && is_possible(list, k - 1, left - own))
        list_coalitions(list, k - 1, left - own, members | UINT64_C(1) << group);
}

/* With a surplus of e seats a coalition is minimal when each of its groups has more than e. */
static bool list_minimal(const game *council, size_t most, sv_council_power *power)
{
    size_t row = council->total + 1, larger = council->n;
    bool *possible;
    listing list = {.council = council, .power = power, .room = power->minimal < most ? (size_t)power->minimal : most};
    power->coalitions = sv_alloc(list.room, sizeof *power->coalitions);
    possible = power->coalitions ? sv_alloc((council->n + 1) * row, sizeof *possible) : NULL;
    if (!possible)
        return false;
    possible[0] = true;
    for (size_t k = 1; k <= council->n; k++) {
        size_t own = council->seats[council->order[k - 1]];
        for (size_t w = 0; w < row; w++)
            possible[k * row + w] = possible[(k - 1) * row + w] || (w >= own && possible[(k - 1) * row + w - own]);
    }
    list.possible = possible;
    for (size_t e = 0; power->n_coalitions < list.room && council->quota + e <= council->total; e++) {
        while (larger > 0 && council->seats[council->order[larger - 1]] <= e)
            larger--;
        list.seats = council->quota + e;
        if (is_possible(&list, larger, list.seats))
            list_coalitions(&list, larger, list.seats, 0);
    }
    free(possible);
    return true;
}

sv_status sv_council_power_find(const size_t *seats, size_t n, const sv_council_options *options, sv_council_power *power, sv_error *error)
{
    size_t quota = options ? options->quota : 0, most = options ? options->coalitions : 0, total = 0;
    game council = {0};
    sv_status status = SV_OK;
    *power = (sv_council_power){0};
    if (n > SV_COUNCIL_GROUPS_MOST)
        return sv_error_set(error, SV_E_TOO_MANY, SV_TR("council groups"), "64");
    for (size_t i = 0; i < n; i++) {
        if (seats[i] > SV_COUNCIL_SEATS_MOST - total)
            return sv_error_set(error, SV_E_TOO_MANY, SV_TR("seats"), "100000");
        total += seats[i];
    }
    power->groups = sv_alloc(n, sizeof *power->groups);
    if (!power->groups || !make_game(seats, n, quota, total, &council) || !count_minimal(&council, &power->minimal) ||
        !list_minimal(&council, most, power)) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    power->n = n;
    power->seats = total;
    power->quota = council.quota;
    find_groups(&council, power);
done:
    clear(&council);
    if (status != SV_OK)
        sv_council_power_clear(power);
    return status;
}

void sv_council_power_clear(sv_council_power *power)
{
    free(power->groups);
    free(power->coalitions);
    *power = (sv_council_power){0};
}

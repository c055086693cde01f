/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The cheapest missing votes. Every set of undecided members that is as large as what lacks is tried on a copy of the
 * council: how much likelier adoption becomes, for how much effort. With many undecided members one is added after another.
 */
#include "winnable.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "from_us.h"
#include "vote.h"

typedef struct search {
    const sv_map *map;
    sv_majority *found;
    sv_vote_options options;
    sv_council council; /* a copy, in which members are won */
    double *in_favour, *scratch;
    size_t reachable; /* of the winnable, how many have a way; they stand first */
} search;

/* Where a group stands when those marked are won: the mean of all its members, the unknown at 0. */
static double won_stance(const search *s, const sv_council_group *group, const bool *won)
{
    double sum = 0;
    bool any = false;
    for (size_t i = group->first; i < group->first + group->seats; i++) {
        double stance = s->found->council.seats[i].stance;
        sum += won[i] ? SV_TARGET : isnan(stance) ? 0 : stance;
        any |= won[i];
    }
    return any ? sum / (double)group->seats : group->stance;
}

/* The chance of adoption when the marked members, none of them in favour yet, are won. */
static double chance_when(search *s, const bool *won)
{
    const sv_council *as_it_is = &s->found->council;
    double chance[SV_OUTCOMES];
    for (size_t g = 0; g < as_it_is->n_groups; g++)
        s->council.groups[g].stance = won_stance(s, &as_it_is->groups[g], won);
    for (size_t i = 0; i < as_it_is->n_seats; i++)
        s->council.seats[i].stance = won[i] ? SV_TARGET : as_it_is->seats[i].stance;
    vote_count(&s->council, &s->options, &s->found->vote.turnout, s->in_favour, s->scratch, chance);
    return chance[SV_OUTCOME_ADOPTED];
}

/* ---- Who can be won ---- */

static const char *id_of(const search *s, const sv_winnable *one)
{
    return sv_map_actor(s->map, s->found->council.seats[one->seat].member)->id;
}

static bool is_winnable(const sv_majority *found, size_t seat)
{
    sv_lean lean = sv_lean_of(found->council.seats[seat].stance);
    return found->council.seats[seat].member != SV_NO_ROW && !found->kept[seat] && lean != SV_LEAN_FOR && lean != SV_LEAN_AGAINST;
}

/* What one brings for its effort; those without a way bring nothing. */
static double worth(const search *s, const sv_winnable *one)
{
    return isinf(one->effort) ? -1 : (one->chance - s->found->vote.chance[SV_OUTCOME_ADOPTED]) / one->effort;
}

/* Whether one is clearly worth more than another; what differs in the twelfth digit is rounding. */
static bool is_more(double one, double other)
{
    return one - other > 1e-12 * (fabs(one) + fabs(other));
}

static bool goes_before(const search *s, const sv_winnable *one, const sv_winnable *other)
{
    double a = worth(s, one), b = worth(s, other);
    if (is_more(a, b) || is_more(b, a))
        return a > b;
    return strcmp(id_of(s, one), id_of(s, other)) < 0;
}

/* There are at most SV_SEATS_MOST of them. */
static void put_in_order(search *s)
{
    sv_winnable *list = s->found->winnable;
    for (size_t i = 1; i < s->found->n_winnable; i++) {
        sv_winnable one = list[i];
        size_t at = i;
        for (; at > 0 && goes_before(s, &one, &list[at - 1]); at--)
            list[at] = list[at - 1];
        list[at] = one;
    }
    for (s->reachable = 0; s->reachable < s->found->n_winnable && !isinf(list[s->reachable].effort); s->reachable++)
        continue;
}

/* All who can be won, each with its way, and what winning it alone brings. */
static sv_status list_winnable(search *s, const from_us *us, sv_error *error)
{
    sv_majority *found = s->found;
    bool *won = sv_alloc(found->council.n_seats, sizeof *won);
    sv_status status = SV_OK;
    found->winnable = sv_alloc(found->council.n_seats, sizeof *found->winnable);
    if (!won || !found->winnable)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; status == SV_OK && i < found->council.n_seats; i++) {
        sv_winnable *one = &found->winnable[found->n_winnable];
        if (!is_winnable(found, i))
            continue;
        found->n_winnable++;
        one->seat = i;
        won[i] = true;
        one->chance = chance_when(s, won);
        won[i] = false;
        status = from_us_way(us, found->council.seats[i].member, &one->way, error);
        one->effort = sv_effort(one->way.warmth, found->council.seats[i].own);
    }
    free(won);
    return status;
}

/* ---- The cheapest set ---- */

/* A set under trial, marked by seat, and the best so far. */
typedef struct choice {
    bool *won, *best;
    double worth; /* of the best */
} choice;

static void mark(const search *s, size_t one, bool *won, bool yes)
{
    won[s->found->winnable[one].seat] = yes;
}

static double effort_of(const search *s, const bool *won)
{
    double effort = 0;
    for (size_t i = 0; i < s->reachable; i++)
        if (won[s->found->winnable[i].seat])
            effort += s->found->winnable[i].effort;
    return effort;
}

/* Keep the set under trial when it is worth more than the best. */
static void try_set(search *s, choice *made)
{
    double brings = chance_when(s, made->won) - s->found->vote.chance[SV_OUTCOME_ADOPTED], value = brings / effort_of(s, made->won);
    if (!is_more(value, made->worth))
        return;
    made->worth = value;
    memcpy(made->best, made->won, s->found->council.n_seats * sizeof *made->best);
}

/* All sets with `left` more members, from number `from` on. */
static void try_all(search *s, choice *made, size_t from, size_t left)
{
    if (left == 0) {
        try_set(s, made);
        return;
    }
    for (size_t i = from; i + left <= s->reachable; i++) {
        mark(s, i, made->won, true);
        try_all(s, made, i + 1, left - 1);
        mark(s, i, made->won, false);
    }
}

/* One member after another: each time the one with whom the set is worth most. */
static void try_greedily(search *s, choice *made, size_t size)
{
    for (size_t n = 0; n < size; n++) {
        made->worth = 0;
        for (size_t i = 0; i < s->reachable; i++) {
            if (made->won[s->found->winnable[i].seat])
                continue;
            mark(s, i, made->won, true);
            try_set(s, made);
            mark(s, i, made->won, false);
        }
        memcpy(made->won, made->best, s->found->council.n_seats * sizeof *made->won);
    }
}

static sv_status choose(search *s, sv_error *error)
{
    sv_majority *found = s->found;
    size_t size = found->missing ? found->missing : 1, n = found->council.n_seats;
    choice made = {.won = sv_alloc(n, sizeof *made.won), .best = sv_alloc(n, sizeof *made.best)};
    sv_status status = made.won && made.best ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (size > s->reachable)
        size = s->reachable;
    found->exhaustive = s->reachable <= SV_WINNABLE_EXHAUSTIVE;
    if (status == SV_OK && size && found->exhaustive)
        try_all(s, &made, 0, size);
    else if (status == SV_OK && size)
        try_greedily(s, &made, size);
    for (size_t i = 0; status == SV_OK && i < s->reachable; i++) {
        found->winnable[i].chosen = made.best[found->winnable[i].seat];
        found->n_chosen += found->winnable[i].chosen;
    }
    if (status == SV_OK) {
        found->chosen_chance = chance_when(s, made.best);
        found->chosen_effort = effort_of(s, made.best);
    }
    free(made.won);
    free(made.best);
    return status;
}

static sv_status copy_council(search *s, sv_error *error)
{
    const sv_council *from = &s->found->council;
    size_t room = s->found->vote.turnout.cast + 1;
    s->council = *from;
    s->council.groups = sv_alloc(from->n_groups, sizeof *from->groups);
    s->council.seats = sv_alloc(from->n_seats, sizeof *from->seats);
    s->in_favour = sv_alloc(3 * room, sizeof *s->in_favour);
    if (!s->council.groups || !s->council.seats || !s->in_favour)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    s->scratch = s->in_favour + room;
    if (from->n_groups)
        memcpy(s->council.groups, from->groups, from->n_groups * sizeof *from->groups);
    if (from->n_seats)
        memcpy(s->council.seats, from->seats, from->n_seats * sizeof *from->seats);
    return SV_OK;
}

sv_status winnable_find(const sv_map *map, const sv_majority_options *options, sv_majority *found, sv_error *error)
{
    search s = {.map = map, .found = found, .options = {found->kept, options->meeting}};
    from_us us = {0};
    sv_status status = copy_council(&s, error);
    if (status == SV_OK)
        status = from_us_init(&us, map, options->as_of, error);
    found->from_us = us.warmest != NULL;
    if (status == SV_OK)
        status = list_winnable(&s, &us, error);
    if (status == SV_OK) {
        put_in_order(&s);
        status = choose(&s, error);
    }
    from_us_clear(&us);
    sv_council_clear(&s.council);
    free(s.in_favour);
    return status;
}

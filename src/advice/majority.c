/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Majority: is there one for an issue, which groups could make one, whose seats decide, and which undecided members
 * would bring the votes that lack. First of all: is it the council's to decide?
 */
#include <speelveld/advice.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "winnable.h"

enum { coalitions_listed = 5 };

sv_lean sv_lean_of(double stance)
{
    const double rounding = 1e-9; /* a mean of twos is a two */
    if (isnan(stance))
        return SV_LEAN_UNKNOWN;
    if (fabs(stance) < SV_TARGET - rounding)
        return SV_LEAN_UNDECIDED;
    return stance > 0 ? SV_LEAN_FOR : SV_LEAN_AGAINST;
}

/* Note for some actors what keeps their seats from voting. */
static sv_status keep(const sv_map *map, const size_t *actors, size_t n, unsigned char why, sv_majority *found, sv_error *error)
{
    for (size_t i = 0; i < n; i++) {
        size_t seat = sv_council_seat(&found->council, actors[i]);
        if (seat == SV_NO_ROW)
            return sv_error_set(error, SV_E_SEAT_NONE, sv_map_actor(map, actors[i])->name, NULL);
        found->kept[seat] |= why;
    }
    return SV_OK;
}

static sv_status count_votes(const sv_map *map, const sv_majority_options *options, sv_majority *found, sv_error *error)
{
    sv_status status;
    found->kept = sv_alloc(found->council.n_seats, sizeof *found->kept);
    found->groups = sv_alloc(found->council.n_groups, sizeof *found->groups);
    if (!found->kept || !found->groups)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = keep(map, options->absent, options->n_absent, SV_SEAT_ABSENT, found, error);
    if (status == SV_OK)
        status = keep(map, options->excluded, options->n_excluded, SV_SEAT_EXCLUDED, found, error);
    if (status == SV_OK)
        status = sv_vote_new(&found->council, &(sv_vote_options){found->kept, options->meeting}, &found->vote, error);
    return status;
}

static void count_leans(sv_majority *found)
{
    for (size_t i = 0; i < found->council.n_seats; i++) {
        const sv_seat *seat = &found->council.seats[i];
        sv_majority_group *group = &found->groups[seat->group];
        sv_lean lean = sv_lean_of(seat->stance);
        bool assumed = isnan(seat->own) && lean != SV_LEAN_UNKNOWN;
        if (found->kept[i])
            continue;
        group->votes++;
        group->leans[lean]++;
        group->assumed += assumed;
        found->leans[lean]++;
        found->assumed += assumed;
    }
    found->missing = found->vote.needed > found->leans[SV_LEAN_FOR] ? found->vote.needed - found->leans[SV_LEAN_FOR] : 0;
}

/* Hand over the coalitions that were listed. */
static void take_coalitions(sv_council_power *power, sv_coalition **coalitions, size_t *n)
{
    *coalitions = power->coalitions;
    *n = power->n_coalitions;
    power->coalitions = NULL;
}

/* How often each group's votes decide, and with whom it could make a majority. */
static sv_status weigh_groups(const size_t *votes, size_t listed, sv_majority *found, sv_error *error)
{
    const sv_council_options options = {.quota = found->vote.needed, .coalitions = listed};
    sv_council_power power;
    sv_status status = sv_council_power_find(votes, found->council.n_groups, &options, &power, error);
    if (status != SV_OK)
        return status;
    for (size_t g = 0; g < found->council.n_groups; g++) {
        found->groups[g].shapley = power.groups[g].shapley;
        found->groups[g].banzhaf = power.groups[g].banzhaf_normalised;
    }
    found->minimal = power.minimal;
    take_coalitions(&power, &found->coalitions, &found->n_coalitions);
    sv_council_power_clear(&power);
    return SV_OK;
}

/* With which groups the supporters would win: minimal winning coalitions of the others, for the votes that the supporters lack. */
static sv_status find_additions(size_t *votes, size_t listed, sv_majority *found, sv_error *error)
{
    sv_council_options options = {.coalitions = listed};
    sv_council_power power;
    sv_status status;
    for (size_t g = 0; g < found->council.n_groups; g++) {
        sv_lean lean = sv_lean_of(found->council.groups[g].stance);
        if (lean == SV_LEAN_FOR && votes[g]) {
            found->supporters.groups |= UINT64_C(1) << g;
            found->supporters.seats += votes[g];
        }
        if (lean == SV_LEAN_FOR || lean == SV_LEAN_AGAINST)
            votes[g] = 0;
    }
    if (!found->supporters.seats || found->supporters.seats >= found->vote.needed)
        return SV_OK;
    options.quota = found->vote.needed - found->supporters.seats;
    status = sv_council_power_find(votes, found->council.n_groups, &options, &power, error);
    if (status != SV_OK)
        return status;
    take_coalitions(&power, &found->additions, &found->n_additions);
    sv_council_power_clear(&power);
    for (size_t i = 0; i < found->n_additions; i++)
        found->additions[i].seats += found->supporters.seats;
    return SV_OK;
}

static sv_status find_coalitions(const sv_majority_options *options, sv_majority *found, sv_error *error)
{
    size_t listed = options->coalitions ? options->coalitions : coalitions_listed, *votes;
    sv_status status;
    for (size_t g = 0; g < found->council.n_groups; g++)
        found->groups[g].shapley = found->groups[g].banzhaf = NAN;
    if (!found->council.n_groups || found->council.n_groups > SV_COUNCIL_GROUPS_MOST)
        return SV_OK;
    votes = sv_alloc(found->council.n_groups, sizeof *votes);
    if (!votes)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t g = 0; g < found->council.n_groups; g++)
        votes[g] = found->groups[g].votes;
    status = weigh_groups(votes, listed, found, error);
    if (status == SV_OK)
        status = find_additions(votes, listed, found, error);
    free(votes);
    return status;
}

sv_status sv_majority_new(const sv_map *map, const sv_majority_options *options, sv_majority *found, sv_error *error)
{
    sv_status status;
    *found = (sv_majority){.competent = sv_map_cell(map, SV_ISSUES, options->issue, SV_ISSUE_COMPETENT)};
    found->counted = strcmp(found->competent, "council") == 0;
    if (!found->counted)
        return SV_OK;
    status = sv_council_new(map, options->issue, options->as_of, &found->council, error);
    if (status == SV_OK)
        status = count_votes(map, options, found, error);
    if (status == SV_OK) {
        count_leans(found);
        status = find_coalitions(options, found, error);
    }
    if (status == SV_OK)
        status = winnable_find(map, options, found, error);
    if (status != SV_OK)
        sv_majority_clear(found);
    return status;
}

void sv_majority_clear(sv_majority *found)
{
    for (size_t i = 0; i < found->n_winnable; i++)
        sv_way_clear(&found->winnable[i].way);
    free(found->winnable);
    free(found->coalitions);
    free(found->additions);
    free(found->groups);
    free(found->kept);
    sv_vote_clear(&found->vote);
    sv_council_clear(&found->council);
    *found = (sv_majority){0};
}

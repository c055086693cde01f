/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The vote: how likely a proposal is to pass. A group votes as one with the chance of its discipline and else member
 * by member; the groups' numbers of votes in favour are added up exactly, by convolution.
 */
#include "vote.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

static const double least_sure = 0.02, most_sure = 0.98;

double sv_vote_probability(double stance)
{
    return isnan(stance) ? 0.5 : fmin(fmax((stance + 4) / 8, least_sure), most_sure);
}

static unsigned keeps_from(const sv_vote_options *options, size_t seat)
{
    return options && options->seats ? options->seats[seat] : 0;
}

/* Who takes part. */
static void count_turnout(const sv_council *council, const sv_vote_options *options, sv_turnout *turnout)
{
    *turnout = (sv_turnout){.size = council->size, .sitting = council->n_seats, .meeting = options ? options->meeting : SV_MEETING_FIRST};
    for (size_t i = 0; i < council->n_seats; i++) {
        unsigned kept = keeps_from(options, i);
        turnout->present += !(kept & SV_SEAT_ABSENT);
        turnout->excluded += (kept & SV_SEAT_EXCLUDED) != 0;
        turnout->cast += kept == 0;
    }
}

/* One more vote, in favour with probability p: chances of 0..n votes become those of 0..n+1. */
static void add_vote(double *chances, size_t n, double p)
{
    chances[n + 1] = 0;
    for (size_t k = n + 1; k > 0; k--)
        chances[k] = chances[k] * (1 - p) + chances[k - 1] * p;
    chances[0] *= 1 - p;
}

/* The chances of 0..n votes in favour from one group, into `of_group`; gives n, how many of its members vote. */
static size_t count_group(const sv_council *council, const sv_vote_options *options, const sv_council_group *group, double *of_group)
{
    double apart = 1 - group->discipline, together = sv_vote_probability(group->stance);
    size_t n = 0;
    of_group[0] = 1;
    for (size_t i = group->first; i < group->first + group->seats; i++)
        if (keeps_from(options, i) == 0)
            add_vote(of_group, n++, sv_vote_probability(council->seats[i].stance));
    for (size_t k = 0; k <= n; k++)
        of_group[k] *= apart;
    if (n) {
        of_group[0] += group->discipline * (1 - together);
        of_group[n] += group->discipline * together;
    } else {
        of_group[0] = 1;
    }
    return n;
}

void vote_count(const sv_council *council, const sv_vote_options *options, const sv_turnout *turnout, double *in_favour, double *scratch,
                double chance[SV_OUTCOMES])
{
    double *of_group = scratch, *sum = scratch + turnout->cast + 1;
    size_t total = 0;
    in_favour[0] = 1;
    for (size_t g = 0; g < council->n_groups; g++) {
        size_t n = count_group(council, options, &council->groups[g], of_group);
        memset(sum, 0, (total + n + 1) * sizeof *sum);
        for (size_t i = 0; i <= total; i++)
            for (size_t k = 0; k <= n; k++)
                sum[i + k] += in_favour[i] * of_group[k];
        total += n;
        memcpy(in_favour, sum, (total + 1) * sizeof *sum);
    }
    for (int outcome = 0; outcome < SV_OUTCOMES; outcome++)
        chance[outcome] = 0;
    for (size_t k = 0; k <= turnout->cast; k++)
        chance[sv_law_outcome(turnout, k)] += in_favour[k];
}

sv_status sv_vote_new(const sv_council *council, const sv_vote_options *options, sv_vote *vote, sv_error *error)
{
    double *scratch;
    *vote = (sv_vote){0};
    count_turnout(council, options, &vote->turnout);
    vote->needed = sv_law_to_adopt(vote->turnout.cast);
    vote->in_favour = sv_alloc(vote->turnout.cast + 1, sizeof *vote->in_favour);
    scratch = sv_alloc(2 * (vote->turnout.cast + 1), sizeof *scratch);
    if (!vote->in_favour || !scratch) {
        free(scratch);
        sv_vote_clear(vote);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    vote_count(council, options, &vote->turnout, vote->in_favour, scratch, vote->chance);
    free(scratch);
    return SV_OK;
}

void sv_vote_clear(sv_vote *vote)
{
    free(vote->in_favour);
    *vote = (sv_vote){0};
}

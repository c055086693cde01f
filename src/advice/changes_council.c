/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The council then and now: which groups moved on an issue, and whether a proposal would pass. */
#include "changes.h"

#include <math.h>
#include <string.h>

#include "../base/memory.h"
#include "../base/text.h"

/* The council of either time on one issue. */
typedef struct councils {
    sv_council at[both_times];
    bool there[both_times]; /* that map has the issue, and a council that can be counted */
} councils;

/* Of a map with more seats than any council has (several municipalities in one) no council is made. */
static sv_status find_council(const changes_work *work, int time, size_t issue, councils *both, sv_error *error)
{
    size_t row = changes_issue(work, time, issue);
    sv_error fault = {0};
    sv_status status;
    if (row == SV_NO_ROW)
        return SV_OK;
    status = sv_council_new(work->map[time], row, work->as_of, &both->at[time], &fault);
    both->there[time] = status == SV_OK;
    if (status == SV_OK || fault.code == SV_E_TOO_MANY)
        return SV_OK;
    if (error)
        *error = fault;
    return status;
}

/* ---- Groups ---- */

/* Where the same member of the same group stood then; NaN when there is none, or nobody knows. */
static double stance_then(const changes_work *work, const councils *both, const sv_council_group *group, size_t member)
{
    const sv_council *old = &both->at[then];
    size_t number = changes_number(work, now, SV_ACTORS, member), row = changes_row(work, then, SV_ACTORS, number);
    size_t seat = row == SV_NO_ROW ? SV_NO_ROW : sv_council_seat(old, row);
    return seat != SV_NO_ROW && sv_text_same(old->groups[old->seats[seat].group].name, group->name) ? old->seats[seat].own : NAN;
}

static bool compare_group(changes_work *work, const councils *both, const sv_council_group *group, size_t issue, size_t *capacity)
{
    sv_changes *found = work->found;
    sv_group_change one = {.group = group->name, .issue = issue};
    for (size_t i = group->first; i < group->first + group->named; i++) {
        const sv_seat *seat = &both->at[now].seats[i];
        double old = stance_then(work, both, group, seat->member);
        if (isnan(old) || isnan(seat->own))
            continue;
        one.members++;
        one.before += old;
        one.after += seat->own;
    }
    one.before /= (double)one.members;
    one.after /= (double)one.members;
    if (!one.members || !changes_differ(one.before, one.after))
        return true;
    if (!sv_grow(&found->groups, capacity, found->n_groups + 1, sizeof *found->groups))
        return false;
    found->groups[found->n_groups++] = one;
    return true;
}

/* ---- Votes ---- */

static bool councils_decide(const changes_work *work, int time, size_t issue)
{
    size_t row = changes_row(work, time, SV_ISSUES, issue);
    return strcmp(sv_map_cell(work->map[time], SV_ISSUES, row, SV_ISSUE_COMPETENT), "council") == 0;
}

static sv_status count_vote(const sv_council *council, sv_vote_facts *facts, sv_error *error)
{
    sv_vote vote;
    sv_status status = sv_vote_new(council, NULL, &vote, error);
    if (status != SV_OK)
        return status;
    *facts = (sv_vote_facts){.counted = true, .seats = council->n_seats, .needed = vote.needed, .chance = vote.chance[SV_OUTCOME_ADOPTED]};
    sv_vote_clear(&vote);
    for (size_t i = 0; i < council->n_seats; i++)
        switch (sv_lean_of(council->seats[i].stance)) {
        case SV_LEAN_FOR: facts->in_favour++; break;
        case SV_LEAN_AGAINST: facts->against++; break;
        case SV_LEAN_UNDECIDED: facts->undecided++; break;
        default: facts->unknown++; break;
        }
    return SV_OK;
}

static sv_status compare_vote(changes_work *work, const councils *both, size_t issue, sv_error *error)
{
    sv_vote_change one = {.issue = issue, .before.chance = NAN, .after.chance = NAN};
    sv_vote_facts *const facts[both_times] = {&one.before, &one.after};
    sv_status status = SV_OK;
    for (int time = then; status == SV_OK && time <= now; time++)
        if (both->there[time] && both->at[time].n_seats && councils_decide(work, time, issue))
            status = count_vote(&both->at[time], facts[time], error);
    if (status == SV_OK && (one.before.counted || one.after.counted))
        work->found->votes[work->found->n_votes++] = one;
    return status;
}

sv_status changes_find_council(changes_work *work, sv_error *error)
{
    size_t n = sv_map_rows(work->found->both, SV_ISSUES), capacity = 0;
    sv_status status = SV_OK;
    work->found->votes = sv_alloc(n, sizeof *work->found->votes);
    if (!work->found->votes)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t issue = 0; status == SV_OK && issue < n; issue++) {
        councils both = {0};
        for (int time = then; status == SV_OK && time <= now; time++)
            status = find_council(work, time, issue, &both, error);
        for (size_t g = 0; status == SV_OK && both.there[then] && both.there[now] && g < both.at[now].n_groups; g++)
            if (!compare_group(work, &both, &both.at[now].groups[g], issue, &capacity))
                status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        if (status == SV_OK)
            status = compare_vote(work, &both, issue, error);
        for (int time = then; time <= now; time++)
            if (both.there[time])
                sv_council_clear(&both.at[time]);
    }
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The balance of forces on every issue, then and now. */
#include "changes.h"

#include "../base/memory.h"

/* The balances of one of the times, of all issues that its map has. */
static sv_status find_time(changes_work *work, int time, sv_error *error)
{
    sv_changes *found = work->found;
    sv_positions positions;
    sv_status status = sv_positions_find(work->network[time], &positions, error);
    if (status != SV_OK)
        return status;
    for (size_t issue = 0; status == SV_OK && issue < found->n_balances; issue++) {
        sv_balance_change *one = &found->balances[issue];
        size_t row = changes_issue(work, time, issue);
        if (row == SV_NO_ROW)
            continue;
        *(time == then ? &one->then : &one->now) = true;
        status = sv_positions_balance(&positions, row, time == then ? &one->before : &one->after, error);
    }
    sv_positions_clear(&positions);
    return status;
}

sv_status changes_find_balances(changes_work *work, sv_error *error)
{
    sv_changes *found = work->found;
    size_t n = sv_map_rows(found->both, SV_ISSUES);
    sv_status status;
    found->balances = sv_alloc(n, sizeof *found->balances);
    if (!found->balances)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    found->n_balances = n;
    for (size_t issue = 0; issue < n; issue++)
        found->balances[issue].issue = issue;
    status = find_time(work, then, error);
    return status == SV_OK ? find_time(work, now, error) : status;
}

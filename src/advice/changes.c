/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Changes: what came, went or moved from one map to another, and what that does to who is influential, who bridges and
 * who can be reached. It serves two questions: what if (the map as it would be), and what is new since last time.
 */
#include "changes.h"

#include <stdlib.h>

#include "../base/memory.h"

size_t changes_number(const changes_work *work, int time, sv_sheet sheet, size_t row)
{
    return sv_alignment_number(work->alignment, time == then, sheet, row);
}

size_t changes_row(const changes_work *work, int time, sv_sheet sheet, size_t number)
{
    return sv_alignment_row(work->alignment, time == then, sheet, number);
}

size_t changes_issue(const changes_work *work, int time, size_t number)
{
    size_t row = changes_row(work, time, SV_ISSUES, number);
    return row != SV_NO_ROW && sv_map_usable(work->map[time], SV_ISSUES, row) ? row : SV_NO_ROW;
}

size_t changes_vertex(const changes_work *work, int time, size_t number)
{
    size_t row = changes_row(work, time, SV_ACTORS, number);
    return row == SV_NO_ROW ? SV_NO_ROW : sv_network_vertex(work->network[time], row);
}

/* ---- Actors and issues ---- */

static bool is_there(const changes_work *work, int time, sv_sheet sheet, size_t number)
{
    size_t row = changes_row(work, time, sheet, number);
    return row != SV_NO_ROW && sv_map_usable(work->map[time], sheet, row);
}

static sv_status find_who(changes_work *work, sv_error *error)
{
    sv_changes *found = work->found;
    size_t actors = sv_map_rows(found->both, SV_ACTORS), issues = sv_map_rows(found->both, SV_ISSUES);
    found->actors = sv_alloc(actors, sizeof *found->actors);
    found->issues = sv_alloc(issues, sizeof *found->issues);
    if (!found->actors || !found->issues)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < actors; i++)
        if (is_there(work, then, SV_ACTORS, i) != is_there(work, now, SV_ACTORS, i))
            found->actors[found->n_actors++] = (sv_actor_change){i, is_there(work, now, SV_ACTORS, i) ? SV_CAME : SV_WENT};
    for (size_t i = 0; i < issues; i++)
        if (is_there(work, then, SV_ISSUES, i) != is_there(work, now, SV_ISSUES, i))
            found->issues[found->n_issues++] = (sv_issue_change){i, is_there(work, now, SV_ISSUES, i) ? SV_CAME : SV_WENT};
    return SV_OK;
}

/* What people want to be told of an actor: not how the row is kept. */
static bool is_told(size_t column)
{
    switch (column) {
    case SV_ACTOR_ID:
    case SV_ACTOR_VISIBILITY:
    case SV_ACTOR_SOURCE:
    case SV_ACTOR_LEGAL_BASIS:
    case SV_ACTOR_UPDATED:
    case SV_ACTOR_KEEP_UNTIL:
    case SV_ACTOR_NOTE:
    case SV_ACTOR_X:
    case SV_ACTOR_Y: return false;
    default: return true;
    }
}

static sv_status find_cells_of(changes_work *work, size_t actor, size_t *capacity, sv_error *error)
{
    sv_changes *found = work->found;
    size_t row[both_times] = {changes_row(work, then, SV_ACTORS, actor), changes_row(work, now, SV_ACTORS, actor)};
    for (size_t column = 0; column < SV_ACTOR_COLUMN_COUNT; column++) {
        bool same = true;
        sv_status status;
        if (!is_told(column))
            continue;
        status = sv_alignment_same(work->alignment, SV_ACTORS, actor, column, &same, error);
        if (status != SV_OK)
            return status;
        if (same)
            continue;
        if (!sv_grow(&found->cells, capacity, found->n_cells + 1, sizeof *found->cells))
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        found->cells[found->n_cells++] = (sv_cell_change){actor, column, sv_map_cell(work->map[then], SV_ACTORS, row[then], column),
                                                          sv_map_cell(work->map[now], SV_ACTORS, row[now], column)};
    }
    return SV_OK;
}

static sv_status find_cells(changes_work *work, sv_error *error)
{
    size_t capacity = 0;
    sv_status status = SV_OK;
    for (size_t i = 0; status == SV_OK && i < sv_map_rows(work->found->both, SV_ACTORS); i++)
        if (is_there(work, then, SV_ACTORS, i) && is_there(work, now, SV_ACTORS, i))
            status = find_cells_of(work, i, &capacity, error);
    return status;
}

static sv_status count_rows(changes_work *work, sv_error *error)
{
    static const sv_sheet counted[] = {SV_ISSUES, SV_GROUPS, SV_SIGNALS, SV_EVENTS, SV_CONTACTS};
    sv_status status = SV_OK;
    for (size_t i = 0; status == SV_OK && i < sizeof counted / sizeof *counted; i++) {
        sv_alignment_counts counts;
        status = sv_alignment_count(work->alignment, counted[i], &counts, error);
        if (status == SV_OK)
            work->found->rows[counted[i]] = (sv_row_counts){counts.only_first, counts.only_second, counts.changed};
    }
    return status;
}

/* ---- All of it ---- */

/* The networks of both maps with the scores that were asked for, and the one that says who can be reached. */
static sv_status make_scores(changes_work *work, sv_error *error)
{
    const sv_network_options *options = &work->found->counted;
    size_t n = work->n_which + 1, *which = sv_alloc(n, sizeof *which);
    sv_status status = which ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; which && i < work->n_which; i++)
        which[i] = work->which[i];
    if (which)
        which[n - 1] = sv_score_find("component");
    for (int time = then; status == SV_OK && time <= now; time++) {
        status = sv_network_new(work->map[time], options, &work->network[time], error);
        if (status == SV_OK)
            status = sv_scores_new(work->network[time], which, n, NULL, &work->scores[time], error);
    }
    free(which);
    return status;
}

static bool any_change(const sv_changes *found)
{
    bool any = found->n_actors || found->n_issues || found->n_cells || found->n_ties || found->n_memberships || found->n_positions ||
               found->n_links || found->n_lost || found->n_regained;
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        any |= found->rows[sheet].came || found->rows[sheet].went || found->rows[sheet].changed;
    return any;
}

static sv_status find_all(changes_work *work, sv_error *error)
{
    typedef sv_status step(changes_work * work, sv_error * error);
    static step *const steps[] = {find_who,
                                  find_cells,
                                  count_rows,
                                  changes_find_ties,
                                  changes_find_memberships,
                                  changes_find_positions,
                                  changes_find_council,
                                  make_scores,
                                  changes_find_balances,
                                  changes_find_scores,
                                  changes_find_reach,
                                  changes_find_links};
    sv_status status = SV_OK;
    for (size_t i = 0; status == SV_OK && i < sizeof steps / sizeof *steps; i++)
        status = steps[i](work, error);
    return status;
}

sv_status sv_changes_new(const sv_map *before, const sv_map *after, const sv_changes_options *options, sv_changes **changes,
                         sv_error *error)
{
    const size_t usual[] = {sv_score_find("betweenness"), sv_score_find("harmonic")};
    bool chosen = options && options->which;
    changes_work work = {.map = {before, after},
                         .as_of = options ? options->as_of : 0,
                         .which = chosen ? options->which : usual,
                         .n_which = chosen ? options->n_which : sizeof usual / sizeof *usual};
    sv_changes *found = sv_alloc(1, sizeof *found);
    sv_status status;
    *changes = NULL;
    if (!found)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    work.found = found;
    if (options && options->network)
        found->counted = *options->network;
    found->counted.as_of = work.as_of;
    status = sv_map_align(after, before, &found->alignment, error);
    if (status == SV_OK) {
        work.alignment = found->alignment;
        found->both = sv_alignment_both(found->alignment);
        status = find_all(&work, error);
    }
    for (int time = then; time <= now; time++) {
        sv_scores_free(work.scores[time]);
        sv_network_free(work.network[time]);
    }
    if (status != SV_OK) {
        sv_changes_free(found);
        return status;
    }
    found->any = any_change(found);
    *changes = found;
    return SV_OK;
}

void sv_changes_free(sv_changes *changes)
{
    if (!changes)
        return;
    free(changes->actors);
    free(changes->issues);
    free(changes->cells);
    free(changes->ties);
    free(changes->memberships);
    free(changes->positions);
    free(changes->groups);
    free(changes->balances);
    free(changes->votes);
    free(changes->scores);
    free(changes->links);
    free(changes->lost);
    free(changes->regained);
    sv_alignment_free(changes->alignment);
    free(changes);
}

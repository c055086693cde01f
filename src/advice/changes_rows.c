/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties, memberships and positions then and now: not row by row, but what all rows about one thing say together. */
#include "changes.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../network/records.h"

bool changes_differ(double a, double b)
{
    return isnan(a) || isnan(b) ? isnan(a) != isnan(b) : fabs(a - b) > 1e-9;
}

static int by_size(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

/* ---- Ties ---- */

/* What a tie comes to at one time. */
typedef struct tie_state {
    bool there;
    double strength, amount;
} tie_state;

/* The rows of Ties that hold on the day, sorted; NULL without memory. A tie without direction begins at the lower number. */
static tie_record *collect_ties(const changes_work *work, int time, size_t *n)
{
    const sv_map *map = work->map[time];
    tie_record *records = sv_alloc(sv_map_rows(map, SV_TIES), sizeof *records);
    *n = 0;
    for (size_t row = 0; records && row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        tie_record *one = &records[*n];
        if (tie->from == tie->to || !record_of_tie(map, row, work->as_of, one))
            continue;
        record_between(one, changes_number(work, time, SV_ACTORS, tie->from), changes_number(work, time, SV_ACTORS, tie->to));
        one->reversed = tie->direction != SV_BOTH && one->reversed != (tie->direction == SV_BACK);
        one->kind = 2 * one->kind + (tie->direction == SV_BOTH); /* a tie that goes both ways is not one that goes one way */
        if (!isnan(tie->weight))
            one->strength = tie->weight;
        (*n)++;
    }
    if (records)
        records_sort(records, *n);
    return records;
}

static int about_the_same(const tie_record *left, const tie_record *right)
{
    int order = by_size(left->a, right->a);
    order = order ? order : by_size(left->b, right->b);
    order = order ? order : by_size(left->kind, right->kind);
    return order ? order : (int)left->reversed - (int)right->reversed;
}

/* What the records of one tie from *at on say together; moves *at behind them. */
static tie_state combine(const sv_map *map, const tie_record *records, size_t n, size_t *at)
{
    tie_state state = {false, NAN, NAN};
    size_t first = *at;
    bool strengthless = false;
    state.strength = records_combine(records, n, at, NULL);
    for (size_t i = first; i < *at; i++) {
        double amount = sv_map_number(map, SV_TIES, records[i].row, SV_TIE_AMOUNT);
        strengthless |= isnan(records[i].strength) && records[i].certainty > 0;
        if (!isnan(amount))
            state.amount = (isnan(state.amount) ? 0 : state.amount) + amount;
    }
    state.there = strengthless || state.strength > 0;
    return state.there ? state : (tie_state){false, NAN, NAN};
}

/* Put down one tie, when it is not the same at both times. */
static void compare_tie(sv_changes *found, const tie_record *about, const tie_state *old, const tie_state *new)
{
    size_t kinds;
    sv_tie_change one = {.from = about->reversed ? about->b : about->a,
                         .to = about->reversed ? about->a : about->b,
                         .kind = sv_tie_kinds(&kinds) + about->kind / 2 - 1,
                         .both_ways = about->kind % 2 == 1,
                         .before = old->strength,
                         .after = new->strength,
                         .amount_before = old->amount,
                         .amount_after = new->amount};
    one.change = !old->there ? SV_CAME : !new->there ? SV_WENT : SV_MOVED;
    if (old->there != new->there ||
        (old->there && (changes_differ(old->strength, new->strength) || changes_differ(old->amount, new->amount))))
        found->ties[found->n_ties++] = one;
}

/* Walks through the ties of both times in one order. */
static void compare_ties(changes_work *work, tie_record *const records[both_times], const size_t n[both_times])
{
    size_t at[both_times] = {0};
    while (at[then] < n[then] || at[now] < n[now]) {
        const tie_record *old = at[then] < n[then] ? records[then] + at[then] : NULL,
                         *new = at[now] < n[now] ? records[now] + at[now] : NULL;
        int order = !old ? 1 : !new ? -1 : about_the_same(old, new);
        tie_state state[both_times] = {{false, NAN, NAN}, {false, NAN, NAN}};
        if (order <= 0)
            state[then] = combine(work->map[then], records[then], n[then], &at[then]);
        if (order >= 0)
            state[now] = combine(work->map[now], records[now], n[now], &at[now]);
        compare_tie(work->found, order <= 0 ? old : new, &state[then], &state[now]);
    }
}

sv_status changes_find_ties(changes_work *work, sv_error *error)
{
    size_t n[both_times] = {0};
    tie_record *records[both_times] = {collect_ties(work, then, &n[then]), collect_ties(work, now, &n[now])};
    bool done;
    work->found->ties = sv_alloc(n[then] + n[now], sizeof *work->found->ties);
    done = records[then] && records[now] && work->found->ties;
    if (done)
        compare_ties(work, records, n);
    free(records[then]);
    free(records[now]);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* ---- Memberships ---- */

typedef struct member {
    size_t who, of;
    int time;
} member;

static int by_member(const void *a, const void *b)
{
    const member *left = a, *right = b;
    int order = by_size(left->who, right->who);
    order = order ? order : by_size(left->of, right->of);
    return order ? order : left->time - right->time;
}

static size_t collect_members(const changes_work *work, int time, member *members)
{
    const sv_map *map = work->map[time];
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (membership->usable && sv_dates_hold(membership->since, membership->until, work->as_of))
            members[n++] = (member){changes_number(work, time, SV_ACTORS, membership->who),
                                    changes_number(work, time, SV_ACTORS, membership->of), time};
    }
    return n;
}

sv_status changes_find_memberships(changes_work *work, sv_error *error)
{
    size_t most = sv_map_rows(work->map[then], SV_MEMBERSHIPS) + sv_map_rows(work->map[now], SV_MEMBERSHIPS), n;
    sv_changes *found = work->found;
    member *members = sv_alloc(most, sizeof *members);
    found->memberships = sv_alloc(most, sizeof *found->memberships);
    if (!members || !found->memberships) {
        free(members);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    n = collect_members(work, then, members);
    n += collect_members(work, now, members + n);
    qsort(members, n, sizeof *members, by_member);
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && members[end].who == members[first].who && members[end].of == members[first].of;)
            end++;
        if (members[first].time == members[end - 1].time)
            found->memberships[found->n_memberships++] =
                (sv_membership_change){members[first].who, members[first].of, members[first].time == then ? SV_WENT : SV_CAME};
    }
    free(members);
    return SV_OK;
}

/* ---- Positions ---- */

/* What everyone thinks of one issue at one time, by number; NaN where that map does not have the actor or the issue. */
typedef struct opinions {
    double *stance, *salience;
} opinions;

typedef sv_status finder(const sv_map *map, size_t issue, double *values, sv_error *error);

static sv_status find_values(const changes_work *work, int time, size_t issue, finder *find, double *by_row, double *by_number,
                             sv_error *error)
{
    size_t row = changes_issue(work, time, issue);
    sv_status status = row != SV_NO_ROW ? find(work->map[time], row, by_row, error) : SV_OK;
    for (size_t i = 0; status == SV_OK && i < sv_map_rows(work->found->both, SV_ACTORS); i++) {
        size_t actor = changes_row(work, time, SV_ACTORS, i);
        by_number[i] = row != SV_NO_ROW && actor != SV_NO_ROW ? by_row[actor] : NAN;
    }
    return status;
}

static bool add_positions(changes_work *work, size_t issue, const opinions *said, size_t *capacity)
{
    sv_changes *found = work->found;
    for (size_t i = 0; i < sv_map_rows(found->both, SV_ACTORS); i++) {
        sv_position_change one = {i, issue, said[then].stance[i], said[now].stance[i], said[then].salience[i], said[now].salience[i]};
        if (!changes_differ(one.before, one.after) && !changes_differ(one.salience_before, one.salience_after))
            continue;
        if (!sv_grow(&found->positions, capacity, found->n_positions + 1, sizeof *found->positions))
            return false;
        found->positions[found->n_positions++] = one;
    }
    return true;
}

static sv_status compare_opinions(changes_work *work, size_t issue, const opinions *said, double *by_row, size_t *capacity, sv_error *error)
{
    sv_status status = SV_OK;
    for (int time = then; status == SV_OK && time <= now; time++) {
        status = find_values(work, time, issue, sv_map_stances, by_row, said[time].stance, error);
        if (status == SV_OK)
            status = find_values(work, time, issue, sv_map_saliences, by_row, said[time].salience, error);
    }
    if (status == SV_OK && !add_positions(work, issue, said, capacity))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return status;
}

sv_status changes_find_positions(changes_work *work, sv_error *error)
{
    size_t n = sv_map_rows(work->found->both, SV_ACTORS), capacity = 0;
    opinions said[both_times] = {{sv_alloc(n, sizeof(double)), sv_alloc(n, sizeof(double))},
                                 {sv_alloc(n, sizeof(double)), sv_alloc(n, sizeof(double))}};
    double *by_row = sv_alloc(n, sizeof *by_row);
    bool room = by_row && said[then].stance && said[then].salience && said[now].stance && said[now].salience;
    sv_status status = room ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t issue = 0; status == SV_OK && issue < sv_map_rows(work->found->both, SV_ISSUES); issue++)
        status = compare_opinions(work, issue, said, by_row, &capacity, error);
    for (int time = then; time <= now; time++) {
        free(said[time].stance);
        free(said[time].salience);
    }
    free(by_row);
    return status;
}

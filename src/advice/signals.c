/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signals: what people bring up, counted by theme, neighbourhood, month, life domain, policy and issue; what comes
 * back, and whether it is heard more often than before. What of it the public may know is settled in signals_small.c.
 */
#include <speelveld/advice.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "signals_small.h"

static const size_t columns[SV_SIGNAL_BYS] = {[SV_BY_THEME] = SV_SIGNAL_THEME,   [SV_BY_NEIGHBOURHOOD] = SV_SIGNAL_NEIGHBOURHOOD,
                                              [SV_BY_MONTH] = SV_SIGNAL_DATE,    [SV_BY_LIFE_DOMAIN] = SV_SIGNAL_LIFE_DOMAIN,
                                              [SV_BY_POLICY] = SV_SIGNAL_POLICY, [SV_BY_ISSUE] = SV_SIGNAL_ISSUE};

static double times_of(const sv_map *map, size_t row)
{
    double times = sv_map_number(map, SV_SIGNALS, row, SV_SIGNAL_COUNT);
    return isnan(times) ? 1 : times;
}

/* ---- Groups ---- */

static bool is_asked_for(const sv_map *map, const sv_signals_options *options, size_t row)
{
    return sv_map_usable(map, SV_SIGNALS, row) &&
           (options->issue == SV_NO_ROW || sv_map_find_issue(map, sv_map_cell(map, SV_SIGNALS, row, SV_SIGNAL_ISSUE)) == options->issue);
}

static bool is_later(const sv_map *map, const sv_signals_options *options, size_t row)
{
    return options->audience != SV_PUBLIC && options->as_of && sv_map_date(map, SV_SIGNALS, row, SV_SIGNAL_DATE) > options->as_of;
}

/* What rows of one group have in common: the folded text, the month, or the number of the issue. */
static bool add_key(const sv_map *map, sv_signal_by by, size_t row, sv_text *key)
{
    const char *cell = sv_map_cell(map, SV_SIGNALS, row, columns[by]);
    key->length = 0;
    if (by == SV_BY_MONTH)
        sv_text_add_n(key, cell, strlen("2026-01"));
    else if (by == SV_BY_ISSUE)
        sv_text_addf(key, "%zu", sv_map_find_issue(map, cell));
    else
        return sv_text_fold(cell, key);
    return !key->failed;
}

/* Put a row into its group, a new one where there is none yet. False without memory. */
static bool place_row(const sv_map *map, sv_signal_by by, size_t row, sv_signals *signals, sv_lookup *keys, sv_arena *texts, sv_text *key)
{
    size_t *group = &signals->group_of[by][row];
    const char *kept;
    if (!add_key(map, by, row, key))
        return false;
    *group = sv_lookup_get(keys, key->bytes);
    if (*group != SV_LOOKUP_NONE)
        return true;
    *group = signals->n[by]++;
    signals->groups[by][*group] = (sv_signal_group){.row = row, .issue = SV_NO_ROW};
    if (by == SV_BY_ISSUE)
        signals->groups[by][*group].issue = sv_map_find_issue(map, sv_map_cell(map, SV_SIGNALS, row, columns[by]));
    if (by == SV_BY_MONTH)
        signals->groups[by][*group].month = sv_map_date(map, SV_SIGNALS, row, SV_SIGNAL_DATE) / 100;
    kept = sv_arena_text(texts, key->bytes, key->length);
    return kept && sv_lookup_put(keys, kept, *group);
}

static bool group_rows(const sv_map *map, const sv_signals_options *options, sv_signal_by by, sv_signals *signals)
{
    size_t n = sv_map_rows(map, SV_SIGNALS);
    sv_lookup keys = {0};
    sv_arena texts = {0};
    sv_text key = {0};
    bool done;
    signals->group_of[by] = sv_alloc(n, sizeof(size_t));
    signals->groups[by] = sv_alloc(n, sizeof(sv_signal_group));
    done = signals->group_of[by] && signals->groups[by];
    for (size_t row = 0; done && row < n; row++) {
        signals->group_of[by][row] = SV_NO_ROW;
        if (is_asked_for(map, options, row) && !is_later(map, options, row))
            done = place_row(map, by, row, signals, &keys, &texts, &key);
    }
    sv_lookup_clear(&keys);
    sv_arena_clear(&texts);
    sv_text_clear(&key);
    return done;
}

/* ---- Counting ---- */

static void widen(int date, int *first, int *last)
{
    if (!*first || date < *first)
        *first = date;
    if (date > *last)
        *last = date;
}

static void count_all(const sv_map *map, const sv_signals_options *options, sv_signals *signals)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_SIGNALS); row++) {
        if (signals->group_of[SV_BY_THEME][row] == SV_NO_ROW) {
            signals->later += is_asked_for(map, options, row) && is_later(map, options, row);
            continue;
        }
        signals->signals++;
        signals->times += times_of(map, row);
        signals->without_count += !*sv_map_cell(map, SV_SIGNALS, row, SV_SIGNAL_COUNT);
        widen(sv_map_date(map, SV_SIGNALS, row, SV_SIGNAL_DATE), &signals->first, &signals->last);
    }
}

static void count_groups(const sv_map *map, sv_signal_by by, int end, sv_signals *signals)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_SIGNALS); row++) {
        int date = sv_map_date(map, SV_SIGNALS, row, SV_SIGNAL_DATE), ago = sv_date_days(date, end);
        sv_signal_group *group;
        if (signals->group_of[by][row] == SV_NO_ROW)
            continue;
        group = &signals->groups[by][signals->group_of[by][row]];
        group->signals++;
        group->times += times_of(map, row);
        widen(date, &group->first, &group->last);
        if (ago < SV_SIGNALS_LATELY)
            group->recent += times_of(map, row);
        else if (ago < 2 * SV_SIGNALS_LATELY)
            group->before += times_of(map, row);
    }
}

/* A row as a pair of groups, for counting how many of the one the other has. */
typedef struct pair {
    size_t group, other;
} pair;

static int compare_pairs(const void *a, const void *b)
{
    const pair *left = a, *right = b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    return left->other < right->other ? -1 : left->other > right->other;
}

/* In how many different months, or named neighbourhoods, each group was heard. */
static void count_different(const sv_map *map, sv_signal_by by, sv_signal_by among, pair *pairs, sv_signals *signals)
{
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_SIGNALS); row++)
        if (signals->group_of[by][row] != SV_NO_ROW && *sv_map_cell(map, SV_SIGNALS, row, columns[among]))
            pairs[n++] = (pair){signals->group_of[by][row], signals->group_of[among][row]};
    if (n)
        qsort(pairs, n, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < n; i++) {
        sv_signal_group *group = &signals->groups[by][pairs[i].group];
        if (i == 0 || compare_pairs(&pairs[i - 1], &pairs[i]) != 0)
            ++*(among == SV_BY_MONTH ? &group->months : &group->neighbourhoods);
    }
}

static sv_trend trend_of(double recent, double before)
{
    if (recent - before >= SV_SIGNALS_LEAST && recent >= 1.5 * before)
        return SV_TREND_RISING;
    if (before - recent >= SV_SIGNALS_LEAST && before >= 1.5 * recent)
        return SV_TREND_FALLING;
    return SV_TREND_STEADY;
}

/* More than before can only be said when there was counting before, and of what was heard more than once. */
static void find_trends(int end, sv_signals *signals)
{
    if (!signals->first || sv_date_days(signals->first, end) < 2 * SV_SIGNALS_LATELY - 1)
        return;
    for (int by = 0; by < SV_SIGNAL_BYS; by++)
        for (size_t i = 0; i < signals->n[by]; i++) {
            sv_signal_group *group = &signals->groups[by][i];
            if (group->months > 1 || group->neighbourhoods > 1)
                group->trend = trend_of(group->recent, group->before);
        }
}

/* ---- Order ---- */

/* A group as it is sorted, with its name beside it because qsort passes nothing else along. */
typedef struct placed {
    sv_signal_group group;
    const char *name;
    size_t from;
} placed;

static int most_first(const void *a, const void *b)
{
    const placed *left = a, *right = b;
    if (left->group.month != right->group.month)
        return left->group.month < right->group.month ? -1 : 1;
    if (!*left->name != !*right->name) /* those that do not say come last */
        return *left->name ? -1 : 1;
    if (left->group.times != right->group.times)
        return left->group.times > right->group.times ? -1 : 1;
    return strcmp(left->name, right->name);
}

static bool sort_groups(const sv_map *map, sv_signal_by by, sv_signals *signals)
{
    size_t n = signals->n[by];
    placed *list = sv_alloc(n, sizeof *list);
    size_t *now = sv_alloc(n, sizeof *now);
    bool done = list && now;
    for (size_t i = 0; done && i < n; i++)
        list[i] = (placed){signals->groups[by][i], sv_map_cell(map, SV_SIGNALS, signals->groups[by][i].row, columns[by]), i};
    if (done && n)
        qsort(list, n, sizeof *list, most_first);
    for (size_t i = 0; done && i < n; i++) {
        signals->groups[by][i] = list[i].group;
        now[list[i].from] = i;
    }
    for (size_t row = 0; done && row < sv_map_rows(map, SV_SIGNALS); row++)
        if (signals->group_of[by][row] != SV_NO_ROW)
            signals->group_of[by][row] = now[signals->group_of[by][row]];
    free(list);
    free(now);
    return done;
}

/* ---- All of it ---- */

void sv_signals_clear(sv_signals *signals)
{
    for (int by = 0; by < SV_SIGNAL_BYS; by++) {
        free(signals->groups[by]);
        free(signals->group_of[by]);
    }
    *signals = (sv_signals){0};
}

sv_status sv_signals_count(const sv_map *map, const sv_signals_options *options, sv_signals *signals, sv_error *error)
{
    static const sv_signals_options all = {.issue = SV_NO_ROW, .audience = SV_TEAM};
    pair *pairs = sv_alloc(sv_map_rows(map, SV_SIGNALS), sizeof *pairs);
    bool done = pairs != NULL;
    int end;
    *signals = (sv_signals){0};
    options = options ? options : &all;
    for (int by = 0; done && by < SV_SIGNAL_BYS; by++)
        done = group_rows(map, options, (sv_signal_by)by, signals);
    if (done) {
        count_all(map, options, signals);
        end = options->as_of ? options->as_of : signals->last;
        for (int by = 0; by < SV_SIGNAL_BYS; by++) {
            count_groups(map, (sv_signal_by)by, end, signals);
            count_different(map, (sv_signal_by)by, SV_BY_MONTH, pairs, signals);
            count_different(map, (sv_signal_by)by, SV_BY_NEIGHBOURHOOD, pairs, signals);
        }
        find_trends(end, signals);
    }
    for (int by = 0; done && by < SV_SIGNAL_BYS; by++)
        done = sort_groups(map, (sv_signal_by)by, signals);
    free(pairs);
    if (!done) {
        sv_signals_clear(signals);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (options->audience == SV_PUBLIC)
        signals_hide_small(signals, options->issue != SV_NO_ROW);
    return SV_OK;
}

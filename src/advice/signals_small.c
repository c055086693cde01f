/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Small groups are hidden so that the total does not give them away: of a table of counts with its sum, one hidden
 * count is the sum less the others, and of as many hidden counts as times each is one. So those that are hidden are
 * together no small group themselves, and more times than groups (secondary suppression: Hundepool and others,
 * Statistical Disclosure Control, 2012, chapter 4). Which of them was small, and how many there are, is not told.
 */
#include "signals_small.h"

#include <math.h>
#include <stdlib.h>

/* Groups are sorted with the most first; those that do not say what they are, and months, stand in another order. */
static size_t smallest_shown(const sv_signal_group *groups, size_t n)
{
    size_t found = SV_NO_ROW;
    for (size_t i = 0; i < n; i++)
        if (groups[i].row != SV_NO_ROW && (found == SV_NO_ROW || groups[i].times <= groups[found].times))
            found = i;
    return found;
}

static void hide(sv_signal_group *group, sv_signal_group *others, size_t *hidden)
{
    others->times += group->times;
    group->row = SV_NO_ROW;
    ++*hidden;
}

/* Groups that were never heard (count 0) are not there at all. */
static size_t leave_out_empty(sv_signal_group *groups, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (groups[i].times > 0)
            groups[kept++] = groups[i];
    return kept;
}

/* What is left of a group: what it is called, and its count. */
static sv_signal_group bare(const sv_signal_group *group)
{
    return (sv_signal_group){.row = group->row, .issue = group->issue, .month = group->month, .times = group->times};
}

/* False when the groups cannot be hidden: each was heard once, and the total says so. */
static bool put_small_together(sv_signal_group *groups, size_t *n)
{
    sv_signal_group others = {.row = SV_NO_ROW, .issue = SV_NO_ROW};
    size_t hidden = 0, kept = 0;
    *n = leave_out_empty(groups, *n);
    for (size_t i = 0; i < *n; i++)
        if (groups[i].times < SV_SIGNALS_LEAST)
            hide(&groups[i], &others, &hidden);
    while (hidden && hidden < *n && (others.times < SV_SIGNALS_LEAST || others.times <= (double)hidden))
        hide(&groups[smallest_shown(groups, *n)], &others, &hidden);
    for (size_t i = 0; i < *n; i++)
        if (groups[i].row != SV_NO_ROW)
            groups[kept++] = bare(&groups[i]);
    if (hidden)
        groups[kept++] = others;
    *n = kept;
    return !hidden || others.times > (double)hidden;
}

/* Named when enough stand behind it, and not counted. */
static void name_only(sv_signal_group *groups, size_t *n, bool issues)
{
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++)
        if (groups[i].times >= SV_SIGNALS_LEAST && (!issues || groups[i].issue != SV_NO_ROW)) {
            groups[kept] = bare(&groups[i]);
            groups[kept++].times = NAN;
        }
    *n = kept;
}

void signals_hide_small(sv_signals *signals, bool one_issue)
{
    static const sv_signal_by counted[] = {SV_BY_THEME, SV_BY_NEIGHBOURHOOD, SV_BY_MONTH};
    bool counts = !one_issue && signals->times >= SV_SIGNALS_LEAST;
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        counts &= put_small_together(signals->groups[counted[i]], &signals->n[counted[i]]);
    for (size_t i = 0; !counts && i < sizeof counted / sizeof *counted; i++)
        signals->n[counted[i]] = 0;
    name_only(signals->groups[SV_BY_POLICY], &signals->n[SV_BY_POLICY], false);
    name_only(signals->groups[SV_BY_ISSUE], &signals->n[SV_BY_ISSUE], true);
    signals->n[SV_BY_LIFE_DOMAIN] = 0;
    if (one_issue)
        signals->n[SV_BY_POLICY] = 0;
    for (int by = 0; by < SV_SIGNAL_BYS; by++) {
        free(signals->group_of[by]);
        signals->group_of[by] = NULL;
    }
    if (!counts)
        signals->times = NAN;
    signals->signals = signals->without_count = signals->later = 0;
    signals->first = signals->last = 0;
}

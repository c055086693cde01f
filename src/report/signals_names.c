/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of signals by name: what each is called, and which others go with it. */
#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "signals_parts.h"

static const size_t columns[SV_SIGNAL_BYS] = {[SV_BY_THEME] = SV_SIGNAL_THEME,
                                              [SV_BY_NEIGHBOURHOOD] = SV_SIGNAL_NEIGHBOURHOOD,
                                              [SV_BY_MONTH] = SV_SIGNAL_DATE,
                                              [SV_BY_LIFE_DOMAIN] = SV_SIGNAL_LIFE_DOMAIN,
                                              [SV_BY_POLICY] = SV_SIGNAL_POLICY};

bool signals_is_named(const signals_telling *t, sv_signal_by by, const sv_signal_group *group)
{
    return by == SV_BY_ISSUE ? group->issue != SV_NO_ROW
                             : group->row != SV_NO_ROW && *sv_map_cell(t->to->map, SV_SIGNALS, group->row, columns[by]) != '\0';
}

/* "maart 2026": a date without its day. */
static void add_month(const signals_telling *t, int month, sv_text *out)
{
    sv_text date = {0};
    const char *space;
    answer_fill(t->to, "{day}", SAYS(SAY_DATE("day", month * 100 + 1)), &date);
    space = strchr(sv_text_get(&date), ' ');
    sv_text_add(out, space ? space + 1 : "");
    out->failed |= date.failed;
    sv_text_clear(&date);
}

void signals_add_name(const signals_telling *t, sv_signal_by by, const sv_signal_group *group, sv_text *out)
{
    sv_language language = t->to->options.language;
    if (by != SV_BY_ISSUE && group->row == SV_NO_ROW)
        sv_text_add(out, sv_translate(language, SV_TR("others, together")));
    else if (!signals_is_named(t, by, group))
        sv_text_add(out, sv_translate(language, SV_TR("not said")));
    else if (by == SV_BY_MONTH)
        add_month(t, group->month, out);
    else if (by == SV_BY_ISSUE)
        sv_text_add(out, sv_map_cell(t->to->map, SV_ISSUES, group->issue, SV_ISSUE_TITLE));
    else
        sv_text_add(out, sv_map_cell(t->to->map, SV_SIGNALS, group->row, columns[by]));
}

/* The name within a list: of what can have commas in it, between quotation marks. */
void signals_add_listed(const signals_telling *t, sv_signal_by by, size_t group, size_t i, size_t n, sv_text *list)
{
    bool quoted = by == SV_BY_POLICY || by == SV_BY_ISSUE;
    sv_text name = {0};
    sv_text_add(&name, quoted ? "“" : "");
    signals_add_name(t, by, &t->found->groups[by][group], &name);
    sv_text_add(&name, quoted ? "”" : "");
    answer_join(t->to, list, sv_text_get(&name), i, n);
    list->failed |= name.failed;
    sv_text_clear(&name);
}

/* ---- What belongs to a group ---- */

/* The group of `among` heard most among the rows of one group, its sum then zeroed; SV_NO_ROW when none is left. */
static size_t take_best(const signals_telling *t, sv_signal_by by, size_t group, sv_signal_by among)
{
    size_t best = SV_NO_ROW;
    for (size_t row = t->first[by][group]; row != SV_NO_ROW; row = t->next[by][row]) {
        size_t other = t->found->group_of[among][row];
        if (t->sums[other] > 0 && signals_is_named(t, among, &t->found->groups[among][other]) &&
            (best == SV_NO_ROW || t->sums[other] > t->sums[best] || (t->sums[other] == t->sums[best] && other < best)))
            best = other;
    }
    if (best != SV_NO_ROW)
        t->sums[best] = 0;
    return best;
}

/* The named groups of `among` that go with one group of `by`, those heard most first, three at most: "A, B and C". */
void signals_add_within(const signals_telling *t, sv_signal_by by, size_t group, sv_signal_by among, sv_text *out)
{
    size_t best[signals_most_named], n = 0;
    for (size_t row = t->first[by][group]; row != SV_NO_ROW; row = t->next[by][row]) {
        double count = sv_map_number(t->to->map, SV_SIGNALS, row, SV_SIGNAL_COUNT);
        t->sums[t->found->group_of[among][row]] += isnan(count) ? 1 : count;
    }
    while (n < signals_most_named && (best[n] = take_best(t, by, group, among)) != SV_NO_ROW)
        n++;
    for (size_t row = t->first[by][group]; row != SV_NO_ROW; row = t->next[by][row])
        t->sums[t->found->group_of[among][row]] = 0;
    for (size_t i = 0; i < n; i++)
        signals_add_listed(t, among, best[i], i, n, out);
}

/* What people run into, as it was written down, without the point at the end: "children stop doing sports; rent is late". */
void signals_add_consequences(const signals_telling *t, size_t policy, sv_text *out)
{
    size_t n = 0;
    for (size_t row = t->first[SV_BY_POLICY][policy]; n < signals_most_named && row != SV_NO_ROW; row = t->next[SV_BY_POLICY][row]) {
        const char *text = sv_map_cell(t->to->map, SV_SIGNALS, row, SV_SIGNAL_CONSEQUENCE);
        size_t length = strlen(text);
        if (!length)
            continue;
        if (n++)
            sv_text_add(out, "; ");
        sv_text_add_n(out, text, length - (text[length - 1] == '.'));
    }
}

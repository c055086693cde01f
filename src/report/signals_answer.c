/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people bring up, told: how often, where and since when, what comes back, and which rule and issue it is about. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "signals_parts.h"

static const answer_column theme_columns[] = {
    {"theme", SV_TR("theme"), 0},
    {"times", SV_TR("times"), 0},
    {"signals", NULL, 0},
    {"months", SV_TR("months"), 0},
    {"neighbourhoods", SV_TR("neighbourhoods"), 0},
    {"first", NULL, 0},
    {"last", SV_TR("last heard"), 0},
    {"recent", SV_TR("last 3 months"), 0},
    {"before", SV_TR("3 before"), 0},
    {"trend", SV_TR("trend"), 0},
    {"comes_back", NULL, 0},
};

/* The other tables: their key, and what stands above the first column. */
static const struct {
    const char *key;
    answer_column columns[3];
} plain[SV_SIGNAL_BYS] = {
    [SV_BY_THEME] = {"themes", {{"theme", SV_TR("theme"), 0}, {"times", SV_TR("times"), 0}}},
    [SV_BY_NEIGHBOURHOOD] = {"neighbourhoods", {{"neighbourhood", SV_TR("neighbourhood"), 0}, {"times", SV_TR("times"), 0}}},
    [SV_BY_MONTH] = {"months", {{"month", SV_TR("month"), 0}, {"times", SV_TR("times"), 0}, {"month_number", NULL, 0}}},
    [SV_BY_LIFE_DOMAIN] = {"life_domains", {{"life_domain", SV_TR("life domain"), 0}, {"times", SV_TR("times"), 0}}},
    [SV_BY_POLICY] = {"policies", {{"policy", SV_TR("policy"), 0}, {"times", SV_TR("times"), 0}}},
    [SV_BY_ISSUE] = {"issues", {{"issue", SV_TR("issue"), 0}, {"times", SV_TR("times"), 0}}},
};

/* A sentence about the row told last, when `list` has anything in it. */
static void say_list(signals_telling *t, const char *message, sv_text *list)
{
    t->to->failed |= list->failed;
    if (list->length && !list->failed)
        answer_row_say(t->to, message, SAYS(SAY_TEXT("list", list->bytes)));
    sv_text_clear(list);
}

static void say_within(signals_telling *t, sv_signal_by by, size_t group, sv_signal_by among, const char *message)
{
    sv_text list = {0};
    signals_add_within(t, by, group, among, &list);
    say_list(t, message, &list);
}

/* ---- Themes ---- */

static bool comes_back(const signals_telling *t, sv_signal_by by, const sv_signal_group *group)
{
    return signals_is_named(t, by, group) && (group->months > 1 || group->neighbourhoods > 1);
}

static void say_comes_back(signals_telling *t, size_t theme)
{
    const sv_signal_group *group = &t->found->groups[SV_BY_THEME][theme];
    sv_language language = t->to->options.language;
    sv_text months = {0}, places = {0}, list = {0};
    sv_text_add_count(&months, group->months, language, SV_TR("month"), SV_TR("months"));
    sv_text_add_count(&places, group->neighbourhoods, language, SV_TR("neighbourhood"), SV_TR("neighbourhoods"));
    signals_add_within(t, SV_BY_THEME, theme, SV_BY_NEIGHBOURHOOD, &list);
    t->to->failed |= months.failed || places.failed || list.failed;
    if (!list.length)
        answer_row_say(t->to, SV_TR("It comes back: heard in {months}."), SAYS(SAY_TEXT("months", sv_text_get(&months))));
    else
        answer_row_say(
            t->to,
            group->neighbourhoods > signals_most_named ? SV_TR("It comes back: heard in {months} and in {places}, most in {list}.")
                                               : SV_TR("It comes back: heard in {months} and in {places}: {list}."),
            SAYS(SAY_TEXT("months", sv_text_get(&months)), SAY_TEXT("places", sv_text_get(&places)), SAY_TEXT("list", sv_text_get(&list))));
    sv_text_clear(&months);
    sv_text_clear(&places);
    sv_text_clear(&list);
}

static void say_trend(signals_telling *t, const sv_signal_group *group)
{
    static const char *const messages[] = {
        [SV_TREND_RISING] = SV_TR("More often lately: {recent} times in the last three months, against {before} in the three before."),
        [SV_TREND_FALLING] = SV_TR("Less often lately: {recent} times in the last three months, against {before} in the three before."),
    };
    if (group->trend == SV_TREND_RISING || group->trend == SV_TREND_FALLING)
        answer_row_say(t->to, messages[group->trend], SAYS(SAY_COUNT("recent", group->recent), SAY_COUNT("before", group->before)));
}

static void tell_theme(signals_telling *t, size_t theme)
{
    static const struct {
        const char *id, *word;
    } trends[] = {[SV_TREND_UNKNOWN] = {"unknown", "–"},
                  [SV_TREND_STEADY] = {"steady", SV_TR("much the same")},
                  [SV_TREND_RISING] = {"rising", SV_TR("more often")},
                  [SV_TREND_FALLING] = {"falling", SV_TR("less often")}};
    const sv_signal_group *group = &t->found->groups[SV_BY_THEME][theme];
    sv_text name = {0};
    signals_add_name(t, SV_BY_THEME, group, &name);
    answer_cell(t->to, sv_text_get(&name));
    answer_cell_number(t->to, group->times);
    answer_cell_number(t->to, (double)group->signals);
    answer_cell_number(t->to, (double)group->months);
    answer_cell_number(t->to, (double)group->neighbourhoods);
    answer_cell_date(t->to, group->first);
    answer_cell_date(t->to, group->last);
    answer_cell_number(t->to, group->recent);
    answer_cell_number(t->to, group->before);
    answer_cell_word(t->to, trends[group->trend].id, trends[group->trend].word);
    answer_cell_yes(t->to, comes_back(t, SV_BY_THEME, group));
    t->to->failed |= name.failed;
    sv_text_clear(&name);
    if (comes_back(t, SV_BY_THEME, group))
        say_comes_back(t, theme);
    say_trend(t, group);
    say_within(t, SV_BY_THEME, theme, SV_BY_POLICY, SV_TR("It is about: {list}."));
    say_within(t, SV_BY_THEME, theme, SV_BY_ISSUE, SV_TR("It supports: {list}."));
}

static void tell_themes(signals_telling *t)
{
    answer_table(t->to, "themes", NULL, theme_columns, sizeof theme_columns / sizeof *theme_columns);
    for (size_t i = 0; i < t->found->n[SV_BY_THEME]; i++)
        tell_theme(t, i);
}

/* ---- The other tables ---- */

static void tell_group(signals_telling *t, sv_signal_by by, const sv_signal_group *group)
{
    sv_text name = {0};
    signals_add_name(t, by, group, &name);
    answer_cell(t->to, sv_text_get(&name));
    answer_cell_number(t->to, group->times);
    t->to->failed |= name.failed;
    sv_text_clear(&name);
    if (by != SV_BY_MONTH)
        return;
    if (group->row == SV_NO_ROW)
        answer_cell_number(t->to, NAN);
    else
        answer_cell_number(t->to, group->month);
}

static void tell_groups(signals_telling *t, sv_signal_by by)
{
    if (!t->found->n[by])
        return;
    answer_table(t->to, plain[by].key, NULL, plain[by].columns, by == SV_BY_MONTH ? 3 : 2);
    for (size_t i = 0; i < t->found->n[by]; i++) {
        sv_text list = {0};
        tell_group(t, by, &t->found->groups[by][i]);
        if (by != SV_BY_POLICY || t->open || !signals_is_named(t, by, &t->found->groups[by][i]))
            continue;
        signals_add_consequences(t, i, &list);
        say_list(t, SV_TR("What people run into: {list}."), &list);
    }
}

/* For the public: which of them at least five signals are about, and no more. */
static void tell_names(signals_telling *t, sv_signal_by by, const char *message)
{
    size_t n = 0, i = 0;
    sv_text list = {0};
    for (size_t g = 0; g < t->found->n[by]; g++)
        n += signals_is_named(t, by, &t->found->groups[by][g]);
    for (size_t g = 0; g < t->found->n[by]; g++)
        if (signals_is_named(t, by, &t->found->groups[by][g]))
            signals_add_listed(t, by, g, i++, n, &list);
    t->to->failed |= list.failed;
    if (n)
        answer_item(t->to, message, SAYS(SAY_COUNT("least", SV_SIGNALS_LEAST), SAY_TEXT("list", sv_text_get(&list))));
    sv_text_clear(&list);
}

/* ---- All of it ---- */

static void say_total(signals_telling *t)
{
    const sv_signals *found = t->found;
    if (!found->signals && sv_map_rows(t->to->map, SV_SIGNALS))
        answer_say(t->to, SV_TR("None of the signals is about this, or all of them are of a later day."), SAYS());
    else if (!found->signals)
        answer_say(t->to,
                   SV_TR("There are no signals here yet. Write down what people bring up in the sheet Signals: the date, the theme, "
                         "the neighbourhood, and how many people."),
                   SAYS());
    else if (found->signals == 1)
        answer_say(t->to, SV_TR("Heard {times} times, in one signal of {first}."),
                   SAYS(SAY_COUNT("times", found->times), SAY_DATE("first", found->first)));
    else
        answer_say(t->to, SV_TR("Heard {times} times, in {n} signals, from {first} to {last}."),
                   SAYS(SAY_COUNT("times", found->times), SAY_COUNT("n", found->signals), SAY_DATE("first", found->first),
                        SAY_DATE("last", found->last)));
    answer_fact(t->to, "times", found->times);
    answer_fact(t->to, "signals", (double)found->signals);
    answer_fact(t->to, "later", (double)found->later);
}

static void tell_team(signals_telling *t)
{
    size_t back = 0;
    for (size_t i = 0; i < t->found->n[SV_BY_THEME]; i++)
        back += comes_back(t, SV_BY_THEME, &t->found->groups[SV_BY_THEME][i]);
    say_total(t);
    if (!t->found->signals)
        return;
    if (back)
        answer_say(t->to, SV_TR("Themes that come back, in more than one month or neighbourhood: {n}."), SAYS(SAY_COUNT("n", back)));
    tell_themes(t);
    for (int by = SV_BY_NEIGHBOURHOOD; by < SV_SIGNAL_BYS; by++)
        tell_groups(t, (sv_signal_by)by);
    answer_note(t->to,
                SV_TR("More or less often: the last three months against the three before, where it differs by at least {least} times and "
                      "by half."),
                SAYS(SAY_COUNT("least", SV_SIGNALS_LEAST)));
    if (t->found->without_count)
        answer_note(t->to, SV_TR("Where no number stands beside a signal it counts once: {n}."),
                    SAYS(SAY_COUNT("n", t->found->without_count)));
    if (t->found->later)
        answer_note(t->to, SV_TR("Signals of a later day, left out: {n}."), SAYS(SAY_COUNT("n", t->found->later)));
}

static bool has_any(const sv_signals *found)
{
    for (int by = 0; by < SV_SIGNAL_BYS; by++)
        if (found->n[by])
            return true;
    return false;
}

static void tell_public(signals_telling *t)
{
    static const sv_signal_by counted[] = {SV_BY_THEME, SV_BY_NEIGHBOURHOOD, SV_BY_MONTH};
    answer_fact(t->to, "times", t->found->times);
    if (!isnan(t->found->times))
        answer_say(t->to, SV_TR("Heard {times} times."), SAYS(SAY_COUNT("times", t->found->times)));
    else if (!has_any(t->found))
        answer_say(t->to, SV_TR("There are no public signals, or too few to count without giving people away."), SAYS());
    tell_names(t, SV_BY_ISSUE, SV_TR("At least {least} times it was about: {list}."));
    tell_names(t, SV_BY_POLICY, SV_TR("At least {least} times this rule was named: {list}."));
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        tell_groups(t, counted[i]);
    if (has_any(t->found))
        answer_note(
            t->to,
            SV_TR("Groups of fewer than {least} stand together as “others”, with larger ones where they could be worked out otherwise. "
                  "What was told, and counts for one issue or for one theme in one neighbourhood, are not for the public: so few people "
                  "can be found out. Only signals marked as public are counted; where no number stands beside a signal it counts once."),
            SAYS(SAY_COUNT("least", SV_SIGNALS_LEAST)));
}

/* Chain the rows of each group, in the order of the map. False without memory. */
static bool chain_rows(signals_telling *t, sv_signal_by by)
{
    size_t rows = sv_map_rows(t->to->map, SV_SIGNALS);
    t->first[by] = sv_alloc(t->found->n[by], sizeof(size_t));
    t->next[by] = sv_alloc(rows, sizeof(size_t));
    if (!t->first[by] || !t->next[by])
        return false;
    for (size_t i = 0; i < t->found->n[by]; i++)
        t->first[by][i] = SV_NO_ROW;
    for (size_t row = rows; row-- > 0;) {
        size_t group = t->found->group_of[by][row];
        if (group == SV_NO_ROW)
            continue;
        t->next[by][row] = t->first[by][group];
        t->first[by][group] = row;
    }
    return true;
}

static bool begin_team(signals_telling *t)
{
    t->sums = sv_alloc(sv_map_rows(t->to->map, SV_SIGNALS), sizeof *t->sums);
    return t->sums && chain_rows(t, SV_BY_THEME) && chain_rows(t, SV_BY_POLICY);
}

static void end_team(signals_telling *t)
{
    for (int by = 0; by < SV_SIGNAL_BYS; by++) {
        free(t->first[by]);
        free(t->next[by]);
    }
    free(t->sums);
}

sv_status sv_report_signals(const sv_map *map, const sv_signals *found, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error)
{
    answer made;
    signals_telling t = {.to = &made, .found = found, .open = options->audience == SV_PUBLIC};
    answer_begin(&made, "signals", map, options);
    if (t.open)
        tell_public(&t);
    else if (begin_team(&t))
        tell_team(&t);
    else
        made.failed = true;
    end_team(&t);
    return answer_end(&made, text, length, error);
}

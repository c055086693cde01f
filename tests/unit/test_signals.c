/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Signals: counted by hand, what comes back and how often of late, and an attack on what the public gets. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "advice/signals_small.h"
#include "failing_memory.h"
#include "model/table.h"
#include "support.h"

static const char heard[] = "= Issues\nid;title;visibility\nplein;Het plein;public\nlicht;Licht;public\n"
                            "= Signals\ndate;theme;neighbourhood;life_domain;count;description;policy;consequence;issue;visibility\n"
                            "2026-01-10;Afval;Oost;wonen;4;geheim-een;Regel A;Stank.;plein;public\n"
                            "2026-02-10;afval;West;wonen;;geheim-twee;regel a;Ratten;plein;public\n"
                            "2026-05-20;AFVAL;Oost;wonen;12;geheim-drie;;;licht;public\n"
                            "2026-06-30;donker;Oost;veiligheid;7;geheim-vier;Regel B;;;public\n"
                            "2026-06-30;donker;Oost;veiligheid;3;;;;licht;private\n"
                            "2026-07-02;;Oost;;2;;;;;public\n"
                            "2026-09-01;donker;Oost;;50;;;;plein;public\n";

static sv_signals count(const sv_map *map, const sv_signals_options *options)
{
    sv_signals found;
    assert_int_equal(sv_signals_count(map, options, &found, NULL), SV_OK);
    return found;
}

static const sv_signal_group *group_named(const sv_map *map, const sv_signals *found, sv_signal_by by, size_t column, const char *name)
{
    for (size_t i = 0; i < found->n[by]; i++)
        if (found->groups[by][i].row != SV_NO_ROW && strcmp(sv_map_cell(map, SV_SIGNALS, found->groups[by][i].row, column), name) == 0)
            return &found->groups[by][i];
    fail_msg("there is no group \"%s\"", name);
    return NULL;
}

/* Up to 1 July: rows 1 to 5. Afval 4 + 1 (no count) + 12 = 17, donker 7 + 3 = 10; rows 6 and 7 are later. */
static void counts_by_hand(void **state)
{
    sv_map *map = map_of(heard, NULL);
    sv_signals found = count(map, &(sv_signals_options){20260701, SV_NO_ROW, SV_PRIVATE});
    const sv_signal_group *group;
    (void)state;
    assert_true(found.times == 27 && found.signals == 5 && found.without_count == 1 && found.later == 2);
    assert_true(found.first == 20260110 && found.last == 20260630);
    assert_int_equal(found.n[SV_BY_THEME], 2);
    group = &found.groups[SV_BY_THEME][0]; /* the most first, under the name that was written first */
    assert_string_equal(sv_map_cell(map, SV_SIGNALS, group->row, SV_SIGNAL_THEME), "Afval");
    assert_true(group->times == 17 && group->signals == 3 && group->months == 3 && group->neighbourhoods == 2);
    assert_true(group->first == 20260110 && group->last == 20260520);
    group = group_named(map, &found, SV_BY_NEIGHBOURHOOD, SV_SIGNAL_NEIGHBOURHOOD, "Oost");
    assert_true(group->times == 26 && group->months == 3);
    assert_int_equal(found.n[SV_BY_MONTH], 4);
    assert_true(found.groups[SV_BY_MONTH][0].month == 202601 && found.groups[SV_BY_MONTH][3].month == 202606);
    assert_true(found.groups[SV_BY_MONTH][3].times == 10);
    group = group_named(map, &found, SV_BY_POLICY, SV_SIGNAL_POLICY, "Regel A");
    assert_true(group->times == 5 && group->signals == 2);
    assert_true(group_named(map, &found, SV_BY_POLICY, SV_SIGNAL_POLICY, "")->times == 15); /* rows 3 and 5; last, though the most */
    assert_string_equal(sv_map_cell(map, SV_SIGNALS, found.groups[SV_BY_POLICY][2].row, SV_SIGNAL_POLICY), "");
    for (size_t i = 0; i < found.n[SV_BY_ISSUE]; i++) /* plein 4 + 1, licht 12 + 3, none 7 */
        assert_true(found.groups[SV_BY_ISSUE][i].times == (found.groups[SV_BY_ISSUE][i].issue == 0   ? 5
                                                           : found.groups[SV_BY_ISSUE][i].issue == 1 ? 15
                                                                                                     : 7));
    assert_int_equal(found.group_of[SV_BY_THEME][0], found.group_of[SV_BY_THEME][2]);
    assert_true(found.group_of[SV_BY_THEME][6] == SV_NO_ROW);
    sv_signals_clear(&found);
    sv_map_free(map);
}

static void counts_for_one_issue(void **state)
{
    sv_map *map = map_of(heard, NULL);
    sv_signals found = count(map, &(sv_signals_options){0, 1, SV_TEAM});
    (void)state;
    assert_true(found.times == 15 && found.signals == 2 && found.later == 0 && found.n[SV_BY_THEME] == 2);
    sv_signals_clear(&found);
    sv_map_free(map);
}

/*
 * Lately is the 91 days up to the day: from 2 April for 1 July (29 + 31 + 30 + 1 = 91), before is from 1 January
 * (31 + 28 + 31 + 1 = 91). Afval: lately 12, before 4 + 1 = 5: 7 more and 2.4 times, so rising.
 */
static void tells_what_rises(void **state)
{
    sv_map *map = map_of(heard, NULL);
    sv_signals found = count(map, &(sv_signals_options){20260701, SV_NO_ROW, SV_TEAM});
    const sv_signal_group *group = &found.groups[SV_BY_THEME][0];
    (void)state;
    /* 10 January is less than 182 - 1 days before 1 July: the counting does not go back far enough */
    assert_true(group->recent == 12 && group->before == 5 && group->trend == SV_TREND_UNKNOWN);
    sv_signals_clear(&found);
    found = count(
        map, &(sv_signals_options){20260710, SV_NO_ROW, SV_TEAM}); /* 181 days: far enough; lately from 11 April, before from 10 January */
    group = &found.groups[SV_BY_THEME][0];
    assert_true(group->recent == 12 && group->before == 5 && group->trend == SV_TREND_RISING);
    group = group_named(map, &found, SV_BY_THEME, SV_SIGNAL_THEME, "donker");
    assert_true(group->months == 1 && group->neighbourhoods == 1 && group->trend == SV_TREND_UNKNOWN); /* heard in one month only */
    sv_signals_clear(&found);
    found = count(map, &(sv_signals_options){20260905, SV_NO_ROW, SV_TEAM}); /* lately from 7 June, before from 8 March: 0 against 12 */
    group = group_named(map, &found, SV_BY_THEME, SV_SIGNAL_THEME, "Afval");
    assert_true(group->recent == 0 && group->before == 12 && group->trend == SV_TREND_FALLING);
    sv_signals_clear(&found);
    sv_map_free(map);
}

/* ---- The public ---- */

enum { labels = 6, highest = 6, most_vectors = 117649 }; /* (highest + 1)^labels */

/* What the public sees of six counts, as a text; and the counts. */
typedef struct shown_vector {
    char text[80];
    int counts[labels];
} shown_vector;

static shown_vector vectors[most_vectors];

/* The answer to counts; of the first theme row 0, and so on. Cleared by the caller. */
static sv_signals answer_to(const int *counts)
{
    sv_signals found = {0};
    for (int by = 0; by < SV_SIGNAL_BYS; by++)
        found.groups[by] = calloc(labels, sizeof(sv_signal_group));
    for (size_t i = 0; i < labels; i++)
        if (counts[i]) { /* a theme that was never heard stands nowhere */
            found.groups[SV_BY_THEME][found.n[SV_BY_THEME]++] = (sv_signal_group){.row = i, .times = counts[i]};
            found.times += counts[i];
        }
    for (size_t i = 0; i + 1 < found.n[SV_BY_THEME]; i++) /* the most first, as they are sorted */
        for (size_t j = i + 1; j < found.n[SV_BY_THEME]; j++) {
            sv_signal_group *a = &found.groups[SV_BY_THEME][i], *b = &found.groups[SV_BY_THEME][j], kept = *a;
            if (a->times < b->times) {
                *a = *b;
                *b = kept;
            }
        }
    signals_hide_small(&found, false);
    return found;
}

/* Whether counts of the same themes could have had this answer, as far as adding up can tell. */
static bool could_be(const sv_signals *answer, const int *counts)
{
    double rest = 0, others = 0;
    bool shown[labels] = {false}, fits = true;
    for (size_t i = 0; i < answer->n[SV_BY_THEME]; i++) {
        const sv_signal_group *group = &answer->groups[SV_BY_THEME][i];
        if (group->row == SV_NO_ROW) {
            others = group->times;
        } else {
            shown[group->row] = true;
            fits &= group->times == counts[group->row];
        }
    }
    for (int i = 0; i < labels; i++)
        rest += shown[i] ? 0 : counts[i];
    return isnan(answer->times) || (fits && rest == others);
}

/*
 * The attack of one who knows which themes were heard: for counts of six themes, of 1, 2 or 6, he tries all counts of
 * 1, 2, 3 or 6 that add up to the answer. Of no small one is there only one possibility.
 */
static void small_groups_cannot_be_added_up(void **state)
{
    enum { all = 4096 }; /* 4^6 */
    static const int values[] = {1, 2, 6, 3};
    static int counts[all][labels];
    (void)state;
    for (int code = 0; code < all; code++)
        for (int i = 0, rest = code; i < labels; i++, rest /= 4)
            counts[code][i] = values[rest % 4];
    for (int code = 0; code < all; code++) {
        bool open[labels] = {false}, tried = true;
        sv_signals answer;
        for (int i = 0; i < labels; i++)
            tried &= counts[code][i] != 3;
        if (!tried)
            continue;
        answer = answer_to(counts[code]);
        assert_true(could_be(&answer, counts[code]));
        for (int other = 0; other < all; other++)
            for (int i = 0; i < labels && could_be(&answer, counts[other]); i++)
                open[i] |= counts[other][i] != counts[code][i];
        for (int i = 0; i < labels; i++)
            if (!open[i] && counts[code][i] < SV_SIGNALS_LEAST)
                fail_msg("case %d gives away a count of %d", code, counts[code][i]);
        sv_signals_clear(&answer);
    }
}

/* Five themes heard once each stand with the sixth, 5 + 6 = 11; without it nothing can be shown. */
static void groups_of_one_are_hidden_behind_another(void **state)
{
    sv_signals found = answer_to((const int[]){1, 1, 1, 1, 1, 6});
    (void)state;
    assert_true(found.times == 11 && found.n[SV_BY_THEME] == 1 && found.groups[SV_BY_THEME][0].times == 11);
    sv_signals_clear(&found);
    found = answer_to((const int[]){1, 1, 1, 1, 1, 0});
    assert_true(isnan(found.times) && found.n[SV_BY_THEME] == 0);
    sv_signals_clear(&found);
}

static void show(shown_vector *vector)
{
    sv_signals found = answer_to(vector->counts);
    snprintf(vector->text, sizeof vector->text, "%g:", found.times);
    for (size_t i = 0; i < found.n[SV_BY_THEME]; i++)
        snprintf(vector->text + strlen(vector->text), sizeof vector->text - strlen(vector->text), " %d=%g",
                 found.groups[SV_BY_THEME][i].row == SV_NO_ROW ? -1 : (int)found.groups[SV_BY_THEME][i].row,
                 found.groups[SV_BY_THEME][i].times);
    sv_signals_clear(&found);
}

static int compare_shown(const void *a, const void *b)
{
    return strcmp(((const shown_vector *)a)->text, ((const shown_vector *)b)->text);
}

/* Whether a count is the same in all vectors of a run, and small. */
static bool is_given_away(const shown_vector *run, size_t n, int label)
{
    for (size_t i = 1; i < n; i++)
        if (run[i].counts[label] != run->counts[label])
            return false;
    return run->counts[label] > 0 && run->counts[label] < SV_SIGNALS_LEAST;
}

/* There is always one theme more that could have been heard. */
static bool has_a_zero(const shown_vector *vector)
{
    for (int i = 0; i < labels; i++)
        if (vector->counts[i] == 0)
            return true;
    return false;
}

/*
 * The attack of one who knows the rule, and not which themes were heard: he tries all counts of six themes, from 0 to 6,
 * that have this very answer. No small count may be the same in all of them.
 */
static void small_groups_cannot_be_worked_out(void **state)
{
    size_t answers = 0;
    (void)state;
    for (int code = 0; code < most_vectors; code++) {
        for (int i = 0, rest = code; i < labels; i++, rest /= highest + 1)
            vectors[code].counts[i] = rest % (highest + 1);
        show(&vectors[code]);
    }
    qsort(vectors, most_vectors, sizeof *vectors, compare_shown);
    for (size_t first = 0, end; first < most_vectors; first = end, answers++) {
        bool possible = false;
        for (end = first; end < most_vectors && strcmp(vectors[end].text, vectors[first].text) == 0; end++)
            possible |= has_a_zero(&vectors[end]);
        for (int i = 0; possible && i < labels; i++)
            if (is_given_away(&vectors[first], end - first, i))
                fail_msg("\"%s\" gives away a count of %d", vectors[first].text, vectors[first].counts[i]);
    }
    assert_true(answers > 1000);
}

/* Oost 4 + 12 + 7 + 2 + 50 = 75, West 1: West alone would be 76 - 75, so both stand together. Themes: Afval 17, donker 57, not said 2. */
static void the_public_gets_no_small_groups(void **state)
{
    sv_map *map = map_of(heard, NULL), *edition;
    sv_signals found;
    (void)state;
    assert_int_equal(sv_map_edition(map, SV_PUBLIC, &edition, NULL), SV_OK);
    found = count(edition, &(sv_signals_options){20260701, SV_NO_ROW, SV_PUBLIC}); /* the day leaves nothing out */
    assert_true(found.times == 76 && found.signals == 0 && found.first == 0 && found.last == 0);
    assert_int_equal(found.n[SV_BY_NEIGHBOURHOOD], 1);
    assert_true(found.groups[SV_BY_NEIGHBOURHOOD][0].row == SV_NO_ROW && found.groups[SV_BY_NEIGHBOURHOOD][0].times == 76);
    assert_int_equal(found.n[SV_BY_THEME], 2); /* donker; and Afval with those that do not say */
    assert_true(found.groups[SV_BY_THEME][0].times == 57 && found.groups[SV_BY_THEME][1].times == 19);
    assert_true(found.groups[SV_BY_THEME][0].months == 0 && found.groups[SV_BY_THEME][0].last == 0);
    assert_int_equal(found.n[SV_BY_LIFE_DOMAIN], 0);
    assert_null(found.group_of[SV_BY_THEME]);
    assert_true(isnan(found.groups[SV_BY_ISSUE][0].times)); /* named, not counted */
    sv_signals_clear(&found);
    found = count(edition, &(sv_signals_options){0, 0, SV_PUBLIC}); /* of one issue only that there are enough */
    assert_true(isnan(found.times) && found.n[SV_BY_THEME] == 0 && found.n[SV_BY_POLICY] == 0 && found.n[SV_BY_ISSUE] == 1);
    sv_signals_clear(&found);
    sv_map_free(edition);
    sv_map_free(map);
}

static void too_few_for_the_public(void **state)
{
    sv_map *map = map_of("= Signals\ndate;theme;count;visibility\n2026-01-01;a;3;public\n2026-01-01;b;1;public\n", NULL);
    sv_signals found = count(map, &(sv_signals_options){0, SV_NO_ROW, SV_PUBLIC});
    (void)state;
    assert_true(isnan(found.times));
    for (int by = 0; by < SV_SIGNAL_BYS; by++)
        assert_int_equal(found.n[by], 0);
    sv_signals_clear(&found);
    sv_map_free(map);
}

/* ---- Told ---- */

static char *tell(const sv_map *map, sv_audience audience, sv_report_format format, sv_language language)
{
    sv_signals found = count(map, &(sv_signals_options){20260910, SV_NO_ROW, audience});
    char *text;
    size_t length;
    assert_int_equal(sv_report_signals(map, &found, &(sv_answer_options){format, language, audience, 20260910}, &text, &length, NULL),
                     SV_OK);
    sv_signals_clear(&found);
    return text;
}

static void the_public_reads_nothing_that_was_told(void **state)
{
    static const char *const secrets[] = {"geheim", "Stank", "Ratten", "veiligheid"};
    sv_map *map = map_of(heard, NULL), *edition;
    (void)state;
    assert_int_equal(sv_map_edition(map, SV_PUBLIC, &edition, NULL), SV_OK);
    for (int format = 0; format < 3; format++)
        for (int language = 0; language < 2; language++) {
            char *text = tell(edition, SV_PUBLIC, (sv_report_format)format, (sv_language)language);
            for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
                assert_null(strstr(text, secrets[i]));
            free(text);
        }
    sv_map_free(edition);
    sv_map_free(map);
}

static void odd_maps_are_told(void **state)
{
    static const char *const texts[] = {
        "= Actors\nname\nAnna\n",
        "= Signals\ndate;count\n2026-01-01;0\n2026-01-01;\n",
        "= Signals\ndate;theme;count\n2026-01-01;<b>{who}</b> %s;999999999999999\n2026-01-02;\"=1\";\n",
        "= Signals\ndate;theme\n31-02-2026;kapot\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        sv_map *map = map_of(texts[i], NULL);
        for (int audience = 0; audience < 3; audience++)
            for (int format = 0; format < 3; format++)
                free(tell(map, (sv_audience)audience, (sv_report_format)format, SV_DUTCH));
        sv_map_free(map);
    }
}

/* ---- Without memory ---- */

static sv_status count_and_tell(sv_audience audience, size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(heard, NULL);
    sv_signals found;
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_signals_count(map, &(sv_signals_options){0, SV_NO_ROW, audience}, &found, NULL);
    if (status == SV_OK)
        status = sv_report_signals(map, &found, &(sv_answer_options){.audience = audience, .as_of = 20260910}, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_signals_clear(&found);
    sv_map_free(map);
    return status;
}

static sv_status for_the_team(size_t fail_at, sv_text *result, bool *failed)
{
    return count_and_tell(SV_TEAM, fail_at, result, failed);
}

static sv_status for_the_public(size_t fail_at, sv_text *result, bool *failed)
{
    return count_and_tell(SV_PUBLIC, fail_at, result, failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_by_hand),
        cmocka_unit_test(counts_for_one_issue),
        cmocka_unit_test(tells_what_rises),
        cmocka_unit_test(small_groups_cannot_be_added_up),
        cmocka_unit_test(groups_of_one_are_hidden_behind_another),
        cmocka_unit_test(small_groups_cannot_be_worked_out),
        cmocka_unit_test(the_public_gets_no_small_groups),
        cmocka_unit_test(too_few_for_the_public),
        cmocka_unit_test(the_public_reads_nothing_that_was_told),
        cmocka_unit_test(odd_maps_are_told),
        TORTURE_MEMORY(for_the_team),
        TORTURE_MEMORY(for_the_public),
    };
    return cmocka_run_group_tests_name("signals", tests, NULL, NULL);
}

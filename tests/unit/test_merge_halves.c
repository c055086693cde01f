/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Merging at length: a sample cut in two at random, each row in one half or in both, must become the whole
 * again; ids that were changed in one half are found back, and each conflict that was planted is told once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "merging.h"
#include "model/references.h"
#include "model/table.h"
#include "reading.h"
#include "support.h"

typedef struct half {
    bool *has[SV_SHEETS];
    bool *renamed[SV_SHEETS];
    const sv_map *whole;
} half;

static half new_half(const sv_map *whole)
{
    half h = {.whole = whole};
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        h.has[sheet] = calloc(sv_map_rows(whole, (sv_sheet)sheet) + 1, sizeof(bool));
        h.renamed[sheet] = calloc(sv_map_rows(whole, (sv_sheet)sheet) + 1, sizeof(bool));
        assert_non_null(h.has[sheet]);
        assert_non_null(h.renamed[sheet]);
    }
    return h;
}

static void free_half(half *h)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        free(h->has[sheet]);
        free(h->renamed[sheet]);
    }
}

/* Whoever a row of the half names stands in the half too. */
static const char *need(void *context, bool issue, const char *text)
{
    half *h = context;
    size_t row = issue ? sv_map_find_issue(h->whole, text) : sv_map_find_actor(h->whole, text);
    if (row != SV_NO_ROW)
        h->has[issue ? SV_ISSUES : SV_ACTORS][row] = true;
    return text;
}

static const char *rename_some(void *context, bool issue, const char *text)
{
    static char changed[2000];
    const half *h = context;
    sv_sheet sheet = issue ? SV_ISSUES : SV_ACTORS;
    size_t row = issue ? sv_map_find_issue(h->whole, text) : sv_map_find_actor(h->whole, text);
    if (row == SV_NO_ROW || !h->renamed[sheet][row] || strcmp(text, sv_map_cell(h->whole, sheet, row, 0)) != 0)
        return text; /* names stay names */
    snprintf(changed, sizeof changed, "b-%s", text);
    return changed;
}

/* Calls back for every reference of a row. */
static void each_reference(half *h, sv_sheet sheet, size_t row)
{
    sv_text text = {0};
    for (size_t column = 0; column < sv_sheet_get(sheet)->n_columns; column++)
        assert_true(reference_rewrite(column_type(sheet, column), sv_map_cell(h->whole, sheet, row, column), need, h, &text));
    sv_text_clear(&text);
}

/* The half as a map of its own, not checked yet. */
static sv_map *cut(const half *h)
{
    sv_map *map = sv_map_new();
    sv_text text = {0};
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        assert_true(sv_table_name(map, (sv_sheet)sheet, "half", sv_sheet_get((sv_sheet)sheet)->nl));
        for (size_t row = 0; row < sv_map_rows(h->whole, (sv_sheet)sheet); row++) {
            size_t to = h->has[sheet][row] ? sv_table_row(map, (sv_sheet)sheet, NULL, row + 2) : SV_NO_ROW;
            for (size_t column = 0; to != SV_NO_ROW && column < sv_sheet_get((sv_sheet)sheet)->n_columns; column++) {
                const char *cell = sv_map_cell(h->whole, (sv_sheet)sheet, row, column);
                bool id = (sheet == SV_ACTORS || sheet == SV_ISSUES) && column == 0;
                sv_type type = id ? sheet == SV_ACTORS ? SV_TYPE_ACTOR : SV_TYPE_ISSUE : column_type((sv_sheet)sheet, column);
                assert_true(reference_rewrite(type, cell, rename_some, (void *)h, &text));
                assert_true(sv_table_put(map, (sv_sheet)sheet, to, column, text.bytes, NULL));
            }
        }
    }
    sv_text_clear(&text);
    return map;
}

/* Each row goes to one of two halves, or to both, with all it refers to. The maps are not checked yet. */
static void halve(const sv_map *whole, unsigned long long seed, half halves[2])
{
    halves[0] = new_half(whole);
    halves[1] = new_half(whole);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(whole, (sv_sheet)sheet); row++) {
            unsigned which = draw_number(&seed, 3);
            for (int side = 0; side < 2; side++)
                if (which == 2 || which == (unsigned)side || sheet == SV_ABOUT) {
                    halves[side].has[sheet][row] = true;
                    each_reference(&halves[side], (sv_sheet)sheet, row);
                }
        }
    for (int side = 0; side < 2; side++) /* whom an actor names as its organisation comes along as well, to any depth */
        for (int again = 0; again < 4; again++)
            for (size_t row = 0; row < sv_map_rows(whole, SV_ACTORS); row++)
                if (halves[side].has[SV_ACTORS][row])
                    each_reference(&halves[side], SV_ACTORS, row);
}

static void check(sv_map *map)
{
    sv_problems problems;
    sv_problems_init(&problems);
    assert_int_equal(sv_map_check(map, &problems, NULL), SV_OK);
    assert_int_equal(problems.errors, 0);
    sv_problems_clear(&problems);
}

static void test_with_itself(void **state)
{
    static const char *const samples[] = {"data/waterrijk", "data/buurthuis"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        reading r = read_path(samples[i]);
        merging m = merge_maps(r.map, r.map, SV_CHOOSE_NONE);
        char *before = map_as_json(r.map), *after = map_as_json(m.map);
        assert_int_equal(m.differences.n, 0);
        assert_string_equal(before, after);
        free(before);
        free(after);
        clear_merging(&m);
        clear_reading(&r);
    }
}

static void test_halves(void **state)
{
    reading r = read_path("data/waterrijk");
    char *whole = sorted_json(r.map);
    (void)state;
    for (unsigned long long seed = 1; seed <= 20; seed++) {
        half halves[2];
        sv_map *maps[2];
        merging m, again;
        char *made;
        halve(r.map, seed, halves);
        for (int side = 0; side < 2; side++) {
            maps[side] = cut(&halves[side]);
            check(maps[side]);
            assert_true(sv_map_rows(maps[side], SV_TIES) < sv_map_rows(r.map, SV_TIES));
        }
        m = merge_maps(maps[0], maps[1], SV_CHOOSE_NONE);
        assert_int_equal(m.differences.n, 0);
        made = sorted_json(m.map);
        assert_string_equal(made, whole);
        free(made);
        again = merge_maps(m.map, maps[1], SV_CHOOSE_NONE);
        made = sorted_json(again.map);
        assert_string_equal(made, whole);
        free(made);
        clear_merging(&again);
        clear_merging(&m);
        for (int side = 0; side < 2; side++) {
            sv_map_free(maps[side]);
            free_half(&halves[side]);
        }
    }
    free(whole);
    clear_reading(&r);
}

/* Of the actors and issues in both halves some are called otherwise in the second, in every row that names them. */
static void test_halves_with_other_ids(void **state)
{
    reading r = read_path("data/waterrijk");
    char *whole = sorted_json(r.map), *made;
    half halves[2];
    sv_map *a, *b;
    merging m;
    size_t renamed = 0;
    (void)state;
    halve(r.map, 7, halves);
    for (int sheet = SV_ACTORS; sheet <= SV_ISSUES; sheet += SV_ISSUES - SV_ACTORS)
        for (size_t row = 0; row < sv_map_rows(r.map, (sv_sheet)sheet); row++)
            if (halves[0].has[sheet][row] && halves[1].has[sheet][row] && row % 3 == 0) {
                halves[1].renamed[sheet][row] = true;
                renamed++;
            }
    a = cut(&halves[0]);
    b = cut(&halves[1]);
    check(a);
    check(b);
    m = merge_maps(a, b, SV_CHOOSE_NONE);
    assert_true(renamed > 15);
    assert_int_equal(m.differences.n, renamed);
    assert_int_equal(count_differences(&m, SV_E_SAME_NAME_JOINED), renamed);
    made = sorted_json(m.map);
    assert_string_equal(made, whole);
    free(made);
    free(whole);
    clear_merging(&m);
    sv_map_free(a);
    sv_map_free(b);
    free_half(&halves[0]);
    free_half(&halves[1]);
    clear_reading(&r);
}

/* ---- Planted conflicts ---- */

enum { planted_most = 12 };

/* Another role for some actors that stand in both halves; gives their ids. */
static size_t plant(sv_map *b, const half halves[2], const char *ids[planted_most])
{
    const sv_map *whole = halves[0].whole;
    size_t planted = 0, at = 0;
    for (size_t row = 0; row < sv_map_rows(whole, SV_ACTORS); row++) {
        bool both = halves[0].has[SV_ACTORS][row] && halves[1].has[SV_ACTORS][row];
        if (both && planted < planted_most && *sv_map_cell(whole, SV_ACTORS, row, SV_ACTOR_ROLE)) {
            assert_true(sv_table_put(b, SV_ACTORS, at, SV_ACTOR_ROLE, "kapitein", NULL));
            ids[planted++] = sv_map_cell(whole, SV_ACTORS, row, SV_ACTOR_ID);
        }
        at += halves[1].has[SV_ACTORS][row];
    }
    return planted;
}

static void expect_planted(const merging *m, const char *const *ids, size_t planted, sv_choice chosen)
{
    assert_int_equal(m->differences.n, planted);
    assert_int_equal(count_differences(m, SV_E_CELL_DIFFERS), planted);
    for (size_t i = 0; i < planted; i++) {
        char id[200];
        size_t seen = 0;
        snprintf(id, sizeof id, "(%s)", ids[i]);
        for (size_t k = 0; k < m->differences.n; k++) {
            const sv_difference *one = &m->differences.items[k];
            if (!strstr(one->about, id))
                continue;
            seen++;
            assert_int_equal(one->column, SV_ACTOR_ROLE);
            assert_string_equal(one->b, "kapitein");
            assert_int_equal(one->chosen, chosen);
            assert_true(one->row_a > 0 && one->row_b > 0);
        }
        assert_int_equal(seen, 1);
    }
}

static void test_conflicts(void **state)
{
    reading r = read_path("data/waterrijk");
    char *whole = sorted_json(r.map), *made;
    const char *ids[planted_most];
    half halves[2];
    sv_map *a, *b;
    merging m;
    size_t planted;
    (void)state;
    halve(r.map, 11, halves);
    a = cut(&halves[0]);
    b = cut(&halves[1]);
    planted = plant(b, halves, ids);
    assert_int_equal(planted, planted_most);
    check(a);
    check(b);
    m = merge_maps(a, b, SV_CHOOSE_NONE); /* nobody chose: there is no map, only the differences */
    assert_null(m.map);
    assert_int_equal(m.differences.open, planted);
    expect_planted(&m, ids, planted, SV_CHOOSE_NONE);
    clear_merging(&m);
    m = merge_maps(a, b, SV_CHOOSE_A);
    assert_int_equal(m.differences.open, 0);
    expect_planted(&m, ids, planted, SV_CHOOSE_A);
    made = sorted_json(m.map);
    assert_string_equal(made, whole);
    free(made);
    clear_merging(&m);
    m = merge_maps(a, b, SV_CHOOSE_B);
    expect_planted(&m, ids, planted, SV_CHOOSE_B);
    for (size_t i = 0; i < planted; i++)
        expect_merged(&m, SV_ACTORS, row_of(m.map, ids[i]), SV_ACTOR_ROLE, "kapitein");
    clear_merging(&m);
    free(whole);
    sv_map_free(a);
    sv_map_free(b);
    free_half(&halves[0]);
    free_half(&halves[1]);
    clear_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_with_itself),
        cmocka_unit_test(test_halves),
        cmocka_unit_test(test_halves_with_other_ids),
        cmocka_unit_test(test_conflicts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

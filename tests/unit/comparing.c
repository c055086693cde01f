/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "comparing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

comparing compare_texts(const char *before, const char *after, int as_of)
{
    comparing p = {map_of(before, NULL), map_of(after, NULL), NULL};
    assert_int_equal(sv_changes_new(p.before, p.after, &(sv_changes_options){.as_of = as_of}, &p.changes, NULL), SV_OK);
    return p;
}

void clear_comparing(comparing *p)
{
    sv_changes_free(p->changes);
    sv_map_free(p->before);
    sv_map_free(p->after);
}

const char *changed_id(const comparing *p, size_t actor)
{
    return sv_map_actor(p->changes->both, actor)->id;
}

void expect_same_results(const sv_map *a, const sv_map *b)
{
    sv_changes *changes = NULL;
    size_t n = sv_score_count(), *all = calloc(n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = i;
    assert_int_equal(sv_changes_new(a, b, &(sv_changes_options){.which = all, .n_which = n}, &changes, NULL), SV_OK);
    assert_false(changes->any);
    assert_int_equal(changes->n_groups, 0);
    assert_int_equal(changes->before.ties, changes->after.ties);
    assert_int_equal(changes->n_scores, n * changes->after.actors);
    for (size_t i = 0; i < changes->n_scores; i++) {
        if (strcmp(sv_score_get(changes->scores[i].score)->id, "component") == 0)
            continue; /* equal parts are numbered in the order of the map */
        assert_near_at(changes->scores[i].after, changes->scores[i].before, 1e-9, __FILE__, __LINE__);
        assert_int_equal(changes->scores[i].place_before, changes->scores[i].place_after);
    }
    for (size_t i = 0; i < changes->n_votes; i++) {
        assert_int_equal(changes->votes[i].before.in_favour, changes->votes[i].after.in_favour);
        assert_near(changes->votes[i].before.chance, changes->votes[i].after.chance);
    }
    assert_int_equal(changes->n_balances, sv_map_rows(a, SV_ISSUES));
    for (size_t i = 0; i < changes->n_balances; i++) {
        assert_near(changes->balances[i].before.for_it, changes->balances[i].after.for_it);
        assert_near(changes->balances[i].before.against, changes->balances[i].after.against);
    }
    sv_changes_free(changes);
    free(all);
}

sv_map *suppose(const sv_map *map, const sv_supposition *steps, size_t n)
{
    sv_map *supposed = NULL;
    assert_int_equal(sv_map_suppose(map, steps, n, &supposed, NULL), SV_OK);
    return supposed;
}

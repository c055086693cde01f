/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The map as it would be, on random maps held beside a map that was written with the change in it from the start. What is
 * done and undone changes nothing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "comparing.h"
#include "plain_lists.h"
#include "support.h"

enum { rounds = 400 };

/* A change that is asked of the program gives what the map gives in which they were made from the start. */
static void what_if_is_the_map_rebuilt(void **state)
{
    int kinds[4] = {0};
    (void)state;
    for (int round = 0; round < rounds; round++) {
        lists of;
        sv_map *map, *rebuilt, *supposed;
        sv_supposition step;
        draw_lists(&of);
        map = map_of_lists(&of);
        step = change_lists(&of, map);
        kinds[step.what]++;
        supposed = suppose(map, &step, 1);
        rebuilt = map_of_lists(&of);
        expect_same_results(supposed, rebuilt);
        sv_map_free(map);
        sv_map_free(supposed);
        sv_map_free(rebuilt);
    }
    for (int i = 0; i < 4; i++)
        assert_true(kinds[i] > rounds / 8);
}

/* Several changes in one call are the same as one after another. */
static void steps_follow_one_another(void **state)
{
    (void)state;
    for (int round = 0; round < rounds / 4; round++) {
        lists of, twice;
        sv_map *map, *at_once, *one, *two;
        sv_supposition steps[2], second;
        draw_lists(&of);
        map = map_of_lists(&of);
        steps[0] = change_lists(&of, map);
        do {
            twice = of;
            steps[1] = change_lists(&twice, map);
        } while (steps[0].what == SV_SUPPOSE_REMOVE && (steps[1].actor == steps[0].actor || steps[1].other == steps[0].actor));
        at_once = suppose(map, steps, 2);
        one = suppose(map, steps, 1);
        second = steps[1];
        second.actor = row_of(one, sv_map_actor(map, steps[1].actor)->id);
        if (second.what == SV_SUPPOSE_TIE || second.what == SV_SUPPOSE_JOIN)
            second.other = row_of(one, sv_map_actor(map, steps[1].other)->id);
        two = suppose(one, &second, 1);
        expect_same_results(at_once, two);
        sv_map_free(map);
        sv_map_free(at_once);
        sv_map_free(one);
        sv_map_free(two);
    }
}

/* Whoever goes and comes back, at the end of every list, changes nothing: the other way round the answer does not hang on the order of
 * rows. */
static void gone_and_back_again_is_no_change(void **state)
{
    (void)state;
    for (int round = 0; round < rounds / 4; round++) {
        lists whole, rest, back;
        sv_map *map, *again;
        int who;
        draw_lists(&whole);
        who = 1 + lists_draw(whole.n_actors - 1);
        rest = back = whole;
        remove_from_lists(&rest, who);
        KEEP(back.actors, back.n_actors, back.actors[i] != who);
        back.actors[back.n_actors++] = who;
        KEEP(back.memberships, back.n_memberships, back.memberships[i].who != who);
        for (int i = 0; i < whole.n_memberships; i++)
            if (whole.memberships[i].who == who)
                back.memberships[back.n_memberships++] = whole.memberships[i];
        map = map_of_lists(&whole);
        again = map_of_lists(&back);
        expect_same_results(map, again);
        sv_map_free(again);
        sv_map_free(map);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_if_is_the_map_rebuilt),
        cmocka_unit_test(steps_follow_one_another),
        cmocka_unit_test(gone_and_back_again_is_no_change),
    };
    return cmocka_run_group_tests_name("what_if_rebuilt", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dependence: shares of a receiver's funding, added up over rows, of the day asked for. */
/* wraps: malloc calloc realloc */

#include <speelveld/advice.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

static const char funding[] =
    "= Actors\nid;name;kind\nr;Receiver;welfare\na;A;municipality\nb;B;organisation\nc;C;organisation\nd;D;welfare\n"
    "= Ties\nfrom;to;kind;amount;direction;since;until\n"
    "b;r;funds;300;;;\n"
    "a;r;funds;500;;;2025-12-31\n"
    "a;r;funds;100;;;\n"     /* a second row of the same pair */
    "r;c;funds;300;back;;\n" /* c pays r: the row points the other way */
    "r;d;funds;50;;;\n"
    "b;d;funds;;;;\n"     /* no amount: nobody knows */
    "c;d;funds;0;;;\n"    /* nothing is paid */
    "b;d;knows;900;;;\n"; /* no money */

static void shares_add_up_rows_and_heed_the_day(void **state)
{
    sv_map *map = map_of(funding, NULL);
    sv_dependence *list;
    size_t n;
    (void)state;
    /* in 2025 r gets a 500 + 100, b 300, c 300: 1200 in all, of which a half and two quarters; b before c by id */
    assert_int_equal(sv_dependences(map, 20250601, &list, &n, NULL), SV_OK);
    assert_int_equal(n, 4);
    assert_int_equal(list[0].receiver, row_of(map, "r"));
    assert_int_equal(list[0].funder, row_of(map, "a"));
    assert_near(list[0].amount, 600);
    assert_near(list[0].share, 0.5);
    assert_int_equal(list[1].funder, row_of(map, "b"));
    assert_near(list[1].share, 0.25);
    assert_int_equal(list[2].funder, row_of(map, "c"));
    assert_near(list[2].share, 0.25);
    assert_int_equal(list[3].receiver, row_of(map, "d")); /* all that d gets is r's 50 */
    assert_near(list[3].share, 1);
    free(list);
    /* in 2026 the 500 is over: a 100, b 300, c 300 of 700 */
    assert_int_equal(sv_dependences(map, 20260601, &list, &n, NULL), SV_OK);
    assert_int_equal(n, 4);
    assert_int_equal(list[0].funder, row_of(map, "b"));
    assert_near(list[0].share, 3.0 / 7);
    assert_int_equal(list[2].funder, row_of(map, "a"));
    assert_near(list[2].share, 1.0 / 7);
    free(list);
    sv_map_free(map);
}

/* The share of one funder in one receiver's funding; 0 when there is none. */
static double share_of(const sv_dependence *list, size_t n, size_t receiver, size_t funder)
{
    for (size_t i = sv_dependence_first(list, n, receiver); i < n && list[i].receiver == receiver; i++)
        if (list[i].funder == funder)
            return list[i].share;
    return 0;
}

static void what_is_looked_up_is_what_stands_there(void **state)
{
    sv_map *map = map_of(funding, NULL);
    sv_dependence *list;
    size_t n;
    (void)state;
    assert_int_equal(sv_dependences(map, 0, &list, &n, NULL), SV_OK);
    assert_int_equal(sv_dependence_first(list, n, row_of(map, "r")), 0);
    assert_int_equal(sv_dependence_first(list, n, row_of(map, "d")), 3);
    assert_int_equal(sv_dependence_first(list, n, row_of(map, "a")), n); /* is paid by nobody, and stands between the two */
    assert_int_equal(sv_dependence_first(list, 0, 0), 0);
    assert_near(share_of(list, n, row_of(map, "r"), row_of(map, "a")), 0.5);
    assert_near(share_of(list, n, row_of(map, "d"), row_of(map, "r")), 1);
    assert_near(share_of(list, n, row_of(map, "d"), row_of(map, "b")), 0);
    assert_near(share_of(list, n, row_of(map, "a"), row_of(map, "r")), 0);
    free(list);
    sv_map_free(map);
}

static void an_actor_does_not_live_by_itself(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\nx;X\ny;Y\n= Ties\nfrom;to;kind;amount\nx;x;funds;10\nx;nobody;funds;10\n", NULL);
    sv_dependence *list;
    size_t n;
    (void)state;
    assert_int_equal(sv_dependences(map, 0, &list, &n, NULL), SV_OK);
    assert_int_equal(n, 0);
    free(list);
    sv_map_free(map);
}

/* Random payments of whole euros, against adding them up by hand for every pair. */
static void shares_are_those_of_brute_force(void **state)
{
    unsigned long long seed = 5;
    (void)state;
    for (int round = 0; round < 50; round++) {
        enum { actors = 7 };
        double paid[actors][actors] = {{0}}, total[actors] = {0}; /* by receiver, then funder */
        sv_text text = {0};
        sv_dependence *list;
        size_t n, pairs = 0;
        sv_map *map;
        sv_text_add(&text, "= Actors\nid;name\n");
        for (char c = 'a'; c < 'a' + actors; c++)
            sv_text_addf(&text, "%c;%c\n", c, c);
        sv_text_add(&text, "= Ties\nfrom;to;kind;amount\n");
        for (int i = 0; i < 15; i++) {
            unsigned from = draw_number(&seed, actors), to = draw_number(&seed, actors), amount = draw_number(&seed, 4);
            sv_text_addf(&text, "%c;%c;funds;%u\n", 'a' + (int)from, 'a' + (int)to, amount);
            if (from != to) {
                paid[to][from] += amount;
                total[to] += amount;
            }
        }
        map = map_of(text.bytes, NULL);
        assert_int_equal(sv_dependences(map, 0, &list, &n, NULL), SV_OK);
        for (size_t to = 0; to < actors; to++)
            for (size_t from = 0; from < actors; from++) {
                assert_near(share_of(list, n, to, from), total[to] > 0 ? paid[to][from] / total[to] : 0);
                pairs += paid[to][from] > 0;
            }
        assert_int_equal(n, pairs);
        for (size_t i = 1; i < n; i++)
            assert_true(list[i - 1].receiver < list[i].receiver ||
                        (list[i - 1].receiver == list[i].receiver && list[i - 1].share >= list[i].share));
        free(list);
        sv_map_free(map);
        sv_text_clear(&text);
    }
}

static sv_status find(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(funding, NULL);
    sv_dependence *list = NULL;
    size_t n = 0;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_dependences(map, 0, &list, &n, NULL);
    *failed = memory_is_back();
    for (size_t i = 0; i < n; i++)
        sv_text_addf(result, "%zu %zu %a\n", list[i].receiver, list[i].funder, list[i].share);
    free(list);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_add_up_rows_and_heed_the_day),
        cmocka_unit_test(what_is_looked_up_is_what_stands_there),
        cmocka_unit_test(an_actor_does_not_live_by_itself),
        cmocka_unit_test(shares_are_those_of_brute_force),
        TORTURE_MEMORY(find),
    };
    return cmocka_run_group_tests_name("dependence", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Council power against a game worked out by hand, the published games of power/power_indices.csv in SPEELVELD_DATA,
 * and brute force: 1,500 games in which every coalition and every order of voting is gone through.
 */
#include <speelveld/score.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

enum { most_groups = 7, random_games = 1500 };

static sv_council_power power_of(const size_t *seats, size_t n, size_t quota, size_t coalitions)
{
    const sv_council_options options = {.quota = quota, .coalitions = coalitions};
    sv_council_power power;
    assert_int_equal(sv_council_power_find(seats, n, &options, &power, NULL), SV_OK);
    assert_int_equal(power.n, n);
    return power;
}

/* Seats 8, 6, 5, 3, 2, 1 and 13 needed, as the design has it. */
static void six_groups_by_hand(void **state)
{
    static const size_t seats[] = {8, 6, 5, 3, 2, 1};
    static const uint64_t swings[] = {20, 12, 12, 4, 4, 0};
    static const char *const exact[] = {"2/5", "7/30", "7/30", "1/15", "1/15", "0"};
    /* {8,5}, {8,3,2} and {6,5,2} have 13 seats, {8,6} and {6,5,3} have 14. Of those with 13, {8,5} needs none below 5, {8,3,2} none but 2 and 3. */
    static const uint64_t coalitions[] = {1 | 4, 2 | 4 | 16, 1 | 8 | 16, 1 | 2, 2 | 4 | 8};
    static const size_t together[] = {13, 13, 13, 14, 14};
    sv_council_power power = power_of(seats, 6, 13, 100);
    (void)state;
    assert_int_equal(power.seats, 25);
    assert_int_equal(power.quota, 13);
    assert_int_equal(power.winning, 32);
    assert_near(power.act, 0.5);
    for (size_t i = 0; i < 6; i++) {
        const sv_group_power *group = &power.groups[i];
        assert_int_equal(group->swings, swings[i]);
        assert_string_equal(group->shapley_exact, exact[i]);
        assert_near(group->banzhaf, (double)swings[i] / 32);
        assert_near(group->banzhaf_normalised, (double)swings[i] / 52);
        assert_near(group->prevent, (double)swings[i] / 32); /* as many win as lose */
        assert_near(group->initiate, (double)swings[i] / 32);
        assert_int_equal(group->dummy, i == 5);
    }
    assert_near(power.groups[0].shapley, 0.4);
    assert_near(power.groups[1].shapley, 7.0 / 30);
    assert_int_equal(power.minimal, 5);
    assert_int_equal(power.n_coalitions, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(power.coalitions[i].groups, coalitions[i]);
        assert_int_equal(power.coalitions[i].seats, together[i]);
    }
    sv_council_power_clear(&power);
}

static void without_a_quota_it_is_a_majority(void **state)
{
    static const size_t odd[] = {8, 6, 5, 3, 2, 1}, even[] = {5, 5};
    sv_council_power power;
    (void)state;
    assert_int_equal(sv_council_power_find(odd, 6, NULL, &power, NULL), SV_OK);
    assert_int_equal(power.quota, 13); /* of 25 */
    assert_int_equal(power.minimal, 5);
    assert_int_equal(power.n_coalitions, 0); /* none were asked for */
    sv_council_power_clear(&power);
    power = power_of(even, 2, 0, 0);
    assert_int_equal(power.quota, 6); /* half is not enough */
    assert_int_equal(power.winning, 1);
    sv_council_power_clear(&power);
}

/* A list that is cut keeps its beginning. */
static void the_first_coalitions_are_those_of_the_whole_list(void **state)
{
    static const size_t seats[] = {7, 6, 6, 5, 4, 4, 3, 2, 1, 1};
    sv_council_power all = power_of(seats, 10, 20, 1000);
    (void)state;
    assert_int_equal(all.n_coalitions, all.minimal);
    assert_true(all.minimal > 20);
    for (size_t most = 0; most <= all.minimal; most++) {
        sv_council_power some = power_of(seats, 10, 20, most);
        assert_int_equal(some.minimal, all.minimal);
        assert_int_equal(some.n_coalitions, most);
        if (most)
            assert_memory_equal(some.coalitions, all.coalitions, most * sizeof *some.coalitions);
        sv_council_power_clear(&some);
    }
    sv_council_power_clear(&all);
}

static void edges_of_the_matter(void **state)
{
    static const size_t two[] = {3, 0}, one[] = {9};
    sv_council_power power = power_of(NULL, 0, 0, 10);
    (void)state;
    assert_int_equal(power.winning, 0); /* nobody is no majority */
    assert_int_equal(power.minimal, 0);
    sv_council_power_clear(&power);
    power = power_of(two, 2, 4, 10); /* more than there are: nothing wins */
    assert_int_equal(power.winning, 0);
    assert_near(power.act, 0);
    assert_near(power.groups[0].banzhaf, 0);
    assert_near(power.groups[0].banzhaf_normalised, NAN);
    assert_near(power.groups[0].shapley, 0);
    assert_string_equal(power.groups[0].shapley_exact, "0");
    assert_near(power.groups[0].prevent, NAN);
    assert_near(power.groups[0].initiate, 0);
    assert_true(power.groups[0].dummy);
    assert_int_equal(power.minimal, 0);
    sv_council_power_clear(&power);
    power = power_of(two, 2, 0, 10); /* wins with or without the group that has no seats */
    assert_int_equal(power.winning, 2);
    assert_int_equal(power.groups[0].swings, 2);
    assert_string_equal(power.groups[0].shapley_exact, "1");
    assert_true(power.groups[1].dummy);
    assert_int_equal(power.minimal, 1);
    assert_int_equal(power.coalitions[0].groups, 1);
    sv_council_power_clear(&power);
    power = power_of(one, 1, 1, 10);
    assert_string_equal(power.groups[0].shapley_exact, "1");
    assert_int_equal(power.coalitions[0].seats, 9);
    sv_council_power_clear(&power);
}

/* n groups of one seat, all alike: each decides in 1/n of the orders, and the minimal coalitions are all of `quota` groups. */
static void many_groups_stay_exact(void **state)
{
    static const struct {
        size_t n, quota;
        uint64_t swings, minimal, winning;
        const char *exact;
    } games[] = {
        /* swings C(59,30), minimal C(60,31); of 2^60 half win but for half of C(60,30) */
        {60, 31, 59132290782430712, 114449595062769120, 517328461520992776, "1/60"},
        /* swings C(63,32), minimal C(64,33); (2^64 - C(64,32)) / 2 */
        {64, 33, 916312070471295267, 1777090076065542336, 8307059966383480541, "1/64"},
        {64, 64, 1, 1, 1, "1/64"},
        /* all but the empty one: 2^64 - 1 */
        {64, 1, 1, 64, UINT64_MAX, "1/64"},
        {64, 65, 0, 0, 0, "0"},
    };
    size_t seats[64];
    (void)state;
    for (size_t i = 0; i < 64; i++)
        seats[i] = 1;
    for (size_t g = 0; g < sizeof games / sizeof *games; g++) {
        sv_council_power power = power_of(seats, games[g].n, games[g].quota, 3);
        assert_int_equal(power.winning, games[g].winning);
        assert_int_equal(power.minimal, games[g].minimal);
        assert_int_equal(power.n_coalitions, games[g].minimal < 3 ? games[g].minimal : 3);
        for (size_t i = 0; i < games[g].n; i++) {
            assert_int_equal(power.groups[i].swings, games[g].swings);
            assert_string_equal(power.groups[i].shapley_exact, games[g].exact);
        }
        assert_true(power.groups[0].initiate >= 0 && power.groups[0].initiate <= 1);
        sv_council_power_clear(&power);
    }
}

static void too_much_is_said(void **state)
{
    size_t many[65] = {0}, large[] = {60000, 40001};
    sv_council_power power;
    sv_error error = {0};
    (void)state;
    assert_int_equal(sv_council_power_find(many, 65, NULL, &power, &error), SV_DATA);
    assert_int_equal(error.code, SV_E_TOO_MANY);
    assert_int_equal(sv_council_power_find(large, 2, NULL, &power, &error), SV_DATA);
    assert_null(power.groups);
    large[1] = SIZE_MAX; /* no sum goes round */
    assert_int_equal(sv_council_power_find(large, 2, NULL, &power, &error), SV_DATA);
    large[1] = 40000;
    assert_int_equal(sv_council_power_find(large, 2, NULL, &power, &error), SV_OK);
    assert_string_equal(power.groups[0].shapley_exact, "1");
    sv_council_power_clear(&power);
}

/* ---- Brute force ---- */

typedef struct brute {
    uint64_t winning, swings[most_groups], minimal;
    uint64_t pivots[most_groups], orders;
} brute;

static size_t seats_of(const size_t *seats, size_t n, uint64_t members)
{
    size_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += members >> i & 1 ? seats[i] : 0;
    return sum;
}

static bool is_minimal(const size_t *seats, size_t n, size_t quota, uint64_t members)
{
    for (size_t i = 0; i < n; i++)
        if (members >> i & 1 && seats_of(seats, n, members & ~(UINT64_C(1) << i)) >= quota)
            return false;
    return seats_of(seats, n, members) >= quota;
}

/* Every order of the groups that are not yet in; who turns losing into winning is the pivot. */
static void go_through_orders(const size_t *seats, size_t n, size_t quota, uint64_t in, size_t sum, size_t pivot, brute *found)
{
    if (in + 1 == UINT64_C(1) << n) {
        found->orders++;
        if (pivot < n)
            found->pivots[pivot]++;
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (!(in >> i & 1))
            go_through_orders(seats, n, quota, in | UINT64_C(1) << i, sum + seats[i], sum < quota && sum + seats[i] >= quota ? i : pivot, found);
}

static brute brute_force(const size_t *seats, size_t n, size_t quota)
{
    brute found = {0};
    for (uint64_t members = 0; members < UINT64_C(1) << n; members++) {
        bool wins = seats_of(seats, n, members) >= quota;
        found.winning += wins;
        found.minimal += is_minimal(seats, n, quota, members);
        for (size_t i = 0; i < n; i++)
            found.swings[i] += wins && members >> i & 1 && seats_of(seats, n, members & ~(UINT64_C(1) << i)) < quota;
    }
    go_through_orders(seats, n, quota, 0, 0, n, &found);
    return found;
}

/* The fraction in its lowest terms, by Euclid. */
static void write_lowest(uint64_t above, uint64_t below, char *text, size_t size)
{
    uint64_t a = above, b = below;
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    if (above == 0 || above == below)
        snprintf(text, size, "%d", above != 0);
    else
        snprintf(text, size, "%llu/%llu", (unsigned long long)(above / a), (unsigned long long)(below / a));
}

/* All minimal coalitions stand in the list, once each, with never a smaller surplus behind a larger one. */
static void compare_coalitions(const size_t *seats, size_t n, const sv_council_power *power)
{
    bool met[1 << most_groups] = {false};
    assert_int_equal(power->n_coalitions, power->minimal);
    for (size_t i = 0; i < power->n_coalitions; i++) {
        const sv_coalition *one = &power->coalitions[i];
        assert_true(is_minimal(seats, n, power->quota, one->groups));
        assert_int_equal(one->seats, seats_of(seats, n, one->groups));
        assert_true(i == 0 || power->coalitions[i - 1].seats <= one->seats);
        assert_false(met[one->groups]);
        met[one->groups] = true;
    }
}

static void compare_game(const size_t *seats, size_t n, size_t quota)
{
    sv_council_power power = power_of(seats, n, quota, 1 << most_groups);
    brute found = brute_force(seats, n, quota);
    double coalitions = (double)(1 << n);
    uint64_t swings = 0;
    for (size_t i = 0; i < n; i++)
        swings += found.swings[i];
    assert_int_equal(power.winning, found.winning);
    assert_near(power.act, (double)found.winning / coalitions);
    assert_int_equal(power.minimal, found.minimal);
    compare_coalitions(seats, n, &power);
    for (size_t i = 0; i < n; i++) {
        const sv_group_power *group = &power.groups[i];
        double own = (double)found.swings[i];
        char exact[64];
        write_lowest(found.pivots[i], found.orders, exact, sizeof exact);
        assert_string_equal(group->shapley_exact, exact);
        assert_near(group->shapley, (double)found.pivots[i] / (double)found.orders);
        assert_int_equal(group->swings, found.swings[i]);
        assert_near(group->banzhaf, own / (coalitions / 2));
        assert_near(group->banzhaf_normalised, swings ? own / (double)swings : NAN);
        assert_near(group->prevent, found.winning ? own / (double)found.winning : NAN);
        assert_near(group->initiate, own / (coalitions - (double)found.winning));
        assert_int_equal(group->dummy, found.swings[i] == 0);
    }
    sv_council_power_clear(&power);
}

static void random_games_agree_with_brute_force(void **state)
{
    unsigned long long seed = 42;
    size_t without_seats = 0;
    (void)state;
    for (size_t game = 0; game < random_games; game++) {
        size_t n = 1 + draw_number(&seed, game % 20 ? 5 : most_groups), seats[most_groups], total = 0;
        for (size_t i = 0; i < n; i++) {
            seats[i] = draw_number(&seed, 10);
            total += seats[i];
            without_seats += seats[i] == 0;
        }
        compare_game(seats, n, 1 + draw_number(&seed, (unsigned)total + 1));
    }
    assert_true(without_seats > 100);
}

/* ---- Published games ---- */

static void compare_row(const support_table *table, size_t row, const sv_council_power *power, const sv_group_power *group)
{
    char swings[24];
    snprintf(swings, sizeof swings, "%llu", (unsigned long long)group->swings);
    assert_string_equal(swings, table_cell(table, row, "swings"));
    assert_near_at(group->banzhaf_normalised, table_number(table, row, "banzhaf_normalised"), 1e-11, __FILE__, __LINE__);
    assert_near_at(group->banzhaf, table_number(table, row, "banzhaf_absolute"), 1e-11, __FILE__, __LINE__);
    assert_near_at(group->shapley, table_number(table, row, "shapley_shubik"), 1e-11, __FILE__, __LINE__);
    if (*table_cell(table, row, "shapley_exact"))
        assert_string_equal(group->shapley_exact, table_cell(table, row, "shapley_exact"));
    if (*table_cell(table, row, "winning_coalitions"))
        assert_int_equal(power->winning, table_number(table, row, "winning_coalitions"));
    if (*table_cell(table, row, "minimal_winning_coalitions"))
        assert_int_equal(power->minimal, table_number(table, row, "minimal_winning_coalitions"));
}

/* The game that begins in this row; returns the row behind it. */
static size_t compare_published(const support_table *table, size_t row)
{
    const char *game = table_cell(table, row, "game");
    size_t seats[SV_COUNCIL_GROUPS_MOST], n = 0;
    sv_council_power power;
    for (; row + n < table->rows && strcmp(table_cell(table, row + n, "game"), game) == 0; n++) {
        assert_true(n < SV_COUNCIL_GROUPS_MOST);
        seats[n] = (size_t)table_number(table, row + n, "weight");
    }
    power = power_of(seats, n, (size_t)table_number(table, row, "quota"), 0);
    assert_int_equal(power.seats, table_number(table, row, "total"));
    for (size_t i = 0; i < n; i++)
        compare_row(table, row + i, &power, &power.groups[i]);
    sv_council_power_clear(&power);
    return row + n;
}

static void published_games_agree(void **state)
{
    const char *data = getenv("SPEELVELD_DATA");
    sv_text path = {0};
    support_table table;
    (void)state;
    if (!data || !*data) {
        printf("skip: published voting games (SPEELVELD_DATA is not set)\n");
        skip();
    }
    sv_text_addf(&path, "%s/power/power_indices.csv", data);
    assert_true(table_read(sv_text_get(&path), &table));
    assert_true(table.rows >= 158);
    for (size_t row = 0; row < table.rows;)
        row = compare_published(&table, row);
    table_clear(&table);
    sv_text_clear(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_groups_by_hand),
        cmocka_unit_test(without_a_quota_it_is_a_majority),
        cmocka_unit_test(the_first_coalitions_are_those_of_the_whole_list),
        cmocka_unit_test(edges_of_the_matter),
        cmocka_unit_test(many_groups_stay_exact),
        cmocka_unit_test(too_much_is_said),
        cmocka_unit_test(random_games_agree_with_brute_force),
        cmocka_unit_test(published_games_agree),
    };
    return cmocka_run_group_tests_name("council power", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Torture: every allocation fails in turn while something is worked out that advice rests on. The answer is "no
 * memory" with nothing in the result, or the very same result as without the fault; and nothing leaks.
 */
/* wraps: malloc calloc realloc */

#include <speelveld/score.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "score/key_players.h"
#include "support.h"

static const char people[] =
    "= Actors\nid;name;power\na;Anna;3\nb;Bob;1\nc;Cas;\nd;Dirk;2\ne;Eef;\n"
    "= Ties\nfrom;to;kind;strength;informant\na;b;knows;;\nb;c;knows;;\nc;d;knows;;\nd;e;knows;;\n"
    "a;b;influences;3;x\na;b;influences;2;y\nb;c;influences;1;\nc;a;influences;4;\n"
    "= Issues\nid;title\nplein;Het plein\nhal;De hal\n"
    "= "
    "Positions\nactor;issue;position;salience;informant\na;plein;2;3;x\na;plein;3;;y\nb;plein;-2;1;\nc;plein;-1;2;\na;hal;1;;\nc;hal;2;;\n";

/* Persons in two clubs and two alliances, organisations in one, and opposition in a circle of five. */
static const char clubs[] =
    "= Actors\nid;name;kind\na;Anna;resident\nb;Bob;resident\nc;Cas;resident\nd;Dirk;resident\ne;Eef;resident\nx;X;welfare\ny;Y;faith\n"
    "groen;Groen;alliance\nveilig;Veilig;alliance\n"
    "= Ties\nfrom;to;kind\na;b;knows\nb;c;knows\nc;d;knows\nd;e;knows\ne;a;opposes\na;c;opposes\n"
    "= Memberships\nwho;of\na;x\nb;x\nc;x\na;y\nd;y\nx;groen\ny;groen\na;groen\na;veilig\nb;veilig\ny;veilig\n";

/* What the tries share: made before anything fails. */
static struct {
    sv_map *map;
    sv_network *network;
    sv_map *clubs;
    sv_network *of_clubs;
} fixture;

static sv_status find_council_power(size_t fail_at, sv_text *result, bool *failed)
{
    static const size_t seats[] = {8, 6, 5, 3, 2, 1};
    const sv_council_options options = {.quota = 13, .coalitions = 4};
    sv_council_power power;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_council_power_find(seats, 6, &options, &power, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, power.groups != NULL);
    for (size_t i = 0; i < power.n; i++)
        sv_text_addf(result, "%s ", power.groups[i].shapley_exact);
    for (size_t i = 0; i < power.n_coalitions; i++)
        sv_text_addf(result, "%x ", (unsigned)power.coalitions[i].groups);
    sv_council_power_clear(&power);
    return status;
}

static sv_status find_mactor(size_t fail_at, sv_text *result, bool *failed)
{
    sv_mactor mactor;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_mactor_find(fixture.network, &mactor, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, mactor.n > 0);
    for (size_t i = 0; i < mactor.n; i++)
        sv_text_addf(result, "%zu %a ", mactor.actor[i], mactor.competitiveness[i]);
    sv_mactor_clear(&mactor);
    return status;
}

static sv_status mix_influence(size_t fail_at, sv_text *result, bool *failed)
{
    const size_t which = sv_score_find("influence");
    sv_scores *scores;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_scores_new(fixture.network, &which, 1, NULL, &scores, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, scores != NULL);
    for (size_t v = 0; scores && v < sv_network_actors(fixture.network); v++)
        sv_text_addf(result, "%a ", sv_scores_column(scores, which)[v]);
    sv_scores_free(scores);
    return status;
}

static sv_status find_positions(size_t fail_at, sv_text *result, bool *failed)
{
    sv_positions positions;
    sv_balance balance;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_positions_find(fixture.network, &positions, NULL);
    assert_int_equal(status == SV_OK, positions.actor != NULL);
    if (status == SV_OK)
        status = sv_positions_balance(&positions, 0, &balance, NULL);
    *failed = memory_is_back();
    if (status == SV_OK)
        sv_text_addf(result, "%a %a %a", balance.for_it, balance.against, balance.median);
    sv_positions_clear(&positions);
    return status;
}

/* On a path of five: all sets, or greedily. */
static sv_status find_key_players(size_t fail_at, sv_key_measure measured, bool quick, sv_text *result, bool *failed)
{
    const sv_key_options options = {.measure = measured, .size = 2, .sets = 3, .quick = quick};
    sv_key_players found;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_key_players_find(fixture.network, &options, &found, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, found.members != NULL);
    sv_text_addf(result, "%a ", found.value);
    for (size_t i = 0; i < found.n_sets * found.size; i++)
        sv_text_addf(result, "%zu ", found.members[i]);
    sv_key_players_clear(&found);
    return status;
}

static sv_status find_reach(size_t fail_at, sv_text *result, bool *failed)
{
    return find_key_players(fail_at, SV_KEY_REACH, false, result, failed);
}

static sv_status find_cut(size_t fail_at, sv_text *result, bool *failed)
{
    return find_key_players(fail_at, SV_KEY_FRAGMENTATION, true, result, failed);
}

static sv_status find_distance(size_t fail_at, sv_text *result, bool *failed)
{
    return find_key_players(fail_at, SV_KEY_DISTANCE, true, result, failed);
}

static sv_status find_most_between(size_t fail_at, sv_text *result, bool *failed)
{
    static const size_t start[] = {0, 1, 3, 4}, neighbour[] = {1, 0, 2, 1};
    const sv_neighbours path = {3, start, neighbour};
    size_t pool[] = {0, 1, 2};
    bool done;
    memory_fails_at(fail_at);
    done = key_most_between(&path, pool, 3, 1);
    *failed = memory_is_back();
    sv_text_addf(result, "%zu", pool[0]);
    return done ? SV_OK : SV_MEMORY;
}

static sv_status value_set(size_t fail_at, sv_text *result, bool *failed)
{
    static const size_t start[] = {0, 1, 3, 4}, neighbour[] = {1, 0, 2, 1}, set[] = {1};
    const sv_neighbours path = {3, start, neighbour};
    double value = 0;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_key_players_value(&path, &(sv_key_options){.measure = SV_KEY_DISTANCE, .size = 1, .candidates = set}, &value, NULL);
    *failed = memory_is_back();
    sv_text_addf(result, "%a", value);
    return status;
}

static sv_status make_level(size_t fail_at, sv_level level, sv_text *result, bool *failed)
{
    sv_network *network;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_network_new(fixture.clubs, &(sv_network_options){.level = level}, &network, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, network != NULL);
    for (size_t i = 0; network && i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        sv_text_addf(result, "%zu %zu %a ", from, to, strength);
    }
    sv_network_free(network);
    return status;
}

static sv_status make_persons(size_t fail_at, sv_text *result, bool *failed)
{
    return make_level(fail_at, SV_LEVEL_PERSON, result, failed);
}

static sv_status make_organisations(size_t fail_at, sv_text *result, bool *failed)
{
    return make_level(fail_at, SV_LEVEL_ORGANISATION, result, failed);
}

static sv_status find_alliances(size_t fail_at, sv_text *result, bool *failed)
{
    sv_alliances found;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_alliances_find(fixture.clubs, 0, &found, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, found.pairs != NULL);
    for (size_t i = 0; i < found.n_pairs; i++)
        sv_text_addf(result, "%zu %zu %a ", found.pairs[i].a, found.pairs[i].b, found.pairs[i].overlap);
    sv_alliances_clear(&found);
    return status;
}

/* Exactly, and by a search. */
static sv_status find_balance(size_t fail_at, sv_text *result, bool *failed)
{
    sv_signed_balance exact, searched;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_signed_balance_find(fixture.of_clubs, NULL, &exact, NULL);
    if (status == SV_OK)
        status = sv_signed_balance_find(fixture.of_clubs, &(sv_signed_balance_options){1}, &searched, NULL);
    *failed = memory_is_back();
    if (status == SV_OK)
        sv_text_addf(result, "%zu %zu %zu %zu %zu", exact.triangles, exact.balanced, exact.least, searched.least, searched.most);
    return status;
}

static sv_status count_brokerage(size_t fail_at, sv_text *result, bool *failed)
{
    const size_t which[] = {sv_score_find("liaison"), sv_score_find("participation"), sv_score_find("alliances")};
    sv_scores *scores;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_scores_new(fixture.of_clubs, which, 3, &(sv_scores_options){.groups = SV_GROUPS_ALLIANCES, .threads = 1}, &scores, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, scores != NULL);
    for (size_t i = 0; scores && i < 3; i++)
        for (size_t v = 0; v < sv_network_actors(fixture.of_clubs); v++)
            sv_text_addf(result, "%a ", sv_scores_column(scores, which[i])[v]);
    sv_scores_free(scores);
    return status;
}

static int set_up(void **state)
{
    (void)state;
    fixture.clubs = map_of(clubs, NULL);
    fixture.of_clubs = network_of(fixture.clubs, NULL);
    fixture.map = map_of(people, NULL);
    fixture.network = network_of(fixture.map, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_network_free(fixture.network);
    sv_map_free(fixture.map);
    sv_network_free(fixture.of_clubs);
    sv_map_free(fixture.clubs);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {TORTURE_MEMORY(find_council_power), TORTURE_MEMORY(find_mactor),       TORTURE_MEMORY(mix_influence),
                                       TORTURE_MEMORY(find_positions),     TORTURE_MEMORY(find_reach),        TORTURE_MEMORY(find_cut),
                                       TORTURE_MEMORY(find_distance),      TORTURE_MEMORY(find_most_between), TORTURE_MEMORY(value_set),
                                       TORTURE_MEMORY(make_persons),       TORTURE_MEMORY(make_organisations), TORTURE_MEMORY(find_alliances),
                                       TORTURE_MEMORY(find_balance),       TORTURE_MEMORY(count_brokerage)};
    return cmocka_run_group_tests_name("score torture", tests, set_up, tear_down);
}

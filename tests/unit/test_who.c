/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who carries a theme, and who around us is in politics: small maps by hand, and the steps beside a search of their own. */
#include <speelveld.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "reading.h"
#include "support.h"

static sv_carriers carriers_of(const sv_map *map, const char *theme, size_t issue, int as_of)
{
    sv_carriers found;
    assert_int_equal(sv_carriers_find(map, theme, issue, as_of, &found, NULL), SV_OK);
    return found;
}

/* The carriers as "id/part id/part", in their order. */
static void carriers_are(const sv_map *map, const sv_carriers *found, const char *expected)
{
    sv_text text = {0};
    for (size_t i = 0; i < found->n; i++)
        sv_text_addf(&text, "%s%s/%d", i ? " " : "", sv_map_actor(map, found->items[i].actor)->id, found->items[i].part);
    assert_string_equal(sv_text_get(&text), expected);
    sv_text_clear(&text);
}

/*
 * By hand, for "Zorg" on 1 October 2026: Wet has the portfolio (her colleague Oud left in 2025). Noord names Ann; so
 * Ben of Noord, who has the theme, is no spokesperson. Zuid names nobody: Cor has the theme in his row. Dirk has no
 * seat any more. Eef speaks without a vote. Of the town hall Fay; the clerk Gé only for procedure. Ann and Eef are in committee
 * K2 (Ann is there twice), Wet's membership of it ended; K1 has the theme itself and none of them.
 */
static const char theme_map[] =
    "= Actors\nid;name;kind;group;themes;own\n"
    "we;We;person;;zorg;yes\nwet;Wet;alderman;;wonen|ZORG;\noud;Oud;alderman;;zorg;\nann;Ann;council_member;Noord;;\nben;Ben;council_"
    "member;Noord;zorg;\n"
    "cor;Cor;council_member;Zuid;Zorg;\ndirk;Dirk;council_member;Zuid;zorg;\neef;Eef;committee_member;Noord;z\xC3\xB3rg;\nfay;Fay;official;"
    ";zorg|groen;\n"
    "ge;G\xC3\xA9;clerk;;zorg;\nk1;K1;committee;;zorg;\nk2;K2;committee;;;\nraad;Raad;council;;;\ngem;Gem;municipality;;zorg;\nclub;Club;"
    "welfare;;zorg;\n"
    "= Memberships\nwho;of;since;until\ndirk;raad;;2025-12-31\nann;raad;;\noud;gem;;2025-06-30\nwet;gem;2025-07-01;\n"
    "ann;k2;;\nann;k2;2026-01-01;\neef;k2;;\nwet;k2;;2026-01-01\n"
    "= Groups\ngroup;seats;spokespersons\nnoord;2;wonen: ben|Zorg: ann\nZuid;2;groen:cor\n"
    "= Issues\nid;title\np;P\n= Positions\nactor;issue;position\nann;p;3\nge;p;4\n"
    "= Ties\nfrom;to;strength\nwe;cor;4\ncor;ann;2\nwe;ge;4\n";

static void who_carries_a_theme(void **state)
{
    sv_map *map = map_of(theme_map, NULL);
    sv_carriers found = carriers_of(map, "zorg", sv_map_find_issue(map, "p"), 20261001);
    (void)state;
    carriers_are(map, &found, "wet/0 ann/1 cor/2 eef/3 fay/4 ge/5 k2/6 k1/6");
    assert_string_equal(found.items[1].group, "noord");
    assert_string_equal(found.items[2].group, "Zuid");
    assert_int_equal(found.items[6].members, 2);
    assert_int_equal(found.items[7].members, 0);
    /* we know Cor well (.9), and he knows Ann (.5); nobody knows Wet; the clerk is not approached, however well we know her */
    assert_true(found.from_us);
    assert_near(found.items[2].way.warmth, 0.9);
    assert_near(found.items[1].way.warmth, 0.45);
    assert_int_equal(found.items[1].way.n, 2);
    assert_near(found.items[0].way.warmth, 0);
    assert_near(found.items[5].way.warmth, 0);
    assert_near(found.items[1].stance, 3);
    assert_true(isnan(found.items[2].stance) && isnan(found.items[5].stance));
    assert_int_equal(found.n_themes, 0);
    sv_carriers_clear(&found);
    /* a year earlier Dirk and Oud were still there, Wet was in the committee, and had no portfolio yet */
    found = carriers_of(map, "zorg", SV_NO_ROW, 20250601);
    carriers_are(map, &found, "oud/0 ann/1 cor/2 dirk/2 eef/3 fay/4 ge/5 k2/6 k1/6");
    assert_true(isnan(found.items[1].stance));
    sv_carriers_clear(&found);
    sv_map_free(map);
}

/* Of what nobody carries: all themes that somebody does, once each, without those of the club, the municipality and ourselves. */
static void themes_there_are(void **state)
{
    static const char *const expected[] = {"groen", "wonen", "ZORG"};
    sv_map *map = map_of(theme_map, NULL);
    sv_carriers found = carriers_of(map, "sport", SV_NO_ROW, 20261001);
    (void)state;
    assert_int_equal(found.n, 0);
    assert_int_equal(found.n_themes, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(found.themes[i], expected[i]);
    sv_carriers_clear(&found);
    sv_map_free(map);
    map = map_of("= Actors\nid;name\na;A\n", NULL);
    found = carriers_of(map, "", SV_NO_ROW, 0);
    assert_int_equal(found.n + found.n_themes, 0);
    assert_false(found.from_us);
    sv_carriers_clear(&found);
    sv_map_free(map);
}

/* In the sample every group names a spokesperson for bestaanszekerheid, in the order of Fracties.csv; eight of those named are in the
 * committee. */
static void the_samples_spokespersons(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE);
    sv_carriers found;
    (void)state;
    found = carriers_of(map, "Bestaanszekerheid", SV_NO_ROW, 20261001);
    carriers_are(
        map, &found,
        "slotboom/0 van-t-hof/1 tjin-a-djie/1 lindeboom-kok/1 haverkamp/1 bensaid/1 warsame/1 van-beek-jacobs/1 bouzidi/1 arslan/3 "
        "de-ruiter/4 damstra/4 samenleving/6");
    assert_int_equal(found.items[12].members, 8); /* all spokespersons but Bensaïd, and Arslan */
    sv_carriers_clear(&found);
    sv_map_free(map);
}

/* ---- Around us ---- */

static sv_acquaintances acquaintances_of(const sv_map *map, size_t steps, int as_of)
{
    sv_acquaintances found;
    assert_int_equal(sv_acquaintances_find(map, steps, as_of, &found, NULL), SV_OK);
    return found;
}

/* Those found as "id/political/steps<through", in their order. */
static void acquaintances_are(const sv_map *map, const sv_acquaintances *found, const char *expected)
{
    sv_text text = {0};
    for (size_t i = 0; i < found->n; i++) {
        const sv_acquaintance *one = &found->items[i];
        sv_text_addf(&text, "%s%s/%d/%zu", i ? " " : "", sv_map_actor(map, one->actor)->id, one->political, one->steps);
        if (one->through != SV_NO_ROW)
            sv_text_addf(&text, "<%s", sv_map_actor(map, one->through)->id);
    }
    assert_string_equal(sv_text_get(&text), expected);
    sv_text_clear(&text);
}

/*
 * By hand: we are Una, who is in a party, and Vic. Una knows Pim, Vic knows Pam; both know alderman Wet, and Pam comes first by id. Pim
 * may not contact council member Rob, whom he knows; Pam's club, in which Rob is too, is a step more. Quin has a party in her own row;
 * Toon's membership of the committee is over. The party itself is no person. Ambt works in the town hall.
 */
static const char circle_map[] =
    "= Actors\nid;name;kind;own;party\nuna;Una;person;yes;\nvic;Vic;person;yes;\npim;Pim;person;;\npam;Pam;person;;\nwet;Wet;alderman;;\n"
    "rob;Rob;council_member;;\nquin;Quin;resident;;Partij Q\ntoon;Toon;resident;;\nambt;Ambt;official;;\nclub;Club;welfare;;Partij "
    "Q\npartij;Partij;party;;\n"
    "com;Com;committee;;\n"
    "= "
    "Ties\nfrom;to;kind;strength\nuna;pim;;\nvic;pam;;\npim;wet;;1\npam;wet;;1\nwet;pam;werkt_samen;4\npim;rob;;\npim;rob;mag_niet;\npam;"
    "quin;;\npam;toon;;\n"
    "vic;ambt;;\npam;ambt;beinvloedt;4\n"
    "= Memberships\nwho;of;since;until\nuna;partij;;\ntoon;com;;2025-12-31\npam;club;;\nrob;club;;\nquin;com;;\n";

static void who_around_us_is_in_politics(void **state)
{
    sv_map *map = map_of(circle_map, NULL);
    sv_acquaintances found = acquaintances_of(map, 2, 20261001);
    (void)state;
    assert_true(found.from_us);
    acquaintances_are(map, &found, "rob/0/2<pim wet/0/2<pam una/1/0 quin/1/2<pam ambt/2/1<vic");
    assert_int_not_equal(found.items[0].rule, SV_NO_ROW);
    assert_int_equal(found.items[1].rule, SV_NO_ROW);
    assert_int_equal(found.items[1].nearest, row_of(map, "vic"));
    assert_near(sv_map_tie(map, found.items[1].tie)->strength, 4); /* of the two ties with Pam the strongest */
    assert_int_equal(found.items[2].body, row_of(map, "partij"));
    assert_int_equal(found.items[2].through, SV_NO_ROW);
    assert_int_equal(found.items[2].tie, SV_NO_ROW);
    assert_int_equal(found.items[3].body, row_of(map, "com")); /* before the word in her row */
    sv_acquaintances_clear(&found);
    /* one step: Ambt; none: only Una. Before 2026 Toon was in the committee still. */
    found = acquaintances_of(map, 1, 20261001);
    acquaintances_are(map, &found, "una/1/0 ambt/2/1<vic");
    sv_acquaintances_clear(&found);
    found = acquaintances_of(map, 0, 20261001);
    acquaintances_are(map, &found, "una/1/0");
    sv_acquaintances_clear(&found);
    found = acquaintances_of(map, 2, 20251001);
    acquaintances_are(map, &found, "rob/0/2<pim wet/0/2<pam una/1/0 quin/1/2<pam toon/1/2<pam ambt/2/1<vic");
    sv_acquaintances_clear(&found);
    sv_map_free(map);
}

/* With equally many steps the way that no rule forbids goes first, whatever the ids; a membership ties too; a word in the row is told. */
static void ways_that_are_allowed_go_first(void **state)
{
    sv_map *map = map_of(
        "= Actors\nid;name;kind;own;party\nwe;We;person;yes;\na;A;person;;\nz;Z;welfare;;\nrob;Rob;council_member;;\nq;Q;person;;Partij Q\n"
        "= Ties\nfrom;to;kind\nwe;a;\na;rob;\na;rob;mag_niet\nwe;z;\nwe;q;\n= Memberships\nwho;of\nrob;z\n",
        NULL);
    sv_acquaintances found = acquaintances_of(map, 2, 0);
    (void)state;
    acquaintances_are(map, &found, "rob/0/2<z q/1/1<we");
    assert_int_equal(found.items[0].tie, SV_NO_ROW);
    assert_int_equal(found.items[0].membership, 0);
    assert_int_equal(found.items[0].rule, SV_NO_ROW);
    assert_int_equal(found.items[1].body, SV_NO_ROW);
    assert_string_equal(found.items[1].word, "Partij Q");
    sv_acquaintances_clear(&found);
    sv_map_free(map);
    map = map_of("= Actors\nid;name;kind\na;A;alderman\n", NULL);
    found = acquaintances_of(map, 6, 0);
    assert_false(found.from_us);
    assert_int_equal(found.n, 0);
    sv_acquaintances_clear(&found);
    sv_map_free(map);
}

enum { most_actors = 12 };

/* All shortest distances by trying every actor between (Floyd and Warshall). */
static void all_distances(size_t n, size_t (*d)[most_actors])
{
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                if (d[i][k] + d[k][j] < d[i][j])
                    d[i][j] = d[i][k] + d[k][j];
}

/* One random map: who is found, in how many steps, and through somebody who is one step nearer. */
static void check_random_circle(unsigned long long *seed)
{
    size_t n = 3 + draw_number(seed, most_actors - 2), d[most_actors][most_actors], steps = draw_number(seed, 5), expected = 0;
    sv_text text = {0};
    sv_map *map;
    sv_acquaintances found;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            d[i][j] = i == j ? 0 : 99;
    sv_text_add(&text, "= Actors\nid;name;kind;own\na0;A0;person;yes\n");
    for (size_t i = 1; i < n; i++)
        sv_text_addf(&text, "a%zu;A%zu;%s;\n", i, i, draw_number(seed, 2) ? "person" : "council_member");
    sv_text_add(&text, "= Ties\nfrom;to\n");
    for (size_t m = draw_number(seed, 2 * (unsigned)n); m > 0; m--) {
        size_t a = draw_number(seed, (unsigned)n), b = draw_number(seed, (unsigned)n);
        if (a == b)
            continue;
        sv_text_addf(&text, "a%zu;a%zu\n", a, b);
        d[a][b] = d[b][a] = 1;
    }
    all_distances(n, d);
    map = map_of(sv_text_get(&text), NULL);
    found = acquaintances_of(map, steps, 0);
    for (size_t i = 1; i < n; i++)
        expected += d[0][i] <= steps && strcmp(sv_map_actor(map, i)->kind->id, "council_member") == 0;
    assert_int_equal(found.n, expected);
    for (size_t i = 0; i < found.n; i++) {
        assert_int_equal(found.items[i].steps, d[0][found.items[i].actor]);
        assert_int_equal(d[0][found.items[i].through] + 1, found.items[i].steps);
        assert_int_equal(d[found.items[i].through][found.items[i].actor], 1);
        assert_int_not_equal(found.items[i].tie, SV_NO_ROW);
    }
    sv_acquaintances_clear(&found);
    sv_map_free(map);
    sv_text_clear(&text);
}

static void random_circles_agree_with_all_distances(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (int trial = 0; trial < 300; trial++)
        check_random_circle(&seed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_carries_a_theme),
        cmocka_unit_test(themes_there_are),
        cmocka_unit_test(the_samples_spokespersons),
        cmocka_unit_test(who_around_us_is_in_politics),
        cmocka_unit_test(ways_that_are_allowed_go_first),
        cmocka_unit_test(random_circles_agree_with_all_distances),
    };
    return cmocka_run_group_tests_name("who", tests, NULL, NULL);
}

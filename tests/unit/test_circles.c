/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The five circles: each rule once, in the order in which they count. */
/* wraps: malloc calloc realloc */

#include <speelveld/advice.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

/* We are Wim of the welfare work and Rie, a resident of the street group. The fund pays the welfare work, the shop pays the school. */
static const char town[] =
    "= Actors\nid;name;kind;own;organisation\n"
    "wim;Wim;professional;yes;\nrie;Rie;resident;yes;Street\n"
    "work;Work;welfare;;\nstreet;Street;residents_group;;\nfund;Fund;organisation;;\nschool;School;education;;\nshop;Shop;business;;\n"
    "town;Town;municipality;;\nboard;Board;council;;\nparty;Party;party;;\nall;All;alliance;;\nodd;Odd;baker;;\n"
    "member;M;council_member;;\nspeaker;S;committee_member;;\nald;A;alderman;;\nmayor;B;mayor;;\n"
    "civil;C;official;;\nhead;H;secretary;;\nclerk;K;clerk;;\nadv;V;adviser;;\n"
    "neigh;N;resident;;Work\nvol;O;volunteer;;\ncol;P;professional;;Work\nboss;Q;manager;;\nfunder;R;person;;Fund\nboth;Z;person;;Fund\n"
    "teach;T;professional;;School\nloose;U;professional;;\nfree;X;person;;\nlocal;Y;person;;Street\n"
    "= Ties\nfrom;to;kind;amount;until\nfund;work;funds;10;2025-12-31\nshop;school;funds;10;\n"
    "= Memberships\nwho;of\nwim;work\nboss;work\nboth;work\nwim;all\n";

static const struct {
    const char *id;
    sv_circle circle, later; /* in 2025, and in 2026, when the fund pays no more */
} cases[] = {
    {"wim", SV_CIRCLE_NONE, SV_CIRCLE_NONE},
    {"rie", SV_CIRCLE_NONE, SV_CIRCLE_NONE}, /* us */
    {"clerk", SV_CIRCLE_NONE, SV_CIRCLE_NONE},
    {"adv", SV_CIRCLE_NONE, SV_CIRCLE_NONE}, /* neutral */
    {"all", SV_CIRCLE_NONE, SV_CIRCLE_NONE},
    {"odd", SV_CIRCLE_NONE, SV_CIRCLE_NONE},
    {"member", SV_CIRCLE_POLITICS, SV_CIRCLE_POLITICS},
    {"speaker", SV_CIRCLE_POLITICS, SV_CIRCLE_POLITICS},
    {"ald", SV_CIRCLE_POLITICS, SV_CIRCLE_POLITICS},
    {"mayor", SV_CIRCLE_POLITICS, SV_CIRCLE_POLITICS},
    {"board", SV_CIRCLE_POLITICS, SV_CIRCLE_POLITICS},
    {"party", SV_CIRCLE_POLITICS, SV_CIRCLE_POLITICS},
    {"neigh", SV_CIRCLE_RESIDENTS, SV_CIRCLE_RESIDENTS}, /* a resident, though she is in our organisation */
    {"vol", SV_CIRCLE_RESIDENTS, SV_CIRCLE_RESIDENTS},
    {"street", SV_CIRCLE_RESIDENTS, SV_CIRCLE_RESIDENTS}, /* ours, but residents all the same */
    {"free", SV_CIRCLE_RESIDENTS, SV_CIRCLE_RESIDENTS},
    {"local", SV_CIRCLE_RESIDENTS, SV_CIRCLE_RESIDENTS},
    {"town", SV_CIRCLE_CLIENT, SV_CIRCLE_CLIENT},
    {"civil", SV_CIRCLE_CLIENT, SV_CIRCLE_CLIENT},
    {"head", SV_CIRCLE_CLIENT, SV_CIRCLE_CLIENT},
    {"fund", SV_CIRCLE_CLIENT, SV_CIRCLE_ORGANISATIONS},
    {"funder", SV_CIRCLE_CLIENT, SV_CIRCLE_ORGANISATIONS},
    {"both", SV_CIRCLE_COLLEAGUES, SV_CIRCLE_COLLEAGUES}, /* of the fund, and of ours: a colleague first */
    {"work", SV_CIRCLE_COLLEAGUES, SV_CIRCLE_COLLEAGUES},
    {"col", SV_CIRCLE_COLLEAGUES, SV_CIRCLE_COLLEAGUES},
    {"boss", SV_CIRCLE_COLLEAGUES, SV_CIRCLE_COLLEAGUES},
    {"school", SV_CIRCLE_ORGANISATIONS, SV_CIRCLE_ORGANISATIONS},
    {"teach", SV_CIRCLE_ORGANISATIONS, SV_CIRCLE_ORGANISATIONS},
    {"shop", SV_CIRCLE_ORGANISATIONS, SV_CIRCLE_ORGANISATIONS}, /* it pays, but not us */
    {"loose", SV_CIRCLE_ORGANISATIONS, SV_CIRCLE_ORGANISATIONS},
};

static void everyone_stands_in_one_circle(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_circle circle[64];
    (void)state;
    assert_int_equal(sizeof cases / sizeof *cases, sv_map_rows(map, SV_ACTORS));
    for (int year = 2025; year <= 2026; year++) {
        assert_int_equal(sv_circles_find(map, year * 10000 + 601, circle, NULL), SV_OK);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            if (circle[row_of(map, cases[i].id)] != (year == 2025 ? cases[i].circle : cases[i].later))
                fail_msg("%s stands in circle %d in %d", cases[i].id, circle[row_of(map, cases[i].id)], year);
    }
    sv_map_free(map);
}

static void circles_have_ids(void **state)
{
    (void)state;
    assert_string_equal(sv_circle_id(SV_CIRCLE_NONE), "");
    assert_string_equal(sv_circle_id(SV_CIRCLE_CLIENT), "client");
    assert_string_equal(sv_circle_id(SV_CIRCLE_POLITICS), "politics");
}

static sv_status find(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(town, NULL);
    sv_circle circle[64];
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_circles_find(map, 0, circle, NULL);
    *failed = memory_is_back();
    for (size_t i = 0; status == SV_OK && i < sv_map_rows(map, SV_ACTORS); i++)
        sv_text_addf(result, "%d ", circle[i]);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(everyone_stands_in_one_circle), cmocka_unit_test(circles_have_ids),
                                       TORTURE_MEMORY(find)};
    return cmocka_run_group_tests_name("circles", tests, NULL, NULL);
}

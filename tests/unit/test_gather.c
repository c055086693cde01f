/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gathering ties: which rows count, on what day, and how strong several rows about one pair are together. */
#include <speelveld/network.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

static const char people[] = "= Actors\nid;name;kind\na;Anna;\nb;Bob;\nc;Cas;\nd;Dirk;organisation\n";

/* The strength of the tie between a and b when these are the rows of a sheet with these headers; 0 when there is no tie. */
static double strength_on(int day, const char *sheet)
{
    const sv_network_options options = {.as_of = day};
    sv_text text = {0};
    sv_map *map;
    sv_network *network;
    double found = 0;
    sv_text_addf(&text, "%s%s", people, sheet);
    map = map_of(text.bytes, NULL);
    network = network_of(map, &options);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        assert_true(from < to && strength > 0);
        if (from == 0 && to == 1)
            found = strength;
    }
    sv_network_free(network);
    sv_map_free(map);
    sv_text_clear(&text);
    return found;
}

static double strength_of(const char *rows)
{
    char sheet[1000];
    snprintf(sheet, sizeof sheet, "= Ties\nfrom;to;kind;strength;certainty;informant\n%s", rows);
    return strength_on(0, sheet);
}

/* Each kind once: those of the network at their own strength, the others not at all, also when they are given one. */
static void each_kind_counts_or_does_not(void **state)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    (void)state;
    for (size_t i = 0; i < n; i++) {
        char row[80];
        snprintf(row, sizeof row, "a;b;%s;;;\n", kinds[i].id);
        assert_near(strength_of(row), kinds[i].in_network ? kinds[i].default_strength : 0);
        snprintf(row, sizeof row, "b;a;%s;4;;\n", kinds[i].id);
        assert_near(strength_of(row), kinds[i].in_network ? 4 : 0);
    }
    assert_near(strength_of("a;b;bewondert;;;\n"), 2); /* a kind of the user's own is "knows" */
    assert_near(strength_of("a;b;;;;\n"), 2);
}

static void strength_0_is_no_tie(void **state)
{
    (void)state;
    assert_near(strength_of("a;b;knows;0;;\n"), 0);
    assert_near(strength_of("a;b;knows;0;;\na;b;works_with;1;;\n"), 1); /* the one kind ended, the other did not */
    assert_near(strength_of("a;a;knows;4;;\n"), 0);                    /* a tie with oneself is none */
    assert_near(strength_of("a;b;knows;9;;\n"), 0);                    /* nor is a faulty row */
    assert_near(strength_of("a;b;knows;0,5;;\n"), 0.5);
}

static void informants_are_weighed(void **state)
{
    (void)state;
    assert_near(strength_of("a;b;knows;4;;els\na;b;knows;1;;kim\n"), 2.5);
    assert_near(strength_of("a;b;knows;4;1;els\na;b;knows;1;0,5;kim\n"), 3);        /* (4 + 0.5) / 1.5 */
    assert_near(strength_of("a;b;knows;4;;els\na;b;knows;0;;kim\n"), 2);            /* who says there is none counts as well */
    assert_near(strength_of("a;b;knows;4;;els\na;b;knows;1;;els\n"), 1);            /* els' last word: the lower row */
    assert_near(strength_of("a;b;knows;4;;els\na;b;knows;1;;kim\na;b;knows;2;;els\n"), 1.5);
    assert_near(strength_of("b;a;knows;4;;els\na;b;knows;1;;kim\n"), 2.5);          /* whichever end is named first */
    assert_near(strength_of("a;b;knows;4;0;els\n"), 0);                             /* a certainty of 0 says nothing */
}

static void of_several_kinds_the_strongest_counts(void **state)
{
    (void)state;
    assert_near(strength_of("a;b;knows;1;;\na;b;works_with;4;;\na;b;advises;2;;\n"), 4);
    /* knows by els and kim: (4 + 1) / 2 = 2.5; works_with by els: 2 */
    assert_near(strength_of("a;b;knows;4;;els\na;b;works_with;2;;els\na;b;knows;1;;kim\n"), 2.5);
    assert_near(strength_of("a;b;opposes;4;;\na;b;knows;1;;\n"), 1);
}

static void weights_of_other_programs_go_first(void **state)
{
    (void)state;
    assert_near(strength_on(0, "= Ties\nfrom;to;strength;weight\na;b;2;17,5\n"), 17.5);
    assert_near(strength_on(0, "= Ties\nfrom;to;strength;weight\na;b;2;\n"), 2);
}

/* The first and the last day are in; without a day every row counts. */
static void ties_hold_on_their_days(void **state)
{
    static const char tie[] = "= Ties\nfrom;to;since;until\na;b;1-3-2026;31-3-2026\n";
    static const char open[] = "= Ties\nfrom;to;since;until\na;b;1-3-2026;\n";
    static const char member[] = "= Memberships\nwho;of;since;until\na;b;;31-3-2026\n";
    (void)state;
    assert_near(strength_on(0, tie), 2);
    assert_near(strength_on(20260228, tie), 0);
    assert_near(strength_on(20260301, tie), 2);
    assert_near(strength_on(20260331, tie), 2);
    assert_near(strength_on(20260401, tie), 0);
    assert_near(strength_on(20260228, open), 0);
    assert_near(strength_on(29991231, open), 2);
    assert_near(strength_on(20260331, member), 3);
    assert_near(strength_on(20260401, member), 0);
    /* a tie that ended beside one that holds */
    assert_near(strength_on(20260601, "= Ties\nfrom;to;kind;strength;until\na;b;works_with;4;31-3-2026\na;b;knows;1;\n"), 1);
}

static void memberships_are_ties(void **state)
{
    (void)state;
    assert_near(strength_on(0, "= Memberships\nwho;of\na;b\n"), 3);
    assert_near(strength_on(0, "= Memberships\nwho;of\nb;a\na;b\n"), 3);
    assert_near(strength_on(0, "= Ties\nfrom;to;kind;strength\na;b;knows;4\n= Memberships\nwho;of\na;b\n"), 4);
    assert_near(strength_on(0, "= Ties\nfrom;to;kind;strength\na;b;knows;0\n= Memberships\nwho;of\na;b\n"), 3);
    assert_near(strength_on(0, "= Memberships\nwho;of\na;a\n"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_counts_or_does_not), cmocka_unit_test(strength_0_is_no_tie), cmocka_unit_test(informants_are_weighed),
        cmocka_unit_test(of_several_kinds_the_strongest_counts), cmocka_unit_test(weights_of_other_programs_go_first),
        cmocka_unit_test(ties_hold_on_their_days), cmocka_unit_test(memberships_are_ties),
    };
    return cmocka_run_group_tests_name("gather", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Support: counted by hand over sectors, neighbourhoods, kinds, circles and seats; and on a published network beside its table. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chemnet_map.h"
#include "failing_memory.h"
#include "reading.h"
#include "support.h"

/*
 * On the square: a 2, b 1.9, c -2, d nothing, e -1, f 4 (an alliance), own 4, the clerk 4; in the council Red has members m 3, n nothing
 * and a third seat that nobody sits in, Blue has o -4.
 */
static const char town[] =
    "= Actors\nid;name;kind;own;sector;neighbourhood;group\n"
    "own;Own;professional;yes;welfare;North;\na;A;resident;;residents;North|South;\nb;B;school;;education;South;\nc;C;baker;;shops;West;\n"
    "d;D;resident;;Residents;West;\ne;E;official;;hall;;\nf;F;alliance;;residents;East;\ng;G;clerk;;hall;;\n"
    "m;M;council_member;;politics;;Red\nn;N;council_member;;politics;;Red\no;O;council_member;;politics;;Blue\nboard;Board;council;;"
    "politics;;\n"
    "= Groups\ngroup;seats\nRed;3\nBlue;1\n"
    "= Issues\nid;title\ni;The square\nj;The road\n"
    "= Positions\nactor;issue;position\nown;i;4\na;i;2\nb;i;1.9\nc;i;-2\ne;i;-1\nf;i;4\ng;i;4\nm;i;3\no;i;-4\nd;j;4\n";

/* For, leaning so, neutral, leaning against, against, not known. */
static void assert_camps(const size_t camps[SV_CAMPS], size_t in_favour, size_t leaning, size_t neutral, size_t not_quite, size_t against,
                         size_t unknown)
{
    assert_int_equal(camps[SV_CAMP_FOR], in_favour);
    assert_int_equal(camps[SV_CAMP_LEANS_FOR], leaning);
    assert_int_equal(camps[SV_CAMP_NEUTRAL], neutral);
    assert_int_equal(camps[SV_CAMP_LEANS_AGAINST], not_quite);
    assert_int_equal(camps[SV_CAMP_AGAINST], against);
    assert_int_equal(camps[SV_CAMP_UNKNOWN], unknown);
}

static const size_t *camps_of(const sv_support *support, sv_dimension by, const char *name)
{
    for (size_t i = 0; i < support->n_parts; i++)
        if (support->parts[i].by == by && strcmp(support->parts[i].name, name) == 0)
            return support->parts[i].camps;
    fail_msg("there is no part %s", name);
    return NULL;
}

static void everyone_is_counted_where_they_belong(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_support support;
    (void)state;
    assert_int_equal(sv_support_find(map, 0, 0, &support, NULL), SV_OK);
    assert_int_equal(support.n, 8);                /* a b c d e m n o: not us, the alliance, the clerk and the council */
    assert_camps(support.camps, 2, 1, 0, 1, 2, 2); /* a m; b; none; e; c o; d n */
    assert_camps(camps_of(&support, SV_DIMENSION_SECTOR, "residents"), 1, 0, 0, 0, 0, 1); /* a, and d of "Residents" */
    assert_camps(camps_of(&support, SV_DIMENSION_SECTOR, "education"), 0, 1, 0, 0, 0, 0);
    assert_camps(camps_of(&support, SV_DIMENSION_SECTOR, "shops"), 0, 0, 0, 0, 1, 0);
    assert_camps(camps_of(&support, SV_DIMENSION_SECTOR, "politics"), 1, 0, 0, 0, 1, 1);
    assert_camps(camps_of(&support, SV_DIMENSION_NEIGHBOURHOOD, "South"), 1, 1, 0, 0, 0, 0); /* a is of both */
    assert_camps(camps_of(&support, SV_DIMENSION_NEIGHBOURHOOD, "North"), 1, 0, 0, 0, 0, 0);
    assert_camps(camps_of(&support, SV_DIMENSION_NEIGHBOURHOOD, "West"), 0, 0, 0, 0, 1, 1);
    assert_camps(camps_of(&support, SV_DIMENSION_KIND, "resident"), 1, 0, 0, 0, 0, 1);
    assert_camps(camps_of(&support, SV_DIMENSION_KIND, "education"), 0, 1, 0, 0, 0, 0); /* a school */
    assert_camps(camps_of(&support, SV_DIMENSION_KIND, "baker"), 0, 0, 0, 0, 1, 0);     /* no kind that is known: as it is written */
    assert_camps(camps_of(&support, SV_DIMENSION_CIRCLE, "residents"), 1, 0, 0, 0, 0, 1);
    assert_camps(camps_of(&support, SV_DIMENSION_CIRCLE, "client"), 0, 0, 0, 1, 0, 0);
    assert_camps(camps_of(&support, SV_DIMENSION_CIRCLE, "organisations"), 0, 1, 0, 0, 0, 0);
    assert_camps(camps_of(&support, SV_DIMENSION_CIRCLE, "politics"), 1, 0, 0, 0, 1, 1);
    assert_camps(camps_of(&support, SV_DIMENSION_CIRCLE, "colleagues"), 0, 0, 0, 0, 0, 0);
    assert_int_equal(support.n_parts, 5 + 3 + 5 + 5); /* sectors, with the hall's; neighbourhoods; kinds; circles */
    assert_false(sv_support_none(&support));
    sv_support_clear(&support);
    sv_map_free(map);
}

static void seats_lean_with_their_group(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_support support;
    (void)state;
    assert_int_equal(sv_support_find(map, 0, 0, &support, NULL), SV_OK);
    assert_int_equal(support.council.n_seats, 4);
    assert_camps(support.groups[0], 3, 0, 0, 0, 0, 0); /* Red: m at 3, and so the group's mean for the two others */
    assert_camps(support.groups[1], 0, 0, 0, 0, 1, 0);
    assert_camps(support.seats, 3, 0, 0, 0, 1, 0);
    sv_support_clear(&support);
    assert_int_equal(sv_support_find(map, 1, 0, &support, NULL), SV_OK); /* on the road only d has a position */
    assert_camps(support.camps, 1, 0, 0, 0, 0, 7);
    assert_camps(support.seats, 0, 0, 0, 0, 0, 4);
    sv_support_clear(&support);
    sv_map_free(map);
}

static void what_is_missing_is_said(void **state)
{
    static const char *const wanted[] = {
        "Of 8 people and organisations 2 are in favour of “The square”, and 1 lean that way. Neutral: 0. Against or leaning so: 3. Not "
        "known: 2.",
        "Circles without anybody in favour: colleagues and client and funders.",
        "Sectors without anybody in favour: shops and hall.",
        "Neighbourhoods without anybody in favour: West.",
        "Kinds of people and organisations without anybody in favour: baker and official.",
    };
    sv_map *map = map_of(town, NULL);
    sv_support support;
    char *text;
    size_t length;
    (void)state;
    assert_int_equal(sv_support_find(map, 0, 0, &support, NULL), SV_OK);
    assert_int_equal(
        sv_report_support(map, &support, &(sv_answer_options){.format = SV_REPORT_JSON, .audience = SV_TEAM}, &text, &length, NULL), SV_OK);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(text, wanted[i]))
            fail_msg("nowhere is said \"%s\"", wanted[i]);
    free(text);
    sv_support_clear(&support);
    sv_map_free(map);
}

static void nobody_may_be_in_favour(void **state)
{
    static const char *const maps[] = {
        "= Actors\nid;name\n= Issues\nid;title\ni;I\n",
        "= Actors\nid;name;own\na;A;yes\nb;B;\n= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\na;i;4\nb;i;0\n"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        sv_map *map = map_of(maps[i], NULL);
        sv_support support;
        char *text;
        size_t length;
        assert_int_equal(sv_support_find(map, 0, 0, &support, NULL), SV_OK);
        assert_true(sv_support_none(&support));
        assert_int_equal(sv_report_support(map, &support, &(sv_answer_options){.audience = SV_TEAM}, &text, &length, NULL), SV_OK);
        assert_non_null(strstr(text, "Outside our own people nobody is known to be in favour"));
        assert_non_null(strstr(text, "The map has no council"));
        free(text);
        sv_support_clear(&support);
        sv_map_free(map);
    }
}

static void camps_have_borders(void **state)
{
    static const struct {
        double stance;
        sv_camp camp;
    } cases[] = {{4, SV_CAMP_FOR},          {2, SV_CAMP_FOR},      {2 - 1e-12, SV_CAMP_FOR},  {1.99, SV_CAMP_LEANS_FOR},
                 {0.01, SV_CAMP_LEANS_FOR}, {0, SV_CAMP_NEUTRAL},  {-1e-12, SV_CAMP_NEUTRAL}, {-0.01, SV_CAMP_LEANS_AGAINST},
                 {-2, SV_CAMP_AGAINST},     {NAN, SV_CAMP_UNKNOWN}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(sv_camp_of(cases[i].stance), cases[i].camp);
}

/* Positions there are -1, 0 and 1, so nobody is all for or all against: they lean as the table of positions says. */
static void a_published_network_leans_as_its_table_says(void **state)
{
    sv_map *map = chemnet_map();
    char *path = data_path("networks/chemnet_intpos.csv");
    support_table table;
    sv_support support;
    (void)state;
    if (!map)
        skip();
    assert_true(table_read(path, &table));
    for (size_t k = 0; k < 6; k++) {
        size_t counted[3] = {0}, in_government[3] = {0};
        assert_int_equal(sv_support_find(map, k, 0, &support, NULL), SV_OK);
        for (size_t row = 0; row < table.rows; row++) {
            int position = (int)table_number(&table, row, sv_map_cell(map, SV_ISSUES, k, SV_ISSUE_TITLE));
            counted[position + 1]++;
            in_government[position + 1] += strcmp(table_cell(&table, row, "type"), "gov") == 0;
        }
        assert_camps(support.camps, 0, counted[2], counted[1], counted[0], 0, 0);
        assert_camps(camps_of(&support, SV_DIMENSION_SECTOR, "gov"), 0, in_government[2], in_government[1], in_government[0], 0, 0);
        assert_int_equal(support.n, 30);
        assert_int_equal(sv_support_none(&support), counted[2] == 0);
        sv_support_clear(&support);
    }
    table_clear(&table);
    free(path);
    sv_map_free(map);
}

static sv_status tell(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(town, NULL);
    sv_support support = {0};
    char *text = NULL;
    size_t length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_support_find(map, 0, 0, &support, NULL);
    if (status == SV_OK)
        status = sv_report_support(map, &support, &(sv_answer_options){.audience = SV_TEAM, .language = SV_DUTCH}, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_support_clear(&support);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyone_is_counted_where_they_belong),
        cmocka_unit_test(seats_lean_with_their_group),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(nobody_may_be_in_favour),
        cmocka_unit_test(camps_have_borders),
        cmocka_unit_test(a_published_network_leans_as_its_table_says),
        TORTURE_MEMORY(tell),
    };
    return cmocka_run_group_tests_name("support", tests, NULL, NULL);
}

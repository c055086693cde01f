/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps: places and circles without anybody of ours, pairs that should meet, alliances that cannot reach the council. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chemnet_map.h"
#include "failing_memory.h"
#include "reading.h"
#include "support.h"

/*
 * We are Wim. He knows Ria (warmth .7) and Kim (.9); Kim knows Sam (.5) and Ria (.3); Sam knows the councillor Joy (.5). Two
 * alliances: the north, with Sam in it, and the south, with Ute in it, whom nobody knows. A rule keeps Ria from Sam.
 */
static const char town[] =
    "= Actors\nid;name;kind;own;sector;neighbourhood;life_domain\n"
    "wim;Wim;professional;yes;welfare;North;\nria;Ria;resident;;residents;North|South;money\nkim;Kim;volunteer;;residents;South;\n"
    "sam;Sam;person;;Care;East;money\nute;Ute;resident;;residents;West;work\njoy;Joy;council_member;;politics;;\nmax;Max;council_member;;"
    "politics;;\n"
    "cle;Cle;clerk;;hall;Hill;\nnor;North alliance;alliance;;;;\nsou;South alliance;alliance;;;;\nboard;Board;council;;;;\n"
    "= "
    "Ties\nfrom;to;kind;strength\nwim;ria;knows;3\nwim;kim;knows;4\nkim;sam;knows;2\nkim;ria;knows;1\nsam;joy;knows;2\nria;sam;may_not_"
    "contact;\n"
    "= Memberships\nwho;of\nsam;nor\nute;sou\njoy;board\nmax;board\n"
    "= Issues\nid;title\ni;The square\nj;The road\n"
    "= "
    "Positions\nactor;issue;position\nria;i;2\nsam;i;3\nute;i;1\njoy;i;2\nmax;i;4\nwim;i;4\nkim;i;-2\nnor;i;4\ncle;i;4\nute;j;2\njoy;j;1\n"
    "= Signals\ndate;neighbourhood;life_domain;issue;source\n2026-01-01;Lake;money;i;Kim\n2026-02-01;Lake;;i;ute\n2026-03-01;west;;;\n";

static const sv_gap_place *place_of(const sv_gaps *gaps, sv_dimension by, const char *name)
{
    for (size_t i = 0; i < gaps->n_places; i++)
        if (gaps->places[i].by == by && strcmp(gaps->places[i].name, name) == 0)
            return &gaps->places[i];
    fail_msg("there is no place %s", name);
    return NULL;
}

static void assert_place(const sv_gaps *gaps, sv_dimension by, const char *name, size_t actors, size_t tied, size_t signals)
{
    const sv_gap_place *place = place_of(gaps, by, name);
    assert_int_equal(place->actors, actors);
    assert_int_equal(place->tied, tied);
    assert_int_equal(place->signals, signals);
}

static void places_and_circles_are_counted(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_gaps gaps;
    (void)state;
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW}, &gaps, NULL), SV_OK);
    assert_int_equal(gaps.own, 1);
    /* tied to us are Ria and Kim, whom Wim knows; Wim himself counts nowhere */
    assert_place(&gaps, SV_DIMENSION_SECTOR, "residents", 3, 2, 0);
    assert_place(&gaps, SV_DIMENSION_SECTOR, "Care", 1, 0, 0);
    assert_place(&gaps, SV_DIMENSION_SECTOR, "politics", 2, 0, 0);
    assert_place(&gaps, SV_DIMENSION_NEIGHBOURHOOD, "North", 1, 1, 0);
    assert_place(&gaps, SV_DIMENSION_NEIGHBOURHOOD, "South", 2, 2, 0); /* Ria is of both */
    assert_place(&gaps, SV_DIMENSION_NEIGHBOURHOOD, "West", 1, 0, 1);  /* "west" in Signals is the same */
    assert_place(&gaps, SV_DIMENSION_NEIGHBOURHOOD, "Lake", 0, 0, 2);  /* signals, but nobody */
    assert_place(&gaps, SV_DIMENSION_LIFE_DOMAIN, "money", 2, 1, 1);
    assert_place(&gaps, SV_DIMENSION_LIFE_DOMAIN, "work", 1, 0, 0);
    for (size_t i = 0; i < gaps.n_places; i++) { /* neither the clerk's sector and hill nor our own sector */
        assert_string_not_equal(gaps.places[i].name, "hall");
        assert_string_not_equal(gaps.places[i].name, "Hill");
        assert_string_not_equal(gaps.places[i].name, "welfare");
    }
    assert_place(&gaps, SV_DIMENSION_CIRCLE, "residents", 4, 2, 0); /* Ria, Kim, Ute, and Sam, who belongs to no organisation */
    assert_place(&gaps, SV_DIMENSION_CIRCLE, "colleagues", 0, 0, 0);
    assert_place(&gaps, SV_DIMENSION_CIRCLE, "organisations", 0, 0, 0);
    assert_place(&gaps, SV_DIMENSION_CIRCLE, "client", 0, 0, 0);
    assert_place(&gaps, SV_DIMENSION_CIRCLE, "politics", 3, 0, 0); /* Joy, Max and the council */
    assert_int_equal(gaps.residents, 3);                           /* Ria, Kim, Ute */
    assert_int_equal(gaps.residents_reached, 2);                   /* nobody knows Ute */
    assert_int_equal(gaps.alliances, 2);
    assert_true(gaps.council);
    assert_int_equal(gaps.n_cut_off, 1); /* from the north Sam knows Joy; from the south there is no way on from Ute */
    assert_int_equal(gaps.cut_off[0], row_of(map, "sou"));
    assert_int_equal(gaps.n_strangers, 4); /* in favour and not tied to us: Joy, Max, Sam, Ute */
    assert_int_equal(gaps.strangers[0], row_of(map, "joy"));
    assert_int_equal(gaps.strangers[3], row_of(map, "ute"));
    assert_false(sv_gaps_none(&gaps));
    sv_gaps_clear(&gaps);
    sv_map_free(map);
}

static void assert_pair(const sv_map *map, const sv_gap_pair *pair, const char *a, const char *b, size_t shared, const char *introducer,
                        double warmth)
{
    assert_int_equal(pair->a, row_of(map, a));
    assert_int_equal(pair->b, row_of(map, b));
    assert_int_equal(pair->shared, shared);
    assert_int_equal(pair->introducer, introducer ? row_of(map, introducer) : SV_NO_ROW);
    assert_near(pair->warmth, warmth);
}

/*
 * In favour of i: ria sam ute joy max; of j: ute joy. Signals about i: kim and ute. Together: kim-ute by their signals. Apart are
 * ria-sam by the rule, sam-joy who know each other, joy-max in one council. Left: ria-ute, ria-joy, ria-max, sam-ute, sam-max,
 * ute-joy (two issues), ute-max, kim-ute: eight. Nobody knows both of any, for Ute knows nobody, Max only the board, and of
 * Ria (wim, kim) and Joy (sam) nobody is the same.
 */
static void pairs_share_a_cause_and_no_tie(void **state)
{
    sv_map *map = map_of(town, NULL);
    sv_gaps gaps;
    (void)state;
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW}, &gaps, NULL), SV_OK);
    assert_int_equal(gaps.all_pairs, 8);
    assert_int_equal(gaps.n_pairs, 8);
    assert_int_equal(gaps.supporters, 6);                       /* with Kim, for her signal */
    assert_pair(map, &gaps.pairs[0], "joy", "ute", 2, NULL, 0); /* two issues go first */
    assert_int_equal(gaps.pairs[0].issue, 0);
    assert_pair(map, &gaps.pairs[1], "joy", "ria", 1, NULL, 0); /* then by id */
    assert_pair(map, &gaps.pairs[2], "kim", "ute", 1, NULL, 0);
    assert_pair(map, &gaps.pairs[7], "sam", "ute", 1, NULL, 0);
    sv_gaps_clear(&gaps);
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = 1, .pairs = 3}, &gaps, NULL), SV_OK);
    assert_int_equal(gaps.all_pairs, 1);
    assert_pair(map, &gaps.pairs[0], "joy", "ute", 1, NULL, 0);
    assert_int_equal(gaps.pairs[0].issue, 1);
    sv_gaps_clear(&gaps);
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = 0, .pairs = 2}, &gaps, NULL), SV_OK);
    assert_int_equal(gaps.all_pairs, 8);
    assert_int_equal(gaps.n_pairs, 2);
    assert_pair(map, &gaps.pairs[1], "joy", "ute", 1, NULL, 0);
    sv_gaps_clear(&gaps);
    sv_map_free(map);
}

/* a and b do not know each other; c knows both by .9 x .3, d by .7 x .5 = .35; a and e share nothing. */
static void the_warmest_introduces(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind;own\na;A;resident;\nb;B;resident;\nc;C;resident;\nd;D;resident;\nf;F;resident;\n"
                         "= Ties\nfrom;to;kind;strength\na;c;knows;4\nc;b;knows;1\na;d;knows;3\nd;b;knows;2\n"
                         "= Issues\nid;title\ni;I\n= Positions\nactor;issue;position\na;i;1\nb;i;1\nf;i;1\n",
                         NULL);
    sv_gaps gaps;
    (void)state;
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW}, &gaps, NULL), SV_OK);
    assert_int_equal(gaps.all_pairs, 3);
    assert_pair(map, &gaps.pairs[0], "a", "b", 1, "d", 0.35); /* whom somebody can introduce goes first */
    assert_pair(map, &gaps.pairs[1], "a", "f", 1, NULL, 0);
    assert_int_equal(gaps.own, 0);
    assert_int_equal(gaps.n_strangers, 0); /* nobody is us, so nobody is a stranger */
    assert_false(gaps.council);
    sv_gaps_clear(&gaps);
    sv_map_free(map);
}

/* A hundred residents that we know, all circles filled: nothing is missing. */
static void nothing_may_be_missing(void **state)
{
    sv_text text = {0}, ties = {0};
    sv_map *map;
    sv_gaps gaps;
    char *answer;
    size_t length;
    (void)state;
    sv_text_add(&text, "= "
                       "Actors\nid;name;kind;own\nus;Us;professional;yes\nwork;Work;welfare;\nlib;Library;education;\ntown;Town;"
                       "municipality;\njoy;Joy;council_member;\n");
    for (int i = 0; i < 100; i++) {
        sv_text_addf(&text, "r%d;R%d;resident;\n", i, i);
        sv_text_addf(&ties, "us;r%d;knows\n", i);
    }
    sv_text_addf(&text, "= Ties\nfrom;to;kind\nus;lib;knows\nus;joy;knows\ntown;work;funds\n%s= Memberships\nwho;of\nus;work\n",
                 ties.bytes);
    map = map_of(text.bytes, NULL);
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW}, &gaps, NULL), SV_OK);
    assert_int_equal(gaps.residents_reached, 100);
    assert_true(sv_gaps_none(&gaps));
    assert_int_equal(sv_report_gaps(map, &gaps, &(sv_answer_options){.audience = SV_TEAM}, &answer, &length, NULL), SV_OK);
    assert_non_null(strstr(answer, "No gaps were found"));
    assert_null(strstr(answer, "still to be found"));
    free(answer);
    sv_gaps_clear(&gaps);
    sv_map_free(map);
    sv_text_clear(&text);
    sv_text_clear(&ties);
}

static void empty_maps_have_an_answer(void **state)
{
    static const char *const maps[] = {"= Actors\nid;name\n", "= Actors\nid;name;own\na;A;yes\n",
                                       "= Actors\nid;name\na;A\n= Issues\nid;title\ni;I\n"};
    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (int audience = SV_PRIVATE; audience <= SV_PUBLIC; audience++) {
            sv_map *map = map_of(maps[i], NULL);
            sv_gaps gaps;
            char *answer;
            size_t length;
            assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW, .pairs = SIZE_MAX}, &gaps, NULL), SV_OK);
            assert_int_equal(gaps.all_pairs, 0);
            assert_int_equal(sv_report_gaps(map, &gaps, &(sv_answer_options){.audience = (sv_audience)audience}, &answer, &length, NULL),
                             SV_OK);
            assert_true(length > 0);
            free(answer);
            sv_gaps_clear(&gaps);
            sv_map_free(map);
        }
}

/* ---- A published network ---- */

static support_table network_table(const char *name)
{
    char file[100], *path;
    support_table table;
    snprintf(file, sizeof file, "networks/%s", name);
    path = data_path(file);
    assert_true(table_read(path, &table));
    free(path);
    return table;
}

/* True when a table of two columns has a row with these two, either way round. */
static bool has_edge(const support_table *edges, const char *a, const char *b)
{
    for (size_t row = 0; row < edges->rows; row++) {
        const char *from = table_cell(edges, row, "source"), *to = table_cell(edges, row, "target");
        if ((strcmp(from, a) == 0 && strcmp(to, b) == 0) || (strcmp(from, b) == 0 && strcmp(to, a) == 0))
            return true;
    }
    return false;
}

static bool share_a_committee(const support_table *seats, const char *a, const char *b)
{
    for (size_t row = 0; row < seats->rows; row++)
        if (strcmp(table_cell(seats, row, "source"), a) == 0 && has_edge(seats, table_cell(seats, row, "target"), b))
            return true;
    return false;
}

/* How many of the six issues both are in favour of. */
static size_t issues_of_both(const support_table *positions, size_t a, size_t b)
{
    static const char *const issues[] = {"Selfregulation", "Bigsolution", "Notification", "Premanufacturing", "Newsubstances", "Levelplan"};
    size_t n = 0;
    for (size_t k = 0; k < 6; k++)
        n += table_number(positions, a, issues[k]) > 0 && table_number(positions, b, issues[k]) > 0;
    return n;
}

/* Every pair of the thirty, read from the tables themselves: in favour of one issue, no information between them, no committee in common.
 */
static void pairs_are_those_of_published_tables(void **state)
{
    sv_map *map = chemnet_map();
    support_table positions, talks, seats;
    sv_gaps gaps;
    size_t pairs = 0, named = 0;
    (void)state;
    if (!map)
        skip();
    positions = network_table("chemnet_intpos.csv");
    talks = network_table("chemnet_pol.edges.csv");
    seats = network_table("chemnet_committee.edges.csv");
    assert_int_equal(sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW, .pairs = SIZE_MAX}, &gaps, NULL), SV_OK);
    for (size_t i = 0; i < positions.rows; i++)
        for (size_t j = i + 1; j < positions.rows; j++) {
            const char *a = table_cell(&positions, i, "actor"), *b = table_cell(&positions, j, "actor");
            size_t shared = issues_of_both(&positions, i, j);
            if (!shared || has_edge(&talks, a, b) || share_a_committee(&seats, a, b))
                continue;
            pairs++;
            for (size_t p = 0; p < gaps.n_pairs; p++)
                if ((gaps.pairs[p].a == row_of(map, a) && gaps.pairs[p].b == row_of(map, b)) ||
                    (gaps.pairs[p].a == row_of(map, b) && gaps.pairs[p].b == row_of(map, a))) {
                    named++;
                    assert_int_equal(gaps.pairs[p].shared, shared);
                }
        }
    assert_true(pairs > 20);
    assert_int_equal(gaps.all_pairs, pairs);
    assert_int_equal(named, pairs);
    table_clear(&positions);
    table_clear(&talks);
    table_clear(&seats);
    sv_gaps_clear(&gaps);
    sv_map_free(map);
}

static sv_status tell(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(town, NULL);
    sv_gaps gaps = {0};
    char *text = NULL;
    size_t length;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_gaps_find(map, &(sv_gaps_options){.issue = SV_NO_ROW}, &gaps, NULL);
    if (status == SV_OK)
        status = sv_report_gaps(map, &gaps, &(sv_answer_options){.format = SV_REPORT_JSON, .audience = SV_TEAM, .language = SV_DUTCH},
                                &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_gaps_clear(&gaps);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_and_circles_are_counted),
        cmocka_unit_test(pairs_share_a_cause_and_no_tie),
        cmocka_unit_test(the_warmest_introduces),
        cmocka_unit_test(nothing_may_be_missing),
        cmocka_unit_test(empty_maps_have_an_answer),
        cmocka_unit_test(pairs_are_those_of_published_tables),
        TORTURE_MEMORY(tell),
    };
    return cmocka_run_group_tests_name("gaps", tests, NULL, NULL);
}

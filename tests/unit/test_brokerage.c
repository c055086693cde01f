/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Brokerage between groups: the tables of R's sna for published networks, random graphs counted triple by triple, and small cases by hand.
 */
#include <speelveld/format.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

enum { most = 8 };

static const char *const counted[] = {"w_I_coordinator",     "w_O_consultant", "b_OI_gatekeeper",
                                      "b_IO_representative", "b_O_liaison",    "t_total"};
static const char *const standardised[] = {"z_w_I", "z_w_O", "z_b_OI", "z_b_IO", "z_b_O", "z_t"};

/* A map of a published network, its groups in the column sector. */
static sv_map *published_map(const support_table *edges, const support_table *table)
{
    sv_text text = {0};
    sv_map *map;
    sv_text_add(&text, "= Actors\nid;name;sector\n");
    for (size_t i = 0; i < table->rows; i++)
        sv_text_addf(&text, "%s;%s;%s\n", table_cell(table, i, "id"), table_cell(table, i, "id"), table_cell(table, i, "group"));
    sv_text_add(&text, "= Ties\nfrom;to;kind\n");
    for (size_t i = 0; i < edges->rows; i++)
        if (strcmp(table_cell(edges, i, "source"), table_cell(edges, i, "target")) != 0)
            sv_text_addf(&text, "%s;%s;informs\n", table_cell(edges, i, "source"), table_cell(edges, i, "target"));
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return map;
}

static void compare_published(const char *name, const support_table *edges, const support_table *table)
{
    sv_map *map = published_map(edges, table);
    sv_network_options options = {.directed = true};
    sv_network *network = network_of(map, &options);
    sv_brokerage *brokers;
    assert_int_equal(sv_brokerage_new(network, SV_ACTOR_SECTOR, &brokers, NULL), SV_OK);
    for (size_t i = 0; i < table->rows; i++) {
        const sv_brokerage *broker = &brokers[sv_network_vertex(network, row_of(map, table_cell(table, i, "id")))];
        for (int role = 0; role < SV_BROKERAGE_ROLES; role++) {
            double z = strcmp(table_cell(table, i, standardised[role]), "NA") == 0 ? NAN : table_number(table, i, standardised[role]);
            assert_near_at(broker->count[role], table_number(table, i, counted[role]), 0, name, (int)i);
            assert_near_at(broker->z[role], z, 1e-9, name, (int)i);
        }
    }
    free(brokers);
    sv_network_free(network);
    sv_map_free(map);
}

static void published_brokerage(void **state)
{
    static const char *const names[] = {"chemnet_pol",       "chemnet_infrep",  "chemnet_scifrom",  "emon_Cheyenne",
                                        "emon_HurrFrederic", "emon_LakePomona", "emon_MtStHelens",  "emon_Wichita",
                                        "ffe_elite",         "hightech_advice", "hightech_reports", "law_advice"};
    const char *data = getenv("SPEELVELD_DATA");
    size_t compared = 0;
    (void)state;
    for (size_t i = 0; data && *data && i < sizeof names / sizeof *names; i++) {
        support_table edges, table;
        char path[500];
        snprintf(path, sizeof path, "%s/networks/%s.edges.csv", data, names[i]);
        if (!table_read(path, &edges))
            continue;
        snprintf(path, sizeof path, "%s/reference/%s.brokerage_sna.csv", data, names[i]);
        if (table_read(path, &table)) {
            compare_published(names[i], &edges, &table);
            compared++;
        }
        table_clear(&edges);
        table_clear(&table);
    }
    if (!compared) {
        printf("skip: published brokerage (SPEELVELD_DATA is not set)\n");
        skip();
    }
    assert_true(compared >= 10);
}

enum { no_group = 3 };
static const char *const group_names[] = {"z", "y", "x", ""};

/* Actors, the group each is in, and who has a tie to whom. */
typedef struct grouped {
    size_t n;
    unsigned group[most];
    bool tie[most][most];
} grouped;

/* a -> v -> b without a -> b, one by one; without direction a tie runs both ways. */
static void count_triples(const grouped *g, double wanted[most][SV_BROKERAGE_ROLES])
{
    const unsigned *group = g->group;
    for (size_t v = 0; v < g->n; v++)
        for (size_t a = 0; a < g->n; a++)
            for (size_t b = 0; b < g->n; b++) {
                if (a == b || !g->tie[a][v] || !g->tie[v][b] || g->tie[a][b])
                    continue;
                if (group[a] == no_group || group[b] == no_group || group[v] == no_group)
                    continue;
                wanted[v][SV_COORDINATOR] += group[a] == group[v] && group[v] == group[b];
                wanted[v][SV_ITINERANT] += group[a] == group[b] && group[v] != group[b];
                wanted[v][SV_GATEKEEPER] += group[a] != group[v] && group[v] == group[b];
                wanted[v][SV_REPRESENTATIVE] += group[a] == group[v] && group[v] != group[b];
                wanted[v][SV_LIAISON] += group[a] != group[v] && group[v] != group[b] && group[a] != group[b];
                wanted[v][SV_BROKERAGE_TOTAL]++;
            }
}

static sv_map *grouped_map(const grouped *g)
{
    sv_text text = {0};
    sv_map *map;
    sv_text_add(&text, "= Actors\nid;name;sector\n");
    for (size_t v = 0; v < g->n; v++)
        sv_text_addf(&text, "%c;%c;%s\n", (char)('a' + v), (char)('a' + v), group_names[g->group[v]]);
    sv_text_add(&text, "= Ties\nfrom;to;kind\n");
    for (size_t a = 0; a < g->n; a++)
        for (size_t b = 0; b < g->n; b++)
            if (g->tie[a][b])
                sv_text_addf(&text, "%c;%c;informs\n", (char)('a' + a), (char)('a' + b));
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return map;
}

static void compare_counts(grouped *g, bool directed)
{
    double wanted[most][SV_BROKERAGE_ROLES] = {{0}};
    sv_map *map = grouped_map(g);
    sv_network *network = network_of(map, &(sv_network_options){.directed = directed});
    sv_brokerage *brokers;
    for (size_t a = 0; a < g->n && !directed; a++)
        for (size_t b = 0; b < a; b++)
            g->tie[a][b] = g->tie[b][a] = g->tie[a][b] || g->tie[b][a];
    count_triples(g, wanted);
    assert_int_equal(sv_brokerage_new(network, SV_ACTOR_SECTOR, &brokers, NULL), SV_OK);
    for (size_t v = 0; v < g->n; v++)
        for (int role = 0; role < SV_BROKERAGE_ROLES; role++)
            assert_near(brokers[v].count[role], g->group[v] == no_group ? NAN : wanted[v][role]);
    free(brokers);
    sv_network_free(network);
    sv_map_free(map);
}

/* Some actors of random graphs have no group. */
static void random_graphs(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (int round = 0; round < 400; round++) {
        grouped g = {.n = most};
        unsigned often = 1 + draw_number(&seed, 9);
        for (size_t v = 0; v < most; v++)
            g.group[v] = draw_number(&seed, 4);
        for (size_t a = 0; a < most; a++)
            for (size_t b = 0; b < most; b++)
                g.tie[a][b] = a != b && draw_number(&seed, 10) < often;
        compare_counts(&g, round % 2 == 0);
    }
}

/* Every directed graph of 3 and 4 actors, each with another division into groups. */
static void every_directed_graph(void **state)
{
    (void)state;
    for (size_t n = 3; n <= 4; n++)
        for (unsigned long bits = 0; bits < 1ul << n * (n - 1); bits++) {
            grouped g = {.n = n};
            size_t bit = 0;
            for (size_t v = 0; v < n; v++)
                g.group[v] = (unsigned)(bits * 2654435761u >> (8 + 2 * v)) & 3;
            for (size_t a = 0; a < n; a++)
                for (size_t b = 0; b < n; b++)
                    if (a != b)
                        g.tie[a][b] = bits >> bit++ & 1;
            compare_counts(&g, true);
        }
}

/* a - v - b, a and v of the works, b of the school: v hands on both ways, a to b and b to a, so gatekeeper 1 and representative 1. */
static void by_hand(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;sector\na;a;werk\nv;v;werk\nb;b;school\n= Ties\nfrom;to;kind\na;v;knows\nv;b;knows\n", NULL);
    sv_network *network = network_of(map, NULL);
    sv_scores *scores = scores_of(network);
    (void)state;
    assert_near(score_of(scores, "gatekeeper", "v"), 1);
    assert_near(score_of(scores, "representative", "v"), 1);
    assert_near(score_of(scores, "coordinator", "v"), 0);
    assert_near(score_of(scores, "brokerage", "v"), 2);
    assert_near(score_of(scores, "brokerage", "a"), 0);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_hand), cmocka_unit_test(random_graphs), cmocka_unit_test(every_directed_graph),
                                       cmocka_unit_test(published_brokerage)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

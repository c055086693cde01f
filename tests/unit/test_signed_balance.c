/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signed balance: every signed graph of up to 5 actors and random ones of up to 12, with all divisions into two camps and all triangles
 * tried one by one; small cases by hand; and the wiring room of Roethlisberger & Dickson, counted beforehand with NetworkX.
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
#include "score/signed_graph.h"
#include "support.h"

enum { most_actors = 12 };

typedef struct drawn {
    size_t n;
    int sign[most_actors][most_actors];
} drawn;

/* The fewest ties that any division leaves frustrated. */
static size_t try_divisions(const drawn *d)
{
    size_t best = SIZE_MAX;
    for (unsigned camps = 0; camps < 1u << d->n; camps++) {
        size_t n = 0;
        for (size_t i = 0; i < d->n; i++)
            for (size_t j = 0; j < i; j++) {
                bool apart = (camps >> i & 1) != (camps >> j & 1);
                n += (d->sign[i][j] > 0 && apart) || (d->sign[i][j] < 0 && !apart);
            }
        best = n < best ? n : best;
    }
    return best;
}

static void find(const drawn *d, size_t exact_to, size_t *least, size_t *most)
{
    signed_tie *ties = calloc(most_actors * most_actors, sizeof *ties);
    signed_graph graph;
    size_t n = 0;
    assert_non_null(ties);
    for (size_t i = 0; i < d->n; i++)
        for (size_t j = i + 1; j < d->n; j++)
            if (d->sign[i][j])
                ties[n++] = (signed_tie){i, j, d->sign[i][j]};
    assert_true(signed_graph_make(d->n, ties, n, &graph));
    assert_int_equal(signed_graph_frustration(&graph, exact_to, least, most, NULL), SV_OK);
    signed_graph_clear(&graph);
}

static void put(drawn *d, size_t i, size_t j, int sign)
{
    d->sign[i][j] = d->sign[j][i] = sign;
}

/* 3^10 graphs of five actors, 729 of four, 27 of three: each pair friends, foes or neither. */
static void every_graph_to_five(void **state)
{
    (void)state;
    for (size_t n = 0; n <= 5; n++) {
        size_t graphs = 1;
        for (size_t i = 0; i < n * (n - (n > 0)) / 2; i++)
            graphs *= 3;
        for (size_t code = 0; code < graphs; code++) {
            drawn d = {.n = n};
            size_t left = code, least, most, wanted;
            for (size_t i = 0; i < n; i++)
                for (size_t j = 0; j < i; j++, left /= 3)
                    put(&d, i, j, (int)(left % 3) - 1);
            wanted = n ? try_divisions(&d) : 0;
            find(&d, 20, &least, &most);
            assert_int_equal(least, wanted);
            assert_int_equal(most, wanted);
        }
    }
}

/* Exactly; and, where nothing is small enough to be tried, bounds that hold, and that meet more often than not. */
static void random_graphs(void **state)
{
    unsigned long long seed = 42;
    size_t met = 0, apart = 0, rounds = 400;
    (void)state;
    for (size_t round = 0; round < rounds; round++) {
        drawn d = {.n = 6 + draw_number(&seed, 7)};
        unsigned often = 2 + draw_number(&seed, 8), foes = 1 + draw_number(&seed, 9);
        size_t least, most, wanted;
        for (size_t i = 0; i < d.n; i++)
            for (size_t j = 0; j < i; j++)
                if (draw_number(&seed, 10) < often)
                    put(&d, i, j, draw_number(&seed, 10) < foes ? -1 : 1);
        wanted = try_divisions(&d);
        find(&d, 20, &least, &most);
        assert_int_equal(least, wanted);
        assert_int_equal(most, wanted);
        find(&d, 1, &least, &most);
        assert_true(least <= wanted && wanted <= most);
        met += least == most;
        apart += most > wanted;
    }
    assert_true(met > rounds / 3);
    assert_true(apart < rounds / 50); /* the search nearly always finds a best division of so few */
}

/* ---- Maps ---- */

static sv_signed_balance balance_of(const sv_map *map, const sv_network_options *options)
{
    sv_network *network = network_of(map, options);
    sv_signed_balance balance;
    assert_int_equal(sv_signed_balance_find(network, NULL, &balance, NULL), SV_OK);
    sv_network_free(network);
    return balance;
}

/*
 * a, b and c know each other and all oppose d, who is with e: two camps, nothing frustrated. Triangles: abc, abd, acd, bcd, all balanced. f
 * opposes nobody and knows e, which makes no triangle; nobody is sure that it opposes a, and its opposition to b has strength 0: neither
 * counts. That g opposes d and works with it too counts as opposition; a knows g, d opposes a: adg has two oppositions, balanced; so has
 * bdg not, for b and g are strangers.
 */
static const char camps[] =
    "= Actors\nid;name;kind\na;A;resident\nb;B;resident\nc;C;resident\nd;D;resident\ne;E;resident\nf;F;resident\ng;G;resident\n"
    "= "
    "Ties\nfrom;to;kind;certainty;until;strength\na;b;knows;;;\nb;c;knows;;;\na;c;knows;;;\nd;a;opposes;;;\nd;b;opposes;;;\nc;d;opposes;;;"
    "\n"
    "d;e;works_with;;;\ne;f;knows;;;\ng;d;opposes;;;\ng;d;works_with;;;\na;g;knows;;;\nf;a;opposes;0;;\nf;b;opposes;;;0\n"
    "e;b;opposes;;2020-01-01;\n";

static void two_camps(void **state)
{
    sv_map *map = map_of(camps, NULL);
    sv_signed_balance found = balance_of(map, &(sv_network_options){.as_of = 20260101});
    (void)state;
    assert_int_equal(found.positive, 6); /* ab bc ac de ef ag */
    assert_int_equal(found.negative, 4);
    assert_int_equal(found.ambiguous, 1);
    assert_int_equal(found.triangles, 5);
    assert_int_equal(found.balanced, 5);
    assert_near(found.share, 1);
    assert_true(found.least == 0 && found.most == 0);
    found = balance_of(map, NULL); /* whenever: e opposes b, as its friend d does: still two camps; bde is balanced */
    assert_int_equal(found.negative, 5);
    assert_int_equal(found.triangles, 6);
    assert_int_equal(found.balanced, 6);
    sv_map_free(map);
}

/* A friend's friend who is a foe: one triangle, not balanced, one tie too many. With nobody opposed there is nothing to say. */
static void one_triangle(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\n= Ties\nfrom;to;kind\na;b;knows\nb;c;knows\nc;a;opposes\n", NULL);
    sv_signed_balance found = balance_of(map, NULL);
    (void)state;
    assert_true(found.triangles == 1 && found.balanced == 0 && found.share == 0 && found.least == 1 && found.most == 1);
    sv_map_free(map);
    map = map_of("= Actors\nid;name\na;A\nb;B\nc;C\n= Ties\nfrom;to;kind\na;b;knows\nb;c;knows\nc;a;knows\n", NULL);
    found = balance_of(map, NULL);
    assert_true(found.triangles == 0 && isnan(found.share) && found.positive == 0 && found.negative == 0);
    sv_map_free(map);
    map = map_of("", NULL);
    found = balance_of(map, NULL);
    assert_true(found.negative == 0 && isnan(found.share));
    sv_map_free(map);
}

/* At level organisation what a person opposes, its organisations oppose. */
static void by_level(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;kind\np;P;resident\nq;Q;resident\nx;X;welfare\ny;Y;care\nz;Z;housing\n"
                         "= Ties\nfrom;to;kind\np;q;opposes\nx;z;works_with\ny;z;works_with\n= Memberships\nwho;of\np;x\nq;y\n",
                         NULL);
    sv_signed_balance found = balance_of(map, &(sv_network_options){.level = SV_LEVEL_ORGANISATION});
    (void)state;
    assert_true(found.positive == 2 && found.negative == 1 && found.triangles == 1 && found.balanced == 0 && found.least == 1);
    found = balance_of(map, &(sv_network_options){.level = SV_LEVEL_PERSON});
    assert_true(found.positive == 0 && found.negative == 1 && found.triangles == 0 && found.most == 0);
    found = balance_of(map, NULL); /* as drawn: a circle p x z y q with one opposition */
    assert_true(found.positive == 4 && found.negative == 1 && found.triangles == 0 && found.least == 1 && found.most == 1);
    sv_map_free(map);
}

/* The triangles of random maps one by one, whatever the order of their rows. */
static void triangles_of_random_maps(void **state)
{
    unsigned long long seed = 7;
    (void)state;
    for (int round = 0; round < 200; round++) {
        drawn d = {.n = 3 + draw_number(&seed, 10)};
        sv_text text = {0};
        size_t triangles = 0, balanced = 0, negative = 0;
        sv_signed_balance found;
        sv_map *map;
        sv_text_add(&text, "= Actors\nid;name\n");
        for (size_t i = 0; i < d.n; i++)
            sv_text_addf(&text, "v%zu;V%zu\n", (i * 5 + (size_t)round) % 13, (i * 5 + (size_t)round) % 13);
        sv_text_add(&text, "= Ties\nfrom;to;kind\n");
        for (size_t i = 0; i < d.n; i++)
            for (size_t j = 0; j < i; j++)
                if (draw_number(&seed, 2)) {
                    put(&d, i, j, draw_number(&seed, 3) ? 1 : -1);
                    negative += d.sign[i][j] < 0;
                    sv_text_addf(&text, "v%zu;v%zu;%s\n", (i * 5 + (size_t)round) % 13, (j * 5 + (size_t)round) % 13,
                                 d.sign[i][j] > 0 ? "knows" : "opposes");
                }
        for (size_t i = 0; i < d.n; i++)
            for (size_t j = 0; j < i; j++)
                for (size_t k = 0; k < j; k++)
                    if (d.sign[i][j] && d.sign[j][k] && d.sign[i][k]) {
                        triangles++;
                        balanced += d.sign[i][j] * d.sign[j][k] * d.sign[i][k] > 0;
                    }
        map = map_of(sv_text_get(&text), NULL);
        found = balance_of(map, NULL);
        assert_int_equal(found.negative, negative);
        assert_int_equal(found.triangles, negative ? triangles : 0);
        assert_int_equal(found.balanced, negative ? balanced : 0);
        assert_int_equal(found.least, try_divisions(&d));
        assert_int_equal(found.most, try_divisions(&d));
        sv_map_free(map);
        sv_text_clear(&text);
    }
}

/* 14 men, 32 ties of which 19 are of dislike; 25 triangles of which 19 are balanced; two ties in the way, by trying all 2^13 divisions. */
static void the_wiring_room(void **state)
{
    const char *data = getenv("SPEELVELD_DATA");
    sv_text text = {0}, rows = {0};
    support_table edges;
    sv_signed_balance found;
    char path[500];
    sv_map *map;
    (void)state;
    snprintf(path, sizeof path, "%s/networks/wiring_signed.edges.csv", data ? data : "");
    if (!data || !*data || !table_read(path, &edges)) {
        printf("skip: the wiring room (SPEELVELD_DATA is not set)\n");
        skip();
    }
    sv_text_add(&text, "= Actors\nid;name\n");
    for (int i = 1; i <= 14; i++)
        sv_text_addf(&text, "n%d;N%d\n", i, i);
    sv_text_add(&text, "= Ties\nfrom;to;kind\n");
    for (size_t i = 0; i < edges.rows; i++)
        sv_text_addf(&text, "%s;%s;%s\n", table_cell(&edges, i, "source"), table_cell(&edges, i, "target"),
                     table_number(&edges, i, "sign") < 0 ? "opposes" : "knows");
    map = map_of(sv_text_get(&text), NULL);
    found = balance_of(map, NULL);
    assert_true(found.positive == 13 && found.negative == 19 && found.triangles == 25 && found.balanced == 19);
    assert_true(found.least == 2 && found.most == 2);
    assert_near(found.share, 0.76);
    sv_map_free(map);
    sv_text_clear(&text);
    sv_text_clear(&rows);
    table_clear(&edges);
}

/* A ring of 60 with one opposition is one part that is too large to try: one tie is in the way, and one circle says that it cannot be
 * fewer. */
static void a_large_part_can_be_exact(void **state)
{
    signed_tie *ties = calloc(60, sizeof *ties);
    signed_graph graph;
    size_t least, most;
    (void)state;
    ties[0] = (signed_tie){0, 1, -1};
    ties[1] = (signed_tie){0, 59, 1};
    for (size_t i = 1; i < 59; i++)
        ties[i + 1] = (signed_tie){i, i + 1, 1};
    assert_true(signed_graph_make(60, ties, 60, &graph));
    assert_int_equal(signed_graph_frustration(&graph, 20, &least, &most, NULL), SV_OK);
    assert_true(least == 1 && most == 1);
    signed_graph_clear(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_graph_to_five),
        cmocka_unit_test(random_graphs),
        cmocka_unit_test(two_camps),
        cmocka_unit_test(one_triangle),
        cmocka_unit_test(by_level),
        cmocka_unit_test(triangles_of_random_maps),
        cmocka_unit_test(the_wiring_room),
        cmocka_unit_test(a_large_part_can_be_exact),
    };
    return cmocka_run_group_tests_name("signed_balance", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Levels and kinds of ties: small networks by hand, random maps against the definition worked out pair by pair, and published two-mode
 * networks with the numbers of NetworkX's collaboration_weighted_projected_graph (Newman's weights) written down beforehand.
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

/* How strong two actors are tied, by id: in all, by rows and by what they share. All 0 when they are not. */
typedef struct strengths {
    double all, rows, shared, there, back;
} strengths;

static strengths between(const sv_network *network, const char *a, const char *b)
{
    const sv_map *map = sv_network_map(network);
    strengths found = {0};
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        const char *one, *other;
        sv_network_tie(network, i, &from, &to, &found.all);
        one = sv_map_actor(map, sv_network_actor(network, from))->id;
        other = sv_map_actor(map, sv_network_actor(network, to))->id;
        if (!(strcmp(one, a) == 0 && strcmp(other, b) == 0) && !(strcmp(one, b) == 0 && strcmp(other, a) == 0))
            continue;
        sv_network_tie_rests_on(network, i, &found.rows, &found.shared);
        sv_network_tie_ways(network, i, strcmp(one, a) == 0 ? &found.there : &found.back, strcmp(one, a) == 0 ? &found.back : &found.there);
        return found;
    }
    return (strengths){0};
}

static const char village[] =
    "= Actors\nid;name;kind\nan;An;resident\nbo;Bo;resident\ncy;Cy;volunteer\ndo;Do;council_member\n"
    "kerk;De Kerk;faith\nclub;De Club;welfare\nlos;Los;business\nsamen;Samen;alliance\npartij;Partij;party\nraar;Raar;\n"
    "= "
    "Ties\nfrom;to;kind;strength\nan;bo;informs;1\ncy;do;knows;1\ndo;los;advises;4\nkerk;los;works_with;\nan;club;knows;2\ncy;an;family;4\n"
    "= Memberships\nwho;of;until\nan;kerk;\nbo;kerk;\ncy;kerk;\nan;club;\nbo;club;\nbo;club;\ndo;club;2020-01-01\ncy;partij;\ndo;partij;\n"
    "an;samen;\nkerk;samen;\nlos;samen;\ndo;raar;\ncy;raar;\n";

/*
 * The church has an, bo, cy: each pair 1/2. The club an and bo (who stands there twice): 1. Raar, of no known kind, cy and do: 1. The party
 * is a container, and samen has one person. an-bo: 1/2 + 1 = 1.5, more than the tie of 1, which runs one way; cy-do: a tie of 1, and 1
 * shared.
 */
static void persons(void **state)
{
    sv_map *map = map_of(village, NULL);
    sv_network *network = network_of(map, &(sv_network_options){.level = SV_LEVEL_PERSON, .as_of = 20260101});
    strengths found;
    (void)state;
    assert_int_equal(sv_network_actors(network), 4);
    assert_int_equal(sv_network_vertex(network, row_of(map, "kerk")), SV_NO_ROW);
    assert_int_equal(sv_network_ties(network), 4);
    found = between(network, "an", "bo");
    assert_true(found.all == 1.5 && found.rows == 1 && found.shared == 1.5 && found.there == 1.5 && found.back == 1.5);
    found = between(network, "an", "cy");
    assert_true(found.all == 0.5 && found.rows == 0 && found.shared == 0.5);
    found = between(network, "bo", "cy");
    assert_true(found.all == 0.5 && found.shared == 0.5);
    found = between(network, "cy", "do");
    assert_true(found.all == 1 && found.rows == 1 && found.shared == 1);
    sv_network_free(network);
    network = network_of(map, &(sv_network_options){.level = SV_LEVEL_PERSON}); /* whenever: an, bo and do in the club, each pair 1/2 */
    assert_near(between(network, "an", "do").all, 0.5);
    assert_near(between(network, "an", "bo").all, 1);
    sv_network_free(network);
    sv_map_free(map);
}

/*
 * an and bo are in church and club: each adds 1/(2 - 1), so 2. The alliance has the church, los, and through an the club (and the church
 * again): three, each pair 1/2. do advises los with 4, and is in nothing on that day: no tie. an knows the club with 2: her church and the
 * club, 2; with her own club none.
 */
static void organisations(void **state)
{
    sv_map *map = map_of(village, NULL);
    sv_network *network = network_of(map, &(sv_network_options){.level = SV_LEVEL_ORGANISATION, .as_of = 20260101});
    strengths found;
    (void)state;
    assert_int_equal(sv_network_actors(network), 3); /* kerk, club, los: alliance, party and the one without a kind are not */
    assert_int_equal(sv_network_ties(network), 3);
    found = between(network, "kerk", "club");
    assert_true(found.all == 2.5 && found.rows == 2 && found.shared == 2.5);
    found = between(network, "kerk", "los");
    assert_true(found.all == 3 && found.rows == 3 && found.shared == 0.5);
    found = between(network, "club", "los");
    assert_true(found.all == 0.5 && found.rows == 0 && found.shared == 0.5);
    sv_network_free(network);
    network = network_of(
        map, &(sv_network_options){.level = SV_LEVEL_ORGANISATION}); /* whenever: do is in the club, and so the club advises los */
    found = between(network, "club", "los");
    assert_true(found.rows == 4 && found.there == 4 && found.back == 0.5);
    sv_network_free(network);
    sv_map_free(map);
}

/* As drawn, all rests on rows. */
static void two_mode(void **state)
{
    sv_map *map = map_of(village, NULL);
    sv_network *network = network_of(map, &(sv_network_options){.as_of = 20260101});
    (void)state;
    assert_int_equal(sv_network_actors(network), 9);
    assert_true(between(network, "an", "kerk").rows == 3 && between(network, "an", "kerk").shared == 0);
    assert_true(between(network, "an", "bo").all == 1);
    sv_network_free(network);
    sv_map_free(map);
}

/* A bit for every kind that is named. */
static uint64_t bits(const char *const *kinds, size_t n)
{
    size_t all;
    const sv_tie_kind *first = sv_tie_kinds(&all);
    uint64_t made = 0;
    for (size_t i = 0; i < n; i++)
        made |= UINT64_C(1) << (size_t)(sv_tie_kind_find(kinds[i]) - first);
    return made;
}

static void kinds_of_ties(void **state)
{
    sv_map *map = map_of(village, NULL);
    static const char *const knows[] = {"knows"}, *const both[] = {"informs", "family"};
    const sv_network_options some[] = {
        {.as_of = 20260101, .ties = bits(knows, 1)}, /* cy-do, an-club */
        {.as_of = 20260101, .ties = bits(both, 2)},  /* an-bo, cy-an */
        {.as_of = 20260101,
         .ties = SV_TIES_MEMBERSHIPS}, /* an, bo, cy in the church; an, bo in the club; an, kerk, los in samen; do, cy in raar */
        {.as_of = 20260101, .ties = bits(knows, 1), .level = SV_LEVEL_PERSON}, /* cy-do */
        {.as_of = 20260101, .ties = bits(knows, 1) | SV_TIES_MEMBERSHIPS, .level = SV_LEVEL_PERSON},
        {.as_of = 20260101, .ties = bits(both, 2), .directed = true},
    };
    const size_t ties[] = {2, 2, 10, 1, 4, 2};
    (void)state;
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        sv_network *network = network_of(map, &some[i]);
        assert_int_equal(sv_network_ties(network), ties[i]);
        if (i == 3)
            assert_true(between(network, "cy", "do").shared == 0);
        if (i == 5)
            assert_true(between(network, "an", "bo").there == 1 && between(network, "an", "bo").back == 0 &&
                        between(network, "an", "cy").back == 4);
        sv_network_free(network);
    }
    sv_map_free(map);
}

/* ---- Random maps, pair by pair ---- */

enum { people = 6, bodies = 5, alliances = 2, all = people + bodies + alliances, rounds = 600 };

typedef struct drawn {
    bool in[all][all], tied[all][all]; /* member of; informs */
    int strength[all][all];
} drawn;

static void name_of(size_t i, char name[8])
{
    snprintf(name, 8, "%c%zu", i < people ? 'p' : i < people + bodies ? 'o' : 'a', i);
}

/* Each row with a chance of a fifth or so; body 0 is a party and never counts. */
static sv_map *draw_map(unsigned long long *seed, drawn *d)
{
    sv_text text = {0};
    sv_map *map;
    char a[8], b[8];
    *d = (drawn){0};
    sv_text_add(&text, "= Actors\nid;name;kind\n");
    for (size_t i = 0; i < all; i++) {
        name_of(i, a);
        sv_text_addf(&text, "%s;%s;%s\n", a, a,
                     i < people            ? "resident"
                     : i == people         ? "party"
                     : i < people + bodies ? "welfare"
                                           : "alliance");
    }
    sv_text_add(&text, "= Memberships\nwho;of\n");
    for (size_t i = 0; i < all; i++)
        for (size_t j = people; j < all; j++) {
            if (i == j || draw_number(seed, 4) || (i >= people && j < people + bodies))
                continue;
            d->in[i][j] = true;
            name_of(i, a);
            name_of(j, b);
            sv_text_addf(&text, "%s;%s\n", a, b);
        }
    sv_text_add(&text, "= Ties\nfrom;to;kind;strength\n");
    for (size_t i = 0; i < all; i++)
        for (size_t j = 0; j < all; j++) {
            if (i == j || draw_number(seed, 8))
                continue;
            d->tied[i][j] = true;
            d->strength[i][j] = 1 + (int)draw_number(seed, 4);
            name_of(i, a);
            name_of(j, b);
            sv_text_addf(&text, "%s;%s;informs;%d\n", a, b, d->strength[i][j]);
        }
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return map;
}

static bool is_organisation(size_t i)
{
    return i > people && i < people + bodies;
}

/* Whether i stands for v: itself, or a person for an organisation it is in. */
static bool stands_for(const drawn *d, sv_level level, size_t i, size_t v)
{
    if (level == SV_LEVEL_PERSON)
        return i == v && i < people;
    return is_organisation(v) && (i == v || (i < people && d->in[i][v]));
}

/* Whether v is in a body that ties its members: a club or alliance of persons; of organisations a person, or an alliance. */
static bool is_in(const drawn *d, sv_level level, size_t v, size_t body)
{
    if (level == SV_LEVEL_PERSON)
        return v < people && body > people && d->in[v][body];
    if (body < people)
        return is_organisation(v) && d->in[body][v];
    if (body < people + bodies)
        return false;
    for (size_t i = 0; i < all; i++)
        if (d->in[i][body] && stands_for(d, level, i, v))
            return true;
    return false;
}

static void compare_pair(const drawn *d, const sv_network *network, size_t v, size_t u)
{
    sv_level level = sv_network_get_options(network)->level;
    double there = 0, back = 0, shared = 0;
    strengths found;
    char a[8], b[8];
    for (size_t i = 0; i < all; i++)
        for (size_t j = 0; j < all; j++) {
            if (d->tied[i][j] && stands_for(d, level, i, v) && stands_for(d, level, j, u))
                there = fmax(there, d->strength[i][j]);
            if (d->tied[i][j] && stands_for(d, level, i, u) && stands_for(d, level, j, v))
                back = fmax(back, d->strength[i][j]);
        }
    for (size_t body = 0; body < all; body++) {
        double size = 0;
        for (size_t w = 0; w < all; w++)
            size += is_in(d, level, w, body);
        if (is_in(d, level, v, body) && is_in(d, level, u, body))
            shared += 1 / (size - 1);
    }
    name_of(v, a);
    name_of(u, b);
    found = between(network, a, b);
    assert_near(found.shared, shared);
    assert_near(found.rows, fmax(there, back));
    assert_near(found.there, fmax(there, shared));
    assert_near(found.back, fmax(back, shared));
    assert_near(found.all, fmax(fmax(there, back), shared));
}

static void random_maps(void **state)
{
    unsigned long long seed = 42;
    (void)state;
    for (int round = 0; round < rounds; round++) {
        drawn d;
        sv_map *map = draw_map(&seed, &d);
        for (int level = SV_LEVEL_PERSON; level < SV_LEVELS; level++) {
            sv_network *network = network_of(map, &(sv_network_options){.level = (sv_level)level, .strength = true, .directed = true});
            assert_int_equal(sv_network_actors(network), level == SV_LEVEL_PERSON ? people : bodies - 1);
            for (size_t v = 0; v < all; v++)
                for (size_t u = v + 1; u < all; u++)
                    if (sv_network_vertex(network, v) != SV_NO_ROW && sv_network_vertex(network, u) != SV_NO_ROW)
                        compare_pair(&d, network, v, u);
            sv_network_free(network);
        }
        sv_map_free(map);
    }
}

/* ---- Published networks ---- */

/* Whoever stands in the first column is a person, whoever in the second an organisation. */
static sv_map *published_map(const char *name)
{
    const char *data = getenv("SPEELVELD_DATA");
    support_table edges;
    sv_text text = {0}, rows = {0};
    char path[500];
    sv_map *map;
    snprintf(path, sizeof path, "%s/networks/%s.edges.csv", data ? data : "", name);
    if (!data || !*data || !table_read(path, &edges))
        return NULL;
    sv_text_add(&text, "= Actors\nid;name;kind\n");
    sv_text_add(&rows, "= Memberships\nwho;of\n");
    for (size_t i = 0; i < edges.rows; i++) {
        const char *const columns[] = {"source", "target"};
        for (int c = 0; c < 2; c++) {
            const char *id = table_cell(&edges, i, columns[c]);
            bool met = false;
            for (size_t k = 0; k < i && !met; k++)
                met = strcmp(table_cell(&edges, k, columns[c]), id) == 0;
            if (!met)
                sv_text_addf(&text, "%s;%s;%s\n", id, id, c ? "organisation" : "person");
        }
        sv_text_addf(&rows, "%s;%s\n", table_cell(&edges, i, "source"), table_cell(&edges, i, "target"));
    }
    sv_text_add(&text, sv_text_get(&rows));
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    sv_text_clear(&rows);
    table_clear(&edges);
    return map;
}

static const struct {
    const char *network;
    sv_level level;
    size_t actors, ties;
    double sum; /* of all weights */
    const char *a, *b;
    double weight;
} projected[] = {
    {"southern_women", SV_LEVEL_PERSON, 18, 139, 44.5, "Evelyn Jefferson", "Laura Mandeville", 1.5626373626373626},
    {"southern_women", SV_LEVEL_PERSON, 18, 139, 44.5, "Nora Fayette", "Sylvia Avondale", 1.652020202020202},
    {"southern_women", SV_LEVEL_PERSON, 18, 139, 44.5, "Evelyn Jefferson", "Flora Price", 0.09090909090909091},
    {"southern_women", SV_LEVEL_ORGANISATION, 14, 66, 44.5, "E1", "E2", 0.30952380952380953},
    {"southern_women", SV_LEVEL_ORGANISATION, 14, 66, 44.5, "E8", "E9", 3.152380952380952},
    {"chemnet_committee", SV_LEVEL_PERSON, 30, 288, 90, "BGA", "VCI", 1.8103896103896102},
    {"chemnet_committee", SV_LEVEL_ORGANISATION, 20, 190, 86.5, "C:EU APP", "C:EU COR", 3.223286435786436},
    {"slumlords_properties", SV_LEVEL_PERSON, 12, 7, 5.5, "Lee", "Kate", 1},
    {"revolution_clubs", SV_LEVEL_PERSON, 136, 3420, 80, "P129", "P38", 0.13034188034188032},
    {"revolution_clubs", SV_LEVEL_ORGANISATION, 5, 8, 21.5, "O1", "O3", 7.333333333333333},
};

static void published_projections(void **state)
{
    size_t compared = 0;
    (void)state;
    for (size_t i = 0; i < sizeof projected / sizeof *projected; i++) {
        sv_map *map = published_map(projected[i].network);
        sv_network *network;
        double sum = 0;
        if (!map)
            continue;
        network = network_of(map, &(sv_network_options){.level = projected[i].level});
        assert_int_equal(sv_network_actors(network), projected[i].actors);
        assert_int_equal(sv_network_ties(network), projected[i].ties);
        for (size_t t = 0; t < sv_network_ties(network); t++) {
            double rows, shared;
            sv_network_tie_rests_on(network, t, &rows, &shared);
            sum += shared;
        }
        assert_near_at(sum, projected[i].sum, 1e-12, __FILE__, __LINE__);
        assert_near(between(network, projected[i].a, projected[i].b).shared, projected[i].weight);
        sv_network_free(network);
        sv_map_free(map);
        compared++;
    }
    if (!compared) {
        printf("skip: published projections (SPEELVELD_DATA is not set)\n");
        skip();
    }
    assert_int_equal(compared, sizeof projected / sizeof *projected);
}

/* Where nothing is unsure and nothing unseen, every draw is the network itself, with all that its actors share: by each score the same. */
static void draws_are_the_network(void **state)
{
    static const char *const ids[] = {"strength", "betweenness", "harmonic", "constraint", "pagerank"};
    unsigned long long seed = 3;
    drawn d;
    sv_map *map = draw_map(&seed, &d);
    (void)state;
    for (int level = 0; level < SV_LEVELS; level++) {
        sv_network *network = network_of(map, &(sv_network_options){.level = (sv_level)level, .strength = true});
        sv_scores *scores = scores_of(network);
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            const size_t score = sv_score_find(ids[i]);
            sv_sensitivity found;
            assert_int_equal(sv_sensitivity_find(network, score, &(sv_sensitivity_options){.draws = 5, .all_seen = true}, &found, NULL), SV_OK);
            for (size_t v = 0; v < found.n; v++) {
                assert_near_at(found.actors[v].low, sv_scores_column(scores, score)[v], 1e-9, ids[i], level);
                assert_near_at(found.actors[v].high, sv_scores_column(scores, score)[v], 1e-9, ids[i], level);
            }
            sv_sensitivity_clear(&found);
        }
        sv_scores_free(scores);
        sv_network_free(network);
    }
    sv_map_free(map);
}

/* ---- Too many ---- */

/* n persons in one club: n (n - 1) / 2 ties, of which 2,000 make 1,999,000 and 2,001 make 2,001,000. */
static sv_map *club_of(size_t n)
{
    sv_text text = {0};
    sv_map *map;
    sv_text_add(&text, "= Actors\nid;name;kind\nclub;De Club;welfare\n");
    for (size_t i = 0; i < n; i++)
        sv_text_addf(&text, "p%zu;P%zu;resident\n", i, i);
    sv_text_add(&text, "= Memberships\nwho;of\n");
    for (size_t i = 0; i < n; i++)
        sv_text_addf(&text, "p%zu;club\n", i);
    map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return map;
}

static void a_body_of_thousands_is_refused(void **state)
{
    sv_map *map = club_of(5000);
    sv_network *network;
    sv_error error = {0};
    (void)state;
    assert_int_equal(sv_network_new(map, &(sv_network_options){.level = SV_LEVEL_PERSON}, &network, &error), SV_DATA);
    assert_null(network);
    assert_int_equal(error.code, SV_E_LEVEL_LARGE);
    assert_string_equal(error.found, "De Club");
    assert_string_equal(error.expected, "5000");
    network = network_of(map, NULL);
    assert_int_equal(sv_network_ties(network), 5000);
    sv_network_free(network);
    network = network_of(map, &(sv_network_options){.level = SV_LEVEL_ORGANISATION});
    assert_int_equal(sv_network_ties(network), 0);
    sv_network_free(network);
    sv_map_free(map);
    map = club_of(700);
    network = network_of(map, &(sv_network_options){.level = SV_LEVEL_PERSON});
    assert_int_equal(sv_network_ties(network), 700 * 699 / 2);
    sv_network_free(network);
    sv_map_free(map);
}

/* Two persons, each in 1,500 organisations, who know each other: folding that one tie would make 2,250,000. */
static void folding_is_refused_too(void **state)
{
    sv_text text = {0};
    sv_map *map;
    sv_network *network;
    sv_error error = {0};
    (void)state;
    sv_text_add(&text, "= Actors\nid;name;kind\nan;An;resident\nbo;Bo;resident\n");
    for (int i = 0; i < 1500; i++)
        sv_text_addf(&text, "x%d;X%d;welfare\ny%d;Y%d;welfare\n", i, i, i, i);
    sv_text_add(&text, "= Ties\nfrom;to\nan;bo\n= Memberships\nwho;of\n");
    for (int i = 0; i < 1500; i++)
        sv_text_addf(&text, "an;x%d\nbo;y%d\n", i, i);
    map = map_of(sv_text_get(&text), NULL);
    assert_int_equal(sv_network_new(map, &(sv_network_options){.level = SV_LEVEL_ORGANISATION}, &network, &error), SV_DATA);
    assert_int_equal(error.code, SV_E_LEVEL_LARGE);
    sv_text_clear(&text);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons),
        cmocka_unit_test(organisations),
        cmocka_unit_test(two_mode),
        cmocka_unit_test(kinds_of_ties),
        cmocka_unit_test(random_maps),
        cmocka_unit_test(published_projections),
        cmocka_unit_test(draws_are_the_network),
        cmocka_unit_test(a_body_of_thousands_is_refused),
        cmocka_unit_test(folding_is_refused_too),
    };
    return cmocka_run_group_tests_name("level", tests, NULL, NULL);
}

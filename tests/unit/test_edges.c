/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Edge files of other programs: the same ties and actors come out as went in. */
#include "format/edges.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading.h"

static void test_edges_alone(void **state)
{
    reading r = read_text("x.csv", "Source,Target,Weight,Frequency,sign\n b , a,2.5,daily,-1\na,c,\"0,5\",,1\n0,b,,weekly,\xE2\x88\x92"
                                   "1\n");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(r.problems.errors, 0);
    /* actors in order of appearance; numbers are names like any other */
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 4);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "id"), "b");
    assert_string_equal(cell_of(&r, SV_ACTORS, 1, "name"), "a");
    assert_string_equal(cell_of(&r, SV_ACTORS, 3, "id"), "0");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "from"), "b");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "weight"), "2.5");
    assert_string_equal(cell_of(&r, SV_TIES, 1, "weight"), "0.5");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "Frequency"), "daily");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "sign"), "-1");
    assert_int_equal(count_faults(&r, SV_E_SIGN_KEPT), 1);
    assert_string_equal(find_fault(&r, SV_E_SIGN_KEPT)->found, "2");
    /* a sign is no opposition unless the file says so */
    assert_int_equal(sv_map_tie(r.map, 0)->kind->sign, 1);
    assert_string_equal(sv_map_tie(r.map, 0)->kind->id, "knows");
    assert_int_equal(sv_map_tie(r.map, 0)->direction, SV_BOTH);
    clear_reading(&r);
}

static void test_headers(void **state)
{
    reading r = read_text("x.csv", "from;to;source;gewicht\na;b;website;3\n");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "source"), "website");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "weight"), "3");
    clear_reading(&r);
    r = read_text("Relaties.csv", "van;naar;soort;sterkte\nJan;Piet;tegen;2,5\n");
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_tie(r.map, 0)->kind->sign, -1);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "strength"), "2.5");
    clear_reading(&r);
    r = read_text("x.csv", "source,naam\na,b\n"); /* no target: source is where the row came from */
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_TIES), 0);
    assert_string_equal(cell_of(&r, SV_ACTORS, 0, "source"), "a");
    clear_reading(&r);
    r = read_text("x.csv", "source,target,a,a,\n1,2,x,y,z\n");
    assert_int_equal(count_faults(&r, SV_E_HEADER_TWICE), 1);
    assert_string_equal(cell_of(&r, SV_TIES, 0, "a (2)"), "y");
    assert_string_equal(cell_of(&r, SV_TIES, 0, "column 5"), "z");
    clear_reading(&r);
}

static void test_direction(void **state)
{
    reading r = read_text("x.csv", "Source,Target,Type,Kind\na,b,Directed,\nb,c,Undirected,informs\nc,d,vriend,\n");
    (void)state;
    assert_int_equal(sv_map_tie(r.map, 0)->direction, SV_FORWARD);
    assert_int_equal(sv_map_tie(r.map, 1)->direction, SV_BOTH);
    assert_string_equal(sv_map_tie(r.map, 1)->kind->id, "informs");
    assert_string_equal(cell_of(&r, SV_TIES, 2, "type (2)"), "vriend");
    clear_reading(&r);
    r = read_text("x.csv", "source,target,type\na,b,familie\n");
    assert_string_equal(sv_map_tie(r.map, 0)->kind->id, "family");
    clear_reading(&r);
}

static void test_faults(void **state)
{
    reading r = read_text("x.csv", "source,target,weight\na,b,0\na,b,-1\na,b,veel\na,,1\na,b,1,2\na,b,1\n");
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_TIES), 6);
    assert_int_equal(count_faults(&r, SV_E_NUMBER_RANGE), 2);
    assert_int_equal(count_faults(&r, SV_E_NUMBER), 1);
    assert_int_equal(count_faults(&r, SV_E_REQUIRED), 1);
    assert_int_equal(count_faults(&r, SV_E_ROW_LONG), 1);
    assert_int_equal(find_fault(&r, SV_E_REQUIRED)->place.row, 5);
    for (size_t row = 0; row < 5; row++)
        assert_false(sv_map_usable(r.map, SV_TIES, row));
    assert_true(sv_map_usable(r.map, SV_TIES, 5));
    clear_reading(&r);
}

/* Nodes beside their edges, found by the one, by the other, and named both in either order. */
static void test_nodes(void **state)
{
    char *folder = make_folder(), *edges, *nodes;
    (void)state;
    put_file(folder, "x.edges.csv", "source,target\n1,2\n2,Buiten\n");
    put_file(folder, "x.nodes.csv", "id,label,age\n1, An ,40\n2,,50\n3,Cor,\n");
    edges = sv_file_join(folder, "x.edges.csv");
    nodes = sv_file_join(folder, "x.nodes.csv");
    for (int way = 0; way < 4; way++) {
        const char *paths[2] = {way % 2 ? nodes : edges, way % 2 ? edges : nodes};
        reading r = {0};
        r.status = sv_map_read(paths, way < 2 ? 1 : 2, &r.map, &r.problems, &r.error);
        assert_int_equal(r.status, SV_OK);
        assert_int_equal(r.problems.n, 0);
        assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 4);
        assert_string_equal(cell_of(&r, SV_ACTORS, 0, "name"), "An");
        assert_string_equal(cell_of(&r, SV_ACTORS, 0, "age"), "40");
        assert_string_equal(cell_of(&r, SV_ACTORS, 1, "name"), "2");
        assert_string_equal(cell_of(&r, SV_ACTORS, 3, "name"), "Buiten");
        assert_int_equal(sv_map_rows(r.map, SV_TIES), 2);
        assert_int_equal(sv_map_tie(r.map, 1)->to, 3);
        clear_reading(&r);
    }
    free(edges);
    free(nodes);
    remove_folder(folder);
}

/* Published networks: as many actors and ties as their files have rows. */
static void test_published_networks(void **state)
{
    static const struct {
        const char *name;
        size_t actors, ties;
    } networks[] = {{"karate", 34, 78}, {"lesmis", 77, 254}, {"polbooks", 105, 441}, {"sampson_multirel", 18, 510}, {"dolphins", 62, 159}};
    (void)state;
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
        char name[64], *path;
        reading r;
        snprintf(name, sizeof name, "networks/%s.edges.csv", networks[i].name);
        path = data_path(name);
        if (!path)
            skip();
        r = read_path(path);
        assert_int_equal(r.status, SV_OK);
        assert_int_equal(r.problems.errors, 0);
        assert_int_equal(sv_map_rows(r.map, SV_ACTORS), networks[i].actors);
        assert_int_equal(sv_map_rows(r.map, SV_TIES), networks[i].ties);
        clear_reading(&r);
        free(path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_edges_alone), cmocka_unit_test(test_headers),
                                       cmocka_unit_test(test_direction),   cmocka_unit_test(test_faults),
                                       cmocka_unit_test(test_nodes),       cmocka_unit_test(test_published_networks)};
    return cmocka_run_group_tests_name("edges", tests, NULL, NULL);
}

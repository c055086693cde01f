/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "brute_ways.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/table.h"

static const double warmth_of[] = {0, .3, .5, .7, .9}; /* by strength, from the design */

static void put_tie(sv_map *map, size_t from, size_t to, const char *kind, unsigned strength)
{
    const char ends[2][2] = {{(char)('a' + from)}, {(char)('a' + to)}};
    size_t row = sv_table_row(map, SV_TIES, NULL, sv_map_rows(map, SV_TIES) + 2);
    assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_FROM, ends[0], NULL) && sv_table_put(map, SV_TIES, row, SV_TIE_TO, ends[1], NULL));
    assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_KIND, kind, NULL) &&
                sv_table_put_number(map, SV_TIES, row, SV_TIE_STRENGTH, strength, NULL));
}

static sv_map *make(brute_graph *graph, size_t n, const unsigned *strengths, bool directed)
{
    sv_map *map = sv_map_new();
    assert_non_null(map);
    *graph = (brute_graph){.n = n};
    for (size_t i = 0; i < n; i++) {
        const char name[2] = {(char)('a' + i)};
        size_t row = sv_table_row(map, SV_ACTORS, NULL, i + 2);
        assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_ID, name, NULL) &&
                    sv_table_put(map, SV_ACTORS, row, SV_ACTOR_NAME, name, NULL));
    }
    for (size_t to = 0, at = 0; to < n; to++)
        for (size_t from = 0; from < (directed ? n : to); from++) {
            unsigned strength = from == to ? 0 : strengths[at++];
            if (strength) {
                put_tie(map, from, to, directed ? "informs" : "knows", strength);
                graph->warmth[from][to] = warmth_of[strength];
                graph->warmth[to][from] = directed ? graph->warmth[to][from] : warmth_of[strength];
            }
        }
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    return map;
}

sv_map *brute_undirected(brute_graph *graph, size_t n, const unsigned *strengths)
{
    return make(graph, n, strengths, false);
}

sv_map *brute_directed(brute_graph *graph, size_t n, const unsigned *strengths)
{
    return make(graph, n, strengths, true);
}

typedef struct walk {
    const brute_graph *graph;
    size_t to, n;
    bool closed[brute_most];
    double *found;
} walk;

static void go_on(walk *in, size_t at, double warmth)
{
    if (at == in->to) {
        assert_true(in->n < brute_paths_most);
        in->found[in->n++] = warmth;
        return;
    }
    in->closed[at] = true;
    for (size_t next = 0; next < in->graph->n; next++)
        if (!in->closed[next] && in->graph->warmth[at][next] > 0)
            go_on(in, next, warmth * in->graph->warmth[at][next]);
    in->closed[at] = false;
}

static int warmest_first(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left > right ? -1 : left < right;
}

size_t brute_paths(const brute_graph *graph, const size_t *from, size_t n_from, size_t to, double warmth[brute_paths_most])
{
    walk in = {.graph = graph, .to = to, .found = warmth};
    for (size_t i = 0; i < n_from; i++) {
        for (size_t other = 0; other < n_from; other++)
            in.closed[from[other]] = true;
        go_on(&in, from[i], 1);
    }
    qsort(warmth, in.n, sizeof *warmth, warmest_first);
    return in.n;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "brute_ways.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/table.h"
#include "support.h"

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
    bool forbidden[brute_most][brute_most] = {0};
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
            unsigned drawn = from == to ? 0 : strengths[at++], strength = drawn > 4 ? drawn - 4 : drawn;
            if (drawn > 4) {
                put_tie(map, to, from, "may_not_contact", 0);
                forbidden[from][to] = forbidden[to][from] = true;
            }
            if (strength) {
                put_tie(map, from, to, directed ? "informs" : "knows", strength);
                graph->warmth[from][to] = warmth_of[strength];
                graph->warmth[to][from] = directed ? graph->warmth[to][from] : warmth_of[strength];
            }
        }
    for (size_t from = 0; from < n; from++)
        for (size_t to = 0; to < n; to++)
            if (forbidden[from][to])
                graph->warmth[from][to] = 0;
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
    brute_path path, *found; /* path: so far */
} walk;

static void go_on(walk *in, size_t at, double warmth)
{
    in->path.actors[in->path.n++] = at;
    in->closed[at] = true;
    if (at == in->to) {
        assert_true(in->n < brute_paths_most);
        in->path.warmth = warmth;
        in->found[in->n++] = in->path;
    }
    for (size_t next = 0; at != in->to && next < in->graph->n; next++)
        if (!in->closed[next] && in->graph->warmth[at][next] > 0)
            go_on(in, next, warmth * in->graph->warmth[at][next]);
    in->closed[at] = false;
    in->path.n--;
}

static int best_first(const void *a, const void *b)
{
    const brute_path *left = a, *right = b;
    if (left->warmth > right->warmth * (1 + 1e-9) || right->warmth > left->warmth * (1 + 1e-9))
        return left->warmth > right->warmth ? -1 : 1;
    if (left->n != right->n)
        return left->n < right->n ? -1 : 1;
    for (size_t i = left->n; i-- > 0;)
        if (left->actors[i] != right->actors[i])
            return left->actors[i] < right->actors[i] ? -1 : 1;
    return 0;
}

sv_ways *ways_of(const sv_map *map, const sv_ways_options *options)
{
    sv_ways *ways;
    assert_int_equal(sv_ways_new(map, options, &ways, NULL), SV_OK);
    return ways;
}

size_t brute_paths(const brute_graph *graph, const size_t *from, size_t n_from, size_t to, brute_path paths[brute_paths_most])
{
    walk in = {.graph = graph, .to = to, .found = paths};
    for (size_t i = 0; i < n_from; i++) {
        for (size_t other = 0; other < n_from; other++)
            in.closed[from[other]] = true;
        go_on(&in, from[i], 1);
    }
    qsort(paths, in.n, sizeof *paths, best_first);
    return in.n;
}

void expect_path(const sv_way *way, const brute_path *path)
{
    assert_near(way->warmth, path->warmth);
    assert_int_equal(way->n, path->n - 1);
    for (size_t i = 0; i < way->n; i++) {
        assert_int_equal(way->steps[i].from, path->actors[i]);
        assert_int_equal(way->steps[i].to, path->actors[i + 1]);
    }
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ways by brute force: all simple paths of a small graph, to compare what a search finds with. */
#ifndef SV_TEST_BRUTE_WAYS_H
#define SV_TEST_BRUTE_WAYS_H

#include <speelveld/advice.h>

enum { brute_most = 6, brute_paths_most = 400 }; /* six actors: 1 + 4 + 4*3 + 4*3*2 + 4*3*2*1 paths between two */

/* How warm the step from one actor to another is; 0 where there is none. */
typedef struct brute_graph {
    size_t n;
    double warmth[brute_most][brute_most];
} brute_graph;

/* A way along these actors. */
typedef struct brute_path {
    size_t actors[brute_most], n; /* n actors */
    double warmth;
} brute_path;

/*
 * The map of a graph in which every pair a < b has one of `strengths`, in the order ab, ac, bc, ad …: 0 no tie, 1 to 4 a tie, 5 to 8 a
 * tie of 1 to 4 that a rule forbids.
 */
sv_map *brute_undirected(brute_graph *graph, size_t n, const unsigned *strengths);
/* The same with ties that go one way, for every actor in turn those towards it: ba, ca … ab, cb …; a rule closes both. */
sv_map *brute_directed(brute_graph *graph, size_t n, const unsigned *strengths);

/* The steps of a map; fails the test when they cannot be laid out. NULL options as in sv_ways_new. */
sv_ways *ways_of(const sv_map *map, const sv_ways_options *options);

/*
 * Every simple path from some actors to one that comes along no second one of those: the warmest first, then the shorter one, then by
 * the letters from the end back. Gives how many there are.
 */
size_t brute_paths(const brute_graph *graph, const size_t *from, size_t n_from, size_t to, brute_path paths[brute_paths_most]);

/* A way that was found is this path: as warm, and along the same actors. */
void expect_path(const sv_way *way, const brute_path *path);

#endif

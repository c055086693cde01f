/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shortest paths found the long way, by listing all: the referee of everything that rests on them. */
#ifndef SV_TEST_BRUTE_PATHS_H
#define SV_TEST_BRUTE_PATHS_H

#include <stdbool.h>
#include <stddef.h>

enum { brute_most = 6 };

/*
 * A graph by its matrix: from row to column, 0 where there is no tie, else its strength. `counted` is what the scores
 * see: 1 for each tie when unweighted. A tie is 1/counted^alpha long.
 */
typedef struct brute_graph {
    size_t n;
    double strength[brute_most][brute_most], counted[brute_most][brute_most];
    double alpha; /* 0 = 1 */
} brute_graph;

typedef double brute_matrix[brute_most][brute_most];

/* Lengths of the shortest paths by Floyd and Warshall; HUGE_VAL where there is none. */
void brute_distances(const brute_graph *g, bool in_steps, brute_matrix d);

/*
 * Of every pair, from one and to another, the share of its shortest paths that each other vertex is on (Freeman 1977), and
 * that go over each tie from row to column (Girvan & Newman 2002). An undirected graph has every pair twice.
 */
void brute_betweenness(const brute_graph *g, double *vertices, brute_matrix ties);

#endif

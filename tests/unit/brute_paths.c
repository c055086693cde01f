/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shortest paths by listing all of them. */
#include "brute_paths.h"

#include <math.h>
#include <string.h>

static double length_of(const brute_graph *g, size_t from, size_t to)
{
    return pow(g->counted[from][to], -(g->alpha > 0 ? g->alpha : 1));
}

void brute_distances(const brute_graph *g, bool in_steps, brute_matrix d)
{
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            d[i][j] = i == j ? 0 : !(g->counted[i][j] > 0) ? HUGE_VAL : in_steps ? 1 : length_of(g, i, j);
    for (size_t k = 0; k < g->n; k++)
        for (size_t i = 0; i < g->n; i++)
            for (size_t j = 0; j < g->n; j++)
                d[i][j] = fmin(d[i][j], d[i][k] + d[k][j]);
}

/* A walk over all simple paths from one vertex to another. */
typedef struct path_walk {
    const brute_graph *g;
    size_t to, path[brute_most], steps;
    bool on_path[brute_most];
    double length, shortest;
    double paths; /* how many of the shortest length, and how many of those pass each vertex and each tie */
    double through[brute_most];
    brute_matrix over;
} path_walk;

static void count_path(path_walk *w)
{
    w->paths++;
    for (size_t i = 0; i < w->steps; i++) {
        size_t next = i + 1 < w->steps ? w->path[i + 1] : w->to;
        w->over[w->path[i]][next]++;
        if (i > 0)
            w->through[w->path[i]]++;
    }
}

static void walk_from(path_walk *w, size_t at)
{
    if (w->length > w->shortest * (1 + 1e-9))
        return;
    if (at == w->to) {
        count_path(w);
        return;
    }
    w->on_path[at] = true;
    w->path[w->steps++] = at;
    for (size_t next = 0; next < w->g->n; next++)
        if (w->g->counted[at][next] > 0 && !w->on_path[next]) {
            double before = w->length;
            w->length += length_of(w->g, at, next);
            walk_from(w, next);
            w->length = before;
        }
    w->steps--;
    w->on_path[at] = false;
}

void brute_betweenness(const brute_graph *g, double *vertices, brute_matrix ties)
{
    brute_matrix d;
    brute_distances(g, false, d);
    memset(vertices, 0, g->n * sizeof *vertices);
    memset(ties, 0, sizeof(brute_matrix));
    for (size_t s = 0; s < g->n; s++)
        for (size_t t = 0; t < g->n; t++) {
            path_walk w = {.g = g, .to = t, .shortest = d[s][t]};
            if (s == t || !isfinite(d[s][t]))
                continue;
            walk_from(&w, s);
            for (size_t v = 0; v < g->n; v++) {
                vertices[v] += w.through[v] / w.paths;
                for (size_t u = 0; u < g->n; u++)
                    ties[v][u] += w.over[v][u] / w.paths;
            }
        }
}

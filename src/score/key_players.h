/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Key players, the inside: a search that knows the chosen set, and for each measure how to value what may be added to it. */
#ifndef SV_SCORE_KEY_PLAYERS_H
#define SV_SCORE_KEY_PLAYERS_H

#include <speelveld/score.h>

typedef struct key_search {
    const sv_neighbours *graph;
    sv_key_measure measure;
    size_t *chosen, n_chosen;
    bool *taken;   /* per vertex: whether it is chosen */
    double work;   /* about how many steps it takes to value one set; known after value() */
    void *scratch; /* what the measure works with */
} key_search;

/* How a measure is worked out. */
typedef struct key_scorer {
    void *(*begin)(const sv_neighbours *graph); /* its scratch; NULL without memory */
    void (*end)(void *scratch);
    double (*value)(key_search *search); /* of the chosen set; NaN when nothing is left to count */
    /* Of the chosen set with one vertex more, for each of the pool; one that is chosen already gets any value. */
    void (*values)(key_search *search, const size_t *pool, size_t n, double *values);
    bool at_once; /* values() takes no longer for many than for one */
} key_scorer;

extern const key_scorer key_reach, key_cut, key_distance;

/*
 * Leaves at the front of the pool the `most` that are most often in between, in the order in which they stood: by the
 * shortest ways from up to 64 of them (Brandes & Pich 2007). False without memory.
 */
bool key_most_between(const sv_neighbours *graph, size_t *pool, size_t n, size_t most);

/* Numbers from 0 up to but not including `below`, always the same ones for one seed. */
size_t key_draw(uint64_t *seed, size_t below);

#endif

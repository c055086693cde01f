/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of ways, for the files in this folder: the steps as flat arrays, and the search over them. */
#ifndef SV_ADVICE_WAYS_H
#define SV_ADVICE_WAYS_H

#include <speelveld/advice.h>

struct sv_ways {
    const sv_map *map;
    sv_forbidden *forbidden;
    size_t n_actors;
    size_t *rank;   /* per actor: its place in the order of ids */
    bool *avoided;  /* per actor */
    size_t *first;  /* per actor, and one more: its steps are those from here up to the next one's */
    sv_step *steps; /* by `from`, then `to` */
};

/* Of an actor that no way leads to. */
#define WAYS_UNREACHED INT64_MAX

/*
 * What a search knows of an actor. Costs are -ln warmth in whole units of 1e-12, so that they add up to the
 * same in any order, and ways that are equally warm are so exactly.
 */
typedef struct ways_label {
    int64_t cost;
    size_t length; /* in steps */
    size_t by;     /* the last step, by its number; SV_NO_ROW where a way begins */
    double warmth; /* of the way; 0 when there is none */
} ways_label;

typedef struct ways_search {
    const size_t *from; /* where ways may begin; those that are to be avoided are left out */
    size_t n_from;
    const bool *closed;      /* per actor: not to be entered; NULL: none */
    const size_t *not_first; /* no way begins with a step to one of these */
    size_t n_not_first;
    size_t until; /* the only actor whose label is asked for; SV_NO_ROW: all are */
} ways_search;

/* The cost of a step. */
int64_t ways_cost(double warmth);

/* Dijkstra (1959) from several actors at once, labels[actor]. False without memory. Cost: (n + m) log n. */
bool ways_find(const sv_ways *ways, const ways_search *search, ways_label *labels);

/* The way to an actor by its labels, cleared by the caller; empty where there is none. False without memory. */
bool ways_trace(const sv_ways *ways, const ways_label *labels, size_t actor, sv_way *way);

#endif

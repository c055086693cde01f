/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which place is nearest: a heap for searches by length (Dijkstra 1959). */
#ifndef SV_SCORE_NEAREST_H
#define SV_SCORE_NEAREST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct nearest_entry {
    double distance;
    uint32_t place;
} nearest_entry;

typedef struct nearest {
    double *distance;    /* per place: the shortest length known; infinite when it was not met */
    nearest_entry *heap; /* four branches at every node */
    uint32_t *spot;      /* per place: where it stands in the heap */
    uint32_t n;
} nearest;

/* False without memory; ended either way with nearest_end. */
bool nearest_begin(nearest *of, size_t places);
void nearest_end(nearest *of);

/* A way to a place of this length; it counts when it is shorter than what was known. */
void nearest_offer(nearest *of, uint32_t place, double distance);
/* Take out the nearest; there must be one. */
uint32_t nearest_take(nearest *of);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * All places by how far they are from one, by length. They are met in shells no thicker than the shortest tie: no shortest
 * way leads from one place of a shell to another, so within it any order will do, and nothing needs to be kept sorted
 * (Dial 1969). Where ties differ so much that there would be too many shells, those are thicker and sorted.
 */
#ifndef SV_SCORE_SHELLS_H
#define SV_SCORE_SHELLS_H

#include "adjacency.h"

/* A place that waits in a shell; next: the one below it in the same shell, from 1. */
typedef struct shell_entry {
    uint32_t place, next;
} shell_entry;

typedef struct shells {
    double *distance; /* per place: infinite when it was not met */
    uint32_t *order;  /* the places that were met, near before far */
    uint32_t met;
    double *looked;   /* per place: the distance at which its ties were looked at; below 0 when they were not */
    double per_thickness;
    bool sorted;      /* shells are thicker than the shortest tie */
    uint32_t *top;    /* per shell, round and round: its first entry, from 1 */
    uint32_t round;   /* how many shells, less one; a power of two less one */
    shell_entry *entries;
    uint32_t n_entries, waiting;
    uint32_t spare; /* an entry that was used and can be again, and so on by next; 0 = none */
} shells;

/* False without memory; ended either way with shells_end. */
bool shells_begin(shells *of, const adjacency *adj);
void shells_end(shells *of);

/* From one place along these arcs of the network: fills distance, order and met. */
void shells_walk(shells *of, const arcs *list, uint32_t from);
/* Before the next walk. */
void shells_forget(shells *of);

#endif

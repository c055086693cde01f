/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Components: the connected parts of the network, numbered from 1 by size, then by their first actor. */
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

typedef struct part {
    size_t size, first, number; /* number: the turn in which it was met, from 0 */
} part;

static int larger_first(const void *a, const void *b)
{
    const part *left = a, *right = b;
    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    return left->first < right->first ? -1 : left->first > right->first;
}

/* Fills component with the turn in which each part was met, from 1. Returns how many parts there are. */
static size_t meet_parts(bench *shared, size_t *queue)
{
    size_t parts = 0;
    for (size_t v = 0; v < shared->n; v++) {
        size_t met = 0;
        if (shared->component[v])
            continue;
        shared->component[v] = ++parts;
        queue[met++] = v;
        for (size_t i = 0; i < met; i++)
            for (size_t e = shared->start[queue[i]]; e < shared->start[queue[i] + 1]; e++) {
                size_t near = shared->neighbour[e];
                if (shared->component[near])
                    continue;
                shared->component[near] = parts;
                queue[met++] = near;
            }
    }
    return parts;
}

/* From the order in which they were met to that of their size; `rank` has room for all parts. */
static void renumber(bench *shared, part *parts, size_t *rank)
{
    for (size_t i = 0; i < shared->n_components; i++)
        parts[i] = (part){.first = SIZE_MAX, .number = i};
    for (size_t i = 0; i < shared->n; i++) {
        part *of = &parts[shared->component[i] - 1];
        of->size++;
        if (of->first == SIZE_MAX)
            of->first = i;
    }
    qsort(parts, shared->n_components, sizeof *parts, larger_first);
    for (size_t i = 0; i < shared->n_components; i++)
        rank[parts[i].number] = i;
    for (size_t i = 0; i < shared->n; i++) {
        size_t r = rank[shared->component[i] - 1];
        shared->component[i] = r + 1;
        shared->size[i] = parts[r].size;
    }
}

sv_status bench_components(bench *shared, sv_error *error)
{
    size_t *room = NULL;
    part *parts = NULL;
    sv_status status = bench_neighbours(shared, error);
    if (status != SV_OK || shared->component)
        return status;
    shared->component = sv_alloc(shared->n, sizeof *shared->component);
    shared->size = sv_alloc(shared->n, sizeof *shared->size);
    room = sv_alloc(shared->n, sizeof *room);
    if (shared->component && shared->size && room) {
        shared->n_components = meet_parts(shared, room);
        parts = sv_alloc(shared->n_components, sizeof *parts);
    }
    if (parts)
        renumber(shared, parts, room);
    else
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    free(parts);
    free(room);
    return status;
}

sv_status measure_component(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_components(shared, error);
    for (size_t i = 0; status == SV_OK && i < shared->n; i++)
        values[i] = (double)shared->component[i];
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Components: the connected parts of the network, numbered from 1 by size, then by their first actor. */
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

typedef struct part {
    size_t size, first, number; /* number: igraph's */
} part;

static int larger_first(const void *a, const void *b)
{
    const part *left = a, *right = b;
    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    return left->first < right->first ? -1 : left->first > right->first;
}

/* From igraph's numbers to ours. False without memory. */
static bool renumber(bench *shared, const igraph_vector_int_t *membership, size_t n_parts)
{
    part *parts = sv_alloc(n_parts, sizeof *parts);
    size_t *rank = sv_alloc(n_parts, sizeof *rank);
    bool done = parts && rank;
    for (size_t i = 0; done && i < n_parts; i++)
        parts[i] = (part){.first = SIZE_MAX, .number = i};
    for (size_t i = 0; done && i < shared->n; i++) {
        part *of = &parts[VECTOR(*membership)[i]];
        of->size++;
        if (of->first == SIZE_MAX)
            of->first = i;
    }
    if (done)
        qsort(parts, n_parts, sizeof *parts, larger_first);
    for (size_t i = 0; done && i < n_parts; i++)
        rank[parts[i].number] = i;
    for (size_t i = 0; done && i < shared->n; i++) {
        size_t r = rank[VECTOR(*membership)[i]];
        shared->component[i] = r + 1;
        shared->size[i] = parts[r].size;
    }
    free(parts);
    free(rank);
    return done;
}

sv_status bench_components(bench *shared, sv_error *error)
{
    igraph_vector_int_t membership;
    igraph_integer_t n_parts = 0;
    sv_guard guard;
    igraph_error_t code;
    if (shared->component)
        return SV_OK;
    shared->component = sv_alloc(shared->n, sizeof *shared->component);
    shared->size = sv_alloc(shared->n, sizeof *shared->size);
    if (!shared->component || !shared->size)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_guard_begin(&guard);
    code = igraph_vector_int_init(&membership, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_connected_components(&shared->network->graph, &membership, NULL, &n_parts, IGRAPH_WEAK);
        if (code == IGRAPH_SUCCESS && !renumber(shared, &membership, (size_t)n_parts))
            code = IGRAPH_ENOMEM;
        igraph_vector_int_destroy(&membership);
    }
    shared->n_components = (size_t)n_parts;
    return sv_guard_end(&guard, code, error);
}

sv_status measure_component(bench *shared, double *values, sv_error *error)
{
    sv_status status = bench_components(shared, error);
    for (size_t i = 0; status == SV_OK && i < shared->n; i++)
        values[i] = (double)shared->component[i];
    return status;
}

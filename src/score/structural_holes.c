/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Structural holes (Burt 1992): how much an actor's contacts are tied to each other already. p_iq is the share of
 * i's strength that goes to q; m_jq is the tie of j and q beside the strongest tie that j has. All sums run over the
 * actor's own contacts. Undefined without ties.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

/* What an actor's contacts make of its position. */
typedef struct position {
    double constraint, effective_size, hierarchy;
} position;

/* Of every vertex, its strength added up and its strongest tie; and the share p of the ego's strength per vertex, 0 for others. */
typedef struct shares {
    double *total, *strongest, *of_ego;
} shares;

static void add_up(const bench *shared, shares *of)
{
    for (size_t v = 0; v < shared->n; v++)
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++) {
            of->total[v] += shared->mutual[e];
            of->strongest[v] = fmax(of->strongest[v], shared->mutual[e]);
        }
}

/* Coleman-Theil: how unevenly the constraint is spread over the contacts; 0 when all give as much, undefined for fewer than two. */
static double find_hierarchy(const double *by_contact, size_t n, double constraint)
{
    double sum = 0;
    for (size_t k = 0; k < n; k++) {
        double ratio = by_contact[k] / (constraint / (double)n);
        sum += ratio > 0 ? ratio * log(ratio) : 0;
    }
    return n > 1 ? sum / ((double)n * log((double)n)) : NAN;
}

static position find_position(const bench *shared, const shares *of, size_t ego, double *by_contact)
{
    size_t first = shared->start[ego], end = shared->start[ego + 1];
    position found = {0};
    if (first == end)
        return (position){NAN, NAN, NAN};
    for (size_t e = first; e < end; e++) {
        size_t j = shared->neighbour[e];
        double indirect = 0, redundant = 0, dyad;
        for (size_t f = shared->start[j]; f < shared->start[j + 1]; f++) {
            size_t q = shared->neighbour[f];
            if (q == ego)
                continue;
            indirect += of->of_ego[q] * shared->mutual[f] / of->total[q];
            redundant += of->of_ego[q] * shared->mutual[f] / of->strongest[j];
        }
        dyad = of->of_ego[j] + indirect;
        by_contact[e - first] = dyad * dyad;
        found.constraint += dyad * dyad;
        found.effective_size += 1 - redundant;
    }
    found.hierarchy = find_hierarchy(by_contact, end - first, found.constraint);
    return found;
}

typedef double pick(const position *found, size_t contacts);

static sv_status measure_each(bench *shared, pick *value, double *values, sv_error *error)
{
    shares of = {0};
    double *by_contact = NULL;
    sv_status status = bench_neighbours(shared, error);
    if (status != SV_OK)
        return status;
    of.total = sv_alloc(shared->n, sizeof *of.total);
    of.strongest = sv_alloc(shared->n, sizeof *of.strongest);
    of.of_ego = sv_alloc(shared->n, sizeof *of.of_ego);
    by_contact = sv_alloc(shared->n, sizeof *by_contact);
    if (!of.total || !of.strongest || !of.of_ego || !by_contact) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    add_up(shared, &of);
    for (size_t v = 0; v < shared->n; v++) {
        position found;
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++)
            of.of_ego[shared->neighbour[e]] = shared->mutual[e] / of.total[v];
        found = find_position(shared, &of, v, by_contact);
        values[v] = value(&found, shared->start[v + 1] - shared->start[v]);
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++)
            of.of_ego[shared->neighbour[e]] = 0;
    }
done:
    free(of.total);
    free(of.strongest);
    free(of.of_ego);
    free(by_contact);
    return status;
}

static double pick_constraint(const position *found, size_t contacts)
{
    (void)contacts;
    return found->constraint;
}

static double pick_effective_size(const position *found, size_t contacts)
{
    (void)contacts;
    return found->effective_size;
}

static double pick_efficiency(const position *found, size_t contacts)
{
    return found->effective_size / (double)contacts; /* NaN for an isolate, whose effective size is */
}

static double pick_hierarchy(const position *found, size_t contacts)
{
    (void)contacts;
    return found->hierarchy;
}

sv_status measure_constraint(bench *shared, double *values, sv_error *error)
{
    return measure_each(shared, pick_constraint, values, error);
}

sv_status measure_effective_size(bench *shared, double *values, sv_error *error)
{
    return measure_each(shared, pick_effective_size, values, error);
}

sv_status measure_efficiency(bench *shared, double *values, sv_error *error)
{
    return measure_each(shared, pick_efficiency, values, error);
}

sv_status measure_hierarchy(bench *shared, double *values, sv_error *error)
{
    return measure_each(shared, pick_hierarchy, values, error);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Participation: how evenly an actor's ties are spread over the communities, 1 minus the sum over the communities of the squared
 * share of its ties that go there (Guimerà & Amaral 2005). By strength where strengths count, whichever way a tie runs. Who has no ties
 * has none to spread: undefined.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "measure.h"

sv_status measure_participation(bench *shared, double *values, sv_error *error)
{
    double *into;
    sv_status status = bench_community(shared, error);
    if (status == SV_OK)
        status = bench_neighbours(shared, error);
    if (status != SV_OK)
        return status;
    into = sv_alloc(shared->n + 1, sizeof *into); /* communities are numbered from 1 */
    if (!into)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t v = 0; v < shared->n; v++) {
        double sum = 0, squares = 0;
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++) {
            into[(size_t)shared->community[shared->neighbour[e]]] += shared->weight[e];
            sum += shared->weight[e];
        }
        for (size_t e = shared->start[v]; e < shared->start[v + 1]; e++) {
            size_t community = (size_t)shared->community[shared->neighbour[e]];
            squares += into[community] * into[community];
            into[community] = 0; /* counted once */
        }
        values[v] = sum > 0 ? 1 - squares / (sum * sum) : NAN;
    }
    free(into);
    return SV_OK;
}

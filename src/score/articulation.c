/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cut points: actors without whom the network falls into more parts than it has now (Tarjan 1972). Somebody is then cut off. */
#include "measure.h"

sv_status measure_articulation(bench *shared, double *values, sv_error *error)
{
    sv_status status = measure_cut_off(shared, values, error);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++)
        values[v] = values[v] > 0;
    return status;
}

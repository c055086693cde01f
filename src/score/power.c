/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stated power: what the map says of an actor's formal power, 0 to 4 (the one side of Mendelow's grid, 1981). Undefined where it says nothing. */
#include "measure.h"

sv_status measure_power(bench *shared, double *values, sv_error *error)
{
    (void)error;
    for (size_t v = 0; v < shared->n; v++)
        values[v] = sv_map_number(shared->network->map, SV_ACTORS, shared->network->actor_of[v], SV_ACTOR_POWER);
    return SV_OK;
}

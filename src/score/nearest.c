/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The heap behind searches by length. */
#include "nearest.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

enum { branches = 4 };

bool nearest_begin(nearest *of, size_t places)
{
    *of = (nearest){0};
    of->distance = sv_alloc(places, sizeof *of->distance);
    of->heap = sv_alloc(places, sizeof *of->heap);
    of->spot = sv_alloc(places, sizeof *of->spot);
    for (size_t p = 0; of->distance && p < places; p++)
        of->distance[p] = HUGE_VAL;
    return of->distance && of->heap && of->spot;
}

void nearest_end(nearest *of)
{
    free(of->distance);
    free(of->heap);
    free(of->spot);
}

static void put(nearest *of, uint32_t spot, nearest_entry entry)
{
    of->heap[spot] = entry;
    of->spot[entry.place] = spot;
}

void nearest_offer(nearest *of, uint32_t place, double distance)
{
    uint32_t spot;
    if (distance >= of->distance[place])
        return;
    spot = isinf(of->distance[place]) ? of->n++ : of->spot[place];
    of->distance[place] = distance;
    while (spot > 0 && of->heap[(spot - 1) / branches].distance > distance) {
        put(of, spot, of->heap[(spot - 1) / branches]);
        spot = (spot - 1) / branches;
    }
    put(of, spot, (nearest_entry){distance, place});
}

uint32_t nearest_take(nearest *of)
{
    uint32_t taken = of->heap[0].place, spot = 0, child;
    nearest_entry last = of->heap[--of->n];
    while ((child = spot * branches + 1) < of->n) {
        uint32_t least = child, end = of->n - child > branches ? child + branches : of->n;
        while (++child < end)
            if (of->heap[child].distance < of->heap[least].distance)
                least = child;
        if (of->heap[least].distance >= last.distance)
            break;
        put(of, spot, of->heap[least]);
        spot = least;
    }
    if (of->n > 0)
        put(of, spot, last);
    return taken;
}

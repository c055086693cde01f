/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measured: the sizes of texts that the renderer was asked before. The same names are set again and again until all of them fit. */
#ifndef SV_DRAW_MEASURED_H
#define SV_DRAW_MEASURED_H

#include <speelveld/picture.h>

#include "../base/lookup.h"
#include "../base/memory.h"

typedef struct sv_measured {
    sv_lookup by_text;
    double (*sizes)[2]; /* width and height */
    size_t n, capacity;
    sv_arena texts;
} sv_measured;

/*
 * Fill in what is known; the others are copied to `unknown`, their numbers in texts to `which` (room for n each). Gives how many; SIZE_MAX
 * without memory.
 */
size_t sv_measured_find(const sv_measured *measured, sv_measure *texts, size_t n, sv_measure *unknown, size_t *which);
/* Keep sizes. False without memory. */
bool sv_measured_keep(sv_measured *measured, const sv_measure *texts, size_t n);
void sv_measured_clear(sv_measured *measured);

#endif

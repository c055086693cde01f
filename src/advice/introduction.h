/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: who can bring two actors together that do not know each other. */
#ifndef SV_ADVICE_INTRODUCTION_H
#define SV_ADVICE_INTRODUCTION_H

#include "bodies.h"

/* Somebody who can step up to an actor, or to one of its people. */
typedef struct caller {
    size_t at, by;
    double warmth;
} caller;

typedef struct introductions {
    const sv_map *map;
    size_t *first;   /* per actor, and one beyond: where its callers begin */
    caller *callers; /* by whom they call on; within it in the order of the map, each once, the warmest */
} introductions;

/*
 * By the steps of `ways`; who knows somebody of an organisation can bring it in. Neither the clerk nor the adviser of the council
 * introduces. False without memory; to be cleared in any case. Cost: m log m.
 */
bool introductions_init(introductions *to, const sv_ways *ways, const bodies *belongs);
void introductions_clear(introductions *of);

/*
 * Who knows both, by the product of the warmth of the two steps; of equally warm ones the smaller id. SV_NO_ROW, and warmth
 * 0, when nobody does. Cost: the callers of both.
 */
size_t introducer_of(const introductions *of, size_t a, size_t b, double *warmth);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The warmest ways from us to everyone, for the questions that need only those. */
#ifndef SV_ADVICE_FROM_US_H
#define SV_ADVICE_FROM_US_H

#include <speelveld/advice.h>

typedef struct from_us {
    sv_ways *ways;
    sv_warmest *warmest; /* NULL when the map does not say who we are */
} from_us;

/* Caller clears, also after a fault. */
sv_status from_us_init(from_us *to, const sv_map *map, int as_of, sv_error *error);
void from_us_clear(from_us *to);

/* The warmest way to an actor; empty, of warmth 0, when there is none or the map does not say who we are. */
sv_status from_us_way(const from_us *from, size_t actor, sv_way *way, sv_error *error);

#endif

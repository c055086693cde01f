/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who belongs where: the organisations, alliances, councils and committees of every actor on a day. */
#ifndef SV_ADVICE_BODIES_H
#define SV_ADVICE_BODIES_H

#include <speelveld/advice.h>

typedef struct bodies {
    const sv_map *map;
    size_t *first; /* per actor, and one beyond: where its bodies begin in `of` */
    size_t *of;    /* the bodies, each once, in the order of the map */
} bodies;

/* By Memberships, and by the organisation that an actor's own row names. False without memory. Cost: m log m. */
bool bodies_init(bodies *to, const sv_map *map, int as_of);
void bodies_clear(bodies *to);

/* The next one that an actor speaks for: itself at *at = 0, then each organisation that a person belongs to, containers left out. SV_NO_ROW at the end. */
size_t bodies_face(const bodies *from, size_t actor, size_t *at);

/* True when an actor belongs to a body. */
bool bodies_hold(const bodies *from, size_t who, size_t of);
/* True when two actors belong to one body. */
bool bodies_shared(const bodies *from, size_t a, size_t b);

#endif

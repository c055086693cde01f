/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who knows whom on a day: for telling who still has to be introduced. */
#ifndef SV_ADVICE_ACQUAINTED_H
#define SV_ADVICE_ACQUAINTED_H

#include "bodies.h"

typedef struct acquaintances {
    bodies belongs;
    size_t *first;  /* per actor, and one beyond: where its acquaintances begin in `others` */
    size_t *others; /* each once, in the order of the map */
    bool *hostile;  /* beside each: all that ties them is that one opposes the other */
} acquaintances;

/* False without memory; to be cleared in any case. Cost: m log m. */
bool acquaintances_init(acquaintances *to, const sv_map *map, int as_of);
void acquaintances_clear(acquaintances *to);

/*
 * True when two actors need no introduction: any tie of that day but one of influence, money between them, one belongs to the
 * other, or both belong to one body, if only the council. An organisation knows whom its people know. Who oppose each other know
 * each other too.
 */
bool acquainted(const acquaintances *from, size_t a, size_t b);

/* Mark every actor with a tie to one of those in `of` that is not hostile, in marks[actor]; those in `of` are left as they are. */
void acquaintances_mark(const acquaintances *from, size_t of, bool *marks);

#endif

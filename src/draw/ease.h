/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Ease: figures that have a place shift a little, and names turn to another side, where lines then cross less and run
 * less beneath names and shapes.
 */
#ifndef SV_DRAW_EASE_H
#define SV_DRAW_EASE_H

#include <speelveld/base.h>

#include "labels.h"
#include "scene.h"

/* Where figures may go: those with lines within `area`, those without stay where they are when `loners_stay`. */
typedef struct sv_ease_room {
    sv_rect area;
    bool loners_stay;
    double gap;      /* between any two things */
    double farthest; /* a figure shifts at most so far; 0: names turn, nothing shifts */
} sv_ease_room;

/*
 * Figures of a scene (in its order). Pinned ones do not shift; nothing will touch that did not. Each change is taken for what it
 * gains alone, in the order of the scene, so the same input gives the same result.
 * Cost: rounds x figures x places tried x lines near them; 77 figures with 254 lines take some 20 ms.
 */
sv_status sv_ease(const sv_scene *scene, sv_figure *figures, const sv_ease_room *room, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Camps: who is with us on the issue, who is against us, who is in between, and of whom nobody knows. Ours is the side that our own
 * actors take together; where they take none, or the map does not say who we are, it is "in favour".
 *
 * With us is a position of 1 or more on our side, against us one of 1 or more on the other: where the words "in favour" and "against"
 * begin in every view. The clerk of the council takes no side by office.
 */
#ifndef SV_DRAW_CAMPS_H
#define SV_DRAW_CAMPS_H

#include "stage.h"

#define SV_CAMP_FROM 1.0 /* so far to a side belongs to it */

/* The first four in the order of the theme's colours. */
typedef enum sv_camp { SV_CAMP_WITH_US = 0, SV_CAMP_BETWEEN, SV_CAMP_AGAINST_US, SV_CAMP_UNKNOWN, SV_CAMP_PROCEDURE, SV_CAMPS } sv_camp;

typedef struct sv_camps {
    sv_camp *of; /* of each row of Actors */
    bool turned; /* our side is against the issue */
} sv_camps;

/*
 * Everyone's camp on the stage's issue, which must be there. With `predictable`, who is said to be on both sides (by one informant with
 * us, by another against us) counts as unknown: nobody can tell what they will do. Clear it, also after a fault.
 */
sv_status sv_camps_new(const sv_stage *stage, bool predictable, sv_camps *camps);
void sv_camps_clear(sv_camps *camps);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pins: actors who must stand in a place. The map's columns x and y pin them; so does a picture made before, when its
 * places were kept. What is pinned does not move at all.
 */
#ifndef SV_DRAW_PINS_H
#define SV_DRAW_PINS_H

#include "cast.h"

/*
 * Give the cast its pins, as points on the page: those of the map in one scale, the same across as up, laid onto the area (points on
 * the page when all of them lie in it already); else those kept in `places` (NULL: none) for this page. How the map's were
 * laid is kept too, so that they come out the same when others join.
 */
sv_status sv_pins_set(sv_cast *cast, const sv_rect *area, sv_places *places);

/* Keep where everyone stands. Places are in hundredths of a point from here on, on the picture as in what is kept. */
sv_status sv_pins_keep(const sv_cast *cast, sv_arrangement *arrangement, sv_places *places);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lanes: the ways of a route as rows that can be drawn, the warmest on top, what is closed and who may speak instead below. */
#ifndef SV_DRAW_ROUTE_LANES_H
#define SV_DRAW_ROUTE_LANES_H

#include <stdbool.h>
#include <stddef.h>

#include <speelveld/advice.h>

/* What a lane is: a way; one that a rule closes; one through somebody who may speak; or who stands closest where no way is known. */
typedef enum sv_lane_kind { SV_LANE_WAY = 0, SV_LANE_CLOSED, SV_LANE_BETWEEN, SV_LANE_CLOSE } sv_lane_kind;

typedef struct sv_lane_step {
    sv_step step;
    bool known;     /* false: whether there is such a tie is not in the map */
    bool forbidden; /* a rule closes it */
} sv_lane_step;

typedef struct sv_lane {
    sv_lane_kind kind;
    sv_lane_step *steps;
    size_t n;
    double warmth;             /* of a way */
    const sv_between *between; /* of SV_LANE_BETWEEN, borrowed */
} sv_lane;

typedef struct sv_lanes {
    sv_lane *items;
    size_t n;
} sv_lanes;

/* The lanes of a route that begins with `from` where it is not known otherwise. False without memory; clear it either way. */
bool sv_lanes_of(const sv_route *route, size_t from, sv_lanes *lanes);
void sv_lanes_clear(sv_lanes *lanes);

#endif

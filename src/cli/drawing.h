/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What commands that draw share: the route's ends, and the map as it was before. */
#ifndef SV_CLI_DRAWING_H
#define SV_CLI_DRAWING_H

#include "session.h"

#define DRAWING_BEFORE_OPTION {"before", 0, SV_TR("MAP"), SV_TR("the map as it was: shows what changed since (view change)")}
#define DRAWING_ROUTE_OPTIONS                                                                    \
    {"to", 0, SV_TR("ACTOR"), SV_TR("of the route: whom you want to reach, by id or name")},     \
        {"from", 0, SV_TR("ACTOR"), SV_TR("of the route: where to begin (default: whoever is marked as own in the map)")}

/* --to and --from, of the edition that is drawn. */
sv_status drawing_route(const cli_call *call, const sv_map *map, sv_draw_options *options, sv_error *error);
/*
 * The map of --before as the same audience may see it; refused for the public when `judges` and not all positions are public. What is
 * wrong with it has been said, or stands in `error`. *before is freed by the caller.
 */
sv_status drawing_before(const cli_call *call, bool judges, sv_audience audience, sv_map **before, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who may speak in our place, where a rule closes every way. */
#ifndef SV_ADVICE_BETWEEN_H
#define SV_ADVICE_BETWEEN_H

#include <speelveld/advice.h>

/* Fills between, n_between and between_more of a route without ways whose rule is known. */
sv_status between_find(const sv_ways *ways, const sv_route_options *options, sv_route *route, sv_error *error);

#endif

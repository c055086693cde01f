/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pairs of actors with a cause in common who do not know each other. */
#ifndef SV_ADVICE_GAP_PAIRS_H
#define SV_ADVICE_GAP_PAIRS_H

#include "us.h"

/* Fill pairs, n_pairs, all_pairs, looked_at, supporters, strangers and n_strangers of `gaps`. */
sv_status gap_pairs_find(const sv_map *map, const sv_gaps_options *options, const acquaintances *known, const us *who, const sv_ways *ways,
                         sv_gaps *gaps, sv_error *error);

#endif

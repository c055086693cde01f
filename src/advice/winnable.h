/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The votes that lack for a majority: which undecided members would bring them for the least effort. */
#ifndef SV_ADVICE_WINNABLE_H
#define SV_ADVICE_WINNABLE_H

#include <speelveld/advice.h>

/* Fill in who can be won, what that brings and takes, and the cheapest set of them. Council, kept, vote and missing are known. */
sv_status winnable_find(const sv_map *map, const sv_majority_options *options, sv_majority *found, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A vote counted again and again, for asking what each member's turning would change. */
#ifndef SV_ADVICE_VOTE_H
#define SV_ADVICE_VOTE_H

#include <speelveld/advice.h>

/*
 * The chances of 0, 1, 2 … votes in favour, into `in_favour`, and of every outcome. `in_favour` has room for
 * turnout->cast + 1 numbers, `scratch` for twice as many. No memory is asked for.
 */
void vote_count(const sv_council *council, const sv_vote_options *options, const sv_turnout *turnout, double *in_favour, double *scratch,
                double chance[SV_OUTCOMES]);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where we stand: our own actors as one, beside the positions of everybody. */
#ifndef SV_ADVICE_OUR_POSITIONS_H
#define SV_ADVICE_OUR_POSITIONS_H

#include "us.h"

typedef struct our_positions {
    sv_positions all; /* with us behind the others: number all.n - 1, actor SV_NO_ROW */
    bool known;       /* we have a position on some issue */
    double *agree, *differ; /* CAA and DAA of each with us */
} our_positions;

/* To be cleared in any case. */
sv_status our_positions_init(our_positions *to, const sv_map *map, int as_of, const us *who, sv_error *error);
void our_positions_clear(our_positions *of);

/* Our own position on an issue; NaN when it is not known. */
double our_position_on(const our_positions *of, size_t issue);

#endif

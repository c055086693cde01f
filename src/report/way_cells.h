/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A way from us in the row of a table: through whom, in how many steps, how well a request comes across. */
#ifndef SV_REPORT_WAY_CELLS_H
#define SV_REPORT_WAY_CELLS_H

#include "answer.h"

/* The columns that way_cells_add fills. */
#define WAY_COLUMNS                                                                                                      \
    {"through", SV_TR("through"), 0}, {"steps", SV_TR("steps"), 0}, {"comes_across", SV_TR("comes across"), 0},          \
    {                                                                                                                    \
        "way", NULL, 0                                                                                                   \
    }

/* Four cells: who comes last before its end, steps, warmth; and for programs everyone on it by id, parted by |. Dashes when there is none. */
void way_cells_add(answer *to, const sv_way *way);

/* "Anna, Bas and Carla": everyone on the way but its end; nothing for one of us. */
void way_add_through(const answer *to, const sv_way *way, sv_text *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ways in tables. */
#include "way_cells.h"

#include <math.h>

void way_cells_add(answer *to, const sv_way *way)
{
    sv_text ids = {0};
    bool none = !(way->warmth > 0);
    for (size_t i = 0; i < way->n; i++)
        sv_text_addf(&ids, "%s%s", i ? "|" : "", sv_map_actor(to->map, way->steps[i].from)->id);
    to->failed |= ids.failed;
    answer_cell_actor(to, way->n ? way->steps[way->n - 1].from : SV_NO_ROW);
    answer_cell_number(to, none ? NAN : (double)way->n);
    answer_cell_share(to, none ? NAN : way->warmth);
    answer_cell(to, sv_text_get(&ids));
    sv_text_clear(&ids);
}

void way_add_through(const answer *to, const sv_way *way, sv_text *out)
{
    for (size_t i = 0; i < way->n; i++)
        answer_join(to, out, sv_map_actor(to->map, way->steps[i].from)->name, i, way->n);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sides: see sides.h. */
#include "sides.h"

#include <math.h>
#include <string.h>

#include "camps.h"

void sv_sides_add(const sv_stage *stage, sv_sides *sides, size_t row)
{
    double stance = stage->stance[row];
    if (strcmp(sv_map_actor(stage->map, row)->kind->id, "clerk") == 0) {
        sides->procedure++;
        return;
    }
    sides->in_favour += stance >= SV_CAMP_FROM;
    sides->against += stance <= -SV_CAMP_FROM;
    sides->neutral += fabs(stance) < SV_CAMP_FROM;
    sides->unknown += isnan(stance);
}

const char *sv_sides_words(sv_stage *stage, const sv_sides *sides)
{
    const char *unknown = stage->options->audience == SV_PUBLIC ? SV_TR("without a public position") : SV_TR("unknown");
    const struct part {
        size_t n;
        const char *one, *more;
    } parts[] = {{sides->in_favour, SV_TR("in favour"), SV_TR("in favour")},
                 {sides->against, SV_TR("against"), SV_TR("against")},
                 {sides->neutral, SV_TR("neutral"), SV_TR("neutral")},
                 {sides->unknown, unknown, unknown},
                 {sides->procedure, SV_TR("takes no side"), SV_TR("take no side")}};
    const char *words = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].n)
            words = sv_stage_join(stage, words, ", ", sv_stage_count(stage, parts[i].n, parts[i].one, parts[i].more));
    return words;
}

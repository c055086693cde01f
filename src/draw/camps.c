/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Camps: see camps.h. */
#include "camps.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whether our own actors are, taken together, against the issue. */
static bool we_are_against(const sv_stage *stage)
{
    double sum = 0;
    size_t n = 0;
    for (size_t row = 0; row < sv_map_rows(stage->map, SV_ACTORS); row++) {
        if (!sv_map_actor(stage->map, row)->own || isnan(stage->stance[row]))
            continue;
        sum += stage->stance[row];
        n++;
    }
    return n > 0 && sum / (double)n <= -SV_CAMP_FROM;
}

static sv_camp camp_of(double stance, bool turned)
{
    double ours = turned ? -stance : stance;
    if (isnan(stance))
        return SV_CAMP_UNKNOWN;
    return ours >= SV_CAMP_FROM ? SV_CAMP_WITH_US : ours <= -SV_CAMP_FROM ? SV_CAMP_AGAINST_US : SV_CAMP_BETWEEN;
}

/* Who is said to be on both sides becomes unknown. */
static sv_status doubt(const sv_stage *stage, sv_camps *camps)
{
    size_t rows = sv_map_rows(stage->map, SV_ACTORS);
    double *least = sv_alloc(rows, sizeof *least), *most = sv_alloc(rows, sizeof *most);
    sv_status status =
        least && most ? sv_map_stance_ranges(stage->map, stage->options->issue, least, most, stage->error) : sv_stage_no_memory(stage);
    for (size_t row = 0; row < rows && status == SV_OK; row++)
        if (least[row] <= -SV_CAMP_FROM && most[row] >= SV_CAMP_FROM && camps->of[row] != SV_CAMP_PROCEDURE)
            camps->of[row] = SV_CAMP_UNKNOWN;
    free(least);
    free(most);
    return status;
}

sv_status sv_camps_new(const sv_stage *stage, bool predictable, sv_camps *camps)
{
    size_t rows = sv_map_rows(stage->map, SV_ACTORS);
    *camps = (sv_camps){.of = sv_alloc(rows, sizeof *camps->of), .turned = we_are_against(stage)};
    if (!camps->of)
        return sv_stage_no_memory(stage);
    for (size_t row = 0; row < rows; row++)
        camps->of[row] =
            strcmp(sv_map_actor(stage->map, row)->kind->id, "clerk") == 0 ? SV_CAMP_PROCEDURE : camp_of(stage->stance[row], camps->turned);
    return predictable ? doubt(stage, camps) : SV_OK;
}

void sv_camps_clear(sv_camps *camps)
{
    free(camps->of);
    *camps = (sv_camps){0};
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A crowd: see crowd.h. */
#include "crowd.h"

#include <string.h>

/* "79 of 86 actors shown; +n counts the others of a cell", and whom the view has no place for. */
static const char *say_left_out(const sv_cast *cast, size_t shown, size_t named, const char *unplaced)
{
    sv_stage *stage = cast->stage;
    size_t all = cast->scene.n;
    const char *said = "", *of_all = sv_stage_number(stage, (double)all);
    if (shown < all)
        said = sv_stage_fill(stage, SV_TR("{a} of {b} actors shown: in each part the highest on {c}; +n counts the others"),
                             sv_stage_number(stage, (double)shown), of_all, sv_stage_score_name(stage));
    else if (named < all)
        said = sv_stage_fill(stage, SV_TR("Names shown of {a} of {b} actors: in each part the highest on {c}"),
                             sv_stage_number(stage, (double)named), of_all, sv_stage_score_name(stage));
    return sv_stage_join(stage, said, "  ·  ", unplaced);
}

static void fill_legend(const sv_crowd *crowd, sv_cast *cast)
{
    sv_legend_clear(&cast->stage->legend);
    crowd->legend(cast, crowd->context);
}

sv_status sv_crowd_compose(const sv_crowd *crowd, sv_cast *cast)
{
    sv_stage *stage = cast->stage;
    const char *said = crowd->unplaced ? crowd->unplaced : "", *left_out = NULL;
    size_t shown = 0, named = 0;
    sv_status status = SV_OK;
    /* what is said of those left out takes a line, and so may leave out another: the third round changes nothing */
    for (int round = 0; round < 3 && status == SV_OK && (!left_out || strcmp(left_out, said) != 0); round++) {
        said = left_out ? left_out : said;
        for (size_t i = 0; i < cast->scene.n; i++)
            cast->shown[i] = true;
        sv_cast_recount(cast);
        fill_legend(crowd, cast);
        status = sv_stage_frame(stage, &(sv_frame){.sentence = crowd->frame->sentence, .note = crowd->frame->note, .left_out = said});
        if (status == SV_OK)
            status = crowd->place(crowd->plot, cast, &stage->inside, &shown, &named);
        left_out = say_left_out(cast, shown, named, crowd->unplaced);
    }
    if (status != SV_OK)
        return status;
    fill_legend(crowd, cast);
    stage->report.drawn = shown;
    stage->report.left_out = cast->scene.n - shown;
    return sv_stage_legend(stage);
}

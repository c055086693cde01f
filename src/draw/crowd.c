/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A crowd: see crowd.h. */
#include "crowd.h"

#include <string.h>

/* "79 of 86 actors shown; +n counts the others of a cell", and whom the view has no place for. */
static const char *say_left_out(const sv_cast *cast, size_t shown, size_t named, const char *unplaced)
{
    sv_stage *stage = cast->stage;
    size_t all = cast->scene.n;
    bool turned = sv_score_get(stage->score)->low_is_high;
    const char *said = "", *of_all = sv_stage_number(stage, (double)all);
    if (shown < all)
        said =
            sv_stage_fill(stage,
                          turned ? SV_TR("{a} of {b} actors shown: in each part first us, then the lowest on {c}; +n counts the others")
                                 : SV_TR("{a} of {b} actors shown: in each part first us, then the highest on {c}; +n counts the others"),
                          sv_stage_number(stage, (double)shown), of_all, sv_stage_score_name(stage));
    else if (named < all)
        said = sv_stage_fill(stage,
                             turned ? SV_TR("Names shown of {a} of {b} actors: in each part first us, then the lowest on {c}")
                                    : SV_TR("Names shown of {a} of {b} actors: in each part first us, then the highest on {c}"),
                             sv_stage_number(stage, (double)named), of_all, sv_stage_score_name(stage));
    return sv_stage_join(stage, said, "  ·  ", unplaced);
}

/* What the view itself notes; and of the score by which some were chosen, what it means. */
static const char *say_note(const sv_cast *cast, const char *note, bool chosen)
{
    sv_stage *stage = cast->stage;
    const char *score = "";
    if (chosen)
        score = sv_stage_fill(stage, SV_TR("{a} – {b}"), sv_stage_capital(stage, sv_stage_score_name(stage)),
                              sv_stage_small(stage, sv_stage_score_sentence(stage)), NULL);
    return sv_stage_join(stage, score, " ", note);
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
    size_t shown = cast->scene.n, named = cast->scene.n;
    sv_status status = SV_OK;
    /* what is said of those left out takes a line, and so may leave out another: the third round changes nothing */
    for (int round = 0; round < 3 && status == SV_OK && (!left_out || strcmp(left_out, said) != 0); round++) {
        said = left_out ? left_out : said;
        for (size_t i = 0; i < cast->scene.n; i++)
            cast->shown[i] = true;
        sv_cast_recount(cast);
        fill_legend(crowd, cast);
        status =
            sv_stage_frame(stage, &(sv_frame){.finding = crowd->frame->finding,
                                              .sentence = crowd->frame->sentence,
                                              .note = say_note(cast, crowd->frame->note, shown < cast->scene.n || named < cast->scene.n),
                                              .left_out = said});
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

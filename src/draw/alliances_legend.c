/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend of the alliances view: sizes and marks, made from who is shown. */
#include "alliances_parts.h"

static const double badge_size = 8;

sv_mark alliances_badge(const sv_stage *stage)
{
    double across = badge_size * stage->page->scale;
    return (sv_mark){.classes = "badge council",
                     .shape = SV_SHAPE_PENTAGON,
                     .width = across,
                     .height = across,
                     .fill = stage->theme->ink,
                     .stroke = stage->theme->page,
                     .stroke_width = 1.2 * stage->page->scale};
}

bool alliances_range(const alliances_view *v, size_t *least, size_t *most)
{
    *least = SIZE_MAX;
    *most = 0;
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t actor = v->cast.scene.actors[i];
        if (!alliances_is_one(v, actor))
            continue;
        *least = v->members[actor] < *least ? v->members[actor] : *least;
        *most = v->members[actor] > *most ? v->members[actor] : *most;
    }
    return 2 * *most >= 3 * *least;
}

static void add_size(const alliances_view *v)
{
    sv_stage *stage = v->stage;
    double swatch = sv_cast_swatch(&v->cast);
    size_t least, most;
    sv_mark mark = {.shape = SV_SHAPE_HEXAGON,
                    .fill = stage->theme->page,
                    .stroke = stage->theme->outline,
                    .stroke_width = SV_BORDER_USUAL * stage->page->scale};
    sv_legend_entry entry = {.mark = mark, .around = mark};
    if (!alliances_range(v, &least, &most))
        return;
    entry.mark.width = swatch * 0.66;
    entry.mark.height = swatch * 0.55;
    entry.around.width = swatch * 1.4;
    entry.around.height = swatch * 1.2;
    entry.text = sv_stage_fill(stage, SV_TR("{a} (small) to {b} (large)"), sv_stage_number(stage, (double)least),
                               sv_stage_number(stage, (double)most), NULL);
    sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Size: members of an alliance")));
    sv_legend_add(&stage->legend, &entry);
}

static void add_badge(const alliances_view *v)
{
    sv_stage *stage = v->stage;
    bool known = false;
    for (size_t i = 0; i < v->cast.scene.n; i++)
        known |= v->known[v->cast.scene.actors[i]] != SV_NO_ROW;
    if (!known)
        return;
    sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Marks")));
    sv_legend_add(&stage->legend,
                  &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("knows a council member, itself or through its people")),
                                     .mark = alliances_badge(stage)});
}

void alliances_legend(const alliances_view *v)
{
    sv_cast_legend(&v->cast, SV_LEGEND_COLOURS | SV_LEGEND_SHAPES);
    add_size(v);
    add_badge(v);
    sv_cast_legend(&v->cast, SV_LEGEND_BORDERS);
}

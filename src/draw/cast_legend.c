/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend of the cast. Every entry looks as the thing itself does, only smaller, and only what is shown has one. */
#include "cast.h"

#include <math.h>
#include <string.h>

#include "speech.h"

static const double swatch = 16, swatch_below = 14.5; /* a shape's width in the legend of a slide */

double sv_cast_swatch(const sv_cast *cast)
{
    return (cast->stage->legend_below ? swatch_below : swatch) * cast->stage->page->scale;
}

/* A shape without a meaning of its own. */
static sv_mark plain_mark(const sv_cast *cast, double across)
{
    return (sv_mark){.shape = SV_SHAPE_CIRCLE,
                     .width = across,
                     .height = across,
                     .fill = cast->stage->theme->page,
                     .stroke = cast->stage->theme->outline,
                     .stroke_width = SV_BORDER_USUAL * cast->stage->page->scale};
}

static void add_colours(const sv_cast *cast)
{
    sv_legend *legend = &cast->stage->legend;
    if (cast->paint.plain)
        return;
    sv_legend_heading(legend, sv_stage_capital(cast->stage, cast->paint.subject));
    for (size_t i = 0; i < cast->paint.n; i++) {
        const sv_paint_key *key = &cast->paint.keys[i];
        sv_legend_entry entry = {.text = key->word, .mark = plain_mark(cast, sv_cast_swatch(cast) * 1.12)};
        if (!key->used)
            continue;
        entry.mark.fill = key->fill;
        entry.mark.stroke = key->faint ? cast->stage->theme->container_outline : entry.mark.stroke;
        entry.mark.text = key->sign;
        entry.mark.font_size = cast->stage->page->smallest;
        entry.mark.bold = true;
        entry.mark.text_colour = key->ink;
        sv_legend_add(legend, &entry);
    }
}

/* "party, committee": the kinds of container on the picture, in the order of the table of kinds. */
static const char *container_words(const sv_cast *cast)
{
    size_t n;
    const sv_actor_kind *kinds = sv_actor_kinds(&n);
    sv_text words = {0};
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < cast->scene.n; i++)
            if (sv_map_actor(cast->scene.map, cast->scene.actors[i])->kind == &kinds[k] && kinds[k].container) {
                sv_speech_join(&words, ", ", cast->stage->language == SV_DUTCH ? kinds[k].nl : kinds[k].en);
                break;
            }
    return sv_stage_keep(cast->stage, &words);
}

/* The first shown of a standing; NULL when there is none. */
static const sv_look *look_of(const sv_cast *cast, size_t standing)
{
    for (size_t i = 0; i < cast->scene.n; i++)
        if (cast->standing[i] == standing && cast->shown[i])
            return &cast->looks[i];
    return NULL;
}

static void add_shapes(const sv_cast *cast)
{
    static const char *const words[SV_STANDINGS] = {
        SV_TR("person"), SV_TR("council and executive"), SV_TR("organisation"), SV_TR("alliance"), NULL, SV_TR("actor")};
    const sv_theme *theme = cast->stage->theme;
    double scale = cast->stage->page->scale;
    size_t kinds = 0;
    for (size_t standing = 0; standing < SV_STANDINGS; standing++)
        kinds += look_of(cast, standing) != NULL;
    if (kinds < 2)
        return;
    sv_legend_heading(&cast->stage->legend, sv_stage_say(cast->stage, SV_TR("Shape")));
    for (size_t standing = 0; standing < SV_STANDINGS; standing++) {
        const sv_look *look = look_of(cast, standing);
        sv_legend_entry entry = {.mark = plain_mark(cast, sv_cast_swatch(cast) - 2 * scale)};
        if (!look)
            continue;
        entry.text = words[standing] ? sv_stage_say(cast->stage, words[standing]) : container_words(cast);
        entry.mark.shape = look->shape;
        if (look->shape != SV_SHAPE_CIRCLE && look->shape != SV_SHAPE_OCTAGON)
            entry.mark.width += 4 * scale;
        if (look->shape == SV_SHAPE_BOX || look->shape == SV_SHAPE_ROUNDED)
            entry.mark.height -= 2 * scale;
        if (standing == SV_STANDING_CONTAINER) {
            entry.mark.fill = theme->container;
            entry.mark.stroke = theme->container_outline;
        }
        sv_legend_add(&cast->stage->legend, &entry);
    }
}

static void add_size(const sv_cast *cast)
{
    sv_stage *stage = cast->stage;
    bool turned = sv_score_get(stage->score)->low_is_high;
    sv_legend_entry entry = {.mark = plain_mark(cast, sv_cast_swatch(cast) * 0.55), .around = plain_mark(cast, sv_cast_swatch(cast) * 1.2)};
    if (!(cast->high > cast->low))
        return;
    sv_legend_heading(&stage->legend, sv_stage_fill(stage, SV_TR("Size: {a}"), sv_stage_score_name(stage), NULL, NULL));
    entry.text = sv_stage_fill(stage, SV_TR("{a} (small) to {b} (large)"), sv_stage_number(stage, turned ? cast->high : cast->low),
                               sv_stage_number(stage, turned ? cast->low : cast->high), NULL);
    sv_legend_add(&stage->legend, &entry);
}

static void add_borders(const sv_cast *cast)
{
    sv_stage *stage = cast->stage;
    double across = sv_cast_swatch(cast), scale = stage->page->scale;
    bool bridge = false, own = false;
    for (size_t i = 0; i < cast->scene.n; i++) {
        bridge |= cast->bridge[i] && cast->shown[i];
        own |= cast->looks[i].ring && cast->shown[i];
    }
    if (!bridge && !own)
        return;
    sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Border")));
    if (bridge) {
        sv_legend_entry entry = {.text =
                                     cast->heavy ? cast->heavy : sv_stage_say(stage, SV_TR("bridge: others need them to reach each other")),
                                 .mark = plain_mark(cast, across - 4 * scale)};
        entry.mark.stroke = stage->theme->bridge;
        entry.mark.stroke_width = SV_BORDER_BRIDGE * scale;
        sv_legend_add(&stage->legend, &entry);
    }
    if (own) {
        sv_legend_entry entry = {
            .text = sv_stage_say(stage, SV_TR("us")), .mark = plain_mark(cast, across - 6 * scale), .around = plain_mark(cast, across)};
        entry.around.stroke = stage->theme->own;
        entry.around.stroke_width = SV_RING_WIDTH * scale;
        sv_legend_add(&stage->legend, &entry);
    }
}

void sv_cast_legend(const sv_cast *cast, int parts)
{
    if (parts & SV_LEGEND_COLOURS)
        add_colours(cast);
    if (parts & SV_LEGEND_SHAPES)
        add_shapes(cast);
    if (parts & SV_LEGEND_SIZE)
        add_size(cast);
    if (parts & SV_LEGEND_BORDERS)
        add_borders(cast);
}

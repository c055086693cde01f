/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend of the network view. Every entry looks as the thing itself does, only smaller. */
#include "network_parts.h"

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "../base/text.h"
#include "network_style.h"
#include "speech.h"

static const double swatch = 16; /* a shape's width in the legend */

static const char *say(const sv_network_parts *parts, const char *text)
{
    return sv_translate(parts->options->language, text);
}

static void add_colours(const sv_network_parts *parts, sv_legend *legend, sv_arena *texts)
{
    sv_text heading = {0};
    if (parts->paint.plain)
        return;
    sv_speech_capital(&heading, parts->paint.subject);
    sv_legend_heading(legend, sv_arena_text(texts, sv_text_get(&heading), heading.length));
    sv_text_clear(&heading);
    for (size_t i = 0; i < parts->paint.n; i++) {
        const sv_paint_key *key = &parts->paint.keys[i];
        if (!key->used)
            continue;
        sv_legend_add(legend, &(sv_legend_entry){.text = key->word,
                                                 .mark = {.shape = SV_SHAPE_CIRCLE,
                                                          .width = swatch + 2,
                                                          .height = swatch + 2,
                                                          .fill = key->fill,
                                                          .stroke = parts->theme->outline,
                                                          .stroke_width = SV_BORDER_USUAL,
                                                          .stroke_style = key->dashed ? SV_STROKE_DASHED : SV_STROKE_SOLID,
                                                          .text = key->sign,
                                                          .font_size = parts->page->smallest,
                                                          .bold = true,
                                                          .text_colour = key->ink}});
    }
}

/* "party, committee": the kinds of container on the picture, in the order of the table of kinds. */
static const char *container_words(const sv_network_parts *parts, sv_arena *texts)
{
    size_t n;
    const sv_actor_kind *kinds = sv_actor_kinds(&n);
    const char *kept;
    sv_text words = {0};
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < parts->scene.n; i++)
            if (sv_map_actor(parts->scene.map, parts->scene.actors[i])->kind == &kinds[k] && kinds[k].container) {
                sv_speech_join(&words, ", ", parts->options->language == SV_DUTCH ? kinds[k].nl : kinds[k].en);
                break;
            }
    kept = sv_arena_text(texts, sv_text_get(&words), words.length);
    sv_text_clear(&words);
    return kept ? kept : "";
}

static void add_shapes(const sv_network_parts *parts, sv_legend *legend, sv_arena *texts)
{
    static const char *const words[SV_STANDINGS] = {
        SV_TR("person"), SV_TR("council and executive"), SV_TR("organisation"), SV_TR("alliance"), NULL, SV_TR("actor")};
    bool differ = false;
    for (size_t i = 1; i < parts->scene.n; i++)
        differ |= parts->standing[i] != parts->standing[0];
    if (!differ)
        return;
    sv_legend_heading(legend, say(parts, SV_TR("Shape")));
    for (size_t standing = 0; standing < SV_STANDINGS; standing++) {
        const sv_look *look = NULL;
        bool container = standing == SV_STANDING_CONTAINER;
        for (size_t i = 0; i < parts->scene.n && !look; i++)
            if (parts->standing[i] == standing)
                look = &parts->looks[i];
        if (!look)
            continue;
        sv_legend_add(legend,
                      &(sv_legend_entry){
                          .text = container ? container_words(parts, texts) : say(parts, words[standing]),
                          .mark = {.shape = look->shape,
                                   .width = look->shape == SV_SHAPE_CIRCLE || look->shape == SV_SHAPE_OCTAGON ? swatch - 2 : swatch + 2,
                                   .height = look->shape == SV_SHAPE_BOX || look->shape == SV_SHAPE_ROUNDED ? swatch - 4 : swatch - 2,
                                   .fill = container ? parts->theme->container : parts->theme->page,
                                   .stroke = container ? parts->theme->container_outline : parts->theme->outline,
                                   .stroke_width = SV_BORDER_USUAL}});
    }
}

static void add_size(const sv_network_parts *parts, sv_legend *legend, sv_arena *texts)
{
    const sv_score *score = sv_score_get(parts->score);
    sv_language language = parts->options->language;
    char low[32], high[32];
    sv_text words = {0};
    sv_mark circle = {
        .shape = SV_SHAPE_CIRCLE, .fill = parts->theme->page, .stroke = parts->theme->outline, .stroke_width = SV_BORDER_USUAL};
    sv_legend_entry entry = {.mark = circle, .around = circle};
    if (!(parts->high > parts->low))
        return;
    sv_speech_fill(&words, say(parts, SV_TR("Size: {a}")), language == SV_DUTCH ? score->nl : score->en, NULL, NULL);
    sv_legend_heading(legend, sv_arena_text(texts, sv_text_get(&words), words.length));
    sv_text_clear(&words);
    sv_speech_number(score->low_is_high ? parts->high : parts->low, language, low);
    sv_speech_number(score->low_is_high ? parts->low : parts->high, language, high);
    sv_speech_fill(&words, say(parts, SV_TR("{a} (small) to {b} (large)")), low, high, NULL);
    entry.text = sv_arena_text(texts, sv_text_get(&words), words.length);
    entry.mark.width = entry.mark.height = swatch * 0.55;
    entry.around.width = entry.around.height = swatch * 1.2;
    sv_legend_add(legend, &entry);
    sv_text_clear(&words);
}

static void add_borders(const sv_network_parts *parts, sv_legend *legend)
{
    bool bridge = false, own = false;
    sv_mark circle = {.shape = SV_SHAPE_CIRCLE,
                      .width = swatch - 4,
                      .height = swatch - 4,
                      .fill = parts->theme->page,
                      .stroke = parts->theme->outline,
                      .stroke_width = SV_BORDER_USUAL};
    for (size_t i = 0; i < parts->scene.n; i++) {
        bridge |= parts->bridge[i];
        own |= parts->looks[i].ring;
    }
    if (!bridge && !own)
        return;
    sv_legend_heading(legend, say(parts, SV_TR("Border")));
    if (bridge) {
        sv_legend_entry entry = {.text = say(parts, SV_TR("bridge: others need them to reach each other")), .mark = circle};
        entry.mark.stroke = parts->theme->bridge;
        entry.mark.stroke_width = SV_BORDER_BRIDGE;
        sv_legend_add(legend, &entry);
    }
    if (own) {
        sv_legend_entry entry = {.text = say(parts, SV_TR("us")), .mark = circle, .around = circle};
        entry.mark.width = entry.mark.height = swatch - 6;
        entry.around.width = entry.around.height = swatch;
        entry.around.stroke = parts->theme->own;
        entry.around.stroke_width = SV_RING_WIDTH;
        sv_legend_add(legend, &entry);
    }
}

static void add_lines(const sv_network_parts *parts, sv_legend *legend)
{
    static const char *const words[SV_BONDS] = {SV_TR("tie (thicker is stronger)"), SV_TR("belongs to"), SV_TR("money, to the receiver"),
                                                SV_TR("against each other"), SV_TR("may not approach")};
    bool used[SV_BONDS] = {false}, any = false;
    for (size_t i = 0; i < parts->scene.n_links; i++)
        any = used[parts->scene.links[i].bond] = true;
    if (any)
        sv_legend_heading(legend, say(parts, SV_TR("Lines")));
    for (size_t bond = 0; bond < SV_BONDS; bond++)
        if (used[bond]) {
            sv_legend_entry entry = {.text = say(parts, words[bond]), .line = sv_network_line((sv_bond)bond, 3, parts->theme)};
            if (bond == SV_BOND_FORBIDDEN)
                entry.mark = sv_network_forbidden(parts->page, parts->theme);
            sv_legend_add(legend, &entry);
        }
}

void sv_network_legend(const sv_network_parts *parts, sv_legend *legend, sv_arena *texts)
{
    add_colours(parts, legend, texts);
    add_shapes(parts, legend, texts);
    add_size(parts, legend, texts);
    add_borders(parts, legend);
    add_lines(parts, legend);
    for (size_t i = 0; i < legend->n; i++)
        if (!legend->entries[i].text)
            legend->failed = true;
}

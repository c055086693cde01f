/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of the network view: see network_lines.h. */
#include "network_lines.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"

enum { routed_most = 400 };
static const double usual_links = 200, thinnest = 0.4; /* with more than that lines are thinner, so that shapes stay in front of them */

/* A line of this kind and strength, without a place. */
static sv_line line_of(const sv_cast *cast, sv_link_bond bond, double strength)
{
    const sv_theme *theme = cast->stage->theme;
    sv_line line = {.colour = theme->tie, .width = 0.5 + 0.35 * fmin(fmax(strength, 0), 4)};
    switch (bond) {
    case SV_LINK_MEMBER: line = (sv_line){.colour = theme->member, .width = 1.2, .style = SV_STROKE_DOTTED}; break;
    case SV_LINK_FUNDS: line = (sv_line){.colour = theme->funds, .width = 1.3, .arrow = true}; break;
    case SV_LINK_OPPOSES: line = (sv_line){.colour = theme->opposes, .width = 1.4, .style = SV_STROKE_DASHED}; break;
    case SV_LINK_FORBIDDEN: line = (sv_line){.colour = theme->forbidden, .width = 1.1, .style = SV_STROKE_DASHED}; break;
    default: break;
    }
    line.width *= cast->stage->page->scale * fmax(thinnest, fmin(1, sqrt(usual_links / fmax(1, (double)cast->scene.n_links))));
    return line;
}

/* The cross on a line of a way that may not be taken, without a place. */
static sv_mark cross_of(const sv_cast *cast)
{
    const sv_page *page = cast->stage->page;
    return (sv_mark){.width = page->legend * 0.8,
                     .height = page->legend,
                     .fill = cast->stage->theme->page,
                     .text = "×",
                     .font_size = page->legend,
                     .bold = true,
                     .text_colour = cast->stage->theme->ink};
}

void sv_network_lines_legend(const sv_cast *cast)
{
    static const char *const words[SV_LINK_BONDS] = {SV_TR("tie (thicker is stronger)"), SV_TR("belongs to"),
                                                     SV_TR("money, to the receiver"), SV_TR("against each other"),
                                                     SV_TR("may not approach")};
    static const char *const sharing[SV_LEVELS] = {
        [SV_LEVEL_PERSON] = SV_TR("members of the same"), [SV_LEVEL_ORGANISATION] = SV_TR("share members")};
    const char *shared = sharing[sv_network_get_options(cast->stage->network)->level];
    bool used[SV_LINK_BONDS] = {false}, any = false;
    for (size_t i = 0; i < cast->scene.n_links; i++)
        any = used[cast->scene.links[i].bond] = true;
    if (any)
        sv_legend_heading(&cast->stage->legend, sv_stage_say(cast->stage, SV_TR("Lines")));
    for (size_t bond = 0; bond < SV_LINK_BONDS; bond++)
        if (used[bond]) {
            const char *word = bond == SV_LINK_MEMBER && shared ? shared : words[bond];
            sv_legend_entry entry = {.text = sv_stage_say(cast->stage, word), .line = line_of(cast, (sv_link_bond)bond, 3)};
            if (bond == SV_LINK_FORBIDDEN)
                entry.mark = cross_of(cast);
            sv_legend_add(&cast->stage->legend, &entry);
        }
}

/* The line of a link: of those that join the same two, the second bends left, the third right. A forbidden one gets a cross. */
static sv_strand strand_of(const sv_cast *cast, const sv_link *link)
{
    double side = (link->beside % 2 ? 1 : -1) * (link->from < link->to ? 1 : -1);
    sv_strand strand = {
        .from = link->from, .to = link->to, .bend = 9.0 * cast->stage->page->scale * (double)((link->beside + 1) / 2) * side};
    if (link->bond == SV_LINK_FORBIDDEN) {
        sv_mark cross = cross_of(cast);
        strand.text_width = cross.width;
        strand.text_height = cross.height;
    }
    return strand;
}

static void add_line(const sv_cast *cast, const sv_strand *strand, size_t number)
{
    static const char *const classes[SV_LINK_BONDS] = {"tie", "member", "funds", "opposes", "forbidden"};
    const sv_link *link = &cast->scene.links[number];
    sv_line line = line_of(cast, link->bond, link->strength);
    sv_mark cross = cross_of(cast);
    char id[40];
    snprintf(id, sizeof id, "line-%zu", number + 1);
    line.id = id;
    line.classes = classes[link->bond];
    line.from = cast->mark[link->from];
    line.to = cast->mark[link->to];
    memcpy(line.points, strand->points, sizeof line.points);
    sv_picture_line(&cast->stage->picture, &line);
    if (!(strand->text_width > 0) || isnan(strand->text_x))
        return;
    snprintf(id, sizeof id, "cross-%zu", number + 1);
    cross.id = id;
    cross.classes = "cross";
    cross.x = strand->text_x;
    cross.y = strand->text_y;
    sv_picture_mark(&cast->stage->picture, &cross);
}

/* Those of a large crowd are drawn straight: there, one line more or less beneath a shape is not seen. */
sv_status sv_network_lines_draw(const sv_cast *cast, const sv_arrangement *arrangement)
{
    const sv_scene *scene = &cast->scene;
    sv_strand *strands = sv_alloc(scene->n_links, sizeof *strands);
    sv_mark *outlines = sv_alloc(scene->n, sizeof *outlines);
    sv_surroundings around = {outlines, arrangement->figures, scene->n <= routed_most ? scene->n : 0, &cast->stage->inside};
    sv_status status = strands && outlines ? SV_OK : sv_stage_no_memory(cast->stage);
    if (status != SV_OK)
        goto done;
    for (size_t i = 0; i < scene->n; i++)
        outlines[i] = sv_cast_outline(cast, arrangement, i);
    for (size_t i = 0; i < scene->n_links; i++)
        strands[i] = strand_of(cast, &scene->links[i]);
    sv_lines_route(&around, strands, scene->n_links, cast->stage->page->scale);
    around.n = scene->n;
    if (sv_lines_label(&around, strands, scene->n_links, 1) == SIZE_MAX)
        status = sv_stage_no_memory(cast->stage);
    for (size_t bond = SV_LINK_BONDS; bond-- > 0 && status == SV_OK;)
        for (size_t i = 0; i < scene->n_links; i++)
            if (scene->links[i].bond == (sv_link_bond)(SV_LINK_BONDS - 1 - bond))
                add_line(cast, &strands[i], i);
done:
    free(strands);
    free(outlines);
    return status;
}

void sv_network_apart_draw(const sv_cast *cast, const sv_arrangement *arrangement)
{
    sv_stage *stage = cast->stage;
    const sv_rect *box = &arrangement->apart;
    double y = box->top + SV_APART_HEADING * stage->page->scale / 2, width = box->right - box->left;
    if (!(box->top > box->bottom))
        return;
    sv_picture_mark(&stage->picture, &(sv_mark){.id = "apart",
                                                .classes = "note",
                                                .x = box->left + width / 2,
                                                .y = y,
                                                .width = width,
                                                .height = stage->page->legend * 1.2,
                                                .text = sv_stage_say(stage, stage->options->audience == SV_PUBLIC ? SV_TR("No public ties")
                                                                                                                  : SV_TR("No ties known")),
                                                .font_size = stage->page->legend,
                                                .text_colour = stage->theme->faint_ink,
                                                .align = SV_ALIGN_LEFT});
    sv_picture_line(&stage->picture, &(sv_line){.id = "apart-rule",
                                                .classes = "note",
                                                .from = SV_NO_MARK,
                                                .to = SV_NO_MARK,
                                                .points = {box->left, box->top, box->left + width / 3, box->top, box->left + width * 2 / 3,
                                                           box->top, box->right, box->top},
                                                .colour = stage->theme->rule,
                                                .width = stage->page->scale});
}

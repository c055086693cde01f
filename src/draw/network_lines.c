/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of the network view: see network_lines.h. */
#include "network_lines.h"

#include <math.h>
#include <stdio.h>

#include "outline.h"

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
    line.width *= cast->stage->page->scale;
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
    bool used[SV_LINK_BONDS] = {false}, any = false;
    for (size_t i = 0; i < cast->scene.n_links; i++)
        any = used[cast->scene.links[i].bond] = true;
    if (any)
        sv_legend_heading(&cast->stage->legend, sv_stage_say(cast->stage, SV_TR("Lines")));
    for (size_t bond = 0; bond < SV_LINK_BONDS; bond++)
        if (used[bond]) {
            sv_legend_entry entry = {.text = sv_stage_say(cast->stage, words[bond]), .line = line_of(cast, (sv_link_bond)bond, 3)};
            if (bond == SV_LINK_FORBIDDEN)
                entry.mark = cross_of(cast);
            sv_legend_add(&cast->stage->legend, &entry);
        }
}

/* A cross on the line, as near to its middle as it can stand without touching a shape or a name; none where all is taken. */
static void add_cross(const sv_cast *cast, const sv_arrangement *arrangement, const sv_line *line, size_t number)
{
    static const double shares[] = {0.5, 0.4, 0.6, 0.3, 0.7};
    sv_mark mark = cross_of(cast);
    char id[40];
    snprintf(id, sizeof id, "cross-%zu", number);
    mark.id = id;
    mark.classes = "cross";
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        sv_figure cross = {.width = mark.width, .height = mark.height, .side = SV_SIDE_NOWHERE};
        bool taken = false;
        sv_outline_at(line->points, shares[i], &cross.x, &cross.y);
        for (size_t k = 0; k < arrangement->n && !taken; k++)
            taken = sv_figures_touch(&cross, &arrangement->figures[k], 1);
        if (taken)
            continue;
        mark.x = cross.x;
        mark.y = cross.y;
        sv_picture_mark(&cast->stage->picture, &mark);
        return;
    }
}

/* Of lines that join the same two, the second bends left, the third right. */
void sv_network_lines_draw(const sv_cast *cast, const sv_arrangement *arrangement)
{
    static const char *const classes[SV_LINK_BONDS] = {"tie", "member", "funds", "opposes", "forbidden"};
    const sv_scene *scene = &cast->scene;
    for (size_t bond = SV_LINK_BONDS; bond-- > 0;)
        for (size_t i = 0; i < scene->n_links; i++) {
            const sv_link *link = &scene->links[i];
            sv_line line = line_of(cast, link->bond, link->strength);
            sv_mark from, to;
            char id[40];
            double bend = 9.0 * cast->stage->page->scale * (double)((link->beside + 1) / 2) * (link->beside % 2 ? 1 : -1) *
                          (link->from < link->to ? 1 : -1);
            if (link->bond != (sv_link_bond)(SV_LINK_BONDS - 1 - bond))
                continue;
            from = sv_cast_outline(cast, arrangement, link->from);
            to = sv_cast_outline(cast, arrangement, link->to);
            snprintf(id, sizeof id, "line-%zu", i + 1);
            line.id = id;
            line.classes = classes[link->bond];
            line.from = cast->mark[link->from];
            line.to = cast->mark[link->to];
            sv_outline_join(&from, &to, bend, line.points);
            sv_picture_line(&cast->stage->picture, &line);
            if (link->bond == SV_LINK_FORBIDDEN)
                add_cross(cast, arrangement, &line, i + 1);
        }
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

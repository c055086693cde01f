/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing communities: discs with their numbers, labels, and lines with how many ties they stand for. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "network_groups_parts.h"

static const double line_least = 0.6, line_more = 0.9, line_most = 7; /* width of lines, by the root of how many ties they stand for */

sv_mark groups_disc(const sv_stage *stage, double across)
{
    return (sv_mark){.shape = SV_SHAPE_CIRCLE,
                     .width = across,
                     .height = across,
                     .fill = stage->theme->zone[1],
                     .stroke = stage->theme->outline,
                     .stroke_width = SV_BORDER_USUAL * stage->page->scale};
}

double groups_line_width(const groups_view *v, size_t ties)
{
    return v->stage->page->scale * fmin(line_most, line_least + line_more * sqrt((double)ties));
}

static void add_disc(const groups_view *v, size_t i, size_t *mark)
{
    sv_stage *stage = v->stage;
    const sv_figure *figure = &v->arrangement.figures[i];
    sv_mark one = groups_disc(stage, v->arrangement.width[i]);
    double digits;
    char id[40];
    if (v->looks[i].ring) {
        sv_mark ring = groups_disc(stage, v->arrangement.width[i] + 2 * SV_RING_OFF * stage->page->scale);
        snprintf(id, sizeof id, "own-%zu", i + 1);
        ring.id = id;
        ring.classes = "ring own";
        ring.x = figure->x;
        ring.y = figure->y;
        ring.fill = stage->theme->page;
        ring.stroke = stage->theme->own;
        ring.stroke_width = SV_RING_WIDTH * stage->page->scale;
        sv_picture_mark(&stage->picture, &ring);
    }
    snprintf(id, sizeof id, "group-%zu", i + 1);
    one.id = id;
    one.classes = v->groups[i].own ? "actor group own" : "actor group";
    one.tooltip = v->looks[i].name;
    one.x = figure->x;
    one.y = figure->y;
    one.text = sv_stage_number(stage, (double)v->groups[i].size);
    one.bold = true;
    one.text_colour = stage->theme->ink;
    digits = 0.72 * (double)strlen(one.text); /* how wide they are, as a share of their size */
    one.font_size = fmax(stage->page->smallest, fmin(one.height * 0.5, (one.width - 3) / digits));
    *mark = sv_picture_mark(&stage->picture, &one);
}

/* Some lines of a label, in a box between two heights. */
static void add_text(const groups_view *v, size_t i, const char *id, const char *text, bool bold, double bottom, double top)
{
    sv_stage *stage = v->stage;
    const sv_figure *figure = &v->arrangement.figures[i];
    sv_rect box = sv_figure_label(figure);
    sv_picture_mark(&stage->picture, &(sv_mark){.id = id,
                                                .classes = "label",
                                                .x = (box.left + box.right) / 2,
                                                .y = (bottom + top) / 2,
                                                .width = figure->label_width,
                                                .height = top - bottom,
                                                .fill = stage->theme->veil,
                                                .text = text,
                                                .font_size = v->arrangement.font_size,
                                                .bold = bold,
                                                .text_colour = stage->theme->ink,
                                                .align = figure->side == SV_SIDE_RIGHT  ? SV_ALIGN_LEFT
                                                         : figure->side == SV_SIDE_LEFT ? SV_ALIGN_RIGHT
                                                                                        : SV_ALIGN_CENTRE});
}

static double lines_in(const char *text)
{
    double lines = 1;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

/* The heading, bold where it has the room that was kept for the label, and what stands below it. */
static sv_status add_label(groups_view *v, size_t i)
{
    sv_stage *stage = v->stage;
    sv_rect box = sv_figure_label(&v->arrangement.figures[i]);
    const char *all = sv_text_get(&v->arrangement.labels[i]), *heading = groups_heading(v, i);
    double parting = box.top - (box.top - box.bottom) / lines_in(all);
    sv_measure bold = {.text = heading, .font_size = v->arrangement.font_size, .bold = true};
    sv_status status = sv_renderer_measure(stage->renderer, &bold, 1, stage->error);
    char id[40];
    snprintf(id, sizeof id, "group-name-%zu", i + 1);
    add_text(v, i, id, heading, bold.width <= box.right - box.left, parting, box.top);
    snprintf(id, sizeof id, "label-%zu", i + 1);
    if (strlen(all) > strlen(heading))
        add_text(v, i, id, all + strlen(heading) + 1, false, box.bottom, parting);
    return status;
}

/* Lines with many ties come first: their numbers find room first, and they are drawn over. */
static int by_strength(const void *left, const void *right)
{
    const sv_link *a = left, *b = right;
    if (a->strength > b->strength || a->strength < b->strength)
        return a->strength > b->strength ? -1 : 1;
    return a->from != b->from ? (a->from < b->from ? -1 : 1) : a->to < b->to ? -1 : a->to > b->to;
}

static void add_line(const groups_view *v, const sv_strand *strand, const size_t *marks)
{
    sv_stage *stage = v->stage;
    size_t many = v->ties[strand->from * v->n_shown + strand->to];
    sv_line line = {.classes = "tie",
                    .from = marks[strand->from],
                    .to = marks[strand->to],
                    .colour = stage->theme->tie,
                    .width = groups_line_width(v, many)};
    char id[60];
    snprintf(id, sizeof id, "line-%zu-%zu", strand->from + 1, strand->to + 1);
    line.id = id;
    memcpy(line.points, strand->points, sizeof line.points);
    sv_picture_line(&stage->picture, &line);
    if (!(strand->text_width > 0) || isnan(strand->text_x))
        return;
    snprintf(id, sizeof id, "ties-%zu-%zu", strand->from + 1, strand->to + 1);
    sv_picture_mark(&stage->picture, &(sv_mark){.id = id,
                                                .classes = "tie-label",
                                                .x = strand->text_x,
                                                .y = strand->text_y,
                                                .width = strand->text_width,
                                                .height = strand->text_height,
                                                .fill = stage->theme->page,
                                                .text = sv_stage_number(stage, (double)many),
                                                .font_size = stage->page->smallest,
                                                .text_colour = stage->theme->ink});
}

static sv_status add_lines(groups_view *v, const size_t *marks)
{
    sv_stage *stage = v->stage;
    size_t n = v->scene.n_links;
    sv_strand *strands = sv_alloc(n, sizeof *strands);
    sv_mark *outlines = sv_alloc(v->n_shown, sizeof *outlines);
    sv_measure *measures = sv_alloc(n, sizeof *measures);
    sv_surroundings around = {outlines, v->arrangement.figures, v->n_shown, &stage->inside};
    sv_status status = strands && outlines && measures ? SV_OK : sv_stage_no_memory(stage);
    if (status != SV_OK)
        goto done;
    if (n)
        qsort(v->scene.links, n, sizeof *v->scene.links, by_strength);
    for (size_t i = 0; i < v->n_shown; i++) {
        outlines[i] = groups_disc(stage, v->arrangement.figures[i].width);
        outlines[i].x = v->arrangement.figures[i].x;
        outlines[i].y = v->arrangement.figures[i].y;
    }
    for (size_t i = 0; i < n; i++)
        measures[i] =
            (sv_measure){.text = sv_stage_number(stage, (double)v->ties[v->scene.links[i].from * v->n_shown + v->scene.links[i].to]),
                         .font_size = stage->page->smallest};
    status = sv_renderer_measure(stage->renderer, measures, n, stage->error);
    for (size_t i = 0; i < n; i++)
        strands[i] = (sv_strand){.from = v->scene.links[i].from,
                                 .to = v->scene.links[i].to,
                                 .text_width = measures[i].width + 2 * stage->page->scale,
                                 .text_height = measures[i].height};
    sv_lines_route(&around, strands, n, stage->page->scale);
    if (status == SV_OK && sv_lines_label(&around, strands, n, 1) == SIZE_MAX)
        status = sv_stage_no_memory(stage);
    for (size_t i = n; i-- > 0 && status == SV_OK;)
        add_line(v, &strands[i], marks);
done:
    free(strands);
    free(outlines);
    free(measures);
    return status;
}

sv_status groups_draw(groups_view *v)
{
    sv_stage *stage = v->stage;
    size_t *marks = sv_alloc(v->n_shown, sizeof *marks);
    sv_status status =
        marks ? sv_arrange_ease(stage->page, &v->scene, &stage->inside, &v->arrangement, stage->error) : sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->n_shown && status == SV_OK; i++) {
        add_disc(v, i, &marks[i]);
        status = add_label(v, i);
        stage->report.drawn += v->groups[i].size;
    }
    if (status == SV_OK)
        status = add_lines(v, marks);
    stage->report.groups = v->n_shown;
    stage->report.left_out = sv_network_actors(stage->network) - stage->report.drawn;
    free(marks);
    return status;
}

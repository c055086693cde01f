/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of the change view: what stayed is thin, what came is heavy, what went is broken. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "change_parts.h"
#include "lines.h"

static const double beside = 9; /* how far a second line between the same two bends */

sv_line change_line(const sv_stage *stage, change_state state)
{
    const sv_theme *theme = stage->theme;
    double scale = stage->page->scale;
    switch (state) {
    case CHANGE_CAME: return (sv_line){.classes = "came", .colour = theme->legitimate, .width = 2.6 * scale};
    case CHANGE_WENT: return (sv_line){.classes = "went", .colour = theme->outline, .width = 1.5 * scale, .style = SV_STROKE_DASHED};
    default: return (sv_line){.classes = "tie", .colour = theme->container_outline, .width = 0.6 * scale};
    }
}

/* How many lines before this one join the same two: it bends that much, to either side in turn. */
static double bend_of(const change_view *v, size_t number)
{
    size_t before = 0;
    while (before < number && v->links[number - 1 - before].a == v->links[number].a &&
           v->links[number - 1 - before].b == v->links[number].b)
        before++;
    return beside * v->stage->page->scale * (double)((before + 1) / 2) * (before % 2 ? 1 : -1);
}

static void add_line(const change_view *v, const change_link *link, const sv_strand *strand, size_t number)
{
    sv_line line = change_line(v->stage, link->state);
    char id[40];
    snprintf(id, sizeof id, "line-%zu", number + 1);
    line.id = id;
    line.from = v->cast.mark[strand->from];
    line.to = v->cast.mark[strand->to];
    memcpy(line.points, strand->points, sizeof line.points);
    sv_picture_line(&v->stage->picture, &line);
}

sv_status change_draw_lines(change_view *v)
{
    const sv_scene *scene = &v->cast.scene;
    sv_strand *strands = sv_alloc(v->n_links, sizeof *strands);
    size_t *of = sv_alloc(v->n_links, sizeof *of), n = 0;
    sv_mark *outlines = sv_alloc(scene->n, sizeof *outlines);
    sv_surroundings around = {outlines, v->arrangement.figures, scene->n, &v->stage->inside};
    sv_status status = strands && of && outlines ? SV_OK : sv_stage_no_memory(v->stage);
    if (status != SV_OK)
        goto done;
    for (size_t i = 0; i < scene->n; i++)
        outlines[i] = sv_cast_outline(&v->cast, &v->arrangement, i);
    for (size_t i = 0; i < v->n_links; i++)
        if (scene->place[v->links[i].a] != SV_NO_ROW && scene->place[v->links[i].b] != SV_NO_ROW) {
            strands[n] = (sv_strand){.from = scene->place[v->links[i].a], .to = scene->place[v->links[i].b], .bend = bend_of(v, i)};
            of[n++] = i;
        }
    sv_lines_route(&around, strands, n, v->stage->page->scale);
    for (int state = CHANGE_KEPT; state < CHANGE_STATES; state++) /* what changed lies on what stayed */
        for (size_t i = 0; i < n; i++)
            if (v->links[of[i]].state == (change_state)state)
                add_line(v, &v->links[of[i]], &strands[i], of[i]);
done:
    free(strands);
    free(of);
    free(outlines);
    return status;
}

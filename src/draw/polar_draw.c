/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing a polar plot: grounds of rings, edges of sectors, names, and how many found no room. Who stands in it is the cast's to draw. */
#include "polar.h"

#include <math.h>
#include <stdio.h>

static const double rim_width = 6, rim_border = 1.2; /* a coloured edge, and the line around it */

/* A piece of the edge of a half circle, moved out by some points: a cubic curve, which follows it closely up to a quarter turn. */
static void arc(const sv_polar *polar, double out, double from, double to, double points[8])
{
    double pull = 4.0 / 3 * tan((to - from) / 4), across = polar->across + out, up = polar->up + out;
    for (int end = 0; end < 2; end++) {
        double turn = end ? to : from, ahead = end ? -pull : pull;
        double x = -cos(turn), y = sin(turn);
        points[6 * end] = polar->x + across * x;
        points[6 * end + 1] = polar->y + up * y;
        points[2 + 2 * end] = polar->x + across * (x + ahead * y);
        points[3 + 2 * end] = polar->y + up * (y - ahead * x);
    }
}

/* The coloured edge of a wedge, in pieces that curves can follow. */
static void add_rim(const sv_polar *polar, const sv_cast *cast, size_t sector, uint32_t colour)
{
    double scale = cast->stage->page->scale, from = polar->turn[0][sector], to = polar->turn[0][sector + 1];
    int pieces = (int)ceil((to - from) / 0.8);
    for (int layer = 0; layer < 2; layer++)
        for (int i = 0; i < pieces; i++) {
            sv_line line = {.classes = "rim",
                            .from = SV_NO_MARK,
                            .to = SV_NO_MARK,
                            .colour = layer ? colour : cast->stage->theme->outline,
                            .width = (rim_width + (layer ? 0 : 2 * rim_border)) * scale};
            char id[64];
            snprintf(id, sizeof id, "%s-%zu-%d", layer ? "rim" : "rim-edge", sector + 1, i + 1);
            line.id = id;
            arc(polar, rim_width / 2 * scale, from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces, line.points);
            sv_picture_line(&cast->stage->picture, &line);
        }
}

/* A plain piece of a ring's ground. */
static void add_ground(const sv_polar *polar, const sv_cast *cast, size_t ring, int piece, sv_shape shape, double x, double y, double width,
                       double height, uint32_t fill)
{
    char id[64];
    snprintf(id, sizeof id, "ground-%zu-%d", ring + 1, piece);
    sv_picture_mark(&cast->stage->picture, &(sv_mark){.id = id,
                                                      .classes = "ground",
                                                      .shape = shape,
                                                      .x = polar->x + x,
                                                      .y = polar->y + y,
                                                      .width = width,
                                                      .height = height,
                                                      .fill = fill,
                                                      .stroke = fill,
                                                      .stroke_width = 0.5,
                                                      .behind = true});
}

/* A ring with all within it: two boxes across each other, and a circle in each corner. */
static void add_grounds(const sv_polar *polar, const sv_cast *cast, size_t ring, uint32_t fill)
{
    double wide = polar->wide[ring], high = polar->high[ring], corner = polar->corner[ring];
    add_ground(polar, cast, ring, 1, SV_SHAPE_BOX, 0, 0, 2 * wide, 2 * (high - corner), fill);
    add_ground(polar, cast, ring, 2, SV_SHAPE_BOX, 0, 0, 2 * (wide - corner), 2 * high, fill);
    for (int i = 0; i < 4; i++)
        add_ground(polar, cast, ring, 3 + i, SV_SHAPE_CIRCLE, (i % 2 ? 1 : -1) * (wide - corner), (i / 2 ? 1 : -1) * (high - corner),
                   2 * corner, 2 * corner, fill);
}

/* The edge of a ring: for each corner its curve and the straight line to the next. */
static void add_outline(const sv_polar *polar, const sv_cast *cast, size_t ring)
{
    static const double side_x[] = {1, 1, -1, -1}, side_y[] = {1, -1, -1, 1}; /* clockwise from the upper right */
    double wide = polar->wide[ring], high = polar->high[ring], corner = polar->corner[ring],
           round = corner * (1 - 4.0 / 3 * tan(acos(-1) / 8));
    for (int i = 0; i < 4; i++) {
        double x = side_x[i], y = side_y[i], next_x = side_x[(i + 1) % 4], next_y = side_y[(i + 1) % 4];
        bool from_top = i % 2 == 0; /* a curve begins at the top or the bottom and ends at a side, or the other way round */
        double begin_x = x * (from_top ? wide - corner : wide), begin_y = y * (from_top ? high : high - corner);
        double end_x = x * (from_top ? wide : wide - corner), end_y = y * (from_top ? high - corner : high);
        double then_x = next_x * (from_top ? wide : wide - corner), then_y = next_y * (from_top ? high - corner : high);
        double curve[8] = {begin_x,
                           begin_y,
                           x * (from_top ? wide - round : wide),
                           y * (from_top ? high : high - round),
                           x * (from_top ? wide : wide - round),
                           y * (from_top ? high - round : high),
                           end_x,
                           end_y};
        double straight[8] = {end_x, end_y, end_x, end_y, then_x, then_y, then_x, then_y};
        for (int part = 0; part < 2; part++) {
            sv_line line = {.classes = "rule",
                            .from = SV_NO_MARK,
                            .to = SV_NO_MARK,
                            .colour = cast->stage->theme->outline,
                            .width = 0.8 * cast->stage->page->scale};
            char id[64];
            snprintf(id, sizeof id, "%s-%zu-%d", part ? "side" : "corner", ring + 1, i + 1);
            line.id = id;
            for (int k = 0; k < 8; k++)
                line.points[k] = (part ? straight : curve)[k] + (k % 2 ? polar->y : polar->x);
            sv_picture_line(&cast->stage->picture, &line);
        }
    }
}

/* Between a sector and the one before it, across its ring. */
static void add_edge(const sv_polar *polar, const sv_cast *cast, size_t ring, double turn)
{
    sv_line line = {.classes = "rule",
                    .from = SV_NO_MARK,
                    .to = SV_NO_MARK,
                    .colour = polar->half ? cast->stage->theme->rule : cast->stage->theme->outline,
                    .width = (polar->half ? 1 : 0.7) * cast->stage->page->scale,
                    .style = polar->half ? SV_STROKE_SOLID : SV_STROKE_DOTTED};
    char id[64];
    double x0, y0, x1, y1;
    snprintf(id, sizeof id, "edge-%zu-%d", ring + 1, (int)lround(turn * 180 / acos(-1)));
    line.id = id;
    sv_polar_edge(polar, ring ? ring - 1 : SIZE_MAX, turn, &x0, &y0);
    sv_polar_edge(polar, ring, turn, &x1, &y1);
    for (int k = 0; k < 4; k++) {
        line.points[2 * k] = x0 + (x1 - x0) * k / 3;
        line.points[2 * k + 1] = y0 + (y1 - y0) * k / 3;
    }
    sv_picture_line(&cast->stage->picture, &line);
}

/* Edges of sectors with somebody in them, or with a name. */
static void add_edges(const sv_polar *polar, const sv_cast *cast)
{
    for (size_t ring = 0; ring < polar->n_rings; ring++) {
        const double *turn = polar->turn[ring];
        size_t wide = 0;
        for (size_t i = 0; i < polar->n_sectors; i++)
            wide += turn[i + 1] > turn[i];
        for (size_t i = 0; i < polar->n_sectors && wide > 1; i++)
            if (turn[i + 1] > turn[i])
                add_edge(polar, cast, ring, turn[i]);
        if (polar->half)
            add_edge(polar, cast, ring, turn[polar->n_sectors]);
    }
}

static void add_column(const sv_polar *polar, const sv_cast *cast)
{
    const sv_rect *box = &polar->column;
    if (!polar->name[sv_polar_side(polar)].text)
        return;
    sv_picture_mark(&cast->stage->picture, &(sv_mark){.id = "side",
                                                      .classes = "zone",
                                                      .shape = SV_SHAPE_BOX,
                                                      .x = (box->left + box->right) / 2,
                                                      .y = (box->bottom + box->top) / 2,
                                                      .width = box->right - box->left,
                                                      .height = box->top - box->bottom,
                                                      .fill = cast->stage->theme->zone[0],
                                                      .stroke = cast->stage->theme->rule,
                                                      .stroke_width = 0.8 * cast->stage->page->scale,
                                                      .behind = true});
}

static void add_name(const sv_polar *polar, const sv_cast *cast, const char *id, const sv_polar_name *name, bool faint)
{
    const sv_page *page = cast->stage->page;
    char advice_id[80];
    double advice = name->height - name->name_height;
    sv_mark mark = {.id = id,
                    .classes = "zone-name",
                    .x = name->x,
                    .y = name->y + advice / 2,
                    .width = name->width,
                    .height = name->name_height,
                    .text = sv_text_get(&name->lines),
                    .font_size = faint ? page->smallest : polar->name_size,
                    .bold = true,
                    .text_colour = faint ? cast->stage->theme->faint_ink : cast->stage->theme->ink};
    if (!name->text || !name->placed)
        return;
    sv_picture_mark(&cast->stage->picture, &mark);
    if (!name->advice)
        return;
    snprintf(advice_id, sizeof advice_id, "%s-advice", id);
    mark.id = advice_id;
    mark.classes = "zone-advice";
    mark.y = name->y - name->name_height / 2;
    mark.height = advice;
    mark.text = name->advice;
    mark.font_size = page->smallest;
    mark.bold = false;
    mark.text_colour = cast->stage->theme->faint_ink;
    sv_picture_mark(&cast->stage->picture, &mark);
}

/* "+7": how many more belong in a cell than it has room for. */
static void add_hidden(const sv_polar *polar, const sv_cast *cast)
{
    sv_stage *stage = cast->stage;
    for (size_t cell = 0; cell <= sv_polar_side(polar); cell++) {
        char id[64];
        sv_measure measure = {.font_size = stage->page->legend, .bold = true};
        if (!polar->hidden[cell] || isnan(polar->more_x[cell]))
            continue;
        measure.text = sv_stage_fill(stage, SV_TR("+{a}"), sv_stage_number(stage, (double)polar->hidden[cell]), NULL, NULL);
        if (sv_renderer_measure(stage->renderer, &measure, 1, stage->error) != SV_OK)
            return;
        snprintf(id, sizeof id, "more-%zu", cell);
        sv_picture_mark(&stage->picture, &(sv_mark){.id = id,
                                                    .classes = "more",
                                                    .x = polar->more_x[cell] + measure.width / 2,
                                                    .y = polar->more_y[cell],
                                                    .width = measure.width,
                                                    .height = measure.height,
                                                    .text = measure.text,
                                                    .font_size = measure.font_size,
                                                    .bold = true,
                                                    .text_colour = stage->theme->ink});
    }
}

void sv_polar_draw(const sv_polar *polar, sv_cast *cast, const uint32_t *fill)
{
    char id[64];
    for (size_t i = polar->n_rings; i-- > 0 && !polar->half;)
        add_grounds(polar, cast, i, fill[i]);
    add_column(polar, cast);
    add_edges(polar, cast);
    for (size_t i = 0; i < polar->n_rings && !polar->half; i++)
        add_outline(polar, cast, i);
    for (size_t i = 0; i < polar->n_sectors && polar->half; i++)
        add_rim(polar, cast, i, fill[i]);
    for (size_t i = 0; i < polar->n_rings; i++) {
        snprintf(id, sizeof id, "ring-name-%zu", i + 1);
        add_name(polar, cast, id, &polar->ring[i], false);
    }
    for (size_t i = 0; i < sv_polar_side(polar); i++) {
        snprintf(id, sizeof id, "sector-name-%zu", i + 1);
        add_name(polar, cast, id, &polar->name[i], polar->faint);
    }
    add_name(polar, cast, "side-name", &polar->name[sv_polar_side(polar)], false);
    add_hidden(polar, cast);
}

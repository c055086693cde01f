/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing a plot: grounds below, the names of columns, rows and zones around them, then who stands in the cells. */
#include "plot_cells.h"

#include <math.h>
#include <stdio.h>

#include "wrap.h"

/* A piece of text with its left, centre or right at x. Gives back where it ends. */
static double add_text(const sv_cast *cast, const sv_mark *what, const char *text, double x, double y)
{
    const sv_stage *stage = cast->stage;
    sv_mark mark = *what;
    sv_measure measure = {.text = text, .font_size = what->font_size, .bold = what->bold};
    if (!text || !*text || sv_renderer_measure(stage->renderer, &measure, 1, stage->error) != SV_OK)
        return x;
    mark.text = text;
    mark.width = measure.width;
    mark.height = measure.height;
    mark.x = x + (what->align == SV_ALIGN_LEFT ? measure.width / 2 : what->align == SV_ALIGN_RIGHT ? -measure.width / 2 : 0);
    mark.y = y;
    sv_picture_mark(&cast->stage->picture, &mark);
    return mark.x + measure.width / 2;
}

static double width_of(const sv_cast *cast, const sv_mark *how, const char *text)
{
    sv_measure measure = {.text = text, .font_size = how->font_size, .bold = how->bold};
    return sv_renderer_measure(cast->stage->renderer, &measure, 1, cast->stage->error) == SV_OK ? measure.width : HUGE_VAL;
}

/* A text broken into lines of at most this width. */
static const char *broken(const sv_cast *cast, const char *text, double font_size, double width, size_t lines)
{
    sv_text out = {0};
    sv_fit fit = {.font_size = font_size, .width = width, .lines = lines};
    if (sv_wrap_fit(cast->stage->renderer, text, &fit, &out, cast->stage->error) != SV_OK)
        out.failed = true;
    return sv_stage_keep(cast->stage, &out);
}

static void add_ground(const sv_cast *cast, const char *id, const char *classes, const sv_rect *box, uint32_t fill)
{
    sv_picture_mark(&cast->stage->picture, &(sv_mark){.id = id,
                                                      .classes = classes,
                                                      .shape = SV_SHAPE_BOX,
                                                      .x = (box->left + box->right) / 2,
                                                      .y = (box->bottom + box->top) / 2,
                                                      .width = box->right - box->left,
                                                      .height = box->top - box->bottom,
                                                      .fill = fill,
                                                      .stroke = cast->stage->theme->rule,
                                                      .stroke_width = 0.8 * cast->stage->page->scale,
                                                      .behind = true});
}

static void add_zones(const sv_plot *plot, const sv_cast *cast)
{
    const sv_page *page = cast->stage->page;
    const sv_theme *theme = cast->stage->theme;
    double scale = page->scale, line = page->legend * SV_LINE;
    for (size_t i = 0; i < plot->n_zones; i++) {
        const sv_zone *zone = &plot->zones[i];
        sv_rect box = {plot->x.low[zone->left], plot->y.low[zone->bottom], plot->x.high[zone->right], plot->y.high[zone->top]};
        sv_mark name = {.classes = "zone-name", .font_size = page->legend, .bold = true, .text_colour = theme->ink, .align = SV_ALIGN_LEFT};
        sv_mark advice = {.classes = "zone-advice", .font_size = page->smallest, .text_colour = theme->faint_ink, .align = SV_ALIGN_LEFT};
        char id[48], name_id[48], advice_id[48];
        double at;
        snprintf(id, sizeof id, "zone-%zu", i + 1);
        snprintf(name_id, sizeof name_id, "zone-name-%zu", i + 1);
        snprintf(advice_id, sizeof advice_id, "zone-advice-%zu", i + 1);
        name.id = name_id;
        advice.id = advice_id;
        add_ground(cast, id, "zone", &box, zone->fill);
        at = add_text(cast, &name, zone->name, box.left + SV_ZONE_PADDING * scale, box.top - 3 * scale - line / 2);
        if (zone->left == zone->right)
            add_text(cast, &advice, zone->advice, box.left + SV_ZONE_PADDING * scale,
                     box.top - 3 * scale - line - page->smallest * SV_LINE / 2);
        else if (zone->advice && at + 8 * scale + width_of(cast, &advice, zone->advice) < box.right - 4 * scale) /* whole or not at all */
            add_text(cast, &advice, zone->advice, at + 8 * scale, box.top - 3 * scale - line / 2);
    }
}

/* Thin lines between bands, inside the ground. */
static void add_rules(const sv_plot *plot, const sv_cast *cast)
{
    const sv_rect *ground = &plot->ground;
    sv_line line = {.classes = "rule",
                    .from = SV_NO_MARK,
                    .to = SV_NO_MARK,
                    .colour = cast->stage->theme->rule,
                    .width = 0.6 * cast->stage->page->scale,
                    .style = SV_STROKE_DOTTED};
    for (size_t i = 1; i < plot->x.n + plot->y.n; i++) {
        bool across = i > plot->x.n;
        size_t band = across ? i - plot->x.n : i;
        char id[32];
        double at;
        if (i == plot->x.n)
            continue;
        at = across ? plot->y.low[band] : plot->x.low[band];
        snprintf(id, sizeof id, "rule-%zu", i);
        line.id = id;
        for (int k = 0; k < 4; k++) {
            double share = k / 3.0;
            line.points[2 * k] = across ? ground->left + share * (ground->right - ground->left) : at;
            line.points[2 * k + 1] = across ? at : ground->bottom + share * (ground->top - ground->bottom);
        }
        sv_picture_line(&cast->stage->picture, &line);
    }
}

/* The names of rows at the left, of columns below, and of the axes themselves at their ends. */
static void add_axes(const sv_plot *plot, const sv_cast *cast)
{
    const sv_page *page = cast->stage->page;
    double gap = SV_AXIS_GAP * page->scale, bottom = plot->ground.bottom - gap / 2;
    sv_mark mark = {.classes = "axis", .font_size = page->smallest, .text_colour = cast->stage->theme->ink};
    char id[32];
    mark.id = id;
    for (size_t i = 0; i < plot->y.n; i++) {
        const char *name = plot->y.bands[i].name;
        snprintf(id, sizeof id, "row-%zu", i);
        mark.align = SV_ALIGN_RIGHT;
        if (name)
            add_text(cast, &mark, broken(cast, name, page->smallest, 96 * page->scale, 2), plot->ground.left - gap,
                     (plot->y.low[i] + plot->y.high[i]) / 2);
    }
    for (size_t i = 0; i < plot->x.n; i++) {
        const char *name =
            plot->x.bands[i].name ? broken(cast, plot->x.bands[i].name, page->smallest, plot->x.high[i] - plot->x.low[i], 2) : "";
        sv_measure measure = {.text = name, .font_size = page->smallest};
        snprintf(id, sizeof id, "column-%zu", i);
        mark.align = SV_ALIGN_CENTRE;
        if (!*name || sv_renderer_measure(cast->stage->renderer, &measure, 1, cast->stage->error) != SV_OK)
            continue;
        add_text(cast, &mark, name, (plot->x.low[i] + plot->x.high[i]) / 2, bottom - measure.height / 2);
    }
    mark.font_size = page->legend;
    mark.bold = true;
    if (plot->x.name) {
        mark.id = "x-axis";
        mark.align = SV_ALIGN_RIGHT;
        add_text(cast, &mark, sv_stage_fill(cast->stage, SV_TR("{a} →"), sv_stage_capital(cast->stage, plot->x.name), NULL, NULL),
                 plot->ground.left - gap, bottom - page->smallest * 0.6);
    }
    if (plot->y.name) {
        mark.id = "y-axis";
        mark.align = SV_ALIGN_RIGHT;
        add_text(cast, &mark, sv_stage_fill(cast->stage, SV_TR("↑ {a}"), sv_stage_capital(cast->stage, plot->y.name), NULL, NULL),
                 plot->ground.left - gap, plot->ground.top - page->legend * 0.65);
    }
}

/* "+7": how many more belong in a cell than it has room for, in the slot behind the last. */
static void add_hidden(const sv_plot *plot, const sv_cast *cast)
{
    const sv_stage *stage = cast->stage;
    for (size_t cell = 0; cell < plot->x.n * plot->y.n; cell++) {
        sv_mark mark = {
            .classes = "more", .font_size = stage->page->legend, .bold = true, .text_colour = stage->theme->ink, .align = SV_ALIGN_LEFT};
        char id[32];
        if (!plot->hidden[cell])
            continue;
        snprintf(id, sizeof id, "more-%zu", cell);
        mark.id = id;
        add_text(cast, &mark,
                 sv_stage_fill(cast->stage, SV_TR("+{a}"), sv_stage_number(cast->stage, (double)plot->hidden[cell]), NULL, NULL),
                 plot->more_x[cell], plot->more_y[cell]);
    }
}

/* Grounds, axes and cells, then the cast. False without memory. */
static bool draw(sv_plot *plot, sv_cast *cast)
{
    cast->bare_labels = true;
    if (plot->n_zones == 0)
        add_ground(cast, "ground", "zone", &plot->ground, cast->stage->theme->page);
    add_zones(plot, cast);
    add_rules(plot, cast);
    add_axes(plot, cast);
    add_hidden(plot, cast);
    return sv_cast_draw(cast, &plot->arrangement);
}

static sv_status place(void *context, sv_cast *cast, const sv_rect *inside, size_t *shown, size_t *named)
{
    sv_plot *plot = context;
    sv_rect area = *inside;
    sv_status status;
    area.bottom += plot->foot;
    status = sv_plot_place(plot, cast, &area);
    *shown = plot->shown;
    *named = plot->named;
    return status;
}

sv_status sv_plot_compose(sv_plot *plot, sv_cast *cast, const sv_frame *frame, const char *unplaced, sv_crowd_legend *legend, void *context)
{
    const sv_crowd crowd = {.frame = frame, .unplaced = unplaced, .legend = legend, .context = context, .place = place, .plot = plot};
    sv_status status = sv_crowd_compose(&crowd, cast);
    return status == SV_OK && !draw(plot, cast) ? sv_stage_no_memory(cast->stage) : status;
}

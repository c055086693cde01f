/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How large shapes and names in a polar plot are: see polar_lines.h. */
#include "polar_lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "wrap.h"

static const double behind = 5;        /* a name, beside the usual gap */
static const double label_padding = 1; /* left and right of a name */
static const double name_width = 135;  /* of a ring or a cell, before it is broken */

/* A name in two lines, as narrow as it comes without being cut; a long one in three. */
static bool break_name(const char *name, sv_text *out)
{
    static const struct {
        size_t from, to, lines;
    } tries[] = {{9, 18, 2}, {10, 22, 3}, {23, 34, 4}};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        for (size_t width = tries[i].from; width <= tries[i].to; width++) {
            const char *end;
            sv_text_clear(out);
            if (!sv_wrap(name, width, width + 2, tries[i].lines, out))
                return false;
            end = out->length >= strlen("…") ? out->bytes + out->length - strlen("…") : "";
            if (strcmp(end, "…") != 0)
                return true;
        }
    return true;
}

/* Names in lines, and how large they come out. */
static sv_status set_labels(sv_lines *g)
{
    const sv_stage *stage = g->cast->stage;
    sv_arrangement *a = &g->polar->arrangement;
    sv_status status = SV_OK;
    for (size_t i = 0; i < a->n && status == SV_OK; i++)
        if (sv_arrange_names(g->cast->looks, i) && !break_name(g->cast->looks[i].name, &a->labels[i]))
            status = sv_stage_no_memory(stage);
    return status == SV_OK ? sv_arrange_measure(stage->renderer, g->cast->looks, label_padding * g->scale, a, stage->error) : status;
}

/* Two lines of a name, or a shape: what most need. Rings and longer names take more than one line. */
static sv_status measure_line(sv_lines *g)
{
    const sv_stage *stage = g->cast->stage;
    const sv_arrangement *a = &g->polar->arrangement;
    sv_measure measures[2] = {{.text = "Ag\nAg", .font_size = a->font_size},
                              {.text = "+888", .font_size = stage->page->legend, .bold = true}};
    sv_status status = sv_renderer_measure(stage->renderer, measures, 2, stage->error);
    g->line = measures[0].height + g->gap;
    g->bare = 0;
    for (size_t i = 0; i < a->n; i++)
        if (!g->cast->looks[i].ring) {
            g->line = fmax(g->line, a->figures[i].height + g->gap);
            g->bare = fmax(g->bare, a->figures[i].width);
        }
    g->bare = fmax(g->bare, a->least) + g->gap;
    g->more = measures[1].width;
    g->behind = behind * g->scale;
    return status;
}

/* Type of the names of rings and cells: in a half circle no smaller than that of who stands in it. */
static double name_size(const sv_lines *g)
{
    double usual = g->cast->stage->page->legend;
    return g->polar->half ? fmax(usual, g->polar->arrangement.font_size) : usual;
}

sv_status sv_lines_measure(sv_lines *g, size_t step)
{
    const sv_stage *stage = g->cast->stage;
    sv_arrangement *a = &g->polar->arrangement;
    sv_status status = sv_arrange_sizes(stage->renderer, stage->page, step, g->cast->looks, a, &g->gap, stage->error);
    if (status == SV_OK)
        status = set_labels(g);
    if (status == SV_OK)
        status = measure_line(g);
    if (status == SV_OK && g->polar->name_size != name_size(g))
        status = sv_lines_measure_names(g);
    for (size_t i = 0; i < a->n && status == SV_OK; i++) {
        const sv_figure *figure = &a->figures[i];
        double height = fmax(figure->height, figure->label_height) + g->gap;
        g->width[i] = figure->width + SV_BESIDE * g->scale + figure->label_width + behind * g->scale + g->gap;
        g->high[i] = (size_t)ceil(height / g->line - 0.02);
    }
    return status;
}

static sv_status measure_name(sv_lines *g, sv_polar_name *name, bool faint)
{
    const sv_stage *stage = g->cast->stage;
    const sv_page *page = stage->page;
    sv_fit fit = {.font_size = faint ? page->smallest : g->polar->name_size,
                  .width = name_width * g->scale * (faint ? 1 : g->polar->name_size / page->legend),
                  .bold = true,
                  .lines = 3};
    sv_measure advice = {.text = name->advice ? name->advice : "", .font_size = page->smallest};
    sv_status status;
    if (!name->text)
        return SV_OK;
    status = sv_wrap_fit(stage->renderer, name->text, &fit, &name->lines, stage->error);
    if (status == SV_OK && name->advice)
        status = sv_renderer_measure(stage->renderer, &advice, 1, stage->error);
    name->name_height = fit.got_height;
    name->width = fmax(fit.got_width, advice.width);
    name->height = fit.got_height + advice.height;
    return status;
}

sv_status sv_lines_measure_names(sv_lines *g)
{
    sv_polar *polar = g->polar;
    sv_status status = SV_OK;
    polar->name_size = name_size(g);
    for (size_t i = 0; i < polar->n_rings && status == SV_OK; i++)
        status = measure_name(g, &polar->ring[i], false);
    for (size_t i = 0; i < sv_lines_cells(g) && status == SV_OK; i++)
        status = measure_name(g, &polar->name[i], polar->faint && i < sv_polar_side(polar));
    return status;
}

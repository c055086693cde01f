/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arranging again: see arrange_again.h. */
#include "arrange_again.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "layout_pinned.h"
#include "wrap.h"

enum {
    narrowest = 8, /* characters that a name's lines may have, */
    widest = 24,
    misses_most = 6 /* so many in a row that find no place: the page is full */
};
static const double least_gap = 0.6; /* share of the gap that must be there in the end, as when figures settle */
static const double beyond = 6;      /* points that somebody may stick out, who is larger than before */
static const double farthest = 70;   /* points that a name may be called out */
static const double smaller[] = {0, 0.1, 0.2, 0.3};
static const double nowhere = -1e5; /* far off any page */

typedef struct again {
    sv_renderer *renderer;
    const sv_page *page;
    const sv_scene *scene;
    const sv_look *looks;
    const sv_rect *area;
    bool *left, *placed;
    sv_arrangement *a;
    sv_error *error;
    size_t missing; /* names and newcomers without a place */
} again;

static bool overlap(const sv_rect *a, const sv_rect *b, double gap)
{
    return fmin(a->right, b->right) - fmax(a->left, b->left) + gap > 1e-6 && fmin(a->top, b->top) - fmax(a->bottom, b->bottom) + gap > 1e-6;
}

/* True when shapes that stand keep off each other. */
static bool shapes_are_free(const again *g)
{
    for (size_t i = 0; i < g->a->n; i++)
        for (size_t k = 0; k < i; k++) {
            sv_rect one = sv_figure_shape(&g->a->figures[i]), other = sv_figure_shape(&g->a->figures[k]);
            if (g->looks[i].pinned && g->looks[k].pinned && overlap(&one, &other, 0))
                return false;
        }
    return true;
}

/* True when the name of one who is placed lies on the page and on nothing that is placed. */
static bool name_is_free(const again *g, size_t which)
{
    const sv_figure *figures = g->a->figures;
    sv_rect name = sv_figure_label(&figures[which]);
    double slack = beyond * g->page->scale, gap = g->a->gap * least_gap;
    if (name.left < g->area->left - slack || name.right > g->area->right + slack || name.bottom < g->area->bottom - slack ||
        name.top > g->area->top + slack)
        return false;
    for (size_t i = 0; i < g->a->n; i++) {
        sv_rect shape = sv_figure_shape(&figures[i]), label = sv_figure_label(&figures[i]);
        bool named = figures[i].side < SV_SIDE_INSIDE && figures[i].label_width > 0;
        if (i != which && g->placed[i] && (overlap(&name, &shape, gap) || (named && overlap(&name, &label, gap))))
            return false;
    }
    return true;
}

/* At one of the sides where its name is free, the one it had first. */
static bool turn(again *g, size_t which)
{
    sv_figure *figure = &g->a->figures[which];
    int first = g->looks[which].sided ? (int)g->looks[which].side : 0;
    for (int k = 0; k < SV_SIDES_OUTSIDE; k++) {
        figure->side = (sv_side)((first + k) % SV_SIDES_OUTSIDE);
        if (name_is_free(g, which))
            return true;
    }
    figure->side = SV_SIDE_NOWHERE;
    return false;
}

/* In lines of another width, the nearest to the usual first. */
static sv_status break_otherwise(again *g, size_t which)
{
    sv_figure *figure = &g->a->figures[which];
    const double old_width = figure->label_width, old_height = figure->label_height, padding = 4;
    sv_text kept = g->a->labels[which];
    sv_status status = SV_OK;
    g->a->labels[which] = (sv_text){0};
    for (size_t off = 1; off <= widest && status == SV_OK && figure->side == SV_SIDE_NOWHERE; off++)
        for (int sign = -1; sign <= 1 && status == SV_OK && figure->side == SV_SIDE_NOWHERE; sign += 2) {
            size_t line = sign < 0 ? g->a->line - off : g->a->line + off;
            sv_measure measure = {.font_size = g->a->font_size, .bold = g->looks[which].bold};
            if ((sign < 0 && g->a->line < off) || line < narrowest || line > widest)
                continue;
            sv_text_clear(&g->a->labels[which]);
            if (!sv_wrap(g->looks[which].name, line, line, 4, &g->a->labels[which]))
                status = sv_error_set(g->error, SV_E_MEMORY, NULL, NULL);
            measure.text = sv_text_get(&g->a->labels[which]);
            if (status == SV_OK)
                status = sv_renderer_measure(g->renderer, &measure, 1, g->error);
            figure->label_width = measure.width + padding;
            figure->label_height = measure.height;
            if (status == SV_OK)
                turn(g, which);
        }
    if (figure->side == SV_SIDE_NOWHERE) {
        sv_text_clear(&g->a->labels[which]);
        g->a->labels[which] = kept;
        figure->label_width = old_width;
        figure->label_height = old_height;
    } else
        sv_text_clear(&kept);
    return status;
}

/* Those who stood here: first all names where they were, then the others where they can be. */
static sv_status stand(again *g)
{
    sv_figure *figures = g->a->figures;
    sv_status status = SV_OK;
    for (size_t i = 0; i < g->a->n; i++) {
        g->placed[i] = g->looks[i].pinned;
        g->left[i] = false;
        figures[i].x = g->looks[i].pinned ? g->looks[i].x : nowhere;
        figures[i].y = g->looks[i].pinned ? g->looks[i].y : nowhere;
        if (g->placed[i] && figures[i].side < SV_SIDE_INSIDE)
            figures[i].side = SV_SIDE_NOWHERE;
    }
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < g->a->n && status == SV_OK; i++) {
            if (!g->placed[i] || figures[i].side != SV_SIDE_NOWHERE || !(figures[i].label_width > 0))
                continue;
            if (round == 2)
                status = break_otherwise(g, i);
            else if (round == 1)
                turn(g, i);
            else if (g->looks[i].sided) {
                figures[i].side = g->looks[i].side;
                figures[i].side = name_is_free(g, i) ? figures[i].side : SV_SIDE_NOWHERE;
            }
        }
    return status;
}

/* Those who are new, the most important first: near those they are tied to, or where there is room. */
static sv_status join(again *g)
{
    sv_figure *figures = g->a->figures;
    sv_layout at = {.n = g->a->n, .x = sv_alloc(g->a->n, sizeof *at.x), .y = sv_alloc(g->a->n, sizeof *at.y)};
    sv_status status = at.x && at.y ? sv_layout_draw_in(figures, g->scene, &at, g->error) : sv_error_set(g->error, SV_E_MEMORY, NULL, NULL);
    size_t misses = 0;
    for (size_t i = 0; i < g->a->n && status == SV_OK; i++) {
        if (g->placed[i])
            continue;
        figures[i].x = at.x[i];
        figures[i].y = at.y[i];
        g->placed[i] = misses < misses_most && sv_layout_join_one(figures, g->placed, g->a->n, i, g->area, g->a->gap * least_gap);
        misses = g->placed[i] ? 0 : misses + 1;
        if (g->placed[i])
            continue;
        g->left[i] = true;
        figures[i].x = figures[i].y = nowhere;
        figures[i].label_width = 0;
    }
    sv_layout_clear(&at);
    return status;
}

/* Everybody in one size. */
static sv_status try_size(again *g, size_t step, size_t line)
{
    sv_status status = SV_OK;
    for (size_t k = 0; k < sizeof smaller / sizeof *smaller && status == SV_OK; k++) {
        status = sv_arrange_type(g->renderer, g->page, step, line, smaller[k], g->looks, g->a, g->error);
        if (status == SV_OK)
            status = stand(g);
        if (status == SV_OK && shapes_are_free(g))
            break;
    }
    if (status == SV_OK)
        status = join(g);
    if (status != SV_OK)
        return status;
    sv_labels_call_out(g->a->figures, g->a->n, g->area, g->a->gap * least_gap, farthest * g->page->scale);
    g->missing = 0;
    for (size_t i = 0; i < g->a->n; i++)
        g->missing += g->left[i] || (g->a->figures[i].side == SV_SIDE_NOWHERE && g->a->figures[i].label_width > 0);
    return status;
}

sv_status sv_arrange_again(sv_renderer *renderer, const sv_page *page, const sv_scene *scene, const sv_look *looks, const sv_rect *area,
                           size_t step, size_t line, bool *left, sv_arrangement *arrangement, sv_error *error)
{
    again g = {renderer, page, scene, looks, area, left, sv_alloc(scene->n, sizeof *g.placed), arrangement, error, 0};
    size_t best = step, least = SIZE_MAX, last = step;
    sv_status status = sv_arrange_begin(arrangement, scene->n) && g.placed ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = step; i < sv_arrange_steps() && least > 0 && status == SV_OK; i++) {
        status = try_size(&g, i, i == step ? line : 0);
        if (g.missing < least) {
            least = g.missing;
            best = i;
        }
        last = i;
    }
    if (status == SV_OK && best != last)
        status = try_size(&g, best, best == step ? line : 0);
    arrangement->clear = status == SV_OK && g.missing == 0;
    free(g.placed);
    return status;
}

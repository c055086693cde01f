/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Filling the cells of a polar plot, line after line: see polar_lines.h. */
#include "polar_lines.h"

#include <math.h>
#include <stdlib.h>

bool sv_lines_begin(sv_lines *g)
{
    size_t n = g->cast->scene.n, at = 0, samples = SV_SAMPLE_ROWS * SV_LINES_MOST * SV_SAMPLES_MOST;
    g->order = sv_alloc(n, sizeof *g->order);
    g->width = sv_alloc(n, sizeof *g->width);
    g->high = sv_alloc(n, sizeof *g->high);
    g->on = sv_alloc(n + 1, sizeof *g->on);
    g->x = sv_alloc(n + 1, sizeof *g->x);
    g->y = sv_alloc(n + 1, sizeof *g->y);
    g->turn = sv_alloc(samples, sizeof *g->turn);
    g->ring = sv_alloc(samples, sizeof *g->ring);
    g->stretches = sv_alloc(SV_STRETCHES_MOST, sizeof *g->stretches);
    g->trial = sv_alloc(SV_STRETCHES_MOST, sizeof *g->trial);
    if (!g->order || !g->width || !g->high || !g->on || !g->x || !g->y || !g->turn || !g->ring || !g->stretches || !g->trial)
        return false;
    for (size_t i = 0; i < n; i++)
        g->count[g->polar->cell[i]]++;
    for (size_t cell = 0; cell < sv_lines_cells(g); cell++) {
        g->first[cell] = at;
        at += g->count[cell];
        g->count[cell] = 0;
    }
    for (size_t i = 0; i < n; i++) {
        size_t cell = g->polar->cell[i];
        g->cast->looks[i].named = g->count[cell] < SV_NAMED_OF_CELL;
        g->order[g->first[cell] + g->count[cell]++] = i;
        g->own[cell] += g->cast->looks[i].ring;
    }
    return true;
}

void sv_lines_clear(sv_lines *g)
{
    free(g->order);
    free(g->width);
    free(g->high);
    free(g->on);
    free(g->x);
    free(g->y);
    free(g->turn);
    free(g->ring);
    free(g->stretches);
    free(g->trial);
}

/* Take width from a stretch of the trial. */
static void take_from(sv_lines *g, size_t i, size_t stretch, double width)
{
    g->on[i] = stretch;
    g->x[i] = g->trial[stretch].used;
    g->trial[stretch].used += width;
}

static double spare(const sv_stretch *stretch)
{
    return stretch->right - stretch->left - stretch->used;
}

/* Take width from the nearest that has it. False when none has. */
static bool take(sv_lines *g, size_t i, double width)
{
    size_t at = 0;
    while (at < g->n_trial && spare(&g->trial[at]) < width)
        at++;
    if (at < g->n_trial)
        take_from(g, i, at, width);
    return at < g->n_trial;
}

/* "+7" comes last: behind whoever stands furthest from the middle of the cell, or else after that. */
static bool take_last(sv_lines *g, size_t i, double width)
{
    size_t at = g->n_trial, last = 0;
    for (size_t k = 0; k < g->n_trial; k++)
        last = g->trial[k].used > 0 ? k : last;
    for (size_t k = last; k < g->n_trial && at == g->n_trial; k++)
        if (spare(&g->trial[k]) >= width)
            at = k;
    for (size_t k = last; k-- > 0 && at == g->n_trial;)
        if (spare(&g->trial[k]) >= width)
            at = k;
    if (at < g->n_trial)
        take_from(g, i, at, width);
    return at < g->n_trial;
}

/* Width of "+7" of a cell that shows this many. */
static double more_width(const sv_lines *g, size_t cell, size_t shown)
{
    double letters = 2; /* "+", and a digit */
    for (size_t rest = g->count[cell] - shown; rest >= 10; rest /= 10)
        letters++;
    return g->more * letters / 4 + g->behind;
}

/* Those who take more than a line, then all others on what is left. */
static bool take_all(sv_lines *g, size_t cell, size_t named, size_t bare, bool count_rest)
{
    size_t first = g->first[cell];
    for (size_t i = first; i < first + named; i++) {
        size_t place = g->order[i];
        sv_block b = {cell, cell, g->high[place], g->width[place], 1, false, g->from_x[cell], g->from_y[cell]};
        g->on[i] = SIZE_MAX;
        if (b.high < 2)
            continue;
        if (!sv_lines_block(g, g->trial, &g->n_trial, &b))
            return false;
        g->x[i] = b.x;
        g->y[i] = b.y;
    }
    qsort(g->trial, g->n_trial, sizeof *g->trial, sv_stretch_nearest);
    for (size_t i = first; i < first + named; i++)
        if (g->high[g->order[i]] < 2 && !take(g, i, g->width[g->order[i]]))
            return false;
    for (size_t i = first + named; i < first + named + bare; i++)
        if (!take(g, i, g->bare))
            return false;
    return !count_rest || take_last(g, g->cast->scene.n, more_width(g, cell, named + bare));
}

/* From the beginning of its stretch to the page: what stands on a stretch is gathered about the middle of the cell. */
static void settle(sv_lines *g, size_t cell, size_t i)
{
    const sv_stretch *stretch;
    double start;
    if (g->on[i] == SIZE_MAX)
        return;
    stretch = &g->trial[g->on[i]];
    start = fmin(fmax(g->from_x[cell] - stretch->used / 2, stretch->left), stretch->right - stretch->used);
    g->x[i] += start;
    g->y[i] = sv_lines_middle(g, stretch->line, 1);
}

/* So many of a cell with their names, so many after them without, and what counts the others. False when there is no room for that. */
static bool try_cell(sv_lines *g, size_t cell, size_t named, size_t bare, bool count_rest)
{
    size_t last = g->cast->scene.n;
    g->n_trial = 0;
    for (size_t i = g->begin[cell]; i < g->end[cell]; i++)
        g->trial[g->n_trial++] = g->stretches[i];
    if ((named && !sv_arrange_names(g->cast->looks, g->order[g->first[cell] + named - 1])) || !take_all(g, cell, named, bare, count_rest))
        return false;
    for (size_t i = g->first[cell]; i < g->first[cell] + named + bare; i++)
        settle(g, cell, i);
    if (count_rest) {
        settle(g, cell, last);
        g->polar->more_x[cell] = g->x[last];
        g->polar->more_y[cell] = g->y[last];
    }
    g->named[cell] = named;
    g->held[cell] = named + bare;
    return true;
}

/* How one fills a cell with `n` of what is asked for. */
typedef bool filling(sv_lines *g, size_t cell, size_t n);

static bool names_and_count(sv_lines *g, size_t cell, size_t n)
{
    return try_cell(g, cell, n, 0, true);
}

static bool names_and_bare(sv_lines *g, size_t cell, size_t n)
{
    return try_cell(g, cell, n, g->count[cell] - n, false);
}

/* We always have names. */
static bool bare_and_count(sv_lines *g, size_t cell, size_t n)
{
    return n >= g->own[cell] && try_cell(g, cell, g->own[cell], n - g->own[cell], true);
}

/* The most, from `least` up to all but one, for which there is room; left so. False when there is none for the least. */
static bool fill_most(sv_lines *g, size_t cell, size_t least, filling *fill)
{
    size_t low = least, high = g->count[cell];
    if (least >= high || !fill(g, cell, least))
        return false;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (fill(g, cell, middle))
            low = middle;
        else
            high = middle;
    }
    return fill(g, cell, low);
}

static void fill_cell(sv_lines *g, size_t cell)
{
    g->held[cell] = g->named[cell] = 0;
    g->polar->more_x[cell] = g->polar->more_y[cell] = NAN;
    if (g->count[cell] == 0 || try_cell(g, cell, g->count[cell], 0, false))
        return;
    if (g->polar->everyone && (fill_most(g, cell, g->own[cell], names_and_bare) || fill_most(g, cell, g->own[cell], bare_and_count)))
        return;
    if (!fill_most(g, cell, 0, names_and_count))
        g->held[cell] = g->named[cell] = 0;
}

void sv_lines_fill(sv_lines *g)
{
    size_t at = 0;
    sv_lines_stretch(g);
    for (size_t cell = 0; cell < sv_lines_cells(g); cell++) {
        g->begin[cell] = at;
        while (at < g->n && g->stretches[at].cell == cell)
            at++;
        g->end[cell] = at;
        fill_cell(g, cell);
    }
}

void sv_lines_put(sv_lines *g)
{
    sv_polar *polar = g->polar;
    polar->shown = polar->named = 0;
    for (size_t cell = 0; cell < sv_lines_cells(g); cell++) {
        polar->hidden[cell] = g->count[cell] - g->held[cell];
        polar->shown += g->held[cell];
        polar->named += g->named[cell];
        for (size_t i = 0; i < g->count[cell]; i++) {
            size_t place = g->order[g->first[cell] + i], at = g->first[cell] + i;
            sv_figure *figure = &polar->arrangement.figures[place];
            bool named = i < g->named[cell], turned = polar->turned && named && g->x[at] + g->width[place] / 2 < polar->x;
            g->cast->shown[place] = i < g->held[cell];
            figure->side = !named ? SV_SIDE_NOWHERE : turned ? SV_SIDE_LEFT : SV_SIDE_RIGHT;
            figure->x = g->x[at] + figure->width / 2 + (turned ? figure->label_width + SV_BESIDE * g->scale : 0);
            figure->y = g->y[at];
        }
    }
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of a plot: see plot_cells.h. Stacks are filled one after another, each to the same height. */
#include "plot_cells.h"

#include <math.h>
#include <stdlib.h>

static const double beside = 4;     /* between a shape and its name */
static const double loosest = 0.45; /* of a line: how much further apart lines may stand than they need */
enum { halvings = 24 };

bool sv_cells_begin(sv_cells *g)
{
    size_t n = g->cast->scene.n, at = 0;
    g->order = sv_alloc(n, sizeof *g->order);
    g->kept = sv_alloc(1, sizeof *g->kept);
    if (!g->order || !g->kept)
        return false;
    for (size_t i = 0; i < n; i++)
        g->count[g->plot->row[i]][g->plot->column[i]]++;
    for (size_t row = 0; row < g->plot->y.n; row++)
        for (size_t column = 0; column < g->plot->x.n; column++) {
            g->first[row][column] = at;
            at += g->count[row][column];
            g->count[row][column] = 0;
        }
    for (size_t i = 0; i < n; i++) {
        size_t row = g->plot->row[i], column = g->plot->column[i];
        g->cast->looks[i].named = g->count[row][column] < SV_NAMED_OF_CELL;
        g->order[g->first[row][column] + g->count[row][column]++] = i;
        g->own[row][column] += g->cast->looks[i].ring;
    }
    return true;
}

void sv_cells_clear(sv_cells *g)
{
    free(g->order);
    free(g->kept);
}

void sv_cells_forget(sv_cells *g)
{
    double *at = &g->kept->height[0][0][0], *end = at + sizeof *g->kept / sizeof *at;
    while (at < end)
        *at++ = NAN;
}

double sv_cells_line(const sv_cells *g, size_t place)
{
    const sv_figure *figure = &g->plot->arrangement.figures[place];
    return fmax(figure->height, figure->label_height) + g->gap;
}

double sv_cells_beside(const sv_cells *g, size_t place)
{
    const sv_figure *figure = &g->plot->arrangement.figures[place];
    return figure->label_width > 0 ? beside * g->scale + figure->label_width : 0;
}

double sv_cells_stack_width(const sv_cells *g, size_t column)
{
    return g->widest[column] + g->gap;
}

/* A shape without a name, and the space to the next. */
static double bare_width(const sv_cells *g, size_t column)
{
    return g->shape[column] * g->bare + g->gap;
}

/* Shapes without names that stand in one line of a stack. */
static size_t bare_in_line(const sv_cells *g, size_t column)
{
    return (size_t)fmax(1, floor(sv_cells_stack_width(g, column) / bare_width(g, column)));
}

static size_t place_at(const sv_cells *g, size_t row, size_t column, size_t i)
{
    return g->order[g->first[row][column] + i];
}

static bool has_name(const sv_cells *g, size_t row, size_t column, size_t i)
{
    return sv_arrange_names(g->cast->looks, place_at(g, row, column, i));
}

/* Those beyond what any page holds count as lines of the usual height. */
static double line_at(const sv_cells *g, size_t row, size_t column, size_t i)
{
    return sv_cells_line(g, place_at(g, row, column, has_name(g, row, column, i) ? i : 0));
}

double sv_cells_more(const sv_cells *g)
{
    return g->cast->stage->page->legend * 1.3;
}

/* How a cell is filled. */
typedef struct filling {
    size_t named, bare, n; /* with names, without, and lines in all; less than everyone: the last line says how many more */
    size_t stack[SV_PLACED_MOST + 1];
    double top[SV_PLACED_MOST + 1]; /* of each line, from the top of the cell */
    double deepest;
    size_t stacks;
    bool more;
} filling;

/* The height of the i-th line of a filling. */
static double height_of(const sv_cells *g, size_t row, size_t column, const filling *f, size_t i)
{
    if (i < f->named)
        return line_at(g, row, column, i);
    if (f->more && i + 1 == f->n)
        return sv_cells_more(g);
    return bare_width(g, column);
}

/* Put lines in stacks of a height. False when they need more stacks than there are. */
static bool stack_up(const sv_cells *g, size_t row, size_t column, filling *f, double height)
{
    size_t stack = 0;
    double used = 0;
    f->deepest = 0;
    for (size_t i = 0; i < f->n; i++) {
        double line = height_of(g, row, column, f, i);
        if (used > 0 && used + line > height + 1e-6) {
            stack++;
            used = 0;
        }
        if (stack >= g->stacks[column] || line > height + 1e-6)
            return false;
        f->stack[i] = stack;
        f->top[i] = used;
        used += line;
        f->deepest = fmax(f->deepest, used);
    }
    f->stacks = f->n ? stack + 1 : 0;
    return true;
}

/* So many with names, so many bare, and the others counted. False when there are more lines than a page could hold. */
static bool plan(const sv_cells *g, size_t row, size_t column, size_t named, size_t bare, filling *f)
{
    size_t each = bare_in_line(g, column);
    f->named = named;
    f->bare = bare;
    f->more = named + bare < g->count[row][column];
    f->n = named + (bare + each - 1) / each + f->more;
    return f->n <= SV_PLACED_MOST;
}

/* How many go into a height with nothing said of the others. */
static size_t most_in(const sv_cells *g, size_t row, size_t column, double height)
{
    size_t all = g->count[row][column], stack = 0;
    double used = 0;
    for (size_t i = 0; i < all; i++) {
        double line = line_at(g, row, column, i);
        if (used > 0 && used + line > height + 1e-6) {
            stack++;
            used = 0;
        }
        if (i >= SV_PLACED_MOST || !has_name(g, row, column, i) || stack >= g->stacks[column] || line > height + 1e-6)
            return i;
        used += line;
    }
    return all;
}

/* Where everyone is to be drawn: with names as many as leave room for the others, else with none but ours; the last are counted. */
static bool fill_bare(const sv_cells *g, size_t row, size_t column, double height, size_t most, filling *f)
{
    size_t all = g->count[row][column], own = g->own[row][column], low = 0, high;
    for (size_t named = most; named != SIZE_MAX && named >= own; named--)
        if (plan(g, row, column, named, all - named, f) && stack_up(g, row, column, f, height))
            return true;
    if (own > most)
        return false;
    for (high = all - own; low + 1 < high;) {
        size_t middle = (low + high) / 2;
        if (plan(g, row, column, own, middle, f) && stack_up(g, row, column, f, height))
            low = middle;
        else
            high = middle;
    }
    return plan(g, row, column, own, low, f) && stack_up(g, row, column, f, height);
}

/* As many as go into a height: all, else some with a last line that counts the others. */
static void fill(const sv_cells *g, size_t row, size_t column, double height, filling *f)
{
    size_t most = most_in(g, row, column, height);
    if (g->plot->everyone && most < g->count[row][column] && fill_bare(g, row, column, height, most, f))
        return;
    for (size_t named = most; named != SIZE_MAX; named--)
        if (plan(g, row, column, named, 0, f) && stack_up(g, row, column, f, height))
            return;
    *f = (filling){0};
}

size_t sv_cells_held(const sv_cells *g, size_t row, size_t column, double height, size_t *named)
{
    filling f;
    *named = 0;
    if (g->count[row][column] == 0)
        return 0;
    fill(g, row, column, height, &f);
    *named = f.named;
    return f.named + f.bare;
}

double sv_cells_first(const sv_cells *g, size_t row, size_t column)
{
    return g->count[row][column] ? line_at(g, row, column, 0) : 0;
}

/* The height a filling needs; it is left in stacks as even as they come. */
static double even_out(const sv_cells *g, size_t row, size_t column, filling *f)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < f->n; i++) {
        low = fmax(low, height_of(g, row, column, f, i));
        high += height_of(g, row, column, f, i);
    }
    if (stack_up(g, row, column, f, low))
        return f->deepest;
    for (int i = 0; i < halvings; i++) {
        double middle = (low + high) / 2;
        if (stack_up(g, row, column, f, middle))
            high = middle;
        else
            low = middle;
    }
    stack_up(g, row, column, f, high);
    return f->deepest;
}

static double height_for(const sv_cells *g, size_t row, size_t column, bool bare)
{
    filling f;
    size_t all = g->count[row][column];
    size_t named = bare ? g->own[row][column] : all;
    if (!plan(g, row, column, named, all - named, &f)) /* far too many: as if they were all alike */
        return ceil((double)all / (double)g->stacks[column]) * line_at(g, row, column, 0);
    return even_out(g, row, column, &f);
}

double sv_cells_height(const sv_cells *g, size_t row, size_t column, bool bare)
{
    size_t all = g->count[row][column], stacks = g->stacks[column];
    double *kept = !bare && stacks < SV_STACKS_KEPT ? &g->kept->height[row][column][stacks] : NULL;
    if (all == 0)
        return 0;
    if (kept && !isnan(*kept))
        return *kept;
    if (kept)
        return *kept = height_for(g, row, column, false);
    return height_for(g, row, column, bare);
}

/* The named ones and the count of the others, as a block in the middle of the cell. */
static void put_cell(sv_cells *g, size_t row, size_t column, filling *f)
{
    sv_plot *plot = g->plot;
    double width = plot->x.high[column] - plot->x.low[column], stack = sv_cells_stack_width(g, column), across, left, top, high, loose;
    double indent[SV_PLACED_MOST + 1] = {0}; /* of each stack: where its names begin, so that they stand below each other */
    size_t each = bare_in_line(g, column), all = g->count[row][column];
    high = plot->y.high[row] - plot->y.low[row] - plot->header_of_row[row] - 2 * SV_CELL_PADDING * g->scale;
    fill(g, row, column, high, f);
    even_out(g, row, column, f);
    plot->hidden[row * plot->x.n + column] = all - f->named - f->bare;
    plot->more_x[row * plot->x.n + column] = plot->x.low[column] + SV_CELL_PADDING * g->scale;
    plot->more_y[row * plot->x.n + column] = plot->y.low[row] + SV_CELL_PADDING * g->scale + high / 2;
    if (f->n == 0)
        return;
    across = fmin((width - 2 * SV_CELL_PADDING * g->scale) / (double)f->stacks, 1.3 * stack);
    left = (plot->x.low[column] + plot->x.high[column]) / 2 - across * (double)f->stacks / 2 + fmax(0, across - stack + g->gap) / 2;
    for (size_t i = 0; i < f->named; i++)
        indent[f->stack[i]] = fmax(indent[f->stack[i]], plot->arrangement.figures[place_at(g, row, column, i)].width);
    loose = fmin(high / f->deepest, 1 + loosest);
    top = plot->y.low[row] + SV_CELL_PADDING * g->scale + high / 2 + loose * f->deepest / 2;
    for (size_t i = 0; i < f->named + f->bare; i++) {
        size_t line = i < f->named ? i : f->named + (i - f->named) / each, place = place_at(g, row, column, i);
        sv_figure *figure = &plot->arrangement.figures[place];
        figure->y = top - loose * (f->top[line] + height_of(g, row, column, f, line) / 2);
        if (i < f->named) {
            figure->width = fmax(figure->width, fmin(indent[f->stack[line]], g->widest[column] - sv_cells_beside(g, place)));
            figure->x = left + (double)f->stack[line] * across + figure->width / 2;
        } else {
            figure->side = SV_SIDE_NOWHERE;
            figure->x =
                left + (double)f->stack[line] * across + ((double)((i - f->named) % each) + 0.5) * bare_width(g, column) - g->gap / 2;
            plot->arrangement.width[place] *= g->bare;
            plot->arrangement.height[place] *= g->bare;
        }
        g->cast->shown[place] = true;
    }
    if (f->more) {
        plot->more_x[row * plot->x.n + column] = left + (double)f->stack[f->n - 1] * across;
        plot->more_y[row * plot->x.n + column] = top - loose * (f->top[f->n - 1] + height_of(g, row, column, f, f->n - 1) / 2);
    }
}

void sv_cells_put(sv_cells *g)
{
    sv_plot *plot = g->plot;
    plot->shown = plot->named = 0;
    for (size_t i = 0; i < g->cast->scene.n; i++)
        g->cast->shown[i] = false;
    for (size_t row = 0; row < plot->y.n; row++)
        for (size_t column = 0; column < plot->x.n; column++) {
            filling f = {0};
            if (g->count[row][column])
                put_cell(g, row, column, &f);
            else
                plot->hidden[row * plot->x.n + column] = 0;
            plot->shown += f.named + f.bare;
            plot->named += f.named;
        }
}

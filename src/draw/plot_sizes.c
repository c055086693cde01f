/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How wide columns and how high rows come out, and whether all of them go onto the area. */
#include "plot_cells.h"

#include <math.h>

static const double empty_width = 40;  /* of a column with nobody in it */
static const double empty_height = 12; /* of a row with nobody in it */
static const double apart_gap = 8;     /* before a band that is not on the scale */

double sv_cells_gap(const sv_cells *g, const sv_axis *axis, size_t band)
{
    return axis->bands[band].apart ? apart_gap * g->scale : 0;
}

double sv_cells_column_with(const sv_cells *g, size_t column, double stacks)
{
    double gap = sv_cells_gap(g, &g->plot->x, column), name = fmin(g->name[column], SV_COLUMN_NAME_MOST * g->scale) + 4 * g->scale;
    double least = fmax(fmax(empty_width * g->scale, name), g->zone[column]);
    bool empty = true;
    for (size_t row = 0; row < g->plot->y.n; row++)
        empty &= g->count[row][column] == 0;
    return gap + (empty ? least : fmax(least, stacks + 2 * SV_CELL_PADDING * g->scale));
}

double sv_cells_column(const sv_cells *g, size_t column)
{
    return sv_cells_column_with(g, column, (double)g->stacks[column] * sv_cells_stack_width(g, column));
}

double sv_cells_around_row(const sv_cells *g, size_t row)
{
    double around = sv_cells_gap(g, &g->plot->y, row) + g->plot->header_of_row[row];
    return around + (g->least[row] > 0 ? 2 * SV_CELL_PADDING : empty_height) * g->scale;
}

double sv_cells_row(const sv_cells *g, size_t row)
{
    return sv_cells_around_row(g, row) + g->height[row];
}

double sv_cells_sum(const sv_cells *g, double (*size)(const sv_cells *, size_t), size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += size(g, i);
    return sum;
}

double sv_cells_across(const sv_cells *g)
{
    return g->area->right - g->area->left - g->axis_left;
}

double sv_cells_up(const sv_cells *g)
{
    return g->area->top - g->area->bottom - g->axis_bottom;
}

double sv_cells_whole(const sv_cells *g)
{
    return sv_cells_sum(g, sv_cells_row, g->plot->y.n);
}

bool sv_cells_fit_across(const sv_cells *g)
{
    return sv_cells_sum(g, sv_cells_column, g->plot->x.n) <= sv_cells_across(g);
}

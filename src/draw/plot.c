/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plot: its columns and rows. See plot.h. */
#include "plot.h"

#include <math.h>
#include <stdlib.h>

bool sv_plot_begin(sv_plot *plot, const sv_cast *cast)
{
    *plot = (sv_plot){.everyone = cast->stage->options->all, .soon_enough = 12};
    plot->column = sv_alloc(cast->scene.n, sizeof *plot->column);
    plot->row = sv_alloc(cast->scene.n, sizeof *plot->row);
    plot->hidden = sv_alloc(SV_BANDS_MOST * SV_BANDS_MOST, sizeof *plot->hidden);
    plot->more_x = sv_alloc(SV_BANDS_MOST * SV_BANDS_MOST, sizeof *plot->more_x);
    plot->more_y = sv_alloc(SV_BANDS_MOST * SV_BANDS_MOST, sizeof *plot->more_y);
    plot->header_of_row = sv_alloc(SV_BANDS_MOST, sizeof *plot->header_of_row);
    return plot->column && plot->row && plot->hidden && plot->more_x && plot->more_y && plot->header_of_row;
}

void sv_plot_clear(sv_plot *plot)
{
    sv_arrange_clear(&plot->arrangement);
    free(plot->column);
    free(plot->row);
    free(plot->hidden);
    free(plot->more_x);
    free(plot->more_y);
    free(plot->header_of_row);
    *plot = (sv_plot){0};
}

void sv_plot_band(sv_axis *axis, const char *name, bool apart)
{
    if (axis->n < SV_BANDS_MOST)
        axis->bands[axis->n++] = (sv_band){name, apart};
}

void sv_plot_zone(sv_plot *plot, const sv_zone *zone)
{
    if (plot->n_zones < SV_ZONES_MOST)
        plot->zones[plot->n_zones++] = *zone;
}

void sv_plot_scale(sv_stage *stage, sv_axis *axis, const char *const words[5])
{
    static const char *const digits[] = {"0", "1", "2", "3", "4"};
    for (int i = 0; i < 5; i++)
        sv_plot_band(axis, sv_stage_fill(stage, SV_TR("{a} ({b})"), sv_stage_say(stage, words[i]), digits[i], NULL), false);
}

size_t sv_plot_scale_band(double value)
{
    return value >= 0 ? (size_t)fmin(floor(value + 0.5), 4) : 0;
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return a < b ? -1 : a > b;
}

/* "3" or "4–7", as people write numbers. */
static const char *name_of(sv_stage *stage, double low, double high)
{
    const char *from = sv_stage_number(stage, low);
    return low == high ? from : sv_stage_fill(stage, SV_TR("{a}–{b}"), from, sv_stage_number(stage, high), NULL);
}

sv_status sv_plot_spread(sv_stage *stage, sv_axis *axis, const double *values, size_t n, size_t most, size_t *band)
{
    double *sorted = sv_alloc(n, sizeof *sorted), upper[SV_BANDS_MOST];
    size_t first = axis->n, start = 0, bands = 0;
    if (!sorted)
        return sv_stage_no_memory(stage);
    for (size_t i = 0; i < n; i++)
        sorted[i] = values[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, ascending);
    while (start < n && bands < most) {
        size_t end = start + (n - start + most - bands - 1) / (most - bands); /* an even share of those left */
        while (end < n && sorted[end] <= sorted[end - 1])
            end++; /* equal numbers stand in one band */
        upper[bands++] = sorted[end - 1];
        sv_plot_band(axis, name_of(stage, sorted[start], sorted[end - 1]), false);
        start = end;
    }
    for (size_t i = 0; i < n; i++) {
        band[i] = first;
        while (band[i] - first + 1 < bands && values[i] > upper[band[i] - first])
            band[i]++;
    }
    free(sorted);
    return SV_OK;
}

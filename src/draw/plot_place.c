/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Placing in a plot. In every cell shapes with their names stand in stacks, the most important first. All cells of a column
 * have room for as many stacks beside each other; columns get one more at a time, each where it makes the whole lowest.
 * The largest type in which all of it fits is taken; in the smallest, the rows where the fewest disappear for it are
 * lowered until it does.
 */
#include "plot_cells.h"

#include <math.h>
#include <stdlib.h>

#include "wrap.h"

static const double narrowest = 32;       /* of a name */
static const double row_name_most = 84;   /* width of the names of rows, */
static const double axis_name_most = 110; /* of axes */
enum { narrower_most = 1 /* characters that lines may be shorter where not all fit */ };

/* How high each row must be for all that stands in it; where not all fit, those not on the scales take what there is. */
static void count_heights(sv_cells *g)
{
    for (size_t row = 0; row < g->plot->y.n; row++) {
        double first = 0;
        g->height[row] = 0;
        for (size_t column = 0; column < g->plot->x.n; column++) {
            double height = sv_cells_height(g, row, column, false);
            first = fmax(first, sv_cells_first(g, row, column));
            if (!(g->crowded && g->plot->x.bands[column].apart))
                g->height[row] = fmax(g->height[row], height);
        }
        if (g->height[row] < first || (g->crowded && g->plot->y.bands[row].apart))
            g->height[row] = first;
    }
}

/* Give columns stacks until there is no more width, each where it lowers the whole most. */
static void share_width(sv_cells *g)
{
    const size_t n = g->plot->x.n;
    for (size_t best = 0; best < n;) {
        double least;
        count_heights(g);
        least = sv_cells_whole(g);
        best = n;
        for (size_t column = 0; column < n; column++) {
            g->stacks[column]++;
            if (sv_cells_fit_across(g)) {
                count_heights(g);
                if (sv_cells_whole(g) < least - 1e-9) {
                    least = sv_cells_whole(g);
                    best = column;
                }
            }
            g->stacks[column]--;
        }
        if (best < n)
            g->stacks[best]++;
    }
    count_heights(g);
}

/* A stack more for every column that is the reason for the height of a row, where one alone lowered nothing. */
static bool share_width_together(sv_cells *g)
{
    size_t kept[SV_BANDS_MOST];
    double before = sv_cells_whole(g);
    for (size_t row = 0; row < g->plot->y.n; row++) {
        double height = g->height[row];
        for (size_t i = 0; i < g->plot->x.n; i++)
            kept[i] = g->stacks[i];
        for (size_t column = 0; column < g->plot->x.n; column++)
            if (g->count[row][column] > g->stacks[column] && sv_cells_height(g, row, column, false) > height - 1)
                g->stacks[column]++;
        count_heights(g);
        if (sv_cells_fit_across(g) && sv_cells_whole(g) < before - 1e-9)
            return true;
        for (size_t i = 0; i < g->plot->x.n; i++)
            g->stacks[i] = kept[i];
        count_heights(g);
    }
    return false;
}

/* Stacks and heights for the sizes of a step. True when all of it fits. */
static bool share(sv_cells *g)
{
    for (size_t column = 0; column < g->plot->x.n; column++)
        g->stacks[column] = 1;
    do
        share_width(g);
    while (share_width_together(g));
    return sv_cells_fit_across(g) && sv_cells_whole(g) <= sv_cells_up(g);
}

/* How wide the names on an axis are; gives back the widest. */
static sv_status measure_names(const sv_cells *g, const sv_axis *axis, double width[SV_BANDS_MOST], double *widest)
{
    const sv_stage *stage = g->cast->stage;
    sv_measure measures[SV_BANDS_MOST + 1];
    sv_status status;
    for (size_t i = 0; i < axis->n; i++)
        measures[i] = (sv_measure){.text = axis->bands[i].name ? axis->bands[i].name : "", .font_size = stage->page->smallest};
    measures[axis->n] = (sv_measure){.text = axis->name ? axis->name : "", .font_size = stage->page->legend, .bold = true};
    status = sv_renderer_measure(stage->renderer, measures, axis->n + 1, stage->error);
    *widest = axis->name ? fmin(measures[axis->n].width + 2 * stage->page->legend, axis_name_most * g->scale) : 0;
    for (size_t i = 0; i < axis->n && status == SV_OK; i++)
        width[i] = measures[i].width;
    return status;
}

/* Room for the name of a zone at the top of its row, and for that and the advice in the column of one that covers no other. */
static sv_status measure_zone(sv_cells *g, const sv_zone *zone)
{
    const sv_page *page = g->cast->stage->page;
    sv_measure measures[2] = {{.text = zone->name, .font_size = page->legend, .bold = true},
                              {.text = zone->advice ? zone->advice : "", .font_size = page->smallest}};
    double *header = &g->plot->header_of_row[zone->top];
    bool single = zone->left == zone->right, stacked = single && zone->advice;
    sv_status status = SV_OK;
    if (!zone->name)
        return SV_OK;
    *header = fmax(*header, 4 * g->scale + page->legend * SV_LINE + (stacked ? page->smallest * SV_LINE : 0));
    if (single)
        status = sv_renderer_measure(g->cast->stage->renderer, measures, 2, g->cast->stage->error);
    if (single && status == SV_OK)
        g->zone[zone->left] = fmax(g->zone[zone->left], fmax(measures[0].width, measures[1].width) + 2 * SV_ZONE_PADDING * g->scale);
    return status;
}

/* Room for the names on the axes, and for those of zones at the top of their rows. */
static sv_status measure_axes(sv_cells *g)
{
    const sv_page *page = g->cast->stage->page;
    double rows[SV_BANDS_MOST] = {0}, x_name = 0, left = 0, lines = 1;
    sv_status status = measure_names(g, &g->plot->x, g->name, &x_name);
    if (status == SV_OK)
        status = measure_names(g, &g->plot->y, rows, &left);
    left = fmax(left, x_name);
    for (size_t i = 0; i < g->plot->y.n; i++)
        left = fmax(left, fmin(rows[i], row_name_most * g->scale));
    for (size_t i = 0; i < g->plot->x.n; i++)
        lines = g->name[i] > SV_COLUMN_NAME_MOST * g->scale ? 2 : lines;
    g->axis_left = left > 0 ? left + SV_AXIS_GAP * g->scale : 0;
    g->axis_bottom = SV_AXIS_GAP * g->scale + lines * page->smallest * 1.2;
    for (size_t i = 0; i < g->plot->n_zones && status == SV_OK; i++)
        status = measure_zone(g, &g->plot->zones[i]);
    return status;
}

/* The widest in each column, and the highest name in each row. */
static void measure_widest(sv_cells *g)
{
    const sv_arrangement *a = &g->plot->arrangement;
    for (size_t i = 0; i < SV_BANDS_MOST; i++)
        g->shape[i] = g->widest[i] = g->least[i] = 0;
    for (size_t i = 0; i < a->n; i++) {
        const sv_figure *figure = &a->figures[i];
        size_t column = g->plot->column[i], row = g->plot->row[i];
        if (!sv_arrange_names(g->cast->looks, i))
            continue;
        if (!g->cast->looks[i].ring)
            g->shape[column] = fmax(g->shape[column], figure->width);
        g->widest[column] = fmax(g->widest[column], figure->width + sv_cells_beside(g, i));
        g->least[row] = fmax(g->least[row], sv_cells_line(g, i));
    }
    sv_cells_forget(g);
}

/* The sizes of a step. */
static sv_status measure_step(sv_cells *g, size_t step)
{
    const sv_stage *stage = g->cast->stage;
    sv_status status = sv_arrange_sizes(stage->renderer, stage->page, step, g->cast->looks, &g->plot->arrangement, &g->gap, stage->error);
    if (status == SV_OK)
        measure_widest(g);
    return status;
}

/* How wide the widest name may be for one stack to fit in every column; but no less than the narrowest. */
static double name_room(const sv_cells *g)
{
    const sv_arrangement *a = &g->plot->arrangement;
    double bare[SV_BANDS_MOST] = {0}, most = 0;
    for (size_t i = 0; i < a->n; i++) { /* what each column needs beside the letters */
        double width = a->figures[i].width + sv_cells_beside(g, i) - a->figures[i].label_width + g->gap;
        bare[g->plot->column[i]] = fmax(bare[g->plot->column[i]], width);
        most = fmax(most, a->figures[i].label_width);
    }
    for (; most > narrowest * g->scale; most -= 1) {
        double sum = 0;
        for (size_t i = 0; i < g->plot->x.n; i++)
            sum += sv_cells_column_with(g, i, fmin(bare[i] + most, sv_cells_stack_width(g, i)));
        if (sum <= sv_cells_across(g))
            break;
    }
    return most;
}

/* Break names into narrower lines, so that one stack fits in every column. */
static sv_status narrow_names(sv_cells *g, double most)
{
    const sv_stage *stage = g->cast->stage;
    sv_arrangement *a = &g->plot->arrangement;
    sv_status status = SV_OK;
    for (size_t i = 0; i < a->n && status == SV_OK; i++) {
        sv_figure *figure = &a->figures[i];
        sv_fit fit = {.font_size = a->font_size, .width = most, .bold = g->cast->looks[i].bold, .lines = 4};
        if (figure->label_width <= most) /* or none */
            continue;
        status = sv_wrap_fit(stage->renderer, g->cast->looks[i].name, &fit, &a->labels[i], stage->error);
        figure->label_width = fit.got_width;
        figure->label_height = fit.got_height;
    }
    if (status == SV_OK)
        measure_widest(g);
    return status;
}

/* Where each band begins and ends: what is left over is shared, in proportion, by those with somebody in them. */
static void set_bands(const sv_cells *g, sv_axis *axis, double (*size)(const sv_cells *, size_t), double start, double room)
{
    double sum = sv_cells_sum(g, size, axis->n), left_over = fmax(0, room - sum);
    for (size_t i = 0; i < axis->n; i++) {
        double gap = sv_cells_gap(g, axis, i), width = size(g, i) + left_over * size(g, i) / sum;
        axis->low[i] = start + (i ? gap : 0);
        axis->high[i] = start + width - (i ? 0 : gap);
        start += width;
    }
}

/* Not all fit: of the narrowest ways to set names, the one that shows most. */
static sv_status place_some(sv_cells *g)
{
    const size_t first = sv_arrange_steps() - 1;
    double best = -1;
    size_t chosen = first;
    sv_status status = SV_OK;
    g->crowded = true;
    for (size_t step = first; step <= first + narrower_most && status == SV_OK; step++) {
        double worth;
        status = measure_step(g, step);
        if (status == SV_OK)
            share(g);
        worth = status == SV_OK && sv_cells_fit_across(g) ? sv_cells_show_most(g) : -1;
        if (worth > best + 1e-9) {
            best = worth;
            chosen = step;
        }
    }
    if (status == SV_OK)
        status = measure_step(g, chosen);
    if (status != SV_OK)
        return status;
    share(g);
    for (double most = name_room(g); !sv_cells_fit_across(g) && status == SV_OK; most *= 0.9) { /* words may not break where they should */
        status = narrow_names(g, most);
        share(g);
        if (most <= narrowest * g->scale)
            break;
    }
    sv_cells_show_most(g);
    return status;
}

sv_status sv_plot_place(sv_plot *plot, sv_cast *cast, const sv_rect *area)
{
    sv_cells g = {.plot = plot, .cast = cast, .area = area, .scale = cast->stage->page->scale, .bare = 1};
    bool fits = false;
    sv_status status;
    sv_arrange_clear(&plot->arrangement);
    status = sv_arrange_begin(&plot->arrangement, cast->scene.n) && sv_cells_begin(&g) ? measure_axes(&g) : sv_stage_no_memory(cast->stage);
    for (size_t step = 0; step < sv_arrange_steps() && status == SV_OK && !fits; step++) {
        status = measure_step(&g, step);
        fits = status == SV_OK && share(&g);
    }
    if (status == SV_OK && !fits)
        status = place_some(&g);
    if (status == SV_OK) {
        plot->ground = (sv_rect){area->left + g.axis_left, area->bottom + g.axis_bottom, area->right, area->top};
        set_bands(&g, &plot->x, sv_cells_column, plot->ground.left, sv_cells_across(&g));
        set_bands(&g, &plot->y, sv_cells_row, plot->ground.bottom, sv_cells_up(&g));
        sv_cells_put(&g);
        sv_cast_recount(cast);
    }
    sv_cells_clear(&g);
    return status;
}

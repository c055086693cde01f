/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where lines lie within the cells of a polar plot, and what takes more than a line of them: see polar_lines.h. */
#include "polar_lines.h"

#include <math.h>
#include <stdlib.h>

static const double sample_step = 4;   /* between samples across */
static const double edge_padding = 3;  /* between an edge and what stands beside it */
static const double edge_inset = 0.04; /* of a line: samples at its edges lie so far within it */
static const double top_counts = 0.4;  /* a step aside, for the name of a ring: it should be near the top rather than in the middle */
static const double most_of_ring = 0.6;
static const double wedge_aside = 0.15; /* the same, for that of a wedge: at the top, and over the middle where there is room */
enum { nowhere = SV_POLAR_CELLS, side_ring = 254, no_ring = 255 };

size_t sv_lines_cells(const sv_lines *g)
{
    return sv_polar_side(g->polar) + 1;
}

double sv_lines_middle(const sv_lines *g, size_t line, size_t high)
{
    return g->top - ((double)line + (double)high / 2) * g->line;
}

/* ---- Samples ---- */

static double sample_y(const sv_lines *g, size_t row)
{
    static const double within[SV_SAMPLE_ROWS] = {edge_inset, 0.5, 1 - edge_inset};
    return g->top - ((double)(row / SV_SAMPLE_ROWS) + within[row % SV_SAMPLE_ROWS]) * g->line;
}

void sv_lines_sample(sv_lines *g)
{
    double height = g->area.top - g->area.bottom, width = g->area.right - g->area.left;
    g->n_lines = (size_t)fmin(floor(height / g->line), SV_LINES_MOST);
    g->top = g->area.top - (height - (double)g->n_lines * g->line) / 2;
    g->step = fmax(sample_step * g->scale, width / (SV_SAMPLES_MOST - 1));
    g->samples = (size_t)floor(width / g->step) + 1;
}

static bool is_turned(const sv_turned *a, const sv_turned *b)
{
    return a->x == b->x && a->y == b->y && a->across == b->across && a->up == b->up && a->left == b->left && a->top == b->top &&
           a->line == b->line && a->step == b->step && a->n_lines == b->n_lines && a->samples == b->samples;
}

void sv_lines_find_rings(sv_lines *g)
{
    const sv_rect *column = &g->polar->column;
    const sv_turned now = {g->polar->x, g->polar->y, g->polar->across, g->polar->up, g->area.left,
                           g->top,      g->line,     g->step,          g->n_lines,   g->samples};
    bool same = is_turned(&g->turned, &now); /* rings are tried in many sizes around one middle */
    g->turned = now;
    for (size_t row = 0; row < SV_SAMPLE_ROWS * g->n_lines; row++)
        for (size_t i = 0; i < g->samples; i++) {
            double x = g->area.left + (double)i * g->step, y = sample_y(g, row);
            size_t at = row * g->samples + i, ring = sv_polar_ring(g->polar, x, y);
            if (!same)
                g->turn[at] = sv_polar_turn(g->polar, x, y);
            g->ring[at] = ring < g->polar->n_rings ? (unsigned char)ring : no_ring;
            if (x >= column->left && x <= column->right)
                g->ring[at] = side_ring;
        }
}

/* The cell of a sample; `nowhere` between and beyond them. */
static size_t cell_of(const sv_lines *g, size_t at)
{
    const sv_polar *polar = g->polar;
    size_t sector = 0;
    if (g->ring[at] == side_ring)
        return sv_polar_side(polar);
    if (g->ring[at] == no_ring)
        return nowhere;
    while (sector + 1 < polar->n_sectors && g->turn[at] >= polar->turn[g->ring[at]][sector + 1])
        sector++;
    return sv_polar_cell(polar, g->ring[at], sector);
}

/* The cell in which a line lies over its full height at a sample; else `nowhere`. */
static size_t cell_at(const sv_lines *g, size_t line, size_t i)
{
    size_t row = SV_SAMPLE_ROWS * line, cell = cell_of(g, row * g->samples + i);
    for (size_t k = 1; k < SV_SAMPLE_ROWS && cell != nowhere; k++)
        if (cell_of(g, (row + k) * g->samples + i) != cell)
            cell = nowhere;
    return cell;
}

/* ---- Stretches ---- */

/* Cells are filled from the middle of all there is of them; the column at the side as one reads. */
static void find_middles(sv_lines *g)
{
    size_t found[SV_POLAR_CELLS] = {0}, side = sv_polar_side(g->polar);
    for (size_t cell = 0; cell <= side; cell++)
        g->from_x[cell] = g->from_y[cell] = 0;
    for (size_t line = 0; line < g->n_lines; line++)
        for (size_t i = 0; i < g->samples; i++) {
            size_t cell = cell_of(g, (SV_SAMPLE_ROWS * line + 1) * g->samples + i);
            if (cell == nowhere)
                continue;
            found[cell]++;
            g->from_x[cell] += g->area.left + (double)i * g->step;
            g->from_y[cell] += sv_lines_middle(g, line, 1);
        }
    for (size_t cell = 0; cell < side; cell++) {
        g->from_x[cell] /= found[cell] ? (double)found[cell] : 1;
        g->from_y[cell] /= found[cell] ? (double)found[cell] : 1;
    }
    g->from_x[side] = g->polar->column.left;
    g->from_y[side] = g->polar->column.top;
}

static double far_of(const sv_lines *g, size_t cell, size_t line, double left, double right)
{
    double x = fmin(fmax(g->from_x[cell], left), right) - g->from_x[cell];
    return hypot(x, sv_lines_middle(g, line, 1) - g->from_y[cell]);
}

static void add_stretch(const sv_lines *g, sv_stretch *list, size_t *n, size_t cell, size_t line, double left, double right)
{
    if (right > left && *n < SV_STRETCHES_MOST)
        list[(*n)++] = (sv_stretch){cell, line, left, right, 0, far_of(g, cell, line, left, right)};
}

static void find_stretches(sv_lines *g)
{
    double padding = edge_padding * g->scale;
    g->n = 0;
    for (size_t line = 0; line < g->n_lines; line++)
        for (size_t i = 0, last; i < g->samples; i = last + 1) {
            size_t cell = cell_at(g, line, i);
            last = i;
            while (cell != nowhere && last + 1 < g->samples && cell_at(g, line, last + 1) == cell)
                last++;
            if (cell != nowhere)
                add_stretch(g, g->stretches, &g->n, cell, line, g->area.left + (double)i * g->step + padding,
                            g->area.left + (double)last * g->step - padding);
        }
}

int sv_stretch_nearest(const void *left, const void *right)
{
    const sv_stretch *a = left, *b = right;
    if (a->cell != b->cell)
        return a->cell < b->cell ? -1 : 1;
    if (a->far != b->far)
        return a->far < b->far ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->left < b->left ? -1 : a->left > b->left;
}

/* ---- Blocks ---- */

/* The part of [*left, *right] that is free in the next lines too, down to `high` lines. */
static void narrow(const sv_stretch *list, size_t n, const sv_stretch *from, size_t high, double *left, double *right)
{
    for (size_t line = from->line + 1; line < from->line + high; line++) {
        double best = 0, best_left = 0, best_right = 0;
        for (size_t i = 0; i < n; i++) {
            double shared = fmin(*right, list[i].right) - fmax(*left, list[i].left);
            if (list[i].cell != from->cell || list[i].line != line || shared <= best)
                continue;
            best = shared;
            best_left = fmax(*left, list[i].left);
            best_right = fmin(*right, list[i].right);
        }
        *left = best_left;
        *right = best_right;
    }
}

/* Take a part of a line. */
static void cut(const sv_lines *g, sv_stretch *list, size_t *n, size_t cell, size_t line, double left, double right)
{
    for (size_t i = 0; i < *n; i++)
        if (list[i].cell == cell && list[i].line == line && list[i].left <= left + 1e-6 && list[i].right >= right - 1e-6) {
            double end = list[i].right;
            list[i].right = left;
            add_stretch(g, list, n, cell, line, right, end);
            return;
        }
}

bool sv_lines_block(const sv_lines *g, sv_stretch *list, size_t *n, sv_block *b)
{
    double nearest = HUGE_VAL, found_left = 0;
    size_t found = SIZE_MAX, cell, line;
    for (size_t i = 0; i < *n; i++) {
        double left = list[i].left, right = list[i].right, far;
        if (list[i].cell < b->first_cell || list[i].cell > b->last_cell || right - left < b->width)
            continue;
        narrow(list, *n, &list[i], b->high, &left, &right);
        if (right - left < b->width)
            continue;
        left = b->first ? left : fmin(fmax(b->x - b->width / 2, left), right - b->width);
        far = hypot(b->across * (left + b->width / 2 - b->x), sv_lines_middle(g, list[i].line, b->high) - b->y);
        if (far < nearest - 1e-9) {
            nearest = far;
            found = i;
            found_left = left;
        }
    }
    if (found == SIZE_MAX)
        return false;
    cell = list[found].cell;
    line = list[found].line;
    b->x = found_left;
    b->y = sv_lines_middle(g, line, b->high);
    for (size_t i = 0; i < b->high; i++)
        cut(g, list, n, cell, line + i, found_left, found_left + b->width);
    return true;
}

/* ---- Names ---- */

/* A name as near as can be to a place in one of these cells; that of a sector where its line begins, as a heading does. */
static void put_name(sv_lines *g, sv_polar_name *name, size_t first_cell, size_t last_cell, double across, double x, double y)
{
    double padding = edge_padding * g->scale;
    bool first = first_cell == last_cell && !g->polar->half && first_cell < sv_polar_side(g->polar);
    sv_block b = {first_cell, last_cell, (size_t)ceil(name->height / g->line), name->width + 2 * padding, across, first, x, y};
    if (!name->text)
        return;
    name->placed = sv_lines_block(g, g->stretches, &g->n, &b);
    name->x = b.x + padding + name->width / 2;
    name->y = b.y;
    g->names_left += !name->placed;
}

/* Where a wedge of a half circle is named: at its top, and nobody stands above that. */
static void put_heading(sv_lines *g, size_t cell)
{
    sv_polar_name *name = &g->polar->name[cell];
    put_name(g, name, cell, cell, wedge_aside, g->from_x[cell], g->area.top);
    for (size_t i = 0; i < g->n && name->placed; i++)
        if (g->stretches[i].cell == cell && sv_lines_middle(g, g->stretches[i].line, 1) > name->y + name->height / 2)
            g->stretches[i].right = g->stretches[i].left;
}

/* Rings are named at their top, cells at their outer edge, the column at the side at its top. */
static void put_names(sv_lines *g)
{
    sv_polar *polar = g->polar;
    size_t side = sv_polar_side(polar);
    double x, y, top = polar->half ? sv_polar_sweep(polar) / 2 : 0;
    g->names_left = 0;
    for (size_t ring = 0; ring < polar->n_rings; ring++) {
        sv_polar_edge(polar, ring, top, &x, &y);
        put_name(g, &polar->ring[ring], sv_polar_cell(polar, ring, 0), sv_polar_cell(polar, ring, polar->n_sectors - 1), top_counts, x, y);
    }
    for (size_t cell = 0; cell < side; cell++) {
        const double *turn = &polar->turn[cell / polar->n_sectors][cell % polar->n_sectors];
        if (polar->half) {
            put_heading(g, cell);
            continue;
        }
        sv_polar_edge(polar, cell / polar->n_sectors, (turn[0] + turn[1]) / 2, &x, &y);
        put_name(g, &polar->name[cell], cell, cell, 1, x, y);
    }
    put_name(g, &polar->name[side], side, side, 1, (polar->column.left + polar->column.right) / 2, polar->column.top);
}

/* A cell that goes round most of its ring has its middle in another ring: it is filled from its name. */
static void fill_from_names(sv_lines *g)
{
    sv_polar *polar = g->polar;
    for (size_t cell = 0; cell < sv_polar_side(polar) && !polar->half; cell++) {
        const double *turn = &polar->turn[cell / polar->n_sectors][cell % polar->n_sectors];
        if (polar->half) {
            put_heading(g, cell);
            continue;
        }
        if (!polar->name[cell].placed || turn[1] - turn[0] < most_of_ring * sv_polar_sweep(polar))
            continue;
        g->from_x[cell] = polar->name[cell].x;
        g->from_y[cell] = polar->name[cell].y;
        for (size_t i = 0; i < g->n; i++)
            if (g->stretches[i].cell == cell)
                g->stretches[i].far = far_of(g, cell, g->stretches[i].line, g->stretches[i].left, g->stretches[i].right);
    }
}

void sv_lines_stretch(sv_lines *g)
{
    find_middles(g);
    find_stretches(g);
    put_names(g);
    fill_from_names(g);
    qsort(g->stretches, g->n, sizeof *g->stretches, sv_stretch_nearest);
}

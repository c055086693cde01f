/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Layout. Stress majorisation (neato) shows distances best and is quick enough up to 300 figures; above that the
 * multilevel springs of sfdp. Pinned figures stay where the map puts them: then nothing is turned or packed.
 */
#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "layout_pack.h"
#include "layout_pinned.h"

enum {
    stress_most = 300,
    few_apart = 3 /* so few without lines stand among the others: a row of their own would waste the page */
};
static const double usual_length = 95;  /* of a tie, in points */
static const double stretch_most = 1.9; /* x against y, before distances lie too much */
static const double enlarge_most = 3.2;
static const double strip_least = 0.15, strip_most = 2; /* of the width: an empty strip across; and of what each would have of it */

void sv_layout_clear(sv_layout *layout)
{
    free(layout->x);
    free(layout->y);
    free(layout->width);
    free(layout->height);
    free(layout->part);
    *layout = (sv_layout){0};
}

static size_t root(size_t *parent, size_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

/* Number the parts that hang together by their first figure. False without memory. */
static bool find_parts(const sv_scene *scene, sv_layout *layout)
{
    size_t *parent = sv_alloc(layout->n, sizeof *parent);
    bool *tied = sv_alloc(layout->n, sizeof *tied);
    bool fine = parent && tied;
    for (size_t i = 0; fine && i < layout->n; i++)
        parent[i] = i;
    for (size_t i = 0; fine && i < scene->n_links; i++) {
        size_t a = root(parent, scene->links[i].from), b = root(parent, scene->links[i].to);
        tied[scene->links[i].from] = tied[scene->links[i].to] = true;
        parent[a > b ? a : b] = a < b ? a : b;
    }
    for (size_t i = 0; fine && i < layout->n; i++) {
        size_t first = root(parent, i); /* the smallest of its part, so it has its number already */
        layout->part[i] = !tied[i] ? SV_NO_ROW : first == i ? layout->n_parts++ : layout->part[first];
        layout->n_apart += !tied[i];
    }
    free(parent);
    free(tied);
    return fine;
}

static sv_status ask_engine(sv_renderer *renderer, const sv_figure *figures, const sv_scene *scene, sv_layout *layout, sv_error *error)
{
    size_t n = layout->n, n_ties = scene->n_links;
    bool *pinned = sv_alloc(n, sizeof *pinned);
    size_t *from = sv_alloc(n_ties, sizeof *from), *to = sv_alloc(n_ties, sizeof *to);
    double *length = sv_alloc(n_ties, sizeof *length);
    sv_placement placement = {.n_boxes = n,
                              .width = layout->width,
                              .height = layout->height,
                              .x = layout->x,
                              .y = layout->y,
                              .pinned = pinned,
                              .n_ties = n_ties,
                              .from = from,
                              .to = to,
                              .length = length,
                              .spread = true,
                              .engine = n <= stress_most ? SV_ENGINE_NEATO : SV_ENGINE_SFDP,
                              .use_positions = layout->any_pinned};
    sv_status status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (!pinned || !from || !to || !length)
        goto done;
    for (size_t i = 0; i < n; i++) {
        pinned[i] = figures[i].pinned;
        layout->x[i] = figures[i].pinned ? figures[i].x : NAN;
        layout->y[i] = figures[i].pinned ? figures[i].y : NAN;
    }
    for (size_t i = 0; i < n_ties; i++) {
        from[i] = scene->links[i].from;
        to[i] = scene->links[i].to;
        length[i] = layout->scale * usual_length * (1.25 - 0.1 * scene->links[i].strength); /* strong ties draw nearer */
    }
    status = sv_renderer_place(renderer, &placement, error);
done:
    free(pinned);
    free(from);
    free(to);
    free(length);
    return status;
}

static int by_place(const void *left, const void *right)
{
    const double *a = *(const double *const *)left, *b = *(const double *const *)right;
    return *a < *b ? -1 : *a > *b ? 1 : a < b ? -1 : a > b;
}

/*
 * Draw wide empty strips across the page together, along one axis: somebody far off at the end of one line would press all others
 * into what is left. Order stays as it was. False without memory.
 */
static bool draw_together(double *at, const size_t *part, size_t n)
{
    double **order = sv_alloc(n, sizeof *order), range, strip, taken = 0;
    bool fine = order;
    size_t m = 0;
    for (size_t i = 0; fine && i < n; i++)
        if (part[i] != SV_NO_ROW)
            order[m++] = &at[i];
    if (m > 2) {
        qsort(order, m, sizeof *order, by_place);
        range = *order[m - 1] - *order[0];
        strip = range * fmax(strip_least, strip_most / (double)(m - 1));
        for (size_t k = 1; k < m; k++) {
            double before = *order[k - 1] + taken, wide = *order[k] - before; /* the one before has moved already */
            taken += fmax(wide - strip, 0);
            *order[k] -= taken;
        }
    }
    free(order);
    return fine;
}

sv_status sv_layout_new(sv_renderer *renderer, const sv_figure *figures, const sv_scene *scene, double aspect, double scale,
                        sv_layout *layout, sv_error *error)
{
    sv_status status;
    *layout = (sv_layout){.n = scene->n, .scale = scale};
    layout->x = sv_alloc(scene->n, sizeof *layout->x);
    layout->y = sv_alloc(scene->n, sizeof *layout->y);
    layout->width = sv_alloc(scene->n, sizeof *layout->width);
    layout->height = sv_alloc(scene->n, sizeof *layout->height);
    layout->part = sv_alloc(scene->n, sizeof *layout->part);
    if (!layout->x || !layout->y || !layout->width || !layout->height || !layout->part || !find_parts(scene, layout))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < scene->n; i++) {
        sv_rect box = sv_figure_both(&figures[i]);
        layout->width[i] = box.right - box.left;
        layout->height[i] = box.top - box.bottom;
        layout->any_pinned |= figures[i].pinned;
    }
    if (sv_layout_is_joined(figures, scene->n))
        return sv_layout_draw_in(figures, scene, layout, error);
    status = ask_engine(renderer, figures, scene, layout, error);
    if (status != SV_OK || layout->any_pinned)
        return status;
    if (!sv_layout_pack(layout, aspect) || !draw_together(layout->x, layout->part, layout->n) ||
        !draw_together(layout->y, layout->part, layout->n))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return SV_OK;
}

/*
 * Rows of equal cells for figures without lines: at the bottom, or over the whole area when there are no others.
 * False when they take more room than there is for them. `apart` gets their area.
 */
static bool place_apart(const sv_layout *layout, sv_figure *figures, const sv_rect *area, double gap, sv_rect *apart)
{
    double cell = 0, above = 0, below = 0, row, width = area->right - area->left, height = area->top - area->bottom;
    size_t columns, rows, at = 0;
    for (size_t i = 0; i < layout->n; i++) {
        sv_rect box;
        if (layout->part[i] != SV_NO_ROW)
            continue;
        box = sv_figure_both(&figures[i]);
        cell = fmax(cell, 2 * fmax(box.right - figures[i].x, figures[i].x - box.left) + 2 * gap);
        above = fmax(above, box.top - figures[i].y);
        below = fmax(below, figures[i].y - box.bottom);
    }
    row = above + below + 2 * gap;
    columns = (size_t)fmax(1, floor(width / cell));
    rows = (layout->n_apart + columns - 1) / columns;
    columns = (layout->n_apart + rows - 1) / rows; /* even rows */
    cell = fmin(width / (double)columns, 1.6 * cell);
    if (layout->n_parts == 0)
        row = fmax(row, fmin(height / (double)rows, 1.8 * row));
    *apart = (sv_rect){area->left, area->bottom, area->left + cell * (double)columns, area->bottom + (double)rows * row};
    for (size_t i = 0; i < layout->n; i++) {
        if (layout->part[i] != SV_NO_ROW)
            continue;
        figures[i].x = area->left + ((double)(at % columns) + 0.5) * cell;
        figures[i].y = (layout->n_parts ? apart->top : area->top) - gap - above - (double)(at / columns) * row;
        at++;
    }
    return apart->top - apart->bottom + SV_APART_HEADING * layout->scale <= (layout->n_parts ? 0.6 : 1) * height;
}

/* Scale and shift that put n coordinates, each with room around it, between two bounds. */
static void stretch(const double *at, const double *room, const size_t *part, size_t n, double low, double high, double *scale,
                    double *shift)
{
    double least = HUGE_VAL, most = -HUGE_VAL, before = 0, behind = 0;
    for (size_t i = 0; i < n; i++) {
        if (part[i] == SV_NO_ROW)
            continue;
        if (at[i] < least) {
            least = at[i];
            before = room[i] / 2;
        }
        if (at[i] > most) {
            most = at[i];
            behind = room[i] / 2;
        }
    }
    *scale = most > least ? fmax(high - behind - low - before, 1) / (most - least) : 1;
    *shift = (low + before + high - behind) / 2 - *scale * (least + most) / 2;
}

static void fit_parts(const sv_layout *layout, sv_figure *figures, const sv_rect *area)
{
    double scale_x, scale_y, shift_x, shift_y, middle_x = (area->left + area->right) / 2, middle_y = (area->bottom + area->top) / 2;
    double old_x, old_y;
    stretch(layout->x, layout->width, layout->part, layout->n, area->left, area->right, &scale_x, &shift_x);
    stretch(layout->y, layout->height, layout->part, layout->n, area->bottom, area->top, &scale_y, &shift_y);
    old_x = scale_x;
    old_y = scale_y;
    scale_x = fmin(fmin(scale_x, enlarge_most), scale_y * stretch_most);
    scale_y = fmin(fmin(scale_y, enlarge_most), scale_x * stretch_most);
    /* what was not stretched all the way stays in the middle */
    shift_x = middle_x - (middle_x - shift_x) * scale_x / old_x;
    shift_y = middle_y - (middle_y - shift_y) * scale_y / old_y;
    for (size_t i = 0; i < layout->n; i++)
        if (layout->part[i] != SV_NO_ROW) {
            sv_rect box = sv_figure_both(&figures[i]);
            figures[i].x += layout->x[i] * scale_x + shift_x - (box.left + box.right) / 2;
            figures[i].y += layout->y[i] * scale_y + shift_y - (box.bottom + box.top) / 2;
        }
}

/* A few figures without lines start in the lower right corner, and find room from there. */
static void place_few(const sv_layout *layout, sv_figure *figures, const sv_rect *area)
{
    double x = area->right;
    for (size_t i = 0; i < layout->n; i++) {
        sv_rect box = sv_figure_both(&figures[i]);
        if (layout->part[i] != SV_NO_ROW)
            continue;
        figures[i].x = x - (box.right - figures[i].x);
        figures[i].y = area->bottom;
        x -= box.right - box.left;
    }
}

/* Settle the figures that have lines, or all; the others stand already. */
static sv_status settle(const sv_layout *layout, sv_figure *figures, bool all, const sv_rect *area, double gap, bool *clear,
                        sv_error *error)
{
    sv_figure *tied = sv_alloc(layout->n, sizeof *tied);
    size_t n = 0;
    if (!tied)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < layout->n; i++)
        if (all || layout->part[i] != SV_NO_ROW)
            tied[n++] = figures[i];
    *clear = sv_labels_settle(tied, n, area, gap);
    n = 0;
    for (size_t i = 0; i < layout->n; i++)
        if (all || layout->part[i] != SV_NO_ROW)
            figures[i] = tied[n++];
    free(tied);
    return SV_OK;
}

sv_status sv_layout_fit(const sv_layout *layout, sv_figure *figures, const sv_rect *area, double gap, sv_rect *apart, bool *clear,
                        sv_error *error)
{
    sv_rect rest = *area;
    bool room = true, few = layout->n_apart <= few_apart && layout->n_parts > 0;
    sv_status status = SV_OK;
    *apart = (sv_rect){0};
    *clear = true;
    if (layout->any_pinned)
        return sv_layout_join(layout, figures, area, gap, clear, error);
    if (layout->n_apart && !few) {
        room = place_apart(layout, figures, area, gap, apart);
        rest.bottom = fmin(apart->top + SV_APART_HEADING * layout->scale + 2 * gap, area->top - 1);
    }
    if (layout->n_parts) {
        fit_parts(layout, figures, &rest);
        if (few)
            place_few(layout, figures, &rest);
        status = settle(layout, figures, few, &rest, gap, clear, error);
    } else
        *apart = (sv_rect){0};
    *clear = *clear && room;
    return status;
}

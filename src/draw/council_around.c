/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The names of groups around a council: each stands outside the arc of its seats, its inner side along the arc, or above
 * it at the top. Where two would lie on each other they move apart, up and down along the arc, or sideways above it; as they
 * keep their order, no thin line from a name to its arc crosses another.
 */
#include <math.h>
#include <stdint.h>

#include "council_parts.h"

static const double half_turn = 3.14159265358979323846;
static const double above_within = 0.26;            /* the cosine up to which a name stands above the chamber */
static const double gap_between = 2, gap_aside = 9; /* up and down, and sideways: two names beside each other must not read as one */
enum { rounds = 200 };

/*
 * By how many seats come before it, and not by where these stand: at either end of the half circle a seat of every row has the
 * same angle, and each group must have a part of the arc.
 */
double council_angle_before(const council_view *v, size_t place)
{
    return half_turn * (double)place / (double)v->council.n_seats;
}

double council_block_angle(const council_view *v, size_t block)
{
    size_t first = v->blocks[block].first;
    return (council_angle_before(v, first) + council_angle_before(v, first + v->blocks[block].n)) / 2;
}

static bool is_above(const council_view *v, size_t block)
{
    return fabs(cos(council_block_angle(v, block))) < above_within;
}

/* How far to either side seats and their names reach below the ends of the arcs. */
static double reach_below(const council_view *v)
{
    const council_fit *fit = &v->fit;
    double far = 0;
    for (size_t i = 0; i < v->council.n_seats; i++) {
        sv_rect box = sv_figure_both(&fit->figures[i]);
        if (box.bottom < fit->y)
            far = fmax(far, fmax(fit->x - box.left, box.right - fit->x));
    }
    return far;
}

/* A name beside the chamber: its inner side against the arc, at the height where it stands. */
static void lean_on(const council_view *v, size_t block, double below)
{
    const council_fit *fit = &v->fit;
    sv_figure *figure = &v->fit.figures[v->council.n_seats + block];
    double radius = fit->radius + fit->rim + COUNCIL_RIM_TO_NAME * v->stage->page->scale;
    double low = figure->y - figure->height / 2 - fit->y, across = low <= 0 ? radius : sqrt(fmax(radius * radius - low * low, 0));
    if (low < 0)
        across = fmax(across, below + COUNCIL_RIM_TO_NAME * v->stage->page->scale);
    figure->x = fit->x + copysign(across + figure->width / 2, cos(council_block_angle(v, block)));
}

static void keep_inside(const council_view *v, sv_figure *figure)
{
    const sv_rect *inside = &v->stage->inside;
    figure->y = fmin(fmax(figure->y, inside->bottom + figure->height / 2), inside->top - figure->height / 2);
}

/* Part two names that touch. Returns whether they did. */
static bool part(const council_view *v, size_t a, size_t b, double below)
{
    sv_figure *one = &v->fit.figures[v->council.n_seats + a], *other = &v->fit.figures[v->council.n_seats + b];
    bool aside = is_above(v, a) && is_above(v, b);
    double gap = (aside ? gap_aside : gap_between) * v->stage->page->scale, x, y, up;
    if (!sv_figures_touch(one, other, gap))
        return false;
    if (aside) {
        x = (one->width + other->width) / 2 + gap - fabs(other->x - one->x);
        one->x += x / 2; /* blocks are counted from the right */
        other->x -= x / 2;
        return true;
    }
    y = (one->height + other->height) / 2 + gap - fabs(other->y - one->y);
    up = sin(council_block_angle(v, a)) > sin(council_block_angle(v, b)) ? 0.5 : -0.5; /* each keeps its place along the arc */
    one->y += up * y;
    other->y -= up * y;
    for (size_t i = 0; i < 2; i++) {
        size_t block = i ? b : a;
        keep_inside(v, i ? other : one);
        if (!is_above(v, block))
            lean_on(v, block, below);
    }
    return true;
}

sv_segment council_leader(const council_view *v, size_t block)
{
    const council_fit *fit = &v->fit;
    sv_rect name = sv_figure_shape(&fit->figures[v->council.n_seats + block]);
    double radius = fit->radius + fit->rim, angle = council_block_angle(v, block);
    double x = fit->x + radius * cos(angle), y = fit->y + radius * sin(angle);
    return (sv_segment){x, y, fmin(fmax(x, name.left), name.right), fmin(fmax(y, name.bottom), name.top)};
}

/* The line to either name would run under the other. */
static bool lines_cross(const council_view *v, size_t a, size_t b)
{
    sv_segment to_a = council_leader(v, a), to_b = council_leader(v, b);
    sv_rect name_a = sv_figure_shape(&v->fit.figures[v->council.n_seats + a]), name_b = sv_figure_shape(&v->fit.figures[v->council.n_seats + b]);
    return sv_segment_within(&to_a, &name_b) > 0 || sv_segment_within(&to_b, &name_a) > 0;
}

static bool stands_free(const council_view *v, size_t block)
{
    const council_fit *fit = &v->fit;
    size_t n = v->council.n_seats;
    const sv_figure *one = &fit->figures[n + block];
    sv_rect box = sv_figure_shape(one), inside = v->stage->inside;
    if (box.left < inside.left - 0.01 || box.right > inside.right - fit->list.width + 0.01 || box.bottom < inside.bottom - 0.01 ||
        box.top > inside.top + 0.01)
        return false;
    for (size_t i = 0; i < n + v->n_blocks; i++)
        if (i != n + block && (i < n || fit->block_named[i - n]) &&
            (sv_figures_touch(one, &fit->figures[i], 0.5) || (i >= n && lines_cross(v, block, i - n))))
            return false;
    return true;
}

void council_place_blocks(council_view *v)
{
    council_fit *fit = &v->fit;
    size_t n = v->council.n_seats;
    double radius = fit->radius + fit->rim + COUNCIL_RIM_TO_NAME * v->stage->page->scale, below = reach_below(v);
    bool moved = true;
    for (size_t b = 0; b < v->n_blocks; b++) {
        double angle = council_block_angle(v, b);
        sv_figure *figure = &fit->figures[n + b];
        figure->x = fit->x + radius * cos(angle);
        figure->y = fit->y + (is_above(v, b) ? radius : radius * sin(angle)) + figure->height / 2;
        keep_inside(v, figure);
        if (!is_above(v, b))
            lean_on(v, b, below);
    }
    for (int round = 0; round < rounds && moved; round++) {
        moved = false;
        for (size_t a = 0; a < v->n_blocks; a++)
            for (size_t b = a + 1; b < v->n_blocks; b++)
                moved |= part(v, a, b, below);
    }
    for (size_t size = n; size > 0; size--)
        for (size_t b = 0; b < v->n_blocks; b++)
            if (v->blocks[b].n == size)
                fit->block_named[b] = !fit->no_blocks && stands_free(v, b);
}

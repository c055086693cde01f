/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Labels. Every figure is two boxes, its shape and its label; boxes that touch are pushed apart along the axis
 * where the least is needed, half each, until none touch (after Misue and others 1995). Boxes are looked at from left
 * to right, so that only near ones are compared.
 */
#include "labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

enum {
    growing_steps = 20,    /* from half size to full size */
    growing_rounds = 16,   /* of pushing at each step */
    settling_rounds = 600, /* at full size; a page that is not done by then is too full */
    directions = 16,       /* in which a label is looked a place for further off */
    calling_rounds = 6     /* each begins with those for whom the one before had no place */
};

static const double label_space = 2; /* between a shape and its own label beneath or above */
static const double side_space = 4;  /* between a shape and its own label beside it */
static const double sideways = 0.5;  /* share of a push that goes along the other axis */
static const double least_gap = 0.6; /* share of the gap that must be there in the end */
static const double touching = 1e-6; /* less than this is not a touch */

sv_rect sv_figure_shape(const sv_figure *figure)
{
    double w = figure->width / 2, h = figure->height / 2;
    return (sv_rect){figure->x - w, figure->y - h, figure->x + w, figure->y + h};
}

static bool has_outside_label(const sv_figure *figure)
{
    return figure->side < SV_SIDE_INSIDE && figure->label_width > 0;
}

sv_rect sv_figure_label(const sv_figure *figure)
{
    double w = figure->label_width / 2, h = figure->label_height / 2, x = figure->x, y = figure->y;
    double scale = figure->scale > 0 ? figure->scale : 1;
    if (!has_outside_label(figure))
        return (sv_rect){x, y, x, y};
    switch (figure->side) {
    case SV_SIDE_ABOVE: y += figure->height / 2 + label_space * scale + h; break;
    case SV_SIDE_RIGHT: x += figure->width / 2 + side_space * scale + w; break;
    case SV_SIDE_LEFT: x -= figure->width / 2 + side_space * scale + w; break;
    case SV_SIDE_AWAY: x += figure->away_x, y += figure->away_y; break;
    default: y -= figure->height / 2 + label_space * scale + h; break;
    }
    return (sv_rect){x - w, y - h, x + w, y + h};
}

sv_rect sv_figure_both(const sv_figure *figure)
{
    sv_rect a = sv_figure_shape(figure), b = sv_figure_label(figure);
    return (sv_rect){fmin(a.left, b.left), fmin(a.bottom, b.bottom), fmax(a.right, b.right), fmax(a.top, b.top)};
}

sv_segment sv_figure_leader(const sv_figure *figure)
{
    sv_rect box = sv_figure_label(figure);
    double x = fmin(fmax(figure->x, box.left), box.right), y = fmin(fmax(figure->y, box.bottom), box.top);
    double dx = x - figure->x, dy = y - figure->y, far = hypot(dx, dy), reach = 0;
    if (far > 0)
        reach = fmin(far, 1 / hypot(dx / far / (figure->width / 2), dy / far / (figure->height / 2)));
    return (sv_segment){figure->x + (far > 0 ? dx / far * reach : 0), figure->y + (far > 0 ? dy / far * reach : 0), x, y};
}

/* Length of a line within a box, by cutting it off at each side in turn (Liang and Barsky 1984). */
double sv_segment_within(const sv_segment *line, const sv_rect *box)
{
    double dx = line->x1 - line->x0, dy = line->y1 - line->y0, first = 0, last = 1;
    double p[4] = {-dx, dx, -dy, dy};
    double q[4] = {line->x0 - box->left, box->right - line->x0, line->y0 - box->bottom, box->top - line->y0};
    for (int i = 0; i < 4; i++) {
        if (fabs(p[i]) < 1e-12) {
            if (q[i] < 0)
                return 0;
        } else if (p[i] < 0) {
            first = fmax(first, q[i] / p[i]);
        } else {
            last = fmin(last, q[i] / p[i]);
        }
    }
    return last > first ? (last - first) * hypot(dx, dy) : 0;
}

static bool overlap(const sv_rect *a, const sv_rect *b, double gap)
{
    return fmin(a->right, b->right) - fmax(a->left, b->left) + gap > touching &&
           fmin(a->top, b->top) - fmax(a->bottom, b->bottom) + gap > touching;
}

static size_t boxes(const sv_figure *figure, sv_rect box[2])
{
    box[0] = sv_figure_shape(figure);
    if (!has_outside_label(figure))
        return 1;
    box[1] = sv_figure_label(figure);
    return 2;
}

bool sv_figures_touch(const sv_figure *a, const sv_figure *b, double gap)
{
    sv_rect of_a[2], of_b[2];
    size_t n_a = boxes(a, of_a), n_b = boxes(b, of_b);
    for (size_t i = 0; i < n_a; i++)
        for (size_t j = 0; j < n_b; j++)
            if (overlap(&of_a[i], &of_b[j], gap))
                return true;
    return false;
}

static bool inside(const sv_figure *figure, const sv_rect *area)
{
    sv_rect box = sv_figure_both(figure);
    return box.left >= area->left - 0.01 && box.right <= area->right + 0.01 && box.bottom >= area->bottom - 0.01 &&
           box.top <= area->top + 0.01;
}

/* A figure while it is pushed: shape and label in one box. */
typedef struct block {
    double x, y;          /* centre */
    double width, height; /* the gap included */
    size_t figure;
    bool pinned;
} block;

static double left_of(const block *b)
{
    return b->x - b->width / 2;
}

/* From left to right. Nearly sorted from round to round, which is where insertion is at its best. */
static void sort_by_left(block *blocks, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        block one = blocks[i];
        size_t at = i;
        while (at > 0 && left_of(&blocks[at - 1]) > left_of(&one)) {
            blocks[at] = blocks[at - 1];
            at--;
        }
        blocks[at] = one;
    }
}

static void move(block *b, double dx, double dy, const sv_rect *area)
{
    b->x = fmin(fmax(b->x + dx, area->left + b->width / 2), area->right - b->width / 2);
    b->y = fmin(fmax(b->y + dy, area->bottom + b->height / 2), area->top - b->height / 2);
}

/*
 * Part two blocks that count for a share of their size: along the axis where the least is needed, and a little
 * sideways. Without that little a stack of boxes between two walls would push for ever. False when they were clear.
 */
static bool part(block *a, block *b, double share, const sv_rect *area)
{
    double between_x = b->x - a->x, between_y = b->y - a->y, dx, dy;
    double x = share * (a->width + b->width) / 2 - fabs(between_x), y = share * (a->height + b->height) / 2 - fabs(between_y);
    double of_a = a->pinned ? 0 : b->pinned ? 1 : 0.5, of_b = b->pinned ? 0 : a->pinned ? 1 : 0.5;
    if (x <= touching || y <= touching)
        return false;
    dx = copysign(x < y ? x : sideways * y, between_x);
    dy = copysign(x < y ? sideways * x : y, between_y);
    if (!a->pinned)
        move(a, -dx * of_a, -dy * of_a, area);
    if (!b->pinned)
        move(b, dx * of_b, dy * of_b, area);
    return of_a + of_b > 0;
}

/* One round of pushing, from the left or from the right. Returns how many pairs were in each other's way. */
static size_t push(block *blocks, size_t n, double share, bool from_right, const sv_rect *area)
{
    size_t pairs = 0;
    sort_by_left(blocks, n);
    for (size_t step = 0; step < n; step++) {
        size_t i = from_right ? n - 1 - step : step;
        for (size_t j = i + 1; j < n && left_of(&blocks[j]) <= blocks[i].x + blocks[i].width / 2; j++)
            pairs += part(&blocks[i], &blocks[j], share, area);
    }
    return pairs;
}

/* True when nothing touches and all are within the area. The blocks say who is near whom. */
static bool settled(const sv_figure *figures, block *blocks, size_t n, const sv_rect *area, double gap)
{
    sort_by_left(blocks, n);
    for (size_t i = 0; i < n; i++) {
        const sv_figure *figure = &figures[blocks[i].figure];
        if (!inside(figure, area))
            return false;
        for (size_t j = i + 1; j < n && left_of(&blocks[j]) <= blocks[i].x + blocks[i].width / 2; j++)
            if (sv_figures_touch(figure, &figures[blocks[j].figure], gap))
                return false;
    }
    return true;
}

bool sv_labels_settle(sv_figure *figures, size_t n, const sv_rect *area, double gap)
{
    block *blocks = sv_alloc(n, sizeof *blocks);
    const sv_rect roomy = {area->left - gap / 2, area->bottom - gap / 2, area->right + gap / 2, area->top + gap / 2};
    size_t pairs = 1;
    bool clear;
    if (!blocks)
        return false;
    for (size_t i = 0; i < n; i++) {
        sv_rect box = sv_figure_both(&figures[i]);
        blocks[i] =
            (block){(box.left + box.right) / 2, (box.bottom + box.top) / 2, box.right - box.left + gap, box.top - box.bottom + gap, i,
                    figures[i].pinned};
        if (!figures[i].pinned)
            move(&blocks[i], 0, 0, &roomy);
    }
    /* boxes grow from half their size, so that a crowd spreads as a whole before its members settle one by one */
    for (int step = 0; step <= growing_steps; step++) {
        double share = 0.5 + 0.5 * step / growing_steps;
        int rounds = step < growing_steps ? growing_rounds : settling_rounds;
        pairs = 1;
        for (int round = 0; round < rounds && pairs; round++)
            pairs = push(blocks, n, share, round % 2, &roomy);
    }
    for (size_t i = 0; i < n; i++) {
        sv_figure *figure = &figures[blocks[i].figure];
        sv_rect box = sv_figure_both(figure);
        figure->x += figure->pinned ? 0 : blocks[i].x - (box.left + box.right) / 2;
        figure->y += figure->pinned ? 0 : blocks[i].y - (box.bottom + box.top) / 2;
    }
    clear = settled(figures, blocks, n, area, gap * least_gap);
    free(blocks);
    return clear;
}

static bool free_of_all(const sv_figure *figures, size_t n, size_t which, const sv_rect *area, double gap)
{
    if (!inside(&figures[which], area))
        return false;
    for (size_t i = 0; i < n; i++)
        if (i != which && sv_figures_touch(&figures[which], &figures[i], gap))
            return false;
    return true;
}

static bool cross(const sv_segment *a, const sv_segment *b)
{
    double ax = a->x1 - a->x0, ay = a->y1 - a->y0, bx = b->x1 - b->x0, by = b->y1 - b->y0, below = ax * by - ay * bx;
    double s = ((b->x0 - a->x0) * by - (b->y0 - a->y0) * bx) / below, t = ((b->x0 - a->x0) * ay - (b->y0 - a->y0) * ax) / below;
    return fabs(below) > 1e-12 && s >= 0 && s <= 1 && t >= 0 && t <= 1;
}

/* True when the leader of one runs through another's shape, label or leader, or the other's leader through its label. */
static bool leader_touches(const sv_figure *one, const sv_figure *other)
{
    sv_segment leader = sv_figure_leader(one), theirs = sv_figure_leader(other);
    sv_rect shape = sv_figure_shape(other), label = sv_figure_label(other), own = sv_figure_label(one);
    bool away = other->side == SV_SIDE_AWAY;
    return sv_segment_within(&leader, &shape) > 0 || sv_segment_within(&leader, &label) > 0 ||
           (away && (cross(&leader, &theirs) || sv_segment_within(&theirs, &own) > 0));
}

/* The same for a label at one of the sides: no leader may run through it. */
static bool under_leader(const sv_figure *figures, size_t n, size_t which)
{
    sv_rect label = sv_figure_label(&figures[which]);
    for (size_t i = 0; i < n; i++) {
        sv_segment leader = sv_figure_leader(&figures[i]);
        if (i != which && figures[i].side == SV_SIDE_AWAY && sv_segment_within(&leader, &label) > 0)
            return true;
    }
    return false;
}

/* True when a label lies within the area and on nobody's shape or label; shapes may stand as close as they like. */
static bool label_is_free(const sv_figure *figures, size_t n, size_t which, const sv_rect *area, double gap)
{
    sv_rect label = sv_figure_label(&figures[which]);
    if (!inside(&figures[which], area))
        return false;
    for (size_t i = 0; i < n; i++) {
        sv_rect box[2];
        size_t n_boxes = boxes(&figures[i], box);
        for (size_t k = 0; k < n_boxes && i != which; k++)
            if (overlap(&label, &box[k], gap))
                return false;
    }
    return true;
}

static bool can_stand_away(const sv_figure *figures, size_t n, size_t which, const sv_rect *area, double gap)
{
    if (!label_is_free(figures, n, which, area, gap))
        return false;
    for (size_t i = 0; i < n; i++)
        if (i != which && leader_touches(&figures[which], &figures[i]))
            return false;
    return true;
}

/* The nearest free place around a figure, going round it in ever wider circles. */
static bool send_away(sv_figure *figures, size_t n, size_t which, const sv_rect *area, double gap, double farthest)
{
    sv_figure *figure = &figures[which];
    double step = fmax(figure->label_height / 2, 4);
    figure->side = SV_SIDE_AWAY;
    for (double far = step; far <= farthest; far += step)
        for (int turn = 0; turn < directions; turn++) {
            double angle = 2 * 3.14159265358979323846 * turn / directions, c = cos(angle), s = sin(angle);
            figure->away_x = c * (figure->width / 2 + far + figure->label_width / 2);
            figure->away_y = s * (figure->height / 2 + far + figure->label_height / 2);
            if (can_stand_away(figures, n, which, area, gap))
                return true;
        }
    figure->side = SV_SIDE_NOWHERE;
    return false;
}

/* Give labels a place, in an order; those that find none go to its front for the next time. Returns how many found none. */
static size_t call_out_in_order(sv_figure *figures, size_t n, size_t *order, size_t n_order, const sv_rect *area, double gap,
                                double farthest)
{
    size_t failed = 0;
    for (size_t k = 0; k < n_order; k++) {
        size_t i = order[k];
        sv_figure *figure = &figures[i];
        for (int side = 0; side < SV_SIDES_OUTSIDE && figure->side == SV_SIDE_NOWHERE; side++) {
            figure->side = (sv_side)side;
            if (!label_is_free(figures, n, i, area, gap) || under_leader(figures, n, i))
                figure->side = SV_SIDE_NOWHERE;
        }
        if (figure->side != SV_SIDE_NOWHERE || send_away(figures, n, i, area, gap, farthest))
            continue;
        memmove(order + failed + 1, order + failed, (k - failed) * sizeof *order);
        order[failed++] = i;
    }
    return failed;
}

size_t sv_labels_call_out(sv_figure *figures, size_t n, const sv_rect *area, double gap, double farthest)
{
    size_t *order = sv_alloc(n, sizeof *order), n_order = 0, shown = 0, failed = 1;
    for (size_t i = 0; order && i < n; i++)
        if (figures[i].side == SV_SIDE_NOWHERE && figures[i].label_width > 0)
            order[n_order++] = i;
    for (int round = 0; order && round < calling_rounds && failed; round++) {
        for (size_t k = 0; k < n_order; k++)
            figures[order[k]].side = SV_SIDE_NOWHERE;
        failed = call_out_in_order(figures, n, order, n_order, area, gap, farthest);
    }
    free(order);
    for (size_t i = 0; i < n; i++)
        shown += figures[i].side != SV_SIDE_NOWHERE;
    return shown;
}

size_t sv_labels_choose(sv_figure *figures, size_t n, size_t tries, const sv_rect *area, double gap)
{
    size_t shown = 0;
    for (size_t i = 0; i < n; i++) {
        sv_figure *figure = &figures[i];
        for (int side = 0; i < tries && side < SV_SIDES_OUTSIDE && figure->side == SV_SIDE_NOWHERE; side++) {
            figure->side = (sv_side)side;
            if (!free_of_all(figures, n, i, area, gap))
                figure->side = SV_SIDE_NOWHERE;
        }
        shown += figure->side != SV_SIDE_NOWHERE;
    }
    return shown;
}

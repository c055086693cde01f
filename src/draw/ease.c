/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ease: see ease.h. */
#include "ease.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

enum { rounds = 3, directions = 8 };

static const double detour[SV_SIDES_OUTSIDE] = {0, 8, 12, 16}; /* beneath its shape is where a name is looked for */
static const double under_shape = 2;                           /* a point of line beneath a shape, beside one beneath a name */
static const double crossing = 6;                              /* two lines that cross, in points beneath a name */
static const double from_home = 0.15;                          /* a point away from where the layout put it */
static const double distances[] = {0.12, 0.3, 0.55, 1};        /* tried, in parts of the farthest */

/* A figure's shape, its name (empty where it has none outside), and the box around both. */
typedef struct ease_boxes {
    sv_rect shape, name, both;
} ease_boxes;

typedef struct easing {
    const sv_scene *scene;
    sv_figure *figures;
    const sv_ease_room *room;
    size_t *first, *links; /* figure i's lines: links[first[i]] up to links[first[i + 1]] */
    ease_boxes *boxes;     /* of figures, and the ways of lines, as they stand: of the one that is tried they are not up to date */
    sv_segment *ways;
    sv_rect *reaches; /* the boxes around those */
    double *home_x, *home_y; /* where the layout put them */
} easing;

static bool has_name_outside(const sv_figure *figure)
{
    return figure->side < SV_SIDE_AWAY && figure->label_width > 0;
}

static sv_segment way_of(const easing *e, size_t link)
{
    const sv_figure *from = &e->figures[e->scene->links[link].from], *to = &e->figures[e->scene->links[link].to];
    return (sv_segment){from->x, from->y, to->x, to->y};
}

static ease_boxes boxes_of(const sv_figure *figure)
{
    return (ease_boxes){sv_figure_shape(figure), sv_figure_label(figure), sv_figure_both(figure)};
}

static sv_rect around(const sv_segment *line)
{
    bool right = line->x0 < line->x1, up = line->y0 < line->y1;
    return (sv_rect){right ? line->x0 : line->x1, up ? line->y0 : line->y1, right ? line->x1 : line->x0, up ? line->y1 : line->y0};
}

static bool meet(const sv_rect *a, const sv_rect *b)
{
    return a->left < b->right && b->left < a->right && a->bottom < b->top && b->bottom < a->top;
}

/* Points of a line, whose box is known, in another; most lines are far from it. */
static double beneath(const sv_segment *line, const sv_rect *bounds, const sv_rect *box)
{
    return bounds->left <= box->right && box->left <= bounds->right && bounds->bottom <= box->top && box->bottom <= bounds->top
               ? sv_segment_within(line, box)
               : 0;
}

/* Which side of a line a point is on: above 0 left, below 0 right. */
static double side_of(const sv_segment *line, double x, double y)
{
    return (line->x1 - line->x0) * (y - line->y0) - (line->y1 - line->y0) * (x - line->x0);
}

static bool cross(const sv_segment *a, const sv_segment *b)
{
    return side_of(a, b->x0, b->y0) * side_of(a, b->x1, b->y1) < 0 && side_of(b, a->x0, a->y0) * side_of(b, a->x1, a->y1) < 0;
}

/*
 * What is wrong with the lines of a figure: whom they run beneath, and how many others they cross; or, as soon as that is known, that it
 * is more than `enough`. Its own name comes with its sides.
 */
static double own_lines(const easing *e, size_t which, double enough)
{
    double sum = 0;
    for (size_t k = e->first[which]; k < e->first[which + 1] && sum <= enough; k++) {
        const sv_link *link = &e->scene->links[e->links[k]];
        size_t other = link->from == which ? link->to : link->from;
        sv_segment line = way_of(e, e->links[k]);
        sv_rect bounds = around(&line);
        for (size_t i = 0; i < e->scene->n; i++) {
            const ease_boxes *boxes = &e->boxes[i];
            if (i == which || bounds.left > boxes->both.right || bounds.right < boxes->both.left || bounds.bottom > boxes->both.top ||
                bounds.top < boxes->both.bottom)
                continue;
            if (i != other)
                sum += under_shape * sv_segment_within(&line, &boxes->shape);
            if (has_name_outside(&e->figures[i]))
                sum += sv_segment_within(&line, &boxes->name);
        }
        for (size_t i = 0; i < e->scene->n_links; i++)
            if (meet(&bounds, &e->reaches[i]))
                sum += crossing * cross(&line, &e->ways[i]);
    }
    return sum;
}

/* What lines of others run beneath its shape, and any lines beneath its name. */
static double lines_beneath(const easing *e, size_t which)
{
    ease_boxes boxes = boxes_of(&e->figures[which]);
    bool named = has_name_outside(&e->figures[which]);
    double sum = named ? detour[e->figures[which].side] : 0;
    for (size_t i = 0; i < e->scene->n_links; i++) {
        const sv_link *link = &e->scene->links[i];
        if (link->from == which || link->to == which)
            continue;
        sum += under_shape * beneath(&e->ways[i], &e->reaches[i], &boxes.shape);
        if (named)
            sum += beneath(&e->ways[i], &e->reaches[i], &boxes.name);
    }
    for (size_t k = e->first[which]; named && k < e->first[which + 1]; k++) {
        sv_segment line = way_of(e, e->links[k]);
        sv_rect bounds = around(&line);
        sum += beneath(&line, &bounds, &boxes.name);
    }
    return sum;
}

static bool is_free(const easing *e, size_t which)
{
    const sv_rect *area = &e->room->area;
    sv_rect box = sv_figure_both(&e->figures[which]), wide;
    double gap = e->room->gap;
    wide = (sv_rect){box.left - gap, box.bottom - gap, box.right + gap, box.top + gap};
    if (box.left < area->left || box.right > area->right || box.bottom < area->bottom || box.top > area->top)
        return false;
    for (size_t i = 0; i < e->scene->n; i++)
        if (i != which && meet(&wide, &e->boxes[i].both) && sv_figures_touch(&e->figures[which], &e->figures[i], gap))
            return false;
    return true;
}

/* Try all sides where a figure stands now, so far from home; *best and *least are the best up to now. */
static void try_sides(easing *e, size_t which, sv_figure *best, double *least)
{
    sv_figure *figure = &e->figures[which];
    sv_side as_it_was = figure->side;
    double so_far = from_home * hypot(figure->x - e->home_x[which], figure->y - e->home_y[which]);
    bool known = false;
    for (int side = 0; side < SV_SIDES_OUTSIDE && so_far < *least; side++) {
        double sum;
        if (has_name_outside(figure))
            figure->side = (sv_side)side;
        else if (side > 0)
            break;
        if (!is_free(e, which))
            continue;
        if (!known)
            so_far += own_lines(e, which, *least - so_far);
        known = true;
        if (so_far >= *least)
            break;
        sum = so_far + lines_beneath(e, which);
        if (sum < *least - 1e-6) {
            *least = sum;
            *best = *figure;
        }
    }
    figure->side = as_it_was;
}

/* What is kept of a figure and its lines, as they stand now. */
static void stands(easing *e, size_t which)
{
    e->boxes[which] = boxes_of(&e->figures[which]);
    for (size_t k = e->first[which]; k < e->first[which + 1]; k++) {
        e->ways[e->links[k]] = way_of(e, e->links[k]);
        e->reaches[e->links[k]] = around(&e->ways[e->links[k]]);
    }
}

/* The best place and side for one figure, near where it is. True when that is another than it had. */
static bool ease_one(easing *e, size_t which)
{
    sv_figure *figure = &e->figures[which], before = *figure, best = before;
    double farthest = figure->pinned ? 0 : e->room->farthest, least = own_lines(e, which, HUGE_VAL) + lines_beneath(e, which);
    least += from_home * hypot(before.x - e->home_x[which], before.y - e->home_y[which]);
    if (least <= 0)
        return false;
    try_sides(e, which, &best, &least);
    for (size_t ring = 0; farthest > 0 && ring < sizeof distances / sizeof *distances; ring++)
        for (int turn = 0; turn < directions; turn++) {
            double angle = 2 * 3.14159265358979323846 * turn / directions;
            *figure = before;
            figure->x += farthest * distances[ring] * cos(angle);
            figure->y += farthest * distances[ring] * sin(angle);
            if (hypot(figure->x - e->home_x[which], figure->y - e->home_y[which]) <= farthest + 1e-9)
                try_sides(e, which, &best, &least);
        }
    *figure = best;
    stands(e, which);
    return best.x != before.x || best.y != before.y || best.side != before.side;
}

/* The lines of each figure, in their order. */
static bool gather(easing *e)
{
    const sv_scene *scene = e->scene;
    e->first = sv_alloc(scene->n + 2, sizeof *e->first);
    e->links = sv_alloc(2 * scene->n_links, sizeof *e->links);
    e->boxes = sv_alloc(scene->n, sizeof *e->boxes);
    e->ways = sv_alloc(scene->n_links, sizeof *e->ways);
    e->reaches = sv_alloc(scene->n_links, sizeof *e->reaches);
    e->home_x = sv_alloc(scene->n, sizeof *e->home_x);
    e->home_y = sv_alloc(scene->n, sizeof *e->home_y);
    if (!e->first || !e->links || !e->boxes || !e->ways || !e->reaches || !e->home_x || !e->home_y)
        return false;
    for (size_t i = 0; i < scene->n_links; i++) {
        e->first[scene->links[i].from + 2]++;
        e->first[scene->links[i].to + 2]++;
    }
    for (size_t i = 2; i < scene->n + 2; i++)
        e->first[i] += e->first[i - 1];
    for (size_t i = 0; i < scene->n_links; i++) {
        e->links[e->first[scene->links[i].from + 1]++] = i;
        e->links[e->first[scene->links[i].to + 1]++] = i;
    }
    return true;
}

sv_status sv_ease(const sv_scene *scene, sv_figure *figures, const sv_ease_room *room, sv_error *error)
{
    easing e = {.scene = scene, .figures = figures, .room = room};
    bool fine = gather(&e), again = fine;
    for (size_t i = 0; i < scene->n && fine; i++) {
        e.home_x[i] = figures[i].x;
        e.home_y[i] = figures[i].y;
        stands(&e, i);
    }
    for (int round = 0; round < rounds && again; round++) {
        again = false;
        for (size_t i = 0; i < scene->n; i++) {
            bool loner = e.first[i] == e.first[i + 1];
            if (loner ? !room->loners_stay : room->farthest > 0 || has_name_outside(&figures[i]))
                again |= ease_one(&e, i);
        }
    }
    free(e.first);
    free(e.links);
    free(e.boxes);
    free(e.ways);
    free(e.reaches);
    free(e.home_x);
    free(e.home_y);
    return fine ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arranging: see arrange.h. */
#include "arrange.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "ease.h"
#include "wrap.h"

/* One size of everything. Sizes are points on a slide and grow with larger pages. */
typedef struct size_step {
    double font_size;
    size_t width;       /* of a name's lines, in characters */
    double least, most; /* shapes, across */
    double gap;         /* between any two things */
    double comfort;     /* share of the page that may be filled before a smaller step is better */
    bool beside;        /* names may stand at the right of their shape where that takes less room */
    size_t longest;     /* characters of a word that is kept whole; 0: longest_word */
    double page_scale;  /* of the page */
} size_step;

static const size_step steps[] = {
    {17, 18, 35, 72, 14, 0.24, false, 0, 1}, {14, 18, 30, 62, 12, 0.30, false, 0, 1}, {13, 18, 28, 56, 10, 0.36, false, 0, 1},
    {12, 17, 25, 48, 9, 0.42, false, 0, 1},  {11, 16, 22, 42, 7, 0.48, false, 0, 1},  {10, 15, 20, 36, 5, 0.56, false, 0, 1},
    {9.5, 14, 19, 31, 4, 0.66, false, 0, 1}, {9, 13, 18.5, 29, 3, 0.78, false, 0, 1}, {9, 12, 18.5, 28, 2.5, 0.84, true, 0, 1},
};
enum { n_steps = sizeof steps / sizeof *steps, lines_most = 3, longest_word = 17 };

static const double label_padding = 2;     /* in a label's box, left and right */
static const double chosen_comfort = 0.64; /* share of the page to fill when actors are left out anyway */
static const double shapes_comfort = 0.46; /* share of the page for all shapes, where not all have names */
static const double all_comfort = 0.74;    /* share of the page for those and some names */

static const double ease_gap = 0.7;     /* of the gap: between what has shifted and what it shifted to */
static const double ease_farthest = 36; /* how far somebody may shift to get out of the way of lines */
static const double ease_share = 0.35;  /* or such a share of what each has across, where they are few */
enum { ease_most = 150, ease_most_links = 600 /* more than that names only turn: in such a crowd shifting gains little and costs much */ };

void sv_arrange_clear(sv_arrangement *arrangement)
{
    for (size_t i = 0; arrangement->labels && i < arrangement->n; i++)
        sv_text_clear(&arrangement->labels[i]);
    free(arrangement->labels);
    free(arrangement->figures);
    free(arrangement->width);
    free(arrangement->height);
    *arrangement = (sv_arrangement){0};
}

bool sv_arrange_begin(sv_arrangement *arrangement, size_t n)
{
    *arrangement = (sv_arrangement){.n = n};
    arrangement->figures = sv_alloc(n, sizeof *arrangement->figures);
    arrangement->labels = sv_alloc(n, sizeof *arrangement->labels);
    arrangement->width = sv_alloc(n, sizeof *arrangement->width);
    arrangement->height = sv_alloc(n, sizeof *arrangement->height);
    return arrangement->figures && arrangement->labels && arrangement->width && arrangement->height;
}

bool sv_arrange_names(const sv_look *looks, size_t i)
{
    return i < SV_NAMED_MOST || looks[i].named || looks[i].inside;
}

sv_status sv_arrange_measure(sv_renderer *renderer, const sv_look *looks, double padding, sv_arrangement *a, sv_error *error)
{
    size_t n = 0, at = 0;
    sv_measure *measures;
    sv_status status;
    for (size_t i = 0; i < a->n; i++)
        n += a->labels[i].length > 0;
    measures = sv_alloc(n, sizeof *measures);
    if (!measures)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < a->n; i++)
        if (a->labels[i].length > 0)
            measures[at++] = (sv_measure){.text = sv_text_get(&a->labels[i]), .font_size = a->font_size, .bold = looks[i].bold};
    status = sv_renderer_measure(renderer, measures, n, error);
    at = 0;
    for (size_t i = 0; i < a->n && status == SV_OK; i++) {
        bool named = a->labels[i].length > 0;
        a->figures[i].label_width = named ? measures[at].width + 2 * padding : 0;
        a->figures[i].label_height = named ? measures[at].height : 0;
        at += named;
    }
    free(measures);
    return status;
}

/* Names in lines, and how large they come out: of a large crowd those that sv_arrange_names has. */
static sv_status set_names(sv_renderer *renderer, const size_step *step, const sv_look *looks, sv_arrangement *a, sv_error *error)
{
    sv_status status = SV_OK;
    for (size_t i = 0; i < a->n && status == SV_OK; i++) {
        if (!sv_arrange_names(looks, i))
            continue;
        sv_text_clear(&a->labels[i]);
        if (looks[i].in_lines)
            sv_text_add(&a->labels[i], looks[i].name);
        else if (!sv_wrap(looks[i].name, step->width, step->longest ? step->longest : longest_word, lines_most + (step->longest > 0),
                          &a->labels[i]))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        if (a->labels[i].failed)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    a->font_size = step->font_size;
    return status == SV_OK ? sv_arrange_measure(renderer, looks, label_padding, a, error) : status;
}

/* Width and height of shapes that look about as large as a circle of this width. */
static void shape_size(sv_shape shape, double across, double *width, double *height)
{
    *width = *height = across;
    if (shape == SV_SHAPE_ROUNDED) {
        *width = across * 1.12;
        *height = across * 0.86;
    } else if (shape == SV_SHAPE_HEXAGON) {
        *width = across * 1.2;
    }
}

/* Area is what the eye compares, so the score goes to the square of the width. */
static double across_of(double share, double least, double most)
{
    return sqrt(least * least + fmin(fmax(share, 0), 1) * (most * most - least * least));
}

static void set_figure(const size_step *step, const sv_look *look, size_t i, sv_arrangement *a)
{
    sv_figure *figure = &a->figures[i];
    if (look->inside) {
        a->width[i] = figure->label_width + 8;
        a->height[i] = figure->label_height + 6;
        figure->side = SV_SIDE_INSIDE;
    } else {
        shape_size(look->shape, across_of(look->share, step->least, step->most), &a->width[i], &a->height[i]);
        figure->side = SV_SIDE_BELOW;
    }
    figure->width = a->width[i] + 2 * look->around;
    figure->height = a->height[i] + 2 * look->around;
    figure->pinned = look->pinned;
    figure->scale = step->page_scale;
}

static double room_of(const sv_figure *figure, double gap)
{
    sv_rect box = sv_figure_both(figure);
    return (box.right - box.left + gap) * (box.top - box.bottom + gap);
}

/* All sizes of a step. */
static sv_status set_sizes(sv_renderer *renderer, const size_step *step, const sv_look *looks, sv_arrangement *a, sv_error *error)
{
    sv_status status = set_names(renderer, step, looks, a, error);
    for (size_t i = 0; i < a->n && status == SV_OK; i++) {
        double below;
        set_figure(step, &looks[i], i, a);
        below = room_of(&a->figures[i], step->gap);
        if (!step->beside || looks[i].inside)
            continue;
        a->figures[i].side = SV_SIDE_RIGHT;
        if (room_of(&a->figures[i], step->gap) > below * 0.9)
            a->figures[i].side = SV_SIDE_BELOW;
    }
    a->gap = step->gap;
    a->least = step->least;
    a->most = step->most;
    return status;
}

/* A step as it is on a page. */
static size_step scaled(const size_step *step, const sv_page *page)
{
    double scale = page->scale;
    size_step out = *step;
    out.font_size *= scale;
    out.least *= scale;
    out.most *= scale;
    out.gap *= scale;
    out.page_scale = scale;
    return out;
}

size_t sv_arrange_steps(void)
{
    return n_steps;
}

sv_status sv_arrange_sizes(sv_renderer *renderer, const sv_page *page, size_t step, const sv_look *looks, sv_arrangement *arrangement,
                           double *gap, sv_error *error)
{
    size_step size = scaled(&steps[step < n_steps ? step : n_steps - 1], page);
    sv_status status;
    size.most = size.least;
    size.beside = false;
    size.width -= 1 + (step < n_steps ? 0 : step - n_steps + 1);
    size.longest = size.width + 1;
    *gap = size.gap;
    status = set_sizes(renderer, &size, looks, arrangement, error);
    for (size_t i = 0; i < arrangement->n && status == SV_OK; i++)
        if (arrangement->figures[i].side < SV_SIDE_INSIDE)
            arrangement->figures[i].side = SV_SIDE_RIGHT;
    return status;
}

sv_status sv_arrange_type(sv_renderer *renderer, const sv_page *page, size_t step, size_t line, double smaller, const sv_look *looks,
                          sv_arrangement *arrangement, sv_error *error)
{
    size_step size = scaled(&steps[step < n_steps ? step : n_steps - 1], page);
    size.width = line ? line : size.width;
    size.most = fmax(size.least, size.most * (1 - smaller));
    arrangement->step = step;
    arrangement->line = size.width;
    return set_sizes(renderer, &size, looks, arrangement, error);
}

static double area_of(const sv_rect *area)
{
    return (area->right - area->left) * (area->top - area->bottom);
}

static double fill_of(const sv_arrangement *a, const sv_rect *area, double gap)
{
    double sum = 0;
    for (size_t i = 0; i < a->n; i++)
        sum += room_of(&a->figures[i], gap);
    return sum / area_of(area);
}

sv_status sv_arrange_room(sv_renderer *renderer, const sv_page *page, const sv_look *looks, size_t n, const sv_rect *area, size_t *room,
                          sv_error *error)
{
    size_step step = scaled(&steps[n_steps - 1], page);
    sv_arrangement a;
    double sum = 0;
    sv_status status = SV_OK;
    *room = 0;
    if (!sv_arrange_begin(&a, n < SV_NAMED_MOST ? n : SV_NAMED_MOST))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else
        status = set_sizes(renderer, &step, looks, &a, error);
    while (status == SV_OK && *room < a.n) {
        sum += room_of(&a.figures[*room], step.gap);
        if (sum > chosen_comfort * area_of(area))
            break;
        ++*room;
    }
    sv_arrange_clear(&a);
    return status;
}

static void place_pinned(const sv_look *looks, sv_arrangement *a)
{
    for (size_t i = 0; i < a->n; i++) {
        a->figures[i].x = looks[i].pinned ? looks[i].x : 0;
        a->figures[i].y = looks[i].pinned ? looks[i].y : 0;
        if (looks[i].sided && a->figures[i].side < SV_SIDE_INSIDE)
            a->figures[i].side = looks[i].side;
    }
}

/*
 * True when the names of a step certainly fill more than its comfort, by the room of their letters alone: asking the
 * renderer how large they are costs more than all else in a step that is too large anyway.
 */
static bool surely_too_full(const size_step *step, const sv_look *looks, size_t n, const sv_rect *area)
{
    const double narrow = 0.42, line = 1.1; /* of the type size: less than the mean letter is wide, and a line high */
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double letters = (double)sv_utf8_count(looks[i].name), lines = ceil(letters / (double)step->width);
        double across = fmax(letters / lines * narrow * step->font_size, step->least);
        lines = fmin(lines, lines_most);
        sum += (across + step->gap) * (lines * line * step->font_size + step->least + step->gap);
    }
    return sum > step->comfort * area_of(area);
}

/* What trying a step needs; the layout is asked for once: later steps only fit the same places more tightly. */
typedef struct trial {
    sv_renderer *renderer;
    const sv_scene *scene;
    const sv_look *looks;
    const sv_rect *area;
    double scale;
    sv_layout layout;
} trial;

static sv_status try_step(trial *t, const size_step *step, sv_arrangement *a, sv_error *error)
{
    const sv_rect *area = t->area;
    sv_status status = set_sizes(t->renderer, step, t->looks, a, error);
    if (status != SV_OK || fill_of(a, area, step->gap) > step->comfort)
        return status;
    place_pinned(t->looks, a);
    if (t->layout.n == 0)
        status = sv_layout_new(t->renderer, a->figures, t->scene, (area->right - area->left) / (area->top - area->bottom), t->scale,
                               &t->layout, error);
    if (status == SV_OK)
        status = sv_layout_fit(&t->layout, a->figures, area, step->gap, &a->apart, &a->clear, error);
    return status;
}

/*
 * The largest step in which everything fits, names included. Where some must stay in their places lines of other widths are tried too:
 * what a name takes beside its neighbours depends on where it breaks.
 */
static sv_status arrange_named(sv_renderer *renderer, const sv_page *page, const sv_scene *scene, const sv_look *looks, const sv_rect *area,
                               sv_arrangement *a, sv_error *error)
{
    trial t = {.renderer = renderer, .scene = scene, .looks = looks, .area = area, .scale = page->scale};
    sv_status status = SV_OK;
    bool any_pinned = false;
    for (size_t i = 0; i < scene->n; i++)
        any_pinned |= looks[i].pinned;
    for (size_t i = 0; i < n_steps && status == SV_OK && !a->clear; i++) {
        size_step step = scaled(&steps[i], page);
        if (i + 1 < n_steps && surely_too_full(&step, looks, a->n, area))
            continue;
        status = try_step(&t, &step, a, error);
        a->step = i;
        for (size_t wider = i; any_pinned && wider-- > 0 && status == SV_OK && !a->clear;) {
            if (steps[wider].width == steps[wider + 1].width)
                continue;
            step.width = steps[wider].width;
            status = try_step(&t, &step, a, error);
        }
        a->line = step.width;
    }
    sv_layout_clear(&t.layout);
    return status;
}

/* Give the first figures their names, as many as fill the page so far and at most so many; the others go without. */
static size_t name_first(sv_arrangement *a, const sv_rect *area, double gap, size_t most)
{
    double sum = 0, limit = all_comfort * area_of(area);
    size_t named = 0;
    for (size_t i = 0; i < a->n; i++) {
        if (a->figures[i].side != SV_SIDE_INSIDE)
            a->figures[i].side = SV_SIDE_NOWHERE;
        sum += room_of(&a->figures[i], gap);
    }
    for (size_t i = 0; i < a->n && named < most; i++) {
        double bare = room_of(&a->figures[i], gap);
        if (a->figures[i].side == SV_SIDE_INSIDE)
            continue;
        a->figures[i].side = SV_SIDE_BELOW;
        sum += room_of(&a->figures[i], gap) - bare;
        if (sum > limit) {
            a->figures[i].side = SV_SIDE_NOWHERE;
            break;
        }
        named++;
    }
    return named;
}

/* Every shape, as large as the page allows; the first have names from the start, others where a name still fits. */
static sv_status arrange_shapes(sv_renderer *renderer, const sv_page *page, const sv_scene *scene, const sv_look *looks,
                                const sv_rect *area, sv_arrangement *a, sv_error *error)
{
    size_step step = scaled(&steps[n_steps - 1], page);
    double across = sqrt(area_of(area) * shapes_comfort / (double)a->n);
    double aspect = (area->right - area->left) / (area->top - area->bottom);
    size_t named = SV_NAMED_MOST;
    sv_layout layout = {0};
    sv_status status;
    a->step = n_steps;
    step.gap = fmin(step.gap, across * 0.2);
    step.least = fmin(step.least, across - step.gap - 2);
    step.most = fmin(step.most, step.least * 1.4);
    status = set_sizes(renderer, &step, looks, a, error);
    while (status == SV_OK && !a->clear && named > 0) {
        named = name_first(a, area, step.gap, named - 1 - named / 5);
        place_pinned(looks, a);
        if (layout.n == 0)
            status = sv_layout_new(renderer, a->figures, scene, aspect, page->scale, &layout, error);
        if (status == SV_OK)
            status = sv_layout_fit(&layout, a->figures, area, step.gap, &a->apart, &a->clear, error);
    }
    if (status == SV_OK)
        sv_labels_choose(a->figures, a->n, SV_NAMED_MOST, area, step.gap);
    sv_layout_clear(&layout);
    return status;
}

sv_status sv_arrange(sv_renderer *renderer, const sv_page *page, const sv_scene *scene, const sv_look *looks, const sv_rect *area, bool all,
                     sv_arrangement *arrangement, sv_error *error)
{
    sv_status status;
    if (!sv_arrange_begin(arrangement, scene->n))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = scene->n > SV_NAMED_MOST ? SV_OK : arrange_named(renderer, page, scene, looks, area, arrangement, error);
    if (status == SV_OK && all && !arrangement->clear)
        status = arrange_shapes(renderer, page, scene, looks, area, arrangement, error);
    return status;
}

sv_status sv_arrange_ease(const sv_page *page, const sv_scene *scene, const sv_rect *area, sv_arrangement *arrangement, sv_error *error)
{
    sv_ease_room room = {.area = *area, .gap = ease_gap * arrangement->gap, .farthest = ease_farthest * page->scale};
    if (scene->n > 0)
        room.farthest = fmax(room.farthest, ease_share * sqrt(area_of(area) / (double)scene->n));
    if (arrangement->apart.top > arrangement->apart.bottom) {
        room.area.bottom = arrangement->apart.top + SV_APART_HEADING * page->scale;
        room.loners_stay = true;
    }
    if (scene->n > ease_most || scene->n_links > ease_most_links)
        room.farthest = 0;
    return sv_ease(scene, arrangement->figures, &room, error);
}

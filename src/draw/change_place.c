/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places on the change view. Those who were there are placed first, by the lines of the map before alone, so that nobody makes
 * way for who came; then each who came gets a free place near the middle of those it is tied to, most tied first. In smaller
 * type where there is not room for all.
 */
#include <math.h>
#include <stdlib.h>

#include "change_parts.h"

static const double spread = 3;          /* around each who was there, so that there is room for who comes */
static const double frame_height = 96;   /* above the places of a slide: title in two lines, subtitle and sentence */
static const double foot_height = 50;    /* below them: what was left out, source */
static const double least_gap = 0.6;     /* share of the gap that must be there in the end */
static const double search_step = 0.25;  /* between the circles on which a free place is looked for: of a shape's width */
static const double fair_distance = 2.2; /* from those it is tied to: the same */
enum { directions = 24 };

/* The part of the page for those who were there, whatever the words around it: what is left is for who came. */
static sv_rect ground_of(const sv_stage *stage)
{
    const sv_page *page = stage->page;
    sv_rect ground = {page->margin, page->margin + foot_height * page->scale,
                      page->width - page->margin - page->legend_width - 18 * page->scale,
                      page->height - page->margin - frame_height * page->scale};
    ground.right = fmin(ground.right, stage->inside.right);
    ground.top = fmin(ground.top, stage->inside.top);
    ground.bottom = fmax(ground.bottom, stage->inside.bottom);
    return ground;
}

/* ---- Who was there ---- */

/* One of the cast, by its row in the map before. */
typedef struct stood {
    size_t row, i;
} stood;

static int by_row(const void *left, const void *right)
{
    const stood *a = left, *b = right;
    return a->row < b->row ? -1 : a->row > b->row;
}

static int by_ends(const void *left, const void *right)
{
    const sv_link *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return a->bond < b->bond ? -1 : a->bond > b->bond;
}

/* Everyone who was there, in the order of the map before, and their lines of then: nothing of what came may decide on a place. */
static size_t gather_old(const change_view *v, stood *order, size_t *place, sv_look *looks, sv_scene *old)
{
    const sv_scene *scene = &v->cast.scene;
    for (size_t i = 0; i < scene->n; i++) {
        place[i] = SV_NO_ROW;
        if (v->state[scene->actors[i]] != CHANGE_CAME)
            order[old->n++] = (stood){sv_alignment_row(v->changes->alignment, true, SV_ACTORS, scene->actors[i]), i};
    }
    if (old->n)
        qsort(order, old->n, sizeof *order, by_row);
    for (size_t k = 0; k < old->n; k++) {
        place[order[k].i] = k;
        looks[k] = v->cast.looks[order[k].i];
        looks[k].around += spread * v->stage->page->scale;
    }
    for (size_t i = 0; i < v->n_links; i++) {
        size_t a = scene->place[v->links[i].a], b = scene->place[v->links[i].b];
        if (v->links[i].state == CHANGE_CAME || a == SV_NO_ROW || b == SV_NO_ROW)
            continue;
        a = place[a];
        b = place[b];
        old->links[old->n_links++] = (sv_link){.from = a < b ? a : b, .to = a < b ? b : a, .bond = v->links[i].bond, .strength = 2};
    }
    if (old->n_links)
        qsort(old->links, old->n_links, sizeof *old->links, by_ends);
    return old->n;
}

/* Arrange them: place[i] is where each of the cast stands in it, SV_NO_ROW for who came. */
static sv_status place_old(const change_view *v, size_t *place, sv_arrangement *arrangement)
{
    const sv_stage *stage = v->stage;
    size_t n = v->cast.scene.n;
    stood *order = sv_alloc(n, sizeof *order);
    sv_look *looks = sv_alloc(n, sizeof *looks);
    sv_link *links = sv_alloc(v->n_links, sizeof *links);
    sv_scene old = {.links = links};
    sv_rect ground = ground_of(stage);
    sv_status status = order && looks && links ? SV_OK : sv_stage_no_memory(stage);
    if (status == SV_OK && gather_old(v, order, place, looks, &old))
        status = sv_arrange(stage->renderer, stage->page, &old, looks, &ground, stage->options->all, arrangement, stage->error);
    free(order);
    free(looks);
    free(links);
    return status;
}

/* ---- Who came ---- */

static bool is_free(const sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap)
{
    sv_rect box = sv_figure_both(&figures[which]);
    if (box.left < area->left || box.right > area->right || box.bottom < area->bottom || box.top > area->top)
        return false;
    for (size_t i = 0; i < n; i++)
        if (i != which && placed[i] && sv_figures_touch(&figures[which], &figures[i], gap))
            return false;
    return true;
}

/* Keep a name where it is, or else on another side, where nothing touches. */
static bool turn_name(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap)
{
    if (is_free(figures, placed, n, which, area, gap))
        return true;
    for (int side = 0; side < SV_SIDES_OUTSIDE; side++) {
        figures[which].side = (sv_side)side;
        if (is_free(figures, placed, n, which, area, gap))
            return true;
    }
    return false;
}

/* The free place nearest to where it is, from so far on, its name on whichever side is free there. */
static bool settle_from(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap, double from,
                        double to)
{
    sv_figure *figure = &figures[which];
    double x = figure->x, y = figure->y;
    for (double far = from; far <= to; far += figure->width * search_step)
        for (int turn = 0; turn < (far > 0 ? directions : 1); turn++) {
            double angle = 2 * 3.14159265358979323846 * turn / directions;
            figure->x = x + far * cos(angle);
            figure->y = y + far * sin(angle);
            for (int side = 0; side < SV_SIDES_OUTSIDE; side++) {
                figure->side = (sv_side)side;
                if (is_free(figures, placed, n, which, area, gap))
                    return true;
            }
        }
    figure->x = x;
    figure->y = y;
    return false;
}

/* At a fair distance, so that the line to it can be seen; nearer or further where there is no room. */
static bool settle_near(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap)
{
    double fair = fair_distance * figures[which].width, farthest = hypot(area->right - area->left, area->top - area->bottom);
    return settle_from(figures, placed, n, which, area, gap, fair, 1.5 * fair) ||
           settle_from(figures, placed, n, which, area, gap, 0, farthest);
}

/* How many of those it is tied to have a place, and their middle. */
static size_t tied_to(const change_view *v, const bool *placed, size_t which, double *x, double *y)
{
    const sv_scene *scene = &v->cast.scene;
    const sv_figure *figures = v->arrangement.figures;
    size_t n = 0;
    *x = *y = 0;
    for (size_t i = 0; i < scene->n_links; i++) {
        size_t other = scene->links[i].from == which ? scene->links[i].to : scene->links[i].to == which ? scene->links[i].from : SV_NO_ROW;
        if (other == SV_NO_ROW || !placed[other])
            continue;
        *x += figures[other].x;
        *y += figures[other].y;
        n++;
    }
    if (n) {
        *x /= (double)n;
        *y /= (double)n;
    }
    return n;
}

/* Everyone who came, one by one: next who is tied to most who have a place; who is tied to nobody in the lower right corner. */
static bool place_new(change_view *v, bool *placed, double gap)
{
    const sv_rect *area = &v->stage->inside;
    size_t n = v->cast.scene.n;
    for (;;) {
        size_t next = SV_NO_ROW, most = 0;
        double x, y, best_x = area->right, best_y = area->bottom;
        for (size_t i = 0; i < n; i++) {
            size_t ties = placed[i] ? 0 : tied_to(v, placed, i, &x, &y);
            if (placed[i] || (next != SV_NO_ROW && ties <= most))
                continue;
            next = i;
            most = ties;
            best_x = ties ? x : area->right;
            best_y = ties ? y : area->bottom;
        }
        if (next == SV_NO_ROW)
            return true;
        v->arrangement.figures[next].x = best_x;
        v->arrangement.figures[next].y = best_y;
        if (!settle_near(v->arrangement.figures, placed, n, next, area, gap))
            return false;
        placed[next] = true;
    }
}

/* All of the cast in one size: who was there as it stands in `old`, who came around them. */
static sv_status try_step(change_view *v, const sv_arrangement *old, const size_t *place, size_t step, bool *placed)
{
    const sv_stage *stage = v->stage;
    size_t n = v->cast.scene.n;
    double gap;
    sv_status status = sv_arrange_step(stage->renderer, stage->page, step, v->cast.looks, &v->arrangement, &gap, stage->error);
    bool clear = status == SV_OK;
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        placed[i] = place[i] != SV_NO_ROW;
        if (!placed[i])
            continue;
        v->arrangement.figures[i].x = old->figures[place[i]].x;
        v->arrangement.figures[i].y = old->figures[place[i]].y;
        v->arrangement.figures[i].side = old->figures[place[i]].side;
    }
    for (size_t i = 0; i < n && clear; i++)
        clear = !placed[i] || turn_name(v->arrangement.figures, placed, n, i, &stage->inside, gap * least_gap);
    v->arrangement.apart = old->apart;
    v->arrangement.clear = clear && place_new(v, placed, gap * least_gap);
    return status;
}

/* Where the map before has nobody on the picture, or not all have names, everyone is arranged at once around those who stand. */
static sv_status place_around(change_view *v, const sv_arrangement *old, const size_t *place)
{
    const sv_stage *stage = v->stage;
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        sv_look *look = &v->cast.looks[i];
        look->pinned = place[i] != SV_NO_ROW;
        look->x = look->pinned ? old->figures[place[i]].x : 0;
        look->y = look->pinned ? old->figures[place[i]].y : 0;
    }
    sv_arrange_clear(&v->arrangement);
    return sv_arrange(stage->renderer, stage->page, &v->cast.scene, v->cast.looks, &stage->inside, stage->options->all, &v->arrangement,
                      stage->error);
}

sv_status change_place(change_view *v)
{
    size_t n = v->cast.scene.n, *place = sv_alloc(n, sizeof *place);
    bool *placed = sv_alloc(n, sizeof *placed);
    sv_arrangement old = {0};
    sv_status status = place && placed ? place_old(v, place, &old) : sv_stage_no_memory(v->stage);
    sv_arrange_clear(&v->arrangement);
    if (status == SV_OK && !sv_arrange_begin(&v->arrangement, n))
        status = sv_stage_no_memory(v->stage);
    for (size_t step = old.step; status == SV_OK && old.clear && !v->arrangement.clear && step < sv_arrange_steps(); step++)
        status = try_step(v, &old, place, step, placed);
    if (status == SV_OK && !v->arrangement.clear && (old.n == 0 || v->stage->options->all))
        status = place_around(v, &old, place);
    sv_arrange_clear(&old);
    free(place);
    free(placed);
    return status;
}

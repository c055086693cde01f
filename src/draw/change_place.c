/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places on the change view. Those who were there are placed first, by the lines of the map before alone, so that nobody makes
 * way for who came; where places are kept, they have those. Then they are pinned, and who came joins them.
 */
#include <math.h>
#include <stdlib.h>

#include "change_parts.h"
#include "pins.h"

static const double spread = 3;        /* around each who was there, so that there is room for who comes */
static const double frame_height = 96; /* above the places of a slide: title in two lines, subtitle and sentence */
static const double foot_height = 50;  /* below them: what was left out, source */

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

/* Arrange those who were there, and pin them where they come out. *clear is false when there is no room for all of them. */
static sv_status place_old(change_view *v, bool *clear)
{
    const sv_stage *stage = v->stage;
    size_t n = v->cast.scene.n, *place = sv_alloc(n, sizeof *place);
    stood *order = sv_alloc(n, sizeof *order);
    sv_look *looks = sv_alloc(n, sizeof *looks);
    sv_link *links = sv_alloc(v->n_links, sizeof *links);
    sv_scene old = {.links = links};
    sv_rect ground = ground_of(stage);
    sv_arrangement arrangement = {0};
    sv_status status = place && order && looks && links ? SV_OK : sv_stage_no_memory(stage);
    if (status == SV_OK && gather_old(v, order, place, looks, &old))
        status = sv_arrange(stage->renderer, stage->page, &old, looks, &ground, stage->options->all, &arrangement, stage->error);
    *clear = old.n == 0 || arrangement.clear;
    for (size_t i = 0; i < n && status == SV_OK; i++)
        if (place[i] != SV_NO_ROW) {
            const sv_figure *figure = &arrangement.figures[place[i]];
            sv_look *look = &v->cast.looks[i];
            look->pinned = true;
            look->x = figure->x;
            look->y = figure->y;
            look->sided = figure->side < SV_SIDE_AWAY;
            look->side = look->sided ? figure->side : SV_SIDE_BELOW;
        }
    sv_arrange_clear(&arrangement);
    free(place);
    free(order);
    free(looks);
    free(links);
    return status;
}

/* Most of those who were there have a place that was kept: then the others join them. */
static bool are_kept(const change_view *v)
{
    size_t old = 0, pinned = 0;
    for (size_t i = 0; i < v->cast.scene.n; i++)
        if (v->state[v->cast.scene.actors[i]] != CHANGE_CAME) {
            old++;
            pinned += v->cast.looks[i].pinned;
        }
    return old > 0 && 2 * pinned >= old;
}

sv_status change_place(change_view *v)
{
    const sv_stage *stage = v->stage;
    bool clear = true, all = stage->options->all;
    sv_status status = sv_pins_set(&v->cast, &stage->inside, stage->options->places);
    if (status == SV_OK && !are_kept(v))
        status = place_old(v, &clear);
    sv_arrange_clear(&v->arrangement);
    if (status == SV_OK && (clear || all))
        status =
            sv_arrange(stage->renderer, stage->page, &v->cast.scene, v->cast.looks, &stage->inside, all, &v->arrangement, stage->error);
    return status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pins: see pins.h. */
#include "pins.h"

#include <math.h>

static const double pinned_share = 0.86; /* of the area, for places from the map */

/* From the map's x and y to points: as they are when all lie in the area, else scaled onto it. False when the map places nobody. */
static bool fit_map(const sv_cast *cast, const sv_rect *area, sv_places_fit *fit)
{
    sv_rect bound = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    double across = area->right - area->left, up = area->top - area->bottom;
    for (size_t i = 0; i < cast->scene.n; i++)
        if (cast->looks[i].pinned)
            bound = (sv_rect){fmin(bound.left, cast->looks[i].x), fmin(bound.bottom, cast->looks[i].y), fmax(bound.right, cast->looks[i].x),
                              fmax(bound.top, cast->looks[i].y)};
    *fit = (sv_places_fit){.scale = 1};
    if (bound.left > bound.right)
        return false;
    if (bound.left >= area->left && bound.bottom >= area->bottom && bound.right <= area->right && bound.top <= area->top)
        return true;
    fit->scale =
        fmin(across * pinned_share / fmax(bound.right - bound.left, 1e-9), up * pinned_share / fmax(bound.top - bound.bottom, 1e-9));
    fit->scale = fmin(fit->scale, 1e9);
    fit->shift_x = (area->left + area->right) / 2 - fit->scale * (bound.left + bound.right) / 2;
    fit->shift_y = (area->bottom + area->top) / 2 - fit->scale * (bound.bottom + bound.top) / 2;
    return true;
}

/* A later place of the map may lie beyond where the first ones left room. */
static double within(double at, double low, double high)
{
    return fmin(fmax(at, low), high);
}

sv_status sv_pins_set(sv_cast *cast, const sv_rect *area, sv_places *places)
{
    const sv_stage *stage = cast->stage;
    sv_places_fit fit;
    bool placed = fit_map(cast, area, &fit);
    sv_status status = SV_OK;
    if (placed && places && !sv_places_get_fit(places, stage->page->id, &fit))
        status = sv_places_put_fit(places, stage->page->id, &fit, stage->error);
    for (size_t i = 0; i < cast->scene.n; i++) {
        sv_look *look = &cast->looks[i];
        if (look->pinned) {
            look->x = within(look->x * fit.scale + fit.shift_x, area->left, area->right);
            look->y = within(look->y * fit.scale + fit.shift_y, area->bottom, area->top);
        } else if (places) {
            sv_page_spot spot = {.side = -1};
            look->pinned = sv_places_get(places, stage->page->id, sv_map_actor(cast->scene.map, cast->scene.actors[i])->id, &spot);
            look->x = spot.x;
            look->y = spot.y;
            look->sided = spot.side >= 0;
            look->side = look->sided ? (sv_side)spot.side : SV_SIDE_BELOW;
        }
    }
    return status;
}

sv_status sv_pins_keep(const sv_cast *cast, sv_arrangement *arrangement, sv_places *places)
{
    const sv_stage *stage = cast->stage;
    sv_page_type type = {0};
    sv_status status = SV_OK;
    for (size_t i = 0; i < cast->scene.n && status == SV_OK; i++) {
        sv_figure *figure = &arrangement->figures[i];
        sv_page_spot spot;
        if (!figure->pinned) {
            figure->x = round(figure->x * 100) / 100;
            figure->y = round(figure->y * 100) / 100;
        }
        spot = (sv_page_spot){figure->x, figure->y, figure->side < SV_SIDE_AWAY ? (int)figure->side : -1};
        status = sv_places_put(places, stage->page->id, sv_map_actor(cast->scene.map, cast->scene.actors[i])->id, &spot, stage->error);
    }
    if (status == SV_OK && !sv_places_get_type(places, stage->page->id, &type))
        type = (sv_page_type){.legend = ceil(stage->legend.width), .words = stage->words};
    type.step = arrangement->step;
    type.line = arrangement->line;
    type.drawn = cast->scene.n_scored;
    if (status == SV_OK)
        status = sv_places_put_type(places, stage->page->id, &type, stage->error);
    sv_places_narrow(places, stage->options->audience);
    return status;
}

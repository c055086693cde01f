/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Layout: where figures stand, so that who is tied stands near. The renderer's engines place what hangs together;
 * the parts are turned with their long side across, packed to the shape of the page, stretched onto it, and moved
 * until no name covers another. Figures without any line stand in tidy rows at the bottom.
 */
#ifndef SV_DRAW_LAYOUT_H
#define SV_DRAW_LAYOUT_H

#include "labels.h"
#include "renderer.h"
#include "scene.h"

/* Points kept free on a slide above the figures without lines, for saying that they are. */
#define SV_APART_HEADING 16.0

typedef struct sv_layout {
    size_t n;
    double *x, *y;          /* as the engine says, parts turned and packed; for figures without lines nothing */
    double *width, *height; /* what was kept free around each */
    size_t *part;           /* the part each figure belongs to; SV_NO_ROW when it has no lines */
    size_t n_parts, n_apart;
    double scale; /* of the page */
    bool any_pinned;
} sv_layout;

/* Let the engine place figures (their sizes and labels filled in; x and y of pinned ones). Clear it, also after a fault. */
sv_status sv_layout_new(sv_renderer *renderer, const sv_figure *figures, const sv_scene *scene, double aspect, double scale,
                        sv_layout *layout, sv_error *error);
void sv_layout_clear(sv_layout *layout);

/*
 * Fit onto an area and settle: fills in x and y. *clear is false when there is no room for all; figures then lie as
 * near to right as they came. `apart` gets the area of those without lines; empty when there are none, or only such.
 */
sv_status sv_layout_fit(const sv_layout *layout, sv_figure *figures, const sv_rect *area, double gap, sv_rect *apart, bool *clear,
                        sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network view in parts: what is known of every actor on it, its marks and lines, and its legend. */
#ifndef SV_DRAW_NETWORK_PARTS_H
#define SV_DRAW_NETWORK_PARTS_H

#include "arrange.h"
#include "legend.h"
#include "paint.h"
#include "scene.h"

/* What a shape says. Office: who sits in the council or the executive. */
typedef enum sv_standing {
    SV_STANDING_PERSON = 0,
    SV_STANDING_OFFICE,
    SV_STANDING_ORGANISATION,
    SV_STANDING_ALLIANCE,
    SV_STANDING_CONTAINER,
    SV_STANDING_OTHER,
    SV_STANDINGS
} sv_standing;

typedef struct sv_network_parts {
    const sv_draw_options *options;
    const sv_page *page;
    const sv_theme *theme;
    sv_scene scene;
    sv_paint paint;
    sv_look *looks; /* in the order of the scene */
    sv_standing *standing;
    bool *bridge;
    bool any_pinned;  /* the map says where someone stands */
    size_t score;     /* by which shapes are sized */
    double low, high; /* of that score, among those shown; NaN when nobody has one */
} sv_network_parts;

/* The parts for at most `most` scored actors. Clear them, also after a fault. */
sv_status sv_network_parts_new(const sv_scores *scores, const sv_draw_options *options, const sv_page *page, const sv_theme *theme,
                               size_t most, sv_network_parts *parts, sv_error *error);
void sv_network_parts_clear(sv_network_parts *parts);

/* Colours, shapes, size, borders and lines: only what this picture has. Texts made for it are added to `texts`. */
void sv_network_legend(const sv_network_parts *parts, sv_legend *legend, sv_arena *texts);

/* Lines first, then shapes, then names. False without memory. */
bool sv_network_marks(const sv_network_parts *parts, const sv_arrangement *arrangement, sv_picture *picture);

#endif

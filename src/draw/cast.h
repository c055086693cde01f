/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The cast: which actors are on the picture and how each of them looks, the same in every view. Shape says what kind of
 * actor it is, size how high it is on the chosen score, colour and sign its position or sector, a ring that it is us.
 */
#ifndef SV_DRAW_CAST_H
#define SV_DRAW_CAST_H

#include "arrange.h"
#include "paint.h"
#include "scene.h"
#include "stage.h"

#define SV_BORDER_USUAL 1.0
#define SV_BORDER_BRIDGE 3.2
#define SV_RING_WIDTH 2.2
#define SV_RING_OFF 4.4 /* from the shape to the middle of the ring */

#define SV_CAST_GONE "×" /* in the outline of who is no longer there */

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

typedef struct sv_cast {
    sv_stage *stage;
    sv_scene scene;
    sv_paint paint;
    sv_look *looks; /* in the order of the scene, as all that follows */
    sv_standing *standing;
    bool *bridge;      /* drawn with a thick border; sv_cast_bridges finds them */
    const char *heavy; /* what that border means in another view, translated already; NULL: a bridge */
    bool *ghost;       /* only a broken outline with a cross in it: it is no longer there */
    bool *pale;        /* there, but not what the picture is about */
    bool *shown;       /* false: found no room; then sv_cast_recount, so that the legend knows */
    const char **more; /* what a view adds to a tooltip; NULL for nothing */
    size_t *mark;      /* in the picture, once drawn; SV_NO_MARK for those not shown */
    bool bare_labels;  /* names without a veil behind them: nothing runs beneath them in this view */
    bool any_pinned;   /* the map says where someone stands: x and y of those looks are the map's until sv_pins_set */
    double low, high;  /* of the score, among those shown; NaN when nobody has one */
} sv_cast;

/*
 * At most `most` scored actors, of those wanted (by row of Actors; NULL: all), the lines between them, and the bodies they belong to.
 * Clear it, also after a fault.
 */
sv_status sv_cast_new(sv_stage *stage, const bool *wanted, size_t most, sv_cast *cast);
/* The scored actors that a view has a place for: wanted[row of Actors]. No lines and no bodies. Clear it, also after a fault. */
sv_status sv_cast_of(sv_stage *stage, const bool *wanted, sv_cast *cast);
void sv_cast_clear(sv_cast *cast);

/* Mark the few that stand most between others; needs betweenness. */
sv_status sv_cast_bridges(sv_cast *cast);
/* Count anew who has which colour, and the range of the score, over those shown. */
void sv_cast_recount(sv_cast *cast);

/* Add to the stage's legend what of these is on the picture. */
enum { SV_LEGEND_COLOURS = 1, SV_LEGEND_SHAPES = 2, SV_LEGEND_SIZE = 4, SV_LEGEND_BORDERS = 8, SV_LEGEND_ALL = 15 };
void sv_cast_legend(const sv_cast *cast, int parts);
/* A shape's width in the legend. */
double sv_cast_swatch(const sv_cast *cast);

/* "The larger, the higher on …": the one sentence to read sizes by; "" when all are equally large. */
const char *sv_cast_size_sentence(const sv_cast *cast);

/* Draw everyone shown as arranged: rings, shapes, then names and the lines that lead to them. Fills in cast->mark. False without memory. */
bool sv_cast_draw(sv_cast *cast, const sv_arrangement *arrangement);
/* The colour of somebody who is there, but not what the picture is about. */
uint32_t sv_cast_pale(const sv_cast *cast, uint32_t fill);
/* The shape of one actor as it is drawn, with its ring when it has one: where lines end. */
sv_mark sv_cast_outline(const sv_cast *cast, const sv_arrangement *arrangement, size_t place);

#endif

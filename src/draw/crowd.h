/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A crowd: more actors than fit, placed by a plot of some form, with its legend, its frame, and what was left out said there. */
#ifndef SV_DRAW_CROWD_H
#define SV_DRAW_CROWD_H

#include "cast.h"

/* Fills the legend from the cast, as it is shown. */
typedef void sv_crowd_legend(const sv_cast *cast, void *context);
/* Places the cast within an area; cast->shown is true for everyone before, and says who found room after. Fills in how many are shown, and
 * with a name. */
typedef sv_status sv_crowd_place(void *plot, sv_cast *cast, const sv_rect *area, size_t *shown, size_t *named);

typedef struct sv_crowd {
    const sv_frame *frame;
    const char *unplaced; /* a sentence on whom the view has no place for; NULL for none */
    sv_crowd_legend *legend;
    void *context;
    sv_crowd_place *place;
    void *plot;
} sv_crowd;

/* Legend and frame, then placing, until the frame says what was left out; then the report and the legend of those shown. Drawing is the
 * caller's. */
sv_status sv_crowd_compose(const sv_crowd *crowd, sv_cast *cast);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Placing around figures that may not move. */
#ifndef SV_DRAW_LAYOUT_PINNED_H
#define SV_DRAW_LAYOUT_PINNED_H

#include "layout.h"

/* True when at least half of the figures are pinned: then the others join them, one by one. */
bool sv_layout_is_joined(const sv_figure *figures, size_t n);

/* Put those that join in the middle of all they are tied to; NaN for who is tied to nobody that is placed. */
sv_status sv_layout_draw_in(const sv_figure *figures, const sv_scene *scene, sv_layout *layout, sv_error *error);

/*
 * Give every figure its place: the pinned ones theirs, exactly, with their names turned to free sides; the others as near as can be
 * to where the engine put them. *clear is false when something touches.
 */
sv_status sv_layout_join(const sv_layout *layout, sv_figure *figures, const sv_rect *area, double gap, bool *clear, sv_error *error);

/*
 * Find a place for one figure that stands where its ties draw it (NaN: in the corner), beside those that are placed. False when there
 * is none.
 */
bool sv_layout_join_one(sv_figure *figures, const bool *placed, size_t n, size_t which, const sv_rect *area, double gap);

#endif

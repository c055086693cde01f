/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lines between figures: bent a little where the straight way would run beneath a third one, and with a text of their
 * own where there is room for it. Figures stay where they are.
 */
#ifndef SV_DRAW_LINES_H
#define SV_DRAW_LINES_H

#include <speelveld/picture.h>

#include "labels.h"

typedef struct sv_strand {
    size_t from, to;  /* figures */
    double bend;      /* how far its middle stands to the left of the straight way, points: as it should, and as it came out */
    double points[8]; /* filled in: the curve, from outline to outline */
    double text_width, text_height; /* of a text that stands on it; 0 for none */
    double text_x, text_y;          /* filled in: its centre; NaN when it found no room */
} sv_strand;

/* What the lines run between: outlines[i] is the shape of figures[i] with its border and ring; n of both. */
typedef struct sv_surroundings {
    const sv_mark *outlines;
    const sv_figure *figures;
    size_t n;
    const sv_rect *area; /* nothing leaves it */
} sv_surroundings;

/*
 * Fill in the curves. A line that would run beneath a shape that is not one of its ends bends to the nearest side that has none, and a
 * little only; where there is no such side it keeps its way. Cost: lines x figures near them.
 */
void sv_lines_route(const sv_surroundings *around, sv_strand *strands, size_t n_strands, double scale);

/*
 * Give the texts a place on their lines, as near to the middle as they touch no figure and no text before them; those of the first
 * strands first. Returns how many found one; SIZE_MAX without memory.
 */
size_t sv_lines_label(const sv_surroundings *around, sv_strand *strands, size_t n_strands, double gap);

#endif

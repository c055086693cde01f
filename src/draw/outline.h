/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outlines: where the border of a shape is, so that a line ends on it and not in it. */
#ifndef SV_DRAW_OUTLINE_H
#define SV_DRAW_OUTLINE_H

#include <speelveld/picture.h>

/* From the centre of a shape in a direction (need not have length 1): how far the border is, in points. */
double sv_outline_reach(sv_shape shape, double width, double height, double dx, double dy);

/* A point on a curve, from its start (share 0) to its end (1). */
void sv_outline_at(const double points[8], double share, double *x, double *y);

/* The start and end of a line between two shapes, straight (bend 0) or with its middle `bend` points to the left. */
void sv_outline_join(const sv_mark *from, const sv_mark *to, double bend, double points[8]);

#endif

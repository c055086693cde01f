/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outlines: ellipses by formula, all else as a polygon of corners in a box of 2 x 2 that is stretched to size. */
#include "outline.h"

#include <math.h>
#include <stddef.h>

enum { corners_most = 8 };
#define CUT 0.41421356 /* tan(22.5°): where the corners of an octagon are cut */

static const struct corners {
    size_t n;
    double x[corners_most], y[corners_most];
} outlines[SV_SHAPES] = {
    [SV_SHAPE_BOX] = {4, {1, -1, -1, 1}, {1, 1, -1, -1}},
    [SV_SHAPE_ROUNDED] = {4, {1, -1, -1, 1}, {1, 1, -1, -1}},
    [SV_SHAPE_DIAMOND] = {4, {1, 0, -1, 0}, {0, 1, 0, -1}},
    [SV_SHAPE_HEXAGON] = {6, {1, 0.5, -0.5, -1, -0.5, 0.5}, {0, 1, 1, 0, -1, -1}},
    [SV_SHAPE_OCTAGON] = {8, {1, CUT, -CUT, -1, -1, -CUT, CUT, 1}, {CUT, 1, 1, CUT, -CUT, -1, -1, -CUT}},
    [SV_SHAPE_TRIANGLE] = {3, {0, -1, 1}, {1, -1, -1}},
    [SV_SHAPE_PENTAGON] = {5, {0, -1, -1, 1, 1}, {1, 0.3, -1, -1, 0.3}},
};

double sv_outline_reach(sv_shape shape, double width, double height, double dx, double dy)
{
    const struct corners *outline = &outlines[shape];
    double length = hypot(dx, dy), reach = 0, x, y;
    if (!(length > 0) || !(width > 0) || !(height > 0))
        return 0;
    x = dx / length / (width / 2);
    y = dy / length / (height / 2);
    if (outline->n == 0)
        return 1 / hypot(x, y);
    for (size_t i = 0; i < outline->n; i++) {
        size_t j = (i + 1) % outline->n;
        double ex = outline->x[j] - outline->x[i], ey = outline->y[j] - outline->y[i];
        double across = x * ey - y * ex; /* where the ray t(x, y) crosses the side, and where on the side that is */
        double t = (outline->x[i] * ey - outline->y[i] * ex) / across, share = (outline->x[i] * y - outline->y[i] * x) / across;
        if (fabs(across) > 1e-12 && t > 0 && share >= -1e-9 && share <= 1 + 1e-9)
            reach = fmax(reach, t);
    }
    return reach;
}

void sv_outline_at(const double points[8], double share, double *x, double *y)
{
    double t = share, s = 1 - t;
    *x = s * s * s * points[0] + 3 * s * s * t * points[2] + 3 * s * t * t * points[4] + t * t * t * points[6];
    *y = s * s * s * points[1] + 3 * s * s * t * points[3] + 3 * s * t * t * points[5] + t * t * t * points[7];
}

void sv_outline_join(const sv_mark *from, const sv_mark *to, double bend, double points[8])
{
    double dx = to->x - from->x, dy = to->y - from->y, length = hypot(dx, dy);
    double middle_x = (from->x + to->x) / 2, middle_y = (from->y + to->y) / 2, reach, ux, uy;
    if (length > 0) { /* a cubic with both controls at 4/3 of the bend passes its middle at the bend */
        middle_x -= dy / length * bend * 4 / 3;
        middle_y += dx / length * bend * 4 / 3;
    }
    ux = middle_x - from->x;
    uy = middle_y - from->y;
    reach = fmin(sv_outline_reach(from->shape, from->width, from->height, ux, uy), length / 2);
    points[0] = from->x + (hypot(ux, uy) > 0 ? ux / hypot(ux, uy) * reach : 0);
    points[1] = from->y + (hypot(ux, uy) > 0 ? uy / hypot(ux, uy) * reach : 0);
    ux = middle_x - to->x;
    uy = middle_y - to->y;
    reach = fmin(sv_outline_reach(to->shape, to->width, to->height, ux, uy), length / 2);
    points[6] = to->x + (hypot(ux, uy) > 0 ? ux / hypot(ux, uy) * reach : 0);
    points[7] = to->y + (hypot(ux, uy) > 0 ? uy / hypot(ux, uy) * reach : 0);
    points[2] = points[0] + (middle_x - points[0]) * 2 / 3;
    points[3] = points[1] + (middle_y - points[1]) * 2 / 3;
    points[4] = points[6] + (middle_x - points[6]) * 2 / 3;
    points[5] = points[7] + (middle_y - points[7]) * 2 / 3;
}

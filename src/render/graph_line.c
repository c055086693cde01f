/* SPDX-License-Identifier: MIT */
/*
 * Lines. Graphviz draws an arrow head from the end of the curve to the tip, so the curve is cut there first. It also
 * outlines the head as thickly as the line, which makes it stick out beyond the tip and shows through where colours are
 * not solid; so the head is an edge by itself, with next to no outline and next to no curve.
 */
#include "finish.h"

#include <math.h>
#include <stdio.h>

#define HEAD_LENGTH 10.0 /* of Graphviz' "normal" arrow of size 1, points */
#define SHORTEST 4.0     /* below this there is no room for a head that could be seen */

typedef struct curve {
    double x[4], y[4];
} curve;

static double mix(double a, double b, double t)
{
    return a + (b - a) * t;
}

/* The part of a curve before t (de Casteljau). */
static curve cut_before(const curve *whole, double t)
{
    curve part = *whole;
    for (int round = 1; round < 4; round++)
        for (int i = 3; i >= round; i--) {
            part.x[i] = mix(part.x[i - 1], part.x[i], t);
            part.y[i] = mix(part.y[i - 1], part.y[i], t);
        }
    return part;
}

/* The last t at which the curve is `distance` away from its end; 0 when it never is. */
static double leave_at(const curve *whole, double distance)
{
    double near = 1, far = 1;
    for (int step = 19; step >= 0 && far == 1; step--) {
        curve part = cut_before(whole, step / 20.0);
        if (hypot(whole->x[3] - part.x[3], whole->y[3] - part.y[3]) >= distance)
            far = step / 20.0;
        else
            near = step / 20.0;
    }
    if (far == 1)
        return 0;
    for (int i = 0; i < 30; i++) {
        double middle = (near + far) / 2;
        curve part = cut_before(whole, middle);
        if (hypot(whole->x[3] - part.x[3], whole->y[3] - part.y[3]) >= distance)
            far = middle;
        else
            near = middle;
    }
    return far;
}

double line_position(const sv_line *line, char position[position_size], char head[position_size])
{
    const double *p = line->points;
    curve whole = {{p[0], p[2], p[4], p[6]}, {p[1], p[3], p[5], p[7]}}, body = whole;
    double reach = hypot(p[6] - p[0], p[7] - p[1]);
    double size = line->arrow && reach >= SHORTEST ? fmin(fmin(3, 0.6 + 0.25 * line->width), reach * 0.6 / HEAD_LENGTH) : 0;
    if (size > 0)
        body = cut_before(&whole, leave_at(&whole, size * HEAD_LENGTH));
    snprintf(position, position_size, "%.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f", body.x[0], body.y[0], body.x[1], body.y[1],
             body.x[2], body.y[2], body.x[3], body.y[3]);
    head[0] = '\0';
    if (size > 0)
        snprintf(head, position_size, "e,%.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f", whole.x[3], whole.y[3], body.x[3],
                 body.y[3], body.x[3], body.y[3], body.x[3], body.y[3], body.x[3], body.y[3]);
    return size;
}

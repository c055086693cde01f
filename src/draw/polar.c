/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The polar plot: see polar.h. Its measures, and how it comes onto the page. */
#include "polar.h"

#include <math.h>
#include <stdlib.h>

static const double whole_turn = 2 * 3.14159265358979323846;
enum { halvings = 40 };

bool sv_polar_begin(sv_polar *polar, const sv_cast *cast)
{
    *polar = (sv_polar){.n_rings = 1, .n_sectors = 1, .everyone = cast->stage->options->all};
    polar->cell = sv_alloc(cast->scene.n, sizeof *polar->cell);
    return polar->cell != NULL;
}

void sv_polar_clear(sv_polar *polar)
{
    for (size_t i = 0; i < SV_RINGS_MOST; i++)
        sv_text_clear(&polar->ring[i].lines);
    for (size_t i = 0; i < SV_POLAR_CELLS; i++)
        sv_text_clear(&polar->name[i].lines);
    sv_arrange_clear(&polar->arrangement);
    free(polar->cell);
    *polar = (sv_polar){0};
}

size_t sv_polar_cell(const sv_polar *polar, size_t ring, size_t sector)
{
    return ring * polar->n_sectors + sector;
}

size_t sv_polar_side(const sv_polar *polar)
{
    return polar->n_rings * polar->n_sectors;
}

double sv_polar_sweep(const sv_polar *polar)
{
    return polar->half ? whole_turn / 2 : whole_turn;
}

/* The angle of the first edge, counterclockwise from the right: to the left, or upwards. */
static double first_angle(const sv_polar *polar)
{
    return polar->half ? whole_turn / 2 : whole_turn / 4;
}

double sv_polar_turn(const sv_polar *polar, double x, double y)
{
    double turn = first_angle(polar) - atan2((y - polar->y) / polar->up, (x - polar->x) / polar->across);
    return turn < 0 ? turn + whole_turn : turn;
}

/* Within a box with round corners, its middle at 0, 0. */
static bool within_box(double x, double y, double wide, double high, double corner)
{
    double over_x = fabs(x) - (wide - corner), over_y = fabs(y) - (high - corner);
    if (fabs(x) > wide || fabs(y) > high)
        return false;
    return over_x <= 0 || over_y <= 0 || hypot(over_x, over_y) <= corner;
}

/* Within the outer edge of a ring. */
static bool within(const sv_polar *polar, size_t ring, double x, double y)
{
    if (polar->half)
        return hypot((x - polar->x) / polar->across, (y - polar->y) / polar->up) <= 1;
    return within_box(x - polar->x, y - polar->y, polar->wide[ring], polar->high[ring], polar->corner[ring]);
}

size_t sv_polar_ring(const sv_polar *polar, double x, double y)
{
    size_t ring = 0;
    if (polar->half && (y < polar->y || hypot((x - polar->x) / polar->across, (y - polar->y) / polar->up) < polar->middle))
        return polar->n_rings;
    while (ring < polar->n_rings && !within(polar, ring, x, y))
        ring++;
    return ring;
}

void sv_polar_edge(const sv_polar *polar, size_t ring, double turn, double *x, double *y)
{
    double u = polar->across * cos(first_angle(polar) - turn), v = polar->up * sin(first_angle(polar) - turn), low = 0, high = 2;
    for (int i = 0; i < halvings && ring < polar->n_rings; i++) {
        double middle = (low + high) / 2;
        if (within(polar, ring, polar->x + middle * u, polar->y + middle * v))
            low = middle;
        else
            high = middle;
    }
    if (ring >= polar->n_rings)
        low = polar->half ? polar->middle : 0;
    *x = polar->x + low * u;
    *y = polar->y + low * v;
}

static sv_status place(void *context, sv_cast *cast, const sv_rect *inside, size_t *shown, size_t *named)
{
    sv_polar *polar = context;
    sv_rect area = *inside;
    sv_status status;
    area.top -= polar->above;
    status = sv_polar_place(polar, cast, &area);
    *shown = polar->shown;
    *named = polar->named;
    return status;
}

sv_status sv_polar_compose(sv_polar *polar, sv_cast *cast, const sv_frame *frame, const char *unplaced, sv_crowd_legend *legend,
                           void *context)
{
    const sv_crowd crowd = {.frame = frame, .unplaced = unplaced, .legend = legend, .context = context, .place = place, .plot = polar};
    return sv_crowd_compose(&crowd, cast);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Packing: what hangs together becomes a box; boxes stand on shelves, tallest first, the small ones below each other. */
#include "layout_pack.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

static const double between_parts = 26; /* points */

/* Turn a part so that its long side lies across (principal axis), keeping who stands higher on the left where that is open. */
static void turn_part(sv_layout *layout, size_t part)
{
    double n = 0, mx = 0, my = 0, xx = 0, yy = 0, xy = 0, angle, c, s;
    for (size_t i = 0; i < layout->n; i++)
        if (layout->part[i] == part) {
            mx += layout->x[i];
            my += layout->y[i];
            n++;
        }
    mx /= n;
    my /= n;
    for (size_t i = 0; i < layout->n; i++)
        if (layout->part[i] == part) {
            double x = layout->x[i] - mx, y = layout->y[i] - my;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
    angle = 0.5 * atan2(2 * xy, xx - yy);
    c = cos(angle);
    s = sin(angle);
    for (size_t i = 0; i < layout->n; i++)
        if (layout->part[i] == part) {
            double x = layout->x[i] - mx, y = layout->y[i] - my;
            layout->x[i] = c * x + s * y;
            layout->y[i] = c * y - s * x;
        }
}

typedef struct part_box {
    size_t part;
    double width, height;      /* with the space around it */
    double middle_x, middle_y; /* of its figures as they are */
    double left, top;          /* where it is packed */
} part_box;

static int by_height(const void *left, const void *right)
{
    const part_box *a = left, *b = right;
    if (a->height > b->height || a->height < b->height)
        return a->height > b->height ? -1 : 1;
    return a->part < b->part ? -1 : a->part > b->part;
}

static void measure_parts(const sv_layout *layout, part_box *boxes)
{
    for (size_t part = 0; part < layout->n_parts; part++) {
        double left = HUGE_VAL, right = -HUGE_VAL, bottom = HUGE_VAL, top = -HUGE_VAL;
        for (size_t i = 0; i < layout->n; i++) {
            if (layout->part[i] != part)
                continue;
            left = fmin(left, layout->x[i] - layout->width[i] / 2);
            right = fmax(right, layout->x[i] + layout->width[i] / 2);
            bottom = fmin(bottom, layout->y[i] - layout->height[i] / 2);
            top = fmax(top, layout->y[i] + layout->height[i] / 2);
        }
        boxes[part] =
            (part_box){part, right - left + between_parts * layout->scale, top - bottom + between_parts * layout->scale, (left + right) / 2, (bottom + top) / 2, 0, 0};
    }
}

/* Pack boxes, tallest first, in shelves of a width; in a shelf smaller ones stand below each other. Gives back the whole height. */
static double pack(part_box *boxes, size_t n, double width, double *widest)
{
    double shelf = 0, shelf_height = 0, column = 0, column_width = 0, used = 0;
    *widest = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || used + boxes[i].height > shelf_height || boxes[i].width > column_width) {
            column += i == 0 ? 0 : column_width;
            used = 0;
            column_width = boxes[i].width;
            if (i == 0 || column + column_width > width) {
                shelf += shelf_height;
                shelf_height = boxes[i].height;
                column = 0;
            }
        }
        boxes[i].left = column;
        boxes[i].top = -(shelf + used);
        used += boxes[i].height;
        *widest = fmax(*widest, column + column_width);
    }
    return shelf + shelf_height;
}

bool sv_layout_pack(sv_layout *layout, double aspect)
{
    part_box *boxes = sv_alloc(layout->n_parts, sizeof *boxes);
    size_t *at = sv_alloc(layout->n_parts, sizeof *at);
    double best = 0, best_width = 0, total = 0, widest;
    bool fine = boxes && at;
    if (!fine || layout->n_parts == 0)
        goto done;
    for (size_t part = 0; part < layout->n_parts; part++)
        turn_part(layout, part);
    measure_parts(layout, boxes);
    qsort(boxes, layout->n_parts, sizeof *boxes, by_height);
    for (size_t i = 0; i < layout->n_parts; i++)
        total += boxes[i].width;
    for (double width = boxes[0].width; width < total * 1.1; width *= 1.08) {
        double height = pack(boxes, layout->n_parts, width, &widest), scale = fmin(aspect / widest, 1 / height);
        if (scale > best) {
            best = scale;
            best_width = width;
        }
    }
    pack(boxes, layout->n_parts, best_width, &widest);
    for (size_t i = 0; i < layout->n_parts; i++)
        at[boxes[i].part] = i;
    for (size_t i = 0; i < layout->n; i++)
        if (layout->part[i] != SV_NO_ROW) {
            const part_box *box = &boxes[at[layout->part[i]]];
            layout->x[i] += box->left + box->width / 2 - box->middle_x;
            layout->y[i] += box->top - box->height / 2 - box->middle_y;
        }
done:
    free(boxes);
    free(at);
    return fine;
}

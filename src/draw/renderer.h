/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The way to the renderer: starts speelveld-render (once, on first use), asks it to measure, place and
 * render, and ends it. The child runs without a shell, with limits on memory, processor and wall time,
 * and gets no open files but its pipe. A crash, a hang or too much memory there is an sv_error here.
 */
#ifndef SV_DRAW_RENDERER_H
#define SV_DRAW_RENDERER_H

#include <speelveld/draw.h>

/* How long one request may take; 0 for the usual 60 seconds. */
void sv_renderer_limit_time(sv_renderer *renderer, double seconds);
/* Fill in width and height of n texts. */
sv_status sv_renderer_measure(sv_renderer *renderer, sv_measure *texts, size_t n, sv_error *error);
/* Fill in x and y. */
sv_status sv_renderer_place(sv_renderer *renderer, sv_placement *placement, sv_error *error);
/* The picture as bytes (caller frees). dpi is used for PNG only; 0 means 144 (a 960 x 540 point slide becomes 1920 x 1080). */
sv_status sv_renderer_render(sv_renderer *renderer, const sv_picture *picture, sv_picture_format format, double dpi, char **bytes,
                             size_t *length, sv_error *error);

#endif

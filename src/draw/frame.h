/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The frame of every view: title, what it is about, for whom, the one sentence to read it by, and the source below. */
#ifndef SV_DRAW_FRAME_H
#define SV_DRAW_FRAME_H

#include <speelveld/draw.h>

#include "labels.h"
#include "renderer.h"
#include "theme.h"

typedef struct sv_frame {
    const char *sentence; /* how to read the picture */
    const char *left_out; /* what could not be shown; NULL or "" when all is */
} sv_frame;

/* The picture's title: as asked for, else the issue's, else the map's, else "Stakeholder map". Borrowed from these. */
const char *sv_frame_title(const sv_map *map, const sv_draw_options *options);

/* Draw it; *inside gets what is left of the page for the view. */
sv_status sv_frame_draw(sv_picture *picture, sv_renderer *renderer, const sv_page *page, const sv_theme *theme, const sv_map *map,
                        const sv_draw_options *options, const sv_frame *frame, sv_rect *inside, sv_error *error);

#endif

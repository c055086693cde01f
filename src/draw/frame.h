/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The frame of every view: title, what it is about, for whom, the one sentence to read it by, and the source below. */
#ifndef SV_DRAW_FRAME_H
#define SV_DRAW_FRAME_H

#include "stage.h"

/* The picture's title: as asked for, else the issue's, else the map's, else "Stakeholder map". Borrowed from these. */
const char *sv_frame_title(const sv_map *map, const sv_draw_options *options);

/* Draw it; stage->inside gets what is left of the page for the view. */
sv_status sv_frame_draw(sv_stage *stage, const sv_frame *frame);

#endif

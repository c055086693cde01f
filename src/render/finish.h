/* SPDX-License-Identifier: MIT */
/* What the renderer does without Graphviz: before it (surroundings, places, curves) and after it (SVG and PDF made ours). */
#ifndef SV_RENDER_FINISH_H
#define SV_RENDER_FINISH_H

#include <speelveld/picture.h>

#include "../base/text.h"
#include "xml_names.h"

#define FONT_PLAIN "DejaVu Sans"
#define FONT_BOLD "DejaVu Sans Bold"

/*
 * graph_line.c: a line as Graphviz' `pos`, the curve ending where the arrow head begins; and the head by itself, as the
 * `pos` of a curve without length. Returns the head's size; 0 when there is none, and then `head` is "".
 */
enum { position_size = 320 };
double line_position(const sv_line *line, char position[position_size], char head[position_size]);

/* graph_spread.c: push free boxes away from others until none overlap, leaving the pinned ones where they are. */
sv_status spread_around_pins(sv_placement *placement, sv_error *error);

/* Graphviz' SVG and PDF made into ours. */
void svg_finish(const sv_picture *picture, const xml_names *names, const char *bytes, size_t length, sv_text *out);
void pdf_finish(const sv_picture *picture, const char *bytes, size_t length, sv_text *out);

/* environment.c: the same surroundings for every run, and a place where fontconfig can keep its cache. */
void environment_settle(void);

#endif

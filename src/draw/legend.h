/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The legend: made from what is on the picture, and nothing else. A view adds headings and entries; the legend is
 * measured, and set in a column at the right of the page or in rows below.
 */
#ifndef SV_DRAW_LEGEND_H
#define SV_DRAW_LEGEND_H

#include "../base/memory.h"
#include "../base/text.h"
#include "labels.h"
#include "paint.h"
#include "renderer.h"
#include "theme.h"

typedef struct sv_legend_entry {
    const char *text; /* what it means; copied, as is the mark's */
    bool heading;
    sv_mark mark;                  /* how it looks: shape, size, colours, sign; no shape and no text: none */
    sv_mark around;                /* a ring around the mark; no shape: none */
    sv_line line;                  /* or a line of this colour, width, style; width 0: none */
    double swatch, indent, height; /* filled in when it is measured, */
    double x, y;                   /* and where it stands: its upper left corner, from that of the legend */
    sv_text wrapped;
    double text_width;
} sv_legend_entry;

typedef struct sv_legend {
    sv_legend_entry *entries;
    size_t n, capacity;
    bool failed;          /* memory ran out while adding */
    double width, height; /* filled in when it is measured */
    bool shrunk;
    double scale, font_size; /* of the page; of its texts */
    sv_arena texts;
} sv_legend;

void sv_legend_add(sv_legend *legend, const sv_legend_entry *entry);
void sv_legend_heading(sv_legend *legend, const char *text);
void sv_legend_clear(sv_legend *legend);

/* Measure all entries within the page's legend width; fills in width and height. */
sv_status sv_legend_measure(sv_legend *legend, sv_renderer *renderer, const sv_page *page, double height, sv_error *error);
/* The same in rows of this width: what it measures is what sv_legend_draw draws, from its upper left corner. */
sv_status sv_legend_flow(sv_legend *legend, sv_renderer *renderer, const sv_page *page, double width, sv_error *error);
/* Draw it with its upper left corner here. */
void sv_legend_draw(const sv_legend *legend, sv_picture *picture, const sv_theme *theme, double left, double top);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Paper: pages of a PDF under construction, with text set by pango and pictures drawn by librsvg. Text stays
 * text, fonts are embedded, bookmarks and metadata are written, and the same pages give the same bytes.
 * Lengths are points (1/72 inch), from the upper left corner. A fault on any page is told by paper_end.
 */
#ifndef SV_REPORT_PAPER_H
#define SV_REPORT_PAPER_H

#include <cairo.h>
#include <speelveld/draw.h>

#include "../base/text.h"

typedef struct paper {
    cairo_surface_t *surface;
    cairo_t *ink;
    sv_text bytes;
    double width, height;
    int pages;
    const char *fault; /* what went wrong first; NULL for nothing */
} paper;

/* What stands in the PDF about itself; the day becomes its date. */
typedef struct paper_about {
    const char *title, *subject, *language;
    int as_of;
} paper_about;

typedef struct paper_style {
    double size; /* points */
    bool bold;
    uint32_t colour; /* 0xRRGGBB */
} paper_style;

/* The colours of words and grounds that go with the pictures of a theme. */
typedef struct paper_colours {
    uint32_t page, ink, soft_ink, accent, tint, badge, badge_ink;
} paper_colours;
const paper_colours *paper_colours_of(sv_theme_choice theme);
/* "internal", "private" or "public": for whom it is. */
const char *paper_audience(sv_audience audience, sv_language language);

void paper_begin(paper *to, double width, double height, const paper_about *about);
/* Begin the next page, with a bookmark to it. */
void paper_page(paper *to, const char *bookmark);
/* How wide a text is on one line, and how high it stands when it is wrapped at `width`. */
double paper_text_width(paper *to, const paper_style *style, const char *text);
double paper_text_height(paper *to, const paper_style *style, double width, const char *text);
/* The narrowest width, within `width`, at which a text takes no more lines: they come out about as long. */
double paper_balanced(paper *to, const paper_style *style, double width, const char *text);
/* Set a text, wrapped at `width` and cut with "…" where it would pass `most` points; gives the height it took. */
double paper_text(paper *to, const paper_style *style, double x, double y, double width, double most, const char *text);
void paper_box(paper *to, double x, double y, double width, double height, uint32_t colour);
/* A word on a ground of its own, its upper right corner here; gives its width. */
double paper_badge(paper *to, double right, double y, double size, const paper_colours *colours, const char *word);
/* A picture in SVG, as large as fits within the box, in its middle; its links are left out. */
void paper_picture(paper *to, const char *svg, size_t length, double x, double y, double width, double height);
/* Close the PDF and free everything. *bytes is the caller's. */
sv_status paper_end(paper *to, char **bytes, size_t *length, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What tests of views share: a map ready to be drawn, the picture as boxes, and the one call that looks at a view on every page and
 * in every theme. The renderer is told by SPEELVELD_RENDER; without it these tests are skipped.
 */
#ifndef SV_TEST_DRAWING_H
#define SV_TEST_DRAWING_H

#include "reading.h"
#include "svg_boxes.h"

#include <speelveld/draw.h>

typedef struct drawing {
    reading map;
    sv_map *edition; /* what is drawn, where it is not the whole map */
    sv_map *before;  /* what options.before is, where drawing_prepare_any made it */
    sv_network *network;
    sv_scores *scores;
    size_t view;
    sv_draw_options options;
    sv_draw_report report;
    char *bytes;
    size_t length;
    svg_boxes boxes;
    sv_status status;
    sv_error error;
} drawing;

/* A map ready to be drawn as a view, for internal use, in Dutch, on the first issue when it has one. */
drawing drawing_prepare(const char *path, const char *view);
/* The same as its edition for an audience. */
drawing drawing_prepare_for(const char *path, const char *view, sv_audience audience);
/* The same of a map that was read otherwise; the drawing's from here on. */
drawing drawing_prepare_read(reading from, const char *view, sv_audience audience);
/* Draw it as it is now; status, error and boxes say what came of it. Again is possible. */
void drawing_draw(drawing *d);
void drawing_clear(drawing *d);

/* Draws, and looks for whatever must not be on a picture: type, overlaps, page, contrast, legend, markup, and words that must be around it.
 */
drawing drawing_tidy(const char *path, const char *view, bool all);
/* The same checks on a picture that has been drawn. */
void drawing_check(const drawing *d);
/* How many there are, each printed. */
size_t drawing_faults(const drawing *d);

/* A folder with a map of these actors, a and b tied and b and c, and positions on the issue x; freed by the caller with remove_folder. */
char *drawing_folder(const char *actors, const char *positions);

/* The text of the group with an id; fails the test when there is none. */
const char *drawing_text(const drawing *d, const char *id);

/* A text in the legend. */
bool drawing_legend_has(const drawing *d, const char *words);

/*
 * One picture on a page of its own in each theme, checked as by drawing_check; in a theme for a printer without any colour; and the same
 * bytes twice. With SPEELVELD_EVERY_PAGE set on every page, in every theme and both languages: that is what `make pictures` does.
 */
void drawing_check_pages(drawing *d);
/* The faults of those pages, each printed. */
size_t drawing_page_faults(drawing *d);
/* The same of a map as a view. */
void drawing_check_map(const char *path, const char *view);

/* Any view of the catalogue of any map: with somebody to reach, and a map from before, where the view asks for these. */
drawing drawing_prepare_any(const char *path, size_t view);
/* The same of what was prepared otherwise. */
void drawing_give_all(drawing *d);

/* An invented map of so many actors in a folder of its own, freed by the caller with remove_folder; NULL, saying so, without the generator.
 */
char *drawing_invented(unsigned actors);

#endif

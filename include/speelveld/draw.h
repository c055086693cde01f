/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/draw.h - the playing field as a picture for a council presentation.
 *
 * A view composes a plain picture (picture.h); the program speelveld-render makes it SVG, PDF, PNG or DOT.
 * The same map, options and version give the same bytes.
 */
#ifndef SPEELVELD_DRAW_H
#define SPEELVELD_DRAW_H

#include <speelveld/picture.h>
#include <speelveld/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The program that renders, started at once, so that it gets ready while the map is still being read; it serves
 * any number of pictures. `path` is the program; NULL finds it beside the running program, else where it was
 * installed; never through PATH. Caller frees, which ends it.
 */
typedef struct sv_renderer sv_renderer;
sv_status sv_renderer_new(const char *path, sv_renderer **renderer, sv_error *error);
void sv_renderer_free(sv_renderer *renderer);

typedef enum sv_colour_by { SV_COLOUR_AUTO = 0, SV_COLOUR_POSITION, SV_COLOUR_SECTOR, SV_COLOUR_PARTY } sv_colour_by;

typedef struct sv_draw_options {
    size_t issue;            /* row of sheet Issues; SV_NO_ROW for none */
    size_t size_by;          /* score by which actors are drawn larger and chosen; SIZE_MAX: harmonic */
    sv_colour_by colour_by;  /* AUTO: position on the issue when given, else sector, else party, else kind */
    sv_language language;
    sv_audience audience;    /* said on the picture; the map must already be that edition */
    int as_of;               /* yyyymmdd, printed on the picture */
    size_t top;              /* draw at most so many scored actors, the highest; 0: as many as fit */
    bool all;                /* draw every actor, also when not all get a label */
    const char *title;       /* NULL: the issue's title, else the map's */
    sv_renderer *renderer;   /* borrowed; NULL: one is started for this picture */
    double dpi;              /* of PNG; 0: 144, which makes a slide 1920 x 1080 */
    bool (*progress)(void *context, const char *step, double share); /* may be NULL; false stops */
    void *progress_context;
} sv_draw_options;

/* What the picture could not show, for saying so. */
typedef struct sv_draw_report {
    size_t drawn, left_out; /* actors */
    size_t ties;
} sv_draw_report;

/* Sensible options: no issue, team, English, size by harmonic. */
void sv_draw_options_init(sv_draw_options *options);

/*
 * Draw the network of a map. `scores` holds at least the score of size_by and betweenness; it gives the network too.
 * *bytes (caller frees) is the picture in `format`. `report` may be NULL.
 */
sv_status sv_draw_network(const sv_scores *scores, const sv_draw_options *options, sv_picture_format format, char **bytes, size_t *length,
                          sv_draw_report *report, sv_error *error);

/* A view: its id (stable), its name and what it shows in one sentence, and the function that draws it. */
typedef struct sv_view {
    const char *id, *en, *nl;
    const char *sentence_en, *sentence_nl;
    sv_status (*draw)(const sv_scores *scores, const sv_draw_options *options, sv_picture_format format, char **bytes, size_t *length,
                      sv_draw_report *report, sv_error *error);
} sv_view;

/* The catalogue of views: how many there are, each by its number (0 to the count), and the number of an id (SIZE_MAX: none). */
size_t sv_view_count(void);
const sv_view *sv_view_get(size_t view);
size_t sv_view_find(const char *id);

#ifdef __cplusplus
}
#endif
#endif

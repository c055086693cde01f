/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/draw.h - the playing field as a picture for a council presentation.
 *
 * A view composes a plain picture (picture.h); the program speelveld-render makes it SVG, PDF, PNG or DOT.
 * The same map, options and version give the same bytes.
 */
#ifndef SPEELVELD_DRAW_H
#define SPEELVELD_DRAW_H

#include <speelveld/format.h>
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

/* A slide of 16:9 (960 x 540 points), A4 and A3 on their side, a poster of A1 on its side. */
typedef enum sv_page_size { SV_PAGE_SLIDE = 0, SV_PAGE_A4, SV_PAGE_A3, SV_PAGE_POSTER, SV_PAGE_SIZES } sv_page_size;
/* Dark text on white, light text on black, and greys for a printer without colours. */
typedef enum sv_theme_choice { SV_THEME_LIGHT = 0, SV_THEME_DARK, SV_THEME_PRINT, SV_THEMES } sv_theme_choice;
typedef enum sv_colour_by { SV_COLOUR_AUTO = 0, SV_COLOUR_POSITION, SV_COLOUR_SECTOR, SV_COLOUR_PARTY, SV_COLOUR_GROUP } sv_colour_by;

typedef struct sv_draw_options {
    size_t issue;           /* row of sheet Issues; SV_NO_ROW for none */
    size_t size_by;         /* score by which actors are drawn larger and chosen; SIZE_MAX: harmonic */
    sv_colour_by colour_by; /* AUTO: position on the issue when given, else sector, else party, else kind */
    sv_language language;
    sv_audience audience; /* said on the picture; the map must already be that edition */
    int as_of;            /* yyyymmdd, printed on the picture */
    sv_page_size page;
    double width, height; /* points: a picture within a page of text, which says title, source, day and audience itself; 0: a page of its own */
    sv_theme_choice theme;
    size_t top;              /* draw at most so many scored actors, the highest; 0: as many as fit */
    bool all;                /* draw every actor, also when not all get a label */
    const char *group;       /* open one community: its number, or an actor that is in it; NULL: none */
    sv_places *places;       /* borrowed: where actors stood before, and from now on; they do not move, new ones find a place. NULL: none */
    const char *role;        /* of the rings: "actual" (NULL too), "desired", or "both": actual, with arrows to desired */
    const char *phase;       /* of the rings: "exploring", "opinion_forming" or "decision_making"; NULL: that of the next event on the issue */
    size_t to;               /* of the route: whom it leads to; SV_NO_ROW: asked for where a view needs it */
    size_t from;             /* and where it begins; SV_NO_ROW: with us */
    size_t ways;             /* and at most so many ways; 0: 3 */
    const sv_map *before;    /* of the change: the map as it was, in the edition for the same audience; NULL for none */
    const char *title;       /* NULL: the issue's title, else the map's */
    sv_renderer *renderer;   /* borrowed; NULL: one is started for this picture */
    double dpi;              /* of PNG; 0: 144, which makes a slide 1920 x 1080 */
    bool (*progress)(void *context, const char *step, double share); /* may be NULL; false stops */
    void *progress_context;
} sv_draw_options;

/* What the picture shows and what it could not, for saying so. */
typedef struct sv_draw_report {
    size_t drawn, left_out; /* actors: on the picture, and those for whom there was no room */
    bool full;              /* the page holds no more: options' all does not draw those left out either */
    size_t unplaced;        /* actors the view has no place for, as the map does not say what it takes */
    size_t groups;          /* communities drawn in the place of their actors; 0 where actors are drawn */
    size_t ties;
} sv_draw_report;

/* Sensible options: no issue, team, English, light, a slide, size by harmonic. */
void sv_draw_options_init(sv_draw_options *options);

/* Whether a view predicts or judges named politicians: never, only where it is about an issue, or always. */
typedef enum sv_judging { SV_JUDGES_NEVER = 0, SV_JUDGES_ALWAYS, SV_JUDGES_ON_ISSUE } sv_judging;

/* A view: its id (stable), its name, what it shows in one sentence, and what goes with it. */
typedef struct sv_view {
    const char *id, *en, *nl;
    const char *sentence_en, *sentence_nl;
    bool needs_issue;  /* it is about one issue; the only one of the map is taken by itself */
    bool keeps_places; /* actors stand where there is room, so that options' places mean something */
    sv_judging judges; /* where it does: for the public only if sv_map_may_be_public says so */
} sv_view;

/* The catalogue of views: how many there are, each by its number (0 to the count), and the number of an id (SIZE_MAX: none). */
size_t sv_view_count(void);
const sv_view *sv_view_get(size_t view);
size_t sv_view_find(const char *id);

/* Whether it judges when it is drawn on this issue (SV_NO_ROW: on none). */
bool sv_view_judges(size_t view, size_t issue);

/* The scores a view needs of a network with these options: their numbers, n of them; `which` has room for sv_score_count(). */
void sv_view_scores(size_t view, const sv_network *network, const sv_draw_options *options, size_t *which, size_t *n);

/*
 * Draw a view. `scores` holds at least what sv_view_scores says; it gives the network and its map too. *bytes (caller
 * frees) is the picture in `format`. `report` may be NULL. For the public ask sv_map_may_be_public of the
 * whole map first when the view judges: an edition cannot tell what was left out of it; here it is only asked of the map that was given.
 */
sv_status sv_draw(const sv_scores *scores, size_t view, const sv_draw_options *options, sv_picture_format format, char **bytes,
                  size_t *length, sv_draw_report *report, sv_error *error);

/* The page, the theme, and what colours say, that are called so ("a4", "dark", "group"); false when none is. */
bool sv_page_find(const char *id, sv_page_size *size);
bool sv_theme_find(const char *id, sv_theme_choice *choice);
bool sv_colour_by_find(const char *id, sv_colour_by *by);

#ifdef __cplusplus
}
#endif
#endif

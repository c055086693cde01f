/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What deck and handout share: a map with its scores, from which views are drawn one after the other, and texts about it. */
#ifndef SV_CLI_SLIDES_H
#define SV_CLI_SLIDES_H

#include "asking.h"
#include "drawing.h"

#define SLIDES_OUTPUT_OPTION                                                                                                               \
    {                                                                                                                                      \
        "output", 'o', SV_TR("FILE"), SV_TR("what to make: a PDF")                                                                         \
    }
/* What may be read by all is said here: the issue's own words are for the team. */
#define SLIDES_MESSAGE_OPTION                                                                                                              \
    {                                                                                                                                      \
        "message", 0, SV_TR("TEXT"), SV_TR("the message (default the issue's, which is not shown to the public)")                          \
    }
#define SLIDES_THEME_OPTION                                                                                                                \
    {                                                                                                                                      \
        "theme", 0, SV_TR("light|dark|print"), SV_TR("the colours; print is for a printer without them (default light)")                   \
    }
#define SLIDES_TITLE_OPTION                                                                                                                \
    {                                                                                                                                      \
        "title", 0, SV_TR("TEXT"), SV_TR("the title (default the issue's, or the map's)")                                                  \
    }

/* How they are drawn, and for whom: the last options of both. */
#define SLIDES_DRAW_OPTIONS                                                                                                                \
    DRAWING_ROUTE_OPTIONS, DRAWING_BEFORE_OPTION,                                                                                          \
        {"top", 0, SV_TR("N"), SV_TR("draw at most so many actors, those with the highest score")}, SLIDES_THEME_OPTION, CLI_AS_OF_OPTION, \
        CLI_AUDIENCE_OPTION, CLI_LENIENT_OPTION

typedef struct slides {
    asking ask;
    bool judging_refused; /* views that judge may not be shown to this audience */
    sv_draw_options draw;
    sv_map *before; /* of --before; NULL */
    sv_network *network;
    sv_scores *scores;
    char *message, *ask_text; /* what the issue says and asks, or the options --message and --ask */
    char *method;
} slides;

/* Read the options and the map, compute the scores that these views need. False: it has been said, and *code is the exit code. */
bool slides_begin(const cli_call *call, const size_t *views, size_t n_views, unsigned needs, slides *to, int *code);
/* Draw a view as SVG; the caller frees *svg. */
sv_status slides_draw(slides *to, size_t view, char **svg, size_t *length);
/* Say which of these texts are missing, and where they come from. */
void slides_say_missing(const cli_call *call, const slides *to, bool asks);
/* The day of the decision on the issue; 0 when it is not known. */
int slides_decision(const slides *to);
/* The title, else the map's; the municipality; the source of the map. */
const char *slides_title(const slides *to);
const char *slides_cell(const slides *to, size_t about_column);
/* Write the PDF, say so, and free everything; gives the exit code. */
int slides_end(const cli_call *call, slides *to, sv_status status, char *bytes, size_t length, size_t pages);

#endif

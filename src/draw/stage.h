/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The stage: what every view is given, made once, and what it leaves behind to be drawn.
 *
 * How to write a view:
 *   1. A file src/draw/<id>_view.c with `sv_status sv_<id>_view(sv_stage *stage)`, declared in views.h, and a row in catalogue.c;
 *      needs_issue and judges are looked after there. If it needs more scores than that of size_by: sv_<id>_needs.
 *   2. Who is on it: sv_cast_new (with lines and bodies) or sv_cast_of (chosen actors): shape, size, colour, sign and ring (cast.h).
 *   3. Where they stand: sv_plot (plot.h) for columns, rows and named zones, which does steps 4 and 5 too; sv_arrange for free
 *      placing; or an sv_arrangement with places of your own, and sv_labels_call_out for the names.
 *   4. Fill stage->legend with what is on the picture and nothing else, then sv_stage_frame: title, audience, the sentence to read
 *      it by, what was left out, source and date. stage->inside is what is free; stage->legend_below puts the legend under it.
 *   5. sv_cast_draw, and your own sv_picture_mark and sv_picture_line, each with an id and class; `behind` for grounds. Fill
 *      stage->report. sv_draw adds the legend, renders, and frees all. Texts made with sv_stage_fill live as long as the stage.
 *   6. Lengths are points times page->scale, colours come from stage->theme with a sign beside each, words go through SV_TR.
 *      A test calls drawing_check_view("<id>") (tests/unit/drawing.h), which looks at all pages and themes; then look yourself.
 */
#ifndef SV_DRAW_STAGE_H
#define SV_DRAW_STAGE_H

#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "legend.h"
#include "theme.h"

typedef struct sv_stage {
    const sv_draw_options *options;
    const sv_view *view;
    const sv_scores *scores;
    const sv_map *map; /* the edition for the audience */
    const sv_network *network;
    const sv_page *page;
    const sv_theme *theme;
    sv_renderer *renderer;
    sv_language language;
    size_t score;                    /* by which actors are sized and chosen */
    const double *stance, *salience; /* on the issue, for each row of Actors: -4..4 (NaN unknown), 0..4; NULL without an issue */
    sv_picture picture;              /* from here on the view's */
    sv_legend legend;
    bool legend_below;       /* in rows below the view, for one that needs the width; else in a column at its right */
    double words;            /* points that the words below the title take */
    double legend_top;       /* where a legend beside the view begins */
    sv_rect inside;          /* what the frame and the legend leave free */
    const char *description; /* the picture in words, for those who hear it; NULL: the sentence */
    sv_draw_report report;
    sv_arena texts;
    bool failed; /* memory ran out while making a text; looked at in the end */
    sv_error *error;
} sv_stage;

/* The words around the picture. */
typedef struct sv_frame {
    const char *finding;  /* what this picture shows, in one plain sentence with its numbers; NULL for none */
    const char *sentence; /* how to read it: one sentence, two at most */
    const char *note;     /* below, smaller: what numbers mean; NULL for none */
    const char *left_out; /* what could not be shown; NULL or "" when all is */
    const char *part;     /* of what the picture shows a part, behind the subtitle; NULL when it is the whole */
} sv_frame;

/* A view puts itself on the stage. */
typedef sv_status sv_compose(sv_stage *stage);
/* A view says which scores it needs beside the one of size_by, with sv_want. */
typedef void sv_view_needs(const sv_network *network, const sv_draw_options *options, size_t *which, size_t *n);
/* Add a score by its id to those that are wanted, once; one that the catalogue does not have is passed over. */
void sv_want(const char *id, size_t *which, size_t *n);

/* ---- Words: all of them live as long as the stage, and are "" when memory runs out ---- */

/* A text in the language of the picture. */
const char *sv_stage_say(const sv_stage *stage, const char *text);
/* A sentence in that language, its {a}, {b} and {c} filled in (NULL where it has fewer). */
const char *sv_stage_fill(sv_stage *stage, const char *sentence, const char *a, const char *b, const char *c);
/* A number as people write it, "–" for NaN. */
const char *sv_stage_number(sv_stage *stage, double number);
/* A copy, with its first letter as a capital. */
const char *sv_stage_capital(sv_stage *stage, const char *text);
/* A copy, with its first letter small: a sentence within a sentence. */
const char *sv_stage_small(sv_stage *stage, const char *text);
/* "12 friends", "1 friend". */
const char *sv_stage_count(sv_stage *stage, size_t n, const char *one, const char *more);
/* Two texts with a separator between; the one when the other is "" or NULL. */
const char *sv_stage_join(sv_stage *stage, const char *a, const char *separator, const char *b);
/* Keep a text made otherwise; it is cleared. */
const char *sv_stage_keep(sv_stage *stage, sv_text *text);
/* The name of the score actors are sized by, and its sentence. */
const char *sv_stage_score_name(const sv_stage *stage);
const char *sv_stage_score_sentence(const sv_stage *stage);
/* "60 of 86 actors shown: the highest on degree"; "" when all are. */
const char *sv_stage_left_out(sv_stage *stage, size_t shown, size_t all);

/* ---- Doing ---- */

/* Say what is being done (English, translated here); SV_STOPPED when the user has had enough. */
sv_status sv_stage_tell(const sv_stage *stage, const char *step, double share);
/* No memory, as a status. */
sv_status sv_stage_no_memory(const sv_stage *stage);
/* Begin the picture anew: the frame, and stage->inside. The legend must have been filled. */
sv_status sv_stage_frame(sv_stage *stage, const sv_frame *frame);
/* Fill the legend again where placing showed who is on the picture: measure it, without moving what stands already. */
sv_status sv_stage_legend(sv_stage *stage);

#endif

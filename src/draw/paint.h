/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Paint: what colour and sign each actor of a scene has, and what they mean. A colour is never alone: every one
 * has a sign of its own ("++", "0", "Z") that stands in the shape and in the legend.
 */
#ifndef SV_DRAW_PAINT_H
#define SV_DRAW_PAINT_H

#include "../base/memory.h"
#include "scene.h"
#include "theme.h"

/* One colour with its sign and meaning; borrowed texts. */
typedef struct sv_paint_key {
    const char *word; /* in the language of the picture */
    const char *sign;
    const char *name; /* a word for the SVG class: "for", "sector-3" */
    uint32_t fill, ink;
    bool faint;  /* border: nothing is known */
    size_t used; /* actors of the scene that have it, and are shown */
} sv_paint_key;

typedef struct sv_paint {
    const char *subject; /* what the colours say: "sector" */
    bool plain;          /* all are of one kind: neither colour nor sign says anything */
    sv_colour_by by;     /* what was chosen in the end; AUTO stands for kind */
    sv_paint_key *keys;  /* in the order of the legend */
    size_t n;
    size_t *of;     /* for each place in the scene its key; SV_NO_ROW for containers */
    double *stance; /* for each place, where colours are positions; NaN unknown. Else NULL */
    sv_arena texts;
} sv_paint;

sv_status sv_paint_new(const sv_scene *scene, const sv_draw_options *options, const sv_theme *theme, sv_paint *paint, sv_error *error);
/* Count how many have each colour: of those shown, or of all (NULL). */
void sv_paint_count(sv_paint *paint, const sv_scene *scene, const bool *shown);
void sv_paint_clear(sv_paint *paint);

/* Give categories (words, in their order) a colour and a sign each; those beyond the theme's colours share one, but not their sign. */
bool sv_paint_categories(sv_paint_key *keys, size_t n, const sv_theme *theme, sv_arena *texts);

/* The class of a position in the theme's list: 0 strongly against … 4 strongly in favour, SV_STANCE_UNKNOWN for NaN. */
size_t sv_stance_class(double stance);
/* The word for a position, -4 to 4: "strongly for" … "unknown". */
const char *sv_stance_word(double stance, sv_language language);

#endif

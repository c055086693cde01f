/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wrapping: names and sentences broken into lines at words, so that they fit where they stand. */
#ifndef SV_DRAW_WRAP_H
#define SV_DRAW_WRAP_H

#include "../base/text.h"
#include "renderer.h"

/*
 * Break a text at its words into at most `lines` lines of about `width` characters, as even as they come. A word of
 * up to `longest` characters (at least width) stays whole on a line of its own, a longer one breaks with a hyphen; what does
 * not fit is cut with "…". Line breaks and runs of spaces in the text count as one space. Added to `out`; false without memory.
 */
bool sv_wrap(const char *text, size_t width, size_t longest, size_t lines, sv_text *out);

/* A text that must fit a width on paper. */
typedef struct sv_fit {
    double font_size, width; /* wanted: at most so wide */
    bool bold;
    size_t lines;                 /* at most */
    double got_width, got_height; /* filled in */
} sv_fit;

/* Wrap to a width in points, as measured. `out` is emptied first. */
sv_status sv_wrap_fit(sv_renderer *renderer, const char *text, sv_fit *fit, sv_text *out, sv_error *error);

/*
 * The largest type, from fit->font_size down to `least`, in which these texts keep their words whole within fit->width and need no more
 * than fit->lines; the least where that is too large for one of them. Fills in fit->font_size.
 */
sv_status sv_wrap_largest(sv_renderer *renderer, const char *const *texts, size_t n, double least, sv_fit *fit, sv_error *error);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The theme: page sizes, type sizes and colours, in one place, so that every view looks like the same hand.
 * Colours are 0xRRGGBBAA. Position colours run from orange to blue, which colour-blind people tell apart;
 * the categories are Okabe and Ito's (2008), then Tol's
 * (2021) muted ones. Text keeps 4.5:1 and the outline of shapes 3:1 against what is behind.
 */
#ifndef SV_DRAW_THEME_H
#define SV_DRAW_THEME_H

#include <stddef.h>
#include <stdint.h>

typedef enum sv_page_size { SV_PAGE_SLIDE = 0, SV_PAGE_A4, SV_PAGE_A3, SV_PAGE_POSTER, SV_PAGE_SIZES } sv_page_size;

/* A page and the type on it, in points. */
typedef struct sv_page {
    const char *id;
    double width, height, margin;
    double title, title_least, subtitle, sentence; /* type sizes */
    double legend;                                 /* of the legend and the foot */
    double smallest;                               /* no text is set smaller than this */
    double legend_width;                           /* room for the legend, at most */
} sv_page;

/* The stance classes, from strongly against to strongly for, then unknown, and procedure (who takes no side by office). */
enum { SV_STANCE_UNKNOWN = 5, SV_STANCE_PROCEDURE = 6, SV_STANCES = 7 };
enum { SV_CATEGORY_COLOURS = 12 };

typedef struct sv_theme {
    uint32_t page;            /* the background */
    uint32_t ink, faint_ink;  /* text, and text of less weight */
    uint32_t rule;            /* thin lines between parts of the page */
    uint32_t veil;            /* behind labels: the page, not quite opaque */
    uint32_t outline, bridge; /* border of a shape; border of a bridge */
    uint32_t own;             /* the ring around us */
    uint32_t container, container_outline;
    uint32_t tie, member, funds, opposes, forbidden; /* lines */
    uint32_t badge;                                  /* behind the audience */
    uint32_t stance[SV_STANCES];
    uint32_t category[SV_CATEGORY_COLOURS];
    uint32_t other; /* categories beyond those */
} sv_theme;

const sv_page *sv_page_get(sv_page_size size);
const sv_theme *sv_theme_light(void);

/* Contrast of two opaque colours, 1 (none) to 21 (black on white), as WCAG 2 defines it. */
double sv_contrast(uint32_t a, uint32_t b);
/* Black or the page's colour, whichever reads better on this background. */
uint32_t sv_theme_ink_on(const sv_theme *theme, uint32_t background);

#endif

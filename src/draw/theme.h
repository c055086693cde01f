/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The theme: page sizes, type sizes and colours, in one place, so that every view looks like the same hand.
 * Colours are 0xRRGGBBAA. Position colours run from orange to blue, which colour-blind people tell apart, and
 * from dark to light in steps that survive a grey printer; the categories are Okabe and Ito's (2008), then Tol's
 * (2021) muted ones. Text keeps 4.5:1 against every background it can stand on, and lines and the outline of
 * shapes 3:1 against the page.
 */
#ifndef SV_DRAW_THEME_H
#define SV_DRAW_THEME_H

#include <speelveld/draw.h>

/* A page and the type on it, in points. */
typedef struct sv_page {
    const char *id;
    double width, height, margin;
    double title, title_least, subtitle, sentence; /* type sizes */
    double legend;                                 /* of the legend and the foot */
    double smallest;                               /* no text is set smaller than this */
    double legend_width;                           /* room for the legend, at most */
    double scale;                                  /* of shapes, gaps and lines: 1 on a slide, more where people stand further off */
    bool within;                                   /* it stands within a page of text, which says title, source, day and audience itself */
} sv_page;

/* The stance classes, from strongly against to strongly for, then unknown, and procedure (who takes no side by office). */
enum { SV_STANCE_UNKNOWN = 5, SV_STANCE_PROCEDURE = 6, SV_STANCES = 7 };
enum { SV_CATEGORY_COLOURS = 12, SV_ZONE_COLOURS = 5, SV_CAMP_COLOURS = 4 };

typedef struct sv_theme {
    const char *id;
    uint32_t page;            /* the background */
    uint32_t ink, faint_ink;  /* text, and text of less weight */
    uint32_t rule;            /* thin lines between parts of the page */
    uint32_t veil;            /* behind labels: the page, not quite opaque */
    uint32_t outline, bridge; /* border of a shape; border of a bridge */
    uint32_t own;             /* the ring around us */
    uint32_t container, container_outline;
    uint32_t tie, member, funds, opposes, forbidden; /* lines */
    uint32_t badge, badge_ink;                       /* the audience */
    uint32_t urgent, legitimate;                     /* small marks beside a shape */
    uint32_t stance[SV_STANCES];
    uint32_t category[SV_CATEGORY_COLOURS];
    uint32_t other;                 /* categories beyond those */
    uint32_t camp[SV_CAMP_COLOURS]; /* with us, in between, against us, unknown: green, orange, red and black, as Factor C names them */
    uint32_t zone[SV_ZONE_COLOURS]; /* behind parts of a plot: ink and faint ink can stand on each */
} sv_theme;

const sv_page *sv_page_get(sv_page_size size);
/* Room for a picture within a page of text: type is a little smaller, as it is read at hand. */
sv_page sv_page_within(double width, double height);
const sv_theme *sv_theme_get(sv_theme_choice choice);

/* The page, or the theme, that is called so; false when none is. */
bool sv_page_find(const char *id, sv_page_size *size);
bool sv_theme_find(const char *id, sv_theme_choice *choice);

/* Contrast of two opaque colours, 1 (none) to 21 (black on white), as WCAG 2 defines it. */
double sv_contrast(uint32_t a, uint32_t b);
/* What a colour that lets something through looks like on an opaque one. */
uint32_t sv_colour_over(uint32_t colour, uint32_t behind);
/* Black or white, whichever reads better on this background. */
uint32_t sv_theme_ink_on(uint32_t background);

#endif

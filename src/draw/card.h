/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cards: actors as boxes with their name in them, for views that tell who does what with whom, and texts and lines between
 * them. A person's card has round corners, an organisation's has square ones; a card of us has a thick border of our colour.
 */
#ifndef SV_DRAW_CARD_H
#define SV_DRAW_CARD_H

#include "stage.h"

typedef struct sv_card {
    size_t actor;      /* a row of Actors; SV_NO_ROW: a card of `name` alone */
    const char *name;  /* instead of the actor's; NULL: that */
    const char *under; /* in small type below the name; NULL or "": nothing */
    double x, y, width, height;
    double zoom; /* of its type; 0 is 1 */
    bool strong; /* a thick border: something is said about it */
} sv_card;

/* What of a card's width its texts may take. */
double sv_card_inner(const sv_stage *stage, double width);

/* Draw it; its name in as many lines as there is room for. `mark` (may be NULL) is its number in the picture. */
sv_status sv_card_draw(sv_stage *stage, const sv_card *card, size_t *mark);

/* A text in a box of its own, wrapped to its width, in the smallest type. */
typedef struct sv_note {
    const char *id, *text;
    const char *classes;   /* NULL: "note" */
    double left, y, width; /* y: its middle; or its bottom or its top edge with `from` -1 and 1 */
    int from;
    size_t lines; /* at most */
    sv_align align;
    bool bold, veil;  /* veil: what runs behind it does not disturb */
    double font_size; /* 0: the smallest */
} sv_note;
sv_status sv_note_draw(sv_stage *stage, const sv_note *note);

/* Which cards there are, for the legend. */
typedef struct sv_card_kinds {
    bool person, organisation, own;
} sv_card_kinds;
void sv_card_kinds_add(sv_card_kinds *kinds, const sv_map *map, size_t actor);
void sv_card_legend(sv_stage *stage, const sv_card_kinds *kinds);
/* And what a thick border says. */
void sv_card_legend_strong(sv_stage *stage, bool person, const char *words);

/* An id for a line or a text: the word, then numbers. */
const char *sv_card_id(sv_stage *stage, const char *word, size_t a, size_t b);

#endif

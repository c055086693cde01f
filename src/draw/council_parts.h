/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the council view share: who sits where, in what colour, and how large all of it is. */
#ifndef SV_DRAW_COUNCIL_PARTS_H
#define SV_DRAW_COUNCIL_PARTS_H

#include <speelveld/advice.h>

#include "chamber.h"
#include "labels.h"
#include "paint.h"
#include "stage.h"

/* Seats beside each other of one group. */
typedef struct council_block {
    size_t first, n; /* in the order of seats */
    size_t group;
    const char *text; /* "Groen & Water 4"; "Groen & Water 3 of 4" where the others sit elsewhere */
} council_block;

/* The middle of the half circle: what is needed in large type, and below it what there is. */
typedef struct council_hub {
    const char *big, *small;
    sv_text big_lines, small_lines;
    double big_size, small_size;
    double width, height, big_height;
} council_hub;

/* Wide and low, or narrow and high. */
enum { council_hubs = 2 };

/* The names of numbered seats, in columns at the right: a sign, a gap, and a number with a name. */
typedef struct council_list {
    double width, column;        /* of all columns with what parts them from the chamber, and of one */
    double sign, sign_gap, text; /* in a column */
    double line;                 /* the height of a name */
    size_t rows, shown;          /* names in a column, and in all */
} council_list;

/* How large everything is, and where; filled in by council_fit_names. */
typedef struct council_fit {
    double x, y;   /* the middle of the half circle */
    double radius; /* of the outer row */
    double inner;  /* of the inner row, as a share of that */
    double across; /* of a seat */
    double rim;    /* from the outer row's middle to the arcs around it */
    double hub_x;  /* the middle of what stands in the middle */
    size_t rows;
    double font_size;  /* of names */
    sv_text *labels;   /* of each place: its name in lines, or its line in the list; "" for none */
    double label_most; /* the highest name at a seat */
    double block_size; /* type of the names of groups */
    bool blocks_loose; /* each name has only its own place beside the arc, and not the room of the widest */
    bool line_crosses; /* the line of the majority may run behind names */
    bool numbered;     /* there is no room for names: seats have numbers and the names stand in a list */
    council_list list;
    sv_figure *figures; /* the seats, then the names of blocks */
    sv_text *block_labels;
    bool *block_named; /* it found a place */
    bool no_blocks;    /* there is no room for any of them */
} council_fit;

typedef struct council_view {
    sv_stage *stage;
    sv_council council;
    bool about;       /* there is an issue */
    bool counted;     /* and the council decides on it */
    bool by_position; /* grouped and coloured by position; else by council group or party */
    bool by_party;
    bool any_coalition;
    size_t needed; /* votes for a majority */
    size_t leans[SV_LEANS];
    size_t assumed; /* seats with a position that is their group's */
    size_t unnamed; /* seats whose member the map does not name */
    sv_paint_key *keys;
    size_t n_keys;
    size_t *key_of_group;     /* by group or party */
    size_t *group_rank;       /* of each group: from the right */
    size_t *seats;            /* seats of the council, from the right: who is most in favour, or in the coalition, first */
    size_t *key;              /* of each of these */
    const char **names;       /* short; NULL for a seat without a name */
    const char **loose_names; /* the same, where a line may end behind the initials */
    council_block *blocks;
    size_t n_blocks;
    council_hub hubs[council_hubs];
    const council_hub *hub; /* the one that fits */
    sv_chamber_seat *places;
    council_fit fit;
} council_view;

/* Who sits where and in what colour: fills in all but hub, places and fit. */
sv_status council_arrange(council_view *v);

/* Where the line of the majority passes a row, by the gap it has there, coming from a place. */
double council_pass_row(const council_view *v, const sv_chamber_gap *gap, double from);

/* Find the largest type and seats with which all names stand at their seats within stage->inside; else numbers and a list. */
sv_status council_fit_names(council_view *v);
void council_fit_clear(council_view *v);

#define COUNCIL_LABEL_PADDING 2 /* in a name's box, left and right */

/*
 * The list: "14 J. de Vries", the numbers as wide as each other, each behind its sign in its colour, in columns from the top. Written
 * and measured (room for a measure of each seat is borrowed), and drawn.
 */
sv_status council_write_list(council_view *v, sv_measure *measures);
void council_draw_list(const council_view *v);

/* Put each group's name outside the arc of its seats; the smallest groups go without when there is no room. */
void council_place_blocks(council_view *v);
#define COUNCIL_RIM_TO_NAME 6 /* from the arcs to these names, on a slide */

/* The angle of the middle of a block, and the line from there to where its name begins. */
double council_block_angle(const council_view *v, size_t block);
sv_segment council_leader(const council_view *v, size_t block);
/* Where on the arc the seats before a place in the order end and those from there on begin. */
double council_angle_before(const council_view *v, size_t place);

/* The seat at a place in the order, and whether its position, when it has one, is the group's. */
const sv_seat *council_seat_at(const council_view *v, size_t place);
bool council_assumed(const council_view *v, size_t place);

/* "actor-jansen", or for a seat without a name "actor-seat.12". */
const char *council_id(const council_view *v, const char *before, size_t place);

/* A seat without a place: its colour and sign, a heavy border in the coalition, a broken one where something is not known. */
sv_mark council_seat_mark(const council_view *v, size_t key, double across, bool coalition, bool dashed);
/* In the view by position a broken border is a position taken from the group; else a seat without a name. */
bool council_is_dashed(const council_view *v, size_t place);

/* Draw all of it. False without memory. */
bool council_draw(council_view *v);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the route view share: the lanes, where they run, and the words. */
#ifndef SV_DRAW_ROUTE_PARTS_H
#define SV_DRAW_ROUTE_PARTS_H

#include "card.h"
#include "route_lanes.h"
#include "stage.h"

/* Of a type size: the width a date in words takes, on three lines. */
#define ROUTE_DATE 9.5

typedef struct route_view {
    sv_stage *stage;
    sv_route route;
    sv_lanes lanes;
    size_t drawn, longest, most; /* lanes drawn, steps of the longest, and at most so many are shown */
    bool one_start;              /* all lanes begin with the same actor */
    double zoom;                 /* of all type: the largest in which no word on a card or a line is broken */
    double head_size;            /* type of what stands above the lanes */
    double left, top, pitch, card, lane, card_height;
    sv_card_kinds kinds;
    bool any[3]; /* lines of each kind there are, for the legend */
    bool *seen;  /* rows of Actors on the picture */
    size_t steps;
} route_view;

const char *route_name(const route_view *v, size_t actor);
/* What ties two. A membership is told by the role in it. */
const char *route_tie_words(const route_view *v, const sv_step *step);
/* What stands above a lane. */
const char *route_head(route_view *v, size_t number);
/* Who opens the door: the one before the last. */
const char *route_finding(route_view *v);
/* Who is there for procedure, on the way to somebody in politics; NULL for none. */
const char *route_note(route_view *v);

/* How many lanes and steps fit, how large their type may be, and where they run. */
sv_status route_place(route_view *v);
/* With whom a lane begins, and how many of its steps stand on the page: long ones have their middle in one card. */
size_t route_start(const route_view *v, size_t lane);
size_t route_shown(const route_view *v, size_t lane);
/* The middle of a lane's cards: its head stands above them. */
double route_middle(const route_view *v, size_t lane);
/* What stands above a lane begins at its first card, or behind the one card that all begin with, and ends before the last. */
double route_head_width(const route_view *v);
double route_node_x(const route_view *v, size_t lane, size_t node);

/* How a step looks: its line, and the cross on one that a rule closes. */
sv_line route_line(const route_view *v, const sv_lane_step *step);
sv_mark route_cross(const route_view *v);
/* A lane; and the one at the end, and at the start where it is the same for all, beside all lanes. */
sv_status route_draw_lane(route_view *v, size_t number);
sv_status route_draw_ends(route_view *v);

#endif

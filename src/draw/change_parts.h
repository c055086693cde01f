/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the change view share: who came, went and moved, and the lines that did. */
#ifndef SV_DRAW_CHANGE_PARTS_H
#define SV_DRAW_CHANGE_PARTS_H

#include <speelveld/advice.h>

#include "cast.h"

/* What became of an actor or a line. */
typedef enum change_state { CHANGE_KEPT = 0, CHANGE_CAME, CHANGE_WENT, CHANGE_STATES } change_state;

/* A line of either time between two actors (not bodies), by their numbers in changes->both; rows about the same are one. */
typedef struct change_link {
    size_t a, b; /* a < b */
    sv_link_bond bond;
    double strength;
    change_state state;
} change_link;

typedef struct change_view {
    sv_stage *stage;
    sv_changes *changes;
    const sv_map *both;        /* the map as it is, with those who went; rows of its Actors are the numbers below */
    sv_network *network, *old; /* of `both`, and of the map before */
    sv_scores *scores, *old_scores;
    size_t n; /* actors of both */
    change_state *state;
    double *then, *now; /* stances on the issue, NaN where not known; both NaN without an issue */
    bool *moved;        /* to another class of positions */
    bool *touched;      /* came, went, moved, or is at the end of a line that did */
    change_link *links;
    size_t n_links, links_capacity;
    size_t came, went, n_moved, up, down, learnt, forgotten; /* moved: more in favour, more against; known only now, or only before */
    size_t lines_came, lines_went;
    bool any; /* anything of that at all */
    /* what is shown of it */
    size_t *order; /* actors of the network, those who changed first, then the highest on the score */
    size_t n_order;
    sv_cast cast;
    sv_arrangement arrangement;
    const sv_map *map_now; /* the stage's own, while it sees both */
    const sv_network *network_now;
    const sv_scores *scores_now;
} change_view;

/* Find all of it; the maps are borrowed. Cleared also after a fault. */
sv_status change_find(change_view *v);
void change_clear(change_view *v);

/* The stage sees `both` instead of its own map while a cast is made or drawn. */
void change_enter(change_view *v);
void change_leave(change_view *v);

/* Places for the cast within stage->inside: look at arrangement.clear. */
sv_status change_place(change_view *v);

/* Lines of the cast, in the state they have; and what they look like in the legend. */
sv_status change_draw_lines(change_view *v);
sv_line change_line(const sv_stage *stage, change_state state);

#endif

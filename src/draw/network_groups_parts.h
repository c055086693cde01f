/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the picture of communities share: the groups, the ties between them, and where they stand. */
#ifndef SV_DRAW_NETWORK_GROUPS_PARTS_H
#define SV_DRAW_NETWORK_GROUPS_PARTS_H

#include "arrange.h"
#include "cast.h"
#include "sides.h"

enum { GROUP_NAMES_MOST = 3 };

typedef struct group {
    size_t size, named;
    size_t members[GROUP_NAMES_MOST]; /* rows of the first in rank */
    bool own;
    sv_sides sides; /* on the stage's issue, where there is one */
} group;

typedef struct groups_view {
    sv_stage *stage;
    const double *community;
    group *groups; /* by number, from 0 */
    size_t n_groups, n_shown, n_alone, names;
    size_t *ties;                 /* n_shown x n_shown: how many run between two */
    size_t ties_most, ties_least; /* of those that are drawn; weaker ones only where they are the strongest of a group */
    bool some_left;               /* and there are such */
    sv_scene scene;               /* only its lines: groups in the place of actors */
    sv_look *looks;
    sv_arrangement arrangement;
} groups_view;

/* Who is in which group, the names of those highest first; the n_shown largest are to be drawn. */
sv_status groups_gather(groups_view *v);
/* The lines between those that are shown: the strong ones, and of every group at least its strongest. */
sv_status groups_choose_lines(groups_view *v);

/* "group 3": the first line of its label, bold. Below it how many are for and against, and the names, each broken at its words. */
const char *groups_heading(groups_view *v, size_t i);
const char *groups_label(groups_view *v, size_t i);
/* Legend and frame. */
sv_status groups_set_frame(groups_view *v);

/* What a group and a line of so many ties look like. */
sv_mark groups_disc(const sv_stage *stage, double across);
double groups_line_width(const groups_view *v, size_t ties);
/* All of it, as arranged, onto the picture; and the report. */
sv_status groups_draw(groups_view *v);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the alliances view share: who is in which alliance, who knows a council member, and who is shown. */
#ifndef SV_DRAW_ALLIANCES_PARTS_H
#define SV_DRAW_ALLIANCES_PARTS_H

#include "cast.h"

typedef struct alliances_view {
    sv_stage *stage;
    bool *counts;      /* per row of Memberships: of an alliance, on the day, between two who can be drawn, and the first to say so */
    size_t *joins;     /* per actor: how many alliances it is a member of */
    size_t *members;   /* per actor: how many members an alliance has */
    size_t *known;     /* per actor: a council member it knows, SV_NO_ROW for none */
    size_t *alliances; /* the largest first, equal ones in the order of the map */
    size_t *order;     /* members that are no alliances themselves, those of most alliances first, then the highest on the score */
    size_t n_alliances, n_members;
    size_t n_joint, n_known; /* of these members: in two or more, and those who know a council member */
    size_t n_blind;          /* alliances without a member who does */
    bool council;            /* the map has council members */
    size_t shown_alliances, shown_members;
    size_t left_of_them; /* members of the alliances shown who are not */
    sv_cast cast;
    sv_arrangement arrangement;
} alliances_view;

/* Fill in all but what is shown. Cleared also after a fault. */
sv_status alliances_find(alliances_view *v);
void alliances_clear(alliances_view *v);

bool alliances_is_one(const alliances_view *v, size_t actor);
/*
 * The members of the smallest and the largest alliance on the picture. False when these are about as many: they are then drawn equally
 * large, for a difference that the eye cannot read says nothing; how many stands behind each name.
 */
bool alliances_range(const alliances_view *v, size_t *least, size_t *most);

/* The marks and sizes of this view, beside what the cast has. */
void alliances_legend(const alliances_view *v);
sv_mark alliances_badge(const sv_stage *stage);

#endif

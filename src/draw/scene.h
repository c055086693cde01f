/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The scene: which actors stand in the picture and which lines run between them, before anything has a place.
 *
 * Actors of the network are all candidates. Of the containers, parties and committees are shown when something
 * on the page belongs to them; a council or municipality only when a tie of its own runs to it, because a star
 * of all its members says nothing that their shape does not say. In a network of persons or organisations alone there are no containers, and
 * who are tied by what they share alone are joined by a line of membership.
 */
#ifndef SV_DRAW_SCENE_H
#define SV_DRAW_SCENE_H

#include <speelveld/draw.h>

/* Kinds of line, in the order in which they are drawn and explained. */
typedef enum sv_link_bond {
    SV_LINK_TIE = 0,
    SV_LINK_MEMBER,
    SV_LINK_FUNDS,
    SV_LINK_OPPOSES,
    SV_LINK_FORBIDDEN,
    SV_LINK_BONDS
} sv_link_bond;

/* A line between two members of the scene; of parallel rows the strongest is drawn. */
typedef struct sv_link {
    size_t from, to; /* places in the scene */
    sv_link_bond bond;
    double strength; /* 0..4 */
    size_t beside;   /* how many other links join the same two, before this one: it bends that much */
} sv_link;

typedef struct sv_scene {
    const sv_scores *scores;
    const sv_map *map;
    size_t *actors; /* rows of Actors; the scored ones first, most important first, then the containers */
    size_t n, n_scored;
    size_t n_all; /* scored actors that are wanted, shown or not */
    sv_link *links;
    size_t n_links, links_capacity;
    size_t *place; /* of each row of Actors: its place in `actors`, SV_NO_ROW when it is not shown */
} sv_scene;

/*
 * The scene with at most `most` scored actors, of those wanted (by row of Actors; NULL: all): us first, then the highest on the score of
 * size_by. Clear it, also after a fault.
 */
sv_status sv_scene_new(const sv_scores *scores, const sv_draw_options *options, const bool *wanted, size_t most, sv_scene *scene, sv_error *error);
/* Only the scored actors that are wanted (by row of Actors), at most options' top of them, without lines or containers. */
sv_status sv_scene_of(const sv_scores *scores, const sv_draw_options *options, const bool *wanted, sv_scene *scene, sv_error *error);
void sv_scene_clear(sv_scene *scene);

/* The score actors are sized and chosen by: options', or harmonic. */
size_t sv_draw_size_score(const sv_draw_options *options);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map as plain lists, in which a change is made without the program: to hold beside what the program makes of it. */
#ifndef SV_TEST_PLAIN_LISTS_H
#define SV_TEST_PLAIN_LISTS_H

#include <speelveld/model.h>

enum { most_actors = 14, most_ties = 40, most_others = 20, issues_n = 2 };

/* Names of actors are their numbers; us is 0, and 1 is an alliance. */
typedef struct lists {
    int actors[most_actors], n_actors;
    const char *kind[most_actors];
    int group[most_actors];
    struct {
        int from, to, kind, strength, informant, certainty, except;
    } ties[most_ties];
    struct {
        int who, of;
    } memberships[most_others];
    struct {
        int actor, issue, value, salience, informant, day;
    } positions[most_others];
    struct {
        int list[4], n;
    } events[most_others];
    struct {
        int actor, by, day;
    } contacts[most_others];
    int n_ties, n_memberships, n_positions, n_events, n_contacts;
} lists;

enum { nobody = -1, unknown = 99 };

/* Keep the items of a list for which a condition on the i-th holds. */
#define KEEP(list, n, condition)                                                                                                           \
    do {                                                                                                                                   \
        int kept = 0;                                                                                                                      \
        for (int i = 0; i < (n); i++)                                                                                                      \
            if (condition)                                                                                                                 \
                (list)[kept++] = (list)[i];                                                                                                \
        (n) = kept;                                                                                                                        \
    } while (0)

/* A number from 0 up to but not including `below`, always the same ones. */
int lists_draw(int below);
/* A random map, and the map that has it as its rows. */
void draw_lists(lists *made);
sv_map *map_of_lists(const lists *from);

/* Take out an actor, with all that names it. */
void remove_from_lists(lists *from, int gone);
/* One random change, made in the lists; gives what is to be asked of the program. `map` is that of the lists as they were. */
sv_supposition change_lists(lists *of, const sv_map *map);

#endif

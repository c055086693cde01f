/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the actors of a map are sorted by - sector, neighbourhood, kind … - and who is in each. */
#ifndef SV_ADVICE_CATEGORIES_H
#define SV_ADVICE_CATEGORIES_H

#include <speelveld/advice.h>

#include "../base/lookup.h"
#include "../base/memory.h"

/* One sector, one neighbourhood … */
typedef struct category {
    sv_dimension by;
    const char *name; /* as the map writes it first; of a kind or a circle its id. Lives as long as the arena */
    size_t first, n;  /* its actors stand in categories.actors from here */
    size_t signals;   /* rows of Signals that name it */
} category;

typedef struct categories {
    sv_arena *names; /* the caller's: where names live */
    category *items; /* in the order in which they were added, and in that of the map */
    size_t n, capacity;
    size_t *actors; /* by category; within it in the order of the map */
    size_t n_actors, actors_capacity;
    size_t *category_of; /* beside each actor, until they are sorted */
    size_t category_capacity;
    sv_lookup words; /* of the dimension at hand: folded name -> item */
    sv_dimension at;
    bool failed; /* without memory; look at it once, after categories_sort */
} categories;

/* Begins as {.names = arena}. */
void categories_clear(categories *of);

/* Add an actor to the category with this name; a name that is empty, or folds to nothing, adds nothing. All of one dimension are added in a
 * row. */
void categories_add(categories *to, sv_dimension by, const char *name, size_t actor);
/* The same for every part of the actor's cell in a column that may name several. */
void categories_add_cell(categories *to, sv_dimension by, const sv_map *map, size_t column, size_t actor);
/* Count a row of Signals for what its cell names, which may have no actors. */
void categories_add_signal(categories *to, sv_dimension by, const sv_map *map, size_t column, size_t row);
/* When all are added: put the actors beside their categories. An actor that names a category twice is in it once. */
void categories_sort(categories *of);

#endif

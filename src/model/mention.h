/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Mentions: where a text names an actor, by its name however it is written, or by its id. What looks like a name
 * within somebody else's ("Jan Jansen" in "Jan Jansen-Smit") is no mention.
 */
#ifndef SV_MODEL_MENTION_H
#define SV_MODEL_MENTION_H

#include <speelveld/model.h>

#include "../base/memory.h"

enum { mention_names_most = 2, mention_surnames_most = 4 };

/* Whom to look for. Texts are borrowed from the map and the caller, but for the surnames. */
typedef struct mention_who {
    const sv_map *map;
    size_t actor;                                                    /* its row; SV_NO_ROW when it is not in the map */
    const char *names[mention_names_most], *ids[mention_names_most]; /* NULL where there are fewer */
    const char *surnames[mention_surnames_most];                     /* words of a person's last name */
    const char **others;                                             /* names of other actors in which one of these occurs */
    size_t n_others;
    sv_arena texts;
} mention_who;

/*
 * Look for one actor of a map: row `actor`, or SV_NO_ROW for a name and id that need not be in it (either may be "").
 * Whatever came of it, mention_clear. False without memory.
 */
bool mention_begin(mention_who *who, const sv_map *map, size_t actor, const char *name, const char *id);
void mention_clear(mention_who *who);

/* A piece of a text. */
typedef struct mention {
    size_t start, length;
} mention;

/* The next mention at or behind `from`: a whole name in any case, with or without accents, also with an s behind it; or an id in prose. */
bool mention_next(const mention_who *who, const char *text, size_t from, mention *found);
/* The next place where a last name stands alone: it may be somebody else's. */
bool mention_next_surname(const mention_who *who, const char *text, size_t from, mention *found);
/* True when the whole text is a name or an id. */
bool mention_is(const mention_who *who, const char *text);
/* The same, but not for an id that could be an ordinary word. */
bool mention_is_surely(const mention_who *who, const char *text);
/* True for a header, or key, under which actors are named: "id", "actor", "van", "who" … */
bool mention_is_header(const char *header);
/* True when a cell or a part of a list, where actors are named by id or name, names this one. */
bool mention_refers(const mention_who *who, const char *text);
/* The same for a whole cell of a type that names actors; a list names it when one of its parts does. *done becomes false without memory. */
bool mention_refers_in(const mention_who *who, sv_type type, const char *cell, bool *done);
/* True for actors that are people, or whose kind does not say what they are. */
bool mention_may_be_person(const sv_map *map, size_t actor);

#endif

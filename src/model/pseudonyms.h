/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pseudonyms: a number for every name in a map, in an order that only a key can tell. */
#ifndef SV_MODEL_PSEUDONYMS_H
#define SV_MODEL_PSEUDONYMS_H

#include <speelveld/model.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../base/siphash.h"
#include "../base/text.h"

/* Sorts of names that are words only: one name is one pseudonym, wherever it stands. */
typedef enum pseudonym_sort {
    PSEUDONYM_PARTY = 0, /* before groups: a group that is called as a party gets its pseudonym */
    PSEUDONYM_GROUP,
    PSEUDONYM_THEME,
    PSEUDONYM_NEIGHBOURHOOD,
    PSEUDONYM_SECTOR,
    PSEUDONYM_LIFE_DOMAIN,
    PSEUDONYM_PLACE,
    PSEUDONYM_ORGANISATION, /* that is no actor; numbered on behind those that are */
    PSEUDONYM_INFORMANT,    /* that is no actor */
    PSEUDONYM_SORTS
} pseudonym_sort;

typedef struct pseudonym_words {
    sv_lookup places; /* by folded text */
    const char **names;
    size_t n;
} pseudonym_words;

typedef struct pseudonyms {
    const sv_map *map;
    sv_siphash_key key;
    sv_language language;
    size_t *order[2], n[2];          /* rows of actors, then of issues, in their new order: only usable ones */
    const char **ids[2], **names[2]; /* per row */
    size_t n_of_class[SV_CLASSES];
    pseudonym_words words[PSEUDONYM_SORTS];
    sv_arena texts;
} pseudonyms;

enum { pseudonym_actors = 0, pseudonym_issues = 1 };

/* Whatever came of it, pseudonyms_end. False without memory. */
bool pseudonyms_begin(pseudonyms *p, const sv_map *map, const char *seed, sv_language language);
void pseudonyms_end(pseudonyms *p);

/* The pseudonym of a word; of an actor's name that of the actor. "" for what stands nowhere in the map. */
const char *pseudonym_of(const pseudonyms *p, pseudonym_sort sort, const char *text);
/* The sort of the words in a column, PSEUDONYM_SORTS for columns of another kind. *list: they stand in a list. */
pseudonym_sort pseudonym_column(sv_sheet sheet, size_t column, bool *list);
/* A number for a text that nobody can foretell without the key. */
uint64_t pseudonym_hash(const pseudonyms *p, const char *text);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of people and organisations taken apart, and how much two of them look alike. */
#ifndef SV_MODEL_NAMES_H
#define SV_MODEL_NAMES_H

#include <speelveld/model.h>

#include "../base/memory.h"
#include "../base/text.h"

enum { given_names_most = 6, last_names_most = 4, organisation_words_most = 10, name_sound_size = 64 };

/* A word of a name, folded: lower case, without accents. */
typedef struct name_word {
    const char *text;
    const char *sound; /* as name_sound gives it */
    bool joined;       /* stands behind a hyphen */
    bool dotted;       /* a point stands behind it */
    bool capital;      /* begins with a capital */
    bool capitals;     /* all capitals, where the whole name is not */
} name_word;

/* A person's name: Marijke | van der | Wiersma, Postma. */
typedef struct person_name {
    name_word given[given_names_most], last[last_names_most];
    size_t n_given, n_last;
    const char *prefix;       /* "van der", folded; "" for none */
    const char *prefix_loose; /* the same for v.d., van de, van den and van der */
    char generation;          /* 's' senior, 'j' junior, 0 not said */
    bool titled, turned;      /* had a title; stood as "Jansen, Piet" */
} person_name;

/* An organisation's name: the words that tell it from others. */
typedef struct organisation_name {
    name_word words[organisation_words_most];
    size_t n_words;
    const char *whole;   /* those words in one */
    const char *letters; /* the first letters of all words, legal form included */
    const char *form;    /* "stichting", "bv"; "" for none */
} organisation_name;

/* Take a name apart; its texts live in `texts`. Words beyond what fits above are left out. False without memory. */
bool person_name_read(const char *name, sv_arena *texts, person_name *made);
bool organisation_name_read(const char *name, sv_arena *texts, organisation_name *made);

/*
 * How a word sounds, roughly, in Dutch: "meijer" and "meyer" are one. With `skeleton` only the first letter and
 * the consonants. Always ends in NUL; what does not fit is left out.
 */
void name_sound(const char *word, bool skeleton, char *sound, size_t size);

/* How much two names look alike, 0 (not at all) to 0.9; the reasons are added to *reasons. */
double person_names_alike(const person_name *a, const person_name *b, unsigned *reasons);
double organisation_names_alike(const organisation_name *a, const organisation_name *b, unsigned *reasons);

#endif

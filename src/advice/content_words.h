/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words in a phrase that carry its meaning, for telling whether two phrases are about the same. */
#ifndef SV_ADVICE_CONTENT_WORDS_H
#define SV_ADVICE_CONTENT_WORDS_H

#include "../base/text.h"

/* A walk over the content words of a phrase. Begins as {.at = phrase}; cleared with content_words_clear. */
typedef struct content_words {
    const char *at;
    sv_text written, folded; /* the word at hand, as it stands in the phrase and folded (text.h) */
    bool failed;             /* without memory */
} content_words;

/*
 * The next word of at least four letters that is not a stop word: an article, a preposition, a number and the like, in Dutch or
 * English. False at the end, and without memory.
 */
bool content_words_next(content_words *words);
void content_words_clear(content_words *words);

#endif

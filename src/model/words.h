/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding a word of a closed list, and a word in a list of words. */
#ifndef SV_MODEL_WORDS_H
#define SV_MODEL_WORDS_H

#include <speelveld/model.h>

/* The word of a closed list that a text stands for, in either language; NULL when it is none of them. */
const sv_word *sv_word_find(sv_type type, const char *text);

/* True when a word is one of those in a list parted by |, whatever its case and accents. */
bool sv_word_among(const char *word, const char *list);

#endif

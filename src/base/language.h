/* SPDX-License-Identifier: MIT */
/* The Dutch texts, made from data/locale/nl.po while building (the .mo format of gettext, little-endian). */
#ifndef SV_BASE_LANGUAGE_H
#define SV_BASE_LANGUAGE_H

#include <stddef.h>

extern const unsigned char sv_dutch_table[];
extern const size_t sv_dutch_table_size;

/* Marks an English text in a table, so that the texts for translating can be collected; it is translated where it is used. */
#define SV_TR(text) text

#endif

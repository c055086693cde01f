/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Speech: numbers, dates and sentences on a picture, in its language and never by the locale of the program around us. */
#ifndef SV_DRAW_SPEECH_H
#define SV_DRAW_SPEECH_H

#include <speelveld/draw.h>

#include "../base/text.h"

/* 1998 as "1.998" or "1,998", 4.5 as "4,5" or "4.5"; whole numbers without decimals, large ones with fewer, NaN as "–". */
const char *sv_speech_number(double number, sv_language language, char buffer[32]);
/* 20261112 as "12 november 2026" or "12 November 2026"; "" for 0. */
const char *sv_speech_date(int date, sv_language language, char buffer[40]);

/* Add a sentence in which {a}, {b} and {c} stand for texts (NULL where it has fewer). */
void sv_speech_fill(sv_text *out, const char *sentence, const char *a, const char *b, const char *c);
/* Add a text with its first letter as a capital. */
void sv_speech_capital(sv_text *out, const char *text);
/* Add a part to a row of parts, with a separator between. Empty parts are left out. */
void sv_speech_join(sv_text *out, const char *separator, const char *part);

#endif

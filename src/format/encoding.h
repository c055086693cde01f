/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Encodings: the bytes of a text file made into clean UTF-8, and text that went wrong on its way found. */
#ifndef SV_FORMAT_ENCODING_H
#define SV_FORMAT_ENCODING_H

#include <speelveld/base.h>

#include "../base/text.h"

/*
 * Make the n bytes of a text file UTF-8 without a byte order mark: UTF-16 (with its mark) is converted, and
 * what is not valid UTF-8 is read as Windows-1252; both are noted in `problems`. *bytes was allocated, has a NUL
 * behind it, and may be replaced. A file that says it is UTF-8 or UTF-16 and is not is refused.
 */
sv_status sv_encoding_to_utf8(char **bytes, size_t *n, const char *file, sv_problems *problems, sv_error *error);

/* Add one character as UTF-8. */
void sv_encoding_add(sv_text *text, uint32_t character);

/* Take out control characters (all but tab, LF and CR), in place. Returns the new length; n when there were none. */
size_t sv_encoding_clean(char *text, size_t n);

/*
 * True when a text holds "Ã«" where "ë" was meant: UTF-8 that was once read as Windows-1252. `found` gets the
 * word it stands in, `expected` the word as it was meant.
 */
bool sv_encoding_is_mojibake(const char *text, sv_text *found, sv_text *expected);

#endif

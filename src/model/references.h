/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells that name actors or issues, alone or in a list, rewritten. */
#ifndef SV_MODEL_REFERENCES_H
#define SV_MODEL_REFERENCES_H

#include <speelveld/model.h>

#include "../base/text.h"

/* The type of a column; text for one that the user added. */
sv_type column_type(sv_sheet sheet, size_t column);

/* True for the types that name an actor or an issue. */
bool reference_is(sv_type type);

/* The actor that a part of a list names: all of it, or of "theme:actor" what stands behind the colon. Borrowed. */
const char *reference_actor_of(sv_type type, const char *part);

/* What one reference becomes: another text, or the same pointer when it stays as it is. */
typedef const char *(*reference_rename)(void *context, bool issue, const char *text);

/*
 * The cell with each of its references renamed, into `out` (emptied first). A list in which something was
 * renamed names nobody twice; a cell in which nothing was, comes out as it went in. False without memory.
 */
bool reference_rewrite(sv_type type, const char *cell, reference_rename rename, void *context, sv_text *out);

/* The parts of two lists, each once, into `out` (emptied first). False without memory. */
bool reference_join_lists(const char *a, const char *b, sv_text *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Taking an actor off a map, for the files that do it. */
#ifndef SV_MODEL_FORGET_H
#define SV_MODEL_FORGET_H

#include "../base/text.h"
#include "mention.h"

/* A map without one actor, under construction. */
typedef struct forgetting {
    const sv_map *from;
    sv_map *to;
    mention_who who;
    const char **fresh[SV_SHEETS]; /* per actor and issue the id it has from now on, NULL where that is the old one */
    sv_forgotten *told;            /* may be NULL */
    unsigned first_row;
    sv_arena texts;
    bool failed; /* memory ran out */
} forgetting;

/* forget_who.c: who is meant, and who is called otherwise without them. */

void forget_find_who(forgetting *f, const sv_forget_options *options);
/* True for the row of the actor itself. */
bool forget_is_gone(const forgetting *f, sv_sheet sheet, size_t row);
void forget_count_namesakes(forgetting *f);
/* The new ids of a sheet of actors or issues: of those whose id tells the name. */
void forget_find_ids(forgetting *f, sv_sheet sheet, size_t id_column, size_t name_column);

/* forget_cells.c: one cell at a time. */

void forget_tell(forgetting *f, sv_forgot what, sv_spot spot);
/* The name of a sheet or column without the actor's, kept as long as f->texts; told at `spot`. */
const char *forget_in_name(forgetting *f, const char *text, sv_spot spot);
/* A text into `out`, telling what became of it. */
void forget_text(forgetting *f, const char *cell, const sv_spot *spot, sv_text *out);
/*
 * The cell as the new map has it, into `out` (emptied first). column_names: it is a column of the user's own in which
 * actors are named, so that there an id like a word is meant too.
 */
void forget_cell(forgetting *f, sv_sheet sheet, size_t row, size_t column, bool column_names, const sv_spot *spot, sv_text *out);

/* Add a text with SV_FORGOTTEN where it names the actor. True when it did. */
bool forget_in_text(const mention_who *who, const char *text, sv_text *out);

/*
 * forget_json.c: add a value of JSON (that was checked) without the actor: members under its id or name go; so do items
 * of arrays that are it, or objects that name it in a member of their own; texts are treated as forget_in_text does. The
 * rest stays as it stands, to the byte. *changes is counted up. A value that is the actor itself becomes null. False
 * without memory.
 */
bool forget_in_json(const mention_who *who, const char *json, sv_text *out, size_t *changes);

#endif

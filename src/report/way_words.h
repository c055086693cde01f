/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ways as people say them: who knows whom, since when, who forbids it, and what is the clerk's. */
#ifndef SV_REPORT_WAY_WORDS_H
#define SV_REPORT_WAY_WORDS_H

#include "answer.h"

/* "Fatima El Idrissi knows Jacoba Lindeboom well (last contact 24 September 2026)". */
void way_add_step(const answer *to, const sv_step *step, sv_text *out);
/* All its steps: "…, … and …". */
void way_add(const answer *to, const sv_way *way, sv_text *out);
/* The kind of its tie for programs: "knows", "membership". */
const char *way_kind(const sv_map *map, const sv_step *step);
/* "about 6 times out of 10". */
void way_add_chance(const answer *to, double chance, sv_text *out);

/* The names of some actors, "Anna, Bas and Carla". */
void way_add_names(const answer *to, const size_t *actors, size_t n, sv_text *out);

/* A rule: who forbids contact with whom, and by what; in full also what the map notes about it, and who is excepted. */
void way_say_rule(answer *to, size_t rule, bool in_full);

/*
 * What goes by procedure, under a heading of its own: that speaking and the agenda are the clerk's (unless `to_clerk`: it is the clerk who
 * is asked for), and by when to ask to speak in the next meeting about an issue (SV_NO_ROW: about any). Nothing where the map knows
 * neither.
 */
void way_add_procedure(answer *to, size_t issue, bool to_clerk);
/* The first usable actor that is a clerk; SV_NO_ROW. */
size_t way_clerk(const sv_map *map);

/* What a reader must know of warmth; in the public edition also what is not known there. */
void way_note_warmth(answer *to);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The moments on the way to a decision, as people say them. */
#ifndef SV_REPORT_MOMENT_WORDS_H
#define SV_REPORT_MOMENT_WORDS_H

#include "answer.h"

/* Its id for programs ("group"), a word for a table ("group meeting"), and whom to speak before it. English, in SV_TR but for the id. */
const char *moment_id(sv_moment_sort sort);
const char *moment_word(sv_moment_sort sort);
const char *moment_for_whom(sv_moment_sort sort);

/* The title of its event; "" for a decision date that stands with the issue only. Borrowed from the map. */
const char *moment_title(const sv_map *map, const sv_moment *moment);

/* "in 39 days", "today", "past", from as_of; "" when either is not known. */
void moment_add_when(const answer *to, int day, sv_text *out);

/* What is decided, by whom and when, in sentences: the beginning of an answer about an issue. */
void moment_say_decision(answer *to, size_t issue, int decision);

#endif

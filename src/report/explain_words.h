/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of an explanation, by what a score is explained by. */
#ifndef SV_REPORT_EXPLAIN_WORDS_H
#define SV_REPORT_EXPLAIN_WORDS_H

#include "answer.h"

/* What stands behind the number: the end of the first sentence. */
void explain_add_value(const answer *to, const sv_explanation *found, sv_text *out);
/* Why there is no number. */
const char *explain_undefined(sv_explained_by by);
/* Between whom, or with whom: the second sentence, and which ties matter most: the third. Either may be left unsaid. */
void explain_say_groups(answer *to, const sv_explanation *found);
void explain_say_ties(answer *to, const sv_explanation *found);
/* What the number does not say. */
const char *explain_limits(sv_explained_by by);

/* Whether it is this score; whether its own ties are what counts; how many stand so many steps away. */
bool explain_is(const sv_explanation *found, const char *score);
bool explain_rests_on_ties(sv_explained_by by);
size_t explain_at_step(const sv_explanation *found, size_t d);
/* A small share: "0.67%". */
void explain_show_percent(const answer *to, double share, char buffer[72]);

/* A group as people call it. */
const char *explain_group(const answer *to, const sv_explanation *found, size_t group);
/* "Anna, Bas and 3 others". */
void explain_add_names(const answer *to, const size_t *actors, size_t n, sv_text *out);

#endif

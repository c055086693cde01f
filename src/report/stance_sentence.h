/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where somebody stands and how much they have to say, in a cell and in a sentence. */
#ifndef SV_REPORT_STANCE_SENTENCE_H
#define SV_REPORT_STANCE_SENTENCE_H

#include "answer.h"

/* Where somebody stands, -4..4 or NaN, as stance_word says it; for programs "strongly_in_favour", "not_known". */
void stance_add_cell(answer *to, double stance);

/*
 * "Douwe Rinsma is a little in favour (1.4 on a scale from -4 to 4), has much to say (power 3 of 4) and last spoke with you on 9 May 2026."
 * What is not known of power, and of contact where `last_contact` is NULL, is left out.
 */
void stance_add(const answer *to, size_t actor, double stance, double power, const int *last_contact, sv_text *out);

#endif

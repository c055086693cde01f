/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of the answer to `majority`. */
#ifndef SV_REPORT_MAJORITY_PARTS_H
#define SV_REPORT_MAJORITY_PARTS_H

#include "answer.h"

/* Who decides instead of the council, and what the council can do then. */
void majority_say_not_ours(answer *to, size_t issue, const char *competent);

/* The groups: their votes, where they stand, and how often those votes decide. */
void majority_add_groups(answer *to, const sv_majority *found);
/* With whom there would be a majority. */
void majority_add_coalitions(answer *to, const sv_majority *found);
/* Who can still be won, and through whom. */
void majority_add_winnable(answer *to, const sv_majority *found);

/* "Anna (through Bas and Carla)" of one who can be won, added to a text. */
void majority_add_name(const answer *to, const sv_majority *found, const sv_winnable *one, sv_text *out);

#endif

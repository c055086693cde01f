/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the answer on signals share: what is told, and the names of its groups. */
#ifndef SV_REPORT_SIGNALS_PARTS_H
#define SV_REPORT_SIGNALS_PARTS_H

#include "answer.h"

enum { signals_most_named = 3 };

/* What is being told. */
typedef struct signals_telling {
    answer *to;
    const sv_signals *found;
    bool open;                                          /* for the public */
    size_t *first[SV_SIGNAL_BYS], *next[SV_SIGNAL_BYS]; /* the rows of each theme and each policy, chained */
    double *sums;                                       /* room for a number per group, always zero between uses */
} signals_telling;

bool signals_is_named(const signals_telling *t, sv_signal_by by, const sv_signal_group *group);
void signals_add_name(const signals_telling *t, sv_signal_by by, const sv_signal_group *group, sv_text *out);
/* The name within a list: of what can have commas in it, between quotation marks. */
void signals_add_listed(const signals_telling *t, sv_signal_by by, size_t group, size_t i, size_t n, sv_text *list);
/* The named groups of `among` that go with one group of `by`, those heard most first, three at most: "A, B and C". */
void signals_add_within(const signals_telling *t, sv_signal_by by, size_t group, sv_signal_by among, sv_text *out);
/* What people run into, as it was written down, without the point at the end: "children stop doing sports; rent is late". */
void signals_add_consequences(const signals_telling *t, size_t policy, sv_text *out);

#endif

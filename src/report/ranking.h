/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands in a ranking, in what order: what the table, the CSV and the JSON of scores have in common. */
#ifndef SV_REPORT_RANKING_H
#define SV_REPORT_RANKING_H

#include <speelveld/report.h>

#include "../base/text.h"

typedef struct ranked {
    size_t actor, rank; /* rank within its class, from 1; equal scores share one */
    sv_class of;
} ranked;

typedef struct ranking {
    ranked *items; /* persons, then organisations, alliances and the rest, each from first to last */
    size_t n;
    size_t total[SV_CLASSES]; /* before --top */
    size_t own_left_out;
} ranking;

sv_status ranking_make(const sv_scores *scores, const sv_report_options *options, ranking *order, sv_error *error);
void ranking_clear(ranking *order);

struct scores_groups;
void scores_write_json(const sv_scores *scores, const sv_report_options *options, const ranking *order, const struct scores_groups *groups,
                       sv_text *out);

#endif

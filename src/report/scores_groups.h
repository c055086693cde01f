/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Beside a ranking, when scores about groups are asked for: the parts, how alliances overlap, and how near the ties come to two camps. */
#ifndef SV_REPORT_SCORES_GROUPS_H
#define SV_REPORT_SCORES_GROUPS_H

#include "json_answer.h"
#include <speelveld/report.h>

typedef struct scores_groups {
    bool wanted; /* some score about groups is shown */
    sv_alliances alliances;
    sv_signed_balance balance;
} scores_groups;

sv_status scores_groups_find(const sv_scores *scores, const sv_report_options *options, scores_groups *found, sv_error *error);
void scores_groups_clear(scores_groups *found);
void scores_groups_add_table(const sv_scores *scores, const scores_groups *found, sv_language language, sv_text *out);
void scores_groups_add_json(json_answer *answer, const sv_scores *scores, const scores_groups *found, cJSON *root);

#endif

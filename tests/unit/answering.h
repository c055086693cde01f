/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of answers share: a small map, and an answer about it for the team on 1 October 2026. */
#ifndef SV_TEST_ANSWERING_H
#define SV_TEST_ANSWERING_H

#include "report/answer.h"

/* Het plein, with Anna Smit and Bas {who}. */
sv_map *two_people(void);

answer begin_answer(const sv_map *map, sv_report_format format, sv_language language);
/* Its text, freed by the caller; and the same beside what it should be. */
char *end_answer(answer *made);
void assert_answer(answer *made, const char *wanted);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far a ranking can be relied on, in words. */
#ifndef SV_REPORT_SENSITIVITY_REPORT_H
#define SV_REPORT_SENSITIVITY_REPORT_H

#include "grid.h"
#include "json_answer.h"
#include "ranking.h"

/* "in 9 of 10 draws", "nearly always", "never": how often, for people. */
void often_show(double share, sv_language language, char *buffer, size_t size);
/* "first three", or "first 2", "first". `top` is how many. */
void front_show(size_t top, sv_language language, char *buffer, size_t size);

/* The places that an actor mostly has: "2–5". */
void sensitivity_add_cell(const sv_sensitivity *of, size_t vertex, sv_grid *grid);
/* Below the table of one class: who is mostly in front. Nothing for a class of one. */
void sensitivity_say_front(const sv_sensitivity *of, const sv_scores *scores, const ranking *order, sv_class class_of, sv_language language,
                           sv_text *out);
/* At the end: what was drawn, or that it was left out. */
void sensitivity_say_how(const sv_report_options *options, sv_text *out);

enum { sensitivity_columns = 8 };
/* The headers and cells of the CSV. */
void sensitivity_add_headers(sv_grid *grid);
void sensitivity_add_cells(const sv_report_options *options, sv_class of, size_t vertex, sv_grid *grid);

/* In JSON: what was drawn; and of one actor. */
void sensitivity_add_about(json_answer *answer, const sv_report_options *options, cJSON *root);
void sensitivity_add_actor(json_answer *answer, const sv_sensitivity *found, const ranked *one, size_t vertex, cJSON *row);

#endif

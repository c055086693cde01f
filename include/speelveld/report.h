/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/report.h - answers as people and programs read them: tables, CSV for a spreadsheet, JSON.
 *
 * Every function gives a text that the caller frees with free(). Numbers in JSON read back exactly; in tables
 * and CSV they follow the language, and an undefined number is "–" (JSON: null).
 */
#ifndef SPEELVELD_REPORT_H
#define SPEELVELD_REPORT_H

#include <speelveld/score.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sv_report_format { SV_REPORT_TABLE = 0, SV_REPORT_CSV, SV_REPORT_JSON } sv_report_format;

typedef struct sv_report_options {
    sv_report_format format;
    sv_language language;
    sv_audience audience; /* said in the heading; the map must already be that edition */
    size_t by;            /* score to rank by */
    const size_t *which;  /* scores to show, n_which of them */
    size_t n_which;
    size_t top;           /* at most so many of each class; 0 = all */
    bool with_own;        /* our own actors stand in the ranking too; they always count in the network */
} sv_report_options;

/* The ranking by one score, persons and organisations apart, with the scores in `which` beside it. */
sv_status sv_report_scores(const sv_scores *scores, const sv_report_options *options, char **text, size_t *length, sv_error *error);

/* What check found: every fault with its place and remedy, and what the map holds. JSON or text; text is plain, without colours. */
sv_status sv_report_problems(const sv_map *map, const sv_problems *problems, sv_report_format format, sv_language language, char **text,
                             size_t *length, sv_error *error);

#ifdef __cplusplus
}
#endif
#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON answers under construction, through cJSON. Running out of memory anywhere marks the whole answer as
 * failed, so that half an answer is never written.
 */
#ifndef SV_REPORT_JSON_ANSWER_H
#define SV_REPORT_JSON_ANSWER_H

#include <cJSON.h>
#include <speelveld/model.h>

#include "../base/text.h"

typedef struct json_answer {
    cJSON *root;
    bool failed;
} json_answer;

void json_begin(json_answer *answer);
/* Add to an object under a key, or to an array when key is NULL. */
cJSON *json_add_object(json_answer *answer, cJSON *to, const char *key);
cJSON *json_add_array(json_answer *answer, cJSON *to, const char *key);
void json_add_text(json_answer *answer, cJSON *to, const char *key, const char *text);
/* NaN becomes null. */
void json_add_number(json_answer *answer, cJSON *to, const char *key, double number);
void json_add_bool(json_answer *answer, cJSON *to, const char *key, bool value);

const char *json_audience(sv_audience audience);
/* Write the answer with a newline behind it, and free it. `out` fails when anything did. */
void json_end(json_answer *answer, sv_text *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What counted in a network, told alike by every answer that rests on one. */
#ifndef SV_REPORT_COUNTED_H
#define SV_REPORT_COUNTED_H

#include <speelveld/score.h>

#include "json_answer.h"

struct answer;

/* Lines about who stands in it and which kinds of ties count; none where that is as usual. */
void counted_add_words(const sv_network_options *options, sv_language language, sv_text *out);
/* The same as notes of an answer, and by what weight and whether ways count, where that is not as usual. */
void counted_note(struct answer *to, const sv_network_options *options);
/* All of it as facts of an answer, for programs. */
void counted_add_facts(struct answer *to, const sv_network_options *options);
/* All of it, always, as members of a JSON object. */
void counted_add_json(json_answer *json, const sv_network_options *options, cJSON *to);

/* What brokerage is counted between: for people as the map calls it, for programs by its English name. */
const char *counted_groups(const sv_map *map, size_t groups, bool for_people);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Saying that scores are samples, from how many, and how near they are: no answer with sampled numbers goes without. */
#include <speelveld/report.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../model/amount.h"
#include "../base/language.h"

/* Upwards, so that no bound is promised nearer than it is. */
static void show_bound(double bound, sv_language language, char buffer[64])
{
    amount_show_short(ceil(bound * 1000 - 1e-9) / 1000, language, buffer);
}

char *sv_report_sampling(const sv_scores *scores, sv_language language, char *buffer, size_t size)
{
    const sv_sampling *sampling = sv_scores_sampling(scores);
    const int certain = (int)floor((1 - sampling->delta) * 100 + 1e-9);
    char count[64], bound[64];
    buffer[0] = '\0';
    if (sampling->paths) {
        amount_show_whole((double)sampling->paths, language, count);
        show_bound(sampling->epsilon, language, bound);
        snprintf(buffer, size,
                 sv_translate(language, SV_TR("Betweenness is a sample of %s shortest ways: with a certainty of %d%% no share of it is more than %s beside the truth.\n")),
                 count, certain, bound);
    }
    if (sampling->sources) {
        amount_show_whole((double)sampling->sources, language, count);
        show_bound(sampling->nearness_epsilon, language, bound);
        snprintf(buffer + strlen(buffer), size - strlen(buffer),
                 sv_translate(language, SV_TR("Closeness is a sample of the distances to %s actors: with a certainty of %d%% no share of harmonic closeness is more than %s "
                                              "beside the truth. The farthest may be farther.\n")),
                 count, certain, bound);
    }
    if (sampling->left_out) {
        const sv_score *score = sv_score_get(sv_score_find("valente_fujimoto"));
        snprintf(buffer + strlen(buffer), size - strlen(buffer), sv_translate(language, SV_TR("Left out, because it takes too long in so large a network: %s.\n")),
                 language == SV_DUTCH ? score->nl : score->en);
    }
    if (*buffer)
        snprintf(buffer + strlen(buffer), size - strlen(buffer), "%s", sv_translate(language, SV_TR("With --exact all is computed in full.\n")));
    return buffer;
}

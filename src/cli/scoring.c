/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network and the scores as the options have them. */
#include "scoring.h"

#include <math.h>
#include <stdio.h>

#include "../base/language.h"
#include "../base/text.h"

/* A number above 0 from an option; *number is left as it is when the option is not given. */
static sv_status positive(const cli_call *call, const char *name, double most, const char *expected, double *number, sv_error *error)
{
    const char *word = cli_value(call, name);
    double read = 0;
    if (!word)
        return SV_OK;
    if (!sv_number_parse(word, &read) || !(read > 0) || read > most)
        return sv_error_set(error, SV_E_OPTION_VALUE, word, expected);
    *number = read;
    return SV_OK;
}

/* --alpha says by itself that strength counts. */
static sv_status choose_weights(const cli_call *call, sv_network_options *options, sv_error *error)
{
    const char *weights = cli_value(call, "weights");
    bool strength = weights && (sv_text_same(weights, "strength") || sv_text_same(weights, "sterkte"));
    bool none = weights && (sv_text_same(weights, "none") || sv_text_same(weights, "geen"));
    if (weights && !strength && (!none || cli_given(call, "alpha")))
        return sv_error_set(error, SV_E_OPTION_VALUE, weights, none ? SV_TR("strength, beside --alpha") : SV_TR("strength or none"));
    options->strength = strength || cli_given(call, "alpha");
    return positive(call, "alpha", 10, SV_TR("a number above 0, at most 10"), &options->alpha, error);
}

sv_status cli_network(const cli_call *call, const sv_map *map, sv_network **network, sv_error *error)
{
    sv_network_options options = {.directed = cli_given(call, "directed")};
    sv_status status = cli_as_of(call, &options.as_of, error);
    *network = NULL;
    if (status == SV_OK)
        status = choose_weights(call, &options, error);
    return status == SV_OK ? sv_network_new(map, &options, network, error) : status;
}

sv_status cli_scores(const cli_call *call, const sv_network *network, const size_t *which, size_t n, sv_scores **scores, sv_error *error)
{
    sv_scores_options options = {.progress = cli_show_progress, .sample_above = cli_given(call, "exact") ? HUGE_VAL : 0};
    sv_status status = positive(call, "epsilon", 0.5, SV_TR("a share above 0, at most 0.5"), &options.epsilon, error);
    *scores = NULL;
    if (status != SV_OK)
        return status;
    cli_progress_can_stop();
    return sv_scores_new(network, which, n, &options, scores, error);
}

void cli_say_sampling(const cli_call *call, const sv_scores *scores)
{
    char said[1024];
    fputs(sv_report_sampling(scores, call->language, said, sizeof said), stderr);
}

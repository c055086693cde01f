/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network and the scores as the options have them. */
#include "scoring.h"

#include <math.h>
#include <stdio.h>

#include "../base/language.h"
#include "../base/text.h"

sv_status cli_network(const cli_call *call, const sv_map *map, sv_network **network, sv_error *error)
{
    sv_network_options options;
    sv_status status = cli_network_options(call, &options, error);
    *network = NULL;
    return status == SV_OK ? sv_network_new(map, &options, network, error) : status;
}

sv_status cli_scores_options(const cli_call *call, const sv_network *network, sv_scores_options *options, sv_error *error)
{
    sv_status status;
    *options = (sv_scores_options){.progress = cli_show_progress, .sample_above = cli_given(call, "exact") ? HUGE_VAL : 0};
    status = cli_positive(call, "epsilon", 0.5, SV_TR("a share above 0, at most 0.5"), &options->epsilon, error);
    return status == SV_OK ? cli_groups(call, sv_network_map(network), &options->groups, error) : status;
}

sv_status cli_scores(const cli_call *call, const sv_network *network, const size_t *which, size_t n, sv_scores **scores, sv_error *error)
{
    sv_scores_options options;
    sv_status status = cli_scores_options(call, network, &options, error);
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

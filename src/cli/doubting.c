/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sensitivity by the options: --sensitivity, --draws and --missing. */
#include "doubting.h"

#include <stdio.h>

#include "../base/language.h"
#include "../base/text.h"
#include "scoring.h"

enum { draws_most = 100000 };

static sv_status choose(const cli_call *call, sv_sensitivity_options *options, bool *none, sv_error *error)
{
    const char *missing = cli_value(call, "missing");
    sv_status status = cli_count(call, "draws", SV_SENSITIVITY_DRAWS, &options->draws, error);
    if (status == SV_OK && options->draws > draws_most)
        status = sv_error_set(error, SV_E_OPTION_VALUE, cli_value(call, "draws"), SV_TR("a whole number, at most 100,000"));
    *none = options->draws == 0;
    if (status != SV_OK || !missing)
        return status;
    if (!sv_number_parse(missing, &options->missing) || !(options->missing >= 0) || options->missing > 1)
        return sv_error_set(error, SV_E_OPTION_VALUE, missing, SV_TR("a share from 0 to 1"));
    options->all_seen = options->missing == 0;
    return SV_OK;
}

sv_status cli_sensitivity(const cli_call *call, const sv_network *network, sv_report_options *options, sv_sensitivity *found,
                          sv_error *error)
{
    sv_scores_options scores;
    sv_sensitivity_options wanted = {.with_own = options->with_own, .scores = &scores};
    bool asked = cli_given(call, "sensitivity") || cli_given(call, "draws"), none;
    sv_status status = choose(call, &wanted, &none, error);
    *found = (sv_sensitivity){0};
    if (status == SV_OK && asked && !none && !sv_sensitivity_suits(options->by))
        status =
            sv_error_set(error, SV_E_OPTION_VALUE, sv_score_get(options->by)->id, SV_TR("beside --sensitivity a score that rests on ties"));
    if (status != SV_OK || none || sv_network_actors(network) < 2 || !sv_sensitivity_suits(options->by))
        return status;
    options->sensitivity_dear = !asked && sv_sensitivity_work(network, options->by, wanted.draws) > SV_SENSITIVITY_UNASKED;
    if (options->sensitivity_dear)
        return SV_OK;
    status = cli_scores_options(call, network, &scores, error);
    if (status == SV_OK)
        status = sv_sensitivity_find(network, options->by, &wanted, found, error);
    if (status == SV_OK && (asked || found->doubtful > 0 || found->added > 0)) /* else all draws are alike */
        options->sensitivity = found;
    return status;
}

void cli_say_left_out(const cli_call *call, const sv_report_options *options)
{
    if (options->sensitivity_dear)
        fputs(sv_report_sensitivity_left_out(call->language), stderr);
}

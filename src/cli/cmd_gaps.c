/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld gaps: who is missing around us. */
#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static int run(const cli_call *call)
{
    asking ask;
    sv_gaps_options options = {0};
    sv_gaps gaps = {0};
    sv_status status;
    bool none = false;
    int code;
    if (!asking_begin(call, 0, &ask, &code))
        return code;
    options.issue = ask.issue;
    options.as_of = ask.options.as_of;
    status = cli_count(call, "top", 10, &options.pairs, &ask.error);
    if (status == SV_OK && options.pairs == 0)
        options.pairs = SIZE_MAX; /* all */
    if (status == SV_OK)
        status = sv_gaps_find(ask.map, &options, &gaps, &ask.error);
    if (status == SV_OK) {
        none = sv_gaps_none(&gaps);
        status = sv_report_gaps(ask.map, &gaps, &ask.options, &ask.text, &ask.length, &ask.error);
    }
    sv_gaps_clear(&gaps);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    ASKING_ISSUE_OPTION,
    {"top", 0, SV_TR("N"), SV_TR("name at most so many pairs; 0 for all (default 10)")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_gaps = {
    "gaps",
    SV_TR("MAP [--issue ISSUE]"),
    SV_TR("Say who is missing around us"),
    SV_TR("The five circles - residents, colleagues, other organisations, client and funders, politics - and the sectors,\n"
          "neighbourhoods and parts of life without anybody who has a tie with us; who is for the same (with --issue: for that issue)\n"
          "and does not know each other, and who knows both; alliances without a way to the council; and how many active\n"
          "residents there are. Exit code 1 when nothing is missing."),
    "speelveld gaps data/waterrijk --issue huis-van-de-wijk",
    SV_TR("where we know nobody, and who should meet whom"),
    options_table,
    run};

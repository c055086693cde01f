/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld signals: what people bring up, and what comes back. */
#include <math.h>

#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static bool is_nothing(const sv_signals *found)
{
    for (int by = 0; by < SV_SIGNAL_BYS; by++)
        if (found->n[by])
            return false;
    return true;
}

static int run(const cli_call *call)
{
    sv_signals found = {0};
    asking ask;
    sv_status status;
    bool none;
    int code;
    if (!asking_begin(call, 0, &ask, &code))
        return code;
    status = sv_signals_count(ask.map, &(sv_signals_options){ask.options.as_of, ask.issue, ask.options.audience}, &found, &ask.error);
    if (status == SV_OK)
        status = sv_report_signals(ask.map, &found, &ask.options, &ask.text, &ask.length, &ask.error);
    none = is_nothing(&found);
    sv_signals_clear(&found);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {ASKING_ISSUE_OPTION, ASKING_OPTIONS, {NULL, 0, NULL, NULL}};

const cli_command cmd_signals = {
    "signals",
    SV_TR("MAP [--issue ISSUE]"),
    SV_TR("Count what people bring up, and say what comes back"),
    SV_TR("Counts the sheet Signals by theme, neighbourhood, month, life domain, policy and issue; a signal without a number\n"
          "counts once. A theme comes back when it was heard in two months or two neighbourhoods. For the public no group of\n"
          "fewer than 5 is shown, nor what would give one away, and nothing of what was told. Exit code 1 when there are none."),
    "speelveld signals data/waterrijk --issue huis-van-de-wijk",
    SV_TR("what supports one issue in the sample"),
    options_table,
    run};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld support: how broad the support for an issue is. */
#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static int run(const cli_call *call)
{
    asking ask;
    sv_support support = {0};
    sv_status status;
    bool none;
    int code;
    if (!asking_begin(call, ASKING_ISSUE | ASKING_JUDGES, &ask, &code))
        return code;
    status = sv_support_find(ask.map, ask.issue, ask.options.as_of, &support, &ask.error);
    if (status == SV_OK)
        status = sv_report_support(ask.map, &support, &ask.options, &ask.text, &ask.length, &ask.error);
    none = sv_support_none(&support);
    sv_support_clear(&support);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {ASKING_ISSUE_OPTION, ASKING_OPTIONS, {NULL, 0, NULL, NULL}};

const cli_command cmd_support = {
    "support",
    SV_TR("MAP --issue ISSUE"),
    SV_TR("Say how broad the support for an issue is"),
    SV_TR("Counts who is for, leans so, is neutral, against or not known by sector, neighbourhood, kind and the five circles, and the\n"
          "council's seats by group; and says where nobody is in favour yet. For is a position of 2 or more, against -2 or less. Our own\n"
          "actors are not counted. Refused for the public unless every position of a politician on the issue is public with a source.\n"
          "Exit code 1 when nobody is in favour."),
    "speelveld support data/waterrijk --issue huis-van-de-wijk",
    SV_TR("where the support is, and where it is missing"),
    options_table,
    run};

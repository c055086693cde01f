/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld exposure: who is for it but cannot say so freely, and who can. */
#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static int run(const cli_call *call)
{
    asking ask;
    sv_exposure found = {0};
    sv_status status;
    bool none;
    int code;
    if (!asking_begin(call, 0, &ask, &code))
        return code;
    status = sv_exposure_find(ask.map, ask.issue, ask.options.as_of, &found, &ask.error);
    if (status == SV_OK)
        status = sv_report_exposure(ask.map, &found, &ask.options, &ask.text, &ask.length, &ask.error);
    none = found.bound == 0;
    sv_exposure_clear(&found);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {ASKING_ISSUE_OPTION, ASKING_OPTIONS, {NULL, 0, NULL, NULL}};

const cli_command cmd_exposure = {
    "exposure",
    SV_TR("MAP [--issue ISSUE]"),
    SV_TR("Say who can speak freely and who depends on whom"),
    SV_TR("Of everyone outside politics who is for the issue (without --issue: for any): do they live by money of the municipality\n"
          "or of somebody who is against it, do they work for the municipality, or does a rule keep them from the council? A person\n"
          "counts with each organisation he or she belongs to. Money stands in Ties, kind funds, column amount.\n"
          "Exit code 1 when nobody is bound."),
    "speelveld exposure data/waterrijk --issue huis-van-de-wijk",
    SV_TR("who of the supporters lives by the municipality's money"),
    options_table,
    run};

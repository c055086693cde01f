/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld allies: with whom to work on an issue. */
#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static int run(const cli_call *call)
{
    asking ask;
    sv_allies_options options = {0};
    sv_allies found = {0};
    sv_status status;
    bool none;
    int code;
    if (!asking_begin(call, ASKING_ISSUE | ASKING_JUDGES, &ask, &code))
        return code;
    options.issue = ask.issue;
    options.as_of = ask.options.as_of;
    options.without_ways = ask.options.audience == SV_PUBLIC;
    status = asking_actor(call, &ask, "for", &options.speaker);
    if (status == SV_OK)
        status = cli_count(call, "top", ask.options.format == SV_REPORT_TABLE ? 10 : 0, &options.most, &ask.error);
    if (status == SV_OK)
        status = sv_allies_find(ask.map, &options, &found, &ask.error);
    if (status == SV_OK)
        status = sv_report_allies(ask.map, &found, &ask.options, &ask.text, &ask.length, &ask.error);
    none = found.n == 0;
    sv_allies_clear(&found);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    ASKING_ISSUE_OPTION,
    {"for", 0, SV_TR("ACTOR"), SV_TR("find allies for this actor (default our own actors)")},
    {"top", 0, SV_TR("N"), SV_TR("at most so many allies; 0 for all (default 10 in a table)")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_allies = {
    "allies",
    SV_TR("MAP --issue ISSUE [--for ACTOR]"),
    SV_TR("Say with whom to work on an issue"),
    SV_TR("Ranks who is not against the issue and agrees with us on at least one: total = agreed + way + gain - dependent - clash, each\n"
          "from 0 to 1 and shown. Agreed: over all issues (MACTOR), beside who agrees with us most; way: how warm the warmest way\n"
          "to them is; gain: how much it matters to them, where the map says what they gain; dependent: how much of their money comes\n"
          "from the municipality or an opponent; clash: they oppose us, or are on the other side on other issues. Refused for the\n"
          "public unless every position of a politician on the issue is public with a source. Exit code 1 when there are none."),
    "speelveld allies data/waterrijk --issue huis-van-de-wijk --top 5",
    SV_TR("the five best allies, with the reasons"),
    options_table,
    run};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld match: who offers what another seeks. */
#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static int run(const cli_call *call)
{
    asking ask;
    sv_matches found = {0};
    sv_status status;
    size_t most;
    bool none;
    int code;
    if (!asking_begin(call, 0, &ask, &code))
        return code;
    status = cli_count(call, "top", ask.options.format == SV_REPORT_TABLE ? 20 : 0, &most, &ask.error);
    if (status == SV_OK)
        status = sv_matches_find(ask.map, ask.options.as_of, most, &found, &ask.error);
    if (status == SV_OK)
        status = sv_report_match(ask.map, &found, &ask.options, &ask.text, &ask.length, &ask.error);
    none = found.all == 0;
    sv_matches_clear(&found);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    {"top", 0, SV_TR("N"), SV_TR("at most so many matches; 0 for all (default 20 in a table)")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_match = {
    "match",
    SV_TR("MAP"),
    SV_TR("Say who offers what another seeks"),
    SV_TR("Compares the columns offers and seeks of actors that do not know each other, word by word, and shows the word they share;\n"
          "a rare word says more than one that many use. Whether it fits is for you to see. Says who knows both most warmly,\n"
          "and who can introduce most of them. Exit code 1 when there is no match."),
    "speelveld match data/waterrijk --top 5",
    SV_TR("the five best matches in the sample"),
    options_table,
    run};

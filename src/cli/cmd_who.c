/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld who: who carries a theme, or who around us is in politics. */
#include "../base/language.h"
#include "asking.h"
#include "commands.h"

static sv_status find_theme(const cli_call *call, asking *ask, bool *none)
{
    const char *theme = cli_value(call, "theme");
    sv_carriers found;
    sv_status status = sv_carriers_find(ask->map, theme, ask->issue, ask->options.as_of, &found, &ask->error);
    if (status == SV_OK)
        status = sv_report_who(ask->map, &found, theme, ask->issue, &ask->options, &ask->text, &ask->length, &ask->error);
    *none = !found.n;
    sv_carriers_clear(&found);
    return status;
}

static sv_status find_political(const cli_call *call, asking *ask, bool *none)
{
    sv_acquaintances found = {0};
    size_t steps;
    sv_status status = cli_count(call, "steps", 2, &steps, &ask->error);
    if (status == SV_OK && steps > SV_CIRCLE_STEPS_MOST)
        status = sv_error_set(&ask->error, SV_E_OPTION_VALUE, cli_value(call, "steps"), SV_TR("a whole number from 0 to 6"));
    if (status == SV_OK)
        status = sv_acquaintances_find(ask->map, steps, ask->options.as_of, &found, &ask->error);
    if (status == SV_OK)
        status = sv_report_who_political(ask->map, &found, steps, &ask->options, &ask->text, &ask->length, &ask->error);
    *none = !found.n;
    sv_acquaintances_clear(&found);
    return status;
}

static int run(const cli_call *call)
{
    asking ask;
    sv_status status;
    bool none = false, theme = cli_given(call, "theme"), political = cli_given(call, "political");
    int code;
    if (!asking_begin(call, 0, &ask, &code))
        return code;
    if (theme == political)
        status = sv_error_set(&ask.error, theme ? SV_E_ARGUMENT_EXTRA : SV_E_ARGUMENT_MISSING,
                              theme ? "--political" : SV_TR("--theme THEME or --political"), "speelveld who --help");
    else
        status = theme ? find_theme(call, &ask, &none) : find_political(call, &ask, &none);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    {"theme", 0, SV_TR("THEME"), SV_TR("who carries this theme in council, executive and town hall")},
    ASKING_ISSUE_OPTION,
    {"political", 0, NULL, SV_TR("who around us is in politics, and how we know them")},
    {"steps", 0, SV_TR("N"), SV_TR("with --political: at most so many steps from us, 0 to 6 (default 2)")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_who = {
    "who",
    SV_TR("MAP --theme THEME | --political"),
    SV_TR("Say who carries a theme, or who around us is in politics"),
    SV_TR(
        "With --theme: the alderman, a spokesperson for each council group, officials and committees, each with the warmest way from us;\n"
        "with --issue also where they stand. Themes stand in the column themes of Actors, and in spokespersons of Groups.\n"
        "With --political: who within a few steps of us holds an office, belongs to a party or a committee, or works in the town hall.\n"
        "Exit code 1 when there is nobody; for an unknown theme it lists those there are."),
    "speelveld who data/waterrijk --theme bestaanszekerheid",
    SV_TR("who in Waterrijk carries the theme of a decent income"),
    options_table,
    run};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld contacts: whose turn it is, and the calendar. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/text.h"
#include "asking.h"
#include "commands.h"

enum { team_most = 10 };

/* Only a name that is a calendar's: so that a slip of the keyboard never costs a sheet of the map. */
static sv_status check_calendar(const cli_call *call, asking *ask)
{
    const char *path = cli_value(call, "ics"), *end = path ? strrchr(path, '.') : NULL;
    if (!path)
        return SV_OK;
    if (!end || !sv_text_same(end + 1, "ics"))
        return sv_error_set(&ask->error, SV_E_OPTION_VALUE, path, SV_TR("a file name that ends in .ics"));
    return cli_refuse_inputs(call, path, &ask->error);
}

static sv_status read_options(const cli_call *call, asking *ask, sv_contacts_options *options, sv_team_options *team)
{
    sv_status status = check_calendar(call, ask);
    if (status == SV_OK)
        status = cli_count(call, "top", 10, &options->top, &ask->error);
    if (status == SV_OK)
        status = cli_count(call, "size", 0, &team->size, &ask->error);
    if (status == SV_OK && cli_given(call, "size") && (team->size < 1 || team->size > team_most))
        status = sv_error_set(&ask->error, SV_E_OPTION_VALUE, cli_value(call, "size"), SV_TR("a whole number from 1 to 10"));
    options->as_of = team->as_of = ask->options.as_of;
    return status;
}

static sv_status write_calendar(const cli_call *call, asking *ask, const sv_contacts *found)
{
    const char *path = cli_value(call, "ics");
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    if (!path)
        return SV_OK;
    status = sv_report_calendar(ask->map, found, &ask->options, &text, &length, &ask->error);
    if (status == SV_OK)
        status = sv_file_write(path, text, length, &ask->error);
    if (status == SV_OK)
        fprintf(stderr, sv_translate(call->language, SV_TR("Written: %s\n")), path);
    free(text);
    return status;
}

static int run(const cli_call *call)
{
    asking ask;
    sv_contacts_options options = {0};
    sv_team_options team_options = {0};
    sv_contacts found = {0};
    sv_team team = {0};
    size_t *from = NULL;
    int code;
    sv_status status;
    bool none;
    if (!asking_begin(call, ASKING_ISSUE | ASKING_JUDGES, &ask, &code))
        return code;
    status = read_options(call, &ask, &options, &team_options);
    if (status == SV_OK)
        status = asking_from(call, &ask, &from, &options.n_from);
    options.from = team_options.from = from;
    team_options.n_from = options.n_from;
    if (status == SV_OK)
        status = sv_contacts_find(ask.map, ask.issue, &options, &found, &ask.error);
    if (status == SV_OK)
        status = sv_team_find(ask.map, ask.issue, &team_options, &team, &ask.error);
    if (status == SV_OK)
        status = sv_report_contacts(ask.map, &found, &team, &ask.options, &ask.text, &ask.length, &ask.error);
    if (status == SV_OK)
        status = write_calendar(call, &ask, &found);
    none = !found.n_turns;
    sv_contacts_clear(&found);
    sv_team_clear(&team);
    free(from);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    ASKING_ISSUE_OPTION,
    ASKING_FROM_OPTION,
    {"top", 0, SV_TR("N"), SV_TR("at most so many people, in the list and in the calendar; 0 for all (default 10)")},
    {"size", 0, SV_TR("K"), SV_TR("how many people to begin with (default: as few as reach most)")},
    {"ics", 0, SV_TR("FILE"), SV_TR("write it as a calendar too, for any calendar program (.ics)")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_contacts = {
    "contacts",
    SV_TR("MAP --issue ISSUE"),
    SV_TR("Whose turn it is: whom to speak, before when, through whom and where, and whom to begin with"),
    SV_TR("Works back from the decision: officials and aldermen before the first discussion, spokespersons before the committee, council "
          "members\n"
          "before their group's meeting. First comes who has furthest to come, has most to say, must be spoken soonest and was spoken "
          "longest ago.\n"
          "Nobody is sent to whom they may not contact, and the clerk is there for procedure only. Exit code 1 when it is nobody's turn.\n"
          "For the public only when all positions of politicians are public with a source: it tells of named people how far they have to "
          "come."),
    "speelveld contacts data/waterrijk --issue huis-van-de-wijk --as-of 2026-10-01 --ics build/contacts.ics",
    SV_TR("six weeks before the vote: the list, and a calendar with reminders"),
    options_table,
    run};

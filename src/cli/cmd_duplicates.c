/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld duplicates: which actors may be one. It proposes, and changes nothing. */
#include <stdlib.h>

#include "../base/language.h"
#include "../base/text.h"
#include "commands.h"
#include "joining.h"
#include "session.h"

static sv_status choose(const cli_call *call, sv_duplicates_options *options, double *least, sv_error *error)
{
    const char *word = cli_value(call, "least");
    sv_status status = joining_inputs(call, 1, SV_TR("a map"), false, error);
    *least = 0.4;
    if (status == SV_OK)
        status = joining_format(call, &options->format, error);
    if (status == SV_OK)
        status = cli_audience(call, SV_TEAM, &options->audience, error);
    if (status == SV_OK)
        status = cli_count(call, "top", options->format == SV_REPORT_TABLE ? 50 : 0, &options->top, error);
    if (status == SV_OK && word && (!sv_number_parse(word, least) || *least < 0 || *least > 1))
        status = sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("a number from 0 to 1"));
    return status;
}

static int run(const cli_call *call)
{
    sv_duplicates_options options = {.language = call->language};
    sv_duplicate *found = NULL;
    sv_map *map = NULL;
    sv_error error = {0};
    char *text = NULL;
    size_t n = 0, length = 0;
    double least;
    int code;
    sv_status status = choose(call, &options, &least, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    status = cli_read_map(call, SV_TEAM, &map);
    if (status != SV_OK)
        return cli_exit_code(status);
    cli_progress_step(SV_TR("comparing names"));
    status = sv_map_duplicates(map, least, &found, &n, &error);
    if (status == SV_OK)
        status = sv_report_duplicates(map, found, n, &options, &text, &length, &error);
    code = status == SV_OK ? cli_answer(text, length, call->language) : cli_complain(&error, call->language);
    if (code == exit_answer && !n)
        code = exit_none;
    free(text);
    free(found);
    sv_map_free(map);
    return code;
}

static const cli_option options_table[] = {
    {"least", 0, SV_TR("SHARE"), SV_TR("only pairs that look so much alike, from 0 to 1 (default 0.4)")},
    {"top", 0, SV_TR("N"), SV_TR("at most so many pairs; 0 for all (default 50 in text)")},
    CLI_AUDIENCE_OPTION,
    CLI_LENIENT_OPTION,
    JOINING_FORMAT_OPTION,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_duplicates = {
    "duplicates",
    SV_TR("MAP"),
    SV_TR("Propose actors that may be one"),
    SV_TR("Looks at spelling, initials, van and de, titles, double surnames and legal forms, and at organisation and party.\n"
          "How alike two names are is no chance of anything: you know whether they are one. Exit code 1 when there are none."),
    "speelveld duplicates data/samen-b",
    SV_TR("two council members in the sample who may be one"),
    options_table,
    run};

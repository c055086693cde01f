/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld check: everything that is wrong with a map, at once, with what to do. */
#include <stdlib.h>

#include "../base/language.h"
#include "../base/text.h"
#include "commands.h"
#include "session.h"

static int run(const cli_call *call)
{
    sv_problems problems;
    sv_error error = {0};
    sv_map *map = NULL;
    char *text = NULL;
    size_t length;
    sv_status read;
    int code;
    bool json = false;
    const char *format = cli_value(call, "format");
    if (format && !sv_text_same(format, "json") && !sv_text_same(format, "text")) {
        sv_error_set(&error, SV_E_OPTION_VALUE, format, SV_TR("text or json"));
        return cli_complain(&error, call->language);
    }
    json = format && sv_text_same(format, "json");
    if (call->n_inputs == 0) {
        sv_error_set(&error, SV_E_ARGUMENT_MISSING, SV_TR("a map"), "speelveld check --help");
        return cli_complain(&error, call->language);
    }
    sv_problems_init(&problems);
    cli_progress_step(SV_TR("reading the map"));
    read = sv_map_read(call->inputs, call->n_inputs, &map, &problems, &error);
    if (read == SV_OK || problems.n > 0) {
        sv_status written = sv_report_problems(map, &problems, json ? SV_REPORT_JSON : SV_REPORT_TABLE, call->language, &text, &length, &error);
        code = written == SV_OK ? cli_answer(text, length, call->language) : cli_complain(&error, call->language);
        if (code == exit_answer)
            code = read != SV_OK ? cli_exit_code(read) : problems.errors + problems.warnings ? exit_none : exit_answer;
    } else {
        code = cli_complain(&error, call->language);
    }
    free(text);
    sv_map_free(map);
    sv_problems_clear(&problems);
    return code;
}

static const cli_option options[] = {
    {"format", 0, SV_TR("text|json"), SV_TR("how to answer (default text)")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_check = {
    "check", SV_TR("MAP"), SV_TR("Say everything that is wrong with a map, and what to do about it"),
    SV_TR("Faults make a row unusable; the rest is worth a look. Exit code 1 when there is something to mend."),
    "speelveld check data/buurthuis", SV_TR("checks the smallest sample"), options, run};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld new: an empty map with its headers and one worked row in each sheet, to fill in. */
#include <stdio.h>

#include "../base/file.h"
#include "../base/language.h"
#include "commands.h"
#include "session.h"

static int run(const cli_call *call)
{
    sv_write_options options = {.format = cli_value(call, "format"), .language = call->language};
    sv_map *map = NULL;
    sv_error error = {0};
    sv_status status;
    if (call->n_inputs != 1) {
        sv_error_set(&error, call->n_inputs ? SV_E_ARGUMENT_EXTRA : SV_E_ARGUMENT_MISSING, call->n_inputs ? call->inputs[1] : SV_TR("a name for the map"),
                     "speelveld new --help");
        return cli_complain(&error, call->language);
    }
    if (sv_file_exists(call->inputs[0])) {
        sv_error_set(&error, SV_E_FILE_EXISTS, call->inputs[0], NULL);
        return cli_complain(&error, call->language);
    }
    status = sv_map_example(call->language, &map, &error);
    if (status == SV_OK)
        status = sv_map_write(map, call->inputs[0], &options, &error);
    sv_map_free(map);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    fprintf(stderr, sv_translate(call->language, SV_TR("Made: %s. Replace the example rows by your own, then: speelveld check %s\n")), call->inputs[0], call->inputs[0]);
    return exit_answer;
}

static const cli_option options_table[] = {
    {"format", 0, SV_TR("csv|json|xlsx"), SV_TR("the format to write, where the name does not say it (.xlsx, .json, or a folder for CSV)")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_new = {
    "new", SV_TR("NAME"), SV_TR("Start a map: every sheet with its headers and a worked example"),
    SV_TR("NAME is a new .xlsx workbook with drop-down lists, a new folder of CSV files, or a new .json file. Headers are Dutch with --lang nl."),
    "speelveld new build/mymap --lang nl", SV_TR("a folder with a sheet for actors, ties, positions and so on"), options_table, run};

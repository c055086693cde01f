/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What merge, join and duplicates share. */
#include "joining.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/text.h"
#include "session.h"

sv_status joining_format(const cli_call *call, sv_report_format *format, sv_error *error)
{
    const char *word = cli_value(call, "format");
    *format = word && sv_text_same(word, "json") ? SV_REPORT_JSON : SV_REPORT_TABLE;
    if (word && *format == SV_REPORT_TABLE && !sv_text_same(word, "text"))
        return sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("text or json"));
    return SV_OK;
}

sv_status joining_inputs(const cli_call *call, size_t n, const char *what, bool writes, sv_error *error)
{
    char help[80];
    snprintf(help, sizeof help, "speelveld %s --help", call->command->name);
    if (call->n_inputs < n)
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, what, help);
    if (call->n_inputs > n)
        return sv_error_set(error, SV_E_ARGUMENT_EXTRA, call->inputs[n], help);
    if (writes && !cli_given(call, "output"))
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("-o NEW, where to write the new map"), help);
    return writes ? cli_refuse_inputs(call, cli_value(call, "output"), error) : SV_OK;
}

sv_status joining_read(const cli_call *call, size_t input, sv_map **map)
{
    cli_call one = *call;
    one.inputs[0] = call->inputs[input];
    one.n_inputs = 1;
    return cli_read_map(&one, SV_PRIVATE, map);
}

int joining_finish(const cli_call *call, const sv_map *map, const sv_differences *differences, sv_report_format format)
{
    sv_write_options options = {.language = call->language};
    const char *path = cli_value(call, "output");
    char *text = NULL;
    size_t length = 0;
    sv_error error = {0};
    int code;
    sv_status status = sv_report_differences(differences, format, call->language, &text, &length, &error);
    if (status == SV_OK && map) {
        cli_progress_step(SV_TR("writing the map"));
        status = sv_map_write(map, path, &options, &error);
    }
    code = status == SV_OK ? cli_answer(text, length, call->language) : cli_complain(&error, call->language);
    free(text);
    if (code != exit_answer)
        return code;
    if (map)
        fprintf(stderr, sv_translate(call->language, SV_TR("Written: %s\n")), path);
    else
        fputs(sv_translate(call->language, SV_TR("Nothing was written: the two maps differ. Choose with --prefer A or --prefer B.\n")),
              stderr);
    return map ? exit_answer : exit_none;
}

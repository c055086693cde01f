/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld convert: a map from one format to another. */
#include <stdio.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "commands.h"
#include "session.h"

/* With --lenient rows with faults are kept as they stand; that they are there is said. */
static void say_faulty(const cli_call *call, const sv_map *map)
{
    size_t rows = cli_faulty_rows(map);
    if (rows)
        fprintf(stderr, sv_translate(call->language, SV_TR("The whole map was written, with the rows that have faults: %zu.\n")), rows);
}

/* The user's own file is kept whole unless an audience is named; then what stays behind is said. */
static void say_private(const cli_call *call, const sv_map *map)
{
    size_t rows = 0;
    for (int sheet = SV_ACTORS; sheet < SV_SHEETS; sheet++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)sheet);
        for (size_t column = 0; column < about->n_columns; column++)
            if (about->columns[column].type == SV_TYPE_VISIBILITY)
                for (size_t row = 0; row < sv_map_rows(map, (sv_sheet)sheet); row++)
                    rows += strcmp(sv_map_cell(map, (sv_sheet)sheet, row, column), "private") == 0;
    }
    if (rows && !cli_given(call, "audience"))
        fprintf(stderr, sv_translate(call->language, SV_TR("The whole map was written, private rows included: %zu (--audience team leaves them out).\n")), rows);
}

static int run(const cli_call *whole)
{
    cli_call call = *whole;
    sv_write_options options = {.format = cli_value(whole, "format"), .language = whole->language};
    const char *path;
    sv_map *map = NULL;
    sv_error error = {0};
    sv_status status;
    if (call.n_inputs < 2) {
        sv_error_set(&error, SV_E_ARGUMENT_MISSING, call.n_inputs ? SV_TR("where to write it") : SV_TR("a map"), "speelveld convert --help");
        return cli_complain(&error, call.language);
    }
    path = call.inputs[--call.n_inputs];
    if (cli_refuse_inputs(&call, path, &error) != SV_OK)
        return cli_complain(&error, call.language);
    if (cli_given(&call, "audience") && sv_file_is_folder(path)) { /* what lies there might not be for them */
        sv_error_set(&error, SV_E_FILE_EXISTS, path, NULL);
        return cli_complain(&error, call.language);
    }
    status = cli_read_map(&call, SV_PRIVATE, &map);
    if (status != SV_OK)
        return cli_exit_code(status);
    cli_progress_step(SV_TR("writing the map"));
    status = sv_map_write(map, path, &options, &error);
    if (status == SV_OK)
        say_private(&call, map);
    if (status == SV_OK)
        say_faulty(&call, map);
    sv_map_free(map);
    return status == SV_OK ? exit_answer : cli_complain(&error, call.language);
}

static const cli_option options_table[] = {
    {"format", 0, SV_TR("csv|json|xlsx"), SV_TR("the format to write, where the name does not say it (.xlsx, .json, or a folder for CSV)")},
    {"audience", 0, SV_TR("private|team|public"), SV_TR("leave out what this audience may not see (default private: the whole map)")},
    CLI_LENIENT_OPTION,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_convert = {
    "convert", SV_TR("MAP… NEW"), SV_TR("Write a map in another format, or from a council's open data"),
    SV_TR("Reads a folder of CSV files, a workbook (.xlsx, .ods, also of Kumu or Onodo), a JSON map, an edge file of another\n"
          "program, or the persons and organisations files of a council (Open Raadsinformatie) together. Headers and words are\n"
          "written in the language of --lang. A map is never written over what was read."),
    "speelveld convert data/waterrijk build/waterrijk.json", SV_TR("the sample as one file"), options_table, run};

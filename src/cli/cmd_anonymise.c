/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld anonymise: a map without names, to share with who may not know whom it is about. */
#include "../base/file.h"
#include "../base/language.h"
#include "asking.h"
#include "commands.h"
#include "joining.h"

/* What lies in a folder already could tell the names. */
static sv_status choose(const cli_call *call, sv_error *error)
{
    sv_status status = joining_inputs(call, 1, SV_TR("a map"), true, error);
    if (status == SV_OK && sv_file_is_folder(cli_value(call, "output")))
        status = sv_error_set(error, SV_E_FILE_EXISTS, cli_value(call, "output"), NULL);
    return status;
}

static int run(const cli_call *call)
{
    const sv_anonymise_options options = {cli_value(call, "seed"), call->language};
    const sv_write_options writing = {.language = call->language};
    const char *path = cli_value(call, "output");
    sv_anonymised told = {0};
    sv_map *edition = NULL, *made = NULL;
    asking ask;
    sv_error error = {0};
    sv_status status = choose(call, &error);
    int code;
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    if (!asking_begin(call, ASKING_WHOLE, &ask, &code))
        return code;
    if (ask.options.audience != SV_PRIVATE)
        status = sv_map_edition(ask.map, ask.options.audience, &edition, &ask.error);
    if (status == SV_OK)
        status = sv_map_anonymise(edition ? edition : ask.map, &options, &made, &told, &ask.error);
    if (status == SV_OK) {
        cli_progress_step(SV_TR("writing the map"));
        status = sv_map_write(made, path, &writing, &ask.error);
    }
    if (status == SV_OK)
        status = sv_report_anonymise(made, &told, path, &ask.options, &ask.text, &ask.length, &ask.error);
    sv_anonymised_clear(&told);
    sv_map_free(edition);
    sv_map_free(made);
    return asking_end(call, &ask, status, false);
}

static const cli_option options_table[] = {
    {"output", 'o', SV_TR("NEW"), SV_TR("where to write the map without names (.xlsx, .json, or a new folder for CSV)")},
    {"seed", 0, SV_TR("WORD"), SV_TR("a secret word: with it names keep their pseudonyms when the map changes")},
    {"audience", 0, SV_TR("private|team|public"), SV_TR("leave out rows that this audience may not see (default private: all of them)")},
    CLI_LENIENT_OPTION,
    {"format", 0, SV_TR("table|csv|json"), SV_TR("how to answer (default table)")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_anonymise = {
    "anonymise",
    SV_TR("MAP -o NEW [--seed WORD]"),
    SV_TR("Write a map without names"),
    SV_TR("Everybody and everything gets a pseudonym, the same in all sheets: \"Person 12\", \"Party 3\". Kinds, ties, ratings and\n"
          "positions stay, so that scores and pictures are the same; texts and columns and sheets of your own are left out, days\n"
          "become months. It says by what the map can still be recognised. It is never written over a map that was read."),
    "speelveld anonymise data/waterrijk -o build/nameless.json",
    SV_TR("the sample under pseudonyms"),
    options_table,
    run};

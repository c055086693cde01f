/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld forget: somebody taken off a map, and off its copies. The one command that may write over what it read. */
#include <stdio.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "asking.h"
#include "commands.h"
#include "joining.h"

/* What is asked of one run. */
typedef struct forgetting_call {
    const cli_call *call;
    asking ask;
    const char *map, *target; /* where the map is, and where the rest goes */
    bool in_place;
    sv_forget_options who;
    const char *files[cli_given_most]; /* --also */
    size_t changes[cli_given_most], n_files;
} forgetting_call;

static sv_status choose(const cli_call *call, forgetting_call *run, sv_error *error)
{
    sv_status status = joining_inputs(call, 2, SV_TR("a map, and whom to forget"), false, error);
    const char *file;
    size_t at = 0;
    *run = (forgetting_call){.call = call, .in_place = cli_given(call, "in-place"), .target = cli_value(call, "output")};
    while ((file = cli_next_value(call, "also", &at)) != NULL)
        run->files[run->n_files++] = file;
    if (status != SV_OK)
        return status;
    run->map = call->inputs[0];
    if (run->in_place == (run->target != NULL))
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("either -o NEW, or --in-place"), "speelveld forget --help");
    if (run->n_files && !run->in_place)
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("--in-place, for --also writes over what it reads"),
                            "speelveld forget --help");
    if (run->in_place)
        run->target = run->map;
    else
        status = sv_file_is_same(run->map, run->target) ? sv_error_set(error, SV_E_FILE_INPUT, run->target, NULL) : SV_OK;
    return status;
}

/* An actor by id or name; or a name that stands in texts only, which must then be more than a word. */
static sv_status find_who(forgetting_call *run)
{
    const char *word = run->call->inputs[1];
    size_t actor = sv_map_find_actor(run->ask.map, word);
    sv_forgotten told;
    sv_map *rest = NULL;
    sv_status status;
    bool any;
    run->who = (sv_forget_options){.name = word, .id = "", .first_row = 2};
    if (actor != SV_NO_ROW) {
        run->who.name = sv_map_actor(run->ask.map, actor)->name;
        run->who.id = sv_map_actor(run->ask.map, actor)->id;
        return SV_OK;
    }
    if (!strchr(word, ' '))
        return sv_error_set(&run->ask.error, SV_E_ACTOR_NONE, word, NULL);
    status = sv_map_forget(run->ask.map, &run->who, &rest, &told, &run->ask.error);
    any = status == SV_OK && sv_forgotten_any(&told) && told.namesakes == 0;
    if (status == SV_OK && !any)
        status = sv_error_set(&run->ask.error, SV_E_ACTOR_NONE, word, NULL);
    if (rest)
        sv_forgotten_clear(&told);
    sv_map_free(rest);
    return status;
}

static size_t all_found(const sv_forgotten *told)
{
    size_t n = 0;
    for (int sheet = 0; sheet <= SV_SHEETS; sheet++)
        n += told->rows[sheet];
    for (size_t i = 0; i < told->n; i++)
        n += told->pieces[i].what != SV_FORGOT_UNSURE;
    return n;
}

static sv_status forget_in_files(forgetting_call *run, const sv_map *rest, sv_traces *traces)
{
    sv_status status = SV_OK;
    for (size_t i = 0; i < run->n_files && status == SV_OK; i++) {
        sv_forgotten told;
        status = sv_path_forget(run->files[i], rest, &run->who, &told, traces, &run->ask.error);
        run->changes[i] = all_found(&told);
        sv_forgotten_clear(&told);
    }
    return status;
}

/* Forget, write, look again, tell. *left: something is still there. */
static sv_status forget(forgetting_call *run, bool *left)
{
    const sv_write_options options = {.language = run->call->language};
    sv_traces traces = {0};
    sv_forgotten told = {0};
    sv_map *rest = NULL;
    sv_forget_told done = {.path = run->target,
                           .in_place = run->in_place,
                           .told = &told,
                           .traces = &traces,
                           .files = run->files,
                           .changes = run->changes,
                           .n_files = run->n_files};
    sv_status status = find_who(run);
    done.name = run->who.name;
    if (status == SV_OK) {
        cli_progress_step(SV_TR("writing the map"));
        status = sv_map_forget_write(run->ask.map, &run->who, run->target, run->in_place ? NULL : &options, &rest, &told, &traces,
                                     &run->ask.error);
    }
    if (status == SV_OK)
        status = forget_in_files(run, rest, &traces);
    if (status == SV_OK)
        status = sv_report_forget(rest, &done, &run->ask.options, &run->ask.text, &run->ask.length, &run->ask.error);
    *left = traces.found > 0;
    sv_traces_clear(&traces);
    sv_forgotten_clear(&told);
    sv_map_free(rest);
    return status;
}

static int run(const cli_call *whole)
{
    forgetting_call run;
    cli_call call = *whole;
    sv_error error = {0};
    sv_status status;
    bool left = false;
    int code;
    if (choose(whole, &run, &error) != SV_OK)
        return cli_complain(&error, whole->language);
    call.n_inputs = 1;
    if (!asking_begin(&call, ASKING_WHOLE, &run.ask, &code))
        return code;
    status = forget(&run, &left);
    return asking_end(whole, &run.ask, status, left);
}

static const cli_option options_table[] = {
    {"output", 'o', SV_TR("NEW"), SV_TR("where to write the map without them (.xlsx, .json, or a folder for CSV)")},
    {"in-place", 0, NULL, SV_TR("write it over the map itself; no copy is kept")},
    {"also", 0, SV_TR("FILE"),
     SV_TR("with --in-place, this file too: an older copy of the map, or kept places of a picture; may be repeated")},
    CLI_LENIENT_OPTION,
    {"format", 0, SV_TR("table|csv|json"), SV_TR("how to answer (default table)")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_forget = {
    "forget",
    SV_TR("MAP ACTOR -o NEW | --in-place"),
    SV_TR("Take somebody off a map, and off its copies"),
    SV_TR("Leaves out the actor and every row that is about it, takes its id and name out of all other cells, lists and own\n"
          "sheets, and puts […] where the name stood in a text. Then it reads the files again, byte by byte, and says what is left\n"
          "(exit code 1). Where only the last name stands it changes nothing and says where. A name that no actor has but that\n"
          "stands in texts (\"Jan Jansen\") is taken out of them."),
    "speelveld forget data/waterrijk blokland -o build/without.xlsx",
    SV_TR("the sample without one resident, as a workbook"),
    options_table,
    run};

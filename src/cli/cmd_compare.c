/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld compare: what changed since last time. */
#include <stdlib.h>

#include "../base/language.h"
#include "changing.h"
#include "commands.h"
#include "joining.h"
#include "scoring.h"

/* One of the two maps, as the audience may see it. False: it has been said. */
static bool read_input(const cli_call *call, size_t input, asking *ask, int *code)
{
    cli_call one = *call;
    one.inputs[0] = call->inputs[input];
    one.n_inputs = 1;
    return asking_begin(&one, ASKING_JUDGES, ask, code);
}

static int compare(const cli_call *call, const sv_map *before, asking *ask, const size_t *which, size_t n_which)
{
    sv_network_options counted;
    sv_changes_options options = {.as_of = ask->options.as_of, .which = which, .n_which = n_which, .network = &counted};
    sv_changes *changes = NULL;
    sv_status status = cli_network_options(call, &counted, &ask->error);
    bool none;
    cli_progress_step(SV_TR("comparing the maps"));
    if (status == SV_OK)
        status = sv_changes_new(before, ask->map, &options, &changes, &ask->error);
    if (status == SV_OK)
        status =
            sv_report_compare(changes, &(sv_changes_told){ask->options, cli_given(call, "all")}, &ask->text, &ask->length, &ask->error);
    none = status == SV_OK && !changes->any;
    sv_changes_free(changes);
    return asking_end(call, ask, status, none);
}

static int run(const cli_call *call)
{
    asking old, new;
    sv_error error = {0};
    size_t *which = NULL, n_which = 0;
    int code;
    sv_status status = joining_inputs(call, 2, SV_TR("two maps: as it was, and as it is"), false, &error);
    if (status == SV_OK)
        status = changing_scores(call, &which, &n_which, &error);
    if (status != SV_OK)
        code = cli_complain(&error, call->language);
    else if (read_input(call, 0, &old, &code)) {
        if (read_input(call, 1, &new, &code))
            code = compare(call, old.map, &new, which, n_which);
        sv_map_free(old.map);
    }
    free(which);
    return code;
}

static const cli_option options_table[] = {
    CHANGING_BY_OPTION,
    CHANGING_ALL_OPTION,
    CLI_NETWORK_OPTIONS,
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_compare = {
    "compare",
    SV_TR("OLD NEW"),
    SV_TR("Tell what changed from one map to another"),
    SV_TR("Actors, ties and positions that came, went or moved, and what that does: who bridges, who is cut off, how the\n"
          "council would vote. Actors are the same by id and name, or by a name and kind that each map has once. Notes do not\n"
          "count. Exit code 1 when nothing changed. For the public only when all positions of politicians are public."),
    "speelveld compare data/samen-a data/samen-b",
    SV_TR("two maps of one village, as if the second were the first a season later"),
    options_table,
    run};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld what-if: what would change if somebody went, a tie came, an opinion moved or an alliance grew. */
#include <stdio.h>
#include <stdlib.h>

#include "../base/language.h"
#include "changing.h"
#include "commands.h"
#include "scoring.h"
#include "supposing.h"

/* What stands behind the map must begin with the word of a change. */
static sv_status weigh_inputs(const cli_call *call, size_t begin, sv_error *error)
{
    char help[80];
    snprintf(help, sizeof help, "speelveld %s --help", call->command->name);
    if (begin < call->n_inputs || call->n_inputs == 0)
        return SV_OK;
    if (call->n_inputs > 1)
        return sv_error_set(error, SV_E_SUPPOSE_WORD, call->inputs[1],
                            "remove, add-tie, move, join (haal-weg, relatie, verschuif, sluit-aan)");
    return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("what is to change, such as: remove ACTOR"), help);
}

static sv_status suppose(const cli_call *call, asking *ask, const sv_supposition *steps, size_t n, bool *none)
{
    sv_network_options counted;
    sv_changes_options options = {.as_of = ask->options.as_of, .network = &counted};
    size_t *which = NULL;
    sv_map *supposed = NULL;
    sv_changes *changes = NULL;
    sv_status status = changing_scores(call, &which, &options.n_which, &ask->error);
    options.which = which;
    if (status == SV_OK)
        status = cli_network_options(call, &counted, &ask->error);
    if (status == SV_OK)
        status = sv_map_suppose(ask->map, steps, n, &supposed, &ask->error);
    cli_progress_step(SV_TR("comparing the maps"));
    if (status == SV_OK)
        status = sv_changes_new(ask->map, supposed, &options, &changes, &ask->error);
    if (status == SV_OK)
        status = sv_report_what_if(ask->map, steps, n, changes, &(sv_changes_told){ask->options, cli_given(call, "all")}, &ask->text,
                                   &ask->length, &ask->error);
    *none = status == SV_OK && !changes->any;
    sv_changes_free(changes);
    sv_map_free(supposed);
    free(which);
    return status;
}

static int run(const cli_call *call)
{
    size_t begin = supposing_begin(call), n = 0;
    sv_supposition *steps = NULL;
    cli_call of_map = *call;
    asking ask;
    bool none = false;
    int code;
    sv_error error = {0};
    sv_status status = weigh_inputs(call, begin, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    of_map.n_inputs = begin;
    if (!asking_begin(&of_map, ASKING_JUDGES, &ask, &code))
        return code;
    status = supposing_read(call, begin, ask.map, &steps, &n, &ask.error);
    if (status == SV_OK)
        status = suppose(call, &ask, steps, n, &none);
    free(steps);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    CHANGING_BY_OPTION,
    CHANGING_ALL_OPTION,
    CLI_NETWORK_OPTIONS,
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_what_if = {
    "what-if",
    SV_TR("MAP CHANGE…"),
    SV_TR("Tell what would change if somebody went, or a tie came"),
    SV_TR("Changes stand behind the map, as many as you like; the map itself stays as it is:\n"
          "  remove ACTOR                              (haal-weg) the actor is gone, with all ties and memberships\n"
          "  add-tie ACTOR ACTOR [KIND [STRENGTH]]     (relatie) a tie, knows unless you say otherwise\n"
          "  move ACTOR ISSUE POSITION                 (verschuif) -4 to 4 or a word; a council group moves all its members\n"
          "  join ACTOR ALLIANCE                       (sluit-aan) a membership\n"
          "A minus before a number is no option. Names of more than one word stand in quotes; ids need none. Exit code 1 when\n"
          "nothing changes. For the public only when all positions of politicians are public."),
    "speelveld what-if data/waterrijk remove lindeboom move rinsma huis-van-de-wijk -2",
    SV_TR("without Jacoba Lindeboom, and with Douwe Rinsma against: who bridges then, who is cut off, and does it still pass?"),
    options_table,
    run};

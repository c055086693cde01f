/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld message: one conversation on half a page. */
#include <stdlib.h>

#include "../base/language.h"
#include "asking.h"
#include "commands.h"

/* MAP ACTOR: the last argument is the actor, what stands before it is the map. */
static sv_status split_inputs(const cli_call *call, cli_call *map_only, const char **actor, sv_error *error)
{
    *map_only = *call;
    if (call->n_inputs < 2)
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("a map and one of its actors, by id or by name"),
                            "speelveld message --help");
    *actor = call->inputs[--map_only->n_inputs];
    return SV_OK;
}

static int run(const cli_call *call)
{
    cli_call map_only;
    asking ask;
    sv_message_options options = {0};
    sv_message message = {0};
    const char *name = NULL;
    size_t *from = NULL, actor = SV_NO_ROW;
    bool none = false;
    int code;
    sv_error error = {0};
    sv_status status = split_inputs(call, &map_only, &name, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    if (!asking_begin(&map_only, ASKING_ISSUE | ASKING_JUDGES, &ask, &code))
        return code;
    options.as_of = ask.options.as_of;
    status = asking_actor_named(&ask, name, &actor);
    if (status == SV_OK)
        status = asking_from(call, &ask, &from, &options.n_from);
    options.from = from;
    if (status == SV_OK)
        status = sv_message_find(ask.map, actor, ask.issue, &options, &message, &ask.error);
    if (status == SV_OK) {
        none = !sv_message_can_be_had(ask.map, actor);
        status = sv_report_message(ask.map, &message, &ask.options, &ask.text, &ask.length, &ask.error);
        sv_message_clear(&message);
    }
    free(from);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    ASKING_ISSUE_OPTION,
    ASKING_FROM_OPTION,
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_message = {
    "message",
    SV_TR("MAP ACTOR --issue ISSUE"),
    SV_TR("One conversation on half a page: what they gain and fear, what you ask, who introduces you and when"),
    SV_TR("Rests on what the map knows: gains and objections with positions, ask and message with the issue, what was said the last time.\n"
          "Where contact is forbidden it says so first, and the conversation is for whoever may have it. There is none with the clerk, who "
          "is\n"
          "there for procedure (exit code 1). For the public only when all positions of politicians are public with a source."),
    "speelveld message data/waterrijk rinsma --issue huis-van-de-wijk --as-of 2026-10-01",
    SV_TR("before the talk with the leader of the village party"),
    options_table,
    run};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld route: through whom to somebody. */
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "asking.h"
#include "commands.h"

enum { ways_most = 100 };

/* The actors that --avoid names, one after another. */
static sv_status read_avoided(const cli_call *call, asking *ask, size_t **avoid, size_t *n)
{
    sv_status status = SV_OK;
    const char *name;
    size_t at = 0;
    *n = 0;
    *avoid = sv_alloc(cli_given_most, sizeof **avoid);
    if (!*avoid)
        return sv_error_set(&ask->error, SV_E_MEMORY, NULL, NULL);
    while (status == SV_OK && (name = cli_next_value(call, "avoid", &at)) != NULL)
        status = asking_actor_named(ask, name, &(*avoid)[(*n)++]);
    return status;
}

static sv_status read_end(const cli_call *call, asking *ask, size_t *to)
{
    sv_status status = asking_actor(call, ask, "to", to);
    if (status == SV_OK && *to == SV_NO_ROW)
        status = sv_error_set(&ask->error, SV_E_ARGUMENT_MISSING, "--to", "speelveld route --help");
    return status;
}

static sv_status read_number(const cli_call *call, asking *ask, size_t *k)
{
    sv_status status = cli_count(call, "ways", 3, k, &ask->error);
    if (status == SV_OK && (*k < 1 || *k > ways_most))
        status = sv_error_set(&ask->error, SV_E_OPTION_VALUE, cli_value(call, "ways"), SV_TR("a whole number from 1 to 100"));
    return status;
}

static int run(const cli_call *call)
{
    asking ask;
    sv_route_options options = {0};
    sv_route route = {0};
    size_t *from = NULL, *avoid = NULL, to = SV_NO_ROW;
    int code;
    sv_status status;
    bool none = false;
    if (!asking_begin(call, 0, &ask, &code))
        return code;
    options.as_of = ask.options.as_of;
    status = read_end(call, &ask, &to);
    if (status == SV_OK)
        status = read_number(call, &ask, &options.k);
    if (status == SV_OK)
        status = read_avoided(call, &ask, &avoid, &options.n_avoid);
    if (status == SV_OK)
        status = asking_from(call, &ask, &from, &options.n_from);
    options.from = from;
    options.avoid = avoid;
    if (status == SV_OK)
        status = sv_route_find(ask.map, to, &options, &route, &ask.error);
    if (status == SV_OK) {
        status = sv_report_route(ask.map, &route, &ask.options, &ask.text, &ask.length, &ask.error);
        none = !route.n;
        sv_route_clear(&route);
    }
    free(from);
    free(avoid);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    {"to", 0, SV_TR("ACTOR"), SV_TR("whom you want to reach, by id or name")},
    ASKING_FROM_OPTION,
    {"ways", 'k', SV_TR("N"), SV_TR("so many ways, the warmest first (default 3)")},
    {"avoid", 0, SV_TR("ACTOR"), SV_TR("never through this actor; may be given more than once")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_route = {
    "route",
    SV_TR("MAP --to ACTOR"),
    SV_TR("Through whom to somebody: the warmest ways, and what to do where a rule closes them"),
    SV_TR(
        "Each way is told step by step: who knows whom, how well, and when they last spoke. Nobody is sent to whom they may not contact;\n"
        "where that closes every way, the answer says who forbids it and who may make the contact instead (exit code 1).\n"
        "The clerk is there for procedure, and is never a step on a way."),
    "speelveld route data/waterrijk --to rinsma",
    SV_TR("how to reach the leader of the village party, with when each step was last used"),
    options_table,
    run};

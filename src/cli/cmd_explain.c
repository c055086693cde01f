/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld explain: why an actor scores so. */
#include <math.h>

#include "../base/language.h"
#include "asking.h"
#include "commands.h"

/* MAP ACTOR: the last argument is the actor, what stands before it is the map. */
static sv_status split_inputs(const cli_call *call, cli_call *map_only, const char **actor, sv_error *error)
{
    *map_only = *call;
    if (call->n_inputs < 2)
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("a map and one of its actors, by id or by name"), "speelveld explain --help");
    *actor = call->inputs[--map_only->n_inputs];
    return SV_OK;
}

static int explain(const cli_call *call, const cli_call *map_only, const char *name, size_t score)
{
    asking ask;
    sv_explain_options options = {0};
    sv_explanation found = {0};
    size_t actor;
    sv_status status;
    bool none = false;
    int code;
    /* with an issue it tells between which sides somebody stands, which says where politicians stand */
    if (!asking_begin(map_only, cli_given(call, "issue") ? ASKING_JUDGES : 0, &ask, &code))
        return code;
    options = (sv_explain_options){.as_of = ask.options.as_of, .issue = ask.issue, .has_issue = ask.issue != SV_NO_ROW};
    status = asking_actor_named(&ask, name, &actor);
    if (status == SV_OK)
        status = sv_explain(ask.map, actor, score, &options, &found, &ask.error);
    if (status == SV_OK) {
        none = isnan(found.value);
        status = sv_report_explain(ask.map, &found, &ask.options, &ask.text, &ask.length, &ask.error);
        sv_explanation_clear(&found);
    }
    return asking_end(call, &ask, status, none);
}

static int run(const cli_call *call)
{
    cli_call map_only;
    const char *name = NULL, *by = cli_value(call, "by");
    size_t score;
    sv_error error = {0};
    sv_status status = split_inputs(call, &map_only, &name, &error);
    if (status == SV_OK)
        status = cli_score(by ? by : "betweenness", &score, &error);
    return status == SV_OK ? explain(call, &map_only, name, score) : cli_complain(&error, call->language);
}

static const cli_option options_table[] = {
    {"by", 0, SV_TR("SCORE"), SV_TR("explain this score (default betweenness)")},
    {"issue", 0, SV_TR("ISSUE"), SV_TR("tell pairs apart by where they stand on this issue, instead of by sector")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_explain = {
    "explain",
    SV_TR("MAP ACTOR [--by SCORE]"),
    SV_TR("Say why an actor scores so"),
    SV_TR("In at most five sentences: the place among others of its sort, the pairs, contacts or steps behind the number, the ties that\n"
          "matter most, who would be cut off, how firm the place is, and what the number does not say; below them the ties and pairs\n"
          "to count along by. Pairs are told apart by sector (by kind where the map names none), or with --issue by who is for and\n"
          "against; that is refused for the public unless every position of a politician on it is public with a source. The network is\n"
          "that of scores without options. Scores:\n{scores}.\n"
          "Exit code 1 when the actor has no such score."),
    "speelveld explain data/waterrijk lindeboom --by betweenness",
    SV_TR("why the volunteer bridges most"),
    options_table,
    run};

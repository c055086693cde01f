/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asking for advice: from the command line to the map, and from the answer to standard output. */
#include "asking.h"

#include <stdlib.h>

#include "../base/language.h"
#include "../base/text.h"

static sv_status choose_format(const cli_call *call, sv_report_format *format, sv_error *error)
{
    static const char *const formats[] = {"table", "csv", "json"};
    const char *word = cli_value(call, "format");
    for (int i = 0; word && i < 3; i++)
        if (sv_text_same(word, formats[i])) {
            *format = (sv_report_format)i;
            return SV_OK;
        }
    return word ? sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("table, csv or json")) : SV_OK;
}

static sv_status choose_issue(const cli_call *call, unsigned needs, asking *ask)
{
    sv_status status = cli_issue(call, ask->map, &ask->issue, &ask->error);
    if (status != SV_OK || ask->issue != SV_NO_ROW || !(needs & ASKING_ISSUE))
        return status;
    if (sv_map_rows(ask->map, SV_ISSUES) == 1) {
        ask->issue = 0;
        return SV_OK;
    }
    return sv_error_set(&ask->error, SV_E_ARGUMENT_MISSING, "--issue", "speelveld check MAP");
}

/* The map as its audience may see it; refused for the public when it judges named politicians by what is not public. */
static sv_status make_edition(const cli_call *call, unsigned needs, asking *ask)
{
    sv_map *edition = NULL;
    sv_status status = choose_issue(call, needs, ask);
    if (status == SV_OK && ask->options.audience == SV_PUBLIC && (needs & (ASKING_JUDGES | ASKING_JUDGES_PARTLY)))
        status = sv_map_may_be_public(ask->map, ask->issue, &ask->error);
    ask->judging_refused = status != SV_OK && ask->error.code == SV_E_PUBLIC_REFUSED;
    if (ask->judging_refused && (needs & ASKING_JUDGES_PARTLY))
        status = SV_OK;
    if (status == SV_OK && ask->options.audience != SV_PRIVATE && !(needs & ASKING_WHOLE))
        status = sv_map_edition(ask->map, ask->options.audience, &edition, &ask->error);
    if (status != SV_OK || !edition)
        return status;
    sv_map_free(ask->map);
    ask->map = edition;
    return choose_issue(call, needs, ask);
}

bool asking_begin(const cli_call *call, unsigned needs, asking *ask, int *code)
{
    sv_status status;
    *ask = (asking){.options = {.language = call->language}, .issue = SV_NO_ROW};
    status = choose_format(call, &ask->options.format, &ask->error);
    if (status == SV_OK)
        status = cli_audience(call, needs & ASKING_WHOLE ? SV_PRIVATE : SV_TEAM, &ask->options.audience, &ask->error);
    if (status == SV_OK)
        status = cli_as_of(call, &ask->options.as_of, &ask->error);
    if (status == SV_OK) {
        status = cli_read_whole_map(call, &ask->map);
        if (status != SV_OK) {
            *code = cli_exit_code(status);
            return false;
        }
        status = make_edition(call, needs, ask);
    }
    if (status == SV_OK)
        return true;
    *code = cli_complain(&ask->error, call->language);
    sv_map_free(ask->map);
    ask->map = NULL;
    return false;
}

sv_status asking_actor_named(asking *ask, const char *name, size_t *actor)
{
    *actor = sv_map_find_actor(ask->map, name);
    return *actor == SV_NO_ROW ? sv_error_set(&ask->error, SV_E_ACTOR_NONE, name, NULL) : SV_OK;
}

sv_status asking_actor(const cli_call *call, asking *ask, const char *option, size_t *actor)
{
    const char *name = cli_value(call, option);
    *actor = SV_NO_ROW;
    return name ? asking_actor_named(ask, name, actor) : SV_OK;
}

sv_status asking_from(const cli_call *call, asking *ask, size_t **from, size_t *n)
{
    size_t actor;
    sv_status status = asking_actor(call, ask, "from", &actor);
    *from = NULL;
    if (status == SV_OK)
        status = sv_own_actors(ask->map, from, n, &ask->error);
    if (status == SV_OK && actor != SV_NO_ROW) {
        (*from)[0] = actor;
        *n = 1;
    }
    if (status == SV_OK && *n == 0)
        status = sv_error_set(&ask->error, SV_E_NO_OWN, NULL, NULL);
    return status;
}

int asking_end(const cli_call *call, asking *ask, sv_status status, bool none)
{
    int code = status == SV_OK ? cli_answer(ask->text, ask->length, call->language) : cli_complain(&ask->error, call->language);
    if (code == exit_answer && none)
        code = exit_none;
    free(ask->text);
    sv_map_free(ask->map);
    return code;
}

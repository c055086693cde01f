/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld join: two actors that are one. */
#include <stdlib.h>

#include "../base/language.h"
#include "commands.h"
#include "joining.h"
#include "session.h"

static sv_status find_actor(const sv_map *map, const char *word, size_t *actor, sv_error *error)
{
    *actor = sv_map_find_actor(map, word);
    return *actor == SV_NO_ROW ? sv_error_set(error, SV_E_ACTOR_NONE, word, NULL) : SV_OK;
}

static int join(const cli_call *call, const sv_map *map, sv_report_format format)
{
    sv_differences differences;
    sv_map *joined = NULL;
    sv_error error = {0};
    size_t keep, gone;
    int code;
    sv_status status = find_actor(map, call->inputs[1], &keep, &error);
    sv_differences_init(&differences);
    if (status == SV_OK)
        status = find_actor(map, call->inputs[2], &gone, &error);
    if (status == SV_OK)
        status = sv_map_join(map, keep, gone, &joined, &differences, &error);
    code = status == SV_OK ? joining_finish(call, joined, &differences, format) : cli_complain(&error, call->language);
    sv_map_free(joined);
    sv_differences_clear(&differences);
    return code;
}

static int run(const cli_call *call)
{
    sv_report_format format;
    sv_map *map = NULL;
    sv_error error = {0};
    int code;
    sv_status status = joining_inputs(call, 3, SV_TR("a map and two of its actors, by id or by name"), true, &error);
    if (status == SV_OK)
        status = joining_format(call, &format, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    status = joining_read(call, 0, &map);
    if (status != SV_OK)
        return cli_exit_code(status);
    code = join(call, map, format);
    sv_map_free(map);
    return code;
}

static const cli_option options_table[] = {
    JOINING_OUTPUT_OPTION,
    JOINING_FORMAT_OPTION,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_join = {
    "join",
    SV_TR("MAP ID ID -o NEW"),
    SV_TR("Make two actors that are the same into one"),
    SV_TR("The first stays; ties, memberships, positions, contacts and everything else of the second become those of the first.\n"
          "Empty cells are filled, and what differs goes into the note. What was left out or put in the note is listed."),
    "speelveld join data/samen-b joke-kuiper kuiper -o build/joined.json",
    SV_TR("J. Kuiper turned out to be Joke Kuiper"),
    options_table,
    run};

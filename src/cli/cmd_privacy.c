/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld privacy: what personal data a map holds, and all that it holds on one person. */
#include <stdlib.h>

#include "../base/language.h"
#include "asking.h"
#include "commands.h"

/* The map as the audience may see it: the map itself for ourselves. Given back with free_edition. */
static sv_status make_edition(asking *ask, sv_map **edition)
{
    *edition = ask->map;
    return ask->options.audience == SV_PRIVATE ? SV_OK : sv_map_edition(ask->map, ask->options.audience, edition, &ask->error);
}

static void free_edition(const asking *ask, sv_map *edition)
{
    if (edition != ask->map)
        sv_map_free(edition);
}

static sv_status look_at_all(asking *ask, bool *none)
{
    sv_privacy whole, seen = {0};
    sv_map *edition = ask->map;
    sv_status status = sv_privacy_find(ask->map, ask->options.as_of, &whole, &ask->error);
    if (status == SV_OK)
        status = make_edition(ask, &edition);
    if (status == SV_OK)
        status = sv_privacy_find(edition, ask->options.as_of, &seen, &ask->error);
    if (status == SV_OK)
        status = sv_report_privacy(edition, &seen, &whole, &ask->options, &ask->text, &ask->length, &ask->error);
    *none = whole.n == 0;
    sv_privacy_clear(&whole);
    sv_privacy_clear(&seen);
    free_edition(ask, edition);
    return status;
}

/* All on one person; of whom the audience may not know there is nothing to say but that. */
static sv_status look_at_one(asking *ask, size_t actor)
{
    sv_held_cell *all = NULL, *seen = NULL;
    sv_map *edition = ask->map;
    size_t n_all = 0, n_seen = 0, there = actor;
    sv_status status = sv_access_find(ask->map, actor, &all, &n_all, &ask->error);
    if (status == SV_OK)
        status = make_edition(ask, &edition);
    if (status == SV_OK && (there = sv_map_find_actor(edition, sv_map_actor(ask->map, actor)->id)) == SV_NO_ROW)
        status = sv_error_set(&ask->error, SV_E_ACTOR_NONE, sv_map_actor(ask->map, actor)->id, NULL);
    if (status == SV_OK)
        status = sv_access_find(edition, there, &seen, &n_seen, &ask->error);
    if (status == SV_OK)
        status = sv_report_access(edition, there, seen, n_seen, n_all - n_seen, &ask->options, &ask->text, &ask->length, &ask->error);
    free(all);
    free(seen);
    free_edition(ask, edition);
    return status;
}

static int run(const cli_call *call)
{
    asking ask;
    size_t actor;
    sv_status status;
    bool none = false;
    int code;
    if (!asking_begin(call, ASKING_WHOLE, &ask, &code))
        return code;
    status = asking_actor(call, &ask, "access", &actor);
    if (status == SV_OK)
        status = actor == SV_NO_ROW ? look_at_all(&ask, &none) : look_at_one(&ask, actor);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    {"access", 0, SV_TR("ACTOR"), SV_TR("all that the map holds on one actor, by id or name")},
    {"audience", 0, SV_TR("private|team|public"),
     SV_TR("who will see the answer (default private: all of it); the public gets counts only")},
    {"as-of", 0, SV_TR("DATE"), SV_TR("the day on which a term may be past (default today)")},
    CLI_LENIENT_OPTION,
    {"format", 0, SV_TR("table|csv|json"), SV_TR("how to answer (default table)")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_privacy = {
    "privacy",
    SV_TR("MAP [--access ACTOR]"),
    SV_TR("Say what personal data a map holds"),
    SV_TR("Looks after what the law asks of whoever keeps a map (AVG): what people without a public office think, belong\n"
          "to or believe comes first, then terms that are past, then everybody with source, legal basis and visibility. It is your\n"
          "own duty, so private rows count too; with --audience team those are counted and not named. With --access it shows\n"
          "all that is held on one actor, from every sheet and column. Exit code 1 when there are no people."),
    "speelveld privacy data/waterrijk --access blokland --as-of 2026-10-01",
    SV_TR("all that the sample holds on one resident"),
    options_table,
    run};

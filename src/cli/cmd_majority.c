/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld majority: is there a majority in the council, and who could still make it? */
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "asking.h"
#include "commands.h"

/* Actors that an option names. */
typedef struct named_actors {
    size_t *actors;
    size_t n, capacity;
} named_actors;

static sv_status add_actor(asking *ask, const char *name, named_actors *list)
{
    size_t actor;
    sv_status status = asking_actor_named(ask, name, &actor);
    if (status != SV_OK)
        return status;
    if (!sv_grow(&list->actors, &list->capacity, list->n + 1, sizeof *list->actors))
        return sv_error_set(&ask->error, SV_E_MEMORY, NULL, NULL);
    list->actors[list->n++] = actor;
    return SV_OK;
}

/* "Anna, Bas": the names between the commas. A name may have a comma of its own when it is given alone. */
static sv_status add_names(asking *ask, const char *names, named_actors *list)
{
    sv_status status = SV_OK;
    if (sv_map_find_actor(ask->map, names) != SV_NO_ROW)
        return add_actor(ask, names, list);
    while (status == SV_OK && *names) {
        size_t blank = strspn(names, " "), length = strcspn(names + blank, ",");
        const char *start = names + blank;
        char *name;
        names = start + length + (start[length] == ',');
        while (length && start[length - 1] == ' ')
            length--;
        if (!length)
            continue;
        name = sv_copy_text(start, length);
        status = name ? add_actor(ask, name, list) : sv_error_set(&ask->error, SV_E_MEMORY, NULL, NULL);
        free(name);
    }
    return status;
}

static sv_status read_names(const cli_call *call, asking *ask, const char *option, named_actors *list)
{
    sv_status status = SV_OK;
    const char *names;
    for (size_t at = 0; status == SV_OK && (names = cli_next_value(call, option, &at)) != NULL;)
        status = add_names(ask, names, list);
    return status;
}

static sv_status choose_meeting(const cli_call *call, asking *ask, sv_meeting *meeting)
{
    static const struct {
        sv_meeting meeting;
        const char *en, *nl;
    } words[] = {
        {SV_MEETING_AFTER_TIE, "tie", "staken"},
        {SV_MEETING_AFTER_VOID, "void", "ongeldig"},
        {SV_MEETING_AFTER_UNOPENED, "unopened", "niet-geopend"},
    };
    const char *word = cli_value(call, "second-meeting");
    *meeting = SV_MEETING_FIRST;
    if (!word)
        return SV_OK;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (sv_text_same(word, words[i].en) || sv_text_same(word, words[i].nl)) {
            *meeting = words[i].meeting;
            return SV_OK;
        }
    return sv_error_set(&ask->error, SV_E_OPTION_VALUE, word, SV_TR("tie, void or unopened"));
}

static int run(const cli_call *call)
{
    asking ask;
    sv_majority found = {0};
    named_actors absent = {0}, excluded = {0};
    sv_majority_options options = {0};
    sv_status status;
    bool none;
    int code;
    if (!asking_begin(call, ASKING_ISSUE | ASKING_JUDGES, &ask, &code))
        return code;
    status = choose_meeting(call, &ask, &options.meeting);
    if (status == SV_OK)
        status = read_names(call, &ask, "absent", &absent);
    if (status == SV_OK)
        status = read_names(call, &ask, "conflicted", &excluded);
    options.issue = ask.issue;
    options.as_of = ask.options.as_of;
    options.absent = absent.actors;
    options.n_absent = absent.n;
    options.excluded = excluded.actors;
    options.n_excluded = excluded.n;
    if (status == SV_OK)
        status = sv_majority_new(ask.map, &options, &found, &ask.error);
    if (status == SV_OK)
        status = sv_report_majority(ask.map, &found, ask.issue, &ask.options, &ask.text, &ask.length, &ask.error);
    none = !found.counted || !found.council.n_seats;
    sv_majority_clear(&found);
    free(absent.actors);
    free(excluded.actors);
    return asking_end(call, &ask, status, none);
}

static const cli_option options_table[] = {
    ASKING_ISSUE_OPTION,
    {"absent", 0, SV_TR("ACTOR,…"), SV_TR("council members who will not be there; may be given again")},
    {"conflicted", 0, SV_TR("ACTOR,…"), SV_TR("members who may not vote, because it concerns them personally; may be given again")},
    {"second-meeting", 0, SV_TR("tie|void|unopened"), SV_TR("it is voted on again: the votes were equal, too few voted, or too few came")},
    ASKING_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_majority = {
    "majority",
    SV_TR("MAP --issue ISSUE"),
    SV_TR("Say whether there is a majority in the council, and who could make it"),
    SV_TR("First whether it is for the council to decide; if not, what the council can do instead (exit code 1). Then who stands where by\n"
          "group, how many votes it takes, how likely it is to pass, whose votes decide, with whom there is a majority, and which\n"
          "undecided members bring the missing votes for the least effort, and through whom. Follows the Gemeentewet and names the\n"
          "article for each rule that decides something. It judges politicians: for the public only when all their positions are public."),
    "speelveld majority data/waterrijk --issue huis-van-de-wijk",
    SV_TR("the council vote on the sample's amendment"),
    options_table,
    run};

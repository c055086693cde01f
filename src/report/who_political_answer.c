/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who around us is in politics, as an answer: who, in what way, and how we know them. */

#include "../base/language.h"
#include "../base/text.h"
#include "answer.h"
#include "way_words.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { most_named = 6 };

static const answer_column columns[] = {
    {"actor", SV_TR("name"), 0},  {"kind", SV_TR("kind"), 0},       {"belongs", SV_TR("belongs to"), 0},
    {"steps", SV_TR("steps"), 0}, {"through", SV_TR("through"), 0}, {"contact", SV_TR("contact"), 0},
    {"nearest", NULL, 0},         {"political", NULL, 0},
};

/* How somebody is known: the tie to who comes before, in words. */
static void say_tie(answer *to, const sv_acquaintance *one)
{
    sv_step step = {.from = one->through, .to = one->actor, .tie = one->tie, .membership = one->membership};
    sv_text words = {0};
    if (one->tie == SV_NO_ROW && one->membership == SV_NO_ROW)
        return;
    if (one->tie != SV_NO_ROW && sv_map_tie(to->map, one->tie)->direction != SV_BOTH) { /* as the tie points, whichever way we came */
        const sv_tie *tie = sv_map_tie(to->map, one->tie);
        step.from = tie->direction == SV_BACK ? tie->to : tie->from;
        step.to = tie->direction == SV_BACK ? tie->from : tie->to;
    }
    way_add_step(to, &step, &words);
    to->failed |= words.failed;
    answer_row_say(to, SV_TR("{words}."), SAYS(SAY_TEXT("words", sv_text_get(&words))));
    sv_text_clear(&words);
}

/* Group, party, council or committee: what makes somebody's politics visible. */
static void add_belongs(answer *to, const sv_acquaintance *one)
{
    const char *group = sv_map_cell(to->map, SV_ACTORS, one->actor, SV_ACTOR_GROUP),
               *party = sv_map_cell(to->map, SV_ACTORS, one->actor, SV_ACTOR_PARTY);
    if (one->body != SV_NO_ROW)
        answer_cell(to, sv_map_actor(to->map, one->body)->name);
    else if (*one->word)
        answer_cell(to, one->word);
    else if (*group || *party)
        answer_cell(to, *group ? group : party);
    else
        answer_cell_actor(to, SV_NO_ROW);
}

/* Those of one sort, the nearest first; nothing when there are none. */
static void add_table(answer *to, const sv_acquaintances *found, bool staff, const char *key, const char *heading)
{
    static const char *const ids[] = {[SV_POLITICAL_OFFICE] = "office", [SV_POLITICAL_MEMBER] = "member", [SV_POLITICAL_STAFF] = "staff"};
    bool begun = false;
    for (size_t i = 0; i < found->n; i++) {
        const sv_acquaintance *one = &found->items[i];
        if ((one->political == SV_POLITICAL_STAFF) != staff)
            continue;
        if (!begun)
            answer_table(to, key, heading, columns, COUNT(columns));
        begun = true;
        answer_cell_actor(to, one->actor);
        answer_cell_kind(to, one->actor);
        add_belongs(to, one);
        answer_cell_number(to, (double)one->steps);
        answer_cell_actor(to, one->through);
        if (one->rule == SV_NO_ROW)
            answer_cell_word(to, "allowed", "–");
        else
            answer_cell_word(to, "forbidden", SV_TR("not allowed"));
        answer_cell_actor(to, one->nearest);
        answer_cell(to, ids[one->political]);
        say_tie(to, one);
    }
}

/* How many, and the first names. */
static void say_active(answer *to, const sv_acquaintances *found, size_t active)
{
    sv_text names = {0};
    size_t named = active < most_named ? active : most_named;
    for (size_t i = 0; i < named; i++)
        answer_join(to, &names, sv_map_actor(to->map, found->items[i].actor)->name, i, named);
    to->failed |= names.failed;
    if (active)
        answer_say(to,
                   named < active ? SV_TR("In politics and close to us: {n}. Among them {names}.")
                                  : SV_TR("In politics and close to us: {names}."),
                   SAYS(SAY_COUNT("n", active), SAY_TEXT("names", sv_text_get(&names))));
    else
        answer_say(to, SV_TR("Nobody close to us is in politics. Look further with --steps, or add ties: who knows whom?"), SAYS());
    sv_text_clear(&names);
}

/* What is called close, and what a rule closes. */
static void add_notes(answer *to, const sv_acquaintances *found, size_t steps)
{
    bool forbidden = false;
    for (size_t i = 0; i < found->n; i++)
        forbidden |= found->items[i].rule != SV_NO_ROW;
    answer_note(to, SV_TR("Close is: at most so many ties from one of us: {steps}."), SAYS(SAY_COUNT("steps", steps)));
    if (forbidden)
        answer_note(
            to, SV_TR("Not allowed: a rule forbids contact with who stands under “through”. The command route looks for a way around it."),
            SAYS());
}

sv_status sv_report_who_political(const sv_map *map, const sv_acquaintances *found, size_t steps, const sv_answer_options *options,
                                  char **text, size_t *length, sv_error *error)
{
    answer to;
    size_t active = 0;
    answer_begin(&to, "who", map, options);
    for (size_t i = 0; i < found->n; i++)
        active += found->items[i].political != SV_POLITICAL_STAFF;
    answer_fact(&to, "steps", (double)steps);
    answer_fact(&to, "active", (double)active);
    answer_fact(&to, "staff", (double)(found->n - active));
    if (found->from_us) {
        say_active(&to, found, active);
        add_table(&to, found, false, "active", SV_TR("In politics"));
        add_table(&to, found, true, "staff", SV_TR("Work for the municipality or the council"));
        add_notes(&to, found, steps);
    } else if (options->audience == SV_PUBLIC) {
        answer_say(&to, SV_TR("Who we are is for the team only, and so is whom we know."), SAYS());
    } else {
        answer_say(&to, SV_TR("The map does not say who you are yourself: put yes in the column own for your own team."), SAYS());
    }
    return answer_end(&to, text, length, error);
}

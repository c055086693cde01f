/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One conversation on half a page: who has it, what they gain and fear, what we ask, who they listen to, who introduces us, and when. */
#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "moment_words.h"
#include "stance_sentence.h"
#include "way_words.h"

enum { texts_most = 2 }; /* so many gains, and so many objections */

/* ---- Who has it ---- */

static void say_closed(answer *to, const sv_message *message)
{
    sv_text names = {0};
    way_add_names(to, message->route.bound, message->route.n_bound, &names);
    answer_say(to,
               message->route.n_bound > 1 ? SV_TR("{who} are not allowed to contact {to} directly.")
                                          : SV_TR("{who} is not allowed to contact {to} directly."),
               SAYS(SAY_TEXT("who", sv_text_get(&names)), SAY_ACTOR("to", to->map, message->actor)));
    if (message->closed)
        way_say_rule(to, message->route.rule, false);
    to->failed |= names.failed;
    sv_text_clear(&names);
}

static void say_speaker(answer *to, const sv_message *message)
{
    if (message->route.n_bound)
        say_closed(to, message);
    if (message->speaker == SV_NO_ROW)
        answer_say(to, SV_TR("Who may have this conversation is not in the map: ask your manager."), SAYS());
    else
        answer_say(to,
                   message->closed ? SV_TR("So this conversation is for {speaker}: talk it through together.")
                                   : SV_TR("{speaker} has this conversation with {who}."),
                   SAYS(SAY_ACTOR("speaker", to->map, message->speaker), SAY_ACTOR("who", to->map, message->actor)));
}

static void say_stance(answer *to, const sv_message *message)
{
    sv_text stance = {0};
    stance_add(to, message->actor, message->turn.stance, message->turn.power, NULL, &stance);
    answer_say(to, SV_TR("{sentence}"), SAYS(SAY_TEXT("sentence", sv_text_get(&stance))));
    if (isnan(message->turn.stance))
        answer_say(to, SV_TR("So begin with listening: ask what would have to be in it."), SAYS());
    to->failed |= stance.failed;
    sv_text_clear(&stance);
}

/* ---- What it is about ---- */

/* The first different texts in a column of the actor's positions, each as a line; gives how many there are. */
static size_t add_texts(answer *to, const sv_message *message, size_t column, const char *line)
{
    const char *said[texts_most];
    size_t n = 0;
    for (size_t i = 0; i < message->n_positions && n < texts_most; i++) {
        const char *text = sv_map_cell(to->map, SV_POSITIONS, message->positions[i], column);
        bool known = !*text;
        for (size_t s = 0; !known && s < n; s++)
            known = strcmp(said[s], text) == 0;
        if (known)
            continue;
        said[n++] = text;
        answer_item(to, line, SAYS(SAY_ACTOR("who", to->map, message->actor), SAY_TEXT("text", text)));
    }
    return n;
}

static void add_cell_line(answer *to, sv_sheet sheet, size_t row, size_t column, const char *line, size_t actor)
{
    const char *text = sv_map_cell(to->map, sheet, row, column);
    sv_text spaced = {0};
    for (; *text; text++) /* lists are parted by a bar in the map */
        if (*text == '|')
            sv_text_add(&spaced, "; ");
        else
            sv_text_add_char(&spaced, *text);
    if (spaced.length)
        answer_item(to, line, SAYS(SAY_ACTOR("who", to->map, actor), SAY_TEXT("text", sv_text_get(&spaced))));
    to->failed |= spaced.failed;
    sv_text_clear(&spaced);
}

static void add_contents(answer *to, const sv_message *message)
{
    size_t gains = add_texts(to, message, SV_POSITION_GAINS, SV_TR("What {who} gains: {text}"));
    add_cell_line(to, SV_ACTORS, message->actor, SV_ACTOR_SEEKS, SV_TR("What {who} is looking for: {text}"), message->actor);
    if (!add_texts(to, message, SV_POSITION_OBJECTION, SV_TR("What holds {who} back: {text}")) && !gains &&
        to->options.audience != SV_PUBLIC)
        answer_item(to, SV_TR("What {who} gains by it, and what holds {who} back, is not in the map yet: that is your first question."),
                    SAYS(SAY_ACTOR("who", to->map, message->actor)));
    add_cell_line(to, SV_ISSUES, message->issue, SV_ISSUE_ASK, SV_TR("What we ask: {text}"), message->actor);
    add_cell_line(to, SV_ISSUES, message->issue, SV_ISSUE_MESSAGE, SV_TR("Why: {text}"), message->actor);
}

/* ---- How to come there ---- */

static void add_introduction(answer *to, const sv_message *message)
{
    const sv_way *way = message->route.n ? &message->route.ways[0] : NULL;
    sv_text steps = {0};
    if (!way) {
        answer_item(to, SV_TR("How to come there: no way that is allowed is known; speelveld route MAP --to {id} says what can be done."),
                    SAYS(SAY_TEXT("id", sv_map_actor(to->map, message->actor)->id)));
        return;
    }
    way_add(to, way, &steps);
    if (way->n > 1)
        answer_item(to, SV_TR("Who introduces you: {via}. {steps}."),
                    SAYS(SAY_ACTOR("via", to->map, way->steps[way->n - 1].from), SAY_TEXT("steps", sv_text_get(&steps))));
    else
        answer_item(to, SV_TR("Nobody needs to introduce you: {steps}."), SAYS(SAY_TEXT("steps", sv_text_get(&steps))));
    to->failed |= steps.failed;
    sv_text_clear(&steps);
}

static void add_when(answer *to, const sv_message *message)
{
    const sv_turn *turn = &message->turn;
    const sv_moment *moment = turn->moment == SV_NO_ROW ? NULL : &message->moments[turn->moment];
    sv_text when = {0};
    moment_add_when(to, moment ? moment->day : 0, &when);
    if (moment)
        answer_item(
            to, *moment_title(to->map, moment) ? SV_TR("When: before {day} ({when}), {event}.") : SV_TR("When: before {day} ({when})."),
            SAYS(SAY_DATE("day", moment->day), SAY_TEXT("when", sv_text_get(&when)), SAY_TEXT("event", moment_title(to->map, moment))));
    for (size_t i = 0; i < turn->n_meet; i++)
        answer_item(to, turn->attends ? SV_TR("To meet: {event} on {day}{where}.") : SV_TR("Perhaps to meet: {event} on {day}{where}."),
                    SAYS(SAY_TEXT("event", sv_map_cell(to->map, SV_EVENTS, turn->meet[i], SV_EVENT_TITLE)),
                         SAY_DATE("day", sv_map_date(to->map, SV_EVENTS, turn->meet[i], SV_EVENT_DATE)), SAY_TEXT("where", "")));
    to->failed |= when.failed;
    sv_text_clear(&when);
}

static void add_last_time(answer *to, const sv_message *message)
{
    const sv_map *map = to->map;
    const char *outcome, *next, *by;
    size_t who;
    if (message->contact == SV_NO_ROW)
        return;
    outcome = sv_map_cell(map, SV_CONTACTS, message->contact, SV_CONTACT_OUTCOME);
    next = sv_map_cell(map, SV_CONTACTS, message->contact, SV_CONTACT_NEXT_STEP);
    by = sv_map_cell(map, SV_CONTACTS, message->contact, SV_CONTACT_BY);
    who = *by ? sv_map_find_actor(map, by) : SV_NO_ROW;
    answer_item(to, *by ? SV_TR("Last time, {day}, with {by}: {outcome}") : SV_TR("Last time, {day}: {outcome}"),
                SAYS(SAY_DATE("day", sv_map_date(map, SV_CONTACTS, message->contact, SV_CONTACT_DATE)),
                     SAY_TEXT("by", who == SV_NO_ROW ? by : sv_map_actor(map, who)->name), SAY_TEXT("outcome", outcome)));
    if (*next)
        answer_item(to, SV_TR("Agreed then: {next}"), SAYS(SAY_TEXT("next", next)));
}

/* ---- Who they listen to ---- */

static void add_voices(answer *to, const sv_message *message)
{
    static const answer_column columns[] = {
        {"who", SV_TR("who"), 0}, {"stands", SV_TR("stands"), 0}, {"position", NULL, 0}, {"warmth", NULL, 0}};
    const sv_map *map = to->map;
    if (!message->n_voices) {
        answer_say(to, SV_TR("In this map nobody who is in favour has the ear of {who}."), SAYS(SAY_ACTOR("who", map, message->actor)));
        return;
    }
    answer_table(to, "voices", SV_TR("In favour already, and listened to:"), columns, 4);
    for (size_t i = 0; i < message->n_voices; i++) {
        const sv_voice_heard *voice = &message->voices[i];
        sv_text steps = {0};
        answer_cell_actor(to, voice->actor);
        stance_add_cell(to, voice->stance);
        answer_cell_number(to, voice->stance);
        answer_cell_number(to, to->options.audience == SV_PUBLIC ? NAN : voice->warmth);
        if (voice->influence != SV_NO_ROW)
            answer_row_say(to, SV_TR("{who} has influence on {whom}."),
                           SAYS(SAY_ACTOR("who", map, voice->actor), SAY_ACTOR("whom", map, message->actor)));
        way_add(to, &voice->way, &steps);
        if (steps.length)
            answer_row_say(to, SV_TR("{steps}."), SAYS(SAY_TEXT("steps", sv_text_get(&steps))));
        to->failed |= steps.failed;
        sv_text_clear(&steps);
    }
}

/* ---- Together ---- */

/* True when there is a conversation to be had; else it has been said why not. */
static bool can_be_had(answer *to, const sv_message *message)
{
    const sv_actor *who = sv_map_actor(to->map, message->actor);
    bool clerk = strcmp(who->kind->id, "clerk") == 0;
    if (sv_message_can_be_had(to->map, message->actor))
        return true;
    answer_say(
        to,
        clerk ? SV_TR("{who} is the clerk, who serves everybody alike: for procedure only. There is nothing to persuade the clerk of.")
        : who->own
            ? SV_TR("{who} is one of you: there is nothing to persuade them of.")
            : SV_TR("With {who} nobody talks: choose somebody who sits there. Whose turn it is: speelveld contacts MAP --issue {issue}"),
        SAYS(SAY_ACTOR("who", to->map, message->actor), SAY_TEXT("issue", sv_map_cell(to->map, SV_ISSUES, message->issue, SV_ISSUE_ID))));
    if (clerk)
        way_add_procedure(to, message->issue, true);
    return false;
}

static void add_facts(answer *to, const sv_message *message)
{
    answer_fact_actor(to, "actor", message->actor);
    answer_fact_text(to, "issue", sv_map_cell(to->map, SV_ISSUES, message->issue, SV_ISSUE_ID));
    answer_fact(to, "position", message->turn.stance);
    answer_fact_actor(to, "speaker", message->speaker);
    answer_fact_text(to, "contact", message->closed ? "forbidden" : message->route.n_bound ? "for_some" : "free");
    answer_fact(to, "warmth", message->route.n && to->options.audience != SV_PUBLIC ? message->route.ways[0].warmth : NAN);
    answer_fact(to, "days_left", message->turn.moment == SV_NO_ROW ? NAN : message->turn.days_left);
}

sv_status sv_report_message(const sv_map *map, const sv_message *message, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error)
{
    answer to;
    answer_begin(&to, "message", map, options);
    add_facts(&to, message);
    if (can_be_had(&to, message)) {
        say_speaker(&to, message);
        say_stance(&to, message);
        add_contents(&to, message);
        add_introduction(&to, message);
        add_when(&to, message);
        add_last_time(&to, message);
        add_cell_line(&to, SV_ACTORS, message->actor, SV_ACTOR_NOTE, SV_TR("Mind: {text}"), message->actor);
        add_voices(&to, message);
    }
    return answer_end(&to, text, length, error);
}
